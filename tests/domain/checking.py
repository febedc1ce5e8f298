"""Given events, when a command, then events or a refusal: the one way in which rules are tested."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.characters.character import CharacterCreated
from domain.credits import Credits
from domain.enforcement.refusals import PromptBlocked
from domain.errors import DomainError
from domain.event import Event
from domain.generation import GenerationCompleted, GenerationRequested
from domain.ids import AccountId, CapGroupId, CharacterId, GenerationId, KeyId, LotId
from domain.ledger import AccountOpened, CreditsDebited, CreditsGranted, Draw, KeyIssued
from domain.ports import Command
from domain.registry import State, evolve

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
ACCOUNT = AccountId(UUID(int=1))
OTHER = AccountId(UUID(int=2))
KEY = KeyId(UUID(int=3))
GROUP = CapGroupId(KEY)
DAY = datetime(2026, 3, 1, tzinfo=UTC)
CHARACTER = CharacterId(UUID(int=4))
GENERATION = GenerationId(UUID(int=5))
SOURCE = GenerationId(UUID(int=6))

Streams = Mapping[UUID, Sequence[Event]]


def fold(events: Sequence[Event]) -> State | None:
    """The state after these events."""
    state = None
    for event in events:
        state = evolve(state, event)
    return state


def check(
    given: Streams,
    when: Command,
    then: Streams | type[DomainError],
    *,
    answer: Any = None,
    now: datetime = NOW,
) -> None:
    """The command, decided on the folded streams, changes exactly these or refuses like this."""
    states = {stream: fold(given.get(stream, ())) for stream in when.streams}
    if isinstance(then, type):
        with pytest.raises(then) as refusal:
            when.decide(states, now)
        assert type(refusal.value) is then
        return
    decision = when.decide(states, now)
    assert {stream: list(events) for stream, events in decision.events.items()} == then
    assert decision.answer == answer
    for stream, events in decision.events.items():
        assert fold([*given.get(stream, ()), *events]) is not None


def lot(number: int) -> LotId:
    return LotId(UUID(int=100 + number))


def opened() -> list[Event]:
    """An account with an active key and no credits."""
    key = KeyIssued(key_id=KEY, prefix="xav_live_ab", last4="wxyz", scopes=("all",))
    return [AccountOpened(livemode=True, tier="base"), key]


def granted(
    number: int, amount: int, *, priority: int = 100, life: timedelta | None = None
) -> CreditsGranted:
    """Lot `number`, alive for `life` from NOW on."""
    return CreditsGranted(
        lot_id=lot(number),
        amount=Credits(amount),
        kind="paid",
        priority=priority,
        expires_at=None if life is None else NOW + life,
        price_minor=None,
        currency=None,
        payment_reference=None,
        actor="operator",
        reason=None,
    )


def draws(*pairs: tuple[int, int]) -> tuple[Draw, ...]:
    return tuple(Draw(lot(number), Credits(amount)) for number, amount in pairs)


def debited(
    *pairs: tuple[int, int], generation_id: GenerationId = GENERATION, day: datetime = DAY
) -> CreditsDebited:
    return CreditsDebited(
        generation_id=generation_id,
        amount=Credits(sum(amount for _, amount in pairs)),
        draws=draws(*pairs),
        key_id=KEY,
        cap_group=GROUP,
        period_start=day,
    )


def claim(
    *pairs: tuple[int, int],
    price: int = 1,
    kind: Any = "image",
    account_id: AccountId = ACCOUNT,
    key_id: KeyId = KEY,
    fingerprint: bytes = b"one request",
    source: GenerationId | None = None,
) -> GenerationRequested:
    """A claim; `pairs` are its draws, none before it is decided, and so is its period."""
    return GenerationRequested(
        account_id=account_id,
        livemode=True,
        kind=kind,
        character_id=CHARACTER,
        model_id="sketch",
        source_generation_id=source,
        source_key=None,
        traits={"age": 30},
        seed=7,
        width=896,
        height=1152,
        format="png",
        seconds=5 if kind == "video" else None,
        price=Credits(price),
        draws=draws(*pairs),
        key_id=key_id,
        fingerprint=fingerprint,
        sealed=b"sealed",
        enhancement_version="1",
        policy_version="1",
        deadline_at=NOW + timedelta(minutes=5),
        cap_group=GROUP if pairs else None,
        period_start=DAY if pairs else None,
    )


def completed(attempt: int = 1) -> GenerationCompleted:
    return GenerationCompleted(
        attempt=attempt,
        output_key="outputs/a.png",
        poster_key=None,
        media_type="image/png",
        width=896,
        height=1152,
        identity_score=None,
        engine_seconds=1.5,
    )


def created(*, account_id: AccountId = ACCOUNT, conditioned: bool = True) -> CharacterCreated:
    return CharacterCreated(
        account_id=account_id,
        livemode=True,
        model_id="sketch",
        traits={"age": 30},
        conditioned=conditioned,
        fingerprint=b"one request",
        sealed=b"sealed",
        policy_version="1",
    )


def prompt_blocked(claim: int, **changes: Any) -> PromptBlocked:
    """A refused prompt of the account, for nobody's end user."""
    facts: dict[str, Any] = {
        "account_id": ACCOUNT,
        "livemode": True,
        "claim": UUID(int=claim),
        "kind": "image",
        "character_id": CHARACTER,
        "key_id": KEY,
        "judge": "lexicon",
        "category": "gore",
        "policy_version": "policy-2",
        "at": NOW,
        "end_user": None,
        "sealed": b"sealed",
    }
    return PromptBlocked(**(facts | changes))
