"""Why a consumer gives its process up: only a new one can go on.

Whoever runs a consumer ends the process at once then, because a thread of it may never return; its
supervisor starts the next one, after a pause that grows.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

STORE_SECONDS_MAX = 600.0
"""More than checks, marks and a store that answers take for the largest files, many at once."""

Answer = TypeVar("Answer")


class Stuck(Exception):
    """The message says what is stuck, for operators."""


class EngineStuck(Stuck):
    """An engine does not return, or fails whatever it is given."""


class StoreStuck(Stuck):
    """The object store does not answer."""


async def answer_of_store(work: Awaitable[Answer], *, seconds: float) -> Answer:
    """Raises StoreStuck when the answer does not come in time; what asks for it never ends then."""
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            return await work
    except TimeoutError:
        if not limit.expired():
            raise
        raise no_answer(seconds) from None


def no_answer(seconds: float) -> StoreStuck:
    """What is raised after so long."""
    return StoreStuck(f"the object store did not answer within {seconds:.0f} s")
