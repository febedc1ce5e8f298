"""The random runs of the state machine reach what they are for: lots that end or go while work is
under way. A machine that never gets there would agree with anything.
"""

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from domain.event import Recorded
from domain.ids import LotId
from domain.ledger import CreditsDebited, CreditsExpired, CreditsRefunded, CreditsRevoked
from tests.domain.test_ledger_machine import LedgerMachine

RUNS = 200


def rare(log: list[Recorded]) -> Iterator[str]:
    """What happened in a run that few orders of its steps lead up to."""
    gone: set[tuple[UUID, LotId]] = set()
    for recorded in log:
        match recorded.event:
            case CreditsDebited(draws=draws) if len(draws) > 1:
                yield "debit of several lots"
            case CreditsExpired():
                yield "expiry booked"
            case CreditsRevoked(cause="repaid"):
                yield "repaid"
            case CreditsRevoked() as event:
                gone.add((recorded.stream_id, event.lot_id))
                if event.loss > 0:
                    yield "charged back after use"
            case CreditsRefunded() as event:
                if event.reopened:
                    yield "refund after the end of a lot"
                if 0 < len(event.reopened) < len(event.draws):
                    yield "refund to lots that ended and lots that live"
                if any((recorded.stream_id, draw.lot_id) in gone for draw in event.draws):
                    yield "refund to a lot that was revoked"


def test_the_machine_reaches_what_is_rare() -> None:
    """Of two hundred runs each happens in at least three; the rarest in one of about twelve."""
    reached: Counter[str] = Counter()

    class Watched(LedgerMachine):
        def teardown(self) -> None:
            super().teardown()
            reached.update(set(rare(self.ledger.log)))

    run_state_machine_as_test(
        Watched,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=30,
            deadline=None,
            database=None,
            derandomize=True,
        ),
    )
    assert {case for case, runs in reached.items() if runs >= 3} == {
        "debit of several lots",
        "expiry booked",
        "repaid",
        "charged back after use",
        "refund after the end of a lot",
        "refund to lots that ended and lots that live",
        "refund to a lot that was revoked",
    }, reached
