"""Prompts judged while their streams are read: what was thought early never counts for more."""

import asyncio
from collections.abc import Callable
from uuid import UUID

from adapters.web.routes.generations.forethought import TURNS, Forethoughts
from domain.ports import Stream
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


def _as_it_is(site: Site, character_id: str) -> Callable[[UUID], Stream]:
    """Remembers this character whoever is asked for, as it is now."""
    stream_id = UUID(character_id)
    stream = site.ledger.load([stream_id]).result(30)[stream_id]
    return lambda _: stream


def test_it_is_thought_while_a_lone_request_waits_and_for_nobody_else() -> None:
    """Of two requests that wait at once the first one's thinking is done early."""
    thought: list[str] = []

    async def wait(forethoughts: Forethoughts, name: str) -> None:
        with forethoughts.while_reading(lambda: thought.append(name)):
            for _ in range(2 * TURNS):
                await asyncio.sleep(0)

    async def scenario() -> None:
        forethoughts = Forethoughts()
        await asyncio.gather(wait(forethoughts, "first"), wait(forethoughts, "second"))
        await wait(forethoughts, "third")

    asyncio.run(scenario())
    assert thought == ["first", "third"]


def test_nothing_is_thought_once_the_streams_are_there() -> None:
    """An answer that comes at once ends it."""
    thought: list[str] = []

    async def scenario() -> None:
        with Forethoughts().while_reading(lambda: thought.append("late")):
            pass
        for _ in range(2 * TURNS):
            await asyncio.sleep(0)

    asyncio.run(scenario())
    assert thought == []


def test_a_character_is_as_it_is_now_and_not_as_it_was_thought_of(
    site: Site, customer: Customer
) -> None:
    """Archived since this process has seen it: 409, and nothing is charged."""
    character_id = customer.character()
    app = site.serve(remembered=_as_it_is(site, character_id))
    assert customer.send("POST", f"/v1/characters/{character_id}:archive").status == 200
    reply = customer.image(character_id, app=app)
    assert (reply.status, reply.error["code"]) == (409, "invalid_state")
    assert customer.available() == 25


def test_what_was_thought_of_another_character_is_thought_again(
    site: Site, customer: Customer
) -> None:
    """The traits of the answer are those of the character that was asked for."""
    older = customer.character(traits={"age": 61, "hairColor": "gray"})
    app = site.serve(remembered=_as_it_is(site, older))
    image = customer.image(customer.character(), app=app).json
    assert "26 year old" in image["enhanced_prompt"]
    assert "61 year old" not in image["enhanced_prompt"]


def test_a_replay_is_answered_although_its_words_would_be_refused(
    site: Site, customer: Customer
) -> None:
    """The claim comes first: another body under a used key is a conflict, and no refusal."""
    character_id = customer.character()
    app = site.serve(remembered=_as_it_is(site, character_id))
    assert customer.image(character_id, key="k", app=app).status == 201
    reply = customer.image(character_id, key="k", prompt="gore", app=app)
    assert (reply.status, reply.error["code"]) == (422, "idempotency_key_reused")
    assert customer.available() == 24
