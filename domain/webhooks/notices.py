"""Which events are told to webhook receivers, and as what. Pure: events go in, notices come out.

A notice holds ids and amounts; what a person wrote is added when the body is made. Levels are told
once when they are reached, not again with every event, and again after they were left.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

import msgspec

from domain.characters.character import Character, CharacterCreated, IdentityFailed, IdentityStored
from domain.event import Event, Recorded
from domain.generation import CAUSES, Generation, GenerationCompleted
from domain.ids import AccountId, CapGroupId
from domain.keys import caps
from domain.keys.caps import CapGroup
from domain.keys.key import KeyCapped
from domain.ledger import (
    Account,
    CreditsDebited,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    CreditsRevoked,
)
from domain.registry import State
from domain.webhooks.endpoint import Endpoint, EndpointDisabled, EndpointEnabled
from domain.webhooks.facts import (
    BalanceFacts,
    DisabledEndpointFacts,
    Facts,
    RefundFacts,
    SpentCapFacts,
    TestFacts,
)

States = Mapping[UUID, State | None]

BALANCE = "credits"
"""The subject of an account's balance among its levels; caps have the id of their group."""

_LEVELS_PASSED = {"": (), "low": ("low",), "depleted": ("low", "depleted")}
"""What has been told by the time that a balance is at a level."""

_GENERATION_ENDINGS: tuple[type[Event], ...] = (GenerationCompleted, *CAUSES)
_TOLD_OF_OBJECTS: tuple[type[Event], ...] = (
    *_GENERATION_ENDINGS,
    IdentityStored,
    IdentityFailed,
    EndpointDisabled,
    EndpointEnabled,
)
_MOVES: tuple[type[Event], ...] = (
    CreditsGranted,
    CreditsDebited,
    CreditsRefunded,
    CreditsExpired,
    CreditsRevoked,
    KeyCapped,
)


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """Something to tell an account: `subject_id` names the object, `facts` is JSON of the rest.

    All notices of a subject come of one stream, so `sequence`, the event's number there, orders
    them. What is told of credits has the account as its subject.
    `only` and `without` narrow it down to one endpoint, or to all but one.
    """

    account_id: UUID
    type: str
    subject_id: UUID
    position: int
    sequence: int
    occurred_at: datetime
    facts: bytes | None = None
    only: UUID | None = None
    without: UUID | None = None


def subjects_of(batch: Iterable[Recorded]) -> set[UUID]:
    """Streams whose state says whom an event is to be told to."""
    return {r.stream_id for r in batch if isinstance(r.event, _TOLD_OF_OBJECTS)}


def moved_accounts(batch: Iterable[Recorded]) -> dict[AccountId, Recorded]:
    """Accounts whose balance or caps moved, with the last event that did it."""
    return {AccountId(r.stream_id): r for r in batch if isinstance(r.event, _MOVES)}


def notices_of(recorded: Recorded, states: States) -> list[Notice]:
    """What one event tells; `states` holds the streams that `subjects_of` names."""
    event, state = recorded.event, states.get(recorded.stream_id)
    match event:
        case CreditsRefunded():
            facts = RefundFacts(
                generation_id=event.generation_id, amount=event.amount, cause=event.cause
            )
            return [_notice(recorded, recorded.stream_id, "credits.refunded", facts=facts)]
        case CharacterCreated(conditioned=False):
            return [_notice(recorded, event.account_id, "character.ready")]
        case IdentityStored() | IdentityFailed() if isinstance(state, Character):
            told = "ready" if isinstance(event, IdentityStored) else "failed"
            return [_notice(recorded, state.created.account_id, f"character.{told}")]
        case EndpointDisabled() | EndpointEnabled() if isinstance(state, Endpoint):
            return _endpoint_notices(recorded, state)
        case _ if isinstance(event, _GENERATION_ENDINGS) and isinstance(state, Generation):
            told = "completed" if isinstance(event, GenerationCompleted) else CAUSES[type(event)]
            return [_notice(recorded, state.requested.account_id, f"generation.{told}")]
        case _:
            return []


def _notice(
    recorded: Recorded,
    account_id: UUID,
    event_type: str,
    subject_id: UUID | None = None,
    facts: Facts | None = None,
) -> Notice:
    return Notice(
        account_id=account_id,
        type=event_type,
        subject_id=subject_id or recorded.stream_id,
        position=recorded.position,
        sequence=recorded.version,
        occurred_at=recorded.recorded_at,
        facts=None if facts is None else msgspec.json.encode(facts),
    )


def _endpoint_notices(recorded: Recorded, endpoint: Endpoint) -> list[Notice]:
    """Others hear of one that was disabled for what it did; an enabled one is tried at once."""
    account_id, event = endpoint.created.account_id, recorded.event
    if isinstance(event, EndpointEnabled):
        tried = TestFacts(endpoint_id=recorded.stream_id)
        ping = _notice(recorded, account_id, "webhook.test", facts=tried)
        return [msgspec.structs.replace(ping, only=recorded.stream_id)]
    assert isinstance(event, EndpointDisabled), event
    if event.by in ("customer", "password_reset"):
        return []
    facts = DisabledEndpointFacts(endpoint_id=recorded.stream_id, disabled_by=event.by)
    told = _notice(recorded, account_id, "webhook_endpoint.disabled", facts=facts)
    return [msgspec.structs.replace(told, without=recorded.stream_id)]


def levels_of(account: Account, now: datetime, *, low_credits: int) -> dict[str, str]:
    """What may be told of an account as it is now: its balance, and each cap that is used up."""
    available = account.available(now)
    levels = {BALANCE: "depleted" if available == 0 else "low" if available < low_credits else ""}
    for group_id, group in account.cap_groups.items():
        levels[str(group_id)] = _cap_level(group, now)
    return levels


def _cap_level(group: CapGroup, now: datetime) -> str:
    """Names cap and period once nothing of the cap is left, so that a new period is told anew."""
    if group.cap is None:
        return ""
    day = caps.day_of(group, now)
    if group.spent(group.cap.period, day) < group.cap.amount:
        return ""
    start = caps.start_of(group.cap.period, day)
    return f"{group.cap.amount}/{group.cap.period}/{'' if start is None else start.date()}"


def level_notices(
    account: Account,
    moved: Recorded,
    before: Mapping[str, str],
    after: Mapping[str, str],
    *,
    low_credits: int,
) -> list[Notice]:
    """What changed levels tell. A balance that falls from plenty to nothing is low as well, unless
    the threshold is nothing: none is below it.
    """
    available = account.available(moved.recorded_at)
    passed = _LEVELS_PASSED[before.get(BALANCE, "")]
    reached = [
        level
        for level in _LEVELS_PASSED[after[BALANCE]]
        if level not in passed and (level != "low" or available < low_credits)
    ]
    facts = BalanceFacts(available=available, threshold=low_credits)
    used_up = [
        CapGroupId(UUID(subject))
        for subject, level in after.items()
        if subject != BALANCE and level and level != before.get(subject)
    ]
    return [
        *(_notice(moved, moved.stream_id, f"credits.{level}", None, facts) for level in reached),
        *(_cap_notice(account, moved, group_id) for group_id in used_up),
    ]


def _cap_notice(account: Account, moved: Recorded, group_id: CapGroupId) -> Notice:
    group = account.cap_groups[group_id]
    assert group.cap is not None, group_id
    ends_at = caps.end_of(group.cap.period, caps.day_of(group, moved.recorded_at))
    facts = SpentCapFacts(
        key_ids=[key.key_id for key in account.keys.values() if key.cap_group == group_id],
        amount=group.cap.amount,
        period=group.cap.period,
        resets_at=ends_at,
    )
    return _notice(moved, moved.stream_id, "key.spend_limit_reached", group_id, facts)
