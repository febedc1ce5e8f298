"""Parts of a process end together."""

import asyncio
import contextlib

import pytest

from adapters.together import run_together
from inference.stuck import Stuck

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


def test_one_that_is_stuck_waits_for_nobody() -> None:
    """The others may hang in what it is stuck in; one that can end is given the time."""
    ended: list[str] = []

    async def story() -> None:
        stop, never = asyncio.Event(), asyncio.Event()

        async def stuck() -> None:
            raise Stuck("the store does not answer")

        async def breaking() -> None:
            await stop.wait()
            raise OSError("the disk is full")

        async def hanging() -> None:
            await never.wait()

        async def ending() -> None:
            await stop.wait()
            ended.append("ending")

        parts = (breaking(), hanging(), ending(), stuck())
        await run_together(stop, *parts, stuck_seconds=0.5)

    with pytest.raises(Stuck, match="the store does not answer"):
        asyncio.run(asyncio.wait_for(story(), SECONDS_MAX))
    assert ended == ["ending"]


def test_one_that_gets_stuck_after_the_end_of_another_is_what_is_raised() -> None:
    """Only a new process can go on then, whatever the first died of."""

    async def story() -> None:
        stop, never = asyncio.Event(), asyncio.Event()

        async def breaking() -> None:
            raise OSError("the disk is full")

        async def hanging() -> None:
            await never.wait()

        async def stuck() -> None:
            await stop.wait()
            raise Stuck("the store does not answer")

        await run_together(stop, breaking(), hanging(), stuck(), stuck_seconds=0.0)

    with pytest.raises(Stuck, match="the store does not answer"):
        asyncio.run(asyncio.wait_for(story(), SECONDS_MAX))


async def _until(stop: asyncio.Event) -> None:
    await stop.wait()
