"""The Ledger port on PostgreSQL: group commit for appends, one coalescing reader for loads."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from queue import Empty
from typing import Any
from uuid import UUID

import psycopg
import structlog

from adapters.eventstore.append_call import AppendCall
from adapters.eventstore.arrays import register_arrays
from adapters.eventstore.deciding import LogClock, own_time
from adapters.eventstore.group_commit import ASK_TIME_SECONDS, GroupCommit
from adapters.eventstore.inbox import Inbox
from adapters.eventstore.loading import StreamLoader
from adapters.eventstore.loop_appends import LoopAppends
from adapters.eventstore.loop_loads import LoopLoads
from adapters.eventstore.mapper import EventMapper
from adapters.eventstore.reading import Reading
from adapters.eventstore.recorder import LedgerDatastore, LedgerRecorder
from adapters.eventstore.snapshots import SNAPSHOT_EVENTS, SnapshotKeeper
from adapters.eventstore.streams import StreamCache
from adapters.postgres.bounded import ANSWER_SECONDS_MAX
from adapters.postgres.connections import connect
from adapters.postgres.questions import AskedPool
from domain.errors import TemporarilyUnavailable
from domain.event import Recorded
from domain.ids import Book
from domain.ports import Appended, Command, Stream

WORK_ROLE = "xavira_work"
VERSION_MAX = 2**63 - 1
LOADS_TOGETHER_MAX = 256
LOADS_WAITING_MAX = 10_000
LOAD_ATTEMPTS_MAX = 2
"""A read may be repeated on a new connection once; then the caller is told. The attempts share the
patience that there is for one answer."""

_log = structlog.get_logger(__name__)

_Load = tuple[frozenset[UUID], "Future[dict[UUID, Stream]]"]


class PostgresLedger:
    """One process's ledger of one book: a writing thread, a reading thread, a cache of folds."""

    def __init__(
        self,
        database_url: str,
        *,
        role: str,
        book: Book = "live",
        snapshot_events: int | None = SNAPSHOT_EVENTS,
        patience_seconds: float = ANSWER_SECONDS_MAX,
        own_clock: Callable[[], datetime] = own_time,
        ask_time_seconds: float = ASK_TIME_SECONDS,
    ) -> None:
        """`snapshot_events` None reads and writes no snapshots; the answers are the same.
        `patience_seconds` is how long anybody waits for the answer to a statement, on the appends
        of a loop as well; `ask_time_seconds` how often the server is asked for the time.
        """
        self.book: Book = book
        self._database_url = database_url
        self._role = role
        self._patience_seconds = patience_seconds
        self._mapper = EventMapper()
        self._datastore = LedgerDatastore(database_url, role=role, book=book)
        self._recorder = LedgerRecorder(self._datastore, book=book)
        self._keeper = SnapshotKeeper(
            self._connect,
            self._replay,
            samples=role == WORK_ROLE,
            events=snapshot_events,
        )
        self._streams = StreamLoader(
            self._recorder,
            self._mapper,
            StreamCache(),
            offer=self._keeper.offer,
            snapshots=snapshot_events is not None,
        )
        self._clock = LogClock(own_clock)
        self._commits = GroupCommit(
            connect=self._connect,
            recorder=self._recorder,
            mapper=self._mapper,
            loader=self._streams,
            clock=self._clock,
            ask_time_seconds=ask_time_seconds,
        )
        self._loads: Inbox[_Load] = Inbox()
        self._loader = threading.Thread(target=self._load_all, name="ledger-loader", daemon=True)
        self._loading = Reading(
            partial(self._connect, patience_seconds=patience_seconds / LOAD_ATTEMPTS_MAX)
        )
        self._reading = Reading(self._connect)

    def start(self) -> "PostgresLedger":
        """Starts the threads; connections are made when first needed."""
        self._keeper.start()
        self._commits.start()
        self._loader.start()
        return self

    def close(self) -> None:
        """Finishes what waits and closes the connections."""
        self._commits.close()
        self._loads.close()
        if self._loader.is_alive():
            self._loader.join()
        self._keeper.close()
        self._loading.close()
        self._reading.close()
        self._datastore.close()

    def __enter__(self) -> "PostgresLedger":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def append(self, command: Command) -> "Future[Appended]":
        return self._commits.submit(command)

    def load(self, streams: Iterable[UUID]) -> "Future[dict[UUID, Stream]]":
        future: Future[dict[UUID, Stream]] = Future()
        future.set_running_or_notify_cancel()  # a caller that goes away cancels nothing
        full = len(self._loads) >= LOADS_WAITING_MAX
        if full or not self._loads.put((frozenset(streams), future)):
            future.set_exception(TemporarilyUnavailable())
        return future

    def heard(self, batch: Sequence[Recorded]) -> None:
        """What this process has read of the log by itself: it need not be read again for a decision
        about a generation. Nothing depends on it.
        """
        self._streams.heard(batch)

    def remembered(self, stream_id: UUID) -> Stream | None:
        """What this process remembers of a stream: never wrong, perhaps not the newest."""
        return self._streams.cached(stream_id.int)

    def loop_appends(self) -> LoopAppends:
        """Appends for one event loop, which closes them before it closes the ledger."""
        return LoopAppends(
            connect=self._connect,
            call=AppendCall(self.book),
            recorder=self._recorder,
            mapper=self._mapper,
            loader=self._streams,
            clock=self._clock,
            commits=self._commits,
            patience_seconds=self._patience_seconds,
        )

    def loads_of(self, pool: AskedPool, **limits: float) -> LoopLoads:
        """Loads for one event loop, which no thread has a part in."""
        return LoopLoads(self._streams, pool, **limits)

    def read(self, after: int, limit: int) -> Sequence[Recorded]:
        """Raises psycopg.OperationalError when the database cannot be reached."""
        with self._reading.connection() as connection:
            rows = self._recorder.read(connection, after, limit)
        return [self._mapper.to_recorded(notification, at) for notification, at in rows]

    def history(self, stream_id: UUID, limit: int) -> Sequence[Recorded]:
        """Raises psycopg.OperationalError when the database cannot be reached."""
        with self._reading.connection() as connection:
            rows = self._recorder.replay(
                connection, stream_id, after=0, to=VERSION_MAX, limit=limit
            )
        return [self._mapper.to_recorded(notification, at) for notification, at in rows]

    def head(self) -> int:
        """Raises psycopg.OperationalError when the database cannot be reached."""
        with self._reading.connection() as connection:
            row = connection.execute("SELECT max(notification_id) FROM stored_events").fetchone()
            self._clock.ask(partial(self._recorder.times, connection))
        assert row is not None
        return row[0] or 0

    def now(self) -> datetime:
        """The log's time, by which it decides: this machine's own until the server told it."""
        return self._clock.now()

    def _replay(self, connection: psycopg.Connection[Any], stream_id: UUID, version: int) -> Stream:
        return self._streams.replay(connection, stream_id, version)

    def _connect(self, *, patience_seconds: float | None = None) -> psycopg.Connection[Any]:
        """Index look-ups by key are always the right plan here, however stale the statistics."""
        if patience_seconds is None:
            patience_seconds = self._patience_seconds
        connection = connect(
            self._database_url,
            role=self._role,
            book=self.book,
            patience_seconds=patience_seconds,
            enable_seqscan="off",
            enable_hashjoin="off",
            enable_mergejoin="off",
            jit="off",
        )
        register_arrays(connection)
        return connection

    def _load_all(self) -> None:
        """Loads that wait at the same moment share one query."""
        while (first := self._loads.get()) is not None:
            waiting = [first]
            last = False
            with contextlib.suppress(Empty):
                while len(waiting) < LOADS_TOGETHER_MAX:
                    following = self._loads.get_nowait()
                    if following is None:
                        last = True
                        break
                    waiting.append(following)
            self._answer_loads(waiting)
            if last:
                return

    def _answer_loads(self, waiting: list[_Load]) -> None:
        wanted = {stream_id for ids, _ in waiting for stream_id in ids}
        try:
            streams = self._load(wanted)
        except Exception as error:  # noqa: BLE001 - the thread's outermost loop
            _log.warning("load failed", streams=len(wanted), error=str(error))
            for _, future in waiting:
                unavailable = isinstance(error, psycopg.Error)
                future.set_exception(TemporarilyUnavailable() if unavailable else error)
            return
        for ids, future in waiting:
            future.set_result({stream_id: streams[stream_id] for stream_id in ids})

    def _load(self, wanted: set[UUID]) -> dict[UUID, Stream]:
        for attempt in range(1, LOAD_ATTEMPTS_MAX + 1):
            try:
                with self._loading.connection() as connection:
                    return self._streams.fresh(connection, wanted)
            except psycopg.OperationalError:
                if attempt == LOAD_ATTEMPTS_MAX:
                    raise
        raise AssertionError("unreachable")
