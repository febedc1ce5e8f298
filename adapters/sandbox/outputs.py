"""Deletes what test keys drew 30 days ago, by the same event as a customer's own deletion.

The bytes are what a test book costs; the relay's remover deletes them because of that event, as it
does a customer's. The events stay: positions are never reused, every debit keeps
its ending, and a generation stays readable with an `output_url` that answers 410.
"""

import asyncio
import contextlib
from datetime import timedelta
from typing import LiteralString

import psycopg
import structlog

from adapters.answered import answered
from adapters.postgres.away import tell_waiting
from adapters.postgres.bounded import BoundedAsyncConnection
from adapters.postgres.connections import conninfo
from domain.errors import InvalidState, NotFound, TemporarilyUnavailable
from domain.handlers import delete_output
from domain.ids import AccountId, GenerationId
from domain.ports import Ledger

ROLE = "xavira_work"
OUTPUT_AGE = timedelta(days=30)
ROUND_SECONDS = 60.0
OUTPUTS_TOGETHER_MAX = 200

_OLD: LiteralString = """
    SELECT account_id, generation_id FROM generations
    WHERE NOT output_deleted AND output_key IS NOT NULL AND finished_at < now() - %(age)s
    ORDER BY finished_at LIMIT %(limit)s
"""

_log = structlog.get_logger(__name__)


class OldOutputs:
    """For the test book alone: what is drawn for money stays until its owner deletes it."""

    def __init__(self, database_url: str, ledger: Ledger) -> None:
        self._database_url = database_url
        self._ledger = ledger

    async def run(self, stop: asyncio.Event) -> None:
        """Looks once a minute until `stop` is set."""
        while not stop.is_set():
            try:
                await self.delete()
            except (psycopg.OperationalError, TemporarilyUnavailable) as error:
                tell_waiting("outputs", error, "old outputs have to wait")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), ROUND_SECONDS)

    async def delete(self, *, age: timedelta = OUTPUT_AGE) -> int:
        """Returns how many were old; one that somebody deleted meanwhile has its event."""
        parameters = {"age": age, "limit": OUTPUTS_TOGETHER_MAX}
        url = conninfo(self._database_url, role=ROLE, book="test")
        async with await BoundedAsyncConnection.connect(url, autocommit=True) as connection:
            rows = await (await connection.execute(_OLD, parameters)).fetchall()
        for account_id, generation_id in rows:
            deletion = delete_output(AccountId(account_id), GenerationId(generation_id))
            with contextlib.suppress(NotFound, InvalidState):
                await answered(self._ledger.append(deletion))
        return len(rows)
