"""Parts of a process that end together: none outlives the others."""

import asyncio
from collections.abc import Coroutine
from typing import Any


async def run_together(stop: asyncio.Event, *parts: Coroutine[Any, Any, None]) -> None:
    """Runs parts that end when `stop` is set. Where one ends before, or this task is canceled,
    `stop` is set for all; returns when none is left, and raises what one of them died of: the
    process then ends, and its supervisor starts it again.
    """
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop.set()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
