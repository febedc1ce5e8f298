"""The objects of the API, as answers, lists and webhooks alike tell them.

Nothing of HTTP is known here: `work` makes the bodies of webhooks with it and serves nobody.
"""

from typing import Any

import msgspec

from adapters.web.openapi.catalogue import BY_CODE, Retry
from adapters.web.openapi.shapes import (
    CharacterAnswer,
    EnhancementAnswer,
    Eta,
    GenerationAnswer,
    GenerationError,
)
from domain.objects import output_url
from projections.characters import CharacterRow
from projections.generations import ShownGeneration

ENDING_CODES = {
    "engine_failed": "generation_failed",
    "timeout": "generation_timeout",
    "expired": "deadline_exceeded",
    "blocked": "moderation_blocked",
    "canceled": "generation_canceled",
}


RETRY_OF_ENDED: Retry = "new_key"
"""Whatever ended without output was refunded, and its Idempotency-Key stands for that ending."""


class Spoken(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The texts of a generation as the very JSON they were sealed as, which answers repeat."""

    prompt: msgspec.Raw
    negative_prompt: msgspec.Raw
    enhanced_prompt: msgspec.Raw
    layers: msgspec.Raw
    tags: msgspec.Raw
    end_user_ref: msgspec.Raw


_SPOKEN = msgspec.json.Decoder(Spoken)


def spoken(plain: bytes | None) -> Spoken | None:
    """What `domain.texts.GenerationTexts` was encoded to; None once it is erased."""
    return None if plain is None else _SPOKEN.decode(plain)


def generation_object(
    row: ShownGeneration,
    texts: Spoken | None,
    *,
    base_url: str,
    progress: float | None,
    queue_position: int | None = None,
    eta: Eta | None = None,
) -> GenerationAnswer:
    """The one mapping of a generation, for answers, lists and webhooks alike."""
    code = ending_code(row)
    return GenerationAnswer(
        generation_id=row.generation_id,
        kind=row.kind,
        status=row.status,
        livemode=row.livemode,
        character_id=row.character_id,
        model_id=row.model_id,
        source_generation_id=row.source_generation_id,
        prompt=None if texts is None else _repeated(texts.prompt),
        enhanced_prompt=None if texts is None else _repeated(texts.enhanced_prompt),
        enhancement=None if texts is None else _enhancement(row, texts),
        negative_prompt=None if texts is None else _repeated(texts.negative_prompt),
        seed=row.seed,
        resolution=f"{row.width}x{row.height}",
        format=row.format,
        seconds=row.seconds,
        output_url=_url(base_url, row, row.output_key),
        poster_url=_url(base_url, row, row.poster_key),
        cost_credits=row.price,
        refunded_credits=row.refunded,
        error=None if code is None else _error(row, code),
        progress=progress,
        queue_position=queue_position,
        eta=eta,
        identity_score=row.identity_score,
        tags=None if texts is None else _repeated(texts.tags),
        end_user_ref=None if texts is None else _repeated(texts.end_user_ref),
        ledger_position=row.changed_position,
        created_at=row.created_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
    )


def _repeated(text: msgspec.Raw) -> Any:
    """Hands sealed JSON on undecoded; typed Any because the field's type is the decoded one."""
    return text


def _enhancement(row: ShownGeneration, texts: Spoken) -> EnhancementAnswer:
    return EnhancementAnswer(version=row.enhancement_version, layers=_repeated(texts.layers))


def _url(base_url: str, row: ShownGeneration, key: str | None) -> str | None:
    return None if key is None else output_url(base_url, key, livemode=row.livemode)


def _error(row: ShownGeneration, code: str) -> GenerationError:
    return GenerationError(
        code=code,
        message=ending_message(row),
        category=row.category,
        retry=RETRY_OF_ENDED,
        stage=ending_stage(row),
    )


def ended_progress(row: ShownGeneration) -> float | None:
    """A finished one is 1.0 for ever, so that its answer never changes."""
    return 1.0 if row.status == "completed" else None


def ending_code(row: ShownGeneration) -> str | None:
    """The error code of a generation that ended without output."""
    if row.status == "failed":
        return ENDING_CODES[row.reason or "engine_failed"]
    return ENDING_CODES.get(row.status)


def ending_message(row: ShownGeneration) -> str:
    """What the catalogue says; only a blocked output differs, because it was charged first."""
    if row.status == "blocked":
        return "The content policy does not allow the output; the generation was refunded."
    code = ending_code(row)
    assert code is not None, row.status
    return BY_CODE[code].message


def ending_stage(row: ShownGeneration) -> str | None:
    """What moderation refused of a generation: its output, because its prompt was let pass."""
    return "output" if row.status == "blocked" else None


def character_object(row: CharacterRow, name: str | None) -> CharacterAnswer:
    """The one mapping of a character, for answers, lists and webhooks alike."""
    return CharacterAnswer(
        character_id=row.character_id,
        model_id=row.model_id,
        name=name,
        traits=row.traits,
        status=row.status,
        archived=row.archived,
        livemode=row.livemode,
        created_at=row.created_at,
    )
