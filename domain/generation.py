"""The generation stream: a claim with its price, then work, then exactly one terminal event.

Version 1 is the claim: it holds the fingerprint of the request that the Idempotency-Key stands for
and the draws that a refund gives back. This stream arbitrates: whoever appends its terminal event
first wins, everyone else reads the winner.
"""

from datetime import datetime
from typing import ClassVar, Literal

import msgspec

from domain import ledger
from domain.credits import Credits
from domain.errors import IdempotencyKeyReused, InvalidState
from domain.event import Event
from domain.ids import AccountId, CapGroupId, CharacterId, GenerationId, KeyId
from domain.ledger import Account, Draw, RefundCause

GenerationKind = Literal["image", "video"]
Status = Literal["queued", "processing", "completed", "failed", "expired", "blocked", "canceled"]
TERMINAL: frozenset[Status] = frozenset({"completed", "failed", "expired", "blocked", "canceled"})
FailureReason = Literal["engine_failed", "timeout"]
CanceledBy = Literal["customer", "operator", "hold"]


class GenerationRequested(Event, frozen=True, kw_only=True):
    """The claim. `sealed` holds every free text of the request, encrypted with the account's key.

    `fingerprint` is an HMAC of the request, `deadline_at` the last moment at which work may start.
    `draws`, `cap_group` and `period_start` are those of the debit, for the refund.
    """

    TOPIC: ClassVar[str] = "generation.requested.v1"
    account_id: AccountId
    livemode: bool
    kind: GenerationKind
    character_id: CharacterId
    model_id: str
    source_generation_id: GenerationId | None
    source_key: str | None
    traits: dict[str, str | int]
    seed: int
    width: int
    height: int
    format: str
    seconds: int | None
    price: Credits
    draws: tuple[Draw, ...]
    key_id: KeyId
    fingerprint: bytes
    sealed: bytes
    enhancement_version: str
    policy_version: str
    deadline_at: datetime
    cap_group: CapGroupId | None = None
    period_start: datetime | None = None


class GenerationLabeled(Event, frozen=True, kw_only=True):
    """What the customer sorts this generation by; recorded beside the claim of one that is sorted.

    Each label is a keyed hash of a text in the claim's `sealed`, under the account's data key.
    """

    TOPIC: ClassVar[str] = "generation.labeled.v1"
    end_user: bytes | None
    tags: tuple[bytes, ...]

    @property
    def every(self) -> tuple[bytes, ...]:
        """All labels alike."""
        return self.tags if self.end_user is None else (*self.tags, self.end_user)


class GenerationStarted(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "generation.started.v1"
    attempt: int


class GenerationCompleted(Event, frozen=True, kw_only=True):
    """Accepted output. Keys name stored objects, never hosts; `engine_seconds` is GPU time."""

    TOPIC: ClassVar[str] = "generation.completed.v1"
    attempt: int
    output_key: str
    poster_key: str | None
    media_type: str
    width: int
    height: int
    identity_score: float | None
    engine_seconds: float


class GenerationFailed(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "generation.failed.v1"
    attempt: int | None
    reason: FailureReason


class GenerationExpired(Event, frozen=True, kw_only=True):
    """It was not started by its deadline."""

    TOPIC: ClassVar[str] = "generation.expired.v1"


class GenerationBlocked(Event, frozen=True, kw_only=True):
    """An output check refused the picture; nobody has seen it."""

    TOPIC: ClassVar[str] = "generation.blocked.v1"
    attempt: int
    category: str
    policy_version: str


class GenerationCanceled(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "generation.canceled.v1"
    by: CanceledBy


class OutputDeleted(Event, frozen=True, kw_only=True):
    TOPIC: ClassVar[str] = "generation.output_deleted.v1"


class GenerationTakenDown(Event, frozen=True, kw_only=True):
    """The operator removed the output for good; its bytes are deleted.

    Its likeness is blocked, where the bytes were still there.
    """

    TOPIC: ClassVar[str] = "generation.taken_down.v1"
    actor: str


Ending = GenerationFailed | GenerationExpired | GenerationBlocked | GenerationCanceled
"""Terminal events that refund."""

CAUSES: dict[type[Event], RefundCause] = {
    GenerationFailed: "failed",
    GenerationExpired: "expired",
    GenerationBlocked: "blocked",
    GenerationCanceled: "canceled",
}


class Generation(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The folded generation stream. `ending` is the terminal event, if any."""

    requested: GenerationRequested
    attempt: int | None = None
    ending: GenerationCompleted | Ending | None = None
    output_deleted: bool = False
    taken_down: bool = False

    @property
    def status(self) -> Status:
        match self.ending:
            case None:
                return "queued" if self.attempt is None else "processing"
            case GenerationCompleted():
                return "completed"
            case ending:
                return CAUSES[type(ending)]

    @property
    def open(self) -> bool:
        return self.ending is None

    @property
    def hidden(self) -> bool:
        """Whether its output, if it ever had one, may not be shown any more."""
        return self.output_deleted or self.taken_down

    @property
    def refunded_credits(self) -> int:
        return self.requested.price if isinstance(self.ending, Ending) else 0


def evolve(generation: Generation | None, event: Event) -> Generation:
    """The generation after one more event of its stream."""
    if isinstance(event, GenerationRequested):
        assert generation is None
        return Generation(requested=event)
    assert generation is not None, event
    match event:
        case GenerationStarted():
            return msgspec.structs.replace(generation, attempt=event.attempt)
        case (
            GenerationCompleted()
            | GenerationFailed()
            | GenerationExpired()
            | GenerationBlocked()
            | GenerationCanceled()
        ):
            assert generation.ending is None, event
            return msgspec.structs.replace(generation, ending=event)
        case OutputDeleted():
            return msgspec.structs.replace(generation, output_deleted=True)
        case GenerationTakenDown():
            return msgspec.structs.replace(generation, taken_down=True)
        case _:
            return generation


def request(
    account: Account, claim: GenerationRequested, generation_id: GenerationId, now: datetime
) -> tuple[GenerationRequested, ledger.CreditsDebited]:
    """The claim and its debit, which are recorded together or not at all.

    Raises what `ledger.debit` raises. The claim's draws and period are those of the debit.
    """
    debited = ledger.debit(account, generation_id, claim.price, claim.key_id, now)
    claimed = msgspec.structs.replace(
        claim,
        draws=debited.draws,
        cap_group=debited.cap_group,
        period_start=debited.period_start,
    )
    return claimed, debited


def check_replay(existing: object, account_id: AccountId, fingerprint: bytes) -> None:
    """A second request with a claimed key joins the first one's work only if it asks the same.

    Raises IdempotencyKeyReused for another body, or for a claim of another route.
    """
    same = (
        isinstance(existing, Generation)
        and existing.requested.account_id == account_id
        and existing.requested.fingerprint == fingerprint
    )
    if not same:
        raise IdempotencyKeyReused


def start(generation: Generation, attempt: int) -> list[Event]:
    """Work began; a later attempt of the same generation may begin again, an ended one not."""
    if not generation.open or generation.attempt == attempt:
        return []
    return [GenerationStarted(attempt=attempt)]


def complete(generation: Generation, event: GenerationCompleted) -> list[Event]:
    """A success of any attempt is accepted while the generation is open; a late one is nothing."""
    return [event] if generation.open else []


def end(
    generation: Generation,
    generation_id: GenerationId,
    account: Account,
    event: Ending,
    now: datetime,
) -> tuple[list[Event], list[Event]]:
    """Ends without output: (events of the generation, events of the account).

    The refund exists only beside the terminal event that causes it; both are empty when late.
    """
    if not generation.open:
        return [], []
    claim = generation.requested
    refunded = ledger.refund(
        account,
        generation_id,
        claim.draws,
        cause=CAUSES[type(event)],
        now=now,
        cap_group=claim.cap_group,
        period_start=claim.period_start,
    )
    return [event], refunded


def delete_output(generation: Generation) -> list[Event]:
    """Raises InvalidState unless there is an output; deleting it twice changes nothing."""
    if not isinstance(generation.ending, GenerationCompleted):
        raise InvalidState("Only a completed generation has an output to delete.")
    return [] if generation.output_deleted else [OutputDeleted()]


def take_down(generation: Generation, *, actor: str) -> list[Event]:
    """Removes an output for good, also one that its owner deleted; twice changes nothing.

    Raises InvalidState where there never was an output.
    """
    if not isinstance(generation.ending, GenerationCompleted):
        raise InvalidState("Only a completed generation has an output to take down.")
    return [] if generation.taken_down else [GenerationTakenDown(actor=actor)]


EVENTS: tuple[type[Event], ...] = (
    GenerationRequested,
    GenerationLabeled,
    GenerationStarted,
    GenerationCompleted,
    GenerationFailed,
    GenerationExpired,
    GenerationBlocked,
    GenerationCanceled,
    OutputDeleted,
    GenerationTakenDown,
)
