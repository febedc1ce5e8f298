"""What only PostgreSQL can get wrong: races between processes, lost replies, roles, the lock."""

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import wait
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

import msgspec
import psycopg
import pytest
from structlog.testing import capture_logs

from adapters.eventstore import PostgresLedger
from adapters.eventstore.follower import Follower, Lookout
from adapters.keys import Pepper, issue_key, key_row
from adapters.postgres.connections import connect
from domain import handlers
from domain.errors import InsufficientCredits, TemporarilyUnavailable
from domain.event import Recorded
from domain.ids import AccountId, CharacterId, GenerationId, KeyId
from domain.ledger import KeyIssued
from domain.ports import Decision, States
from domain.registry import TOPICS
from tests import builders
from tests.adapters.eventstore.customer import ACCOUNT, CHARACTER, available
from tests.adapters.eventstore.listeners import end_listeners
from tests.adapters.eventstore.whole import assert_gap_free
from tests.stack import wait_for

NEVER_SECONDS = 600.0
"""Between two looks of a follower: longer than any test waits, so that it has to be woken."""


def test_what_changes_nothing_is_so_by_the_log(migrated: str, ledger: PostgresLedger) -> None:
    """A process that remembers an account from before another one granted a lot books its expiry.

    A decision without events meets no conflict, so nothing else would tell it that it was wrong.
    """
    with PostgresLedger(migrated, role="xavira_work") as other:
        assert other.append(handlers.expire_lots(ACCOUNT)).result().position == 0
        soon = datetime.now(UTC) + timedelta(milliseconds=200)
        ledger.append(builders.granted(ACCOUNT, 7, expires_at=soon)).result()
        wait_for(lambda: other.now() > soon)
        booked = other.append(handlers.expire_lots(ACCOUNT)).result()
    assert [recorded.event.TOPIC for recorded in booked.recorded] == ["credits.expired.v1"]


def test_appends_go_on_after_a_batch_with_rows_lost_a_race(
    migrated: str, ledger: PostgresLedger
) -> None:
    """Its transaction is rolled back, and whatever was prepared on the connection is gone."""
    with PostgresLedger(migrated, role="xavira_api") as other:
        other.append(builders.granted(ACCOUNT, 1)).result()
    key = issue_key("live", pepper=Pepper(1, b"p" * 32))
    key_id = KeyId(uuid4())
    issued = KeyIssued(key_id=key_id, prefix=key.prefix, last4=key.last4, scopes=("read",))
    row = key_row("live", ACCOUNT, key_id, key)
    assert ledger.append(handlers.issue_key(ACCOUNT, issued, rows=(row,))).result().answer
    assert ledger.append(builders.granted(ACCOUNT, 1)).result().position == 8
    assert_gap_free(ledger)


def test_a_writer_that_stood_still_under_the_lock_records_nothing(
    migrated: str, ledger: PostgresLedger
) -> None:
    """PostgreSQL ends its session; who waits is told to ask again, and the next append works."""
    granting = builders.granted(ACCOUNT, 7)
    under_lock = (
        "SELECT pid FROM pg_stat_activity"
        " WHERE state = 'idle in transaction' AND datname = current_database()"
    )
    stood_still: list[bool] = []

    def slowly(states: States, now: datetime) -> Decision:
        if holders := observer.execute(under_lock).fetchall():
            wait_for(lambda: observer.execute(under_lock).fetchall() != holders)
            stood_still.append(True)
        return granting.decide(states, now)

    with (
        psycopg.connect(migrated, autocommit=True) as observer,
        PostgresLedger(migrated, role="xavira_api") as other,
    ):
        other.append(builders.granted(ACCOUNT, 1)).result()
        slow = msgspec.structs.replace(granting, decide=slowly)
        assert isinstance(ledger.append(slow).exception(), TemporarilyUnavailable)
        assert stood_still == [True]
        assert ledger.append(granting).result().position
    assert available(ledger) == 25 + 1 + 7
    assert_gap_free(ledger)


def test_two_processes_share_one_balance(migrated: str, ledger: PostgresLedger) -> None:
    """Four ledgers with their own caches, 200 requests, 25 credits: exactly 25 are accepted."""
    outcomes: list[str] = []

    def submit(other: PostgresLedger) -> None:
        futures = [
            other.append(builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4())))
            for _ in range(50)
        ]
        for future in futures:
            error = future.exception()
            outcomes.append("accepted" if error is None else type(error).__name__)

    others = [PostgresLedger(migrated, role="xavira_api").start() for _ in range(4)]
    threads = [threading.Thread(target=submit, args=(other,)) for other in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for other in others:
        other.close()

    assert sorted(set(outcomes)) == ["InsufficientCredits", "accepted"]
    assert outcomes.count("accepted") == 25
    assert available(ledger) == 0
    assert_gap_free(ledger)


def test_a_stale_cache_never_refuses(migrated: str, ledger: PostgresLedger) -> None:
    """Credits that another process granted are spendable here at once."""
    spend = [GenerationId(uuid4()) for _ in range(25)]
    wait([ledger.append(builders.requested(ACCOUNT, CHARACTER, g)) for g in spend])
    with pytest.raises(InsufficientCredits):
        ledger.append(builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()))).result()

    with PostgresLedger(migrated, role="xavira_work") as other:
        other.append(builders.granted(ACCOUNT, 1)).result()

    ledger.append(builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()))).result()
    assert available(ledger) == 0


def test_a_stale_cache_is_no_mistake(migrated: str, ledger: PostgresLedger) -> None:
    """A refund into a lot that is full as it is remembered is recorded, and no error is logged."""
    with PostgresLedger(migrated, role="xavira_work") as other:
        other.append(builders.granted(ACCOUNT, 1)).result()
        generation_id = GenerationId(uuid4())
        ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()
        with capture_logs() as logs:
            other.append(builders.failed(ACCOUNT, generation_id)).result()

    assert available(ledger) == 26
    assert [line for line in logs if line["log_level"] == "error"] == []


def _backends(database_url: str) -> set[int]:
    with psycopg.connect(database_url) as connection:
        asked = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
        return {pid for (pid,) in connection.execute(asked)} - {connection.info.backend_pid}


def test_reads_from_a_server_that_stands_still_are_given_up(
    migrated: str, ledger: PostgresLedger
) -> None:
    """A load is made anew elsewhere; whoever reads the log is told, and may try again."""
    before = _backends(migrated)
    with PostgresLedger(migrated, role="xavira_api", patience_seconds=1.0) as impatient:
        impatient.load([ACCOUNT]).result()
        impatient.head()
        still = _backends(migrated) - before
        for pid in still:
            os.kill(pid, signal.SIGSTOP)
        try:
            loaded = impatient.load([CHARACTER]).result(timeout=60)
            with pytest.raises(psycopg.OperationalError):
                impatient.head()
            head = impatient.head()
        finally:
            for pid in still:
                os.kill(pid, signal.SIGCONT)

    assert (len(still), loaded[CHARACTER].version, head) == (2, 1, ledger.head())


def test_a_server_that_stands_still_is_given_up(migrated: str, ledger: PostgresLedger) -> None:
    """It closes nothing: the append is made anew on another connection, and is there once, whatever
    the first one does with it when it goes on.
    """
    before = _backends(migrated)
    with PostgresLedger(migrated, role="xavira_api", patience_seconds=0.3) as impatient:
        impatient.append(builders.granted(ACCOUNT, 1)).result()
        still = _backends(migrated) - before
        for pid in still:
            os.kill(pid, signal.SIGSTOP)
        try:
            asked = impatient.append(builders.granted(ACCOUNT, 1))
            appended = asked.result(timeout=60)
        finally:
            for pid in still:
                os.kill(pid, signal.SIGCONT)
        wait_for(lambda: not still & _backends(migrated))

    assert appended.position == 7
    assert available(ledger) == 27
    assert_gap_free(ledger)


def test_snapshots_give_up_a_server_that_stands_still(
    migrated: str, ledger: PostgresLedger
) -> None:
    """With the ledger's patience, as the appends beside them do; the next snapshot is written."""
    before = _backends(migrated)
    with PostgresLedger(
        migrated, role="xavira_api", snapshot_events=1, patience_seconds=0.3
    ) as impatient:
        first = impatient.append(builders.granted(ACCOUNT, 1)).result()
        wait_for(lambda: _kept_version(migrated) == first.recorded[-1].version)
        still = _backends(migrated) - before
        for pid in still:
            os.kill(pid, signal.SIGSTOP)
        try:
            with capture_logs() as logs:
                impatient.append(builders.granted(ACCOUNT, 1)).result(timeout=60)
                wait_for(lambda: "snapshot failed" in [line["event"] for line in logs], seconds=25)
        finally:
            for pid in still:
                os.kill(pid, signal.SIGCONT)
        last = impatient.append(builders.granted(ACCOUNT, 1)).result()
        wait_for(lambda: _kept_version(migrated) == last.recorded[-1].version)


def _kept_version(database_url: str) -> int | None:
    with psycopg.connect(database_url) as connection:
        asked = "SELECT version FROM xavira_live.snapshots WHERE stream_id = %s"
        row = connection.execute(asked, (ACCOUNT,)).fetchone()
        return None if row is None else row[0]


def test_one_refusal_drops_out_of_its_batch_alone(ledger: PostgresLedger) -> None:
    """A refused command leaves the three later commands on its stream as if it never was."""
    first = ledger.append(builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()), price=99))
    rest = [
        ledger.append(builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4())))
        for _ in range(3)
    ]

    assert isinstance(first.exception(), InsufficientCredits)
    assert [future.exception() for future in rest] == [None, None, None]
    assert available(ledger) == 22
    assert_gap_free(ledger)


def test_a_writer_that_ignores_the_lock_is_not_missed(
    migrated: str, ledger: PostgresLedger
) -> None:
    """A position taken without the lock collides with the unique index instead of slipping by."""
    with (
        psycopg.connect(migrated, options="-c search_path=xavira_live") as rogue,
        pytest.raises(psycopg.errors.UniqueViolation),
    ):
        rogue.execute(
            "INSERT INTO stored_events VALUES (%s, 1, 'rogue', '', %s, now())",
            (uuid4(), ledger.head()),
        )


def test_a_stuck_writer_costs_the_others_a_clear_answer(
    migrated: str, ledger: PostgresLedger
) -> None:
    """While a stopped client holds the append lock, others are told to come back; then it ends."""
    generation_id = GenerationId(uuid4())
    command = builders.requested(ACCOUNT, CHARACTER, generation_id)
    with psycopg.connect(migrated) as stuck:
        stuck.execute("SELECT pg_advisory_xact_lock(%s, 1)", (0x58415650,))

        with pytest.raises(TemporarilyUnavailable):
            ledger.append(command).result()

    assert ledger.append(command).result().answer.replayed is False
    assert available(ledger) == 24


@pytest.mark.parametrize("role", ["xavira_api", "xavira_work"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE stored_events SET topic = 'x'",
        "DELETE FROM stored_events",
        "TRUNCATE stored_events",
        "DROP TABLE stored_events",
        "ALTER TABLE stored_events DISABLE TRIGGER ALL",
    ],
)
def test_roles_cannot_change_the_log(
    migrated: str, ledger: PostgresLedger, role: str, statement: str
) -> None:
    """The processes' roles may insert into the log and read it, and nothing else."""
    with (
        connect(migrated, role=role) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE xavira_live.stored_events SET topic = 'x'",
        "DELETE FROM xavira_live.stored_events",
        "TRUNCATE xavira_live.stored_events",
    ],
)
def test_even_the_owner_meets_the_trigger(
    migrated: str, ledger: PostgresLedger, statement: str
) -> None:
    """A superuser's slip is refused by the trigger; the log stays as it was."""
    with (
        psycopg.connect(migrated) as owner,
        pytest.raises(psycopg.errors.RestrictViolation, match="append-only"),
    ):
        owner.execute(statement)

    assert ledger.head() == 5


_Kind = Callable[..., Follower | Lookout]
_EVERYTHING = partial(Lookout, topics=TOPICS)


@pytest.mark.parametrize(("kind", "rounds"), [(Follower, 32), (_EVERYTHING, 3)])
def test_a_follower_sees_every_event_of_eight_writers(
    migrated: str, kind: _Kind, rounds: int
) -> None:
    """Eight writers, 10,304 events (1,024 for the other kind): a tailing reader gets each once,
    none missed, in the order of the log and so in that of each stream.
    """
    stop = threading.Event()
    seen: list[tuple[int, UUID]] = []
    accounts = [AccountId(uuid4()) for _ in range(8)]
    expected = 8 * (8 + rounds * 40)

    def write(account_id: AccountId) -> None:
        with PostgresLedger(migrated, role="xavira_api") as ledger:
            ledger.append(builders.opened(account_id)).result()
            character_id = CharacterId(uuid4())
            ledger.append(builders.created(account_id, character_id)).result()
            ledger.append(builders.granted(account_id, 1_000)).result()
            ledger.append(builders.granted(account_id, 1_000)).result()
            ledger.append(builders.granted(account_id, 1_000)).result()
            for _ in range(rounds):
                asked = [
                    ledger.append(
                        builders.requested(account_id, character_id, GenerationId(uuid4()))
                    )
                    for _ in range(20)
                ]
                assert [future.exception() for future in asked] == [None] * 20

    def follow() -> None:
        for batch in kind(migrated, role="xavira_work").batches(0, stop=stop, limit=37):
            for passed in batch:
                event = passed if isinstance(passed, Recorded) else passed.recorded
                assert event is not None
                seen.append((event.position, event.stream_id))
            if len(seen) >= expected:
                return

    reader = threading.Thread(target=follow)
    reader.start()
    writers = [threading.Thread(target=write, args=(account_id,)) for account_id in accounts]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    reader.join(timeout=240)
    stop.set()

    assert [position for position, _ in seen] == list(range(1, expected + 1))
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        log = ledger.read(0, expected)
        assert_gap_free(ledger, events_max=expected)
    assert [stream_id for _, stream_id in seen] == [event.stream_id for event in log]


def test_a_lookout_yields_the_events_of_its_topics(migrated: str, ledger: PostgresLedger) -> None:
    """A completion as the log has it, in the batch it belongs to, and how far each batch came."""
    stop, generation_id = threading.Event(), GenerationId(uuid4())
    ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()
    ledger.append(builders.completed(generation_id)).result()
    ledger.append(builders.granted(ACCOUNT, 500)).result()
    lookout = Lookout(migrated, role="xavira_api", topics=["generation.completed.v1"])
    batches = list(islice(lookout.batches(0, stop=stop, limit=3), 3))
    lookout.close()
    completed = [event for event in ledger.read(0, 100) if event.stream_id == generation_id][-1]
    assert ledger.head() == 9
    assert [[passed.position for passed in batch] for batch in batches] == [[3], [6], [8, 9]]
    assert [passed.recorded for batch in batches for passed in batch] == [
        None,
        None,
        completed,
        None,
    ]


@pytest.mark.parametrize("kind", [Follower, _EVERYTHING])
def test_a_follower_that_is_cut_off_misses_nothing(
    migrated: str, ledger: PostgresLedger, kind: _Kind
) -> None:
    """Its connection is ended while it waits and while others write: each event comes once, the
    last without another one after it, and not because it looks again by itself.
    """
    stop = threading.Event()
    seen: list[int] = []
    start = ledger.head()

    def follow() -> None:
        follower = kind(migrated, role="xavira_work")
        for batch in follower.batches(start, stop=stop, limit=3, poll_seconds=NEVER_SECONDS):
            seen.extend(event.position for event in batch)

    reader = threading.Thread(target=follow)
    reader.start()
    try:
        for _ in range(3):
            wait_for(lambda: end_listeners(migrated))
            for _ in range(5):
                ledger.append(
                    builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()))
                ).result()
            wait_for(lambda: len(seen) == ledger.head() - start)
    finally:
        stop.set()
        end_listeners(migrated)
        reader.join(timeout=120)

    assert seen == list(range(start + 1, ledger.head() + 1))


@pytest.mark.parametrize("moment", ["before it listens", "before it reads", "before it waits"])
def test_what_is_recorded_while_a_follower_starts_is_seen(
    migrated: str, ledger: PostgresLedger, moment: str
) -> None:
    """Between any two steps of its start, and without another event after it."""
    start = ledger.head()

    def record(now: str) -> None:
        if now == moment and ledger.head() == start:
            ledger.append(builders.granted(ACCOUNT, 1)).result()

    class Starting(Follower):
        def _listening(self) -> psycopg.Connection[Any]:
            record("before it listens")
            return super()._listening()

        def _read(self, after: int, limit: int) -> list[Recorded]:
            self._listening()
            record("before it reads")
            batch = super()._read(after, limit)
            record("before it waits")
            return batch

    follower = Starting(migrated, role="xavira_work")
    batches = follower.batches(start, stop=threading.Event(), poll_seconds=NEVER_SECONDS)
    first = next(batch for batch in batches if batch)
    follower.close()
    assert [event.position for event in first] == [start + 1]
