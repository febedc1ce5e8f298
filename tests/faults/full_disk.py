"""PostgreSQL as it is when it finds no space for the log."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg


@contextmanager
def full_disk(database_url: str, when: str = "statement") -> Iterator[None]:
    """It says so at once, or at `commit`."""
    moment = "INITIALLY DEFERRED" if when == "commit" else "NOT DEFERRABLE"
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("SET search_path TO xavira_live")
        connection.execute("""
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
            END $$""")
        connection.execute(
            "CREATE CONSTRAINT TRIGGER full_disk AFTER INSERT ON stored_events"
            f" {moment} FOR EACH ROW EXECUTE FUNCTION full_disk()"
        )
        try:
            yield
        finally:
            connection.execute("DROP FUNCTION full_disk CASCADE")
