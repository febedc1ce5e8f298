"""A swap like that of a rebuild, made while somebody begins to read."""

import threading
from collections.abc import Callable
from typing import TypeVar

import psycopg

from projections.registry import PROJECTIONS
from tests.stack import wait_for

Answer = TypeVar("Answer")

_WAITING = """
SELECT count(*) FROM pg_locks WHERE NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def read_during_a_swap(url: str, name: str, read: Callable[[], Answer]) -> Answer:
    """What `read` says, begun when the tables of a projection were about to be swapped for others
    with the very same rows, and ended after it.
    """
    answers: list[Answer] = []
    reader = threading.Thread(target=lambda: answers.append(read()))
    book = "-c search_path=xavira_live"
    tables = PROJECTIONS[name].tables
    with (
        psycopg.connect(url, autocommit=True, options=book) as watcher,
        psycopg.connect(url, options=book) as owner,
    ):
        owner.execute(f"LOCK TABLE {', '.join(tables)} IN ACCESS EXCLUSIVE MODE")
        reader.start()
        wait_for(lambda: watcher.execute(_WAITING).fetchone() != (0,))
        for table in tables:
            owner.execute(f"CREATE TABLE fresh_{table} (LIKE {table} INCLUDING ALL)")
            owner.execute(f"INSERT INTO fresh_{table} SELECT * FROM {table}")
            owner.execute(f"GRANT SELECT ON fresh_{table} TO xavira_api, xavira_work")
            owner.execute(f"DROP TABLE {table}")
            owner.execute(f"ALTER TABLE fresh_{table} RENAME TO {table}")
    reader.join()
    (answer,) = answers
    return answer
