"""The vault, when the database behind it does not answer."""

import socket
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from adapters.vault import MasterKey, PostgresVault
from domain.errors import TemporarilyUnavailable
from tests.stack import wait_for

ASKING = 6


class Silent:
    """A port that takes connections and says nothing, until it is let go and ends them all."""

    def __init__(self) -> None:
        self.let_go = threading.Event()
        self.taken = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._take, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        port = self._listener.getsockname()[1]
        return f"postgresql://nobody@127.0.0.1:{port}/nothing?sslmode=disable"

    def close(self) -> None:
        self.let_go.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _take(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self.taken += 1
                self.let_go.wait(120)


@pytest.fixture
def silent() -> Iterator[Silent]:
    silent = Silent()
    yield silent
    silent.close()


def test_who_waits_behind_a_silent_database_is_told_with_the_first(silent: Silent) -> None:
    """Six ask at once: the database is asked twice, not twice for each of them in turn."""
    vault = PostgresVault(silent.url, MasterKey(b"m" * 32), role="xavira_api")
    threads: list[threading.Thread] = []

    def ask() -> None:
        threads.append(threading.current_thread())
        vault.fingerprint(uuid4(), b"request")

    with ThreadPoolExecutor(ASKING) as pool:
        asked = [pool.submit(ask) for _ in range(ASKING)]
        wait_for(lambda: silent.taken == 1)
        wait_for(lambda: sum(map(_waits, threads)) == ASKING - 1)
        silent.let_go.set()
        errors = [type(each.exception()) for each in asked]
    assert errors == [TemporarilyUnavailable] * ASKING
    assert silent.taken == 2
    vault.close()


def _waits(thread: threading.Thread) -> bool:
    """Whether it stands at the lock of the vault."""
    frame = sys._current_frames().get(thread.ident or 0)
    return frame is not None and frame.f_code.co_name == "_key"
