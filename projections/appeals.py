"""Appeals against holds: the operator's queue, oldest first. What was written stays in the log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.enforcement.appeal import AppealDecided, AppealReceived
from domain.event import Recorded
from projections.named_sql import named_sql
from projections.projection import Projection, UnknownFact, as_they_are
from projections.query import Query, page_rows

AppealStatus = Literal["open", "granted", "denied"]


class AppealRow(msgspec.Struct, frozen=True, kw_only=True):
    """`position` is that of the receipt (and of the list's order)."""

    appeal_id: UUID
    position: int
    account_id: UUID
    end_user: bytes | None
    status: AppealStatus
    actor: str | None
    received_at: datetime
    decided_at: datetime | None


def apply(batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Writes a batch. Raises UnknownFact where an event has no receipt before it."""
    for recorded in batch:
        match recorded.event:
            case AppealReceived() as event:
                values = {
                    "appeal_id": recorded.stream_id,
                    "position": recorded.position,
                    "account_id": event.account_id,
                    "end_user": event.end_user,
                    "received_at": recorded.recorded_at,
                }
                connection.execute(named_sql("appeals", "add"), values)
            case AppealDecided() as event:
                values = {
                    "appeal_id": recorded.stream_id,
                    "status": event.outcome,
                    "actor": event.actor,
                    "decided_at": recorded.recorded_at,
                }
                if connection.execute(named_sql("appeals", "decide"), values).rowcount != 1:
                    raise UnknownFact(f"{recorded.stream_id} was never received")


APPEALS = Projection(
    name="appeals",
    tables=("appeals",),
    apply=apply,
    topics=as_they_are(AppealReceived, AppealDecided),
)


def list_appeals(
    *, limit: int, cursor: int | None = None, status: AppealStatus | None = None
) -> Query[AppealRow]:
    """Oldest first. `cursor` is the `position` of the last row already read."""
    params = {"status": status, "cursor": cursor or 0, "limit": page_rows(limit)}
    return Query(named_sql("appeals", "list"), params, AppealRow)
