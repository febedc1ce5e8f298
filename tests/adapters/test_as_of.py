"""As of any position or time: the very balance that was live then."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import click
import psycopg
import pytest

from adapters.cli.balance import Moment
from adapters.memory.ledger import MemoryLedger
from adapters.postgres.connections import connect
from domain.event import Recorded
from domain.ids import AccountId
from domain.ledger import Account, evolve
from projections import as_of
from projections.as_of import NotYet, balance_as_of, moment_of_position, moment_of_time
from projections.balances import BALANCES
from tests.projections.driving import project, store
from tests.projections.histories import History

Database = psycopg.Connection[Any]


@pytest.fixture
def worker(migrated: str) -> Iterator[Database]:
    """A connection as the role that runs projections."""
    with connect(migrated, role="xavira_work") as connection:
        yield connection


def folded(log: list[Recorded], account_id: AccountId) -> Account | None:
    """The account after these events, by the rules."""
    account: Account | None = None
    for recorded in log:
        if recorded.stream_id == account_id:
            account = evolve(account, recorded.event)
    return account


@pytest.mark.parametrize("seed", [71, 72, 73])
def test_any_position_is_what_was_live_then(seed: int, worker: Database) -> None:
    """At random positions lots and available equal the fold, booked and in flight the rows."""
    history = History(seed=seed).grow(300)
    log = history.ledger.log
    store(worker, log)
    positions = [*sorted(history.random.sample(range(1, len(log) + 1), 12)), len(log)]
    for position in positions:
        history.ledger.log = log[:position]
        project(worker, history, projections=(BALANCES,))
        moment = moment_of_position(worker, position)
        assert moment.at == log[position - 1].recorded_at
        for account_id in history.accounts:
            account = folded(log[:position], account_id)
            if account is None:
                with pytest.raises(NotYet):
                    balance_as_of(worker, account_id, moment)
                continue
            found = balance_as_of(worker, account_id, moment)
            rows = worker.execute(
                "SELECT booked, in_flight FROM balances WHERE account_id = %s", (account_id,)
            ).fetchall()
            assert rows == ([(found.booked, found.in_flight)] if rows else [])
            assert found.lots == tuple(account.lots.values())
            assert found.available == account.available(moment.at)


def test_now_is_live(worker: Database) -> None:
    """As of now equals what the ledger's own fold says, for every account."""
    history = History(seed=74).grow(400)
    store(worker, history.ledger.log)
    now = history.clock.now
    moment = moment_of_time(worker, now)
    assert moment.position == history.ledger.head()
    live = history.ledger.load(history.accounts).result()
    for account_id in history.accounts:
        state = live[account_id].state
        assert isinstance(state, Account)
        found = balance_as_of(worker, account_id, moment)
        assert found.available == state.available(now)
        assert found.lots == tuple(state.lots.values())


def test_pages_of_any_size_make_no_difference(
    worker: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stream that is read in many small pages gives the answer of one large page."""
    history = History(seed=75).grow(300)
    store(worker, history.ledger.log)
    moment = moment_of_position(worker, history.ledger.head())
    whole = [balance_as_of(worker, account_id, moment) for account_id in history.accounts]
    monkeypatch.setattr(as_of, "PAGE_EVENTS", 3)
    assert [balance_as_of(worker, a, moment) for a in history.accounts] == whole
    assert sum(each.in_flight for each in whole) > 0


def test_a_time_is_the_last_position_recorded_by_then(worker: Database) -> None:
    """Events that share a time belong together; before the first one there is nothing."""
    history = History(seed=76).grow(60)
    log = history.ledger.log
    store(worker, log)
    for recorded in log:
        last = max(r.position for r in log if r.recorded_at == recorded.recorded_at)
        assert moment_of_time(worker, recorded.recorded_at).position == last
    just_before = log[-1].recorded_at - timedelta(microseconds=1)
    assert moment_of_time(worker, just_before).position < log[-1].position
    before = moment_of_time(worker, datetime(2025, 1, 1, tzinfo=UTC))
    assert before.position == 0
    with pytest.raises(NotYet):
        balance_as_of(worker, history.accounts[0], before)


def test_a_position_beyond_the_log_is_refused(worker: Database) -> None:
    """Neither the future nor a position before the first one is answered with a guess."""
    ledger: MemoryLedger = History(seed=77).ledger
    store(worker, ledger.log)
    for position in (0, ledger.head() + 1):
        with pytest.raises(NotYet):
            moment_of_position(worker, position)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("42", 42),
        ("2026-11-01", datetime(2026, 11, 1, tzinfo=UTC)),
        ("2026-11-01T12:30:00Z", datetime(2026, 11, 1, 12, 30, tzinfo=UTC)),
        ("2026-11-01 14:30:00+02:00", datetime(2026, 11, 1, 12, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_is_a_position_or_a_time(text: str, moment: int | datetime) -> None:
    """Digits are a position; everything else is ISO 8601, in UTC where no offset says otherwise."""
    assert Moment().convert(text, None, None) == moment


def test_what_is_neither_position_nor_time_is_refused() -> None:
    """A typing error is said to be one, not taken for now."""
    with pytest.raises(click.BadParameter):
        Moment().convert("yesterday", None, None)
