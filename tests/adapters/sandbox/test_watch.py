"""When the process of the test book runs, and when it does not."""

import asyncio
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from adapters.accounts.opening import issue_test_key
from adapters.eventstore import PostgresLedger
from adapters.postgres.bounded import BoundedAsyncConnection
from adapters.postgres.locks import TEST_BOOK
from adapters.sandbox.watch import SandboxWatch, leads, stop_when_idle
from adapters.vault import MasterKey
from domain.ids import AccountId
from tests.stack import wait_for

SECONDS_MAX = 120.0


class Standing:
    """A process that notes its starts, and ends when it is told how."""

    def __init__(self) -> None:
        self.starts = 0
        self.stops = 0
        self.status: int | None = None

    def start(self) -> bool:
        self.starts += 1
        self.status = None
        return True

    def poll(self) -> int | None:
        return self.status

    def stop(self) -> None:
        self.stops += 1


@pytest.fixture
def ledger(migrated: str) -> Iterator[PostgresLedger]:
    with PostgresLedger(migrated, role="xavira_work", book="test") as ledger:
        yield ledger


def _issue(ledger: PostgresLedger) -> None:
    issue_test_key(ledger, MasterKey(b"\x01" * 32), AccountId(uuid4())).appended.result(10)


def test_an_event_starts_the_process_and_the_end_stops_it(
    migrated: str, ledger: PostgresLedger
) -> None:
    """An empty book starts nothing; one that ended with a status of 0 comes back when needed."""
    process = Standing()

    async def story() -> None:
        stop = asyncio.Event()
        watching = asyncio.create_task(SandboxWatch(migrated, process).run(stop))
        with psycopg.connect(migrated, autocommit=True) as connection:
            await asyncio.to_thread(wait_for, lambda: _looked(connection))
        assert process.starts == 0
        await asyncio.to_thread(_issue, ledger)
        await asyncio.to_thread(wait_for, lambda: process.starts == 1)
        process.status = 0
        await asyncio.to_thread(wait_for, lambda: process.starts == 2)
        stop.set()
        await watching

    asyncio.run(asyncio.wait_for(story(), SECONDS_MAX))
    assert process.stops == 1


def _looked(connection: "psycopg.Connection[Any]") -> bool:
    """Whether the watch has asked its question."""
    row = connection.execute(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE query LIKE '%dispatch_queue%' AND pid <> pg_backend_pid()"
    ).fetchone()
    return row is not None and row[0] > 0


def test_the_process_stays_while_there_is_something_to_do(
    migrated: str, ledger: PostgresLedger
) -> None:
    """Bytes to remove and events nobody has followed keep it; without any it ends by itself."""

    async def ended_within(seconds: float) -> bool:
        waiting = stop_when_idle(migrated, asyncio.Event(), idle_seconds=1.0)
        try:
            await asyncio.wait_for(waiting, seconds)
        except TimeoutError:
            return False
        return True

    assert asyncio.run(ended_within(SECONDS_MAX))
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute("INSERT INTO xavira_test.removals (generation_id) VALUES (%s)", (uuid4(),))
        assert not asyncio.run(ended_within(4.0))
        owner.execute("DELETE FROM xavira_test.removals")
    _issue(ledger)
    assert not asyncio.run(ended_within(4.0))


def test_another_lock_with_the_same_number_is_no_lead(migrated: str) -> None:
    """One lock of a pair of numbers, its second the watch's, does not make its session lead; the
    lock itself does, however often it is asked for.
    """
    [number] = TEST_BOOK.numbers

    async def story() -> list[bool]:
        async with (
            await BoundedAsyncConnection.connect(migrated, autocommit=True) as other,
            await BoundedAsyncConnection.connect(migrated, autocommit=True) as session,
        ):
            await other.execute("SELECT pg_advisory_lock(%s)", (number,))
            await session.execute("SELECT pg_advisory_lock(1, %s)", (number,))
            while_held = await leads(session)
            await other.execute("SELECT pg_advisory_unlock(%s)", (number,))
            return [while_held, await leads(session), await leads(session)]

    assert asyncio.run(asyncio.wait_for(story(), SECONDS_MAX)) == [False, True, True]
