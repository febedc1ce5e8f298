"""Answers of threads, for a loop that may close and for callers that may go away."""

import asyncio
from concurrent.futures import Future

import pytest

from adapters.answered import answered, pass_on, soon


def test_a_closed_loop_has_nothing_to_be_told() -> None:
    """Whoever answers from a thread gets no error, and may know that nobody heard."""
    loop = asyncio.new_event_loop()
    heard: list[int] = []
    assert soon(loop, heard.append, 7)
    loop.run_until_complete(asyncio.sleep(0))
    loop.close()

    assert not soon(loop, heard.append, 8)
    assert heard == [7]


def test_whoever_waits_hears_of_an_error_that_no_future_takes() -> None:
    """And what was to be done after the answer is done."""

    async def scenario() -> list[str]:
        asked: Future[None] = Future()
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        done: list[str] = []
        pass_on(asked, waiter, lambda: done.append("then"))
        asked.set_exception(StopIteration())
        async with asyncio.timeout(60):
            with pytest.raises(RuntimeError, match="no more"):
                await waiter
        return done

    assert asyncio.run(scenario()) == ["then"]


def test_who_went_away_is_told_nothing() -> None:
    """The answer of a thread that comes after that is lost, and what follows it is done."""

    async def scenario() -> list[str]:
        asked: Future[str] = Future()
        done: list[str] = []
        waiting = asyncio.ensure_future(answered(asked))
        await asyncio.sleep(0)
        waiting.cancel()
        waiter: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        waiter.cancel()
        pass_on(asked, waiter, lambda: done.append("then"))
        asked.set_result("late")
        await asyncio.sleep(0)
        return done

    assert asyncio.run(scenario()) == ["then"]
