"""The continuous self-check: silent about right books, loud about one credit, never in the way."""

import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import psycopg
import pytest

from adapters.audit import sealed_events, selfcheck
from adapters.audit.selfcheck import FINDINGS_KEPT_MAX, SelfCheck, newest
from adapters.postgres.connections import connect
from domain.credits import Credits
from domain.event import Recorded
from domain.ledger import CreditsDebited, CreditsRefunded
from projections import books as books_module
from projections import running_books
from projections.running_books import (
    BOOKS_VERSION,
    SLICES,
    RunningBooks,
    compare,
    post_up_to,
    read_slice,
    restored,
)
from tests.projections.driving import project, store
from tests.projections.histories import History
from tests.stack import wait_for

Database = psycopg.Connection[Any]

PLANTED = [
    ("UPDATE balances SET booked = booked + 1 WHERE account_id = {}", "balance_differs"),
    ("UPDATE balances SET in_flight = in_flight + 1 WHERE account_id = {}", "balance_differs"),
    ("DELETE FROM balances WHERE account_id = {}", "balance_differs"),
    (
        "UPDATE balance_lots SET remaining = remaining - 1 WHERE (account_id, lot_id) ="
        " (SELECT account_id, lot_id FROM balance_lots WHERE account_id = {} AND remaining > 0"
        "  LIMIT 1)",
        "lot_differs",
    ),
    ("DELETE FROM balance_lots WHERE account_id = {} AND remaining > 0", "lot_differs"),
    (
        "UPDATE statement_entries SET amount = amount + 1 WHERE account_id = {} AND position ="
        " (SELECT min(position) FROM statement_entries WHERE account_id = {})",
        "statement_differs",
    ),
    (
        "UPDATE statement_entries SET balance = balance + 1 WHERE account_id = {} AND position ="
        " (SELECT min(position) FROM statement_entries WHERE account_id = {})",
        "statement_differs",
    ),
    (
        "DELETE FROM statement_entries WHERE account_id = {} AND position ="
        " (SELECT max(position) FROM statement_entries WHERE account_id = {})",
        "statement_differs",
    ),
    (
        "UPDATE journal_lots SET in_flight = in_flight + 1 WHERE (account_id, lot_id) ="
        " (SELECT account_id, lot_id FROM journal_lots WHERE account_id = {}"
        "  AND used + in_flight + expired + revoked < granted LIMIT 1)",
        "journal_lot_differs",
    ),
    (
        "DELETE FROM journal_lots WHERE account_id = {} AND used + expired + revoked < granted",
        "journal_balance_differs",
    ),
]


@pytest.fixture
def worker(migrated: str) -> Iterator[Database]:
    """A connection as the role that runs projections."""
    with connect(migrated, role="xavira_work") as connection:
        yield connection


def found_in(books: RunningBooks, worker: Database, history: History) -> set[str]:
    """Codes of what one look at all slices finds."""
    codes = set()
    for number in range(SLICES):
        rows = read_slice(worker, number)
        codes |= {each.code for each in compare(books, rows, history.ledger.read)}
    return codes


@pytest.mark.parametrize("seed", [81, 82, 83])
def test_right_books_have_no_findings_at_any_position(seed: int, worker: Database) -> None:
    """Wherever the projections are, and however often the books are kept and read again."""
    history = History(seed=seed).grow(300)
    full = history.ledger.log
    books = RunningBooks()
    for cut in range(20, len(full), 37):
        history.ledger.log = full[:cut]
        project(worker, history)
        history.ledger.log = full
        assert found_in(books, worker, history) == set()
        books.check_endings()
        kept = books.keep()
        assert kept is not None
        books = restored(kept)
        assert books.position == cut
    assert books.take_findings() == []


def test_what_has_ended_is_let_go() -> None:
    """Only open debits, lots with credits and balances stay; claims and streams do not pile up."""
    history = History(seed=84).grow(600)
    books = RunningBooks()
    post_up_to(books, history.ledger.read, history.ledger.head())
    assert books.take_findings() == []
    assert all(debit.open for debit in books.debits.values())
    assert all(lot.remaining or lot.in_flight for lot in books.lots.values())
    assert len(books.claims) <= 1
    assert books.versions == {}
    assert books.accounts == {}
    assert books.balances.keys() == set(history.accounts)


@pytest.mark.parametrize(("statement", "code"), PLANTED)
def test_a_planted_error_of_one_credit_is_found(
    statement: str, code: str, worker: Database
) -> None:
    """Even of an account that nothing happens to: each kind of row is named by its table."""
    history = History(seed=85).grow(150)
    project(worker, history)
    books = RunningBooks()
    assert found_in(books, worker, history) == set()
    account_id = history.accounts[2]
    worker.execute(statement.replace("{}", f"'{account_id}'"))
    assert found_in(books, worker, history) == {code}


def test_a_projection_that_rests_is_no_finding(worker: Database) -> None:
    """Rows that are behind the books wait until they have caught up, then they are compared."""
    history = History(seed=86).grow(200)
    project(worker, history)
    books = RunningBooks()
    post_up_to(books, history.ledger.read, history.ledger.head())
    worker.execute("UPDATE projection_checkpoints SET position = 5 WHERE name = 'statements'")
    worker.execute("UPDATE statement_entries SET amount = amount + 1")
    assert found_in(books, worker, history) == set()
    worker.execute("UPDATE balances SET booked = booked + 1")
    assert found_in(books, worker, history) == {"balance_differs"}


def changed(log: list[Recorded], index: int, event: Any) -> list[Recorded]:
    return [*log[:index], msgspec.structs.replace(log[index], event=event), *log[index + 1 :]]


def test_a_wrong_log_is_found_while_it_is_followed() -> None:
    """A debit that takes more than its draws say, and a debit that is missing, are named."""
    history = History(seed=87).grow(200)
    log = history.ledger.log
    index = next(i for i, recorded in enumerate(log) if type(recorded.event) is CreditsDebited)
    event: Any = log[index].event
    larger = msgspec.structs.replace(event, amount=Credits(event.amount + 1))
    history.ledger.log = changed(log, index, larger)
    books = RunningBooks()
    post_up_to(books, history.ledger.read, len(log))
    assert {"draws_unequal", "debit_without_claim"} <= {f.code for f in books.take_findings()}

    history.ledger.log = [*log[:index], *log[index + 1 :]]
    books = RunningBooks()
    post_up_to(books, history.ledger.read, len(log))
    assert {"position_gap", "claim_without_debit"} <= {f.code for f in books.take_findings()}


def test_the_auditors_page_names_every_finding() -> None:
    """And none that there is not. What only a whole replay finds is the command's to tell."""
    modules = (books_module, running_books, selfcheck, sealed_events)
    sources = [Path(module.__file__ or "") for module in modules]
    found = re.compile(r'(?:self\.find|finding)\(\s*"(\w+)"')
    codes = {code for source in sources for code in found.findall(source.read_text())}
    page = (Path(__file__).parents[3] / "docs" / "howto" / "auditor.md").read_text()
    rows = page.partition("| finding | meaning |\n")[2].partition("\n\n")[0].splitlines()[1:]
    told = {code for row in rows for code in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert told == codes - ONLY_BY_REPLAY


ONLY_BY_REPLAY = {
    "version_gap",
    "account_not_opened",
    "fold_refuses",
    "fold_differs",
    "balance_negative",
    "ended_twice",
}


def test_an_end_without_its_refund_is_found_at_the_second_look() -> None:
    """A look may fall between the two, so the first one says nothing yet."""
    history = History(seed=87).grow(200)
    log = history.ledger.log
    index = next(i for i, recorded in enumerate(log) if type(recorded.event) is CreditsRefunded)
    history.ledger.log = log[:index]
    books = RunningBooks()
    post_up_to(books, history.ledger.read, index)
    books.check_endings()
    assert books.take_findings() == []
    books.check_endings()
    assert [found.code for found in books.take_findings()] == ["refund_and_ending_differ"]


def test_a_lot_that_holds_more_than_it_was_granted_is_found() -> None:
    """Something comes back to it that never left."""
    history = History(seed=87).grow(200)
    log = history.ledger.log
    index = next(i for i, recorded in enumerate(log) if type(recorded.event) is CreditsDebited)
    event: Any = log[index].event
    (draw,) = event.draws
    less = msgspec.structs.replace(draw, amount=Credits(-draw.amount))
    history.ledger.log = changed(log, index, msgspec.structs.replace(event, draws=(less,)))
    books = RunningBooks()
    post_up_to(books, history.ledger.read, index + 1)
    assert "lot_unbalanced" in {found.code for found in books.take_findings()}


def test_the_running_check_reports_and_goes_on(worker: Database, migrated: str) -> None:
    """Its results are kept for the operator: clean at first, then the error, then clean again."""
    history = History(seed=88).grow(120)
    store(worker, history.ledger.log)
    project(worker, history)
    halted = threading.Event()
    check = SelfCheck(
        database_url=migrated, read=history.ledger.read, interval_seconds=0.2, share_max=0.9
    )
    thread = threading.Thread(target=check.run, args=(halted,))
    thread.start()
    try:
        clean = wait_for(lambda: newest(worker))[0]
        assert (clean.position, clean.accounts, clean.findings) == (history.ledger.head(), 5, [])
        worker.execute("UPDATE balances SET booked = booked + 1")
        result = wait_for(lambda: [r for r in newest(worker, limit=100) if r.findings])[0]
        assert {finding["code"] for finding in result.findings} == {"balance_differs"}
        assert len(result.findings) <= FINDINGS_KEPT_MAX
        worker.execute("UPDATE balances SET booked = booked - 1")
        wait_for(lambda: newest(worker)[0].findings == [])
        assert thread.is_alive()
    finally:
        halted.set()
        thread.join(30)
    kept = worker.execute("SELECT position FROM selfcheck_books").fetchone()
    assert kept == (history.ledger.head(),)


def test_erasures_that_do_not_hold_are_found(worker: Database, migrated: str) -> None:
    """A key that a restored key store brought back, and an erasure that was cut off long ago."""
    history = History(seed=89)
    project(worker, history)
    back, cut_off, running = history.accounts[:3]
    worker.execute("INSERT INTO data_keys (account_id, wrapped) VALUES (%s, 'k')", (back,))
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute(
            "INSERT INTO xavira_ground.erasures"
            " (account_id, asked_at, sequence, erased_at, finished_at) VALUES"
            " (%s, now(), 1, now(), now()), (%s, now() - interval '1 hour', NULL, NULL, NULL),"
            " (%s, now(), NULL, NULL, NULL)",
            (back, cut_off, running),
        )
    check = SelfCheck(
        database_url=migrated, read=history.ledger.read, interval_seconds=0.0, share_max=0.9
    )
    found = check.look(worker, RunningBooks(), threading.Event())
    assert [(each.code, each.subject) for each in found] == [
        ("erased_key_present", str(back)),
        ("erasure_unfinished", str(cut_off)),
    ]


def test_an_expiry_that_stays_unbooked_is_found(worker: Database, migrated: str) -> None:
    """Not at the first look, which may come before the booking, and not once it is booked or while
    the balances rest.
    """
    history = History(seed=91)
    project(worker, history)
    account_id = history.accounts[0]
    worker.execute(
        "INSERT INTO balance_lots SELECT %s, %s, 'promo', 1, %s, 3, 3, false, 1",
        (account_id, uuid4(), datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
    )
    check = SelfCheck(
        database_url=migrated,
        read=history.ledger.read,
        interval_seconds=0.0,
        share_max=0.9,
        unbooked_seconds_max=1e-9,
    )

    def found() -> list[tuple[str, str, str]]:
        looked = check.look(worker, RunningBooks(), threading.Event())
        return [(e.code, e.subject, e.message) for e in looked if e.code == "expiry_not_booked"]

    assert found() == []
    told = "credits expired at 2026-01-02 03:04:05 UTC are not booked"
    assert found() == [("expiry_not_booked", str(account_id), told)]
    worker.execute(
        "UPDATE projection_checkpoints SET state = 'stopped', error = 'x' WHERE name = 'balances'"
    )
    assert found() == []
    worker.execute("UPDATE projection_checkpoints SET state = 'running', error = NULL")
    assert found() == []
    worker.execute("UPDATE balance_lots SET remaining = 0 WHERE account_id = %s", (account_id,))
    assert found() == []


def test_books_of_another_log_are_not_taken_up(worker: Database, migrated: str) -> None:
    """Kept books that are ahead of the log, or of another version, are made again from it."""
    history = History(seed=90).grow(60)
    store(worker, history.ledger.log)
    project(worker, history)
    for version, position in ((BOOKS_VERSION, history.ledger.head() + 1), (BOOKS_VERSION + 1, 1)):
        worker.execute(
            "INSERT INTO selfcheck_books (version, position, body) VALUES (%s, %s, 'not read')"
            " ON CONFLICT (singleton) DO UPDATE"
            " SET version = excluded.version, position = excluded.position",
            (version, position),
        )
        halted = threading.Event()
        check = SelfCheck(
            database_url=migrated, read=history.ledger.read, interval_seconds=0.1, share_max=0.9
        )
        thread = threading.Thread(target=check.run, args=(halted,))
        thread.start()
        try:
            wait_for(lambda: newest(worker))
        finally:
            halted.set()
            thread.join(30)
        assert newest(worker)[0].findings == []
        assert worker.execute("DELETE FROM selfcheck_results").rowcount > 0
