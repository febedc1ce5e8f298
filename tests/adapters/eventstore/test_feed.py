"""The feed: what one reading of the log gives to all parts of a process that follow it."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest

from adapters.eventstore import PostgresLedger
from adapters.eventstore.feed import LogFeed
from domain.ids import AccountId, CharacterId
from tests import builders
from tests.adapters.eventstore.listeners import end_listeners
from tests.stack import wait_for

ACCOUNT = AccountId(uuid4())


class Part:
    """Follows on a thread of its own and keeps the positions it was given."""

    def __init__(self, feed: LogFeed, after: int, **how: Any) -> None:
        self.seen: list[int] = []
        self.stop = threading.Event()
        self._thread = threading.Thread(target=self._follow, args=(feed, after, how))
        self._thread.start()

    def _follow(self, feed: LogFeed, after: int, how: dict[str, Any]) -> None:
        for batch in feed.batches(after, stop=self.stop, **how):
            self.seen += [recorded.position for recorded in batch]

    def end(self) -> None:
        self.stop.set()
        self._thread.join(timeout=120)


@pytest.fixture
def ledger(migrated: str) -> Iterator[PostgresLedger]:
    """A ledger of ten events."""
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        ledger.append(builders.opened(ACCOUNT)).result()
        record(ledger, 10 - ledger.head())
        yield ledger


@pytest.fixture
def followed(migrated: str) -> Iterator[Callable[..., Part]]:
    """Makes parts that follow one feed, and ends them; memory holds four to eight events."""
    parts: list[Part] = []
    with LogFeed(migrated, role="xavira_work", events_kept=4) as feed:

        def follow(after: int, **how: Any) -> Part:
            parts.append(Part(feed, after, **how))
            return parts[-1]

        yield follow
        for part in parts:
            part.end()


def record(ledger: PostgresLedger, events: int) -> None:
    """Characters of one account, an event each."""
    created = [builders.created(ACCOUNT, CharacterId(uuid4())) for _ in range(events)]
    for appended in [ledger.append(command) for command in created]:
        appended.result()


def test_each_part_gets_each_event_once(
    ledger: PostgresLedger, followed: Callable[..., Part]
) -> None:
    """Three parts, from the first event, the middle and the end, one of them in no hurry."""
    parts = [followed(0, limit=3), followed(7), followed(10, pause_seconds=0.05)]
    record(ledger, 10)
    wait_for(lambda: all(part.seen[-1:] == [20] for part in parts))
    assert [part.seen for part in parts] == [
        list(range(1, 21)),
        list(range(8, 21)),
        list(range(11, 21)),
    ]


def test_a_part_that_falls_behind_reads_the_log(migrated: str, ledger: PostgresLedger) -> None:
    """Twenty events pass while it looks away, of which memory holds eight at most: none is lost."""
    stop = threading.Event()
    with LogFeed(migrated, role="xavira_work", events_kept=4) as feed:
        slow, quick = feed.batches(10, stop=stop), Part(feed, 10)
        assert next(slow) == []
        record(ledger, 20)
        wait_for(lambda: quick.seen[-1:] == [30])
        seen: list[int] = []
        while seen[-1:] != [30]:
            seen += [recorded.position for recorded in next(slow)]
        quick.end()
    assert seen == quick.seen == list(range(11, 31))


class Pausing(threading.Event):
    """An event that says when somebody waits for it."""

    def __init__(self) -> None:
        super().__init__()
        self.awaited = threading.Event()

    def wait(self, timeout: float | None = None) -> bool:
        self.awaited.set()
        return super().wait(timeout)


@pytest.mark.parametrize(
    ("events", "pause"),
    [(8, {"busy_pause_seconds": 60}), (150, {"crowded_pause_seconds": 60})],
)
def test_a_busy_log_is_taken_in_larger_pieces(
    migrated: str, ledger: PostgresLedger, events: int, pause: dict[str, float]
) -> None:
    """After a batch of eight, or of 150, a part waits a while for what comes after the next one."""
    stop, end = Pausing(), 10 + events
    with LogFeed(migrated, role="xavira_work") as feed, ThreadPoolExecutor(1) as thread:
        busy, quick = feed.batches(10, stop=stop, **pause), Part(feed, 10)
        wait_for(lambda: feed._holds(10))
        record(ledger, events)
        wait_for(lambda: quick.seen[-1:] == [end])
        first = next(busy)
        assert not stop.awaited.is_set()
        record(ledger, 1)
        following = thread.submit(next, busy)
        assert stop.awaited.wait(120)
        record(ledger, 1)
        wait_for(lambda: quick.seen[-1:] == [end + 2])
        stop.set()
        pieces = [[recorded.position for recorded in each] for each in (first, following.result())]
        quick.end()
    assert pieces == [list(range(11, end + 1)), [end + 1, end + 2]]


def test_a_log_that_is_busy_but_not_crowded_is_not_waited_for(
    migrated: str, ledger: PostgresLedger
) -> None:
    """After a batch of 149 events a part takes the next one at once."""
    stop = Pausing()
    with LogFeed(migrated, role="xavira_work") as feed:
        part, quick = feed.batches(10, stop=stop, crowded_pause_seconds=60), Part(feed, 10)
        wait_for(lambda: feed._holds(10))
        record(ledger, 149)
        wait_for(lambda: quick.seen[-1:] == [159])
        assert len(next(part)) == 149
        record(ledger, 1)
        assert [recorded.position for recorded in next(part)] == [160]
        quick.end()
    assert not stop.awaited.is_set()


def test_a_feed_that_is_cut_off_misses_nothing(
    migrated: str, ledger: PostgresLedger, followed: Callable[..., Part]
) -> None:
    """Its connection is ended three times while others write: each event comes once."""
    part = followed(10)
    record(ledger, 1)
    for _ in range(3):
        wait_for(lambda: part.seen[-1:] == [ledger.head()])
        wait_for(lambda: end_listeners(migrated))
        record(ledger, 6)
        wait_for(lambda: part.seen[-1:] == [ledger.head()])
    assert part.seen == list(range(11, 30))


def test_parts_outlive_their_feed(migrated: str, ledger: PostgresLedger) -> None:
    """Whoever follows a feed that has ended is served by the log itself."""
    with LogFeed(migrated, role="xavira_work") as feed:
        part = Part(feed, 10)
        record(ledger, 2)
        wait_for(lambda: part.seen == [11, 12])
    record(ledger, 2)
    wait_for(lambda: part.seen == [11, 12, 13, 14])
    part.end()
