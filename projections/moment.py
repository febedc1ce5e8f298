"""Several reads as of one moment, whatever a rebuild swaps meanwhile.

A snapshot alone is not enough: it finds a table by its name as it is now, and of a table that was
swapped in since it sees only what was written before it. Such a read would be wrong, and not fail.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import Connection, IsolationLevel, sql


@contextmanager
def one_moment(connection: Connection[Any], *tables: str) -> Iterator[None]:
    """All reads inside see one snapshot; one table of each projection that is read must be named.

    Those are held before the snapshot is taken, so their projections are swapped before or after,
    and never in between. The connection is switched to a snapshot and back.
    """
    before = connection.isolation_level
    connection.isolation_level = IsolationLevel.REPEATABLE_READ
    try:
        with connection.transaction():
            held = sql.SQL(", ").join(map(sql.Identifier, tables))
            connection.execute(sql.SQL("LOCK TABLE {} IN ACCESS SHARE MODE").format(held))
            yield
    finally:
        if not connection.closed:  # whoever lost it is told why
            connection.isolation_level = before
