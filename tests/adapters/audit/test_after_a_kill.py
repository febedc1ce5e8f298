"""PostgreSQL is killed while it records: what is there afterwards is verified, event by event."""

from __future__ import annotations

import os
import signal
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from adapters.deployment import MigratedPostgres
from adapters.devstack.child import wait_for_exit
from domain.ids import GenerationId
from tests import builders
from tests.adapters.audit.rig import ACCOUNT, CHARACTER, Rig
from tests.stack import wait_for

EXIT_SECONDS = 120.0

pytestmark = pytest.mark.processes


@pytest.fixture
def server(servers_folder: Path) -> Iterator[MigratedPostgres]:
    """A durable server of the test's own."""
    folder = Path(tempfile.mkdtemp(dir=servers_folder))
    folder.chmod(0o755)
    made = MigratedPostgres(folder)
    made.start()
    yield made
    made.stop()


def test_a_killed_server_comes_back_verified(server: MigratedPostgres, tmp_path: Path) -> None:
    """Everything that was answered is in the log, and log, tree and books have no fault."""
    rig = Rig(server.dsn(), tmp_path).fill()
    rig.seal()
    answered: list[int] = []
    stop = threading.Event()

    def spend() -> None:
        while not stop.is_set():
            wish = builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()))
            future = rig.ledger.append(wish)
            if future.exception() is None:
                answered.append(future.result().position)

    spender = threading.Thread(target=spend)
    spender.start()
    try:
        wait_for(lambda: len(answered) >= 20)
        assert server.pid is not None
        os.kill(server.pid, signal.SIGKILL)
        assert wait_for_exit(server.pid, timeout_seconds=EXIT_SECONDS)
        server.start()
        seen = len(answered)
        wait_for(lambda: len(answered) >= seen + 5)
    finally:
        stop.set()
        spender.join()
    rig.ledger.close()
    rig.reopen()

    rig.seal()
    rig.project()
    verdict = rig.verify()
    assert (verdict.exit_status, verdict.faults) == (0, ())
    assert max(answered) <= verdict.events == rig.ledger.head()
    rig.close()
