"""Commands about an account that is not there, or only half: one sentence, and status 1."""

from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import CliRunner

from adapters.cli.commands import complete_group
from adapters.eventstore import PostgresLedger
from domain.ids import AccountId
from tests import builders

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


def test_an_account_without_its_data_key(migrated: str, tmp_path: Path) -> None:
    """As books come back without the key store: no word of an API key, which no command takes."""
    account = AccountId(uuid4())
    with PostgresLedger(migrated, role="xavira_work") as ledger:
        ledger.append(builders.opened(account)).result()
    env = {"XAVIRA_DATABASE_URL": migrated, "XAVIRA_DATA": str(tmp_path)}
    line = f"credits grant --credits 5 --reason sorry --account {account}"
    result = CliRunner().invoke(complete_group(), line.split(), env=env)
    assert (result.exit_code, result.output) == (
        1,
        "Error: There is no key for this account's texts any more: it was erased, or came back from"
        " a backup without its keys. (unauthorized)\n",
    )
