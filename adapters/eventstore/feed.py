"""One reading of the log for all parts of a process: each event is fetched and decoded once.

A part follows the feed as it would follow the log, from a position of its own. The newest events
are handed on from memory; one that is further behind reads the log by itself until it is there.
The feed holds no place for anybody and remembers nothing that the log does not say.
"""

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence

import psycopg

from adapters.eventstore.follower import BATCH_EVENTS_MAX, RECONNECT_SECONDS, Follower
from adapters.postgres.away import tell_waiting
from domain.event import Recorded
from domain.ids import Book

EVENTS_KEPT = 4 * BATCH_EVENTS_MAX
"""Events in memory; twice as many for a moment. A part that is further behind reads the log."""

REST_SECONDS = 0.02
"""Between two reads of a busy log: to read it and to wake all who follow costs nearly as much for
one event as for ten."""

BUSY_EVENTS = 8
"""A batch of so many events says that more are on their way."""

CROWDED_EVENTS = 150
"""A batch of so many: about 500 events a second, where each pause is 0.3 s."""


class LogFeed:
    """Owns the reading thread. Use as a context manager, or `start` and `close`."""

    def __init__(
        self,
        database_url: str,
        *,
        role: str,
        book: Book = "live",
        events_kept: int = EVENTS_KEPT,
        heard: Callable[[Sequence[Recorded]], None] = lambda batch: None,
        rest_seconds: float = REST_SECONDS,
    ) -> None:
        """`heard` is told of each batch before it is handed on."""
        self._database_url = database_url
        self._role = role
        self._book: Book = book
        self._events_kept = events_kept
        self._heard = heard
        self._rest_seconds = rest_seconds
        self._stop = threading.Event()
        self._grown = threading.Condition()
        self._events: list[Recorded] = []
        self._begin: int | None = None
        self._thread = threading.Thread(target=self._run, name="log-feed", daemon=True)

    def start(self) -> "LogFeed":
        self._thread.start()
        return self

    def close(self) -> None:
        """Ends the thread; who still follows is served by the log itself."""
        self._stop.set()
        self._thread.join()

    def __enter__(self) -> "LogFeed":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def batches(
        self,
        after: int,
        *,
        stop: threading.Event,
        limit: int = BATCH_EVENTS_MAX,
        poll_seconds: float = 0.25,
        pause_seconds: float = 0.0,
        busy_pause_seconds: float | None = None,
        crowded_pause_seconds: float | None = None,
    ) -> Iterator[list[Recorded]]:
        """As `Follower.batches`: events after a position in order, and [] on every idle poll.

        `pause_seconds` is for parts that nobody waits for: between the moment there is something
        new and taking it, so that what comes meanwhile is taken with it, and the request that
        caused it goes first. `busy_pause_seconds` is what it is while the last batch held
        BUSY_EVENTS, `crowded_pause_seconds` while it held CROWDED_EVENTS: a batch costs as much as
        several events, so a busy log is taken in larger ones.
        """
        calm = pause_seconds
        busy = calm if busy_pause_seconds is None else busy_pause_seconds
        crowded = busy if crowded_pause_seconds is None else crowded_pause_seconds
        taken = 0
        while not stop.is_set():
            if not self._holds(after):
                for batch in self._older(after, stop, limit):
                    yield batch
                    after = batch[-1].position if batch else after
                continue
            if not self._wait(after, poll_seconds):
                taken = 0
                yield []
                continue
            pause = crowded if taken >= CROWDED_EVENTS else busy if taken >= BUSY_EVENTS else calm
            if pause and taken < limit:
                stop.wait(pause)
            batch = self._after(after, limit)
            taken = len(batch)
            if batch:
                yield batch
                after = batch[-1].position

    def _older(self, after: int, stop: threading.Event, limit: int) -> Iterator[list[Recorded]]:
        """The log itself, up to where memory begins."""
        follower = Follower(self._database_url, role=self._role, book=self._book)
        with contextlib.closing(follower):
            for batch in follower.batches(after, stop=stop, limit=limit):
                yield batch
                after = batch[-1].position if batch else after
                if self._holds(after):
                    return

    def _holds(self, after: int) -> bool:
        """Whether everything after a position is in memory, or will be."""
        with self._grown:
            return self._begin is not None and after >= self._begin and self._thread.is_alive()

    def _wait(self, after: int, seconds: float) -> bool:
        """Whether there is something after a position, at once or within a time."""
        with self._grown:
            return self._grown.wait_for(lambda: self._end > after, seconds)

    def _after(self, after: int, limit: int) -> list[Recorded]:
        """At most `limit` events behind the position; [] where memory begins later."""
        with self._grown:
            assert self._begin is not None
            first = after - self._begin
            return self._events[first : first + limit] if first >= 0 else []

    @property
    def _end(self) -> int:
        return (self._begin or 0) + len(self._events)

    def _run(self) -> None:
        """The thread: it ends only when the feed does, or with an error that it cannot mend."""
        follower = Follower(self._database_url, role=self._role, book=self._book)
        head = self._head(follower)
        if head is None:
            return
        with self._grown:
            self._begin = head
        for batch in follower.batches(head, stop=self._stop, rest_seconds=self._rest_seconds):
            if batch:
                self._heard(batch)
                self._add(batch)

    def _head(self, follower: Follower) -> int | None:
        """Where the log ends now; None when the feed ends before that is known."""
        while not self._stop.is_set():
            try:
                return follower.head()
            except psycopg.OperationalError as error:
                tell_waiting("log", error, "log is out of reach")
                follower.close()
                self._stop.wait(RECONNECT_SECONDS)
        return None

    def _add(self, batch: list[Recorded]) -> None:
        with self._grown:
            self._events += batch
            if len(self._events) > 2 * self._events_kept:
                gone = len(self._events) - self._events_kept
                del self._events[:gone]
                self._begin = (self._begin or 0) + gone
            self._grown.notify_all()
