"""A pool that also answers small statements from the event loop itself.

To lend a connection, watch it, and take it back costs several times what reading a row does. So
small statements share a connection or two beside those of the pool, which
`adapters.postgres.pipeline` keeps busy. What may take long, or belongs to a transaction, borrows a
connection as ever.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from typing import Any, LiteralString, TypeVar

import psycopg
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from adapters.postgres.bounded import (
    ANSWER_SECONDS_MAX,
    STANDS_STILL,
    BoundedAsyncConnection,
)
from adapters.postgres.pipeline import Asked, Pipeline

WAITING_MAX = 10_000
"""Statements that wait for a connection or an answer; the next ones are refused."""

SLOW_SECONDS = 0.02
"""Who would wait behind an answer that has taken so long is served by another connection."""

CANCEL_SECONDS_MAX = 0.5
"""A server that stands still cannot be told either."""

_BY_INDEX: LiteralString = """
    SELECT set_config('enable_seqscan', 'off', false), set_config('enable_hashjoin', 'off', false),
        set_config('enable_mergejoin', 'off', false), set_config('jit', 'off', false),
        set_config('plan_cache_mode', 'force_generic_plan', false)
"""
"""Few rows by an index are always the right plan here, however stale the statistics."""

_READ_ONLY: LiteralString = "SET default_transaction_read_only = on"

Row = TypeVar("Row")


class Questions:
    """One connection, made at the first question and kept until it breaks.

    For one event loop. What is asked before the loop looks around again is sent together, as one
    transaction: the error of one undoes the others, which are then done again. So the server
    refuses whatever would change something. With `writes` it does not, and whoever asks waits until
    no other question is open.
    """

    def __init__(
        self,
        conninfo: str,
        *,
        writes: bool = False,
        patience_seconds: float = ANSWER_SECONDS_MAX,
    ) -> None:
        self._conninfo = conninfo
        self._writes = writes
        self._patience_seconds = patience_seconds
        self._pipeline: Pipeline | None = None
        self._unsent: list[Asked] = []
        self._connecting: asyncio.Task[None] | None = None
        self._closed = False

    async def ask(
        self, statement: str, params: Mapping[str, Any], row_type: type[Row]
    ) -> list[Row]:
        """The rows of one statement. Raises psycopg.Error.

        Whoever goes away meanwhile only loses the answer.
        """
        return await self.put(statement, params, row_type)

    def put(
        self, statement: str, params: Mapping[str, Any], row_type: type[Row]
    ) -> "asyncio.Future[list[Row]]":
        """Asks, in the order of the calls; the answer is there for whoever wants it."""
        answer: asyncio.Future[list[Row]] = asyncio.get_running_loop().create_future()
        if self._closed or self._waiting >= WAITING_MAX:
            answer.set_exception(psycopg.OperationalError("the database is not asked any more"))
        else:
            self._send_soon([Asked(statement, params, row_type, answer)])
        return answer

    @property
    def _waiting(self) -> int:
        """Who has gone away meanwhile still counts: what he asked is still to be answered."""
        return len(self._unsent) + (0 if self._pipeline is None else self._pipeline.open)

    @property
    def overdue(self) -> bool:
        """Whether somebody has waited for an answer for long."""
        return self._pipeline is not None and self._pipeline.waited_seconds() > SLOW_SECONDS

    async def cancel(self, error: psycopg.Error) -> None:
        """Ends what the server is doing here, if it can be told in time; then whoever waits is
        told. So what is refused here is not done later by a server that was only slow.
        """
        self._refuse(error)
        pipeline, self._pipeline = self._pipeline, None
        if pipeline is None:
            return
        pipeline.ignore()
        try:
            await pipeline.connection.cancel_safe(timeout=CANCEL_SECONDS_MAX)
        except psycopg.Error:
            pass
        finally:
            pipeline.end(error)

    async def close(self) -> None:
        """Ends the connection; whoever still waits is told that it is gone."""
        self._closed = True
        if self._connecting is not None:
            self._connecting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._connecting
        error = psycopg.OperationalError("the database is not asked any more")
        self._refuse(error)
        self._lose(error)

    def _send_soon(self, asked: list[Asked]) -> None:
        if not self._unsent:
            asyncio.get_running_loop().call_soon(self._send)
        self._unsent += asked

    def _send(self) -> None:
        if self._pipeline is not None:
            pipeline, asked = self._pipeline, self._unsent
            self._unsent = []
            together = [each for each in asked if not each.attempts]
            for group in (together, *([each] for each in asked if each.attempts)):
                if group:
                    pipeline.send(group)
        elif self._connecting is None and self._unsent:
            self._connecting = asyncio.ensure_future(self._connect())

    async def _connect(self) -> None:
        try:
            connection = await BoundedAsyncConnection.connect(self._conninfo, autocommit=True)
            connection.patience_seconds = self._patience_seconds
            await connection.execute(_BY_INDEX)
            if not self._writes:
                await connection.execute(_READ_ONLY)
            self._pipeline = Pipeline(
                connection,
                again=self._send_soon,
                lost=self._lose,
                patience_seconds=self._patience_seconds,
            )
            self._send()
        except Exception as error:  # noqa: BLE001 - whoever waits is told, whatever it was
            self._refuse(error)
        finally:
            self._connecting = None

    def _refuse(self, error: Exception) -> None:
        asked, self._unsent = self._unsent, []
        for each in asked:
            each.fail(error)

    def _lose(self, error: psycopg.Error) -> None:
        """Ends the connection; the next question makes another."""
        pipeline, self._pipeline = self._pipeline, None
        if pipeline is not None:
            pipeline.end(error)


class AskedPool(AsyncConnectionPool[AsyncConnection[Any]]):
    """The pool with its questions, which end with it."""

    def __init__(
        self, conninfo: str, *, patience_seconds: float = ANSWER_SECONDS_MAX, **options: Any
    ) -> None:
        super().__init__(
            conninfo, connection_class=BoundedAsyncConnection, configure=self._configure, **options
        )
        self._asked_at = conninfo
        self._patience_seconds = patience_seconds
        self._questions: list[Questions] = []
        self._reads = [self._asking(), self._asking()]

    async def _configure(self, connection: AsyncConnection[Any]) -> None:
        assert isinstance(connection, BoundedAsyncConnection)
        connection.patience_seconds = self._patience_seconds

    @contextlib.asynccontextmanager
    async def connection(
        self,
        timeout: float | None = None,  # noqa: ASYNC109 - the library's own
    ) -> AsyncIterator[AsyncConnection[Any]]:
        """A connection for a few statements. Raises psycopg.OperationalError, also where they are
        not answered within the pool's patience: a server that stands still keeps no time limit of
        its own, and closes nothing.
        """
        async with super().connection(timeout) as connection:
            try:
                async with asyncio.timeout(self._patience_seconds) as patience:
                    yield connection
            except TimeoutError as error:
                if not patience.expired():
                    raise
                raise psycopg.OperationalError(STANDS_STILL) from error

    def writing_questions(self) -> Questions:
        """A connection's worth of questions, which may write, for somebody alone."""
        return self._asking(writes=True)

    def _asking(self, *, writes: bool = False) -> Questions:
        asked = Questions(self._asked_at, writes=writes, patience_seconds=self._patience_seconds)
        self._questions.append(asked)
        return asked

    async def ask(
        self, statement: str, params: Mapping[str, Any], row_type: type[Row]
    ) -> list[Row]:
        """The rows of a small statement that changes nothing. Raises psycopg.Error."""
        return await self.put(statement, params, row_type)

    def put(
        self, statement: str, params: Mapping[str, Any], row_type: type[Row]
    ) -> "asyncio.Future[list[Row]]":
        """The same, for whoever does not wait here."""
        first, second = self._reads
        return (second if first.overdue else first).put(statement, params, row_type)

    @property
    def overdue(self) -> bool:
        """Whether what is asked now is served by a second connection."""
        return self._reads[0].overdue

    async def close(self, timeout: float = 5.0) -> None:  # noqa: ASYNC109 - the library's own
        for asked in self._questions:
            await asked.close()
        await super().close(timeout)
