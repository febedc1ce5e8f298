"""API keys in the account stream: issued, rotated, capped, revoked, and what a key may do.

The rules take the keys of one account and know nothing of its credits. A key's secret, and even its
hash, is none of their business: the log knows an id and how the key looks.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import ClassVar, Literal

import msgspec

from domain.errors import InsufficientScope, InvalidState, ValidationFailed
from domain.event import Event
from domain.ids import CapGroupId, KeyId
from domain.keys import caps
from domain.keys.caps import Cap, CapGroup, CapPeriod

Scope = Literal["generate", "read", "account", "admin"]

KEYS_MAX = 1_000
"""Keys of one account, revoked ones included: they stay in its state for ever."""

OVERLAP_MAX = timedelta(days=7)
"""How long a rotated key may go on beside its successor."""


# --- events -----------------------------------------------------------------------------------


class KeyIssued(Event, frozen=True, kw_only=True):
    """An API key exists. The log knows its id and how it looks, never the key or its hash."""

    TOPIC: ClassVar[str] = "key.issued.v1"
    key_id: KeyId
    prefix: str
    last4: str
    scopes: tuple[str, ...]
    expires_at: datetime | None = None
    cap_group: CapGroupId | None = None


class KeyRotated(Event, frozen=True, kw_only=True):
    """A successor exists, with the scopes and the cap group of the old key.

    The old key ends at `overlap_ends_at`, the new one at `expires_at`.
    """

    TOPIC: ClassVar[str] = "key.rotated.v1"
    key_id: KeyId
    new_key_id: KeyId
    prefix: str
    last4: str
    overlap_ends_at: datetime
    expires_at: datetime | None
    actor: str


class KeyCapped(Event, frozen=True, kw_only=True):
    """The keys of a group may spend `amount` credits in each `period`; without amount, any."""

    TOPIC: ClassVar[str] = "key.capped.v1"
    cap_group: CapGroupId
    amount: int | None
    period: CapPeriod
    actor: str


class KeyRevoked(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "key.revoked.v1"
    key_id: KeyId
    actor: str


# --- state ------------------------------------------------------------------------------------


class Key(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """`prefix` and `last4` are how it looks, for people to tell it from others."""

    key_id: KeyId
    prefix: str
    last4: str
    scopes: tuple[str, ...]
    expires_at: datetime | None
    cap_group: CapGroupId
    revoked: bool = False
    rotated: bool = False

    def active(self, now: datetime) -> bool:
        return not self.revoked and (self.expires_at is None or now < self.expires_at)


Keys = Mapping[KeyId, Key]
CapGroups = Mapping[CapGroupId, CapGroup]


def evolve(keys: Keys, event: KeyIssued | KeyRotated | KeyRevoked) -> list[Key]:
    """The keys that the event makes or changes."""
    match event:
        case KeyIssued():
            group = event.cap_group or CapGroupId(event.key_id)
            return [
                Key(
                    key_id=event.key_id,
                    prefix=event.prefix,
                    last4=event.last4,
                    scopes=event.scopes,
                    expires_at=event.expires_at,
                    cap_group=group,
                )
            ]
        case KeyRotated():
            old = keys[event.key_id]
            new = Key(
                key_id=event.new_key_id,
                prefix=event.prefix,
                last4=event.last4,
                scopes=old.scopes,
                expires_at=event.expires_at,
                cap_group=old.cap_group,
            )
            ends_at = event.overlap_ends_at
            return [msgspec.structs.replace(old, expires_at=ends_at, rotated=True), new]
        case KeyRevoked():
            return [msgspec.structs.replace(keys[event.key_id], revoked=True)]


# --- decisions --------------------------------------------------------------------------------


def check_scope(scopes: Sequence[str], scope: Scope) -> None:
    """Raises InsufficientScope."""
    if scope not in scopes:
        raise InsufficientScope


def issue(keys: Keys, event: KeyIssued) -> list[Event]:
    """Adds a key; the same key again changes nothing. Raises InvalidState beyond KEYS_MAX."""
    if event.key_id in keys:
        return []
    _check_room(keys)
    return [event]


def end_within(issuer: Key | None, wanted: datetime | None) -> datetime | None:
    """When a key ends that `issuer` makes: as wanted, or else with the issuer, never after it.

    Without an issuer (a holder, an operator) a key may go on for ever. Raises InsufficientScope.
    """
    if issuer is None or issuer.expires_at is None:
        return wanted
    if wanted is not None and wanted > issuer.expires_at:
        raise InsufficientScope("A key that ends cannot make a key that ends later.")
    return wanted or issuer.expires_at


class Successor(msgspec.Struct, frozen=True, kw_only=True):
    """The new key of a rotation: its id, how it looks, and when it ends, if ever."""

    key_id: KeyId
    prefix: str
    last4: str
    expires_at: datetime | None = None


def rotate(
    keys: Keys, key_id: KeyId, new: Successor, *, overlap: timedelta, actor: str, now: datetime
) -> list[Event]:
    """Gives an active key a successor; the same successor again changes nothing.

    The old key goes on for `overlap`, but never longer than it would have. Raises InvalidState,
    ValidationFailed.
    """
    if new.key_id in keys:
        return []
    key = keys.get(key_id)
    if key is None or not key.active(now) or key.rotated:
        raise InvalidState("Only an active key that was not rotated before can be rotated.")
    if not timedelta(0) <= overlap <= OVERLAP_MAX:
        raise ValidationFailed("An overlap is 0 to 7 days long.", param="overlap")
    _check_room(keys)
    ends_at = now + overlap
    rotated = KeyRotated(
        key_id=key_id,
        new_key_id=new.key_id,
        prefix=new.prefix,
        last4=new.last4,
        overlap_ends_at=ends_at if key.expires_at is None else min(ends_at, key.expires_at),
        expires_at=new.expires_at,
        actor=actor,
    )
    return [rotated]


def _check_room(keys: Keys) -> None:
    if len(keys) >= KEYS_MAX:
        raise InvalidState(f"An account has at most {KEYS_MAX} keys.")


def revoke(keys: Keys, key_id: KeyId, *, actor: str) -> list[Event]:
    """Ends a key for good; ending it twice changes nothing. Raises InvalidState."""
    key = keys.get(key_id)
    if key is None:
        raise InvalidState("There is no such key on this account.")
    return [] if key.revoked else [KeyRevoked(key_id=key_id, actor=actor)]


def revoke_all(keys: Keys, *, actor: str) -> list[Event]:
    """Ends every key for good."""
    return [KeyRevoked(key_id=key.key_id, actor=actor) for key in keys.values() if not key.revoked]


def in_force(keys: Keys, now: datetime) -> int:
    """How many keys still open the account."""
    return sum(key.active(now) for key in keys.values())


def check_changeable(key: Key) -> None:
    """Raises InvalidState for a revoked key; one that was rotated may still be changed."""
    if key.revoked:
        raise InvalidState("This key is revoked; it can be read but not changed.")


def cap(
    keys: Keys, groups: CapGroups, key_id: KeyId, limit: Cap | None, *, actor: str
) -> list[Event]:
    """Sets or lifts the cap of the key's group; what it spent already counts at once.

    Of a revoked key nothing is changed; others of its group may still be. Raises InvalidState.
    """
    key = keys.get(key_id)
    if key is None:
        raise InvalidState("There is no such key on this account.")
    check_changeable(key)
    if groups.get(key.cap_group, caps.UNUSED).cap == limit:
        return []
    amount = None if limit is None else limit.amount
    period: CapPeriod = "lifetime" if limit is None else limit.period
    assert amount is None or amount >= 0, amount
    return [KeyCapped(cap_group=key.cap_group, amount=amount, period=period, actor=actor)]


EVENTS: tuple[type[Event], ...] = (KeyIssued, KeyRotated, KeyCapped, KeyRevoked)
