"""Generations as JSON: the same mapping for an answer, a read and a list."""

import hashlib
from collections.abc import Sequence

import msgspec

from adapters.web.catalogue import BY_CODE
from adapters.web.dependencies import (
    Answer,
    QueuePlace,
    WebDependencies,
    WebRequest,
    add_headers,
    json_answer,
    with_vault,
)
from adapters.web.problems import Problem
from adapters.web.shapes import EnhancementAnswer, Eta, GenerationAnswer, GenerationError
from domain.enhancement import Layer
from domain.generation import TERMINAL
from domain.ids import AccountId, GenerationId
from domain.objects import output_url
from domain.ports import Stream, Vault
from domain.texts import GenerationTexts
from projections.generations import GenerationRow, generation_row

RETRY_AFTER_SECONDS = {"image": 1, "video": 5}
"""When to look again at open work."""

ENDING_CODES = {
    "engine_failed": "generation_failed",
    "timeout": "generation_timeout",
    "expired": "deadline_exceeded",
    "blocked": "moderation_blocked",
    "canceled": "generation_canceled",
}


def ending_code(row: GenerationRow) -> str | None:
    """The error code of a generation that ended without output."""
    if row.status == "failed":
        return ENDING_CODES[row.reason or "engine_failed"]
    return ENDING_CODES.get(row.status)


def ending_message(row: GenerationRow) -> str:
    """What the catalogue says; only a blocked output differs, because it was charged first."""
    if row.status == "blocked":
        return "The content policy does not allow the output; the generation was refunded."
    code = ending_code(row)
    assert code is not None, row.status
    return BY_CODE[code].message


async def generation_answers(
    web: WebDependencies, account_id: AccountId, rows: Sequence[GenerationRow]
) -> list[GenerationAnswer]:
    """The JSON of several generations of one account."""
    texts = await with_vault(web, account_id, lambda vault: _unsealed(vault, account_id, rows))
    return [_answer(web, row, text, place=None) for row, text in zip(rows, texts, strict=True)]


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
    """A generation as it was once: its place in the queue is not known any more."""
    row = generation_row(generation_id, stream)
    (answer,) = await generation_answers(web, AccountId(row.account_id), [row])
    return row, answer


async def _place(web: WebDependencies, row: GenerationRow) -> QueuePlace | None:
    """Its place in the queue; until the dispatcher has heard of it, the one it will be given."""
    place = await web.queue_place(GenerationId(row.generation_id))
    if place is not None or row.model_id not in web.models:
        return place
    return await web.expected_place(AccountId(row.account_id), row.model_id, row.kind)


def _unsealed(
    vault: Vault, account_id: AccountId, rows: Sequence[GenerationRow]
) -> list[GenerationTexts | None]:
    opened = [vault.open(account_id, row.sealed) for row in rows]
    return [
        None if text is None else msgspec.json.decode(text, type=GenerationTexts) for text in opened
    ]


def _answer(
    web: WebDependencies,
    row: GenerationRow,
    texts: GenerationTexts | None,
    *,
    place: QueuePlace | None,
) -> GenerationAnswer:
    return generation_object(
        row,
        texts,
        base_url=web.base_url,
        progress=_progress(web, row),
        queue_position=None if place is None else place.position,
        eta=_eta(web, row, place),
    )


def generation_object(
    row: GenerationRow,
    texts: GenerationTexts | None,
    *,
    base_url: str,
    progress: float | None,
    queue_position: int | None = None,
    eta: Eta | None = None,
) -> GenerationAnswer:
    """The one mapping of a generation, for answers, lists and webhooks alike."""
    return GenerationAnswer(
        generation_id=row.generation_id,
        kind=row.kind,
        status=row.status,
        livemode=row.livemode,
        character_id=row.character_id,
        model_id=row.model_id,
        source_generation_id=row.source_generation_id,
        prompt=None if texts is None else texts.prompt,
        enhanced_prompt=None if texts is None else texts.enhanced_prompt,
        enhancement=None if texts is None else _enhancement(row, texts),
        negative_prompt=None if texts is None else texts.negative_prompt,
        seed=row.seed,
        resolution=f"{row.width}x{row.height}",
        format=row.format,
        seconds=row.seconds,
        output_url=_url(base_url, row, row.output_key),
        poster_url=_url(base_url, row, row.poster_key),
        cost_credits=row.price,
        refunded_credits=row.refunded,
        error=_error(row),
        progress=progress,
        queue_position=queue_position,
        eta=eta,
        identity_score=row.identity_score,
        tags=None if texts is None else texts.tags,
        end_user_ref=None if texts is None else texts.end_user_ref,
        ledger_position=row.changed_position,
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
    )


def _enhancement(row: GenerationRow, texts: GenerationTexts) -> EnhancementAnswer:
    layers = msgspec.convert(texts.layers, list[Layer])
    return EnhancementAnswer(version=row.enhancement_version, layers=layers)


def _url(base_url: str, row: GenerationRow, key: str | None) -> str | None:
    return None if key is None else output_url(base_url, key, livemode=row.livemode)


def _error(row: GenerationRow) -> GenerationError | None:
    code = ending_code(row)
    if code is None:
        return None
    return GenerationError(code=code, message=ending_message(row), category=row.category)


def _progress(web: WebDependencies, row: GenerationRow) -> float | None:
    if row.status in TERMINAL:
        return ended_progress(row)
    return web.progress.get(row.generation_id, 0.0)


def ended_progress(row: GenerationRow) -> float | None:
    """A finished one is 1.0 for ever, so that its answer never changes."""
    return 1.0 if row.status == "completed" else None


def _eta(web: WebDependencies, row: GenerationRow, place: QueuePlace | None) -> Eta | None:
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
        raise _ending_problem(row, code)
    if row.status == "completed":
        return json_answer(answer, status=201)
    return json_answer(answer, status=202, headers=retry_after(row))


def retry_after(row: GenerationRow) -> dict[str, str]:
    """The header of open work; nothing for work that ended."""
    if row.status in TERMINAL:
        return {}
    return {"Retry-After": str(RETRY_AFTER_SECONDS[row.kind])}


def _ending_problem(row: GenerationRow, code: str) -> Problem:
    generation_id = str(row.generation_id)
    blocked = row.status == "blocked"
    return Problem(
        code,
        ending_message(row),
        retry="new_key",
        request_id=generation_id,
        generation_id=generation_id,
        refunded_credits=row.refunded,
        stage="output" if blocked else None,
        category=row.category if blocked else None,
    )


def etag_of(body: bytes) -> str:
    """A strong entity tag of an encoded answer."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def tag_matches(header: str | None, etag: str) -> bool:
    """If-None-Match: any of several tags, weak or strong, or a star."""
    tags = [tag.strip().removeprefix("W/") for tag in (header or "").split(",")]
    return "*" in tags or etag in tags
