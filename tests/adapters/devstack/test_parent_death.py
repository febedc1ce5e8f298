"""What becomes of the servers when their parent is killed or interrupted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from adapters.devstack.child import wait_for_exit
from adapters.devstack.nats import EmbeddedNats
from adapters.devstack.postgres import EmbeddedPostgres

PARENT = Path(__file__).with_name("parent_process.py")
EXIT_SECONDS = 120.0

pytestmark = pytest.mark.processes


@pytest.fixture
def folder(servers_folder: Path, request: pytest.FixtureRequest) -> Path:
    """A folder for one pair of servers; its mode is 0755 unless a test asks for another."""
    made = Path(tempfile.mkdtemp(dir=servers_folder))
    made.chmod(getattr(request, "param", 0o755))
    return made


@pytest.fixture
def parent(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process group of its own whose leader has started both servers in the folder."""
    process = subprocess.Popen(
        [sys.executable, str(PARENT), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    yield process
    process.kill()
    process.communicate()


def _server_pids(parent: subprocess.Popen[str]) -> dict[str, int]:
    assert parent.stdout is not None
    pids: dict[str, int] = json.loads(parent.stdout.readline())
    return pids


@pytest.mark.parametrize("folder", [0o755, 0o700], indirect=True, ids=["open", "closed"])
def test_servers_die_with_a_killed_parent(parent: subprocess.Popen[str], folder: Path) -> None:
    """After SIGKILL of the parent both servers end, and new ones find the data.

    Also when root's PostgreSQL reaches its data only by a power it was handed.
    """
    pids = _server_pids(parent)

    parent.kill()

    for pid in pids.values():
        assert wait_for_exit(pid, timeout_seconds=EXIT_SECONDS)
    postgres, nats = (
        EmbeddedPostgres(folder / "postgres", fsync=False),
        EmbeddedNats(folder / "nats"),
    )
    try:
        postgres.start()
        assert nats.start() is True
        with psycopg.connect(postgres.dsn()) as connection:
            assert connection.execute("SELECT text FROM note").fetchall() == [("kept",)]
    finally:
        nats.stop()
        postgres.stop()


def test_an_interrupted_group_leaves_the_servers_to_their_parent(
    parent: subprocess.Popen[str],
) -> None:
    """SIGINT to the terminal's whole group reaches the parent alone, which then stops in order."""
    pids = _server_pids(parent)
    assert [os.getpgid(pid) for pid in pids.values()] == list(pids.values())

    os.killpg(parent.pid, signal.SIGINT)
    output, _ = parent.communicate(timeout=EXIT_SECONDS)

    assert output == "stopped\n"
    assert parent.returncode == 0
