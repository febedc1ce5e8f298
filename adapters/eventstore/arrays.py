"""Columns of a batch as PostgreSQL's binary arrays, built in one go.

psycopg's own list dumper looks at every element several times; a batch has hundreds of them.
"""

import struct
from collections.abc import Iterable, Sequence
from functools import cache
from uuid import UUID

from psycopg import Connection
from psycopg.adapt import Dumper
from psycopg.pq import Format

_ARRAY_HEAD = struct.Struct(">iiIii")
_LENGTH = struct.Struct(">i").pack
_BIGINT = struct.Struct(">iq").pack
_UUID_LENGTH = _LENGTH(16)

BYTEA, BIGINT, TEXT, UUID_ = 17, 20, 25, 2950
BYTEA_ARRAY, BIGINT_ARRAY, TEXT_ARRAY, UUID_ARRAY = 1001, 1016, 1009, 2951
"""PostgreSQL's type numbers."""


class BigintArray(bytes):
    """A bigint[] as PostgreSQL receives it."""


class ByteaArray(bytes):
    """A bytea[] as PostgreSQL receives it."""


class TextArray(bytes):
    """A text[] as PostgreSQL receives it."""


class UuidArray(bytes):
    """A uuid[] as PostgreSQL receives it."""


def bigint_array(values: Sequence[int]) -> BigintArray:
    return BigintArray(_head(BIGINT, len(values)) + b"".join([_BIGINT(8, v) for v in values]))


def bytea_array(values: Sequence[bytes]) -> ByteaArray:
    elements = [part for value in values for part in (_LENGTH(len(value)), value)]
    return ByteaArray(_head(BYTEA, len(values)) + b"".join(elements))


def text_array(values: Sequence[str]) -> TextArray:
    """For texts of which there are few different ones, such as topics."""
    return TextArray(_head(TEXT, len(values)) + b"".join([_text(value) for value in values]))


def uuid_array(values: Sequence[UUID]) -> UuidArray:
    return UuidArray(_head(UUID_, len(values)) + b"".join([_uuid(value) for value in values]))


def register_arrays(connection: Connection[object]) -> None:
    """Teaches a connection to send them."""
    for array, dumper in _DUMPERS:
        connection.adapters.register_dumper(array, dumper)


def _head(element: int, count: int) -> bytes:
    """One dimension that counts from 1 and holds no nulls."""
    return _ARRAY_HEAD.pack(1, 0, element, count, 1)


@cache
def _text(value: str) -> bytes:
    encoded = value.encode()
    return _LENGTH(len(encoded)) + encoded


def _uuid(value: UUID) -> bytes:
    return _UUID_LENGTH + value.int.to_bytes(16)


class _ReadyDumper(Dumper):
    """Sends what is already spelled out."""

    format = Format.BINARY

    def dump(self, obj: bytes) -> bytes:
        return obj


class _BigintArrayDumper(_ReadyDumper):
    oid = BIGINT_ARRAY


class _ByteaArrayDumper(_ReadyDumper):
    oid = BYTEA_ARRAY


class _TextArrayDumper(_ReadyDumper):
    oid = TEXT_ARRAY


class _UuidArrayDumper(_ReadyDumper):
    oid = UUID_ARRAY


_DUMPERS: Iterable[tuple[type[bytes], type[Dumper]]] = (
    (BigintArray, _BigintArrayDumper),
    (ByteaArray, _ByteaArrayDumper),
    (TextArray, _TextArrayDumper),
    (UuidArray, _UuidArrayDumper),
)
