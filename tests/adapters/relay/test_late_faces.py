"""Faces that come after their character was failed: accepted, with their file."""

import asyncio
import time
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from adapters.memory.objects import MemoryStore
from adapters.postgres.connections import async_pool
from adapters.relay.endings import give_up
from adapters.relay.janitor import Janitor
from adapters.relay.settler import OpenAttempt
from adapters.relay.store_calls import StoreCalls
from domain.ids import CharacterId
from domain.messages import IdentityComputed
from inference.suspects import Suspects
from tests.adapters.relay.rig import ROLE, Rig
from tests.adapters.relay.test_settler import attempts_of, where

pytestmark = pytest.mark.processes

DAY = 24 * 3600.0


def janitor(rig: Rig, pool: Any) -> Janitor:
    return Janitor(
        ledger=rig.ledger,
        calls=StoreCalls(rig.store),
        pool=pool,
        leading_seconds=lambda: 1.0,
        object_age_seconds=0.0,
    )


def connections(rig: Rig) -> AbstractAsyncContextManager[Any]:
    return async_pool(rig.database, role=ROLE)


async def failed_character(rig: Rig) -> tuple[CharacterId, int, str]:
    """One whose face nobody waits for any more, and the attempt that may still answer."""
    account_id = await rig.account()
    character_id = await rig.character(account_id, conditioned=True)
    [(attempt, token)] = await attempts_of(rig, character_id, 1)
    work = OpenAttempt(
        work_id=character_id, attempt=attempt, account_id=account_id, kind="identity"
    )
    await give_up(rig.ledger, work)
    assert (await rig.state(character_id)).status == "failed"
    return character_id, attempt, token


def test_the_file_of_a_late_face_is_there_when_the_face_is_accepted(
    migrated: str, nats_server: str
) -> None:
    """The janitor goes by while its result waits on the bus: a week later it makes a character."""

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig:
            ahead = 0.0
            rig.store = store = MemoryStore(clock=lambda: time.monotonic() + ahead)
            async with rig.settling() as settler, connections(rig) as pool:
                character_id, attempt, token = await failed_character(rig)
                face = store.put_quarantine(character_id, b"{}", media_type="application/json")
                ahead = 60.0
                assert await janitor(rig, pool).clear_quarantine() == (0, 0)
                ahead = 7 * DAY
                assert await janitor(rig, pool).clear_quarantine() == (0, 0)
                await settler.settle(
                    IdentityComputed(
                        work_id=character_id,
                        attempt=attempt,
                        token=token,
                        object_key=face,
                        encoder="flat-1",
                    )
                )
            state = await rig.state(character_id)
            assert (state.status, state.identity.object_key) == ("ready", face)
            assert where(rig, face) == "public"

    asyncio.run(main())


def test_a_face_whose_result_cannot_come_any_more_is_thrown_away(
    migrated: str, nats_server: str
) -> None:
    """After longer than anything lies on the bus."""

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig, connections(rig) as pool:
            ahead = 0.0
            rig.store = store = MemoryStore(clock=lambda: time.monotonic() + ahead)
            character_id, _, _ = await failed_character(rig)
            face = store.put_quarantine(character_id, b"{}", media_type="application/json")
            ahead = 8 * DAY + 60.0
            assert await janitor(rig, pool).clear_quarantine() == (0, 1)
            assert where(rig, face) == "nowhere"

    asyncio.run(main())


def test_a_note_beside_a_late_face_is_thrown_away_soon(migrated: str, nats_server: str) -> None:
    """It was laid there while the face was fixed once more; nothing will ever name it."""

    async def main() -> None:
        async with Rig(migrated, nats_server) as rig, connections(rig) as pool:
            ahead = 0.0
            rig.store = store = MemoryStore(clock=lambda: time.monotonic() + ahead)
            character_id, _, _ = await failed_character(rig)
            note = Suspects(store).begin(character_id)
            face = store.put_quarantine(character_id, b"{}", media_type="application/json")
            ahead = 60.0
            assert await janitor(rig, pool).clear_quarantine() == (0, 1)
            assert (where(rig, note), where(rig, face)) == ("nowhere", "quarantine")

    asyncio.run(main())
