"""Who waits until the lists know of something, and what that costs."""

import asyncio
from typing import Any

from adapters.web.answers.followers import Followers
from adapters.web.dependencies import ListPool
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


class Counted:
    """A pool that counts what it is asked."""

    def __init__(self, pool: ListPool) -> None:
        self.asked = 0
        self._pool = pool

    async def ask(self, *question: Any) -> Any:
        self.asked += 1
        return await self._pool.ask(*question)


def _waited(site: Site, *wanted: tuple[str, int]) -> tuple[list[int], int]:
    """For 0.2 seconds at most, all at once: how far everybody is, and how often that was asked."""

    async def wait() -> tuple[list[int], int]:
        async with site.pool() as pool:
            counted: Any = Counted(pool)
            followers = Followers(counted, wait_seconds=0.2)
            found = await asyncio.gather(*(followers.reached(*each) for each in wanted))
            return list(found), counted.asked

    waited: tuple[list[int], int] = site.wait(wait())
    return waited


def test_how_far_everybody_is(site: Site, customer: Customer) -> None:
    """A projection that is there, one that is not yet, one that there is none of, and the log."""
    customer.character()
    site.project()
    head = site.ledger.head()
    wanted = [("statements", head), ("statements", head + 1), ("nobody", 1), ("log", head + 1)]
    assert _waited(site, *wanted)[0] == [head, head, 0, head]


def test_a_hundred_wait_with_the_looks_of_one(site: Site) -> None:
    """Fifty looks a second, however many wait for what never comes."""
    found, asked = _waited(site, *[("statements", 2**60)] * 100)
    assert len(set(found)) == 1
    assert asked <= 12
