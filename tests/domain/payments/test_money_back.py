"""Money that went back: chargebacks, repayments, and refunds that a provider tells of."""

from typing import Any

import msgspec
import pytest

from domain import handlers
from domain.credits import Credits
from domain.errors import (
    InvalidState,
    TemporarilyUnavailable,
)
from domain.ids import AccountId, LotId
from domain.ledger import (
    Account,
    CreditsRevoked,
    Draw,
)
from domain.payments import buying
from domain.payments.buying import PaymentAnswer
from domain.payments.payment import (
    PaymentChargedBack,
    PaymentRepaid,
    PaymentUnmatched,
)
from tests.domain.checking import (
    ACCOUNT,
    GENERATION,
    NOW,
    check,
    claim,
    debited,
    fold,
    opened,
)
from tests.domain.paying import (
    CHECKOUT,
    FAILED,
    LOT,
    OFFER,
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


def charge_back(account_id: AccountId | None = ACCOUNT) -> Any:
    return buying.charge_back("btcpay", "Qx7", account_id=account_id, actor="btcpay")


def charged_back(lot_id: LotId | None = LOT, actor: str = "btcpay") -> PaymentChargedBack:
    return PaymentChargedBack(provider="btcpay", reference="Qx7", lot_id=lot_id, actor=actor)


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


def test_a_chargeback_that_may_be_corrected_is_not_kept() -> None:
    """Where nothing was recorded nothing is taken back, so the payment that follows is granted."""
    command = buying.charge_back("btcpay", "Qx7", account_id=None, actor="btcpay", kept=False)
    check({}, command, {}, answer=None)
    check(
        {PAYMENT: UNMATCHED},
        command,
        {PAYMENT: [charged_back(None)]},
        answer=nothing_opened("wrong_amount", "charged_back"),
    )


def _unheard_of(*, replayed: bool = False) -> PaymentAnswer:
    return nothing_opened(None, "charged_back", replayed=replayed)


def test_a_top_up_after_its_chargeback_says_so() -> None:
    """There is nothing to match: the sentence must not send the operator to do that."""
    states = {ACCOUNT: fold(opened()), PAYMENT: fold([charged_back(None)])}
    command = buying.top_up(ACCOUNT, notice(), OFFER, actor="operator")
    with pytest.raises(InvalidState, match="charged back before it came"):
        command.decide(states, NOW)


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


SENT_BACK = {"repaid_credits": 500, "repaid_minor": 4083, "currency": "EUR"}
SENT_BACK_WHOLE = {"repaid_credits": 0, "repaid_minor": 4900, "currency": "EUR"}


def test_money_back_takes_what_is_left_at_its_price() -> None:
    """500 of 600 credits of 49.00 are left: 40.83 go back, no loss; again tells the same."""
    events = [*opened(), bought(), spent(100)]
    taken = revoked(500, 0, cause="repaid", actor="operator")
    check(
        {ACCOUNT: events, PAYMENT: [received()]},
        repay(),
        {PAYMENT: [repaid(500, 4083)], ACCOUNT: [taken]},
        answer=answer("repaid", **SENT_BACK),
    )
    done = {ACCOUNT: [*events, taken], PAYMENT: [received(), repaid(500, 4083)]}
    check(done, repay(), {}, answer=answer("repaid", replayed=True, **SENT_BACK))


def test_a_chargeback_after_money_back_loses_what_was_spent_and_no_more() -> None:
    """100 of 600 were spent and 500 repaid: those 500 are no loss."""
    taken = revoked(500, 0, cause="repaid", actor="operator")
    account = [*opened(), bought(), spent(100), taken]
    given = {PAYMENT: [received(), repaid(500, 4083)], ACCOUNT: account}
    then = {PAYMENT: [charged_back()], ACCOUNT: [revoked(0, 100)]}
    check(given, charge_back(), then, answer=answer("charged_back", **SENT_BACK))


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
        answer=nothing_opened("wrong_amount", "repaid", **SENT_BACK_WHOLE),
    )


def refund(account_id: AccountId | None = ACCOUNT, told_minor: int = 0) -> Any:
    return buying.book_refund(
        "btcpay", "Qx7", account_id=account_id, actor="operator", told_minor=told_minor
    )


def sent_back(credits_back: int) -> dict[str, Any]:
    return {"repaid_credits": credits_back, "repaid_minor": 4900, "currency": "EUR"}


@pytest.mark.parametrize("left", [600, 500, 1, 0])
def test_a_refund_that_a_provider_tells_of_is_of_the_whole_price(left: int) -> None:
    """What is left leaves as repaid, what was spent is a loss, and 49.00 are gone; once."""
    gone = 600 - left
    events = [*opened(), bought(), *([spent(gone)] if gone else [])]
    taken = [revoked(left, 0, cause="repaid", actor="operator")] if left else []
    lost = [revoked(0, gone, actor="operator")] if gone else []
    check(
        {ACCOUNT: events, PAYMENT: [received()]},
        refund(),
        {PAYMENT: [repaid(left, 4900)], ACCOUNT: [*taken, *lost]},
        answer=answer("repaid", **sent_back(left)),
    )
    done = {ACCOUNT: [*events, *taken, *lost], PAYMENT: [received(), repaid(left, 4900)]}
    for again in (refund(), refund(told_minor=4900), repay()):
        check(done, again, {}, answer=answer("repaid", replayed=True, **sent_back(left)))


def test_a_refund_of_an_expired_lot_takes_the_rest() -> None:
    """Nobody may spend it any more, but its money went all the same."""
    check(
        {**PAID, ACCOUNT: [*opened(), bought(expires_at=NOW)]},
        refund(),
        {PAYMENT: [repaid(600, 4900)], ACCOUNT: [revoked(600, 0, actor="operator")]},
        answer=answer("repaid", **sent_back(600)),
    )


@pytest.mark.parametrize("left", [1, 0])
def test_credits_in_flight_at_a_refund_come_back_to_nobody(left: int) -> None:
    """The holder has all the money back: what fails later is revoked at once, and no loss."""
    flying = 600 - left
    account = [*opened(), bought(), spent(flying)]
    decision = refund().decide({ACCOUNT: fold(account), PAYMENT: fold([received()])}, NOW)
    account += decision.events[ACCOUNT]
    claimed = msgspec.structs.replace(claim((1, flying), price=flying), draws=spent(flying).draws)
    command = handlers.end_generation(ACCOUNT, GENERATION, FAILED)
    decision = command.decide({ACCOUNT: fold(account), GENERATION: fold([claimed])}, NOW)
    back, gone = decision.events[ACCOUNT]
    assert back.TOPIC == "credits.refunded.v1"
    assert gone == revoked(flying, -flying, actor="ledger")
    after = fold([*account, back, gone])
    assert isinstance(after, Account)
    assert (after.available(NOW), after.lots[LOT].remaining) == (0, 0)


def test_a_refund_after_money_back_is_of_the_rest() -> None:
    """500 of 600 were repaid, then the provider sends all back: 100 are a loss, 8.17 of them; once.
    Where it says that it sent what we repaid, it tells of that money.
    """
    taken = revoked(500, 0, cause="repaid", actor="operator")
    events = [*opened(), bought(), spent(100), taken]
    given = {PAYMENT: [received(), repaid(500, 4083)], ACCOUNT: events}
    back, lost = charged_back(actor="operator"), revoked(0, 100, actor="operator")
    for told_minor in (0, 817, 4900):
        then = {PAYMENT: [back], ACCOUNT: [lost]}
        check(
            given, refund(told_minor=told_minor), then, answer=answer("charged_back", **SENT_BACK)
        )
    check(given, refund(told_minor=4083), {}, answer=answer("repaid", replayed=True, **SENT_BACK))
    done = {PAYMENT: [*given[PAYMENT], back], ACCOUNT: [*events, lost]}
    again = answer("charged_back", replayed=True, **SENT_BACK)
    check(done, refund(), {}, answer=again)


def test_a_refund_after_all_money_went_back_tells_of_that() -> None:
    """All 600 were repaid: there is no rest."""
    taken = revoked(600, 0, cause="repaid", actor="operator")
    given = {PAYMENT: [received(), repaid(600, 4900)], ACCOUNT: [*opened(), bought(), taken]}
    check(given, refund(), {}, answer=answer("repaid", replayed=True, **sent_back(600)))
    matched_nothing = {PAYMENT: [*UNMATCHED, repaid(0, 4900, None)]}
    then = nothing_opened("wrong_amount", "repaid", replayed=True, **SENT_BACK_WHOLE)
    check(matched_nothing, refund(None), {}, answer=then)


def test_a_chargeback_after_a_refund_takes_nothing_more() -> None:
    """It is recorded; the lot is over and its loss was booked."""
    account = [*opened(), bought(), spent(600), revoked(0, 600)]
    given = {PAYMENT: [received(), repaid(0, 4900)], ACCOUNT: account}
    then = {PAYMENT: [charged_back()]}
    check(given, charge_back(), then, answer=answer("charged_back", **sent_back(0)))


def test_a_refund_of_what_was_charged_back_is_told_twice() -> None:
    """Also of what matched nothing, for which there is nothing left to send."""
    given = {PAYMENT: [*UNMATCHED, charged_back(None)]}
    then = nothing_opened("wrong_amount", "charged_back", replayed=True)
    check(given, refund(None), {}, answer=then)


def test_a_refund_may_arrive_before_its_payment() -> None:
    """It is kept as a chargeback is; what matched nothing goes back whole."""
    back = charged_back(None, actor="operator")
    check({}, refund(None), {PAYMENT: [back]}, answer=_unheard_of())
    check({PAYMENT: [back]}, refund(None), {}, answer=_unheard_of(replayed=True))
    check(
        {PAYMENT: UNMATCHED},
        refund(None),
        {PAYMENT: [repaid(0, 4900, None)]},
        answer=nothing_opened("wrong_amount", "repaid", **SENT_BACK_WHOLE),
    )
    check(PAID, refund(None), TemporarilyUnavailable)
