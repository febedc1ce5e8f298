"""A byte proxy between PostgreSQL clients and server that cuts a connection around a commit."""

import contextlib
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

Cut = Literal["reply_lost", "never_sent", "silent", "late"]

SOCKET_NAME = ".s.PGSQL.5432"

_READY = b"Z\x00\x00\x00\x05I"
"""What the server says when it waits for the next question, outside of a transaction."""


Pumps = tuple[Callable[[], None], Callable[[], None]]
"""What carries the bytes of one connection, there and back, until it ends."""


def joined(
    folder: Path, server_socket: Path, pumps: Callable[[socket.socket, socket.socket], Pumps]
) -> socket.socket:
    """Listens as PostgreSQL would in `folder`, and joins each client to the server by two threads.

    Closing what is returned ends the listening; connections end by themselves.
    """
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(folder / SOCKET_NAME))
    os.chmod(folder / SOCKET_NAME, 0o777)
    listener.listen()

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(str(server_socket))
                for pump in pumps(client, server):
                    threading.Thread(target=pump, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return listener


def hang_up(*ends: socket.socket) -> None:
    """Ends a connection for both sides at once."""
    for end in ends:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()


class _Armed(NamedTuple):
    cut: Cut
    asked: bytes
    answered: bytes


class ByteProxy:
    """Listens on a unix socket in `folder`; `arm` makes a commit lose its connection: the next one,
    or the next after those that were armed before.

    `asked` are bytes of a message that commits, `answered` those of the reply that says so.
    `reply_lost` lets the message reach the server and waits for its reply, which the client never
    sees; `never_sent` cuts before the message reaches the server. `silent` cuts nothing: the client
    never hears anything again. `late` cuts the client off, and the message is on its way until the
    next cut: then it reaches the server, which answers nobody.
    """

    def __init__(
        self,
        folder: Path,
        server_socket: Path,
        *,
        asked: bytes = b"COMMIT",
        answered: bytes = b"COMMIT\x00",
    ) -> None:
        self.folder = folder
        self.asked = asked
        self.answered = answered
        self.cuts = 0
        self._armed: list[_Armed] = []
        self._late: list[tuple[_Link, bytes]] = []
        self._lock = threading.Lock()
        self._listener = joined(folder, server_socket, self._pumps)

    def arm(self, cut: Cut, *, asked: bytes = b"", answered: bytes = b"") -> None:
        armed = _Armed(cut, asked or self.asked, answered or self.answered)
        with self._lock:
            self._armed.append(armed)

    def close(self) -> None:
        self._listener.close()

    def _pumps(self, client: socket.socket, server: socket.socket) -> Pumps:
        link = _Link(self, client, server)
        return link.upstream, link.downstream

    def take(self, data: bytes) -> "_Armed | None":
        """The cut that is armed next, if what the client says is what it waits for; once."""
        with self._lock:
            if not self._armed or self._armed[0].asked not in data:
                return None
            self.cuts += 1
            return self._armed.pop(0)

    def hold(self, link: "_Link", data: bytes) -> None:
        self._late.append((link, data))

    def deliver(self) -> None:
        """What is on its way reaches the server and is done."""
        while self._late:
            link, data = self._late.pop()
            link.deliver(data)


class _Link:
    """One client's connection; both directions until one ends or the cut comes."""

    def __init__(self, proxy: ByteProxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy = proxy
        self._client = client
        self._server = server
        self._cut: _Armed | None = None
        self._done: threading.Event | None = None

    def upstream(self) -> None:
        with contextlib.suppress(OSError):
            while data := self._client.recv(65536):
                if (armed := self._proxy.take(data)) is not None:
                    if armed.cut == "late":
                        self._done = threading.Event()
                        self._proxy.hold(self, data)
                        hang_up(self._client)
                        return
                    if armed.cut == "never_sent":
                        hang_up(self._server)
                        self._proxy.deliver()
                        break
                    self._cut = armed
                self._server.sendall(data)
        if self._cut is None:
            self._close()

    def downstream(self) -> None:
        with contextlib.suppress(OSError):
            while data := self._server.recv(65536):
                if self._done is not None:
                    if data.endswith(_READY):
                        self._done.set()
                    continue
                if self._cut is not None:
                    if self._cut.cut == "reply_lost" and self._cut.answered in data:
                        break
                    continue
                self._client.sendall(data)
        self._close()

    def deliver(self, data: bytes) -> None:
        """Late: the client is gone, and so is the connection once the server is ready again."""
        assert self._done is not None
        self._server.sendall(data)
        assert self._done.wait(60)
        hang_up(self._server)

    def _close(self) -> None:
        hang_up(self._client, self._server)
