"""A statement that one thread asks over and over, on libpq itself.

psycopg's cursor looks at every argument and column and waits in Python: for a small statement that
is more than the server's own work. Here arguments are spelled out already, rows come in binary, and
libpq waits without Python's lock.
"""

from collections.abc import Sequence
from typing import Any, LiteralString

import psycopg
from psycopg import Connection
from psycopg.errors import error_from_result
from psycopg.pq import DiagnosticField, ExecStatus, Format, TransactionStatus
from psycopg.pq.abc import PGresult

_NOT_PREPARED = b"26000"
"""invalid_sql_statement_name"""


class Prepared:
    """One statement, its parameters `$1` and so on, for connections that one thread uses."""

    def __init__(self, name: str, text: LiteralString) -> None:
        self._name = name.encode()
        self._text = text.encode()

    def __call__(self, connection: Connection[Any], values: Sequence[Any]) -> PGresult:
        """The rows, in binary; `values` are bytes as text has them, or None. Raises psycopg.Error
        as a cursor would.

        It is prepared where the server does not know it. In a transaction, where a second try is
        too late, it goes as it is.
        """
        server = connection.pgconn
        if server.transaction_status != TransactionStatus.IDLE:
            result = server.exec_params(self._text, values, result_format=Format.BINARY)
        else:
            result = server.exec_prepared(self._name, values, result_format=Format.BINARY)
            if result.error_field(DiagnosticField.SQLSTATE) == _NOT_PREPARED:
                prepared = server.prepare(self._name, self._text)
                check_result(connection, prepared, ExecStatus.COMMAND_OK)
                result = server.exec_prepared(self._name, values, result_format=Format.BINARY)
        check_result(connection, result, ExecStatus.TUPLES_OK)
        return result


def check_result(connection: Connection[Any], result: PGresult, expected: ExecStatus) -> None:
    """Raises psycopg.Error: the server's own, or OperationalError where it is gone."""
    if result.status == expected:
        return
    if result.error_field(DiagnosticField.SQLSTATE) is None:  # libpq's words, not the server's
        raise psycopg.OperationalError(result.get_error_message())
    raise error_from_result(result, encoding=connection.info.encoding)
