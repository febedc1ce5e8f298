"""The appeal stream: an account, or one of its end users, asks for a hold to be looked at again.

A person decides: nothing here releases anybody by itself. What was written is sealed with the
account's key.
"""

from typing import ClassVar, Literal

import msgspec

from domain.errors import IdempotencyKeyReused, InvalidState, NotFound
from domain.event import Event
from domain.ids import AccountId, KeyId

AppealOutcome = Literal["granted", "denied"]


class AppealReceived(Event, frozen=True, kw_only=True):
    """The claim. `end_user` is the keyed hash of who is on hold; without it, the account is."""

    TOPIC: ClassVar[str] = "appeal.received.v1"
    account_id: AccountId
    end_user: bytes | None
    key_id: KeyId
    fingerprint: bytes
    sealed: bytes


class AppealDecided(Event, frozen=True, kw_only=True):
    """An operator granted it, which ends the hold, or denied it."""

    TOPIC: ClassVar[str] = "appeal.decided.v1"
    outcome: AppealOutcome
    actor: str


class AppealTexts(msgspec.Struct, frozen=True, kw_only=True):
    """What `AppealReceived.sealed` holds."""

    text: str
    end_user_ref: str | None


class Appeal(msgspec.Struct, frozen=True, kw_only=True):
    """The folded appeal stream; without `decided` it is open."""

    received: AppealReceived
    decided: AppealDecided | None = None


def evolve(appeal: Appeal | None, event: Event) -> Appeal:
    """The appeal after one more event of its stream."""
    if isinstance(event, AppealReceived):
        assert appeal is None
        return Appeal(received=event)
    assert appeal is not None, event
    assert isinstance(event, AppealDecided), event
    return msgspec.structs.replace(appeal, decided=event)


def check_replay(existing: object, wish: AppealReceived) -> None:
    """Raises IdempotencyKeyReused for another appeal, or for a claim of another route."""
    same = (
        isinstance(existing, Appeal)
        and existing.received.account_id == wish.account_id
        and existing.received.fingerprint == wish.fingerprint
    )
    if not same:
        raise IdempotencyKeyReused


def decide(appeal: Appeal, *, outcome: AppealOutcome, actor: str) -> list[Event]:
    """Decides an appeal; the same decision again changes nothing. Raises InvalidState."""
    if appeal.decided is None:
        return [AppealDecided(outcome=outcome, actor=actor)]
    if appeal.decided.outcome != outcome:
        raise InvalidState(f"This appeal was decided before: {appeal.decided.outcome}.")
    return []


def owned(state: object, account_id: AccountId) -> Appeal:
    """The appeal if this account made it. Raises NotFound for every other case alike."""
    if isinstance(state, Appeal) and state.received.account_id == account_id:
        return state
    raise NotFound


EVENTS: tuple[type[Event], ...] = (AppealReceived, AppealDecided)
