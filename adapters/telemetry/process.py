"""Sets metrics and traces up as the settings say: one call a role, from the composition root.

`serve` answers /metrics on its own port. The other roles answer it on a port of their own when one
is set, because they have no other.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import psycopg
import structlog

from adapters.settings import Settings
from adapters.telemetry import metrics, tracing
from adapters.telemetry.catalogue import Role

if TYPE_CHECKING:
    from adapters.telemetry.meter import Meter

LOOPBACK = "127.0.0.1"

_log = structlog.get_logger(__name__)


def observe(role: Role, settings: Settings) -> "tuple[Meter, Callable[[], None]]":
    """Metrics on, traces on where an endpoint is set; what is returned ends both."""
    meter = metrics.set_up_metrics(role)
    if settings.otlp_endpoint is None:
        return meter, lambda: None
    exporter = tracing.otlp_exporter(settings.otlp_endpoint)
    return meter, tracing.set_up_tracing(role, exporter, share=settings.trace_share)


def expose(meter: "Meter", settings: Settings) -> Callable[[], None]:
    """Answers /metrics on the port of this role, on this machine only; what is returned ends it.

    A port that is taken costs the metrics of this process, not its work.
    """
    port = metrics_port(meter.role, settings)
    if port is None:
        return lambda: None
    from prometheus_client import start_http_server

    try:
        server, thread = start_http_server(port, LOOPBACK, registry=meter.registry)
    except OSError as error:
        _log.warning("metrics are not served", port=port, error=str(error))
        return lambda: None

    def end() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    return end


def metrics_port(role: Role, settings: Settings) -> int | None:
    """`work` has the port of the setting, `infer` the next one, `sandbox` the one after that."""
    if settings.metrics_port is None:
        return None
    return settings.metrics_port + {"infer": 1, "sandbox": 2}.get(role, 0)


@contextmanager
def observed(role: Role, settings: Settings) -> "Iterator[Meter]":
    """For a role without HTTP of its own: everything above, for as long as it runs."""
    meter, end_traces = observe(role, settings)
    end_serving = expose(meter, settings)
    try:
        yield meter
    finally:
        end_serving()
        end_traces()


def add_backlogs(meter: "Meter", connect: Callable[..., "psycopg.Connection[Any]"]) -> None:
    """What waits in the database, asked through `connect` with a short time limit."""
    from adapters.telemetry.backlogs import STATEMENT_SECONDS_MAX, Backlogs

    limited = partial(connect, statement_timeout=f"{STATEMENT_SECONDS_MAX}s")
    meter.add(Backlogs(limited, meter.role))


def watch_pool(meter: "Meter", pool: Any) -> None:
    """The figures of a psycopg pool, read at each scrape."""
    told = {"wait_seconds": 0.0}

    def look() -> None:
        stats = pool.get_stats()
        size, idle = stats.get("pool_size", 0), stats.get("pool_available", 0)
        metrics.gauge("xavira_pool_connections", idle, "idle")
        metrics.gauge("xavira_pool_connections", size - idle, "in_use")
        metrics.gauge("xavira_pool_waiting", stats.get("requests_waiting", 0))
        waited = stats.get("requests_wait_ms", 0) / 1000
        metrics.count("xavira_pool_wait_seconds_total", by=waited - told["wait_seconds"])
        told["wait_seconds"] = waited

    meter.before_each_scrape(look)
