"""Advisory locks: none is another one, and none has another number than in older releases."""

import psycopg

from adapters.eventstore.append_call import APPEND_LOCK, APPEND_LOCK_BOOKS
from adapters.postgres import locks
from adapters.postgres.locks import LOCKS, Lock

APPENDS = [Lock((APPEND_LOCK, book)) for book in APPEND_LOCK_BOOKS.values()]


def test_no_lock_is_another_one() -> None:
    """Each stands at a place of its own, those of the log among them."""
    places = {lock.place for lock in (*LOCKS, *APPENDS)}
    assert len(places) == len(LOCKS) + len(APPENDS) == 14


def test_numbers_stay() -> None:
    """An older release that still runs during an upgrade knows the same ones."""
    assert [lock.numbers for lock in LOCKS] == [
        (0x58415649,),
        (0x58415645,),
        (0x58415643,),
        (0x58415653,),
        (0x58415657,),
        (0x58415658,),
        (0x58415652,),
        (0x58415654,),
        (0x58415657, 1),
        (0x58415657, 2),
        (5776566069002935907,),
        (4598106866427245112,),
    ]


def test_the_dispatchers_locks_are_their_hashed_names(migrated: str) -> None:
    """As older releases had PostgreSQL compute them."""
    names = ["xavira_dispatcher_live", "xavira_dispatcher_test"]
    with psycopg.connect(migrated) as connection:
        query = "SELECT hashtextextended(name, 0) FROM unnest(%s::text[]) AS name"
        hashes = connection.execute(query, (names,)).fetchall()
    assert hashes == [locks.DISPATCHER["live"].numbers, locks.DISPATCHER["test"].numbers]


def test_postgresql_shows_each_at_its_place(migrated: str) -> None:
    """All of them can be held at once, and `pg_locks` has just their places; a key below 0 too."""
    every = [*LOCKS, *APPENDS, Lock((-815,))]
    with psycopg.connect(migrated, autocommit=True) as holder:
        for lock in every:
            marks = ", ".join("%s" for _ in lock.numbers)
            holder.execute(f"SELECT pg_advisory_lock({marks})".encode(), lock.numbers)
        shown = holder.execute(
            "SELECT classid::bigint, objid::bigint, objsubid FROM pg_locks"
            " WHERE locktype = 'advisory' AND pid = pg_backend_pid()"
        ).fetchall()
    assert sorted(shown) == sorted(lock.place for lock in every)
