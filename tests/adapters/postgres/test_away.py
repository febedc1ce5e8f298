"""What passes by itself, and what is only ever waited for in vain."""

import asyncio
from uuid import uuid4

import psycopg
import pytest
from psycopg import errors
from structlog.testing import capture_logs

from adapters.eventstore import PostgresLedger
from adapters.postgres.away import is_away, outcome_unknown, pause_after
from adapters.relay.rounds import go_rounds
from adapters.telemetry import metrics
from domain.errors import AppendsRefused, TemporarilyUnavailable
from domain.ids import AccountId
from domain.objects import StoreUnavailable
from tests import builders
from tests.adapters.postgres.test_leading import breaks
from tests.faults.full_disk import full_disk


@pytest.mark.parametrize(
    ("error", "away"),
    [
        (psycopg.OperationalError("nobody listens"), True),
        (errors.AdminShutdown(), True),
        (errors.TooManyConnections(), True),
        (errors.LockNotAvailable(), True),
        (errors.DeadlockDetected(), True),
        (errors.QueryCanceled(), False),
        (errors.DiskFull(), False),
        (errors.IoError(), False),
        (errors.UndefinedColumn(), False),
        (StoreUnavailable(), True),
        (TemporarilyUnavailable(), True),
        (TimeoutError(), True),
        (OSError(), False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_who_is_away_comes_back(error: Exception, *, away: bool) -> None:
    """What else the database says is the same the next time."""
    assert is_away(error) == away


def test_what_the_ledger_cannot_record_is_told_with_its_reason(migrated: str) -> None:
    """A full disk is one to whoever only hears that the ledger is unavailable."""
    with PostgresLedger(migrated, role="xavira_work") as ledger, full_disk(migrated):
        error = ledger.append(builders.opened(AccountId(uuid4()))).exception()
    assert isinstance(error, TemporarilyUnavailable)
    assert not is_away(error)


def test_an_error_that_ends_the_session_tells_nothing_of_the_commit(migrated: str) -> None:
    """One of a statement does: the server goes on, and has recorded nothing."""
    with psycopg.connect(migrated, autocommit=True) as connection:
        with pytest.raises(psycopg.Error) as canceled:
            connection.execute("SET statement_timeout = 1").execute("SELECT pg_sleep(60)")
        with pytest.raises(psycopg.Error) as missing:
            connection.execute("SELECT nothing")
    with psycopg.connect(migrated) as connection:
        connection.execute("SET idle_in_transaction_session_timeout = 1")
        with pytest.raises(psycopg.Error) as ended:
            _wait_for_the_end(connection)
    assert not outcome_unknown(canceled.value)
    assert not outcome_unknown(missing.value)
    assert outcome_unknown(ended.value)


def _wait_for_the_end(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Until the server has closed it; what it said of that is the error of the next statement."""
    for _ in connection.notifies(timeout=60):
        pass


def test_a_round_that_the_database_refuses_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is away costs a round; a full disk is heard as well."""
    monkeypatch.setattr(metrics, "_meter", None)
    metrics.set_up_metrics("work")
    found: list[Exception] = [psycopg.OperationalError("gone"), errors.DiskFull("no space")]

    async def rounds() -> None:
        stop = asyncio.Event()

        async def work() -> None:
            if found:
                raise found.pop(0)
            stop.set()

        await go_rounds(
            work,
            stop,
            seconds=0.001,
            leading_seconds=lambda: 1.0,
            part="janitor",
            waits="the janitor has to wait",
        )

    with capture_logs() as logs:
        asyncio.run(rounds())
    assert breaks("janitor") == 1
    assert [line["log_level"] for line in logs] == ["warning", "error"]


def test_only_what_takes_an_operator_is_waited_for_longer() -> None:
    """A log that takes no appends is not asked twice a second; what passes by itself is."""
    refused = AppendsRefused()
    assert (pause_after(refused, 0.5), pause_after(refused, 60.0)) == (10.0, 60.0)
    assert pause_after(TemporarilyUnavailable(), 0.5) == 0.5

    async def rounds() -> int:
        stop, turns = asyncio.Event(), [0, 0]

        async def refuse() -> None:
            turns[0] += 1
            raise refused

        async def go_on() -> None:
            turns[1] += 1
            if turns[1] == 50:
                stop.set()

        await asyncio.gather(
            *(
                go_rounds(
                    work,
                    stop,
                    seconds=0.001,
                    leading_seconds=lambda: 1.0,
                    part="remover",
                    waits="removing has to wait",
                )
                for work in (refuse, go_on)
            )
        )
        return turns[0]

    assert asyncio.run(rounds()) == 1
