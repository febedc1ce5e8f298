"""The JSON of API keys: what is asked for and what is told."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType

from adapters.web.openapi.shapes import NAME_CHARACTERS_MAX
from adapters.web.routes.keys.limits import CapAnswer
from domain.credits import CREDITS_MAX
from domain.keys.caps import CapPeriod
from domain.keys.key import Scope

OVERLAP_HOURS_DEFAULT = 24
OVERLAP_HOURS_MAX = 7 * 24

Name = Annotated[str, Meta(min_length=1, max_length=NAME_CHARACTERS_MAX)]
Moment = Annotated[datetime, Meta(tz=True)]
KeyStatus = Literal["active", "expired", "revoked"]


class CapRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """At most `credits` in each `period`; days, weeks and months are those of UTC."""

    credits: Annotated[int, Meta(ge=0, le=CREDITS_MAX)]
    period: CapPeriod


class KeyRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A key without a cap may spend the whole balance: give one to every key that is not yours
    alone. `scopes` are at most those of the key that asks; left out, it may generate and read. Nor
    does it go on after the key that asks: where that one ends, `expires_at` is no later, and is
    that key's own when it is left out.
    """

    name: Name | None = None
    scopes: Annotated[list[Scope], Meta(min_length=1, max_length=8)] | None = None
    expires_at: Moment | None = None
    cap: CapRequest | None = None


class KeyChange(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is left out stays as it is; null takes a name or a cap away."""

    name: Name | UnsetType | None = UNSET
    cap: CapRequest | UnsetType | None = UNSET


class RotationRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The old key goes on for `overlap_hours`; the new one ends at `expires_at`, if ever, and never
    after the key that asks.
    """

    overlap_hours: Annotated[int, Meta(ge=0, le=OVERLAP_HOURS_MAX)] = OVERLAP_HOURS_DEFAULT
    expires_at: Moment | None = None


class KeyAnswer(msgspec.Struct, kw_only=True):
    """An API key, but for its secret. Keys that were rotated into one another share `cap_group`."""

    key_id: UUID
    name: str | None
    prefix: str
    last4: str
    scopes: list[str]
    status: KeyStatus
    rotated: bool
    livemode: bool
    cap_group: UUID
    cap: CapAnswer | None
    created_at: datetime | None
    last_used_at: datetime | None
    expires_at: datetime | None


class NewKeyAnswer(KeyAnswer, kw_only=True):
    """`secret` is shown this once; it is null when the request is repeated."""

    secret: str | None


class KeyList(msgspec.Struct, kw_only=True):
    data: list[KeyAnswer]
    next_cursor: str | None
