"""The payment stream: money that came in, once for each reference of its provider, and went back.

A payment whose account or amount is not what was offered is recorded and marked as unmatched, for
the operator to match; it is never refused and never guessed at. What was spent before a chargeback
is a loss and stays spent. Nothing here talks to a provider: a `PaymentProvider` does.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import ClassVar, Literal, Protocol

import msgspec

from domain import ledger
from domain.credits import Credits
from domain.errors import InvalidState
from domain.event import Event
from domain.ids import AccountId, CheckoutId, LotId, PaymentId
from domain.ids import payment_lot_id as lot_id_of
from domain.ledger import LOT_PRIORITY_DEFAULT, Account, CreditsGranted
from domain.payments import pricing
from domain.payments.checkout import Checkout
from domain.payments.pricing import Pack

PROVIDER = re.compile(r"[a-z][a-z0-9_]{0,31}")
REFERENCE = re.compile(r"[\x21-\x7e]{1,255}")

UnmatchedReason = Literal[
    "unknown_account",
    "account_erased",
    "unknown_offer",
    "wrong_amount",
    "charged_back",
    "paid_again",
]
NoticeKind = Literal["paid", "charged_back", "repaid"]
OutcomeStatus = Literal["granted", "unmatched", "charged_back", "repaid"]


# --- the port ---------------------------------------------------------------------------------


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What a customer wants to pay for; the provider is to hand these ids back with the payment."""

    checkout_id: CheckoutId
    account_id: AccountId
    pack: Pack


class PaymentNotice(msgspec.Struct, frozen=True, kw_only=True):
    """What a provider says about one payment, after its signature was checked.

    `reference` is the provider's own and names the payment for ever. `price_minor` is what was
    paid or sent back, in minor units; account, checkout and pack are what the payment came with.
    `received_minor` is all that came in under the reference so far, where the provider knows it.
    A chargeback that comes before its payment counts against it unless `kept` is false: so it is
    where the provider says of each payment that it is good at the very moment.
    """

    provider: str
    reference: str
    kind: NoticeKind
    price_minor: int = 0
    received_minor: int | None = None
    currency: str = ""
    account_id: AccountId | None = None
    checkout_id: CheckoutId | None = None
    pack: str | None = None
    kept: bool = True


class PaymentProvider(Protocol):
    """Someone who takes money for us. Both calls may block; neither records anything."""

    name: str

    def create_checkout(self, order: Order) -> str:
        """The link to pay at. Raises PaymentProviderUnavailable, InvalidState.

        Called again for the same order after a lost answer: a second unpaid link does no harm.
        """

    def verify_webhook(self, headers: Mapping[str, str], body: bytes) -> PaymentNotice | None:
        """The notice that a message holds, or None for one that moves no money.

        `headers` have lower-case names. Raises SignatureInvalid, ValidationFailed,
        PaymentProviderUnavailable.
        """


# --- events -----------------------------------------------------------------------------------


class PaymentReceived(Event, frozen=True, kw_only=True):
    """The claim of a provider's reference. `lot_id` and `credits` are what it opened at once."""

    TOPIC: ClassVar[str] = "payment.received.v1"
    provider: str
    reference: str
    account_id: AccountId | None
    checkout_id: CheckoutId | None
    pack: str | None
    price_minor: int
    currency: str
    lot_id: LotId | None
    credits: Credits | None
    actor: str


class PaymentUnmatched(Event, frozen=True, kw_only=True):
    """Money came in that opened no lot: the operator matches it or sends it back."""

    TOPIC: ClassVar[str] = "payment.unmatched.v1"
    reason: UnmatchedReason


class PaymentPaidAgain(Event, frozen=True, kw_only=True):
    """More money came in under a reference that was claimed: `price_minor` more, as a payment of
    its own under `reference`, which matches nothing.
    """

    TOPIC: ClassVar[str] = "payment.paid_again.v1"
    reference: str
    price_minor: int
    actor: str


class PaymentMatched(Event, frozen=True, kw_only=True):
    """The operator said whose payment it is, and for how many credits."""

    TOPIC: ClassVar[str] = "payment.matched.v1"
    account_id: AccountId
    lot_id: LotId
    credits: Credits
    actor: str


class PaymentChargedBack(Event, frozen=True, kw_only=True):
    """The payer took all the money back; the payment itself may never have been heard of."""

    TOPIC: ClassVar[str] = "payment.charged_back.v1"
    provider: str
    reference: str
    lot_id: LotId | None
    actor: str


class PaymentRepaid(Event, frozen=True, kw_only=True):
    """Money was sent back: `price_minor`, when `credits` were still there to be taken for it.

    By us it is their part of the price. By the provider it is all of it: what was spent is a loss.
    """

    TOPIC: ClassVar[str] = "payment.repaid.v1"
    lot_id: LotId | None
    credits: int
    price_minor: int
    currency: str
    actor: str


# --- state ------------------------------------------------------------------------------------


class Payment(msgspec.Struct, frozen=True, kw_only=True):
    """The folded payment stream. `account_id`, `lot_id` and `credits` are what it opened,
    `received_minor` is all that was recorded under its reference, and `sent_back` what was repaid.
    """

    received: PaymentReceived | None = None
    received_minor: int = 0
    account_id: AccountId | None = None
    lot_id: LotId | None = None
    credits: Credits | None = None
    unmatched: UnmatchedReason | None = None
    charged_back: bool = False
    sent_back: PaymentRepaid | None = None

    @property
    def repaid(self) -> bool:
        return self.sent_back is not None


def evolve(payment: Payment | None, event: Event) -> Payment:
    """The payment after one more event of its stream."""
    payment = Payment() if payment is None else payment
    match event:
        case PaymentReceived():
            assert payment.received is None, event
            account_id = None if event.lot_id is None else event.account_id
            return msgspec.structs.replace(
                payment,
                received=event,
                received_minor=event.price_minor,
                account_id=account_id,
                lot_id=event.lot_id,
                credits=event.credits,
            )
        case PaymentPaidAgain():
            received_minor = payment.received_minor + event.price_minor
            return msgspec.structs.replace(payment, received_minor=received_minor)
        case PaymentUnmatched():
            return msgspec.structs.replace(payment, unmatched=event.reason)
        case PaymentMatched():
            return msgspec.structs.replace(
                payment,
                account_id=event.account_id,
                lot_id=event.lot_id,
                credits=event.credits,
                unmatched=None,
            )
        case PaymentChargedBack():
            return msgspec.structs.replace(payment, charged_back=True)
        case PaymentRepaid():
            return msgspec.structs.replace(payment, sent_back=event)
        case _:
            return payment


# --- decisions --------------------------------------------------------------------------------


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What an account was asked to pay, and gets for it. `life_days` of None is for ever."""

    credits: Credits
    price_minor: int
    currency: str
    life_days: int | None = None


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a payment: events of its own stream, and of the account's."""

    payment: list[Event] = []
    account: list[Event] = []


def offer_of(
    checkout: Checkout | None, pack: Pack | None, account_id: AccountId | None
) -> Offer | None:
    """What was offered: by the checkout if there is one, else by the pack as it is now.

    Nothing was, where the checkout is another account's.
    """
    if checkout is not None:
        opened = checkout.opened
        if opened.account_id != account_id:
            return None
        return Offer(
            credits=opened.credits,
            price_minor=opened.price_minor,
            currency=opened.currency,
            life_days=opened.life_days,
        )
    if pack is None:
        return None
    return Offer(
        credits=pack.credits,
        price_minor=pack.price_minor,
        currency=pack.currency,
        life_days=pack.life_days,
    )


def receive(
    payment: Payment | None,
    payment_id: PaymentId,
    notice: PaymentNotice,
    *,
    account: Account | None,
    offer: Offer | None,
    now: datetime,
) -> Settled:
    """Records a payment and opens its lot, or says why not; a second delivery changes nothing."""
    if payment is not None and payment.received is not None:
        return Settled()
    reason = _unmatched(payment, notice, account, offer)
    if reason is not None or offer is None:
        received = _received(notice, lot_id=None, amount=None, actor=notice.provider)
        assert reason is not None
        return Settled(payment=[received, PaymentUnmatched(reason=reason)])
    lot_id = lot_id_of(payment_id)
    received = _received(notice, lot_id=lot_id, amount=offer.credits, actor=notice.provider)
    granted = _granted(received, lot_id, offer, actor=notice.provider, reason=None, now=now)
    return Settled(payment=[received], account=[granted])


def surplus_reference(notice: PaymentNotice) -> str:
    """Under which what came in beyond the payment itself is recorded, by the total it came to."""
    return f"{notice.reference}+{notice.received_minor}"


def surplus(payment: Payment, notice: PaymentNotice) -> tuple[list[Event], list[Event]]:
    """What came in since the payment was recorded: events of its stream, and of the new payment.

    Nobody knows what it is for, so it opens no lot: the operator matches it, or sends it back.
    """
    assert payment.received is not None
    more = (notice.received_minor or 0) - payment.received_minor
    if more <= 0 or notice.currency != payment.received.currency:
        return [], []
    reference = surplus_reference(notice)
    again = PaymentPaidAgain(reference=reference, price_minor=more, actor=notice.provider)
    told = msgspec.structs.replace(notice, reference=reference, price_minor=more)
    received = _received(told, lot_id=None, amount=None, actor=notice.provider)
    return [again], [received, PaymentUnmatched(reason="paid_again")]


def _unmatched(
    payment: Payment | None, notice: PaymentNotice, account: Account | None, offer: Offer | None
) -> UnmatchedReason | None:
    if payment is not None and payment.charged_back:
        return "charged_back"
    if account is None:
        return "unknown_account"
    if account.erased:
        return "account_erased"
    if offer is None:
        return "unknown_offer"
    if (notice.price_minor, notice.currency) != (offer.price_minor, offer.currency):
        return "wrong_amount"
    return None


def top_up(
    payment: Payment | None,
    payment_id: PaymentId,
    notice: PaymentNotice,
    *,
    account: Account,
    offer: Offer,
    actor: str,
    reason: bytes | None,
    now: datetime,
) -> Settled:
    """Records what an operator took and opens its lot; the same top-up again changes nothing.

    Raises InvalidState where the reference stands for another payment.
    """
    if payment is not None:
        _check_same(payment, notice, offer)
        return Settled()
    if account.erased:
        raise InvalidState("This account was erased.")
    lot_id = lot_id_of(payment_id)
    received = _received(notice, lot_id=lot_id, amount=offer.credits, actor=actor)
    granted = _granted(received, lot_id, offer, actor=actor, reason=reason, now=now)
    return Settled(payment=[received], account=[granted])


def _check_same(payment: Payment, notice: PaymentNotice, offer: Offer) -> None:
    received = payment.received
    if received is None:
        raise InvalidState("This payment was charged back before it came.")
    if payment.lot_id is None:
        raise InvalidState("This payment is recorded but unmatched: match it instead.")
    known = (payment.account_id, payment.credits, received.price_minor, received.currency)
    if known != (notice.account_id, offer.credits, offer.price_minor, offer.currency):
        raise InvalidState("This reference stands for another payment already.")


def match(
    payment: Payment | None,
    payment_id: PaymentId,
    *,
    account_id: AccountId,
    account: Account,
    amount: Credits,
    actor: str,
    now: datetime,
) -> Settled:
    """Opens the lot of an unmatched payment; the same match again changes nothing.

    Raises InvalidState for a payment that is not there, is matched otherwise, or went back.
    """
    if payment is None or payment.received is None:
        raise InvalidState("There is no such payment.")
    if payment.lot_id is not None:
        if (payment.account_id, payment.credits) != (account_id, amount):
            raise InvalidState("This payment is matched already.")
        return Settled()
    if payment.charged_back or payment.repaid or account.erased:
        raise InvalidState("This payment went back, or the account was erased.")
    lot_id = lot_id_of(payment_id)
    received = payment.received
    offer = Offer(credits=amount, price_minor=received.price_minor, currency=received.currency)
    granted = _granted(received, lot_id, offer, actor=actor, reason=None, now=now)
    matched = PaymentMatched(account_id=account_id, lot_id=lot_id, credits=amount, actor=actor)
    return Settled(payment=[matched], account=[granted])


def charge_back(
    payment: Payment | None,
    *,
    provider: str,
    reference: str,
    account: Account | None,
    actor: str,
) -> Settled:
    """Takes back what remains of the lot; what was spent is a loss. Once, however often it comes.

    A chargeback that arrives before its payment is kept, and the payment then opens no lot.
    """
    if payment is not None and payment.charged_back:
        return Settled()
    lot_id = None if payment is None else payment.lot_id
    event = PaymentChargedBack(provider=provider, reference=reference, lot_id=lot_id, actor=actor)
    if lot_id is None:
        return Settled(payment=[event])
    assert account is not None
    return Settled(payment=[event], account=ledger.revoke(account, lot_id, actor=actor))


def repay(
    payment: Payment | None, *, account: Account | None, actor: str, now: datetime
) -> Settled:
    """Books that money was sent back: for what is left of the lot, or all that was unmatched.

    Once: a second time changes nothing. Raises InvalidState where there is nothing to pay back.
    """
    if payment is None or payment.received is None or payment.charged_back:
        raise InvalidState("There is no such payment, or it was charged back.")
    if payment.repaid:
        return Settled()
    received = payment.received
    if payment.lot_id is None:
        return Settled(payment=[_repaid(received, None, 0, received.price_minor, actor)])
    assert account is not None
    assert payment.credits is not None
    revoked = ledger.repay(account, payment.lot_id, actor=actor, now=now)
    price_minor = pricing.repaid_minor(
        received.price_minor, part=revoked.amount, granted=payment.credits
    )
    repaid = _repaid(received, payment.lot_id, revoked.amount, price_minor, actor)
    return Settled(payment=[repaid], account=[revoked])


def refund(
    payment: Payment | None,
    *,
    provider: str,
    reference: str,
    told_minor: int,
    account: Account | None,
    actor: str,
    now: datetime,
) -> Settled:
    """Books that a provider sent all the money back by itself: it happened, so it is never refused.

    It ends the lot as a chargeback does. After our own `repay` it is a chargeback of the rest, but
    that very money where `told_minor` is what we repaid. One that comes before its payment is kept.
    """
    if payment is None or payment.received is None or payment.charged_back:
        return charge_back(
            payment, provider=provider, reference=reference, account=account, actor=actor
        )
    received, lot_id, sent_back = payment.received, payment.lot_id, payment.sent_back
    if sent_back is not None:
        ours = 0 < told_minor == sent_back.price_minor
        if ours or sent_back.price_minor >= received.price_minor:
            return Settled()
        return charge_back(
            payment, provider=provider, reference=reference, account=account, actor=actor
        )
    if lot_id is None:
        return Settled(payment=[_repaid(received, None, 0, received.price_minor, actor)])
    assert account is not None
    left = account.lots[lot_id].remaining
    repaid = _repaid(received, lot_id, left, received.price_minor, actor)
    return Settled(payment=[repaid], account=_taken_back(account, lot_id, actor=actor, now=now))


def _taken_back(account: Account, lot_id: LotId, *, actor: str, now: datetime) -> list[Event]:
    """What may still be spent leaves as repaid; then the lot ends, and what was spent is a loss."""
    lot = account.lots[lot_id]
    if not lot.spendable(now):
        return ledger.revoke(account, lot_id, actor=actor)
    repaid = ledger.repay(account, lot_id, actor=actor, now=now)
    if repaid.amount == lot.granted:
        return [repaid]
    return [repaid, *ledger.revoke(ledger.evolve(account, repaid), lot_id, actor=actor)]


def _repaid(
    received: PaymentReceived, lot_id: LotId | None, amount: int, price_minor: int, actor: str
) -> PaymentRepaid:
    return PaymentRepaid(
        lot_id=lot_id,
        credits=amount,
        price_minor=price_minor,
        currency=received.currency,
        actor=actor,
    )


def _received(
    notice: PaymentNotice, *, lot_id: LotId | None, amount: Credits | None, actor: str
) -> PaymentReceived:
    assert PROVIDER.fullmatch(notice.provider), notice.provider
    assert REFERENCE.fullmatch(notice.reference), notice.reference
    return PaymentReceived(
        provider=notice.provider,
        reference=notice.reference,
        account_id=notice.account_id,
        checkout_id=notice.checkout_id,
        pack=notice.pack,
        price_minor=notice.price_minor,
        currency=notice.currency,
        lot_id=lot_id,
        credits=amount,
        actor=actor,
    )


def _granted(
    received: PaymentReceived,
    lot_id: LotId,
    offer: Offer,
    *,
    actor: str,
    reason: bytes | None,
    now: datetime,
) -> CreditsGranted:
    life_days = offer.life_days
    return CreditsGranted(
        lot_id=lot_id,
        amount=offer.credits,
        kind="paid",
        priority=LOT_PRIORITY_DEFAULT,
        expires_at=None if life_days is None else now + timedelta(days=life_days),
        price_minor=received.price_minor,
        currency=received.currency,
        payment_reference=f"{received.provider}/{received.reference}",
        actor=actor,
        reason=reason,
    )


EVENTS: tuple[type[Event], ...] = (
    PaymentReceived,
    PaymentUnmatched,
    PaymentPaidAgain,
    PaymentMatched,
    PaymentChargedBack,
    PaymentRepaid,
)
