"""Events as stored bytes, millions of them: each is encoded once by the real struct, with holes.

The bytes are those that the event store would write, field by field in the struct's own order, so a
field that an event gains later is in them without a change here.
"""

import struct
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import msgspec

from domain.event import Event
from projections.copying import EPOCH

MICROSECONDS = 1_000_000
DAY = 86_400 * MICROSECONDS

COPY_SQL = (
    "COPY stored_events (originator_id, originator_version, topic, state, notification_id,"
    " recorded_at) FROM STDIN (FORMAT binary)"
)

_FIRST = struct.pack(">hi", 6, 16)
_VERSION = struct.Struct(">iq").pack
_LENGTH = struct.Struct(">i").pack
_PLACE = struct.Struct(">iqiq").pack


def template(event: Event, *holes: str) -> bytes:
    """The event as JSON with a `%b` for the value of each field named in `holes`.

    The holes are filled in the order of the struct's fields, each with a value as JSON.
    """
    names = [field.name for field in msgspec.structs.fields(event)]
    assert list(holes) == [name for name in names if name in holes], (names, holes)
    encoded = msgspec.json.encode(event).replace(b"%", b"%%")
    for name in holes:
        value = msgspec.json.encode(getattr(event, name)).replace(b"%", b"%%")
        known = b'"%b":%b' % (name.encode(), value)
        assert encoded.count(known) == 1, (name, encoded)
        encoded = encoded.replace(known, b'"%b":%%b' % name.encode())
    return encoded


def copy_row(
    stream: bytes, version: int, topic: bytes, state: bytes, position: int, at: int
) -> bytes:
    """One row of the binary COPY. `topic` comes from `binary_text`; `at` counts from EPOCH."""
    return b"".join(
        (
            _FIRST,
            stream,
            _VERSION(8, version),
            topic,
            _LENGTH(len(state)),
            state,
            _PLACE(8, position, 8, at),
        )
    )


def copy_rows(copied: bytes) -> Iterator[tuple[bytes, int, str, bytes, int, datetime]]:
    """Reads back what `copy_row` made: stream, version, topic, state, position, recorded time."""
    at = 0

    def column() -> bytes:
        nonlocal at
        (length,) = struct.unpack_from(">i", copied, at)
        at += 4 + length
        return copied[at - length : at]

    while at < len(copied):
        at += 2
        stream, version, topic, state, position, recorded = (column() for _ in range(6))
        yield (
            stream,
            int.from_bytes(version),
            topic.decode(),
            state,
            int.from_bytes(position),
            instant(int.from_bytes(recorded)),
        )


def instant(at: int) -> datetime:
    """The time `at` microseconds after EPOCH."""
    return EPOCH + timedelta(microseconds=at)


def time_json(at: int | None) -> bytes:
    """A time, or none, as JSON."""
    return b"null" if at is None else msgspec.json.encode(instant(at))


def json(value: Any) -> bytes:
    """Any plain value as JSON."""
    return msgspec.json.encode(value)
