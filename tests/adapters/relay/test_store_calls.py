"""Calls of a store that does not answer them."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from adapters.memory.objects import MemoryStore
from adapters.relay import store_calls
from adapters.relay.store_calls import StoreCalls
from inference.stuck import StoreStuck

SECONDS_MAX = 60.0


class Gated(MemoryStore):
    """Deletes nothing until it is let."""

    def __init__(self, *, far: bool) -> None:
        super().__init__()
        self.far = far
        self.gate = threading.Event()

    def delete(self, key: str) -> None:
        assert self.gate.wait(SECONDS_MAX)


@pytest.fixture(params=[False, True], ids=["near", "far"])
def store(request: pytest.FixtureRequest) -> Iterator[Gated]:
    gated = Gated(far=request.param)
    yield gated
    gated.gate.set()


def test_a_call_that_is_not_answered_is_given_up(store: Gated) -> None:
    """One, and several: whoever asked learns that only a new process can go on."""

    async def story() -> None:
        calls = StoreCalls(store, seconds_max=0.1)
        with pytest.raises(StoreStuck, match="did not answer"):
            await calls.call(store.delete, "key")
        with pytest.raises(StoreStuck, match="did not answer"):
            await calls.each(store.delete, ["one", "other"])
        store.gate.set()
        calls.close()

    asyncio.run(asyncio.wait_for(story(), SECONDS_MAX))


def test_what_the_store_raises_is_no_silence(store: Gated) -> None:
    """Also a TimeoutError of its own, alone or for one of several."""

    def refuse(_: str) -> None:
        raise TimeoutError("too slow")

    async def story() -> None:
        calls = StoreCalls(store, seconds_max=SECONDS_MAX)
        with pytest.raises(TimeoutError, match="too slow"):
            await calls.call(refuse, "key")
        outcomes = await calls.each(refuse, ["one", "other"])
        assert [type(outcome) for outcome in outcomes] == [TimeoutError, TimeoutError]
        calls.close()

    asyncio.run(asyncio.wait_for(story(), SECONDS_MAX))


def test_a_store_that_is_slow_with_each_is_not_given_up() -> None:
    """Each item has the time of its own, so that a batch of them may take longer; and a call that
    waits for a thread has not begun.
    """
    pause = threading.Event()

    def slow(item: int) -> int:
        pause.wait(0.2)
        return item

    async def story() -> None:
        near = StoreCalls(Gated(far=False), seconds_max=1.0)
        assert await near.each(slow, list(range(8))) == list(range(8))
        near.close()
        many = list(range(8 * store_calls.THREADS_MAX))
        far = StoreCalls(Gated(far=True), seconds_max=1.0)
        assert await far.each(slow, many) == many
        far.close()

    asyncio.run(asyncio.wait_for(story(), SECONDS_MAX))
