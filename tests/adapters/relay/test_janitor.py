"""The janitor's rounds: what they forget, and when they end."""

import asyncio
from uuid import UUID, uuid4

import pytest

from adapters.memory.objects import MemoryStore
from adapters.postgres.connections import async_pool
from adapters.relay.janitor import Janitor
from adapters.relay.store_calls import StoreCalls
from adapters.telemetry import metrics
from domain.objects import StoreUnavailable
from tests.adapters.postgres.test_leading import breaks
from tests.adapters.relay.rig import ROLE, Rig, until

pytestmark = pytest.mark.processes


class Stuck(MemoryStore):
    """Removes nothing."""

    def delete(self, key: str) -> None:
        raise StoreUnavailable("stuck")


class Stopping(MemoryStore):
    """Whoever removes an object is told to stop."""

    def __init__(self, stop: asyncio.Event) -> None:
        super().__init__()
        self._loop = asyncio.get_running_loop()
        self._stop = stop

    def delete(self, key: str) -> None:
        super().delete(key)
        self._loop.call_soon_threadsafe(self._stop.set)


async def rounds(rig: Rig, stop: asyncio.Event) -> None:
    async with async_pool(rig.database, role=ROLE) as pool:
        janitor = Janitor(
            ledger=rig.ledger,
            calls=StoreCalls(rig.store),
            pool=pool,
            leading_seconds=lambda: 1.0,
            object_age_seconds=0.0,
            round_seconds=0.05,
        )
        await janitor.run(stop)


def quarantined(rig: Rig, owner: UUID) -> str:
    return rig.store.put_quarantine(owner, b"picture", media_type="image/png")


def test_a_stuck_object_does_not_keep_what_is_too_old(migrated: str, nats_server: str) -> None:
    """Attempts of a month ago are forgotten in the round that could not clear the quarantine."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            rig.store = Stuck()
            quarantined(rig, uuid4())
            for days in (1, 31):
                rig.sql(
                    "INSERT INTO attempts (work_id, attempt, token, released_at)"
                    " VALUES (%s, %s, 'token', now() - %s * interval '1 day')",
                    UUID(int=days),
                    1,
                    days,
                )
            stop = asyncio.Event()
            running = asyncio.create_task(rounds(rig, stop))
            await until(lambda: rig.sql("SELECT work_id FROM attempts") == [(UUID(int=1),)])
            stop.set()
            await running

    asyncio.run(scenario())


def test_what_is_not_forgotten_keeps_no_objects(migrated: str, nats_server: str) -> None:
    """The database takes no deletion: the quarantine is cleared in the same round."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            _keep_all(rig)
            quarantined(rig, uuid4())
            stop = asyncio.Event()
            running = asyncio.create_task(rounds(rig, stop))
            await until(lambda: not list(rig.store.list_quarantine(older_than_seconds=0)))
            stop.set()
            await running

    asyncio.run(scenario())


def test_what_is_not_forgotten_is_heard_while_the_store_is_away(
    migrated: str, nats_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is told by itself: one passes, the other does not."""
    monkeypatch.setattr(metrics, "_meter", None)
    metrics.set_up_metrics("work")

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            _keep_all(rig)
            rig.store = Stuck()
            quarantined(rig, uuid4())
            stop = asyncio.Event()
            running = asyncio.create_task(rounds(rig, stop))
            await until(lambda: breaks("janitor"))
            stop.set()
            await running

    asyncio.run(scenario())


def _keep_all(rig: Rig) -> None:
    """The database takes no deletion any more, as on a full disk."""
    rig.sql(
        "CREATE FUNCTION kept() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE 'no space' USING ERRCODE = 'disk_full'; END $$"
    )
    rig.sql("CREATE TRIGGER kept BEFORE DELETE ON attempts EXECUTE FUNCTION kept()")


def test_a_stop_ends_a_round_at_the_next_object(migrated: str, nats_server: str) -> None:
    """A quarantine of a thousand objects does not keep the process from ending."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            stop = asyncio.Event()
            rig.store = Stopping(stop)
            keys = [quarantined(rig, uuid4()) for _ in range(50)]
            await rounds(rig, stop)
            left = list(rig.store.list_quarantine(older_than_seconds=0))
            assert 0 < len(left) < len(keys)

    asyncio.run(scenario())


def test_traces_are_forgotten_after_a_day(migrated: str, nats_server: str) -> None:
    """In every round, not only when a connection for them is made."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            stop = asyncio.Event()
            running = asyncio.create_task(rounds(rig, stop))
            for hours in (23, 25):
                rig.sql(
                    "INSERT INTO trace_parents (work_id, traceparent, noted_at)"
                    " VALUES (%s, 'trace', now() - %s * interval '1 hour')",
                    UUID(int=hours),
                    hours,
                )
            await until(lambda: rig.sql("SELECT work_id FROM trace_parents") == [(UUID(int=23),)])
            stop.set()
            await running

    asyncio.run(scenario())
