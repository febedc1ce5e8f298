"""Tells what an hour refused beyond what was recorded: one event for an account and hour.

The counts lie in a table until the hour is over. The moderation stream takes the summary of an
hour once, so a round that was cut off between the event and the deletion only deletes.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

import structlog
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from adapters.answered import answered
from adapters.relay.rounds import go_rounds
from adapters.relay.statements import statement
from domain.enforcement.refusals import BlockCount, BlocksCounted, summarised
from domain.errors import NotFound
from domain.handlers import count_blocks
from domain.ids import AccountId, Book
from domain.ports import Ledger

ROUND_SECONDS = 60.0
HOUR = timedelta(hours=1)
LATE = timedelta(minutes=5)
"""How long after its hour a refusal may still be counted in it."""
HOURS_PER_ROUND_MAX = 500

Pool = AsyncConnectionPool[AsyncConnection[Any]]

_log = structlog.get_logger(__name__)


class RefusalCounter:
    """Works while its process leads; a second one would only do the same again."""

    def __init__(
        self,
        *,
        ledger: Ledger,
        pool: Pool,
        leading_seconds: Callable[[], float | None],
        book: Book = "live",
        round_seconds: float = ROUND_SECONDS,
    ) -> None:
        self._ledger = ledger
        self._pool = pool
        self._leading_seconds = leading_seconds
        self._book = book
        self._round_seconds = round_seconds

    async def run(self, stop: asyncio.Event) -> None:
        """Goes its rounds until `stop` is set."""
        await go_rounds(
            lambda: self.tell(datetime.now(UTC)),
            stop,
            seconds=self._round_seconds,
            leading_seconds=self._leading_seconds,
            part="refusals",
            waits="refusals have to wait to be told",
        )

    async def tell(self, now: datetime) -> int:
        """Records the summaries of the hours that are over; returns how many hours those were.

        Raises TemporarilyUnavailable, psycopg.OperationalError.
        """
        parameters = {"before": now - HOUR - LATE, "limit": HOURS_PER_ROUND_MAX}
        async with self._pool.connection() as connection:
            cursor = await connection.execute(statement("overflowed"), parameters)
            rows = await cursor.fetchall()
        hours = 0
        for (account_id, hour), group in groupby(rows, key=lambda row: (row[0], row[1])):
            await self._tell(AccountId(account_id), hour, [_count(*row[2:]) for row in group])
            hours += 1
        return hours

    async def _tell(
        self, account_id: AccountId, hour: datetime, counts: Sequence[BlockCount]
    ) -> None:
        named, folded = summarised(counts)
        counted = BlocksCounted(
            account_id=account_id,
            livemode=self._book == "live",
            hour=hour.astimezone(UTC),
            counts=named,
            folded=folded,
        )
        try:
            await answered(self._ledger.append(count_blocks(counted)))
        except NotFound:
            _log.error("refusals without a stream", account=str(account_id))
        await self._forget(account_id, hour)

    async def _forget(self, account_id: UUID, hour: datetime) -> None:
        async with self._pool.connection() as connection:
            await connection.execute(
                statement("forget_overflow"), {"account_id": account_id, "hour": hour}
            )


def _count(category: str, end_user: bytes, blocks: int) -> BlockCount:
    return BlockCount(category, end_user or None, blocks)
