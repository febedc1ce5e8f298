"""What was refused to an account, as an appeal asks to have it looked at: texts and who sent them.

Texts are the most private thing there is here: whoever reads them does it with a key of their own,
and the request is in the log of requests.
"""

import asyncio
from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec
from litestar import get

from adapters.web.answers import lists
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    dependencies,
    json_answer,
)
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import queried
from adapters.web.routes.admin.acts import account_named
from domain.enforcement.refusals import CharacterBlocked, PromptBlocked
from domain.ids import AccountId, moderation_id
from domain.registry import TOPICS
from domain.texts import BlockedCharacterTexts, BlockedPromptTexts
from projections.query import Query


class RefusalAnswer(msgspec.Struct, kw_only=True):
    """A refused prompt or character; what was written is null once the account was erased."""

    stage: Literal["prompt", "character"]
    category: str
    judge: str
    policy_version: str
    at: datetime
    key_id: UUID
    end_user_ref: str | None
    prompt: str | None
    negative_prompt: str | None
    name: str | None


class RefusalList(msgspec.Struct, kw_only=True):
    data: list[RefusalAnswer]
    next_cursor: str | None


class RefusalsQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    """A page of refusals."""


class _Row(msgspec.Struct, frozen=True):
    position: int
    topic: str
    state: bytes


_REFUSALS = """
SELECT notification_id AS position, topic, state FROM stored_events
WHERE originator_id = %(stream_id)s AND topic = ANY(%(topics)s) AND notification_id < %(before)s
ORDER BY originator_version DESC LIMIT %(limit)s
"""


@get(
    "/admin/v1/accounts/{account_id:str}/refusals",
    opt=documented(
        "What was refused to an account, newest first",
        name="admin_refusals_list_all",
        scope="admin",
        query=RefusalsQuery,
        answers={200: RefusalList},
        errors=("not_found",),
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, RefusalsQuery)
    before = lists.position_of(asked.cursor)
    _, account_id, _ = await account_named(request)
    web = dependencies(request)
    await lists.awaited(request, "log", asked.min_position)
    params = {
        "stream_id": moderation_id(AccountId(account_id)),
        "topics": [PromptBlocked.TOPIC, CharacterBlocked.TOPIC],
        "before": lists.POSITION_MAX if before is None else before,
        "limit": asked.limit + 1,
    }
    found = await lists.fetch(web, Query(_REFUSALS, params, _Row))
    rows, more = lists.cut(found, asked.limit)
    next_cursor = lists.cursor_of(rows[-1].position) if more else None
    data = await asyncio.to_thread(lambda: [_answer(web, row) for row in rows])
    return json_answer(RefusalList(data=data, next_cursor=next_cursor))


def _answer(web: WebDependencies, row: _Row) -> RefusalAnswer:
    block = msgspec.json.decode(row.state, type=TOPICS[row.topic])
    assert isinstance(block, PromptBlocked | CharacterBlocked), row.topic
    opened = web.vault.open(block.account_id, block.sealed)
    prompt, character, end_user_ref = None, None, None
    if opened is not None and isinstance(block, PromptBlocked):
        prompt = msgspec.json.decode(opened, type=BlockedPromptTexts)
        end_user_ref = prompt.end_user_ref
    elif opened is not None:
        character = msgspec.json.decode(opened, type=BlockedCharacterTexts)
        end_user_ref = character.end_user_ref
    return RefusalAnswer(
        stage="prompt" if isinstance(block, PromptBlocked) else "character",
        category=block.category,
        judge=block.judge,
        policy_version=block.policy_version,
        at=block.at,
        key_id=block.key_id,
        end_user_ref=end_user_ref,
        prompt=None if prompt is None else prompt.prompt,
        negative_prompt=None if prompt is None else prompt.negative_prompt,
        name=None if character is None else character.name,
    )
