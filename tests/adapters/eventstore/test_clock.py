"""Whose clock decides: that of PostgreSQL, and never before what the log holds."""

import threading
from datetime import UTC, datetime, timedelta
from threading import Semaphore
from time import monotonic
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from adapters.eventstore import PostgresLedger
from adapters.eventstore.deciding import DRIFT_MAX, LogClock
from adapters.eventstore.recorder import LedgerRecorder
from domain.errors import InsufficientCredits
from domain.ids import GenerationId
from domain.ports import Command, Decision, States
from tests import builders
from tests.adapters.eventstore.customer import ACCOUNT, CHARACTER
from tests.stack import wait_for


def test_a_clock_that_is_an_hour_behind_spends_nothing_that_expired(
    migrated: str, ledger: PostgresLedger
) -> None:
    """The log's time is an hour ahead of ours: a lot that ends between the two is over, and what
    is recorded next is not recorded before.
    """
    now = datetime.now(UTC)
    half_an_hour = now + timedelta(minutes=30)
    ledger.append(builders.granted(ACCOUNT, 500, expires_at=half_an_hour)).result()
    set_the_log_ahead(migrated)

    with PostgresLedger(migrated, role="xavira_api") as behind:
        costly = builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()), price=26)
        assert isinstance(behind.append(costly).exception(), InsufficientCredits)
        behind.append(builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()))).result()
        times = [event.recorded_at for event in behind.read(0, 1_000)]
    assert times == sorted(times)
    assert times[-1] >= now + timedelta(hours=1)


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_process_whose_clock_is_an_hour_off_goes_by_the_servers(
    migrated: str, ledger: PostgresLedger, hours: int
) -> None:
    """What ends in half an hour is neither over for it, nor is what it tells another time."""
    off = timedelta(hours=hours)
    half_an_hour = datetime.now(UTC) + timedelta(minutes=30)
    ledger.append(builders.granted(ACCOUNT, 500, expires_at=half_an_hour)).result()
    decided_at: list[datetime] = []

    def looking(states: States, now: datetime) -> Decision:
        decided_at.append(now)
        return Decision(answer=None)

    with PostgresLedger(
        migrated, role="xavira_api", own_clock=lambda: datetime.now(UTC) + off
    ) as other:
        costly = builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()), price=26)
        other.append(costly).result()
        other.append(Command(streams=(ACCOUNT,), decide=looking)).result()
        told = other.now()
    for time in (*decided_at, told):
        assert abs(time - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_process_knows_the_servers_time_as_soon_as_it_knows_the_head(
    migrated: str, ledger: PostgresLedger
) -> None:
    """Before anything is recorded: the first deadline is told by it already."""
    with PostgresLedger(
        migrated, role="xavira_api", own_clock=lambda: datetime.now(UTC) - timedelta(days=1)
    ) as behind:
        assert behind.now() < datetime.now(UTC) - timedelta(hours=23)
        behind.head()
        assert abs(behind.now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_process_asks_for_the_time_again_and_again(migrated: str, ledger: PostgresLedger) -> None:
    """Also one that nobody asks for anything, as after its machine stood still."""
    day = timedelta(days=1)
    with PostgresLedger(
        migrated,
        role="xavira_api",
        own_clock=lambda: datetime.now(UTC) - day,
        ask_time_seconds=0.05,
    ) as behind:
        wait_for(lambda: abs(behind.now() - datetime.now(UTC)) < timedelta(minutes=1))


def test_a_process_that_is_never_idle_asks_as_well(migrated: str, ledger: PostgresLedger) -> None:
    """Its time is set a day behind while a thousand decisions wait: the last is made by the
    server's.
    """
    decided_at: list[datetime] = []

    def looking(states: States, now: datetime) -> Decision:
        decided_at.append(now)
        return Decision(answer=None)

    with PostgresLedger(migrated, role="xavira_api", ask_time_seconds=0.001) as busy:
        busy.append(Command(streams=(ACCOUNT,), decide=looking)).result()
        behind = datetime.now(UTC) - timedelta(days=1)

        def setting_back(states: States, now: datetime) -> Decision:
            busy._clock._told = (behind, monotonic())
            busy._clock._recorded_at = behind
            return Decision(answer=None)

        commands = [Command(streams=(ACCOUNT,), decide=setting_back)]
        commands += [Command(streams=(ACCOUNT,), decide=looking) for _ in range(1_000)]
        for asked in [busy.append(command) for command in commands]:
            asked.result()
    assert abs(decided_at[-1] - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("recorded_seconds", "expected_seconds"),
    [(101.0, 101.0), (99.0, 100.0), (100 + DRIFT_MAX.total_seconds() + 1, 100.0)],
    ids=["a little later", "earlier", "much later"],
)
def test_what_is_recorded_moves_the_time_a_little_and_forward_only(
    recorded_seconds: float, expected_seconds: float
) -> None:
    """Seconds since the server was asked, by our counter: then something is recorded, and a minute
    passes.
    """
    asked, counted = datetime(2030, 5, 5, tzinfo=UTC), [0.0]
    clock = LogClock(counter=lambda: counted[0])
    clock.told(asked, None)
    counted[0] = 100.0
    clock.seen(asked + timedelta(seconds=recorded_seconds))
    assert clock.now() == asked + timedelta(seconds=max(recorded_seconds, expected_seconds))
    counted[0] = 160.0
    assert clock.now() == asked + timedelta(seconds=expected_seconds + 60)


def test_the_server_is_believed_whatever_was_counted() -> None:
    """A counter that ran ahead is set back, though never before what is recorded."""
    asked, counted = datetime(2030, 5, 5, tzinfo=UTC), [0.0]
    clock = LogClock(counter=lambda: counted[0])
    clock.told(asked, None)
    counted[0] = 3_600.0
    clock.told(asked + timedelta(seconds=3_000), asked + timedelta(seconds=2_999))
    assert clock.now() == asked + timedelta(seconds=3_000)
    clock.told(asked, None)
    assert clock.now() == asked + timedelta(seconds=2_999)


def test_a_process_learns_the_time_of_the_log_by_what_it_records(
    migrated: str, ledger: PostgresLedger
) -> None:
    """The log gets an hour ahead while it runs: from its next append on a lot that ends in half an
    hour is over.
    """
    half_an_hour = datetime.now(UTC) + timedelta(minutes=30)
    ledger.append(builders.granted(ACCOUNT, 500, expires_at=half_an_hour)).result()
    set_the_log_ahead(migrated)

    ledger.append(builders.granted(ACCOUNT, 1)).result()
    costly = builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()), price=27)
    with pytest.raises(InsufficientCredits) as refused:
        ledger.append(costly).result()
    assert refused.value.details == {"required": 27, "available": 26}


def set_the_log_ahead(database_url: str) -> None:
    """By an hour, as a server whose clock is ahead would have recorded it."""
    options = "-c search_path=xavira_live -c session_replication_role=replica"
    with psycopg.connect(database_url, options=options) as intruder:
        intruder.execute(
            "UPDATE stored_events SET recorded_at = recorded_at + interval '1 hour'"
            " WHERE notification_id = (SELECT max(notification_id) FROM stored_events)"
        )
        intruder.execute("TRUNCATE snapshots")


@pytest.mark.parametrize(
    ("ours_seconds", "kept"),
    [(0.0, True), (59.0, True), (-3_600.0, False), (-0.1, False), (61.0, False), (3_600.0, False)],
)
def test_a_late_answer_is_believed_as_far_as_it_goes(ours_seconds: float, *, kept: bool) -> None:
    """The server's time is between what it told and a minute more, which the question took: ours
    stands where it is that, however little the answer says; else it is what was told.
    """
    told, counted = datetime(2030, 5, 5, tzinfo=UTC), [0.0]
    clock = LogClock(counter=lambda: counted[0])
    ours = told + timedelta(seconds=ours_seconds)
    clock.told(ours, None)
    clock.told(told, None, took_seconds=60.0)
    assert clock.now() == (ours if kept else told)


def test_a_log_that_is_ahead_says_nothing_of_the_server() -> None:
    """It stands still until the server's time is there, whatever is recorded meanwhile."""
    told, counted = datetime(2030, 5, 5, tzinfo=UTC), [0.0]
    clock = LogClock(counter=lambda: counted[0])
    ahead = told + timedelta(seconds=4)
    clock.told(told, ahead)
    for counted[0] in (1.0, 3.0):
        clock.seen(ahead)
        assert clock.now() == ahead
    counted[0] = 10.0
    assert clock.now() == told + timedelta(seconds=10)


def test_who_knows_nothing_is_never_ahead_of_the_server() -> None:
    """However long the question took on its way. It is asked again, for the next is quicker."""
    begun, counted = datetime(2030, 5, 5, tzinfo=UTC), [0.0]
    clock = LogClock(counter=lambda: counted[0])
    delays = [(20.0, 0.0), (0.001, 0.001)]
    ahead: list[timedelta] = []

    def server() -> tuple[datetime, None]:
        there, back = delays.pop(0)
        ahead.append(clock.now() - begun - timedelta(seconds=counted[0]))
        counted[0] += there
        told = begun + timedelta(seconds=counted[0])
        counted[0] += back
        return told, None

    clock.ask(server)
    assert not delays
    assert ahead[1] <= timedelta(0)
    behind = begun + timedelta(seconds=counted[0]) - clock.now()
    assert timedelta(0) <= behind <= timedelta(seconds=0.002)


def test_a_question_that_takes_long_keeps_nobody_waiting(
    migrated: str, ledger: PostgresLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes longer than the time between two questions: what is appended comes in between."""
    with PostgresLedger(migrated, role="xavira_api", ask_time_seconds=0.05) as other:
        other.append(builders.granted(ACCOUNT, 1)).result()
        times, asked = other._recorder.times, Semaphore(0)

        def slow(connection: Any) -> Any:
            asked.release()
            if slow_ones:
                connection.execute(slow_ones.pop())
            return times(connection)

        slow_ones = ["SELECT pg_sleep(0.1)"] * 50
        monkeypatch.setattr(other._recorder, "times", slow)
        for _ in range(3):
            assert asked.acquire(timeout=60)
            other.append(builders.granted(ACCOUNT, 1)).result(60)
        assert slow_ones


def test_a_question_that_breaks_ends_no_process(
    migrated: str, ledger: PostgresLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it breaks of: what is appended afterwards is recorded."""
    broken = threading.Event()

    def breaking(*_: object) -> Any:
        if not broken.is_set():
            broken.set()
            raise OSError("too many open files")
        return times(recorder, *_)

    with PostgresLedger(migrated, role="xavira_api", ask_time_seconds=0.05) as other:
        other.append(builders.granted(ACCOUNT, 1)).result()
        recorder, times = other._recorder, LedgerRecorder.times
        monkeypatch.setattr(recorder, "times", breaking)
        assert broken.wait(60)
        assert other.append(builders.granted(ACCOUNT, 1)).exception(60) is None
