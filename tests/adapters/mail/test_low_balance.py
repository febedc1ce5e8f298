"""The warning of a low balance: once for each crossing, whatever happens to the process."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from adapters.eventstore import PostgresLedger
from adapters.mail.low_balance import LowBalances
from adapters.mail.texts import Facts, text_of
from adapters.postgres.connections import connect
from domain.generation import GenerationFailed
from domain.handlers import end_generation
from domain.ids import AccountId, CharacterId, GenerationId
from tests import builders


@pytest.fixture
def ledger(migrated: str) -> Iterator[PostgresLedger]:
    with PostgresLedger(migrated, role="xavira_work") as ledger:
        yield ledger


class World:
    """An account with 25 credits, and the reaction that follows it."""

    def __init__(self, database_url: str, ledger: PostgresLedger) -> None:
        self.ledger = ledger
        self.url = database_url
        self.account_id, self.character_id = AccountId(uuid4()), CharacterId(uuid4())
        row = {"account_id": self.account_id, "sealed_email": b"sealed"}
        self.run(builders.opened(self.account_id, builders.GroundRow(table="accounts", values=row)))
        self.run(builders.created(self.account_id, self.character_id))

    def run(self, command: Any) -> None:
        self.ledger.append(command).result()

    def draw(self, count: int) -> list[GenerationId]:
        drawn = [GenerationId(uuid4()) for _ in range(count)]
        for generation_id in drawn:
            self.run(builders.requested(self.account_id, self.character_id, generation_id))
        return drawn

    def follow(self, *, batch: int = 1_000, threshold: int | None = 10, since: int = 0) -> None:
        """Follows the log to its end, as a process that just started does."""
        reaction = LowBalances(threshold=threshold)
        with connect(self.url, role="xavira_work") as connection:
            after = reaction.start(connection, head=since)
            while events := self.ledger.read(after, batch):
                reaction.note(connection, events)
                after = events[-1].position

    def told(self) -> list[int]:
        """The balances that the holder was told of, in order."""
        with psycopg.connect(self.url) as connection:
            query = "SELECT (facts ->> 'available')::int FROM xavira_ground.mails ORDER BY mail_id"
            return [row[0] for row in connection.execute(query)]

    def set_threshold(self, value: int) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            query = "UPDATE xavira_ground.accounts SET low_credits = %s"
            connection.execute(query, (value,))


@pytest.fixture
def world(migrated: str, ledger: PostgresLedger) -> World:
    return World(migrated, ledger)


@pytest.mark.parametrize("batch", [1, 3, 1_000])
def test_each_crossing_is_told_once(world: World, batch: int) -> None:
    """However the log is cut into batches, and however often the process starts again."""
    drawn = world.draw(17)
    world.follow(batch=batch)
    world.follow(batch=batch)
    assert world.told() == [9]
    failed = GenerationFailed(attempt=1, reason="engine_failed")
    for generation_id in drawn[:4]:
        world.run(end_generation(world.account_id, generation_id, failed))
    world.draw(3)
    world.follow(batch=batch)
    assert world.told() == [9, 9]
    world.run(builders.granted(world.account_id, 5))
    world.draw(1)
    world.follow(batch=batch)
    assert world.told() == [9, 9]


def test_an_account_has_its_own_threshold(world: World) -> None:
    """Also where the operator tells nobody."""
    world.set_threshold(20)
    world.draw(17)
    world.follow(threshold=None)
    assert world.told() == [19]


def test_nobody_is_told_of_what_was_before_the_first_start(world: World) -> None:
    """It is counted, so that the next crossing is found."""
    world.draw(17)
    world.follow(since=world.ledger.head())
    assert world.told() == []
    world.run(builders.granted(world.account_id, 2))
    world.draw(1)
    world.follow(since=world.ledger.head())
    assert world.told() == [9]


def test_a_process_that_dies_in_a_batch_tells_nothing_twice(world: World) -> None:
    """Counts, mails and position are one transaction."""
    world.draw(17)
    reaction = LowBalances(threshold=10)
    with connect(world.url, role="xavira_work") as connection:
        reaction.start(connection, head=0)
        with suppress(ZeroDivisionError), connection.transaction():
            reaction.note(connection, world.ledger.read(0, 1_000))
            raise ZeroDivisionError
    assert world.told() == []
    world.follow()
    assert world.told() == [9]


def test_the_mail_says_what_is_left() -> None:
    """And what happens when it is empty."""
    subject, text = text_of("credits_low", Facts(available=10, threshold=10), link="")
    assert subject == "10 credits are left"
    assert "402" in text
