"""Reads of the delivery log, and the changes that its owner may make to it: a test, a replay."""

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from domain.ids import AccountId, EndpointId
from projections.named_sql import named_sql
from projections.query import POSITION_MAX, Query, page_rows

ATTEMPTS_MAX = 50
"""Attempts that are shown of one delivery, newest first; replays add to the ten of a schedule."""

DeliveryState = Literal["waiting", "sending", "delivered", "failed", "held"]

UNDELIVERED: tuple[DeliveryState, ...] = ("failed", "held", "waiting")
REPLAYABLE: tuple[DeliveryState, ...] = ("delivered", *UNDELIVERED)
"""What is being sent right now is left alone: it is under way already."""


class RoutedEndpoint(msgspec.Struct, frozen=True):
    endpoint_id: UUID


class DeliveryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One message to one endpoint; `number` orders lists."""

    delivery_id: UUID
    number: int
    message_id: UUID
    endpoint_id: UUID
    account_id: UUID
    type: str
    subject_id: UUID
    position: int
    sequence: int
    facts: bytes | None
    occurred_at: datetime
    state: DeliveryState
    attempts: int
    next_attempt_at: datetime | None
    created_at: datetime
    finished_at: datetime | None


class AttemptRow(msgspec.Struct, frozen=True, kw_only=True):
    """One attempt; what is null is not known yet, or never."""

    number: int
    started_at: datetime
    milliseconds: int | None
    outcome: str
    status: int | None
    signature: str | None
    sealed_reply: bytes | None


class Replayed(msgspec.Struct, frozen=True):
    """How many deliveries begin again, and the number of the last of them."""

    replayed: int
    last: int


def endpoint_ids(account_id: AccountId, *, limit: int) -> Query[RoutedEndpoint]:
    """Endpoints that are not deleted, newest first."""
    params = {"account_id": account_id, "limit": limit}
    return Query(named_sql("webhooks", "route_ids"), params, RoutedEndpoint)


def delivery(account_id: AccountId, delivery_id: UUID) -> Query[DeliveryRow]:
    """One delivery of this account."""
    params = {"account_id": account_id, "delivery_id": delivery_id}
    return Query(named_sql("webhooks", "delivery"), params, DeliveryRow)


def list_deliveries(
    account_id: AccountId,
    *,
    limit: int,
    cursor: int | None = None,
    endpoint_id: UUID | None = None,
    event_type: str | None = None,
    state: DeliveryState | None = None,
) -> Query[DeliveryRow]:
    """Newest first. `cursor` is the `number` of the last row already read."""
    params = {
        "account_id": account_id,
        "endpoint_id": endpoint_id,
        "type": event_type,
        "state": state,
        "cursor": POSITION_MAX if cursor is None else cursor,
        "limit": page_rows(limit),
    }
    return Query(named_sql("webhooks", "list_deliveries"), params, DeliveryRow)


def attempts(delivery_id: UUID) -> Query[AttemptRow]:
    """The newest attempts of a delivery."""
    params = {"delivery_id": delivery_id, "limit": ATTEMPTS_MAX}
    return Query(named_sql("webhooks", "attempts"), params, AttemptRow)


def add_test(
    delivery_id: UUID, message_id: UUID, endpoint_id: EndpointId, facts: bytes
) -> Query[RoutedEndpoint]:
    """Puts a `webhook.test` in line, or holds it for a disabled endpoint; the same id again changes
    nothing.
    """
    params = {
        "delivery_id": delivery_id,
        "message_id": message_id,
        "endpoint_id": endpoint_id,
        "facts": facts,
    }
    return Query(named_sql("webhooks", "test"), params, RoutedEndpoint)


def replay(
    account_id: AccountId,
    endpoint_id: EndpointId,
    *,
    delivery_id: UUID | None,
    since: datetime,
    until: datetime,
    everything: bool,
    after: int,
    limit: int,
) -> Query[Replayed]:
    """Begins the schedule of deliveries anew, oldest first, behind the number `after`."""
    params = {
        "account_id": account_id,
        "endpoint_id": endpoint_id,
        "delivery_id": delivery_id,
        "since": since,
        "until": until,
        "states": list(REPLAYABLE if everything else UNDELIVERED),
        "after": after,
        "limit": limit,
    }
    return Query(named_sql("webhooks", "replay"), params, Replayed)
