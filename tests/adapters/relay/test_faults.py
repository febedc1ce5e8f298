"""What the relay survives: a wiped bus, a lost leader, a late settler, silence and outages."""

import asyncio
import hashlib
import shutil
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from nats.aio.msg import Msg

from adapters.devstack.nats import EmbeddedNats
from adapters.memory.objects import MemoryStore
from adapters.postgres.connections import async_pool
from adapters.relay import queue
from adapters.relay.booking import recall_lots
from domain.event import Recorded
from domain.generation import GenerationCompleted, GenerationExpired, GenerationFailed
from domain.messages import Command
from domain.objects import ObjectMissing, StoreUnavailable
from tests import builders
from tests.adapters.relay.rig import Rig, until
from tests.inference.flat_engine import FlatEngine

pytestmark = pytest.mark.processes


async def commands_stored(rig: Rig, count: int) -> bool:
    """Whether exactly `count` commands lie on the bus."""
    info = await rig.bus.jetstream.stream_info(rig.topology.commands_stream)
    return info.state.messages == count


def wipe(server: EmbeddedNats, folder: Path) -> None:
    server.stop()
    shutil.rmtree(folder / "nats" / "store")
    server.start()


def test_a_wiped_bus_loses_no_work(migrated: str, own_nats: EmbeddedNats, tmp_path: Path) -> None:
    """The store is deleted while work is queued, released and drawn: all of it completes."""

    async def scenario() -> None:
        gate = threading.Event()
        engine = FlatEngine(gate=gate)
        async with (
            Rig(migrated, own_nats.url()) as rig,
            rig.relaying(),
            rig.consuming(engine, slots=2),
        ):
            account_id, character_id = await rig.customer()
            works = [await rig.request(account_id, character_id, seed=seed) for seed in range(8)]
            await asyncio.to_thread(engine.begun.wait, 120)
            wipe(own_nats, tmp_path)
            gate.set()
            ended = await rig.ended(*works)
            assert [type(each.ending) for each in ended] == [GenerationCompleted] * 8
            assert await rig.available(account_id) == 17

    asyncio.run(scenario())


def test_a_wiped_bus_gets_new_attempts_at_once(
    migrated: str, own_nats: EmbeddedNats, tmp_path: Path
) -> None:
    """Without any consumer, work that was released before the wipe is released again after it."""

    async def scenario() -> None:
        async with Rig(migrated, own_nats.url()) as rig:
            account_id, character_id = await rig.customer()
            work_id = await rig.request(account_id, character_id)
            async with rig.dispatching():
                await until(lambda: rig.sql("SELECT 1 FROM dispatch_queue WHERE attempt = 1"))
                await until(lambda: rig.sql("SELECT 1 FROM bus_streams"))
                wipe(own_nats, tmp_path)
                await until(lambda: rig.sql("SELECT 1 FROM dispatch_queue WHERE attempt = 2"))
            rows = rig.sql("SELECT attempt FROM attempts WHERE work_id = %s", work_id)
            assert sorted(rows) == [(1,), (2,)]

    asyncio.run(scenario())


def test_a_stream_that_ends_earlier_is_a_lost_one(migrated: str, nats_server: str) -> None:
    """The same stream with a lower last sequence than was acknowledged means lost commands."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            await rig.request(account_id, character_id)
            async with rig.dispatching():
                await until(
                    lambda: rig.sql("SELECT 1 FROM dispatch_queue WHERE stream_sequence = 1")
                )
                rig.sql("UPDATE bus_streams SET last_sequence = 99")
                await until(lambda: rig.sql("SELECT 1 FROM dispatch_queue WHERE attempt = 2"))

    asyncio.run(scenario())


def test_a_new_leader_publishes_under_the_same_id(migrated: str, nats_server: str) -> None:
    """What a crashed leader released but did not publish gets published, as the same attempt."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            work_id = await rig.request(account_id, character_id)
            with rig.session() as session:
                changes = rig.log_changes()
                windows = {"default": 2}
                (released,) = queue.step(session, changes, position=99, windows=windows).released
            seen: list[Msg] = []

            async def received(raw: Msg) -> None:
                seen.append(raw)

            await rig.bus.client.subscribe("commands.live.>", cb=received)
            await rig.bus.client.flush()
            for _ in range(2):
                async with rig.dispatching():
                    await until(
                        lambda: rig.sql("SELECT 1 FROM dispatch_queue WHERE stream_sequence = 1")
                    )
            await until(lambda: seen)
            digest = hashlib.sha256(released.token.encode()).hexdigest()[:32]
            assert {(raw.headers or {})["Nats-Msg-Id"] for raw in seen} == {f"{work_id}:1:{digest}"}
            command = rig.bus.codec.open(seen[0].subject, seen[0].data, Command)
            assert command.token == released.token
            info = await rig.bus.jetstream.stream_info("COMMANDS_LIVE")
            assert info.state.messages == 1

    asyncio.run(scenario())


def test_a_release_that_the_database_forgot_is_made_again(migrated: str, nats_server: str) -> None:
    """A crash of the database takes back a release that was published, and drawn: the work is
    released under the same number, drawn again, and that result is accepted.
    """

    async def scenario() -> None:
        engine = FlatEngine()
        async with Rig(migrated, nats_server) as rig, rig.consuming(engine):
            account_id, character_id = await rig.customer()
            work_id = await rig.request(account_id, character_id)
            async with rig.dispatching():
                await until(lambda: engine.drawn)
                await until(lambda: commands_stored(rig, 0))  # its result is stored before that
            (lost,) = rig.sql("SELECT token FROM attempts WHERE work_id = %s", work_id)
            rig.sql("DELETE FROM attempts WHERE work_id = %s", work_id)
            rig.sql("DELETE FROM dispatch_queue WHERE work_id = %s", work_id)
            rig.sql("UPDATE reaction_checkpoints SET position = 0 WHERE name = 'dispatch'")
            async with rig.relaying():
                (ended,) = await rig.ended(work_id)
            assert isinstance(ended.ending, GenerationCompleted)
            assert ended.ending.attempt == 1
            (token,) = rig.sql("SELECT token FROM attempts WHERE work_id = %s", work_id)
            assert token != lost
            assert [len(batch) for batch in engine.drawn] == [1, 1]
            assert await rig.available(account_id) == 24

    asyncio.run(scenario())


def lock_holder(rig: Rig) -> int | None:
    """The process id of the session that holds the dispatcher's lock."""
    rows = rig.sql(
        "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        " AND (classid::bigint << 32 | objid::bigint)"
        " = hashtextextended('xavira_dispatcher_live', 0)"
    )
    return rows[0][0] if rows else None


def test_a_lost_session_loses_the_lead(migrated: str, nats_server: str) -> None:
    """When the leader's session is ended somebody leads on another one, and work goes on."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.dispatching() as first:
            await until(lambda: first.leading_seconds is not None)
            async with rig.dispatching() as second:
                old = lock_holder(rig)
                assert old is not None
                assert second.leading_seconds is None
                rig.sql("SELECT pg_terminate_backend(%s)", old)
                await until(lambda: lock_holder(rig) not in (None, old))
                account_id, character_id = await rig.customer()
                await rig.request(account_id, character_id)
                await until(lambda: rig.sql("SELECT 1 FROM attempts"))
                await until(
                    lambda: (first.leading_seconds is None) != (second.leading_seconds is None)
                )

    asyncio.run(scenario())


def test_a_mistake_of_the_dispatcher_ends_nothing_else(migrated: str, nats_server: str) -> None:
    """What reads the log breaks: the dispatcher leads no more, its loop goes on till it is told."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            begun = threading.Event()

            def follow(_: int, __: threading.Event) -> Iterator[Sequence[Recorded]]:
                begun.set()
                raise RuntimeError("a mistake of ours")

            rig.follow = follow  # type: ignore[method-assign]
            async with rig.dispatching() as dispatcher:
                await asyncio.to_thread(begun.wait, 120)
                await until(lambda: dispatcher.leading_seconds is None)

    asyncio.run(scenario())


def test_results_wait_for_the_settler_and_beat_the_sweeper(migrated: str, nats_server: str) -> None:
    """Work finished during an outage is completed after it, although its deadline has passed."""

    async def scenario() -> None:
        engine = FlatEngine()
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            works = [await rig.request(account_id, character_id, seed=seed) for seed in range(4)]
            async with rig.dispatching(), rig.consuming(engine, slots=4):
                await until(lambda: len(engine.drawn) == 4)
            rig.sql("UPDATE dispatch_queue SET deadline_at = now() - interval '1 hour'")
            async with rig.relaying(outage_grace_seconds=3600.0):
                ended = await rig.ended(*works)
            assert [type(each.ending) for each in ended] == [GenerationCompleted] * 4

    asyncio.run(scenario())


def test_work_nobody_starts_expires(migrated: str, nats_server: str) -> None:
    """Without a consumer a generation expires at its deadline and is refunded."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.relaying():
            account_id, character_id = await rig.customer()
            soon = datetime.now(UTC) + timedelta(seconds=0.3)
            generation_id = await rig.request(account_id, character_id, deadline_at=soon)
            (ended,) = await rig.ended(generation_id)
            assert ended.ending == GenerationExpired()
            assert await rig.available(account_id) == 25
            await until(lambda: not rig.sql("SELECT 1 FROM dispatch_queue"))
            await until(lambda: commands_stored(rig, 0))

    asyncio.run(scenario())


def test_a_render_that_never_comes_back_is_failed(migrated: str, nats_server: str) -> None:
    """Work that was started and then forgotten is failed as a timeout by the sweeper."""

    async def scenario() -> None:
        engine = FlatEngine(gate=threading.Event())
        async with (
            Rig(migrated, nats_server) as rig,
            rig.relaying(render_seconds_max=0.2, render_margin_seconds=0.2),
            rig.consuming(engine, render_seconds_max=30.0),
        ):
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            (ended,) = await rig.ended(generation_id)
            assert ended.ending == GenerationFailed(attempt=1, reason="timeout")
            assert await rig.available(account_id) == 25

    asyncio.run(scenario())


async def unheard_of_for_long(rig: Rig) -> None:
    """All work in flight has been silent for an hour, now that a consumer could have spoken."""
    await until(lambda: rig.sql("SELECT 1 FROM dispatch_pools WHERE slots > 0"))
    rig.sql("UPDATE dispatch_queue SET seen_at = now() - interval '1 hour'")


@pytest.mark.parametrize("state", ["released", "started"])
def test_silent_work_is_released_again(state: str, migrated: str, nats_server: str) -> None:
    """A command that got lost on the bus is noticed by its silence and completed as attempt 2."""

    async def scenario() -> None:
        engine = FlatEngine()
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            async with rig.dispatching():
                await until(
                    lambda: rig.sql("SELECT 1 FROM dispatch_queue WHERE stream_sequence = 1")
                )
            await rig.bus.jetstream.purge_stream("COMMANDS_LIVE")
            rig.sql("UPDATE dispatch_queue SET state = %s, started_at = now()", state)
            async with rig.relaying(), rig.consuming(engine):
                await unheard_of_for_long(rig)
                (ended,) = await rig.ended(generation_id)
            assert isinstance(ended.ending, GenerationCompleted)
            assert ended.ending.attempt == 2

    asyncio.run(scenario())


def test_work_that_waits_its_turn_is_not_silent(migrated: str, nats_server: str) -> None:
    """A command that no consumer was given yet keeps its attempt, however long others are drawn."""

    async def scenario() -> None:
        gate = threading.Event()
        engine = FlatEngine(gate=gate)
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(engine):
            account_id, character_id = await rig.customer()
            drawn = await rig.request(account_id, character_id)
            await asyncio.to_thread(engine.begun.wait, 120)
            waiting = await rig.request(account_id, character_id)
            stored = "SELECT 1 FROM dispatch_queue WHERE work_id = %s AND stream_sequence > 0"
            await until(lambda: rig.sql(stored, waiting))
            rig.sql(
                "UPDATE dispatch_queue SET silences = 5, seen_at = now() - interval '1 hour'"
                " WHERE work_id = %s",
                waiting,
            )
            excused = "SELECT 1 FROM dispatch_queue WHERE seen_at > now() - interval '1 minute'"
            await until(lambda: rig.sql(f"{excused} AND work_id = %s", waiting))
            gate.set()
            ended = await rig.ended(drawn, waiting)
            assert [type(each.ending) for each in ended] == [GenerationCompleted] * 2
            assert rig.sql("SELECT attempt FROM attempts") == [(1,), (1,)]

    asyncio.run(scenario())


def test_work_that_falls_silent_too_often_is_failed(migrated: str, nats_server: str) -> None:
    """Work of which nothing was heard for the sixth time is failed and refunded."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            async with rig.dispatching():
                await until(
                    lambda: rig.sql("SELECT 1 FROM dispatch_queue WHERE stream_sequence = 1")
                )
            await rig.bus.jetstream.purge_stream("COMMANDS_LIVE")
            rig.sql("UPDATE dispatch_queue SET state = 'started', started_at = now(), silences = 5")
            async with rig.relaying(), rig.consuming(FlatEngine()):
                await unheard_of_for_long(rig)
                (ended,) = await rig.ended(generation_id)
            assert ended.ending == GenerationFailed(attempt=1, reason="engine_failed")
            assert await rig.available(account_id) == 25

    asyncio.run(scenario())


def test_expired_lots_are_booked(migrated: str, nats_server: str) -> None:
    """A lot whose time has come is booked as expired without anybody asking."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.relaying():
            account_id = await rig.account()
            soon = datetime.now(UTC) + timedelta(seconds=0.2)
            await rig.append(builders.granted(account_id, 7, expires_at=soon))
            await until(lambda: "credits.expired.v1" in rig.topics(account_id))
            await until(lambda: not rig.sql("SELECT 1 FROM lot_expiries"))
            assert await rig.available(account_id) == 25

    asyncio.run(scenario())


def test_an_expiry_that_was_forgotten_is_booked(migrated: str, nats_server: str) -> None:
    """A lot that expired, still holds credits and is due by nobody's row is found by its balance;
    an empty one, one that never expires and one that has just expired are left alone.
    """

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            account_id, empty_id = await rig.account(), await rig.account()
            now = datetime.now(UTC)
            long_ago = now - timedelta(minutes=2)
            await rig.append(builders.granted(account_id, 7, expires_at=long_ago))
            await rig.append(builders.granted(account_id, 5, expires_at=now))
            rig.project()
            rig.sql(
                "INSERT INTO balance_lots SELECT %s, %s, 'promo', 1, %s, 3, 0, false, 1",
                empty_id,
                uuid4(),
                long_ago,
            )
            rig.sql("INSERT INTO reaction_checkpoints VALUES ('dispatch', %s)", rig.ledger.head())
            async with async_pool(migrated, role="xavira_work") as pool:
                assert await recall_lots(pool) == 1
                assert await recall_lots(pool) == 0
            assert rig.sql("SELECT account_id, expires_at FROM lot_expiries") == [
                (account_id, long_ago)
            ]
            rig.sql("DELETE FROM lot_expiries")
            async with rig.relaying():
                await until(lambda: "credits.expired.v1" in rig.topics(account_id))
                await until(lambda: not rig.sql("SELECT 1 FROM lot_expiries"))
            assert rig.topics(account_id).count("credits.expired.v1") == 2

    asyncio.run(scenario())


def test_a_backlog_of_expired_lots_holds_up_nothing(
    migrated: str, nats_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A deadline that passes while a hundred seconds' worth of lots are booked is kept, and so is a
    stop.
    """
    monkeypatch.setattr("adapters.relay.booking.DUE_ACCOUNTS_MAX", 1)
    monkeypatch.setattr("adapters.relay.booking.BOOKED_PER_SECOND_MAX", 4)

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.relaying():
            account_id, character_id = await rig.customer()
            rig.sql(
                "INSERT INTO lot_expiries (account_id, lot_id, expires_at)"
                " SELECT gen_random_uuid(), gen_random_uuid(), now() FROM generate_series(1, 400)"
            )
            await until(lambda: rig.sql("SELECT 1 FROM lot_expiries HAVING count(*) < 399"))
            soon = datetime.now(UTC) + timedelta(seconds=0.1)
            generation_id = await rig.request(account_id, character_id, deadline_at=soon)
            (ended,) = await rig.ended(generation_id)
            assert ended.ending == GenerationExpired()
            assert rig.sql("SELECT 1 FROM lot_expiries LIMIT 1")

    asyncio.run(scenario())


def test_the_janitor_finishes_moves_and_clears_the_rest(migrated: str, nats_server: str) -> None:
    """An accepted object becomes public, one of open work stays, one of nobody is removed."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            done, waiting = [await rig.request(account_id, character_id) for _ in range(2)]
            data = b"picture"
            keys = [
                rig.store.put_quarantine(owner, data, media_type="image/png")
                for owner in (done, waiting, account_id)
            ]
            await rig.complete(done, keys[0])
            async with rig.relaying():
                await rig.shown(keys[0])
                await until(
                    lambda: list(rig.store.list_quarantine(older_than_seconds=0)) == [keys[1]]
                )
            with pytest.raises(ObjectMissing):
                rig.store.get(keys[2])

    asyncio.run(scenario())


class StuckStore(MemoryStore):
    """Moves nothing of one owner."""

    stuck: UUID | None = None

    def delete(self, key: str) -> None:
        if key.startswith(str(self.stuck)):
            raise StoreUnavailable("stuck")
        super().delete(key)


def test_an_object_that_cannot_be_moved_holds_up_no_other(migrated: str, nats_server: str) -> None:
    """The janitor comes to it first, cannot remove it, and removes the other."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            rig.store = store = StuckStore()
            store.stuck, free = uuid4(), uuid4()
            keys = [
                store.put_quarantine(owner, b"picture", media_type="image/png")
                for owner in (store.stuck, free)
            ]
            async with rig.relaying():
                await until(lambda: list(store.list_quarantine(older_than_seconds=0)) == keys[:1])

    asyncio.run(scenario())


def test_a_database_outage_is_survived(migrated: str, nats_server: str) -> None:
    """All sessions of the relay are ended while work goes through it: all of it completes."""

    async def scenario() -> None:
        gate = threading.Event()
        engine = FlatEngine(gate=gate)
        async with (
            Rig(migrated, nats_server) as rig,
            rig.relaying(),
            rig.consuming(engine, slots=2),
        ):
            account_id, character_id = await rig.customer()
            works = [await rig.request(account_id, character_id, seed=seed) for seed in range(12)]
            rig.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            gate.set()
            ended = await rig.ended(*works)
            assert [type(each.ending) for each in ended] == [GenerationCompleted] * 12
            assert await rig.available(account_id) == 13

    asyncio.run(scenario())
