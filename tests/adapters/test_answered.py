"""Waiting for several answers of the ledger at once."""

import asyncio
from concurrent.futures import Future

import pytest

from adapters.answered import all_answered
from domain.errors import NotFound


def test_answers_and_errors_come_in_the_order_of_the_questions() -> None:
    """One is there before it is waited for, two come from another thread, one of them an error."""

    async def main() -> None:
        there, later, refused = Future[int](), Future[int](), Future[int]()
        there.set_result(1)
        waiting = asyncio.create_task(all_answered([there, later, refused]))
        await asyncio.to_thread(refused.set_exception, NotFound())
        assert not waiting.done()
        await asyncio.to_thread(later.set_result, 2)
        first, second, third = await waiting
        assert (first, second) == (1, 2)
        assert isinstance(third, NotFound)

    asyncio.run(main())


def test_nothing_is_waited_for_when_nothing_was_asked() -> None:
    """No question has no answer."""
    assert asyncio.run(all_answered([])) == []


def test_who_goes_away_leaves_the_answers_alone() -> None:
    """A waiter that is cancelled cancels no answer, which comes without anybody to hear it."""

    async def main() -> None:
        asked = Future[int]()
        waiting = asyncio.create_task(all_answered([asked]))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        asked.set_result(1)
        await asyncio.sleep(0)
        assert asked.result() == 1

    asyncio.run(main())
