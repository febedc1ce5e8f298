"""PostgreSQL as a child process: what it keeps, whom it refuses, where its socket lies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from adapters.devstack import cluster_files, leftovers, unprivileged
from adapters.devstack.child import wait_for_exit
from adapters.devstack.postgres import EmbeddedPostgres
from adapters.devstack.store_lock import StoreInUse
from adapters.devstack.unprivileged import Unreachable

EXIT_SECONDS = 120.0

WITHOUT_SEARCH = Path(__file__).with_name("start_without_search.py")

pytestmark = pytest.mark.processes
only_root = pytest.mark.skipif(
    os.geteuid() != 0, reason="only root starts PostgreSQL as another user"
)


def _capabilities(pid: int | None) -> dict[str, int]:
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    held = dict(line.split(":\t", 1) for line in lines if line.startswith("Cap"))
    return {name: int(held[name], 16) for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")}


@pytest.fixture
def folder(servers_folder: Path) -> Path:
    """A data folder that PostgreSQL's user may enter."""
    made = Path(tempfile.mkdtemp(dir=servers_folder))
    made.chmod(0o755)
    return made


@pytest.fixture
def server(folder: Path) -> Iterator[EmbeddedPostgres]:
    """A started server of the test's own, stopped afterwards."""
    made = EmbeddedPostgres(folder, fsync=False)
    made.start()
    yield made
    made.stop()


def test_a_fresh_database_is_empty(database: str) -> None:
    """A test gets a database of its own with no table in it."""
    with psycopg.connect(database) as connection:
        tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
        assert connection.execute(tables).fetchone() == (0,)


def test_committed_rows_survive_a_kill_under_load(server: EmbeddedPostgres, folder: Path) -> None:
    """After SIGKILL of the server a new start keeps committed rows, sessions at work or not."""
    busy = psycopg.connect(server.dsn())
    busy.execute("CREATE TABLE note (text text)")
    busy.execute("INSERT INTO note VALUES ('kept')")
    busy.commit()
    busy.execute("SET statement_timeout = 0")
    busy.pgconn.send_query(b"SELECT count(*) FROM generate_series(1, 100000000000)")
    assert server.pid is not None

    os.kill(server.pid, signal.SIGKILL)
    assert wait_for_exit(server.pid, timeout_seconds=EXIT_SECONDS)
    assert server.poll() == -9
    server.start()

    busy.close()
    with psycopg.connect(server.dsn()) as connection:
        assert connection.execute("SELECT text FROM note").fetchall() == [("kept",)]
    assert server.pid in leftovers.processes_in(folder.resolve() / "cluster")


def test_a_second_owner_is_refused(server: EmbeddedPostgres, folder: Path) -> None:
    """A data folder that a living process owns cannot be started a second time."""
    second = EmbeddedPostgres(folder, owner_wait_seconds=0.1)
    with pytest.raises(StoreInUse):
        second.start()
    second.stop()
    with psycopg.connect(server.dsn()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert server.poll() is None


def test_the_server_listens_on_no_port(server: EmbeddedPostgres) -> None:
    """Connections are made over the unix socket only."""
    with psycopg.connect(server.dsn()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


def test_a_wrong_password_is_refused(server: EmbeddedPostgres) -> None:
    """Reaching the socket is not enough to be let in."""
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(server.dsn(password="wrong"))


def test_a_long_data_path_moves_the_socket(servers_folder: Path) -> None:
    """A data folder too deep for a unix socket gets a private socket folder elsewhere."""
    deep = servers_folder / ("d" * 60) / ("e" * 60)
    server = EmbeddedPostgres(deep, fsync=False)
    try:
        server.start()
        place = Path(str(conninfo_to_dict(server.dsn())["host"]))
        with psycopg.connect(server.dsn()) as connection:
            assert connection.execute("SELECT current_database()").fetchone() == ("xavira",)
        assert place == cluster_files.socket_folder(deep.resolve())
        assert place.stat().st_mode & 0o777 == 0o700
        assert not place.is_relative_to(deep)
    finally:
        server.stop()
    assert not place.exists()


@only_root
def test_a_data_folder_closed_to_the_server_is_served(folder: Path) -> None:
    """As root, a data folder below one that PostgreSQL's user may not enter works all the same."""
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    server = EmbeddedPostgres(closed / "postgres", fsync=False)
    server.start()
    try:
        with psycopg.connect(server.dsn()) as connection:
            connection.execute("CREATE TABLE note (text text)")
            connection.execute("CHECKPOINT")
        assert (closed / "postgres" / "cluster").stat().st_uid != 0
        assert closed.stat().st_mode & 0o777 == 0o700
        assert _capabilities(server.pid) == {"CapInh": 4, "CapPrm": 4, "CapEff": 4, "CapAmb": 4}
    finally:
        server.stop()


@only_root
def test_a_server_that_reaches_its_files_has_no_powers(server: EmbeddedPostgres) -> None:
    """As root, a server whose user may enter every folder keeps no capability."""
    assert _capabilities(server.pid) == {"CapInh": 0, "CapPrm": 0, "CapEff": 0, "CapAmb": 0}


@only_root
def test_without_the_power_to_search_the_closed_folder_is_named(folder: Path) -> None:
    """As a root who may not pass the power on, the refusal names the folder."""
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    outcome = subprocess.run(
        [sys.executable, str(WITHOUT_SEARCH), str(closed / "postgres")],
        capture_output=True,
        text=True,
        timeout=EXIT_SECONDS,
        check=True,
    )
    assert f"who runs PostgreSQL when we are root, may not enter {closed}: " in outcome.stdout


@only_root
def test_a_program_that_its_mode_forbids_is_named(folder: Path) -> None:
    """The power to enter folders runs no program that others may not run: it is named instead."""
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    program = closed / "postgres"
    program.touch(mode=0o600)
    user = unprivileged.server_user()
    assert user is not None
    with pytest.raises(Unreachable, match=rf"may not enter {program}: "):
        unprivileged.needs_search([program], user)


def test_an_interrupted_first_start_is_begun_again(folder: Path) -> None:
    """A cluster that was half made when everything stopped is made anew."""
    (folder / "cluster.unfinished").mkdir()
    (folder / "cluster.unfinished" / "PG_VERSION").write_text("18\n")
    server = EmbeddedPostgres(folder, fsync=False)
    server.start()
    try:
        with psycopg.connect(server.dsn()) as connection:
            assert connection.execute("SELECT current_database()").fetchone() == ("xavira",)
    finally:
        server.stop()
    assert not (folder / "cluster.unfinished").exists()


def test_a_durable_server_holds_an_eighth_of_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a container's, where one limits it; never less than 128 MB nor more than 1 GB."""
    limit = tmp_path / "memory.max"
    monkeypatch.setattr(cluster_files, "MEMORY_LIMIT", limit)
    for text, megabytes in (("2147483648\n", 256), ("104857600\n", 128)):
        limit.write_text(text)
        assert cluster_files.buffers_megabytes() == megabytes
    limit.write_text("max\n")
    assert 128 <= cluster_files.buffers_megabytes() <= 1024
