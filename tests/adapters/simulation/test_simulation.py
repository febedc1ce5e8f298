"""The simulated ledger: lawful to its last event, the same for the same seed, never added on."""

from datetime import UTC, datetime
from uuid import UUID

import psycopg
import pytest

from adapters.eventstore import PostgresLedger
from adapters.eventstore.mapper import EventTranscoder
from adapters.simulation.encoding import copy_rows
from adapters.simulation.simulator import Simulator
from adapters.simulation.writing import LogNotEmpty, write_simulation
from domain import ledger
from domain.event import Recorded
from domain.generation import GenerationCompleted, GenerationRequested
from domain.ledger import (
    Account,
    CreditsDebited,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    CreditsRevoked,
)
from domain.objects import parse_key
from domain.payments.payment import PaymentChargedBack
from tests.books import reconcile_log


def simulated(events: int, seed: int) -> list[Recorded]:
    transcoder = EventTranscoder()
    copied = b"".join(rows for rows, _ in Simulator(events=events, seed=seed).chunks())
    return [
        Recorded(
            position=position,
            stream_id=UUID(bytes=stream),
            version=version,
            recorded_at=at,
            event=transcoder.decode_event(topic, state),
        )
        for stream, version, topic, state, position, at in copy_rows(copied)
    ]


@pytest.fixture(scope="module")
def log() -> list[Recorded]:
    return simulated(60_000, 7)


def test_the_books_find_nothing(log: list[Recorded]) -> None:
    """Positions, versions, times, lots, debits and endings of a simulated log all add up."""
    assert len(log) == 60_000
    assert reconcile_log(log) == []


def test_every_move_of_credits_is_the_one_that_the_rules_make(log: list[Recorded]) -> None:
    """The real decisions, asked again at every event, answer what was simulated."""
    accounts: dict[UUID, Account] = {}
    debits: dict[UUID, CreditsDebited] = {}
    checked = dict.fromkeys((CreditsDebited, CreditsRefunded, CreditsExpired, CreditsRevoked), 0)
    for recorded in log:
        event, now = recorded.event, recorded.recorded_at
        account = accounts.get(recorded.stream_id)
        match event:
            case CreditsDebited():
                made = ledger.debit(account, event.generation_id, event.amount, event.key_id, now)
                assert made == event
                debits[event.generation_id] = event
            case CreditsRefunded():
                debited = debits[event.generation_id]
                made = ledger.refund(
                    account,
                    event.generation_id,
                    debited.draws,
                    cause=event.cause,
                    now=now,
                    cap_group=debited.cap_group,
                    period_start=debited.period_start,
                )
                assert event in made
            case CreditsExpired():
                assert account.lots[event.lot_id].expires_at <= now
                assert account.lots[event.lot_id].remaining == event.amount
            case CreditsRevoked(actor="chargeback"):
                assert ledger.revoke(account, event.lot_id, actor=event.actor) == [event]
        if type(event) in checked:
            checked[type(event)] += 1
        if type(event) in ledger.EVENTS:
            accounts[recorded.stream_id] = ledger.evolve(account, event)
    assert min(checked.values()) > 0, checked


def test_it_looks_like_a_business(log: list[Recorded]) -> None:
    """Top-ups with prices, promotions, videos, reopened lots, and one customer bigger than most."""
    grants = [r.event for r in log if isinstance(r.event, CreditsGranted)]
    assert {grant.kind for grant in grants} == {"paid", "promo", "goodwill"}
    assert {g.currency for g in grants if g.kind == "paid"} == {"EUR", "USD", "GBP"}
    claims = [r.event for r in log if isinstance(r.event, GenerationRequested)]
    assert {claim.kind for claim in claims} == {"image", "video"}
    assert any(isinstance(r.event, CreditsRefunded) and r.event.reopened for r in log)
    sizes: dict[UUID, int] = {}
    for claim in claims:
        sizes[claim.account_id] = sizes.get(claim.account_id, 0) + 1
    ranked = sorted(sizes.values())
    assert ranked[-1] > 20 * ranked[len(ranked) // 2]
    seconds = [r.event.engine_seconds for r in log if isinstance(r.event, GenerationCompleted)]
    assert 1 < sum(seconds) / len(seconds) < 20


def test_a_chargeback_is_one_of_its_payment(log: list[Recorded]) -> None:
    """The payment's own event comes first, in the same transaction, and names the lot."""
    before = {recorded.position + 1: recorded.event for recorded in log}
    taken = [
        (before[r.position], r.event)
        for r in log
        if isinstance(r.event, CreditsRevoked) and r.event.actor == "chargeback"
    ]
    assert taken
    for told, revoked in taken:
        assert isinstance(told, PaymentChargedBack)
        assert told.lot_id == revoked.lot_id


def test_outputs_have_keys_of_objects(log: list[Recorded]) -> None:
    """`work` deletes what was deleted in that year: its keys are those of their generations."""
    done = [r for r in log if isinstance(r.event, GenerationCompleted)]
    kinds = set()
    for recorded in done:
        assert isinstance(recorded.event, GenerationCompleted)
        key = parse_key(recorded.event.output_key)
        assert (key.owner, key.media_type) == (recorded.stream_id, recorded.event.media_type)
        if recorded.event.poster_key is not None:
            assert parse_key(recorded.event.poster_key).media_type == "image/png"
        kinds.add((key.media_type, recorded.event.poster_key is None))
    assert kinds == {("image/png", True), ("video/mp4", False)}


def test_it_is_a_year_that_is_over(log: list[Recorded]) -> None:
    """The first event is on new year 2025, the last one within a few days of the next."""
    assert log[0].recorded_at.date() == datetime(2025, 1, 1, tzinfo=UTC).date()
    last = log[-1].recorded_at
    assert datetime(2025, 12, 1, tzinfo=UTC) < last < datetime(2026, 2, 1, tzinfo=UTC)


def test_the_seed_decides_every_byte() -> None:
    """One seed makes one ledger, another seed another one."""
    first, again = (list(Simulator(events=3_000, seed=5).chunks()) for _ in range(2))
    assert first == again
    assert list(Simulator(events=3_000, seed=6).chunks()) != first


@pytest.mark.parametrize("events", [100, 101, 997])
def test_it_is_as_long_as_asked(events: int) -> None:
    """The last transaction ends exactly at the last event."""
    assert [r.position for r in simulated(events, 1)] == list(range(1, events + 1))


def test_it_reads_back_from_the_log(migrated: str) -> None:
    """What was copied into PostgreSQL is what was simulated, event for event."""
    seen: list[int] = []
    written = write_simulation(migrated, events=5_000, seed=9, progress=seen.append)
    expected = simulated(5_000, 9)
    with PostgresLedger(migrated, role="xavira_work") as events:
        assert list(events.read(0, 10_000)) == expected
    assert written.until == expected[-1].recorded_at
    assert seen[-1] == 5_000


def test_indexes_made_later_are_the_same_ones(migrated: str) -> None:
    """A copy that makes the log's indexes afterwards leaves the same events and indexes."""
    known = """
        SELECT indexname, indexdef FROM pg_indexes
        WHERE schemaname = 'xavira_live' AND tablename = 'stored_events' ORDER BY indexname
    """
    with psycopg.connect(migrated, autocommit=True) as connection:
        before = connection.execute(known).fetchall()
        write_simulation(
            migrated, events=2_000, seed=9, progress=lambda position: None, indexes_later=True
        )
        assert connection.execute(known).fetchall() == before
        assert [name for name, _ in before] == [
            "stored_events_notification_id_idx",
            "stored_events_pkey",
        ]
    with PostgresLedger(migrated, role="xavira_work") as events:
        assert list(events.read(0, 10_000)) == simulated(2_000, 9)


def test_it_refuses_a_log_that_holds_events(migrated: str) -> None:
    """A second simulation is refused, and the first one stays as it was."""
    write_simulation(migrated, events=100, seed=1, progress=lambda position: None)
    with pytest.raises(LogNotEmpty):
        write_simulation(migrated, events=200, seed=1, progress=lambda position: None)
    with psycopg.connect(migrated) as connection:
        row = connection.execute("SELECT count(*) FROM xavira_live.stored_events").fetchone()
    assert row == (100,)
