"""NATS as a child process: its port, its store and its one owner."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import nats
import nats.errors
import pytest
from nats.js.errors import APIError

from adapters.devstack.child import wait_for_exit
from adapters.devstack.nats import STORE_BYTES_MAX, EmbeddedNats
from adapters.devstack.store_lock import StoreInUse

CONNECT_SECONDS = 60.0
EXIT_SECONDS = 120.0

pytestmark = pytest.mark.processes


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedNats]:
    """A started server of the test's own, stopped afterwards."""
    made = EmbeddedNats(tmp_path / "nats")
    made.start()
    yield made
    made.stop()


async def _publish(url: str) -> int:
    client = await asyncio.wait_for(nats.connect(url), CONNECT_SECONDS)
    try:
        stream = client.jetstream()
        await stream.add_stream(name="NOTES", subjects=["notes.>"])
        return (await stream.publish("notes.first", b"hello")).seq
    finally:
        await client.close()


def test_a_message_is_stored(nats_server: str) -> None:
    """JetStream acknowledges a message on a new stream with sequence 1."""
    assert asyncio.run(_publish(nats_server)) == 1


def test_how_much_is_stored_does_not_depend_on_the_disk(server: EmbeddedNats) -> None:
    """Streams may take what the configuration says, however much or little of the disk was free
    when the server started.
    """

    async def scenario() -> None:
        client = await asyncio.wait_for(nats.connect(server.url()), CONNECT_SECONDS)
        try:
            stream = client.jetstream()
            await stream.add_stream(name="ALL", subjects=["all"], max_bytes=STORE_BYTES_MAX)
            with pytest.raises(APIError, match="insufficient storage"):
                await stream.add_stream(name="MORE", subjects=["more"], max_bytes=1)
        finally:
            await client.close()

    asyncio.run(scenario())


def test_messages_and_port_survive_a_kill(server: EmbeddedNats) -> None:
    """After SIGKILL of the server a new start has the same URL and the stored message."""
    url = server.url()
    assert asyncio.run(_publish(url)) == 1
    assert server.pid is not None

    os.kill(server.pid, signal.SIGKILL)
    assert wait_for_exit(server.pid, timeout_seconds=EXIT_SECONDS)
    assert server.poll() == -9
    assert server.start() is True

    assert server.url() == url
    assert asyncio.run(_publish(url)) == 2


def test_a_second_server_on_one_store_is_refused(server: EmbeddedNats, tmp_path: Path) -> None:
    """The store's folder has one server at a time."""
    with pytest.raises(StoreInUse):
        EmbeddedNats(tmp_path / "nats", owner_wait_seconds=0.1).start()
    assert server.poll() is None


def test_a_port_that_cannot_be_read_is_replaced(server: EmbeddedNats, tmp_path: Path) -> None:
    """A full disk or a power cut may leave an empty file; the server starts, and that is told."""
    server.stop()
    (tmp_path / "nats" / "port").write_text("")
    assert server.start() is False
    assert asyncio.run(_publish(server.url())) == 1


def test_a_taken_port_is_replaced(server: EmbeddedNats) -> None:
    """When a stranger listens on the remembered port, a new port is chosen and that is told."""
    port = urlsplit(server.url()).port
    assert port is not None
    server.stop()
    with socket.socket() as stranger:
        stranger.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        stranger.bind(("127.0.0.1", port))
        stranger.listen()
        assert server.start() is False
        assert urlsplit(server.url()).port != port


def test_a_client_without_the_secret_is_refused(server: EmbeddedNats) -> None:
    """The port alone gives nobody access."""
    port = urlsplit(server.url()).port

    async def attempt() -> None:
        await asyncio.wait_for(
            nats.connect(
                f"nats://127.0.0.1:{port}",
                allow_reconnect=False,
                max_reconnect_attempts=1,
                reconnect_time_wait=0.05,
            ),
            CONNECT_SECONDS,
        )

    with pytest.raises(nats.errors.Error, match="Authorization Violation"):
        asyncio.run(attempt())
