"""BTCPay Server through its Greenfield API: invoices as links to pay at, signed webhooks.

A webhook says which invoice changed, never what was paid, so the invoice itself is asked; what it
says counts. Facts: docs.btcpayserver.org (Greenfield API v1, webhooks) and the models of
BTCPayServer.Client. The API key needs `btcpay.store.cancreateinvoice` and
`btcpay.store.canviewinvoices` of one store, nothing more.
"""

import contextlib
import hashlib
import hmac
import time
from collections.abc import Iterator, Mapping
from decimal import ROUND_DOWN, Decimal, InvalidOperation
from typing import Any, Literal, TypeVar
from urllib.parse import quote

import httpx2
import msgspec

from domain.errors import (
    DomainError,
    PaymentProviderUnavailable,
    SignatureInvalid,
    ValidationFailed,
)
from domain.ids import AccountId, CheckoutId, parse_id
from domain.payments.payment import REFERENCE, NoticeKind, Order, PaymentNotice
from domain.payments.pricing import amount_text, digits_of, price_minor_of

BTCPAY = "btcpay"
SIGNATURE_HEADER = "btcpay-sig"
SIGNATURE_PREFIX = "sha256="
READ_SECONDS_MAX = 5.0
EXCHANGE_SECONDS_MAX = 15.0
ANSWER_BYTES_MAX = 256 * 1024
PACK_CHARACTERS_MAX = 64
TEST = "__test__"
"""Around the id of the invoice that the messages of BTCPay's own button "Test" are about."""

UNKNOWN_INVOICE = "invoice-not-found"

Shape = TypeVar("Shape")


class _Event(msgspec.Struct, frozen=True, rename="camel"):
    """What a webhook says, as far as it matters here."""

    type: str
    store_id: str = ""
    invoice_id: str = ""
    manually_marked: bool = False
    partially_paid: bool = False
    over_paid: bool = False
    after_expiration: bool = False


class _Invoice(msgspec.Struct, frozen=True, rename="camel"):
    id: str
    amount: str
    currency: str
    status: Literal["New", "Processing", "Expired", "Invalid", "Settled"]
    additional_status: str = ""
    checkout_link: str = ""
    metadata: dict[str, Any] = {}

    @property
    def marked_invalid(self) -> bool:
        """By hand: money that is there by now, or comes yet, is not to count."""
        return self.status == "Invalid" and self.additional_status == "Marked"


class _Refusal(msgspec.Struct, frozen=True):
    code: str = ""


class _PaymentMethod(msgspec.Struct, frozen=True, rename="camel"):
    """What was paid in one coin, and what the coin was worth in the invoice's currency."""

    rate: str = "0"
    payment_method_paid: str = "0"


class BtcpayProvider:
    """One store of one BTCPay Server."""

    name = BTCPAY

    def __init__(self, *, url: str, store_id: str, api_key: str, webhook_secret: bytes) -> None:
        self._invoices = f"{url.rstrip('/')}/api/v1/stores/{quote(store_id, safe='')}/invoices"
        self._store_id = store_id
        self._api_key = api_key
        self._webhook_secret = webhook_secret

    def create_checkout(self, order: Order) -> str:
        """The checkout link of a new invoice."""
        pack = order.pack
        wanted = {
            "amount": amount_text(pack.price_minor, pack.currency),
            "currency": pack.currency,
            "metadata": {
                "orderId": str(order.checkout_id),
                "itemDesc": pack.name,
                "accountId": str(order.account_id),
                "pack": pack.id,
            },
        }
        invoice = self._ask("POST", self._invoices, _Invoice, body=wanted)
        if not invoice.checkout_link.startswith(("https://", "http://")):
            raise PaymentProviderUnavailable("BTCPay answered an invoice without a link.")
        return invoice.checkout_link

    def verify_webhook(self, headers: Mapping[str, str], body: bytes) -> PaymentNotice | None:
        self._check(headers, body)
        try:
            event = msgspec.json.decode(body, type=_Event)
        except msgspec.DecodeError as error:
            raise ValidationFailed(f"The message cannot be read: {error}.") from error
        if not event.type.startswith("Invoice"):
            return None
        if event.store_id != self._store_id or REFERENCE.fullmatch(event.invoice_id) is None:
            raise ValidationFailed("The message is about another store, or about no invoice.")
        if event.invoice_id.startswith(TEST) and event.invoice_id.endswith(TEST):
            return None
        return self._notice(event)

    def _check(self, headers: Mapping[str, str], body: bytes) -> None:
        """Raises SignatureInvalid. Compares in constant time, whatever was sent."""
        given = headers.get(SIGNATURE_HEADER, "").encode("utf-8", "replace")
        digest = hmac.digest(self._webhook_secret, body, hashlib.sha256)
        if not hmac.compare_digest(given, (SIGNATURE_PREFIX + digest.hex()).encode()):
            raise SignatureInvalid

    def _notice(self, event: _Event) -> PaymentNotice | None:
        """Only what is final moves anything: money that may still not confirm is not money."""
        match event.type:
            case "InvoiceSettled":
                invoice = self._invoice(event.invoice_id)
                return self._settled(invoice, counted=event.over_paid)
            case "InvoiceExpired" if event.partially_paid:
                invoice = self._invoice(event.invoice_id)
                return self._came_in(invoice)
            case "InvoicePaymentSettled" if event.after_expiration:
                return self._came_in(self._invoice(event.invoice_id))
            case "InvoicePaymentSettled":
                return self._settled(self._invoice(event.invoice_id), counted=True)
            case "InvoiceInvalid" if event.manually_marked:
                return self._taken_back(self._invoice(event.invoice_id))
            case _:
                return None

    def _settled(self, invoice: _Invoice, *, counted: bool) -> PaymentNotice | None:
        """The whole price; what came in is counted where it may be more."""
        if invoice.status != "Settled":
            return None
        received_minor = self._paid(invoice) if counted else None
        price_minor = _minor(invoice.amount, invoice.currency)
        return self._about(invoice, "paid", price_minor, received_minor)

    def _came_in(self, invoice: _Invoice) -> PaymentNotice | None:
        """Too little or too late: whatever is there by now, unless it was decided by hand since."""
        if invoice.status == "Settled":
            return self._settled(invoice, counted=True)
        if invoice.marked_invalid:
            return None
        paid_minor = self._paid(invoice)
        return self._about(invoice, "paid", paid_minor, paid_minor)

    def _taken_back(self, invoice: _Invoice) -> PaymentNotice | None:
        """A message of before may come again after the invoice was settled by hand; and it may be
        settled by hand yet, so nothing is kept against a payment that was never recorded.
        """
        if invoice.status != "Invalid":
            return None
        return msgspec.structs.replace(self._about(invoice, "charged_back", 0), kept=False)

    def _about(
        self,
        invoice: _Invoice,
        kind: NoticeKind,
        price_minor: int,
        received_minor: int | None = None,
    ) -> PaymentNotice:
        account_id = _id_in(invoice, "accountId")
        checkout_id = _id_in(invoice, "orderId")
        pack = invoice.metadata.get("pack")
        return PaymentNotice(
            provider=self.name,
            reference=invoice.id,
            kind=kind,
            price_minor=price_minor,
            received_minor=received_minor,
            currency=invoice.currency,
            account_id=None if account_id is None else AccountId(account_id),
            checkout_id=None if checkout_id is None else CheckoutId(checkout_id),
            pack=pack[:PACK_CHARACTERS_MAX] if isinstance(pack, str) else None,
        )

    def _invoice(self, invoice_id: str) -> _Invoice:
        invoice = self._ask("GET", f"{self._invoices}/{quote(invoice_id, safe='')}", _Invoice)
        if invoice.id != invoice_id:
            raise PaymentProviderUnavailable("BTCPay answered with another invoice.")
        return invoice

    def _paid(self, invoice: _Invoice) -> int:
        """What came in over all coins, in minor units of the invoice's currency, rounded down."""
        address = f"{self._invoices}/{quote(invoice.id, safe='')}/payment-methods"
        methods = self._ask("GET", address, list[_PaymentMethod])
        try:
            total = sum(
                (Decimal(m.rate) * Decimal(m.payment_method_paid) for m in methods), Decimal(0)
            )
            unit = Decimal(1).scaleb(-digits_of(invoice.currency))
            return _minor(str(total.quantize(unit, rounding=ROUND_DOWN)), invoice.currency)
        except InvalidOperation as error:
            raise PaymentProviderUnavailable("BTCPay answered an amount that is none.") from error

    def _ask(self, method: str, address: str, shape: type[Shape], *, body: Any = None) -> Shape:
        """One exchange. Raises ValidationFailed for an invoice that the store does not have, and
        PaymentProviderUnavailable for whatever else goes wrong.
        """
        deadline = time.monotonic() + EXCHANGE_SECONDS_MAX
        headers = {"Authorization": f"token {self._api_key}"}
        try:
            with (
                httpx2.Client(timeout=READ_SECONDS_MAX, trust_env=False) as client,
                client.stream(method, address, json=body, headers=headers) as answer,
            ):
                received = b"".join(_bounded(answer.iter_bytes(), deadline))
            if answer.status_code >= 300:
                raise _refused(answer.status_code, received)
            return msgspec.json.decode(received, type=shape, strict=False)
        except (httpx2.HTTPError, httpx2.InvalidURL, msgspec.DecodeError) as error:
            raise PaymentProviderUnavailable from error


def _refused(status: int, received: bytes) -> DomainError:
    """To ask again is of no use only where the store itself says that it has no such invoice."""
    unknown = False
    if status == 404:
        with contextlib.suppress(msgspec.DecodeError):
            unknown = msgspec.json.decode(received, type=_Refusal).code == UNKNOWN_INVOICE
    if unknown:
        return ValidationFailed("The store has no such invoice.")
    return PaymentProviderUnavailable(f"BTCPay answered {status}.")


def _bounded(pieces: Iterator[bytes], deadline: float) -> Iterator[bytes]:
    """Time limits of the client are per read; the whole exchange has one as well."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > ANSWER_BYTES_MAX or time.monotonic() > deadline:
            raise PaymentProviderUnavailable("BTCPay's answer is too long or too slow.")
        yield piece


def _id_in(invoice: _Invoice, name: str) -> Any:
    value = invoice.metadata.get(name)
    return parse_id(value) if isinstance(value, str) else None


def _minor(amount: str, currency: str) -> int:
    """Raises PaymentProviderUnavailable."""
    price_minor = price_minor_of(amount, currency)
    if price_minor is None:
        raise PaymentProviderUnavailable("BTCPay answered an amount that is none.")
    return price_minor
