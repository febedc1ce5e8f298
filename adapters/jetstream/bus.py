"""One connection to NATS and what is needed to speak on it.

Publishing to a stream waits for the server's acknowledgement and repeats with the same id until it
comes.
"""

import asyncio
import time
from collections.abc import Callable, Collection, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec
import structlog
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.errors import ConnectionClosedError, Error, MaxPayloadError
from nats.js import JetStreamContext
from nats.js.errors import APIError, NoStreamResponseError, NotFoundError

from adapters.jetstream.codec import Codec, Message, MessageUndecodable
from adapters.jetstream.publishing import Outcome, Outgoing, Publisher
from adapters.jetstream.topology import (
    PAYLOAD_BYTES_MAX,
    STORE_BYTES_NEEDED,
    STORE_TOO_SMALL,
    Topology,
    ensure,
)
from adapters.telemetry import metrics, tracing

NATS_PORT = 4222
CONNECT_SECONDS_MAX = 10.0
SOCKET_SECONDS_MAX = 3
RECONNECT_WAIT_SECONDS = 0.25
PING_SECONDS = 10
PINGS_OUTSTANDING_MAX = 2
OUTBOUND_BYTES_MAX = 4 * 1024 * 1024
REQUEST_SECONDS_MAX = 3.0
PUBLISH_TRY_SECONDS_MAX = 3.0
PUBLISH_SECONDS_MAX = 600.0
PUBLISH_RETRY_SECONDS = 0.2
ERROR_LOG_SECONDS = 5.0
"""The client reports the same trouble at every attempt; it is logged at most this often."""

_log = structlog.get_logger(__name__)


class BusUnavailable(Exception):
    """The message server did not answer in time."""


class StreamIdentity(msgspec.Struct, frozen=True, kw_only=True):
    """Tells one life of a stream from another: a wiped store has a new one, or a lower end."""

    name: str
    created: str
    last_sequence: int


class Bus:
    """A connection with its JetStream, names and codec. Made by `connect`; belongs to one loop."""

    def __init__(self, topology: Topology, codec: Codec) -> None:
        self.topology = topology
        self.codec = codec
        self._renew()
        self._reconnected: list[Callable[[], None]] = []
        self._in_use = False
        self._lost = asyncio.Event()
        self._error_logged_at = -ERROR_LOG_SECONDS

    def _renew(self) -> None:
        """A client that was closed cannot be opened again."""
        self.client = Client()
        self.jetstream: JetStreamContext = self.client.jetstream(timeout=REQUEST_SECONDS_MAX)
        self._publisher = Publisher(self.client)

    @property
    def connected(self) -> bool:
        return self.client.is_connected

    def on_reconnected(self, callback: Callable[[], None]) -> None:
        """`callback` is called in the loop whenever the connection is back."""
        self._reconnected.append(callback)

    async def lost(self) -> None:
        """Waits until the server has ended the connection for good. Raises BusUnavailable then.

        The client comes back after a lost connection, not after most errors that the server names,
        as when the password is another one: whoever goes on without noticing does nothing more.
        """
        await self._lost.wait()
        raise BusUnavailable(f"NATS ended the connection for good: {self.client.last_error}")

    async def open(self, url: str, *, name: str) -> None:
        """Raises BusUnavailable; a wrong password shows in the log and here in the same way."""
        if self.client.is_closed:
            self._renew()
        self._lost.clear()
        options: dict[str, Any] = {
            "name": name,
            "error_cb": self._on_error,
            "disconnected_cb": self._on_disconnected,
            "reconnected_cb": self._on_reconnected,
            "closed_cb": self._on_closed,
            "connect_timeout": SOCKET_SECONDS_MAX,
            "reconnect_time_wait": RECONNECT_WAIT_SECONDS,
            "max_reconnect_attempts": -1,
            "ping_interval": PING_SECONDS,
            "max_outstanding_pings": PINGS_OUTSTANDING_MAX,
            "pending_size": OUTBOUND_BYTES_MAX,
        }
        try:
            async with asyncio.timeout(CONNECT_SECONDS_MAX):
                await self.client.connect(url, **options)
        except (TimeoutError, OSError, Error) as error:
            await self.close()
            told = f"no NATS at {_place_of(url)} within {CONNECT_SECONDS_MAX:g} s"
            raise BusUnavailable(told) from error
        self._in_use = True
        if self.client.is_closed:
            await self._on_closed()

    async def close(self) -> None:
        """Sends what is buffered, then ends the connection. Idempotent."""
        self._in_use = False
        if self.client.is_connected:
            try:
                await self.client.flush(timeout=1)
            except (TimeoutError, Error) as error:
                _log.info("bus closed before everything was sent", error=str(error))
        if not self.client.is_closed:
            await self.client.close()

    async def ensure(self) -> None:
        """Makes streams and consumers that are missing. Raises nats.errors.Error."""
        await ensure(self.jetstream, self.topology)

    def outgoing(self, subject: str, message: msgspec.Struct, *, message_id: str) -> Outgoing:
        """A message for `store_all`, in the trace that is current now. Raises ValueError when it is
        too big.
        """
        payload = self.codec.seal(subject, message)
        if len(payload) > PAYLOAD_BYTES_MAX:
            raise ValueError(f"a message has at most {PAYLOAD_BYTES_MAX} bytes")
        return Outgoing(message_id, subject, payload, tracing.carried())

    async def store(self, subject: str, message: msgspec.Struct, *, message_id: str) -> int:
        """`store_all` of one message. Raises what that and `outgoing` raise."""
        [sequence] = await self.store_all([self.outgoing(subject, message, message_id=message_id)])
        return sequence

    async def store_all(self, messages: Sequence[Outgoing]) -> list[int]:
        """Publishes to the streams of their subjects until all are acknowledged; their sequences.

        The same id within the duplicate window is stored once. A missing stream is made again.
        Raises BusUnavailable after PUBLISH_SECONDS_MAX.
        """
        deadline = time.monotonic() + PUBLISH_SECONDS_MAX
        stored: dict[str, int] = {}
        while left := [message for message in messages if message.message_id not in stored]:
            outcomes = await self._published(left)
            for message, outcome in zip(left, outcomes, strict=True):
                if isinstance(outcome, int):
                    stored[message.message_id] = outcome
            errors = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
            if errors:
                await self._look_into(errors)
                if time.monotonic() > deadline:
                    raise BusUnavailable(f"not acknowledged within {PUBLISH_SECONDS_MAX} s")
                await asyncio.sleep(PUBLISH_RETRY_SECONDS)
        return [stored[message.message_id] for message in messages]

    async def _published(self, messages: Sequence[Outgoing]) -> Sequence[Outcome]:
        try:
            return await self._publisher.publish(messages, seconds=PUBLISH_TRY_SECONDS_MAX)
        except Error as error:
            return [error for _ in messages]

    async def _look_into(self, errors: Sequence[Exception]) -> None:
        """Raises BusUnavailable for what no repetition mends."""
        for error in errors:
            if isinstance(error, ConnectionClosedError | MaxPayloadError):
                raise BusUnavailable(str(error)) from error
        if any(isinstance(error, NoStreamResponseError) for error in errors):
            await self._make_missing()
        else:
            await self._on_error(errors[0])

    async def _make_missing(self) -> None:
        try:
            await self.ensure()
        except (TimeoutError, Error) as error:
            await self._on_error(error)

    async def send(self, subject: str, message: msgspec.Struct) -> None:
        """Publishes without storing: whoever listens now gets it, a lost one is not missed."""
        try:
            await self.client.publish(subject, self.codec.seal(subject, message))
        except Error as error:
            await self._on_error(error)

    async def listen(
        self, subject: str, kind: type[Message], callback: Callable[[Message], None]
    ) -> Subscription:
        """Calls `callback` with every message sent to `subject`; foreign ones are dropped."""

        async def received(raw: Msg) -> None:
            try:
                callback(self.codec.open(raw.subject, raw.data, kind))
            except MessageUndecodable as error:
                _log.warning("undecodable message", subject=raw.subject, error=str(error))

        return await self.client.subscribe(subject, cb=received)

    async def withdraw(self, stream: str, subject: str) -> None:
        """Takes messages of one subject back out of a stream, delivered or not; best effort."""
        try:
            await self.jetstream.purge_stream(stream, subject=subject)
        except (TimeoutError, Error) as error:
            await self._on_error(error)

    async def identity(self, stream: str) -> StreamIdentity | None:
        """Which life of the stream this is, or None when it is missing.

        Raises BusUnavailable when the server does not answer.
        """
        try:
            info = await self.jetstream.stream_info(stream)
        except NotFoundError:
            return None
        except (TimeoutError, Error) as error:
            raise BusUnavailable(str(error)) from error
        metrics.gauge("xavira_bus_messages", info.state.messages, stream)
        return StreamIdentity(
            name=stream, created=str(info.created), last_sequence=info.state.last_seq
        )

    async def waiting(self, stream: str, consumer: str, sequences: Collection[int]) -> set[int]:
        """Those of the messages that lie there and were handed to nobody; the others were handed
        out, or are gone. Raises BusUnavailable.

        The stream is asked for each: how many messages a consumer has before it, the server tells
        late, and what was stored a moment ago would pass for lost.
        """
        try:
            held = {sequence for sequence in sequences if await self._holds(stream, sequence)}
            if not held:
                return held
            info = await self.jetstream.consumer_info(stream, consumer)
        except (TimeoutError, Error) as error:
            raise BusUnavailable(str(error)) from error
        reached = 0 if info.delivered is None else info.delivered.stream_seq
        return {sequence for sequence in held if sequence > reached}

    async def _holds(self, stream: str, sequence: int) -> bool:
        try:
            await self.jetstream.get_msg(stream, sequence)
        except NotFoundError:
            return False
        return True

    async def unsettled(self, stream: str) -> int | None:
        """How many messages of a work queue are not acknowledged, or None when that is unknown.

        What the stream holds is exact as soon as a message is stored; what the server tells of a
        consumer lags behind, and a result just stored would go unseen.
        """
        try:
            info = await self.jetstream.stream_info(stream)
        except (TimeoutError, Error):
            return None
        return info.state.messages

    async def _on_error(self, error: BaseException) -> None:
        now = time.monotonic()
        if now - self._error_logged_at >= ERROR_LOG_SECONDS:
            self._error_logged_at = now
            detail = f"{type(error).__name__}: {error}"
            if isinstance(error, APIError):
                detail = f"{error.err_code}: {error.description}"
            _log.warning("bus trouble", error=detail)

    async def _on_disconnected(self) -> None:
        _log.warning("bus disconnected")

    async def _on_reconnected(self) -> None:
        _log.info("bus reconnected")
        for callback in self._reconnected:
            callback()

    async def _on_closed(self) -> None:
        if self._in_use:
            _log.error("NATS ended the connection for good", error=str(self.client.last_error))
            self._lost.set()
        else:
            _log.info("bus closed")


async def connect(url: str, *, name: str, topology: Topology, bus_key: bytes) -> Bus:
    """A connected bus on which everything exists. Raises BusUnavailable."""
    bus = Bus(topology, Codec(bus_key))
    await bus.open(url, name=name)
    try:
        await bus.ensure()
    except (TimeoutError, Error) as error:
        await bus.close()
        raise BusUnavailable(_why_not_usable(error)) from error
    return bus


def _place_of(url: str) -> str:
    """Host and port of each address, without what is secret in them."""
    parts = [urlsplit(each.strip()) for each in url.split(",")]
    return ", ".join(f"{part.hostname}:{part.port or NATS_PORT}" for part in parts)


def _why_not_usable(error: Exception) -> str:
    if isinstance(error, APIError) and error.err_code == STORE_TOO_SMALL:
        mebibytes = STORE_BYTES_NEEDED // 2**20
        return (
            f"NATS may store too little for our streams, which may take {mebibytes} MiB:"
            " raise max_file_store in its configuration and start it again"
        )
    return f"JetStream is not usable: {error}"
