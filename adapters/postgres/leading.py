"""One process of a deployment at a time does a thing: who holds its lock, for as long as its
connection lives.
"""

import threading
from typing import Any, LiteralString

from psycopg import Connection

from adapters.postgres.locks import Lock

LOOK_SECONDS = 0.5

_TRY: dict[int, LiteralString] = {
    1: "SELECT pg_try_advisory_lock(%s)",
    2: "SELECT pg_try_advisory_lock(%s, %s)",
}


def lead(
    connection: Connection[Any],
    halted: threading.Event,
    lock: Lock,
    *,
    look_seconds: float = LOOK_SECONDS,
) -> bool:
    """Waits for an advisory lock; False when `halted` was set first.

    Whoever writes on this very connection cannot write any more once the lock is lost.
    """
    while not halted.is_set():
        row = connection.execute(_TRY[len(lock.numbers)], lock.numbers).fetchone()
        if row is not None and row[0]:
            return True
        halted.wait(look_seconds)
    return False
