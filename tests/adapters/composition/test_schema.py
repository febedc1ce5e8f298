"""A role beside a schema: too old, and it does not run; newer, and it goes on."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from adapters.composition.schema import LateCheck, SchemaOutdated, open_newest
from adapters.devstack.ports import HOST, free_port
from adapters.postgres.migrate import every_migration, migrate
from tests.faults.byte_proxy import SOCKET_NAME, hang_up, joined
from tests.folders import server_folder
from tests.stack import wait_for

END_SECONDS_MAX = 120
SENTENCE = "1 migration is not applied: run `xavira migrate`."
NOBODY = "nats://127.0.0.1:9"


@pytest.fixture
def one_short(migrated: str) -> str:
    """A database that the version before this one may have migrated."""
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute(
            "DELETE FROM xavira_ground.migrations WHERE name = %s", every_migration()[-1:]
        )
    return migrated


def environment_of_a_role(url: str, folder: Path) -> dict[str, str]:
    """What a role with a data folder of its own is started with."""
    own = {"DATABASE_URL": url, "NATS_URL": NOBODY, "DATA": str(folder), "PORT": str(free_port())}
    variables = {f"XAVIRA_{name}": value for name, value in own.items()}
    return os.environ | {"PYTHONPATH": os.getcwd()} | variables


@pytest.mark.parametrize("role", ["serve", "work", "sandbox"])
def test_a_role_does_not_start_on_an_older_schema(
    role: str, one_short: str, tmp_path: Path
) -> None:
    """It ends with status 1 and one sentence."""
    ended = subprocess.run(
        [sys.executable, "-m", "adapters", role],
        env=environment_of_a_role(one_short, tmp_path),
        capture_output=True,
        text=True,
        timeout=END_SECONDS_MAX,
    )
    assert (ended.returncode, ended.stderr.splitlines()[-1:]) == (1, [f"Error: {SENTENCE}"])


@contextmanager
def _started(role: str, environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen[str]]:
    with log.open("w") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", "adapters", role],
            env=environment,
            stdout=lines,
            stderr=subprocess.STDOUT,
            text=True,
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def away(conninfo: str) -> Iterator[tuple[str, Callable[[], None]]]:
    """The conninfo of a database where nobody listens yet, and what brings it there."""
    listeners: list[socket.socket] = []
    with server_folder("xavira-away-") as folder:

        def come() -> None:
            there = Path(str(conninfo_to_dict(conninfo)["host"])) / SOCKET_NAME
            listeners.append(
                joined(folder, there, lambda *ends: (_pump(*ends), _pump(*ends[::-1])))
            )

        yield make_conninfo(conninfo, host=str(folder)), come
        for listener in listeners:
            listener.close()


def _pump(source: socket.socket, target: socket.socket) -> Callable[[], None]:
    def pump() -> None:
        try:
            while data := source.recv(65536):
                target.sendall(data)
        except OSError:
            pass
        hang_up(source, target)

    return pump


def _answers(port: str) -> bool:
    try:
        socket.create_connection((HOST, int(port)), timeout=1).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize("role", ["serve", "work"])
def test_a_database_that_is_away_is_looked_at_when_it_answers(
    role: str, one_short: str, tmp_path: Path
) -> None:
    """Meanwhile the role runs; it ends as it would have at the start."""
    last = last_line_once_it_answers(role, one_short, tmp_path, XAVIRA_MASTER_KEY="11" * 32)
    assert last == f"Error: {SENTENCE}"


def last_line_once_it_answers(role: str, conninfo: str, folder: Path, **given: str) -> str:
    """Of a role that runs while its database is away, and ends with status 1 when it is back.

    A `serve` answers meanwhile where it is given a master key; else it waits, as others do.
    """
    log = folder / "log"
    with away(conninfo) as (url, come):
        environment = environment_of_a_role(url, folder / "data") | given
        with _started(role, environment, log) as process:
            if role == "serve" and "XAVIRA_MASTER_KEY" in given:
                wait_for(lambda: _answers(environment["XAVIRA_PORT"]))
            elif role == "serve":
                wait_for(lambda: "history is not checked yet" in log.read_text())
            else:
                wait_for(lambda: "the database is waited for" in log.read_text())
            assert process.poll() is None
            come()
            assert process.wait(END_SECONDS_MAX) == 1
    return log.read_text().splitlines()[-1]


def test_a_database_that_nobody_migrated_is_older_than_any(database: str) -> None:
    """Every migration is missing, whatever the server knows of other databases."""
    with pytest.raises(SchemaOutdated, match=f"^{len(every_migration())} migrations are not"):
        open_newest(database)


def test_a_role_goes_on_beside_a_newer_schema(migrated: str) -> None:
    """What a later version has migrated is nothing to an earlier one, nor to its `migrate`."""
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute("INSERT INTO xavira_ground.migrations (name) VALUES ('9999_ground_later')")
    open_newest(migrated).close()
    assert migrate(migrated) == []


def test_a_look_that_breaks_is_followed_by_another() -> None:
    """Whatever it breaks of: a server does not go on unchecked."""
    outcomes = iter([OSError("the shelf is away"), RuntimeError("a mistake of ours"), False, True])
    checked = threading.Event()

    def check() -> bool:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        if outcome:
            checked.set()
        return outcome

    late = LateCheck(check, look_seconds=0.01)
    late.begin()
    try:
        assert checked.wait(END_SECONDS_MAX)
    finally:
        late.end()
