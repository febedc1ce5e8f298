"""The instruments of one process, in a registry of its own, and how they are read out.

With several HTTP workers the library keeps the values in files of a folder that they share, and
whichever worker is scraped adds them up. The library looks around when it is imported, so that is
left to whoever wants a meter.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adapters.telemetry.catalogue import BY_NAME, METRICS, Metric, Role

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric as Family

SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The library reads this variable when it is imported; `share_metrics` sets it for workers."""


class Meter:
    """The instruments of one process in one role."""

    def __init__(self, role: Role) -> None:
        from prometheus_client import CollectorRegistry, ProcessCollector

        self.role: Role = role
        self.registry = CollectorRegistry(auto_describe=False)
        self._shared = os.environ.get(SHARED_FOLDER)
        self._found: dict[tuple[str, ...], Any] = {}
        self._before: list[Callable[[], None]] = []
        self.instruments: dict[str, Any] = {
            metric.name: self._made(metric) for metric in METRICS if role in metric.roles
        }
        if self._shared is None:
            ProcessCollector(registry=self.registry)

    def _made(self, metric: Metric) -> Any:
        from prometheus_client import Counter, Gauge, Histogram

        registry = None if self._shared else self.registry
        match metric.kind:
            case "counter":
                return Counter(metric.name, metric.help, metric.labels, registry=registry)
            case "gauge":
                return Gauge(
                    metric.name,
                    metric.help,
                    metric.labels,
                    registry=registry,
                    multiprocess_mode="livesum",
                )
            case "histogram":
                return Histogram(
                    metric.name,
                    metric.help,
                    metric.labels,
                    registry=registry,
                    buckets=metric.buckets,
                )

    def has(self, name: str) -> bool:
        """Whether this role counts it; a name that no role has is a programmer's mistake."""
        assert name in BY_NAME, name
        return name in self.instruments

    def of(self, name: str, labels: tuple[str, ...]) -> Any:
        """The instrument with these values of its labels, looked for once."""
        place = (name, *labels)
        found = self._found.get(place)
        if found is None:
            instrument = self.instruments[name]
            found = self._found[place] = instrument.labels(*labels) if labels else instrument
        return found

    def before_each_scrape(self, look: Callable[[], None]) -> None:
        """`look` sets gauges that are only worth knowing when somebody asks."""
        self._before.append(look)

    def add(self, collector: Any) -> None:
        """One that asks elsewhere when it is scraped."""
        self.registry.register(collector)

    def exposition(self) -> bytes:
        """What Prometheus reads."""
        from prometheus_client import CollectorRegistry
        from prometheus_client.exposition import generate_latest
        from prometheus_client.multiprocess import MultiProcessCollector

        for look in self._before:
            look()
        if self._shared is None:
            return generate_latest(self.registry)
        _forget_dead(Path(self._shared))
        together = CollectorRegistry()
        MultiProcessCollector(together, path=self._shared)  # type: ignore[no-untyped-call]
        return generate_latest(together)


def _forget_dead(folder: Path) -> None:
    """A process that is gone has nothing in hand; what it counted stays counted."""
    for path in folder.glob("gauge_live*.db"):
        pid = path.stem.rpartition("_")[2]
        if pid.isdigit() and not Path(f"/proc/{pid}").exists():
            path.unlink(missing_ok=True)


def gauge_family(name: str, samples: Iterable[tuple[tuple[str, ...], float]]) -> "Family":
    """A whole gauge, for a collector that asks elsewhere."""
    from prometheus_client.metrics_core import Metric as Family

    metric = BY_NAME[name]
    family = Family(metric.name, metric.help, "gauge")
    for labels, value in samples:
        family.add_sample(metric.name, dict(zip(metric.labels, labels, strict=True)), value)
    return family
