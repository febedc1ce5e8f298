"""How far those are who follow the log: asked once in a while for all requests that wait for it.

Each request asking for itself would ask a hundred times in its two seconds, and anybody may name a
position that the log never had.
"""

import asyncio
import time

from adapters.web.dependencies import ListPool
from projections import checkpoints
from projections.checkpoints import Reached

WAIT_SECONDS_MAX = 2.0
"""A request waits this long at most."""

POLL_SECONDS = 0.02

TRUSTED_SECONDS = 1.0
"""Nobody goes back but in a restored backup, so what was seen holds for a moment."""


class Followers:
    """How far each projection, the webhook reaction and the log of a book are; polled once for all
    requests that wait.
    """

    def __init__(self, lists: ListPool, *, wait_seconds: float = WAIT_SECONDS_MAX) -> None:
        self._lists = lists
        self._wait_seconds = wait_seconds
        self._positions: dict[str, int] = {}
        self._looked_at = 0.0
        self._looking: asyncio.Task[None] | None = None

    async def reached(self, name: str, position: int) -> int:
        """How far a projection, `webhooks` or the `log` is at least: at `position`, unless the time
        was up before.

        Raises psycopg.OperationalError.
        """
        deadline = time.monotonic() + self._wait_seconds
        if time.monotonic() - self._looked_at > TRUSTED_SECONDS:
            await self._look()
        while (seen := self._positions.get(name, 0)) < position:
            if time.monotonic() >= deadline:
                break
            await self._look()
        return seen

    async def _look(self) -> None:
        """One look for all who want one; the next begins when this one is old enough."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.ensure_future(self._ask())
            self._looking.add_done_callback(_seen)
        await asyncio.shield(self._looking)

    async def _ask(self) -> None:
        await asyncio.sleep(self._looked_at + POLL_SECONDS - time.monotonic())
        query = checkpoints.query_reached()
        rows: list[Reached] = await self._lists.ask(query.sql, query.params, query.row_type)
        self._positions = {row.name: row.position for row in rows}
        self._looked_at = time.monotonic()


def _seen(look: "asyncio.Task[None]") -> None:
    """Perhaps nobody waits for it any more."""
    if not look.cancelled():
        look.exception()
