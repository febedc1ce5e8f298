"""A small real HTTP server that answers as a classifier does, or fails in a chosen way."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PASS = {"allowed": True, "policy_version": "acme-3"}


class PretendedClassifier:
    """Use as a context manager. `answer` is sent as JSON, or as it is where it is bytes."""

    def __init__(self) -> None:
        self.answer: Any = PASS
        self.status = 200
        self.silent = False
        self.dripping = False
        self.questions: list[dict[str, Any]] = []
        self.headers: dict[str, str] = {}
        self.ended = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/judge"

    def __enter__(self) -> "PretendedClassifier":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *arguments: Any) -> None:
        """A client that hangs up early is what some tests are about."""


def _handler(classifier: PretendedClassifier) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            classifier.questions.append(json.loads(body))
            classifier.headers = {name.lower(): value for name, value in self.headers.items()}
            if classifier.silent:
                classifier.ended.wait()
                return
            answer = classifier.answer
            data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(classifier.status)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            pieces = [bytes([byte]) for byte in data] if classifier.dripping else [data]
            for piece in pieces:
                self.wfile.write(piece)
                classifier.ended.wait(0.05 if classifier.dripping else 0)

        def log_message(self, *arguments: Any) -> None:
            pass

    return Handler
