"""The sweeper: ends and refunds what ran out of time or whose account is on hold, and books lots
that have expired.

It only acts while its process leads, and after a start it first lets the settler pass every result
that was already waiting: work that was finished during an outage is not failed for it.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import psycopg
import structlog
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from adapters.jetstream.bus import Bus
from adapters.postgres.away import pause_after, tell_waiting
from adapters.relay.booking import book_backlog, recall_lots
from adapters.relay.endings import end, give_up
from adapters.relay.queue import (
    HELD_ROWS_MAX,
    OVERDUE_ROWS_MAX,
    HeldWork,
    Overdue,
)
from adapters.relay.statements import statement
from domain.errors import TemporarilyUnavailable
from domain.generation import GenerationCanceled, GenerationExpired
from domain.ports import Ledger

SWEEP_SECONDS = 0.5
RECALL_SECONDS = 60.0
"""Between looks at all expired lots for one that nobody remembers to be due."""

SETTLE_GRACE_SECONDS_MAX = 60.0
SETTLE_POLL_SECONDS = 0.2
RENDER_MARGIN_SECONDS = 60.0
"""A consumer reports its own timeouts; the sweeper waits this much longer for the report."""

Pool = AsyncConnectionPool[AsyncConnection[Any]]

_log = structlog.get_logger(__name__)


class Sweeper:
    """`leading_seconds` says how long this process has led, or None."""

    def __init__(
        self,
        *,
        bus: Bus,
        ledger: Ledger,
        pool: Pool,
        leading_seconds: Callable[[], float | None],
        render_seconds_max: float,
        render_margin_seconds: float = RENDER_MARGIN_SECONDS,
        settle_grace_seconds_max: float = SETTLE_GRACE_SECONDS_MAX,
        sweep_seconds: float = SWEEP_SECONDS,
    ) -> None:
        self._bus = bus
        self._ledger = ledger
        self._pool = pool
        self._leading_seconds = leading_seconds
        self._render_limit = timedelta(seconds=render_seconds_max + render_margin_seconds)
        self._settle_grace_seconds_max = settle_grace_seconds_max
        self._sweep_seconds = sweep_seconds
        self._recall_at = 0.0

    async def run(self, stop: asyncio.Event) -> None:
        """Sweeps until `stop` is set."""
        settled = False
        while not stop.is_set():
            pause = self._sweep_seconds
            leading = self._leading_seconds()
            if leading is None:
                settled = False
            elif not settled:
                await self._let_results_pass(stop)
                settled = True
            else:
                pause = await self._sweep(stop)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)

    async def _sweep(self, stop: asyncio.Event) -> float:
        """No deadline and no hold waits for a backlog of expired lots, which may take minutes.

        Returns how long to wait for the next time.
        """

        async def ended() -> bool:
            await self.end_overdue()
            await self.cancel_held()
            return not stop.is_set()

        try:
            await ended()
            if time.monotonic() >= self._recall_at:
                self._recall_at = time.monotonic() + RECALL_SECONDS
                await recall_lots(self._pool)
            await book_backlog(self._ledger, self._pool, go_on=ended)
        except (TemporarilyUnavailable, psycopg.OperationalError) as error:
            tell_waiting("sweeper", error, "sweeping has to wait")
            return pause_after(error, self._sweep_seconds)
        return self._sweep_seconds

    async def _let_results_pass(self, stop: asyncio.Event) -> None:
        """Until no result is waiting any more, or the grace is over."""
        deadline = time.monotonic() + self._settle_grace_seconds_max
        topology = self._bus.topology
        while time.monotonic() < deadline and not stop.is_set():
            if await self._bus.unsettled(topology.results_stream) == 0:
                return
            await asyncio.sleep(SETTLE_POLL_SECONDS)

    async def end_overdue(self) -> int:
        """Expires what was not started by its deadline and fails what never came back.

        Returns how many endings won. Raises TemporarilyUnavailable, psycopg.OperationalError.
        """
        parameters = {"render_limit": self._render_limit, "limit": OVERDUE_ROWS_MAX}
        async with self._pool.connection() as connection:
            cursor = await connection.execute(statement("overdue"), parameters)
            rows = [Overdue(*row) for row in await cursor.fetchall()]
        ended = 0
        for row in rows:
            if row.state == "started":
                await give_up(self._ledger, row, "timeout")
                ended += 1
            else:
                ended += await end(self._ledger, row, GenerationExpired())
        if ended:
            _log.info("overdue work ended", work=ended)
        return ended

    async def cancel_held(self, *, limit: int = HELD_ROWS_MAX) -> int:
        """Cancels and refunds all open work of accounts on hold, `limit` pieces at a time.

        What ended otherwise meanwhile stays as it ended. A row of `account_holds` goes when the
        queue holds none of its work any more, so wherever this is cut off, the next round goes on.
        Returns how many cancellations won. Raises TemporarilyUnavailable, psycopg.OperationalError.
        """
        canceled = after = 0
        while rows := await self._held(after, limit):
            after = rows[-1].position
            ending = [end(self._ledger, row, GenerationCanceled(by="hold")) for row in rows]
            canceled += sum(await asyncio.gather(*ending))
        if canceled:
            _log.info("held work canceled", work=canceled)
        async with self._pool.connection() as connection:
            await connection.execute(statement("forget_done_holds"))
        return canceled

    async def _held(self, after: int, limit: int) -> list[HeldWork]:
        async with self._pool.connection() as connection:
            cursor = await connection.execute(
                statement("held_work"), {"after": after, "limit": limit}
            )
            return [HeldWork(*row) for row in await cursor.fetchall()]
