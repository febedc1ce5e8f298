"""Webhook receivers in a process of their own: prompt ones, and some that drip for ever.

The parent reads the ports from standard output and, when it closes standard input, what was
received. Run it as a module: `python -m adapters.bench.receivers PROMPT DRIPPING`.
"""

import asyncio
import sys
import time
from datetime import datetime

import msgspec

LINE_BYTES_MAX = 64 * 1024
DRIP_SECONDS = 0.5
BACKLOG = 1024
OK = b"HTTP/1.1 204 No Content\r\n\r\n"


class Arrival(msgspec.Struct, frozen=True, array_like=True):
    """When a message came (Unix seconds) and how long after its event was recorded."""

    at: float
    seconds: float


class _Told(msgspec.Struct):
    timestamp: datetime


class Receivers:
    """All of them, on one loop."""

    def __init__(self) -> None:
        self.arrivals: list[Arrival] = []
        self._decode = msgspec.json.Decoder(_Told).decode

    async def prompt(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            body = await _body(reader)
            now = time.time()
            self.arrivals.append(Arrival(now, now - self._decode(body).timestamp.timestamp()))
            writer.write(OK)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def dripping(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _body(reader)
            writer.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while True:
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(DRIP_SECONDS)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


async def _body(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = head.lower().split(b"content-length: ")[1].split(b"\r\n")[0]
    return await reader.readexactly(int(length))


async def serve(prompt: int, dripping: int) -> None:
    """Listens, says where, and tells what came once nobody wants more."""
    receivers = Receivers()
    handlers = [receivers.prompt] * prompt + [receivers.dripping] * dripping
    servers = [
        await asyncio.start_server(handler, "127.0.0.1", 0, limit=LINE_BYTES_MAX, backlog=BACKLOG)
        for handler in handlers
    ]
    ports = [server.sockets[0].getsockname()[1] for server in servers]
    sys.stdout.buffer.write(msgspec.json.encode(ports) + b"\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.buffer.read)
    sys.stdout.buffer.write(msgspec.json.encode(receivers.arrivals))
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2])))
