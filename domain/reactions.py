"""Which events change the dispatch queue, and how. Pure: an event goes in, changes come out.

A reaction follows the log forward exactly once. It decides nothing about money and refuses nothing;
work whose terminal event is already in the same batch never reaches the queue.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from domain import generation as generations
from domain.characters.character import CharacterCreated, IdentityFailed, IdentityStored
from domain.event import Event, Recorded
from domain.generation import (
    GenerationCompleted,
    GenerationRequested,
    GenerationTakenDown,
    OutputDeleted,
)
from domain.ids import AccountId, LotId
from domain.ledger import (
    AccountOpened,
    AccountReleased,
    AccountSuspended,
    AccountTierSet,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    Tier,
)

TIER_WEIGHTS: dict[Tier, int] = {"base": 1, "scale": 2, "volume": 4, "unlimited": 8}
"""Shares of a busy pool: an account of weight 2 gets two turns for each turn of weight 1."""

_ENDINGS: tuple[type[Event], ...] = (GenerationCompleted, *generations.CAUSES)
_IDENTITY_ENDINGS: tuple[type[Event], ...] = (IdentityStored, IdentityFailed)


class Enqueue(msgspec.Struct, frozen=True, kw_only=True):
    """Work to do. `patience` is how long it may wait to be started; None waits for ever."""

    work_id: UUID
    account_id: AccountId
    kind: str
    model_id: str
    position: int
    character_id: UUID | None
    patience: timedelta | None


class Dequeue(msgspec.Struct, frozen=True, kw_only=True):
    """Work that needs doing no more. `attempt` is the one that won, where one did."""

    work_id: UUID
    attempt: int | None


class Weigh(msgspec.Struct, frozen=True, kw_only=True):
    """An account's share changed."""

    account_id: AccountId
    weight: int


class LotDue(msgspec.Struct, frozen=True, kw_only=True):
    """A lot is to be looked at when `expires_at` has come."""

    account_id: AccountId
    lot_id: LotId
    expires_at: datetime


class LotBooked(msgspec.Struct, frozen=True, kw_only=True):
    """A lot's expiry is booked; there is nothing left to look at."""

    account_id: AccountId
    lot_id: LotId


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """The account's open work is to be canceled."""

    account_id: AccountId


class Unhold(msgspec.Struct, frozen=True, kw_only=True):
    """The account's open work may go on."""

    account_id: AccountId


class Remove(msgspec.Struct, frozen=True, kw_only=True):
    """The stored bytes of a generation are to be deleted; a takedown's likeness is blocked too."""

    generation_id: UUID


Change = Enqueue | Dequeue | Weigh | LotDue | LotBooked | Hold | Unhold | Remove


def changes_of(recorded: Recorded) -> list[Change]:
    """What one event changes, in order; most events change nothing."""
    event = recorded.event
    match event:
        case GenerationRequested():
            return [_enqueue_generation(recorded, event)]
        case CharacterCreated(conditioned=True):
            return [_enqueue_identity(recorded, event)]
        case AccountOpened() | AccountTierSet():
            account_id = AccountId(recorded.stream_id)
            return [Weigh(account_id=account_id, weight=TIER_WEIGHTS[event.tier])]
        case AccountSuspended(suspended=True):
            return [Hold(account_id=AccountId(recorded.stream_id))]
        case AccountSuspended() | AccountReleased():
            return [Unhold(account_id=AccountId(recorded.stream_id))]
        case GenerationTakenDown() | OutputDeleted():
            return [Remove(generation_id=recorded.stream_id)]
        case CreditsGranted() | CreditsRefunded() | CreditsExpired():
            return _lot_changes(AccountId(recorded.stream_id), event)
        case _:
            return _ending_changes(recorded)


def net_changes(batch: Iterable[Recorded]) -> list[Change]:
    """What a batch changes all in all: of several changes to one row only the last one counts."""
    last: dict[object, Change] = {}
    for recorded in batch:
        for change in changes_of(recorded):
            last.pop(_row(change), None)
            last[_row(change)] = change
    return list(last.values())


def _row(change: Change) -> object:
    match change:
        case Enqueue() | Dequeue():
            return "work", change.work_id
        case Weigh():
            return "weight", change.account_id
        case LotDue() | LotBooked():
            return "lot", change.account_id, change.lot_id
        case Hold() | Unhold():
            return "hold", change.account_id
        case Remove():
            return "removal", change.generation_id


def _enqueue_generation(recorded: Recorded, event: GenerationRequested) -> Enqueue:
    return Enqueue(
        work_id=recorded.stream_id,
        account_id=event.account_id,
        kind=event.kind,
        model_id=event.model_id,
        position=recorded.position,
        character_id=event.character_id,
        patience=max(event.deadline_at - recorded.recorded_at, timedelta(0)),
    )


def _enqueue_identity(recorded: Recorded, event: CharacterCreated) -> Enqueue:
    return Enqueue(
        work_id=recorded.stream_id,
        account_id=event.account_id,
        kind="identity",
        model_id=event.model_id,
        position=recorded.position,
        character_id=None,
        patience=None,
    )


def _lot_changes(
    account_id: AccountId, event: CreditsGranted | CreditsRefunded | CreditsExpired
) -> list[Change]:
    match event:
        case CreditsGranted():
            due = [] if event.expires_at is None else [(event.lot_id, event.expires_at)]
        case CreditsRefunded():
            due = [(lot.lot_id, lot.expires_at) for lot in event.reopened]
        case CreditsExpired():
            return [LotBooked(account_id=account_id, lot_id=event.lot_id)]
    return [LotDue(account_id=account_id, lot_id=lot, expires_at=at) for lot, at in due]


def _ending_changes(recorded: Recorded) -> list[Change]:
    event = recorded.event
    if isinstance(event, GenerationCompleted):
        return [Dequeue(work_id=recorded.stream_id, attempt=event.attempt)]
    if isinstance(event, _ENDINGS + _IDENTITY_ENDINGS):
        return [Dequeue(work_id=recorded.stream_id, attempt=None)]
    return []
