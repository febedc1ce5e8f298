"""Any processor with a hosted payment page: a signed link there, signed messages back.

Both are HMAC-SHA-256 with one shared secret. A message is signed as `<timestamp>.<body>`, so that
neither can be exchanged, and counts for five minutes. What a message may say is `_Message`.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from typing import Literal
from urllib.parse import urlencode

import msgspec

from domain.errors import SignatureInvalid, ValidationFailed
from domain.ids import AccountId, CheckoutId, parse_id
from domain.payments.payment import REFERENCE, NoticeKind, Order, PaymentNotice
from domain.payments.pricing import CURRENCY, PRICE_MINOR_MAX

SIGNED_HTTP = "signed_http"
TIMESTAMP_HEADER = "xavira-timestamp"
SIGNATURE_HEADER = "xavira-signature"
SIGNATURE_PREFIX = "v1="
TOLERANCE_SECONDS = 300
TIMESTAMP_DIGITS_MAX = 12

_KINDS: dict[str, NoticeKind] = {
    "payment.succeeded": "paid",
    "payment.charged_back": "charged_back",
    "payment.refunded": "repaid",
}


class _Message(msgspec.Struct, frozen=True, kw_only=True):
    """`price_minor` is what was paid, or what a refund sent back, in minor units of `currency`;
    unknown fields are left out.
    """

    type: Literal["payment.succeeded", "payment.charged_back", "payment.refunded"]
    reference: str
    price_minor: int = 0
    currency: str = ""
    account_id: str | None = None
    checkout_id: str | None = None
    pack: str | None = None

    def __post_init__(self) -> None:
        if REFERENCE.fullmatch(self.reference) is None:
            raise ValueError("reference is 1 to 255 visible ASCII characters")
        if self.type == "payment.succeeded" and CURRENCY.fullmatch(self.currency) is None:
            raise ValueError("currency is three capital letters")
        if not 0 <= self.price_minor <= PRICE_MINOR_MAX:
            raise ValueError("price_minor is out of range")


def signature(secret: bytes, timestamp: str, body: bytes) -> str:
    """The value of the signature header."""
    digest = hmac.digest(secret, timestamp.encode() + b"." + body, hashlib.sha256)
    return SIGNATURE_PREFIX + digest.hex()


class SignedHttpProvider:
    """`url` is the payment page; `clock` tells the Unix time in seconds."""

    name = SIGNED_HTTP

    def __init__(self, *, url: str, secret: bytes, clock: Callable[[], float]) -> None:
        self._url = url
        self._secret = secret
        self._clock = clock

    def create_checkout(self, order: Order) -> str:
        """A link whose query is signed as a whole, so that nobody can pay another price."""
        pack = order.pack
        asked = {
            "account_id": str(order.account_id),
            "checkout_id": str(order.checkout_id),
            "currency": pack.currency,
            "pack": pack.id,
            "price_minor": str(pack.price_minor),
            "timestamp": str(int(self._clock())),
        }
        query = urlencode(asked)
        joint = "&" if "?" in self._url else "?"
        signed = hmac.digest(self._secret, query.encode(), hashlib.sha256).hex()
        return f"{self._url}{joint}{query}&signature={signed}"

    def verify_webhook(self, headers: Mapping[str, str], body: bytes) -> PaymentNotice | None:
        self._check(headers, body)
        try:
            message = msgspec.json.decode(body, type=_Message)
        except msgspec.DecodeError as error:
            raise ValidationFailed(f"The message cannot be read: {error}.") from error
        account_id = parse_id(message.account_id or "")
        checkout_id = parse_id(message.checkout_id or "")
        return PaymentNotice(
            provider=self.name,
            reference=message.reference,
            kind=_KINDS[message.type],
            price_minor=message.price_minor,
            currency=message.currency,
            account_id=None if account_id is None else AccountId(account_id),
            checkout_id=None if checkout_id is None else CheckoutId(checkout_id),
            pack=message.pack,
        )

    def _check(self, headers: Mapping[str, str], body: bytes) -> None:
        """Raises SignatureInvalid. Compares in constant time, whatever was sent."""
        timestamp = headers.get(TIMESTAMP_HEADER, "")
        given = headers.get(SIGNATURE_HEADER, "").encode("utf-8", "replace")
        expected = signature(self._secret, timestamp, body).encode()
        if not hmac.compare_digest(given, expected):
            raise SignatureInvalid
        if not (timestamp.isascii() and timestamp.isdigit()):
            raise SignatureInvalid
        if len(timestamp) > TIMESTAMP_DIGITS_MAX:
            raise SignatureInvalid
        if abs(self._clock() - int(timestamp)) > TOLERANCE_SECONDS:
            raise SignatureInvalid
