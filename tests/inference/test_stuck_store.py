"""A store that takes a call and never answers it."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from adapters.memory.objects import MemoryStore
from domain.messages import Command
from domain.objects import NewObject, StoredObject, key_of
from inference.stuck import StoreStuck
from tests.inference.bench import WAIT_SECONDS_MAX, Bench
from tests.inference.flat_engine import FlatEngine
from tests.inference.memory_transport import identity_command, render_command


class Hanging(MemoryStore):
    """Nothing comes back until it is let."""

    def __init__(self, *, far: bool) -> None:
        super().__init__()
        self.far = far
        self.gate = threading.Event()
        self.asked: Callable[[], object] = bool

    def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
        self._hang()
        return super().put_quarantine_all(objects)

    def put_quarantine(self, *given: object, **named: object) -> str:
        self._hang()
        raise AssertionError("nobody waits for it any more")

    def get(self, key: str) -> StoredObject:
        self._hang()
        return super().get(key)

    def _hang(self) -> None:
        self.asked()
        assert self.gate.wait(WAIT_SECONDS_MAX)


@pytest.fixture(params=[False, True], ids=["near", "far"])
def store(request: pytest.FixtureRequest) -> Iterator[Hanging]:
    hanging = Hanging(far=request.param)
    yield hanging
    hanging.gate.set()


SOURCE = key_of(render_command().work_id, b"image", media_type="image/png")


@pytest.mark.parametrize("stops", [False, True], ids=["running", "stopping"])
@pytest.mark.parametrize(
    ("command", "number"),
    [
        (render_command(), 1),
        (render_command(), 2),
        (render_command(source_key=SOURCE), 1),
        (identity_command(), 1),
    ],
    ids=["picture", "note", "input", "face"],
)
def test_a_store_that_does_not_answer_ends_the_worker(
    store: Hanging, command: Command, number: int, stops: bool
) -> None:
    """Whatever it was asked for: the work is handed back, and a new process may do it. One that is
    told to stop meanwhile has a thread that never returns, too.
    """

    async def main() -> None:
        bench = Bench(
            FlatEngine(), store=store, store_seconds_max=0.1, stop_grace_seconds=WAIT_SECONDS_MAX
        )
        if stops:
            loop = asyncio.get_running_loop()
            store.asked = partial(loop.call_soon_threadsafe, bench.stop.set)
        await bench.worker.load(bench.stop)
        delivery = bench.transport.deliver(command, number=number)
        try:
            with pytest.raises(StoreStuck, match="did not answer"):
                async with asyncio.timeout(WAIT_SECONDS_MAX):
                    await bench.worker.run(bench.stop)
            assert delivery.answer == "nak"
            assert "WorkFailed" not in bench.transport.kinds()
        finally:
            store.gate.set()

    asyncio.run(main())
