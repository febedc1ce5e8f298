"""One exchange: whom it dials, and what it bears from whoever answers."""

import asyncio
import gc
import ssl
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest

from adapters.webhook_sender.exchange import (
    Reply,
    Vetted,
    exchange,
    host_header,
)
from adapters.webhook_sender.names import LookUp, Names, look_up
from tests.adapters.webhook_sender.receiver import Answer, Received, Receiver, says, status
from tests.stack import wait_for

SECONDS_MAX = 120.0
IMPATIENT_SECONDS = 1.0
AT_ONCE = 20
Ask = Callable[..., Reply]


@pytest.fixture
def ask() -> Ask:
    """Posts to a URL as the sender does."""

    def post(
        url: str,
        *,
        allow_private: bool = True,
        addresses: LookUp = look_up,
        seconds_max: float = SECONDS_MAX,
    ) -> Reply:
        names = Names(addresses)
        backend = Vetted(names, allow_private=allow_private)
        tls = ssl.create_default_context()
        headers = [("webhook-id", "msg")]
        try:
            return asyncio.run(exchange(backend, tls, url, headers, b"{}", seconds_max=seconds_max))
        finally:
            names.close()

    return post


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://hooks.example/x", "hooks.example"),
        ("https://hooks.example:443/x", "hooks.example"),
        ("https://hooks.example:8443/x", "hooks.example:8443"),
        ("https://[2606:4700::1111]/x", "[2606:4700::1111]"),
        ("https://[2606:4700::1111]:8443/x", "[2606:4700::1111]:8443"),
    ],
)
def test_the_host_header_is_one(url: str, host: str) -> None:
    """A receiver refuses an address of IPv6 without its brackets."""
    assert host_header(url) == host


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "127.1",
        "127.0.0.1",
        "0x7f.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:169.254.169.254]",
        "[64:ff9b::a9fe:a9fe]",
        "localhost",
        "0.0.0.0",
        "169.254.169.254",
    ],
)
def test_nobody_inside_is_reached(ask: Ask, receiver: Receiver, host: str) -> None:
    """However the address is written: it is blocked, and no connection is opened."""
    reply = ask(f"http://{host}:{receiver.port}/hook", allow_private=False)
    assert (reply.outcome, reply.status, reply.excerpt) == ("blocked_address", None, b"")
    assert receiver.open_max == 0


def test_one_private_address_among_public_ones_blocks_them_all(
    ask: Ask, receiver: Receiver
) -> None:
    """A name with two faces is not given the benefit of the doubt."""
    reply = ask(
        receiver.named("two-faced.example"),
        allow_private=False,
        addresses=lambda host, port: ["93.184.216.34", "127.0.0.1"],
    )
    assert reply.outcome == "blocked_address"
    assert receiver.open_max == 0


def test_a_name_that_flips_is_looked_at_for_every_attempt(ask: Ask, receiver: Receiver) -> None:
    """What it was yesterday counts for nothing, and what was vetted is what is dialled."""
    asked: list[str] = []

    def flips(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) > 1 else ["93.184.216.34"]

    url = receiver.named("rebinding.example")
    first = ask(url, allow_private=False, addresses=flips, seconds_max=IMPATIENT_SECONDS)
    assert first.outcome in {"timeout", "connect"}
    assert ask(url, allow_private=False, addresses=flips).outcome == "blocked_address"
    assert asked == ["rebinding.example"] * 2
    assert receiver.open_max == 0


def test_a_name_that_does_not_resolve(ask: Ask) -> None:
    """One word, whatever the resolver said."""

    def unknown(host: str, port: int) -> list[str]:
        raise OSError("no such host as nosuch.example at 10.1.2.3")

    reply = ask("http://nosuch.example/", addresses=unknown)
    assert (reply.outcome, reply.excerpt) == ("dns", b"")


def test_nobody_listens(ask: Ask, receiver: Receiver) -> None:
    """A refused connection is told as such, without an address."""
    receiver.refuse()
    assert ask(receiver.url).outcome == "connect"


def test_a_redirect_is_not_followed(ask: Ask, receiver: Receiver) -> None:
    """Its status is the outcome; nobody goes where it points."""
    receiver.answer = status(302, f"Location: {receiver.url}/elsewhere")
    reply = ask(receiver.url)
    assert (reply.outcome, reply.status) == ("answered", 302)
    assert [received.path for received in receiver.received] == ["/hook"]


async def _drip(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.01)


async def dripping_headers(received: Received, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    await _drip(writer)


async def dripping_body(received: Received, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 500 Oh\r\nContent-Length: 1000000\r\n\r\n")
    await _drip(writer)


async def silent(received: Received, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(60)


@pytest.mark.parametrize(
    ("answer", "outcome", "code"),
    [
        (dripping_headers, "timeout", None),
        (silent, "timeout", None),
        (dripping_body, "answered", 500),
    ],
)
def test_an_exchange_ends_in_time(
    ask: Ask, receiver: Receiver, answer: Answer, outcome: str, code: int | None
) -> None:
    """A receiver that drips for ever is left; a status that came before the drip counts."""
    receiver.answer = answer
    reply = ask(receiver.url, seconds_max=IMPATIENT_SECONDS)
    assert (reply.outcome, reply.status) == (outcome, code)
    assert len(reply.excerpt) <= 4096


@pytest.mark.parametrize("header", ["Content-Length: 1073741824", "Content-Encoding: gzip"])
def test_a_huge_reply_is_cut(ask: Ask, receiver: Receiver, header: str) -> None:
    """16 KiB are read of a gigabyte and of anything that would unpack to one; 4 KiB are kept."""
    sent = 0

    async def huge(received: Received, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(f"HTTP/1.1 200 OK\r\n{header}\r\n\r\n".encode())
        while sent < 200_000_000:
            writer.write(b"\x1f\x8b" * 32_768)
            await writer.drain()
            sent += 65_536

    receiver.answer = huge
    reply = ask(receiver.url)
    assert (reply.outcome, reply.status, len(reply.excerpt)) == ("answered", 200, 4096)
    assert sent < 20_000_000


async def endless_headers(received: Received, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"X-More: " + b"y" * 1_000 + b"\r\n")
        await writer.drain()


async def endless_body(received: Received, writer: asyncio.StreamWriter) -> None:
    """As gzip it would unpack to a thousand times as much."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1073741824\r\n\r\n")
    while True:
        writer.write(b"\x1f\x8b" * 32_768)
        await writer.drain()


@contextmanager
def _allocations() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("answer", [endless_headers, endless_body, dripping_headers])
def test_what_never_ends_fills_no_memory(receiver: Receiver, answer: Answer) -> None:
    """Twenty at once take what they may hold, and when they have ended nothing of them is left."""
    receiver.answer = answer
    tls = ssl.create_default_context()

    async def post(backend: Vetted) -> Reply:
        return await exchange(backend, tls, receiver.url, [], b"{}", seconds_max=0.3)

    async def round_of(backend: Vetted) -> list[Reply]:
        replies = await asyncio.gather(*(post(backend) for _ in range(AT_ONCE)))
        await asyncio.to_thread(wait_for, lambda: receiver.open == 0)
        gc.collect()
        return replies

    async def rounds(backend: Vetted) -> tuple[list[Reply], int, int]:
        """Replies, and the bytes that more rounds than the first one leave behind, and hold."""
        await round_of(backend)
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        replies = [reply for _ in range(3) for reply in await round_of(backend)]
        after, peak = tracemalloc.get_traced_memory()
        return replies, after - before, peak - before

    with closing(Names()) as names, _allocations():
        backend = Vetted(names, allow_private=True)
        replies, left, peak = asyncio.run(rounds(backend))
    kept = sum(len(reply.excerpt) for reply in replies)
    assert kept <= 3 * AT_ONCE * 4_096
    assert left < kept + 100_000
    assert peak < AT_ONCE * 512_000


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (b"SSH-2.0-OpenSSH_9.6\r\n", "protocol"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000, "protocol"),
        (b"", "protocol"),
    ],
)
def test_what_is_not_http(ask: Ask, receiver: Receiver, answer: bytes, outcome: str) -> None:
    """Other protocols, endless headers and a hang-up are failures like any other."""
    receiver.answer = says(answer)
    assert ask(receiver.url).outcome == outcome


def test_an_environment_of_proxies_is_ignored(
    ask: Ask, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Receivers are dialled directly, whatever the process was started with."""
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    reply = ask(receiver.url)
    assert (reply.outcome, reply.status, reply.excerpt) == ("answered", 200, b"ok")
    assert receiver.received[0].headers["host"] == f"127.0.0.1:{receiver.port}"
