"""Load on an HTTP server from one process: so many clients, each with one request in flight.

A general HTTP client would take more of the two cores than what it measures, so this one knows only
what our own server sends: HTTP/1.1, kept alive, with a Content-Length. It is of no other use.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from typing import cast
from uuid import uuid4

import msgspec

HEAD_END = b"\r\n\r\n"
LENGTH = b"content-length: "
ANSWER_SECONDS_MAX = 120.0


class Answer(msgspec.Struct, frozen=True):
    """Status, the bytes of the head in lower case, and the body."""

    status: int
    head: bytes
    body: bytes


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """What the clients saw: milliseconds of each answer, how often each status, and how long."""

    milliseconds: list[float]
    statuses: dict[int, int]
    seconds: float

    @property
    def per_second(self) -> float:
        return len(self.milliseconds) / self.seconds


class Connection(asyncio.Protocol):
    """One client. `ask` sends a request and waits for its answer."""

    def __init__(self) -> None:
        self._received = b""
        self._awaited: asyncio.Future[Answer] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._received += data
        answer = _parsed(self._received)
        if answer is not None and self._awaited is not None:
            self._received = b""
            self._awaited.set_result(answer)
            self._awaited = None

    def connection_lost(self, error: Exception | None) -> None:
        if self._awaited is not None:
            self._awaited.set_exception(error or ConnectionError("the server hung up"))
            self._awaited = None

    async def ask(self, request: bytes) -> Answer:
        """Raises ConnectionError, TimeoutError."""
        assert self._transport is not None
        self._awaited = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        async with asyncio.timeout(ANSWER_SECONDS_MAX):
            return await self._awaited

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


async def connect(host: str, port: int) -> Connection:
    """A client of the server. Raises OSError."""
    _, protocol = await asyncio.get_running_loop().create_connection(Connection, host, port)
    return protocol


def request_bytes(
    method: str, path: str, *, key: str, body: bytes = b"", headers: str = ""
) -> bytes:
    """A request as it goes over the wire; `headers` are whole lines, each with its line end."""
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
    )
    return head.encode() + body


def post_bytes(path: str, key: str, body: object) -> bytes:
    """A POST of `body` as JSON, with an idempotency key of its own."""
    claim = f"Idempotency-Key: {uuid4()}\r\n"
    return request_bytes("POST", path, key=key, body=msgspec.json.encode(body), headers=claim)


async def load(
    host: str, port: int, next_request: Callable[[], bytes], *, clients: int, seconds: float
) -> Load:
    """Keeps `clients` requests in flight for so long; those under way then are still counted."""
    connections = [await connect(host, port) for _ in range(clients)]
    milliseconds: list[float] = []
    statuses: Counter[int] = Counter()
    started = time.perf_counter()
    until = started + seconds

    async def ask_on(connection: Connection) -> None:
        while (began := time.perf_counter()) < until:
            answer = await connection.ask(next_request())
            milliseconds.append((time.perf_counter() - began) * 1000)
            statuses[answer.status] += 1

    try:
        async with asyncio.TaskGroup() as group:
            for connection in connections:
                group.create_task(ask_on(connection))
        ended = time.perf_counter()
    finally:
        for connection in connections:
            connection.close()
    return Load(milliseconds=milliseconds, statuses=dict(statuses), seconds=ended - started)


def _parsed(received: bytes) -> Answer | None:
    """The answer once all of it is there. Raises ValueError for one without a length."""
    end = received.find(HEAD_END)
    if end < 0:
        return None
    head = received[:end].lower()
    start = head.find(LENGTH)
    if start < 0:
        raise ValueError(f"an answer without a length: {head!r}")
    length = int(head[start + len(LENGTH) :].split(b"\r\n", 1)[0])
    body = received[end + len(HEAD_END) :]
    if len(body) < length:
        return None
    return Answer(int(head[9:12]), head, body)
