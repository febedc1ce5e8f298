"""An auditor with pencil and paper: what the books of one account should say. It shares no code
with the rules; where the two disagree, one of them is wrong.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
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
    dead: bool = False

    def spendable(self, now: datetime) -> int:
        return 0 if self.dead or self.late(now) else self.remaining

    def late(self, now: datetime) -> bool:
        return self.until is not None and now >= self.until


@dataclass
class Paper:
    lots: dict[Any, PaperLot] = field(default_factory=dict)
    open: dict[Any, list[tuple[Any, int]]] = field(default_factory=dict)
    ended: dict[Any, bool] = field(default_factory=dict)
    """True where the credits came back."""

    def spendable(self, now: datetime) -> int:
        return sum(lot.spendable(now) for lot in self.lots.values())

    def booked(self) -> int:
        return sum(lot.remaining for lot in self.lots.values())

    def grant(self, lot_id: Any, amount: int, until: datetime | None, urgency: int) -> None:
        self.lots.setdefault(lot_id, PaperLot(amount, amount, until, urgency))

    def debit(self, work: Any, price: int, now: datetime) -> str:
        if work in self.open or work in self.ended:
            return "joined"
        if self.spendable(now) < price:
            return "refused"
        self.open[work] = []
        while price:
            living = [pair for pair in self.lots.items() if pair[1].spendable(now)]
            lot_id, lot = min(living, key=lambda pair: (pair[1].urgency, _last_day(pair[1])))
            part = min(price, lot.remaining)
            lot.remaining, lot.flying, price = lot.remaining - part, lot.flying + part, price - part
            self.open[work].append((lot_id, part))
        return "charged"

    def end(self, work: Any, now: datetime, *, back: bool) -> bool:
        if work in self.ended:
            return False
        self.ended[work] = back
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

    def revoke(self, lot_id: Any) -> None:
        lot = self.lots[lot_id]
        lot.dead, lot.revoked, lot.remaining = True, lot.revoked + lot.remaining, 0


def _last_day(lot: PaperLot) -> float:
    return float("inf") if lot.until is None else lot.until.timestamp()
