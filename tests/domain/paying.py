"""What the tests of payments share: one order of one pack, its payment, its lot and the answers."""

from typing import Any
from uuid import UUID

from domain.credits import Credits
from domain.generation import GenerationFailed
from domain.ids import CheckoutId, payment_id, payment_lot_id
from domain.ledger import (
    CreditsGranted,
)
from domain.payments import buying
from domain.payments.buying import PaymentAnswer
from domain.payments.checkout import CheckoutOpened
from domain.payments.payment import (
    Offer,
    PaymentNotice,
    PaymentReceived,
    PaymentUnmatched,
)
from domain.payments.pricing import Pack
from tests.domain.checking import (
    ACCOUNT,
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


def nothing_opened(
    reason: Any, status: Any = "unmatched", *, replayed: bool = False, **changes: Any
) -> Any:
    nothing = {"account_id": None, "lot_id": None, "credits": None, "reason": reason}
    return answer(status, replayed=replayed, **nothing, **changes)


RECEIVE = buying.receive_payment(notice(), pack=PACK)
PAID = {
    ACCOUNT: [*opened(), bought()],
    PAYMENT: [received()],
    CHECKOUT: [ordered()],
}
UNMATCHED = [received(matched=False), PaymentUnmatched(reason="wrong_amount")]
