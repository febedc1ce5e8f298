"""Keeps the reaction going: it follows the log on a thread of its own, in one process at a time."""

import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

import psycopg
import structlog

from adapters.following import Follow
from adapters.postgres.leading import lead
from adapters.postgres.locks import WEBHOOKS
from domain.errors import TemporarilyUnavailable
from domain.ids import Book
from domain.ports import Ledger
from domain.registry import State
from projections.webhooks import WebhookReaction

RETRY_SECONDS = 0.5
BROKEN_SECONDS = 30.0
"""An event that breaks the reaction holds it up, loudly; it is never skipped."""

LOAD_SECONDS_MAX = 30.0

_log = structlog.get_logger(__name__)


def follow_log(
    *,
    connect: Callable[[], psycopg.Connection[Any]],
    follow: Follow,
    ledger: Ledger,
    book: Book,
    low_credits: int,
    halted: threading.Event,
    wake: Callable[[], None],
) -> None:
    """Makes deliveries until `halted`; `wake` is called after there are new ones.

    The lock and the writes share one connection, so who lost the lock cannot write any more.
    """

    def load(streams: Iterable[UUID]) -> Mapping[UUID, State | None]:
        loaded = ledger.load(streams).result(LOAD_SECONDS_MAX)
        return {stream_id: stream.state for stream_id, stream in loaded.items()}

    while not halted.is_set():
        try:
            with connect() as connection:
                if not lead(connection, halted, WEBHOOKS[book]):
                    continue
                reaction = WebhookReaction(
                    connection, book=book, load=load, low_credits=low_credits
                )
                for batch in follow(reaction.checkpoint(), halted):
                    if batch and reaction.apply(batch):
                        wake()
        except (psycopg.OperationalError, TemporarilyUnavailable, TimeoutError) as error:
            _log.warning("webhooks wait for the database", error=str(error))
            halted.wait(RETRY_SECONDS)
        except Exception:  # noqa: BLE001 - the thread's outermost loop
            _log.exception("webhooks stand still")
            halted.wait(BROKEN_SECONDS)
