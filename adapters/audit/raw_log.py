"""The log as PostgreSQL stores it, fast: rows out of COPY's binary form, taken apart by hand.

What is hashed, exported and verified is what this reads; no event is decoded and encoded again.
"""

import struct
from collections.abc import Iterator
from typing import Any, LiteralString

from psycopg import Connection, sql

from domain.merkle import Row

BATCH_EVENTS = 16_384
"""Events of one COPY, which is one short statement and no transaction around it."""

POSTGRES_EPOCH_MICROSECONDS = 946_684_800_000_000
"""PostgreSQL counts microseconds from 2000, the leaf from 1970."""

_SIGNATURE = b"PGCOPY\n\xff\r\n\x00"
_FILE_HEAD_BYTES = 19
_HEAD = struct.Struct(">hiqi16siqiqi")
"""Number of columns, then length and value of position, stream, version and time, then the length
of the topic."""

_COLUMNS = 6
_LENGTH_BYTES = 4

_COPY: LiteralString = """
    COPY (
        SELECT notification_id, originator_id, originator_version, recorded_at, topic, state
        FROM stored_events WHERE notification_id > {after} AND notification_id <= {to}
        ORDER BY notification_id
    ) TO STDOUT (FORMAT BINARY)
"""


def read_rows(connection: Connection[Any], after: int, to: int) -> list[Row]:
    """The events with a position greater than `after` and at most `to`, in order."""
    query = sql.SQL(_COPY).format(after=sql.Literal(after), to=sql.Literal(to))
    rows: list[Row] = []
    unpack = _HEAD.unpack_from
    body = _HEAD.size
    with connection.cursor() as cursor, cursor.copy(query) as copy:
        for chunk in copy:
            data = bytes(chunk)
            if data.startswith(_SIGNATURE):
                data = data[_FILE_HEAD_BYTES:]
            if len(data) < body:
                continue  # The trailer, or a header without any row.
            columns, _, position, _, stream, _, version, _, at, length = unpack(data)
            assert columns == _COLUMNS, columns
            end = body + length
            rows.append(
                (
                    position,
                    stream,
                    version,
                    at + POSTGRES_EPOCH_MICROSECONDS,
                    data[body:end],
                    data[end + _LENGTH_BYTES :],
                )
            )
    return rows


def batches(
    connection: Connection[Any], after: int, to: int, *, events: int = BATCH_EVENTS
) -> Iterator[list[Row]]:
    """The events between two positions, `events` at a time; ends early where the log ends."""
    while after < to:
        upper = min(to, after + events)
        rows = read_rows(connection, after, upper)
        yield rows
        after = upper


def head(connection: Connection[Any]) -> int:
    """The last position of the log; 0 when it is empty."""
    row = connection.execute("SELECT max(notification_id) FROM stored_events").fetchone()
    assert row is not None
    return row[0] or 0
