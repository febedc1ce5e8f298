"""Consumers in a process of their own that never get done, or are killed. Ends with its parent.

Arguments: NATS URL, seconds of ack wait, and where it hangs: "drawing", which it says when its
engine has begun, or "drawn", which it says when the engine is done and nothing is stored yet. With
"killing" and a folder for files there is one consumer after the other: work of the seed KILLER ends
whoever draws it, which is said as "killed".
"""

import asyncio
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from adapters.jetstream.bus import connect
from adapters.jetstream.consumer import JetStreamTransport
from adapters.jetstream.topology import Topology
from adapters.memory.objects import MemoryStore
from adapters.object_store.folder import FolderStore
from domain.objects import NewObject
from inference.engine import RenderRequest
from inference.worker import Worker
from tests.adapters.relay.rig import BUS_KEY
from tests.inference.flat_engine import FlatEngine

KILLER = 666
KILLED_STATUS = 70


class StuckStore(MemoryStore):
    """Takes for ever to store anything."""

    def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
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


def live_again_and_again(nats_url: str, ack_wait_seconds: float, folder: str) -> None:
    """Until a consumer ends otherwise than by its work."""
    status = KILLED_STATUS
    while status == KILLED_STATUS:
        pid = os.fork()
        if not pid:
            threading.Thread(target=_end_with_parent, daemon=True).start()
            asyncio.run(live(nats_url, ack_wait_seconds, Path(folder)))
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if status == KILLED_STATUS:
            _say("killed")


async def live(nats_url: str, ack_wait_seconds: float, folder: Path) -> None:
    topology = Topology(ack_wait_seconds=ack_wait_seconds)
    bus = await connect(nats_url, name="mortal", topology=topology, bus_key=BUS_KEY)
    transport = JetStreamTransport(bus, pool="default", slots=4)
    worker = Worker(
        transport=transport,
        engines={"anime": FlatEngine(batch_max=4, before=_die)},
        object_store=FolderStore(folder),
        slots=4,
        render_seconds_max=60.0,
    )
    await worker.load(asyncio.Event())
    async with transport:
        await worker.run(asyncio.Event())


def _die(requests: Sequence[RenderRequest]) -> None:
    if any(request.seed == KILLER for request in requests):
        os._exit(KILLED_STATUS)


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
    if sys.argv[3] == "killing":
        live_again_and_again(sys.argv[1], float(sys.argv[2]), sys.argv[4])
        sys.exit()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    asyncio.run(main(sys.argv[1], float(sys.argv[2]), sys.argv[3]))
