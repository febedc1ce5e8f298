"""The JSON of webhook endpoints and deliveries."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from adapters.web.answers.lists import Cursor, Page, ShortWaitingPage
from domain.webhooks.endpoint import OVERLAP_DEFAULT, DisabledBy, EventType

URL_CHARACTERS_MAX = 2048
DESCRIPTION_CHARACTERS_MAX = 200
OVERLAP_SECONDS_MAX = 7 * 86_400

Url = Annotated[str, Meta(max_length=URL_CHARACTERS_MAX)]
Description = Annotated[str, Meta(max_length=DESCRIPTION_CHARACTERS_MAX)]
Types = Annotated[list[EventType], Meta(min_length=1)]
DeliveryState = Literal["waiting", "sending", "delivered", "failed", "held"]


class EndpointRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Without `event_types` every event is sent, also those of types that come later."""

    url: Url
    event_types: Types | None = None
    description: Description | None = None


class EndpointChange(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is left out stays as it is. Enabling sends a `webhook.test` at once."""

    url: Url | msgspec.UnsetType = msgspec.UNSET
    event_types: Types | msgspec.UnsetType | None = msgspec.UNSET
    description: Description | msgspec.UnsetType | None = msgspec.UNSET
    enabled: bool | msgspec.UnsetType = msgspec.UNSET


class SecretRotationRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """How long the old secret goes on signing beside the new one."""

    overlap_seconds: Annotated[int, Meta(ge=0, le=OVERLAP_SECONDS_MAX)] = int(
        OVERLAP_DEFAULT.total_seconds()
    )


class EndpointAnswer(msgspec.Struct, kw_only=True):
    """`secret` is shown once, by the request that made it, and null ever after.

    `event_types` is null for all; `disabled_by` says who disabled it, or null: `password_reset` is
    the first reset of an address that nobody confirmed.
    """

    endpoint_id: UUID
    url: str | None
    description: str | None
    event_types: list[str] | None
    enabled: bool
    disabled_by: DisabledBy | None
    livemode: bool
    secret: str | None
    created_at: datetime


class EndpointList(msgspec.Struct, kw_only=True):
    data: list[EndpointAnswer]
    next_cursor: str | None


class EndpointDeletedAnswer(msgspec.Struct, kw_only=True):
    endpoint_id: UUID
    deleted: Literal[True] = True


class EndpointsQuery(ShortWaitingPage, kw_only=True, forbid_unknown_fields=True):
    """Every endpoint is on one page, unless `limit` says fewer; `min_position` waits until the list
    knows of it.
    """


class DeliveriesQuery(Page, kw_only=True, forbid_unknown_fields=True):
    """A page of deliveries, newest first."""

    endpoint_id: str | None = None
    type: EventType | None = None
    state: DeliveryState | None = None


class DeliveryAnswer(msgspec.Struct, kw_only=True):
    """One message to one endpoint. `webhook_id` is the header of that name, the same in every
    attempt and replay; `attempts` counts them; `held` is what happened while it was disabled.
    """

    delivery_id: UUID
    webhook_id: UUID
    endpoint_id: UUID
    type: str
    state: DeliveryState
    attempts: int
    next_attempt_at: datetime | None
    occurred_at: datetime
    created_at: datetime
    finished_at: datetime | None
    livemode: bool


class DeliveryList(msgspec.Struct, kw_only=True):
    data: list[DeliveryAnswer]
    next_cursor: str | None


class AttemptAnswer(msgspec.Struct, kw_only=True):
    """One attempt. `outcome` is `delivered`, `http_` and the status, `blocked_address`, `dns`,
    `connect`, `tls`, `timeout`, `disconnected`, `protocol`, `unreadable` or `broken` (nothing
    was sent: the account is erased, or we have a bug), or `unknown` while it is open and when the
    sender died. `reply` is the
    beginning of what came back, control characters spelled out.
    """

    number: int
    started_at: datetime
    milliseconds: int | None
    outcome: str
    status: int | None
    request_headers: dict[str, str]
    reply: str | None


class DeliveryDetail(DeliveryAnswer, kw_only=True):
    """`body` is what an attempt made now would send."""

    body: str | None
    attempt_list: list[AttemptAnswer]


class ReplayRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Sends again what was created from `since` (at most 30 days ago) to `until`: what failed and
    what was held, or with `which: all` what was delivered as well.
    """

    endpoint_id: str
    since: datetime
    until: datetime | None = None
    which: Literal["undelivered", "all"] = "undelivered"
    cursor: Cursor | None = None


class ReplayAnswer(msgspec.Struct, kw_only=True):
    """How many deliveries begin again; with a `next_cursor` there are more, ask once more."""

    replayed: int
    next_cursor: str | None
