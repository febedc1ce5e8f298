"""The log by position: every event once, in order, woken by NOTIFY and never relying on it."""

import contextlib
import select
import struct
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, Generic, LiteralString, TypeVar
from uuid import UUID

import psycopg
import structlog
from psycopg import sql
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGconn, PGresult

from adapters.eventstore.append_call import check_result
from adapters.eventstore.mapper import EventMapper
from adapters.eventstore.recorder import LedgerDatastore, LedgerRecorder
from adapters.postgres.connections import connect, log_channel
from domain.event import Passed, Recorded
from domain.ids import Book

RECONNECT_SECONDS = 0.5
BATCH_EVENTS_MAX = 1000

_PASSED = b"""
    SELECT notification_id, originator_id, topic
    FROM stored_events WHERE notification_id > $1::bigint ORDER BY notification_id LIMIT $2::bigint
"""
_PASSED_NAME = b"xavira_passed"
_BINARY = [Format.BINARY] * 2
_INT8 = struct.Struct(">q")

_HEAD: LiteralString = "SELECT max(notification_id) FROM stored_events"

Place = TypeVar("Place", Recorded, Passed)

_log = structlog.get_logger(__name__)


class _Following(ABC, Generic[Place]):
    """Goes along the log on a connection of its own; one of them serves one thread."""

    def __init__(self, database_url: str, *, role: str, book: Book = "live") -> None:
        self._database_url = database_url
        self._role = role
        self._book: Book = book
        self._connection: psycopg.Connection[Any] | None = None

    def batches(
        self,
        after: int,
        *,
        stop: threading.Event,
        limit: int = BATCH_EVENTS_MAX,
        poll_seconds: float = 0.25,
    ) -> Iterator[list[Place]]:
        """Yields events after position `after` in order, and [] on every idle poll.

        Ends when `stop` is set (seen within `poll_seconds`). A lost connection is made again.
        A batch that is not full was all there was: what comes later is announced, so it is waited
        for at once.
        """
        batch: list[Place] = []
        with contextlib.closing(self):
            while not stop.is_set():
                try:
                    if self._listens and len(batch) < limit:
                        self._wait(poll_seconds)
                    batch = self._read(after, limit)
                except psycopg.OperationalError as error:
                    _log.warning("log is out of reach", error=str(error))
                    self.close()
                    stop.wait(RECONNECT_SECONDS)
                    batch = []
                yield batch
                if batch:
                    after = batch[-1].position

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def head(self) -> int:
        """The last position of the log, 0 while it is empty. Raises psycopg.OperationalError."""
        row = self._listening().execute(_HEAD).fetchone()
        return 0 if row is None or row[0] is None else int(row[0])

    @abstractmethod
    def _read(self, after: int, limit: int) -> list[Place]:
        """What was recorded after a position, in order, at most `limit`."""

    def _wait(self, seconds: float) -> None:
        """LISTEN came before the last read, so no wake-up falls between that one and this wait."""
        for _ in self._listening().notifies(timeout=seconds, stop_after=1):
            pass

    @property
    def _listens(self) -> bool:
        """Whether this connection has been read from, with its LISTEN in force."""
        return self._connection is not None and not self._connection.closed

    def _listening(self) -> psycopg.Connection[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = connect(self._database_url, role=self._role, book=self._book)
            channel = sql.Identifier(log_channel(self._book))
            self._connection.execute(sql.SQL("LISTEN {}").format(channel))
        return self._connection


class Follower(_Following[Recorded]):
    """Yields the events themselves."""

    def __init__(self, database_url: str, *, role: str, book: Book = "live") -> None:
        super().__init__(database_url, role=role, book=book)
        self._mapper = EventMapper()
        self._recorder = LedgerRecorder(
            LedgerDatastore(database_url, role=role, book=book), book=book
        )

    def _read(self, after: int, limit: int) -> list[Recorded]:
        rows = self._recorder.read(self._listening(), after, limit)
        return [self._mapper.to_recorded(notification, at) for notification, at in rows]


class Lookout(_Following[Passed]):
    """Yields what kind of event was recorded where, and decodes none.

    It reads at every commit of anybody, in the process that answers requests; so it asks libpq
    itself, by a statement that is prepared once, and waits without Python's lock.
    """

    def __init__(self, database_url: str, *, role: str, book: Book = "live") -> None:
        super().__init__(database_url, role=role, book=book)
        self._prepared: psycopg.Connection[Any] | None = None
        self._hinted = False

    def _read(self, after: int, limit: int) -> list[Passed]:
        server = self._prepared_on(self._listening())
        values = [_INT8.pack(after), _INT8.pack(limit)]
        result = server.exec_prepared(_PASSED_NAME, values, _BINARY, Format.BINARY)
        check_result(self._listening(), result, ExecStatus.TUPLES_OK)
        self._take_hints(server)
        return [_passed(result, row) for row in range(result.ntuples)]

    def _wait(self, seconds: float) -> None:
        """A hint that came with an answer is of something that the answer may lack."""
        if not self._hinted:
            server = self._listening().pgconn
            poller = select.poll()
            poller.register(server.socket, select.POLLIN)
            if poller.poll(seconds * 1000):
                server.consume_input()
                self._take_hints(server)
        self._hinted = False

    def _take_hints(self, server: PGconn) -> None:
        while server.notifies() is not None:
            self._hinted = True

    def _prepared_on(self, connection: psycopg.Connection[Any]) -> PGconn:
        if self._prepared is not connection:
            result = connection.pgconn.prepare(_PASSED_NAME, _PASSED)
            check_result(connection, result, ExecStatus.COMMAND_OK)
            self._prepared = connection
        return connection.pgconn


def _passed(result: PGresult, row: int) -> Passed:
    position, stream_id, topic = (result.get_value(row, column) for column in range(3))
    assert position is not None
    assert stream_id is not None
    assert topic is not None
    return Passed(
        position=_INT8.unpack(position)[0],
        stream_id=UUID(bytes=stream_id),
        topic=topic.decode(),
    )
