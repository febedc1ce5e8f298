"""What an operator did: one stream for each act, claimed by the Idempotency-Key it came with.

The act says who did what to what, and why; what it changed is recorded in the very same transaction
on the streams that it changed. It decides nothing itself: those streams do.
"""

from typing import ClassVar, Literal
from uuid import UUID

import msgspec

from domain.errors import IdempotencyKeyReused
from domain.event import Event

ActKind = Literal[
    "account_suspended",
    "account_released",
    "tier_set",
    "credits_granted",
    "lot_revoked",
    "key_revoked",
    "output_taken_down",
    "report_dismissed",
    "end_user_released",
    "appeal_granted",
    "appeal_denied",
]


class OperatorActed(Event, frozen=True, kw_only=True):
    """`subject_id` names what was acted on. `reason` is sealed with the data key of `sealed_for`:
    the account that it is about, or a report.
    """

    TOPIC: ClassVar[str] = "operator.acted.v1"
    act: ActKind
    subject_id: UUID
    sealed_for: UUID
    actor: str
    reason: bytes
    fingerprint: bytes


class OperatorAct(msgspec.Struct, frozen=True, kw_only=True):
    """The folded stream of an act: it happened, and nothing happens to it any more."""

    acted: OperatorActed


def evolve(act: OperatorAct | None, event: Event) -> OperatorAct:
    """The act after its only event."""
    assert act is None, event
    assert isinstance(event, OperatorActed), event
    return OperatorAct(acted=event)


def check_replay(existing: object, wish: OperatorActed) -> None:
    """A repeated key is the same act only if it asks for the same on the same subject.

    Raises IdempotencyKeyReused.
    """
    same = (
        isinstance(existing, OperatorAct)
        and existing.acted.act == wish.act
        and existing.acted.subject_id == wish.subject_id
        and existing.acted.sealed_for == wish.sealed_for
        and existing.acted.fingerprint == wish.fingerprint
    )
    if not same:
        raise IdempotencyKeyReused


EVENTS: tuple[type[Event], ...] = (OperatorActed,)
