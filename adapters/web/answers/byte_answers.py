"""Answers that are bytes already, on their way to clients which may be slow or read nothing at all.

What was handed to the server lies in memory until it is taken. So what is large is handed over
piece by piece, whoever takes none for long is cut off, and all that is on its way has a bound.
Where that is reached, whoever took a piece longest ago makes room.
"""

import asyncio
from collections.abc import Iterator
from typing import Any

from litestar import Response

from domain.errors import TemporarilyUnavailable

SENT_BYTES_MAX = 512 * 1024 * 1024
"""Of all large answers that one process is sending."""

PIECE_BYTES = 256 * 1024
PIECE_SECONDS_MAX = 30.0
"""How long a client may take for a piece."""

PIECE_SECONDS_SURE = 2.0
"""Whoever took one later than this ago is not cut off, however short room is."""


class Sending:
    """The large answers that one process is sending."""

    def __init__(self) -> None:
        self._held = 0
        self._readers: dict[_Reader, None] = {}
        """Who took a piece longest ago comes first."""

    def begin(self, size: int, limit: asyncio.Timeout) -> "_Reader":
        """Room for so many bytes, which are sent within `limit`. Raises TemporarilyUnavailable."""
        while self._held + size > SENT_BYTES_MAX:
            slowest = next(iter(self._readers), None)
            if slowest is None or slowest.seconds() < PIECE_SECONDS_SURE:
                raise TemporarilyUnavailable("Too much is being sent right now.")
            slowest.cut_off()
            self.end(slowest)
        self._held += size
        reader = _Reader(size, limit)
        self._readers[reader] = None
        return reader

    def took(self, reader: "_Reader") -> None:
        """Has taken a piece, and now has as long for the next, unless it was cut off meanwhile."""
        if reader in self._readers:
            del self._readers[reader]
            self._readers[reader] = None
            reader.expect()

    def end(self, reader: "_Reader") -> None:
        """Gives its room back. Idempotent."""
        if reader in self._readers:
            del self._readers[reader]
            self._held -= reader.size


class _Reader:
    """A client that is being sent something, for as long as its time limit allows."""

    def __init__(self, size: int, limit: asyncio.Timeout) -> None:
        self.size = size
        self._limit = limit
        self._loop = asyncio.get_running_loop()
        self.expect()

    def seconds(self) -> float:
        """How long ago it took its last piece."""
        return self._loop.time() - self._since

    def expect(self) -> None:
        self._since = self._loop.time()
        self._limit.reschedule(self._since + PIECE_SECONDS_MAX)

    def cut_off(self) -> None:
        self._limit.reschedule(self._loop.time())


class BytesAnswer(Response[bytes]):
    """Bytes that are an ASGI application themselves: there is nothing left to render."""

    type: bytes

    def __init__(self, content: bytes, *, status_code: int, headers: dict[str, str]) -> None:
        """Without what the framework prepares for rendering."""
        self.content = content
        self.status_code = status_code
        self.headers = headers

    def to_asgi_response(self, app: Any, request: Any, **_: Any) -> Any:
        return self

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Raises TemporarilyUnavailable before anything is sent."""
        if len(self.content) > PIECE_BYTES and scope["method"] != "HEAD":
            await self._send_pieces(scope["app"].state["sending"], send)
            return
        await send(self._start())
        await send({"type": "http.response.body", "body": self.content, "more_body": False})

    async def _send_pieces(self, sending: Sending, send: Any) -> None:
        """The server ends what is not whole."""
        try:
            async with asyncio.timeout(None) as limit:
                reader = sending.begin(len(self.content), limit)
                try:
                    await send(self._start())
                    for piece in self._pieces():
                        await send(piece)
                        sending.took(reader)
                finally:
                    sending.end(reader)
        except TimeoutError:
            return

    def _start(self) -> dict[str, Any]:
        headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in self.headers.items()
        ]
        headers.append((b"content-type", self.type))
        headers.append((b"content-length", str(len(self.content)).encode()))
        return {"type": "http.response.start", "status": self.status_code, "headers": headers}

    def _pieces(self) -> Iterator[dict[str, Any]]:
        size = len(self.content)
        for first in range(0, size, PIECE_BYTES):
            end = first + PIECE_BYTES
            piece = self.content[first:end]
            yield {"type": "http.response.body", "body": piece, "more_body": end < size}


class JsonAnswer(BytesAnswer):
    """Encoded JSON."""

    type = b"application/json"


class FileAnswer(BytesAnswer):
    """Bytes of a media type of their own."""

    def __init__(
        self,
        content: bytes,
        *,
        media_type: str,
        headers: dict[str, str],
        status_code: int = 200,
    ) -> None:
        super().__init__(content, status_code=status_code, headers=headers)
        self.type = media_type.encode()
