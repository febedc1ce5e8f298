"""The books as journals that hledger and beancount read: totals by month and fact, never events.

Each file opens with what was there before the period, and ends with the closing balance of every
account as an assertion, so the program that reads it proves that it adds up to our trial balance.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import msgspec
from psycopg import Connection

from adapters.reports.report import digits_text, unit_order
from projections.journal_postings import CREDITS, ENGINE_MS
from projections.moment import one_moment
from projections.rollups import (
    Period,
    PeriodInvalid,
    Totals,
    balances,
    between,
    position_before,
    recorded_at,
    resolve_period,
    totals,
)

BooksFormat = Literal["hledger", "beancount"]
SUFFIXES: dict[BooksFormat, str] = {"hledger": ".journal", "beancount": ".beancount"}

ACCOUNT_NAMES = {
    "cash": "Assets:Cash",
    "promotion_memo": "Equity:PromotionMemo",
    "customer_credits": "Liabilities:CustomerCredits:Paid",
    "customer_credits_promo": "Liabilities:CustomerCredits:Promo",
    "in_flight": "Liabilities:InFlight",
    "unmatched_payments": "Liabilities:UnmatchedPayments",
    "revenue": "Income:Revenue",
    "breakage": "Income:Breakage",
    "chargeback_loss": "Expenses:ChargebackLoss",
    "engine_time": "Equity:EngineTime",
    "engine_time_used": "Expenses:EngineTimeUsed",
}


class Transaction(msgspec.Struct, frozen=True):
    """Totals of one fact in one part of the period; `legs` are (account, unit, signed amount)."""

    day: date
    told: str
    legs: list[tuple[str, str, int]]


class PlainBooks(msgspec.Struct, frozen=True):
    """Everything a journal holds, before it is spelled in a format."""

    period: Period
    transactions: list[Transaction]
    closing: dict[tuple[str, str], int]


def write_books(
    connection: Connection[Any], folder: Path, to: BooksFormat, *, start: datetime, end: datetime
) -> Path:
    """Writes `books.journal` or `books.beancount` into `folder`, whole or not at all.

    `start` and `end` are days at midnight UTC. Raises JournalBehind, PeriodInvalid, OSError. The
    connection is switched to a snapshot and back.
    """
    if start == end:
        raise PeriodInvalid("A period without days has no books.", param="to")
    books = read_books(connection, start=start, end=end)
    text = "".join(f"{line}\n" for line in _SPELLERS[to](books))
    path = folder / f"books{SUFFIXES[to]}"
    fresh = path.with_suffix(path.suffix + ".part")
    try:
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise
    return path


def read_books(connection: Connection[Any], *, start: datetime, end: datetime) -> PlainBooks:
    """The totals of every month of a period. Raises JournalBehind."""
    with one_moment(connection, "journal_entries"):
        return _read(connection, resolve_period(connection, start, end))


def _read(connection: Connection[Any], period: Period) -> PlainBooks:
    known: Totals = totals(connection, period.opening)
    opening = Transaction(period.start.date(), "opening balances", _legs(known, None))
    transactions = [opening] if opening.legs else []
    position = period.opening
    while position < period.closing:
        month_end = min(_month_end(recorded_at(connection, position + 1)), period.end)
        position = position_before(connection, month_end, head=period.closing)
        sums = totals(connection, position)
        moved = between(known, sums)
        day = (month_end - timedelta(microseconds=1)).date()
        facts = sorted({key.fact for key in moved})
        transactions.extend(Transaction(day, fact, _legs(moved, fact)) for fact in facts)
        known = sums
    return PlainBooks(period, transactions, balances(known))


def _month_end(moment: datetime) -> datetime:
    """Where the calendar month of a moment ends, in UTC."""
    day = moment.astimezone(UTC)
    return datetime(day.year + day.month // 12, day.month % 12 + 1, 1, tzinfo=UTC)


def _legs(sums: Totals, fact: str | None) -> list[tuple[str, str, int]]:
    wanted = {key: total for key, total in sums.items() if fact is None or key.fact == fact}
    legs = [
        (account, unit, amount) for (unit, account), amount in balances(wanted).items() if amount
    ]
    return sorted(legs, key=lambda leg: (unit_order(leg[1]), leg[0]))


def _hledger(books: PlainBooks) -> Iterator[str]:
    yield from _head(books, ";")
    yield "decimal-mark ."
    for unit in _units(books):
        yield f"commodity {digits_text(0, unit)}{'' if '.' in digits_text(0, unit) else '.'} {unit}"
    for name in ACCOUNT_NAMES.values():
        yield f"account {name.lower()}"
    for transaction in books.transactions:
        yield ""
        yield f"{transaction.day} {transaction.told}"
        for account, unit, amount in transaction.legs:
            name = ACCOUNT_NAMES[account].lower()
            yield f"    {name:<36}  {digits_text(amount, unit):>20} {unit}"
    yield ""
    yield f"{_last_day(books)} closing balances are as reported"
    for account, unit, amount in _closing(books):
        name = ACCOUNT_NAMES[account].lower()
        yield f"    {name:<36}  0 {unit} = {digits_text(amount, unit)} {unit}"


def _beancount(books: PlainBooks) -> Iterator[str]:
    yield from _head(books, ";")
    first = books.period.start.date()
    for unit in _units(books):
        yield f"{first} commodity {_beancount_unit(unit)}"
    for name in ACCOUNT_NAMES.values():
        yield f"{first} open {name}"
    for transaction in books.transactions:
        yield ""
        yield f'{transaction.day} * "{transaction.told}"'
        for account, unit, amount in transaction.legs:
            spelled = f"{digits_text(amount, unit):>20} {_beancount_unit(unit)}"
            yield f"  {ACCOUNT_NAMES[account]:<36}  {spelled}"
    yield ""
    after = _last_day(books) + timedelta(days=1)
    for account, unit, amount in _closing(books):
        spelled = f"{digits_text(amount, unit):>20} {_beancount_unit(unit)}"
        yield f"{after} balance {ACCOUNT_NAMES[account]:<36}  {spelled}"


_SPELLERS = {"hledger": _hledger, "beancount": _beancount}


def _head(books: PlainBooks, mark: str) -> Iterator[str]:
    period = books.period
    yield f"{mark} From {period.start:%Y-%m-%d} until before {period.end:%Y-%m-%d}, UTC."
    yield f"{mark} The log up to position {period.closing}."
    if period.signed is not None:
        signed = period.signed
        yield f"{mark} Signed: {signed.origin}, size {signed.tree_size}, root {signed.root}."


def _last_day(books: PlainBooks) -> date:
    return (books.period.end - timedelta(microseconds=1)).date()


def _units(books: PlainBooks) -> list[str]:
    known = {unit for unit, _ in books.closing} | {CREDITS, ENGINE_MS}
    return sorted(known, key=unit_order)


def _closing(books: PlainBooks) -> list[tuple[str, str, int]]:
    legs = [(account, unit, amount) for (unit, account), amount in books.closing.items()]
    return sorted(legs, key=lambda leg: (unit_order(leg[1]), leg[0]))


def _beancount_unit(unit: str) -> str:
    return unit.upper()
