"""`xavira projections`: what an operator sees, and a rebuild from the command line."""

import json
from typing import Any

import psycopg
import pytest
from click.testing import CliRunner, Result

from adapters.cli.commands import complete_group
from adapters.eventstore import PostgresLedger
from domain.ids import AccountId
from projections import runner
from projections.registry import PROJECTIONS
from tests import builders
from tests.projections.driving import refuse

ACCOUNT = AccountId(builders.NAMES)


@pytest.fixture
def worked(migrated: str, worker: psycopg.Connection[Any]) -> str:
    """A log of one account that every projection has applied."""
    with PostgresLedger(migrated, role="xavira_work") as ledger:
        ledger.append(builders.opened(ACCOUNT)).result()
        ledger.append(builders.granted(ACCOUNT, 7)).result()
        projections = list(PROJECTIONS.values())
        runner.start(worker, projections, head=ledger.head())
        batch = ledger.read(0, 100)
        runner.step(projections, batch, worker, book="live", read=ledger.read, report=refuse)
    return migrated


def _run(database: str, *words: str) -> Result:
    environment = {"XAVIRA_DATABASE_URL": database, "COLUMNS": "80"}
    return CliRunner().invoke(complete_group(), ["projections", *words], env=environment)


def _booked(database: str) -> object:
    with psycopg.connect(database) as connection:
        return connection.execute("SELECT booked FROM xavira_live.balances").fetchone()


def test_the_list_tells_lag_and_state(worked: str) -> None:
    """Every projection is listed with its position and what it lacks."""
    known = json.loads(_run(worked, "list", "--json").stdout)

    assert {one["name"] for one in known} == set(PROJECTIONS)
    assert {(one["position"], one["lag"], one["state"]) for one in known} == {(5, 0, "running")}
    assert "balance_lots" in _run(worked, "list").stdout


def test_the_list_cuts_nothing_off(worked: str) -> None:
    """In a terminal of 80 columns every table is still named whole."""
    shown = _run(worked, "list").stdout
    assert "journal_payments, journal_days" in shown
    assert "seconds behind" in shown
    assert "…" not in shown


def test_a_check_finds_what_a_rebuild_mends(worked: str) -> None:
    """A row changed by hand fails the check; the rebuild replaces it and the check passes."""
    with psycopg.connect(worked) as connection:
        connection.execute("UPDATE xavira_live.balances SET booked = 99")

    found = _run(worked, "rebuild", "balances", "--check")
    assert (found.exit_code, _booked(worked)) == (1, (99,))

    mended = _run(worked, "rebuild", "balances")
    assert (mended.exit_code, _booked(worked)) == (0, (32,))
    assert _run(worked, "rebuild", "balances", "--check").exit_code == 0


def test_what_is_no_projection_is_refused(worked: str) -> None:
    """A reaction, a cache and an unknown name are refused with a reason."""
    for name, reason in (
        ("dispatch_queue", "would do its work again"),
        ("snapshots", "is a cache"),
        ("weather", "There is no projection weather"),
    ):
        refused = _run(worked, "rebuild", name)
        assert refused.exit_code == 1
        assert reason in refused.stderr
