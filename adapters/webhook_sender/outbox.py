"""Claims and outcomes in PostgreSQL: what is to be sent, by whom, and what came of it.

Several senders may share the work. Locks are always taken in one order, routes (sorted) before
deliveries, and a claim waits for nobody.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

import msgspec
from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg_pool import AsyncConnectionPool

from adapters.webhook_sender.statements import statement
from domain.webhooks.messages import FAILING_MAX

TOGETHER_MAX = 4
"""Attempts in flight to one endpoint, over all senders; one that is failing gets one at a time."""

ENDPOINTS_MAX = 64
"""Endpoints of one claim."""

LEASE = timedelta(seconds=60)
"""Longer than any exchange: an attempt that is open after this belongs to a dead sender."""

KEPT = timedelta(days=30)
FORGOTTEN_MAX = 5_000

Pool = AsyncConnectionPool[AsyncConnection[Any]]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """An attempt that is written down and not made yet. `address` and `secrets` are sealed."""

    delivery_id: UUID
    message_id: UUID
    endpoint_id: UUID
    account_id: UUID
    type: str
    subject_id: UUID
    sequence: int
    facts: bytes | None
    occurred_at: datetime
    tries: int
    attempts: int
    address: bytes
    failing: bool
    secrets: list[bytes]
    started_at: datetime


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an attempt; `delay` is set where another one follows."""

    claim: Claim
    state: Literal["delivered", "waiting", "failed"]
    outcome: str
    delay: timedelta | None = None
    status: int | None = None
    milliseconds: int = 0
    signature: str | None = None
    excerpt: bytes = b""


class Outbox:
    """The deliveries of one book."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def claim(self, room: int, *, failing_too: bool) -> list[Claim]:
        """At most `room` attempts that are due, those that wait longest first."""
        async with self._pool.connection() as connection, connection.transaction():
            wanted = {"endpoints": ENDPOINTS_MAX, "failing_too": failing_too}
            cursor = await connection.execute(statement("lock_due"), wanted)
            locked = [row[0] for row in await cursor.fetchall()]
            if not locked:
                return []
            values = {
                "endpoint_ids": locked,
                "together": TOGETHER_MAX,
                "room": room,
                "lease": LEASE,
            }
            async with connection.cursor(row_factory=class_row(Claim)) as claiming:
                await claiming.execute(statement("claim"), values)
                claims = await claiming.fetchall()
            await connection.execute(statement("look_again"), values)
            return claims

    async def finish(
        self, ended: Sequence[Ended], replies: Sequence[bytes | None]
    ) -> list[tuple[UUID, UUID]]:
        """Writes outcomes, and the sealed beginning of each reply.

        The answer is (endpoint, account) of those that have been failing for too long.
        """
        succeeded: dict[UUID, bool] = {}
        for each in ended:
            endpoint_id = each.claim.endpoint_id
            succeeded[endpoint_id] = succeeded.get(endpoint_id, False) or each.state == "delivered"
        values: dict[str, Any] = {
            "endpoint_ids": list(succeeded),
            "succeeded": list(succeeded.values()),
            "together": TOGETHER_MAX,
            "lease": LEASE,
            "patience": FAILING_MAX,
        }
        async with self._pool.connection() as connection, connection.transaction():
            await connection.execute(statement("lock_routes"), values)
            await connection.execute(statement("finish"), _columns(ended, replies))
            await connection.execute(statement("note_health"), values)
            await connection.execute(statement("look_again"), values)
            if all(succeeded.values()):
                return []
            cursor = await connection.execute(statement("failing"), values)
            return [(row[0], row[1]) for row in await cursor.fetchall()]

    async def release(self) -> int:
        """Attempts whose sender is gone may be made again; how many endpoints had such."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(statement("expired_leases"))
            expired = [row[0] for row in await cursor.fetchall()]
            if expired:
                values = {"endpoint_ids": expired, "together": TOGETHER_MAX, "lease": LEASE}
                async with connection.transaction():
                    await connection.execute(statement("lock_routes"), values)
                    await connection.execute(statement("release_leases"), values)
                    await connection.execute(statement("look_again"), values)
        return len(expired)

    async def forget_old(self) -> None:
        """Removes what can be replayed no more, a bounded number at a time."""
        async with self._pool.connection() as connection:
            await connection.execute(statement("forget_old"), {"age": KEPT, "limit": FORGOTTEN_MAX})


def _columns(ended: Sequence[Ended], replies: Sequence[bytes | None]) -> dict[str, list[Any]]:
    return {
        "delivery_ids": [each.claim.delivery_id for each in ended],
        "numbers": [each.claim.attempts for each in ended],
        "states": [each.state for each in ended],
        "delays": [each.delay for each in ended],
        "outcomes": [each.outcome for each in ended],
        "statuses": [each.status for each in ended],
        "milliseconds": [each.milliseconds for each in ended],
        "signatures": [each.signature for each in ended],
        "replies": list(replies),
    }
