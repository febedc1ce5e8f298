"""The one call that records a batch, on libpq itself.

psycopg's cursor waits for the server in Python and looks at every argument and column: half of what
one caller alone waits for. Here the call is prepared once for a connection, arguments are already
spelled out, and two numbers come back.
"""

import struct
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from weakref import WeakSet

from eventsourcing.persistence import StoredEvent
from psycopg import Connection
from psycopg.pq import ExecStatus, TransactionStatus
from psycopg.pq.abc import PGconn, PGresult

from adapters.eventstore.arrays import (
    BIGINT_ARRAY,
    BYTEA_ARRAY,
    TEXT_ARRAY,
    UUID_ARRAY,
    bigint_array,
    bytea_array,
    text_array,
    uuid_array,
)
from adapters.eventstore.mapper import Stored
from adapters.postgres.connections import literal, log_channel
from adapters.postgres.prepared import Prepared, check_result
from domain.ids import Book

APPEND_LOCK = 0x58415650
"""Advisory lock key of the append; the book's log is told apart by the second key."""

APPEND_LOCK_BOOKS: dict[Book, int] = {"live": 1, "test": 2}


_ARGUMENTS = (UUID_ARRAY, BIGINT_ARRAY, TEXT_ARRAY, BYTEA_ARRAY)
_INT8 = struct.Struct(">q")
_POSTGRES_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""Times travel as microseconds since then."""


class AppendCall:
    """`append_events` of one book, for connections that one thread uses at a time."""

    def __init__(self, book: Book) -> None:
        place = f"{APPEND_LOCK}, {APPEND_LOCK_BOOKS[book]}, '{log_channel(book)}'"
        text = f"SELECT first, recorded FROM append_events({place}, {{}}, {{}}, {{}}, {{}})"
        self.for_cursor = literal(text.format("%b", "%b", "%b", "%b"))
        """The same call for a cursor, whose pipeline holds other statements too."""
        for_libpq = literal(text.format("$1", "$2", "$3", "$4"))
        self._prepared = Prepared("xavira_append", for_libpq, _ARGUMENTS)
        self._known: WeakSet[Connection[Any]] = WeakSet()
        """Connections that were prepared: so the first call is no error in the server's log."""

    def __call__(
        self, connection: Connection[Any], events: Sequence[StoredEvent | Stored]
    ) -> tuple[int, datetime]:
        """The position of the first event and the time that all of them share.

        Outside a transaction it commits. Raises psycopg.Error as a cursor would, also where no
        answer comes in the connection's time.
        """
        idle = connection.pgconn.transaction_status == TransactionStatus.IDLE
        if idle and connection not in self._known:
            self.prepare(connection)
        return self.place(connection, self._prepared(connection, columns(events)))

    def send(self, server: PGconn, events: Sequence[StoredEvent | Stored]) -> None:
        """The same without waiting, on a connection that was prepared; `place` reads the answer."""
        self._prepared.send(server, columns(events))

    def place(self, connection: Connection[Any], result: PGresult) -> tuple[int, datetime]:
        """What the server answered. Raises psycopg.Error as a cursor would."""
        check_result(connection, result, ExecStatus.TUPLES_OK)
        first, recorded_at = result.get_value(0, 0), result.get_value(0, 1)
        assert first is not None
        assert recorded_at is not None
        return _INT8.unpack(first)[0], moment(recorded_at)

    def prepare(self, connection: Connection[Any]) -> None:
        """For `send`. Raises psycopg.Error."""
        self._prepared.prepare(connection)
        self._known.add(connection)


def columns(events: Sequence[StoredEvent | Stored]) -> tuple[bytes, bytes, bytes, bytes]:
    """What `append_events` takes: streams, versions, topics and states."""
    return (
        uuid_array([_stream_id(event) for event in events]),
        bigint_array([event.originator_version for event in events]),
        text_array([event.topic for event in events]),
        bytea_array([event.state for event in events]),
    )


def _stream_id(event: StoredEvent | Stored) -> UUID:
    assert isinstance(event.originator_id, UUID), event.originator_id
    return event.originator_id


def moment(spelled: bytes) -> datetime:
    """A time as PostgreSQL's binary format has it."""
    return _POSTGRES_EPOCH + timedelta(microseconds=_INT8.unpack(spelled)[0])
