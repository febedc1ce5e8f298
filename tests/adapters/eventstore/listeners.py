"""Sessions that listen for new events, as an operator sees them."""

from typing import LiteralString

import psycopg

_THEIRS: LiteralString = (
    " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND state = 'idle' AND query LIKE '%FROM stored_events WHERE notification_id >%'"
)


def end_listeners(database_url: str) -> int:
    """Ends the sessions whose last statement a follower sent; how many there were."""
    with psycopg.connect(database_url, autocommit=True) as superuser:
        return len(superuser.execute("SELECT pg_terminate_backend(pid)" + _THEIRS).fetchall())


def listeners(database_url: str) -> list[int]:
    """The server's processes that serve them."""
    with psycopg.connect(database_url, autocommit=True) as superuser:
        return [pid for (pid,) in superuser.execute("SELECT pid" + _THEIRS).fetchall()]
