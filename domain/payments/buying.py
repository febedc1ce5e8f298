"""The commands of buying: checkouts, payments, top-ups, chargebacks, money sent back.

Like every handler they do no I/O and may decide again. A payment's own stream is claimed by its
provider's reference, so the second delivery of anything finds the first one.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec

from domain import key_claim, ledger
from domain.credits import Credits
from domain.errors import TemporarilyUnavailable
from domain.event import Event
from domain.handlers import account_of
from domain.ids import AccountId, CheckoutId, KeyId, LotId, PaymentId, StreamId, payment_id
from domain.key_claim import KeyClaimed
from domain.ledger import Account
from domain.payments import checkout as checkouts
from domain.payments import payment as payments
from domain.payments.checkout import Checkout, CheckoutOpened
from domain.payments.payment import (
    Offer,
    OutcomeStatus,
    Payment,
    PaymentNotice,
    Settled,
    UnmatchedReason,
)
from domain.payments.pricing import Pack
from domain.ports import Command, Decision, States


class CheckoutAnswer(msgspec.Struct, frozen=True):
    """The checkout as it was recorded first, and whether this request is a repeated one."""

    opened: CheckoutOpened
    replayed: bool


class PaymentAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a payment: `lot_id` and `credits` of the lot that it opened, if any.

    `repaid_minor`, in the smallest unit of `currency`, is what was sent back for `repaid_credits`.
    """

    payment_id: PaymentId
    status: OutcomeStatus
    replayed: bool
    account_id: AccountId | None = None
    lot_id: LotId | None = None
    credits: int | None = None
    reason: UnmatchedReason | None = None
    repaid_credits: int | None = None
    repaid_minor: int | None = None
    currency: str | None = None


def open_checkout(checkout_id: CheckoutId, event: CheckoutOpened, *, key_id: KeyId) -> Command:
    """Records an order and its link; the first one that was recorded answers every retry.

    Refuses with Unauthorized, AccountOnHold or IdempotencyKeyReused.
    """

    def decide(states: States, now: datetime) -> Decision:
        ledger.check_key(account_of(states, event.account_id), key_id, now)
        existing = states[checkout_id]
        if existing is not None:
            opened = checkouts.check_replay(existing, event.account_id, event.fingerprint)
            return Decision(answer=CheckoutAnswer(opened, replayed=True))
        return Decision(events={checkout_id: [event]}, answer=CheckoutAnswer(event, replayed=False))

    return Command(streams=(event.account_id, checkout_id), decide=decide)


def receive_payment(notice: PaymentNotice, *, pack: Pack | None) -> Command:
    """Records a payment and grants what was offered for it, once for each reference.

    `pack` is the one that the notice names, as it is now; a checkout's own offer comes first. What
    came in beyond the payment is one of its own; the answer is about it, if nothing else is new.
    """
    claimed = payment_id(notice.provider, notice.reference)
    more = None
    if notice.received_minor is not None:
        more = payment_id(notice.provider, payments.surplus_reference(notice))
    named = [more, notice.account_id, notice.checkout_id]

    def decide(states: States, now: datetime) -> Decision:
        payment = _payment(states, claimed)
        account = _state(states, notice.account_id)
        checkout = _state(states, notice.checkout_id)
        offer = payments.offer_of(
            checkout if isinstance(checkout, Checkout) else None, pack, notice.account_id
        )
        settled = payments.receive(
            payment,
            claimed,
            notice,
            account=account if isinstance(account, Account) else None,
            offer=offer,
            now=now,
        )
        decision = _settled(states, claimed, notice.account_id, settled)
        return decision if more is None else _with_surplus(states, claimed, more, notice, decision)

    streams = [claimed, *(stream_id for stream_id in named if stream_id is not None)]
    return Command(streams=tuple(dict.fromkeys(streams)), decide=decide)


def _with_surplus(
    states: States,
    claimed: PaymentId,
    more: PaymentId,
    notice: PaymentNotice,
    decision: Decision,
) -> Decision:
    payment = _folded(_payment(states, claimed), decision.events.get(claimed, ()))
    known, new = payments.surplus(payment, notice)
    if not new:
        return decision
    answer = decision.answer
    if not decision.events:
        answer = _payment_answer(more, _folded(_payment(states, more), new), replayed=False)
    events = {**decision.events, claimed: [*decision.events.get(claimed, ()), *known], more: new}
    return Decision(events=events, answer=answer)


def top_up(
    account_id: AccountId,
    notice: PaymentNotice,
    offer: Offer,
    *,
    actor: str,
    reason: bytes | None = None,
) -> Command:
    """Records what an operator took and grants the offer. Refuses with NotFound, InvalidState."""
    claimed = payment_id(notice.provider, notice.reference)

    def decide(states: States, now: datetime) -> Decision:
        settled = payments.top_up(
            _payment(states, claimed),
            claimed,
            notice,
            account=account_of(states, account_id),
            offer=offer,
            actor=actor,
            reason=reason,
            now=now,
        )
        return _settled(states, claimed, account_id, settled)

    return Command(streams=(claimed, account_id), decide=decide)


def claiming(
    claim_id: StreamId, claimed: KeyClaimed, notice: PaymentNotice, command: Command
) -> Command:
    """A top-up that came with an Idempotency-Key, which names it from then on.

    Refuses with what `command` refuses with, and with IdempotencyKeyReused.
    """
    paid = payment_id(notice.provider, notice.reference)

    def decide(states: States, now: datetime) -> Decision:
        existing = states[claim_id]
        if existing is None:
            booked = command.decide(states, now)
            return Decision(events={claim_id: [claimed], **booked.events}, answer=booked.answer)
        key_claim.check_replay(existing, claimed)
        payment = _folded(_payment(states, paid), ())
        return Decision(answer=_payment_answer(paid, payment, replayed=True))

    return Command(streams=(claim_id, *command.streams), decide=decide, claim=claim_id)


def match_payment(
    provider: str, reference: str, *, account_id: AccountId, amount: Credits, actor: str
) -> Command:
    """Grants credits for a payment that was recorded but matched nothing.

    Refuses with NotFound for an unknown account, with InvalidState for any other payment.
    """
    claimed = payment_id(provider, reference)

    def decide(states: States, now: datetime) -> Decision:
        settled = payments.match(
            _payment(states, claimed),
            claimed,
            account_id=account_id,
            account=account_of(states, account_id),
            amount=amount,
            actor=actor,
            now=now,
        )
        return _settled(states, claimed, account_id, settled)

    return Command(streams=(claimed, account_id), decide=decide)


def charge_back(
    provider: str,
    reference: str,
    *,
    account_id: AccountId | None,
    actor: str,
    kept: bool = True,
) -> Command:
    """Revokes the lot of a payment that was charged back. `account_id` is the payment's own.

    One of a payment that was never heard of is kept, or else nothing, and answers None. Refuses
    with TemporarilyUnavailable when the payment has found an account since it was read.
    """
    claimed = payment_id(provider, reference)

    def settle(payment: Payment | None, account: Account | None, now: datetime) -> Settled:
        return payments.charge_back(
            payment, provider=provider, reference=reference, account=account, actor=actor
        )

    settling = _settling(claimed, account_id, settle)

    def decide(states: States, now: datetime) -> Decision:
        unheard_of = states[claimed] is None
        return Decision() if unheard_of and not kept else settling.decide(states, now)

    return msgspec.structs.replace(settling, decide=decide)


def repay_top_up(
    provider: str, reference: str, *, account_id: AccountId | None, actor: str
) -> Command:
    """Takes what is left of a payment's lot, because the money for it is sent back.

    Refuses with InvalidState, and with TemporarilyUnavailable like `charge_back`.
    """

    def settle(payment: Payment | None, account: Account | None, now: datetime) -> Settled:
        return payments.repay(payment, account=account, actor=actor, now=now)

    return _settling(payment_id(provider, reference), account_id, settle)


def book_refund(
    provider: str,
    reference: str,
    *,
    account_id: AccountId | None,
    actor: str,
    told_minor: int = 0,
) -> Command:
    """Books that a provider sent all the money back: the lot ends, and what was spent is a loss.

    `told_minor` is what the provider says to have sent back, where it says so. Refuses with
    TemporarilyUnavailable like `charge_back`.
    """

    def settle(payment: Payment | None, account: Account | None, now: datetime) -> Settled:
        return payments.refund(
            payment,
            provider=provider,
            reference=reference,
            told_minor=told_minor,
            account=account,
            actor=actor,
            now=now,
        )

    return _settling(payment_id(provider, reference), account_id, settle)


def _settling(
    claimed: PaymentId,
    account_id: AccountId | None,
    settle: Callable[[Payment | None, Account | None, datetime], Settled],
) -> Command:
    """Something happened to a payment that may have an account."""

    def decide(states: States, now: datetime) -> Decision:
        payment = _payment(states, claimed)
        settled = settle(payment, _payer(states, payment, account_id), now)
        return _settled(states, claimed, account_id, settled)

    streams = (claimed,) if account_id is None else (claimed, account_id)
    return Command(streams=streams, decide=decide)


def _state(states: States, stream_id: StreamId | None) -> object:
    return None if stream_id is None else states[stream_id]


def _payment(states: States, claimed: PaymentId) -> Payment | None:
    state = states[claimed]
    assert state is None or isinstance(state, Payment), claimed
    return state


def _payer(states: States, payment: Payment | None, account_id: AccountId | None) -> Account | None:
    """The account that the payment's lot lies in. Raises TemporarilyUnavailable."""
    if payment is None or payment.account_id is None:
        return None
    if payment.account_id != account_id:
        raise TemporarilyUnavailable("This payment has just changed; try again.")
    return account_of(states, payment.account_id)


def _settled(
    states: States, claimed: PaymentId, account_id: AccountId | None, settled: Settled
) -> Decision:
    """Events of the payment before those of the account, and what the payment is after them."""
    events: dict[StreamId, Sequence[Event]] = {}
    if settled.payment:
        events[claimed] = settled.payment
    if settled.account:
        assert account_id is not None
        events[account_id] = settled.account
    payment = _folded(_payment(states, claimed), settled.payment)
    return Decision(events=events, answer=_payment_answer(claimed, payment, replayed=not events))


def _folded(payment: Payment | None, events: Sequence[Event]) -> Payment:
    for event in events:
        payment = payments.evolve(payment, event)
    assert payment is not None
    return payment


def _payment_answer(claimed: PaymentId, payment: Payment, *, replayed: bool) -> PaymentAnswer:
    status: OutcomeStatus = "unmatched" if payment.lot_id is None else "granted"
    if payment.repaid:
        status = "repaid"
    if payment.charged_back:
        status = "charged_back"
    sent_back = payment.sent_back
    return PaymentAnswer(
        payment_id=claimed,
        status=status,
        replayed=replayed,
        account_id=payment.account_id,
        lot_id=payment.lot_id,
        credits=payment.credits,
        reason=payment.unmatched,
        repaid_credits=None if sent_back is None else sent_back.credits,
        repaid_minor=None if sent_back is None else sent_back.price_minor,
        currency=None if sent_back is None else sent_back.currency,
    )
