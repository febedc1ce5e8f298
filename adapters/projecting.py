"""Brings the read models of one book forward for as long as the process runs.

One process follows at a time, by an advisory lock; the others wait to take over.
"""

import threading
from typing import Any

import msgspec
import structlog
from psycopg import Connection

from adapters.following import Follow
from adapters.postgres import locks
from adapters.postgres.connections import LOOKUPS, connect
from adapters.postgres.leading import lead_until
from domain.ids import Book
from domain.ports import Ledger
from projections import runner
from projections.registry import PROJECTIONS

ROLE = "xavira_work"

_log = structlog.get_logger(__name__)


def follow_projections(
    database_url: str,
    ledger: Ledger,
    follow: Follow,
    halted: threading.Event,
    *,
    book: Book = "live",
) -> None:
    """Until `halted` is set; a projection that cannot apply an event stops alone."""

    def work(connection: Connection[Any]) -> None:
        every = tuple(PROJECTIONS.values())
        after = runner.start(connection, every, head=ledger.head())
        runner.run(
            every,
            follow(after, halted),
            connection,
            book=book,
            read=ledger.read,
            report=_report_stopped,
        )

    lead_until(
        halted,
        "projections",
        locks.PROJECTIONS[book],
        lambda: connect(database_url, role=ROLE, book=book, **LOOKUPS),
        work,
    )


def _report_stopped(stopped: runner.Stopped) -> None:
    _log.error("projection stopped", **msgspec.structs.asdict(stopped))
