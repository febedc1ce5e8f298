"""One exchange: whom it dials, and what it bears from whoever answers."""

import asyncio
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from adapters.webhook_sender.exchange import LookUp, Reply, Vetted, exchange, look_up
from tests.adapters.webhook_sender.receiver import Answer, Received, Receiver, says, status

SECONDS_MAX = 1.0
Ask = Callable[..., Reply]


@pytest.fixture
def ask() -> Iterator[Ask]:
    """Posts to a URL as the sender does."""
    with ThreadPoolExecutor(4) as threads:

        def post(
            url: str,
            *,
            allow_private: bool = True,
            addresses: LookUp = look_up,
            body: bytes = b"{}",
        ) -> Reply:
            backend = Vetted(resolving=threads, allow_private=allow_private, look_up=addresses)
            tls = ssl.create_default_context()
            headers = [("webhook-id", "msg")]
            return asyncio.run(exchange(backend, tls, url, headers, b"{}", seconds_max=SECONDS_MAX))

        yield post


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
    outcomes = [ask(url, allow_private=False, addresses=flips).outcome for _ in range(2)]
    assert outcomes[1] == "blocked_address"
    assert outcomes[0] in {"timeout", "connect"}
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
    reply = ask(receiver.url)
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
