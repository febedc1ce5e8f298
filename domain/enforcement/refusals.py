"""The moderation stream of an account: what the gates refused it, for strikes and appeals.

At most BLOCKS_PER_HOUR_MAX refusals of a clock hour are recorded one by one; the rest of that hour
follows in one event that counts them, so that nobody fills the log by being refused. A pass leaves
no trace here: its policy version is in `generation.requested`. Nothing here judges a text. The rule
of `domain.enforcement.strikes` is applied to what is recorded, in the same transaction.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Literal
from uuid import UUID

import msgspec

from domain.enforcement import strikes
from domain.enforcement.strikes import MINOR, NOBODY, STRIKE_CATEGORIES, Strike, Tally
from domain.errors import NotFound
from domain.event import Event
from domain.ids import AccountId, CharacterId, KeyId

BLOCKS_PER_HOUR_MAX = 20
CLAIMS_MAX = 1_000
"""Recorded refusals whose retries are known, the oldest forgotten first: those of two days or more.

An Idempotency-Key is good for ever, so nothing but their number ends them.
"""

BLOCK_COUNTS_MAX = 300
"""Rows of one summary; what would be more is told without its end users.

Room for as many end users refused as MINOR as put an account on hold, so none of these is missed.
"""

BlockedWork = Literal["image", "video"]
Judge = Literal["lexicon", "classifier"]
BlockOutcome = Literal["recorded", "repeated", "to_count"]
"""`to_count`: the hour is full, whoever asked counts it for the summary."""


class PromptBlocked(Event, frozen=True, kw_only=True):
    """A prompt was refused; nothing was charged. `claim` is the same for each retry of the request.

    It follows from the generation that it would have been and from the request's fingerprint. `at`
    is when it was decided. `end_user` is a keyed hash of the request's `end_user_ref`; `sealed`
    holds the texts, encrypted with the account's key.
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


class CharacterBlocked(Event, frozen=True, kw_only=True, omit_defaults=True):
    """A character was refused. `claim` is the same for each retry of the request.

    `end_user` is as in a refused prompt; what was recorded before characters named one has none.
    """

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
    end_user: bytes | None = None


class BlockCount(msgspec.Struct, frozen=True, array_like=True):
    """How many refusals of one category and one end user (None: the requests named nobody).

    In older logs None is also what was folded: these may not be told apart, and count as they did.
    """

    category: str
    end_user: bytes | None
    blocks: int


class FoldedBlocks(msgspec.Struct, frozen=True, array_like=True):
    """How many refusals of one category so many end users had who are not named one by one."""

    category: str
    end_users: int
    blocks: int


class BlocksCounted(Event, frozen=True, kw_only=True, omit_defaults=True):
    """What was refused in the clock hour that began at `hour`, beyond what was recorded.

    What is `folded` would have been more rows than one summary has; it is no strike at all.
    """

    TOPIC: ClassVar[str] = "moderation.blocks_counted.v1"
    account_id: AccountId
    livemode: bool
    hour: datetime
    counts: tuple[BlockCount, ...]
    folded: tuple[FoldedBlocks, ...] = ()


class EndUserHeld(Event, frozen=True, kw_only=True):
    """The rule of strikes put an end user on hold: requests that name it are refused."""

    TOPIC: ClassVar[str] = "moderation.end_user_held.v1"
    end_user: bytes
    at: datetime


class EndUserReleased(Event, frozen=True, kw_only=True):
    """An operator ended the hold of an end user, whose strikes start from nothing again."""

    TOPIC: ClassVar[str] = "moderation.end_user_released.v1"
    end_user: bytes
    actor: str


class AccountStruck(Event, frozen=True, kw_only=True):
    """The rule of strikes put the account on hold; the hold itself is in the account's stream."""

    TOPIC: ClassVar[str] = "moderation.account_struck.v1"
    at: datetime


Block = PromptBlocked | CharacterBlocked


class Moderation(msgspec.Struct, frozen=True, kw_only=True):
    """The folded moderation stream.

    `recorded` of its refusals are of the clock hour that began at `hour`; `claims` are those of the
    newest CLAIMS_MAX, oldest first. `counted_hour` is the last hour that was summarised. `tally` is
    what the rule of strikes counts.
    """

    account_id: AccountId
    hour: datetime | None = None
    recorded: int = 0
    claims: dict[UUID, None] = {}
    counted_hour: datetime | None = None
    tally: Tally = Tally()


def clock_hour(at: datetime) -> datetime:
    """When the clock hour of a moment began."""
    return at.replace(minute=0, second=0, microsecond=0)


def record_block(
    moderation: Moderation | None, block: Block, now: datetime
) -> tuple[BlockOutcome, Sequence[Event]]:
    """What to append for a refusal; one whose claim is known is a retry, in any later hour too."""
    if moderation is not None:
        if block.claim in moderation.claims:
            return "repeated", []
        if _recorded_in(moderation, clock_hour(now)) >= BLOCKS_PER_HOUR_MAX:
            return "to_count", []
    return "recorded", [msgspec.structs.replace(block, at=now)]


def _recorded_in(moderation: Moderation, hour: datetime) -> int:
    """How many refusals of a clock hour were recorded, if it is the newest one."""
    return moderation.recorded if moderation.hour == hour else 0


def _with_newest(claims: dict[UUID, None], claim: UUID) -> dict[UUID, None]:
    """The claims with this one as the newest. In older logs one comes again in another hour."""
    known = claims.copy()
    known.pop(claim, None)
    known[claim] = None
    if len(known) > CLAIMS_MAX:
        del known[next(iter(known))]
    return known


def count_blocks(moderation: Moderation | None, counted: BlocksCounted) -> Sequence[Event]:
    """The summary of an hour, once; an hour only overflows after some of it was recorded."""
    if moderation is None:
        raise NotFound
    known = moderation.counted_hour
    return [] if known is not None and known >= counted.hour else [counted]


def due_holds(
    moderation: Moderation | None, events: Sequence[Event], now: datetime
) -> Sequence[Event]:
    """What the rule of strikes adds to refusals that are about to be recorded."""
    added = _strikes(events)
    tally = strikes.struck(Tally() if moderation is None else moderation.tally, added)
    named = dict.fromkeys(strike.end_user for strike in added)
    due = [end_user for end_user in named if strikes.end_user_due(tally, end_user, now)]
    holds: list[Event] = [EndUserHeld(end_user=end_user, at=now) for end_user in due]
    if strikes.account_due(strikes.held(tally, due, now), now):
        holds.append(AccountStruck(at=now))
    return holds


def release_end_user(
    moderation: Moderation | None, end_user: bytes, *, actor: str
) -> Sequence[Event]:
    """Ends the hold of an end user; where there is none nothing changes."""
    if moderation is None or end_user not in moderation.tally.held:
        return []
    return [EndUserReleased(end_user=end_user, actor=actor)]


def _strikes(events: Sequence[Event]) -> list[Strike]:
    """The strikes among these refusals.

    The test book is for provoking refusals: there is no strike in it.
    """
    found: list[Strike] = []
    for event in events:
        match event:
            case PromptBlocked(livemode=True) | CharacterBlocked(livemode=True):
                found.append(Strike(event.end_user or NOBODY, event.at, event.category))
            case BlocksCounted(livemode=True):
                found += [
                    Strike(each.end_user or NOBODY, event.hour, each.category, each.blocks)
                    for each in event.counts
                ]
    return [strike for strike in found if strike.category in STRIKE_CATEGORIES]


def summarised(
    counts: Sequence[BlockCount],
) -> tuple[tuple[BlockCount, ...], tuple[FoldedBlocks, ...]]:
    """What a summary counts and what it folds, in at most BLOCK_COUNTS_MAX rows, the largest first.

    Folded are end users of the least severe categories, those with the fewest refusals first. What
    named nobody never is: there is one such row of a category.
    """
    ordered = sorted(counts, key=lambda c: (-c.blocks, c.category, c.end_user or b""))
    if len(ordered) <= BLOCK_COUNTS_MAX:
        return tuple(ordered), ()
    categories = {count.category for count in ordered}
    gravest = sorted(ordered, key=_gravity)
    kept = BLOCK_COUNTS_MAX - len(categories)
    named, rest = set(gravest[:kept]), gravest[kept:]
    folded: dict[str, FoldedBlocks] = {}
    for count in rest:
        before = folded.get(count.category, FoldedBlocks(count.category, 0, 0))
        folded[count.category] = FoldedBlocks(
            count.category, before.end_users + 1, before.blocks + count.blocks
        )
    more = tuple(folded[category] for category in sorted(folded))
    return tuple(count for count in ordered if count in named), more


def _gravity(count: BlockCount) -> int:
    """The lower, the sooner a row is kept: first what named nobody, then as it weighs."""
    if count.end_user is None:
        return 0
    if count.category == MINOR:
        return 1
    return 2 if count.category in STRIKE_CATEGORIES else 3


def evolve(moderation: Moderation | None, event: Event) -> Moderation:
    """The stream after one more event."""
    match event:
        case PromptBlocked() | CharacterBlocked():
            known = moderation or Moderation(account_id=event.account_id)
            hour = clock_hour(event.at)
            known = msgspec.structs.replace(
                known,
                hour=hour,
                recorded=_recorded_in(known, hour) + 1,
                claims=_with_newest(known.claims, event.claim),
            )
            return _tallied(known, event)
    assert moderation is not None, event
    tally = moderation.tally
    match event:
        case BlocksCounted():
            counted = msgspec.structs.replace(moderation, counted_hour=event.hour)
            return _tallied(counted, event)
        case EndUserHeld():
            tally = strikes.held(tally, [event.end_user], event.at)
        case EndUserReleased():
            tally = strikes.released(tally, event.end_user)
        case AccountStruck():
            tally = strikes.account_held(tally)
        case _:
            raise AssertionError(event)
    return msgspec.structs.replace(moderation, tally=tally)


def _tallied(moderation: Moderation, event: Event) -> Moderation:
    tally = strikes.struck(moderation.tally, _strikes([event]))
    return msgspec.structs.replace(moderation, tally=tally)


EVENTS: tuple[type[Event], ...] = (
    PromptBlocked,
    CharacterBlocked,
    BlocksCounted,
    EndUserHeld,
    EndUserReleased,
    AccountStruck,
)
