"""Backups come back: to the end, to a point in time, and never as a second history in silence."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from adapters import deployment
from adapters.devstack.postgres import binaries_folder
from adapters.eventstore import PostgresLedger
from adapters.settings import load_settings
from adapters.vault import PostgresVault
from domain.generation import GenerationRequested
from tests.books import assert_balanced, reconcile_log
from tests.stack import Customer, Stack, running, wait_for

BACKUP_SECONDS_MAX = 240


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """An engine that answers at once. One deployment, each test going on where the last one ended:
    with everything up, and a log that grows.
    """
    with running(sketch_instant=1) as stack:
        yield stack


def superuser(stack: Stack) -> str:
    return deployment.owner_url(load_settings(stack.environment))


def run_program(name: str, *arguments: object) -> None:
    """One of PostgreSQL's own programs."""
    command = [str(binaries_folder() / name), *map(str, arguments)]
    subprocess.run(command, check=True, timeout=BACKUP_SECONDS_MAX, capture_output=True)


def back_up(stack: Stack) -> Path:
    """A base backup, made while everything runs."""
    target = stack.folder / f"backup-{uuid4().hex}"
    run_program(
        *("pg_basebackup", "--dbname", superuser(stack), "--pgdata", target),
        *("--wal-method", "stream", "--checkpoint", "fast"),
    )
    return target


def restore(stack: Stack, backup: Path, *settings: str) -> None:
    """Puts a base backup in the place of the stopped cluster; `settings` ask for recovery."""
    cluster = stack.folder / "data" / "postgres" / "cluster"
    owner = cluster.stat()
    shutil.rmtree(cluster)
    shutil.copytree(backup, cluster)
    if settings:
        (cluster / "recovery.signal").touch()
        with (cluster / "postgresql.auto.conf").open("a") as file:
            file.writelines(f"{setting}\n" for setting in settings)
    for path in [cluster, *cluster.rglob("*")]:
        os.chown(path, owner.st_uid, owner.st_gid)
    cluster.chmod(0o700)


def dump(stack: Stack) -> tuple[Path, Path]:
    """The books and the key store, as docs/operations/backup.md dumps them."""
    books, keys = stack.folder / f"{uuid4().hex}.books", stack.folder / f"{uuid4().hex}.keys"
    source = ("pg_dump", "--format", "custom", "--dbname", superuser(stack))
    run_program(*source, "--exclude-table-data", "xavira_ground.data_keys", "--file", books)
    run_program(*source, "--data-only", "--table", "xavira_ground.data_keys", "--file", keys)
    return books, keys


def archive_to(stack: Stack, archive: Path) -> None:
    """Continuous archiving, as docs/operations/backup.md sets it up."""
    archive.mkdir()
    archive.chmod(0o777)
    with psycopg.connect(superuser(stack), autocommit=True) as owner:
        for name, value in (
            ("archive_mode", "on"),
            ("archive_command", f"test ! -f {archive}/%f && cp %p {archive}/%f"),
            ("archive_timeout", "1min"),
        ):
            query = sql.SQL("ALTER SYSTEM SET {} = {}")
            owner.execute(query.format(sql.Identifier(name), sql.Literal(value)))
    stack.kill("postgres")
    wait_for(lambda: _answers(stack))


def _answers(stack: Stack) -> bool:
    try:
        with psycopg.connect(superuser(stack), connect_timeout=10) as owner:
            return owner.execute("SHOW archive_mode").fetchone() == ("on",)
    except psycopg.OperationalError:
        return False


def draw(customer: Customer, character_id: str) -> None:
    """An image, asked for with one key until the API has got over what happened to its server."""
    key = str(uuid4())
    wait_for(lambda: customer.image(character_id, key=key).status_code == 201)


def published_size(stack: Stack) -> int:
    """How many events the newest published checkpoint covers."""
    note = deployment.checkpoint_shelf(load_settings(stack.environment)).newest_checkpoint()
    return 0 if note is None else int(note.decode().splitlines()[1])


def head(stack: Stack) -> int:
    url = deployment.database_url(load_settings(stack.environment))
    with PostgresLedger(url, role="xavira_work") as ledger:
        return ledger.head()


def test_a_dump_without_keys_is_books_without_texts(stack: Stack) -> None:
    """A long-kept dump restores to books that balance; texts open only beside the key backup."""
    customer = stack.account()
    image = customer.image(customer.character()).json()
    books, keys = dump(stack)
    settings = load_settings(stack.environment)
    with psycopg.connect(superuser(stack), autocommit=True) as owner:
        owner.execute("CREATE DATABASE restored TEMPLATE template0")
    target = psycopg.conninfo.make_conninfo(superuser(stack), dbname="restored")
    login = psycopg.conninfo.make_conninfo(deployment.database_url(settings), dbname="restored")

    run_program("pg_restore", "--dbname", target, "--exit-on-error", books)

    vault = PostgresVault(login, deployment.master_key(settings), role="xavira_work")
    with PostgresLedger(login, role="xavira_work") as ledger:
        log = ledger.read(0, 1_000)
    assert len(log) == head(stack)
    assert reconcile_log(log) == []
    claims = [r.event for r in log if isinstance(r.event, GenerationRequested)]
    assert [vault.open(claim.account_id, claim.sealed) for claim in claims] == [None]

    run_program("pg_restore", "--dbname", target, "--exit-on-error", keys)

    text = vault.open(claims[0].account_id, claims[0].sealed)
    assert text is not None
    assert json.loads(text)["prompt"] == image["prompt"]
    vault.close()


def test_dumps_come_back_into_the_embedded_server(stack: Stack) -> None:
    """Of an installation that `xavira up` runs: texts open, and what was sold can be spent; what
    holds a log already is left alone.
    """
    customer = stack.account()
    image = customer.image(customer.character()).json()
    books, keys = dump(stack)
    end = head(stack)
    assert stack.stop() == 0
    with pytest.raises(AssertionError, match="empty database only"):
        stack.command("restore", "--books", str(books))
    shutil.rmtree(stack.folder / "data" / "postgres" / "cluster")
    with pytest.raises(AssertionError, match="cannot be put back"):
        stack.command("restore", "--books", str(keys))

    with pytest.raises(AssertionError, match="The books are back: run this again with --keys"):
        stack.command("restore", "--books", str(books), "--keys", str(books))
    told = stack.command("restore", "--keys", str(keys))

    assert f"{end:,} events are in the log" in told
    stack.start()
    again = customer.http.get(f"/v1/generations/{image['generation_id']}").json()
    assert again["prompt"] == image["prompt"]
    draw(customer, image["character_id"])
    assert customer.balance() == 23
    assert_balanced(stack)


def test_an_older_backup_may_not_grow_a_second_history(stack: Stack) -> None:
    """Reads go on, appends are refused and the log says why, until an operator forks it."""
    customer = stack.account()
    character_id = customer.character()
    assert customer.image(character_id).status_code == 201
    backup = back_up(stack)
    for _ in range(3):
        assert customer.image(character_id).status_code == 201
    end = head(stack)
    wait_for(lambda: published_size(stack) >= end)
    assert stack.stop() == 0

    restore(stack, backup)
    stack.start()

    assert head(stack) < end
    assert customer.balance() == 24
    refused = customer.image(character_id)
    assert (refused.status_code, refused.json()["error"]["retry"]) == (503, "same_key")
    assert "put the ledger right" in refused.json()["error"]["message"]
    assert customer.balance() == 24
    wait_for(lambda: any(f"log ends at {head(stack)}" in line for line in stack.lines))

    stack.command("ledger", "fork", "--reason", "disk lost, backup of last night")

    wait_for(lambda: customer.image(character_id).status_code == 201)
    assert customer.balance() < 24
    assert_balanced(stack)


def test_recovery_to_the_end_loses_nothing_and_to_a_time_is_noticed(stack: Stack) -> None:
    """With archived WAL the log comes back whole and goes on; cut at a time it is refused. The
    timeline that such a cut began is in the archive too, and is not what the log goes on with.
    """
    archive = stack.folder / "archive"
    customer = stack.account()
    character_id = customer.character()
    archive_to(stack, archive)
    backup = back_up(stack)
    draw(customer, character_id)
    with psycopg.connect(superuser(stack), autocommit=True) as owner:
        row = owner.execute("SELECT clock_timestamp()::text").fetchone()
    assert row is not None
    draw(customer, character_id)
    end = head(stack)
    wait_for(lambda: published_size(stack) >= end)
    assert stack.stop() == 0
    recovery = (
        f"restore_command = 'cp {archive}/%f %p'",
        "hot_standby = off",
        "recovery_target_action = 'promote'",
    )

    restore(stack, backup, *recovery, f"recovery_target_time = '{row[0]}'")
    stack.start()
    assert customer.balance() == 24
    assert head(stack) < end
    assert customer.image(character_id).status_code == 503
    stack.close()

    restore(stack, backup, *recovery, "recovery_target_timeline = 'current'")
    stack.start()
    assert head(stack) >= end
    assert customer.balance() == 23
    draw(customer, character_id)
    assert customer.balance() == 22
    assert_balanced(stack)
