"""A connection that the client closes for good, because the server names an error."""

import asyncio
from uuid import UUID

import pytest

from adapters.jetstream.bus import Bus, BusUnavailable, connect
from adapters.jetstream.codec import Codec
from adapters.jetstream.consumer import JetStreamTransport
from adapters.jetstream.progress import ProgressBoard
from adapters.memory.objects import MemoryStore
from domain.messages import Progress
from inference.worker import Worker
from tests.adapters.jetstream.test_bus import KEY, SECONDS_MAX, TOPOLOGY, fresh_bus, pulling
from tests.adapters.relay.rig import until
from tests.inference.flat_engine import FlatEngine

pytestmark = pytest.mark.processes

WORK = UUID(int=7)
REASON = "for good: nats: invalid subject"


async def break_for_good(bus: Bus) -> None:
    """The server answers with an error and stays; the client closes, as it does on most of them."""
    assert bus.client._transport is not None
    bus.client._transport.write(b"SUB nothing..here 999\r\n")
    await until(lambda: bus.client.is_closed)


def test_whoever_waits_for_messages_hears_that_none_will_come(nats_server: str) -> None:
    """The puller raises, so that its process ends and is started again; a close of ours is none."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus, pulling(bus) as puller:
            receiving = asyncio.create_task(puller.receive())
            await break_for_good(bus)
            with pytest.raises(BusUnavailable, match=REASON):
                await asyncio.wait_for(receiving, SECONDS_MAX)
        async with fresh_bus(nats_server) as bus:
            waiting = asyncio.create_task(bus.lost())
            await bus.close()
            await until(lambda: bus.client.is_closed)
            assert not waiting.done()
            waiting.cancel()

    asyncio.run(scenario())


def test_a_consumer_ends_when_it_can_receive_nothing_more(nats_server: str) -> None:
    """It does not live on without doing anything."""

    async def scenario() -> None:
        bus = await connect(nats_server, name="infer", topology=TOPOLOGY, bus_key=KEY)
        transport = JetStreamTransport(bus, pool="default", slots=1)
        worker = Worker(
            transport=transport,
            engines={"anime": FlatEngine()},
            object_store=MemoryStore(),
            slots=1,
            render_seconds_max=60.0,
        )
        await worker.load(asyncio.Event())
        async with transport:
            running = asyncio.create_task(worker.run(asyncio.Event()))
            await break_for_good(bus)
            with pytest.raises(BusUnavailable, match=REASON):
                await asyncio.wait_for(running, SECONDS_MAX)

    asyncio.run(scenario())


def test_progress_is_heard_again_on_another_connection(nats_server: str) -> None:
    """`serve` needs no start for it: the board connects anew."""

    async def scenario() -> None:
        board = ProgressBoard()
        bus = Bus(TOPOLOGY, Codec(KEY))
        listening = asyncio.create_task(board.listen(bus, nats_server))
        await until(lambda: bus.connected)
        await break_for_good(bus)
        async with fresh_bus(nats_server) as speaker:
            subject = TOPOLOGY.progress_subject(WORK)

            async def heard() -> bool:
                await speaker.send(subject, Progress(work_id=WORK, attempt=1, fraction=0.5))
                return WORK in board

            await until(heard)
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)

    asyncio.run(scenario())
