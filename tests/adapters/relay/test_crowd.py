"""A long queue is reckoned by numbers: near enough, and asked once for all who want to know."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from typing import Any
from uuid import UUID

import psycopg
import pytest

from adapters.postgres.connections import async_pool, connect
from adapters.relay import crowd, queue
from adapters.relay.places import QueueReader, Seconds
from domain.ids import AccountId

pytestmark = pytest.mark.processes

ACCOUNTS = 40
FILL = """
    INSERT INTO dispatch_queue (work_id, account_id, kind, pool, position)
    SELECT lpad(to_hex(n), 32, '0')::uuid, lpad(to_hex(n % 40 + 1), 32, '0')::uuid, 'image',
        'default', n
    FROM generate_series(1, 2400) n
"""
"""Sixty pieces of each of forty accounts, in turn."""

SHARES = """
    INSERT INTO account_weights (account_id, weight)
    SELECT lpad(to_hex(n), 32, '0')::uuid, 1 + n % 4 FROM generate_series(1, 39, 2) n
"""
TURNS = """
    INSERT INTO dispatch_turns (pool, account_id, turn)
    SELECT 'default', lpad(to_hex(n), 32, '0')::uuid, n / 2.0 FROM generate_series(1, 40, 3) n
"""

Session = psycopg.Connection[Any]
Told = Callable[[QueueReader], Awaitable[Any]]


@pytest.fixture
def session(migrated: str) -> Iterator[Session]:
    """A dispatcher's session on a queue of 2,400 pieces of work."""
    with connect(migrated, role="xavira_work") as connection:
        connection.execute("INSERT INTO dispatch_pools (pool, virtual_time) VALUES ('default', 5)")
        for statement in (FILL, SHARES, TURNS):
            connection.execute(statement)
        yield connection


def _ask(database_url: str, told: Told) -> Any:
    async def scenario() -> Any:
        async with async_pool(database_url, role="xavira_api") as pool:
            reader = QueueReader(pool, {"image": Seconds(1.0, 2.0)})
            await reader.depth("default")
            return await told(reader)

    return asyncio.run(scenario())


def test_moments_in_order_tell_what_counting_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of hundreds of accounts whose work is due at the same moments and at others."""
    drawn = random.Random(7)
    waiting = [
        crowd.Waiting(
            UUID(int=number),
            drawn.randint(1, 9),
            drawn.choice([5.0, 5.5, 6.25, 7.0]),
            drawn.choice([1, 2, 4]),
        )
        for number in range(300)
    ]
    asked = [crowd.Own("default", "queued", "image", each.account_id, 1) for each in waiting]

    def places() -> list[queue.QueuePlace]:
        numbers = crowd.Crowd(waiting, in_flight=1, slots=4, virtual_time=5.0)
        return [numbers.place(own) for own in asked]

    in_order = places()
    monkeypatch.setattr(crowd, "DUE_MAX", 0)
    assert in_order == places()


def test_places_in_a_long_queue_are_near_enough(session: Session, migrated: str) -> None:
    """Within half of the forty that may be due at the same moment, from the first to the last."""
    works = [UUID(int=number) for number in (1, 2, 40, 41, 777, 1200, 1999, 2399, 2400)]

    async def told(reader: QueueReader) -> list[int]:
        places = [await reader.place(work_id) for work_id in works]
        return [place.position or 0 for place in places if place is not None]

    exact = [queue.queue_places(session, work_id) for work_id in works]
    reckoned = _ask(migrated, told)
    off = [abs(a - b.position) for a, b in zip(reckoned, exact, strict=True) if b is not None]
    assert len(off) == len(works)
    assert max(off) <= ACCOUNTS / 2


def test_places_of_several_in_a_long_queue_are_those_of_each(
    session: Session, migrated: str
) -> None:
    """Of queued work alone."""
    works = [UUID(int=number) for number in (1, 2, 40, 41, 1999, 2400)]

    async def told(reader: QueueReader) -> tuple[Any, Any]:
        each = {work_id: await reader.place(work_id) for work_id in works}
        return each, await reader.places([*works, UUID(int=9999)])

    each, together = _ask(migrated, told)
    assert together == each
    assert None not in each.values()


def test_an_expected_place_in_a_long_queue_is_exact(session: Session, migrated: str) -> None:
    """Of accounts with any share, and of one that has nothing there."""
    accounts = [AccountId(UUID(int=number)) for number in (1, 2, 3, 4, 39, 40, 999)]

    async def told(reader: QueueReader) -> list[int | None]:
        places = [
            await reader.expected(account_id, pool_name="default", kind="image")
            for account_id in accounts
        ]
        return [None if place is None else place.position for place in places]

    exact = [
        queue.expected_place(session, account_id, pool="default", kind="image").position
        for account_id in accounts
    ]
    assert _ask(migrated, told) == exact


def test_a_long_queue_is_looked_at_once_for_all(
    session: Session, migrated: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came a moment later is not in the numbers, and a queue that is short again is exact."""

    async def told(reader: QueueReader) -> tuple[int, int, int]:
        monkeypatch.setattr(crowd, "LOOK_SECONDS", 3600.0)
        first = await reader.depth("default")
        session.execute("DELETE FROM dispatch_queue WHERE position > 10")
        second = await reader.depth("default")
        monkeypatch.setattr(crowd, "LOOK_SECONDS", 0.0)
        return first, second, await reader.depth("default")

    assert _ask(migrated, told) == (2400, 2400, 10)


def test_work_that_is_not_there_has_no_place_in_a_long_queue(
    session: Session, migrated: str
) -> None:
    """Nor has work that was released a position."""
    session.execute(
        "UPDATE dispatch_queue SET state = 'released', attempt = 1, token = 'x' WHERE position = 7"
    )

    async def told(reader: QueueReader) -> tuple[Any, Any]:
        return await reader.place(UUID(int=5000)), await reader.place(UUID(int=7))

    nothing, released = _ask(migrated, told)
    assert nothing is None
    assert (released.position, released.p50_seconds) == (None, 1.0)


def test_what_is_queued_before_each_is_that_of_its_own_account_and_pool(
    session: Session, migrated: str
) -> None:
    """However many are asked for together; neither what waits elsewhere nor what was released."""
    session.execute("UPDATE dispatch_queue SET pool = 'other' WHERE position % 3 = 0")
    session.execute(
        "UPDATE dispatch_queue SET state = 'released', attempt = 1, token = 'x'"
        " WHERE position % 7 = 0"
    )
    rows = session.execute(
        "SELECT work_id, pool, account_id, position, state FROM dispatch_queue"
    ).fetchall()
    asked = [row for row in rows if row[3] % 5 == 1 or row[3] % 40 == 14]
    assert {row[4] for row in asked} == {"queued", "released"}

    async def told() -> dict[UUID, crowd.Own]:
        async with async_pool(migrated, role="xavira_api") as pool, pool.connection() as connection:
            return await crowd.read_own(connection, [row[0] for row in asked])

    ahead = {work_id: own.ahead for work_id, own in asyncio.run(told()).items()}
    assert ahead == {
        row[0]: sum(
            each[4] == "queued" and each[1:3] == row[1:3] and each[3] < row[3] for each in rows
        )
        for row in asked
    }
