"""Copies a simulated ledger into an empty log, all of it or nothing.

It holds the append lock for as long as it takes, so it belongs on a deployment that nobody uses
yet, and it refuses every log that holds an event.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, LiteralString

import msgspec
import psycopg
from psycopg import sql

from adapters.eventstore.append_call import APPEND_LOCK, APPEND_LOCK_BOOKS
from adapters.postgres.connections import book_schema, literal, log_channel
from adapters.simulation.encoding import COPY_SQL, instant
from adapters.simulation.simulator import Simulator
from domain.ids import Book
from projections.copying import BINARY_HEADER, BINARY_TRAILER

SORT_MEGABYTES = 256

_KEYS: LiteralString = """
    SELECT conname, format('ALTER TABLE stored_events ADD CONSTRAINT %I %s', conname,
        pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = 'stored_events'::regclass AND contype IN ('p', 'u')
"""

_INDEXES: LiteralString = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
    FROM pg_index WHERE indrelid = 'stored_events'::regclass
"""

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
    owner_url: str,
    *,
    events: int,
    seed: int,
    progress: Progress,
    book: Book = "live",
    indexes_later: bool = False,
) -> Simulated:
    """Simulates `events` events into an empty log, in one transaction, as the database's owner.

    `indexes_later` makes the log's indexes again after the copy, which is faster for millions of
    events; nobody can read the log meanwhile, so it is for a database that nobody else uses.
    Raises LogNotEmpty, and psycopg.OperationalError when the database is out of reach.
    """
    simulator = Simulator(events=events, seed=seed)
    options = f"-c search_path={book_schema(book)} -c synchronous_commit=off -c timezone=UTC"
    with psycopg.connect(owner_url, options=options, autocommit=True) as connection:
        with connection.transaction():
            _lock_empty(connection, book)
            again = _drop_indexes(connection) if indexes_later else []
            _copy(connection, simulator, progress)
            for statement in again:
                connection.execute(literal(statement))
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


def _drop_indexes(connection: psycopg.Connection[Any]) -> list[str]:
    """Drops the log's keys and indexes; the statements that make exactly the same ones again."""
    keys = connection.execute(_KEYS).fetchall()
    for name, _ in keys:
        drop = sql.SQL("ALTER TABLE stored_events DROP CONSTRAINT {}")
        connection.execute(drop.format(sql.Identifier(name)))
    indexes = connection.execute(_INDEXES).fetchall()
    for name, _ in indexes:
        connection.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    sorting = f"SET LOCAL maintenance_work_mem = '{SORT_MEGABYTES}MB'"
    return [sorting, *(made for _, made in indexes), *(made for _, made in keys)]


def _copy(connection: psycopg.Connection[Any], simulator: Simulator, progress: Progress) -> None:
    with connection.cursor() as cursor, cursor.copy(literal(COPY_SQL)) as copy:
        copy.write(BINARY_HEADER)
        for rows, position in simulator.chunks():
            copy.write(rows)
            progress(position)
        copy.write(BINARY_TRAILER)
