"""Calls of the object store, which block, on threads of their own.

A store that does not answer for a minute holds these threads and no others: on the loop's own ones
new work is made ready, and what is cancelled in PostgreSQL is cancelled. One that does not answer
at all is given up, and the process with it: a thread that hangs in it may never return.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from domain.objects import ObjectStore
from inference.stuck import STORE_SECONDS_MAX, no_answer

THREADS_MAX = 32
"""Calls at a time: what one copies, another process reads meanwhile, over as many connections."""

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class StoreCalls:
    """Asks one store. Threads begin with the calls that need them."""

    def __init__(self, store: ObjectStore, *, seconds_max: float = STORE_SECONDS_MAX) -> None:
        self.store = store
        self._seconds_max = seconds_max
        self._threads = ThreadPoolExecutor(THREADS_MAX, thread_name_prefix="object-store")

    async def call(self, work: Callable[..., Answer], *given: object) -> Answer:
        """Raises what `work` raises, and StoreStuck when it does not end in time."""
        return await self._answer(lambda _: work(*given))

    async def each(
        self, work: Callable[[Item], Answer], items: Sequence[Item]
    ) -> list[Answer | Exception]:
        """What `work` makes of each item; one that breaks says nothing of the others.

        At once where the store is on another machine, else on one thread, which wakes the loop
        once. Raises StoreStuck when one of them does not end in time.
        """

        def outcome(item: Item) -> Answer | Exception:
            try:
                return work(item)
            except Exception as error:  # noqa: BLE001 - the caller judges it, item by item
                return error

        def outcomes(since: "_Since") -> list[Answer | Exception]:
            done = []
            for item in items:
                since.begin()
                done.append(outcome(item))
            return done

        if self.store.far:
            return await asyncio.gather(*(self.call(outcome, item) for item in items))
        return await self._answer(outcomes)

    def close(self) -> None:
        """What has not begun is not done."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def _answer(self, work: Callable[["_Since"], Answer]) -> Answer:
        """What waits for a thread takes none of its own time: those that hold them are given up."""
        since = _Since()

        def begun() -> Answer:
            since.begin()
            return work(since)

        asked = asyncio.get_running_loop().run_in_executor(self._threads, begun)
        try:
            left = self._seconds_max
            while not (await asyncio.wait({asked}, timeout=left))[0]:
                left = self._seconds_max - since.seconds()
                if left <= 0:
                    raise no_answer(self._seconds_max)
            return asked.result()
        finally:
            asked.cancel()


class _Since:
    """When a thread last began something: only it tells, and the loop looks."""

    def __init__(self) -> None:
        self._at: float | None = None

    def begin(self) -> None:
        self._at = time.monotonic()

    def seconds(self) -> float:
        """0 for what has not begun."""
        return 0.0 if self._at is None else time.monotonic() - self._at
