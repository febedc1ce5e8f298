"""What events do to the dispatch queue."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import pytest

from domain.characters.character import CharacterCreated, IdentityFailed, IdentityStored
from domain.credits import Credits
from domain.event import Event, Recorded
from domain.generation import (
    GenerationBlocked,
    GenerationCanceled,
    GenerationCompleted,
    GenerationExpired,
    GenerationFailed,
    GenerationRequested,
    GenerationStarted,
    GenerationTakenDown,
    OutputDeleted,
)
from domain.ids import AccountId, CharacterId, GenerationId, KeyId, LotId
from domain.ledger import (
    AccountReleased,
    AccountSuspended,
    AccountTierSet,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    Draw,
    Reopened,
)
from domain.reactions import (
    Change,
    Dequeue,
    Enqueue,
    Hold,
    LotBooked,
    LotDue,
    Remove,
    Unhold,
    Weigh,
    changes_of,
    net_changes,
)

ACCOUNT = AccountId(UUID(int=1))
CHARACTER = CharacterId(UUID(int=2))
WORK = UUID(int=3)
LOT = LotId(UUID(int=4))
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)

REQUESTED = GenerationRequested(
    account_id=ACCOUNT,
    livemode=True,
    kind="image",
    character_id=CHARACTER,
    model_id="anime",
    source_generation_id=None,
    source_key=None,
    traits={"age": 26},
    seed=7,
    width=512,
    height=512,
    format="png",
    seconds=None,
    price=Credits(1),
    draws=(),
    key_id=KeyId(UUID(int=5)),
    fingerprint=b"",
    sealed=b"",
    enhancement_version="1",
    policy_version="1",
    deadline_at=NOON + timedelta(hours=1),
)
CREATED = CharacterCreated(
    account_id=ACCOUNT,
    livemode=True,
    model_id="realistic-sharp",
    traits={"age": 26},
    conditioned=True,
    fingerprint=b"",
    sealed=b"",
    policy_version="1",
)
COMPLETED = GenerationCompleted(
    attempt=2,
    output_key="o",
    poster_key=None,
    media_type="image/png",
    width=512,
    height=512,
    identity_score=None,
    engine_seconds=0.1,
)
GRANTED = CreditsGranted(
    lot_id=LOT,
    amount=Credits(5),
    kind="promo",
    priority=100,
    expires_at=NOON,
    price_minor=None,
    currency=None,
    payment_reference=None,
    actor="operator",
    reason=None,
)


def recorded(event: Event, *, stream_id: UUID = WORK, position: int = 10) -> Recorded:
    return Recorded(
        position=position, stream_id=stream_id, version=1, recorded_at=NOON, event=event
    )


def check(event: Event, changes: list[Change], *, stream_id: UUID = WORK) -> None:
    assert changes_of(recorded(event, stream_id=stream_id)) == changes


def test_a_request_is_queued() -> None:
    """A requested generation waits for its character's identity, and at most until its deadline."""
    enqueue = Enqueue(
        work_id=WORK,
        account_id=ACCOUNT,
        kind="image",
        model_id="anime",
        position=10,
        character_id=CHARACTER,
        patience=timedelta(hours=1),
    )
    check(REQUESTED, [enqueue])


def test_a_conditioned_character_queues_its_identity() -> None:
    """A character that needs a face queues work of kind identity, without a deadline."""
    enqueue = Enqueue(
        work_id=WORK,
        account_id=ACCOUNT,
        kind="identity",
        model_id="realistic-sharp",
        position=10,
        character_id=None,
        patience=None,
    )
    check(CREATED, [enqueue])


def test_an_unconditioned_character_queues_nothing() -> None:
    """A character without a face to fix needs no work."""
    created = CharacterCreated(
        account_id=ACCOUNT,
        livemode=True,
        model_id="anime",
        traits={"age": 26},
        conditioned=False,
        fingerprint=b"",
        sealed=b"",
        policy_version="1",
    )
    check(created, [])


@pytest.mark.parametrize(
    "ending",
    [
        GenerationFailed(attempt=1, reason="timeout"),
        GenerationExpired(),
        GenerationBlocked(attempt=1, category="gore", policy_version="1"),
        GenerationCanceled(by="customer"),
        IdentityStored(object_key="k", encoder="e"),
        IdentityFailed(),
    ],
)
def test_every_ending_takes_work_from_the_queue(ending: Event) -> None:
    """Whatever ends a piece of work removes its row."""
    check(ending, [Dequeue(work_id=WORK, attempt=None)])


def test_a_completion_says_which_attempt_won() -> None:
    """A completion removes the row and names its attempt, so that others can be canceled."""
    check(COMPLETED, [Dequeue(work_id=WORK, attempt=2)])


def test_a_start_changes_nothing() -> None:
    """That work began is no change of the queue's rows by the log."""
    check(GenerationStarted(attempt=1), [])


def test_lots_that_expire_are_noted() -> None:
    """A grant with an expiry and a reopened lot are due at their time; a booked one is done."""
    refunded = CreditsRefunded(
        generation_id=GenerationId(WORK),
        amount=Credits(1),
        draws=(Draw(LOT, Credits(1)),),
        reopened=(Reopened(LOT, NOON + timedelta(days=7)),),
        cause="failed",
    )
    check(GRANTED, [LotDue(account_id=ACCOUNT, lot_id=LOT, expires_at=NOON)], stream_id=ACCOUNT)
    later = datetime(2026, 5, 8, 12, tzinfo=UTC)
    check(refunded, [LotDue(account_id=ACCOUNT, lot_id=LOT, expires_at=later)], stream_id=ACCOUNT)
    expired = CreditsExpired(lot_id=LOT, amount=Credits(5))
    check(expired, [LotBooked(account_id=ACCOUNT, lot_id=LOT)], stream_id=ACCOUNT)


def test_lots_of_one_account_are_noted_apart() -> None:
    """Two that are granted in one batch are both due; the one that is booked in it is not."""
    lots = [LotId(UUID(int=number)) for number in (4, 5, 6)]
    grants = [
        msgspec.structs.replace(GRANTED, lot_id=lot_id, expires_at=NOON + timedelta(hours=number))
        for number, lot_id in enumerate(lots)
    ]
    booked = CreditsExpired(lot_id=lots[1], amount=Credits(5))
    batch = [recorded(event, stream_id=ACCOUNT) for event in (*grants, booked)]
    changes = net_changes(batch)
    assert {change.lot_id: type(change) for change in changes} == {  # type: ignore[union-attr]
        lots[0]: LotDue,
        lots[1]: LotBooked,
        lots[2]: LotDue,
    }


def test_what_is_late_already_waits_no_less_than_nothing() -> None:
    """A request whose deadline is over by the log's clock may wait no time at all."""
    late = msgspec.structs.replace(REQUESTED, deadline_at=NOON - timedelta(hours=1))
    (change,) = changes_of(recorded(late))
    assert isinstance(change, Enqueue)
    assert change.patience == timedelta(0)


def test_a_tier_is_a_weight() -> None:
    """Accounts of the tier `volume` get four turns for each turn of a base account."""
    tier_set = AccountTierSet(tier="volume", actor="operator")
    check(tier_set, [Weigh(account_id=ACCOUNT, weight=4)], stream_id=ACCOUNT)


def test_work_that_ended_in_the_same_batch_is_only_removed() -> None:
    """A request followed by its ending nets to the removal."""
    batch = [recorded(REQUESTED), recorded(GenerationCanceled(by="customer"), position=11)]
    assert net_changes(batch) == [Dequeue(work_id=WORK, attempt=None)]


def test_a_hold_and_its_end_meet_in_one_row() -> None:
    """Of a hold and a release in one batch only the last one counts."""
    suspended = recorded(AccountSuspended(suspended=True, actor="operator"), stream_id=ACCOUNT)
    released = recorded(AccountReleased(actor="operator"), stream_id=ACCOUNT)
    lifted = recorded(AccountSuspended(suspended=False, actor="operator"), stream_id=ACCOUNT)
    hold, unhold = Hold(account_id=ACCOUNT), Unhold(account_id=ACCOUNT)
    assert (changes_of(suspended), changes_of(lifted)) == ([hold], [unhold])
    assert net_changes([suspended, released]) == [unhold]
    assert net_changes([released, suspended]) == [hold]


def test_a_takedown_is_something_to_remove() -> None:
    """The bytes of the generation are to go."""
    check(GenerationTakenDown(actor="operator"), [Remove(generation_id=WORK)])
    check(OutputDeleted(), [Remove(generation_id=WORK)])
