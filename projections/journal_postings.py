"""What each event does to the books: entries of two legs, and what they add up to by day.

Pure: it is given the lots and claims that a batch needs and changes them in memory. It decides
nothing, and refuses (UnknownFact) to post what the log never opened.
"""

import struct
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.event import Event, Recorded
from domain.generation import (
    GenerationBlocked,
    GenerationCanceled,
    GenerationCompleted,
    GenerationExpired,
    GenerationFailed,
    GenerationRequested,
)
from domain.ledger import (
    CreditsDebited,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    CreditsRevoked,
    Draw,
)
from domain.payments.payment import (
    PaymentChargedBack,
    PaymentMatched,
    PaymentReceived,
    PaymentRepaid,
    PaymentUnmatched,
)
from projections.copying import BINARY_NULL, binary_id, binary_text, microseconds
from projections.journal_lots import JournalLot
from projections.journal_payments import JournalPayment
from projections.projection import UnknownFact, narrowed

CREDITS = "credits"
ENGINE_MS = "engine_ms"
"""Milliseconds of engine time, booked beside the credits that paid for them."""

CASH = "cash"
PROMOTION = "promotion_memo"
CUSTOMER = "customer_credits"
CUSTOMER_FREE = "customer_credits_promo"
IN_FLIGHT = "in_flight"
REVENUE = "revenue"
BREAKAGE = "breakage"
LOSS = "chargeback_loss"
UNMATCHED = "unmatched_payments"
ENGINE_TIME = "engine_time"
ENGINE_TIME_USED = "engine_time_used"

ACCOUNTS = (
    *(CASH, PROMOTION, CUSTOMER, CUSTOMER_FREE, IN_FLIGHT, UNMATCHED),
    *(REVENUE, BREAKAGE, LOSS, ENGINE_TIME, ENGINE_TIME_USED),
)

Legs = tuple[str, str]
"""The account that is debited, and the one that is credited."""

SOLD = (CASH, CUSTOMER)
GIVEN = (PROMOTION, CUSTOMER_FREE)
USED = (IN_FLIGHT, REVENUE)
TIMED = (ENGINE_TIME_USED, ENGINE_TIME)

LotKey = tuple[int, int]
"""Account and lot; an id as a number is hashed ten times as fast."""

DayKey = tuple[date, str, str, str, str, str, str]
"""Day, fact, unit, debit, credit, lot kind, cause."""

UsageKey = tuple[date, int, str, str, str]
"""Day, account as a number, model, kind of generation, currency."""

Claim = tuple[UUID, str, str, Sequence[Draw]]
"""Account, model, kind of generation, draws of a claim that has not ended."""

MILLISECONDS = 1_000
DAY = timedelta(days=1)

COLUMNS = 13
_EVENT = struct.Struct(">hiqiq").pack
"""How many columns follow, position, recorded time, each number behind the length of it."""

_ENTRY = struct.Struct(">ihiq").pack
"""Line and amount."""


class Booked:
    """What entries of one sort add up to on one day, and the columns that their rows share."""

    __slots__ = ("columns", "sums")

    def __init__(
        self, fact: str, unit: str, legs: Legs, kind: str, cause: str, sums: list[int]
    ) -> None:
        self.sums = sums
        self.columns = b"".join(map(binary_text, (fact, unit, *legs, kind, cause)))


class Poster:
    """Posts one batch. `lots`, `claims` and `payments` hold what earlier batches left of them.

    `rows` are the entries as COPY reads them, in pieces. Recorded time never decreases, so no
    earlier batch knows a day behind `first_day`.
    """

    def __init__(
        self,
        lots: dict[LotKey, JournalLot],
        claims: dict[int, Claim],
        payments: dict[UUID, JournalPayment],
    ) -> None:
        self.lots = lots
        self.claims = claims
        self.payments = payments
        self.changed_lots: dict[LotKey, JournalLot] = {}
        self.changed_payments: set[UUID] = set()
        self.rows: list[bytes] = []
        self.days: dict[DayKey, list[int]] = {}
        self.usage: dict[UsageKey, list[int]] = {}
        self.first_day = date.max
        self._position = 0
        self._line = 0
        self._day = date.min
        self._day_starts = self._day_ends = datetime.min.replace(tzinfo=UTC)
        self._booked: dict[tuple[str, str, Legs, str, str], Booked] = {}
        self._at = 0
        self._columns = b""
        self._generation = BINARY_NULL
        self._handlers: dict[type[Event], Callable[[Recorded, Any], None]] = {
            GenerationRequested: self._requested,
            GenerationCompleted: self._completed,
            GenerationFailed: self._ended,
            GenerationExpired: self._ended,
            GenerationBlocked: self._ended,
            GenerationCanceled: self._ended,
            CreditsGranted: self._granted,
            CreditsDebited: self._debited,
            CreditsRefunded: self._refunded,
            CreditsExpired: self._expired,
            CreditsRevoked: self._revoked,
            PaymentReceived: self._received,
            PaymentUnmatched: self._unmatched,
            PaymentMatched: self._matched,
            PaymentChargedBack: self._charged_back,
            PaymentRepaid: self._repaid,
        }

        assert set(self._handlers) == set(POSTED), "every event that is read is posted"
        self._handlers |= {NARROW[event]: self._handlers[event] for event in NARROW}

    def post(self, batch: Sequence[Recorded]) -> None:
        """Posts events in order; their entries are added to `rows`. Raises UnknownFact."""
        handlers = self._handlers
        at: datetime | None = None
        for recorded in batch:
            handler = handlers.get(type(recorded.event))
            if handler is not None:
                if recorded.recorded_at != at:
                    at = recorded.recorded_at
                    self._at = microseconds(at)
                    if not self._day_starts <= at < self._day_ends:
                        self._begin_day(at)
                self._position = recorded.position
                self._line = 0
                self._generation = BINARY_NULL
                handler(recorded, recorded.event)

    def _begin_day(self, at: datetime) -> None:
        start = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        self._day = start.date()
        self.first_day = min(self.first_day, self._day)
        self._day_starts = start.astimezone(at.tzinfo)
        self._day_ends = (start + DAY).astimezone(at.tzinfo)
        self._booked.clear()

    # --- rows ---------------------------------------------------------------------------------

    def _book(
        self,
        fact: str,
        unit: str,
        legs: Legs,
        amount: int,
        place: bytes,
        kind: str = "",
        cause: str = "",
    ) -> None:
        """One entry; an amount of nothing is no entry, and a negative one turns the legs round."""
        if amount <= 0:
            if amount == 0:
                return
            legs, amount = (legs[1], legs[0]), -amount
        self._line = line = self._line + 1
        key = (fact, unit, legs, kind, cause)
        booked = self._booked.get(key)
        if booked is None:
            day = (self._day, fact, unit, *legs, kind, cause)
            sums = self.days.setdefault(day, [0, 0, 0])
            booked = self._booked[key] = Booked(*key, sums)
        sums = booked.sums
        sums[0] += amount
        sums[1] += 1
        if line == 1:
            sums[2] += 1
            self._columns = _EVENT(COLUMNS, 8, self._position, 8, self._at) + self._generation
        self.rows += (self._columns, booked.columns, place, _ENTRY(2, line, 8, amount))

    def _book_lot(
        self, fact: str, legs: Legs, lot: JournalLot, amount: int, worth: int, cause: str = ""
    ) -> None:
        """The credits that moved, and what was paid for them."""
        self._book(fact, CREDITS, legs, amount, lot.place, lot.kind, cause)
        if worth:
            self._book(fact, lot.currency, legs, worth, lot.place, lot.kind, cause)

    def _lot(self, account_id: UUID, lot_id: UUID) -> JournalLot:
        key = (account_id.int, lot_id.int)
        lot = self.lots.get(key)
        if lot is None:
            raise UnknownFact(f"lot {lot_id} was never granted")
        self.changed_lots[key] = lot
        return lot

    # --- lots ---------------------------------------------------------------------------------

    def _granted(self, recorded: Recorded, event: CreditsGranted) -> None:
        priced = event.kind == "paid" and event.price_minor and event.currency
        lot = JournalLot(
            recorded.stream_id,
            event.lot_id,
            event.kind,
            event.amount,
            event.price_minor or 0 if priced else 0,
            unit_name(event.currency or "") if priced else "",
            event.payment_reference,
            recorded.position,
        )
        key = (recorded.stream_id.int, event.lot_id.int)
        if key in self.lots:
            raise UnknownFact(f"lot {event.lot_id} was granted before")
        self.lots[key] = self.changed_lots[key] = lot
        fact, legs = ("sold", SOLD) if lot.paid else ("granted", GIVEN)
        self._book_lot(fact, legs, lot, lot.granted, lot.price_minor)

    def _debited(self, recorded: Recorded, event: CreditsDebited) -> None:
        self._generation = binary_id(event.generation_id)
        for draw in event.draws:
            lot = self._lot(recorded.stream_id, draw.lot_id)
            legs = (CUSTOMER if lot.paid else CUSTOMER_FREE, IN_FLIGHT)
            self._book_lot("debited", legs, lot, draw.amount, lot.draw(draw.amount))

    def _refunded(self, recorded: Recorded, event: CreditsRefunded) -> None:
        self._generation = binary_id(event.generation_id)
        for draw in event.draws:
            lot = self._lot(recorded.stream_id, draw.lot_id)
            legs = (IN_FLIGHT, CUSTOMER if lot.paid else CUSTOMER_FREE)
            worth = lot.give_back(draw.amount)
            self._book_lot("returned", legs, lot, draw.amount, worth, event.cause)

    def _expired(self, recorded: Recorded, event: CreditsExpired) -> None:
        lot = self._lot(recorded.stream_id, event.lot_id)
        legs = (CUSTOMER if lot.paid else CUSTOMER_FREE, BREAKAGE)
        self._book_lot("expired", legs, lot, event.amount, lot.expire(event.amount))

    def _revoked(self, recorded: Recorded, event: CreditsRevoked) -> None:
        """What was spent of a charged-back lot is a loss; what returns to it later lessens that.

        What was repaid before went back once, and is no loss, whatever older events say. The minor
        unit that rounding may keep of a repayment is breakage, and lost with the rest.
        """
        lot = self._lot(recorded.stream_id, event.lot_id)
        target = CASH if lot.paid else PROMOTION
        legs = (CUSTOMER if lot.paid else CUSTOMER_FREE, target)
        if event.cause == "repaid":
            sent, kept = lot.repay(event.amount)
            self._book_lot("repaid", legs, lot, event.amount, sent, event.cause)
            self._book(
                "expired", lot.currency, (legs[0], BREAKAGE), kept, lot.place, lot.kind, event.cause
            )
            return
        worth = lot.revoke(event.amount)
        self._book_lot("revoked", legs, lot, event.amount, worth, event.cause)
        if event.loss >= 0:
            loss, lost = lot.spent, lot.price_minor - worth - lot.repaid_minor
        else:
            loss, lost = event.loss, -worth
        self._book_lot("lost", (LOSS, target), lot, loss, lost, event.cause)

    # --- generations --------------------------------------------------------------------------

    def _requested(self, recorded: Recorded, event: GenerationRequested) -> None:
        claim = (event.account_id, event.model_id, event.kind, event.draws)
        self.claims[recorded.stream_id.int] = claim

    def _ended(self, recorded: Recorded, event: Event) -> None:
        self._close(recorded.stream_id)

    def _close(self, generation_id: UUID) -> Claim:
        claim = self.claims.pop(generation_id.int, None)
        if claim is None:
            raise UnknownFact(f"generation {generation_id} has no open claim")
        return claim

    def _completed(self, recorded: Recorded, event: GenerationCompleted) -> None:
        """Engine time and count go with the first draw, so that they are counted once."""
        account_id, model_id, kind, draws = self._close(recorded.stream_id)
        self._generation = binary_id(recorded.stream_id)
        engine_ms = round(event.engine_seconds * MILLISECONDS)
        left_ms, generations = engine_ms, 1
        for draw in draws:
            lot, amount = self._lot(account_id, draw.lot_id), draw.amount
            worth = lot.use(amount)
            self._book_lot("completed", USED, lot, amount, worth)
            key = (self._day, account_id.int, model_id, kind, lot.currency)
            used = self.usage.get(key)
            if used is None:
                used = self.usage[key] = [0, 0, 0, 0, 0]
            used[0] += generations
            used[1 if lot.paid else 2] += amount
            used[3] += worth
            used[4] += left_ms
            left_ms = generations = 0
        self._book("engine", ENGINE_MS, TIMED, engine_ms, binary_id(account_id) + BINARY_NULL)

    # --- payments -----------------------------------------------------------------------------

    def _payment(self, payment_id: UUID) -> JournalPayment:
        payment = self.payments.get(payment_id)
        if payment is None:
            raise UnknownFact(f"payment {payment_id} was never received")
        self.changed_payments.add(payment_id)
        return payment

    def _received(self, recorded: Recorded, event: PaymentReceived) -> None:
        payment_id = recorded.stream_id
        payment = self.payments.get(payment_id) or JournalPayment(
            payment_id=payment_id, provider=event.provider, reference=event.reference
        )
        payment.account_id = event.account_id
        payment.price_minor = event.price_minor
        payment.currency = unit_name(event.currency)
        payment.credits = event.credits
        payment.received_position = recorded.position
        self.payments[payment_id] = payment
        self.changed_payments.add(payment_id)

    def _unmatched(self, recorded: Recorded, event: PaymentUnmatched) -> None:
        """Money whose payer took it back before we heard of it never was ours."""
        payment = self._payment(recorded.stream_id)
        payment.unmatched_position = recorded.position
        if payment.waiting:
            self._book_payment("unmatched", payment, 1)

    def _matched(self, recorded: Recorded, event: PaymentMatched) -> None:
        """The grant beside it books the money where it belongs, and says whose it is.

        What the provider told of it stays: reports about the time before the match do not change.
        """
        payment = self._payment(recorded.stream_id)
        if payment.waiting:
            self._book_payment("matched", payment, -1)
        payment.matched_position = recorded.position

    def _charged_back(self, recorded: Recorded, event: PaymentChargedBack) -> None:
        payment_id = recorded.stream_id
        payment = self.payments.get(payment_id) or JournalPayment(
            payment_id=payment_id, provider=event.provider, reference=event.reference
        )
        if payment.waiting:
            self._book_payment("charged_back", payment, -1)
        payment.charged_back_position = recorded.position
        self.payments[payment_id] = payment
        self.changed_payments.add(payment_id)

    def _repaid(self, recorded: Recorded, event: PaymentRepaid) -> None:
        payment = self._payment(recorded.stream_id)
        if payment.waiting:
            self._book_payment("repaid", payment, -1)
        payment.repaid_position = recorded.position
        payment.repaid_minor = event.price_minor

    def _book_payment(self, fact: str, payment: JournalPayment, sign: int) -> None:
        amount = sign * (payment.price_minor or 0)
        account_id = payment.account_id
        place = (BINARY_NULL if account_id is None else binary_id(account_id)) + BINARY_NULL
        self._book(fact, payment.currency or "", (CASH, UNMATCHED), amount, place)


POSTED: tuple[type[Event], ...] = (
    GenerationRequested,
    GenerationCompleted,
    GenerationFailed,
    GenerationExpired,
    GenerationBlocked,
    GenerationCanceled,
    CreditsGranted,
    CreditsDebited,
    CreditsRefunded,
    CreditsExpired,
    CreditsRevoked,
    PaymentReceived,
    PaymentUnmatched,
    PaymentMatched,
    PaymentChargedBack,
    PaymentRepaid,
)
"""What changes the books; the journal need not read anything else."""

NARROW: dict[type[Event], type[Event]] = {
    GenerationRequested: narrowed(GenerationRequested, "account_id", "model_id", "kind", "draws"),
    GenerationCompleted: narrowed(GenerationCompleted, "engine_seconds"),
    CreditsDebited: narrowed(CreditsDebited, "generation_id", "draws"),
    CreditsRefunded: narrowed(CreditsRefunded, "generation_id", "draws", "cause"),
}
"""As what the most frequent ones are read in bulk: with nothing that the books do not look at."""

_UNIT_CHARACTERS_MAX = 16


def unit_name(currency: str) -> str:
    """A currency as the name of a unit. Raises UnknownFact for what cannot be one."""
    if not (currency.isalnum() and currency.isascii() and len(currency) <= _UNIT_CHARACTERS_MAX):
        raise UnknownFact(f"{currency[:_UNIT_CHARACTERS_MAX]!r} is no currency")
    return currency.upper()
