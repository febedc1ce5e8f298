"""The stream of what an Idempotency-Key asked for and what has no stream of its own: the claim of
the request. One event, ever.

An API key is in the stream of its account, a webhook secret in that of its endpoint, a test message
in a table, a top-up in the stream of the payment that its reference names. This stream exists so
that an Idempotency-Key makes one of them, is refused with another request, and cannot be used on
another route. Secrets are told once, so a replay tells of the thing and not what it is.
"""

from typing import ClassVar

import msgspec

from domain.errors import IdempotencyKeyReused
from domain.event import Event
from domain.ids import AccountId


class KeyClaimed(Event, frozen=True, kw_only=True):
    """`fingerprint` is an HMAC of the request; the stream's id is that of what it asked for: an API
    key, a webhook secret, a test message, a top-up.
    """

    TOPIC: ClassVar[str] = "key.claimed.v1"
    account_id: AccountId
    fingerprint: bytes


class KeyClaim(msgspec.Struct, frozen=True):
    """The folded stream."""

    claimed: KeyClaimed


def evolve(claim: KeyClaim | None, event: Event) -> KeyClaim:
    """The claim after the one event of its stream."""
    assert claim is None
    assert isinstance(event, KeyClaimed)
    return KeyClaim(event)


def check_replay(existing: object, claimed: KeyClaimed) -> None:
    """Raises IdempotencyKeyReused unless it is the same request of the same account."""
    if not isinstance(existing, KeyClaim) or existing.claimed != claimed:
        raise IdempotencyKeyReused


EVENTS: tuple[type[Event], ...] = (KeyClaimed,)
