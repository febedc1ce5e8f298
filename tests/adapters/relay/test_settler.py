"""Which results count: attempts, tokens, winners and losers, repeated and late."""

import asyncio
from typing import Any
from uuid import UUID

import msgspec
import pytest

from adapters.memory.objects import MemoryStore
from adapters.relay import queue
from adapters.relay.settler import Settler
from domain.enforcement.operating import take_down
from domain.generation import (
    GenerationBlocked,
    GenerationCanceled,
    GenerationCompleted,
    GenerationFailed,
)
from domain.handlers import delete_output, erase_account
from domain.ids import AccountId, GenerationId
from domain.messages import (
    IdentityComputed,
    Results,
    WorkBlocked,
    WorkCompleted,
    WorkFailed,
    WorkStarted,
)
from domain.objects import ObjectMissing, StoreUnavailable
from tests.adapters.relay.far_store import FarStore
from tests.adapters.relay.rig import Rig, until

pytestmark = pytest.mark.processes

PNG = "image/png"


async def attempts_of(rig: Rig, work_id: UUID, count: int) -> list[tuple[int, str]]:
    """(attempt, token) of the first `count` attempts, releasing again as often as needed."""
    async with rig.dispatching():
        await until(lambda: rig.sql("SELECT 1 FROM attempts WHERE work_id = %s", work_id))
    with rig.session() as session:
        for _ in range(count - 1):
            queue.release_again(session, [work_id], silent=False)
    return rig.sql(
        "SELECT attempt, token FROM attempts WHERE work_id = %s ORDER BY attempt", work_id
    )


def completed(
    rig: Rig, work_id: UUID, attempt: int, token: str, data: bytes = b"picture"
) -> WorkCompleted:
    """A result whose bytes lie in quarantine."""
    key = rig.store.put_quarantine(work_id, data, media_type=PNG)
    return WorkCompleted(
        work_id=work_id,
        attempt=attempt,
        token=token,
        output_key=key,
        poster_key=None,
        media_type=PNG,
        width=64,
        height=64,
        identity_score=None,
        engine_seconds=0.5,
    )


def where(rig: Rig, key: str) -> str:
    for place, read in (("public", rig.store.get), ("quarantine", rig.store.get_quarantine)):
        try:
            read(key)
        except ObjectMissing:
            continue
        return place
    return "nowhere"


def run(migrated: str, nats_server: str, scenario: Any) -> None:
    """Runs a scenario with a customer's generation and a settler that is called directly."""

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig, rig.settling() as settler:
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            await scenario(rig, settler, account_id, generation_id)

    asyncio.run(main())


def test_a_success_is_accepted_once(migrated: str, nats_server: str) -> None:
    """The same result twice completes once and publishes once."""

    async def scenario(rig: Rig, settler: Settler, _: UUID, work_id: GenerationId) -> None:
        [(attempt, token)] = await attempts_of(rig, work_id, 1)
        result = completed(rig, work_id, attempt, token)
        await settler.settle(result)
        await settler.settle(result)
        assert rig.topics(work_id) == ["generation.requested.v1", "generation.completed.v1"]
        assert where(rig, result.output_key) == "public"

    run(migrated, nats_server, scenario)


@pytest.mark.parametrize("removed", [True, False])
def test_a_video_of_a_removed_picture_does_not_complete(
    migrated: str, nats_server: str, *, removed: bool
) -> None:
    """Blocked, refunded and thrown away, though it was begun before; another video completes."""

    async def scenario(rig: Rig, settler: Settler, account: UUID, source: GenerationId) -> None:
        account_id = AccountId(account)
        await rig.complete(source, "a picture")
        state = await rig.state(source)
        video = await rig.request(
            account_id,
            state.requested.character_id,
            kind="video",
            model_id="realistic-sharp",
            source_generation_id=source,
            source_key="a picture",
            format="mp4",
            seconds=5,
        )
        [(attempt, token)] = await attempts_of(rig, video, 1)
        if removed:
            await rig.append(take_down(source, actor="test"))
        key = rig.store.put_quarantine(video, b"moving", media_type="video/mp4")
        result = msgspec.structs.replace(
            completed(rig, video, attempt, token), output_key=key, media_type="video/mp4"
        )
        await settler.settle(result)
        (ended,) = await rig.ended(video)
        assert ended.status == ("blocked" if removed else "completed")
        assert where(rig, key) == ("nowhere" if removed else "public")
        assert await rig.available(account_id) == (24 if removed else 23)

    run(migrated, nats_server, scenario)


def test_results_of_one_message_are_judged_one_by_one(migrated: str, nats_server: str) -> None:
    """A picture, a forged one and a failure come together: accepted, refused, refunded."""

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig, rig.settling():
            account_id, character_id = await rig.customer()
            drawn, failed, forged = [await rig.request(account_id, character_id) for _ in range(3)]
            tokens = {}
            for work_id in (drawn, failed):
                [(_, tokens[work_id])] = await attempts_of(rig, work_id, 1)
            results = (
                completed(rig, drawn, 1, tokens[drawn]),
                completed(rig, forged, 1, "guessed"),
                WorkFailed(work_id=failed, attempt=1, token=tokens[failed]),
            )
            subject = rig.topology.result_subject("default", drawn)
            await rig.bus.store(subject, Results.of(results), message_id="together")
            await rig.ended(drawn, failed)
            await until(lambda: unsettled(rig))
            assert where(rig, results[0].output_key) == "public"
            assert where(rig, results[1].output_key) == "quarantine"
            assert (await rig.state(forged)).open
            assert await rig.available(account_id) == 23

    asyncio.run(main())


def test_a_result_that_cannot_be_read_holds_up_none_beside_it(
    migrated: str, nats_server: str
) -> None:
    """The pictures reported with it are completed, and the message does not come again."""

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig, rig.settling():
            account_id, character_id = await rig.customer()
            first, second, broken = [await rig.request(account_id, character_id) for _ in range(3)]
            [(_, token)] = await attempts_of(rig, first, 1)
            [(_, other)] = await attempts_of(rig, second, 1)
            results = Results.of(
                [
                    completed(rig, first, 1, token),
                    WorkBlocked(
                        work_id=broken, attempt=1, token="x", category="\0", policy_version="1"
                    ),
                    completed(rig, second, 1, other, b"another"),
                ]
            )
            subject = rig.topology.result_subject("default", first)
            await rig.bus.store(subject, results, message_id="together")
            ended = await rig.ended(first, second)
            await until(lambda: unsettled(rig))
            assert [type(each.ending) for each in ended] == [GenerationCompleted] * 2
            assert (await rig.state(broken)).open

    asyncio.run(main())


async def unsettled(rig: Rig) -> bool:
    """Whether every result was acknowledged."""
    return await rig.bus.unsettled(rig.topology.results_stream) == 0


class LockedStore(MemoryStore):
    """Publishes nothing of one owner."""

    def __init__(self, owner: UUID) -> None:
        super().__init__()
        self._owner = str(owner)

    def publish(self, key: str) -> None:
        if key.startswith(self._owner):
            raise StoreUnavailable("locked")
        super().publish(key)


def test_a_picture_that_cannot_be_published_comes_again_alone(
    migrated: str, nats_server: str
) -> None:
    """Of two pictures that came together one cannot be published: that one alone is to come again,
    and both are recorded once.
    """

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            stuck = await rig.request(account_id, character_id)
            drawn = await rig.request(account_id, character_id)
            rig.store = LockedStore(stuck)
            async with rig.settling() as settler:
                results = []
                for work_id in (stuck, drawn):
                    [(attempt, token)] = await attempts_of(rig, work_id, 1)
                    results.append(completed(rig, work_id, attempt, token))
                for _ in range(2):
                    error, fine = await settler.settle_all(results)
                    assert isinstance(error, StoreUnavailable)
                    assert fine is None
                for work_id in (stuck, drawn):
                    assert rig.topics(work_id) == [
                        "generation.requested.v1",
                        "generation.completed.v1",
                    ]
                assert [where(rig, result.output_key) for result in results] == [
                    "quarantine",
                    "public",
                ]

    asyncio.run(main())


def test_an_output_that_is_deleted_on_its_way_to_the_public_stays_deleted(
    migrated: str, nats_server: str
) -> None:
    """Its owner deletes it while the store copies it, and the remover is there before the copy."""

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            work_id = await rig.request(account_id, character_id)
            rig.store = store = FarStore()
            async with rig.settling() as settler:
                [(attempt, token)] = await attempts_of(rig, work_id, 1)
                result = completed(rig, work_id, attempt, token)
                settling = asyncio.create_task(settler.settle(result))
                await asyncio.to_thread(store.copying.wait, 120)
                await rig.append(delete_output(account_id, work_id))
                store.delete(result.output_key)
                store.gate.set()
                await settling
                assert where(rig, result.output_key) == "nowhere"

    asyncio.run(main())


def test_a_deleted_output_whose_copier_died_goes_with_the_next_delivery(
    migrated: str, nats_server: str
) -> None:
    """The remover is done with it, the copy comes afterwards, and nobody is left to look again:
    its result was not acknowledged, so it comes once more and takes the bytes away.
    """

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            work_id = await rig.request(account_id, character_id)
            rig.store = store = FarStore()
            [(attempt, token)] = await attempts_of(rig, work_id, 1)
            result = completed(rig, work_id, attempt, token)
            async with rig.settling() as settler:
                settling = asyncio.create_task(settler.settle(result))
                await asyncio.to_thread(store.copying.wait, 120)
                settling.cancel()
            await rig.append(delete_output(account_id, work_id))
            store.delete(result.output_key)
            store.gate.set()
            await rig.shown(result.output_key)
            async with rig.settling() as settler:
                await settler.settle(result)
            assert where(rig, result.output_key) == "nowhere"

    asyncio.run(main())


def test_a_crash_before_publishing_is_made_good(migrated: str, nats_server: str) -> None:
    """A repeated result whose completion is recorded but not yet public is published."""

    async def scenario(rig: Rig, settler: Settler, _: UUID, work_id: GenerationId) -> None:
        [(attempt, token)] = await attempts_of(rig, work_id, 1)
        result = completed(rig, work_id, attempt, token)
        await settler.settle(result)
        rig.store.delete(result.output_key)
        rig.store.put_quarantine(work_id, b"picture", media_type=PNG)
        await settler.settle(result)
        assert where(rig, result.output_key) == "public"

    run(migrated, nats_server, scenario)


def test_a_stale_failure_is_ignored(migrated: str, nats_server: str) -> None:
    """Once attempt 2 is out, a failure of attempt 1 ends nothing; one of attempt 2 does."""

    async def scenario(rig: Rig, settler: Settler, account_id: UUID, work_id: GenerationId) -> None:
        (_, old), (_, new) = await attempts_of(rig, work_id, 2)
        await settler.settle(WorkFailed(work_id=work_id, attempt=1, token=old))
        assert (await rig.state(work_id)).open
        await settler.settle(WorkFailed(work_id=work_id, attempt=2, token=new, timeout=True))
        assert (await rig.state(work_id)).ending == GenerationFailed(attempt=2, reason="timeout")
        assert await rig.available(account_id) == 25

    run(migrated, nats_server, scenario)


def test_a_stale_success_is_accepted(migrated: str, nats_server: str) -> None:
    """A success of attempt 1 counts although attempt 2 is out; that one's result is discarded."""

    async def scenario(rig: Rig, settler: Settler, account_id: UUID, work_id: GenerationId) -> None:
        (_, old), (_, new) = await attempts_of(rig, work_id, 2)
        winner = completed(rig, work_id, 1, old)
        loser = completed(rig, work_id, 2, new, b"another picture")
        await settler.settle(winner)
        await settler.settle(loser)
        ending = (await rig.state(work_id)).ending
        assert isinstance(ending, GenerationCompleted)
        assert ending.attempt == 1
        assert (where(rig, winner.output_key), where(rig, loser.output_key)) == (
            "public",
            "nowhere",
        )
        assert await rig.available(account_id) == 24

    run(migrated, nats_server, scenario)


def test_two_attempts_of_one_picture_share_its_key(migrated: str, nats_server: str) -> None:
    """A second attempt with the very same bytes does not take the accepted object away."""

    async def scenario(rig: Rig, settler: Settler, _: UUID, work_id: GenerationId) -> None:
        (_, old), (_, new) = await attempts_of(rig, work_id, 2)
        winner = completed(rig, work_id, 1, old)
        await settler.settle(winner)
        await settler.settle(completed(rig, work_id, 2, new))
        assert where(rig, winner.output_key) == "public"

    run(migrated, nats_server, scenario)


def test_a_wrong_token_counts_for_nothing(migrated: str, nats_server: str) -> None:
    """A result that does not know the attempt's token changes nothing and publishes nothing."""

    async def scenario(rig: Rig, settler: Settler, _: UUID, work_id: GenerationId) -> None:
        await attempts_of(rig, work_id, 1)
        forged = completed(rig, work_id, 1, "guessed")
        await settler.settle(forged)
        assert (await rig.state(work_id)).open
        assert where(rig, forged.output_key) == "quarantine"

    run(migrated, nats_server, scenario)


def test_objects_of_others_are_refused(migrated: str, nats_server: str) -> None:
    """A result may only name objects of its own work."""

    async def scenario(rig: Rig, settler: Settler, account_id: UUID, work_id: GenerationId) -> None:
        [(attempt, token)] = await attempts_of(rig, work_id, 1)
        foreign = completed(rig, account_id, attempt, token)
        result = WorkCompleted(
            work_id=work_id,
            attempt=attempt,
            token=token,
            output_key=foreign.output_key,
            poster_key=None,
            media_type=PNG,
            width=64,
            height=64,
            identity_score=None,
            engine_seconds=0.5,
        )
        await settler.settle(result)
        assert (await rig.state(work_id)).open
        assert where(rig, foreign.output_key) == "quarantine"

    run(migrated, nats_server, scenario)


def test_an_output_of_another_kind_is_refused(migrated: str, nats_server: str) -> None:
    """A result says of its output what the output's key says, or it changes nothing."""

    async def scenario(rig: Rig, settler: Settler, _: UUID, work_id: GenerationId) -> None:
        [(attempt, token)] = await attempts_of(rig, work_id, 1)
        result = completed(rig, work_id, attempt, token)
        await settler.settle(msgspec.structs.replace(result, media_type="\0"))
        assert (await rig.state(work_id)).open

    run(migrated, nats_server, scenario)


def test_a_result_that_cannot_be_kept_holds_up_no_other(migrated: str, nats_server: str) -> None:
    """It comes together with a picture: the picture is accepted, and nothing waits any more."""

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig:
            account_id, character_id = await rig.customer()
            work_id = await rig.request(account_id, character_id)
            [(attempt, token)] = await attempts_of(rig, work_id, 1)
            subject = rig.topology.result_subject("default", work_id)
            poison = WorkStarted(work_id=work_id, attempt=2**40, token=token)
            result = completed(rig, work_id, attempt, token)
            await rig.bus.store(subject, poison, message_id="poison")
            await rig.bus.store(subject, result, message_id="picture")
            async with rig.settling():
                await until(lambda: unsettled(rig))
            assert where(rig, result.output_key) == "public"

    asyncio.run(main())


def test_a_late_result_after_a_cancel_is_discarded(migrated: str, nats_server: str) -> None:
    """After a cancel the result's bytes go, nothing is recorded, and the refund happens once."""

    async def scenario(rig: Rig, settler: Settler, account_id: Any, work_id: GenerationId) -> None:
        [(attempt, token)] = await attempts_of(rig, work_id, 1)
        result = completed(rig, work_id, attempt, token)
        await rig.cancel(account_id, work_id)
        await rig.cancel(account_id, work_id)
        await settler.settle(result)
        await settler.settle(WorkFailed(work_id=work_id, attempt=attempt, token=token))
        assert (await rig.state(work_id)).ending == GenerationCanceled(by="customer")
        assert where(rig, result.output_key) == "nowhere"
        refunds = rig.topics(account_id).count("credits.refunded.v1")
        assert (refunds, await rig.available(account_id)) == (1, 25)

    run(migrated, nats_server, scenario)


@pytest.mark.parametrize("timeout", [False, True])
def test_a_success_after_the_ending_changes_nothing(
    migrated: str, nats_server: str, timeout: bool
) -> None:
    """Failed or timed out, refunded, then drawn after all: one refund, no charge, no picture."""

    async def scenario(rig: Rig, settler: Settler, account_id: UUID, work_id: GenerationId) -> None:
        [(attempt, token)] = await attempts_of(rig, work_id, 1)
        late = completed(rig, work_id, attempt, token)
        failed = WorkFailed(work_id=work_id, attempt=attempt, token=token, timeout=timeout)
        for result in (failed, late, failed, late):
            await settler.settle(result)
        reason = "timeout" if timeout else "engine_failed"
        assert (await rig.state(work_id)).ending == GenerationFailed(attempt=1, reason=reason)
        assert where(rig, late.output_key) == "nowhere"
        refunds = rig.topics(account_id).count("credits.refunded.v1")
        assert (refunds, await rig.available(account_id)) == (1, 25)

    run(migrated, nats_server, scenario)


def test_a_blocked_output_is_refunded(migrated: str, nats_server: str) -> None:
    """A block of the newest attempt ends the generation with its category."""

    async def scenario(rig: Rig, settler: Settler, account_id: UUID, work_id: GenerationId) -> None:
        [(attempt, token)] = await attempts_of(rig, work_id, 1)
        await settler.settle(
            WorkBlocked(
                work_id=work_id,
                attempt=attempt,
                token=token,
                category="real_person",
                policy_version="policy-1",
            )
        )
        assert (await rig.state(work_id)).ending == GenerationBlocked(
            attempt=1, category="real_person", policy_version="policy-1"
        )
        assert await rig.available(account_id) == 25

    run(migrated, nats_server, scenario)


def test_a_start_is_noted_once(migrated: str, nats_server: str) -> None:
    """A start makes the generation processing; the same news again adds no event."""

    async def scenario(rig: Rig, settler: Settler, _: UUID, work_id: GenerationId) -> None:
        [(attempt, token)] = await attempts_of(rig, work_id, 1)
        started = WorkStarted(work_id=work_id, attempt=attempt, token=token)
        await settler.settle(started)
        await settler.settle(started)
        assert rig.topics(work_id) == ["generation.requested.v1", "generation.started.v1"]
        assert rig.sql("SELECT state FROM dispatch_queue") == [("started",)]

    run(migrated, nats_server, scenario)


def test_the_first_identity_wins(migrated: str, nats_server: str) -> None:
    """Of two identities the first is stored and public, the other is thrown away."""

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig, rig.settling() as settler:
            account_id = await rig.account()
            character_id = await rig.character(account_id, conditioned=True)
            (_, old), (_, new) = await attempts_of(rig, character_id, 2)
            keys = []
            for attempt, token, face in ((2, new, b'{"face": 2}'), (1, old, b'{"face": 1}')):
                key = rig.store.put_quarantine(character_id, face, media_type="application/json")
                await settler.settle(
                    IdentityComputed(
                        work_id=character_id,
                        attempt=attempt,
                        token=token,
                        object_key=key,
                        encoder="flat-1",
                    )
                )
                keys.append(key)
            assert (await rig.state(character_id)).identity.object_key == keys[0]
            assert [where(rig, key) for key in keys] == ["public", "nowhere"]

    asyncio.run(main())


def test_a_face_of_an_erased_account_is_not_kept(migrated: str, nats_server: str) -> None:
    """Whether it is computed after the erasure, or came again then: its bytes are thrown away."""

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig, rig.settling() as settler:
            account_id = await rig.account()
            character_id = await rig.character(account_id, conditioned=True)
            [(attempt, token)] = await attempts_of(rig, character_id, 1)
            await rig.append(erase_account(account_id, actor="operator"))
            for _ in range(2):
                face = rig.store.put_quarantine(
                    character_id, b'{"face": 1}', media_type="application/json"
                )
                computed = IdentityComputed(
                    work_id=character_id,
                    attempt=attempt,
                    token=token,
                    object_key=face,
                    encoder="flat-1",
                )
                await settler.settle(computed)
                assert where(rig, face) == "nowhere"

    asyncio.run(main())
