"""Commands about an account that is not there: one sentence that names it, and status 1."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from adapters.cli.commands import complete_group

NOBODY = "0190aaaa-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    "line",
    [
        "accounts set-tier --tier base",
        "accounts erase --yes",
        "credits top-up --pack starter --reference r1",
        f"keys cap --key {NOBODY}",
        "ledger balance",
    ],
)
def test_an_unknown_account_is_named(line: str, migrated: str, tmp_path: Path) -> None:
    """An operator who mistyped an id reads which one nobody has."""
    env = {"XAVIRA_DATABASE_URL": migrated, "XAVIRA_DATA": str(tmp_path)}
    arguments = [*line.split(), "--account", NOBODY]
    result = CliRunner().invoke(complete_group(), arguments, env=env)
    assert result.exit_code == 1, result.output
    assert result.output.splitlines()[-1].startswith(
        (f"Error: There is no account {NOBODY}.", f"Error: There was no account {NOBODY} ")
    )
