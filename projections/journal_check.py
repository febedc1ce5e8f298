"""Is the journal right? Its rows against the books, which other code posted, at one position.

That two-legged entries sum to zero proves nothing, so every lot is compared part by part: what the
entries say, what the lot's row says, what the books say; its money against the price that was paid;
and the daily sums against the entries. Finds and names; mends nothing.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import msgspec
from psycopg import Connection
from psycopg.rows import class_row

from projections.books import Books, Finding, finding
from projections.named_sql import named_sql

LotKey = tuple[UUID, UUID]


class JournalLotRow(msgspec.Struct, frozen=True, kw_only=True):
    """A lot's row, credits by part and price in minor units."""

    account_id: UUID
    lot_id: UUID
    granted: int
    price_minor: int
    used: int
    in_flight: int
    expired: int
    revoked: int


class JournalSums(msgspec.Struct, frozen=True, kw_only=True):
    """What the entries of one lot add up to in one kind of unit: credits, or money.

    `booked` is what the lot began with; the others are where that is now.
    """

    account_id: UUID
    lot_id: UUID
    in_credits: bool
    booked: int
    remaining: int
    in_flight: int
    used: int
    expired: int
    revoked: int

    @property
    def parts(self) -> tuple[int, ...]:
        return (self.remaining, self.in_flight, self.used, self.expired, self.revoked)


class JournalRows(msgspec.Struct, frozen=True):
    """Everything the check looks at, read in one snapshot."""

    lots: list[JournalLotRow]
    sums: list[JournalSums]
    days_differing: int


def read_journal(connection: Connection[Any]) -> JournalRows:
    """Reads what `compare_journal` needs, inside the caller's snapshot."""
    row = connection.execute(named_sql("journal_check", "days_differing")).fetchone()
    assert row is not None
    with connection.cursor(row_factory=class_row(JournalLotRow)) as cursor:
        lots = cursor.execute(named_sql("journal_check", "lots")).fetchall()
    with connection.cursor(row_factory=class_row(JournalSums)) as sums:
        summed = sums.execute(named_sql("journal_check", "sums")).fetchall()
    return JournalRows(lots, summed, row[0])


def compare_journal(books: Books, rows: JournalRows) -> Iterator[Finding]:
    """What of the journal is not what the books say; both stand at the same position."""
    if rows.days_differing:
        yield finding("journal_days_differ", "journal_days", f"{rows.days_differing} rows")
    lots = {(row.account_id, row.lot_id): row for row in rows.lots}
    yield from _compare_lots(books, lots)
    yield from _compare_sums(books, lots, rows.sums)
    yield from _compare_balances(books, rows.sums)


def _compare_lots(books: Books, lots: dict[LotKey, JournalLotRow]) -> Iterator[Finding]:
    for key in lots.keys() | books.lots.keys():
        row, lot = lots.get(key), books.lots.get(key)
        if row is None or lot is None:
            yield finding("journal_lot_differs", key[1], f"journal {row}, books {lot}")
            continue
        seen = (row.granted, row.in_flight, row.used, row.expired, row.revoked)
        if seen != (lot.granted, lot.in_flight, lot.used, lot.expired, lot.revoked):
            yield finding("journal_lot_differs", key[1], f"journal {seen}, books {lot}")


def _compare_sums(
    books: Books, lots: dict[LotKey, JournalLotRow], sums: list[JournalSums]
) -> Iterator[Finding]:
    seen = set()
    for row in sums:
        key = (row.account_id, row.lot_id)
        lot, price = books.lots.get(key), lots.get(key)
        if row.in_credits:
            seen.add(key)
            known = (
                None
                if lot is None
                else (lot.remaining, lot.in_flight, lot.used, lot.expired, lot.revoked)
            )
            if row.parts != known:
                yield finding("journal_differs", row.lot_id, f"entries {row}, books {lot}")
        elif price is None or not _worth_adds_up(row, price):
            yield finding("journal_money_differs", row.lot_id, f"entries {row}, lot {price}")
    for key in books.lots.keys() - seen:
        yield finding("journal_differs", key[1], "granted, never booked")


def _worth_adds_up(row: JournalSums, lot: JournalLotRow) -> bool:
    """All parts together are the price, and the used share of it is the used share of the lot."""
    earned = -(-lot.price_minor * lot.used // lot.granted)
    paid = row.booked == lot.price_minor == sum(row.parts)
    return paid and row.used == earned and min(row.parts) >= 0


def _compare_balances(books: Books, sums: list[JournalSums]) -> Iterator[Finding]:
    totals: dict[UUID, int] = defaultdict(int)
    for row in sums:
        if row.in_credits:
            totals[row.account_id] += row.remaining
    for account_id in totals.keys() | books.balances.keys():
        booked, known = totals.get(account_id, 0), books.balances.get(account_id, 0)
        if booked != known:
            yield finding("journal_balance_differs", account_id, f"{booked}, books {known}")
