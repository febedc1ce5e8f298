"""Looks up the names of receivers, so that names which never answer hold up nobody else's.

A look-up blocks a thread and cannot be ended. So each name is looked up once at a time, whoever
asks for it; one that has not answered in a moment gives its place to the next, and that name is
looked up among its like from then on, until it answers in time again.
"""

import asyncio
import socket
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

QUICK_MAX = 32
"""Look-ups at a time of names that nothing is known against."""

SLOW_MAX = 32
"""The same, of names that did not answer in time when they were last asked for."""

HANGING_MAX = 448
"""Look-ups that have given their place away and still block a thread; then places are kept."""

SLOW_SECONDS = 1.0
"""A resolver that has a name, or learns that there is none, answers much faster."""

SLOW_KNOWN_MAX = 10_000
WAIT_SECONDS_MAX = 5.0
"""For a place; whoever asked has given up by then."""

LookUp = Callable[[str, int], list[str]]
"""Every address of a host, as text; may block. Raises OSError."""


def look_up(host: str, port: int) -> list[str]:
    """What this machine's resolver says."""
    rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in rows))


class Names:
    """The look-ups of one sender; used within one event loop."""

    def __init__(self, look_up: LookUp = look_up, *, slow_seconds: float = SLOW_SECONDS) -> None:
        self._look_up = look_up
        self._slow_seconds = slow_seconds
        self._threads = ThreadPoolExecutor(
            QUICK_MAX + SLOW_MAX + HANGING_MAX, thread_name_prefix="webhooks-names"
        )
        self._quick = asyncio.Semaphore(QUICK_MAX)
        self._slow = asyncio.Semaphore(SLOW_MAX)
        self._slow_hosts: OrderedDict[str, None] = OrderedDict()
        self._hanging = 0
        self._under_way: dict[str, asyncio.Task[list[str]]] = {}

    async def addresses(self, host: str, port: int) -> list[str]:
        """Raises OSError, UnicodeError, and TimeoutError where no place was free in time."""
        asked = self._under_way.get(host)
        if asked is None:
            asked = asyncio.create_task(self._answer(host, port))
            self._under_way[host] = asked
            asked.add_done_callback(lambda done: self._ended(host, done))
        return await asyncio.shield(asked)

    def close(self) -> None:
        """Ends what has not begun; what hangs is left to itself."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _ended(self, host: str, done: asyncio.Task[list[str]]) -> None:
        self._under_way.pop(host, None)
        if not done.cancelled():
            done.exception()  # those who asked may all have gone

    async def _answer(self, host: str, port: int) -> list[str]:
        known_slow = host in self._slow_hosts
        places = self._slow if known_slow else self._quick
        async with asyncio.timeout(WAIT_SECONDS_MAX):
            await places.acquire()
        asked = asyncio.get_running_loop().run_in_executor(self._threads, self._look_up, host, port)
        done, _ = await asyncio.wait([asked], timeout=self._slow_seconds)
        if done:
            self._slow_hosts.pop(host, None)
        else:
            self._note_slow(host)
        if not known_slow and not done and self._hanging < HANGING_MAX:
            places.release()
            return await self._hang(asked)
        try:
            return await asked
        finally:
            places.release()

    async def _hang(self, asked: "asyncio.Future[list[str]]") -> list[str]:
        self._hanging += 1
        try:
            return await asked
        finally:
            self._hanging -= 1

    def _note_slow(self, host: str) -> None:
        self._slow_hosts[host] = None
        self._slow_hosts.move_to_end(host)
        if len(self._slow_hosts) > SLOW_KNOWN_MAX:
            self._slow_hosts.popitem(last=False)
