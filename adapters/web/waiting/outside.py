"""Calls to somebody else's service that block, or to a process of its own, on their own threads.

Whoever keeps us waiting (a payment provider, an object store, a file that is hard to read) holds
these threads and no others: those of passwords, keys and histories go on meanwhile.
"""

import asyncio
import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from domain.errors import TemporarilyUnavailable

THREADS_MAX = {"orders": 4, "notices": 4, "outputs": 16, "files": 2}
"""Calls at a time of one process, by what they are for."""

WAITING_MAX = {"orders": 1_000, "notices": 1_000, "outputs": 1_000, "files": 8}
"""Calls of one kind that are open; the next ones are refused. A file may take ten seconds."""

Answer = TypeVar("Answer")


class Outside:
    """The calls of one process, by what they are for."""

    def __init__(self) -> None:
        self._threads = {
            kind: ThreadPoolExecutor(threads, thread_name_prefix=kind)
            for kind, threads in THREADS_MAX.items()
        }
        self._open = dict.fromkeys(THREADS_MAX, 0)

    async def call(self, kind: str, function: Callable[..., Answer], *given: object) -> Answer:
        """Raises what the function raises, and TemporarilyUnavailable where too many wait."""
        if self._open[kind] >= WAITING_MAX[kind]:
            raise TemporarilyUnavailable
        self._open[kind] += 1
        try:
            within = partial(contextvars.copy_context().run, function, *given)
            return await asyncio.get_running_loop().run_in_executor(self._threads[kind], within)
        finally:
            self._open[kind] -= 1

    def close(self) -> None:
        """Calls that have not begun are not made."""
        for threads in self._threads.values():
            threads.shutdown(wait=False, cancel_futures=True)
