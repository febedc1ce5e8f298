"""BTCPay: invoices as links, and webhooks that count only for what the invoice itself says."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from adapters.payments.btcpay import BtcpayProvider
from domain.credits import Credits
from domain.errors import PaymentProviderUnavailable, SignatureInvalid, ValidationFailed
from domain.ids import AccountId, CheckoutId
from domain.payments.payment import Order, PaymentNotice
from domain.payments.pricing import Pack
from tests.adapters.payments.pretended_btcpay import (
    STORE,
    TOKEN,
    WEBHOOK_SECRET,
    PretendedBtcpay,
)

ACCOUNT = AccountId(UUID(int=1))
CHECKOUT = CheckoutId(UUID(int=2))
PACK = Pack(id="standard", name="Standard", credits=Credits(600), price_minor=4905, currency="EUR")
ORDER = Order(checkout_id=CHECKOUT, account_id=ACCOUNT, pack=PACK)


@pytest.fixture
def store() -> Iterator[PretendedBtcpay]:
    with PretendedBtcpay() as server:
        yield server


def provider(store: PretendedBtcpay, **changes: Any) -> BtcpayProvider:
    facts: dict[str, Any] = {
        "url": f"{store.url}/",
        "store_id": STORE,
        "api_key": TOKEN,
        "webhook_secret": WEBHOOK_SECRET,
    }
    return BtcpayProvider(**(facts | changes))


def notice(**changes: Any) -> PaymentNotice:
    facts: dict[str, Any] = {
        "provider": "btcpay",
        "reference": "Invoice1",
        "kind": "paid",
        "price_minor": 4905,
        "currency": "EUR",
        "account_id": ACCOUNT,
        "checkout_id": CHECKOUT,
        "pack": "standard",
    }
    return PaymentNotice(**(facts | changes))


def heard(store: PretendedBtcpay, kind: str, **more: Any) -> PaymentNotice | None:
    return provider(store).verify_webhook(*store.delivery(kind, "Invoice1", **more))


def test_an_order_becomes_an_invoice(store: PretendedBtcpay) -> None:
    """With the exact amount as text, and the ids that come back with the payment."""
    link = provider(store).create_checkout(ORDER)
    invoice = store.invoices["Invoice1"]
    assert link == f"{store.url}/i/Invoice1"
    assert (invoice["amount"], invoice["currency"]) == ("49.05", "EUR")
    assert invoice["metadata"] == {
        "orderId": "00000000-0000-0000-0000-000000000002",
        "itemDesc": "Standard",
        "accountId": "00000000-0000-0000-0000-000000000001",
        "pack": "standard",
    }


@pytest.fixture
def ordered(store: PretendedBtcpay) -> PretendedBtcpay:
    """One open invoice."""
    provider(store).create_checkout(ORDER)
    return store


def test_a_settled_invoice_is_a_payment(ordered: PretendedBtcpay) -> None:
    """Amount, account and order are those of the invoice, however often it is delivered."""
    ordered.change("Invoice1", "Settled")
    assert heard(ordered, "InvoiceSettled") == notice()
    assert heard(ordered, "InvoiceSettled", isRedelivery=True) == notice()


def test_a_webhook_is_not_believed_alone(ordered: PretendedBtcpay) -> None:
    """It says settled, the invoice says that it is not: nothing is paid."""
    ordered.change("Invoice1", "Processing")
    assert heard(ordered, "InvoiceSettled") is None


@pytest.mark.parametrize(
    "kind",
    [
        "InvoiceCreated",
        "InvoiceReceivedPayment",
        "InvoiceProcessing",
        "InvoiceExpired",
        "InvoicePaymentSettled",
        "InvoiceInvalid",
        "PayoutCreated",
    ],
)
def test_what_moves_no_money_is_nothing(ordered: PretendedBtcpay, kind: str) -> None:
    """Seen, not confirmed, expired unpaid, failed to confirm, or no invoice at all."""
    assert heard(ordered, kind) is None


def test_a_part_that_was_paid_is_a_payment_of_that_part(ordered: PretendedBtcpay) -> None:
    """An expired invoice with 0.0004 BTC at 50,000 and 5 USDT at 0.913: 20.00 and 4.565 euros."""
    ordered.change("Invoice1", "Expired", ("0.0004", "50000"), ("5", "0.913"))
    assert heard(ordered, "InvoiceExpired", partiallyPaid=True) == notice(
        price_minor=2456, received_minor=2456
    )


def test_money_that_comes_too_late_is_a_payment(ordered: PretendedBtcpay) -> None:
    """Paid in full after the invoice expired."""
    ordered.change("Invoice1", "Expired", ("0.000981", "50000"))
    told = heard(ordered, "InvoicePaymentSettled", afterExpiration=True)
    assert told == notice(received_minor=4905)


def test_more_than_the_price_is_told(ordered: PretendedBtcpay) -> None:
    """Paid over, or paid once more after the invoice was settled: the price, and what came in."""
    ordered.change("Invoice1", "Settled", ("0.000981", "50000"), ("10", "1"))
    for kind, more in (("InvoiceSettled", {"overPaid": True}), ("InvoicePaymentSettled", {})):
        assert heard(ordered, kind, **more) == notice(received_minor=5905)


def test_an_invoice_that_is_marked_invalid_by_hand_went_back(ordered: PretendedBtcpay) -> None:
    """The operator said so in BTCPay."""
    ordered.change("Invoice1", "Invalid", by_hand=True)
    told = heard(ordered, "InvoiceInvalid", manuallyMarked=True)
    assert told == notice(kind="charged_back", price_minor=0, kept=False)


@pytest.mark.parametrize("status", ["Settled", "Processing"])
def test_a_late_message_takes_nothing_from_an_invoice_that_is_good(
    ordered: PretendedBtcpay, status: str
) -> None:
    """It was marked invalid by hand, and corrected before the message of that came again."""
    ordered.change("Invoice1", status, by_hand=True)
    assert heard(ordered, "InvoiceInvalid", manuallyMarked=True) is None


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("InvoiceExpired", {"partiallyPaid": True}),
        ("InvoicePaymentSettled", {"afterExpiration": True}),
    ],
)
def test_what_came_in_counts_as_the_invoice_was_decided_since(
    ordered: PretendedBtcpay, kind: str, more: dict[str, bool]
) -> None:
    """Too little, and settled by hand: the price. Marked invalid by hand: nothing. Invalid by
    itself, because it was confirmed too late: what came in.
    """
    ordered.change("Invoice1", "Settled", ("10", "1"), by_hand=True)
    assert heard(ordered, kind, **more) == notice(received_minor=1000)
    ordered.change("Invoice1", "Invalid", ("49.05", "1"), by_hand=True)
    assert heard(ordered, kind, **more) is None
    ordered.change("Invoice1", "Invalid", ("49.05", "1"))
    assert heard(ordered, kind, **more) == notice(received_minor=4905)


def test_an_invoice_of_somebody_else_names_nobody(ordered: PretendedBtcpay) -> None:
    """Made by hand in the store, with free text where ids should be: a payment of no account."""
    ordered.change("Invoice1", "Settled")
    ordered.invoices["Invoice1"]["metadata"] = {"orderId": "42", "accountId": None, "pack": 7}
    told = heard(ordered, "InvoiceSettled")
    assert told == notice(account_id=None, checkout_id=None, pack=None)


@pytest.mark.parametrize("signature", ["", "sha256=", "sha256=" + "0" * 64, "sha1=00", "ä"])
def test_a_wrong_signature_is_refused(ordered: PretendedBtcpay, signature: str) -> None:
    """Missing, empty, of another secret, of another kind, not ASCII."""
    _, body = ordered.delivery("InvoiceSettled", "Invoice1")
    with pytest.raises(SignatureInvalid):
        provider(ordered).verify_webhook({"btcpay-sig": signature}, body)
    with pytest.raises(SignatureInvalid):
        provider(ordered).verify_webhook({}, body)


def test_a_changed_byte_breaks_the_signature(ordered: PretendedBtcpay) -> None:
    """The bytes are signed, not what they mean."""
    headers, body = ordered.delivery("InvoiceSettled", "Invoice1")
    with pytest.raises(SignatureInvalid):
        provider(ordered).verify_webhook(headers, body + b" ")


def test_another_stores_invoice_is_refused(ordered: PretendedBtcpay) -> None:
    """A signed message about another store is a mistake of the set-up, and is told as one."""
    with pytest.raises(ValidationFailed):
        heard(ordered, "InvoiceSettled", storeId="Store2")
    with pytest.raises(ValidationFailed):
        heard(ordered, "InvoiceSettled", invoiceId="a b")


@pytest.mark.parametrize("fault", ["error", "nonsense", "huge", "elsewhere", "lost"])
def test_an_answer_that_is_none_is_tried_again_later(ordered: PretendedBtcpay, fault: str) -> None:
    """BTCPay is broken, too long, or sends us elsewhere: unavailable, and nothing is followed."""
    ordered.fault = fault
    with pytest.raises(PaymentProviderUnavailable):
        heard(ordered, "InvoiceSettled")
    with pytest.raises(PaymentProviderUnavailable):
        provider(ordered).create_checkout(ORDER)


@pytest.mark.parametrize("kind", ["InvoiceSettled", "InvoicePaymentSettled", "InvoiceInvalid"])
def test_the_button_that_tests_the_webhook_sees_it_work(store: PretendedBtcpay, kind: str) -> None:
    """Its message is about an invoice that is none. A wrong secret or store still shows."""
    invoice = "__test__f7c0dd1e-6ee8-4fd2-9c5f-6a4b6b5a1f0a__test__"
    tested, good = provider(store), store.delivery(kind, invoice, manuallyMarked=True)
    assert tested.verify_webhook(*good) is None
    with pytest.raises(SignatureInvalid):
        tested.verify_webhook({"btcpay-sig": "sha256=00"}, good[1])
    with pytest.raises(ValidationFailed):
        tested.verify_webhook(*store.delivery(kind, invoice, storeId="Store2"))


def test_an_invoice_that_the_store_does_not_have_is_a_mistake(store: PretendedBtcpay) -> None:
    """BTCPay says so itself: there is nothing to try again."""
    with pytest.raises(ValidationFailed, match="no such invoice"):
        heard(store, "InvoiceSettled")


def test_a_server_that_is_away_is_unavailable(store: PretendedBtcpay) -> None:
    """Nobody listens, or the key is not good any more."""
    with pytest.raises(PaymentProviderUnavailable):
        provider(store, url="http://127.0.0.1:1").create_checkout(ORDER)
    with pytest.raises(PaymentProviderUnavailable):
        provider(store, api_key="another").create_checkout(ORDER)
