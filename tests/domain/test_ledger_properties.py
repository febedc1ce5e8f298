"""What holds for lots whatever happens: corrections undo exactly what they correct."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import ledger
from domain.credits import Credits
from domain.errors import InsufficientCredits
from domain.event import Event
from domain.ids import GenerationId
from domain.ledger import Account, CreditsDebited, CreditsExpired, Reopened
from tests.domain.checking import GENERATION, KEY, NOW, fold, granted, lot, opened

WEEK = timedelta(days=7)

lots = st.lists(
    st.tuples(
        st.integers(min_value=1, max_value=20),
        st.sampled_from([10, 100]),
        st.sampled_from([None, timedelta(hours=1), timedelta(days=30)]),
    ),
    min_size=1,
    max_size=6,
)
prices = st.lists(st.integers(min_value=1, max_value=15), max_size=12)


def account_with(given_lots: Any) -> Account:
    events = [
        granted(number, amount, priority=priority, life=life)
        for number, (amount, priority, life) in enumerate(given_lots)
    ]
    state = fold([*opened(), *events])
    assert isinstance(state, Account)
    return state


def after(account: Account, events: list[Event]) -> Account:
    for event in events:
        account = ledger.evolve(account, event)
    return account


def generation(number: int) -> GenerationId:
    return GenerationId(UUID(int=1_000 + number))


def debits(account: Account, wanted: list[int]) -> tuple[list[CreditsDebited], list[Account]]:
    """The debits that the balance covers, and the account before and after each of them."""
    made: list[CreditsDebited] = []
    states = [account]
    for number, price in enumerate(wanted):
        try:
            event = ledger.debit(states[-1], generation(number), Credits(price), KEY, NOW)
        except InsufficientCredits:
            continue
        made.append(event)
        states.append(after(states[-1], [event]))
    return made, states


def refund(account: Account, debited: CreditsDebited, *, now: datetime = NOW) -> Account:
    events = ledger.refund(
        account,
        debited.generation_id,
        debited.draws,
        cause="failed",
        now=now,
        cap_group=debited.cap_group,
        period_start=debited.period_start,
    )
    return after(account, events)


def spent(account: Account) -> list[tuple[int, int, int, int]]:
    groups = account.cap_groups.values()
    return [(g.spent_day, g.spent_week, g.spent_month, g.spent_lifetime) for g in groups]


@given(lots, prices)
def test_any_correction_prefix_equals_the_original_prefix(
    given_lots: Any, wanted: list[int]
) -> None:
    """Debits undone from the newest one back: after each, lots and counters are as they were."""
    made, states = debits(account_with(given_lots), wanted)
    account = states[-1]
    for debited, before in zip(reversed(made), reversed(states[:-1]), strict=True):
        account = refund(account, debited)
        assert account.lots == before.lots
        assert [s for s in spent(account) if any(s)] == [s for s in spent(before) if any(s)]


@given(lots, prices, st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_corrections_in_any_order_end_at_the_beginning(
    given_lots: Any, wanted: list[int], random: Any
) -> None:
    """However the refunds are shuffled, every lot holds what it was granted in the end."""
    made, states = debits(account_with(given_lots), wanted)
    account = states[-1]
    random.shuffle(made)
    for debited in made:
        account = refund(account, debited)
    assert account.lots == states[0].lots
    assert not any(any(s) for s in spent(account))


@given(lots, st.integers(min_value=1, max_value=60))
def test_a_debit_drains_lots_in_one_order(given_lots: Any, price: int) -> None:
    """All lots drawn but the last are empty, and none that comes later gave anything."""
    account = account_with(given_lots)
    made, states = debits(account, [price])
    if not made:
        assert account.available(NOW) < price
        return
    drawn = [draw.lot_id for draw in made[0].draws]
    left = [states[-1].lots[lot_id].remaining for lot_id in drawn]
    assert left[:-1] == [0] * (len(left) - 1)
    assert sum(draw.amount for draw in made[0].draws) == price
    order = {
        lot_id: (one.priority, one.expires_at is None, one.expires_at or NOW, age)
        for age, (lot_id, one) in enumerate(account.lots.items())
    }
    assert drawn == sorted(drawn, key=order.__getitem__)
    later = [i for i in account.lots if i not in drawn and order[i] < order[drawn[-1]]]
    assert later == []


def test_a_reopened_lot_expires_again() -> None:
    """After its seven days what came back is booked as expired, once."""
    before = [
        *opened(),
        granted(1, 9, life=timedelta(0)),
        msgspec.structs.replace(_debit_of_lot_1(3), generation_id=GENERATION),
    ]
    account = fold(before)
    assert isinstance(account, Account)
    events = ledger.refund(account, GENERATION, _debit_of_lot_1(3).draws, cause="failed", now=NOW)
    assert [event.TOPIC for event in events] == ["credits.expired.v1", "credits.refunded.v1"]
    account = after(account, events)
    end = NOW + WEEK
    assert ledger.expire(account, end - timedelta(microseconds=1)) == []
    expired = ledger.expire(account, end)
    assert expired == [CreditsExpired(lot_id=lot(1), amount=Credits(3))]
    assert ledger.expire(after(account, expired), end + WEEK) == []


def test_a_lot_may_be_reopened_more_than_once() -> None:
    """A second late refund expires what is left of the first one, and opens seven days anew."""
    first, second = _debit_of_lot_1(3), _debit_of_lot_1(2)
    state = fold([*opened(), granted(1, 9, life=timedelta(0)), first, second])
    assert isinstance(state, Account)
    account = after(state, ledger.refund(state, GENERATION, first.draws, cause="failed", now=NOW))
    late = NOW + WEEK
    events = ledger.refund(account, GENERATION, second.draws, cause="failed", now=late)
    account = after(account, events)
    assert events[0] == CreditsExpired(lot_id=lot(1), amount=Credits(3))
    assert events[1].reopened == (Reopened(lot(1), late + WEEK),)  # type: ignore[attr-defined]
    assert account.available(late) == 2


def _debit_of_lot_1(amount: int) -> CreditsDebited:
    return CreditsDebited(
        generation_id=GENERATION,
        amount=Credits(amount),
        draws=(ledger.Draw(lot(1), Credits(amount)),),
        key_id=KEY,
    )
