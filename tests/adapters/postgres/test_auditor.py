"""The auditor's role: reads redacted views of the books, and nothing else."""

import threading
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from adapters.postgres.connections import AUDITOR_ROLE, connect
from projections.rebuild import rebuild
from tests.projections.driving import project, store
from tests.projections.histories import History

Database = psycopg.Connection[Any]

VIEWS = {
    "audited_checkpoints",
    "audited_events",
    "audited_forks",
    "audited_keys",
    "audited_origins",
    "audited_selfchecks",
}
PROJECTIONS = {
    "balance_lots",
    "balances",
    "journal_days",
    "journal_entries",
    "journal_lots",
    "journal_open",
    "journal_payments",
    "open_debits",
    "statement_entries",
    "usage_days",
}
"""They hold amounts and ids only."""

RELATIONS = """
    SELECT n.nspname, c.relname, c.relkind
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname LIKE 'xavira%' AND c.relkind IN ('r', 'v', 'm', 'S', 'p', 'f')
"""


@pytest.fixture
def history(migrated: str) -> History:
    """A history that is in the log and in every projection."""
    history = History(seed=91).grow(150)
    with connect(migrated, role="xavira_work") as worker:
        store(worker, history.ledger.log)
        project(worker, history)
    return history


@pytest.fixture
def auditor(migrated: str, history: History) -> Iterator[Database]:
    """A session that may do what the auditor's role may."""
    with psycopg.connect(migrated, autocommit=True) as connection:
        connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(AUDITOR_ROLE)))
        connection.execute("SET search_path = xavira_live")
        yield connection


def test_the_auditor_sees_every_event_without_what_is_sealed(
    auditor: Database, history: History
) -> None:
    """Positions are complete, amounts are there; sealed texts, fingerprints and reasons are not."""
    rows = auditor.execute(
        "SELECT position, topic, facts FROM audited_events ORDER BY 1"
    ).fetchall()
    assert [row[0] for row in rows] == list(range(1, history.ledger.head() + 1))
    keys = {key for _, _, facts in rows for key in facts}
    assert keys & {"sealed", "fingerprint", "reason"} == set()
    assert {"amount", "draws", "price", "generation_id", "lot_id"} <= keys
    granted = [facts["amount"] for _, topic, facts in rows if topic == "credits.granted.v1"]
    assert len(granted) > 5
    assert min(granted) > 0


def test_the_auditor_can_add_the_books_up(auditor: Database) -> None:
    """Lots sum to balances, and balances to the last line of each statement."""
    total = "SELECT sum({}) FROM {}"
    booked = auditor.execute(total.format("booked", "balances")).fetchone()
    assert booked is not None
    assert booked[0] > 0
    assert auditor.execute(total.format("remaining", "balance_lots")).fetchone() == booked
    assert auditor.execute(total.format("amount", "statement_entries")).fetchone() == booked


def test_the_auditor_can_read_nothing_else(auditor: Database) -> None:
    """Of all our tables, views and sequences: the redacted views, and projections without text."""
    readable = set()
    relations = auditor.execute(RELATIONS).fetchall()
    for schema, name, _ in relations:
        query = sql.SQL("SELECT 1 FROM {}.{} LIMIT 1")
        try:
            auditor.execute(query.format(sql.Identifier(schema), sql.Identifier(name)))
        except psycopg.errors.InsufficientPrivilege:
            continue
        readable.add((schema, name))
    assert {schema for schema, _, _ in relations} == {
        "xavira_ground",
        "xavira_live",
        "xavira_test",
    }
    assert readable == {
        (f"xavira_{book}", name)
        for book in ("live", "test")
        for name in VIEWS | PROJECTIONS | {"projection_checkpoints"}
    }
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        auditor.execute("SELECT error FROM projection_checkpoints")


def test_a_rebuild_leaves_the_auditor_what_it_had(
    auditor: Database, migrated: str, history: History
) -> None:
    """No view stands in the way of a rebuilt table, and the new table can be read like the old."""
    before = auditor.execute("SELECT account_id, booked FROM balances ORDER BY 1").fetchall()
    options = "-c search_path=xavira_live,xavira_ground"
    with psycopg.connect(migrated, autocommit=True, options=options) as owner:
        done = rebuild(
            "balances",
            owner,
            history.ledger.read,
            stop=threading.Event(),
            progress=lambda position, target: None,
        )
    assert (done.swapped, done.differences) == (True, 0)
    assert (
        auditor.execute("SELECT account_id, booked FROM balances ORDER BY 1").fetchall() == before
    )


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO balances VALUES (gen_random_uuid(), 1, 0, 1)",
        "UPDATE balances SET booked = booked + 1",
        "DELETE FROM audited_events",
        "INSERT INTO stored_events SELECT * FROM stored_events",
        "SET ROLE xavira_work; SELECT 1 FROM stored_events; RESET ROLE",
        "CREATE TABLE xavira_live.mine (id integer)",
    ],
)
def test_the_auditor_can_change_nothing(statement: str, migrated: str, history: History) -> None:
    """No row, no table and no other role is within reach of a login that has only this role."""
    login = f"auditor_{uuid4().hex}"
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(login)))
        owner.execute(
            sql.SQL("GRANT {} TO {}").format(sql.Identifier(AUDITOR_ROLE), sql.Identifier(login))
        )
        try:
            owner.execute(sql.SQL("SET SESSION AUTHORIZATION {}").format(sql.Identifier(login)))
            owner.execute("SET search_path = xavira_live")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                owner.execute(statement)
        finally:
            owner.execute("RESET SESSION AUTHORIZATION")
            owner.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(login)))
