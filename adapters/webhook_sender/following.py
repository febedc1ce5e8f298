"""Keeps the reaction going: it follows the log on a thread of its own, in one process at a time."""

import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

import psycopg

from adapters.following import Follow
from adapters.postgres.leading import lead_until
from adapters.postgres.locks import WEBHOOKS
from domain.ids import Book
from domain.ports import Ledger
from domain.registry import State
from projections.webhooks import WebhookReaction

LOAD_SECONDS_MAX = 30.0


def follow_log(
    *,
    connect: Callable[[], psycopg.Connection[Any]],
    follow: Follow,
    ledger: Ledger,
    book: Book,
    low_credits: int,
    halted: threading.Event,
    wake: Callable[[], object],
) -> None:
    """Makes deliveries until `halted`; `wake` is called after there are new ones.

    The lock and the writes share one connection, so who lost the lock cannot write any more. An
    event that breaks the reaction holds it up, loudly; it is never skipped.
    """

    def load(streams: Iterable[UUID]) -> Mapping[UUID, State | None]:
        loaded = ledger.load(streams).result(LOAD_SECONDS_MAX)
        return {stream_id: stream.state for stream_id, stream in loaded.items()}

    def work(connection: psycopg.Connection[Any]) -> None:
        reaction = WebhookReaction(connection, book=book, load=load, low_credits=low_credits)
        for batch in follow(reaction.checkpoint(), halted):
            if batch and reaction.apply(batch):
                wake()

    lead_until(halted, "webhooks", WEBHOOKS[book], connect, work)
