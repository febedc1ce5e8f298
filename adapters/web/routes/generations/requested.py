"""Turns a valid wish into the claim that the rules will decide on: the values it starts from, the
policy's verdict, the enhanced prompt. Nothing is charged here and nothing is recorded.
"""

import secrets
import zlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

import msgspec

from adapters.web.answers.problems import Problem
from adapters.web.dependencies import WebDependencies, streams_of, with_vault
from adapters.web.guards.auth import Admitted
from adapters.web.moderation.end_users import check_end_user
from adapters.web.moderation.magic import deadline_seconds
from adapters.web.moderation.moderating import judged_prompt, judged_words, refused_prompt
from adapters.web.openapi.shapes import ImageRequest, VideoRequest
from adapters.web.requests.idempotency import Claim
from domain.credits import positive_credits
from domain.enhancement.enhancing import Enhancement, EnhancementRequest, enhance
from domain.errors import NotFound, Unauthorized
from domain.generation import GenerationKind, GenerationRequested
from domain.handlers import check_drawable, check_source, owned_character, owned_generation
from domain.ids import AccountId, CharacterId, GenerationId, parse_id
from domain.models import Kind, ModelCard, pixels
from domain.moderation.classifying import Question, Verdict
from domain.ports import Stream
from domain.texts import BlockedPromptTexts, GenerationTexts

SEEDS = 2**32

Value = TypeVar("Value", str, int)
Wish = ImageRequest | VideoRequest


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be drawn, settled: the model, the person, the size, and a video's source.

    `source_prompt` is what the source's model was given.
    """

    kind: GenerationKind
    card: ModelCard
    character_id: CharacterId
    traits: dict[str, str | int]
    width: int
    height: int
    format: str
    seconds: int | None = None
    source_generation_id: GenerationId | None = None
    source_key: str | None = None
    source_prompt: str = ""


def image_subject(
    web: WebDependencies, streams: Mapping[UUID, Stream], account_id: AccountId, wish: ImageRequest
) -> Subject:
    """Raises NotFound, InvalidState, Problem(validation_failed)."""
    character_id = parse_id(wish.character_id)
    if character_id is None:
        raise NotFound
    character = owned_character(streams[character_id].state, account_id)
    check_drawable(character)
    if wish.raw_prompt and not wish.prompt.strip():
        message = "A raw prompt needs words: nothing of the character is drawn without them."
        raise Problem("validation_failed", message, param="prompt")
    card = _card(web, character.created.model_id, "image")
    resolution = _one_of(
        wish.resolution, card.resolutions, card.default_resolution, param="resolution"
    )
    width, height = pixels(resolution)
    return Subject(
        kind="image",
        card=card,
        character_id=CharacterId(character_id),
        traits=character.created.traits,
        width=width,
        height=height,
        format=_one_of(wish.format, card.formats, card.formats[0], param="format"),
    )


async def video_subject(web: WebDependencies, admitted: Admitted, wish: VideoRequest) -> Subject:
    """Raises NotFound, InvalidState, ValidationFailed, OutputDeleted, Unauthorized, Problem.

    Its character is known only once the source is, and read then.
    """
    source_id = parse_id(wish.source_generation_id)
    if source_id is None:
        raise NotFound
    source = owned_generation(admitted.streams[source_id].state, admitted.account_id)
    output = check_source(source)
    character_id = source.requested.character_id
    character = (await streams_of(web, [character_id]))[character_id].state
    check_drawable(owned_character(character, admitted.account_id))
    card = _card(web, source.requested.model_id, "video")
    return Subject(
        kind="video",
        card=card,
        character_id=character_id,
        traits=source.requested.traits,
        width=source.requested.width,
        height=source.requested.height,
        format="mp4",
        seconds=_one_of(wish.seconds, card.video_seconds, card.video_seconds[0], param="seconds"),
        source_generation_id=GenerationId(source_id),
        source_key=output.output_key,
        source_prompt=await source_prompt(web, source.requested),
    )


async def source_prompt(web: WebDependencies, source: GenerationRequested) -> str:
    """What the source's model was given.

    Raises Unauthorized where it was erased with its account: nothing is drawn of what is not read.
    """
    account_id, sealed = source.account_id, source.sealed
    opened = await with_vault(web, account_id, lambda vault: vault.open(account_id, sealed))
    if opened is None:
        raise Unauthorized
    return msgspec.json.decode(opened, type=GenerationTexts).enhanced_prompt


def _card(web: WebDependencies, model_id: str, kind: Kind) -> ModelCard:
    """A model that left the catalogue draws nothing more."""
    card = web.models.get(model_id)
    if card is None or kind not in card.kinds:
        raise Problem(
            "validation_failed", f"The model {model_id} offers no {kind} here.", param="model_id"
        )
    return card


def _one_of(
    value: Value | None, allowed: tuple[Value, ...], default: Value, *, param: str
) -> Value:
    if value is None:
        return default
    if value not in allowed:
        message = f"This {param} is not one of the model's."
        raise Problem("validation_failed", message, param=param, allowed=list(allowed))
    return value


class Thought(msgspec.Struct, frozen=True, kw_only=True):
    """A wish, what it is about, the prompt that would be drawn, and what the words come to."""

    wish: Wish
    subject: Subject
    enhanced: Enhancement
    question: Question
    verdict: Verdict


def thought_of(wish: Wish, subject: Subject) -> Thought:
    """Enhances and judges a wish; pure, so it may run before its turn."""
    enhanced = enhanced_by(wish, subject)
    question = question_of(wish, subject, enhanced)
    return Thought(
        wish=wish,
        subject=subject,
        enhanced=enhanced,
        question=question,
        verdict=judged_words(question),
    )


async def requested(
    web: WebDependencies, admitted: Admitted, asked: Claim, thought: Thought
) -> GenerationRequested:
    """The claim, without the draws that only the debit knows.

    Raises EndUserOnHold, ModerationBlocked, ModerationUnavailable.
    """
    wish, subject, enhanced = thought.wish, thought.subject, thought.enhanced
    await check_end_user(web, admitted, wish.end_user_ref)
    judged = await judged_prompt(web, thought.question, thought.verdict)
    if not judged.verdict.allowed:
        raise await refused_prompt(
            web,
            admitted,
            asked,
            judged,
            kind=subject.kind,
            character_id=subject.character_id,
            texts=BlockedPromptTexts(
                prompt=wish.prompt,
                raw_prompt=wish.raw_prompt,
                negative_prompt=wish.negative_prompt,
                end_user_ref=wish.end_user_ref,
            ),
        )
    account_id, texts = admitted.account_id, msgspec.json.encode(_texts(wish, enhanced))
    sealed = await with_vault(web, account_id, lambda vault: vault.seal(account_id, texts))
    return GenerationRequested(
        account_id=admitted.account_id,
        livemode=web.book == "live",
        kind=subject.kind,
        character_id=subject.character_id,
        model_id=subject.card.id,
        source_generation_id=subject.source_generation_id,
        source_key=subject.source_key,
        traits=subject.traits,
        seed=_seed(web, wish),
        width=subject.width,
        height=subject.height,
        format=subject.format,
        seconds=subject.seconds,
        price=positive_credits(subject.card.price_credits[subject.kind]),
        draws=(),
        key_id=admitted.caller.key_id,
        fingerprint=asked.fingerprint,
        sealed=sealed,
        enhancement_version=enhanced.version,
        policy_version=judged.verdict.policy_version,
        deadline_at=_deadline(web, wish, web.clock()),
    )


def _seed(web: WebDependencies, wish: Wish) -> int:
    """Chosen at random, but for test keys: there the same request is the same picture."""
    if wish.seed is not None:
        return wish.seed
    return secrets.randbelow(SEEDS) if web.book == "live" else zlib.crc32(wish.prompt.encode())


def _deadline(web: WebDependencies, wish: Wish, now: datetime) -> datetime:
    seconds = deadline_seconds(web, wish.prompt, wish.deadline_seconds)
    return now + timedelta(seconds=seconds)


def enhanced_by(wish: Wish, subject: Subject) -> Enhancement:
    """The prompt that would be drawn."""
    return enhance(
        EnhancementRequest(
            traits=subject.traits,
            prompt=wish.prompt,
            negative_prompt=wish.negative_prompt,
            raw_prompt=wish.raw_prompt,
            quality_prefix=subject.card.quality_prefix,
            model_negative_prompt=subject.card.negative_prompt,
            style=subject.card.style,
        )
    )


def question_of(wish: Wish, subject: Subject, enhanced: Enhancement) -> Question:
    """What moderation is asked about it."""
    return Question(
        kind=subject.kind,
        traits=subject.traits,
        prompt=wish.prompt,
        negative_prompt=wish.negative_prompt,
        enhanced_prompt=enhanced.prompt,
        source_prompt=subject.source_prompt,
    )


def _texts(wish: Wish, enhanced: Enhancement) -> GenerationTexts:
    return GenerationTexts(
        prompt=wish.prompt,
        raw_prompt=wish.raw_prompt,
        negative_prompt=wish.negative_prompt,
        enhanced_prompt=enhanced.prompt,
        enhanced_negative_prompt=enhanced.negative_prompt,
        layers=[msgspec.to_builtins(layer) for layer in enhanced.layers],
        tags=wish.tags,
        end_user_ref=wish.end_user_ref,
    )
