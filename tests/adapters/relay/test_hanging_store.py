"""An object store that never answers ends the settler: only a new process can go on."""

import asyncio
import threading

import pytest

from adapters.memory.objects import MemoryStore
from adapters.postgres.connections import async_pool
from adapters.relay.settler import Settler
from adapters.relay.store_calls import StoreCalls
from inference.stuck import StoreStuck
from tests.adapters.relay.rig import ROLE, Rig
from tests.adapters.relay.test_settler import attempts_of, completed

pytestmark = pytest.mark.processes


class Hanging(MemoryStore):
    """Publishes nothing until it is let."""

    def __init__(self, *, far: bool) -> None:
        super().__init__()
        self.far = far
        self.gate = threading.Event()

    def publish(self, key: str) -> None:
        assert self.gate.wait(120)
        super().publish(key)


@pytest.mark.parametrize("told", [False, True], ids=["running", "stopping"])
@pytest.mark.parametrize("far", [False, True], ids=["near", "far"])
def test_a_store_that_never_answers_ends_the_settler(
    migrated: str, nats_server: str, *, far: bool, told: bool
) -> None:
    """While it runs and when it is told to stop: what it settled is durable, and its result comes
    again to the next process.
    """

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, async_pool(migrated, role=ROLE) as pool:
            rig.store = store = Hanging(far=far)
            account_id, character_id = await rig.customer()
            work_id = await rig.request(account_id, character_id)
            [(attempt, token)] = await attempts_of(rig, work_id, 1)
            result = completed(rig, work_id, attempt, token)
            calls = StoreCalls(store, seconds_max=1.0)
            settler = Settler(**(rig.settler_parts(rig.bus, pool) | {"calls": calls}))
            stop = asyncio.Event()
            running = asyncio.create_task(settler.run(stop))
            try:
                subject = rig.topology.result_subject("default", work_id)
                await rig.bus.store(subject, result, message_id="one")
                await rig.ended(work_id)
                if told:
                    stop.set()
                with pytest.raises(StoreStuck, match="did not answer"):
                    async with asyncio.timeout(120):
                        await running
            finally:
                store.gate.set()

    asyncio.run(scenario())
