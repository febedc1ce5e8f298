"""Work that was delivered before: drawn by itself, and noted while it is."""

import threading
from collections.abc import Sequence
from uuid import UUID

from adapters.memory.objects import MemoryStore
from domain.objects import NewObject
from tests.inference.bench import WAIT_SECONDS_MAX, Bench, run, until
from tests.inference.flat_engine import FlatEngine
from tests.inference.memory_transport import render_command


def test_work_that_came_before_is_noted_while_it_is_drawn_and_forgotten_when_handed_back() -> None:
    """One note lies in quarantine during the render of a second delivery, and none after a stop."""
    engine = FlatEngine(gate=threading.Event())

    async def scenario(bench: Bench) -> None:
        delivery = bench.transport.deliver(render_command(work_id=UUID(int=9)), number=2)
        await until(engine.begun.is_set)
        [note] = bench.store.list_quarantine(older_than_seconds=0)
        assert bench.store.get_quarantine(note).data == b'{"begun_alone":1}'
        assert note.startswith(str(UUID(int=9)))
        bench.stop.set()
        await until(lambda: delivery.answer)
        assert delivery.answer == "nak"
        await until(lambda: not list(bench.store.list_quarantine(older_than_seconds=0)))

    run(engine, scenario)


def test_what_was_drawn_before_is_answered_before_suspect_work_is_begun() -> None:
    """While a picture waits for the store nothing is drawn that may end the consumer."""
    gate = threading.Event()

    class ShutStore(MemoryStore):
        def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
            assert gate.wait(WAIT_SECONDS_MAX)
            return super().put_quarantine_all(objects)

    engine = FlatEngine()

    async def scenario(bench: Bench) -> None:
        first = bench.transport.deliver(render_command())
        await until(lambda: len(engine.drawn) == 1)
        suspect = bench.transport.deliver(render_command(), number=2)
        await until(lambda: bench.worker.held == 2 and not bench.worker.waiting)
        assert len(engine.drawn) == 1
        gate.set()
        await until(lambda: first.answer and suspect.answer)
        assert len(engine.drawn) == 2

    run(engine, scenario, store=ShutStore())
