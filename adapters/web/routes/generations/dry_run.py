"""What a request would cost and draw: price, verdict, prompt and time, without asking for it.

It records nothing (a refusal is counted for the operator and is no strike), takes no rate token and
claims no Idempotency-Key. It counts as a read, and as a dry run, of which a minute takes fewer: the
gate costs what it costs a generation, and who may ask it without end may try it out. Mistakes in
the request are refused as the real one would refuse them; what may be otherwise in a moment (the
verdict after a new policy, the balance) is told as data.
"""

from uuid import uuid4

from adapters.web.dependencies import Answer, WebDependencies, json_answer
from adapters.web.guards.auth import Admitted
from adapters.web.moderation.end_users import check_end_user
from adapters.web.moderation.moderating import count_refusal, judged_prompt
from adapters.web.openapi.shapes import DryRunAnswer, EnhancementAnswer, Eta, VerdictAnswer
from adapters.web.routes.generations.requested import Subject, Wish, thought_of
from domain import ledger
from domain.credits import positive_credits
from domain.enhancement.enhancing import Enhancement
from domain.errors import InsufficientCredits, KeySpendLimitReached
from domain.ids import GenerationId


def is_dry_run(decoded: object) -> bool:
    """Whether a body that nothing has checked yet asks for a dry run."""
    return isinstance(decoded, dict) and decoded.get("dry_run") is True


async def dry_answer(
    web: WebDependencies, admitted: Admitted, wish: Wish, subject: Subject
) -> Answer:
    """200 with what would be; nothing has happened. Raises EndUserOnHold, ModerationUnavailable."""
    await check_end_user(web, admitted, wish.end_user_ref)
    price = subject.card.price_credits[subject.kind]
    thought = thought_of(wish, subject)
    enhanced = thought.enhanced
    verdict = (await judged_prompt(web, thought.question, thought.verdict)).verdict
    if not verdict.allowed:
        count_refusal("dry_run", verdict)
    place = await web.expected_place(admitted.account_id, subject.card.id, subject.kind)
    answer = DryRunAnswer(
        dry_run=True,
        kind=subject.kind,
        character_id=subject.character_id,
        model_id=subject.card.id,
        source_generation_id=subject.source_generation_id,
        resolution=f"{subject.width}x{subject.height}",
        format=subject.format,
        seconds=subject.seconds,
        cost_credits=price,
        available_credits=admitted.account.available(web.clock()),
        sufficient_credits=_is_covered(web, admitted, price),
        verdict=VerdictAnswer(
            allowed=verdict.allowed,
            stage=None if verdict.allowed else "prompt",
            category=verdict.category,
            policy_version=verdict.policy_version,
        ),
        enhanced_prompt=enhanced.prompt if verdict.allowed else None,
        enhancement=_layers(enhanced) if verdict.allowed else None,
        queue_position=None if place is None else place.position,
        eta=None
        if place is None
        else Eta(p50_seconds=place.p50_seconds, p95_seconds=place.p95_seconds),
    )
    return json_answer(answer)


def _layers(enhanced: Enhancement) -> EnhancementAnswer:
    return EnhancementAnswer(version=enhanced.version, layers=enhanced.layers)


def _is_covered(web: WebDependencies, admitted: Admitted, price: int) -> bool:
    """The very rule that a debit obeys, asked without recording what it says."""
    try:
        ledger.debit(
            admitted.account,
            GenerationId(uuid4()),
            positive_credits(price),
            admitted.caller.key_id,
            web.clock(),
        )
    except (InsufficientCredits, KeySpendLimitReached):
        return False
    return True
