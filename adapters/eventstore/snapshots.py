"""Folds of accounts, kept beside the log so that a cold load need not replay their long streams.

A snapshot never decides anything: what follows it in the log is folded on top, and one that other
code wrote is ignored. They are written by a thread of their own, away from the append, and thrown
away rather than waited for when there are too many. `work` compares one of them with the log every
now and then.
"""

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache, partial
from importlib import resources
from importlib.resources.abc import Traversable
from queue import Empty, Full, Queue
from typing import Any, LiteralString
from uuid import UUID

import msgspec
import psycopg
import structlog

from domain.ledger import Account
from domain.ports import Stream

SNAPSHOT_EVENTS = 1_000
"""A stream is kept whenever it has grown by about so many events."""

WAITING_MAX = 1_000
SAMPLE_SECONDS = 60.0
"""How often one snapshot is compared with the log, where that is this process's work."""

Offer = Callable[[UUID, int, Stream], None]
"""`offer(stream_id, begun, stream)`: a stream has grown since a version; may be ignored."""

Replay = Callable[[psycopg.Connection[Any], UUID, int], Stream]
"""`replay(connection, stream_id, version)` folds a stream from its first event to that version."""

_KEEP: LiteralString = """
    INSERT INTO snapshots (stream_id, version, position, fold, state, times)
    VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT (stream_id) DO UPDATE SET
        version = excluded.version, position = excluded.position, fold = excluded.fold,
        state = excluded.state, times = excluded.times, made_at = now()
    WHERE snapshots.fold <> excluded.fold OR snapshots.version < excluded.version
"""

_SOME: LiteralString = """
    SELECT stream_id, version, position, state, times FROM snapshots
    WHERE fold = %s ORDER BY random() LIMIT %s
"""

_log = structlog.get_logger(__name__)


@cache
def fold_version() -> str:
    """Names the code that folds: any change of a rule or of a state's shape changes it.

    It is taken from the source of the whole domain, because a rule that is missed here would
    change answers, and a change too many costs one replay.
    """
    return version_of(resources.files("domain"))


def version_of(folder: Traversable) -> str:
    """Another one for every change of place, length or content of a module in the folder."""
    digest = hashlib.sha256(msgspec.__version__.encode())
    for name, source in sorted(sources(folder)):
        digest.update(b"%s %d " % (name.encode(), len(source)))
        digest.update(source)
    return digest.hexdigest()[:32]


def sources(folder: Traversable, inside: str = "") -> Iterator[tuple[str, bytes]]:
    """Every source file of a package and of the packages in it, by its path inside."""
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from sources(entry, f"{inside}{entry.name}/")
        elif entry.name.endswith(".py"):
            yield f"{inside}{entry.name}", entry.read_bytes()


def encoded(stream: Stream) -> tuple[bytes, bytes]:
    """State and times of an account as they are stored."""
    assert isinstance(stream.state, Account), "only accounts grow without bound"
    return msgspec.msgpack.encode(stream.state), msgspec.msgpack.encode(stream.times)


def decoded(*, version: int, position: int, state: bytes, times: bytes) -> Stream:
    """The stream that `encoded` spelled."""
    return Stream(
        version=version,
        position=position,
        state=msgspec.msgpack.decode(state, type=Account),
        times=msgspec.msgpack.decode(times, type=dict[str, datetime]),
    )


def sample(
    connection: psycopg.Connection[Any],
    replay: Replay,
    *,
    snapshots: int,
) -> list[UUID]:
    """Compares some snapshots, chosen at random, with the log; the streams where they differ."""
    rows = connection.execute(_SOME, (fold_version(), snapshots)).fetchall()
    differing = []
    for stream_id, version, position, state, times in rows:
        kept = decoded(version=version, position=position, state=state, times=times)
        if replay(connection, stream_id, version) != kept:
            differing.append(stream_id)
    return differing


class SnapshotKeeper:
    """Owns the thread that writes snapshots, and in `work` the one look a minute at what is kept.

    A row that differs from the log is reported and deleted; the log is right.
    """

    def __init__(
        self,
        connect: Callable[[], psycopg.Connection[Any]],
        replay: Replay,
        *,
        samples: bool,
        events: int | None = SNAPSHOT_EVENTS,
    ) -> None:
        self._connect = connect
        self._replay = replay
        self._samples = samples
        self._events = events
        self._waiting: Queue[tuple[UUID, Stream] | None] = Queue(WAITING_MAX)
        self._thread = threading.Thread(target=self._run, name="snapshots", daemon=True)
        self._connection: psycopg.Connection[Any] | None = None

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Writes what waits, then ends the thread."""
        if self._thread.is_alive():
            self._waiting.put(None)
            self._thread.join()
        self._drop_connection()

    def offer(self, stream_id: UUID, begun: int, stream: Stream) -> None:
        """Keeps an account that has grown enough; any thread may call it, and it never waits."""
        if self._events is None or not isinstance(stream.state, Account):
            return
        if stream.version // self._events == begun // self._events:
            return
        try:
            self._waiting.put_nowait((stream_id, stream))
        except Full:
            return

    def keep(self, streams: Iterable[tuple[UUID, Stream]]) -> None:
        """Writes snapshots now. Raises psycopg.Error."""
        for stream_id, stream in streams:
            place = (stream_id, stream.version, stream.position, fold_version())
            self._connected().execute(_KEEP, (*place, *encoded(stream)))

    def _run(self) -> None:
        while True:
            try:
                offered = self._waiting.get(timeout=SAMPLE_SECONDS if self._samples else None)
            except Empty:
                self._attempt(self._compare)
                continue
            if offered is None:
                return
            self._attempt(partial(self.keep, [offered]))

    def _attempt(self, work: Callable[[], None]) -> None:
        """The outermost loop's body: a snapshot that cannot be written is no loss."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 - the thread's outermost loop
            _log.warning("snapshot failed", error=str(error))
            self._drop_connection()

    def _compare(self) -> None:
        connection = self._connected()
        for stream_id in sample(connection, self._replay, snapshots=1):
            _log.error("snapshot differs from the log", stream_id=str(stream_id))
            connection.execute("DELETE FROM snapshots WHERE stream_id = %s", (stream_id,))

    def _connected(self) -> psycopg.Connection[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = self._connect()
        return self._connection

    def _drop_connection(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
