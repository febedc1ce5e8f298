"""What a message tells beside the objects of the API: the `data` of those that have none.

These are the very shapes that are sent, and that the OpenAPI document describes.
"""

from datetime import datetime
from uuid import UUID

import msgspec


class RefundFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Credits that came back, and the generation they were paid for; `cause` is how it ended."""

    generation_id: UUID
    amount: int
    cause: str


class BalanceFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Credits that may be spent, and the number below which an account is low."""

    available: int
    threshold: int


class SpentCapFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A cap of which nothing is left, and the keys that share it; `resets_at` is null for ever."""

    key_ids: list[UUID]
    amount: int
    period: str
    resets_at: datetime | None


class DisabledEndpointFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Another endpoint of the account, and why it is disabled."""

    endpoint_id: UUID
    disabled_by: str


class TestFacts(msgspec.Struct, frozen=True, kw_only=True):
    """The endpoint that is tried."""

    endpoint_id: UUID


Facts = RefundFacts | BalanceFacts | SpentCapFacts | DisabledEndpointFacts | TestFacts
