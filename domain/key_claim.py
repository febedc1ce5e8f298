"""The stream of a key that was asked for over the API: the claim of its request. One event, ever.

The key itself is in the stream of its account. This stream exists so that an Idempotency-Key issues
one key, is refused with another request, and cannot be used on another route. Secrets are stored
nowhere, so a replay tells of the key and not what it is.
"""

from typing import ClassVar

import msgspec

from domain.errors import IdempotencyKeyReused
from domain.event import Event
from domain.ids import AccountId


class KeyClaimed(Event, frozen=True, kw_only=True):
    """`fingerprint` is an HMAC of the request; the stream's id is that of the new key."""

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
