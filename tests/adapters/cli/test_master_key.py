"""Commands without the deployment's master key: one sentence, and no key is made in its place."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner

from adapters.cli.commands import complete_group
from adapters.postgres.connections import connect
from tests.adapters.payments.test_commands import Operator

KEY_ID = "0190aaaa-0000-7000-8000-000000000000"
OTHER_KEY = "99" * 32


@pytest.fixture(scope="module")
def operator(migrated_for_module: str) -> Operator:
    """Of an installation with an account."""
    return Operator(migrated_for_module)


@pytest.mark.parametrize("key", [None, OTHER_KEY], ids=["missing", "wrong"])
@pytest.mark.parametrize(
    "line",
    [
        "accounts create --email b@example.com",
        "accounts list --email a@example.com",
        "credits grant --account ACCOUNT --credits 1 --reason why",
        "credits top-up --account ACCOUNT --credits 1 --price 1 --currency EUR"
        " --reference r1 --reason why",
        "keys issue --account ACCOUNT --scope read",
        "keys issue --account ACCOUNT --scope read --test",
        f"keys rotate --account ACCOUNT --key {KEY_ID}",
        "keys list --account ACCOUNT",
        "keys peppers",
        "keys whose",
        "takedowns finish --reason why",
        "takedowns finish --dry-run",
    ],
)
def test_a_master_key_that_does_not_fit_is_told(
    line: str, key: str | None, operator: Operator, tmp_path: Path
) -> None:
    """It names both places for the right one; nothing is recorded, and no file is made."""
    found = operator.json("keys", "issue", "--account", operator.account_id, "--scope", "read")
    data = tmp_path / "data"
    env = {"XAVIRA_DATABASE_URL": operator.database_url, "XAVIRA_DATA": str(data)}
    words = line.replace("ACCOUNT", operator.account_id).split()
    with connect(operator.database_url, role="xavira_work") as connection:
        newest = "SELECT max(notification_id) FROM stored_events"
        before = connection.execute(newest).fetchone()
        result = CliRunner().invoke(
            complete_group(),
            words,
            env=env | ({} if key is None else {"XAVIRA_MASTER_KEY": key}),
            input=found["api_key"],
        )
        assert connection.execute(newest).fetchone() == before
    assert (result.exit_code, result.output) == (
        1,
        "Error: The master key is not the one that this database was sealed with: put the right one"
        f" into XAVIRA_MASTER_KEY or {data / 'master.key'}, and never a new one.\n",
    )
    assert not (data / "master.key").exists()


def test_what_was_hashed_under_a_lost_key_needs_it_too(migrated: str, tmp_path: Path) -> None:
    """Books that came back without the key store: the right key is good, and none is made."""
    operator = Operator(migrated)
    with psycopg.connect(migrated, autocommit=True) as superuser:
        superuser.execute("DELETE FROM xavira_ground.data_keys")
    assert operator.run("keys", "peppers").exit_code == 0
    env = {"XAVIRA_DATABASE_URL": migrated, "XAVIRA_DATA": str(tmp_path)}
    told = CliRunner().invoke(complete_group(), ["keys", "peppers"], env=env)
    assert told.exit_code == 1
    assert told.output.startswith("Error: The master key is not the one that this database was")
    assert not (tmp_path / "master.key").exists()


def test_the_first_key_is_made_on_first_use(migrated: str, tmp_path: Path) -> None:
    """Where nothing is sealed yet; a rehearsal makes none, and what follows uses the same one."""
    env = {"XAVIRA_DATABASE_URL": migrated, "XAVIRA_DATA": str(tmp_path)}
    made = []
    for line in (
        "takedowns finish --dry-run",
        "accounts create --email a@example.com",
        "accounts create --email b@example.com",
    ):
        result = CliRunner().invoke(complete_group(), line.split(), env=env)
        assert result.exit_code == 0, result.output
        made.append((tmp_path / "master.key").exists())
    assert made == [False, True, True]
