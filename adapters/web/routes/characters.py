"""Characters: created once, then only read, listed and archived."""

from collections.abc import Sequence
from typing import Any

import msgspec
from litestar import get, post

from adapters.web.answers import lists
from adapters.web.answers.api_objects import character_object
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    json_answer,
    streams_of,
    with_vault,
)
from adapters.web.guards.auth import Admitted, admit, count_replay
from adapters.web.guards.rate_limits import count_request
from adapters.web.moderation.end_users import check_end_user, stream_of_strikes
from adapters.web.moderation.magic import check_name
from adapters.web.moderation.moderating import judged_character, refused_character
from adapters.web.openapi.operations import documented
from adapters.web.openapi.shapes import CharacterAnswer, CharacterList, CharacterRequest
from adapters.web.requests.bodies import Nothing, queried, read_json, read_optional_json, shaped
from adapters.web.requests.idempotency import Claim, claim, mark_replayed, stream_id_of
from adapters.web.requests.traces import note_trace
from adapters.web.requests.verbs import id_before_verb
from domain.characters.character import CharacterCreated, check_replay
from domain.characters.gate import ECHOED_CHARACTERS_MAX, canonical_traits
from domain.errors import NotFound
from domain.handlers import archive_character, create_character, owned_character
from domain.ids import AccountId, CharacterId, parse_id
from domain.moderation.classifying import Question
from domain.ports import Stream, Vault
from domain.texts import BlockedCharacterTexts, CharacterTexts
from projections.characters import CharacterRow, character_row, list_characters


@post(
    "/v1/characters",
    opt=documented(
        "Create a character",
        name="characters_create",
        headers=("Location", "Xavira-Position"),
        scope="generate",
        body=CharacterRequest,
        answers={201: CharacterAnswer},
        errors=(
            "end_user_suspended",
            "moderation_blocked",
            "moderation_unavailable",
            "rate_limited",
        ),
        claims=True,
    ),
)
async def create(request: WebRequest) -> Answer:
    character_id = CharacterId(stream_id_of(request))
    decoded = await read_json(request)
    asked = await claim(request, character_id, decoded)
    admitted = await admit(request, character_id, *stream_of_strikes(request, decoded))
    state = admitted.streams[character_id].state
    if state is None:
        await count_request(request, admitted.account_id, "character", admitted.account.tier)
        _check_traits(decoded)
        event = await _created(request, admitted, asked, shaped(decoded, CharacterRequest))
        command = create_character(character_id, event, key_id=admitted.caller.key_id)
        web = dependencies(request)
        await note_trace(web, character_id)
        appended = await append(web, command)
        replayed = appended.answer.replayed
    else:
        check_replay(state, admitted.account_id, asked.fingerprint)
        count_replay(request, admitted)
        replayed = True
    if replayed:
        mark_replayed(request)
    admitted = await admit(request, character_id)
    return await _current(request, character_id, admitted.streams[character_id], status=201)


def _check_traits(decoded: Any) -> None:
    """Names a trait of a wrong type, as the decoder cannot. Raises Problem(invalid_request)."""
    traits = decoded.get("traits") if isinstance(decoded, dict) else None
    for name, value in traits.items() if isinstance(traits, dict) else ():
        if isinstance(value, bool) or not isinstance(value, str | int):
            param = f"traits.{name[:ECHOED_CHARACTERS_MAX]}"
            message = f"{param} is a text or a whole number; leave out what is not known."
            raise Problem("invalid_request", message, param=param)


async def _created(
    request: WebRequest, admitted: Admitted, asked: Claim, wish: CharacterRequest
) -> CharacterCreated:
    """Raises Problem(validation_failed), ValidationFailed, EndUserOnHold, ModerationBlocked and
    -Unavailable.
    """
    web = dependencies(request)
    card = web.models.get(wish.model_id)
    if card is None:
        raise Problem(
            "validation_failed",
            "There is no such model.",
            param="model_id",
            allowed=list(web.models),
        )
    traits = canonical_traits(wish.traits)
    check_name(web, wish.name)
    await check_end_user(web, admitted, wish.end_user_ref)
    question = Question(kind="character", traits=traits, name=wish.name or "")
    judged = await judged_character(web, question)
    if not judged.verdict.allowed:
        blocked = BlockedCharacterTexts(
            name=wish.name, traits=traits, end_user_ref=wish.end_user_ref
        )
        raise await refused_character(web, admitted, asked, judged, blocked)
    account_id, texts = admitted.account_id, msgspec.json.encode(CharacterTexts(name=wish.name))
    sealed = await with_vault(web, account_id, lambda vault: vault.seal(account_id, texts))
    return CharacterCreated(
        account_id=account_id,
        livemode=web.book == "live",
        model_id=card.id,
        traits=traits,
        conditioned=card.face_conditioning,
        fingerprint=asked.fingerprint,
        sealed=sealed,
        policy_version=judged.verdict.policy_version,
    )


async def _current(
    request: WebRequest, character_id: CharacterId, stream: Stream, *, status: int = 200
) -> Answer:
    row = character_row(character_id, stream)
    (answer,) = await _answers(dependencies(request), AccountId(row.account_id), [row])
    headers = {"Xavira-Position": str(stream.position)}
    if status == 201:
        headers["Location"] = f"/v1/characters/{character_id}"
    return json_answer(answer, status=status, headers=headers)


async def _answers(
    web: WebDependencies, account_id: AccountId, rows: Sequence[CharacterRow]
) -> list[CharacterAnswer]:
    names = await with_vault(web, account_id, lambda vault: _names(vault, account_id, rows))
    return [character_object(row, name) for row, name in zip(rows, names, strict=True)]


def _names(vault: Vault, account_id: AccountId, rows: Sequence[CharacterRow]) -> list[str | None]:
    opened = [vault.open(account_id, row.sealed) for row in rows]
    return [
        None if text is None else msgspec.json.decode(text, type=CharacterTexts).name
        for text in opened
    ]


class CharactersQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    """A page of characters."""


@get(
    "/v1/characters",
    opt=documented(
        "List characters, newest first",
        name="characters_list_all",
        query=CharactersQuery,
        answers={200: CharacterList},
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, CharactersQuery)
    before = lists.position_of(asked.cursor)
    admitted = await admit(request)
    web = dependencies(request)
    await lists.awaited(request, "characters", asked.min_position)
    query = list_characters(admitted.account_id, limit=asked.limit + 1, cursor=before)
    rows, more = lists.cut(await lists.fetch_quick(web, query), asked.limit)
    answers = await _answers(web, admitted.account_id, rows)
    next_cursor = lists.cursor_of(rows[-1].position) if more else None
    return json_answer(CharacterList(data=answers, next_cursor=next_cursor))


async def _owned(request: WebRequest, text: str) -> tuple[Admitted, CharacterId]:
    """Reads a character of the caller. Raises NotFound alike for malformed and foreign ids."""
    parsed = parse_id(text)
    admitted = await admit(request, *([] if parsed is None else [parsed]))
    if parsed is None:
        raise NotFound
    owned_character(admitted.streams[parsed].state, admitted.account_id)
    return admitted, CharacterId(parsed)


@get(
    "/v1/characters/{character_id:str}",
    opt=documented(
        "Read a character",
        name="characters_read_one",
        headers=("Xavira-Position",),
        answers={200: CharacterAnswer},
        errors=("not_found",),
    ),
)
async def read_one(request: WebRequest) -> Answer:
    admitted, character_id = await _owned(request, request.path_params["character_id"])
    return await _current(request, character_id, admitted.streams[character_id])


@post(
    "/v1/characters/{character_id:str}",
    opt=documented(
        "Archive a character: it stays readable and cannot be drawn any more",
        name="characters_archive",
        headers=("Xavira-Position",),
        scope="generate",
        verb="archive",
        answers={200: CharacterAnswer},
        errors=("not_found",),
        changes=True,
        bodiless=True,
    ),
)
async def archive(request: WebRequest) -> Answer:
    text = id_before_verb(request, "character_id", "archive")
    decoded = await read_optional_json(request)
    admitted, character_id = await _owned(request, text)
    shaped(decoded, Nothing)
    web = dependencies(request)
    await append(web, archive_character(admitted.account_id, character_id))
    streams = await streams_of(web, [character_id])
    return await _current(request, character_id, streams[character_id])
