"""The bytes of outputs on their way to clients, which may be slow or read nothing at all.

What was handed to the server lies in memory until it is taken. So bytes are handed over piece by
piece, whoever takes none for long is cut off, and all that is on its way has a bound.
"""

import asyncio
from typing import Any

from adapters.web.dependencies import BytesAnswer
from domain.errors import TemporarilyUnavailable

SENT_BYTES_MAX = 512 * 1024 * 1024
"""Of all outputs that one process is sending; the next ones are asked to come again."""

PIECE_BYTES = 256 * 1024
PIECE_SECONDS_MAX = 30.0
"""How long a client may take for a piece."""


class Sending:
    """The bytes that one process is sending."""

    def __init__(self) -> None:
        self._held = 0

    def take(self, size: int) -> None:
        """Raises TemporarilyUnavailable."""
        if self._held + size > SENT_BYTES_MAX:
            raise TemporarilyUnavailable("Too many outputs are being sent right now.")
        self._held += size

    def give_back(self, size: int) -> None:
        self._held -= size


class OutputAnswer(BytesAnswer):
    """An output, or a range of one."""

    def __init__(
        self,
        content: bytes,
        *,
        status_code: int,
        headers: dict[str, str],
        media_type: str,
        sending: Sending,
    ) -> None:
        super().__init__(content, status_code=status_code, headers=headers)
        self.type = media_type.encode()
        self._sending = sending

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Raises TemporarilyUnavailable before anything is sent."""
        if scope["method"] == "HEAD":
            await send(self.start())
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            return
        size = len(self.content)
        self._sending.take(size)
        try:
            await send(self.start())
            for first in range(0, size, PIECE_BYTES):
                end = first + PIECE_BYTES
                message = {
                    "type": "http.response.body",
                    "body": self.content[first:end],
                    "more_body": end < size,
                }
                async with asyncio.timeout(PIECE_SECONDS_MAX):
                    await send(message)
        except TimeoutError:
            return  # the server ends what is not whole
        finally:
            self._sending.give_back(size)
