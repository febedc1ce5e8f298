"""The operator takes the money, by whatever means, and says so with a top-up.

It sends no messages, so there is no signature that it could accept.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from domain.errors import InvalidState, SignatureInvalid
from domain.payments.payment import Order, PaymentNotice

MANUAL = "manual"


class ManualProvider:
    """`url` is a page of the operator's that says how to pay; it learns the order's id."""

    name = MANUAL

    def __init__(self, url: str | None) -> None:
        self._url = url

    def create_checkout(self, order: Order) -> str:
        if self._url is None:
            raise InvalidState("Credits are sold by hand here: ask the operator.")
        asked = {"checkout_id": str(order.checkout_id), "pack": order.pack.id}
        joint = "&" if "?" in self._url else "?"
        return f"{self._url}{joint}{urlencode(asked)}"

    def verify_webhook(self, headers: Mapping[str, str], body: bytes) -> PaymentNotice | None:
        raise SignatureInvalid
