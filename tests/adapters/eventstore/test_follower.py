"""How often the log is read, and what becomes of a reader whose server stands still."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from functools import partial
from uuid import uuid4

import psycopg
import pytest

from adapters.eventstore import PostgresLedger
from adapters.eventstore.follower import Follower, Lookout, Pace
from adapters.telemetry import metrics
from domain.event import Passed, Recorded
from domain.ids import AccountId
from domain.registry import TOPICS
from tests import builders
from tests.adapters.eventstore.listeners import listeners
from tests.adapters.postgres.test_leading import breaks
from tests.stack import wait_for


def test_one_caller_alone_is_never_rested_for() -> None:
    """Three events in twenty milliseconds, again and again: each is read at once."""
    pace = Pace(0.02)
    for number in range(1000):
        pace.read(3, number / 50)
        assert pace.rest(number / 50) == 0.0


def test_between_reads_of_a_busy_log_lies_a_rest() -> None:
    """Sixty events came at once: the rest of the twenty milliseconds is rested, and no more."""
    pace = Pace(0.02)
    pace.read(60, 1.0)
    assert pace.rest(1.0) == pytest.approx(0.02)
    assert pace.rest(1.015) == pytest.approx(0.005)
    assert pace.rest(1.5) == 0.0


def test_a_log_that_became_quiet_is_read_at_once_again() -> None:
    """Sixty events half a second ago are no reason to rest after one more."""
    pace = Pace(0.02)
    pace.read(60, 1.0)
    pace.read(1, 1.5)
    assert pace.rest(1.5) == 0.0


@pytest.mark.parametrize("kind", [Follower, partial(Lookout, topics=TOPICS)])
def test_a_reader_whose_server_stands_still_goes_on_elsewhere(
    migrated: str, kind: Callable[..., Follower | Lookout]
) -> None:
    """It waits for its patience and no longer; every event comes once."""
    account = AccountId(uuid4())
    follower = kind(migrated, role="xavira_work", patience_seconds=0.3)
    batches = follower.batches(0, stop=threading.Event())
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        ledger.append(builders.opened(account)).result()
        seen = next(_some(batches))
        [still] = listeners(migrated)
        os.kill(still, signal.SIGSTOP)
        try:
            ledger.append(builders.granted(account, 5)).result()
            seen += next(_some(batches))
        finally:
            os.kill(still, signal.SIGCONT)
        follower.close()
        assert seen == list(range(1, ledger.head() + 1))


def test_a_reading_that_is_refused_is_counted(
    migrated: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A query that is canceled does not pass by itself; the log is read once it is."""
    monkeypatch.setattr(metrics, "_meter", None)
    metrics.set_up_metrics("work")
    account, stop = AccountId(uuid4()), threading.Event()
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        ledger.append(builders.opened(account)).result()
    seen: list[int] = []

    def follow() -> None:
        for positions in _some(Follower(migrated, role="xavira_work").batches(0, stop=stop)):
            seen.extend(positions)

    following = threading.Thread(target=follow)
    with psycopg.connect(migrated) as other:
        other.execute("LOCK TABLE xavira_live.stored_events")
        following.start()
        wait_for(lambda: _canceled(migrated))
        wait_for(lambda: breaks("log"))
    wait_for(lambda: seen)
    stop.set()
    following.join(30)
    assert seen[0] == 1


def _canceled(database_url: str) -> bool:
    """Cancels who waits for the log."""
    with psycopg.connect(database_url) as connection:
        canceled = connection.execute(
            "SELECT pg_cancel_backend(pid) FROM pg_locks JOIN pg_database ON oid = database"
            " WHERE datname = current_database() AND NOT granted"
        ).fetchall()
    return bool(canceled)


def _some(batches: Iterator[list[Recorded]] | Iterator[list[Passed]]) -> Iterator[list[int]]:
    return ([event.position for event in batch] for batch in batches if batch)
