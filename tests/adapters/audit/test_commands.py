"""The auditor's commands, from sealing to a verified export, as a person would run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from psycopg.conninfo import make_conninfo

from adapters import deployment
from adapters.audit.export import alone_in
from adapters.audit.forks import gate
from adapters.audit.sealer import Sealer
from adapters.cli.audit import VerdictCommand
from adapters.cli.commands import complete_group
from adapters.settings import Settings, load_settings
from adapters.verifier.cli import run as xavira_verify
from tests import builders
from tests.adapters.audit.rig import ACCOUNT, Rig

Command = Callable[..., Result]

ANSWER_SECONDS_MAX = 120
APP = "app_of_the_processes"


@pytest.fixture
def environment(rig: Rig, tmp_path: Path) -> dict[str, str]:
    """A deployment over the rig's database, with a data folder of its own."""
    return {"XAVIRA_DATABASE_URL": rig.url, "XAVIRA_DATA": str(tmp_path / "data")}


@pytest.fixture
def settings(environment: dict[str, str]) -> Settings:
    """The deployment's settings."""
    return load_settings(environment)


@pytest.fixture
def deployed(rig: Rig, settings: Settings) -> Rig:
    """The rig, sealing with the deployment's own key and shelf."""
    rig.shelf = deployment.checkpoint_shelf(settings)
    rig.sealer = Sealer(rig.work, lambda: deployment.audit_key(settings), rig.shelf)
    return rig


@pytest.fixture
def xavira(environment: dict[str, str]) -> Command:
    """Runs `xavira` with these arguments."""

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(complete_group(), [str(a) for a in arguments], env=environment)

    return run


def test_from_a_sealed_log_to_a_verified_export(
    deployed: Rig, xavira: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """verify, public-key, export, and the verdict of the stand-alone verifier on the export."""
    deployed.fill().seal()
    deployed.project()
    verified = xavira("ledger", "verify", "--json")
    assert verified.exit_code == 0, verified.output
    assert json.loads(verified.output)["conclusion"] == "verified"
    key_file, since = tmp_path / "keys", tmp_path / "since"
    key_file.write_text(xavira("ledger", "public-key").output)
    since.write_text(deployed.newest().note)
    deployed.draw(2)
    deployed.sealer.seal()
    exported = xavira("ledger", "export", "--out", tmp_path / "out")
    assert exported.exit_code == 0, exported.output
    trusted = ["--public-key", str(key_file), "--since", str(since)]
    assert xavira_verify([str(tmp_path / "out"), *trusted, "--json"]) == 0
    verdict = json.loads(capsys.readouterr().out)
    assert (verdict["exit_status"], verdict["events"], verdict["consistent_with"]) == (0, 32, 26)
    assert xavira_verify([str(tmp_path / "out")]) == 3
    assert "self-consistent, not authenticated" in capsys.readouterr().out
    assert xavira_verify([str(tmp_path / "nowhere")]) == 2


def test_verify_says_whose_key_it_trusted(deployed: Rig, xavira: Command, tmp_path: Path) -> None:
    """Its own, or one that only the database lists; and nothing where the keys were given."""
    deployed.fill(1).seal()
    (own,) = xavira("ledger", "public-key").output.split()
    told = xavira("ledger", "verify").output.splitlines()[-1]
    assert told == (
        f"trusted without --public-key: {own} (this deployment's own key); to pin it, keep the"
        " lines of `xavira ledger public-key` elsewhere and verify with `--public-key FILE`"
    )
    (tmp_path / "keys").write_text(own)
    pinned = xavira("ledger", "verify", "--public-key", tmp_path / "keys")
    assert (pinned.exit_code, "trusted without" in pinned.output) == (0, False)
    xavira("ledger", "rotate-key")
    told = xavira("ledger", "verify").output.splitlines()[-1]
    assert f"{own} (only listed in the database, where whoever can write it can list one)" in told
    assert json.loads(xavira("ledger", "verify", "--json").output)["signed_by"] == own


def test_verify_fails_on_a_changed_log(deployed: Rig, xavira: Command) -> None:
    """The exit status tells a script; the lines tell a person what and where."""
    deployed.fill().seal()
    deployed.tamper("UPDATE stored_events SET topic = 'x.y.v1' WHERE notification_id = 5")
    result = xavira("ledger", "verify")
    assert result.exit_code == 1
    assert "linkage leaf_differs at position 5" in result.output


def test_what_prevents_a_verdict_is_no_fault_found(
    deployed: Rig, xavira: Command, environment: dict[str, str], tmp_path: Path
) -> None:
    """Status 2 and one sentence, as the stand-alone verifier has it; other commands keep 1."""
    deployed.fill(1).seal()
    (tmp_path / "keys").write_text("no key")
    environment["XAVIRA_AUDIT_KEY"] = "xyz"
    for told in (
        xavira("ledger", "verify"),
        xavira("ledger", "verify", "--public-key", tmp_path / "keys"),
    ):
        assert (told.exit_code, told.output.count("\n")) == (2, 1), told.output
    environment["XAVIRA_DATABASE_URL"] = "postgresql://127.0.0.1:9/x"
    away = xavira("ledger", "verify", "--json")
    assert away.exit_code == 2
    assert away.output.startswith("Error: PostgreSQL cannot be reached: ")
    del environment["XAVIRA_DATABASE_URL"]
    for command, status in (("verify", 2), ("public-key", 1)):
        nothing = xavira("ledger", command)
        assert nothing.exit_code == status
        assert nothing.output.startswith("Error: Nothing has been started in ")


def test_a_bug_is_no_verdict() -> None:
    """It shows itself whole, and nobody takes it for a fault that was found."""

    @click.command(cls=VerdictCommand)
    def broken() -> None:
        raise AssertionError("a bug")

    result = CliRunner().invoke(broken)
    assert (result.exit_code, "AssertionError: a bug" in result.output) == (2, True)


def _unread(environment: dict[str, str], *command: object) -> tuple[int, bytes]:
    """Exit status and what is complained of where the reader of standard output is gone."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing) as nobody:
        ended = subprocess.run(
            [sys.executable, *map(str, command)],
            env=os.environ | environment | {"PYTHONPATH": os.getcwd()},
            stdout=nobody,
            stderr=subprocess.PIPE,
            timeout=ANSWER_SECONDS_MAX,
        )
    return ended.returncode, ended.stderr


def test_a_verdict_that_nobody_reads_tells_of_no_faults(
    deployed: Rig, environment: dict[str, str]
) -> None:
    """`xavira ledger verify | head` under pipefail: 1 would say that the books are wrong."""
    deployed.fill(1).seal()
    for arguments in (["verify"], ["verify", "--json"]):
        assert _unread(environment, "-m", "adapters", "ledger", *arguments) == (2, b"")
    verifier = ("-c", "from adapters.verifier.cli import main; main()", deployed.export())
    assert _unread(environment, *verifier) == (2, b"")


@pytest.mark.parametrize(
    "arguments", [("ledger", "public-key"), ("report", "payments"), ("projections", "list")]
)
def test_a_command_that_nobody_reads_ends_without_a_word(
    arguments: tuple[str, ...], deployed: Rig, environment: dict[str, str]
) -> None:
    """Printed by whatever means: a line, bytes, a table."""
    deployed.fill(1).seal()
    deployed.project()
    assert _unread(environment, "-m", "adapters", *arguments) == (1, b"")


def test_a_command_may_be_started_without_an_output() -> None:
    """As some supervisors start processes: nothing is said, and nothing breaks."""
    command = [sys.executable, "-m", "adapters", "openapi", "--help"]
    closed = ["sh", "-c", '"$@" >&-', "sh", *command]
    environment = os.environ | {"PYTHONPATH": os.getcwd()}
    ended = subprocess.run(closed, env=environment, capture_output=True, timeout=ANSWER_SECONDS_MAX)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_verify_compares_every_row_where_it_is_asked_to(deployed: Rig, xavira: Command) -> None:
    """A column that no replay of credits knows."""
    deployed.fill().seal()
    deployed.project()
    assert xavira("ledger", "verify", "--rows").exit_code == 0
    deployed.tamper("UPDATE usage_days SET generations = 7")
    assert xavira("ledger", "verify").exit_code == 0
    result = xavira("ledger", "verify", "--rows")
    assert result.exit_code == 1
    assert "content rows_differ: journal: 1 row is not what the log up to 26 says" in result.output


def test_the_key_is_made_once_for_the_owner_only(settings: Settings) -> None:
    """The secret lies in the data folder, readable by its owner, and stays the same."""
    first = deployment.audit_key(settings).public("a")
    path = deployment.audit_key_path(settings)
    assert path.stat().st_mode & 0o777 == 0o600
    assert deployment.audit_key(settings).public("a") == first


@pytest.mark.parametrize("as_path", [True, False])
def test_a_setting_may_give_the_key(settings: Settings, tmp_path: Path, as_path: bool) -> None:
    """XAVIRA_AUDIT_KEY is the secret in hexadecimal, or the path of a file with it."""
    secret = "22" * 32
    (tmp_path / "secret").write_text(secret + "\n")
    value = str(tmp_path / "secret") if as_path else secret
    given = load_settings({"XAVIRA_AUDIT_KEY": value})
    other = load_settings({"XAVIRA_AUDIT_KEY": "22" * 32})
    assert deployment.audit_key(given).public("a") == deployment.audit_key(other).public("a")
    assert "2222" not in repr(other)


def test_a_rotated_key_is_listed_after_the_old_one(deployed: Rig, xavira: Command) -> None:
    """The command prints the new public key; the next checkpoint is signed with it."""
    deployed.fill(1).seal()
    old = xavira("ledger", "public-key").output.split()
    new = xavira("ledger", "rotate-key").output.split()
    deployed.draw(1).seal()
    assert xavira("ledger", "public-key").output.split() == old + new
    assert json.loads(xavira("ledger", "verify", "--json").output)["authenticated"] is True


def test_fork_is_refused_until_there_is_a_reason(deployed: Rig, xavira: Command) -> None:
    """One sentence when nothing is wrong; a new origin and open appends when something is."""
    deployed.fill(2).seal()
    refused = xavira("ledger", "fork", "--reason", "why not")
    assert (refused.exit_code, "nothing to fork" in refused.output) == (1, True)
    deployed.tamper("DELETE FROM stored_events WHERE notification_id > 8")
    deployed.sealer.seal()
    forked = xavira("ledger", "fork", "--reason", "restored an older backup")
    assert forked.exit_code == 0, forked.output
    deployed.ledger.close()
    deployed.reopen()
    assert deployed.run(builders.granted(ACCOUNT, 5)) == 9


@pytest.fixture
def app(rig: Rig) -> Iterator[str]:
    """The database as the login of the processes sees it, with the roles that they switch to."""
    with rig.owner() as owner:
        owner.execute(f"CREATE ROLE {APP} LOGIN PASSWORD 'x'")
        owner.execute(f"GRANT xavira_api, xavira_work, xavira_vault TO {APP}")
        yield make_conninfo(rig.url, user=APP, password="x")
        owner.execute(f"DROP ROLE {APP}")


def test_fork_takes_the_login_of_the_owner(
    deployed: Rig, xavira: Command, environment: dict[str, str], app: str
) -> None:
    """The processes' own is refused with the setting to put it into; with both, it forks."""
    deployed.fill(2).seal()
    deployed.tamper("DELETE FROM stored_events WHERE notification_id > 8")
    deployed.sealer.seal()
    environment["XAVIRA_DATABASE_URL"] = app
    refused = xavira("ledger", "fork", "--reason", "restored an older backup")
    assert (refused.exit_code, "XAVIRA_DATABASE_OWNER_URL" in refused.output) == (1, True)
    assert gate(deployed.work) is not None
    environment["XAVIRA_DATABASE_OWNER_URL"] = deployed.url
    forked = xavira("ledger", "fork", "--reason", "restored an older backup")
    assert forked.exit_code == 0, forked.output
    assert gate(deployed.work) is None


def test_books_for_other_programs_lie_beside_the_events(
    deployed: Rig, xavira: Command, tmp_path: Path
) -> None:
    """hledger and beancount journals of period totals, in the folder of the export."""
    deployed.fill(3).seal()
    deployed.project()
    out = tmp_path / "out"
    result = xavira(
        "ledger", "export", "--out", out, "--format", "hledger", "--format", "beancount"
    )
    assert result.exit_code == 0, result.output
    assert xavira("ledger", "export", "--out", out, "--format", "parquet").exit_code == 0
    assert "liabilities:customercredits" in (out / "books.journal").read_text()
    assert "Liabilities:CustomerCredits" in (out / "books.beancount").read_text()


@pytest.mark.parametrize("to", ["jsonl", "hledger"])
def test_two_exports_into_one_folder_take_turns(
    to: str, deployed: Rig, xavira: Command, tmp_path: Path
) -> None:
    """The later one says why it does not begin; nothing of the folder is touched, nor is it left
    locked.
    """
    deployed.fill().seal()
    deployed.project()
    out = tmp_path / "out"
    with alone_in(out):
        export = xavira("ledger", "export", "--format", to, "--out", out)
        assert export.exit_code == 1
        assert export.output == (
            f"Error: Another export is being written into {out}: wait until it has ended.\n"
        )
        assert list(out.iterdir()) == []
    export = xavira("ledger", "export", "--format", to, "--out", out)
    assert export.exit_code == 0, export.output


def test_an_export_that_cannot_be_written_says_where(
    deployed: Rig, xavira: Command, tmp_path: Path
) -> None:
    """A folder that cannot be made ends with one sentence that names it, and status 1."""
    deployed.fill().seal()
    taken = tmp_path / "taken"
    taken.write_text("a file")
    export = xavira("ledger", "export", "--out", taken / "inside")
    assert export.exit_code == 1
    assert export.output == f"Error: {taken}/inside cannot be written: Not a directory.\n"
