"""What finance reads: sums of the journal up to any position, and the period a report is about.

A period is resolved to positions once, so a report about a month that is over can never change.
Reads come from daily sums and at most one day of entries, so none of them takes long.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import msgspec
from psycopg import Connection

from projections.named_sql import named_sql


class JournalBehind(RuntimeError):
    """The journal has not come as far as the period yet: `work` is stopped or catching up."""


class PeriodInvalid(ValueError):
    """No report can be about this period; `param` is what was asked for wrongly: `to` or `at`."""

    def __init__(self, message: str, *, param: str) -> None:
        super().__init__(message)
        self.param = param


class SignedTree(msgspec.Struct, frozen=True, kw_only=True):
    """The signed checkpoint whose tree holds the whole report. `root` is hexadecimal."""

    origin: str
    tree_size: int
    root: str


class Period(msgspec.Struct, frozen=True, kw_only=True):
    """From `start` until before `end`, as the positions behind `opening` up to `closing`.

    `closed`: the log has gone on behind `end`, so nothing can be added to the period any more.
    `cut`: the position that was asked for, where more of the period is behind it: that is left out,
    and the period is not closed.
    """

    start: datetime
    end: datetime
    opening: int
    closing: int
    closed: bool
    signed: SignedTree | None = None
    cut: int | None = None


class TotalKey(msgspec.Struct, frozen=True, array_like=True):
    fact: str
    unit: str
    debit: str
    credit: str
    lot_kind: str
    cause: str


class Total(msgspec.Struct, frozen=True, array_like=True):
    """`events` counts an event once, where its first entry is."""

    amount: int
    events: int


Totals = Mapping[TotalKey, Total]
NOTHING = Total(0, 0)


def resolve_period(
    connection: Connection[Any], start: datetime, end: datetime, *, at: int | None = None
) -> Period:
    """The period in positions; `at` leaves out what was recorded behind that position. Where that
    is nothing of the period, it is the one that is found without it.

    Raises JournalBehind where events of a closed period are not in the journal yet, PeriodInvalid
    where there is no such period.
    """
    head, journal = _number(connection, "head"), _number(connection, "journal_position")
    if end < start:
        raise PeriodInvalid("This period ends before it begins.", param="to")
    if at is not None and not 0 < at <= head:
        raise PeriodInvalid(f"The log has no position {at}.", param="at")
    closing = position_before(connection, end, head=head)
    closed = closing < head
    cut = at if at is not None and at < closing else None
    if cut is not None:
        closing, closed = cut, False
    if journal < closing:
        if closed or at is not None:
            missing = closing - journal
            raise JournalBehind(f"The journal lacks {missing} events of this period yet.")
        closing = journal
    opening = min(position_before(connection, start, head=head), closing)
    return Period(
        start=start,
        end=end,
        opening=opening,
        closing=closing,
        closed=closed,
        signed=_signed(connection, closing),
        cut=cut,
    )


def position_before(connection: Connection[Any], moment: datetime, *, head: int) -> int:
    """The last position recorded before `moment`; 0 when there is none.

    Recorded time never decreases, so halving the log finds it.
    """
    low, high = 0, head
    while low < high:
        middle = (low + high + 1) // 2
        if recorded_at(connection, middle) < moment:
            low = middle
        else:
            high = middle - 1
    return low


def totals(connection: Connection[Any], position: int) -> dict[TotalKey, Total]:
    """What every kind of entry adds up to, from the first event to `position`."""
    if position == 0:
        return {}
    day = recorded_at(connection, position).astimezone(UTC).date()
    midnight = datetime.combine(day, time.min, UTC)
    after = position_before(connection, midnight, head=position)
    params = {"day": day, "after": after, "position": position}
    rows = connection.execute(named_sql("reports", "totals"), params)
    return {TotalKey(*row[:6]): Total(*row[6:]) for row in rows}


def between(before: Totals, after: Totals) -> dict[TotalKey, Total]:
    """What was added between two positions."""
    result = {}
    for key, total in after.items():
        known = before.get(key, NOTHING)
        moved = Total(total.amount - known.amount, total.events - known.events)
        if moved != NOTHING:
            result[key] = moved
    return result


def balances(sums: Totals) -> dict[tuple[str, str], int]:
    """Debits less credits of every unit and account."""
    result: dict[tuple[str, str], int] = {}
    for key, total in sums.items():
        debit, credit = (key.unit, key.debit), (key.unit, key.credit)
        result[debit] = result.get(debit, 0) + total.amount
        result[credit] = result.get(credit, 0) - total.amount
    return result


DayRow = tuple[date, str, str, str, str, str, int]
"""Day, fact, unit, debit, credit, lot kind, amount."""


def daily(connection: Connection[Any], until: date) -> list[DayRow]:
    """The daily sums of all days before `until`, in order."""
    return connection.execute(named_sql("reports", "days"), {"until": until}).fetchall()


def report_rows(connection: Connection[Any], name: str, **params: object) -> list[tuple[Any, ...]]:
    """Rows of one of the statements in sql/reports.sql."""
    return connection.execute(named_sql("reports", name), params).fetchall()


def _number(connection: Connection[Any], name: str) -> int:
    row = connection.execute(named_sql("reports", name)).fetchone()
    assert row is not None
    return int(row[0])


def recorded_at(connection: Connection[Any], position: int) -> datetime:
    """When the event at a position, which must be there, was recorded."""
    row = connection.execute(named_sql("reports", "recorded_at"), {"position": position}).fetchone()
    assert row is not None, f"position {position} is in the log"
    at: datetime = row[0]
    return at


def _signed(connection: Connection[Any], position: int) -> SignedTree | None:
    row = connection.execute(named_sql("reports", "signed"), {"position": position}).fetchone()
    if row is None or position == 0:
        return None
    return SignedTree(origin=row[0], tree_size=row[1], root=bytes(row[2]).hex())
