"""A byte proxy between PostgreSQL clients and server that cuts a connection around a commit."""

import contextlib
import os
import socket
import threading
from pathlib import Path
from typing import Literal

Cut = Literal["reply_lost", "never_sent"]

SOCKET_NAME = ".s.PGSQL.5432"


class ByteProxy:
    """Listens on a unix socket in `folder`; `arm` makes the next commit lose its connection.

    `asked` are bytes of a message that commits, `answered` those of the reply that says so.
    `reply_lost` lets the message reach the server and waits for its reply, which the client never
    sees; `never_sent` cuts before the message reaches the server.
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
        self._server_socket = server_socket
        self._armed: Cut | None = None
        self._lock = threading.Lock()
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(folder / SOCKET_NAME))
        os.chmod(folder / SOCKET_NAME, 0o777)
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def arm(self, cut: Cut) -> None:
        with self._lock:
            self._armed = cut

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(str(self._server_socket))
                link = _Link(self, client, server)
                threading.Thread(target=link.upstream, daemon=True).start()
                threading.Thread(target=link.downstream, daemon=True).start()

    def take(self) -> Cut | None:
        """The armed cut, once."""
        with self._lock:
            cut, self._armed = self._armed, None
            self.cuts += cut is not None
            return cut


class _Link:
    """One client's connection; both directions until one ends or the cut comes."""

    def __init__(self, proxy: ByteProxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy = proxy
        self._client = client
        self._server = server
        self._swallow = threading.Event()

    def upstream(self) -> None:
        with contextlib.suppress(OSError):
            while data := self._client.recv(65536):
                if self._proxy.asked in data and (cut := self._proxy.take()):
                    if cut == "never_sent":
                        break
                    self._swallow.set()
                self._server.sendall(data)
        if not self._swallow.is_set():
            self._close()

    def downstream(self) -> None:
        with contextlib.suppress(OSError):
            while data := self._server.recv(65536):
                if self._swallow.is_set():
                    if self._proxy.answered in data:
                        break
                    continue
                self._client.sendall(data)
        self._close()

    def _close(self) -> None:
        for end in (self._client, self._server):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
