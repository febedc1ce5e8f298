"""From the log to the bus, to an engine, and back: with real PostgreSQL and NATS."""

import asyncio
import contextlib
import sys
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.object_store.folder import FolderStore
from domain.characters.character import IdentityStored
from domain.generation import (
    GenerationCanceled,
    GenerationCompleted,
    GenerationFailed,
)
from tests.adapters.relay.consumer_process import KILLER
from tests.adapters.relay.rig import Rig, until
from tests.inference.flat_engine import FlatEngine, fail_on_seed

pytestmark = pytest.mark.processes


def test_a_request_becomes_a_public_image(migrated: str, nats_server: str) -> None:
    """A requested image is drawn once, accepted, public under its key, and costs one credit."""

    async def scenario() -> None:
        engine = FlatEngine()
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(engine):
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            (ended,) = await rig.ended(generation_id)
            assert isinstance(ended.ending, GenerationCompleted)
            assert ended.ending.attempt == 1
            assert (await rig.shown(ended.ending.output_key))[:4] == b"\x89PNG"
            assert engine.drawn[0][0].prompt == "a person in a garden"
            assert engine.drawn[0][0].negative_prompt == "blurry"
            assert await rig.available(account_id) == 24

    asyncio.run(scenario())


def test_a_failed_render_is_refunded(migrated: str, nats_server: str) -> None:
    """An engine that fails ends the generation as failed, and its credit comes back."""

    async def scenario() -> None:
        engine = FlatEngine(before=fail_on_seed(13))
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(engine):
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id, seed=13)
            (ended,) = await rig.ended(generation_id)
            assert ended.ending == GenerationFailed(attempt=1, reason="engine_failed")
            assert await rig.available(account_id) == 25

    asyncio.run(scenario())


def test_a_render_that_takes_too_long_is_a_timeout(migrated: str, nats_server: str) -> None:
    """A render beyond its limit is stopped by its progress callback and refunded as a timeout."""

    async def scenario() -> None:
        engine = FlatEngine(gate=threading.Event())
        async with (
            Rig(migrated, nats_server) as rig,
            rig.relaying(),
            rig.consuming(engine, render_seconds_max=0.2),
        ):
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            (ended,) = await rig.ended(generation_id)
            assert ended.ending == GenerationFailed(attempt=1, reason="timeout")
            assert await rig.available(account_id) == 25

    asyncio.run(scenario())


def test_a_generation_waits_for_its_characters_face(migrated: str, nats_server: str) -> None:
    """The identity of a conditioned character is computed first, and every image is given it."""

    async def scenario() -> None:
        engine = FlatEngine()
        async with Rig(migrated, nats_server) as rig:
            account_id = await rig.account()
            character_id = await rig.character(
                account_id, conditioned=True, model_id="realistic-sharp"
            )
            generation_id = await rig.request(account_id, character_id, model_id="realistic-sharp")
            async with rig.relaying(), rig.consuming(engine):
                await rig.ended(generation_id)
            character = await rig.state(character_id)
            assert isinstance(character.identity, IdentityStored)
            assert character.identity.encoder == "flat-1"
            assert engine.drawn[0][0].identity == b'{"face": "flat"}'
            assert rig.topics(character_id) == [
                "character.created.v1",
                "character.identity_stored.v1",
            ]

    asyncio.run(scenario())


def test_a_character_without_a_face_is_drawn_without(migrated: str, nats_server: str) -> None:
    """When the engine fixes no identity the character says so, and images are drawn anyway."""

    async def scenario() -> None:
        engine = FlatEngine()
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(engine):
            account_id = await rig.account()
            character_id = await rig.character(
                account_id, conditioned=True, traits={"age": 26, "gender": "non-binary"}
            )
            generation_id = await rig.request(account_id, character_id)
            await rig.ended(generation_id)
            assert (await rig.state(character_id)).status == "failed"
            assert engine.drawn[0][0].identity is None

    asyncio.run(scenario())


def test_cancel_stops_a_running_render(migrated: str, nats_server: str) -> None:
    """A canceled generation is refunded once, its render stops, and the next work is drawn."""

    async def scenario() -> None:
        gate = threading.Event()
        engine = FlatEngine(gate=gate)
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(engine):
            account_id, character_id = await rig.customer()
            first = await rig.request(account_id, character_id)
            await asyncio.to_thread(engine.begun.wait, 120)
            engine.begun.clear()
            await rig.cancel(account_id, first)
            second = await rig.request(account_id, character_id, fingerprint=b"second")
            assert await asyncio.to_thread(engine.begun.wait, 120)
            gate.set()
            canceled, completed = await rig.ended(first, second)
            assert canceled.ending == GenerationCanceled(by="customer")
            assert isinstance(completed.ending, GenerationCompleted)
            assert [len(batch) for batch in engine.drawn] == [1]
            assert await rig.available(account_id) == 24

    asyncio.run(scenario())


def test_compatible_requests_share_a_render(migrated: str, nats_server: str) -> None:
    """Requests of one size that wait together are drawn together; another size goes alone."""

    async def scenario() -> None:
        engine = FlatEngine(batch_max=4)
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            sizes = [64, 64, 96, 64]
            works = [
                await rig.request(account_id, character_id, width=size, seed=index)
                for index, size in enumerate(sizes)
            ]
            async with rig.dispatching(), rig.settling():
                await until(lambda: rig.sql("SELECT 1 FROM dispatch_queue LIMIT 1"))
                async with rig.consuming(engine, slots=4):
                    ended = await rig.ended(*works)
        assert all(isinstance(each.ending, GenerationCompleted) for each in ended)
        batches = [sorted({request.width for request in batch}) for batch in engine.drawn]
        assert all(len(widths) == 1 for widths in batches)
        assert sum(len(batch) for batch in engine.drawn) == 4

    asyncio.run(scenario())


def test_one_bad_request_does_not_fail_its_neighbours(migrated: str, nats_server: str) -> None:
    """When a shared render fails each request is drawn alone, and only the bad one fails."""

    async def scenario() -> None:
        engine = FlatEngine(batch_max=4, before=fail_on_seed(2))
        async with Rig(migrated, nats_server) as rig, rig.relaying():
            account_id, character_id = await rig.customer()
            works = [await rig.request(account_id, character_id, seed=seed) for seed in (1, 2, 3)]
            async with rig.consuming(engine, slots=3):
                ended = await rig.ended(*works)
            endings = [type(each.ending).__name__ for each in ended]
            assert endings == ["GenerationCompleted", "GenerationFailed", "GenerationCompleted"]
            assert await rig.available(account_id) == 23

    asyncio.run(scenario())


@contextlib.asynccontextmanager
async def doomed_consumer(
    rig: Rig, *more: str, hangs: str, says: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A consumer process that is "drawing", or has "drawn" and stored nothing, and stays so; or one
    after the other that is "killed" by its work.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.adapters.relay.consumer_process",
        rig.nats_url,
        str(rig.topology.ack_wait_seconds),
        hangs,
        *more,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        line = b""
        while says.encode() not in line:
            line = await asyncio.wait_for(process.stdout.readline(), 120)
            assert line, "the consumer ended"
        yield process
    finally:
        assert process.stdin is not None
        process.stdin.close()  # the one that lives now ends with it
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.mark.parametrize("hangs", ["drawing", "drawn"])
def test_work_of_a_killed_consumer_is_drawn_by_another(
    migrated: str, nats_server: str, hangs: str
) -> None:
    """kill -9 in the middle of a render, or after it and before its result is told: the same
    attempt is redelivered, completed once, and charged once.
    """

    async def scenario() -> None:
        engine = FlatEngine()
        async with Rig(migrated, nats_server, ack_wait_seconds=3.0) as rig, rig.relaying():
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            async with doomed_consumer(rig, hangs=hangs, says=hangs) as process:
                process.kill()
                await process.wait()
                async with rig.consuming(engine):
                    (ended,) = await rig.ended(generation_id)
            assert isinstance(ended.ending, GenerationCompleted)
            assert ended.ending.attempt == 1
            assert len(engine.drawn) == 1
            assert rig.topics(generation_id).count("generation.completed.v1") == 1
            assert await rig.available(account_id) == 24

    asyncio.run(scenario())


def test_a_stopped_consumer_hands_its_work_back(migrated: str, nats_server: str) -> None:
    """A consumer that is told to stop gives its render up after the grace; another one draws it."""

    async def scenario() -> None:
        stuck = FlatEngine(gate=threading.Event())
        engine = FlatEngine()
        async with Rig(migrated, nats_server) as rig, rig.relaying():
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            async with rig.consuming(stuck, stop_grace_seconds=0.1):
                await asyncio.to_thread(stuck.begun.wait, 120)
            async with rig.consuming(engine):
                (ended,) = await rig.ended(generation_id)
            assert isinstance(ended.ending, GenerationCompleted)

    asyncio.run(scenario())


def test_erased_texts_cancel_the_work(migrated: str, nats_server: str) -> None:
    """When the account's data key is gone nothing is drawn, and the work is canceled."""

    async def scenario() -> None:
        engine = FlatEngine()
        async with Rig(migrated, nats_server) as rig, rig.consuming(engine):
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            rig.vault.forget(account_id)
            async with rig.relaying():
                (ended,) = await rig.ended(generation_id)
            assert ended.ending == GenerationCanceled(by="operator")
            assert engine.drawn == []
            assert await rig.available(account_id) == 25

    asyncio.run(scenario())


def test_work_that_cannot_be_canceled_now_holds_up_no_other(
    migrated: str, nats_server: str
) -> None:
    """The log takes nothing for a while; what was released together with it is drawn."""

    async def scenario() -> None:
        engine = FlatEngine()
        async with Rig(migrated, nats_server) as rig, rig.consuming(engine, slots=2):
            (erased, of_erased), (account_id, character_id) = [
                await rig.customer(),
                await rig.customer(),
            ]
            await rig.request(erased, of_erased)
            await rig.request(account_id, character_id, seed=7)
            rig.vault.forget(erased)
            rig.sql("REVOKE EXECUTE ON FUNCTION append_events FROM PUBLIC, xavira_work")
            try:
                async with rig.dispatching():
                    await until(lambda: engine.drawn)
            finally:
                rig.sql("GRANT EXECUTE ON FUNCTION append_events TO PUBLIC, xavira_work")
            assert [[each.seed for each in drawn] for drawn in engine.drawn] == [[7]]

    asyncio.run(scenario())


def test_work_that_ends_its_consumers_is_failed_and_nothing_beside_it(
    migrated: str, nats_server: str, tmp_path: Path
) -> None:
    """Drawn once in company and three times alone it has ended four consumers: it is failed and
    refunded, and what they held beside it is completed. No note of it is left.
    """

    async def scenario() -> None:
        async with Rig(migrated, nats_server, ack_wait_seconds=1.0) as rig:
            rig.store = FolderStore(tmp_path)
            async with rig.relaying():
                account_id, character_id = await rig.customer()
                works = [
                    await rig.request(account_id, character_id, seed=seed)
                    for seed in (KILLER, 1, 2, 3)
                ]
                killing = doomed_consumer(rig, str(tmp_path), hangs="killing", says="killed")
                async with killing as process:
                    killer, *others = await rig.ended(*works)
                    assert process.stdin is not None
                    assert process.stdout is not None
                    process.stdin.close()
                    said = await process.stdout.read()
                assert said.count(b"killed") == 3
                assert isinstance(killer.ending, GenerationFailed)
                assert [type(each.ending) for each in others] == [GenerationCompleted] * 3
                assert await rig.available(account_id) == 22
                await until(lambda: not list(rig.store.list_quarantine(older_than_seconds=0)))

    asyncio.run(scenario())
