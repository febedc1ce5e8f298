"""A proxy in front of PostgreSQL that notes the text of every statement that clients execute."""

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.faults.byte_proxy import Pumps, hang_up, joined

HEAD_BYTES = 5
"""A message: one letter, and how long it is without that."""


class StatementTap:
    """Listens on a unix socket in `folder`. Prepared or not, a statement is noted when it runs."""

    def __init__(self, folder: Path, server_socket: Path) -> None:
        self._noted: list[str] = []
        self._lock = threading.Lock()
        self._listener = joined(folder, server_socket, self._pumps)

    def taken(self) -> list[str]:
        """What was executed since the last call."""
        with self._lock:
            noted, self._noted = self._noted, []
        return noted

    def close(self) -> None:
        self._listener.close()

    def _pumps(self, client: socket.socket, server: socket.socket) -> Pumps:
        return partial(self._upstream, client, server), partial(_downstream, client, server)

    def _upstream(self, client: socket.socket, server: socket.socket) -> None:
        """Notes each message before the server sees it: who has an answer has been noted."""
        prepared: dict[bytes, str] = {}
        with contextlib.suppress(OSError, EOFError):
            (size,) = struct.unpack("!I", start := _exactly(client, 4))
            server.sendall(start + _exactly(client, size - 4))
            while True:
                head = _exactly(client, HEAD_BYTES)
                body = _exactly(client, int.from_bytes(head[1:], "big") - 4)
                self._note(head[:1], body, prepared)
                server.sendall(head + body)
        hang_up(client, server)

    def _note(self, kind: bytes, body: bytes, prepared: dict[bytes, str]) -> None:
        parts = body.split(b"\x00", 2)
        if kind == b"P":
            prepared[parts[0]] = parts[1].decode()
            return
        ran = {b"Q": parts[0].decode(), b"B": prepared.get(parts[1], "")} if kind in b"QB" else {}
        with self._lock:
            self._noted += [ran[kind]] if kind in ran else []


def _exactly(client: socket.socket, count: int) -> bytes:
    """Raises EOFError when the client has gone."""
    received = bytearray()
    while len(received) < count:
        if not (piece := client.recv(count - len(received))):
            raise EOFError
        received += piece
    return bytes(received)


def _downstream(client: socket.socket, server: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := server.recv(65_536):
            client.sendall(data)
    hang_up(client, server)


@contextlib.contextmanager
def tapped(folder: Path, server_socket: Path) -> Iterator[StatementTap]:
    """A tap until the block ends."""
    tap = StatementTap(folder, server_socket)
    try:
        yield tap
    finally:
        tap.close()
