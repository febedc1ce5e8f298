"""A consumer in a process of its own that never gets done, to be killed. Ends with its parent.

Arguments: NATS URL, seconds of ack wait, and where it hangs: "drawing", which it says when its
engine has begun, or "drawn", which it says when the engine is done and nothing is stored yet.
"""

import asyncio
import os
import sys
import threading
from collections.abc import Mapping

from adapters.jetstream.bus import connect
from adapters.jetstream.consumer import JetStreamTransport
from adapters.jetstream.topology import Topology
from adapters.memory_objects import MemoryStore
from inference.worker import Worker
from tests.adapters.relay.rig import BUS_KEY
from tests.inference.flat_engine import FlatEngine


class StuckStore(MemoryStore):
    """Takes for ever to store anything."""

    def put_quarantine_all(self, objects: Mapping[str, bytes]) -> None:
        _say("drawn")
        threading.Event().wait()
        raise AssertionError("nobody wakes it")


async def main(nats_url: str, ack_wait_seconds: float, hangs: str) -> None:
    engine = FlatEngine(gate=threading.Event() if hangs == "drawing" else None)
    topology = Topology(ack_wait_seconds=ack_wait_seconds)
    bus = await connect(nats_url, name="doomed", topology=topology, bus_key=BUS_KEY)
    transport = JetStreamTransport(bus, pool="default", slots=1)
    worker = Worker(
        transport=transport,
        engines={"anime": engine},
        object_store=StuckStore(),
        slots=1,
        render_seconds_max=60.0,
    )
    await worker.load(asyncio.Event())
    if hangs == "drawing":
        threading.Thread(target=_tell, args=(engine,), daemon=True).start()
    async with transport:
        await worker.run(asyncio.Event())


def _tell(engine: FlatEngine) -> None:
    engine.begun.wait()
    _say("drawing")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=_end_with_parent, daemon=True).start()
    asyncio.run(main(sys.argv[1], float(sys.argv[2]), sys.argv[3]))
