"""What waits in the database, looked up when somebody scrapes who works on it, and not more often.

One short statement a figure, on a connection of its own that gives up early: a scrape must not be
what makes a busy database slow. A database that cannot be asked makes the figures missing, not old.
"""

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import psycopg
import structlog

from adapters.postgres.statements import statement_of
from adapters.telemetry.catalogue import BY_NAME, Role
from adapters.telemetry.meter import gauge_family

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric as Family

FRESH_SECONDS = 2.0
"""Scrapes that follow each other closer than this get the same answer."""

STATEMENT_SECONDS_MAX = 2

QUERIES: dict[str, tuple[str, ...]] = {
    "queue_depth": ("xavira_queue_depth",),
    "queue_oldest": ("xavira_queue_oldest_seconds",),
    "worker_slots": ("xavira_worker_slots",),
    "projections": (
        "xavira_projection_lag_events",
        "xavira_projection_lag_seconds",
        "xavira_projection_stopped",
    ),
    "log": ("xavira_log_position",),
    "checkpoint": ("xavira_checkpoint_age_seconds", "xavira_checkpoint_unsigned_events"),
    "forks": ("xavira_ledger_forks_open",),
    "selfcheck": ("xavira_selfcheck_findings", "xavira_selfcheck_age_seconds"),
    "webhooks": ("xavira_webhook_backlog",),
    "webhooks_oldest": ("xavira_webhook_oldest_seconds",),
}
"""Statements by name; each row has the labels first and then one value for each metric."""

NEWER = {"webhooks": "webhook_deliveries", "webhooks_oldest": "webhook_deliveries"}
"""Statements about a table that an older schema has not: they are left out there."""

_log = structlog.get_logger(__name__)


class Backlogs:
    """A collector of what `role` tells; `connect` makes a connection to its book."""

    def __init__(self, connect: Callable[[], "psycopg.Connection[Any]"], role: Role) -> None:
        self._connect = connect
        self._names = [name for name, told in QUERIES.items() if role in BY_NAME[told[0]].roles]
        self._families: list[Family] = []
        self._looked_at = float("-inf")

    def collect(self) -> "Iterator[Family]":
        now = time.monotonic()
        if now - self._looked_at >= FRESH_SECONDS:
            self._families = self._look()
            self._looked_at = now
        yield from self._families

    def _look(self) -> "list[Family]":
        try:
            with self._connect() as connection:
                families = [family for name in self._names for family in _asked(connection, name)]
        except psycopg.Error as error:
            _log.warning("backlogs cannot be asked", error=str(error))
            return [gauge_family("xavira_scrape_failed", [((), 1)])]
        return [gauge_family("xavira_scrape_failed", [((), 0)]), *families]


def _asked(connection: "psycopg.Connection[Any]", name: str) -> "Iterator[Family]":
    table = NEWER.get(name)
    if table is not None:
        known = connection.execute("SELECT to_regclass(%s) IS NOT NULL", (table,)).fetchone()
        if known is None or not known[0]:
            return
    rows = connection.execute(statement_of("adapters.telemetry", name)).fetchall()
    metrics = QUERIES[name]
    for number, metric in enumerate(metrics, start=-len(metrics)):
        samples = [(tuple(row[: -len(metrics)]), float(row[number])) for row in rows]
        yield gauge_family(metric, samples)
