"""What magic prompts change before anything is charged. In the live book there is no magic."""

from typing import Any

from adapters.web.answers.problems import Problem
from adapters.web.dependencies import WebDependencies
from domain.keys import caps
from domain.sandbox import EXPIRE_SECONDS, spelled


def refuse_as_asked(web: WebDependencies, prompt: str, *, price: int) -> None:
    """Answers what the prompt asks to be answered. Raises Problem, ValidationFailed."""
    if web.book == "live":
        return
    spell = spelled(prompt, "request")
    if spell is not None and spell.magic.code is not None:
        raise Problem(spell.magic.code, **_details(web, spell.magic.code, price))


def _details(web: WebDependencies, code: str, price: int) -> dict[str, Any]:
    """What the real error says beside its code; a cap is one of a day."""
    if code == "insufficient_credits":
        return {"required": price, "available": 0}
    if code == "key_spend_limit_reached":
        ends_at = caps.end_of("day", caps.day_of(caps.UNUSED, web.clock()))
        return {"required": price, "available": 0, "resets_at": f"{ends_at:%Y-%m-%dT%H:%M:%SZ}"}
    return {}


def check_name(web: WebDependencies, name: str | None) -> None:
    """Raises ValidationFailed for a misspelled magic word in a character's name."""
    if web.book == "test" and name is not None:
        spelled(name, "character")


def deadline_seconds(web: WebDependencies, prompt: str, wished: int | None) -> float:
    """How long a generation may wait to be begun."""
    if web.book == "test":
        spell = spelled(prompt, "render")
        if spell is not None and spell.magic.fault == "ignore":
            return EXPIRE_SECONDS
    return wished or web.deadline_seconds
