"""The remover: deletes the bytes of outputs whose owner deleted them, or that were taken down.

The likeness of what was taken down is blocked, before its bytes go, so a removal that is cut off
anywhere is simply done again; it is tried until the bytes are gone. Of what its owner had deleted
before, nothing is left to tell it by: that is logged as an error. Only the events
`generation.output_deleted` and `generation.taken_down` bring work here, and nothing brings a
picture back: where the store is on another machine, a copy to the public may be under way while its
output is deleted, and whoever copies may die before he looks again. So there the bytes are deleted
once more, when no copy can come any more.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from adapters.answered import answered
from adapters.relay.at_hand import AtHand
from adapters.relay.rounds import go_rounds
from adapters.relay.statements import statement
from adapters.relay.store_calls import StoreCalls
from domain.generation import Generation, GenerationCompleted
from domain.objects import ObjectCorrupt, ObjectMissing, StoreUnavailable
from domain.ports import Ledger
from inference.likeness import bit_text, distinct, likenesses_of_file

ROUND_SECONDS = 0.5
REMOVALS_TOGETHER_MAX = 20
AGAIN = timedelta(minutes=5)
"""More than a copy may take, with all of its tries."""

Pool = AsyncConnectionPool[AsyncConnection[Any]]

_log = structlog.get_logger(__name__)


class Remover:
    """Works while its process leads; a second one would only do the same again."""

    def __init__(
        self,
        *,
        ledger: Ledger,
        calls: StoreCalls,
        pool: Pool,
        leading_seconds: Callable[[], float | None],
        at_hand: AtHand,
        round_seconds: float = ROUND_SECONDS,
    ) -> None:
        self._ledger = ledger
        self._calls = calls
        self._store = calls.store
        self._pool = pool
        self._leading_seconds = leading_seconds
        self._at_hand = at_hand
        self._round_seconds = round_seconds

    async def run(self, stop: asyncio.Event) -> None:
        """Goes its rounds until `stop` is set."""
        await go_rounds(
            self.remove_due,
            stop,
            seconds=self._round_seconds,
            leading_seconds=self._leading_seconds,
            part="remover",
            waits="removing has to wait",
        )

    async def remove_due(self) -> int:
        """Returns how many outputs were removed; the others are tried again, ever less often.

        Raises TemporarilyUnavailable, psycopg.OperationalError.
        """
        rows = await self._execute("due_removals", limit=REMOVALS_TOGETHER_MAX)
        done = 0
        for generation_id, again in rows:
            try:
                await self._remove(generation_id)
            except StoreUnavailable as error:
                _log.warning("removal has to wait", work=str(generation_id), error=repr(error))
                await self._execute("postpone_removal", generation_id=generation_id)
            else:
                if self._store.far and not again:
                    await self._execute("remove_again", generation_id=generation_id, wait=AGAIN)
                else:
                    await self._execute("forget_removal", generation_id=generation_id)
                done += not again
        if done:
            _log.info("outputs removed", outputs=done)
        return done

    async def _remove(self, generation_id: UUID) -> None:
        streams = await answered(self._ledger.load([generation_id]))
        state = streams[generation_id].state
        assert isinstance(state, Generation), generation_id
        assert isinstance(state.ending, GenerationCompleted), generation_id
        ending = state.ending
        if state.taken_down:
            seen = await self._calls.call(self._likenesses, ending.output_key, ending.media_type)
            if seen is not None:
                likeness, mirrored = seen
                await self._execute(
                    "block_picture",
                    generation_id=generation_id,
                    likeness=bit_text(likeness),
                    mirrored=bit_text(mirrored),
                )
                self._at_hand.blocked(likeness, mirrored)
            elif not await self._execute("is_blocked", generation_id=generation_id):
                _log.error("a picture taken down cannot be blocked", work=str(generation_id))
        for key in (ending.output_key, ending.poster_key):
            if key is not None:
                await self._calls.call(self._store.delete, key)

    def _likenesses(self, key: str, media_type: str) -> tuple[bytes, bytes] | None:
        """None where there is nothing (any more) to look at, or nothing to tell it by."""
        for read in (self._store.get, self._store.get_quarantine):
            try:
                seen, mirrored = likenesses_of_file(read(key).data, media_type)
                if not distinct(seen):
                    return None
                return seen, mirrored
            except ObjectMissing:
                continue
            except (ObjectCorrupt, OSError, ValueError) as error:
                _log.error("a removed output cannot be looked at", key=key, error=repr(error))
                return None
        return None

    async def _execute(self, name: str, **parameters: object) -> list[tuple[Any, ...]]:
        async with self._pool.connection() as connection:
            cursor = await connection.execute(statement(name), parameters)
            return await cursor.fetchall() if cursor.description else []
