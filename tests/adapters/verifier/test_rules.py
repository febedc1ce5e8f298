"""Every rule of the money that a replay knows, broken alone: what that is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from adapters.verifier.faults import Faults
from adapters.verifier.replay import Replay
from domain.audit.merkle import Row
from domain.event import Event
from domain.generation import GenerationFailed
from domain.ids import GenerationId
from domain.ledger import CreditsExpired, CreditsRefunded, CreditsRevoked
from tests.domain.checking import (
    ACCOUNT,
    GENERATION,
    NOW,
    OTHER,
    claim,
    completed,
    debited,
    draws,
    granted,
    lot,
    opened,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
FAILED = GenerationFailed(attempt=1, reason="engine_failed")

Story = Sequence[tuple[UUID, Event] | timedelta]
"""Events and the streams they are in, one behind the other; a time passes where one is given."""


def ours(*events: Event) -> list[tuple[UUID, Event]]:
    return [(ACCOUNT, event) for event in events]


def spent(*pairs: tuple[int, int], work: GenerationId = GENERATION) -> Story:
    """A claim and its debit."""
    price = sum(amount for _, amount in pairs)
    return [(work, claim(*pairs, price=price)), *ours(debited(*pairs, generation_id=work))]


def refunded(*pairs: tuple[int, int], amount: int | None = None, **facts: Any) -> Event:
    whole = sum(part for _, part in pairs) if amount is None else amount
    return msgspec.convert(
        {
            "generation_id": str(GENERATION),
            "amount": whole,
            "draws": [[str(draw.lot_id), draw.amount] for draw in draws(*pairs)],
            "reopened": [],
            "cause": "failed",
            **facts,
        },
        CreditsRefunded,
    )


def reopened(number: int, at: datetime) -> list[list[str]]:
    return [[str(lot(number)), at.isoformat()]]


def back(*pairs: tuple[int, int], **facts: Any) -> Story:
    """Work fails, and this comes back for it."""
    return [(GENERATION, FAILED), (ACCOUNT, refunded(*pairs, **facts))]


def expired(number: int, amount: int) -> Event:
    return msgspec.convert({"lot_id": str(lot(number)), "amount": amount}, CreditsExpired)


def revoked(number: int, amount: int, loss: int, cause: str = "chargeback") -> Event:
    facts = {"lot_id": str(lot(number)), "amount": amount, "loss": loss, "actor": "a"}
    return msgspec.convert(facts | {"cause": cause}, CreditsRevoked)


def rows_of(story: Story) -> list[Row]:
    """As the log holds it."""
    now = NOW
    versions: Counter[UUID] = Counter()
    rows: list[Row] = []
    for told in story:
        if isinstance(told, timedelta):
            now += told
            continue
        stream, event = told
        versions[stream] += 1
        at = (now - EPOCH) // MICROSECOND
        state = msgspec.json.encode(event)
        topic = event.TOPIC.encode()
        rows.append((len(rows) + 1, stream.bytes, versions[stream], at, topic, state))
    return rows


def judged(story: Story) -> set[str]:
    faults = Faults()
    replay = Replay(faults)
    replay.post(rows_of([*ours(*opened()), *story]))
    replay.finish()
    return faults.codes()


DRAWN = [*ours(granted(1, 9)), *spent((1, 3))]
"""A lot of nine credits, of which three are in flight."""

SHORT = [*ours(granted(1, 9, life=HOUR)), *spent((1, 3))]
"""The same, of a lot that ends in an hour."""

LATER = reopened(1, NOW + DAY + WEEK)
"""What becomes of that lot when credits come back to it a day later."""

SECOND, THIRD = GenerationId(UUID(int=102)), GenerationId(UUID(int=103))

BEHIND = ours(granted(2, 9), granted(3, 9, priority=200))
"""The first of two lots; others may be granted that go before both."""

TWO = ours(granted(1, 9, priority=10), granted(2, 9))

RIGHT: dict[str, Story] = {
    "completed": [*DRAWN, (GENERATION, completed())],
    "refunded": [*DRAWN, *back((1, 3))],
    "both lots, and back in reverse": [*TWO, *spent((1, 9), (2, 1)), *back((2, 1), (1, 9))],
    "refunded late": [
        *SHORT,
        DAY,
        *ours(expired(1, 6)),
        *back((1, 3), reopened=LATER),
        WEEK,
        *ours(expired(1, 3)),
    ],
    "charged back in flight": [
        *DRAWN,
        *ours(revoked(1, 6, 3)),
        *back((1, 3)),
        *ours(revoked(1, 3, -3)),
    ],
    "repaid, then charged back": [
        *DRAWN,
        *ours(revoked(1, 6, 0, "repaid")),
        *back((1, 3)),
        *ours(revoked(1, 3, 0)),
    ],
    "repaid counts as lost in older events": [
        *DRAWN,
        *ours(revoked(1, 6, 0, "repaid"), revoked(1, 0, 9)),
    ],
    "drawn past a lot that has just ended": [
        *ours(granted(1, 9, priority=10, life=HOUR), granted(2, 9)),
        HOUR,
        *spent((2, 1)),
    ],
    "drawn past one that was revoked": [*TWO, *ours(revoked(1, 9, 0)), *spent((2, 1))],
}

WRONG: dict[str, tuple[Story, set[str]]] = {
    "recorded before the event before it": (
        [*DRAWN, -MICROSECOND, (GENERATION, completed())],
        {"time_decreased"},
    ),
    "a lot of nothing": (ours(granted(1, 0)), {"amount_invalid"}),
    "a lot of less": (ours(granted(1, -5)), {"amount_invalid"}),
    "drawn from a lot that ended": (
        [*ours(granted(1, 9, life=HOUR)), DAY, *spent((1, 3))],
        {"lot_not_spendable"},
    ),
    "drawn from a lot that was revoked": (
        [*ours(granted(1, 9), revoked(1, 0, 0)), *spent((1, 3))],
        {"lot_not_spendable", "revoked_lot_holds_credits"},
    ),
    "more than there is": ([*ours(granted(1, 2)), *spent((1, 3))], {"lot_overdrawn"}),
    "less than nothing": (
        [*TWO, *spent((1, 4), (2, -1))],
        {"lot_overdrawn", "burn_order"},
    ),
    "a lot of nobody": (spent((7, 3)), {"unknown_lot"}),
    "a debit of more than its draws": (
        [
            *ours(granted(1, 9)),
            (GENERATION, claim((1, 3), price=4)),
            (ACCOUNT, msgspec.structs.replace(debited((1, 3)), amount=4)),
        ],
        {"draws_unequal"},
    ),
    "a debit of another price than claimed": (
        [*ours(granted(1, 9)), (GENERATION, claim((1, 3), price=4)), *ours(debited((1, 3)))],
        {"debit_without_claim"},
    ),
    "a debit of other draws than claimed": (
        [*TWO, (GENERATION, claim((2, 3), price=3)), *ours(debited((1, 3)))],
        {"debit_without_claim"},
    ),
    "a debit of what another account claimed": (
        [
            *ours(granted(1, 9)),
            *[(OTHER, event) for event in opened()],
            (GENERATION, claim((1, 3), price=3, account_id=OTHER)),
            *ours(debited((1, 3))),
        ],
        {"debit_without_claim"},
    ),
    "a debit of work that is over": (
        [*DRAWN, (GENERATION, completed()), *ours(debited((1, 3)))],
        {"debited_twice"},
    ),
    "the lot of lower priority first": ([*TWO, *spent((2, 1))], {"burn_order"}),
    "the lot that ends later first": (
        [*ours(granted(1, 9, life=DAY), granted(2, 9, life=WEEK)), *spent((2, 1))],
        {"burn_order"},
    ),
    "the younger lot first": (
        [*ours(granted(1, 9), granted(2, 9)), *spent((2, 1))],
        {"burn_order"},
    ),
    "a lot alone, then the one behind it": (
        [*BEHIND, *spent((2, 1)), *spent((3, 1), work=SECOND)],
        {"burn_order"},
    ),
    "a lot alone, then with the one behind it": (
        [*BEHIND, *spent((2, 1)), *spent((2, 1), (3, 1), work=SECOND)],
        {"burn_order"},
    ),
    "again from a lot, after one was granted that goes before it": (
        [*BEHIND, *spent((2, 1)), *ours(granted(1, 9, priority=10)), *spent((2, 1), work=SECOND)],
        {"burn_order"},
    ),
    "again from a lot, after credits came back to the one before it": (
        [
            *ours(granted(1, 3, priority=10)),
            *BEHIND,
            *spent((1, 3)),
            *spent((2, 1), work=SECOND),
            *back((1, 3)),
            *spent((2, 1), work=THIRD),
        ],
        {"burn_order"},
    ),
    "again from a lot, after an expiry gave to the one before it": (
        [
            *ours(granted(1, 3, priority=10)),
            *BEHIND,
            *spent((1, 3)),
            *spent((2, 1), work=SECOND),
            *ours(expired(1, -3)),
            *spent((2, 1), work=THIRD),
        ],
        {"burn_order", "expiry_unequal"},
    ),
    "again from a lot, before the one before it ended": (
        [
            *ours(granted(1, 3, priority=10, life=HOUR)),
            *BEHIND,
            DAY,
            *spent((2, 1)),
            -DAY,
            *spent((2, 1), work=SECOND),
        ],
        {"burn_order", "time_decreased"},
    ),
    "refunded in the order of the draws": (
        [*TWO, *spent((1, 9), (2, 1)), *back((1, 9), (2, 1))],
        {"refund_unequal"},
    ),
    "refunded too little": ([*DRAWN, *back((1, 2))], {"refund_unequal"}),
    "refunded too much": ([*DRAWN, *back((1, 4))], {"refund_unequal", "lot_overfilled"}),
    "refunded another amount than the draws": (
        [*DRAWN, *back((1, 3), amount=4)],
        {"refund_unequal", "draws_unequal"},
    ),
    "refunded to somebody else": (
        [
            *DRAWN,
            *[(OTHER, event) for event in [*opened(), granted(1, 9)]],
            (GENERATION, FAILED),
            (OTHER, refunded((1, 3))),
        ],
        {
            "refund_without_debit",
            "lot_overfilled",
            "refund_and_ending_differ",
            "lot_on_two_accounts",
        },
    ),
    "refunded to a lot of nobody": (
        [*DRAWN, *back((7, 3))],
        {"refund_unequal", "unknown_lot"},
    ),
    "refunded without an end": ([*DRAWN, *ours(refunded((1, 3)))], {"refund_and_ending_differ"}),
    "an end without its refund": ([*DRAWN, (GENERATION, FAILED)], {"refund_and_ending_differ"}),
    "completed and refunded": (
        [*DRAWN, *ours(refunded((1, 3))), (GENERATION, completed())],
        {"refund_and_ending_differ"},
    ),
    "an end of what was never debited": (
        [(GENERATION, claim((1, 3), price=3)), (GENERATION, completed())],
        {"ending_without_debit", "claim_without_debit"},
    ),
    "expired too early": ([*SHORT, *ours(expired(1, 6))], {"expiry_unequal"}),
    "expired for ever": ([*DRAWN, DAY, *ours(expired(1, 6))], {"expiry_unequal"}),
    "less expired than was left": ([*SHORT, DAY, *ours(expired(1, 5))], {"expiry_unequal"}),
    "more expired than was left": ([*SHORT, DAY, *ours(expired(1, 9))], {"expiry_unequal"}),
    "a lot of nobody expired": (ours(expired(7, 1)), {"unknown_lot"}),
    "back after its end, for ever": ([*SHORT, DAY, *back((1, 3))], {"reopening_unequal"}),
    "back after its end, for eight days": (
        [*SHORT, DAY, *back((1, 3), reopened=reopened(1, NOW + DAY + WEEK + DAY))],
        {"reopening_unequal"},
    ),
    "back before its end, for longer": (
        [*SHORT, *back((1, 3), reopened=reopened(1, NOW + WEEK))],
        {"reopening_unequal"},
    ),
    "opened though nothing came back": (
        [
            *SHORT,
            *ours(granted(2, 1, life=HOUR)),
            DAY,
            *back((1, 3), reopened=[*LATER, *reopened(2, NOW + DAY + WEEK)]),
        ],
        {"reopening_unequal"},
    ),
    "opened though it was revoked": (
        [
            *SHORT,
            *ours(revoked(1, 6, 3)),
            DAY,
            *back((1, 3), reopened=LATER),
            *ours(revoked(1, 3, -3)),
        ],
        {"reopening_unequal"},
    ),
    "back to a revoked lot, and left there": (
        [*DRAWN, *ours(revoked(1, 6, 3)), *back((1, 3))],
        {"revoked_lot_holds_credits"},
    ),
    "revoked less than was left": (
        [*DRAWN, *ours(revoked(1, 5, 3))],
        {"revoked_lot_holds_credits"},
    ),
    "more revoked than was left": (
        [*DRAWN, *ours(revoked(1, 7, 3))],
        {"lot_overdrawn", "revoked_lot_holds_credits"},
    ),
    "less than nothing revoked": (
        [*DRAWN, *ours(revoked(1, -1, 1, "repaid"))],
        {"lot_overdrawn", "loss_unequal"},
    ),
    "a lot of nobody revoked": (ours(revoked(7, 1, 0)), {"unknown_lot"}),
    "a loss that is too small": ([*DRAWN, *ours(revoked(1, 6, 2))], {"loss_unequal"}),
    "a loss that is too large": ([*DRAWN, *ours(revoked(1, 6, 4))], {"loss_unequal"}),
    "a loss where the money was sent back": (
        [*DRAWN, *ours(revoked(1, 6, 3, "repaid"))],
        {"loss_unequal"},
    ),
    "what came back is still a loss": (
        [*DRAWN, *ours(revoked(1, 6, 3)), *back((1, 3)), *ours(revoked(1, 3, 0))],
        {"loss_unequal"},
    ),
}


@pytest.mark.parametrize("kind", RIGHT)
def test_what_the_rules_allow_is_no_fault(kind: str) -> None:
    """The stories that the wrong ones differ from are clean."""
    assert judged(RIGHT[kind]) == set()


@pytest.mark.parametrize("kind", WRONG)
def test_a_broken_rule_is_named(kind: str) -> None:
    """One rule is broken in a log that is well-formed otherwise: these faults, and no others."""
    story, codes = WRONG[kind]
    assert judged(story) == codes


def test_every_debit_out_of_order_is_told() -> None:
    """Drawing twice from the wrong lot is two faults."""
    faults = Faults()
    story = [*BEHIND, *spent((3, 1)), *spent((3, 1), work=SECOND)]
    Replay(faults).post(rows_of([*ours(*opened()), *story]))
    assert [fault.code for fault in faults.listed] == ["burn_order", "burn_order"]
