"""Reading, canceling and listing generations, and deleting an output."""

from collections.abc import Sequence
from typing import Annotated

from litestar import Response, delete, get, post
from msgspec import Meta

from adapters.web import lists
from adapters.web.auth import Admitted, admit
from adapters.web.bodies import queried
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    dependencies,
    json_answer,
    settled_future,
)
from adapters.web.generation_answers import (
    etag_of,
    generation_answer,
    generation_answers,
    retry_after,
    tag_matches,
)
from adapters.web.operations import documented
from adapters.web.shapes import (
    TAG_CHARACTERS_MAX,
    GenerationAnswer,
    GenerationList,
)
from adapters.web.verbs import id_before_verb
from domain.errors import InvalidState, NotFound
from domain.generation import GenerationCanceled, GenerationKind, Status
from domain.handlers import delete_output as delete_output_command
from domain.handlers import end_generation, owned_generation
from domain.ids import AccountId, CharacterId, GenerationId, parse_id
from projections.generations import GenerationRow, list_generations

SCANNED_ROWS_MAX = 1000
"""Rows one page looks at to find those with a tag: tags are sealed, so no index knows them."""


class GenerationsQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    """Filters; a page with `tag` may hold fewer than `limit` and still have a next one."""

    character_id: str | None = None
    kind: GenerationKind | None = None
    status: Status | None = None
    tag: Annotated[str, Meta(max_length=TAG_CHARACTERS_MAX)] | None = None


@get(
    "/v1/generations",
    opt=documented(
        "List generations, newest first", query=GenerationsQuery, answers={200: GenerationList}
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, GenerationsQuery)
    before = lists.position_of(asked.cursor)
    if asked.character_id is not None:
        lists.filter_id(asked.character_id, "character_id")
    admitted = await admit(request)
    web = dependencies(request)
    await lists.caught_up(web, "generations", asked.min_position)
    return json_answer(await _page(web, admitted.account_id, asked, before))


async def _page(
    web: WebDependencies, account_id: AccountId, asked: GenerationsQuery, before: int | None
) -> GenerationList:
    """Reads on until the page is full, the list is at its end, or enough was looked at."""
    found: list[GenerationAnswer] = []
    scanned, more = 0, True
    while more and len(found) < asked.limit and scanned < SCANNED_ROWS_MAX:
        rows, more = await _rows(web, account_id, asked, before, asked.limit - len(found))
        answers = await generation_answers(web, account_id, rows)
        found += [a for a in answers if asked.tag is None or asked.tag in (a.tags or [])]
        scanned += len(rows)
        before = rows[-1].position if rows else before
    next_cursor = lists.cursor_of(before) if more and before is not None else None
    return GenerationList(data=found, next_cursor=next_cursor)


async def _rows(
    web: WebDependencies,
    account_id: AccountId,
    asked: GenerationsQuery,
    before: int | None,
    missing: int,
) -> tuple[Sequence[GenerationRow], bool]:
    wanted = missing if asked.tag is None else lists.LIMIT_MAX
    character_id = None if asked.character_id is None else parse_id(asked.character_id)
    query = list_generations(
        account_id,
        limit=wanted + 1,
        cursor=before,
        character_id=None if character_id is None else CharacterId(character_id),
        kind=asked.kind,
        status=asked.status,
    )
    return lists.cut(await lists.fetch(web, query), wanted)


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
        answers={200: GenerationAnswer, 304: None},
        errors=("not_found",),
    ),
)
async def read_one(request: WebRequest) -> Answer:
    admitted, generation_id = await owned(request, request.path_params["generation_id"])
    return await _current(request, generation_id, admitted)


async def _current(request: WebRequest, generation_id: GenerationId, admitted: Admitted) -> Answer:
    web = dependencies(request)
    stream = admitted.streams[generation_id]
    row, answer = await generation_answer(web, generation_id, stream)
    response = json_answer(answer, headers=retry_after(row))
    etag = etag_of(response.content)
    if request.method == "GET" and tag_matches(request.headers.get("if-none-match"), etag):
        response = Response(b"", status_code=304, headers=retry_after(row))
    response.headers["ETag"] = etag
    response.headers["Xavira-Position"] = str(stream.position)
    return response


@post(
    "/v1/generations/{generation_id:str}",
    opt=documented(
        "Cancel a generation and refund it; again is fine",
        scope="generate",
        verb="cancel",
        answers={200: GenerationAnswer},
        errors=("not_found", "invalid_state"),
    ),
)
async def cancel(request: WebRequest) -> Answer:
    text = id_before_verb(request, "generation_id", "cancel")
    admitted, generation_id = await owned(request, text)
    web = dependencies(request)
    event = GenerationCanceled(by="customer")
    command = end_generation(admitted.account_id, generation_id, event)
    await settled_future(web.ledger.append(command))
    admitted, _ = await owned(request, text)
    generation = owned_generation(admitted.streams[generation_id].state, admitted.account_id)
    if generation.status != "canceled":
        raise InvalidState(f"This generation has already ended: {generation.status}.")
    return await _current(request, generation_id, admitted)


@delete(
    "/v1/generations/{generation_id:str}/output",
    status_code=200,
    opt=documented(
        "Delete an output; its URL answers 410 from then on",
        scope="generate",
        answers={200: GenerationAnswer},
        errors=("not_found", "invalid_state"),
    ),
)
async def delete_output(request: WebRequest) -> Answer:
    text: str = request.path_params["generation_id"]
    admitted, generation_id = await owned(request, text)
    web = dependencies(request)
    command = delete_output_command(admitted.account_id, generation_id)
    await settled_future(web.ledger.append(command))
    admitted, _ = await owned(request, text)
    return await _current(request, generation_id, admitted)
