"""A worker with everything around it in memory, for the tests of what it does."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from adapters.memory.objects import MemoryStore
from inference.worker import Worker
from tests.inference.flat_engine import FlatEngine
from tests.inference.memory_transport import MODEL, MemoryTransport, render_command

WAIT_SECONDS_MAX = 120.0


async def until(condition: Callable[[], Any]) -> None:
    deadline = time.monotonic() + WAIT_SECONDS_MAX
    while not condition():
        assert time.monotonic() < deadline, "not in time"
        await asyncio.sleep(0.005)


class Bench:
    """A worker with everything around it in memory."""

    def __init__(self, engine: FlatEngine, **options: Any) -> None:
        self.transport: MemoryTransport = options.pop("transport", None) or MemoryTransport()
        self.store = options.pop("store", MemoryStore())
        self.stop = asyncio.Event()
        defaults: dict[str, Any] = {
            "engines": {MODEL: engine},
            "slots": 4,
            "render_seconds_max": 30.0,
            "start_patience_seconds": 0.0,
            "stop_grace_seconds": 0.2,
        }
        self.worker = Worker(
            transport=self.transport,
            object_store=self.store,
            **(defaults | options),
        )

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        await self.worker.load(self.stop)
        task = asyncio.create_task(self.worker.run(self.stop))
        try:
            yield
        finally:
            self.stop.set()
            await task


async def shown_well(bench: Bench) -> None:
    """Draws one picture, so that what fails afterwards is taken for the fault of the work."""
    delivery = bench.transport.deliver(render_command(seed=1))
    await until(lambda: delivery.answer)
    assert bench.transport.kinds()[-1] == "WorkCompleted"


def run(engine: FlatEngine, scenario: Callable[[Bench], Awaitable[None]], **options: Any) -> None:
    """Runs a scenario with a running worker."""

    async def main() -> None:
        bench = Bench(engine, **options)
        async with bench.running():
            await scenario(bench)

    asyncio.run(main())
