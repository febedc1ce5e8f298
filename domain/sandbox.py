"""Magic prompts: words that make the test book answer what a client must be able to handle.

One table drives the code, docs/reference/sandbox.md and the tests. In the live book the same words
are ordinary words: nothing there ever looks at this table.
"""

import re
from typing import Literal

import msgspec

from domain.errors import ModerationUnavailable, ValidationFailed
from domain.moderation.classifying import Question, Verdict
from domain.policy import POLICY_VERSION

SECONDS_MAX = 120
BLOCKED_AS = "real_person"
"""The category that a magic block names: the mildest one of the policy."""

EXPIRE_SECONDS = 2.0
"""A generation that is to expire has this long a deadline, whatever was asked for."""

Stage = Literal["request", "moderation", "render", "character"]
Fault = Literal["fail", "timeout", "block", "ignore", "wait", "identity"]


class Magic(msgspec.Struct, frozen=True, kw_only=True):
    """One word and everything that follows from it.

    `stage` says who acts on it: the API before the debit, its content gate, the consumer, or the
    consumer at a character's creation (then it is a word of the name). `fault` is what the consumer
    is told. `status` and `code` are those of a synchronous image request; a refusal before the
    debit is no event, so it causes no webhook.
    """

    word: str
    stage: Stage
    status: int
    code: str | None
    money: str
    meaning: str
    webhooks: tuple[str, ...] = ()
    fault: Fault | None = None


UNCHARGED = "nothing is charged; the same key may be tried again"
REFUNDED = "charged, then refunded in the same transaction as the ending"
CHARGED = "charged"
FREE = "free"


def _refused(code: str, status: int, meaning: str) -> Magic:
    return Magic(
        word=code, stage="request", status=status, code=code, money=UNCHARGED, meaning=meaning
    )


MAGIC: tuple[Magic, ...] = (
    _refused("rate_limited", 429, "The window of this minute is full."),
    _refused("concurrency_limited", 429, "Too many generations are in flight."),
    _refused("insufficient_credits", 402, "The balance is too low."),
    _refused("key_spend_limit_reached", 402, "The key has spent its cap."),
    _refused("account_suspended", 403, "The account is on hold."),
    _refused("temporarily_unavailable", 503, "The ledger is out of reach."),
    _refused("capacity_unavailable", 503, "There is nobody to draw."),
    _refused("internal_error", 500, "A mistake of ours, before anything was charged."),
    Magic(
        word="moderation_unavailable",
        stage="moderation",
        status=503,
        code="moderation_unavailable",
        money=UNCHARGED,
        meaning="The content check is out of reach.",
    ),
    Magic(
        word="block_prompt",
        stage="moderation",
        status=422,
        code="moderation_blocked",
        money="nothing is charged",
        meaning="The content policy refuses the prompt.",
    ),
    Magic(
        word="fail",
        stage="render",
        status=500,
        code="generation_failed",
        money=REFUNDED,
        meaning="The engine fails.",
        webhooks=("generation.failed", "credits.refunded"),
        fault="fail",
    ),
    Magic(
        word="timeout",
        stage="render",
        status=504,
        code="generation_timeout",
        money=REFUNDED,
        meaning="The render runs too long.",
        webhooks=("generation.failed", "credits.refunded"),
        fault="timeout",
    ),
    Magic(
        word="expire",
        stage="render",
        status=504,
        code="deadline_exceeded",
        money=REFUNDED,
        meaning="Nobody begins before the deadline, which is 2 seconds away.",
        webhooks=("generation.expired", "credits.refunded"),
        fault="ignore",
    ),
    Magic(
        word="block_output",
        stage="render",
        status=422,
        code="moderation_blocked",
        money=REFUNDED,
        meaning="The check of the finished picture refuses it.",
        webhooks=("generation.blocked", "credits.refunded"),
        fault="block",
    ),
    Magic(
        word="wait",
        stage="render",
        status=201,
        code=None,
        money=CHARGED,
        meaning="As sandbox:wait=N: drawn after N seconds, at most 120; to poll, or to cancel.",
        webhooks=("generation.completed",),
        fault="wait",
    ),
    Magic(
        word="identity_failed",
        stage="character",
        status=201,
        code=None,
        money=FREE,
        meaning="In a character's name, for a model with `face_conditioning`: drawn without.",
        webhooks=("character.failed",),
        fault="identity",
    ),
)

BY_WORD = {magic.word: magic for magic in MAGIC}

_MEANT = re.compile(r"\bsandbox:([^\s,;]*)")
"""Whatever begins like a magic word: a prompt's words end at a blank, a comma or a semicolon."""

_SPELLED = re.compile(r"([a-z_]+)(?:=([0-9]{1,3}))?")
_CLOSING = ".:!?)]}'\"`"
"""What may close a word without being of it."""


class Spell(msgspec.Struct, frozen=True):
    """A magic word as it was written. `seconds` is how long `wait` waits."""

    magic: Magic
    seconds: int = 0


def spelled(text: str, *stages: Stage) -> Spell | None:
    """The first magic word of a text that is of one of these stages.

    Raises ValidationFailed for a word that is none: it was meant to be one.
    """
    for meant in _MEANT.finditer(text):
        spell = _spell(meant[1].rstrip(_CLOSING))
        if spell is None:
            message = f"This is no magic word; sandbox:wait=N waits at most {SECONDS_MAX} seconds."
            raise ValidationFailed(message, allowed=[f"sandbox:{word}" for word in BY_WORD])
        if spell.magic.stage in stages:
            return spell
    return None


def _spell(word: str) -> Spell | None:
    """What stands behind `sandbox:`, if it is a word of the table to the letter."""
    found = _SPELLED.fullmatch(word)
    magic = None if found is None else BY_WORD.get(found[1])
    if found is None or magic is None:
        return None
    seconds = int(found[2] or 0)
    if seconds > SECONDS_MAX or (found[2] is not None and magic.fault != "wait"):
        return None
    return Spell(magic, seconds)


async def judge(question: Question) -> Verdict:
    """The test book's classifier: it refuses what asks to be refused. See `classifying`."""
    spell = spelled(question.prompt, "moderation")
    if spell is None:
        return Verdict(allowed=True, category=None, policy_version=POLICY_VERSION)
    if spell.magic.word == "moderation_unavailable":
        raise ModerationUnavailable
    return Verdict(allowed=False, category=BLOCKED_AS, policy_version=POLICY_VERSION)


def fault_of(text: str, stage: Literal["render", "character"]) -> str | None:
    """What the consumer is told to pretend for a prompt, or for a character's name: "wait=5".

    A word of the other stage is an ordinary word: the consumer would answer it with a result that
    nobody waits for. So is a misspelled one: the text was accepted, perhaps before that was none.
    """
    try:
        spell = spelled(text, stage)
    except ValidationFailed:
        return None
    if spell is None:
        return None
    fault = spell.magic.fault
    return f"{fault}={spell.seconds}" if fault == "wait" else fault
