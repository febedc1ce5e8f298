"""Payments: once for each reference, never lost, never guessed at, and what a chargeback takes."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from domain.credits import Credits
from domain.errors import (
    AccountOnHold,
    IdempotencyKeyReused,
    InvalidState,
    NotFound,
    Unauthorized,
)
from domain.ids import AccountId, KeyId, payment_id
from domain.key_claim import KeyClaimed
from domain.ledger import (
    AccountErased,
    AccountSuspended,
)
from domain.payments import buying
from domain.payments.payment import (
    Offer,
    PaymentChargedBack,
    PaymentMatched,
    PaymentPaidAgain,
    PaymentRepaid,
    PaymentUnmatched,
)
from domain.payments.pricing import Pack
from tests.domain.checking import (
    ACCOUNT,
    CHARACTER,
    KEY,
    NOW,
    OTHER,
    check,
    created,
    fold,
    opened,
)
from tests.domain.paying import (
    CHECKOUT,
    LOT,
    OFFER,
    PACK,
    PAID,
    PAYMENT,
    RECEIVE,
    UNMATCHED,
    answer,
    bought,
    nothing_opened,
    notice,
    ordered,
    received,
)

CLAIM = UUID(int=77)

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


# --- more than one payment of a reference -----------------------------------------------------


def again(total: int) -> Any:
    """What a provider tells that knows of so much in all."""
    return buying.receive_payment(notice(received_minor=total), pack=PACK)


def recorded_again(total: int, more: int) -> dict[Any, Any]:
    reference = f"Qx7+{total}"
    return {
        PAYMENT: [PaymentPaidAgain(reference=reference, price_minor=more, actor="btcpay")],
        payment_id("btcpay", reference): [
            received(matched=False, reference=reference, price_minor=more),
            PaymentUnmatched(reason="paid_again"),
        ],
    }


def test_a_second_payment_of_one_reference_is_recorded_and_matches_nothing() -> None:
    """49.00 are recorded, 60.00 came in: 11.00 wait for the operator; told again, nothing more."""
    more = recorded_again(6000, 1100)
    second = payment_id("btcpay", "Qx7+6000")
    told = nothing_opened("paid_again")
    check(PAID, again(6000), more, answer=msgspec.structs.replace(told, payment_id=second))
    done = PAID | {PAYMENT: [received(), *more[PAYMENT]], second: more[second]}
    check(done, again(6000), {}, answer=answer("granted", replayed=True))
    check(done, again(4900), {}, answer=answer("granted", replayed=True))
    third = payment_id("btcpay", "Qx7+7000")
    told = msgspec.structs.replace(told, payment_id=third)
    check(done, again(7000), recorded_again(7000, 1000), answer=told)


def test_what_is_overpaid_at_once_is_granted_and_the_rest_waits() -> None:
    """One message, one transaction: the lot for the price, and a payment of 11.00 for nothing."""
    more = recorded_again(6000, 1100)
    then = more | {PAYMENT: [received(), *more[PAYMENT]], ACCOUNT: [bought()]}
    given = {ACCOUNT: opened(), CHECKOUT: [ordered()]}
    check(given, again(6000), then, answer=answer("granted"))
    check(
        given,
        again(4900),
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


def test_an_idempotency_key_names_one_top_up() -> None:
    """Its claim is recorded with the payment; a pack that is dearer meanwhile changes no replay."""
    booked, grant = received(checkout_id=None, actor="operator"), bought(actor="operator")
    claimed = KeyClaimed(account_id=OTHER, fingerprint=b"asked")
    told = notice(checkout_id=None, account_id=ACCOUNT)

    def claiming(command: Any, fingerprint: bytes = b"asked") -> Any:
        wish = KeyClaimed(account_id=OTHER, fingerprint=fingerprint)
        return buying.claiming(CLAIM, wish, told, command)

    check(
        {ACCOUNT: opened()},
        claiming(top_up()),
        {CLAIM: [claimed], PAYMENT: [booked], ACCOUNT: [grant]},
        answer=answer("granted"),
    )
    done = {ACCOUNT: [*opened(), grant], PAYMENT: [booked], CLAIM: [claimed]}
    dearer = top_up(Offer(credits=Credits(600), price_minor=5900, currency="EUR"))
    check(done, claiming(dearer), {}, answer=answer("granted", replayed=True))
    check(done, claiming(top_up(), b"another"), IdempotencyKeyReused)
    check({}, claiming(top_up()), NotFound)


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
