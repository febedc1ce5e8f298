"""A takedown: the bytes go, however often the store fails, and the picture does not come back."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator, Sequence
from typing import Any

import msgspec
import pytest
from PIL import Image, ImageOps
from structlog.testing import capture_logs

from adapters.memory.objects import MemoryStore
from adapters.postgres.connections import async_pool
from adapters.relay.remover import Remover
from adapters.relay.store_calls import StoreCalls
from domain.enforcement.operating import take_down
from domain.generation import GenerationBlocked, GenerationCompleted
from domain.handlers import delete_output
from domain.ids import GenerationId
from domain.objects import ObjectMissing, StoreUnavailable
from inference.engine import Progress, Rendered, RenderRequest
from inference.engines.sketch import SketchEngine
from tests.adapters.relay.rig import ROLE, Rig, until
from tests.inference.flat_engine import FlatEngine

pytestmark = pytest.mark.processes


class Failing:
    """A store of which one method fails a few times first."""

    def __init__(self, store: Any, method: str, *, times: int) -> None:
        self._store = store
        self._method = method
        self._times = times

    def __getattr__(self, name: str) -> Any:
        if name == self._method and self._times:
            self._times -= 1
            raise StoreUnavailable("the store is away")
        return getattr(self._store, name)


@contextlib.asynccontextmanager
async def removing(rig: Rig, store: Any = None) -> AsyncIterator[Remover]:
    """A remover that is asked, not one that goes its rounds."""
    async with async_pool(rig.database, role=ROLE) as pool:
        yield Remover(
            ledger=rig.ledger,
            calls=StoreCalls(store or rig.store),
            pool=pool,
            leading_seconds=lambda: None,
            at_hand=rig.at_hand,
        )


def gone(rig: Rig, key: str) -> bool:
    try:
        rig.store.get(key)
    except ObjectMissing:
        return True
    return False


async def drawn(rig: Rig, *generation_ids: GenerationId) -> str:
    """The key of the last one's output, once it is public."""
    for generation in await rig.ended(*generation_ids):
        assert isinstance(generation.ending, GenerationCompleted)
        await rig.shown(generation.ending.output_key)
    return generation.ending.output_key


def test_a_removed_picture_is_blocked_when_it_is_drawn_again(
    migrated: str, nats_server: str
) -> None:
    """Its bytes are deleted; the same picture, in another format too, is blocked and refunded;
    another picture of the same character is not.
    """

    async def scenario() -> None:
        engine = SketchEngine()
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(engine):
            account_id, character_id = await rig.customer()
            size = {"width": 448, "height": 576}
            first = await rig.request(account_id, character_id, seed=5, **size)
            key = await drawn(rig, first)
            await rig.append(take_down(first, actor="test"))
            async with removing(rig) as remover:
                await until(lambda: rig.sql("SELECT 1 FROM removals"))
                assert await remover.remove_due() == 1
            assert gone(rig, key)
            assert rig.sql("SELECT 1 FROM removals") == []
            assert rig.sql("SELECT generation_id FROM blocked_pictures") == [(first,)]
            again = await rig.request(account_id, character_id, seed=5, **size)
            small = await rig.request(
                account_id, character_id, seed=5, width=224, height=288, format="webp"
            )
            other = await rig.request(account_id, character_id, seed=6, **size)
            ended = await rig.ended(again, small, other)
            blocked = GenerationBlocked(
                attempt=1, category="removed_picture", policy_version="likeness-1"
            )
            assert [state.ending for state in ended[:2]] == [blocked, blocked]
            assert isinstance(ended[2].ending, GenerationCompleted)
            assert await rig.available(account_id) == 23
            await until(lambda: list(rig.store.list_quarantine(older_than_seconds=0)) == [])

    asyncio.run(scenario())


class MirroringEngine(SketchEngine):
    """Draws everything the wrong way round."""

    def render(self, requests: Sequence[RenderRequest], progress: Progress) -> list[Rendered]:
        return [_mirrored(rendered) for rendered in super().render(requests, progress)]


def _mirrored(rendered: Rendered) -> Rendered:
    encoded = io.BytesIO()
    ImageOps.mirror(Image.open(io.BytesIO(rendered.data))).save(encoded, "PNG")
    return msgspec.structs.replace(rendered, data=encoded.getvalue(), likeness=None)


def test_a_removed_picture_is_blocked_when_it_comes_mirrored(
    migrated: str, nats_server: str
) -> None:
    """Turned from left to right it is the same picture; another one is not, turned or not."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.relaying():
            account_id, character_id = await rig.customer()
            size = {"width": 448, "height": 576}
            async with rig.consuming(SketchEngine()):
                first = await rig.request(account_id, character_id, seed=5, **size)
                await drawn(rig, first)
            await rig.append(take_down(first, actor="test"))
            async with removing(rig) as remover:
                await until(lambda: rig.sql("SELECT 1 FROM removals"))
                assert await remover.remove_due() == 1
            async with rig.consuming(MirroringEngine()):
                again = await rig.request(account_id, character_id, seed=5, **size)
                other = await rig.request(account_id, character_id, seed=6, **size)
                ended = await rig.ended(again, other)
            assert ended[0].ending == GenerationBlocked(
                attempt=1, category="removed_picture", policy_version="likeness-1"
            )
            assert isinstance(ended[1].ending, GenerationCompleted)

    asyncio.run(scenario())


def test_a_deleted_output_leaves_no_bytes_and_blocks_nothing(
    migrated: str, nats_server: str
) -> None:
    """What its owner deletes is gone from the store, and may be drawn again."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(FlatEngine()):
            account_id, character_id = await rig.customer()
            drawn_id = await rig.request(account_id, character_id)
            key = await drawn(rig, drawn_id)
            await rig.append(delete_output(account_id, drawn_id))
            async with removing(rig) as remover:
                await until(lambda: rig.sql("SELECT 1 FROM removals"))
                assert await remover.remove_due() == 1
            assert gone(rig, key)
            assert rig.sql("SELECT 1 FROM blocked_pictures") == []
            again = await rig.request(account_id, character_id)
            await drawn(rig, again)

    asyncio.run(scenario())


def test_a_removal_that_was_cut_off_after_the_bytes_went_raises_no_alarm(
    migrated: str, nats_server: str
) -> None:
    """Done again, it finds nothing to look at, and the picture is blocked already."""

    async def scenario() -> None:
        size = {"width": 448, "height": 576}
        async with Rig(migrated, nats_server) as rig, rig.relaying():
            async with rig.consuming(SketchEngine(instant=True)):
                account_id, character_id = await rig.customer()
                drawn_id = await rig.request(account_id, character_id, seed=5, **size)
                await drawn(rig, drawn_id)
            await rig.append(take_down(drawn_id, actor="test"))
            async with removing(rig) as remover:
                await until(lambda: rig.sql("SELECT 1 FROM removals"))
                assert await remover.remove_due() == 1
                rig.sql("INSERT INTO removals (generation_id) VALUES (%s)", drawn_id)
                with capture_logs() as said:
                    assert await remover.remove_due() == 1
            assert rig.sql("SELECT generation_id FROM blocked_pictures") == [(drawn_id,)]
            assert [line for line in said if line["log_level"] == "error"] == []

    asyncio.run(scenario())


def test_a_takedown_of_what_its_owner_deleted_says_that_nothing_is_blocked(
    migrated: str, nats_server: str
) -> None:
    """There is nothing left to tell the picture by, and the operator hears of it."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(FlatEngine()):
            account_id, character_id = await rig.customer()
            drawn_id = await rig.request(account_id, character_id)
            await drawn(rig, drawn_id)
            async with removing(rig) as remover:
                await rig.append(delete_output(account_id, drawn_id))
                await until(lambda: rig.sql("SELECT 1 FROM removals"))
                assert await remover.remove_due() == 1
                await rig.append(take_down(drawn_id, actor="test"))
                await until(lambda: rig.sql("SELECT 1 FROM removals"))
                with capture_logs() as said:
                    assert await remover.remove_due() == 1
            assert rig.sql("SELECT 1 FROM blocked_pictures") == []
            (line,) = [each for each in said if each["log_level"] == "error"]
            assert line["event"] == "a picture taken down cannot be blocked"
            assert line["work"] == str(drawn_id)

    asyncio.run(scenario())


@pytest.mark.parametrize("method", ["get", "delete"])
def test_a_removal_is_tried_until_the_bytes_are_gone(
    method: str, migrated: str, nats_server: str
) -> None:
    """A store that is away postpones it; afterwards bytes are gone and the likeness is blocked."""

    async def scenario() -> None:
        engine = SketchEngine()
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(engine):
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(
                account_id, character_id, width=448, height=576, seed=5
            )
            key = await drawn(rig, generation_id)
            await rig.append(take_down(generation_id, actor="test"))
            await until(lambda: rig.sql("SELECT 1 FROM removals"))
            async with removing(rig, Failing(rig.store, method, times=1)) as remover:
                [(due_at,)] = rig.sql("SELECT due_at FROM removals")
                assert await remover.remove_due() == 0
                later = "SELECT tries, due_at > %s + interval '1 second' FROM removals"
                assert rig.sql(later, due_at) == [(1, True)]
                rig.sql("UPDATE removals SET due_at = now()")
                assert await remover.remove_due() == 1
            assert gone(rig, key)
            assert len(rig.sql("SELECT 1 FROM blocked_pictures")) == 1

    asyncio.run(scenario())


class FarStore(MemoryStore):
    """On another machine, as S3 is."""

    far = True

    def arrive(self, key: str, data: bytes) -> None:
        """A copy that was under way, and whose copier is dead."""
        with self._lock:
            self._public[key] = data


def test_a_copy_that_comes_after_the_removal_goes_as_well(migrated: str, nats_server: str) -> None:
    """Whoever copied it died before he looked again; it is removed once more, later, for good."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            rig.store = store = FarStore()
            async with rig.relaying(), rig.consuming(FlatEngine()):
                account_id, character_id = await rig.customer()
                generation_id = await rig.request(account_id, character_id)
                key = await drawn(rig, generation_id)
                data = store.get(key).data
                await rig.append(delete_output(account_id, generation_id))
                await until(lambda: rig.sql("SELECT 1 FROM removals"))
            async with removing(rig) as remover:
                assert await remover.remove_due() == 1
                store.arrive(key, data)
                assert await remover.remove_due() == 0
                assert not gone(rig, key)
                later = "due_at > now() + interval '4 minutes'"
                assert rig.sql(f"SELECT generation_id FROM removals WHERE {later}") == [
                    (generation_id,)
                ]
                rig.sql("UPDATE removals SET due_at = now()")
                assert await remover.remove_due() == 0
            assert gone(rig, key)
            assert rig.sql("SELECT 1 FROM removals") == []

    asyncio.run(scenario())


def test_a_picture_of_one_colour_blocks_no_other(migrated: str, nats_server: str) -> None:
    """Its bytes go as well, but its likeness says too little to know anything by."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(FlatEngine()):
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            key = await drawn(rig, generation_id)
            await rig.append(take_down(generation_id, actor="test"))
            await until(lambda: rig.sql("SELECT 1 FROM removals"))
            async with removing(rig) as remover:
                assert await remover.remove_due() == 1
            assert gone(rig, key)
            assert rig.sql("SELECT 1 FROM blocked_pictures") == []

    asyncio.run(scenario())
