"""What the process that leads knows by itself of results: which attempts it has released, and which
pictures were taken down. A picture that it vouches for need not be looked up.

Of whatever is not known here nothing is said, and the database is asked. A process that leads no
more, or has not looked for a while, vouches for nothing.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from psycopg import Connection

from adapters.relay.queue import Release
from adapters.relay.statements import statement
from domain.messages import WorkCompleted
from inference.likeness import ALIKE_BITS_MAX

RELEASES_MAX = 10_000
PICTURES_MAX = 500
"""Where more were taken down, the database compares quicker."""

LOOKED_SECONDS_MAX = 3.0
"""A picture that another process blocks is known here after this long at the latest."""


class AtHand:
    """Filled by the dispatcher's thread, asked on the loop. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._released: dict[str, tuple[UUID, int]] = {}
        self._taken_down: frozenset[int] = frozenset()
        self._blocked_here: frozenset[int] = frozenset()
        self._counted = -1
        self._looked_at: float | None = None

    def look(self, connection: Connection[Any]) -> None:
        """Reads what was taken down, where it is more than before: nothing is ever unblocked."""
        looked_at = self._clock()
        limit = {"limit": PICTURES_MAX + 1}
        row = connection.execute(statement("count_blocked"), limit).fetchone()
        counted = 0 if row is None else row[0]
        if counted > PICTURES_MAX:
            self._looked_at = None
            return
        if counted != self._counted:
            rows = connection.execute(statement("blocked"), limit).fetchall()
            self._taken_down = frozenset(int(bits, 2) for row in rows for bits in row if bits)
            self._counted = counted
        self._looked_at = looked_at

    def released(self, releases: Iterable[Release]) -> None:
        """Notes attempts that the database has; the oldest ones are forgotten."""
        for release in releases:
            self._released[release.token] = (release.work_id, release.attempt)
        while len(self._released) > RELEASES_MAX:
            self._released.pop(next(iter(self._released)))

    def blocked(self, *likenesses: bytes) -> None:
        """Notes what was taken down just now. Called on the loop."""
        self._blocked_here |= {int.from_bytes(seen) for seen in likenesses}

    def forget(self) -> None:
        """Somebody else may lead, or the database has lost what it was told last."""
        self._looked_at = None
        self._released.clear()

    def vouches_for(self, result: WorkCompleted) -> bool:
        """Whether it is of an attempt that was released with its token, and shows nothing that was
        taken down.
        """
        looked_at = self._looked_at
        if looked_at is None or self._clock() - looked_at > LOOKED_SECONDS_MAX:
            return False
        if self._released.get(result.token) != (result.work_id, result.attempt):
            return False
        if result.likeness is None:
            return True
        seen = int.from_bytes(result.likeness)
        pictures = (*self._taken_down, *self._blocked_here)
        return all((seen ^ picture).bit_count() > ALIKE_BITS_MAX for picture in pictures)
