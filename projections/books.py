"""The books' second implementation: posts the log with plain arithmetic, believes nothing else.

It shares no rule with `domain.ledger`; the domain's fold is one more thing that it checks. It finds
and names faults, and mends nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from domain import ledger
from domain.event import Event, Recorded
from domain.generation import CAUSES, GenerationCompleted, GenerationRequested
from domain.ids import LotId
from domain.ledger import (
    Account,
    AccountOpened,
    CreditsDebited,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    CreditsRevoked,
    Draw,
)


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A fault: a stable `code`, the position, lot, debit or account it concerns, and what it is."""

    code: str
    subject: str
    message: str


class LotBook(msgspec.Struct):
    """Where the credits of one lot are. Together they are always what was granted."""

    granted: int
    remaining: int
    in_flight: int = 0
    used: int = 0
    expired: int = 0
    revoked: int = 0

    def balanced(self) -> bool:
        parts = (self.remaining, self.in_flight, self.used, self.expired, self.revoked)
        return sum(parts) == self.granted and min(parts) >= 0


class DebitBook(msgspec.Struct):
    """A debit from its claim to its end."""

    account_id: UUID
    amount: int
    draws: tuple[Draw, ...]
    position: int
    endings: int = 0
    refunds: bool = False
    refunded: bool = False

    @property
    def open(self) -> bool:
        """In flight: neither used up by a completion nor given back yet."""
        return not self.refunded and (self.refunds or not self.endings)


def finding(code: str, subject: object, message: str) -> Finding:
    return Finding(code=code, subject=str(subject), message=message)


class Books:
    """Every lot and debit of a log, posted event by event."""

    def __init__(self) -> None:
        self.position = 0
        self.lots: dict[tuple[UUID, UUID], LotBook] = {}
        self.debits: dict[UUID, DebitBook] = {}
        self.claims: dict[UUID, GenerationRequested] = {}
        self.balances: dict[UUID, int] = defaultdict(int)
        self.accounts: dict[UUID, Account | None] = {}
        self.versions: dict[UUID, int] = defaultdict(int)
        self.found: list[Finding] = []
        self.recorded_at: datetime | None = None

    def find(self, code: str, subject: object, message: str) -> None:
        self.found.append(finding(code, subject, message))

    def post(self, recorded: Recorded) -> None:
        """One more event of the log, in order."""
        self._check_place(recorded)
        stream_id, event = recorded.stream_id, recorded.event
        match event:
            case GenerationRequested():
                self.claims[stream_id] = event
            case CreditsGranted():
                self.lots[stream_id, event.lot_id] = LotBook(event.amount, event.amount)
                self.balances[stream_id] += event.amount
            case CreditsDebited():
                self._debit(recorded, event)
            case CreditsRefunded():
                self._refund(recorded, event)
            case CreditsExpired() | CreditsRevoked():
                self._take(stream_id, event)
            case GenerationCompleted():
                self._end(recorded, refunds=False)
            case _ if type(event) in CAUSES:
                self._end(recorded, refunds=True)
        self._fold(stream_id, event)

    def _check_place(self, recorded: Recorded) -> None:
        if recorded.position != self.position + 1:
            self.find("position_gap", recorded.position, f"follows position {self.position}")
        if recorded.version != self.versions[recorded.stream_id] + 1:
            self.find("version_gap", recorded.position, f"version {recorded.version}")
        if self.recorded_at is not None and recorded.recorded_at < self.recorded_at:
            self.find("time_decreased", recorded.position, str(recorded.recorded_at))
        self.position = recorded.position
        self.versions[recorded.stream_id] = recorded.version
        self.recorded_at = recorded.recorded_at

    def _lot(self, account_id: UUID, lot_id: UUID) -> LotBook:
        known = self.lots.get((account_id, lot_id))
        if known is not None:
            return known
        self.find("unknown_lot", lot_id, f"moved at {self.position}, never granted")
        return self.lots.setdefault((account_id, lot_id), LotBook(0, 0))

    def _check_draws(self, draws: Iterable[Draw], amount: int) -> None:
        if sum(draw.amount for draw in draws) != amount:
            self.find("draws_unequal", self.position, f"draws do not sum to {amount}")

    def _debit(self, recorded: Recorded, event: CreditsDebited) -> None:
        if event.generation_id in self.debits:
            self.find("debited_twice", event.generation_id, f"again at {recorded.position}")
            return
        claim = self.claims.get(event.generation_id)
        if claim is None or claim.price != event.amount or claim.draws != event.draws:
            self.find("debit_without_claim", event.generation_id, f"at {recorded.position}")
        self._check_draws(event.draws, event.amount)
        for draw in event.draws:
            lot = self._lot(recorded.stream_id, draw.lot_id)
            lot.remaining -= draw.amount
            lot.in_flight += draw.amount
        self.balances[recorded.stream_id] -= event.amount
        self.debits[event.generation_id] = DebitBook(
            recorded.stream_id, event.amount, event.draws, recorded.position
        )

    def _refund(self, recorded: Recorded, event: CreditsRefunded) -> None:
        debit = self.debits.get(event.generation_id)
        self.balances[recorded.stream_id] += event.amount
        self._check_draws(event.draws, event.amount)
        if debit is None or debit.refunded or debit.account_id != recorded.stream_id:
            self.find("refund_without_debit", event.generation_id, f"at {recorded.position}")
            return
        debit.refunded = True
        if set(debit.draws) != set(event.draws):
            self.find("refund_unequal", event.generation_id, "not to the lots it was drawn from")
        for draw in event.draws:
            lot = self._lot(recorded.stream_id, draw.lot_id)
            lot.in_flight -= draw.amount
            lot.remaining += draw.amount

    def _take(self, account_id: UUID, event: CreditsExpired | CreditsRevoked) -> None:
        lot = self._lot(account_id, event.lot_id)
        lot.remaining -= event.amount
        if isinstance(event, CreditsExpired):
            lot.expired += event.amount
        else:
            lot.revoked += event.amount
        self.balances[account_id] -= event.amount

    def _end(self, recorded: Recorded, *, refunds: bool) -> None:
        debit = self.debits.get(recorded.stream_id)
        if debit is None:
            self.find("ending_without_debit", recorded.stream_id, f"at {recorded.position}")
            return
        debit.endings += 1
        debit.refunds = refunds
        if refunds:
            return
        for draw in debit.draws:
            lot = self._lot(debit.account_id, draw.lot_id)
            lot.in_flight -= draw.amount
            lot.used += draw.amount

    def _fold(self, stream_id: UUID, event: Event) -> None:
        """The domain's own fold, kept beside ours to be compared with it."""
        if not isinstance(event, ledger.EVENTS):
            return
        known = self.accounts.get(stream_id)
        if known is None and not isinstance(event, AccountOpened):
            if stream_id not in self.accounts:
                self.find("account_not_opened", stream_id, f"first event at {self.position}")
            self.accounts[stream_id] = None
            return
        try:
            self.accounts[stream_id] = ledger.evolve(known, event)
        except (AssertionError, KeyError) as error:
            self.find("fold_refuses", stream_id, f"at {self.position}: {error!r}"[:200])
            self.accounts[stream_id] = None

    def findings(self) -> list[Finding]:
        """Everything found so far, and what does not add up now."""
        return [*self.found, *self._lots(), *self._debits(), *self._balances()]

    def _lots(self) -> Iterator[Finding]:
        for (account_id, lot_id), lot in self.lots.items():
            if not lot.balanced():
                yield finding("lot_unbalanced", lot_id, f"{lot}")
            account = self.accounts.get(account_id)
            folded = None if account is None else account.lots.get(LotId(lot_id))
            if folded is not None and folded.remaining != lot.remaining:
                yield finding("fold_differs", lot_id, f"fold {folded.remaining}, books {lot}")

    def _debits(self) -> Iterator[Finding]:
        for generation_id, debit in self.debits.items():
            if debit.endings > 1:
                yield finding("ended_twice", generation_id, f"{debit.endings} terminal events")
            if debit.refunds != debit.refunded:
                message = f"refunded: {debit.refunded}"
                yield finding("refund_and_ending_differ", generation_id, message)
        for generation_id in self.claims.keys() - self.debits.keys():
            yield finding("claim_without_debit", generation_id, "requested, never debited")

    def _balances(self) -> Iterator[Finding]:
        for account_id, balance in self.balances.items():
            account = self.accounts.get(account_id)
            if balance < 0:
                yield finding("balance_negative", account_id, f"{balance}")
            if account is None:
                continue
            folded = sum(lot.remaining for lot in account.lots.values())
            if folded != balance:
                yield finding("fold_differs", account_id, f"fold {folded}, books {balance}")

    def in_flight(self) -> dict[UUID, int]:
        """Credits of debits that have not ended, by account."""
        result: dict[UUID, int] = defaultdict(int)
        for debit in self.debits.values():
            if debit.open:
                result[debit.account_id] += debit.amount
        return result
