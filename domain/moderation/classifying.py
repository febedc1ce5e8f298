"""What a classifier is asked about a request, and what it may answer.

The word gate in `moderation` reads words; a classifier reads meaning, and lives outside. It judges
what the word gate has passed, never instead of it. No account, key or end user is ever told to it.
"""

from typing import Literal

import msgspec

from domain.errors import ModerationUnavailable
from domain.policy import CATEGORIES, POLICY_VERSION

VERSION_CHARACTERS_MAX = 64

QuestionKind = Literal["image", "video", "character"]


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a gate decided. `category` is one of the policy's CATEGORIES, None when allowed."""

    allowed: bool
    category: str | None
    policy_version: str


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be judged; texts that a kind has not are empty.

    `source_prompt` is the enhanced prompt of the picture that a video starts from.
    """

    kind: QuestionKind
    traits: dict[str, str | int]
    name: str = ""
    prompt: str = ""
    negative_prompt: str = ""
    enhanced_prompt: str = ""
    source_prompt: str = ""
    policy_version: str = POLICY_VERSION


class Opinion(msgspec.Struct, frozen=True, kw_only=True):
    """A classifier's answer as it came: `category` of the policy's, none where it is allowed."""

    allowed: bool
    policy_version: str
    category: str | None = None


def verdict_on(opinion: Opinion) -> Verdict:
    """The verdict of the word gate's pass and this opinion; its version names both.

    Raises ModerationUnavailable for an answer that contradicts itself or the protocol: who cannot
    be understood has not allowed anything.
    """
    version = opinion.policy_version
    is_version = 0 < len(version) <= VERSION_CHARACTERS_MAX and version.isascii()
    fits = opinion.category is None if opinion.allowed else opinion.category in CATEGORIES
    if not fits or not is_version or not version.isprintable():
        raise ModerationUnavailable
    return Verdict(
        allowed=opinion.allowed,
        category=opinion.category,
        policy_version=f"{POLICY_VERSION}+{version}",
    )
