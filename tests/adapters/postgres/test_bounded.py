"""Connections of threads and loops, when the server behind them stands still."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Iterator

import psycopg
import pytest

from adapters.postgres.bounded import BoundedAsyncConnection
from adapters.postgres.connections import connect, conninfo
from adapters.postgres.prepared import Prepared


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
