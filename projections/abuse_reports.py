"""Reports of abuse and wishes for a takedown: the operator's queue, most urgent first.

What was written stays sealed in the log. A single report is read by folding its stream.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.enforcement.report import ReportClosed, ReportKind, ReportOutcome, ReportReceived
from domain.event import Recorded
from projections.named_sql import named_sql
from projections.projection import Projection, UnknownFact, as_they_are
from projections.query import Query, page_rows

ReportStatus = Literal["open", "closed"]


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """`position` is that of the receipt (and of the list's order: the clock of each is as long)."""

    report_id: UUID
    position: int
    kind: ReportKind
    generation_id: UUID | None
    status: ReportStatus
    outcome: ReportOutcome | None
    actor: str | None
    due_at: datetime
    received_at: datetime
    closed_at: datetime | None


def apply(batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Writes a batch. Raises UnknownFact where an event has no receipt before it."""
    for recorded in batch:
        match recorded.event:
            case ReportReceived() as event:
                values = {
                    "report_id": recorded.stream_id,
                    "position": recorded.position,
                    "kind": event.kind,
                    "generation_id": event.generation_id,
                    "due_at": event.due_at,
                    "received_at": recorded.recorded_at,
                }
                connection.execute(named_sql("abuse_reports", "add"), values)
            case ReportClosed() as event:
                values = {
                    "report_id": recorded.stream_id,
                    "outcome": event.outcome,
                    "actor": event.actor,
                    "closed_at": recorded.recorded_at,
                }
                closed = connection.execute(named_sql("abuse_reports", "close"), values)
                if closed.rowcount != 1:
                    raise UnknownFact(f"{recorded.stream_id} was never received")


ABUSE_REPORTS = Projection(
    name="abuse_reports",
    tables=("abuse_reports",),
    apply=apply,
    topics=as_they_are(ReportReceived, ReportClosed),
)


def list_reports(
    *,
    limit: int,
    cursor: int | None = None,
    status: ReportStatus | None = None,
    kind: ReportKind | None = None,
) -> Query[ReportRow]:
    """Oldest first. `cursor` is the `position` of the last row already read."""
    params = {
        "status": status,
        "kind": kind,
        "cursor": cursor or 0,
        "limit": page_rows(limit),
    }
    return Query(named_sql("abuse_reports", "list"), params, ReportRow)
