"""Connections of threads and loops, when the server behind them stands still."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable, Iterator

import psycopg
import pytest

from adapters.postgres.bounded import BoundedAsyncConnection
from adapters.postgres.connections import async_pool, connect, conninfo
from adapters.postgres.prepared import Prepared
from adapters.postgres.questions import AskedPool
from tests.stack import wait_for


@contextlib.contextmanager
def standing_still(backend: int) -> Iterator[None]:
    """It answers nobody and closes nothing until the end of the block."""
    os.kill(backend, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(backend, signal.SIGCONT)


@pytest.mark.parametrize("in_transaction", [False, True])
def test_a_thread_gives_up_a_server_that_stands_still(
    migrated: str, *, in_transaction: bool
) -> None:
    """It is told that the connection is lost, whatever it was in the middle of."""
    with connect(migrated, role="xavira_work", patience_seconds=0.3) as connection:
        before = contextlib.nullcontext() if not in_transaction else connection.transaction()
        backend, lost = connection.info.backend_pid, pytest.raises(psycopg.OperationalError)
        with standing_still(backend), lost as told, before:
            connection.execute("SELECT 1")
        assert told.match("does not answer")
        assert connection.closed


@pytest.mark.parametrize("in_transaction", [False, True])
def test_a_statement_on_libpq_gives_up_a_server_that_stands_still(
    migrated: str, *, in_transaction: bool
) -> None:
    """So is who does without a cursor, with a statement that the server knew already."""
    asked = Prepared("asked", "SELECT $1::bigint")
    with connect(migrated, role="xavira_work", patience_seconds=0.3) as connection:
        assert asked(connection, [b"7"]).ntuples == 1
        before = contextlib.nullcontext() if not in_transaction else connection.transaction()
        backend, lost = connection.info.backend_pid, pytest.raises(psycopg.OperationalError)
        with lost as told, before, standing_still(backend):
            asked(connection, [b"7"])
        assert told.match("does not answer")
        assert connection.closed


def test_a_loop_gives_up_a_server_that_stands_still(migrated: str) -> None:
    """The same for who waits on an event loop."""

    async def scenario() -> bool:
        where = conninfo(migrated, role="xavira_work")
        connection = await BoundedAsyncConnection.connect(where, autocommit=True)
        connection.patience_seconds = 0.3
        backend, lost = connection.info.backend_pid, pytest.raises(psycopg.OperationalError)
        with standing_still(backend), lost as told:
            async with asyncio.timeout(60):
                await connection.execute("SELECT 1")
        assert told.match("does not answer")
        return connection.closed

    assert asyncio.run(scenario())


def test_a_refusal_of_the_server_ends_no_connection(migrated: str) -> None:
    """A lock that is not to be had in time is told by a server that answers: the connection, which
    has waited for less than its patience, goes on.
    """
    with (
        connect(migrated, role="xavira_work") as holder,
        connect(migrated, role="xavira_work", lock_timeout="50ms") as other,
        holder.transaction(),
    ):
        holder.execute("SELECT pg_advisory_xact_lock(815)")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            other.execute("SELECT pg_advisory_xact_lock(815)")
        assert other.execute("SELECT 5").fetchone() == (5,)


SOON_ENDED = {"idle_in_transaction_session_timeout": "50ms"}


def until_ended(observer: psycopg.Connection, backend: int) -> None:
    """Returns when the server has no such session any more."""
    query = "SELECT FROM pg_stat_activity WHERE pid = %s"
    wait_for(lambda: observer.execute(query, (backend,)).fetchone() is None)


def ask_a_cursor(connection: psycopg.Connection) -> None:
    """As most do."""
    connection.execute("SELECT 2")


def ask_libpq(connection: psycopg.Connection) -> None:
    """As those do who ask often."""
    Prepared("asked", "SELECT $1::bigint")(connection, [b"7"])


def ask_nothing(connection: psycopg.Connection) -> None:
    """Only to commit."""


@pytest.mark.parametrize("go_on", [ask_a_cursor, ask_libpq, ask_nothing])
def test_a_thread_that_stood_still_in_a_transaction_has_lost_its_connection(
    migrated: str, go_on: Callable[[psycopg.Connection], None]
) -> None:
    """The server ends such a session, so that nobody waits for its locks. Who comes back is told
    what everybody expects of a connection that is gone, and not that the server is at fault.
    """

    def stand_still(connection: psycopg.Connection) -> None:
        with connect(migrated, role="xavira_work") as observer, connection.transaction():
            connection.execute("SELECT 1")
            until_ended(observer, connection.info.backend_pid)
            go_on(connection)

    with connect(migrated, role="xavira_work", **SOON_ENDED) as connection:
        with pytest.raises(psycopg.OperationalError, match="idle-in-transaction"):
            stand_still(connection)
        assert connection.closed


def test_a_loop_that_stood_still_in_a_transaction_has_lost_its_connection(migrated: str) -> None:
    """The same with a connection of a pool, which makes another for the next one."""

    async def stand_still(pool: AskedPool) -> None:
        async with pool.connection() as connection, connection.transaction():
            await connection.execute("SELECT 1")
            with connect(migrated, role="xavira_work") as observer:
                until_ended(observer, connection.info.backend_pid)
            await connection.execute("SELECT 2")

    async def scenario() -> None:
        async with async_pool(migrated, role="xavira_work", size_max=1, **SOON_ENDED) as pool:
            with pytest.raises(psycopg.OperationalError, match="idle-in-transaction"):
                await stand_still(pool)
            async with pool.connection() as connection:
                cursor = await connection.execute("SELECT 3")
                assert await cursor.fetchone() == (3,)

    asyncio.run(scenario())


def test_a_pool_gives_up_a_server_that_stands_still_while_it_looks_at_it(migrated: str) -> None:
    """A connection with news on its socket is looked at before it is lent; whoever wants it is told
    in the pool's time, not the server's.
    """

    async def scenario() -> None:
        async with async_pool(
            migrated, role="xavira_work", size_max=1, patience_seconds=0.3
        ) as pool:
            async with pool.connection() as connection:
                await connection.execute("LISTEN news")
                backend = connection.info.backend_pid
            with connect(migrated, role="xavira_work") as other:
                other.execute("NOTIFY news")
            await until_readable(connection)
            with standing_still(backend):
                async with asyncio.timeout(60):
                    async with pool.connection() as another:
                        await another.execute("SELECT 1")
                        assert another.info.backend_pid != backend

    asyncio.run(scenario())


async def until_readable(connection: psycopg.AsyncConnection) -> None:
    """Returns when the socket has something to say."""
    loop, readable = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(connection.pgconn.socket, readable.set)
    try:
        async with asyncio.timeout(60):
            await readable.wait()
    finally:
        loop.remove_reader(connection.pgconn.socket)
