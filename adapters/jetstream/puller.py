"""Receives from a durable pull consumer without pause, and never more than its owner can hold.

The client library's `fetch` sleeps through a reconnect until its own timeout. This puller asks
again as soon as the connection is back, and when nothing at all was heard for a few heartbeats.
What it holds is kept alive by `in_progress` beats until it is acknowledged or handed back.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import Any, Generic

import msgspec
import structlog
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.errors import Error

from adapters.cancelling import cancel_until_ended
from adapters.jetstream.bus import Bus
from adapters.jetstream.codec import Message, MessageUndecodable

EXPIRES_SECONDS = 30.0
HEARTBEAT_SECONDS = 2.0
SILENCE_SECONDS = 2.5 * HEARTBEAT_SECONDS
MISSING_RETRY_SECONDS = 0.2
_NANOSECONDS = 1_000_000_000

_log = structlog.get_logger(__name__)


class Delivery(Generic[Message]):
    """A received message that is held until it is acknowledged or handed back.

    `trace` is the sender's W3C traceparent.
    """

    def __init__(self, raw: Msg, message: Message, settled: Callable[["Delivery[Any]"], None]):
        self.message = message
        self.subject = raw.subject
        self.trace: str | None = (raw.headers or {}).get("traceparent")
        self._raw = raw
        self._settled = settled
        self._freed = False

    @property
    def number(self) -> int:
        """How often it was delivered, from 1."""
        return self._raw.metadata.num_delivered or 1

    def free(self) -> bool:
        """Gives the room back before the message is acknowledged; True the first time."""
        first, self._freed = not self._freed, True
        return first

    async def ack(self) -> None:
        """Tells the server to remove the message, and does not wait until it has.

        One whose acknowledgement is lost is delivered again, which every receiver has to bear
        anyway.
        """
        with contextlib.suppress(Error):
            await self._raw.ack()
        self._settled(self)

    async def nak(self, *, delay_seconds: float = 0.0) -> None:
        """Hands the message back, to be delivered again after the delay."""
        self._settled(self)
        with contextlib.suppress(Error):
            await self._raw.nak(delay=delay_seconds or None)

    async def beat(self) -> None:
        """Says that the message is still being worked on."""
        with contextlib.suppress(Error):
            await self._raw.in_progress()


class Puller(Generic[Message]):
    """Keeps `room` pull credits alive on one durable consumer. Use as an async context manager."""

    def __init__(
        self,
        bus: Bus,
        *,
        stream: str,
        consumer: str,
        kind: type[Message] | Any,
        room: int,
    ) -> None:
        assert room > 0
        self._bus = bus
        self._request_subject = f"$JS.API.CONSUMER.MSG.NEXT.{stream}.{consumer}"
        self._kind = kind
        self._room = room
        self._beat_seconds = bus.topology.beat_seconds
        self._inbox = ""
        self._epoch = 0
        self._asked = 0
        self._occupied = 0
        self._heard_at = 0.0
        self._held: set[Delivery[Message]] = set()
        self._received: asyncio.Queue[Delivery[Message] | BaseException] = asyncio.Queue()
        self._subscription: Subscription | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._requests: set[asyncio.Task[None]] = set()
        self._repairing = False
        self._stopped = False

    async def __aenter__(self) -> "Puller[Message]":
        self._inbox = self._bus.client.new_inbox()
        self._subscription = await self._bus.client.subscribe(f"{self._inbox}.*", cb=self._on)
        self._bus.on_reconnected(self._restart)
        self._heard_at = time.monotonic()
        await self._ask()
        works = (self._beat(), self._watch(), self._bus.lost())
        self._tasks = [asyncio.create_task(work) for work in works]
        for task in self._tasks:
            task.add_done_callback(self._tell_end)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()
        await cancel_until_ended(*self._tasks, *self._requests)

    async def receive(self) -> Delivery[Message]:
        """The next message; waits for it. Raises BusUnavailable once the connection is gone for
        good, and what ended the beats or the watch over requests: without them messages would be
        drawn twice, or never come.
        """
        received = await self._received.get()
        if isinstance(received, BaseException):
            raise received
        return received

    async def receive_all(self, most: int) -> list[Delivery[Message]]:
        """The next message, and those that have come with it. Raises what `receive` raises."""
        received = [await self.receive()]
        while len(received) < most and not self._received.empty():
            received.append(await self.receive())
        return received

    async def stop(self) -> None:
        """Receives nothing more, hands back what nobody has taken, still beats for the rest."""
        if self._stopped:
            return
        self._stopped = True
        if self._subscription is not None:
            with contextlib.suppress(Error):
                await self._subscription.unsubscribe()
        while not self._received.empty():
            received = self._received.get_nowait()
            if isinstance(received, Delivery):
                await received.nak()

    def free(self, delivery: Delivery[Message]) -> None:
        """Makes room for another message while this one is still held."""
        if delivery.free():
            self._occupied -= 1
            self._ask_soon()

    def _tell_end(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            self._received.put_nowait(error)

    def _settle(self, delivery: Delivery[Message]) -> None:
        self._held.discard(delivery)
        self.free(delivery)

    async def _on(self, raw: Msg) -> None:
        """A message, or what became of a pull request."""
        self._heard_at = time.monotonic()
        if not raw.subject.startswith(self._inbox):
            await self._accept(raw)
        elif raw.subject == f"{self._inbox}.{self._epoch}":
            await self._on_status(raw.headers or {})

    async def _accept(self, raw: Msg) -> None:
        self._asked = max(0, self._asked - 1)
        try:
            message = self._bus.codec.open(raw.subject, raw.data, self._kind)
        except MessageUndecodable as error:
            _log.error("undecodable message removed", subject=raw.subject, error=str(error))
            await raw.term()
            await self._ask()
            return
        delivery: Delivery[Message] = Delivery(raw, message, self._settle)
        if self._stopped:
            await delivery.nak()
            return
        self._occupied += 1
        self._held.add(delivery)
        self._received.put_nowait(delivery)
        self._ask_soon()

    async def _on_status(self, headers: dict[str, str]) -> None:
        status = headers.get("Status", "")
        if status == "100":
            return
        left = int(headers.get("Nats-Pending-Messages", self._asked))
        self._asked = max(0, self._asked - left)
        if status in ("404", "408"):
            await self._ask()
        elif not self._repairing:
            self._repairing = True
            _log.info("pull refused", status=status, detail=headers.get("Description"))
            self._spawn(self._repair())

    async def _repair(self) -> None:
        """The consumer is not there (a wiped store): make it again, then ask again."""
        await asyncio.sleep(MISSING_RETRY_SECONDS)
        with contextlib.suppress(TimeoutError, Error):
            await self._bus.ensure()
        self._repairing = False
        self._restart()

    def _restart(self) -> None:
        """Requests of before are void: the server forgot them, or answers to them are ignored."""
        self._epoch += 1
        self._asked = 0
        self._heard_at = time.monotonic()
        self._ask_soon()

    def _ask_soon(self) -> None:
        if self._inbox and self._wanted():
            self._spawn(self._ask())

    def _wanted(self) -> int:
        """How many to ask for now: none while half of the room is asked for, so that one request
        brings several. Whatever room there is, is asked for before the last of them is here.
        """
        if self._stopped or 2 * self._asked >= self._room:
            return 0
        return max(0, self._room - self._occupied - self._asked)

    async def _ask(self) -> None:
        wanted = self._wanted()
        if not wanted:
            return
        self._asked += wanted
        self._heard_at = time.monotonic()
        request = {
            "batch": wanted,
            "expires": int(EXPIRES_SECONDS * _NANOSECONDS),
            "idle_heartbeat": int(HEARTBEAT_SECONDS * _NANOSECONDS),
        }
        with contextlib.suppress(Error):
            await self._bus.client.publish(
                self._request_subject,
                msgspec.json.encode(request),
                reply=f"{self._inbox}.{self._epoch}",
            )

    def _spawn(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work)
        self._requests.add(task)
        task.add_done_callback(self._requests.discard)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._beat_seconds)
            for delivery in list(self._held):
                await delivery.beat()

    async def _watch(self) -> None:
        """While a request is open the server says something every heartbeat; silence voids it."""
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            silent = time.monotonic() - self._heard_at > SILENCE_SECONDS
            if silent and self._asked and self._bus.connected:
                self._restart()
            elif not self._asked:
                await self._ask()
