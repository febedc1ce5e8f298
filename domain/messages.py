"""What travels on NATS: commands to consumers, results back, progress beside them.

Every message may arrive twice, late or never. Nothing here is the truth: the log is, and a result
counts only for a (work, attempt, token) that was released.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

ENGINE_SECONDS_MAX = 86_400.0
TOKEN_DIGEST_DIGITS = 32
PIXELS_MAX = 65_536
WORD_CHARACTERS_MAX = 1_000

Attempt = Annotated[int, Meta(ge=1, le=2**31 - 1)]
Pixels = Annotated[int, Meta(ge=1, le=PIXELS_MAX)]
Word = Annotated[str, Meta(max_length=WORD_CHARACTERS_MAX, pattern=r"^[^\x00]*$")]
"""A text that PostgreSQL can keep. What a result says is looked up beside others and recorded for
ever: a value that cannot be kept would hold up those others, and every list.
"""


class RenderCommand(msgspec.Struct, frozen=True, kw_only=True, tag="render"):
    """Draw one generation. Keys name objects in the public part of the object store.

    `fault` is what a consumer of the test book is to pretend; consumers of the live book ignore it.
    """

    work_id: UUID
    attempt: int
    token: str
    kind: str
    model_id: str
    character_id: UUID
    traits: dict[str, str | int]
    prompt: str
    negative_prompt: str
    seed: int
    width: int
    height: int
    format: str
    seconds: int | None
    source_key: str | None
    identity_key: str | None
    fault: str | None = None


class IdentityCommand(msgspec.Struct, frozen=True, kw_only=True, tag="identity"):
    """Compute a character's identity once; `work_id` is the character's id."""

    work_id: UUID
    attempt: int
    token: str
    model_id: str
    traits: dict[str, str | int]
    fault: str | None = None


Command = RenderCommand | IdentityCommand


class WorkStarted(msgspec.Struct, frozen=True, kw_only=True, tag="started"):
    work_id: UUID
    attempt: Attempt
    token: Word


class WorkCompleted(msgspec.Struct, frozen=True, kw_only=True, tag="completed"):
    """The bytes lie in quarantine under these keys; nothing is public before it is accepted.

    `likeness` is what the picture looks like, compared with what was taken down.
    """

    work_id: UUID
    attempt: Attempt
    token: Word
    output_key: str
    poster_key: str | None
    media_type: str
    width: Pixels
    height: Pixels
    identity_score: float | None
    engine_seconds: Annotated[float, Meta(ge=0, le=ENGINE_SECONDS_MAX)]
    likeness: bytes | None = None


class WorkFailed(msgspec.Struct, frozen=True, kw_only=True, tag="failed"):
    """`timeout` is true when the render ran longer than it may."""

    work_id: UUID
    attempt: Attempt
    token: Word
    timeout: bool = False


class WorkBlocked(msgspec.Struct, frozen=True, kw_only=True, tag="blocked"):
    work_id: UUID
    attempt: Attempt
    token: Word
    category: Word
    policy_version: Word


class IdentityComputed(msgspec.Struct, frozen=True, kw_only=True, tag="identity_computed"):
    """`object_key` is None when the engine fixes no identity."""

    work_id: UUID
    attempt: Attempt
    token: Word
    object_key: str | None
    encoder: Word


Result = WorkStarted | WorkCompleted | WorkFailed | WorkBlocked | IdentityComputed


class Results(msgspec.Struct, frozen=True, kw_only=True, tag="results"):
    """What became of work that was drawn together; each is opened and judged by itself."""

    results: tuple[msgspec.Raw, ...]

    @classmethod
    def of(cls, results: Iterable[Result]) -> "Results":
        return cls(results=tuple(msgspec.Raw(msgspec.json.encode(result)) for result in results))

    def opened(self) -> "Iterator[Result | msgspec.DecodeError]":
        """Each result, or why it is none."""
        for raw in self.results:
            try:
                yield msgspec.json.decode(raw, type=Result)
            except msgspec.DecodeError as error:
                yield error


Report = Result | Results


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """Sent at most twice a second, never stored: `fraction` is 0 to 1."""

    work_id: UUID
    attempt: int
    fraction: Annotated[float, Meta(ge=0, le=1)]


class Cancel(msgspec.Struct, frozen=True, kw_only=True):
    """Best effort: the terminal event is already recorded, this only saves the GPU's time."""

    work_id: UUID


def attempt_name(work_id: UUID, attempt: int, token: str) -> str:
    """What ids of messages about an attempt begin with, which everybody on the bus may read.

    A database that crashes may forget a release that was published; the next one has the same
    number and another token, and must not pass for the same message.
    """
    digest = hashlib.sha256(token.encode()).hexdigest()[:TOKEN_DIGEST_DIGITS]
    return f"{work_id}:{attempt}:{digest}"
