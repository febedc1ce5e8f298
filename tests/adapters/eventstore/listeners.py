"""Sessions that listen for new events, as an operator sees them."""

import psycopg


def end_listeners(database_url: str) -> int:
    """Ends the sessions whose last statement a follower sent; how many there were."""
    with psycopg.connect(database_url, autocommit=True) as superuser:
        ended = superuser.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
            " current_database() AND pid <> pg_backend_pid() AND state = 'idle'"
            " AND query LIKE '%FROM stored_events WHERE notification_id >%'"
        )
        return len(ended.fetchall())
