"""The bus with a real NATS: storing, pulling, reconnecting, repairing."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest
from nats.js.errors import NotFoundError

from adapters.devstack.nats import STORE_BYTES_MAX, EmbeddedNats
from adapters.devstack.ports import free_port
from adapters.jetstream import bus as bus_module
from adapters.jetstream import topology as topology_module
from adapters.jetstream.bus import Bus, BusUnavailable, connect
from adapters.jetstream.puller import Puller
from adapters.jetstream.topology import STREAM_BYTES_MAX, Topology
from domain.messages import Cancel, Result, WorkStarted

pytestmark = pytest.mark.processes

KEY = bytes(range(32))
TOPOLOGY = Topology()
IMPATIENT = Topology(ack_wait_seconds=3.0)
"""Whoever is silent for so long is taken for dead: only for what shows just that."""

SECONDS_MAX = 120.0


def started(number: int) -> WorkStarted:
    return WorkStarted(work_id=UUID(int=number), attempt=1, token="token-1")


def subject(number: int) -> str:
    return TOPOLOGY.result_subject("default", UUID(int=number))


@contextlib.asynccontextmanager
async def fresh_bus(url: str, topology: Topology = TOPOLOGY) -> AsyncIterator[Bus]:
    """A bus with empty streams."""
    bus = await connect(url, name="test", topology=topology, bus_key=KEY)
    try:
        for name in (TOPOLOGY.commands_stream, TOPOLOGY.results_stream):
            with contextlib.suppress(NotFoundError):
                await bus.jetstream.delete_stream(name)
        await bus.ensure()
        yield bus
    finally:
        await bus.close()


def pulling(bus: Bus, room: int = 4) -> Puller[Result]:
    return Puller(bus, stream=TOPOLOGY.results_stream, consumer="settler", kind=Result, room=room)


async def stored(bus: Bus, *numbers: int) -> list[int]:
    return [
        await bus.store(subject(number), started(number), message_id=f"id-{number}")
        for number in numbers
    ]


async def received(puller: Puller[Result]) -> int:
    """The number of the next message, which is acknowledged."""
    delivery = await asyncio.wait_for(puller.receive(), SECONDS_MAX)
    await delivery.ack()
    return delivery.message.work_id.int


async def emptied(bus: Bus) -> None:
    """Returns once the server has removed every message that was acknowledged."""
    deadline = asyncio.get_running_loop().time() + SECONDS_MAX
    while True:
        info = await bus.jetstream.stream_info(TOPOLOGY.results_stream)
        if info.state.messages == 0:
            return
        assert asyncio.get_running_loop().time() < deadline, info.state
        await asyncio.sleep(0.01)


def test_one_id_is_stored_once(nats_server: str) -> None:
    """The same id again gives the first sequence back and stores nothing."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus:
            assert await stored(bus, 1, 2, 1) == [1, 2, 1]
            assert await bus.unsettled(TOPOLOGY.results_stream) == 2

    asyncio.run(scenario())


def test_messages_stored_together_get_their_own_sequences(nats_server: str) -> None:
    """Three at once, of which one was stored before, and none at all."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus:
            await stored(bus, 1, 2)
            messages = [
                bus.outgoing(subject(number), started(number), message_id=f"id-{number}")
                for number in (3, 1, 4)
            ]
            assert await bus.store_all(messages) == [3, 1, 4]
            assert await bus.store_all([]) == []
            assert await bus.unsettled(TOPOLOGY.results_stream) == 4

    asyncio.run(scenario())


def test_what_is_too_big_is_not_sent(nats_server: str) -> None:
    """A message beyond the limit of a payload is refused before anything is published."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus:
            huge = WorkStarted(work_id=UUID(int=1), attempt=1, token="t" * 300_000)
            with pytest.raises(ValueError, match="262144 bytes"):
                await bus.store(subject(1), huge, message_id="id-1")
            assert await bus.unsettled(TOPOLOGY.results_stream) == 0

    asyncio.run(scenario())


def test_messages_are_received_and_gone(nats_server: str) -> None:
    """Every stored message is received once and leaves the stream when acknowledged."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus, pulling(bus, room=3) as puller:
            await stored(bus, *range(1, 11))
            got = [await received(puller) for _ in range(10)]
            assert got == list(range(1, 11))
            await emptied(bus)

    asyncio.run(scenario())


def test_messages_that_came_together_are_received_together(nats_server: str) -> None:
    """Of five messages that are here, at most three are handed out at once, in order."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus, pulling(bus, room=5) as puller:
            await stored(bus, 1, 2, 3, 4, 5)
            got: list[int] = []
            while len(got) < 5:
                deliveries = await asyncio.wait_for(puller.receive_all(3), SECONDS_MAX)
                assert 1 <= len(deliveries) <= 3
                for delivery in deliveries:
                    got.append(delivery.message.work_id.int)
                    await delivery.ack()
            assert got == [1, 2, 3, 4, 5]

    asyncio.run(scenario())


def test_no_more_than_room_is_held(nats_server: str) -> None:
    """Of five messages a puller with room for two holds two; a freed one lets a third come."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus:
            await stored(bus, 1, 2, 3, 4, 5)
            async with pulling(bus, room=2) as puller:
                first = await asyncio.wait_for(puller.receive(), SECONDS_MAX)
                await asyncio.wait_for(puller.receive(), SECONDS_MAX)
                info = await bus.jetstream.consumer_info(TOPOLOGY.results_stream, "settler")
                assert info.num_ack_pending == 2
                puller.free(first)
                third = await asyncio.wait_for(puller.receive(), SECONDS_MAX)
                assert third.message.work_id.int == 3

    asyncio.run(scenario())


def test_one_request_brings_several_messages(nats_server: str) -> None:
    """Messages that come one after another do not cost a request each."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus, pulling(bus, room=8) as puller:
            before = bus.client.stats["out_msgs"]
            for number in range(1, 9):
                await stored(bus, number)
                assert await received(puller) == number
            stores_and_acknowledgements = 16
            requests = bus.client.stats["out_msgs"] - before - stores_and_acknowledgements
            assert 1 <= requests <= 2

    asyncio.run(scenario())


def test_held_messages_are_kept_alive(nats_server: str) -> None:
    """A message held for longer than the ack wait is not delivered to anybody else."""

    async def scenario() -> None:
        async with fresh_bus(nats_server, IMPATIENT) as bus:
            await stored(bus, 1)
            async with pulling(bus, room=1) as one, pulling(bus, room=1) as two:
                waiting = [asyncio.create_task(p.receive()) for p in (one, two)]
                done, rest = await asyncio.wait(
                    waiting, return_when=asyncio.FIRST_COMPLETED, timeout=SECONDS_MAX
                )
                late, _ = await asyncio.wait(rest, timeout=1.5 * IMPATIENT.ack_wait_seconds)
                assert late == set()
                await done.pop().result().ack()
                for task in rest:
                    task.cancel()

    asyncio.run(scenario())


class Stumbling(Puller[Result]):
    """One whose watch over requests ends with an error."""

    async def _watch(self) -> None:
        raise OSError("no watch")


def test_a_puller_that_lost_its_watch_says_so(nats_server: str) -> None:
    """Whoever receives gets the error, after what came before it, instead of waiting for ever."""

    async def scenario() -> None:
        stream = TOPOLOGY.results_stream
        async with fresh_bus(nats_server) as bus:
            puller = Stumbling(bus, stream=stream, consumer="settler", kind=Result, room=1)
            async with puller:
                with pytest.raises(OSError, match="no watch"):
                    await asyncio.wait_for(puller.receive(), SECONDS_MAX)
            await stored(bus, 1)
            async with pulling(bus) as another:
                assert await received(another) == 1

    asyncio.run(scenario())


def test_a_shorter_wait_reaches_consumers_that_exist(nats_server: str) -> None:
    """Work of a dead consumer waits ten seconds, also on a bus that was made for thirty."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus:
            for topology, seconds in ((Topology(ack_wait_seconds=30.0), 30.0), (Topology(), 10.0)):
                await topology_module.ensure(bus.jetstream, topology)
                for stream, consumer in (
                    (topology.results_stream, "settler"),
                    (topology.commands_stream, "pool-default"),
                ):
                    info = await bus.jetstream.consumer_info(stream, consumer)
                    assert info.config.ack_wait == seconds
            assert Topology().beat_seconds < 4

    asyncio.run(scenario())


def test_a_message_handed_back_comes_again(nats_server: str) -> None:
    """A nak delivers the message again, and counts."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus, pulling(bus) as puller:
            await stored(bus, 1)
            first = await asyncio.wait_for(puller.receive(), SECONDS_MAX)
            await first.nak()
            second = await asyncio.wait_for(puller.receive(), SECONDS_MAX)
            assert (first.number, second.number) == (1, 2)

    asyncio.run(scenario())


def test_a_stopped_puller_gives_back_what_nobody_took(nats_server: str) -> None:
    """Messages that were received but not taken go to somebody else at once."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus:
            await stored(bus, 1, 2)
            async with pulling(bus) as first:
                await asyncio.wait_for(first.receive(), SECONDS_MAX)
                await first.stop()
                async with pulling(bus) as second:
                    assert await received(second) == 2

    asyncio.run(scenario())


def test_what_was_stored_a_moment_ago_waits(nats_server: str) -> None:
    """It waits as soon as it is stored, until it is handed to somebody or taken out again."""

    async def scenario() -> None:
        stream = TOPOLOGY.results_stream
        async with fresh_bus(nats_server) as bus:
            for number in range(1, 20):
                await stored(bus, number)
                assert await bus.waiting(stream, "settler", [number]) == {number}
            await bus.withdraw(stream, subject(2))
            async with pulling(bus) as puller:
                held = await asyncio.wait_for(puller.receive(), SECONDS_MAX)
                assert held.number == 1
                await puller.stop()
            waiting = await bus.waiting(stream, "settler", range(1, 21))
            assert {1, 2, 20}.isdisjoint(waiting)
            assert 19 in waiting

    asyncio.run(scenario())


def test_an_undecodable_message_is_removed(nats_server: str) -> None:
    """Noise on a stream is terminated, and what comes after it is received."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus, pulling(bus) as puller:
            await bus.jetstream.publish(subject(9), b"noise")
            await stored(bus, 1)
            assert await received(puller) == 1
            await emptied(bus)

    asyncio.run(scenario())


def test_a_deleted_stream_is_made_again_by_whoever_stores(nats_server: str) -> None:
    """Storing to a stream that is gone makes it, and its waiting puller receives from it."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus, pulling(bus) as puller:
            before = await bus.identity(TOPOLOGY.results_stream)
            await bus.jetstream.delete_stream(TOPOLOGY.results_stream)
            assert await stored(bus, 1) == [1]
            assert await received(puller) == 1
            after = await bus.identity(TOPOLOGY.results_stream)
            assert before is not None
            assert after is not None
            assert before.created != after.created

    asyncio.run(scenario())


def test_a_restart_interrupts_nobody_for_long(own_nats: EmbeddedNats) -> None:
    """After a restart of the server the puller asks again and receives what is stored then."""

    async def scenario() -> None:
        async with fresh_bus(own_nats.url()) as bus, pulling(bus) as puller:
            await stored(bus, 1)
            assert await received(puller) == 1
            await emptied(bus)
            own_nats.stop()
            own_nats.start()
            await stored(bus, 2)
            assert await received(puller) == 2

    asyncio.run(scenario())


def test_a_wiped_store_is_repaired(own_nats: EmbeddedNats, tmp_path: Path) -> None:
    """After the store was deleted streams and consumers are there again, and work goes on."""

    async def scenario() -> None:
        async with fresh_bus(own_nats.url()) as bus, pulling(bus) as puller:
            await stored(bus, 1)
            assert await received(puller) == 1
            own_nats.stop()
            shutil.rmtree(tmp_path / "nats" / "store")
            own_nats.start()
            await stored(bus, 2)
            assert await received(puller) == 2

    asyncio.run(scenario())


def test_a_server_that_may_store_too_little_is_told_apart(own_nats: EmbeddedNats) -> None:
    """Who operates it is told how much is needed and where that is set."""

    async def scenario() -> None:
        async with fresh_bus(own_nats.url()) as bus:
            await bus.jetstream.delete_stream(TOPOLOGY.results_stream)
            room = STORE_BYTES_MAX - STREAM_BYTES_MAX
            await bus.jetstream.add_stream(name="OTHERS", subjects=["others"], max_bytes=room)
            with pytest.raises(BusUnavailable, match="may take 1024 MiB: raise max_file_store"):
                await connect(own_nats.url(), name="late", topology=TOPOLOGY, bus_key=KEY)

    asyncio.run(scenario())


def test_messages_that_are_not_stored_reach_listeners(nats_server: str) -> None:
    """A cancel reaches whoever listens; noise on the same subject is dropped."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus:
            heard: asyncio.Queue[Cancel] = asyncio.Queue()
            await bus.listen(TOPOLOGY.cancel_subject, Cancel, heard.put_nowait)
            await bus.client.publish(TOPOLOGY.cancel_subject, b"noise")
            await bus.send(TOPOLOGY.cancel_subject, Cancel(work_id=UUID(int=1)))
            assert await asyncio.wait_for(heard.get(), SECONDS_MAX) == Cancel(work_id=UUID(int=1))
            assert heard.empty()

    asyncio.run(scenario())


def test_withdrawn_commands_are_not_delivered(nats_server: str) -> None:
    """Messages of one subject leave the stream, those of others stay."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus:
            await stored(bus, 1, 2)
            await bus.withdraw(TOPOLOGY.results_stream, subject(1))
            async with pulling(bus) as puller:
                assert await received(puller) == 2
                await emptied(bus)

    asyncio.run(scenario())


def test_nobody_there_is_said_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a server connecting ends with BusUnavailable instead of trying for ever."""
    monkeypatch.setattr(bus_module, "CONNECT_SECONDS_MAX", 0.5)

    async def scenario() -> None:
        with pytest.raises(BusUnavailable):
            await connect(
                f"nats://127.0.0.1:{free_port()}", name="test", topology=TOPOLOGY, bus_key=KEY
            )

    asyncio.run(scenario())


def test_a_message_that_is_too_big_is_refused(nats_server: str) -> None:
    """More than 256 KiB is the caller's mistake, not the server's trouble."""

    async def scenario() -> None:
        async with fresh_bus(nats_server) as bus:
            big = WorkStarted(work_id=UUID(int=1), attempt=1, token="x" * 300_000)
            with pytest.raises(ValueError, match="at most"):
                await bus.store(subject(1), big, message_id="big")

    asyncio.run(scenario())


def test_a_pool_has_a_plain_name() -> None:
    """A name that would change the meaning of a subject is refused."""
    with pytest.raises(ValueError, match="not a name"):
        Topology(pools=("a.b",))
