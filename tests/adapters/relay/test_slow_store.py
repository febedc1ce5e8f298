"""An object store that takes requests and does not answer them: what goes on meanwhile."""

import asyncio
import contextlib
from collections.abc import Sequence

import pytest

from domain.generation import GenerationCompleted, GenerationFailed
from domain.objects import ObjectMissing
from inference.engine import EngineFailed, RenderRequest
from tests.adapters.relay.far_store import FarStore
from tests.adapters.relay.rig import Rig
from tests.inference.flat_engine import FlatEngine

pytestmark = pytest.mark.processes

PICTURES = 80
"""More than the settler takes at a time, and more than there are threads for the store."""

BROKEN_WIDTH = 128


def breaking(requests: Sequence[RenderRequest]) -> None:
    if any(request.width == BROKEN_WIDTH for request in requests):
        raise EngineFailed("it breaks")


def public(store: FarStore, key: str) -> bool:
    try:
        store.get(key)
    except ObjectMissing:
        return False
    return True


def test_a_store_that_does_not_answer_keeps_no_refund_and_no_new_work_waiting(
    migrated: str, nats_server: str
) -> None:
    """No picture can be published: what is drawn is recorded all the same, work that comes then is
    handed out, and a failure refunded; once the store answers, every picture is public.
    """

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig:
            rig.store = store = FarStore()
            async with contextlib.AsyncExitStack() as running:
                await running.enter_async_context(rig.relaying())
                await running.enter_async_context(
                    rig.consuming(FlatEngine(before=breaking), slots=8)
                )
                running.callback(store.gate.set)
                account_id, character_id = await rig.customer(extra=PICTURES)
                pictures = [await rig.request(account_id, character_id) for _ in range(PICTURES)]
                keys = []
                for generation in await rig.ended(*pictures):
                    assert isinstance(generation.ending, GenerationCompleted)
                    keys.append(generation.ending.output_key)
                before = await rig.available(account_id)
                broken = await rig.request(account_id, character_id, width=BROKEN_WIDTH)
                [failed] = await rig.ended(broken)
                assert isinstance(failed.ending, GenerationFailed)
                assert await rig.available(account_id) == before
                assert not any(public(store, key) for key in keys)
                store.gate.set()
                for key in keys:
                    await rig.shown(key)

    asyncio.run(scenario())
