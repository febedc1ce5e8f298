"""Payments: once for each reference, never lost, never guessed at, and what a chargeback takes."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from domain import buying, handlers
from domain.buying import PaymentAnswer
from domain.checkout import CheckoutOpened
from domain.credits import Credits
from domain.errors import (
    AccountOnHold,
    IdempotencyKeyReused,
    InvalidState,
    NotFound,
    TemporarilyUnavailable,
    Unauthorized,
)
from domain.generation import GenerationFailed
from domain.ids import AccountId, CheckoutId, KeyId, LotId, payment_id, payment_lot_id
from domain.ledger import (
    Account,
    AccountErased,
    AccountSuspended,
    CreditsGranted,
    CreditsRevoked,
    Draw,
)
from domain.payment import (
    Offer,
    PaymentChargedBack,
    PaymentMatched,
    PaymentNotice,
    PaymentReceived,
    PaymentRepaid,
    PaymentUnmatched,
)
from domain.pricing import Pack
from tests.domain.checking import (
    ACCOUNT,
    CHARACTER,
    GENERATION,
    KEY,
    NOW,
    OTHER,
    check,
    claim,
    created,
    debited,
    fold,
    opened,
)

CHECKOUT = CheckoutId(UUID(int=40))
PAYMENT = payment_id("btcpay", "Qx7")
LOT = payment_lot_id(PAYMENT)
PACK = Pack(id="standard", name="Standard", credits=Credits(600), price_minor=4900, currency="EUR")
OFFER = Offer(credits=Credits(600), price_minor=4900, currency="EUR")
FAILED = GenerationFailed(attempt=1, reason="engine_failed")


def notice(**changes: Any) -> PaymentNotice:
    facts: dict[str, Any] = {
        "provider": "btcpay",
        "reference": "Qx7",
        "kind": "paid",
        "price_minor": 4900,
        "currency": "EUR",
        "account_id": ACCOUNT,
        "checkout_id": CHECKOUT,
        "pack": "standard",
    }
    return PaymentNotice(**(facts | changes))


def ordered(**changes: Any) -> CheckoutOpened:
    facts: dict[str, Any] = {
        "account_id": ACCOUNT,
        "pack": "standard",
        "credits": Credits(600),
        "price_minor": 4900,
        "currency": "EUR",
        "life_days": None,
        "provider": "btcpay",
        "url": "https://pay.example/i/Qx7",
        "fingerprint": b"one order",
    }
    return CheckoutOpened(**(facts | changes))


def received(*, matched: bool = True, actor: str = "btcpay", **changes: Any) -> PaymentReceived:
    facts: dict[str, Any] = {
        "provider": "btcpay",
        "reference": "Qx7",
        "account_id": ACCOUNT,
        "checkout_id": CHECKOUT,
        "pack": "standard",
        "price_minor": 4900,
        "currency": "EUR",
        "lot_id": LOT if matched else None,
        "credits": Credits(600) if matched else None,
        "actor": actor,
    }
    return PaymentReceived(**(facts | changes))


def bought(**changes: Any) -> CreditsGranted:
    facts: dict[str, Any] = {
        "lot_id": LOT,
        "amount": Credits(600),
        "kind": "paid",
        "priority": 100,
        "expires_at": None,
        "price_minor": 4900,
        "currency": "EUR",
        "payment_reference": "btcpay/Qx7",
        "actor": "btcpay",
        "reason": None,
    }
    return CreditsGranted(**(facts | changes))


def answer(status: Any, *, replayed: bool = False, **changes: Any) -> PaymentAnswer:
    facts: dict[str, Any] = {"account_id": ACCOUNT, "lot_id": LOT, "credits": 600}
    return PaymentAnswer(payment_id=PAYMENT, status=status, replayed=replayed, **(facts | changes))


def nothing_opened(reason: Any, status: Any = "unmatched", *, replayed: bool = False) -> Any:
    return answer(
        status, replayed=replayed, account_id=None, lot_id=None, credits=None, reason=reason
    )


RECEIVE = buying.receive_payment(notice(), pack=PACK)
PAID = {ACCOUNT: [*opened(), bought()], PAYMENT: [received()], CHECKOUT: [ordered()]}
UNMATCHED = [received(matched=False), PaymentUnmatched(reason="wrong_amount")]


# --- receiving --------------------------------------------------------------------------------


def test_a_payment_and_its_lot_are_one_decision() -> None:
    """The claim of the reference comes first, then the grant, in one transaction."""
    check(
        {ACCOUNT: opened(), CHECKOUT: [ordered()]},
        RECEIVE,
        {PAYMENT: [received()], ACCOUNT: [bought()]},
        answer=answer("granted"),
    )
    decision = RECEIVE.decide(
        {PAYMENT: None, ACCOUNT: fold(opened()), CHECKOUT: fold([ordered()])}, NOW
    )
    assert list(decision.events) == [PAYMENT, ACCOUNT]


def test_a_second_delivery_changes_nothing() -> None:
    """Whatever the second message says: the reference is taken for ever."""
    check(PAID, RECEIVE, {}, answer=answer("granted", replayed=True))
    other = buying.receive_payment(notice(price_minor=1, account_id=OTHER), pack=None)
    check({**PAID, OTHER: opened()}, other, {}, answer=answer("granted", replayed=True))


def test_a_second_delivery_of_what_matched_nothing_changes_nothing() -> None:
    """It stays unmatched until the operator matches it, even if a correct message follows."""
    check(
        {ACCOUNT: opened(), PAYMENT: UNMATCHED, CHECKOUT: [ordered()]},
        RECEIVE,
        {},
        answer=nothing_opened("wrong_amount", replayed=True),
    )


def test_references_of_two_providers_are_two_payments() -> None:
    """And two references of one provider as well."""
    ids = {payment_id("btcpay", "1"), payment_id("manual", "1"), payment_id("btcpay", "2")}
    assert len(ids) == 3
    assert payment_id("btcpay", "Qx7") == UUID("d3156e72-7878-5252-b5a9-22b13c5857e9")


def test_the_price_that_was_shown_counts() -> None:
    """The pack costs more by now, and holds less; the order's offer is kept."""
    dearer = Pack(
        id="standard", name="Standard", credits=Credits(500), price_minor=5900, currency="EUR"
    )
    check(
        {ACCOUNT: opened(), CHECKOUT: [ordered()]},
        buying.receive_payment(notice(), pack=dearer),
        {PAYMENT: [received()], ACCOUNT: [bought()]},
        answer=answer("granted"),
    )


def test_a_payment_without_an_order_is_for_the_pack_as_it_is_now() -> None:
    """A processor with fixed links names account and pack only."""
    check(
        {ACCOUNT: opened()},
        buying.receive_payment(notice(checkout_id=None), pack=PACK),
        {PAYMENT: [received(checkout_id=None)], ACCOUNT: [bought()]},
        answer=answer("granted"),
    )


def test_a_pack_may_have_a_life() -> None:
    """Thirty days from the payment on, not from the order on."""
    check(
        {ACCOUNT: opened(), CHECKOUT: [ordered(life_days=30)]},
        RECEIVE,
        {PAYMENT: [received()], ACCOUNT: [bought(expires_at=NOW + timedelta(days=30))]},
        answer=answer("granted"),
    )


def test_an_account_on_hold_gets_what_it_paid_for() -> None:
    """The hold says what it may do, not what it owns."""
    held = [*opened(), AccountSuspended(suspended=True, actor="operator")]
    check(
        {ACCOUNT: held, CHECKOUT: [ordered()]},
        RECEIVE,
        {PAYMENT: [received()], ACCOUNT: [bought()]},
        answer=answer("granted"),
    )


# --- what matches nothing ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "changes", "pack", "reason"),
    [
        ({}, {}, PACK, "unknown_account"),
        ({ACCOUNT: opened()}, {"account_id": None, "checkout_id": None}, PACK, "unknown_account"),
        (
            {ACCOUNT: [*opened(), AccountErased(actor="operator")], CHECKOUT: [ordered()]},
            {},
            PACK,
            "account_erased",
        ),
        ({ACCOUNT: opened(), CHECKOUT: [ordered()]}, {"price_minor": 4899}, PACK, "wrong_amount"),
        ({ACCOUNT: opened(), CHECKOUT: [ordered()]}, {"price_minor": 4901}, PACK, "wrong_amount"),
        ({ACCOUNT: opened(), CHECKOUT: [ordered()]}, {"currency": "USD"}, PACK, "wrong_amount"),
        ({ACCOUNT: opened()}, {"checkout_id": None, "pack": None}, None, "unknown_offer"),
        (
            {ACCOUNT: opened(), CHECKOUT: [ordered(account_id=OTHER)]},
            {},
            PACK,
            "unknown_offer",
        ),
    ],
)
def test_a_payment_that_matches_nothing_is_recorded(
    given: Any, changes: Any, pack: Any, reason: Any
) -> None:
    """Nobody's, an erased account's, a wrong sum, no such offer, another account's order."""
    told = notice(**changes)
    kept = received(
        matched=False,
        account_id=told.account_id,
        checkout_id=told.checkout_id,
        pack=told.pack,
        price_minor=told.price_minor,
        currency=told.currency,
    )
    check(
        given,
        buying.receive_payment(told, pack=pack),
        {PAYMENT: [kept, PaymentUnmatched(reason=reason)]},
        answer=nothing_opened(reason),
    )


def test_an_id_of_another_kind_is_no_account() -> None:
    """A payment that names a character as its account is recorded, not granted."""
    told = notice(account_id=AccountId(CHARACTER), checkout_id=None)
    kept = received(matched=False, account_id=AccountId(CHARACTER), checkout_id=None)
    check(
        {CHARACTER: [created()]},
        buying.receive_payment(told, pack=PACK),
        {PAYMENT: [kept, PaymentUnmatched(reason="unknown_account")]},
        answer=nothing_opened("unknown_account"),
    )


def match(amount: int = 500, account_id: AccountId = ACCOUNT) -> Any:
    return buying.match_payment(
        "btcpay", "Qx7", account_id=account_id, amount=Credits(amount), actor="operator"
    )


def test_the_operator_matches_what_matched_nothing() -> None:
    """For an account and a number of credits; the price is what came in."""
    matched = PaymentMatched(account_id=ACCOUNT, lot_id=LOT, credits=Credits(500), actor="operator")
    short = [received(matched=False, price_minor=4000), UNMATCHED[1]]
    grant = bought(amount=Credits(500), price_minor=4000, actor="operator")
    check(
        {ACCOUNT: opened(), PAYMENT: short},
        match(),
        {PAYMENT: [matched], ACCOUNT: [grant]},
        answer=answer("granted", credits=500),
    )
    done = {ACCOUNT: [*opened(), grant], PAYMENT: [*short, matched], OTHER: opened()}
    check(done, match(), {}, answer=answer("granted", credits=500, replayed=True))
    check(done, match(amount=501), InvalidState)
    check(done, match(account_id=OTHER), InvalidState)


def test_only_a_payment_that_is_there_can_be_matched() -> None:
    """Nothing received, money that went back, nobody's account: refused."""
    back = PaymentChargedBack(provider="btcpay", reference="Qx7", lot_id=None, actor="btcpay")
    sent = PaymentRepaid(lot_id=None, credits=0, price_minor=4900, currency="EUR", actor="operator")
    check({ACCOUNT: opened()}, match(), InvalidState)
    check({ACCOUNT: opened(), PAYMENT: [*UNMATCHED, back]}, match(), InvalidState)
    check({ACCOUNT: opened(), PAYMENT: [*UNMATCHED, sent]}, match(), InvalidState)
    check({PAYMENT: UNMATCHED}, match(), NotFound)


# --- top-ups ----------------------------------------------------------------------------------


def top_up(offer: Offer = OFFER, account_id: AccountId = ACCOUNT, **options: Any) -> Any:
    told = notice(
        checkout_id=None,
        account_id=account_id,
        price_minor=offer.price_minor,
        currency=offer.currency,
    )
    return buying.top_up(account_id, told, offer, actor="operator", **options)


def test_an_operator_books_a_top_up_once() -> None:
    """With the reason sealed in the grant; the same reference again changes nothing."""
    booked = received(checkout_id=None, actor="operator")
    grant = bought(actor="operator", reason=b"sealed")
    check(
        {ACCOUNT: opened()},
        top_up(reason=b"sealed"),
        {PAYMENT: [booked], ACCOUNT: [grant]},
        answer=answer("granted"),
    )
    done = {ACCOUNT: [*opened(), grant], PAYMENT: [booked]}
    check(done, top_up(reason=b"again"), {}, answer=answer("granted", replayed=True))


@pytest.mark.parametrize(
    "command",
    [
        top_up(Offer(credits=Credits(601), price_minor=4900, currency="EUR")),
        top_up(Offer(credits=Credits(600), price_minor=4901, currency="EUR")),
        top_up(Offer(credits=Credits(600), price_minor=4900, currency="USD")),
        top_up(account_id=OTHER),
    ],
)
def test_a_reference_stands_for_one_payment(command: Any) -> None:
    """Another amount, price, currency or account under the same reference is refused."""
    check({**PAID, OTHER: opened()}, command, InvalidState)


def test_a_top_up_of_an_unmatched_payment_is_refused() -> None:
    """It is to be matched instead: its money came in already."""
    check({ACCOUNT: opened(), PAYMENT: UNMATCHED}, top_up(), InvalidState)


def test_nobody_and_the_erased_get_no_top_up() -> None:
    """An operator hears of it at once; nothing is recorded."""
    check({}, top_up(), NotFound)
    check({ACCOUNT: [*opened(), AccountErased(actor="operator")]}, top_up(), InvalidState)


# --- money that went back ---------------------------------------------------------------------


def charge_back(account_id: AccountId | None = ACCOUNT) -> Any:
    return buying.charge_back("btcpay", "Qx7", account_id=account_id, actor="btcpay")


def charged_back(lot_id: LotId | None = LOT) -> PaymentChargedBack:
    return PaymentChargedBack(provider="btcpay", reference="Qx7", lot_id=lot_id, actor="btcpay")


def revoked(amount: int, loss: int, **changes: Any) -> CreditsRevoked:
    facts: dict[str, Any] = {"lot_id": LOT, "actor": "btcpay"} | changes
    return CreditsRevoked(amount=amount, loss=loss, **facts)


def spent(amount: int) -> Any:
    return msgspec.structs.replace(debited((1, amount)), draws=(Draw(LOT, Credits(amount)),))


def test_a_chargeback_takes_what_remains() -> None:
    """Of 600 credits 100 are spent: 500 leave, 100 are a loss; again changes nothing."""
    events = [*opened(), bought(), spent(100)]
    check(
        {ACCOUNT: events, PAYMENT: [received()]},
        charge_back(),
        {PAYMENT: [charged_back()], ACCOUNT: [revoked(500, 100)]},
        answer=answer("charged_back"),
    )
    done = {ACCOUNT: [*events, revoked(500, 100)], PAYMENT: [received(), charged_back()]}
    check(done, charge_back(), {}, answer=answer("charged_back", replayed=True))


def test_credits_in_flight_at_a_chargeback_come_back_to_nobody() -> None:
    """The refund is recorded and revoked in the same transaction, and shrinks the loss."""
    account = [*opened(), bought(), spent(100), revoked(500, 100)]
    claimed = claim((1, 100), price=100)
    claimed = msgspec.structs.replace(claimed, draws=spent(100).draws)
    command = handlers.end_generation(ACCOUNT, GENERATION, FAILED)
    decision = command.decide({ACCOUNT: fold(account), GENERATION: fold([claimed])}, NOW)
    topics = [event.TOPIC for event in decision.events[ACCOUNT]]
    assert topics == ["credits.refunded.v1", "credits.revoked.v1"]
    after = fold([*account, *decision.events[ACCOUNT]])
    assert isinstance(after, Account)
    assert (after.available(NOW), after.lots[LOT].remaining) == (0, 0)


def test_a_chargeback_may_arrive_before_its_payment() -> None:
    """It is kept; the payment that follows is recorded and opens no lot."""
    check({}, charge_back(None), {PAYMENT: [charged_back(None)]}, answer=_unheard_of())
    check(
        {PAYMENT: [charged_back(None)]},
        charge_back(None),
        {},
        answer=_unheard_of(replayed=True),
    )
    kept = [received(matched=False), PaymentUnmatched(reason="charged_back")]
    check(
        {ACCOUNT: opened(), CHECKOUT: [ordered()], PAYMENT: [charged_back(None)]},
        RECEIVE,
        {PAYMENT: kept},
        answer=nothing_opened("charged_back", "charged_back"),
    )


def _unheard_of(*, replayed: bool = False) -> PaymentAnswer:
    return nothing_opened(None, "charged_back", replayed=replayed)


def test_a_chargeback_of_what_matched_nothing_takes_nothing() -> None:
    """There is no lot; that the money went back is recorded."""
    check(
        {PAYMENT: UNMATCHED},
        charge_back(None),
        {PAYMENT: [charged_back(None)]},
        answer=nothing_opened("wrong_amount", "charged_back"),
    )


def test_a_chargeback_that_meets_the_payment_on_its_way_is_tried_again() -> None:
    """Read before the payment was recorded, decided after: refused for now, nothing recorded."""
    check(PAID, charge_back(None), TemporarilyUnavailable)


def repay(account_id: AccountId | None = ACCOUNT) -> Any:
    return buying.repay_top_up("btcpay", "Qx7", account_id=account_id, actor="operator")


def repaid(credits_back: int, price_minor: int, lot_id: LotId | None = LOT) -> PaymentRepaid:
    return PaymentRepaid(
        lot_id=lot_id,
        credits=credits_back,
        price_minor=price_minor,
        currency="EUR",
        actor="operator",
    )


def test_money_back_takes_what_is_left_at_its_price() -> None:
    """500 of 600 credits of 49.00 are left: 40.83 go back, no loss; again changes nothing."""
    events = [*opened(), bought(), spent(100)]
    taken = revoked(500, 0, cause="repaid", actor="operator")
    check(
        {ACCOUNT: events, PAYMENT: [received()]},
        repay(),
        {PAYMENT: [repaid(500, 4083)], ACCOUNT: [taken]},
        answer=answer("repaid"),
    )
    done = {ACCOUNT: [*events, taken], PAYMENT: [received(), repaid(500, 4083)]}
    check(done, repay(), {}, answer=answer("repaid", replayed=True))


def test_a_chargeback_after_money_back_loses_what_was_spent_and_no_more() -> None:
    """100 of 600 were spent and 500 repaid: those 500 are no loss."""
    taken = revoked(500, 0, cause="repaid", actor="operator")
    account = [*opened(), bought(), spent(100), taken]
    given = {PAYMENT: [received(), repaid(500, 4083)], ACCOUNT: account}
    then = {PAYMENT: [charged_back()], ACCOUNT: [revoked(0, 100)]}
    check(given, charge_back(), then, answer=answer("charged_back"))


def test_what_comes_back_after_money_back_is_the_holders() -> None:
    """100 were in flight when the rest was paid back; they return and can be spent."""
    taken = revoked(500, 0, cause="repaid", actor="operator")
    account = [*opened(), bought(), spent(100), taken]
    claimed = msgspec.structs.replace(claim((1, 100), price=100), draws=spent(100).draws)
    command = handlers.end_generation(ACCOUNT, GENERATION, FAILED)
    decision = command.decide({ACCOUNT: fold(account), GENERATION: fold([claimed])}, NOW)
    after = fold([*account, *decision.events[ACCOUNT]])
    assert isinstance(after, Account)
    assert after.available(NOW) == 100


def test_there_must_be_something_to_pay_back() -> None:
    """No payment, all spent, expired, charged back: refused."""
    check({ACCOUNT: opened()}, repay(), InvalidState)
    check({**PAID, ACCOUNT: [*opened(), bought(), spent(600)]}, repay(), InvalidState)
    gone = [*opened(), bought(expires_at=NOW)]
    check({**PAID, ACCOUNT: gone}, repay(), InvalidState)
    back = {ACCOUNT: [*opened(), bought(), revoked(600, 0)], PAYMENT: [received(), charged_back()]}
    check(back, repay(), InvalidState)


def test_money_that_matched_nothing_goes_back_whole() -> None:
    """No credits are touched, and the payment cannot be matched any more."""
    check(
        {PAYMENT: UNMATCHED},
        repay(None),
        {PAYMENT: [repaid(0, 4900, None)]},
        answer=nothing_opened("wrong_amount", "repaid"),
    )


# --- orders -----------------------------------------------------------------------------------


def order(**changes: Any) -> Any:
    return buying.open_checkout(CHECKOUT, ordered(**changes), key_id=KEY)


def test_an_order_is_recorded_once() -> None:
    """A retry is answered with the first link, even if it brought another one."""
    check(
        {ACCOUNT: opened()},
        order(),
        {CHECKOUT: [ordered()]},
        answer=buying.CheckoutAnswer(ordered(), replayed=False),
    )
    check(
        {ACCOUNT: opened(), CHECKOUT: [ordered()]},
        order(url="https://pay.example/i/second"),
        {},
        answer=buying.CheckoutAnswer(ordered(), replayed=True),
    )


def test_an_order_with_a_claimed_key_must_be_the_same() -> None:
    """Another request, another account's order, or something that is no order at all."""
    given = {ACCOUNT: opened(), CHECKOUT: [ordered()]}
    check(given, order(fingerprint=b"another order"), IdempotencyKeyReused)
    check({**given, CHECKOUT: [created()]}, order(), IdempotencyKeyReused)


def test_who_may_not_act_orders_nothing() -> None:
    """A key that is not in force, and an account on hold."""
    held = [*opened(), AccountSuspended(suspended=True, actor="operator")]
    stranger = buying.open_checkout(CHECKOUT, ordered(), key_id=KeyId(UUID(int=99)))
    check({ACCOUNT: held}, order(), AccountOnHold)
    check({ACCOUNT: opened()}, stranger, Unauthorized)
