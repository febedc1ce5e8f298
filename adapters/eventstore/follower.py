"""The log by position: every event once, in order, woken by NOTIFY and never relying on it."""

import contextlib
import select
import struct
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Generic, LiteralString, TypeVar
from uuid import UUID

import psycopg
from psycopg import sql
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGconn, PGresult

from adapters.eventstore.append_call import moment
from adapters.eventstore.arrays import text_array
from adapters.eventstore.mapper import EventMapper
from adapters.postgres.away import tell_waiting
from adapters.postgres.bounded import ANSWER_SECONDS_MAX, answer_of
from adapters.postgres.connections import connect, log_channel
from adapters.postgres.prepared import check_result
from domain.event import Passed, Recorded
from domain.ids import Book

RECONNECT_SECONDS = 0.5
BATCH_EVENTS_MAX = 1000
LATELY_SECONDS = 0.1
MUCH_EVENTS = 30
"""About 200 events a second: what one caller alone, who waits for each answer, does not bring."""

_COLUMNS = "notification_id, originator_id, topic, originator_version, recorded_at"
_AFTER = "WHERE notification_id > $1::bigint ORDER BY notification_id LIMIT $2::bigint"
_ALL = f"SELECT {_COLUMNS}, state FROM stored_events {_AFTER}".encode()
_WANTED = f"""
    SELECT {_COLUMNS}, CASE WHEN wanted THEN state END
    FROM (
        SELECT *, topic = ANY ($3::text[]) AS wanted,
            lead(notification_id) OVER (ORDER BY notification_id) IS NULL AS newest
        FROM (SELECT * FROM stored_events {_AFTER}) AS passed
    ) AS looked_at
    WHERE wanted OR newest ORDER BY notification_id
""".encode()
"""Of all that was recorded the events of a few topics, and the newest: how far one has come."""

_STATE = 5
"""The column of an event's bytes."""

_NAME = b"xavira_follow"
_INT8 = struct.Struct(">q")

_HEAD: LiteralString = "SELECT max(notification_id) FROM stored_events"

Place = TypeVar("Place", Recorded, Passed)


class Pace:
    """How long a reader rests before it reads again: not at all, unless much has come lately.

    Times are seconds of one clock.
    """

    def __init__(self, rest_seconds: float) -> None:
        self._rest_seconds = rest_seconds
        self._read_at = 0.0
        self._lately = 0.0

    def read(self, events: int, now: float) -> None:
        """Notes what a read brought; what came earlier counts half for each half-life since."""
        self._lately *= 0.5 ** ((now - self._read_at) / LATELY_SECONDS)
        self._lately += events
        self._read_at = now

    def rest(self, now: float) -> float:
        if self._lately < MUCH_EVENTS:
            return 0.0
        return max(0.0, self._read_at + self._rest_seconds - now)


class _Following(ABC, Generic[Place]):
    """Goes along the log on a connection of its own; one of them serves one thread.

    It reads at every commit of anybody, beside threads for which somebody waits; so it asks libpq
    itself, by a statement that is prepared once, and waits without Python's lock.
    """

    _statement: bytes

    def __init__(
        self,
        database_url: str,
        *,
        role: str,
        book: Book = "live",
        more: Sequence[bytes] = (),
        patience_seconds: float = ANSWER_SECONDS_MAX,
    ) -> None:
        """`more` are what the statement takes besides a position and a limit, in binary.
        `patience_seconds` is how long the log is waited for.
        """
        self._database_url = database_url
        self._role = role
        self._book: Book = book
        self._more = more
        self._patience_seconds = patience_seconds
        self._mapper = EventMapper()
        self._connection: psycopg.Connection[Any] | None = None
        self._prepared: psycopg.Connection[Any] | None = None
        self._hinted = False

    def batches(
        self,
        after: int,
        *,
        stop: threading.Event,
        limit: int = BATCH_EVENTS_MAX,
        poll_seconds: float = 0.25,
        rest_seconds: float = 0.0,
    ) -> Iterator[list[Place]]:
        """Yields events after position `after` in order, and [] on every idle poll.

        Ends when `stop` is set (seen within `poll_seconds`). A lost connection is made again.
        A batch that is not full was all there was: what comes later is announced, so it is waited
        for at once. While much comes, at least `rest_seconds` lie between two reads, so that it is
        read in larger batches.
        """
        batch: list[Place] = []
        full = False
        pace = Pace(rest_seconds)
        with contextlib.closing(self):
            while not stop.is_set():
                try:
                    if self._listens and not full:
                        self._wait(poll_seconds)
                        stop.wait(pace.rest(time.monotonic()))
                    batch = self._read(after, limit)
                    passed = batch[-1].position - after if batch else 0
                    full = passed >= limit
                    pace.read(passed, time.monotonic())
                except psycopg.OperationalError as error:
                    tell_waiting("log", error, "log is out of reach")
                    self.close()
                    stop.wait(RECONNECT_SECONDS)
                    batch, full = [], False
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
    def _place(self, result: PGresult, row: int) -> Place:
        """What a row tells."""

    def _read(self, after: int, limit: int) -> list[Place]:
        """What was recorded after a position, in order, at most `limit`."""
        server = self._prepared_on(self._listening())
        values = [_INT8.pack(after), _INT8.pack(limit), *self._more]
        binary = [Format.BINARY] * len(values)
        server.send_query_prepared(_NAME, values, binary, Format.BINARY)
        result = answer_of(server, patience_seconds=self._patience_seconds)
        check_result(self._listening(), result, ExecStatus.TUPLES_OK)
        self._take_hints(server)
        return [self._place(result, row) for row in range(result.ntuples)]

    def _wait(self, seconds: float) -> None:
        """LISTEN came before the last read, so no wake-up falls between that one and this wait. A
        hint that came with an answer is of something that the answer may lack.
        """
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
            connection.pgconn.send_prepare(_NAME, self._statement)
            result = answer_of(connection.pgconn, patience_seconds=self._patience_seconds)
            check_result(connection, result, ExecStatus.COMMAND_OK)
            self._prepared = connection
        return connection.pgconn

    @property
    def _listens(self) -> bool:
        """Whether this connection has been read from, with its LISTEN in force."""
        return self._connection is not None and not self._connection.closed

    def _listening(self) -> psycopg.Connection[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = connect(
                self._database_url,
                role=self._role,
                book=self._book,
                patience_seconds=self._patience_seconds,
            )
            channel = sql.Identifier(log_channel(self._book))
            self._connection.execute(sql.SQL("LISTEN {}").format(channel))
        return self._connection


class Follower(_Following[Recorded]):
    """Yields the events themselves."""

    _statement = _ALL

    def _place(self, result: PGresult, row: int) -> Recorded:
        return _recorded(self._mapper, result, row)


class Lookout(_Following[Passed]):
    """Yields the events of a few topics, and of the others that there was one: what is of no use
    here is neither fetched nor decoded.
    """

    _statement = _WANTED

    def __init__(
        self,
        database_url: str,
        *,
        role: str,
        topics: Collection[str],
        book: Book = "live",
        patience_seconds: float = ANSWER_SECONDS_MAX,
    ) -> None:
        super().__init__(
            database_url,
            role=role,
            book=book,
            more=[text_array(sorted(topics))],
            patience_seconds=patience_seconds,
        )

    def _place(self, result: PGresult, row: int) -> Passed:
        if result.get_value(row, _STATE) is None:
            return Passed(position=_INT8.unpack(_value(result, row, 0))[0])
        recorded = _recorded(self._mapper, result, row)
        return Passed(position=recorded.position, recorded=recorded)


def _recorded(mapper: EventMapper, result: PGresult, row: int) -> Recorded:
    position, stream_id, topic, version, at, state = (
        _value(result, row, column) for column in range(_STATE + 1)
    )
    place = _INT8.unpack(version)[0], topic.decode(), state, _INT8.unpack(position)[0], moment(at)
    return mapper.recorded(UUID(bytes=stream_id), place)


def _value(result: PGresult, row: int, column: int) -> bytes:
    """Of a column that is not null."""
    value = result.get_value(row, column)
    assert value is not None
    return value
