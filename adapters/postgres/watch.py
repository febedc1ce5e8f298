"""Ends a connection on which a thread has waited for too long.

A server that stands still closes nothing, and a thread that waits for it inside libpq cannot look
at a clock. So another one looks, and shuts the socket down: the waiting one is told that the
connection is lost, as it is when a server dies.
"""

import contextlib
import os
import socket
import threading
import time
from typing import Any

import psycopg
import structlog

from adapters.postgres.bounded import ANSWER_SECONDS_MAX, LOOK_SECONDS_MAX

_log = structlog.get_logger(__name__)


class Watch:
    """Over the connection of one thread, which says when it begins to wait and when it is done."""

    def __init__(self, name: str, *, patience_seconds: float = ANSWER_SECONDS_MAX) -> None:
        self._patience_seconds = patience_seconds
        self._lock = threading.Lock()
        self._connection: psycopg.Connection[Any] | None = None
        self._hold: socket.socket | None = None
        self._since: float | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """When nobody waits any more."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join()
        self._let_go()

    def begin(self, connection: psycopg.Connection[Any]) -> None:
        """The time counts from now, also where it was counting already."""
        if connection is not self._connection:
            self._let_go()
            with self._lock:
                self._connection = connection
                self._hold = socket.socket(fileno=os.dup(connection.pgconn.socket))
        self._since = time.monotonic()

    def rest(self) -> None:
        """Nobody waits for now."""
        self._since = None

    def _let_go(self) -> None:
        """A socket lives for as long as anybody holds it."""
        with self._lock:
            if self._hold is not None:
                self._hold.close()
            self._connection = self._hold = None

    def _look(self) -> None:
        while not self._ended.wait(min(self._patience_seconds, LOOK_SECONDS_MAX)):
            since = self._since
            if since is not None and time.monotonic() - since > self._patience_seconds:
                self._cut()

    def _cut(self) -> None:
        self._since = None
        _log.warning("the database does not answer; its connection is ended")
        with self._lock, contextlib.suppress(OSError):
            if self._hold is not None:
                self._hold.shutdown(socket.SHUT_RDWR)
