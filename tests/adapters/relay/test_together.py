"""Questions asked together: which of them share an answer, and what becomes of an error."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from adapters.relay.together import Together


class Slow:
    """Doubles numbers, each call once it is let; refuses a call with a negative one."""

    def __init__(self) -> None:
        self.calls: list[list[int]] = []
        self.asked = asyncio.Event()
        self.let = asyncio.Semaphore(0)

    async def ask(self, numbers: list[int]) -> list[int]:
        self.calls.append(numbers)
        self.asked.set()
        await self.let.acquire()
        if min(numbers) < 0:
            raise ValueError(numbers)
        return [2 * number for number in numbers]


def run(scenario: Callable[[Slow, Together[int, int]], Awaitable[None]]) -> None:
    async def main() -> None:
        slow = Slow()
        await scenario(slow, Together(slow.ask))

    asyncio.run(main())


def test_what_waits_meanwhile_is_asked_together() -> None:
    """The first question goes alone and at once, the next hundred in two calls of at most 64."""

    async def scenario(slow: Slow, together: Together[int, int]) -> None:
        first = asyncio.create_task(together.answer(1))
        await slow.asked.wait()
        others = [asyncio.create_task(together.answer(number)) for number in range(100)]
        for _ in range(3):
            slow.let.release()
        assert await first == 2
        assert await asyncio.gather(*others) == [2 * number for number in range(100)]
        assert [len(call) for call in slow.calls] == [1, 64, 36]

    run(scenario)


def test_an_error_is_for_those_who_asked() -> None:
    """All of one call hear of it; the next call is answered."""

    async def scenario(slow: Slow, together: Together[int, int]) -> None:
        broken = [asyncio.create_task(together.answer(number)) for number in (-1, 3)]
        slow.let.release()
        for task in broken:
            with pytest.raises(ValueError, match="-1"):
                await task
        slow.let.release()
        assert await together.answer(4) == 8

    run(scenario)
