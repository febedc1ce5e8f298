"""Lists: keyset pages, filters, other people's rows, and the same row as a folded stream."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import psycopg
import pytest

from domain.generation import Status
from domain.ids import AccountId
from projections import balances, characters, generations, statements
from projections.generations import GenerationFilter as Filter
from projections.generations import GenerationRow, ShownGeneration
from projections.query import Query, fetch_all, fetch_all_async, fetch_one
from tests.projections.driving import project, shown
from tests.projections.histories import START, History, end_user, tag

Database = psycopg.Connection[Any]


@pytest.fixture
def history(worker: Database) -> History:
    """A projected random history."""
    history = History(seed=51).grow(600)
    project(worker, history)
    return history


def test_pages_of_generations_join_to_the_whole_list(history: History, reader: Database) -> None:
    """Pages of seven hold every generation exactly once, newest first."""
    account_id = history.accounts[0]
    expected = [one for account, one in reversed(history.generations) if account == account_id]
    seen: list[UUID] = []
    cursor = None
    while page := fetch_all(
        reader, generations.list_generations(account_id, limit=7, cursor=cursor)
    ):
        seen += [row.generation_id for row in page]
        cursor = page[-1].position
    assert seen == expected


def test_generations_are_filtered(history: History, reader: Database) -> None:
    """Character, kind and status filters leave exactly the rows that match all of them."""
    account_id = history.accounts[0]
    rows = fetch_all(reader, generations.list_generations(account_id, limit=100))
    character_id = rows[0].character_id
    found = fetch_all(
        reader,
        generations.list_generations(
            account_id,
            limit=100,
            only=Filter(character_id=character_id, kind="image", status="completed"),
        ),
    )
    expected = [
        row
        for row in rows
        if (row.character_id, row.kind, row.status) == (character_id, "image", "completed")
    ]
    assert found == expected
    query = generations.list_generations(account_id, limit=100, only=Filter(kind="video"))
    assert {row.kind for row in fetch_all(reader, query)} == {"video"}


def test_generations_are_found_by_label(history: History, reader: Database) -> None:
    """One label, or several that must all be there; labels of another account find nothing."""
    mine, other = history.accounts[:2]
    for labels in ((tag(mine, 1),), (tag(mine, 1), tag(mine, 2)), (end_user(mine, 0),)):
        query = generations.list_generations(mine, limit=100, only=Filter(labels=labels))
        expected = [
            one
            for account, one in reversed(history.generations)
            if account == mine and set(labels) <= set(history.labels.get(one, ()))
        ]
        assert [row.generation_id for row in fetch_all(reader, query)] == expected
        assert expected
        query = generations.list_generations(other, limit=100, only=Filter(labels=labels))
        assert fetch_all(reader, query) == []


def test_generations_are_found_by_time(history: History, reader: Database) -> None:
    """From the first moment on and before the second one, page by page."""
    account_id = history.accounts[0]
    rows = fetch_all(reader, generations.list_generations(account_id, limit=100))
    newer, older = rows[5], rows[-5]
    only = Filter(created_from=older.created_at, created_before=newer.created_at)
    query = generations.list_generations(account_id, limit=100, only=only)
    assert fetch_all(reader, query) == rows[6:-4]
    query = generations.list_generations(account_id, limit=3, cursor=rows[10].position, only=only)
    assert fetch_all(reader, query) == rows[11:14]
    never = Filter(created_from=history.clock.now + timedelta(days=1))
    query = generations.list_generations(account_id, limit=100, only=never)
    assert fetch_all(reader, query) == []


def test_nobody_lists_another_accounts_rows(history: History, reader: Database) -> None:
    """A foreign character id filters to nothing; an unknown account has nothing."""
    mine, other = history.accounts[:2]
    foreign = history.characters[other][0]
    query = generations.list_generations(mine, limit=100, only=Filter(character_id=foreign))
    assert fetch_all(reader, query) == []
    nobody = AccountId(UUID(int=1))
    assert fetch_all(reader, generations.list_generations(nobody, limit=100)) == []
    assert fetch_all(reader, characters.list_characters(nobody, limit=100)) == []
    assert fetch_one(reader, balances.balance(nobody)) is None


def test_a_listed_row_equals_the_folded_stream(history: History, reader: Database) -> None:
    """What a list says of a generation or character is what its own stream says."""
    streams = history.ledger.load(
        [one for _, one in history.generations]
        + [one for account in history.accounts for one in history.characters[account]]
    ).result()
    compared = 0
    whole = "SELECT * FROM generations WHERE account_id = %(id)s ORDER BY position DESC LIMIT 100"
    for account_id in history.accounts:
        rows = fetch_all(reader, Query(whole, {"id": account_id}, GenerationRow))
        for row in rows:
            folded = generations.generation_row(row.generation_id, streams[row.generation_id])
            assert msgspec.structs.replace(row, position=0) == folded
            compared += 1
        listed_rows = fetch_all(reader, generations.list_generations(account_id, limit=100))
        assert listed_rows == [shown(row) for row in rows]
        for listed in fetch_all(reader, characters.list_characters(account_id, limit=100)):
            known = characters.character_row(listed.character_id, streams[listed.character_id])
            assert msgspec.structs.replace(listed, position=0) == known
            compared += 1
    assert compared > 100


def test_characters_are_listed_newest_first(history: History, reader: Database) -> None:
    """Two pages hold the account's characters in reverse order of creation."""
    account_id = history.accounts[0]
    expected = list(reversed(history.characters[account_id]))
    first = fetch_all(reader, characters.list_characters(account_id, limit=1))
    rest = fetch_all(
        reader, characters.list_characters(account_id, limit=100, cursor=first[0].position)
    )
    assert [row.character_id for row in first + rest] == expected


def test_a_statement_adds_up(history: History, reader: Database) -> None:
    """Each balance is the one before plus the amount, from first entry to booked balance."""
    account_id = history.accounts[0]
    entries: list[statements.EntryRow] = []
    cursor = None
    while page := fetch_all(reader, statements.list_statement(account_id, limit=9, cursor=cursor)):
        entries += page
        cursor = page[-1].position
    balance = 0
    for entry in entries:
        balance += entry.amount
        assert entry.balance == balance
    assert (entries[0].kind, entries[0].amount, entries[0].balance) == ("granted", 25, 25)
    row = fetch_one(reader, balances.balance(account_id))
    assert row is not None
    assert row.booked == balance


def test_a_statement_reads_backwards_too(history: History, reader: Database) -> None:
    """Newest first, page by page, is the reverse of oldest first."""
    account_id = history.accounts[0]
    forward = fetch_all(reader, statements.list_statement(account_id, limit=20))
    last = forward[-1].position
    backward = fetch_all(
        reader,
        statements.list_statement(account_id, limit=100, cursor=last + 1, newest_first=True),
    )
    assert backward == forward[::-1]


def test_a_statement_as_of_leaves_out_what_came_later(history: History, reader: Database) -> None:
    """A position, and the position that a time resolves to, cut the statement at the same place."""
    account_id = history.accounts[0]
    forward = fetch_all(reader, statements.list_statement(account_id, limit=10))
    cut = forward[4]
    at = fetch_one(reader, statements.position_at(account_id, cut.recorded_at))
    assert at is not None
    assert at.position >= cut.position
    query = statements.list_statement(account_id, limit=100, as_of_position=cut.position)
    assert fetch_all(reader, query) == forward[:5]
    before = fetch_one(reader, statements.position_at(account_id, START - timedelta(days=1)))
    assert before == statements.PositionRow(position=0)


def test_in_flight_is_what_open_generations_hold(history: History, reader: Database) -> None:
    """Credits in flight are the prices of the generations that have not ended."""
    total = 0
    for account_id in history.accounts:
        row = fetch_one(reader, balances.balance(account_id))
        open_states: tuple[Status, ...] = ("queued", "processing")
        open_rows = [
            listed
            for status in open_states
            for listed in fetch_all(
                reader,
                generations.list_generations(account_id, limit=100, only=Filter(status=status)),
            )
        ]
        assert row is not None
        assert row.in_flight == sum(listed.price for listed in open_rows)
        total += row.in_flight
    assert total > 0


def test_lots_are_those_of_the_stream(history: History, reader: Database) -> None:
    """Every lot, in order of age, with what remains and until when."""
    for account_id in history.accounts:
        state: Any = history.ledger.load([account_id]).result()[account_id].state
        rows = fetch_all(reader, balances.lots(account_id))
        assert [(row.lot_id, row.remaining, row.expires_at, row.revoked) for row in rows] == [
            (lot.lot_id, lot.remaining, lot.expires_at, lot.revoked) for lot in state.lots.values()
        ]


def test_due_lots_are_found_until_booked(history: History, reader: Database) -> None:
    """An account is due exactly while a lot of it has expired and still holds credits."""
    now = history.clock.now + timedelta(days=30)
    expected = set()
    for account_id in history.accounts:
        state: Any = history.ledger.load([account_id]).result()[account_id].state
        if any(lot.expires_at and lot.remaining for lot in state.lots.values()):
            expected.add(account_id)
    found = fetch_all(reader, balances.due_accounts(now, limit=100))
    assert {row.account_id for row in found} == expected
    assert fetch_all(reader, balances.due_accounts(START, limit=100)) == []


def test_async_callers_read_the_same_rows(
    history: History, reader: Database, migrated: str
) -> None:
    """A query is a value that a sync and an async connection answer alike."""
    query = generations.list_generations(history.accounts[0], limit=3)
    options = "-c search_path=xavira_live"

    async def read() -> list[ShownGeneration]:
        async with await psycopg.AsyncConnection.connect(migrated, options=options) as connection:
            return await fetch_all_async(connection, query)

    assert asyncio.run(read()) == fetch_all(reader, query)
