"""What a consumer holds is told when its metrics are scraped."""

import asyncio
import threading

import pytest

from adapters.jetstream.held import HeldCommands
from adapters.telemetry import metrics
from tests.inference.bench import WAIT_SECONDS_MAX, Bench, run, until
from tests.inference.flat_engine import FlatEngine
from tests.inference.memory_transport import render_command


def told() -> dict[str, float]:
    """The gauge by state."""
    name = "xavira_worker_commands{"
    lines = (metrics.exposition() or b"").decode().splitlines()
    return {line.split('"')[1]: float(line.split()[-1]) for line in lines if line.startswith(name)}


def test_commands_are_waiting_or_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """One is drawn and two wait for it; when all are answered none is held."""
    monkeypatch.setattr(metrics, "_meter", None)
    metrics.set_up_metrics("infer")
    gate = threading.Event()
    engine = FlatEngine(gate=gate)

    async def scenario(bench: Bench) -> None:
        metrics.add(HeldCommands(bench.worker))
        deliveries = [bench.transport.deliver(render_command())]
        await asyncio.to_thread(engine.begun.wait, WAIT_SECONDS_MAX)
        deliveries += [bench.transport.deliver(render_command(seed=seed)) for seed in (2, 3)]
        await until(lambda: bench.worker.waiting == 2)
        assert told() == {"waiting": 2.0, "busy": 1.0}
        gate.set()
        await until(lambda: all(delivery.answer for delivery in deliveries))
        await until(lambda: told() == {"waiting": 0.0, "busy": 0.0})

    run(engine, scenario)
