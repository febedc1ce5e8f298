"""A client that speaks ASGI to an application, so that tests may send what no library would."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from litestar import Litestar

AsgiApp = Callable[[Any, Any, Any], Awaitable[None]]


class Reply(msgspec.Struct, frozen=True):
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        found = [value for known, value in self.headers if known == name.lower()]
        assert len(found) < 2, (name, found)
        return found[0] if found else None

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> dict[str, Any]:
        error: dict[str, Any] = self.json["error"]
        return error


async def started(app: Litestar) -> tuple[asyncio.Event, "asyncio.Task[None]"]:
    """Startup and shutdown happen in one task, as a server does it."""
    ready, stop = asyncio.Event(), asyncio.Event()

    async def run() -> None:
        async with app.lifespan():
            ready.set()
            await stop.wait()

    running = asyncio.create_task(run())
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait([running, waiting], return_when=asyncio.FIRST_COMPLETED)
    if running.done():
        running.result()
    return stop, running


async def stopped(stop: asyncio.Event, running: "asyncio.Task[None]") -> None:
    stop.set()
    await running


async def exchange(
    app: AsgiApp,
    scope: dict[str, Any],
    pieces: list[bytes],
    *,
    endless: bool,
) -> Reply:
    status = 0
    headers: list[tuple[str, str]] = []
    body = bytearray()
    left = list(pieces)
    ended = asyncio.Event()

    async def receive() -> dict[str, Any]:
        if left:
            piece = left.pop(0)
            return {"type": "http.request", "body": piece, "more_body": bool(left) or endless}
        await ended.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status, headers
        if message["type"] == "http.response.start":
            status = message["status"]
            headers = [(name.decode(), value.decode()) for name, value in message["headers"]]
        else:
            body.extend(message.get("body", b""))
            if not message.get("more_body"):
                ended.set()

    await app(scope, receive, send)
    return Reply(status, headers, bytes(body))
