"""API keys: what a cap allows, what a rotation keeps, and that an ended key spends nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import handlers
from domain.errors import (
    InsufficientCredits,
    InsufficientScope,
    InvalidState,
    KeySpendLimitReached,
    NotFound,
    Unauthorized,
    ValidationFailed,
)
from domain.generation import GenerationFailed
from domain.ids import CapGroupId, KeyId
from domain.keys import caps
from domain.keys import key as keys
from domain.keys.caps import Cap, CapGroup
from domain.keys.key import KeyCapped, KeyIssued, KeyRevoked, KeyRotated, Successor
from domain.ledger import Account, AccountErased, CreditsDebited
from domain.ports import GroundRow
from tests.domain.checking import (
    ACCOUNT,
    CHARACTER,
    DAY,
    GENERATION,
    GROUP,
    KEY,
    NOW,
    check,
    claim,
    created,
    debited,
    fold,
    granted,
    opened,
)

SECOND = KeyId(UUID(int=31))
OTHER_KEY = KeyId(UUID(int=32))
ROW = GroundRow(table="key_hashes", values={"key_id": SECOND})
FAILED = GenerationFailed(attempt=1, reason="engine_failed")
ONE_DAY = timedelta(days=1)
RICH = [*opened(), granted(1, 1_000)]
"""NOW is Sunday, the first of March 2026, at noon: the last day of its week."""


def capped(amount: int | None, period: Any) -> KeyCapped:
    return KeyCapped(cap_group=GROUP, amount=amount, period=period, actor="customer")


def rotated(overlap: timedelta = ONE_DAY) -> KeyRotated:
    return KeyRotated(
        key_id=KEY,
        new_key_id=SECOND,
        prefix="xav_live_cd",
        last4="abcd",
        overlap_ends_at=NOW + overlap,
        expires_at=None,
        actor="customer",
    )


def issued(key_id: KeyId, **changes: Any) -> KeyIssued:
    facts: dict[str, Any] = {"prefix": "xav_live_cd", "last4": "abcd", "scopes": ("all",)}
    return KeyIssued(key_id=key_id, **(facts | changes))


def states(events: list[Any]) -> dict[Any, Any]:
    return {ACCOUNT: fold(events), GENERATION: None, CHARACTER: fold([created()])}


def debit(
    events: list[Any], price: int, *, now: datetime = NOW, key_id: KeyId = KEY
) -> CreditsDebited:
    """The debit of a request for `price` on an account with these events."""
    command = handlers.request_generation(GENERATION, claim(price=price, key_id=key_id))
    decision = command.decide(states(events), now)
    (event,) = decision.events[ACCOUNT]
    assert isinstance(event, CreditsDebited)
    return event


def refusal(events: list[Any], price: int, *, now: datetime = NOW) -> dict[str, Any]:
    with pytest.raises(KeySpendLimitReached) as refused:
        debit(events, price, now=now)
    return refused.value.details


# --- counting ---------------------------------------------------------------------------------


def test_a_debit_says_what_it_counts_for() -> None:
    """Its cap group, and midnight UTC of the day."""
    event = debit(RICH, 5)
    assert (event.cap_group, event.period_start) == (GROUP, DAY)


@pytest.mark.parametrize(
    ("period", "resets_at"),
    [
        ("day", "2026-03-02T00:00:00Z"),
        ("week", "2026-03-02T00:00:00Z"),
        ("month", "2026-04-01T00:00:00Z"),
        ("lifetime", None),
    ],
)
def test_a_cap_refuses_what_goes_over_it(period: Any, resets_at: str | None) -> None:
    """With a cap of 10 of which 8 are spent, 2 are allowed, 3 are not; a lifetime never resets."""
    events = [*RICH, capped(10, period), debited((1, 8))]
    assert debit(events, 2).amount == 2
    assert refusal(events, 3) == {"required": 3, "available": 2, "resets_at": resets_at}


@pytest.mark.parametrize(
    ("period", "next_day", "next_week", "next_month"),
    [
        ("day", True, True, True),
        ("week", True, True, True),
        ("month", False, False, True),
        ("lifetime", False, False, False),
    ],
)
def test_a_new_period_starts_from_zero(
    period: Any, next_day: bool, next_week: bool, next_month: bool
) -> None:
    """Monday begins a week, the first begins a month, midnight UTC begins a day."""
    events = [*RICH, capped(10, period), debited((1, 10))]
    for now, allowed in (
        (datetime(2026, 3, 2, tzinfo=UTC), next_day),
        (datetime(2026, 3, 9, tzinfo=UTC), next_week),
        (datetime(2026, 4, 1, tzinfo=UTC), next_month),
    ):
        if allowed:
            assert debit(events, 10, now=now).amount == 10
        else:
            assert refusal(events, 1, now=now)["available"] == 0


def test_the_last_moment_of_a_period_still_counts_for_it() -> None:
    """A microsecond before midnight the day is full, at midnight it is not."""
    events = [*RICH, capped(10, "day"), debited((1, 10))]
    midnight = DAY + ONE_DAY
    assert refusal(events, 1, now=midnight - timedelta(microseconds=1))["available"] == 0
    assert debit(events, 1, now=midnight).period_start == midnight


def test_a_week_goes_on_over_the_end_of_a_month() -> None:
    """Tuesday the 31st and Wednesday the 1st share a week, but not a month."""
    tuesday = datetime(2026, 3, 31, tzinfo=UTC)
    spent = debited((1, 10), day=tuesday)
    wednesday = datetime(2026, 4, 1, 9, tzinfo=UTC)
    assert refusal([*RICH, capped(10, "week"), spent], 1, now=wednesday)["available"] == 0
    assert debit([*RICH, capped(10, "month"), spent], 10, now=wednesday).amount == 10


def test_a_cap_counts_what_was_spent_before_it_was_set() -> None:
    """A cap of 10 set in the middle of the month, after 8 were spent, leaves 2 for the month."""
    events = [*RICH, debited((1, 8)), capped(10, "month")]
    assert refusal(events, 3)["available"] == 2


def test_a_cap_may_change_its_period() -> None:
    """What is counted is independent of the cap: day, month and lifetime are known at any time."""
    yesterday = datetime(2026, 3, 1, tzinfo=UTC)
    today = datetime(2026, 3, 2, 9, tzinfo=UTC)
    spent = [debited((1, 4), day=yesterday), debited((1, 3), day=yesterday + ONE_DAY)]
    for period, left in (("day", 7), ("week", 7), ("month", 3), ("lifetime", 3)):
        assert refusal([*RICH, *spent, capped(10, period)], 100, now=today)["available"] == left


def test_a_cap_below_what_is_spent_leaves_nothing() -> None:
    """Never a negative rest."""
    assert refusal([*RICH, debited((1, 8)), capped(5, "day")], 1)["available"] == 0


def test_a_cap_of_zero_lets_nothing_pass() -> None:
    """A key that may only read."""
    assert refusal([*RICH, capped(0, "lifetime")], 1)["available"] == 0


def test_a_lifted_cap_refuses_nothing() -> None:
    """Without an amount there is no cap."""
    events = [*RICH, capped(1, "day"), debited((1, 1)), capped(None, "lifetime")]
    assert debit(events, 900).amount == 900


def test_the_balance_is_asked_after_the_cap() -> None:
    """A capped key with an empty account hears of the balance only within its cap."""
    poor = [*opened(), granted(1, 1)]
    assert refusal([*poor, capped(5, "day")], 6)["available"] == 5
    with pytest.raises(InsufficientCredits):
        debit([*poor, capped(5, "day")], 5)


def test_a_clock_that_is_behind_opens_no_period_again() -> None:
    """A debit just before midnight, after one just past it, counts for the new day."""
    tomorrow = DAY + ONE_DAY
    events = [*RICH, capped(10, "day"), debited((1, 8), day=tomorrow)]
    late = tomorrow - timedelta(milliseconds=1)
    assert debit(events, 2, now=late).period_start == tomorrow
    assert refusal(events, 3, now=late)["available"] == 2


# --- refunds ----------------------------------------------------------------------------------


def left_after_refund(period: Any, day: datetime, *, debit_day: datetime) -> int:
    """Of a cap of 10, after 4 were spent on `debit_day` and 3 on `day`, and the 4 came back."""
    before = [
        *RICH,
        capped(10, period),
        debited((1, 4), day=debit_day),
        debited((1, 3), day=day, generation_id=UUID(int=77)),
    ]
    claimed = msgspec.structs.replace(claim((1, 4), price=4), period_start=debit_day)
    command = handlers.end_generation(ACCOUNT, GENERATION, FAILED)
    decision = command.decide({ACCOUNT: fold(before), GENERATION: fold([claimed])}, day)
    after = fold([*before, *decision.events[ACCOUNT]])
    assert isinstance(after, Account)
    return 10 - after.cap_groups[GROUP].spent(period, day)


@pytest.mark.parametrize("period", ["day", "week", "month", "lifetime"])
def test_a_refund_in_the_same_period_gives_the_cap_back(period: Any) -> None:
    """4 and 3 spent, 4 came back: 7 of 10 are left."""
    assert left_after_refund(period, DAY, debit_day=DAY) == 7


@pytest.mark.parametrize("period", ["day", "week", "month", "lifetime"])
def test_a_refund_of_an_earlier_period_does_not_touch_this_one(period: Any) -> None:
    """Spent in February, refunded in March: this period has spent 3; a lifetime forgot the 4."""
    february = datetime(2026, 2, 10, tzinfo=UTC)
    assert left_after_refund(period, DAY, debit_day=february) == 7


def test_a_refund_of_yesterday_counts_for_the_month_only() -> None:
    """Monday's counter of the day and of the week stay, the month's goes down."""
    monday = DAY + ONE_DAY
    assert left_after_refund("day", monday, debit_day=DAY) == 7
    assert left_after_refund("week", monday, debit_day=DAY) == 7
    assert left_after_refund("month", monday, debit_day=DAY) == 7


days = st.integers(min_value=0, max_value=70).map(lambda n: DAY + n * ONE_DAY)


@given(st.lists(st.tuples(days, st.integers(1, 9), st.booleans()), max_size=25))
def test_the_counters_are_what_a_plain_sum_says(moves: list[tuple[datetime, int, bool]]) -> None:
    """Whatever is debited and comes back later, each period's counter is the sum of its debits."""
    group = CapGroup()
    standing: list[tuple[datetime, int]] = []
    for wanted, amount, comes_back in moves:
        day = caps.day_of(group, wanted)
        group = caps.debited(group, day, amount)
        standing.append((day, amount))
        if comes_back:
            oldest = standing.pop(0)
            group = caps.refunded(group, *oldest)
    today = group.day or DAY
    for period in ("day", "week", "month", "lifetime"):
        same = [a for d, a in standing if caps.start_of(period, d) == caps.start_of(period, today)]
        assert group.spent(period, today) == sum(same)


# --- keys -------------------------------------------------------------------------------------


def test_a_key_is_issued_once() -> None:
    """With the row of its hash; the same key again changes nothing, the row included."""
    command = handlers.issue_key(ACCOUNT, issued(SECOND), rows=[ROW])
    check({ACCOUNT: opened()}, command, {ACCOUNT: [issued(SECOND)]}, answer=True)
    check({ACCOUNT: [*opened(), issued(SECOND)]}, command, {}, answer=False)
    assert list(command.decide({ACCOUNT: fold(opened())}, NOW).rows) == [ROW]
    assert list(command.decide({ACCOUNT: fold([*opened(), issued(SECOND)])}, NOW).rows) == []


def test_nobody_has_no_keys() -> None:
    """A stream that is no account is not found."""
    check({}, handlers.issue_key(ACCOUNT, issued(SECOND), rows=[]), NotFound)


def test_an_account_has_a_limit_of_keys() -> None:
    """The thousand-and-first key is refused."""
    many = [issued(KeyId(UUID(int=1_000 + n))) for n in range(keys.KEYS_MAX - 1)]
    command = handlers.issue_key(ACCOUNT, issued(SECOND), rows=[])
    check({ACCOUNT: [*opened(), *many]}, command, InvalidState)


def test_a_key_without_the_scope_is_refused() -> None:
    """Scopes are exact words."""
    account = fold([*opened(), issued(SECOND, scopes=("generate", "read"))])
    assert isinstance(account, Account)
    keys.check_scope(account.keys[SECOND].scopes, "read")
    with pytest.raises(InsufficientScope):
        keys.check_scope(account.keys[SECOND].scopes, "admin")


def rotate(overlap: timedelta = ONE_DAY) -> Any:
    new = Successor(key_id=SECOND, prefix="xav_live_cd", last4="abcd")
    return handlers.rotate_key(ACCOUNT, KEY, new, overlap=overlap, actor="customer", rows=[ROW])


def test_a_rotation_adds_a_key_beside_the_old_one() -> None:
    """Both are good during the overlap, then only the new one; again changes nothing."""
    check({ACCOUNT: opened()}, rotate(), {ACCOUNT: [rotated()]}, answer=True)
    check({ACCOUNT: [*opened(), rotated()]}, rotate(), {}, answer=False)
    account = fold([*opened(), rotated()])
    assert isinstance(account, Account)
    end = NOW + ONE_DAY
    assert [account.keys[k].active(end - timedelta(microseconds=1)) for k in (KEY, SECOND)] == [
        True,
        True,
    ]
    assert [account.keys[k].active(end) for k in (KEY, SECOND)] == [False, True]
    assert account.keys[SECOND].scopes == account.keys[KEY].scopes


def test_a_rotation_without_overlap_ends_the_old_key_at_once() -> None:
    """An overlap of nothing is fine."""
    events = [*RICH, rotated(timedelta(0))]
    with pytest.raises(Unauthorized):
        debit(events, 1)
    assert debit(events, 1, key_id=SECOND).cap_group == GROUP


@pytest.mark.parametrize("overlap", [timedelta(days=7, microseconds=1), timedelta(seconds=-1)])
def test_an_overlap_is_at_most_seven_days(overlap: timedelta) -> None:
    """Longer, or negative, is refused; seven days are not."""
    check({ACCOUNT: opened()}, rotate(overlap), ValidationFailed)
    seven = timedelta(days=7)
    check({ACCOUNT: opened()}, rotate(seven), {ACCOUNT: [rotated(seven)]}, answer=True)


def test_a_rotation_lengthens_no_life() -> None:
    """A key that ends in an hour still ends in an hour."""
    short = issued(OTHER_KEY, expires_at=NOW + timedelta(hours=1))
    new = Successor(key_id=SECOND, prefix="xav_live_cd", last4="abcd")
    command = handlers.rotate_key(
        ACCOUNT, OTHER_KEY, new, overlap=ONE_DAY, actor="customer", rows=[]
    )
    (event,) = command.decide({ACCOUNT: fold([*opened(), short])}, NOW).events[ACCOUNT]
    assert isinstance(event, KeyRotated)
    assert event.overlap_ends_at == NOW + timedelta(hours=1)


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("issuer_life", "wanted", "life"),
    [
        (None, None, None),
        (None, 99 * HOUR, 99 * HOUR),
        (2 * HOUR, None, 2 * HOUR),
        (2 * HOUR, HOUR, HOUR),
        (2 * HOUR, 2 * HOUR, 2 * HOUR),
    ],
)
def test_a_new_key_ends_with_the_one_that_makes_it(
    issuer_life: timedelta | None, wanted: timedelta | None, life: timedelta | None
) -> None:
    """Or sooner; one that never ends makes keys of any life."""
    issuer = _key(None if issuer_life is None else NOW + issuer_life)
    ends_at = keys.end_within(issuer, None if wanted is None else NOW + wanted)
    assert ends_at == (None if life is None else NOW + life)


def test_a_key_makes_none_that_outlives_it() -> None:
    """Not by a microsecond; a holder, who is no key, may."""
    later = NOW + timedelta(microseconds=1)
    with pytest.raises(InsufficientScope):
        keys.end_within(_key(NOW), later)
    assert keys.end_within(None, later) == later


def _key(expires_at: datetime | None) -> keys.Key:
    (key,) = keys.evolve({}, issued(OTHER_KEY, expires_at=expires_at))
    return key


@pytest.mark.parametrize(
    "before",
    [
        [KeyRevoked(key_id=KEY, actor="customer")],
        [
            KeyRotated(
                key_id=KEY,
                new_key_id=OTHER_KEY,
                prefix="xav_live_ef",
                last4="efgh",
                overlap_ends_at=NOW + ONE_DAY,
                expires_at=None,
                actor="customer",
            )
        ],
    ],
)
def test_only_a_living_key_is_rotated_and_only_once(before: list[Any]) -> None:
    """A revoked or already rotated key has no (second) successor."""
    check({ACCOUNT: [*opened(), *before]}, rotate(), InvalidState)


def test_a_rotation_opens_no_second_purse() -> None:
    """What the old key spent counts for the new one, and the other way round."""
    events = [*RICH, capped(10, "month"), debited((1, 6)), rotated()]
    assert debit(events, 4, key_id=SECOND).amount == 4
    with pytest.raises(KeySpendLimitReached):
        debit(events, 5, key_id=SECOND)
    with pytest.raises(KeySpendLimitReached):
        debit(events, 5, key_id=KEY)


def test_keys_that_were_issued_apart_are_capped_apart() -> None:
    """A cap of one key says nothing about another."""
    events = [*RICH, issued(OTHER_KEY), capped(1, "day"), debited((1, 1))]
    event = debit(events, 50, key_id=OTHER_KEY)
    assert event.cap_group == CapGroupId(OTHER_KEY)


def test_a_cap_is_set_once() -> None:
    """The cap that is there already changes nothing; another one and none are changes."""
    cap = handlers.cap_key(ACCOUNT, KEY, Cap(10, "month"), actor="customer")
    lift = handlers.cap_key(ACCOUNT, KEY, None, actor="customer")
    check({ACCOUNT: opened()}, cap, {ACCOUNT: [capped(10, "month")]})
    check({ACCOUNT: [*opened(), capped(10, "month")]}, cap, {})
    check({ACCOUNT: [*opened(), capped(9, "month")]}, cap, {ACCOUNT: [capped(10, "month")]})
    check({ACCOUNT: [*opened(), capped(9, "month")]}, lift, {ACCOUNT: [capped(None, "lifetime")]})
    check({ACCOUNT: opened()}, lift, {})


def test_a_revoked_key_is_not_changed() -> None:
    """Not even to what it is already; its group is capped by a key that goes on, rotated or new."""
    revoked = KeyRevoked(key_id=KEY, actor="customer")
    for limit in (Cap(10, "month"), None):
        change = handlers.cap_key(ACCOUNT, KEY, limit, actor="customer")
        check({ACCOUNT: [*opened(), revoked]}, change, InvalidState)
    cap = handlers.cap_key(ACCOUNT, KEY, Cap(10, "month"), actor="customer")
    check({ACCOUNT: [*opened(), rotated()]}, cap, {ACCOUNT: [capped(10, "month")]})
    of_successor = handlers.cap_key(ACCOUNT, SECOND, Cap(10, "month"), actor="customer")
    given = {ACCOUNT: [*opened(), rotated(), revoked]}
    check(given, of_successor, {ACCOUNT: [capped(10, "month")]})


def test_a_key_is_revoked_once() -> None:
    """Its successor goes on; revoking again changes nothing."""
    command = handlers.revoke_key(ACCOUNT, KEY, actor="customer")
    revoked = KeyRevoked(key_id=KEY, actor="customer")
    check({ACCOUNT: opened()}, command, {ACCOUNT: [revoked]})
    check({ACCOUNT: [*opened(), revoked]}, command, {})
    assert debit([*RICH, rotated(), revoked], 1, key_id=SECOND).amount == 1


@pytest.mark.parametrize(
    "command",
    [
        handlers.revoke_key(ACCOUNT, SECOND, actor="customer"),
        handlers.cap_key(ACCOUNT, SECOND, Cap(1, "day"), actor="customer"),
    ],
)
def test_an_unknown_key_cannot_be_changed(command: Any) -> None:
    """A key of nobody or of another account is refused."""
    check({ACCOUNT: opened()}, command, InvalidState)


def test_no_key_of_an_erased_account_spends() -> None:
    """Not even a new one."""
    events = [*RICH, issued(SECOND), AccountErased(actor="operator")]
    with pytest.raises(Unauthorized):
        debit(events, 1, key_id=SECOND)
