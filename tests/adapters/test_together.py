"""Parts of a process end together."""

import asyncio
import contextlib

import pytest

from adapters.together import run_together

SECONDS_MAX = 60.0


def test_what_one_dies_of_ends_all_and_is_raised() -> None:
    """The others end by their own doing, before anything is raised."""
    ended: list[str] = []

    async def dying() -> None:
        raise OSError("the disk is full")

    async def other(stop: asyncio.Event) -> None:
        await stop.wait()
        ended.append("other")

    async def story() -> None:
        stop = asyncio.Event()
        await run_together(stop, other(stop), dying())

    with pytest.raises(OSError, match="the disk is full"):
        asyncio.run(asyncio.wait_for(story(), SECONDS_MAX))
    assert ended == ["other"]


def test_one_that_returns_ends_all() -> None:
    """As the process of the test book does when nothing is left to do."""

    async def done() -> None:
        return None

    async def story() -> bool:
        stop = asyncio.Event()
        await run_together(stop, _until(stop), done())
        return stop.is_set()

    assert asyncio.run(asyncio.wait_for(story(), SECONDS_MAX))


def test_nothing_is_left_when_the_task_is_canceled() -> None:
    """Every part is told to stop, and waited for."""

    async def story() -> bool:
        before = asyncio.all_tasks()
        stop, begun = asyncio.Event(), asyncio.Event()

        async def part() -> None:
            begun.set()
            await stop.wait()

        task = asyncio.create_task(run_together(stop, part(), _until(stop)))
        await begun.wait()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        return asyncio.all_tasks() == before

    assert asyncio.run(asyncio.wait_for(story(), SECONDS_MAX))


async def _until(stop: asyncio.Event) -> None:
    await stop.wait()
