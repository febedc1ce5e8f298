"""The commands of finance: what they print, write and refuse."""

import json
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner, Result

from adapters.cli.commands import complete_group
from adapters.cli.report import TELLS
from adapters.reports.catalogue import TITLES

PERIOD = ("--from", "2025-02-01", "--to", "2025-03-01")


@pytest.fixture
def xavira(books_url: str, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("XAVIRA_DATABASE_URL", books_url)
    monkeypatch.setenv("XAVIRA_DATABASE_OWNER_URL", books_url)
    return CliRunner()


def run(xavira: CliRunner, *arguments: str) -> Result:
    return xavira.invoke(complete_group(), arguments)


def test_the_list_of_reports_says_what_each_tells() -> None:
    """More than its name, and in one line."""
    told = CliRunner().invoke(complete_group(), ["report", "--help"], terminal_width=200).output
    for name, title in TITLES.items():
        (line,) = (line for line in told.splitlines() if line.split()[:1] == [name])
        assert line.endswith(f" {TELLS[name]}")
        assert TELLS[name] != title


def test_help_names_days_as_they_are_taken() -> None:
    """No pattern of a programmer, and the day that a period ends at when nobody says."""
    report = CliRunner().invoke(complete_group(), ["report", "revenue", "--help"]).output
    assert "tomorrow when left out" in " ".join(report.split())
    export = CliRunner().invoke(complete_group(), ["ledger", "export", "--help"]).output
    assert ("--from DAY" in export, "--to DAY" in export, "%Y" in export) == (True, True, False)


def test_help_of_accounts_names_no_dashboard() -> None:
    """There is none: a holder signs in over HTTP."""
    told = CliRunner().invoke(complete_group(), ["accounts", "create", "--help"]).output
    assert "signs in with" in " ".join(told.split())
    assert "ashboard" not in told


def test_a_report_is_printed(xavira: CliRunner) -> None:
    """Without a format it is a table that names its period and checkpoint."""
    printed = run(xavira, "report", "trial-balance", *PERIOD)
    assert printed.exit_code == 0, printed.output
    lines = printed.output.splitlines()
    assert lines[:3] == [
        "Trial balance",
        "report     trial-balance",
        "from       2025-02-01T00:00:00Z",
    ]
    assert any(line.split()[:2] == ["credits", "customer_credits"] for line in lines)


def test_a_report_is_written(xavira: CliRunner, tmp_path: Path) -> None:
    """With --out nothing is printed, and the file holds the report."""
    out = tmp_path / "refunds.json"
    written = run(xavira, "report", "refunds", *PERIOD, "--format", "json", "--out", str(out))
    assert (written.exit_code, written.output) == (0, "")
    assert json.loads(out.read_bytes())["report"] == "refunds"


def test_a_report_that_cannot_be_written_takes_no_earlier_one(
    xavira: CliRunner, tmp_path: Path
) -> None:
    """Where the disk is full the file of before stays, and a sentence says what happened."""
    for name, arguments in (
        ("refunds.csv", ("refunds", *PERIOD)),
        ("usage.svg", ("chart", "usage")),
    ):
        out = tmp_path / name
        out.write_text("of last month")
        out.with_name(f"{name}.part").symlink_to("/dev/full")
        refused = run(xavira, "report", *arguments, "--out", str(out))
        assert refused.exit_code == 1
        assert f"{out} cannot be written: No space left on device." in refused.output
        assert out.read_text() == "of last month"
        assert list(tmp_path.glob("*.part")) == []


def test_an_engine_hour_adds_the_margin(xavira: CliRunner) -> None:
    """Cost and margin stand beside the revenue of its currency."""
    arguments = ("--engine-hour", "EUR=250", "--format", "csv")
    printed = run(xavira, "report", "usage-by-model", *PERIOD, *arguments)
    assert "revenue,engine_cost,margin" in printed.output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("usage-by-day", "--from", "2025-02-01T10:00"), "give days without a time"),
        (("usage-by-day", "--engine-hour", "250"), "is not like EUR=250"),
        (("usage-by-day", "--engine-hour", "XYZ=250"), "'XYZ' is no currency"),
        (("trial-balance", "--from", "yesterday"), "is no day"),
        (("trial-balance", "--from", "0001-01-01T00:00+05:00"), "is no day"),
        (("trial-balance", "--to", "9999-12-31T23:59-05:00"), "is no day"),
        (("revenue", "--from", "2025-03-01", "--to", "2025-02-01"), "ends before it begins"),
        (("revenue", "--at", "12001"), "The log has no position 12001"),
        (("revenue", "--at", "-5"), "The log has no position -5"),
        (("chart", "usage", "--from", "2025-03-01T10:00", "--out", "chart.svg"), "whole days"),
        (("chart", "revenue", "--out", "chart.bmp"), "ends in .svg or .png"),
        (("chart", "revenue", "--to", "2024-01-01", "--out", "chart.svg"), "Nothing was earned"),
    ],
)
def test_a_wrong_wish_is_refused_in_a_sentence(
    arguments: tuple[str, ...], sentence: str, xavira: CliRunner
) -> None:
    """No traceback, and nothing is written."""
    refused = run(xavira, "report", *arguments)
    assert refused.exit_code in {1, 2}
    assert sentence in refused.output
    assert not Path("chart.svg").exists()


def test_books_of_a_period_that_ends_before_it_begins_are_refused(
    xavira: CliRunner, tmp_path: Path
) -> None:
    """Nothing is written for an accountant to read."""
    words = ("--from", "2025-03-01", "--to", "2025-02-01", "--out", str(tmp_path))
    refused = run(xavira, "ledger", "export", "--format", "hledger", *words)
    assert refused.exit_code == 1
    assert "ends before it begins" in refused.output
    assert list(tmp_path.iterdir()) == []


def test_simulate_fills_an_empty_log(migrated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what it did as JSON; a second time it refuses."""
    monkeypatch.setenv("XAVIRA_DATABASE_OWNER_URL", migrated)
    arguments = ("ledger", "simulate", "--events", "200", "--seed", "3", "--json")
    first = CliRunner().invoke(complete_group(), arguments)
    assert first.exit_code == 0, first.output
    assert json.loads(first.stdout)["events"] == 200
    again = CliRunner().invoke(complete_group(), arguments)
    assert again.exit_code == 1
    assert "holds events already" in again.output
    with psycopg.connect(migrated) as connection:
        row = connection.execute("SELECT count(*) FROM xavira_live.stored_events").fetchone()
    assert row == (200,)
