"""How far each projection is: what waiting readers, metrics and operators ask."""

import asyncio
import time
from typing import Any

import msgspec
from psycopg import AsyncConnection, Connection
from psycopg_pool import AsyncConnectionPool

from domain.ids import Book
from projections.named_sql import named_sql
from projections.query import Query, fetch_all, fetch_one_async

WAIT_SECONDS_MAX = 2.0
"""A list read with `min_position` waits this long at most."""

POLL_SECONDS = 0.02


class Lag(msgspec.Struct, frozen=True, kw_only=True):
    """`lag` is the number of events up to the `head` of the log that the projection has not applied
    yet, `lag_seconds` the age of the oldest of them; both are 0 when it has applied all.

    A stopped projection names the event (`error_position`) that it could not apply, and why.
    """

    name: str
    position: int
    head: int
    lag: int
    lag_seconds: float
    state: str
    error: str | None
    error_position: int | None

    @property
    def stopped(self) -> bool:
        """It met an event that it could not apply, and waits for a person."""
        return self.state == "stopped"


class Reached(msgspec.Struct, frozen=True):
    reached: bool


def projections_channel(book: Book) -> str:
    """NOTIFY channel that hints at projections that moved; the payload is the position."""
    return f"xavira_projections_{book}"


def lags(connection: Connection[Any]) -> list[Lag]:
    """Every projection that ever ran, by name."""
    return fetch_all(connection, query_lags())


def query_lags() -> Query[Lag]:
    """Every projection that ever ran, by name; cheap enough for every scrape of metrics."""
    return Query(named_sql("checkpoints", "lags"), {}, Lag)


def reached(names: tuple[str, ...], position: int) -> Query[Reached]:
    """Are all these projections at `position` or further?"""
    params = {"names": list(names), "position": position}
    return Query(named_sql("checkpoints", "reached"), params, Reached)


async def wait_for(
    pool: AsyncConnectionPool[AsyncConnection[Any]],
    names: tuple[str, ...],
    position: int,
    *,
    within_seconds: float = WAIT_SECONDS_MAX,
) -> bool:
    """Waits until the projections have reached `position`; False when the time is up first.

    Holds a connection of the pool for each look only, never while it waits.
    """
    query = reached(names, position)
    deadline = time.monotonic() + within_seconds
    while True:
        async with pool.connection() as connection:
            row = await fetch_one_async(connection, query)
        if row is not None and row.reached:
            return True
        if time.monotonic() >= deadline:
            return False
        await asyncio.sleep(POLL_SECONDS)


def restart(connection: Connection[Any], name: str) -> bool:
    """Lets a stopped projection try again, after its cause was mended; False if it was running."""
    restarted = connection.execute(named_sql("checkpoints", "restart"), {"name": name})
    return restarted.rowcount == 1
