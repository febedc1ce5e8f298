"""Where work stands and how long it will take, for those who ask: reads the dispatch queue."""

import asyncio
import math
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
import psycopg
import structlog
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool, PoolTimeout, TooManyRequests

from adapters.queue_places import Place, PoolState
from adapters.relay.crowd import ONE_BY_ONE_MAX, Crowd, read_crowd, read_own
from adapters.relay.queue import (
    QueuePlace,
    expected_place_async,
    places_async,
    queue_places_async,
)
from adapters.relay.statements import statement
from domain.errors import TemporarilyUnavailable

WANTED_WITHIN_SECONDS = 30.0
"""How soon all work of a pool should be done: what the wanted number of consumers is for."""

_OUT_OF_REACH = (psycopg.Error, PoolTimeout, TooManyRequests)
_log = structlog.get_logger(__name__)


class Seconds(msgspec.Struct, frozen=True):
    """How long an engine takes for one piece of work of a kind."""

    p50: float
    p95: float


class PoolRow(msgspec.Struct, frozen=True, array_like=True):
    """A pool as the queue and its consumers' last announcements tell it."""

    pool: str
    queued: int
    released: int
    started: int
    oldest_seconds: float
    consumers: int
    slots: int
    images: int
    videos: int
    identities: int


class QueueReader:
    """Answers from the database; where that is away, it has nothing to tell and says so by None.

    `engine_seconds` is by kind of work. A queue that was seen to be long is reckoned by numbers
    until it is not any more.
    """

    def __init__(
        self,
        pool: AsyncConnectionPool[AsyncConnection[Any]],
        engine_seconds: Mapping[str, Seconds],
    ) -> None:
        self._pool = pool
        self._engine_seconds = engine_seconds
        self._crowds: dict[str, Crowd | None] = {}
        self._looking = asyncio.Lock()

    async def place(self, work_id: UUID) -> Place | None:
        """None for work that is not queued (any more)."""
        try:
            async with self._pool.connection() as connection:
                place = await self._place(connection, work_id)
        except _OUT_OF_REACH as error:
            _log.warning("queue is out of reach", error=str(error))
            return None
        return None if place is None else self._estimated(place)

    async def places(self, work_ids: Sequence[UUID]) -> dict[UUID, Place]:
        """Of several at once; what is not queued (any more) is left out."""
        try:
            async with self._pool.connection() as connection:
                places = await self._places(connection, work_ids)
        except _OUT_OF_REACH as error:
            _log.warning("queue is out of reach", error=str(error))
            return {}
        return {work_id: self._estimated(place) for work_id, place in places.items()}

    async def expected(self, account_id: UUID, *, pool_name: str, kind: str) -> Place | None:
        """Where work of an account would stand if it were enqueued now."""
        try:
            async with self._pool.connection() as connection:
                crowd = await self._crowd(connection, pool_name)
                if crowd is not None:
                    place = crowd.expected(account_id, kind)
                else:
                    place = await expected_place_async(
                        connection, account_id, pool=pool_name, kind=kind
                    )
                    self._note(pool_name, place.queued)
        except _OUT_OF_REACH as error:
            _log.warning("queue is out of reach", error=str(error))
            return None
        return self._estimated(place)

    async def _place(self, connection: AsyncConnection[Any], work_id: UUID) -> QueuePlace | None:
        if self._crowds:
            own = (await read_own(connection, [work_id])).get(work_id)
            if own is None:
                return None
            crowd = await self._crowd(connection, own.pool)
            if crowd is not None:
                return crowd.place(own)
        place = await queue_places_async(connection, work_id)
        if place is not None:
            self._note(place.pool, place.queued)
        return place

    async def _places(
        self, connection: AsyncConnection[Any], work_ids: Sequence[UUID]
    ) -> dict[UUID, QueuePlace]:
        places = {}
        if self._crowds:
            owned = await read_own(connection, work_ids)
            pools = {own.pool for own in owned.values()}
            crowds = {pool: await self._crowd(connection, pool) for pool in pools}
            for work_id, own in owned.items():
                if (crowd := crowds[own.pool]) is not None:
                    places[work_id] = crowd.place(own)
                    await asyncio.sleep(0)
        left = [work_id for work_id in work_ids if work_id not in places]
        if not left:
            return places
        exact = await places_async(connection, left)
        for place in exact.values():
            self._note(place.pool, place.queued)
        return places | exact

    async def _crowd(self, connection: AsyncConnection[Any], pool_name: str) -> Crowd | None:
        """The numbers of a long queue; while somebody looks again, those of before will do."""
        if pool_name not in self._crowds:
            return None
        crowd = self._crowds[pool_name]
        if crowd is not None and (not crowd.old or self._looking.locked()):
            return crowd
        async with self._looking:
            known = self._crowds.get(pool_name)
            if known is None or known.old:
                known = await read_crowd(connection, pool_name)
                self._crowds[pool_name] = known
        if known.total <= ONE_BY_ONE_MAX:
            self._crowds.pop(pool_name, None)
            return None
        return known

    def _note(self, pool_name: str, queued: int) -> None:
        if queued > ONE_BY_ONE_MAX:
            self._crowds.setdefault(pool_name, None)

    def _estimated(self, place: QueuePlace) -> Place:
        seconds = self._engine_seconds[place.kind]
        return Place(
            position=place.position or None,
            p50_seconds=place.estimate_seconds(seconds.p50),
            p95_seconds=place.estimate_seconds(seconds.p95),
        )

    async def depth(self, pool_name: str) -> int:
        """Pieces of work of a pool that nobody has started."""
        try:
            async with self._pool.connection() as connection:
                crowd = await self._crowd(connection, pool_name)
                if crowd is not None:
                    return crowd.total
                cursor = await connection.execute(statement("depth"), {"pool": pool_name})
                row = await cursor.fetchone()
        except _OUT_OF_REACH as error:
            _log.warning("queue is out of reach", error=str(error))
            return 0
        depth = 0 if row is None else int(row[0])
        self._note(pool_name, depth)
        return depth

    async def pools(self) -> list[PoolState]:
        """Every pool that ever had work or a consumer. Raises TemporarilyUnavailable."""
        try:
            async with self._pool.connection() as connection:
                cursor = await connection.execute(statement("pools"))
                rows = [PoolRow(*row) for row in await cursor.fetchall()]
        except _OUT_OF_REACH as error:
            _log.warning("queue is out of reach", error=str(error))
            raise TemporarilyUnavailable from error
        return [self._state(row) for row in rows]

    def _state(self, row: PoolRow) -> PoolState:
        counts = {"image": row.images, "video": row.videos, "identity": row.identities}
        work_seconds = sum(n * self._engine_seconds[kind].p50 for kind, n in counts.items())
        return PoolState(
            pool=row.pool,
            queued=row.queued,
            released=row.released,
            started=row.started,
            oldest_seconds=row.oldest_seconds,
            consumers=row.consumers,
            slots=row.slots,
            wanted_consumers=math.ceil(work_seconds / WANTED_WITHIN_SECONDS),
            within_seconds=WANTED_WITHIN_SECONDS,
        )
