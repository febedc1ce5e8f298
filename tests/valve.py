"""A TCP proxy in front of a server that can stop answering without hanging up."""

import contextlib
import socket
import threading
from types import TracebackType

CHUNK_BYTES = 65536


class Valve:
    """Listens on loopback and passes bytes on; while it is shut, connections open and bytes wait.

    Use as a context manager; leaving it opens the valve and hangs up.
    """

    def __init__(self, host: str, port: int) -> None:
        self._server = host, port
        self._open = threading.Event()
        self._open.set()
        self._ends: list[socket.socket] = []
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.held = threading.Event()
        """Set once bytes wait that came while it was shut."""

    def __enter__(self) -> "Valve":
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.open()
        self._hang_up(self._listener)
        with self._lock:
            ends = list(self._ends)
        self._hang_up(*ends)

    def shut(self) -> None:
        self.held.clear()
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(self._server)
                with self._lock:
                    self._ends += [client, server]
                for source, target in ((client, server), (server, client)):
                    threading.Thread(target=self._pump, args=(source, target), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK_BYTES):
                if not self._open.is_set():
                    self.held.set()
                    self._open.wait()
                target.sendall(data)
        self._hang_up(source, target)

    def _hang_up(self, *ends: socket.socket) -> None:
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
