"""How often the log is read, and what becomes of a reader whose server stands still."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from functools import partial
from uuid import uuid4

import pytest

from adapters.eventstore import PostgresLedger
from adapters.eventstore.follower import Follower, Lookout, Pace
from domain.event import Passed, Recorded
from domain.ids import AccountId
from domain.registry import TOPICS
from tests import builders
from tests.adapters.eventstore.listeners import listeners


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


def _some(batches: Iterator[list[Recorded]] | Iterator[list[Passed]]) -> Iterator[list[int]]:
    return ([event.position for event in batch] for batch in batches if batch)
