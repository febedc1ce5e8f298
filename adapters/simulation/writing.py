"""Copies a simulated ledger into an empty log, all of it or nothing.

It holds the append lock for as long as it takes, so it belongs on a deployment that nobody uses
yet, and it refuses every log that holds an event.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
import psycopg
from psycopg import sql

from adapters.eventstore.recorder import APPEND_LOCK, APPEND_LOCK_BOOKS
from adapters.postgres.connections import book_schema, literal, log_channel
from adapters.simulation.encoding import COPY_HEADER, COPY_SQL, COPY_TRAILER, instant
from adapters.simulation.simulator import Simulator
from domain.ids import Book

Progress = Callable[[int], None]
"""`progress(position)`: called every few thousand events."""


class LogNotEmpty(Exception):
    """The log holds events already, and a simulation never mixes with them."""


class Simulated(msgspec.Struct, frozen=True, kw_only=True):
    """What was written. `until` is the recorded time of the last event."""

    events: int
    seed: int
    until: datetime


def write_simulation(
    owner_url: str, *, events: int, seed: int, progress: Progress, book: Book = "live"
) -> Simulated:
    """Simulates `events` events into an empty log, in one transaction, as the database's owner.

    Raises LogNotEmpty, and psycopg.OperationalError when the database is out of reach.
    """
    simulator = Simulator(events=events, seed=seed)
    options = f"-c search_path={book_schema(book)} -c synchronous_commit=off -c timezone=UTC"
    with psycopg.connect(owner_url, options=options, autocommit=True) as connection:
        with connection.transaction():
            _lock_empty(connection, book)
            _copy(connection, simulator, progress)
            channel = sql.Identifier(log_channel(book))
            connection.execute(sql.SQL("NOTIFY {}").format(channel))
        connection.execute("ANALYZE stored_events")
    return Simulated(events=events, seed=seed, until=instant(simulator.now))


def _lock_empty(connection: psycopg.Connection[Any], book: Book) -> None:
    lock = (APPEND_LOCK, APPEND_LOCK_BOOKS[book])
    connection.execute("SELECT pg_advisory_xact_lock(%s, %s)", lock)
    row = connection.execute("SELECT EXISTS (SELECT FROM stored_events)").fetchone()
    if row is None or row[0]:
        raise LogNotEmpty("The log holds events already; a simulation needs an empty one.")


def _copy(connection: psycopg.Connection[Any], simulator: Simulator, progress: Progress) -> None:
    with connection.cursor() as cursor, cursor.copy(literal(COPY_SQL)) as copy:
        copy.write(COPY_HEADER)
        for rows, position in simulator.chunks():
            copy.write(rows)
            progress(position)
        copy.write(COPY_TRAILER)
