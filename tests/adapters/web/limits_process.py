"""One of several processes that count the same window: for each line `account patience` it asks for
many tokens of that account, all in one pinned minute, and prints how many it got.
"""

import asyncio
import logging
import sys
from datetime import UTC, datetime
from uuid import UUID

import structlog

from adapters.postgres.connections import async_pool
from adapters.web.dependencies import ListPool
from adapters.web.guards.rate_limits import RateLimits

TOKENS_ASKED = 150
AT_ONCE = 8
NOW = datetime(2031, 1, 1, 12, 0, 30, tzinfo=UTC)


async def accepted(pool: ListPool, account_id: UUID, patience_seconds: float) -> int:
    """How many of the tokens were granted."""
    limits = RateLimits(pool, share_of=4, store_seconds_max=patience_seconds)
    turns = asyncio.Semaphore(AT_ONCE)

    async def take() -> bool:
        async with turns:
            return (await limits.take_up_to(account_id, "image", 60, NOW)).accepted

    return sum(await asyncio.gather(*(take() for _ in range(TOKENS_ASKED))))


async def serve(database_url: str) -> None:
    """Until the input ends."""
    async with async_pool(database_url, role="xavira_api") as pool:
        await pool.wait()
        say("ready")
        while line := await asyncio.to_thread(sys.stdin.readline):
            account_id, patience = line.split()
            say(await accepted(pool, UUID(account_id), float(patience)))


def say(answer: object) -> None:
    print(answer, flush=True)  # noqa: T201 - the parent reads it


if __name__ == "__main__":
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    asyncio.run(serve(sys.argv[1]))
