"""What operators did, newest first: one row for each act. Reasons stay sealed as in the log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.enforcement.operator_act import ActKind, OperatorActed
from domain.event import Recorded
from projections.named_sql import named_sql
from projections.projection import Projection, as_they_are
from projections.query import POSITION_MAX, Query, page_rows


class ActRow(msgspec.Struct, frozen=True, kw_only=True):
    """`sealed_for` is the account or report that the act is about."""

    act_id: UUID
    position: int
    act: ActKind
    subject_id: UUID
    sealed_for: UUID
    actor: str
    reason: bytes
    recorded_at: datetime


def act_row(act_id: UUID, acted: OperatorActed, *, position: int, at: datetime) -> ActRow:
    """The row of an act."""
    return ActRow(
        act_id=act_id,
        position=position,
        act=acted.act,
        subject_id=acted.subject_id,
        sealed_for=acted.sealed_for,
        actor=acted.actor,
        reason=acted.reason,
        recorded_at=at,
    )


def apply(batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Writes a batch."""
    for recorded in batch:
        if isinstance(recorded.event, OperatorActed):
            row = act_row(
                recorded.stream_id,
                recorded.event,
                position=recorded.position,
                at=recorded.recorded_at,
            )
            connection.execute(named_sql("operator_acts", "add"), msgspec.structs.asdict(row))


OPERATOR_ACTS = Projection(
    name="operator_acts",
    tables=("operator_acts",),
    apply=apply,
    topics=as_they_are(OperatorActed),
)


def list_acts(
    *,
    limit: int,
    cursor: int | None = None,
    sealed_for: UUID | None = None,
    act: ActKind | None = None,
) -> Query[ActRow]:
    """Newest first. `cursor` is the `position` of the last row already read."""
    params = {
        "sealed_for": sealed_for,
        "act": act,
        "cursor": POSITION_MAX if cursor is None else cursor,
        "limit": page_rows(limit),
    }
    return Query(named_sql("operator_acts", "list"), params, ActRow)
