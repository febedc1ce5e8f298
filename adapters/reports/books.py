"""Reports about the books: trial balance, credit liability, revenue, refunds."""

from collections.abc import Callable, Iterable
from typing import Any

from psycopg import Connection

from adapters.reports.report import Column, Report, unit_order
from projections.journal_postings import (
    ACCOUNTS,
    BREAKAGE,
    CASH,
    CREDITS,
    CUSTOMER,
    CUSTOMER_FREE,
    ENGINE_MS,
    IN_FLIGHT,
    LOSS,
    REVENUE,
)
from projections.rollups import Period, TotalKey, Totals, balances, between, totals

LIABILITY = frozenset({CUSTOMER, CUSTOMER_FREE})
CASH_REFUND_FACTS = frozenset({"repaid", "revoked", "lost", "charged_back"})
UNIT = Column("unit")
AMOUNT = Column("amount", "amount")


class Books:
    """The sums that every report about a period starts from."""

    def __init__(self, connection: Connection[Any], period: Period) -> None:
        self.opening = totals(connection, period.opening)
        self.closing = totals(connection, period.closing)
        self.moved = between(self.opening, self.closing)

    def units(self) -> list[str]:
        return sorted({key.unit for key in self.closing}, key=unit_order)


def trial_balance(connection: Connection[Any], period: Period) -> Report:
    """Opening, debits, credits and closing of every account, by unit; each unit sums to nothing."""
    books = Books(connection, period)
    before, after = balances(books.opening), balances(books.closing)
    debited, credited = _sides(books.moved)
    rows: list[tuple[str | int, ...]] = []
    for unit in books.units():
        total = [0, 0, 0, 0]
        for account in ACCOUNTS:
            debits = debited.get((unit, account), 0)
            taken = credited.get((unit, account), 0)
            opening, closing = before.get((unit, account), 0), after.get((unit, account), 0)
            figures = (opening, debits, taken, closing)
            assert opening + debits - taken == closing, (unit, account)
            if any(figures):
                rows.append((unit, account, *figures))
            total = [known + more for known, more in zip(total, figures, strict=True)]
        rows.append((unit, "total", *total))
    columns = (UNIT, Column("account"), *_amounts("opening", "debits", "credits", "closing"))
    return Report(
        name="trial-balance", title="Trial balance", period=period, columns=columns, rows=rows
    )


def credit_liability(connection: Connection[Any], period: Period) -> Report:
    """What customers are owed: from opening to closing, with in flight and cash refunds apart."""
    books = Books(connection, period)
    before, after = balances(books.opening), balances(books.closing)
    rows: list[tuple[str | int, ...]] = []
    for unit in books.units():
        if unit == ENGINE_MS:
            continue
        moves = {fact: _liability(books.moved, unit, fact) for fact in LIABILITY_FACTS}
        opening, closing = _owed(before, unit), _owed(after, unit)
        assert opening + sum(moves.values()) == closing, (unit, opening, moves, closing)
        rows += [(unit, "opening", opening)]
        rows += [(unit, fact, amount) for fact, amount in moves.items()]
        rows += [
            (unit, "closing", closing),
            (unit, "in flight, opening", -before.get((unit, IN_FLIGHT), 0)),
            (unit, "in flight, closing", -after.get((unit, IN_FLIGHT), 0)),
            (unit, "cash refunds", _cash_refunds(books.moved, unit)),
        ]
    return Report(
        name="credit-liability",
        title="Credit liability",
        period=period,
        columns=(UNIT, Column("line"), AMOUNT),
        rows=rows,
    )


LIABILITY_FACTS = ("sold", "granted", "debited", "returned", "expired", "revoked", "repaid")


def revenue(connection: Connection[Any], period: Period) -> Report:
    """Deferred and recognised revenue, breakage and losses, bought credits apart from free ones."""
    books = Books(connection, period)
    before, after = balances(books.opening), balances(books.closing)
    rows: list[tuple[str | int, ...]] = []
    for unit in books.units():
        if unit == ENGINE_MS:
            continue
        paid, free = _by_kind(books.moved, unit, REVENUE)
        broken, broken_free = _by_kind(books.moved, unit, BREAKAGE)
        rows += [
            (unit, "deferred, opening", _owed(before, unit) - before.get((unit, IN_FLIGHT), 0)),
            (unit, "deferred, closing", _owed(after, unit) - after.get((unit, IN_FLIGHT), 0)),
            (unit, "recognised, paid", paid),
            (unit, "recognised, promo", free),
            (unit, "breakage, paid", broken),
            (unit, "breakage, promo", broken_free),
            (unit, "chargeback loss", after.get((unit, LOSS), 0) - before.get((unit, LOSS), 0)),
        ]
    return Report(
        name="revenue",
        title="Revenue and breakage",
        period=period,
        columns=(UNIT, Column("line"), AMOUNT),
        rows=rows,
    )


def refunds(connection: Connection[Any], period: Period) -> Report:
    """Credits that came back from work without output, by the reason and the kind of lot."""
    books = Books(connection, period)
    returned = {key: total for key, total in books.moved.items() if key.fact == "returned"}
    ordered = sorted(returned, key=lambda key: (unit_order(key.unit), key.cause, key.lot_kind))
    rows: list[tuple[str | int, ...]] = [
        (key.unit, key.cause, key.lot_kind, _events(key, returned), returned[key].amount)
        for key in ordered
    ]
    columns = (UNIT, Column("reason"), Column("lot_kind"), Column("generations", "count"), AMOUNT)
    return Report(
        name="refunds", title="Refunds by reason", period=period, columns=columns, rows=rows
    )


def _sides(sums: Totals) -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
    """(debits, credits) of every unit and account."""
    debited: dict[tuple[str, str], int] = {}
    credited: dict[tuple[str, str], int] = {}
    for key, total in sums.items():
        for side, account in ((debited, key.debit), (credited, key.credit)):
            side[key.unit, account] = side.get((key.unit, account), 0) + total.amount
    return debited, credited


def _sum(sums: Totals, wanted: Callable[[TotalKey], bool]) -> int:
    return sum(total.amount for key, total in sums.items() if wanted(key))


def _events(key: TotalKey, sums: Totals) -> int | str:
    """Events are counted beside the credits; their money is no second event."""
    return sums[key].events if key.unit == CREDITS else ""


def _amounts(*names: str) -> Iterable[Column]:
    return [Column(name, "amount") for name in names]


def _owed(known: dict[tuple[str, str], int], unit: str) -> int:
    return -sum(known.get((unit, account), 0) for account in LIABILITY)


def _liability(sums: Totals, unit: str, fact: str) -> int:
    """What a fact added to what customers are owed; negative where it took."""
    keys = [key for key in sums if (key.unit, key.fact) == (unit, fact)]
    added = sum(sums[key].amount for key in keys if key.credit in LIABILITY)
    return added - sum(sums[key].amount for key in keys if key.debit in LIABILITY)


def _cash_refunds(sums: Totals, unit: str) -> int:
    """Cash that went back to payers, by us or by their bank."""
    keys = [key for key in sums if key.unit == unit and key.fact in CASH_REFUND_FACTS]
    gone = sum(sums[key].amount for key in keys if key.credit == CASH)
    return gone - sum(sums[key].amount for key in keys if key.debit == CASH)


def _by_kind(sums: Totals, unit: str, account: str) -> tuple[int, int]:
    """(of paid lots, of free lots) credited to an account."""
    paid = _sum(sums, lambda k: (k.unit, k.credit, k.lot_kind) == (unit, account, "paid"))
    every = _sum(sums, lambda k: (k.unit, k.credit) == (unit, account))
    return paid, every - paid
