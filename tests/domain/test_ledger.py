"""The account stream: how credits are granted, drawn, given back, expired and revoked."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from domain import handlers, ledger, opening
from domain.credits import CREDITS_MAX, Credits, positive_credits
from domain.errors import (
    AccountOnHold,
    InsufficientCredits,
    InvalidState,
    NotFound,
    Unauthorized,
)
from domain.generation import GenerationFailed
from domain.ids import KeyId, LotId, signup_lot_id
from domain.ledger import (
    Account,
    AccountAttested,
    AccountOpened,
    AccountSuspended,
    AccountTierSet,
    CreditsExpired,
    CreditsRefunded,
    CreditsRevoked,
    KeyIssued,
    KeyRevoked,
    Reopened,
)
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
    draws,
    fold,
    granted,
    lot,
    opened,
)

HOUR = timedelta(hours=1)
ATTESTED = AccountAttested(terms_version="1", adult=True, source="request")
FIRST_KEY = KeyIssued(key_id=KEY, prefix="xav_live_ab", last4="wxyz", scopes=("all",))
FAILED = GenerationFailed(attempt=1, reason="engine_failed")


def request(price: int = 1, **options: Any) -> Any:
    return handlers.request_generation(GENERATION, claim(price=price, **options))


def check_draws(given: list[Any], price: int, *expected: tuple[int, int]) -> None:
    """A request of this price draws exactly this."""
    check(
        {ACCOUNT: [*opened(), *given], CHARACTER: [created()]},
        request(price),
        {GENERATION: [claim(*expected, price=price)], ACCOUNT: [debited(*expected)]},
        answer=handlers.Claimed(replayed=False),
    )


def check_refused(given: list[Any], refusal: Any, price: int = 1, **options: Any) -> None:
    check(
        {ACCOUNT: [*opened(), *given], CHARACTER: [created()]}, request(price, **options), refusal
    )


# --- opening ----------------------------------------------------------------------------------


def open_account(rows: tuple[GroundRow, ...] = ()) -> Any:
    return handlers.open_account(
        ACCOUNT,
        tier="base",
        attested=ATTESTED,
        key=FIRST_KEY,
        lot_id=signup_lot_id(ACCOUNT),
        rows=rows,
    )


def test_a_new_account_has_25_free_credits() -> None:
    """Opening records account, declaration, key and one free lot that never expires."""
    state = fold(open_account().decide({ACCOUNT: None}, NOW).events[ACCOUNT])
    assert isinstance(state, Account)
    assert state.available(NOW) == 25
    assert [(lot.kind, lot.expires_at) for lot in state.lots.values()] == [("promo", None)]
    assert state.keys[KEY].active(NOW)


def test_ground_rows_travel_with_the_opening() -> None:
    """The e-mail's row is recorded with the events or not at all."""
    row = GroundRow(table="accounts", values={"account_id": ACCOUNT})
    decision = open_account(rows=(row,)).decide({ACCOUNT: None}, NOW)
    assert list(decision.rows) == [row]


def test_an_account_opens_once() -> None:
    """A second opening is refused."""
    check({ACCOUNT: opened()}, open_account(), InvalidState)


def test_a_tier_is_set_once() -> None:
    """Setting the tier that the account already has changes nothing."""
    event = AccountTierSet(tier="scale", actor="operator")
    command = handlers.set_tier(ACCOUNT, "scale", actor="operator")
    check({ACCOUNT: opened()}, command, {ACCOUNT: [event]})
    check({ACCOUNT: [*opened(), event]}, command, {})


def test_a_stream_that_is_no_account_is_not_found() -> None:
    """Granting to nobody is refused."""
    check({}, handlers.grant_credits(ACCOUNT, granted(1, 5)), NotFound)


# --- granting ---------------------------------------------------------------------------------


def test_a_lot_is_granted_once() -> None:
    """The same lot again, as after a lost answer, changes nothing."""
    command = handlers.grant_credits(ACCOUNT, granted(1, 5))
    check({ACCOUNT: opened()}, command, {ACCOUNT: [granted(1, 5)]})
    check({ACCOUNT: [*opened(), granted(1, 5)]}, command, {})


@pytest.mark.parametrize("amount", [0, -1, CREDITS_MAX + 1, 1.0, True])
def test_only_positive_whole_amounts_move(amount: Any) -> None:
    """Zero, negative, fractional, boolean and absurd amounts are programmer's mistakes."""
    with pytest.raises(AssertionError):
        positive_credits(amount)


def test_a_lot_of_nothing_is_not_granted() -> None:
    """Whoever comes this far with an amount that is none made a mistake."""
    command = handlers.grant_credits(ACCOUNT, granted(1, 0))
    with pytest.raises(AssertionError):
        command.decide({ACCOUNT: fold(opened())}, NOW)


@pytest.mark.parametrize("kind", ["promo", "paid", "goodwill"])
def test_credits_of_every_kind_are_spent_alike(kind: Any) -> None:
    """What a lot was given for makes no difference to what it covers."""
    check_draws([msgspec.structs.replace(granted(1, 5), kind=kind)], 5, (1, 5))


def test_the_free_credits_that_waited_come_once() -> None:
    """The second link that is opened neither verifies nor grants again."""
    command = handlers.verify_email(ACCOUNT)
    events = command.decide({ACCOUNT: fold(opened())}, NOW).events[ACCOUNT]
    assert [event.TOPIC for event in events] == ["account.email_verified.v1", "credits.granted.v1"]
    check({ACCOUNT: [*opened(), *events]}, command, {})


@pytest.mark.parametrize(("left", "added"), [(0, 10), (4, 6), (10, None), (11, None)])
def test_a_refill_adds_what_is_missing(left: int, added: int | None) -> None:
    """Up to ten credits, and nothing to those who have them."""
    lots = [granted(1, left)] if left else []
    account = fold([*opened(), *lots, granted(2, 50, life=timedelta(0))])
    assert isinstance(account, Account)
    events = opening.refill(account, lot(3), NOW, up_to=Credits(10))
    amounts = [event.amount for event in events]  # type: ignore[attr-defined]
    assert amounts == ([] if added is None else [added])


# --- debiting ---------------------------------------------------------------------------------


def test_a_debit_takes_from_one_lot() -> None:
    """A lot that covers the price bears all of it."""
    check_draws([granted(1, 10)], 5, (1, 5))


def test_a_debit_empties_one_lot_and_goes_on_with_the_next() -> None:
    """A price larger than the first lot is drawn from several, oldest first."""
    check_draws([granted(1, 3), granted(2, 10)], 5, (1, 3), (2, 2))


def test_priority_comes_before_expiry() -> None:
    """A lot of a lower number is drawn first even when another one expires sooner."""
    check_draws([granted(1, 9, life=HOUR), granted(2, 9, priority=10)], 1, (2, 1))


def test_expiry_comes_before_age() -> None:
    """Among equals the lot that expires first is drawn first, those that never do at last."""
    lots = [granted(1, 1), granted(2, 1, life=2 * HOUR), granted(3, 1, life=HOUR)]
    check_draws(lots, 3, (3, 1), (2, 1), (1, 1))


def test_age_breaks_ties() -> None:
    """Two lots alike are drawn in the order in which they were granted."""
    check_draws([granted(2, 1), granted(1, 1)], 1, (2, 1))


def test_the_last_credit_can_be_spent() -> None:
    """A price that equals the balance is covered."""
    check_draws([granted(1, 5)], 5, (1, 5))


def test_one_credit_short_is_refused() -> None:
    """A balance of 4 does not cover 5, and the refusal says both."""
    command = request(5)
    states = {
        ACCOUNT: fold([*opened(), granted(1, 4)]),
        GENERATION: None,
        CHARACTER: fold([created()]),
    }
    with pytest.raises(InsufficientCredits) as refusal:
        command.decide(states, NOW)
    assert refusal.value.details == {"required": 5, "available": 4}


def test_an_expired_lot_is_unspendable_before_it_is_booked() -> None:
    """From the very moment of its expiry a lot covers nothing."""
    check_refused([granted(1, 9, life=timedelta(0))], InsufficientCredits)
    check_draws([granted(1, 9, life=timedelta(microseconds=1))], 1, (1, 1))


def test_a_revoked_lot_is_unspendable() -> None:
    """After a chargeback nothing of the lot is left to spend."""
    revoked = CreditsRevoked(lot_id=lot(1), amount=Credits(9), loss=0, actor="operator")
    check_refused([granted(1, 9), revoked], InsufficientCredits)


def test_a_revoked_key_cannot_spend() -> None:
    """A debit after a revocation is refused by the account itself."""
    check_refused([granted(1, 9), KeyRevoked(key_id=KEY, actor="customer")], Unauthorized)


def test_an_unknown_key_cannot_spend() -> None:
    """A key that the account never issued is refused."""
    check_refused([granted(1, 9)], Unauthorized, key_id=KeyId(lot(9)))


def test_an_expired_key_cannot_spend() -> None:
    """A key is dead from the moment of its expiry."""
    short = msgspec.structs.replace(FIRST_KEY, expires_at=NOW)
    account = [AccountOpened(livemode=True, tier="base"), short, granted(1, 9)]
    check({ACCOUNT: account, CHARACTER: [created()]}, request(), Unauthorized)


def test_an_account_on_hold_cannot_spend() -> None:
    """A suspension stops debits; lifting it lets them through again."""
    held = AccountSuspended(suspended=True, actor="operator")
    lifted = AccountSuspended(suspended=False, actor="operator")
    check_refused([granted(1, 9), held], AccountOnHold)
    check_draws([granted(1, 9), held, lifted], 1, (1, 1))


# --- refunding --------------------------------------------------------------------------------


def check_refund(given: list[Any], spent: list[tuple[int, int]], then: list[Any]) -> None:
    """A failed generation that drew `spent` gives back like this."""
    price = sum(amount for _, amount in spent)
    check(
        {ACCOUNT: [*opened(), *given], GENERATION: [claim(*spent, price=price)]},
        handlers.end_generation(ACCOUNT, GENERATION, FAILED),
        {GENERATION: [FAILED], ACCOUNT: then},
        answer=True,
    )


def refunded(*pairs: tuple[int, int], reopened: tuple[Reopened, ...] = ()) -> CreditsRefunded:
    return CreditsRefunded(
        generation_id=GENERATION,
        amount=Credits(sum(amount for _, amount in pairs)),
        draws=draws(*pairs),
        reopened=reopened,
        cause="failed",
        cap_group=GROUP,
        period_start=DAY,
    )


def test_a_refund_returns_to_the_lots_in_reverse() -> None:
    """Each lot gets back what it gave, the last drawn first."""
    lots = [granted(1, 3), granted(2, 10), debited((1, 3), (2, 2))]
    check_refund(lots, [(1, 3), (2, 2)], [refunded((2, 2), (1, 3))])


def test_a_refund_to_an_expired_lot_gives_it_seven_days() -> None:
    """Credits that come back too late live for seven days from the refund on."""
    lots = [granted(1, 3, life=timedelta(0)), debited((1, 3))]
    reopened = (Reopened(lot(1), NOW + timedelta(days=7)),)
    check_refund(lots, [(1, 3)], [refunded((1, 3), reopened=reopened)])


def test_a_refund_does_not_revive_what_had_expired() -> None:
    """What was left in an expired lot is booked as expired before the refund reopens it."""
    lots = [granted(1, 9, life=timedelta(0)), debited((1, 3))]
    reopened = (Reopened(lot(1), NOW + timedelta(days=7)),)
    expired = CreditsExpired(lot_id=lot(1), amount=Credits(6))
    check_refund(lots, [(1, 3)], [expired, refunded((1, 3), reopened=reopened)])


def test_a_refund_to_a_revoked_lot_is_revoked_at_once() -> None:
    """Credits that come back after a chargeback leave again, and shrink the loss."""
    revoked = CreditsRevoked(lot_id=lot(1), amount=6, loss=3, actor="operator")
    again = CreditsRevoked(lot_id=lot(1), amount=3, loss=-3, actor="ledger")
    lots = [granted(1, 9), debited((1, 3)), revoked]
    check_refund(lots, [(1, 3)], [refunded((1, 3)), again])


def test_what_comes_back_to_a_revoked_lot_is_never_spendable() -> None:
    """Not even as of the place between the refund and its revocation."""
    revoked = CreditsRevoked(lot_id=lot(1), amount=6, loss=3, actor="operator")
    state = fold([*opened(), granted(1, 9), debited((1, 3)), revoked, refunded((1, 3))])
    assert isinstance(state, Account)
    assert (state.lots[lot(1)].remaining, state.available(NOW)) == (3, 0)


def test_a_lot_that_ended_and_was_revoked_lives_no_longer() -> None:
    """What comes back to it opens no seven days: it leaves at once."""
    revoked = CreditsRevoked(lot_id=lot(1), amount=6, loss=3, actor="operator")
    again = CreditsRevoked(lot_id=lot(1), amount=3, loss=-3, actor="ledger")
    lots = [granted(1, 9, life=timedelta(0)), debited((1, 3)), revoked]
    check_refund(lots, [(1, 3)], [refunded((1, 3)), again])


def test_a_refund_to_lots_of_every_kind() -> None:
    """A refund may meet living, expired and revoked lots; each is treated by its own rule."""
    spent = [(1, 1), (2, 1), (3, 1)]
    lots = [
        granted(1, 1, life=timedelta(0)),
        granted(2, 1),
        granted(3, 1),
        debited(*spent),
        CreditsRevoked(lot_id=lot(3), amount=0, loss=1, actor="operator"),
    ]
    then = [
        refunded((3, 1), (2, 1), (1, 1), reopened=(Reopened(lot(1), NOW + timedelta(days=7)),)),
        CreditsRevoked(lot_id=lot(3), amount=1, loss=-1, actor="ledger"),
    ]
    check_refund(lots, spent, then)


def test_reopened_credits_are_spendable_for_seven_days() -> None:
    """They can be spent until the very end of the seventh day, not a moment longer."""
    reopened = (Reopened(lot(1), NOW + timedelta(days=7)),)
    account = fold(
        [
            *opened(),
            granted(1, 3, life=timedelta(0)),
            debited((1, 3)),
            refunded((1, 3), reopened=reopened),
        ]
    )
    assert isinstance(account, Account)
    end = NOW + timedelta(days=7)
    assert account.available(end - timedelta(microseconds=1)) == 3
    assert account.available(end) == 0


# --- expiring and revoking --------------------------------------------------------------------


def test_expiry_books_every_due_lot() -> None:
    """All lots whose time has come lose what remains, and only those."""
    account = [
        *opened(),
        granted(1, 5, life=timedelta(0)),
        granted(2, 6, life=-HOUR),
        granted(3, 7, life=HOUR),
        granted(4, 8),
    ]
    then = [
        CreditsExpired(lot_id=lot(1), amount=Credits(5)),
        CreditsExpired(lot_id=lot(2), amount=Credits(6)),
    ]
    check({ACCOUNT: account}, handlers.expire_lots(ACCOUNT), {ACCOUNT: then})
    check({ACCOUNT: [*account, *then]}, handlers.expire_lots(ACCOUNT), {})


def test_an_empty_lot_does_not_expire() -> None:
    """A lot that was spent has nothing to book."""
    account = [*opened(), granted(1, 5, life=timedelta(0)), debited((1, 5))]
    check({ACCOUNT: account}, handlers.expire_lots(ACCOUNT), {})


def test_a_revocation_takes_what_remains_and_books_the_rest_as_loss() -> None:
    """Of 9 credits of which 4 are spent, 5 leave and 4 are lost."""
    command = handlers.revoke_lot(ACCOUNT, lot(1), actor="operator")
    revoked = CreditsRevoked(lot_id=lot(1), amount=5, loss=4, actor="operator")
    account = [*opened(), granted(1, 9), debited((1, 4))]
    check({ACCOUNT: account}, command, {ACCOUNT: [revoked]})
    check({ACCOUNT: [*account, revoked]}, command, {})


def test_a_spent_lot_can_be_revoked() -> None:
    """A chargeback of a lot that is all spent takes nothing and books it all as loss."""
    command = handlers.revoke_lot(ACCOUNT, lot(1), actor="operator")
    revoked = CreditsRevoked(lot_id=lot(1), amount=0, loss=4, actor="operator")
    check({ACCOUNT: [*opened(), granted(1, 4), debited((1, 4))]}, command, {ACCOUNT: [revoked]})


def test_what_was_repaid_in_parts_is_no_loss() -> None:
    """Nine credits: three repaid, then two of those that came back; four of the rest are spent."""
    repaid = [
        CreditsRevoked(lot_id=lot(1), amount=amount, loss=0, actor="operator", cause="repaid")
        for amount in (3, 2)
    ]
    command = handlers.revoke_lot(ACCOUNT, lot(1), actor="operator")
    revoked = CreditsRevoked(lot_id=lot(1), amount=0, loss=4, actor="operator")
    check(
        {ACCOUNT: [*opened(), granted(1, 9), debited((1, 4)), *repaid]},
        command,
        {ACCOUNT: [revoked]},
    )


def test_an_unknown_lot_cannot_be_revoked() -> None:
    """Revoking a lot of nobody or of another account is refused."""
    command = handlers.revoke_lot(ACCOUNT, LotId(KEY), actor="operator")
    check({ACCOUNT: opened()}, command, InvalidState)


def test_a_fold_refuses_to_go_below_zero() -> None:
    """A log that debits more than a lot holds is no log of ours."""
    with pytest.raises(AssertionError):
        fold([*opened(), granted(1, 1), debited((1, 2))])


def test_a_fold_refuses_an_expiry_of_another_amount() -> None:
    """What expires is all that was left, or the log is none of ours."""
    expired = CreditsExpired(lot_id=lot(1), amount=Credits(4))
    with pytest.raises(AssertionError):
        fold([*opened(), granted(1, 5, life=timedelta(0)), expired])


def test_states_are_never_changed_in_place() -> None:
    """Folding one more event leaves the older state as it was."""
    before = fold([*opened(), granted(1, 9)])
    assert isinstance(before, Account)
    after = ledger.evolve(before, debited((1, 4)))
    assert (before.available(NOW), after.available(NOW)) == (9, 5)
