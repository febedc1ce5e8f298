"""What is kept of refusals: each of them up to a number an hour, then how many there were."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from adapters.memory.ledger import MemoryLedger
from domain import handlers
from domain.enforcement.refusals import (
    CLAIMS_MAX,
    BlockCount,
    BlocksCounted,
    CharacterBlocked,
    FoldedBlocks,
    Moderation,
    PromptBlocked,
    evolve,
    record_block,
    summarised,
)
from domain.errors import NotFound
from domain.event import Event
from domain.ids import KeyId, moderation_id
from tests.domain.checking import ACCOUNT, prompt_blocked

NOON = datetime(2031, 1, 1, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def blocked(claim: int, **changes: Any) -> PromptBlocked:
    return prompt_blocked(claim, **({"at": NOON} | changes))


def counted(hour: datetime = NOON) -> BlocksCounted:
    return BlocksCounted(
        account_id=ACCOUNT, livemode=True, hour=hour, counts=(BlockCount("gore", None, 3),)
    )


def folded(events: Sequence[Event]) -> Moderation:
    """The stream that these events are."""
    state: Moderation | None = None
    for event in events:
        state = evolve(state, event)
    assert state is not None
    return state


def refused(blocks: int, *, at: datetime = NOON) -> Moderation | None:
    """The stream after so many refusals at one time."""
    state: Moderation | None = None
    for claim in range(blocks):
        _, events = record_block(state, blocked(claim), at)
        for event in events:
            state = evolve(state, event)
    return state


def test_a_refusal_is_recorded_with_the_time_of_the_decision() -> None:
    """What is appended is the refusal as given, at the time at which it was decided."""
    later = NOON + timedelta(minutes=5)
    assert record_block(None, blocked(1), later) == ("recorded", [blocked(1, at=later)])


def test_a_retry_of_a_refused_request_is_no_second_refusal() -> None:
    """The same claim is recorded once, however much later it comes again."""
    for later in (timedelta(), HOUR, timedelta(days=1), timedelta(days=40)):
        assert record_block(refused(3), blocked(2), NOON + later) == ("repeated", [])


def test_a_worker_that_retries_every_hour_puts_nobody_on_hold() -> None:
    """One refusal is recorded, and one strike is counted."""
    block = blocked(1, category="minor", end_user=b"mia")
    clock = [NOON]
    ledger = MemoryLedger(clock=lambda: clock[0])
    recorded: list[Event] = []
    for _ in range(5):
        appended = ledger.append(handlers.record_block(block)).result()
        recorded += [each.event for each in appended.recorded]
        clock[0] += HOUR
    assert recorded == [block]


def test_the_oldest_refusal_is_forgotten_first() -> None:
    """So many are known as claims are kept, and no more; one that came twice is kept as the newest
    of them: before claims outlived their hour, a log could have it again and again.
    """
    events = [blocked(claim, at=NOON + claim * HOUR) for claim in range(CLAIMS_MAX)]
    again = blocked(0, at=NOON + CLAIMS_MAX * HOUR)
    later = NOON + 2 * CLAIMS_MAX * HOUR
    state = folded([*events, again])
    assert len(state.claims) == CLAIMS_MAX
    assert record_block(state, blocked(1), later) == ("repeated", [])
    state = evolve(state, blocked(CLAIMS_MAX, at=again.at))
    assert len(state.claims) == CLAIMS_MAX
    assert record_block(state, blocked(0), later) == ("repeated", [])
    assert record_block(state, blocked(1), later)[0] == "recorded"


def test_claims_of_earlier_hours_leave_the_hour_its_twenty() -> None:
    """What is known of before takes no place in the hour."""
    state = refused(20)
    for claim in range(100, 120):
        outcome, (event,) = record_block(state, blocked(claim), NOON + HOUR)
        assert outcome == "recorded"
        state = evolve(state, event)
    assert record_block(state, blocked(0), NOON + HOUR) == ("repeated", [])
    assert record_block(state, blocked(99), NOON + HOUR) == ("to_count", [])


def test_twenty_refusals_an_hour_are_recorded() -> None:
    """The twenty-first of a clock hour is left to be counted; the next hour records again."""
    full = refused(20)
    assert record_block(full, blocked(99), NOON + timedelta(minutes=59)) == ("to_count", [])
    outcome, _ = record_block(full, blocked(99), NOON + timedelta(minutes=60))
    assert outcome == "recorded"


def test_a_refused_character_counts_too() -> None:
    """Prompts and characters share the number of the hour."""
    character = CharacterBlocked(
        account_id=ACCOUNT,
        livemode=True,
        claim=UUID(int=500),
        key_id=KeyId(UUID(int=3)),
        judge="lexicon",
        category="minor",
        policy_version="policy-2",
        at=NOON,
        sealed=b"sealed",
    )
    outcome, (event,) = record_block(refused(19), character, NOON)
    assert outcome == "recorded"
    assert record_block(evolve(refused(19), event), blocked(99), NOON) == ("to_count", [])


def test_an_hour_is_summarised_once() -> None:
    """The second summary of an hour, or one of an hour before it, changes nothing."""
    ledger = MemoryLedger()
    ledger.append(handlers.record_block(blocked(1))).result()

    def done(hour: datetime) -> list[Event]:
        appended = ledger.append(handlers.count_blocks(counted(hour))).result()
        return [recorded.event for recorded in appended.recorded]

    assert done(NOON) == [counted(NOON)]
    assert done(NOON) == []
    assert done(NOON - timedelta(hours=1)) == []
    assert done(NOON + timedelta(hours=1)) == [counted(NOON + timedelta(hours=1))]


def test_nothing_is_summarised_of_an_account_that_was_never_refused() -> None:
    """A summary without a single recorded refusal is a mistake and is refused."""
    with pytest.raises(NotFound):
        MemoryLedger().append(handlers.count_blocks(counted())).result()


def test_the_stream_belongs_to_the_account() -> None:
    """Refusals go to one stream that follows from the account."""
    ledger = MemoryLedger()
    appended = ledger.append(handlers.record_block(blocked(1))).result()
    assert appended.answer == "recorded"
    assert [recorded.stream_id for recorded in appended.recorded] == [moderation_id(ACCOUNT)]


def test_a_summary_has_a_bounded_number_of_rows() -> None:
    """Beyond 300 rows the smallest are told by category alone, and no refusal is lost."""
    counts = [BlockCount("gore", n.to_bytes(2), 1 + n) for n in range(350)]
    rows, folded = summarised(counts)
    assert (len(rows), len(folded)) == (299, 1)
    assert rows[0] == BlockCount("gore", (349).to_bytes(2), 350)
    assert folded == (FoldedBlocks("gore", 51, 1326),)
    assert sum(row.blocks for row in rows) + 1326 == 61_425
    assert summarised(counts[:300]) == (tuple(reversed(counts[:300])), ())


def test_a_summary_names_the_gravest_first() -> None:
    """And what named nobody stays what it is, however little it was."""
    mild = [BlockCount("gore", n.to_bytes(2), 90) for n in range(400)]
    grave = [BlockCount("real_person", n.to_bytes(2), 1) for n in range(100)]
    gravest = [BlockCount("minor", n.to_bytes(2), 1) for n in range(250)]
    nobody = [BlockCount("gore", None, 1), BlockCount("incest", None, 2)]
    rows, folded = summarised([*mild, *grave, *gravest, *nobody])
    assert {*gravest, *nobody} <= set(rows)
    assert (len(rows), sum(row.category == "real_person" for row in rows)) == (296, 44)
    assert folded == (FoldedBlocks("gore", 400, 36_000), FoldedBlocks("real_person", 56, 56))
