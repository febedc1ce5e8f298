"""The janitor: clears quarantine of what was never accepted and finishes moves cut short.

It looks only at objects that have lain there for a while, and asks the stream of the work: what it
accepted is published, what may still be accepted stays, everything else is thrown away. The face of
a character that failed to get one may still be accepted while its result may lie on the bus.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import islice
from typing import Any

import psycopg
import structlog
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from adapters.jetstream.topology import RESULTS_AGE_SECONDS_MAX
from adapters.postgres.away import tell_waiting
from adapters.relay.output_files import Files, OutputFiles, look_up
from adapters.relay.rounds import go_rounds
from adapters.relay.statements import statement
from adapters.relay.store_calls import StoreCalls
from domain.objects import parse_key
from domain.ports import Ledger
from inference.suspects import is_note

ROUND_SECONDS = 30.0
OBJECT_AGE_SECONDS = 60.0
OBJECTS_PER_ROUND_MAX = 1000
STUCK_OBJECTS_MAX = 3
LATE_AGE_SECONDS = RESULTS_AGE_SECONDS_MAX + 24 * 3600.0
"""What may be accepted late is kept so long: no result that names it lies on the bus then."""

ATTEMPTS_AGE = timedelta(days=30)
"""Longer than any result can wait on the bus."""

Pool = AsyncConnectionPool[AsyncConnection[Any]]

_log = structlog.get_logger(__name__)


class Janitor:
    """Works while its process leads; a second one would only do the same again."""

    def __init__(
        self,
        *,
        ledger: Ledger,
        calls: StoreCalls,
        pool: Pool,
        leading_seconds: Callable[[], float | None],
        object_age_seconds: float = OBJECT_AGE_SECONDS,
        round_seconds: float = ROUND_SECONDS,
    ) -> None:
        self._ledger = ledger
        self._calls = calls
        self._files = OutputFiles(ledger, calls)
        self._pool = pool
        self._leading_seconds = leading_seconds
        self._object_age_seconds = object_age_seconds
        self._round_seconds = round_seconds

    async def run(self, stop: asyncio.Event) -> None:
        """Goes its rounds until `stop` is set."""
        await go_rounds(
            partial(self._round, stop),
            stop,
            seconds=self._round_seconds,
            leading_seconds=self._leading_seconds,
            part="janitor",
            waits="the janitor has to wait",
        )

    async def _round(self, stop: asyncio.Event) -> None:
        """What is too old goes first: what the store does not do is no reason to keep it, nor is
        what the database does not forget one to keep objects.
        """
        try:
            await self.forget()
        except psycopg.Error as error:
            tell_waiting("janitor", error, "what is too old has to wait")
        await self.clear_quarantine(stop)

    async def clear_quarantine(self, stop: asyncio.Event | None = None) -> tuple[int, int]:
        """Goes on with the next object until `stop` is set.

        Returns how many objects were published and how many thrown away.

        One that the store does not move holds up no other; several, and the store is away. Raises
        StoreUnavailable, TemporarilyUnavailable.
        """
        published = discarded = 0
        errors: list[Exception] = []
        keys = await self._calls.call(self._old_keys, self._object_age_seconds)
        too_late: list[str] | None = None
        for key in keys:
            if stop is not None and stop.is_set():
                break
            owner = parse_key(key).owner
            found = (await look_up(self._ledger, [owner]))[owner]
            accepted = key in found.accepted
            if not accepted and found.open:
                continue
            if not accepted and found.late and not is_note(key):
                if too_late is None:
                    too_late = await self._calls.call(self._old_keys, LATE_AGE_SECONDS)
                if key not in too_late:
                    continue
            [error] = await self._files.sort_out([Files([key], found.accepted)])
            if error is None:
                published += accepted
                discarded += not accepted
            elif len(errors) < STUCK_OBJECTS_MAX:
                errors.append(error)
            else:
                break
        if published or discarded:
            _log.info("quarantine cleared", published=published, discarded=discarded)
        if errors:
            raise errors[0]
        return published, discarded

    def _old_keys(self, seconds: float) -> list[str]:
        listed = self._calls.store.list_quarantine(older_than_seconds=seconds)
        return list(islice(listed, OBJECTS_PER_ROUND_MAX))

    async def forget(self) -> None:
        """Removes attempts so old that no result of theirs can come any more, and the traces of
        requests of yesterday.
        """
        async with self._pool.connection() as connection:
            await connection.execute(statement("forget_attempts"), {"age": ATTEMPTS_AGE})
            await connection.execute(statement("forget_traces"))
