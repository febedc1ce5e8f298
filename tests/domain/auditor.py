"""An auditor with pencil and paper: what the books of one account should say. It shares no code
with the rules; where the two disagree, one of them is wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

WEEK = timedelta(days=7)


@dataclass
class PaperLot:
    granted: int
    remaining: int
    until: datetime | None
    urgency: int
    flying: int = 0
    used: int = 0
    expired: int = 0
    revoked: int = 0
    repaid: int = 0
    dead: bool = False

    def spendable(self, now: datetime) -> int:
        return 0 if self.dead or self.late(now) else self.remaining

    def late(self, now: datetime) -> bool:
        return self.until is not None and now >= self.until


@dataclass
class PaperKey:
    purse: Any
    until: datetime | None = None
    dead: bool = False
    replaced: bool = False

    def good(self, now: datetime) -> bool:
        return not self.dead and (self.until is None or now < self.until)


@dataclass
class PaperPayment:
    """Whose money it is and which lot it opened; None where it matched nothing. `repaid` is at
    least a part of it, and `whole` all.
    """

    owner: Any = None
    lot_id: Any = None
    heard: bool = False
    back: bool = False
    repaid: bool = False
    whole: bool = False


@dataclass
class Paper:
    lots: dict[Any, PaperLot] = field(default_factory=dict)
    open: dict[Any, list[tuple[Any, int]]] = field(default_factory=dict)
    ended: dict[Any, bool] = field(default_factory=dict)
    """True where the credits came back."""
    keys: dict[Any, PaperKey] = field(default_factory=dict)
    caps: dict[Any, tuple[int, str]] = field(default_factory=dict)
    slips: dict[Any, tuple[Any, date, int]] = field(default_factory=dict)
    """By work: purse, day and price of every debit that did not come back."""
    newest: dict[Any, date] = field(default_factory=dict)

    def spendable(self, now: datetime) -> int:
        return sum(lot.spendable(now) for lot in self.lots.values())

    def booked(self) -> int:
        return sum(lot.remaining for lot in self.lots.values())

    def grant(self, lot_id: Any, amount: int, until: datetime | None, urgency: int) -> None:
        self.lots.setdefault(lot_id, PaperLot(amount, amount, until, urgency))

    def debit(self, work: Any, price: int, now: datetime, key_id: Any) -> str:
        if work in self.open or work in self.ended:
            return "joined"
        key = self.keys[key_id]
        if not key.good(now):
            return "locked out"
        day = max(now.date(), self.newest.get(key.purse, now.date()))
        if key.purse in self.caps and self.left(key.purse, day) < price:
            return "capped"
        if self.spendable(now) < price:
            return "refused"
        self.newest[key.purse] = day
        self.slips[work] = (key.purse, day, price)
        self.open[work] = []
        while price:
            living = [pair for pair in self.lots.items() if pair[1].spendable(now)]
            lot_id, lot = min(living, key=lambda pair: (pair[1].urgency, _last_day(pair[1])))
            part = min(price, lot.remaining)
            lot.remaining, lot.flying, price = lot.remaining - part, lot.flying + part, price - part
            self.open[work].append((lot_id, part))
        return "charged"

    def left(self, purse: Any, day: date) -> int:
        amount, period = self.caps[purse]
        return amount - self.spent(purse, period, day)

    def spent(self, purse: Any, period: str, day: date) -> int:
        """Adds up every slip of the period, from the first one on."""
        same = _PERIODS[period]
        return sum(
            price
            for whose, when, price in self.slips.values()
            if whose == purse and same(when) == same(day)
        )

    def end(self, work: Any, now: datetime, *, back: bool) -> bool:
        if work in self.ended:
            return False
        self.ended[work] = back
        if back:
            del self.slips[work]
        for lot_id, part in self.open.pop(work):
            lot = self.lots[lot_id]
            lot.flying -= part
            if not back:
                lot.used += part
            elif lot.dead:
                lot.revoked += part
            elif lot.late(now):
                lot.expired, lot.remaining = lot.expired + lot.remaining, part
                lot.until = now + WEEK
            else:
                lot.remaining += part
        return True

    def expire(self, now: datetime) -> None:
        for lot in self.lots.values():
            if lot.late(now):
                lot.expired, lot.remaining = lot.expired + lot.remaining, 0

    def pay_back(self, lot_id: Any, now: datetime) -> int:
        lot = self.lots[lot_id]
        part = lot.spendable(now)
        lot.repaid, lot.remaining = lot.repaid + part, lot.remaining - part
        return part

    def take_back(self, lot_id: Any, now: datetime) -> None:
        """All the money went: what may be spent is repaid, and anything else ends the lot."""
        if self.pay_back(lot_id, now) < self.lots[lot_id].granted:
            self.revoke(lot_id)

    def revoke(self, lot_id: Any) -> None:
        lot = self.lots[lot_id]
        lot.dead, lot.revoked, lot.remaining = True, lot.revoked + lot.remaining, 0


_PERIODS: dict[str, Callable[[date], Any]] = {
    "day": lambda day: day,
    "week": lambda day: day.isocalendar()[:2],
    "month": lambda day: (day.year, day.month),
    "lifetime": lambda day: None,
}


def _last_day(lot: PaperLot) -> float:
    return float("inf") if lot.until is None else lot.until.timestamp()
