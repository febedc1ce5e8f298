"""The sweeper: ends and refunds what ran out of time, and books lots that have expired.

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
from adapters.jetstream.topology import SETTLER
from adapters.relay.answered import answered
from adapters.relay.endings import end, give_up
from adapters.relay.queue import DUE_ACCOUNTS_MAX, OVERDUE_ROWS_MAX, Overdue
from adapters.relay.statements import statement
from domain.errors import DomainError, TemporarilyUnavailable
from domain.generation import GenerationExpired
from domain.handlers import expire_lots
from domain.ids import AccountId
from domain.ports import Ledger

SWEEP_SECONDS = 1.0
SETTLE_GRACE_SECONDS_MAX = 60.0
SETTLE_POLL_SECONDS = 0.2
RENDER_MARGIN_SECONDS = 60.0
"""A consumer reports its own timeouts; the sweeper waits this much longer for the report."""

LOT_MARGIN_SECONDS = 5.0
"""Clocks of processes differ; an expired lot cannot be spent anyway, booking it can wait."""

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
        lot_margin_seconds: float = LOT_MARGIN_SECONDS,
        sweep_seconds: float = SWEEP_SECONDS,
    ) -> None:
        self._bus = bus
        self._ledger = ledger
        self._pool = pool
        self._leading_seconds = leading_seconds
        self._render_limit = timedelta(seconds=render_seconds_max + render_margin_seconds)
        self._settle_grace_seconds_max = settle_grace_seconds_max
        self._lot_margin = timedelta(seconds=lot_margin_seconds)
        self._sweep_seconds = sweep_seconds

    async def run(self, stop: asyncio.Event) -> None:
        """Sweeps until `stop` is set."""
        settled = False
        while not stop.is_set():
            leading = self._leading_seconds()
            if leading is None:
                settled = False
            elif not settled:
                await self._let_results_pass(stop)
                settled = True
            else:
                await self._sweep()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), self._sweep_seconds)

    async def _sweep(self) -> None:
        try:
            await self.end_overdue()
            await self.book_expired_lots()
        except (TemporarilyUnavailable, psycopg.OperationalError) as error:
            _log.warning("sweeping has to wait", error=repr(error))

    async def _let_results_pass(self, stop: asyncio.Event) -> None:
        """Until no result is waiting any more, or the grace is over."""
        deadline = time.monotonic() + self._settle_grace_seconds_max
        topology = self._bus.topology
        while time.monotonic() < deadline and not stop.is_set():
            if await self._bus.unsettled(topology.results_stream, SETTLER) == 0:
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

    async def book_expired_lots(self) -> int:
        """Books lots that have expired; returns for how many accounts.

        Raises TemporarilyUnavailable, psycopg.OperationalError.
        """
        parameters = {"margin": self._lot_margin, "limit": DUE_ACCOUNTS_MAX}
        async with self._pool.connection() as connection:
            cursor = await connection.execute(statement("due_accounts"), parameters)
            accounts = [row[0] for row in await cursor.fetchall()]
        for account_id in accounts:
            await self._book(AccountId(account_id))
        return len(accounts)

    async def _book(self, account_id: AccountId) -> None:
        try:
            await answered(self._ledger.append(expire_lots(account_id)))
        except TemporarilyUnavailable:
            raise
        except DomainError as refusal:
            _log.error("lots cannot be booked", account=str(account_id), error=repr(refusal))
        done = {"account_id": account_id, "margin": self._lot_margin}
        async with self._pool.connection() as connection:
            await connection.execute(statement("forget_due_lots"), done)
