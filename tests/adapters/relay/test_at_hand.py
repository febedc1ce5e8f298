"""What a process that leads knows by itself of results, and when it knows nothing."""

import asyncio
import threading
from typing import Any
from uuid import UUID

import psycopg
import pytest

from adapters.postgres.connections import connect
from adapters.relay.at_hand import AtHand
from adapters.relay.queue import Release
from domain.generation import GenerationCompleted
from domain.messages import WorkCompleted
from inference.likeness import bit_text
from tests.adapters.relay.rig import Rig
from tests.inference.flat_engine import FlatEngine

pytestmark = pytest.mark.processes

WORK = UUID(int=1)
TOKEN = "token-1"
SEEN = bytes([0x0F]) * 32
ELSE = bytes([0xFF]) * 32


def picture(**changes: Any) -> WorkCompleted:
    facts: dict[str, Any] = {
        "work_id": WORK,
        "attempt": 1,
        "token": TOKEN,
        "output_key": "key",
        "poster_key": None,
        "media_type": "image/png",
        "width": 64,
        "height": 64,
        "identity_score": None,
        "engine_seconds": 0.5,
        "likeness": SEEN,
    }
    return WorkCompleted(**(facts | changes))


def looked(database: str, at_hand: AtHand) -> AtHand:
    """After it has released an attempt and looked at what was taken down."""
    with connect(database, role="xavira_work") as connection:
        at_hand.look(connection)
    at_hand.released([Release(WORK, UUID(int=2), "image", "default", 1, TOKEN)])
    return at_hand


def block(database: str, likeness: bytes, mirrored: bytes | None = None) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("SET search_path = xavira_live")
        connection.execute(
            "INSERT INTO blocked_pictures (generation_id, likeness, mirrored)"
            " VALUES (gen_random_uuid(), %s::bit(256), %s::bit(256))",
            (bit_text(likeness), None if mirrored is None else bit_text(mirrored)),
        )


def test_a_released_attempt_is_known_with_its_token(migrated: str) -> None:
    """Another token, number or work is for the database to judge."""
    at_hand = looked(migrated, AtHand())
    assert at_hand.vouches_for(picture())
    assert at_hand.vouches_for(picture(likeness=None))
    assert not at_hand.vouches_for(picture(token="token-2"))
    assert not at_hand.vouches_for(picture(attempt=2))
    assert not at_hand.vouches_for(picture(work_id=UUID(int=3)))


def test_what_was_taken_down_is_known(migrated: str) -> None:
    """By the next look, in either direction; and at once, where it was done here."""
    at_hand = looked(migrated, AtHand())
    block(migrated, ELSE, mirrored=SEEN)
    assert not looked(migrated, at_hand).vouches_for(picture())
    assert looked(migrated, at_hand).vouches_for(picture(likeness=bytes(32)))
    at_hand.blocked(bytes(32))
    assert not at_hand.vouches_for(picture(likeness=bytes(32)))


def test_who_leads_no_more_knows_nothing(migrated: str) -> None:
    """Nor who has not looked for a while, whatever the reason."""
    now = 100.0
    at_hand = looked(migrated, AtHand(clock=lambda: now))
    now = 102.9
    assert at_hand.vouches_for(picture())
    now = 103.1
    assert not at_hand.vouches_for(picture())
    assert looked(migrated, at_hand).vouches_for(picture())
    at_hand.forget()
    assert not at_hand.vouches_for(picture())


def test_a_picture_of_an_attempt_at_hand_is_not_looked_up(migrated: str, nats_server: str) -> None:
    """It is accepted although the database has forgotten the attempt meanwhile."""

    async def scenario() -> None:
        gate = threading.Event()
        engine = FlatEngine(gate=gate)
        async with Rig(migrated, nats_server) as rig, rig.relaying(), rig.consuming(engine):
            generation_id = await rig.request(*await rig.customer())
            await asyncio.to_thread(engine.begun.wait, 20)
            rig.sql("DELETE FROM attempts")
            gate.set()
            (ended,) = await rig.ended(generation_id)
            assert isinstance(ended.ending, GenerationCompleted)

    asyncio.run(scenario())
