"""Who may add to the log, and by what: only `append_events`, whoever calls it from wherever."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from eventsourcing.persistence import StoredEvent

from adapters.eventstore import PostgresLedger
from adapters.eventstore.append_call import APPEND_LOCK, AppendCall
from adapters.postgres.connections import connect
from domain.ids import AccountId
from tests import builders
from tests.adapters.eventstore.whole import assert_gap_free

ROGUE = "INSERT INTO stored_events VALUES (%s, 1, 'rogue', '', %s, now())"
LURES = {
    "clock_timestamp()": "timestamptz",
    "pg_advisory_xact_lock(integer, integer)": "void",
    "pg_notify(text, text)": "void",
    "unnest(uuid[])": "SETOF uuid",
    "added(bigint, bigint)": "bigint",
    "taken(bigint, bigint)": "bigint",
    "not_less(integer, bigint)": "boolean",
}
"""What the append names, as somebody else may define it: function, and what it returns."""

LURING_OPERATORS = {
    "+": ("bigint", "added"),
    "-": ("bigint", "taken"),
    ">=": ("integer", "not_less"),
}
"""Operator: the type to its left, and its function."""


@pytest.fixture
def ledger(migrated: str) -> Iterator[PostgresLedger]:
    """A ledger with one account."""
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        ledger.append(builders.opened(AccountId(uuid4()))).result()
        yield ledger


@pytest.mark.parametrize("role", ["xavira_api", "xavira_work"])
def test_a_role_cannot_choose_a_position_or_a_time(
    role: str, migrated: str, ledger: PostgresLedger
) -> None:
    """Both are the function's to give: a row of its own is refused."""
    with (
        connect(migrated, role=role) as rogue,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        rogue.execute(ROGUE, (uuid4(), ledger.head() + 1))


def test_the_append_is_for_the_roles_only(migrated: str) -> None:
    """Whoever else may enter the schema has no use of the rights that it runs with."""
    with psycopg.connect(migrated) as owner:
        (public,) = owner.execute(
            "SELECT count(*) FROM pg_proc p, aclexplode(p.proacl) a"
            " WHERE p.proname = 'append_events' AND a.grantee = 0"
        ).fetchone() or (None,)
    assert public == 0


def test_the_append_does_not_follow_the_search_path_of_its_caller(
    migrated: str, ledger: PostgresLedger
) -> None:
    """Nothing that a caller puts before the real names runs with the rights of the log's owner."""
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute("CREATE SCHEMA lure")
        owner.execute("GRANT USAGE ON SCHEMA lure TO xavira_api")
        owner.execute("CREATE TABLE lure.ledger_forks (closed_at timestamptz)")
        owner.execute("INSERT INTO lure.ledger_forks VALUES (NULL)")
        owner.execute("CREATE TABLE lure.stored_events (LIKE xavira_live.stored_events)")
        for function, returned in LURES.items():
            owner.execute(
                f"CREATE FUNCTION lure.{function} RETURNS {returned} LANGUAGE plpgsql AS"
                " $$ BEGIN RAISE EXCEPTION 'lured'; END $$"
            )
        for operator, (left, function) in LURING_OPERATORS.items():
            owner.execute(
                f"CREATE OPERATOR lure.{operator}"
                f" (LEFTARG = {left}, RIGHTARG = bigint, FUNCTION = lure.{function})"
            )
        owner.execute("GRANT ALL ON ALL TABLES IN SCHEMA lure TO xavira_api")
    before = ledger.head()
    with psycopg.connect(migrated, autocommit=True) as caller:
        caller.execute("SET ROLE xavira_api")
        caller.execute("SET search_path = lure, pg_catalog")
        row = caller.execute(
            "SELECT first FROM xavira_live.append_events("
            "%s, 1, 'nobody', %s, '{1}', '{rogue}', %s)",
            (APPEND_LOCK, [uuid4()], [b"{}"]),
        ).fetchone()
    assert row == (before + 1,)
    assert ledger.head() == before + 1


def test_a_stream_has_no_version_before_the_first(migrated: str, ledger: PostgresLedger) -> None:
    """Refused as the table refused it; what is refused takes no position."""
    event = StoredEvent(uuid4(), 0, "rogue", b"{}")
    with (
        connect(migrated, role="xavira_api") as rogue,
        pytest.raises(psycopg.errors.CheckViolation),
    ):
        AppendCall("live")(rogue, [event])
    assert_gap_free(ledger)
