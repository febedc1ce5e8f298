"""A connection in libpq's pipeline mode, watched by the event loop for as long as it lives.

psycopg's async cursor waits in Python generators and has its socket watched anew for every answer.
Here statements are prepared once, and those that are sent together go to the server, and mostly
come back, in one piece. They are one transaction as well: nothing is answered before its end, and
where one of them fails, each of the others is sent again, alone this time.
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

from adapters.answered import refuse, resolve
from adapters.postgres.bounded import ANSWER_SECONDS_MAX, LOOK_SECONDS_MAX, STANDS_STILL
from adapters.postgres.prepared import NOT_PREPARED

ATTEMPTS_MAX = 3
"""Of a statement with which nothing is wrong: with others, alone, and alone and prepared anew."""

ERRORS_MAX = 100
"""Of one connection: each may leave a prepared statement behind, so then another one is made."""

_FINE = (ExecStatus.TUPLES_OK, ExecStatus.COMMAND_OK)

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
        resolve(self.answer, rows)

    def fail(self, error: BaseException) -> None:
        refuse(self.answer, error)


class _Together:
    """What is one transaction, since when; first those without a result, then those with one.

    `failed` says that one of them is an error.
    """

    __slots__ = ("done", "failed", "sent_at", "waiting")

    def __init__(self, sent_at: float) -> None:
        self.sent_at = sent_at
        self.failed = False
        self.waiting: deque[Asked] = deque()
        self.done: list[Asked] = []


class Pipeline:
    """Takes over a connection that nobody else uses, until `end`.

    `again` is given what has to be sent once more, each alone; `lost` the error that ended the
    connection. `patience_seconds` is how long an answer is waited for.
    """

    def __init__(
        self,
        connection: AsyncConnection[Any],
        *,
        again: Callable[[list[Asked]], None],
        lost: Callable[[psycopg.Error], None],
        patience_seconds: float = ANSWER_SECONDS_MAX,
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
        self._sent: deque[_Together] = deque()
        self.open = 0
        """Statements whose end is not known, whether or not somebody still waits for it."""
        self._writing = False
        self._patience_seconds = patience_seconds
        self._server.enter_pipeline_mode()
        self._loop.add_reader(self._socket, self._read)
        self._looking = self._loop.call_later(self._look_seconds, self._look)

    def waited_seconds(self) -> float:
        """How long the first of the open answers has been waited for; 0 when none is open."""
        return self._loop.time() - self._sent[0].sent_at if self._sent else 0.0

    def send(self, asked: Sequence[Asked]) -> None:
        """All in one piece and one transaction; they are answered when it has ended."""
        together = _Together(self._loop.time())
        self._sent.append(together)
        try:
            for each in asked:
                self._send(each, together)
            self._server.pipeline_sync()
            self._flush()
        except psycopg.OperationalError as error:
            self._lost(error)
            for each in asked:
                each.fail(error)

    def ignore(self) -> None:
        """Nothing more is read or written; the open answers stay open."""
        self._looking.cancel()
        self._loop.remove_reader(self._socket)
        self._loop.remove_writer(self._socket)

    def end(self, error: psycopg.Error) -> None:
        """Closes the connection; the open answers are this error."""
        self.ignore()
        self._server.finish()
        while self._sent:
            together = self._sent.popleft()
            for each in (*together.done, *together.waiting):
                each.fail(error)

    def _send(self, asked: Asked, together: _Together) -> None:
        """Raises psycopg.OperationalError."""
        text, names = asked.statement
        try:
            params = [asked.params[name] for name in names]
            values = self._values.dump_sequence(params, [PyFormat.AUTO] * len(params))
        except Exception as error:  # noqa: BLE001 - a value that has no spelling harms nobody else
            asked.fail(error)
            return
        together.waiting.append(asked)
        self.open += 1
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

    @property
    def _look_seconds(self) -> float:
        return min(self._patience_seconds, LOOK_SECONDS_MAX)

    def _look(self) -> None:
        """A server that stands still closes nothing, so nobody else would notice."""
        if self.waited_seconds() > self._patience_seconds:
            self._lost(psycopg.OperationalError(STANDS_STILL))
        else:
            self._looking = self._loop.call_later(self._look_seconds, self._look)

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
        together = self._sent[0]
        status = result.status
        if status == ExecStatus.PIPELINE_SYNC:
            self._sent.popleft()
            self._settle(together)
            return
        if not together.waiting:  # nobody's: of the commit, or of the server that ends
            raise psycopg.OperationalError(result.get_error_message())
        together.failed = together.failed or status not in _FINE
        asked = together.waiting[0]
        if asked.result is None or asked.result.status == ExecStatus.COMMAND_OK:
            asked.result = result

    def _end_command(self) -> None:
        if not self._sent or not self._sent[0].waiting:
            return
        together = self._sent[0]
        asked = together.waiting[0]
        asked.commands -= 1
        if asked.commands == 0:
            together.done.append(together.waiting.popleft())

    def _settle(self, together: _Together) -> None:
        """The transaction has ended: with all of them, or because of some and without the rest."""
        self.open -= len(together.done)
        if not together.failed:
            for asked in together.done:
                self._answer(asked)
            return
        again = []
        for asked in together.done:
            if _failed(asked):
                self._prepared.pop(asked.prepared, None)
            if asked.attempts < ATTEMPTS_MAX and not _at_fault(asked):
                again.append(asked)
            else:
                self._refuse(asked)
        self._again(again)
        if self._errors >= ERRORS_MAX:
            self._lost(psycopg.OperationalError("the connection had too many errors"))

    def _answer(self, asked: Asked) -> None:
        result = asked.result
        assert result is not None, asked.statement
        try:
            self._values.set_pgresult(result, format=Format.BINARY)
            made = _row_maker(asked.row_type, result)
            asked.succeed(self._values.load_rows(0, result.ntuples, made))
        except Exception as error:  # noqa: BLE001 - whoever waits is told, whatever it was
            asked.fail(error)

    def _refuse(self, asked: Asked) -> None:
        assert asked.result is not None, asked.statement
        self._errors += 1
        asked.fail(error_from_result(asked.result, encoding=self.connection.info.encoding))


def _row_maker(row_type: type, result: PGresult) -> Callable[[Sequence[Any]], Any]:
    """Fields by the names of columns, as psycopg's own `class_row` does it; without the names where
    the columns are the fields in order.
    """
    if row_type is tuple:
        return tuple
    names = [(result.fname(column) or b"").decode() for column in range(result.nfields)]
    if getattr(row_type, "__match_args__", None) == tuple(names):
        return lambda values: row_type(*values)
    return lambda values: row_type(**dict(zip(names, values, strict=True)))


def _failed(asked: Asked) -> bool:
    assert asked.result is not None, asked.statement
    return asked.result.status not in _FINE


def _at_fault(asked: Asked) -> bool:
    """Whether the error is its own, and not that of another statement of the transaction."""
    assert asked.result is not None, asked.statement
    if not _failed(asked) or asked.result.status == ExecStatus.PIPELINE_ABORTED:
        return False
    return asked.result.error_field(DiagnosticField.SQLSTATE) != NOT_PREPARED
