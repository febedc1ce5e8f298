"""Brings the read models of one book forward for as long as the process runs.

One process follows at a time, by an advisory lock; the others wait to take over.
"""

import threading

import msgspec
import psycopg
import structlog

from adapters.following import Follow
from adapters.postgres import locks
from adapters.postgres.connections import LOOKUPS, connect
from adapters.postgres.leading import lead
from domain.ids import Book
from domain.ports import Ledger
from projections import runner
from projections.registry import PROJECTIONS

ROLE = "xavira_work"
RETRY_SECONDS = 0.5

_log = structlog.get_logger(__name__)


def follow_projections(
    database_url: str,
    ledger: Ledger,
    follow: Follow,
    halted: threading.Event,
    *,
    book: Book = "live",
) -> None:
    """A lost database ends one round of following and begins the next one."""
    while not halted.is_set():
        try:
            with connect(database_url, role=ROLE, book=book, **LOOKUPS) as connection:
                if not lead(connection, halted, locks.PROJECTIONS[book]):
                    continue
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
        except psycopg.OperationalError as error:
            _log.warning("projections wait for the database", error=str(error))
            halted.wait(RETRY_SECONDS)


def _report_stopped(stopped: runner.Stopped) -> None:
    _log.error("projection stopped", **msgspec.structs.asdict(stopped))
