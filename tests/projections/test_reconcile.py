"""The auditor: silent about a right book, and naming each kind of wrong one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import msgspec
import psycopg
import pytest

from domain.credits import Credits
from domain.event import Recorded
from domain.generation import GenerationCompleted, GenerationFailed
from domain.ids import LotId
from domain.ledger import (
    CreditsDebited,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    Draw,
)
from projections.reconcile import reconcile
from tests.books import reconcile_log
from tests.projections.driving import project, store
from tests.projections.histories import History

Database = psycopg.Connection[Any]


def test_a_right_book_has_no_findings(worker: Database, reader: Database) -> None:
    """Log, fold, balances and statements of a random history agree."""
    history = History(seed=61).grow(600)
    store(worker, history.ledger.log)
    project(worker, history)
    assert reconcile(reader, history.ledger.read) == []


def test_projections_behind_the_log_are_compared_where_they_are(
    worker: Database, reader: Database
) -> None:
    """A lag, even one that cuts a transaction in two, is no finding."""
    history = History(seed=62).grow(200)
    full = history.ledger.log
    for cut in range(100, 120):
        history.ledger.log = full[:cut]
        project(worker, history)
        history.ledger.log = full
        assert reconcile(reader, history.ledger.read) == []


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE balances SET booked = booked + 1", "balance_differs"),
        ("UPDATE balances SET in_flight = in_flight + 1", "balance_differs"),
        ("UPDATE balance_lots SET remaining = remaining - 1 WHERE remaining > 0", "lot_differs"),
        ("DELETE FROM balances", "balance_differs"),
        (
            "DELETE FROM statement_entries WHERE (account_id, position) IN"
            " (SELECT account_id, max(position) FROM statement_entries GROUP BY account_id)",
            "statement_differs",
        ),
        (
            "UPDATE statement_entries SET amount = amount + 1 WHERE (account_id, position) IN"
            " (SELECT account_id, min(position) FROM statement_entries GROUP BY account_id)",
            "statement_differs",
        ),
        (
            "UPDATE statement_entries SET balance = balance + 1 WHERE (account_id, position) IN"
            " (SELECT account_id, max(position) FROM statement_entries GROUP BY account_id)",
            "statement_differs",
        ),
    ],
)
def test_changed_rows_are_found(
    statement: str, code: str, worker: Database, reader: Database
) -> None:
    """A row that does not follow from the log is named by the table it lies in."""
    history = History(seed=63).grow(100)
    project(worker, history)
    worker.execute(statement)
    assert {finding.code for finding in reconcile(reader, history.ledger.read)} == {code}


def without(kind: type[Any]) -> Callable[[list[Recorded]], list[Recorded]]:
    """Drops the first event of a kind and closes the gap it leaves."""

    def change(log: list[Recorded]) -> list[Recorded]:
        index = next(i for i, recorded in enumerate(log) if isinstance(recorded.event, kind))
        gone = log[index]
        kept = log[:index] + log[index + 1 :]
        return [
            msgspec.structs.replace(
                recorded,
                position=position,
                version=recorded.version
                - (recorded.stream_id == gone.stream_id and recorded.version > gone.version),
            )
            for position, recorded in enumerate(kept, 1)
        ]

    return change


def twice(kind: type[Any]) -> Callable[[list[Recorded]], list[Recorded]]:
    """Repeats the first event of a kind at the end of the log."""

    def change(log: list[Recorded]) -> list[Recorded]:
        again = next(recorded for recorded in log if isinstance(recorded.event, kind))
        versions = [r.version for r in log if r.stream_id == again.stream_id]
        last = msgspec.structs.replace(
            again,
            position=len(log) + 1,
            version=max(versions) + 1,
            recorded_at=log[-1].recorded_at,
        )
        return [*log, last]

    return change


def larger(log: list[Recorded]) -> list[Recorded]:
    """The first debit takes one credit more than it says where from."""
    index = next(i for i, recorded in enumerate(log) if type(recorded.event) is CreditsDebited)
    event: Any = log[index].event
    changed = msgspec.structs.replace(event, amount=Credits(event.amount + 1))
    return [*log[:index], msgspec.structs.replace(log[index], event=changed), *log[index + 1 :]]


def elsewhere(log: list[Recorded]) -> list[Recorded]:
    """A refund goes to another lot of the same account."""
    lots: set[tuple[UUID, LotId]] = set()
    for index, recorded in enumerate(log):
        event: Any = recorded.event
        if isinstance(event, CreditsGranted):
            lots.add((recorded.stream_id, event.lot_id))
        if isinstance(event, CreditsRefunded):
            drawn = {(recorded.stream_id, draw.lot_id) for draw in event.draws}
            for account_id, lot_id in sorted(lots - drawn):
                if account_id == recorded.stream_id:
                    there = (Draw(lot_id, event.amount),)
                    event = msgspec.structs.replace(event, draws=there)
                    changed = msgspec.structs.replace(recorded, event=event)
                    return [*log[:index], changed, *log[index + 1 :]]
    raise AssertionError("no account has two lots")


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (elsewhere, {"refund_unequal", "lot_unbalanced"}),
        (lambda log: log[:9] + log[10:], {"position_gap"}),
        (without(CreditsDebited), {"claim_without_debit"}),
        (without(CreditsRefunded), {"refund_and_ending_differ"}),
        (without(GenerationFailed), {"refund_and_ending_differ"}),
        (without(CreditsGranted), {"unknown_lot", "balance_negative"}),
        (twice(GenerationCompleted), {"ended_twice", "lot_unbalanced"}),
        (twice(CreditsRefunded), {"refund_without_debit"}),
        (twice(CreditsExpired), {"lot_unbalanced", "fold_refuses"}),
        (twice(CreditsDebited), {"debited_twice"}),
        (larger, {"debit_without_claim", "draws_unequal"}),
        (lambda log: [log[0], *log[2:]], {"position_gap", "version_gap"}),
    ],
)
def test_changed_logs_are_found(
    change: Callable[[list[Recorded]], list[Recorded]], codes: set[str]
) -> None:
    """Each kind of wrong log is named by at least the finding that it deserves."""
    history = History(seed=64).grow(300)
    assert reconcile_log(history.ledger.log) == []
    found = {finding.code for finding in reconcile_log(change(list(history.ledger.log)))}
    assert codes <= found
