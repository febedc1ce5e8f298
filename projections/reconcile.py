"""Do log, projections and the domain's fold agree? The balances', statements' and journal's rows
against the books, each at its own checkpoint. Finds and names; mends nothing.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.event import Recorded
from projections.books import Books, Finding, finding
from projections.journal_check import JournalRows, compare_journal, read_journal
from projections.moment import one_moment
from projections.named_sql import named_sql
from projections.projection import Read

READ_EVENTS = 5_000
"""Events of one read."""

RECONCILED = ("balances", "statements", "journal")


def reconcile(connection: Connection[Any], read: Read) -> list[Finding]:
    """The log against itself and against the projections' rows at their own checkpoints.

    The rows are read first, in one snapshot; the log is read afterwards, in short reads.
    """
    rows = projected(connection)
    marks = {name: rows.positions.get(name, 0) for name in RECONCILED}
    books = Books()
    found: list[Finding] = []
    for mark in sorted(set(marks.values())):
        for recorded in _events(read, books.position, mark):
            books.post(recorded)
        if marks["balances"] == mark:
            found += _compare_balances(books, rows)
        if marks["statements"] == mark:
            found += _compare_statements(books, rows)
        if marks["journal"] == mark:
            found += compare_journal(books, rows.journal)
    for recorded in _events(read, books.position, None):
        books.post(recorded)
    return books.findings() + found


class Projected(msgspec.Struct):
    """Rows of the projections at one moment."""

    positions: dict[str, int]
    balances: dict[UUID, tuple[int, int]]
    lots: dict[tuple[UUID, UUID], tuple[int, bool]]
    statements: dict[UUID, int]
    sums: dict[UUID, int]
    journal: JournalRows


def projected(connection: Connection[Any]) -> Projected:
    """The projections' rows and checkpoints, all of one moment."""

    def rows(name: str) -> list[Any]:
        return connection.execute(named_sql("reconcile", name)).fetchall()

    with one_moment(connection, "balances", "statement_entries", "journal_lots"):
        return Projected(
            positions=dict(rows("checkpoints")),
            balances={account: (booked, flying) for account, booked, flying in rows("balances")},
            lots={(account, lot): (left, gone) for account, lot, left, gone in rows("lots")},
            statements=dict(rows("statements")),
            sums=dict(rows("statement_sums")),
            journal=read_journal(connection),
        )


def _events(read: Read, after: int, to: int | None) -> Iterator[Recorded]:
    """Events after `after` up to `to`, or up to the end of the log."""
    while to is None or after < to:
        limit = READ_EVENTS if to is None else min(READ_EVENTS, to - after)
        batch = read(after, limit)
        yield from batch
        if not batch:
            return
        after = batch[-1].position


def _compare_balances(books: Books, rows: Projected) -> Iterator[Finding]:
    flying = books.in_flight()
    for account_id in rows.balances.keys() | books.balances.keys():
        expected = (books.balances.get(account_id, 0), flying.get(account_id, 0))
        if rows.balances.get(account_id, (0, 0)) != expected:
            message = f"projection {rows.balances.get(account_id)}, books {expected}"
            yield finding("balance_differs", account_id, message)
    for key in rows.lots.keys() | books.lots.keys():
        lot, row = books.lots.get(key), rows.lots.get(key)
        if lot is None or row is None or row[0] != lot.remaining:
            message = f"projection {row}, books {lot}"
            yield finding("lot_differs", key[1], message)


def _compare_statements(books: Books, rows: Projected) -> Iterator[Finding]:
    for account_id in rows.statements.keys() | books.balances.keys():
        expected = books.balances.get(account_id, 0)
        seen = (rows.statements.get(account_id, 0), rows.sums.get(account_id, 0))
        if seen != (expected, expected):
            message = f"last balance and sum of entries {seen}, books {expected}"
            yield finding("statement_differs", account_id, message)
