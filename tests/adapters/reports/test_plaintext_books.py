"""Plain-text books: hledger and beancount accept them and come to our totals."""

import csv
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import psycopg
import pytest
from beancount import loader
from beancount.core import realization
from beancount.core.inventory import Inventory

from adapters.reports.catalogue import build_report
from adapters.reports.plaintext_books import ACCOUNT_NAMES, write_books
from adapters.reports.report import digits_text
from projections.rollups import PeriodInvalid

Finance = psycopg.Connection[Any]

PERIODS = [
    (datetime(2025, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)),
    (datetime(2025, 3, 1, tzinfo=UTC), datetime(2025, 5, 16, tzinfo=UTC)),
]
HLEDGER = shutil.which("hledger")


def reported(finance: Finance, start: datetime, end: datetime) -> dict[tuple[str, str], Decimal]:
    """Closing balances of our trial balance, by the name that the books give the account."""
    report = build_report(finance, "trial-balance", start=start, end=end)
    return {
        (ACCOUNT_NAMES[account], unit): Decimal(digits_text(closing, unit))
        for unit, account, _, _, _, closing in report.rows
        if account != "total" and closing
    }


@pytest.mark.parametrize(("start", "end"), PERIODS)
def test_beancount_comes_to_our_totals(
    start: datetime, end: datetime, finance: Finance, tmp_path: Path
) -> None:
    """No error, and the balance of every account in every unit is the one we report."""
    path = write_books(finance, tmp_path, "beancount", start=start, end=end)
    entries, errors, _ = loader.load_file(str(path))
    assert errors == []
    found = {}
    for account in realization.iter_children(realization.realize(entries)):
        balance: Inventory = account.balance
        for position in balance:
            unit = position.units.currency
            told = unit.lower() if unit in {"CREDITS", "ENGINE_MS"} else unit
            found[account.account, told] = position.units.number
    assert found == reported(finance, start, end)


@pytest.mark.skipif(HLEDGER is None, reason="hledger is not installed")
@pytest.mark.parametrize(("start", "end"), PERIODS)
def test_hledger_comes_to_our_totals(
    start: datetime, end: datetime, finance: Finance, tmp_path: Path
) -> None:
    """`hledger check --strict` is silent, and its balances are the ones we report."""
    path = write_books(finance, tmp_path, "hledger", start=start, end=end)
    subprocess.run([HLEDGER, "-f", path, "check", "--strict"], check=True, capture_output=True)
    shape = ("--flat", "--no-total", "--layout=bare", "-O", "csv")
    command = [HLEDGER, "-f", path, "balance", *shape]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = {
        (row["account"], row["commodity"]): Decimal(row["balance"])
        for row in csv.DictReader(printed.splitlines())
        if Decimal(row["balance"])
    }
    expected = reported(finance, start, end)
    assert found == {(name.lower(), unit): amount for (name, unit), amount in expected.items()}


@pytest.mark.parametrize("to", ["hledger", "beancount"])
def test_a_changed_figure_is_refused(to: Any, finance: Finance, tmp_path: Path) -> None:
    """The asserted balances make the other program notice a figure that is not ours."""
    start, end = PERIODS[0]
    path = write_books(finance, tmp_path, to, start=start, end=end)
    lines = path.read_text().splitlines()
    place = next(i for i, line in enumerate(lines) if "cash" in line.lower() and " EUR" in line)
    below = next(i for i in range(place + 1, len(lines)) if " EUR" in lines[i])
    for number, by in ((place, Decimal(1)), (below, Decimal(-1))):
        name, amount, unit = lines[number].split()
        lines[number] = f"  {name}  {Decimal(amount) + by} {unit}"
    path.write_text("\n".join(lines) + "\n")
    if to == "beancount":
        assert loader.load_file(str(path))[1]
    elif HLEDGER is not None:
        assert subprocess.run([HLEDGER, "-f", path, "check"], capture_output=True).returncode != 0


def test_the_books_are_the_same_bytes(finance: Finance, tmp_path: Path) -> None:
    """Written twice, a period that is over is the same file."""
    start, end = PERIODS[1]
    first = write_books(finance, tmp_path, "hledger", start=start, end=end).read_bytes()
    assert write_books(finance, tmp_path, "hledger", start=start, end=end).read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == ["books.journal"]


def test_a_full_disk_keeps_the_earlier_books_and_leaves_no_half_ones(
    finance: Finance, tmp_path: Path
) -> None:
    """What was begun is removed."""
    start, end = PERIODS[1]
    (tmp_path / "books.journal").write_text("earlier")
    (tmp_path / "books.journal.part").symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left"):
        write_books(finance, tmp_path, "hledger", start=start, end=end)
    assert [path.name for path in tmp_path.iterdir()] == ["books.journal"]
    assert (tmp_path / "books.journal").read_text() == "earlier"


@pytest.mark.parametrize("days", [0, -1])
def test_a_period_without_days_has_no_books(days: int, finance: Finance, tmp_path: Path) -> None:
    """Its balances would be asserted before what they are about."""
    start = PERIODS[0][0]
    with pytest.raises(PeriodInvalid):
        write_books(finance, tmp_path, "hledger", start=start, end=start + timedelta(days=days))
    assert list(tmp_path.iterdir()) == []
