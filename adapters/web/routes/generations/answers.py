"""Generations as JSON: the same mapping for an answer, a read and a list."""

import hashlib
from collections.abc import Sequence
from uuid import UUID

from adapters.queue_places import Place
from adapters.web.answers.api_objects import (
    RETRY_OF_ENDED,
    Spoken,
    ended_progress,
    ending_code,
    ending_message,
    ending_stage,
    generation_object,
    spoken,
)
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    add_headers,
    json_answer,
    with_vault,
)
from adapters.web.openapi.shapes import Eta, GenerationAnswer
from domain.generation import TERMINAL, Generation, GenerationBlocked, GenerationKind
from domain.ids import AccountId, GenerationId
from domain.ports import Stream, Vault
from projections.generations import GenerationRow, ShownGeneration, generation_row

RETRY_AFTER_SECONDS = {"image": 1, "video": 5}
"""When to look again at open work."""


async def generation_answers(
    web: WebDependencies, account_id: AccountId, rows: Sequence[ShownGeneration]
) -> list[GenerationAnswer]:
    """The JSON of several generations of one account, each as a read of it would be."""
    texts = await with_vault(web, account_id, lambda vault: _unsealed(vault, account_id, rows))
    places = await _places(web, account_id, [row for row in rows if row.status == "queued"])
    return [
        _answer(web, row, text, place=places.get(row.generation_id))
        for row, text in zip(rows, texts, strict=True)
    ]


async def generation_answer(
    web: WebDependencies, generation_id: GenerationId, stream: Stream
) -> tuple[GenerationRow, GenerationAnswer]:
    """A single folded generation, with its place in the queue while it waits for one."""
    row = generation_row(generation_id, stream)
    account_id = AccountId(row.account_id)
    (text,) = await with_vault(web, account_id, lambda vault: _unsealed(vault, account_id, [row]))
    place = await _place(web, row) if row.status == "queued" else None
    return row, _answer(web, row, text, place=place)


async def past_answer(
    web: WebDependencies, generation_id: GenerationId, stream: Stream
) -> tuple[GenerationRow, GenerationAnswer]:
    """A generation as it was once: its place in the queue is not known any more, nor how long it
    had to go.
    """
    row = generation_row(generation_id, stream)
    account_id = AccountId(row.account_id)
    (text,) = await with_vault(web, account_id, lambda vault: _unsealed(vault, account_id, [row]))
    answer = _answer(web, row, text, place=None)
    answer.eta = None
    return row, answer


async def _place(web: WebDependencies, row: GenerationRow) -> Place | None:
    """Its place in the queue; until the dispatcher has heard of it, the one it will be given."""
    place = await web.queue_place(GenerationId(row.generation_id))
    if place is not None or row.model_id not in web.models:
        return place
    return await web.expected_place(AccountId(row.account_id), row.model_id, row.kind)


async def _places(
    web: WebDependencies, account_id: AccountId, rows: Sequence[ShownGeneration]
) -> dict[UUID, Place]:
    """Places of several that wait, as `_place` has them; of none nothing is asked."""
    if not rows:
        return {}
    places = dict(await web.queue_places([GenerationId(row.generation_id) for row in rows]))
    expected: dict[tuple[str, GenerationKind], Place | None] = {}
    for row in rows:
        if row.generation_id in places or row.model_id not in web.models:
            continue
        asked = row.model_id, row.kind
        if asked not in expected:
            expected[asked] = await web.expected_place(account_id, *asked)
        if (place := expected[asked]) is not None:
            places[row.generation_id] = place
    return places


def _unsealed(
    vault: Vault, account_id: AccountId, rows: Sequence[ShownGeneration]
) -> list[Spoken | None]:
    return [spoken(vault.open(account_id, row.sealed)) for row in rows]


def _answer(
    web: WebDependencies,
    row: ShownGeneration,
    texts: Spoken | None,
    *,
    place: Place | None,
) -> GenerationAnswer:
    return generation_object(
        row,
        texts,
        base_url=web.base_url,
        progress=_progress(web, row),
        queue_position=None if place is None else place.position,
        eta=_eta(web, row, place),
    )


def _progress(web: WebDependencies, row: ShownGeneration) -> float | None:
    if row.status in TERMINAL:
        return ended_progress(row)
    return web.progress.get(row.generation_id, 0.0)


def _eta(web: WebDependencies, row: ShownGeneration, place: Place | None) -> Eta | None:
    """Seconds left: those of the queue while it waits, what is left of the model's own later."""
    if row.status in TERMINAL:
        return None
    if place is not None:
        return Eta(p50_seconds=place.p50_seconds, p95_seconds=place.p95_seconds)
    card = web.models.get(row.model_id)
    latency = None if card is None else card.latency.get(row.kind)
    if latency is None:
        return None
    left = 1.0 - web.progress.get(row.generation_id, 0.0)
    return Eta(
        p50_seconds=round(latency.p50_seconds * left, 1),
        p95_seconds=round(latency.p95_seconds * left, 1),
    )


async def settled_answer(
    request: WebRequest, web: WebDependencies, generation_id: GenerationId, stream: Stream
) -> Answer:
    """What a generate request answers: 201, 202, or the error its generation ended with.

    The error of an ended generation is a function of the generation alone, request id included, so
    that a replay is the same byte for byte. Raises Problem.
    """
    row, answer = await generation_answer(web, generation_id, stream)
    add_headers(
        request,
        {
            "Location": f"/v1/generations/{generation_id}",
            "Xavira-Position": str(stream.position),
        },
    )
    code = ending_code(row)
    if code is not None:
        raise _ending_problem(row, code, stream)
    if row.status == "completed":
        return json_answer(answer, status=201)
    return json_answer(answer, status=202, headers=retry_after(row))


def retry_after(row: GenerationRow) -> dict[str, str]:
    """The header of open work; nothing for work that ended."""
    if row.status in TERMINAL:
        return {}
    return {"Retry-After": str(RETRY_AFTER_SECONDS[row.kind])}


def _ending_problem(row: GenerationRow, code: str, stream: Stream) -> Problem:
    generation_id = str(row.generation_id)
    ending = stream.state.ending if isinstance(stream.state, Generation) else None
    blocked = ending if isinstance(ending, GenerationBlocked) else None
    return Problem(
        code,
        ending_message(row),
        retry=RETRY_OF_ENDED,
        request_id=generation_id,
        generation_id=generation_id,
        refunded_credits=row.refunded,
        stage=ending_stage(row),
        category=None if blocked is None else blocked.category,
        policy_version=None if blocked is None else blocked.policy_version,
    )


def etag_of(body: bytes) -> str:
    """A strong entity tag of an encoded answer."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def tag_matches(header: str | None, etag: str) -> bool:
    """If-None-Match: any of several tags, weak or strong, or a star."""
    tags = [tag.strip().removeprefix("W/") for tag in (header or "").split(",")]
    return "*" in tags or etag in tags
