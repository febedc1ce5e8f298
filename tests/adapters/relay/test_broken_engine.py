"""A consumer on a broken device beside a healthy one: what becomes of a queue."""

import asyncio
import contextlib
import threading
from collections.abc import Sequence

import pytest

from adapters.devstack.supervisor import back_off_seconds
from adapters.jetstream.consumer import run_consumer
from domain.generation import GenerationCompleted, GenerationFailed
from inference.engine import EngineFailed, RenderRequest
from inference.provenance.marking import UNMARKED
from inference.stuck import EngineStuck
from tests.adapters.relay.rig import BUS_KEY, Rig
from tests.inference.flat_engine import FlatEngine

pytestmark = pytest.mark.processes

PICTURES = 60
FAILED_MAX = 3
POISON = 13


def broken(requests: Sequence[RenderRequest]) -> None:
    raise EngineFailed("the pipeline refused: CUDA error: device-side assert triggered")


def slow(requests: Sequence[RenderRequest]) -> None:
    """Takes its time, in which a broken one would have failed many."""
    threading.Event().wait(0.05)


class Broken(FlatEngine):
    """Fails whatever it is given, at once."""

    def __init__(self) -> None:
        super().__init__(before=broken)


class Poisoned(FlatEngine):
    """Works until it is given the poison, and never again then."""

    def __init__(self) -> None:
        self._broken = False
        super().__init__(before=self._break)

    def _break(self, requests: Sequence[RenderRequest]) -> None:
        self._broken = self._broken or requests[0].seed == POISON
        if self._broken:
            broken(requests)


async def supervised(rig: Rig, make: type[FlatEngine], stop: asyncio.Event) -> int:
    """A consumer that is started again each time it gives its process up; how often it did."""
    given_up = 0
    while not stop.is_set():
        try:
            await run_consumer(
                nats_url=rig.nats_url,
                bus_key=BUS_KEY,
                engines={"anime": make()},
                object_store=rig.store,
                marks=UNMARKED,
                stop=stop,
                slots=4,
            )
        except EngineStuck:
            given_up += 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), back_off_seconds(given_up))
    return given_up


def test_a_broken_consumer_does_not_fail_the_queue_of_a_healthy_one(
    migrated: str, nats_server: str
) -> None:
    """Of 60 pictures a handful at most is failed and refunded; the others are drawn."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.relaying():
            stop = asyncio.Event()
            consumer = asyncio.create_task(supervised(rig, Broken, stop))
            account_id, character_id = await rig.customer(extra=PICTURES)
            before = await rig.available(account_id)
            works = [await rig.request(account_id, character_id) for _ in range(PICTURES)]
            async with rig.consuming(FlatEngine(before=slow)):
                ended = await rig.ended(*works)
                stop.set()
                assert await consumer > 0
            endings = [type(generation.ending) for generation in ended]
            completed = endings.count(GenerationCompleted)
            assert completed + endings.count(GenerationFailed) == PICTURES
            assert completed >= PICTURES - FAILED_MAX
            assert await rig.available(account_id) == before - completed

    asyncio.run(scenario())


def test_a_request_that_breaks_engines_ends_as_failed_beside_others_that_do_not(
    migrated: str, nats_server: str
) -> None:
    """Alone on a consumer that has to start anew after it: it is refunded, they are drawn."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.relaying():
            stop = asyncio.Event()
            consumer = asyncio.create_task(supervised(rig, Poisoned, stop))
            account_id, character_id = await rig.customer()
            seeds = [POISON, *range(1, 7)]
            works = [await rig.request(account_id, character_id, seed=seed) for seed in seeds]
            ended = await rig.ended(*works)
            stop.set()
            assert await consumer > 0
            endings = [type(generation.ending) for generation in ended]
            assert endings == [GenerationFailed] + 6 * [GenerationCompleted]
            assert await rig.available(account_id) == 25 - 6

    asyncio.run(scenario())
