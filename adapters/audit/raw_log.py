"""The log as PostgreSQL stores it, fast: rows of its binary form, their values as they lie there.

What is hashed, exported and verified is what this reads; no event is decoded and encoded again.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, LiteralString

from psycopg import Connection, Cursor, sql
from psycopg.types.numeric import Int8BinaryLoader
from psycopg.types.string import ByteaBinaryLoader

from domain.audit.merkle import Row

BATCH_EVENTS = 16_384
"""Events of one statement, which is a short one and has no transaction around it."""

READ_EVENTS = 256
"""What is handed on at once while a statement goes on: little, so that PostgreSQL need not wait
until there is room in the socket for what it has read ahead.
"""

# PostgreSQL counts microseconds from 2000, the leaf from 1970. A forged time may lie so late that
# nothing can be added to it; it is read as another one that no event has, and so is found.
_QUERY: LiteralString = """
    SELECT notification_id, originator_id, originator_version,
        least(recorded_at, '200000-01-01 00:00:00+00') + interval '946684800 seconds', topic, state
    FROM stored_events WHERE notification_id > {after} AND notification_id <= {to}
    ORDER BY notification_id
"""


def read_rows(connection: Connection[Any], after: int, to: int) -> list[Row]:
    """The events with a position greater than `after` and at most `to`, in order."""
    with _cursor(connection) as cursor:
        return cursor.execute(_query(after, to)).fetchall()


def batches(
    connection: Connection[Any], after: int, to: int, *, events: int = BATCH_EVENTS
) -> Iterator[list[Row]]:
    """The events between two positions, `events` at a time; ends early where the log ends."""
    for first, last in spans(after, to, events=events):
        yield read_rows(connection, first, last)


def spans(after: int, to: int, *, events: int = BATCH_EVENTS) -> Iterator[tuple[int, int]]:
    """The positions between two, in pieces for one statement each."""
    for first in range(after, to, events):
        yield first, min(to, first + events)


def stream(connection: Connection[Any], after: int, to: int) -> Iterator[list[Row]]:
    """The events of one span, some hundred at a time: PostgreSQL reads on while they are looked
    at. Until the last one, the connection is good for nothing else.
    """
    with _cursor(connection) as cursor:
        rows = cursor.stream(_query(after, to), size=READ_EVENTS)
        while some := list(islice(rows, READ_EVENTS)):
            yield some


def head(connection: Connection[Any]) -> int:
    """The last position of the log; 0 when it is empty."""
    row = connection.execute("SELECT max(notification_id) FROM stored_events").fetchone()
    assert row is not None
    return row[0] or 0


def _query(after: int, to: int) -> sql.Composed:
    return sql.SQL(_QUERY).format(after=sql.Literal(after), to=sql.Literal(to))


def _cursor(connection: Connection[Any]) -> Cursor[Any]:
    """One that gives times as microseconds, and everything else but numbers as bytes."""
    cursor = connection.cursor(binary=True)
    cursor.adapters.register_loader("timestamptz", Int8BinaryLoader)
    for name in ("uuid", "text", "bytea"):
        cursor.adapters.register_loader(name, ByteaBinaryLoader)
    return cursor
