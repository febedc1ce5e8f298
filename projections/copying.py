"""Values as PostgreSQL reads them, from text or from COPY's binary form: for rows that come by the
thousand.

psycopg's own dumpers look at every value several times, which is most of what a rebuild would do.
"""

import struct
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID

BINARY_HEADER = b"PGCOPY\n\xff\r\n\0" + bytes(8)
BINARY_TRAILER = b"\xff\xff"
BINARY_NULL = b"\xff\xff\xff\xff"
"""Before, behind and instead of a value in the rows of a binary COPY."""

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""Where PostgreSQL counts the microseconds of a time from."""

_MICROSECOND = timedelta(microseconds=1)
_LENGTH = struct.Struct(">i").pack

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def id_array(ids: Iterable[UUID]) -> str:
    """A uuid[] as text."""
    return "{" + ",".join([one.hex for one in ids]) + "}"


def number_array(numbers: Iterable[int]) -> str:
    """An array of whole numbers as text."""
    return "{" + ",".join(map(str, numbers)) + "}"


def word_array(words: Iterable[str | None]) -> str:
    """An array of texts that hold nothing but letters, digits, spaces, dots, hyphens and
    underscores, or of what is spelled so.
    """
    return "{" + ",".join(["NULL" if word is None else f'"{word}"' for word in words]) + "}"


def copied_text(text: str) -> str:
    """A text in a row of COPY."""
    return text.translate(_ESCAPED)


def binary_text(text: str) -> bytes:
    """A text in a row of a binary COPY."""
    value = text.encode()
    return _LENGTH(len(value)) + value


def binary_id(one: UUID) -> bytes:
    """An id in a row of a binary COPY."""
    return b"\0\0\0\x10" + one.bytes


def microseconds(time: datetime) -> int:
    """A time as PostgreSQL keeps it."""
    return (time - EPOCH) // _MICROSECOND
