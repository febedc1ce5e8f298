"""The GPU consumer's side of the bus: the worker's transport on JetStream, and running it.

It pulls from its pool's consumer, announces itself, hears cancels and stores results. A command
whose subject names another pool or other work than its payload is refused.
"""

import asyncio
import contextlib
import hashlib
import os
import socket
from collections.abc import Callable, Mapping, Sequence
from uuid import UUID, uuid4

import structlog
from nats.errors import Error

from adapters.cancelling import cancel_until_ended
from adapters.jetstream.announcements import ANNOUNCE_SECONDS, WorkerAnnounced
from adapters.jetstream.bus import Bus, BusUnavailable, connect
from adapters.jetstream.held import HeldCommands
from adapters.jetstream.puller import Delivery, Puller
from adapters.jetstream.topology import ACK_WAIT_SECONDS, POOL_DEFAULT, Topology
from adapters.jetstream.traces import RenderTraces
from adapters.telemetry import metrics, tracing
from domain.ids import Book
from domain.messages import (
    Cancel,
    Command,
    IdentityComputed,
    Progress,
    Report,
    Result,
    Results,
    WorkBlocked,
    WorkCompleted,
    WorkFailed,
)
from domain.objects import ObjectStore
from inference.engine import Engine
from inference.job import ReportLost
from inference.output_checks import OutputCheck
from inference.pretending import Pretending
from inference.provenance.marking import Marks
from inference.worker import DEFAULT_CHECKS, Worker

MODELS_REMEMBERED_MAX = 2_048

_log = structlog.get_logger(__name__)


class CommandDelivery:
    """A command as the worker sees it."""

    def __init__(
        self, delivery: Delivery[Command], puller: Puller[Command], traces: RenderTraces
    ) -> None:
        self._delivery = delivery
        self._puller = puller
        self._traces = traces
        self.command: Command = delivery.message

    @property
    def number(self) -> int:
        return self._delivery.number

    def free(self) -> None:
        self._puller.free(self._delivery)

    async def ack(self) -> None:
        self._traces.done(self.command)
        await self._delivery.ack()

    async def nak(self, *, delay_seconds: float = 0.0) -> None:
        self._traces.done(self.command)
        await self._delivery.nak(delay_seconds=delay_seconds)


class JetStreamTransport:
    """The worker's transport. Use as an async context manager."""

    def __init__(self, bus: Bus, *, pool: str, slots: int) -> None:
        self._bus = bus
        self._pool = pool
        self._slots = slots
        self._name = f"{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:8]}"
        self._puller: Puller[Command] = Puller(
            bus,
            stream=bus.topology.commands_stream,
            consumer=bus.topology.pool_consumer(pool),
            kind=Command,
            room=slots,
        )
        self._announcing: asyncio.Task[None] | None = None
        self._traces = RenderTraces()
        self._models: dict[UUID, str] = {}

    async def __aenter__(self) -> "JetStreamTransport":
        await self._puller.__aenter__()
        self._announcing = asyncio.create_task(self._announce())
        return self

    async def __aexit__(self, *exception: object) -> None:
        if self._announcing is not None:
            await cancel_until_ended(self._announcing)
        await self._say(slots=0)
        await self._puller.__aexit__(*exception)

    async def receive(self) -> CommandDelivery:
        while True:
            delivery = await self._puller.receive()
            work_id = delivery.message.work_id
            if delivery.subject == self._bus.topology.command_subject(self._pool, work_id):
                self._models[work_id] = delivery.message.model_id
                while len(self._models) > MODELS_REMEMBERED_MAX:
                    del self._models[next(iter(self._models))]
                self._traces.received(delivery.message, delivery.trace)
                return CommandDelivery(delivery, self._puller, self._traces)
            _log.error("command under a foreign subject removed", subject=delivery.subject)
            await delivery.ack()

    async def stop_receiving(self) -> None:
        await self._say(slots=0)
        await self._puller.stop()

    async def report(self, results: Mapping[str, Result]) -> None:
        """In one message, except while tracing is on: a message carries one span."""
        try:
            if tracing.on() or len(results) == 1:
                for message_id, result in results.items():
                    with self._traces.reporting(result):
                        await self._store(result, result.work_id, message_id)
            else:
                together = tuple(results.values())
                message_id = hashlib.sha256(" ".join(results).encode()).hexdigest()
                await self._store(Results.of(together), together[0].work_id, message_id)
        except BusUnavailable as error:
            raise ReportLost(str(error)) from error
        for result in results.values():
            self._count(result)

    async def _store(self, report: Report, work_id: UUID, message_id: str) -> None:
        subject = self._bus.topology.result_subject(self._pool, work_id)
        await self._bus.store(subject, report, message_id=message_id)

    def _count(self, result: Result) -> None:
        model = self._models.get(result.work_id, "unknown")
        match result:
            case WorkCompleted():
                metrics.observe("xavira_engine_seconds", result.engine_seconds, model)
                outcome = "completed"
            case WorkFailed():
                outcome = "timeout" if result.timeout else "failed"
            case WorkBlocked():
                outcome = "blocked"
            case IdentityComputed():
                outcome = "identity"
            case _:
                return
        metrics.count("xavira_engine_results_total", model, outcome)

    async def progress(self, progress: Progress) -> None:
        await self._bus.send(self._bus.topology.progress_subject(progress.work_id), progress)

    async def on_cancel(self, callback: Callable[[UUID], None]) -> None:
        await self._bus.listen(
            self._bus.topology.cancel_subject, Cancel, lambda cancel: callback(cancel.work_id)
        )

    async def _announce(self) -> None:
        while True:
            await self._say(slots=self._slots)
            await asyncio.sleep(ANNOUNCE_SECONDS)

    async def _say(self, *, slots: int) -> None:
        announced = WorkerAnnounced(worker=self._name, pool=self._pool, slots=slots)
        await self._bus.send(self._bus.topology.workers_subject(self._pool), announced)


async def run_consumer(
    *,
    nats_url: str,
    bus_key: bytes,
    engines: Mapping[str, Engine],
    object_store: ObjectStore,
    marks: Marks,
    stop: asyncio.Event,
    pool: str = POOL_DEFAULT,
    slots: int = 1,
    render_seconds_max: float = 600.0,
    checks: Sequence[OutputCheck] = DEFAULT_CHECKS,
    book: Book = "live",
    ack_wait_seconds: float = ACK_WAIT_SECONDS,
) -> None:
    """Runs one consumer until `stop` is set. `engines` are by model id, not yet loaded.

    A consumer of the test book does what its commands are to pretend; see `inference.pretending`.

    Raises BusUnavailable when NATS is not there, and Stuck when only a new process can go on: the
    caller then ends this one at once, because a thread of it may never return.
    """
    topology = Topology(book=book, pools=(pool,), ack_wait_seconds=ack_wait_seconds)
    bus = await connect(nats_url, name=f"xavira-infer-{pool}", topology=topology, bus_key=bus_key)
    try:
        transport = JetStreamTransport(bus, pool=pool, slots=slots)
        pretending = Pretending(transport)
        worker = Worker(
            transport=pretending if book == "test" else transport,
            engines=engines,
            object_store=object_store,
            slots=slots,
            render_seconds_max=render_seconds_max,
            checks=checks,
            marks=marks,
        )
        metrics.add(HeldCommands(worker))
        await worker.load(stop)
        if stop.is_set():
            _log.info("stopped before the models were loaded")
            return
        async with transport, pretending:
            await worker.run(stop)
    finally:
        with contextlib.suppress(Error):
            await bus.close()
