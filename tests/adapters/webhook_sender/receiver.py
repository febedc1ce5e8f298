"""A real HTTP or HTTPS server that does to its senders whatever a test wants."""

import asyncio
import contextlib
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import msgspec

START_SECONDS_MAX = 120.0
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """One request as it came; header names in lower case."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.body)

    @property
    def webhook_id(self) -> str:
        return self.headers["webhook-id"]


Answer = Callable[[Received, asyncio.StreamWriter], Awaitable[None]]


def says(answer: bytes) -> Answer:
    """Sends these bytes, whatever was asked."""

    async def answers(received: Received, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()

    return answers


def status(code: int, *headers: str, body: bytes = b"") -> Answer:
    """A reply of this status."""
    lines = [f"HTTP/1.1 {code} X", *headers, f"Content-Length: {len(body)}"]
    return says("\r\n".join([*lines, "", ""]).encode() + body)


class Receiver:
    """Listens on loopback on a thread of its own; `answer` may be changed at any time."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.answer: Answer = says(OK)
        self.received: list[Received] = []
        self.open = 0
        self.open_max = 0
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._run(asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=tls))
        self.port: int = self._server.sockets[0].getsockname()[1]

    @property
    def url(self) -> str:
        return self.named("127.0.0.1")

    def named(self, host: str) -> str:
        scheme = "http" if self._tls is None else "https"
        return f"{scheme}://{host}:{self.port}/hook"

    def of(self, event_type: str) -> list[Received]:
        """What came of one type, in order."""
        return [received for received in list(self.received) if received.json["type"] == event_type]

    def refuse(self) -> None:
        """Nobody is let in any more."""
        self._loop.call_soon_threadsafe(self._server.close)
        self._run(asyncio.sleep(0))

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._server.close)
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(START_SECONDS_MAX)
        self._loop.close()

    async def _end(self) -> None:
        mine = asyncio.current_task()
        others = [task for task in asyncio.all_tasks() if task is not mine]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def _run(self, task: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(task, self._loop).result(START_SECONDS_MAX)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        self.open_max = max(self.open_max, self.open)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {
                name.lower(): value.strip()
                for name, _, value in (line.partition(":") for line in head[1:] if line)
            }
            body = await reader.readexactly(int(headers["content-length"]))
            received = Received(path=head[0].split(" ")[1], headers=headers, body=body)
            self.received.append(received)
            await self.answer(received, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self.open -= 1
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


@contextlib.contextmanager
def receiving(tls: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """A receiver until the block ends."""
    receiver = Receiver(tls)
    try:
        yield receiver
    finally:
        receiver.close()
