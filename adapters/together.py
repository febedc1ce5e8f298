"""Parts of a process that end together: none outlives the others."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any

from inference.stuck import Stuck

STUCK_SECONDS = 5.0
"""How long the others may take to end where one is stuck: they may be stuck as well."""


async def run_together(
    stop: asyncio.Event,
    *parts: Coroutine[Any, Any, None],
    stuck_seconds: float = STUCK_SECONDS,
) -> None:
    """Runs parts that end when `stop` is set. Where one ends before, or this task is canceled,
    `stop` is set for all; returns when none is left, and raises what one of them died of: the
    process then ends, and its supervisor starts it again.

    Raises Stuck before anything else, while others may be left.
    """
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop.set()
        await all_ended(tasks, stuck_seconds=stuck_seconds)
    for task in tasks:
        task.result()


async def all_ended(
    tasks: Iterable["asyncio.Task[Any]"], *, stuck_seconds: float = STUCK_SECONDS
) -> None:
    """Waits until every task has ended, whatever of. Raises Stuck soon after one did of that: the
    others may never end. Whoever is canceled cancels all.
    """
    left = set(tasks)
    found: Stuck | None = None
    try:
        while left and found is None:
            done, left = await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
            found = next((error for task in done if (error := stuck_of(task))), None)
        if left:
            await asyncio.wait(left, timeout=stuck_seconds)
    except asyncio.CancelledError:
        for task in left:
            task.cancel()
        raise
    if found is not None:
        raise found


def stuck_of(task: "asyncio.Task[Any]") -> Stuck | None:
    """What a task that has ended is stuck in, if that is why."""
    error = None if task.cancelled() else task.exception()
    return error if isinstance(error, Stuck) else None
