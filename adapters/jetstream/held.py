"""How many commands a consumer holds, told when its metrics are scraped."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from adapters.telemetry.meter import gauge_family
from inference.worker import Worker

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric as Family


class HeldCommands:
    """Those of one worker, by whether they wait for the engine."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def collect(self) -> "Iterator[Family]":
        waiting = self._worker.waiting
        busy = max(0, self._worker.held - waiting)  # it goes on while we look
        samples = [(("waiting",), float(waiting)), (("busy",), float(busy))]
        yield gauge_family("xavira_worker_commands", samples)
