"""Waiting for an ending without polling."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import accumulate
from uuid import UUID, uuid4

import psycopg
import pytest

from adapters.web.waiting import settled
from adapters.web.waiting.settled import AwaitedEnding, SettledEvents, woken_within
from domain.event import Event, Passed, Recorded
from domain.generation import GenerationExpired, GenerationStarted
from domain.handlers import start_generation
from domain.ids import GenerationId
from domain.ports import EMPTY, Stream, followed
from tests import builders
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

NOW = datetime(2030, 5, 5, tzinfo=UTC)
SECONDS_MAX = 120.0


class _Log:
    """A follower of a list that tests add to. The first readings end with `breaks`."""

    def __init__(self, *breaks: Exception) -> None:
        self.after: list[int] = []
        self._breaks = list(breaks)
        self._batches: list[list[Passed]] = []
        self._added = threading.Condition()

    def add(self, stream_id: UUID, event: Event) -> None:
        with self._added:
            recorded = Recorded(
                position=1, stream_id=stream_id, version=2, recorded_at=NOW, event=event
            )
            self._batches.append([Passed(position=1, recorded=recorded)])
            self._added.notify()

    def batches(
        self,
        after: int,
        *,
        stop: threading.Event,
        limit: int = 1,
        poll_seconds: float = 0.02,
        rest_seconds: float = 0.0,
    ) -> Iterator[list[Passed]]:
        self.after.append(after)
        if self._breaks:
            raise self._breaks.pop(0)
        while not stop.is_set():
            with self._added:
                self._added.wait_for(lambda: bool(self._batches), poll_seconds)
                batch = self._batches.pop(0) if self._batches else []
            yield batch


def test_an_ending_wakes_those_who_wait_for_it_and_nobody_else() -> None:
    """Other events of the stream do not."""
    log, ended_id, other_id = _Log(), uuid4(), uuid4()

    async def scenario() -> tuple[bool, bool, bool]:
        events = SettledEvents(log, lambda: 41)
        await events.start()
        with (
            events.waiting_for(ended_id) as one,
            events.waiting_for(ended_id) as two,
            events.waiting_for(other_id) as other,
        ):
            assert one is not None
            assert two is not None
            assert other is not None
            await woken_within(other, SECONDS_MAX)  # the follower knows the head now
            one.clear()
            two.clear()
            log.add(other_id, GenerationStarted(attempt=1))
            log.add(ended_id, GenerationExpired())
            async with asyncio.timeout(SECONDS_MAX):
                await one.wait()
                await two.wait()
            woken = one.is_set(), two.is_set(), other.is_set()
        await events.stop()
        return woken

    assert asyncio.run(scenario()) == (True, True, False)
    assert log.after == [41]


def test_what_passed_of_a_generation_need_not_be_read_again(site: Site, customer: Customer) -> None:
    """The stream that a waiting request knows, with the start and the end that passed meanwhile,
    is the one in the log; without an end, or with a gap before it, it has to be read.
    """
    character_id = customer.outcome("hold").character()
    reply = customer.image(character_id, prefer="respond-async")
    generation_id = GenerationId(UUID(reply.json["generation_id"]))
    site.ledger.append(start_generation(generation_id, 1)).result()
    site.ledger.append(builders.completed(generation_id)).result()
    history = site.ledger.history(generation_id, 10)
    claimed, started, ended = _streams(history)
    assert site.ledger.load([generation_id]).result()[generation_id] == ended

    def passing(*versions: int) -> AwaitedEnding:
        ending = AwaitedEnding()
        for version in versions:
            ending.pass_on(history[version - 1])
        return ending

    assert passing(2, 3).followed(claimed) == ended
    assert passing(1, 2, 3).followed(started) == ended
    assert passing(1, 2).followed(claimed) is None
    assert passing(3).followed(claimed) is None
    assert passing().followed(claimed) is None


def _streams(history: Sequence[Recorded]) -> list[Stream]:
    """A stream after each of its events."""
    return list(accumulate(history, followed, initial=EMPTY))[1:]


def test_a_database_that_is_away_at_the_start_is_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who waited meanwhile is told to look again."""
    monkeypatch.setattr(settled, "RETRY_SECONDS", 0.01)
    answers: list[int] = []
    log = _Log()

    def head() -> int:
        answers.append(len(answers))
        if len(answers) < 3:
            raise psycopg.OperationalError("away")
        return 7

    async def scenario() -> None:
        events = SettledEvents(log, head)
        with events.waiting_for(uuid4()) as ended:
            assert ended is not None
            await events.start()
            async with asyncio.timeout(SECONDS_MAX):
                await ended.wait()
        await events.stop()

    asyncio.run(scenario())
    assert log.after == [7]


def test_whatever_breaks_the_reading_of_the_log_ends_it_for_a_moment_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A table that is not there while a backup is restored, an event that cannot be read: who waits
    is woken as soon as the log can be read again.
    """
    monkeypatch.setattr(settled, "RETRY_SECONDS", 0.01)
    log = _Log(psycopg.errors.UndefinedTable("no log"), ValueError("no event"))
    ended_id = uuid4()

    async def scenario() -> None:
        events = SettledEvents(log, lambda: 41)
        with events.waiting_for(ended_id) as ended:
            assert ended is not None
            await events.start()
            async with asyncio.timeout(SECONDS_MAX):
                while len(log.after) < 3:
                    await woken_within(ended, 0.01)
                await asyncio.sleep(0)
                ended.clear()
                log.add(ended_id, GenerationExpired())
                await ended.wait()
        await events.stop()

    asyncio.run(scenario())
    assert log.after == [41, 41, 41]


def test_who_waits_is_woken_at_shutdown_and_nobody_waits_after_it() -> None:
    """A process that stops answers what it has."""

    async def scenario() -> tuple[bool, object]:
        events = SettledEvents(_Log(), lambda: 0)
        await events.start()
        with events.waiting_for(uuid4()) as ended:
            assert ended is not None
            await events.stop()
            woken = ended.is_set()
        with events.waiting_for(uuid4()) as late:
            return woken, late

    assert asyncio.run(scenario()) == (True, None)


def test_a_request_beyond_the_bound_is_answered_at_once(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """202, and the work goes on."""
    character_id = customer.outcome("hold").character()
    monkeypatch.setattr(settled, "WAITERS_MAX", 0)
    reply = customer.image(character_id, prefer="wait=120")
    assert (reply.status, reply.json["status"]) == (202, "queued")
