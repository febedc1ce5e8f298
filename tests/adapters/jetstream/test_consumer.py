"""A consumer as a process runs it."""

import asyncio
import threading

import pytest

from adapters.jetstream.consumer import run_consumer
from adapters.memory.objects import MemoryStore
from inference.provenance.marking import UNMARKED
from tests.adapters.relay.rig import BUS_KEY
from tests.inference.flat_engine import FlatEngine

pytestmark = pytest.mark.processes

WAIT_SECONDS_MAX = 120.0


class SlowEngine(FlatEngine):
    """Loads until `loaded_at_last` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.loading = threading.Event()
        self.loaded_at_last = threading.Event()

    def load(self) -> None:
        self.loading.set()
        assert self.loaded_at_last.wait(WAIT_SECONDS_MAX)
        super().load()


def test_a_stop_is_heard_while_models_load(nats_server: str) -> None:
    """The consumer ends although its first model is not loaded, and never loads the second."""
    first, second = SlowEngine(), SlowEngine()

    async def scenario() -> None:
        stop = asyncio.Event()
        consumer = asyncio.create_task(
            run_consumer(
                nats_url=nats_server,
                bus_key=BUS_KEY,
                engines={"first": first, "second": second},
                object_store=MemoryStore(),
                marks=UNMARKED,
                stop=stop,
            )
        )
        assert await asyncio.to_thread(first.loading.wait, WAIT_SECONDS_MAX)
        stop.set()
        await asyncio.wait_for(consumer, WAIT_SECONDS_MAX)
        assert first.loaded == 0

    asyncio.run(scenario())
    first.loaded_at_last.set()
    assert not second.loading.is_set()
