"""What an hour refused beyond what was recorded, told once it is over."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import async_pool, connect
from adapters.relay.refusals import RefusalCounter
from domain.enforcement.refusals import BlockCount, BlocksCounted, PromptBlocked
from domain.event import Event
from domain.handlers import record_block
from domain.ids import AccountId, CharacterId, KeyId, moderation_id

NOON = datetime(2031, 1, 1, 12, 0, tzinfo=UTC)
ONE, TWO, UNKNOWN = (AccountId(UUID(int=n)) for n in (1, 2, 3))


class World:
    """Two accounts that were refused, and what is left to be counted of it."""

    def __init__(self, database_url: str, ledger: PostgresLedger) -> None:
        self.url = database_url
        self.ledger = ledger
        for account_id in (ONE, TWO):
            ledger.append(record_block(blocked(account_id))).result()

    def overflow(self, account_id: AccountId, hour: datetime, *counts: BlockCount) -> None:
        with connect(self.url, role="xavira_api") as connection:
            for count in counts:
                connection.execute(
                    "INSERT INTO moderation_overflow VALUES (%s, %s, %s, %s, %s)",
                    (account_id, hour, count.category, count.end_user or b"", count.blocks),
                )

    def tell(self, now: datetime) -> int:
        async def once() -> int:
            async with async_pool(self.url, role="xavira_work") as pool:
                counter = RefusalCounter(ledger=self.ledger, pool=pool, leading_seconds=lambda: 1.0)
                return await counter.tell(now)

        return asyncio.run(once())

    def told(self, account_id: AccountId) -> list[Event]:
        return [
            recorded.event
            for recorded in self.ledger.read(0, 1_000)
            if recorded.stream_id == moderation_id(account_id)
            and isinstance(recorded.event, BlocksCounted)
        ]

    def left(self) -> int:
        with connect(self.url, role="xavira_work") as connection:
            row = connection.execute("SELECT count(*) FROM moderation_overflow").fetchone()
        assert row is not None
        return int(row[0])


def blocked(account_id: AccountId) -> PromptBlocked:
    return PromptBlocked(
        account_id=account_id,
        livemode=True,
        claim=UUID(int=9),
        kind="image",
        character_id=CharacterId(UUID(int=2)),
        key_id=KeyId(UUID(int=3)),
        judge="lexicon",
        category="gore",
        policy_version="policy-2",
        at=NOON,
        end_user=None,
        sealed=b"sealed",
    )


@pytest.fixture
def world(migrated: str) -> Iterator[World]:
    with PostgresLedger(migrated, role="xavira_work") as ledger:
        yield World(migrated, ledger)


def test_an_hour_is_told_once_it_is_over(world: World) -> None:
    """One event for each account and hour, largest first; then nothing is left to count."""
    world.overflow(ONE, NOON, BlockCount("gore", None, 2), BlockCount("minor", b"u", 7))
    world.overflow(TWO, NOON, BlockCount("gore", None, 1))
    assert world.tell(NOON + timedelta(hours=1, minutes=4)) == 0
    assert world.tell(NOON + timedelta(hours=1, minutes=6)) == 2
    counts = (BlockCount("minor", b"u", 7), BlockCount("gore", None, 2))
    assert world.told(ONE) == [
        BlocksCounted(account_id=ONE, livemode=True, hour=NOON, counts=counts)
    ]
    assert len(world.told(TWO)) == 1
    assert world.left() == 0


def test_a_round_that_was_cut_off_tells_nothing_twice(world: World) -> None:
    """Rows that outlived their event are deleted without another one."""
    late = NOON + timedelta(hours=2)
    world.overflow(ONE, NOON, BlockCount("gore", None, 2))
    assert world.tell(late) == 1
    world.overflow(ONE, NOON, BlockCount("gore", None, 2))
    assert world.tell(late) == 1
    assert len(world.told(ONE)) == 1
    assert world.left() == 0


def test_counts_without_a_stream_do_not_stop_the_others(world: World) -> None:
    """An account that was never refused cannot overflow; its rows go, the next one is told."""
    world.overflow(UNKNOWN, NOON - timedelta(hours=1), BlockCount("gore", None, 2))
    world.overflow(TWO, NOON, BlockCount("gore", None, 1))
    assert world.tell(NOON + timedelta(hours=2)) == 2
    assert len(world.told(TWO)) == 1
    assert world.left() == 0
