"""A long queue in numbers: how much each account has waiting, instead of every piece of it.

To put ten thousand pieces of work in order takes tens of milliseconds, and everybody who waits asks
again each second. From the numbers a place follows to within the pieces that are due at the same
moment, which is all that an estimate needs.
"""

import math
import time
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
from psycopg import AsyncConnection

from adapters.relay.queue import QueuePlace, State
from adapters.relay.statements import statement

ONE_BY_ONE_MAX = 1_000
"""Queued work of a pool that is put in order; of more than that the numbers are asked."""

DUE_MAX = 50_000
"""Pieces whose moments are put in order; that takes some twenty milliseconds, once for a look."""

LOOK_SECONDS = 1.0
"""How old numbers may be."""


class Waiting(msgspec.Struct, frozen=True, array_like=True):
    """What an account has queued: the first is due at `starts`, each next one 1/`weight` later."""

    account_id: UUID
    works: int
    starts: float
    weight: int

    def reach(self, starts: float) -> float:
        """How many of its pieces would be due until then, if it had any number."""
        return (starts - self.starts) * self.weight


class Own(msgspec.Struct, frozen=True, array_like=True):
    """One piece of work; `ahead` are queued before it by its own account."""

    pool: str
    state: State
    kind: str
    account_id: UUID
    ahead: int


class Crowd:
    """The numbers of one pool, as they were a moment ago."""

    def __init__(
        self, waiting: list[Waiting], *, in_flight: int, slots: int, virtual_time: float
    ) -> None:
        self.looked_at = time.monotonic()
        self.total = sum(each.works for each in waiting)
        self._waiting = {each.account_id: each for each in waiting}
        self._in_flight = in_flight
        self._slots = slots
        self._virtual_time = virtual_time
        self._due: list[float] | None = None

    @property
    def old(self) -> bool:
        return time.monotonic() - self.looked_at > LOOK_SECONDS

    def place(self, own: Own) -> QueuePlace:
        """Where a piece of work stands, give or take those that are due together with it."""
        if own.state != "queued":
            return self._placed(own.state, own.kind, 0)
        mine = self._of(own.account_id)
        starts = mine.starts + own.ahead / mine.weight
        return self._placed("queued", own.kind, self._position(starts))

    def _position(self, starts: float) -> int:
        """Of what is due at this moment. A page asks a hundred times, so all moments are put in
        order once, unless there are too many.
        """
        if self.total > DUE_MAX:
            return self._counted(starts)
        if self._due is None:
            self._due = sorted(
                each.starts + number / each.weight
                for each in self._waiting.values()
                for number in range(each.works)
            )
        before = bisect_left(self._due, starts)
        return 1 + before + (bisect_right(self._due, starts) - before) // 2

    def _counted(self, starts: float) -> int:
        """The same by going through everybody's numbers."""
        before = together = 0
        for each in self._waiting.values():
            reach = each.reach(starts)
            before += max(0, min(each.works, math.ceil(reach)))
            together += reach == math.floor(reach) and 0 <= reach < each.works
        return 1 + before + together // 2

    def expected(self, account_id: UUID, kind: str) -> QueuePlace:
        """Where work of an account would stand if it were enqueued now."""
        mine = self._of(account_id)
        starts = mine.starts + mine.works / mine.weight
        until = sum(
            max(0, min(each.works, math.floor(each.reach(starts)) + 1))
            for each in self._waiting.values()
        )
        return self._placed("queued", kind, 1 + until)

    def _of(self, account_id: UUID) -> Waiting:
        nobody = Waiting(account_id, 0, self._virtual_time, 1)
        return self._waiting.get(account_id, nobody)

    def _placed(self, state: State, kind: str, position: int) -> QueuePlace:
        return QueuePlace(state, kind, position, self._in_flight, self._slots)


async def read_own(connection: AsyncConnection[Any], work_ids: Sequence[UUID]) -> dict[UUID, Own]:
    """What is not (or no longer) queued is left out."""
    cursor = await connection.execute(statement("own_works"), {"work_ids": list(work_ids)})
    return {row[0]: Own(*row[1:]) for row in await cursor.fetchall()}


async def read_crowd(connection: AsyncConnection[Any], pool: str) -> Crowd:
    """The numbers of a pool as they are now."""
    cursor = await connection.execute(statement("crowd"), {"pool": pool})
    waiting = [Waiting(*row) for row in await cursor.fetchall()]
    cursor = await connection.execute(statement("crowd_pool"), {"pool": pool})
    row = await cursor.fetchone()
    assert row is not None
    in_flight, slots, virtual_time = row
    return Crowd(waiting, in_flight=in_flight, slots=slots, virtual_time=virtual_time)
