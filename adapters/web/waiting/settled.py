"""Wakes the requests that wait for a generation: one thread follows the log for the process.

Most wait for the ending alone; event streams watch every change. A waiter that is registered before
the state is read can miss nothing: either the state shows it, or it is recorded later and passes
here. What passes is handed to those who wait for it, so that they need not ask for it again; nobody
else is woken, and nothing is kept.
"""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol, TypeVar
from uuid import UUID

import psycopg
import structlog

from adapters.answered import soon
from domain.event import Event, Passed, Recorded
from domain.generation import CAUSES, GenerationCompleted, GenerationStarted
from domain.ports import Stream, followed

WAITERS_MAX = 10_000
"""Requests of one process that may wait at a time; the next ones are answered at once."""

BATCH_EVENTS_MAX = 1000
REST_SECONDS = 0.005
"""Between two reads of a busy log, which then wake as many requests as come in so long."""

STOP_SECONDS_MAX = 5.0
RETRY_SECONDS = 0.5

_log = structlog.get_logger(__name__)

_ENDED: tuple[type[Event], ...] = (GenerationCompleted, *CAUSES)
_CHANGED: tuple[type[Event], ...] = (GenerationStarted, *_ENDED)
CHANGES = frozenset(event.TOPIC for event in _CHANGED)
"""Topics of the events that somebody may wait for."""


class AwaitedEnding(asyncio.Event):
    """Set once a generation ended, and perhaps earlier; holds what passed of it meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self._passed: list[Recorded] = []

    def pass_on(self, recorded: Recorded) -> None:
        self._passed.append(recorded)

    def followed(self, stream: Stream) -> Stream | None:
        """The stream with its end; None where none passed, or something before it: read it then."""
        if not self._passed or not isinstance(self._passed[-1].event, _ENDED):
            return None
        for recorded in self._passed:
            if recorded.version == stream.version + 1:
                stream = followed(stream, recorded)
        return stream if stream.version == self._passed[-1].version else None


_Waiters = dict[UUID, set[AwaitedEnding]]
_Watchers = dict[UUID, set[asyncio.Event]]
_Waiter = TypeVar("_Waiter", bound=asyncio.Event)


class LogFollower(Protocol):
    """What is followed: `adapters.eventstore.follower.Lookout`, or a twin in tests."""

    def batches(
        self,
        after: int,
        *,
        stop: threading.Event,
        limit: int = ...,
        poll_seconds: float = ...,
        rest_seconds: float = ...,
    ) -> Iterator[list[Passed]]:
        """The events of CHANGES after a position in order, and [] on every idle poll."""


class SettledEvents:
    """Owned by the application: `start` inside the running loop, `stop` before it ends."""

    def __init__(self, follower: LogFollower, head: Callable[[], int]) -> None:
        self._follower = follower
        self._head = head
        self._stop = threading.Event()
        self._waiters: _Waiters = {}
        self._watchers: _Watchers = {}
        self._waiting = 0
        self._thread: threading.Thread | None = None

    @property
    def stopping(self) -> bool:
        """Nothing wakes anybody any more."""
        return self._stop.is_set()

    async def start(self) -> None:
        """Follows from the head of the log on, as soon as the database says where that is."""
        self._stop.clear()
        self._thread = threading.Thread(
            target=self._follow,
            args=(asyncio.get_running_loop(),),
            name="settled-events",
            daemon=True,
        )
        self._thread.start()

    def begin_stop(self) -> None:
        """Who waits is woken, reads the state and answers it; nobody waits any more after this."""
        self._stop.set()
        self._wake_all()

    async def stop(self) -> None:
        """Ends the thread, and the waiting of everybody where that was not begun before."""
        self.begin_stop()
        if self._thread is not None:
            await asyncio.to_thread(self._thread.join, STOP_SECONDS_MAX)

    @contextmanager
    def waiting_for(self, generation_id: UUID) -> Iterator[AwaitedEnding | None]:
        """An event that is set once the generation ended. None when too many wait already."""
        if self._waiting >= WAITERS_MAX or self.stopping:
            yield None
            return
        self._waiting += 1
        try:
            with _registered(self._waiters, generation_id, AwaitedEnding()) as ended:
                yield ended
        finally:
            self._waiting -= 1

    @contextmanager
    def watching(self, generation_id: UUID) -> Iterator[asyncio.Event]:
        """An event that is set at every change of the generation, and perhaps at other times.

        Whoever watches counts the watchers.
        """
        with _registered(self._watchers, generation_id, asyncio.Event()) as changed:
            yield changed

    def _follow(self, loop: asyncio.AbstractEventLoop) -> None:
        """The thread. Without it everybody would wait until the time is up, so it goes on."""
        while not self.stopping:
            try:
                self._follow_from_head(loop)
            except Exception:  # noqa: BLE001 - the thread's outermost loop
                _log.exception("waking those who wait broke")
                self._stop.wait(RETRY_SECONDS)

    def _follow_from_head(self, loop: asyncio.AbstractEventLoop) -> None:
        head = self._known_head()
        soon(loop, self._wake_all)
        for batch in self._follower.batches(
            head, stop=self._stop, limit=BATCH_EVENTS_MAX, rest_seconds=REST_SECONDS
        ):
            heard = [
                passed.recorded
                for passed in batch
                if passed.recorded is not None and self._concerns_somebody(passed.recorded)
            ]
            if heard:
                soon(loop, self._wake, heard)

    def _concerns_somebody(self, recorded: Recorded) -> bool:
        """Whoever registers after this look reads a state that shows the event."""
        return recorded.stream_id in self._waiters or recorded.stream_id in self._watchers

    def _known_head(self) -> int:
        """Asks until the database answers; whoever waited meanwhile looks again after that."""
        while not self.stopping:
            try:
                return self._head()
            except psycopg.OperationalError as error:
                _log.warning("log is out of reach", error=str(error))
                self._stop.wait(RETRY_SECONDS)
        return 0

    def _wake_all(self) -> None:
        for registered in (self._waiters, self._watchers):
            for waiters in registered.values():
                for waiter in waiters:
                    waiter.set()

    def _wake(self, heard: list[Recorded]) -> None:
        for recorded in heard:
            for watcher in self._watchers.get(recorded.stream_id, ()):
                watcher.set()
            for waiter in self._waiters.get(recorded.stream_id, ()):
                waiter.pass_on(recorded)
                if isinstance(recorded.event, _ENDED):
                    waiter.set()


@contextmanager
def _registered(
    waiters: dict[UUID, set[_Waiter]], generation_id: UUID, event: _Waiter
) -> Iterator[_Waiter]:
    waiters.setdefault(generation_id, set()).add(event)
    try:
        yield event
    finally:
        others = waiters[generation_id]
        others.discard(event)
        if not others:
            del waiters[generation_id]


async def woken_within(ended: asyncio.Event, seconds: float) -> bool:
    """Waits until the event is set, but not longer, and makes it ready to be set again."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await ended.wait()
    was_set = ended.is_set()
    ended.clear()
    return was_set
