"""The moderation stream of an account: what the gates refused it, for strikes and appeals.

At most BLOCKS_PER_HOUR_MAX refusals of a clock hour are recorded one by one; the rest of that hour
follows in one event that counts them, so that nobody fills the log by being refused. A pass leaves
no trace here: its policy version is in `generation.requested`. Nothing here judges a text.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Literal
from uuid import UUID

import msgspec

from domain.errors import NotFound
from domain.event import Event
from domain.ids import AccountId, CharacterId, KeyId

BLOCKS_PER_HOUR_MAX = 20
BLOCK_COUNTS_MAX = 100
"""Rows of one summary; what would be more is told without its end users."""

BlockedWork = Literal["image", "video"]
Judge = Literal["lexicon", "classifier"]
BlockOutcome = Literal["recorded", "repeated", "to_count"]
"""`to_count`: the hour is full, whoever asked counts it for the summary."""


class PromptBlocked(Event, frozen=True, kw_only=True):
    """A prompt was refused; nothing was charged. `claim` is the generation that it would have been.

    `at` is when it was decided. `end_user` is a keyed hash of the request's `end_user_ref`;
    `sealed` holds the texts, encrypted with the account's key.
    """

    TOPIC: ClassVar[str] = "moderation.prompt_blocked.v1"
    account_id: AccountId
    livemode: bool
    claim: UUID
    kind: BlockedWork
    character_id: CharacterId
    key_id: KeyId
    judge: Judge
    category: str
    policy_version: str
    at: datetime
    end_user: bytes | None
    sealed: bytes


class CharacterBlocked(Event, frozen=True, kw_only=True):
    """A character was refused. `claim` is the character that it would have been."""

    TOPIC: ClassVar[str] = "moderation.character_blocked.v1"
    account_id: AccountId
    livemode: bool
    claim: UUID
    key_id: KeyId
    judge: Judge
    category: str
    policy_version: str
    at: datetime
    sealed: bytes


class BlockCount(msgspec.Struct, frozen=True, array_like=True):
    """How many refusals of one category and one end user (None: of none, or of many)."""

    category: str
    end_user: bytes | None
    blocks: int


class BlocksCounted(Event, frozen=True, kw_only=True):
    """What was refused in the clock hour that began at `hour`, beyond what was recorded."""

    TOPIC: ClassVar[str] = "moderation.blocks_counted.v1"
    account_id: AccountId
    livemode: bool
    hour: datetime
    counts: tuple[BlockCount, ...]


Block = PromptBlocked | CharacterBlocked


class Moderation(msgspec.Struct, frozen=True, kw_only=True):
    """The folded moderation stream.

    `claims` are those of the refusals recorded in the clock hour that began at `hour`;
    `counted_hour` is the last one that was summarised.
    """

    account_id: AccountId
    hour: datetime | None = None
    claims: frozenset[UUID] = frozenset()
    counted_hour: datetime | None = None


def clock_hour(at: datetime) -> datetime:
    """When the clock hour of a moment began."""
    return at.replace(minute=0, second=0, microsecond=0)


def record_block(
    moderation: Moderation | None, block: Block, now: datetime
) -> tuple[BlockOutcome, Sequence[Event]]:
    """What to append for a refusal; one with the same claim in the same hour is a retry."""
    hour = clock_hour(now)
    claims = moderation.claims if moderation is not None and moderation.hour == hour else ()
    if block.claim in claims:
        return "repeated", []
    if len(claims) >= BLOCKS_PER_HOUR_MAX:
        return "to_count", []
    return "recorded", [msgspec.structs.replace(block, at=now)]


def count_blocks(moderation: Moderation | None, counted: BlocksCounted) -> Sequence[Event]:
    """The summary of an hour, once; an hour only overflows after some of it was recorded."""
    if moderation is None:
        raise NotFound
    known = moderation.counted_hour
    return [] if known is not None and known >= counted.hour else [counted]


def summarised(counts: Sequence[BlockCount]) -> tuple[BlockCount, ...]:
    """At most BLOCK_COUNTS_MAX counts, the largest first; the rest by category alone."""
    ordered = sorted(counts, key=lambda c: (-c.blocks, c.category, c.end_user or b""))
    if len(ordered) <= BLOCK_COUNTS_MAX:
        return tuple(ordered)
    categories = {count.category for count in ordered}
    kept = BLOCK_COUNTS_MAX - len(categories)
    rest = dict.fromkeys(sorted(categories), 0)
    for count in ordered[kept:]:
        rest[count.category] += count.blocks
    more = (BlockCount(category, None, blocks) for category, blocks in rest.items() if blocks)
    return (*ordered[:kept], *more)


def evolve(moderation: Moderation | None, event: Event) -> Moderation:
    """The stream after one more event."""
    match event:
        case PromptBlocked() | CharacterBlocked():
            known = moderation or Moderation(account_id=event.account_id)
            hour = clock_hour(event.at)
            claims = known.claims if known.hour == hour else frozenset()
            return msgspec.structs.replace(known, hour=hour, claims=claims | {event.claim})
        case BlocksCounted():
            assert moderation is not None
            return msgspec.structs.replace(moderation, counted_hour=event.hour)
        case _:
            raise AssertionError(event)


EVENTS: tuple[type[Event], ...] = (PromptBlocked, CharacterBlocked, BlocksCounted)
