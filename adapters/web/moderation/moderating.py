"""The gates before anything is charged: words first, then the classifier where there is one.

`judged_...` gives a verdict and leaves no trace. A refusal that ends a request goes through
`refused_...`, which notes it in the account's moderation stream before the client is told. Only
what cannot be noted because the hour is full is counted in a table, for the hour's summary.
"""

import asyncio
from typing import LiteralString
from uuid import UUID, uuid5

import msgspec
import psycopg
import structlog

from adapters.telemetry import metrics
from adapters.web.dependencies import WebDependencies, append
from adapters.web.guards.auth import Admitted
from adapters.web.moderation.end_users import end_user_of
from adapters.web.requests.idempotency import Claim
from domain.characters.gate import check_character
from domain.characters.youth import is_youth_coded_with
from domain.enforcement.refusals import (
    Block,
    BlockedWork,
    CharacterBlocked,
    Judge,
    PromptBlocked,
    clock_hour,
)
from domain.errors import ModerationBlocked
from domain.handlers import record_block
from domain.ids import AccountId, CharacterId
from domain.moderation.classifying import Question, Verdict
from domain.moderation.gate import check_prompt, verdict_of
from domain.texts import BlockedCharacterTexts, BlockedPromptTexts

COUNT_SECONDS_MAX = 2.0

_COUNT: LiteralString = """
INSERT INTO moderation_overflow AS held (account_id, hour, category, end_user, blocks)
VALUES (%(account_id)s, %(hour)s, %(category)s, %(end_user)s, 1)
ON CONFLICT (account_id, hour, category, end_user) DO UPDATE SET blocks = held.blocks + 1
"""


class Judged(msgspec.Struct, frozen=True):
    """A verdict and who gave it."""

    verdict: Verdict
    judge: Judge


def judged_words(question: Question) -> Verdict:
    """What the words of a prompt come to, alone and of a character with these traits."""
    verdict = check_prompt(
        prompt=question.prompt,
        negative_prompt=question.negative_prompt,
        enhanced=question.enhanced_prompt,
        source_prompt=question.source_prompt,
    )
    drawn = f"{question.source_prompt}, {question.prompt}" if question.prompt.strip() else ""
    if verdict.category != "minor" and is_youth_coded_with(question.traits, drawn):
        return verdict_of({"minor"})
    return verdict


async def judged_prompt(web: WebDependencies, question: Question, words: Verdict) -> Judged:
    """The verdict of the words, or of the classifier after them. Raises ModerationUnavailable."""
    return await _judged(web, question, words)


async def judged_character(web: WebDependencies, question: Question) -> Judged:
    """Raises ModerationUnavailable."""
    verdict = check_character(name=question.name or None, traits=question.traits)
    return await _judged(web, question, verdict)


async def _judged(web: WebDependencies, question: Question, verdict: Verdict) -> Judged:
    if web.classify is None or not verdict.allowed:
        return Judged(verdict, "lexicon")
    return Judged(await web.classify(question), "classifier")


async def refused_prompt(
    web: WebDependencies,
    admitted: Admitted,
    asked: Claim,
    judged: Judged,
    *,
    kind: BlockedWork,
    character_id: CharacterId,
    texts: BlockedPromptTexts,
) -> ModerationBlocked:
    """The refusal to raise, once it is noted. Raises TemporarilyUnavailable."""
    verdict, account_id = judged.verdict, admitted.account_id
    block = PromptBlocked(
        account_id=account_id,
        livemode=web.book == "live",
        claim=_refused_request(asked),
        kind=kind,
        character_id=character_id,
        key_id=admitted.caller.key_id,
        judge=judged.judge,
        category=str(verdict.category),
        policy_version=verdict.policy_version,
        at=web.clock(),
        end_user=await end_user_of(web, account_id, texts.end_user_ref),
        sealed=await _sealed(web, account_id, texts),
    )
    await _note(web, block)
    return _refusal("prompt", verdict)


async def refused_character(
    web: WebDependencies,
    admitted: Admitted,
    asked: Claim,
    judged: Judged,
    texts: BlockedCharacterTexts,
) -> ModerationBlocked:
    """The refusal to raise, once it is noted. Raises TemporarilyUnavailable."""
    verdict = judged.verdict
    block = CharacterBlocked(
        account_id=admitted.account_id,
        livemode=web.book == "live",
        claim=_refused_request(asked),
        key_id=admitted.caller.key_id,
        judge=judged.judge,
        category=str(verdict.category),
        policy_version=verdict.policy_version,
        at=web.clock(),
        sealed=await _sealed(web, admitted.account_id, texts),
        end_user=await end_user_of(web, admitted.account_id, texts.end_user_ref),
    )
    await _note(web, block)
    return _refusal("character", verdict)


def _refused_request(asked: Claim) -> UUID:
    """What a retry is known by: the same key with the same body.

    A refusal claims no stream, so the key alone goes on to the gate with any other body.
    """
    return uuid5(asked.stream_id, asked.fingerprint.hex())


def _refusal(stage: str, verdict: Verdict) -> ModerationBlocked:
    count_refusal(stage, verdict)
    return ModerationBlocked(
        stage=stage, category=verdict.category, policy_version=verdict.policy_version
    )


def count_refusal(stage: str, verdict: Verdict) -> None:
    """For the operator: `stage` is prompt, character or dry_run."""
    metrics.count("xavira_moderation_refusals_total", stage, str(verdict.category))


async def _sealed(
    web: WebDependencies, account_id: AccountId, texts: BlockedPromptTexts | BlockedCharacterTexts
) -> bytes:
    return await asyncio.to_thread(web.vault.seal, account_id, msgspec.json.encode(texts))


async def _note(web: WebDependencies, block: Block) -> None:
    appended = await append(web, record_block(block))
    if appended.answer == "to_count":
        await _count(web, block)


async def _count(web: WebDependencies, block: Block) -> None:
    """A count that is lost in an outage is worth less than the answer."""
    values = {
        "account_id": block.account_id,
        "hour": clock_hour(block.at),
        "category": block.category,
        "end_user": block.end_user or b"",
    }
    try:
        async with asyncio.timeout(COUNT_SECONDS_MAX), web.lists.connection() as connection:
            await connection.execute(_COUNT, values)
    except (psycopg.Error, TimeoutError) as error:
        structlog.get_logger("adapters.web").warning("a refusal is not counted", error=repr(error))
