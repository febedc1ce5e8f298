"""Usage: sums by day and by what generations are sorted by, against the log itself."""

from collections import Counter
from datetime import UTC, date
from typing import Any
from uuid import UUID

import psycopg
import pytest

from domain.generation import CAUSES, GenerationCompleted, GenerationLabeled, GenerationRequested
from domain.ids import AccountId
from projections.query import fetch_all
from projections.usage import UsageBy, UsageRow, claims, usage
from tests.projections.driving import project
from tests.projections.histories import History

Database = psycopg.Connection[Any]
LONG_AGO, LATER = date(2000, 1, 1), date(2100, 1, 1)


@pytest.fixture(scope="module")
def history() -> History:
    """Random generations, half of them sorted."""
    return History(seed=61).grow(500)


def _expected(history: History, account_id: AccountId, by: UsageBy) -> dict[str, Counter[str]]:
    """The same sums by walking over the log."""
    events: dict[UUID, GenerationRequested] = {}
    values: dict[UUID, list[str]] = {}
    found: dict[str, Counter[str]] = {}
    for recorded in history.ledger.log:
        event, one = recorded.event, recorded.stream_id
        if isinstance(event, GenerationRequested) and event.account_id == account_id:
            events[one] = event
            values[one] = {
                "day": [str(recorded.recorded_at.astimezone(UTC).date())],
                "key": [str(event.key_id)],
                "character": [str(event.character_id)],
                "model": [event.model_id],
            }.get(by, [])
            _add(found, values[one], f"{event.kind}s", credits_charged=event.price)
        elif one not in events:
            continue
        elif isinstance(event, GenerationLabeled) and by in ("end_user", "tag"):
            labels = event.tags if by == "tag" else (event.end_user or b"",)
            values[one] = [label.hex() for label in labels if label]
            _add(found, values[one], f"{events[one].kind}s", credits_charged=events[one].price)
        elif isinstance(event, GenerationCompleted):
            _add(found, values[one], "completed")
        elif type(event) in CAUSES:
            _add(found, values[one], "refunded", credits_refunded=events[one].price)
    return found


def _add(found: dict[str, Counter[str]], values: list[str], what: str, **amounts: int) -> None:
    for value in values:
        found.setdefault(value, Counter()).update({what: 1, **amounts})


def _sums(row: UsageRow) -> Counter[str]:
    names = ("images", "videos", "completed", "refunded", "credits_charged", "credits_refunded")
    return Counter({name: getattr(row, name) for name in names if getattr(row, name)})


def test_usage_is_what_the_log_says(history: History, worker: Database, reader: Database) -> None:
    """Every value once, in order, with every generation and credit of the account."""
    project(worker, history, size=7)
    dimensions: tuple[UsageBy, ...] = ("day", "key", "character", "model", "end_user", "tag")
    for by in dimensions:
        for account_id in history.accounts:
            query = usage(account_id, by, since=LONG_AGO, until=LATER, after="", limit=1000)
            rows = fetch_all(reader, query)
            assert [row.value for row in rows] == sorted(row.value for row in rows)
            assert {row.value: _sums(row) for row in rows} == _expected(history, account_id, by)
            assert rows


def test_pages_and_days_narrow_the_rows(
    history: History, worker: Database, reader: Database
) -> None:
    """After a value, up to a number, and only of the days asked for."""
    project(worker, history)
    account_id = history.accounts[0]

    def read(**changes: Any) -> list[str]:
        asked = {"since": LONG_AGO, "until": LATER, "after": "", "limit": 1000} | changes
        return [row.value for row in fetch_all(reader, usage(account_id, "tag", **asked))]

    every = read()
    assert len(every) == 4
    assert read(limit=2) == every[:2]
    assert read(after=every[1]) == every[2:]
    assert read(until=LONG_AGO) == []


def test_a_label_names_a_claim_that_has_its_text(
    history: History, worker: Database, reader: Database
) -> None:
    """Rows by end user and tag name a generation that has the label, and it has sealed texts."""
    project(worker, history)
    account_id = history.accounts[0]
    dimensions: tuple[UsageBy, ...] = ("end_user", "tag", "key")
    sealed = []
    for by in dimensions:
        query = usage(account_id, by, since=LONG_AGO, until=LATER, after="", limit=10)
        named = [row.labeled_by for row in fetch_all(reader, query)]
        wanted = [generation_id for generation_id in named if generation_id is not None]
        sealed.append({claim.sealed for claim in fetch_all(reader, claims(wanted))})
    assert sealed == [{b"sealed prompt"}, {b"sealed prompt"}, set()]
