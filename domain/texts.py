"""The free text of a request: the only personal data in the log, and always sealed there."""

from typing import Any

import msgspec


class GenerationTexts(msgspec.Struct, frozen=True, kw_only=True):
    """What `GenerationRequested.sealed` holds. `layers` are those of the enhancement."""

    prompt: str
    raw_prompt: bool
    negative_prompt: str
    enhanced_prompt: str
    enhanced_negative_prompt: str
    layers: list[dict[str, Any]]
    tags: list[str]
    end_user_ref: str | None


class CharacterTexts(msgspec.Struct, frozen=True, kw_only=True):
    """What `CharacterCreated.sealed` holds."""

    name: str | None


class BlockedPromptTexts(msgspec.Struct, frozen=True, kw_only=True):
    """What `PromptBlocked.sealed` holds."""

    prompt: str
    raw_prompt: bool
    negative_prompt: str
    end_user_ref: str | None


class BlockedCharacterTexts(msgspec.Struct, frozen=True, kw_only=True):
    """What `CharacterBlocked.sealed` holds."""

    name: str | None
    traits: dict[str, str | int]
    end_user_ref: str | None = None


class EndpointTexts(msgspec.Struct, frozen=True, kw_only=True):
    """What `EndpointCreated.sealed` holds: an address may carry a secret of its own."""

    url: str
    description: str | None = None
