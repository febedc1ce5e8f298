"""The log in bulk: what rebuilds and benchmarks read it with, on a connection of its own.

It reads short ranges of positions, so it never holds a transaction open, and may leave out topics,
and fields of events, that the reader does not look at.
"""

from collections.abc import Callable
from typing import Any, LiteralString

import msgspec
import psycopg
from psycopg.rows import tuple_row
from psycopg.types.numeric import Int8

from adapters.eventstore.mapper import EventTranscoder
from adapters.postgres.connections import connect
from domain.event import Event, Recorded
from domain.ids import Book
from projections.projection import Topics

_ALL: LiteralString = """
    SELECT originator_id, originator_version, topic, state, notification_id, recorded_at
    FROM stored_events WHERE notification_id > %b AND notification_id <= %b
    ORDER BY notification_id
"""

_SOME: LiteralString = """
    SELECT originator_id, originator_version, topic, state, notification_id, recorded_at
    FROM stored_events WHERE notification_id > %b AND notification_id <= %b
        AND topic = ANY(%s::text[])
    ORDER BY notification_id
"""


class LogReader:
    """For one thread. Raises psycopg.OperationalError when the database cannot be reached."""

    def __init__(self, database_url: str, *, role: str, book: Book = "live") -> None:
        self._database_url = database_url
        self._role = role
        self._book: Book = book
        self._transcoder = EventTranscoder()
        self._decoders: dict[type[Event], msgspec.json.Decoder[Event]] = {}
        self._connection: psycopg.Connection[Any] | None = None

    def read(self, after: int, limit: int, topics: Topics | None = None) -> list[Recorded]:
        """Events of the `limit` positions behind `after`; with `topics`, only those of them, each
        decoded as its topic says.
        """
        if self._connection is None or self._connection.closed:
            self._connection = self._connect()
        decode = self._transcoder.decode_event if topics is None else self._decode_as(topics)
        with self._connection.cursor(binary=True, row_factory=tuple_row) as cursor:
            places: tuple[object, ...] = (Int8(after), Int8(after + limit))
            if topics is None:
                cursor.execute(_ALL, places, prepare=True)
            else:
                cursor.execute(_SOME, (*places, sorted(topics)), prepare=True)
            return [
                Recorded(
                    position=position,
                    stream_id=stream_id,
                    version=version,
                    recorded_at=recorded_at,
                    event=decode(topic, state),
                )
                for stream_id, version, topic, state, position, recorded_at in cursor.fetchall()
            ]

    def _decode_as(self, topics: Topics) -> Callable[[str, bytes], Event]:
        for event in topics.values():
            if event not in self._decoders:
                self._decoders[event] = msgspec.json.Decoder(event)
        decoders = {topic: self._decoders[event].decode for topic, event in topics.items()}
        return lambda topic, state: decoders[topic](state)

    def _connect(self) -> psycopg.Connection[Any]:
        """Ranges of positions are always best read along their index."""
        return connect(
            self._database_url,
            role=self._role,
            book=self._book,
            enable_seqscan="off",
            enable_bitmapscan="off",
        )

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
