"""The checkout stream: what a customer was offered, and the link to pay for it. One event, ever.

The offer is recorded, so that a payment is held against the price that was shown, whatever the
packs cost by then. A checkout opens no lot and moves no credits.
"""

from typing import ClassVar

import msgspec

from domain.credits import Credits
from domain.errors import IdempotencyKeyReused
from domain.event import Event
from domain.ids import AccountId

CHECKOUT_URL_CHARACTERS_MAX = 2_048


class CheckoutOpened(Event, frozen=True, kw_only=True):
    """The claim of an order: `fingerprint` is an HMAC of the request, `url` where it is paid."""

    TOPIC: ClassVar[str] = "checkout.opened.v1"
    account_id: AccountId
    pack: str
    credits: Credits
    price_minor: int
    currency: str
    life_days: int | None
    provider: str
    url: str
    fingerprint: bytes


class Checkout(msgspec.Struct, frozen=True):
    """The folded checkout stream."""

    opened: CheckoutOpened


def evolve(checkout: Checkout | None, event: Event) -> Checkout:
    """The checkout after the one event of its stream."""
    assert checkout is None
    assert isinstance(event, CheckoutOpened)
    return Checkout(event)


def check_replay(existing: object, account_id: AccountId, fingerprint: bytes) -> CheckoutOpened:
    """The order that this request already opened. Raises IdempotencyKeyReused for another one."""
    if (
        isinstance(existing, Checkout)
        and existing.opened.account_id == account_id
        and existing.opened.fingerprint == fingerprint
    ):
        return existing.opened
    raise IdempotencyKeyReused


EVENTS: tuple[type[Event], ...] = (CheckoutOpened,)
