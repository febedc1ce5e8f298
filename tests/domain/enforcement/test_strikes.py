"""The rule of strikes: what counts, for whom, and when somebody is put on hold."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.enforcement import strikes
from domain.enforcement.operating import release_end_user
from domain.enforcement.refusals import (
    AccountStruck,
    BlockCount,
    BlocksCounted,
    CharacterBlocked,
    EndUserHeld,
    EndUserReleased,
    PromptBlocked,
    summarised,
)
from domain.enforcement.strikes import NOBODY, Strike, Tally
from domain.event import Event
from domain.handlers import count_blocks, record_block
from domain.ids import KeyId, moderation_id
from domain.ledger import AccountErased, AccountReleased, AccountSuspended
from domain.registry import evolve
from tests.domain.checking import ACCOUNT, NOW, check, fold, opened, prompt_blocked

STREAM = moderation_id(ACCOUNT)
MIA, MAX = b"mia", b"max"
DAY = timedelta(days=1)


def blocked(claim: int, end_user: bytes | None = MIA, **changes: Any) -> PromptBlocked:
    return prompt_blocked(claim, **({"category": "minor", "end_user": end_user} | changes))


def tallied(events: Sequence[Event]) -> Tally:
    state: Any = None
    for event in events:
        state = evolve(state, event)
    tally: Tally = state.tally
    return tally


def test_the_fifth_strike_puts_an_end_user_on_hold() -> None:
    """In the transaction of the refusal; the account and others go on."""
    given = {ACCOUNT: opened(), STREAM: [blocked(n) for n in range(4)]}
    held = EndUserHeld(end_user=MIA, at=NOW)
    check(given, record_block(blocked(9)), {STREAM: [blocked(9), held]}, answer="recorded")
    other = blocked(9, MAX)
    check(given, record_block(other), {STREAM: [other]}, answer="recorded")


@pytest.mark.parametrize("category", ["gore", "self_harm", "unreadable"])
def test_less_severe_refusals_are_no_strikes(category: str) -> None:
    """They are refused and recorded, and count against nobody."""
    block = blocked(9, category=category)
    given = {ACCOUNT: opened(), STREAM: [blocked(n) for n in range(4)]}
    check(given, record_block(block), {STREAM: [block]}, answer="recorded")


def test_there_are_no_strikes_in_the_test_book() -> None:
    """Provoking refusals there, as often as anybody likes, puts nobody on hold."""
    block = blocked(99, None, livemode=False)
    at = NOW - timedelta(hours=2)
    known = [blocked(n, None, livemode=False, at=at) for n in range(30)]
    given = {ACCOUNT: opened(), STREAM: known}
    check(given, record_block(block), {STREAM: [block]}, answer="recorded")
    assert tallied(known) == Tally()


def test_strikes_are_forgotten_after_thirty_days() -> None:
    """A strike that is exactly thirty days old counts no more."""
    at = NOW - 30 * DAY
    given = {ACCOUNT: opened(), STREAM: [blocked(n, at=at) for n in range(4)]}
    check(given, record_block(blocked(9)), {STREAM: [blocked(9)]}, answer="recorded")
    later = at + timedelta(microseconds=1)
    given = {ACCOUNT: opened(), STREAM: [blocked(n, at=later) for n in range(4)]}
    held = EndUserHeld(end_user=MIA, at=NOW)
    check(given, record_block(blocked(9)), {STREAM: [blocked(9), held]}, answer="recorded")


def character_blocked(
    end_user: bytes | None, *, claim: int = 99, category: str = "real_person", at: datetime = NOW
) -> CharacterBlocked:
    """The refusal of a character's name."""
    return CharacterBlocked(
        account_id=ACCOUNT,
        livemode=True,
        claim=UUID(int=claim),
        key_id=KeyId(UUID(int=3)),
        judge="lexicon",
        category=category,
        policy_version="policy-2",
        at=at,
        sealed=b"sealed",
        end_user=end_user,
    )


def test_strikes_of_nobody_put_the_account_on_hold() -> None:
    """The twenty-fifth, prompts and characters alike, in the same transaction."""
    hours = [NOW - timedelta(hours=n) for n in range(24, 0, -1)]
    known: list[Event] = [blocked(n, None, at=at) for n, at in enumerate(hours)]
    character = character_blocked(None)
    suspended = AccountSuspended(suspended=True, actor="strikes")
    check(
        {ACCOUNT: opened(), STREAM: known},
        record_block(character),
        {STREAM: [character, AccountStruck(at=NOW)], ACCOUNT: [suspended]},
        answer="recorded",
    )
    check(
        {ACCOUNT: [*opened(), AccountErased(actor="operator")], STREAM: known},
        record_block(character),
        {STREAM: [character, AccountStruck(at=NOW)]},
        answer="recorded",
    )


def test_a_refused_character_counts_for_the_end_user_that_it_names() -> None:
    """Like a prompt; of the account's own strikes it is none."""
    character = character_blocked(MIA)
    given = {ACCOUNT: opened(), STREAM: [blocked(n) for n in range(4)]}
    held = EndUserHeld(end_user=MIA, at=NOW)
    check(given, record_block(character), {STREAM: [character, held]}, answer="recorded")
    own: list[Event] = [blocked(n, None, at=NOW - n * DAY / 24) for n in range(24)]
    given = {ACCOUNT: opened(), STREAM: own}
    check(given, record_block(character), {STREAM: [character]}, answer="recorded")


def test_an_account_starts_from_nothing_after_its_hold() -> None:
    """Released, it is not put on hold by the very next refusal."""
    known: list[Event] = [blocked(n, None, at=NOW - n * DAY / 24) for n in range(25)]
    struck = [*known, AccountStruck(at=NOW)]
    held = AccountSuspended(suspended=True, actor="strikes")
    given = {ACCOUNT: [*opened(), held, AccountReleased(actor="operator")], STREAM: struck}
    check(given, record_block(blocked(99, None)), {STREAM: [blocked(99, None)]}, answer="recorded")


def test_fifty_end_users_on_hold_put_the_account_on_hold() -> None:
    """One cannot do it alone, however often."""
    known: list[Event] = [blocked(1, b"somebody")]
    known += [EndUserHeld(end_user=bytes([n]), at=NOW) for n in range(49)]
    known += [blocked(n, MIA, at=NOW - DAY) for n in range(100, 104)]
    suspended = AccountSuspended(suspended=True, actor="strikes")
    check(
        {ACCOUNT: opened(), STREAM: known},
        record_block(blocked(9)),
        {
            STREAM: [blocked(9), EndUserHeld(end_user=MIA, at=NOW), AccountStruck(at=NOW)],
            ACCOUNT: [suspended],
        },
        answer="recorded",
    )


def minors(end_users: int, *, at: datetime = NOW - DAY) -> list[Event]:
    """A strike as `minor` of each of so many end users, by characters and prompts in turn."""
    return [
        character_blocked(reference(n), claim=1_000 + n, category="minor", at=at)
        if n % 2
        else blocked(1_000 + n, reference(n), at=at)
        for n in range(end_users)
    ]


def reference(number: int) -> bytes:
    return b"user %d" % number


def test_an_account_cannot_spread_its_strikes_over_fresh_end_users() -> None:
    """Characters that all name somebody new: the two hundred and fiftieth suspends the account, and
    whoever replays the log comes to the same.
    """
    streams: dict[UUID, list[Event]] = {ACCOUNT: opened(), STREAM: []}
    states: dict[UUID, Any] = {ACCOUNT: fold(opened()), STREAM: None}
    struck_after = []
    for number in range(400):
        block = character_blocked(reference(number), claim=number, category="minor")
        decision = record_block(block).decide(states, NOW + number * timedelta(minutes=3))
        for stream_id, events in decision.events.items():
            streams[stream_id] += events
            for event in events:
                states[stream_id] = evolve(states[stream_id], event)
        if any(isinstance(event, AccountStruck) for event in decision.events[STREAM]):
            struck_after.append(number + 1)
    assert struck_after == [250]
    assert streams[ACCOUNT][-1] == AccountSuspended(suspended=True, actor="strikes")
    assert states == {stream_id: fold(events) for stream_id, events in streams.items()}


def test_many_users_of_an_honest_account_do_not_put_it_on_hold() -> None:
    """Hundreds of users with a strike or two of the common kind, and many with some as `minor`."""
    known: list[Event] = []
    for number in range(3_000):
        category = ("real_person", "incest", "non_consent")[number % 3]
        known.append(blocked(number, reference(number), category=category, at=NOW - DAY))
    known += minors(249)
    known += [blocked(5_000 + n, reference(n), at=NOW - DAY) for n in range(249)]
    block = blocked(9, reference(7), category="real_person")
    given = {ACCOUNT: opened(), STREAM: known}
    check(given, record_block(block), {STREAM: [block]}, answer="recorded")


def test_end_users_refused_as_minor_count_for_thirty_days() -> None:
    """An end user counts once, from its newest such strike on, be it one by one or in a summary."""
    late = blocked(9, b"late")
    struck = [late, AccountStruck(at=NOW)]
    suspended = AccountSuspended(suspended=True, actor="strikes")
    at = NOW - 30 * DAY
    old = [*minors(1, at=at), *minors(249)[1:]]
    given = {ACCOUNT: opened(), STREAM: old}
    check(given, record_block(late), {STREAM: [late]}, answer="recorded")
    again = [*old, blocked(7, reference(0), at=NOW - DAY)]
    given = {ACCOUNT: opened(), STREAM: again}
    then: Any = {STREAM: struck, ACCOUNT: [suspended]}
    check(given, record_block(late), then, answer="recorded")
    summary = BlocksCounted(
        account_id=ACCOUNT,
        livemode=True,
        hour=NOW,
        counts=tuple(BlockCount("minor", b"other %d" % n, 4) for n in range(10)),
    )
    given = {ACCOUNT: opened(), STREAM: minors(240)}
    then = {STREAM: [summary, AccountStruck(at=NOW)], ACCOUNT: [suspended]}
    check(given, count_blocks(summary), then)


def test_end_users_refused_as_minor_are_forgiven() -> None:
    """One whom an operator released, and all of them once the account was on hold."""
    late = blocked(9, b"late")
    released = EndUserReleased(end_user=reference(3), actor="operator")
    held = EndUserHeld(end_user=reference(3), at=NOW)
    suspended = AccountSuspended(suspended=True, actor="strikes")
    given = {ACCOUNT: opened(), STREAM: [*minors(249), held]}
    then: Any = {STREAM: [late, AccountStruck(at=NOW)], ACCOUNT: [suspended]}
    check(given, record_block(late), then, answer="recorded")
    given = {ACCOUNT: opened(), STREAM: [*minors(249), held, released]}
    check(given, record_block(late), {STREAM: [late]}, answer="recorded")
    given = {ACCOUNT: opened(), STREAM: [*minors(250), AccountStruck(at=NOW)]}
    check(given, record_block(late), {STREAM: [late]}, answer="recorded")


def test_refusals_that_were_only_counted_are_strikes_too() -> None:
    """The summary of an hour puts on hold whom its refusals one by one would have."""
    counted = BlocksCounted(
        account_id=ACCOUNT,
        livemode=True,
        hour=NOW,
        counts=(BlockCount("minor", MIA, 7), BlockCount("gore", MAX, 90)),
    )
    held = EndUserHeld(end_user=MIA, at=NOW)
    given = {ACCOUNT: opened(), STREAM: [blocked(1, MAX)]}
    check(given, count_blocks(counted), {STREAM: [counted, held]})


def summary_of(*counts: BlockCount) -> BlocksCounted:
    named, folded = summarised(counts)
    return BlocksCounted(account_id=ACCOUNT, livemode=True, hour=NOW, counts=named, folded=folded)


def test_users_that_a_summary_does_not_name_are_not_the_account() -> None:
    """Five hundred users of an honest app in one hour: it named all of them."""
    counted = summary_of(*[BlockCount("real_person", reference(n), 1) for n in range(500)])
    assert sum(each.end_users for each in counted.folded) == 201
    given = {ACCOUNT: opened(), STREAM: [blocked(1, MAX, category="gore")]}
    check(given, count_blocks(counted), {STREAM: [counted]})


def test_a_summary_names_as_many_minors_as_the_rule_asks_for() -> None:
    """However many others it has to tell of: no fewer users count than one by one would."""
    for number, struck in ((249, False), (250, True), (600, True)):
        mild = [BlockCount("gore", reference(n), 9) for n in range(400)]
        minor = [BlockCount("minor", reference(n), 1) for n in range(number)]
        nobody = [BlockCount(each, None, 1) for each in ("gore", "self_harm", "unreadable")]
        counted = summary_of(*mild, *minor, *nobody)
        given = {ACCOUNT: opened(), STREAM: [blocked(1, MAX, category="gore")]}
        then: Any = {STREAM: [counted]}
        if struck:
            suspended = AccountSuspended(suspended=True, actor="strikes")
            then = {STREAM: [counted, AccountStruck(at=NOW)], ACCOUNT: [suspended]}
        check(given, count_blocks(counted), then)


def test_what_older_summaries_folded_counts_as_it_did() -> None:
    """There it looks like requests that named nobody, and a log means what it meant."""
    older = BlocksCounted(
        account_id=ACCOUNT, livemode=True, hour=NOW, counts=(BlockCount("minor", None, 24),)
    )
    assert tallied([blocked(1, None, at=NOW), older]).count(NOBODY, NOW) == 25


def test_a_released_end_user_starts_from_nothing() -> None:
    """Releasing twice, or somebody who is not on hold, changes nothing."""
    known: list[Event] = [blocked(n) for n in range(5)]
    known.append(EndUserHeld(end_user=MIA, at=NOW))
    release = release_end_user(ACCOUNT, MIA, actor="operator")
    released = EndUserReleased(end_user=MIA, actor="operator")
    check({ACCOUNT: opened(), STREAM: known}, release, {STREAM: [released]})
    check({ACCOUNT: opened(), STREAM: [*known, released]}, release, {})
    check({ACCOUNT: opened()}, release, {})
    given = {ACCOUNT: opened(), STREAM: [*known, released]}
    check(given, record_block(blocked(9)), {STREAM: [blocked(9)]}, answer="recorded")


def test_somebody_on_hold_is_not_put_on_hold_again() -> None:
    """A request that was under way when the hold came adds no second one."""
    known: list[Event] = [blocked(n) for n in range(5)]
    known.append(EndUserHeld(end_user=MIA, at=NOW))
    more = [blocked(n) for n in range(10, 14)]
    given = {ACCOUNT: opened(), STREAM: [*known, *more]}
    check(given, record_block(blocked(99)), {STREAM: [blocked(99)]}, answer="recorded")


def test_a_tally_is_bounded() -> None:
    """Only as many strikes and end users are remembered as the rule can ask for."""
    tally = strikes.struck(Tally(), [Strike(NOBODY, NOW, "minor", 10_000)])
    assert tally.count(NOBODY, NOW) == 25
    assert strikes.struck(tally, [Strike(MIA, NOW, "minor", 10_000)]).count(MIA, NOW) == 5
    many = {n.to_bytes(2): (NOW + timedelta(seconds=n),) for n in range(10_000)}
    full = strikes.struck(Tally(strikes=many), [Strike(MIA, NOW + DAY, "minor")])
    assert len(full.strikes) == 10_000
    assert (bytes(2) in full.strikes, MIA in full.strikes) == (False, True)
    minor = {n.to_bytes(2): NOW + timedelta(seconds=n) for n in range(250)}
    full = strikes.struck(Tally(minors=minor), [Strike(MIA, NOW + DAY, "minor")])
    assert len(full.minors) == 250
    assert (bytes(2) in full.minors, MIA in full.minors) == (False, True)


def test_the_fold_of_a_history() -> None:
    """Strikes, hold and release leave what counts."""
    at = datetime(2031, 1, 1, tzinfo=UTC)
    known: list[Event] = [blocked(n, at=at) for n in range(5)]
    known += [EndUserHeld(end_user=MIA, at=at), blocked(7, None, at=at), blocked(8, MAX, at=at)]
    tally = tallied(known)
    assert (tally.held, tally.holds) == (frozenset({MIA}), (at,))
    assert (tally.count(MIA, at), tally.count(MAX, at), tally.count(NOBODY, at)) == (0, 1, 1)
