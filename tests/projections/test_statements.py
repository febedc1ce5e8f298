"""Times of a statement as positions: the right one, found without reading the statement."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from domain.ids import AccountId
from projections.query import Query, fetch_one
from projections.statements import PositionRow, position_at, position_before

Database = psycopg.Connection[Any]

ACCOUNT, OTHER, NOBODY = (AccountId(UUID(int=number)) for number in (1, 2, 3))
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
LONG = 20_000

ADD = """
    INSERT INTO statement_entries
        (account_id, position, kind, amount, balance, generation_id, detail, recorded_at)
    VALUES (%s, %s, 'granted', 1, 1, NULL, '{}', %s)
"""
ADD_MANY = """
    INSERT INTO statement_entries
        (account_id, position, kind, amount, balance, generation_id, detail, recorded_at)
    SELECT %(account_id)s, 3 * place, 'granted', 1, place, NULL, '{}',
        %(noon)s + place * interval '1 second'
    FROM generate_series(1, %(entries)s) AS place
"""


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from _nodes(part)


def _rows_read(connection: Database, query: Query[PositionRow]) -> int:
    """Rows of the statement that were looked at for an answer."""
    explain = f"EXPLAIN (ANALYZE, FORMAT JSON) {query.sql}"
    ((told,),) = connection.execute(explain, query.params).fetchall()
    plan = told if isinstance(told, list) else json.loads(told)
    return sum(
        round(node["Actual Loops"] * (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)))
        for node in _nodes(plan[0]["Plan"])
        if node.get("Relation Name") == "statement_entries"
    )


def _answer(connection: Database, query: Query[PositionRow]) -> int:
    row = fetch_one(connection, query)
    assert row is not None
    return row.position


@pytest.mark.parametrize("entries", [1, 2, 3, 17])
def test_a_time_is_the_last_position_before_it(
    worker: Database, reader: Database, entries: int
) -> None:
    """Of one entry or several, many of them at one time; others' entries and gaps between them."""
    times = [NOON + timedelta(seconds=place * place // 9) for place in range(entries)]
    known = [(5 + 5 * place + place % 4, time) for place, time in enumerate(times)]
    for position, time in known:
        worker.execute(ADD, (ACCOUNT, position, time))
        worker.execute(ADD, (OTHER, position + 1, time))
    asked = {time + step * MICROSECOND for time in times for step in (-1, 0, 1)}
    for time in sorted(asked):
        before = max((position for position, at in known if at < time), default=0)
        by_then = max((position for position, at in known if at <= time), default=0)
        assert _answer(reader, position_before(ACCOUNT, time)) == before
        assert _answer(reader, position_at(ACCOUNT, time)) == by_then
    never, ever = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    for find in (position_before, position_at):
        assert _answer(reader, find(ACCOUNT, never)) == 0
        assert _answer(reader, find(ACCOUNT, ever)) == known[-1][0]
        assert _answer(reader, find(NOBODY, NOON)) == 0


def test_a_time_is_found_without_reading_the_statement(worker: Database, reader: Database) -> None:
    """Of a long statement a few dozen entries are looked at, wherever in it the time is."""
    worker.execute(ADD_MANY, {"account_id": ACCOUNT, "noon": NOON, "entries": LONG})
    worker.execute(ADD_MANY, {"account_id": OTHER, "noon": NOON, "entries": LONG})
    for place in (0, 1, LONG // 2, LONG, LONG + 1):
        for find, last in ((position_before, place - 1), (position_at, place)):
            query = find(ACCOUNT, NOON + timedelta(seconds=place))
            assert _answer(reader, query) == 3 * min(max(last, 0), LONG)
            assert _rows_read(reader, query) <= 60
