"""Standings: one row for each account, so that an operator can list and filter them.

Nothing personal is here. Whether a request is admitted is decided by the account's own stream.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.event import Event, Recorded
from domain.ledger import (
    AccountErased,
    AccountOpened,
    AccountReleased,
    AccountSuspended,
    AccountTierSet,
    Tier,
)
from projections.named_sql import named_sql
from projections.projection import Projection, UnknownFact, as_they_are
from projections.query import POSITION_MAX, Query, page_rows

AccountStatus = Literal["open", "suspended", "erased"]


class StandingRow(msgspec.Struct, frozen=True, kw_only=True):
    """`position` is that of the opening (and of the list's order)."""

    account_id: UUID
    position: int
    livemode: bool
    tier: Tier
    status: AccountStatus
    opened_at: datetime
    changed_at: datetime


def apply(batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Writes a batch. Raises UnknownFact where an event has no opening before it."""
    for recorded in batch:
        event = recorded.event
        if isinstance(event, AccountOpened):
            row = StandingRow(
                account_id=recorded.stream_id,
                position=recorded.position,
                livemode=event.livemode,
                tier=event.tier,
                status="open",
                opened_at=recorded.recorded_at,
                changed_at=recorded.recorded_at,
            )
            connection.execute(named_sql("standings", "add"), msgspec.structs.asdict(row))
        elif isinstance(event, _CHANGES):
            _change(recorded, event, connection)


_CHANGES = (AccountTierSet, AccountSuspended, AccountReleased, AccountErased)


def _change(recorded: Recorded, event: Event, connection: Connection[Any]) -> None:
    change = {
        "account_id": recorded.stream_id,
        "tier": event.tier if isinstance(event, AccountTierSet) else None,
        "status": _status(event),
        "changed_at": recorded.recorded_at,
    }
    if connection.execute(named_sql("standings", "change"), change).rowcount != 1:
        raise UnknownFact(f"{recorded.stream_id} was never opened")


def _status(event: Event) -> AccountStatus | None:
    match event:
        case AccountErased():
            return "erased"
        case AccountSuspended(suspended=True):
            return "suspended"
        case AccountSuspended() | AccountReleased():
            return "open"
        case _:
            return None


STANDINGS = Projection(
    name="standings",
    tables=("standings",),
    apply=apply,
    topics=as_they_are(AccountOpened, *_CHANGES),
)


def list_standings(
    *,
    limit: int,
    cursor: int | None = None,
    tier: Tier | None = None,
    status: AccountStatus | None = None,
) -> Query[StandingRow]:
    """Newest first. `cursor` is the `position` of the last row already read."""
    params = {
        "tier": tier,
        "status": status,
        "cursor": POSITION_MAX if cursor is None else cursor,
        "limit": page_rows(limit),
    }
    return Query(named_sql("standings", "list"), params, StandingRow)


def query_standing(account_id: UUID) -> Query[StandingRow]:
    """The row of one account."""
    return Query(named_sql("standings", "one"), {"account_id": account_id}, StandingRow)
