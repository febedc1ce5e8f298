"""Calls of the object store, which block, on threads of their own.

A store that does not answer for a minute holds these threads and no others: on the loop's own ones
new work is made ready, and what is cancelled in PostgreSQL is cancelled.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from domain.objects import ObjectStore

THREADS_MAX = 32
"""Calls at a time: what one copies, another process reads meanwhile, over as many connections."""

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class StoreCalls:
    """Asks one store. Threads begin with the calls that need them."""

    def __init__(self, store: ObjectStore) -> None:
        self.store = store
        self._threads = ThreadPoolExecutor(THREADS_MAX, thread_name_prefix="object-store")

    async def call(self, work: Callable[..., Answer], *given: object) -> Answer:
        """Raises what `work` raises."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *given)

    async def each(
        self, work: Callable[[Item], Answer], items: Sequence[Item]
    ) -> list[Answer | Exception]:
        """What `work` makes of each item; one that breaks says nothing of the others.

        At once where the store is on another machine, else on one thread, which wakes the loop
        once.
        """

        def outcome(item: Item) -> Answer | Exception:
            try:
                return work(item)
            except Exception as error:  # noqa: BLE001 - the caller judges it, item by item
                return error

        if self.store.far:
            return await asyncio.gather(*(self.call(outcome, item) for item in items))
        return await self.call(lambda: [outcome(item) for item in items])

    def close(self) -> None:
        """What has not begun is not done."""
        self._threads.shutdown(wait=False, cancel_futures=True)
