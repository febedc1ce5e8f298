"""How far each projection is: what waiting readers, metrics and operators ask."""

from typing import Any

import msgspec
from psycopg import Connection

from domain.ids import Book
from projections.named_sql import named_sql
from projections.query import Query, fetch_all


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
    """How far somebody has followed the log."""

    name: str
    position: int


def projections_channel(book: Book) -> str:
    """NOTIFY channel that hints at projections that moved; the payload is the position."""
    return f"xavira_projections_{book}"


def lags(connection: Connection[Any]) -> list[Lag]:
    """Every projection that ever ran, by name."""
    return fetch_all(connection, query_lags())


def query_lags() -> Query[Lag]:
    """Every projection that ever ran, by name; cheap enough for every scrape of metrics."""
    return Query(named_sql("checkpoints", "lags"), {}, Lag)


def query_reached() -> Query[Reached]:
    """Where every projection is, the reaction of webhooks, and the log itself, which is `log`."""
    return Query(named_sql("checkpoints", "reached"), {}, Reached)


def restart(connection: Connection[Any], name: str) -> bool:
    """Lets a stopped projection try again, after its cause was mended; False if it was running."""
    restarted = connection.execute(named_sql("checkpoints", "restart"), {"name": name})
    return restarted.rowcount == 1
