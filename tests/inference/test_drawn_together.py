"""What becomes of pictures that share a render: one report, and a fate each."""

import asyncio
import io
import threading
from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image

from adapters.memory.objects import MemoryStore
from domain.objects import NewObject, StoreUnavailable
from inference import answers
from inference.engine import Rendered
from inference.output_checks import OutputBroken
from tests.inference.bench import WAIT_SECONDS_MAX, Bench, run, until
from tests.inference.flat_engine import FlatEngine
from tests.inference.memory_transport import MemoryDelivery, MemoryTransport, render_command


def is_of_seed_2(data: bytes) -> bool:
    return Image.open(io.BytesIO(data)).getpixel((0, 0)) == (2, 64, 80)


async def drawn_together(bench: Bench, engine: FlatEngine, gate: threading.Event) -> list[Any]:
    """Three commands, seeds 1 to 3, that share a render, once each is acknowledged."""
    first = bench.transport.deliver(render_command(width=32))
    await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
    deliveries = [bench.transport.deliver(render_command(seed=seed)) for seed in (1, 2, 3)]
    await until(lambda: bench.worker.waiting == 3)
    gate.set()
    await until(lambda: all(delivery.answer for delivery in (first, *deliveries)))
    assert [delivery.answer for delivery in deliveries] == ["ack", "ack", "ack"]
    return deliveries


def test_what_is_drawn_together_is_reported_together() -> None:
    """Three pictures of one render are one report; each command is acknowledged."""
    gate = threading.Event()
    engine = FlatEngine(batch_max=8, gate=gate)

    async def scenario(bench: Bench) -> None:
        await drawn_together(bench, engine, gate)
        assert bench.transport.kinds() == ["WorkCompleted"] * 4
        assert bench.transport.reports == 2

    run(engine, scenario, slots=8, start_patience_seconds=WAIT_SECONDS_MAX)


def test_a_broken_picture_fails_without_those_beside_it() -> None:
    """Of three pictures of one render the second does not pass: it fails, the others complete."""
    gate = threading.Event()
    engine = FlatEngine(batch_max=8, gate=gate)

    def refuse(rendered: Rendered) -> None:
        if is_of_seed_2(rendered.data):
            raise OutputBroken("the second")

    async def scenario(bench: Bench) -> None:
        deliveries = await drawn_together(bench, engine, gate)
        kinds = {result.work_id: type(result).__name__ for result in bench.transport.results}
        assert [kinds[delivery.command.work_id] for delivery in deliveries] == [
            "WorkCompleted",
            "WorkFailed",
            "WorkCompleted",
        ]

    run(engine, scenario, slots=8, checks=(refuse,), start_patience_seconds=WAIT_SECONDS_MAX)


def test_a_newer_attempt_that_comes_while_others_are_acknowledged_is_told() -> None:
    """It comes when the first of three pictures is acknowledged, and all are reported: either it is
    told as well, or its work is done again, but it is not answered in silence.
    """
    gate = threading.Event()
    engine = FlatEngine(batch_max=8, gate=gate)

    async def scenario(bench: Bench) -> None:
        commands = [render_command(seed=seed) for seed in (1, 2, 3)]
        newer = replace(commands[1], attempt=2, token="token-2")
        late: list[MemoryDelivery] = []

        class Eager(MemoryDelivery):
            """Lets the newer attempt arrive before it is acknowledged."""

            async def ack(self) -> None:
                late.append(bench.transport.deliver(newer))
                await until(lambda: bench.transport._waiting.empty())
                await asyncio.sleep(0)
                await super().ack()

        first = bench.transport.deliver(render_command(width=32))
        await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
        bench.transport._waiting.put_nowait(Eager(commands[0]))
        for command in commands[1:]:
            bench.transport.deliver(command)
        await until(lambda: bench.worker.waiting == 3)
        gate.set()
        await until(lambda: first.answer and late and late[0].answer)
        told = [(result.attempt, result.token) for result in bench.transport.results]
        assert (2, "token-2") in told

    run(engine, scenario, slots=8, start_patience_seconds=WAIT_SECONDS_MAX)


class BusyStore(MemoryStore):
    """A store on another machine that refuses the picture of seed 2 once, and no other."""

    far = True

    def __init__(self) -> None:
        super().__init__()
        self.refused = False

    def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
        if not self.refused and any(is_of_seed_2(each.data) for each in objects):
            self.refused = True
            raise StoreUnavailable("busy")
        return super().put_quarantine_all(objects)


def test_a_picture_that_has_to_wait_for_the_store_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One of three pictures is stored at the second try; the others were reported before."""
    monkeypatch.setattr(answers, "STORE_RETRY_SECONDS", 0.01)
    gate = threading.Event()
    engine = FlatEngine(batch_max=8, gate=gate)

    async def scenario(bench: Bench) -> None:
        await drawn_together(bench, engine, gate)
        assert bench.transport.kinds() == ["WorkCompleted"] * 4
        assert bench.transport.reports == 3

    patience = {"start_patience_seconds": WAIT_SECONDS_MAX}
    run(engine, scenario, slots=8, store=BusyStore(), **patience)


class SlowStore(MemoryStore):
    """A disk that is busy with the first file until `gate` is open; `goes` are files by go."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.goes: list[int] = []

    def put_quarantine_all(self, objects: Sequence[NewObject]) -> list[str]:
        self.goes.append(len(objects))
        assert self.gate.wait(WAIT_SECONDS_MAX)
        return super().put_quarantine_all(objects)


async def finished_meanwhile(bench: Bench, engine: FlatEngine) -> list[str | None]:
    """Three pictures are finished while the disk is busy with a first one; all four answers."""
    deliveries = [bench.transport.deliver(render_command(seed=0))]
    await until(lambda: bench.store.goes)
    deliveries += [bench.transport.deliver(render_command(seed=seed)) for seed in (1, 2, 3)]
    await until(lambda: len(engine.drawn) == 4)
    bench.store.gate.set()
    await until(lambda: all(delivery.answer for delivery in deliveries))
    return [delivery.answer for delivery in deliveries]


def test_what_is_finished_while_the_disk_is_busy_is_stored_together() -> None:
    """Three pictures that were drawn one by one are stored in one go, and are one report."""
    engine = FlatEngine()

    async def scenario(bench: Bench) -> None:
        assert await finished_meanwhile(bench, engine) == ["ack", "ack", "ack", "ack"]
        assert bench.store.goes == [1, 3]
        assert bench.transport.kinds() == ["WorkCompleted"] * 4
        assert bench.transport.reports == 2

    patience = {"start_patience_seconds": WAIT_SECONDS_MAX}
    run(engine, scenario, slots=8, store=SlowStore(), **patience)


def test_a_report_that_is_lost_hands_all_back_that_were_in_it() -> None:
    """When the report of four pictures cannot be stored none of their commands is acknowledged."""
    engine = FlatEngine()

    async def scenario(bench: Bench) -> None:
        assert await finished_meanwhile(bench, engine) == ["nak", "nak", "nak", "nak"]
        assert bench.transport.results == []

    options = {"store": SlowStore(), "transport": MemoryTransport(lose_reports=2)}
    run(engine, scenario, slots=8, start_patience_seconds=WAIT_SECONDS_MAX, **options)
