"""Ending tasks that would go on for ever."""

import asyncio
from typing import Any

AGAIN_SECONDS = 2.0


async def cancel_until_ended(*tasks: "asyncio.Task[Any]") -> None:
    """Returns when all have ended, whatever of; what a task died of is still its `exception()`.

    One cancel may not be enough: before Python 3.12 `asyncio.wait_for`, by which psycopg's pool and
    the client of NATS wait, keeps it to itself when what it waits for comes at that moment, and a
    loop that does not hear of it goes on.
    """
    left: set[asyncio.Task[Any]] = set(tasks)
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=AGAIN_SECONDS)
    await asyncio.gather(*tasks, return_exceptions=True)
