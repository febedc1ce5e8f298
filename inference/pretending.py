"""What a consumer of the test book does instead of drawing, when a command is to pretend something.

It stands between the bus and the worker and answers such commands itself, so engines and worker
know nothing of it, and work that only waits holds up nobody who wants to draw.
"""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from uuid import UUID

import structlog

from domain.messages import (
    Command,
    IdentityComputed,
    Progress,
    Result,
    WorkBlocked,
    WorkFailed,
    WorkStarted,
    attempt_name,
)
from domain.policy import POLICY_VERSION
from domain.sandbox import BLOCKED_AS
from inference.job import Delivery, ReportLost, Transport

SIGN_OF_LIFE_SECONDS = 10.0
WAIT = "wait="
NO_ENCODER = "none"

_log = structlog.get_logger(__name__)


class Pretending:
    """A transport over another one; use as an async context manager around the worker's run."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._ready: asyncio.Queue[Delivery | None] = asyncio.Queue()
        self._receiving: asyncio.Task[None] | None = None
        self._held: dict[asyncio.Task[None], Delivery] = {}
        self._canceled: dict[UUID, asyncio.Event] = {}

    async def __aenter__(self) -> "Pretending":
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self._hand_back()

    async def receive(self) -> Delivery:
        """The next command that is to be drawn."""
        if self._receiving is None:
            self._receiving = asyncio.create_task(self._receive_all())
            self._receiving.add_done_callback(lambda _: self._ready.put_nowait(None))
        delivery = await self._ready.get()
        if delivery is None:
            self._receiving.result()
            raise AssertionError("receiving has no end of its own")
        return delivery

    async def stop_receiving(self) -> None:
        await self._transport.stop_receiving()
        await self._hand_back()

    async def report(self, results: Mapping[str, Result]) -> None:
        await self._transport.report(results)

    async def progress(self, progress: Progress) -> None:
        await self._transport.progress(progress)

    async def on_cancel(self, callback: Callable[[UUID], None]) -> None:
        """Work that waits is given to the worker at once, which then knows that it is canceled."""

        def canceled(work_id: UUID) -> None:
            callback(work_id)
            if work_id in self._canceled:
                self._canceled[work_id].set()

        await self._transport.on_cancel(canceled)

    async def _receive_all(self) -> None:
        while True:
            delivery = await self._transport.receive()
            if delivery.command.fault is None:
                self._ready.put_nowait(delivery)
                continue
            pretending = asyncio.create_task(self._pretend(delivery, delivery.command.fault))
            self._held[pretending] = delivery
            pretending.add_done_callback(self._reap)

    def _reap(self, task: "asyncio.Task[None]") -> None:
        self._held.pop(task, None)
        if not task.cancelled() and task.exception() is not None:
            _log.error("pretending broke", error=repr(task.exception()))

    async def _pretend(self, delivery: Delivery, fault: str) -> None:
        command = delivery.command
        try:
            if fault.startswith(WAIT):
                await self._wait(delivery, float(fault.removeprefix(WAIT)))
                return
            result = _pretended(command, fault)
            if result is not None:
                await self._start(delivery)
                await self._transport.report({_message_id(command, fault): result})
            await delivery.ack()
        except ReportLost as error:
            _log.warning("a pretended result is lost", error=str(error))
            await delivery.nak()

    async def _start(self, delivery: Delivery) -> None:
        command = delivery.command
        started = WorkStarted(work_id=command.work_id, attempt=command.attempt, token=command.token)
        message_id = f"{_message_id(command, 'started')}-{delivery.number}"
        await self._transport.report({message_id: started})

    async def _wait(self, delivery: Delivery, seconds: float) -> None:
        """Begun, and spoken of, until the time is up or nobody wants it any more."""
        command = delivery.command
        await self._start(delivery)
        canceled = self._canceled.setdefault(command.work_id, asyncio.Event())
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            while (left := began + seconds - loop.time()) > 0 and not canceled.is_set():
                fraction = 0.5 * (1 - left / seconds)
                progress = Progress(
                    work_id=command.work_id, attempt=command.attempt, fraction=fraction
                )
                await self._transport.progress(progress)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(canceled.wait(), min(left, SIGN_OF_LIFE_SECONDS))
        finally:
            self._canceled.pop(command.work_id, None)
        self._ready.put_nowait(delivery)

    async def _hand_back(self) -> None:
        """What waits goes to another consumer."""
        unanswered = {task: delivery for task, delivery in self._held.items() if not task.done()}
        held: list[Delivery | None] = [*unanswered.values()]
        self._held.clear()
        tasks = [*unanswered, *([] if self._receiving is None else [self._receiving])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        while not self._ready.empty():
            held.append(self._ready.get_nowait())
        for delivery in held:
            if delivery is not None:
                await delivery.nak()


def _pretended(command: Command, fault: str) -> Result | None:
    """What is reported at once; None where nobody is to hear of the command ever again."""
    work_id, attempt, token = command.work_id, command.attempt, command.token
    match fault:
        case "fail" | "timeout":
            return WorkFailed(
                work_id=work_id, attempt=attempt, token=token, timeout=fault == "timeout"
            )
        case "block":
            return WorkBlocked(
                work_id=work_id,
                attempt=attempt,
                token=token,
                category=BLOCKED_AS,
                policy_version=POLICY_VERSION,
            )
        case "identity":
            return IdentityComputed(
                work_id=work_id, attempt=attempt, token=token, object_key=None, encoder=NO_ENCODER
            )
        case _:
            return None


def _message_id(command: Command, kind: str) -> str:
    """As a worker names its results: the same for the same attempt and kind of result."""
    return f"{attempt_name(command.work_id, command.attempt, command.token)}:{kind}"
