"""One batch, one transaction: the library's application recorder with our measured corrections.

What is inherited is the library's shape, for whoever brings something that expects one of its
recorders. Nothing of ours goes that way: ledgers call `append`, `load` and the like on connections
of their own, and the datastore's pool is opened by the first `insert_events`, which none makes.

What differs from the library and why (figures in docs/decisions/0002):
- the append lock is an advisory lock, so a role with INSERT and SELECT can take it and VACUUM or
  ANALYZE never stand in its way;
- positions are computed from the last row under that lock, so they have no gaps, and a writer that
  ignored the lock would hit the unique index instead of being missed;
- the recorded time is set under the lock and never decreases;
- lock, insert and commit are one call of `append_events` (or one pipeline, where ground rows belong
  to the batch), so a stopped client holds no lock;
- nothing is retried here: whether a lost COMMIT landed is for `group_commit` to find out.
"""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

import psycopg
from eventsourcing.persistence import Notification, StoredEvent
from eventsourcing.postgres import (
    ConnectionPool,
    PostgresApplicationRecorder,
    PostgresDatastore,
)
from psycopg import Connection, sql
from psycopg.rows import dict_row, tuple_row
from psycopg.types.numeric import Int8

from adapters.eventstore.append_call import (
    APPEND_LOCK,
    APPEND_LOCK_BOOKS,
    AppendCall,
    columns,
)
from adapters.eventstore.arrays import bigint_array, register_arrays, uuid_array
from adapters.eventstore.mapper import Stored
from adapters.eventstore.snapshots import decoded
from adapters.postgres.connections import LOOKUPS, book_schema, conninfo, log_channel
from domain.ids import Book
from domain.ports import GroundRow, Stream

GROUND_TABLES = frozenset(
    {"accounts", "key_hashes", "key_notes", "data_keys", "mails", "webhook_secrets"}
)

StoredRow = tuple[int, str, bytes, int, datetime]
"""An event of a known stream: version, topic, state, position, recorded time."""

_TAILS: LiteralString = """
    SELECT t.originator_id, t.originator_version, t.topic, t.state,
           t.notification_id, t.recorded_at
    FROM unnest(%b::uuid[], %b::bigint[]) AS k (id, version)
    CROSS JOIN LATERAL (
        SELECT * FROM stored_events
        WHERE originator_id = k.id AND originator_version > k.version
        ORDER BY originator_version
    ) AS t
    ORDER BY t.notification_id
"""

LOAD: LiteralString = """
    SELECT k.id AS originator_id, t.*
    FROM unnest(%(ids)b::uuid[], %(versions)b::bigint[]) AS k (id, version)
    LEFT JOIN snapshots AS s
        ON s.stream_id = k.id AND s.fold = %(fold)b AND s.version > k.version
    CROSS JOIN LATERAL (
        SELECT s.version AS originator_version, NULL AS topic, s.state,
            s.position AS notification_id, s.made_at AS recorded_at, s.times
        WHERE s.version IS NOT NULL
        UNION ALL (
            SELECT originator_version, topic, state, notification_id, recorded_at, NULL
            FROM stored_events
            WHERE originator_id = k.id AND originator_version > coalesce(s.version, k.version)
            ORDER BY originator_version
        )
    ) AS t
    ORDER BY t.notification_id
"""
"""Rows are for `loaded`."""

_REPLAY: LiteralString = """
    SELECT originator_id, originator_version, topic, state, notification_id, recorded_at
    FROM stored_events
    WHERE originator_id = %b AND originator_version > %b AND originator_version <= %b
    ORDER BY originator_version LIMIT %b
"""

_READ: LiteralString = """
    SELECT originator_id, originator_version, topic, state, notification_id, recorded_at
    FROM stored_events WHERE notification_id > %b ORDER BY notification_id LIMIT %b
"""


_TIMES: LiteralString = """
    SELECT clock_timestamp(),
        (SELECT recorded_at FROM stored_events ORDER BY notification_id DESC LIMIT 1)
"""


class LedgerDatastore(PostgresDatastore):
    """The library's datastore over our own connection settings: role, search path, time limits."""

    def __init__(self, database_url: str, *, role: str, book: Book) -> None:
        super().__init__("", "", "", "", "", schema=book_schema(book))
        self.pool = ConnectionPool(
            conninfo=conninfo(database_url, role=role, book=book, **LOOKUPS),
            connection_class=Connection[dict[str, Any]],
            kwargs={"row_factory": dict_row, "autocommit": True},
            min_size=1,
            max_size=2,
            open=False,
            timeout=5,
        )

    def register_type_adapters(self) -> None:
        """Batches travel as arrays, so the library's composite types are not needed: it would
        connect for them as soon as a recorder is made.
        """


class LedgerRecorder(PostgresApplicationRecorder):
    """Appends batches and reads them back; made for exactly one writing thread."""

    def __init__(self, datastore: LedgerDatastore, *, book: Book) -> None:
        super().__init__(datastore, events_table_name="stored_events")
        self.channel_name = log_channel(book)
        self.lock_table_statements = [
            sql.SQL("SELECT pg_advisory_xact_lock({}, {})").format(
                APPEND_LOCK, APPEND_LOCK_BOOKS[book]
            )
        ]
        self._call = AppendCall(book)

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        """The library's way in, which no ledger takes: one transaction, no retry. Returns the
        positions.
        """
        with self.datastore.get_connection() as connection:
            register_arrays(connection)
            first, _ = self.append(connection, stored_events, ())
        return range(first, first + len(stored_events))

    def append(
        self,
        connection: Connection[Any],
        stored_events: Sequence[StoredEvent | Stored],
        rows: Sequence[GroundRow],
    ) -> tuple[int, datetime]:
        """Records events and ground rows in one transaction, in one exchange with the server.

        The connection comes from a ledger, which has taught it to send arrays.
        Returns the position of the first event and the recorded time that all of them share.
        Raises psycopg.errors.UniqueViolation when a stream has moved on, OperationalError when the
        outcome is unknown; the connection is back outside any transaction unless it is broken.
        """
        if not rows:
            return self._call(connection, stored_events)
        try:
            with connection.pipeline() as pipeline, _cursor(connection) as c:
                connection.execute("BEGIN")
                connection.execute(self.lock_table_statements[0], prepare=True)
                for row in rows:
                    connection.execute(_ground_insert(row), list(row.values.values()))
                c.execute(self._call.for_cursor, columns(stored_events), prepare=True)
                connection.execute("COMMIT")
                pipeline.sync()
                return _place_of(c)
        except psycopg.Error:
            _leave_transaction(connection)
            raise

    def times(self, connection: Connection[Any]) -> tuple[datetime, datetime | None]:
        """The server's time, and when the last event was recorded; None in an empty log."""
        with connection.cursor(row_factory=tuple_row, binary=True) as cursor:
            row = cursor.execute(_TIMES).fetchone()
        assert row is not None
        return row[0], row[1]

    @contextlib.contextmanager
    def locked(self, connection: Connection[Any]) -> Iterator[None]:
        """A transaction that holds the append lock, for deciding again on what is there now."""
        with connection.transaction():
            connection.execute(self.lock_table_statements[0], prepare=True)
            yield

    def record(
        self,
        connection: Connection[Any],
        stored_events: Sequence[StoredEvent | Stored],
        rows: Sequence[GroundRow],
    ) -> tuple[int, datetime]:
        """Ground rows and events, for use inside `locked`."""
        for row in rows:
            connection.execute(_ground_insert(row), list(row.values.values()))
        return self._call(connection, stored_events)

    def tails(
        self, connection: Connection[Any], versions: dict[UUID, int]
    ) -> list[tuple[Notification, datetime]]:
        """Events of each stream after the given version, in order of position."""
        if not versions:
            return []
        with connection.cursor(row_factory=dict_row, binary=True) as cursor:
            known = (uuid_array(list(versions)), bigint_array(list(versions.values())))
            cursor.execute(_TAILS, known, prepare=True)
            return [_notification(row) for row in cursor]

    def load(
        self, connection: Connection[Any], versions: Mapping[UUID, int], fold: str
    ) -> Iterator[tuple[UUID, Stream | StoredRow]]:
        """What each stream holds after the given version: newer snapshot first, then its events."""
        if not versions:
            return
        with connection.cursor(row_factory=tuple_row, binary=True) as cursor:
            known = {
                "ids": uuid_array(list(versions)),
                "versions": bigint_array(list(versions.values())),
                "fold": fold,
            }
            cursor.execute(LOAD, known, prepare=True)
            yield from loaded(cursor)

    def replay(
        self, connection: Connection[Any], stream_id: UUID, *, after: int, to: int, limit: int
    ) -> list[tuple[Notification, datetime]]:
        """Events of one stream with a version after `after` and up to `to`, at most `limit`."""
        with connection.cursor(row_factory=dict_row, binary=True) as cursor:
            wanted = (stream_id, Int8(after), Int8(to), Int8(limit))
            cursor.execute(_REPLAY, wanted, prepare=True)
            return [_notification(row) for row in cursor]

    def read(
        self, connection: Connection[Any], after: int, limit: int
    ) -> list[tuple[Notification, datetime]]:
        """Events with a position greater than `after`, in order, at most `limit`."""
        with connection.cursor(row_factory=dict_row, binary=True) as cursor:
            cursor.execute(_READ, (Int8(after), Int8(limit)), prepare=True)
            return [_notification(row) for row in cursor]


def loaded(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[UUID, Stream | StoredRow]]:
    """What the rows of LOAD tell of streams: a snapshot, or an event."""
    for stream_id, version, topic, state, position, recorded_at, times in rows:
        if topic is None:
            yield stream_id, decoded(version=version, position=position, state=state, times=times)
        else:
            yield stream_id, (version, topic, state, position, recorded_at)


def _notification(row: dict[str, Any]) -> tuple[Notification, datetime]:
    notification = Notification(
        id=row["notification_id"],
        originator_id=row["originator_id"],
        originator_version=row["originator_version"],
        topic=row["topic"],
        state=row["state"],
    )
    return notification, row["recorded_at"]


def _cursor(connection: Connection[Any]) -> psycopg.Cursor[Any]:
    return connection.cursor(row_factory=tuple_row, binary=True)


def _place_of(cursor: psycopg.Cursor[Any]) -> tuple[int, datetime]:
    row = cursor.fetchone()
    assert row is not None
    first, recorded_at = row
    return first, recorded_at


def _ground_insert(row: GroundRow) -> sql.Composed:
    """A second delivery of a ground row is the first one's echo, so it changes nothing."""
    assert row.table in GROUND_TABLES, row.table
    return sql.SQL("INSERT INTO {} ({}) VALUES ({}) ON CONFLICT DO NOTHING").format(
        sql.Identifier(row.table),
        sql.SQL(", ").join(map(sql.Identifier, row.values)),
        sql.SQL(", ").join(sql.Placeholder() * len(row.values)),
    )


def _leave_transaction(connection: Connection[Any]) -> None:
    with contextlib.suppress(psycopg.Error):
        if not connection.closed:
            connection.execute("ROLLBACK")
