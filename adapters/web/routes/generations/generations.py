"""Reading, canceling and listing generations, and deleting an output."""

from datetime import datetime
from typing import Annotated

from litestar import Response, delete, get, post
from msgspec import Meta

from adapters.web.answers import lists
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    header_values,
    json_answer,
    streams_of,
)
from adapters.web.guards.auth import Admitted, admit
from adapters.web.openapi.operations import documented
from adapters.web.openapi.shapes import (
    TAG_CHARACTERS_MAX,
    EndUserRef,
    GenerationAnswer,
    GenerationList,
)
from adapters.web.requests.bodies import (
    Nothing,
    queried,
    read_nothing,
    read_optional_json,
    shaped,
)
from adapters.web.requests.labels import labeled
from adapters.web.requests.verbs import id_before_verb
from adapters.web.routes.generations.answers import (
    etag_of,
    generation_answer,
    generation_answers,
    retry_after,
    tag_matches,
)
from domain.errors import InvalidState, NotFound
from domain.generation import GenerationCanceled, GenerationKind, Status
from domain.handlers import delete_output as delete_output_command
from domain.handlers import end_generation, owned_generation
from domain.ids import AccountId, CharacterId, GenerationId, parse_id
from domain.ports import Stream
from projections.generations import EVERYTHING, GenerationFilter, list_generations


class GenerationsQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    """Filters, all of which must hold. Times are those of the requests, RFC 3339."""

    character_id: str | None = None
    kind: GenerationKind | None = None
    status: Status | None = None
    tag: Annotated[str, Meta(max_length=TAG_CHARACTERS_MAX)] | None = None
    end_user_ref: EndUserRef | None = None
    created_from: Annotated[datetime, Meta(tz=True)] | None = None
    created_before: Annotated[datetime, Meta(tz=True)] | None = None


@get(
    "/v1/generations",
    opt=documented(
        "List generations, newest first",
        name="generations_list_all",
        query=GenerationsQuery,
        answers={200: GenerationList},
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, GenerationsQuery)
    before = lists.position_of(asked.cursor)
    if asked.character_id is not None:
        lists.filter_id(asked.character_id, "character_id")
    admitted = await admit(request)
    web = dependencies(request)
    await lists.awaited(request, "generations", asked.min_position)
    only = await _filter(web, admitted.account_id, asked)
    query = list_generations(admitted.account_id, limit=asked.limit + 1, cursor=before, only=only)
    fetch = lists.fetch_quick if only == EVERYTHING else lists.fetch
    rows, more = lists.cut(await fetch(web, query), asked.limit)
    answers = await generation_answers(web, admitted.account_id, rows)
    next_cursor = lists.cursor_of(rows[-1].position) if more else None
    return json_answer(GenerationList(data=answers, next_cursor=next_cursor))


async def _filter(
    web: WebDependencies, account_id: AccountId, asked: GenerationsQuery
) -> GenerationFilter:
    tags = [] if asked.tag is None else [asked.tag]
    labels = await labeled(web, account_id, tags=tags, end_user_ref=asked.end_user_ref)
    character_id = None if asked.character_id is None else parse_id(asked.character_id)
    return GenerationFilter(
        character_id=None if character_id is None else CharacterId(character_id),
        kind=asked.kind,
        status=asked.status,
        created_from=asked.created_from,
        created_before=asked.created_before,
        labels=() if labels is None else labels.every,
    )


async def owned(request: WebRequest, text: str) -> tuple[Admitted, GenerationId]:
    """Reads a generation of the caller. Raises NotFound alike for malformed and foreign ids."""
    parsed = parse_id(text)
    admitted = await admit(request, *([] if parsed is None else [parsed]))
    if parsed is None:
        raise NotFound
    owned_generation(admitted.streams[parsed].state, admitted.account_id)
    return admitted, GenerationId(parsed)


@get(
    "/v1/generations/{generation_id:str}",
    opt=documented(
        "Read a generation; one that failed is 200 with `error`",
        name="generations_read_one",
        headers=("Xavira-Position", "Retry-After", "ETag"),
        answers={200: GenerationAnswer, 304: None},
        errors=("not_found",),
    ),
)
async def read_one(request: WebRequest) -> Answer:
    admitted, generation_id = await owned(request, request.path_params["generation_id"])
    return await _current(request, generation_id, admitted.streams[generation_id])


async def _current(request: WebRequest, generation_id: GenerationId, stream: Stream) -> Answer:
    web = dependencies(request)
    row, answer = await generation_answer(web, generation_id, stream)
    response = json_answer(answer, headers=retry_after(row))
    etag = etag_of(response.content)
    wanted = ",".join(header_values(request, b"if-none-match"))
    if request.method == "GET" and tag_matches(wanted, etag):
        response = Response(b"", status_code=304, headers=retry_after(row))
    response.headers["ETag"] = etag
    response.headers["Xavira-Position"] = str(stream.position)
    return response


@post(
    "/v1/generations/{generation_id:str}",
    opt=documented(
        "Cancel a generation and refund it; again is fine",
        name="generations_cancel",
        headers=("Xavira-Position", "Retry-After", "ETag"),
        scope="generate",
        verb="cancel",
        answers={200: GenerationAnswer},
        errors=("not_found", "invalid_state"),
        changes=True,
        bodiless=True,
    ),
)
async def cancel(request: WebRequest) -> Answer:
    text = id_before_verb(request, "generation_id", "cancel")
    decoded = await read_optional_json(request)
    admitted, generation_id = await owned(request, text)
    shaped(decoded, Nothing)
    web = dependencies(request)
    event = GenerationCanceled(by="customer")
    command = end_generation(admitted.account_id, generation_id, event)
    await append(web, command)
    stream = (await streams_of(web, [generation_id]))[generation_id]
    generation = owned_generation(stream.state, admitted.account_id)
    if generation.status != "canceled":
        raise InvalidState(f"This generation has already ended: {generation.status}.")
    return await _current(request, generation_id, stream)


@delete(
    "/v1/generations/{generation_id:str}/output",
    status_code=200,
    opt=documented(
        "Delete an output; its URL answers 410 from then on",
        name="generations_delete_output",
        headers=("Xavira-Position", "Retry-After", "ETag"),
        scope="generate",
        answers={200: GenerationAnswer},
        errors=("not_found", "invalid_state"),
        changes=True,
    ),
)
async def delete_output(request: WebRequest) -> Answer:
    text: str = request.path_params["generation_id"]
    admitted, generation_id = await owned(request, text)
    await read_nothing(request)
    web = dependencies(request)
    command = delete_output_command(admitted.account_id, generation_id)
    await append(web, command)
    stream = (await streams_of(web, [generation_id]))[generation_id]
    return await _current(request, generation_id, stream)
