"""What commands print for people is what there is: no word of it is read as a style."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.cli.app import console
from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from domain.payments import buying
from domain.payments.payment import PaymentNotice
from tests.adapters.cli.test_models import run, written
from tests.adapters.payments.test_commands import Operator

REFERENCES = ("invoice[a]81", "txn[/b]81", "[bold]81", "a:warning:81", r"b\[c]81")
WIDE = "400"


@pytest.fixture
def operator(migrated: str, monkeypatch: pytest.MonkeyPatch) -> Operator:
    """In a terminal where no line is broken, with payments that matched nothing."""
    monkeypatch.setenv("COLUMNS", WIDE)
    operator = Operator(migrated)
    notices = [
        PaymentNotice(
            provider="btcpay",
            reference=reference,
            kind="paid",
            price_minor=1234,
            received_minor=1234,
            currency="EUR",
        )
        for reference in REFERENCES
    ]
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        for notice in notices:
            ledger.append(buying.receive_payment(notice, pack=None)).result()
    operator.project()
    return operator


@pytest.mark.parametrize("words", ["credits unmatched", "ledger tail"])
def test_a_reference_is_printed_as_it_is(operator: Operator, words: str) -> None:
    """Whatever it would mean to a printer of styles."""
    result = operator.run(*words.split())
    assert result.exit_code == 0, result.output
    assert [each for each in REFERENCES if each not in result.stdout] == []


def test_why_a_projection_stopped_is_printed_as_it_is(operator: Operator) -> None:
    """It may quote anything that an event holds."""
    with connect(operator.database_url, role="xavira_work") as connection:
        connection.execute(
            "UPDATE projection_checkpoints SET state = 'stopped', error = %s, error_position = 7"
            " WHERE name = 'balances'",
            ("no txn[/b]81",),
        )
    result = operator.run("projections", "list")
    assert result.exit_code == 0, result.output
    assert "stopped at 7: no txn[/b]81" in result.stdout


def test_folders_are_printed_as_they_are(
    operator: Operator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of weights, and those that a check of the doctor tells of."""
    folder = tmp_path / "of[a]mine"
    folder.mkdir()
    catalogue = written(tmp_path, sharp=folder / "weights[a]")
    result = run(["list"], catalogue)
    assert result.exit_code == 0, result.output
    assert str(folder / "weights[a]" / "pipeline") in result.stdout
    monkeypatch.setattr("adapters.cli.doctor.LOOKS", {"data": lambda settings: str(settings.data)})
    monkeypatch.setattr("adapters.cli.doctor.set_up_logs", lambda **_: None)
    operator.set("data", str(folder))
    assert str(folder) in operator.run("doctor").stdout


def test_no_line_for_people_is_read_as_styles() -> None:
    """Not in `up` either, and in nothing that is still to come."""
    people = console()
    with people.capture() as captured:
        people.print("data[/b] :warning: [red]x")
    assert captured.get() == "data[/b] :warning: [red]x\n"
