"""When each key was last used, to the minute: noted in memory, written every few seconds in one go.

No request waits for it. A process that is killed forgets what it had not written yet.
"""

import asyncio
from datetime import datetime

import psycopg
import structlog

from adapters.cancelling import cancel_until_ended
from adapters.web.dependencies import ListPool
from domain.ids import KeyId

WRITE_SECONDS = 5.0
KEYS_MAX = 50_000
"""Keys that one process keeps in mind; when there are more, it starts anew."""

_WRITE = """
WITH known AS (
    SELECT key_id, account_id FROM key_hashes WHERE key_id = ANY(%(key_ids)s::uuid[])
    ORDER BY key_id FOR KEY SHARE
)
INSERT INTO key_notes AS held (key_id, account_id, last_used_at)
SELECT key_id, account_id, used_at
FROM unnest(%(key_ids)s::uuid[], %(minutes)s::timestamptz[]) AS used (key_id, used_at)
JOIN known USING (key_id)
ORDER BY key_id
ON CONFLICT (key_id) DO UPDATE SET last_used_at = excluded.last_used_at
WHERE held.last_used_at IS NULL OR held.last_used_at < excluded.last_used_at
"""
"""An erased key has no hash any more, so nothing is noted of it; and while one is being erased,
nothing can be noted behind the back of the erasure.
"""


class KeyUses:
    """The keys used in one process: at most one write a minute and key, whoever uses it where."""

    def __init__(self, lists: ListPool) -> None:
        self._lists = lists
        self._waiting: dict[KeyId, datetime] = {}
        self._noted: dict[KeyId, datetime] = {}

    def note(self, key_id: KeyId, now: datetime) -> None:
        """The key was used now."""
        minute = now.replace(second=0, microsecond=0)
        if self._noted.get(key_id) != minute:
            if len(self._noted) >= KEYS_MAX:
                self._noted.clear()
            self._noted[key_id] = self._waiting[key_id] = minute

    async def run(self) -> None:
        """Writes until it is cancelled."""
        while True:
            await asyncio.sleep(WRITE_SECONDS)
            await self.write()

    async def write(self) -> None:
        """Writes what was noted. What cannot be written, or is cut off, is tried with the next."""
        if not self._waiting:
            return
        taken, self._waiting = self._waiting, {}
        params = {"key_ids": list(taken), "minutes": list(taken.values())}
        try:
            async with self._lists.connection() as connection:
                await connection.execute(_WRITE, params)
        except BaseException as error:
            self._waiting = taken | self._waiting
            if not isinstance(error, psycopg.Error):
                raise
            structlog.get_logger("adapters.web").info("uses are noted later", error=str(error))

    async def end(self, running: "asyncio.Task[None]") -> None:
        """Ends `run` and writes the rest. Raises what `run` died of before."""
        await cancel_until_ended(running)
        await self.write()
        if not running.cancelled():
            running.result()
