"""A connection in libpq's pipeline mode, watched by the event loop for as long as it lives.

psycopg's async cursor waits in Python generators and has its socket watched anew for every answer.
Here statements are prepared once, and those that are sent together go to the server, and mostly
come back, in one piece. They are one transaction as well, so where one of them fails, those sent
after it with it are sent again.
"""

import asyncio
import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import psycopg
from psycopg import AsyncConnection
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import error_from_result
from psycopg.pq import DiagnosticField, ExecStatus, Format
from psycopg.pq.abc import PGresult

ATTEMPTS_MAX = 3
"""Of a statement that another one's error undid."""

ERRORS_MAX = 100
"""Of one connection: each may leave a prepared statement behind, so then another one is made."""

_NOT_PREPARED = b"26000"
"""invalid_sql_statement_name: its preparation was undone."""

_PLACE = re.compile(r"%\((\w+)\)[sb]|%%")


class Spelled(NamedTuple):
    """A statement as the server reads it, and its parameters in order."""

    text: bytes
    names: tuple[str, ...]


@cache
def spelled(statement: str) -> Spelled:
    """Parameters by name become parameters by number, the same name the same number."""
    names: dict[str, int] = {}

    def place(found: re.Match[str]) -> str:
        name = found.group(1)
        return "%" if name is None else f"${names.setdefault(name, len(names) + 1)}"

    text = _PLACE.sub(place, statement)
    return Spelled(text.encode(), tuple(names))


class Asked:
    """A statement with its parameters, and who waits for its rows."""

    __slots__ = (
        "answer",
        "attempts",
        "commands",
        "params",
        "prepared",
        "result",
        "row_type",
        "statement",
    )

    def __init__(
        self,
        statement: str,
        params: Mapping[str, Any],
        row_type: type,
        answer: "asyncio.Future[list[Any]]",
    ) -> None:
        self.statement = spelled(statement)
        self.params = params
        self.row_type = row_type
        self.answer = answer
        self.attempts = 0
        self.commands = 0
        self.prepared: tuple[object, ...] = ()
        self.result: PGresult | None = None

    def succeed(self, rows: list[Any]) -> None:
        """Whoever has gone away meanwhile hears nothing."""
        if not self.answer.done():
            self.answer.set_result(rows)

    def fail(self, error: BaseException) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)


class Pipeline:
    """Takes over a connection that nobody else uses, until `end`.

    `again` is given what has to be sent once more, `lost` the error that ended the connection.
    """

    def __init__(
        self,
        connection: AsyncConnection[Any],
        *,
        again: Callable[[list[Asked]], None],
        lost: Callable[[psycopg.Error], None],
    ) -> None:
        self.connection = connection
        self._server = connection.pgconn
        self._socket = connection.pgconn.socket
        self._again = again
        self._lost = lost
        self._loop = asyncio.get_running_loop()
        self._values = Transformer(connection)
        self._prepared: dict[tuple[object, ...], bytes] = {}
        self._names = 0
        self._errors = 0
        self._sent: deque[tuple[float, deque[Asked]]] = deque()
        self._writing = False
        self._server.enter_pipeline_mode()
        self._loop.add_reader(self._socket, self._read)

    def waited_seconds(self) -> float:
        """How long the first of the open answers has been waited for; 0 when none is open."""
        return self._loop.time() - self._sent[0][0] if self._sent else 0.0

    def send(self, asked: Sequence[Asked]) -> None:
        """All in one piece; their answers are set as they come."""
        together: deque[Asked] = deque()
        for each in asked:
            try:
                self._send(each)
            except psycopg.Error as error:  # a value that has no spelling, a dead connection
                each.fail(error)
            else:
                together.append(each)
        self._sent.append((self._loop.time(), together))
        try:
            self._server.pipeline_sync()
            self._flush()
        except psycopg.OperationalError as error:
            self._lost(error)

    def end(self, error: psycopg.Error) -> None:
        """Closes the connection; the open answers are this error."""
        self._loop.remove_reader(self._socket)
        self._loop.remove_writer(self._socket)
        self._server.finish()
        while self._sent:
            for each in self._sent.popleft()[1]:
                each.fail(error)

    def _send(self, asked: Asked) -> None:
        text, names = asked.statement
        params = [asked.params[name] for name in names]
        values = self._values.dump_sequence(params, [PyFormat.AUTO] * len(params))
        types, formats = self._values.types, self._values.formats
        asked.attempts += 1
        asked.commands = 1
        asked.result = None
        asked.prepared = (text, types)
        name = self._prepared.get(asked.prepared)
        if name is None:
            self._names += 1
            name = self._prepared[asked.prepared] = b"asked_%d" % self._names
            self._server.send_prepare(name, text, types)
            asked.commands = 2
        self._server.send_query_prepared(name, values, formats, Format.BINARY)

    def _flush(self) -> None:
        """What the socket does not take now is written when it does."""
        left = self._server.flush()
        if left and not self._writing:
            self._loop.add_writer(self._socket, self._flush_or_lose)
        elif self._writing and not left:
            self._loop.remove_writer(self._socket)
        self._writing = bool(left)

    def _flush_or_lose(self) -> None:
        try:
            self._flush()
        except psycopg.OperationalError as error:
            self._lost(error)

    def _read(self) -> None:
        """Libpq says None after the results of each command, and twice where there is no more."""
        server = self._server
        try:
            server.consume_input()
            ended = False
            while self._sent and not server.is_busy():
                result = server.get_result()
                if result is not None:
                    self._take(result)
                elif ended:
                    break
                else:
                    self._end_command()
                ended = result is None
        except psycopg.OperationalError as error:
            self._lost(error)

    def _take(self, result: PGresult) -> None:
        together = self._sent[0][1]
        if result.status == ExecStatus.PIPELINE_SYNC:
            self._sent.popleft()
        elif together[0].result is None or together[0].result.status == ExecStatus.COMMAND_OK:
            together[0].result = result

    def _end_command(self) -> None:
        if not self._sent or not self._sent[0][1]:
            return
        asked = self._sent[0][1][0]
        asked.commands -= 1
        if asked.commands == 0:
            self._sent[0][1].popleft()
            try:
                self._answer(asked)
            except Exception as error:  # noqa: BLE001 - whoever waits is told, whatever it was
                asked.fail(error)

    def _answer(self, asked: Asked) -> None:
        result = asked.result
        assert result is not None, asked.statement
        if result.status == ExecStatus.TUPLES_OK:
            self._values.set_pgresult(result, format=Format.BINARY)
            made = _row_maker(asked.row_type, result)
            asked.succeed(self._values.load_rows(0, result.ntuples, made))
        elif result.status == ExecStatus.COMMAND_OK:
            asked.succeed([])
        else:
            self._prepared.pop(asked.prepared, None)
            if asked.attempts < ATTEMPTS_MAX and _undone(result):
                self._again([asked])
            else:
                self._refuse(asked, result)

    def _refuse(self, asked: Asked, result: PGresult) -> None:
        asked.fail(error_from_result(result, encoding=self.connection.info.encoding))
        self._errors += 1
        if self._errors >= ERRORS_MAX:
            self._lost(psycopg.OperationalError("the connection had too many errors"))


def _row_maker(row_type: type, result: PGresult) -> Callable[[Sequence[Any]], Any]:
    """Fields by the names of columns, as psycopg's own `class_row` does it."""
    if row_type is tuple:
        return tuple
    names = [(result.fname(column) or b"").decode() for column in range(result.nfields)]
    return lambda values: row_type(**dict(zip(names, values, strict=True)))


def _undone(result: PGresult) -> bool:
    """Nothing was wrong with the statement itself."""
    if result.status == ExecStatus.PIPELINE_ABORTED:
        return True
    return result.error_field(DiagnosticField.SQLSTATE) == _NOT_PREPARED
