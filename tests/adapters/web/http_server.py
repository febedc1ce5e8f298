"""An application of the site behind a real HTTP server on loopback, on the site's own loop."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from granian.constants import Interfaces
from granian.server.embed import Server

from adapters.devstack.ports import free_port
from tests.adapters.web.site import Site


@contextmanager
def listening(site: Site) -> Iterator[str]:
    """The address of a server that ends with the block."""
    port = free_port()
    app = site.app_unstarted()
    server = Server(app, port=port, interface=Interfaces.ASGI, websockets=False, log_enabled=False)

    async def start() -> "asyncio.Task[None]":
        return asyncio.ensure_future(server.serve())

    serving = site.wait(start())
    try:
        site.wait(_accepts(port))
        yield f"http://127.0.0.1:{port}"
    finally:
        site.wait(_ended(server, serving))


async def _accepts(port: int) -> None:
    """Returns once somebody listens; the caller's own time limit ends it otherwise."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except ConnectionRefusedError:
            await asyncio.sleep(0.01)
        else:
            writer.close()
            return


async def _ended(server: Server, serving: "asyncio.Task[None]") -> None:
    server.stop()
    await serving
