"""One request to one receiver: bounded in time and bytes, and only ever to a vetted address.

The name is resolved for each attempt, all of its addresses are vetted, and one of those very
addresses is dialled, so nothing can change between the look and the dial. No redirect is followed,
no proxy or cookie of the environment is used, and nothing is kept open afterwards.
"""

import asyncio
import contextlib
import ipaddress
import ssl
import time
from collections.abc import AsyncIterator, Iterable

import anyio
import httpcore2
import msgspec

from adapters.public_addresses import Address, literal_address, may_be_dialled
from adapters.webhook_sender.names import Names

CONNECT_SECONDS_MAX = 5.0
EXCHANGE_SECONDS_MAX = 15.0
BODY_SECONDS_MAX = 2.0
"""How long a reply's body is read once its status has decided: nobody holds us up for a record."""

REPLY_BYTES_MAX = 16 * 1024
REPLY_BYTES_KEPT = 4 * 1024
ADDRESSES_TRIED_MAX = 3
USER_AGENT = "Xavira-Webhooks/1"


class BlockedAddress(Exception):
    """One of the addresses of the host is not public."""


class NameUnknown(Exception):
    """The host does not resolve."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an exchange: `outcome` is `answered`, or why there is no status.

    `retry_after` is that header as it came; `excerpt` holds the first bytes of the body.
    """

    outcome: str
    milliseconds: int
    status: int | None = None
    retry_after: str | None = None
    excerpt: bytes = b""


class Vetted(httpcore2.AsyncNetworkBackend):
    """Opens connections to addresses that were looked at, under the name that was asked for."""

    def __init__(self, names: Names, *, allow_private: bool) -> None:
        self._plain = httpcore2.AnyIOBackend()
        self._names = names
        self._allow_private = allow_private

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the library's own signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Raises BlockedAddress, NameUnknown, httpcore2.ConnectError or ConnectTimeout."""
        deadline = time.monotonic() + CONNECT_SECONDS_MAX
        try:
            async with asyncio.timeout(CONNECT_SECONDS_MAX):
                addresses = await self._resolve(host, port)
        except TimeoutError as error:
            raise NameUnknown from error
        if not self._allow_private and not all(map(may_be_dialled, addresses)):
            raise BlockedAddress
        tried = addresses[:ADDRESSES_TRIED_MAX]
        for number, address in enumerate(tried):
            left = max(0.1, deadline - time.monotonic()) / (len(tried) - number)
            try:
                return await self._plain.connect_tcp(
                    str(address), port, timeout=left, socket_options=socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if number == len(tried) - 1:
                    raise
        raise NameUnknown

    async def _resolve(self, host: str, port: int) -> list[Address]:
        """Raises NameUnknown."""
        literal = literal_address(host)
        if literal is not None:
            return [literal]
        try:
            found = await self._names.addresses(host, port)
        except (OSError, UnicodeError) as error:
            raise NameUnknown from error
        return [ipaddress.ip_address(text.partition("%")[0]) for text in found]


async def exchange(
    backend: httpcore2.AsyncNetworkBackend,
    tls: ssl.SSLContext,
    url: str,
    headers: Iterable[tuple[str, str]],
    body: bytes,
    *,
    seconds_max: float = EXCHANGE_SECONDS_MAX,
) -> Reply:
    """Posts a body and reads the reply; never raises for anything that a receiver does."""
    started = time.monotonic()
    status: int | None = None
    retry_after: str | None = None
    excerpt = bytearray()
    outcome = "answered"
    try:
        async with asyncio.timeout(seconds_max):
            async with _asked(backend, tls, url, headers, body) as response:
                status = response.status
                retry_after = _header(response, b"retry-after")
                async with asyncio.timeout(BODY_SECONDS_MAX):
                    await _read(response, excerpt)
    except TimeoutError:
        outcome = "answered" if status is not None else "timeout"
    except Exception as error:  # noqa: BLE001 - whatever a receiver does is an outcome
        outcome = "answered" if status is not None else outcome_of(error)
    return Reply(
        outcome=outcome,
        milliseconds=round((time.monotonic() - started) * 1000),
        status=status,
        retry_after=retry_after,
        excerpt=bytes(excerpt[:REPLY_BYTES_KEPT]),
    )


@contextlib.asynccontextmanager
async def _asked(
    backend: httpcore2.AsyncNetworkBackend,
    tls: ssl.SSLContext,
    url: str,
    headers: Iterable[tuple[str, str]],
    body: bytes,
) -> AsyncIterator[httpcore2.Response]:
    request = httpcore2.Request(
        "POST",
        url,
        headers=[("Host", host_header(url)), *headers, ("Content-Length", str(len(body)))],
        content=body,
        extensions={"timeout": {"connect": CONNECT_SECONDS_MAX}},
    )
    connection = httpcore2.AsyncHTTPConnection(
        origin=request.url.origin, ssl_context=tls, http2=False, network_backend=backend
    )
    try:
        yield await connection.handle_async_request(request)
    finally:
        with anyio.CancelScope(shield=True), contextlib.suppress(Exception):
            await connection.aclose()


async def _read(response: httpcore2.Response, excerpt: bytearray) -> None:
    """The status has decided already; the body is read for the record, and only so far."""
    async for chunk in response.aiter_stream():
        excerpt += chunk[: REPLY_BYTES_MAX - len(excerpt)]
        if len(excerpt) >= REPLY_BYTES_MAX:
            return


def _header(response: httpcore2.Response, name: bytes) -> str | None:
    found = [value for known, value in response.headers if known.lower() == name]
    return found[0].decode("latin-1") if len(found) == 1 else None


def host_header(url: str) -> str:
    """Host, an IPv6 address in brackets, and the port where it is not the usual one."""
    parsed = httpcore2.URL(url)
    host = parsed.host.decode()
    host = f"[{host}]" if ":" in host else host
    usual = {b"http": 80, b"https": 443}[parsed.scheme]
    return host if parsed.port in (None, usual) else f"{host}:{parsed.port}"


def outcome_of(error: BaseException) -> str:
    """One word for what went wrong; never an address, so that nobody can scan with us."""
    if isinstance(error, BlockedAddress):
        return "blocked_address"
    if isinstance(error, NameUnknown):
        return "dns"
    if isinstance(error, httpcore2.TimeoutException):
        return "timeout"
    if isinstance(error, httpcore2.ConnectError):
        return "tls" if _caused_by_tls(error) else "connect"
    if isinstance(error, (httpcore2.NetworkError, ssl.SSLError)):
        return "tls" if _caused_by_tls(error) else "disconnected"
    return "protocol"


def _caused_by_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
