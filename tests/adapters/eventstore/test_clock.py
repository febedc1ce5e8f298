"""Whose clock decides: that of PostgreSQL, and never before what the log holds."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest

from adapters.eventstore import PostgresLedger
from domain.errors import InsufficientCredits
from domain.ids import AccountId, CharacterId, GenerationId
from domain.ports import Command, Decision, States
from tests import builders

ACCOUNT = AccountId(uuid4())
CHARACTER = CharacterId(uuid4())


@pytest.fixture
def ledger(migrated: str) -> Iterator[PostgresLedger]:
    """A ledger with one account of 25 credits and one character."""
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        ledger.append(builders.opened(ACCOUNT)).result()
        ledger.append(builders.created(ACCOUNT, CHARACTER)).result()
        yield ledger


def test_a_clock_that_is_an_hour_behind_spends_nothing_that_expired(
    migrated: str, ledger: PostgresLedger
) -> None:
    """The log's time is an hour ahead of ours: a lot that ends between the two is over, and what
    is recorded next is not recorded before.
    """
    now = datetime.now(UTC)
    half_an_hour = now + timedelta(minutes=30)
    ledger.append(builders.granted(ACCOUNT, 500, expires_at=half_an_hour)).result()
    _set_the_log_ahead(migrated)

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


def test_a_process_learns_the_time_of_the_log_by_what_it_records(
    migrated: str, ledger: PostgresLedger
) -> None:
    """The log gets an hour ahead while it runs: from its next append on a lot that ends in half an
    hour is over.
    """
    half_an_hour = datetime.now(UTC) + timedelta(minutes=30)
    ledger.append(builders.granted(ACCOUNT, 500, expires_at=half_an_hour)).result()
    _set_the_log_ahead(migrated)

    ledger.append(builders.granted(ACCOUNT, 1)).result()
    costly = builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()), price=27)
    with pytest.raises(InsufficientCredits) as refused:
        ledger.append(costly).result()
    assert refused.value.details == {"required": 27, "available": 26}


def _set_the_log_ahead(database_url: str) -> None:
    """By an hour, as a server whose clock is ahead would have recorded it."""
    options = "-c search_path=xavira_live -c session_replication_role=replica"
    with psycopg.connect(database_url, options=options) as intruder:
        intruder.execute(
            "UPDATE stored_events SET recorded_at = recorded_at + interval '1 hour'"
            " WHERE notification_id = (SELECT max(notification_id) FROM stored_events)"
        )
        intruder.execute("TRUNCATE snapshots")
