"""A statement that one thread asks over and over, on libpq itself.

psycopg's cursor looks at every argument and column and waits in Python: for a small statement that
is more than the server's own work. Here arguments are spelled out already, rows come in binary, and
the wait for them is without Python's lock.
"""

from collections.abc import Sequence
from typing import Any, LiteralString

import psycopg
from psycopg import Connection
from psycopg.pq import DiagnosticField, ExecStatus, Format, TransactionStatus
from psycopg.pq.abc import PGconn, PGresult

from adapters.postgres.bounded import answer_of, patience_of, server_error

NOT_PREPARED = b"26000"
"""invalid_sql_statement_name: its preparation was undone, or never done."""


class Prepared:
    """One statement, its parameters `$1` and so on, for connections that one thread uses at a time.

    With `types`, the numbers of the parameters' types, values are in binary.
    """

    def __init__(self, name: str, text: LiteralString, types: Sequence[int] | None = None) -> None:
        self._name = name.encode()
        self._text = text.encode()
        self._types = types
        self._formats = None if types is None else [Format.BINARY] * len(types)

    def __call__(self, connection: Connection[Any], values: Sequence[Any]) -> PGresult:
        """The rows, in binary; `values` are bytes as text has them, or None. Raises psycopg.Error
        as a cursor would, also where no answer comes in the connection's time.

        It is prepared where the server does not know it: psycopg drops every prepared statement of
        a connection when it rolls back. In a transaction, where a second try is too late, it goes
        as it is.
        """
        server, patience = connection.pgconn, patience_of(connection)
        if server.transaction_status != TransactionStatus.IDLE:
            server.send_query_params(self._text, values, self._types, self._formats, Format.BINARY)
            result = answer_of(server, patience_seconds=patience)
        else:
            result = self._asked(server, values, patience)
            if result.error_field(DiagnosticField.SQLSTATE) == NOT_PREPARED:
                self.prepare(connection)
                result = self._asked(server, values, patience)
        check_result(connection, result, ExecStatus.TUPLES_OK)
        return result

    def prepare(self, connection: Connection[Any]) -> None:
        """For whoever knows that the server does not know it. Raises psycopg.Error."""
        server = connection.pgconn
        server.send_prepare(self._name, self._text, self._types)
        prepared = answer_of(server, patience_seconds=patience_of(connection))
        check_result(connection, prepared, ExecStatus.COMMAND_OK)

    def send(self, server: PGconn, values: Sequence[Any]) -> None:
        """Without waiting, where it is prepared; the caller reads the answer."""
        server.send_query_prepared(self._name, values, self._formats, Format.BINARY)

    def _asked(self, server: PGconn, values: Sequence[Any], patience: float) -> PGresult:
        self.send(server, values)
        return answer_of(server, patience_seconds=patience)


def check_result(connection: Connection[Any], result: PGresult, expected: ExecStatus) -> None:
    """Raises psycopg.Error: the server's own, or OperationalError where it is gone."""
    if result.status == expected:
        return
    if result.error_field(DiagnosticField.SQLSTATE) is None:  # libpq's words, not the server's
        raise psycopg.OperationalError(result.get_error_message())
    raise server_error(result, encoding=connection.info.encoding)
