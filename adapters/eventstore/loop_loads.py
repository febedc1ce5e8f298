"""Streams for an event loop, asked for on the loop itself.

To hand a load to a thread and back costs as much again as the load, and both threads wait for each
other meanwhile. Here loads that are wanted before the loop looks around share one statement, and
share the cache with the threads of the ledger.
"""

import asyncio
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import psycopg
import structlog

from adapters.answered import refuse, resolve
from adapters.eventstore.loading import StreamLoader
from adapters.eventstore.recorder import LOAD, loaded
from adapters.postgres.bounded import ANSWER_SECONDS_MAX
from adapters.postgres.questions import AskedPool
from domain.errors import TemporarilyUnavailable
from domain.ports import Stream

ATTEMPTS_MAX = 2
"""A read may be repeated on another connection once; then the caller is told."""

ATTEMPT_SECONDS_MAX = ANSWER_SECONDS_MAX / ATTEMPTS_MAX
"""Behind a server that stands still nobody waits longer for all attempts than for one answer."""

FOLDED_HERE_MAX = 200
"""More events than these are folded on a thread: the loop has others to serve."""

EVENT_BYTES = 256
"""A longer event counts as several: a summary of refusals has hundreds of rows."""

_Load = tuple[Collection[UUID], "asyncio.Future[dict[UUID, Stream]]"]

_log = structlog.get_logger(__name__)


class LoopLoads:
    """The loads of one event loop, through one pool."""

    def __init__(
        self,
        streams: StreamLoader,
        pool: AskedPool,
        *,
        attempt_seconds_max: float = ATTEMPT_SECONDS_MAX,
    ) -> None:
        self._streams = streams
        self._pool = pool
        self._attempt_seconds_max = attempt_seconds_max
        self._waiting: list[_Load] = []
        self._answering: set[asyncio.Task[None]] = set()

    async def load(self, wanted: Collection[UUID]) -> dict[UUID, Stream]:
        """Streams as they are in the database now, never staler than the call.

        Raises TemporarilyUnavailable, Gap.
        """
        answer: asyncio.Future[dict[UUID, Stream]] = asyncio.get_running_loop().create_future()
        self._waiting.append((wanted, answer))
        if len(self._waiting) == 1:
            answering = asyncio.ensure_future(self._answer_all())
            self._answering.add(answering)
            answering.add_done_callback(self._answering.discard)
        return await answer

    async def _answer_all(self) -> None:
        """Whoever has gone away meanwhile hears nothing."""
        waiting, self._waiting = self._waiting, []
        try:
            streams = await self._loaded({stream_id for ids, _ in waiting for stream_id in ids})
        except Exception as error:  # noqa: BLE001 - whoever waits is told, whatever it was
            _log.warning("load failed", requests=len(waiting), error=str(error))
            unavailable = isinstance(error, psycopg.Error)
            for _, answer in waiting:
                refuse(answer, TemporarilyUnavailable() if unavailable else error)
            return
        for ids, answer in waiting:
            resolve(answer, {stream_id: streams[stream_id] for stream_id in ids})

    async def _loaded(self, wanted: set[UUID]) -> dict[UUID, Stream]:
        """Raises psycopg.Error, Gap."""
        known = self._streams.known(wanted)
        rows = await self._rows(known)
        if _weight(rows) > FOLDED_HERE_MAX:
            return await asyncio.to_thread(self._streams.take_in, known, loaded(rows))
        return self._streams.take_in(known, loaded(rows))

    async def _rows(self, known: dict[UUID, Stream]) -> list[tuple[Any, ...]]:
        ids = ",".join([stream_id.hex for stream_id in known])
        versions = ",".join([str(stream.version) for stream in known.values()])
        params = {"ids": f"{{{ids}}}", "versions": f"{{{versions}}}", "fold": self._streams.fold}
        for attempt in range(1, ATTEMPTS_MAX + 1):
            try:
                async with asyncio.timeout(self._attempt_seconds_max):
                    return await self._pool.ask(LOAD, params, tuple)
            except (psycopg.OperationalError, TimeoutError) as error:
                if attempt == ATTEMPTS_MAX:
                    raise psycopg.OperationalError(str(error) or "no answer") from error
        raise AssertionError("unreachable")


def _weight(rows: Sequence[tuple[Any, ...]]) -> int:
    """How many events the rows of LOAD count as; a snapshot is one, for nothing of it is folded."""
    return sum(
        1 if topic is None else 1 + len(state) // EVENT_BYTES for _, _, topic, state, *_ in rows
    )
