"""Work that is done again every so often, by the one process that leads."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import psycopg

from adapters.postgres.away import pause_after, tell_waiting
from domain.errors import TemporarilyUnavailable
from domain.objects import StoreUnavailable


async def go_rounds(
    work: Callable[[], Awaitable[object]],
    stop: asyncio.Event,
    *,
    seconds: float,
    leading_seconds: Callable[[], float | None],
    part: str,
    waits: str,
) -> None:
    """Works until `stop` is set, with a pause before each round.

    A database or a store that cannot be reached costs a round, which the log tells as `waits`;
    what the database refuses is counted under the name of `part` as well.
    """
    pause = seconds
    while not stop.is_set():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
        pause = seconds
        if not stop.is_set() and leading_seconds() is not None:
            try:
                await work()
            except (StoreUnavailable, TemporarilyUnavailable, psycopg.OperationalError) as error:
                tell_waiting(part, error, waits)
                pause = pause_after(error, seconds)
