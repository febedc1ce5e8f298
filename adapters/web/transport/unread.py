"""Takes what a client still sends of a request that is answered already, and forgets it.

A server that has answered before it read the whole body closes the connection and says so to
nobody. A client in the middle of its body then meets a reset, which can cost it the very answer
that says why, and another one the next request that it sends there.
"""

import asyncio
from collections.abc import Iterable
from typing import Any

from litestar.types import Receive

UNREAD_BYTES_MAX = 64 * 1024 * 1024
"""Twice the largest body of any route; whoever sends more is cut off."""

UNREAD_SECONDS_MAX = 2.0


class Incoming:
    """The body of one request on its way: what receives it, and whether all of it came."""

    def __init__(self, receive: Receive, *, asks_leave: bool, too_long: bool) -> None:
        self._receive = receive
        self._asks_leave = asks_leave
        self._too_long = too_long
        self._whole = False

    async def __call__(self) -> Any:
        self._asks_leave = False
        message: Any = await self._receive()
        self._whole = message["type"] != "http.request" or not message["more_body"]
        return message

    @property
    def ends_connection(self) -> bool:
        """Whether an answer that is given now is the last one: the client may never send what it
        has waited for leave to send, or sends more than is taken here.
        """
        return not self._whole and (self._asks_leave or self._too_long)

    async def forget_rest(self) -> None:
        """Reads on until the body is over, within bounds."""
        taken = 0
        try:
            async with asyncio.timeout(UNREAD_SECONDS_MAX):
                while not self._whole and taken <= UNREAD_BYTES_MAX:
                    taken += len((await self()).get("body", b""))
        except TimeoutError:
            return


def incoming(headers: Iterable[tuple[bytes, bytes]], receive: Receive) -> Incoming | None:
    """What receives the body that a request announces, if it announces one."""
    known = dict(headers)
    length = known.get(b"content-length", b"0")
    if length == b"0" and b"transfer-encoding" not in known:
        return None
    too_long = length.isdigit() and int(length[:20]) > UNREAD_BYTES_MAX
    return Incoming(receive, asks_leave=b"expect" in known, too_long=too_long)
