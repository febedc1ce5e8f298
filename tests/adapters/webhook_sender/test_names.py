"""Names of receivers, with a resolver that hangs for some of them."""

import asyncio
import threading
from collections import Counter
from collections.abc import Iterator

import pytest

from adapters.webhook_sender.names import QUICK_MAX, SLOW_MAX, Names
from tests.stack import wait_for

SECONDS_MAX = 120.0


class Resolver:
    """Answers at once, except for names that begin with `hangs`, until it is let go."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.go = threading.Event()

    def look_up(self, host: str, port: int) -> list[str]:
        self.asked[host] += 1
        if host.startswith("hangs"):
            self.go.wait(SECONDS_MAX)
        return ["203.0.113.7"]


@pytest.fixture
def resolver() -> Iterator[Resolver]:
    made = Resolver()
    yield made
    made.go.set()


async def _until(resolver: Resolver, look_ups: int) -> None:
    """Waits until there were so many."""
    await asyncio.to_thread(wait_for, lambda: resolver.asked.total() >= look_ups)


def test_names_that_hang_hold_up_no_other(resolver: Resolver) -> None:
    """Three times as many as there are places, and the next name is answered meanwhile; when they
    are asked for again, they get the places of the slow ones and no other.
    """
    hosts = [f"hangs{number}" for number in range(3 * QUICK_MAX)]

    async def answered(names: Names, host: str) -> list[str]:
        async with asyncio.timeout(SECONDS_MAX):
            return await names.addresses(host, 443)

    async def play() -> None:
        names = Names(resolver.look_up, slow_seconds=0.02)
        first = [asyncio.create_task(names.addresses(host, 443)) for host in hosts]
        await _until(resolver, 3 * QUICK_MAX)
        assert await answered(names, "one") == ["203.0.113.7"]
        resolver.go.set()
        await asyncio.gather(*first)
        resolver.go.clear()
        slow = hosts[: 2 * QUICK_MAX]  # they had given their places to the last third
        again = [asyncio.create_task(names.addresses(host, 443)) for host in slow]
        await _until(resolver, 3 * QUICK_MAX + SLOW_MAX + 1)
        assert await answered(names, "another") == ["203.0.113.7"]
        assert resolver.asked.total() == 3 * QUICK_MAX + SLOW_MAX + 2
        resolver.go.set()
        await asyncio.gather(*again, return_exceptions=True)
        names.close()

    asyncio.run(play())


def test_a_name_is_looked_up_once_at_a_time(resolver: Resolver) -> None:
    """Whoever asks meanwhile shares the answer; whoever gives up leaves it to the others."""

    async def play() -> list[list[str]]:
        names = Names(resolver.look_up, slow_seconds=0.02)
        asked = [asyncio.create_task(names.addresses("hangs", 443)) for _ in range(5)]
        await _until(resolver, 1)
        asked.pop().cancel()
        resolver.go.set()
        answers = await asyncio.gather(*asked)
        await names.addresses("hangs", 443)
        names.close()
        return answers

    assert asyncio.run(play()) == [["203.0.113.7"]] * 4
    assert resolver.asked["hangs"] == 2


def test_a_name_that_is_none_is_an_error_for_all_who_ask() -> None:
    """Not a refusal for later: the next one who asks is told anew."""

    asked_for: list[str] = []

    def unknown(host: str, port: int) -> list[str]:
        asked_for.append(host)
        raise OSError("no such name")

    async def play() -> list[BaseException | list[str]]:
        names = Names(unknown)
        asked = [names.addresses("nowhere", 443) for _ in range(3)]
        told = await asyncio.gather(*asked, return_exceptions=True)
        with pytest.raises(OSError, match="no such name"):
            await names.addresses("nowhere", 443)
        names.close()
        return told

    assert [type(each) for each in asyncio.run(play())] == [OSError] * 3
    assert asked_for == ["nowhere"] * 2
