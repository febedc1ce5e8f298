"""The generic processor: a link nobody can alter, and messages nobody can forge or keep."""

import hashlib
import hmac
import json
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

import pytest

from adapters.payments.manual import ManualProvider
from adapters.payments.signed_http import SignedHttpProvider, signature
from domain.credits import Credits
from domain.errors import InvalidState, SignatureInvalid, ValidationFailed
from domain.ids import AccountId, CheckoutId
from domain.payments.payment import Order, PaymentNotice
from domain.payments.pricing import Pack

NOW = 1_772_366_400.5
SECRET = b"a shared secret of enough length"
ACCOUNT = AccountId(UUID(int=1))
CHECKOUT = CheckoutId(UUID(int=2))
PACK = Pack(id="standard", name="Standard", credits=Credits(600), price_minor=4900, currency="EUR")
ORDER = Order(checkout_id=CHECKOUT, account_id=ACCOUNT, pack=PACK)
PROVIDER = SignedHttpProvider(
    url="https://pay.example/buy?site=7", secret=SECRET, clock=lambda: NOW
)
MESSAGE: dict[str, Any] = {
    "type": "payment.succeeded",
    "reference": "txn-81",
    "price_minor": 4900,
    "currency": "EUR",
    "account_id": str(ACCOUNT),
    "checkout_id": str(CHECKOUT),
    "pack": "standard",
}


def signed(body: bytes, *, timestamp: str = "1772366400") -> dict[str, str]:
    return {
        "xavira-timestamp": timestamp,
        "xavira-signature": signature(SECRET, timestamp, body),
    }


def heard(message: Any, *, timestamp: str = "1772366400") -> PaymentNotice | None:
    body = json.dumps(message).encode()
    return PROVIDER.verify_webhook(signed(body, timestamp=timestamp), body)


def test_the_signature_is_the_documented_one() -> None:
    """HMAC-SHA-256 over timestamp, a dot and the bytes, in hex; made here without our code."""
    digest = hmac.new(SECRET, b'1772366400.{"a":1}', hashlib.sha256).hexdigest()
    assert signature(SECRET, "1772366400", b'{"a":1}') == f"v1={digest}"


def test_a_link_is_signed_as_a_whole() -> None:
    """Every value but the signature itself is under it, in the order in which it is sent."""
    link = PROVIDER.create_checkout(ORDER)
    assert link.startswith("https://pay.example/buy?site=7&")
    query, _, given = link.removeprefix("https://pay.example/buy?site=7&").partition("&signature=")
    assert given == hmac.new(SECRET, query.encode(), hashlib.sha256).hexdigest()
    assert dict(parse_qsl(query)) == {
        "account_id": "00000000-0000-0000-0000-000000000001",
        "checkout_id": "00000000-0000-0000-0000-000000000002",
        "currency": "EUR",
        "pack": "standard",
        "price_minor": "4900",
        "timestamp": "1772366400",
    }
    assert urlsplit(link).netloc == "pay.example"


@pytest.mark.parametrize(
    ("kind", "meaning"),
    [
        ("payment.succeeded", "paid"),
        ("payment.charged_back", "charged_back"),
        ("payment.refunded", "repaid"),
    ],
)
def test_a_signed_message_is_a_notice(kind: str, meaning: Any) -> None:
    """Of each of the three kinds; unknown fields are left out."""
    assert heard(MESSAGE | {"type": kind, "card": "visa"}) == PaymentNotice(
        provider="signed_http",
        reference="txn-81",
        kind=meaning,
        price_minor=4900,
        currency="EUR",
        account_id=ACCOUNT,
        checkout_id=CHECKOUT,
        pack="standard",
    )


def test_ids_that_are_none_name_nobody() -> None:
    """The payment is kept and matches nothing, instead of being refused and lost."""
    told = heard(MESSAGE | {"account_id": "mia@example.com", "checkout_id": None, "pack": None})
    assert told is not None
    assert (told.account_id, told.checkout_id, told.pack) == (None, None, None)


@pytest.mark.parametrize("seconds", [-300, 300])
def test_a_message_counts_for_five_minutes(seconds: int) -> None:
    """On both sides of the clock; a second more is too much."""
    near = 1_772_366_400 + seconds + (1 if seconds < 0 else 0)
    assert heard(MESSAGE, timestamp=str(near)) is not None
    beyond = near + (2 if seconds > 0 else -2)
    with pytest.raises(SignatureInvalid):
        heard(MESSAGE, timestamp=str(beyond))


@pytest.mark.parametrize("timestamp", ["", "-1", "1e9", "١٧٧٢", "9" * 5_000, "1772366400 "])
def test_a_timestamp_is_plain_digits(timestamp: str) -> None:
    """Even where it is signed correctly."""
    with pytest.raises(SignatureInvalid):
        heard(MESSAGE, timestamp=timestamp)


def test_signature_and_timestamp_belong_together() -> None:
    """Another timestamp, another body, another secret, none at all: refused."""
    body = json.dumps(MESSAGE).encode()
    good = signed(body)
    for headers, sent in (
        (good | {"xavira-timestamp": "1772366401"}, body),
        (good, body + b"\n"),
        (good | {"xavira-signature": good["xavira-signature"].removeprefix("v1=")}, body),
        (good | {"xavira-signature": signature(b"another", "1772366400", body)}, body),
        (good | {"xavira-signature": "v1=é"}, body),
        ({}, body),
    ):
        with pytest.raises(SignatureInvalid):
            PROVIDER.verify_webhook(headers, sent)


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "payment.pending"},
        {"reference": ""},
        {"reference": "two words"},
        {"reference": "x" * 256},
        {"price_minor": 49.5},
        {"price_minor": "4900"},
        {"price_minor": -1},
        {"price_minor": True},
        {"currency": "euro"},
    ],
)
def test_a_message_that_makes_no_sense_is_told_so(wrong: dict[str, Any]) -> None:
    """Signed or not: it is a mistake of the set-up, and the processor hears of it."""
    with pytest.raises(ValidationFailed):
        heard(MESSAGE | wrong)


def test_a_body_that_is_no_json_is_told_so() -> None:
    """With a good signature."""
    with pytest.raises(ValidationFailed):
        PROVIDER.verify_webhook(signed(b"\xff{"), b"\xff{")


def test_by_hand_there_is_a_page_or_nobody() -> None:
    """The page learns the order's id; without a page nothing is ordered, and no message counts."""
    page = ManualProvider("https://shop.example/pay")
    assert page.create_checkout(ORDER) == (
        "https://shop.example/pay?checkout_id=00000000-0000-0000-0000-000000000002&pack=standard"
    )
    with pytest.raises(InvalidState):
        ManualProvider(None).create_checkout(ORDER)
    with pytest.raises(SignatureInvalid):
        page.verify_webhook({}, b"{}")
