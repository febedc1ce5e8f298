"""One batch, one transaction: the library's application recorder with our measured corrections.

What differs from the library and why (figures in docs/decisions/0002):
- the append lock is an advisory lock, so a role with INSERT and SELECT can take it and VACUUM or
  ANALYZE never stand in its way;
- positions are computed from the last row under that lock, so they have no gaps, and a writer that
  ignored the lock would hit the unique index instead of being missed;
- the recorded time is set under the lock and never decreases;
- BEGIN, lock, INSERT and COMMIT travel in one pipeline, so a stopped client holds no lock;
- nothing is retried here: whether a lost COMMIT landed is for `group_commit` to find out.
"""

import contextlib
from collections.abc import Iterator, Sequence
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
from psycopg.rows import dict_row
from psycopg.types.numeric import Int8

from adapters.postgres.connections import book_schema, conninfo, log_channel
from domain.ids import Book
from domain.ports import GroundRow

APPEND_LOCK = 0x58415650
"""Advisory lock key of the append; the book's log is told apart by the second key."""

APPEND_LOCK_BOOKS: dict[Book, int] = {"live": 1, "test": 2}

GROUND_TABLES = frozenset({"accounts", "key_hashes", "data_keys"})

_INSERT: LiteralString = """
    WITH head AS MATERIALIZED (
        SELECT coalesce(max(notification_id), 0) AS position FROM stored_events
    ), clock AS MATERIALIZED (
        SELECT greatest(
            clock_timestamp(),
            (SELECT recorded_at FROM stored_events
             WHERE notification_id = (SELECT position FROM head))
        ) AS now
    )
    INSERT INTO stored_events
        (originator_id, originator_version, topic, state, notification_id, recorded_at)
    SELECT e.id, e.version, e.topic, e.state, head.position + e.ordinality, clock.now
    FROM head, clock,
        unnest(%b::uuid[], %b::bigint[], %b::text[], %b::bytea[])
        WITH ORDINALITY AS e (id, version, topic, state, ordinality)
    RETURNING notification_id, recorded_at
"""

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

_READ: LiteralString = """
    SELECT originator_id, originator_version, topic, state, notification_id, recorded_at
    FROM stored_events WHERE notification_id > %b ORDER BY notification_id LIMIT %b
"""


class LedgerDatastore(PostgresDatastore):
    """The library's datastore over our own connection settings: role, search path, time limits."""

    def __init__(self, database_url: str, *, role: str, book: Book) -> None:
        super().__init__("", "", "", "", "", schema=book_schema(book))
        self.pool = ConnectionPool(
            conninfo=conninfo(database_url, role=role, book=book),
            connection_class=Connection[dict[str, Any]],
            kwargs={"row_factory": dict_row, "autocommit": True},
            min_size=1,
            max_size=2,
            open=False,
            timeout=5,
        )

    def register_type_adapters(self) -> None:
        """Batches travel as arrays, so the library's composite types are not needed."""


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
        self._notify = sql.SQL("NOTIFY {}").format(sql.Identifier(self.channel_name))

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        """The library's way in: one transaction, no retry. Returns the positions."""
        with self.datastore.get_connection() as connection:
            first, _ = self.append(connection, stored_events, ())
        return range(first, first + len(stored_events))

    def append(
        self,
        connection: Connection[Any],
        stored_events: Sequence[StoredEvent],
        rows: Sequence[GroundRow],
    ) -> tuple[int, datetime]:
        """Records events and ground rows in one transaction, sent as one pipeline.

        Returns the position of the first event and the recorded time that all of them share.
        Raises psycopg.errors.UniqueViolation when a stream has moved on, OperationalError when the
        outcome is unknown; the connection is back outside any transaction unless it is broken.
        """
        try:
            with connection.pipeline() as pipeline, connection.cursor() as cursor:
                connection.execute("BEGIN")
                connection.execute(self.lock_table_statements[0], prepare=True)
                self._record(connection, cursor, stored_events, rows)
                connection.execute("COMMIT")
                pipeline.sync()
                return _inserted(cursor, len(stored_events))
        except psycopg.Error:
            _leave_transaction(connection)
            raise

    @contextlib.contextmanager
    def locked(self, connection: Connection[Any]) -> Iterator[None]:
        """A transaction that holds the append lock, for deciding again on what is there now."""
        with connection.transaction():
            connection.execute(self.lock_table_statements[0], prepare=True)
            yield

    def record(
        self,
        connection: Connection[Any],
        stored_events: Sequence[StoredEvent],
        rows: Sequence[GroundRow],
    ) -> tuple[int, datetime]:
        """The insert alone, for use inside `locked`."""
        with connection.cursor() as cursor:
            self._record(connection, cursor, stored_events, rows)
            return _inserted(cursor, len(stored_events))

    def _record(
        self,
        connection: Connection[Any],
        cursor: psycopg.Cursor[Any],
        stored_events: Sequence[StoredEvent],
        rows: Sequence[GroundRow],
    ) -> None:
        for row in rows:
            connection.execute(_ground_insert(row), list(row.values.values()))
        columns = (
            [e.originator_id for e in stored_events],
            [Int8(e.originator_version) for e in stored_events],
            [e.topic for e in stored_events],
            [e.state for e in stored_events],
        )
        connection.execute(self._notify, prepare=True)
        cursor.execute(_INSERT, columns, prepare=True)

    def tails(
        self, connection: Connection[Any], versions: dict[UUID, int]
    ) -> list[tuple[Notification, datetime]]:
        """Events of each stream after the given version, in order of position."""
        if not versions:
            return []
        with connection.cursor(row_factory=dict_row, binary=True) as cursor:
            columns = (list(versions), [Int8(version) for version in versions.values()])
            cursor.execute(_TAILS, columns, prepare=True)
            return [_notification(row) for row in cursor]

    def read(
        self, connection: Connection[Any], after: int, limit: int
    ) -> list[tuple[Notification, datetime]]:
        """Events with a position greater than `after`, in order, at most `limit`."""
        with connection.cursor(row_factory=dict_row, binary=True) as cursor:
            cursor.execute(_READ, (Int8(after), Int8(limit)), prepare=True)
            return [_notification(row) for row in cursor]


def _notification(row: dict[str, Any]) -> tuple[Notification, datetime]:
    notification = Notification(
        id=row["notification_id"],
        originator_id=row["originator_id"],
        originator_version=row["originator_version"],
        topic=row["topic"],
        state=row["state"],
    )
    return notification, row["recorded_at"]


def _inserted(cursor: psycopg.Cursor[Any], count: int) -> tuple[int, datetime]:
    rows = [row.values() if isinstance(row, dict) else row for row in cursor.fetchall()]
    assert len(rows) == count, (len(rows), count)
    first, recorded_at = min(tuple(row) for row in rows)
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
