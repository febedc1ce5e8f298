"""One process of a deployment at a time does a thing: who holds its lock, for as long as its
connection lives.
"""

import threading
from collections.abc import Callable
from typing import Any, LiteralString

import structlog
from psycopg import Connection

from adapters.postgres.away import is_away
from adapters.postgres.locks import Lock
from adapters.telemetry import metrics

LOOK_SECONDS = 0.5
RETRY_SECONDS = 0.5
BROKEN_SECONDS = 10.0
"""What broke by a mistake of ours is tried again after so long: it skips nothing, and it is heard
each time. So is what the database refuses for a reason that does not pass by itself.
"""

_TRY: dict[int, LiteralString] = {
    1: "SELECT pg_try_advisory_lock(%s)",
    2: "SELECT pg_try_advisory_lock(%s, %s)",
}

_log = structlog.get_logger(__name__)


def lead_until(
    halted: threading.Event,
    part: str,
    lock: Lock,
    connect: Callable[[], Connection[Any]],
    work: Callable[[Connection[Any]], None],
    *,
    look_seconds: float = LOOK_SECONDS,
    broken_seconds: float = BROKEN_SECONDS,
) -> None:
    """Works on a connection that holds the lock, on one after the other, until `halted` is set.
    `work` returns when that is set.

    The outermost loop of a thread: neither a database that is away nor a mistake of ours ends it,
    or the others in its process. A mistake is logged, and counted under the name of `part`, and so
    is an error of the database that does not pass by itself.
    """
    while not halted.is_set():
        try:
            with connect() as connection:
                if _lead(connection, lock, halted, look_seconds):
                    work(connection)
        except Exception as error:  # noqa: BLE001 - the thread's outermost loop
            if is_away(error):
                _log.warning("waits for the database", part=part, error=repr(error))
                halted.wait(RETRY_SECONDS)
                continue
            metrics.count("xavira_part_breaks_total", part)
            _log.exception("broke, and is tried again", part=part, seconds=broken_seconds)
            halted.wait(broken_seconds)


def _lead(
    connection: Connection[Any], lock: Lock, halted: threading.Event, look_seconds: float
) -> bool:
    """Waits for the lock; False when `halted` was set first.

    Whoever writes on this very connection cannot write any more once the lock is lost.
    """
    while not halted.is_set():
        row = connection.execute(_TRY[len(lock.numbers)], lock.numbers).fetchone()
        if row is not None and row[0]:
            return True
        halted.wait(look_seconds)
    return False
