"""The commands by which an account makes API keys itself, each claimed by its request.

Like every handler they do no I/O and may decide again.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import msgspec

from domain import key_claim, ledger
from domain.errors import NotFound
from domain.event import Event
from domain.handlers import Claimed, Standing
from domain.ids import AccountId, CapGroupId, KeyId, StreamId
from domain.key_claim import KeyClaimed
from domain.keys import key as keys
from domain.keys.caps import Cap
from domain.keys.key import Key, KeyCapped, KeyIssued, Successor
from domain.ledger import Account
from domain.ports import Command, Decision, GroundRow, States

Made = Callable[[Account, datetime, Key | None], list[Event]]
"""The events of a new key, given the key that makes it."""


def issue(
    claimed: KeyClaimed,
    event: KeyIssued,
    cap: Cap | None,
    *,
    standing: Standing,
    actor: str,
    rows: Sequence[GroundRow],
) -> Command:
    """Adds a key, its cap and its rows, all or none; a replay changes nothing and says so.

    Refuses with IdempotencyKeyReused, InvalidState, InsufficientScope, and what `standing` raises.
    """

    def events(account: Account, now: datetime, issuer: Key | None) -> list[Event]:
        expires_at = keys.end_within(issuer, event.expires_at)
        issued = keys.issue(account.keys, msgspec.structs.replace(event, expires_at=expires_at))
        return [*issued, *_first_cap(event.key_id, cap, actor)]

    return _claimed(claimed, event.key_id, events, standing=standing, rows=rows)


def _first_cap(key_id: KeyId, cap: Cap | None, actor: str) -> list[Event]:
    if cap is None:
        return []
    group = CapGroupId(key_id)
    return [KeyCapped(cap_group=group, amount=cap.amount, period=cap.period, actor=actor)]


def rotate(
    claimed: KeyClaimed,
    key_id: KeyId,
    new: Successor,
    *,
    overlap: timedelta,
    standing: Standing,
    actor: str,
    rows: Sequence[GroundRow],
) -> Command:
    """Adds a successor in the same cap group and its rows; a replay changes nothing and says so.

    Refuses with IdempotencyKeyReused, InvalidState, InsufficientScope, ValidationFailed, and what
    `standing` raises.
    """

    def events(account: Account, now: datetime, issuer: Key | None) -> list[Event]:
        expires_at = keys.end_within(issuer, new.expires_at)
        lasting = msgspec.structs.replace(new, expires_at=expires_at)
        return keys.rotate(account.keys, key_id, lasting, overlap=overlap, actor=actor, now=now)

    return _claimed(claimed, new.key_id, events, standing=standing, rows=rows)


def _claimed(
    claimed: KeyClaimed,
    new_key_id: KeyId,
    events: Made,
    *,
    standing: Standing,
    rows: Sequence[GroundRow],
) -> Command:
    account_id: AccountId = claimed.account_id

    def decide(states: States, now: datetime) -> Decision:
        account = states[account_id]
        if not isinstance(account, Account):
            raise NotFound
        issuer = standing(account, now)
        existing = states[new_key_id]
        if existing is not None:
            key_claim.check_replay(existing, claimed)
            return Decision(answer=Claimed(replayed=True))
        changes: dict[StreamId, Sequence[Event]] = {
            new_key_id: [claimed],
            account_id: events(account, now, issuer),
        }
        return Decision(events=changes, rows=rows, answer=Claimed(replayed=False))

    return Command(streams=(account_id, new_key_id), decide=decide, claim=new_key_id)


def standing_of(key_id: KeyId) -> Standing:
    """The standing of an API key: in force, and its account not on hold."""
    return lambda account, now: ledger.check_key(account, key_id, now)
