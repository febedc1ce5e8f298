"""A reaction: tells the holder when a balance has become low, once for each crossing.

It follows the log forward. What it counted, the mails and its position are written in one
transaction, so no crossing is told twice or missed; it is never run again from the start, and what
was recorded before its first start is only counted.
"""

from collections.abc import Sequence
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection

from adapters.mail import outbox
from adapters.mail.texts import Facts
from domain.event import Recorded
from domain.low_balance import crossed, movement

REACTION = "low_balance"
SINCE = "low_balance_since"
"""A second checkpoint: what lies before it is counted, and nobody is told of it."""

_START: LiteralString = """
    INSERT INTO reaction_checkpoints (name, position) VALUES (%s, %s) ON CONFLICT DO NOTHING
"""
_POSITION: LiteralString = "SELECT position FROM reaction_checkpoints WHERE name = %s"
_MOVE: LiteralString = "UPDATE reaction_checkpoints SET position = %s WHERE name = %s"
_KNOWN: LiteralString = (
    "SELECT account_id, available FROM watched_balances WHERE account_id = ANY(%s)"
)
_THRESHOLDS: LiteralString = """
    SELECT account_id, low_credits FROM accounts
    WHERE account_id = ANY(%s) AND low_credits IS NOT NULL
"""
_KEEP: LiteralString = """
    INSERT INTO watched_balances (account_id, available)
    SELECT * FROM unnest(%s::uuid[], %s::bigint[])
    ON CONFLICT (account_id) DO UPDATE SET available = excluded.available
"""


class LowBalances:
    """`threshold` holds for accounts that named none themselves; None tells nobody."""

    def __init__(self, *, threshold: int | None) -> None:
        self._threshold = threshold
        self._since = 0

    def start(self, connection: Connection[Any], *, head: int) -> int:
        """The position to follow the log from."""
        connection.execute(_START, (REACTION, 0))
        connection.execute(_START, (SINCE, head))
        self._since = self._position(connection, SINCE)
        return self._position(connection, REACTION)

    def _position(self, connection: Connection[Any], name: str) -> int:
        row = connection.execute(_POSITION, (name,)).fetchone()
        assert row is not None, name
        return int(row[0])

    def note(self, connection: Connection[Any], batch: Sequence[Recorded]) -> None:
        """Counts a batch and asks for the mails that it gives cause for."""
        moved = [(recorded, movement(recorded.event)) for recorded in batch]
        touched = sorted({recorded.stream_id for recorded, change in moved if change})
        with connection.transaction():
            if touched:
                self._count(connection, moved, touched)
            connection.execute(_MOVE, (batch[-1].position, REACTION))

    def _count(
        self,
        connection: Connection[Any],
        moved: Sequence[tuple[Recorded, int]],
        touched: list[UUID],
    ) -> None:
        available: dict[UUID, int] = dict(connection.execute(_KNOWN, (touched,)).fetchall())
        thresholds: dict[UUID, int] = dict(connection.execute(_THRESHOLDS, (touched,)).fetchall())
        for recorded, change in moved:
            if not change:
                continue
            account_id = recorded.stream_id
            before = available.get(account_id, 0)
            after = available[account_id] = before + change
            threshold = thresholds.get(account_id, self._threshold)
            if threshold is None or recorded.position <= self._since:
                continue
            if crossed(before, after, threshold):
                facts = Facts(available=after, threshold=threshold)
                outbox.put(connection, account_id, "credits_low", facts)
        connection.execute(_KEEP, (list(available), list(available.values())))
