"""What an operator does: acts, holds, takedowns, reports."""

from uuid import UUID

import pytest

from domain.enforcement.operating import (
    acting,
    dismiss_report,
    release_account,
    suspend_account,
    take_down,
)
from domain.enforcement.operator_act import ActKind, OperatorActed
from domain.enforcement.report import ReportClosed, ReportReceived
from domain.errors import IdempotencyKeyReused, InvalidState, NotFound
from domain.event import Event
from domain.generation import GenerationCanceled, GenerationFailed, GenerationTakenDown
from domain.handlers import Claimed, set_tier
from domain.ids import ActId, GenerationId, ReportId, StreamId, act_lot_id
from domain.ledger import (
    AccountErased,
    AccountReleased,
    AccountSuspended,
    AccountTierSet,
    CreditsRefunded,
)
from tests.domain.checking import (
    ACCOUNT,
    GENERATION,
    NOW,
    check,
    claim,
    completed,
    debited,
    fold,
    granted,
    opened,
)

ACT = ActId(UUID(int=71))
REPORT = ReportId(UUID(int=72))
HELD = AccountSuspended(suspended=True, actor="operator")
RECEIVED = ReportReceived(kind="takedown", generation_id=GENERATION, due_at=NOW, sealed=b"sealed")
DONE: list[Event] = [claim((1, 1)), completed()]


def acted(act: ActKind = "tier_set", fingerprint: bytes = b"same") -> OperatorActed:
    return OperatorActed(
        act=act,
        subject_id=ACCOUNT,
        sealed_for=ACCOUNT,
        actor="key:1",
        reason=b"sealed",
        fingerprint=fingerprint,
    )


def test_an_act_is_recorded_with_what_it_changes() -> None:
    """First the act, then the change, in one decision."""
    command = acting(ACT, acted(), set_tier(ACCOUNT, "scale", actor="key:1"))
    change = AccountTierSet(tier="scale", actor="key:1")
    check(
        {ACCOUNT: opened()},
        command,
        {ACT: [acted()], ACCOUNT: [change]},
        answer=Claimed(replayed=False),
    )


def test_a_repeated_act_changes_nothing() -> None:
    """Whatever happened to the subject since."""
    command = acting(ACT, acted("account_suspended"), suspend_account(ACCOUNT, actor="key:1"))
    given = {
        ACCOUNT: [*opened(), HELD, AccountReleased(actor="operator")],
        ACT: [acted("account_suspended")],
    }
    check(given, command, {}, answer=Claimed(replayed=True))


@pytest.mark.parametrize("known", [acted("account_released"), acted(fingerprint=b"other")])
def test_another_act_with_the_key_is_refused(known: OperatorActed) -> None:
    """Another kind of act, or another body."""
    command = acting(ACT, acted(), set_tier(ACCOUNT, "scale", actor="key:1"))
    check({ACCOUNT: opened(), ACT: [known]}, command, IdempotencyKeyReused)


def test_a_refused_act_leaves_no_trace() -> None:
    """What the rules refuse is no act either."""
    command = acting(ACT, acted(), suspend_account(ACCOUNT, actor="key:1"))
    check({}, command, NotFound)


def test_a_hold_begins_and_ends_once() -> None:
    """Holding twice and releasing twice change nothing."""
    hold, release = (
        suspend_account(ACCOUNT, actor="operator"),
        release_account(ACCOUNT, actor="operator"),
    )
    released = AccountReleased(actor="operator")
    check({ACCOUNT: opened()}, hold, {ACCOUNT: [HELD]})
    check({ACCOUNT: [*opened(), HELD]}, hold, {})
    check({ACCOUNT: [*opened(), HELD]}, release, {ACCOUNT: [released]})
    check({ACCOUNT: [*opened(), HELD, released]}, release, {})


def test_an_erased_account_is_neither_held_nor_released() -> None:
    """It is closed for good."""
    given = {ACCOUNT: [*opened(), AccountErased(actor="operator")]}
    check(given, suspend_account(ACCOUNT, actor="operator"), InvalidState)
    check(given, release_account(ACCOUNT, actor="operator"), InvalidState)


def test_a_takedown_closes_its_report() -> None:
    """Both at once; a second takedown changes nothing."""
    taken, closed = GenerationTakenDown(actor="op"), ReportClosed(outcome="removed", actor="op")
    command = take_down(GENERATION, report_id=REPORT, actor="op")
    given = {GENERATION: DONE, REPORT: [RECEIVED]}
    check(given, command, {GENERATION: [taken], REPORT: [closed]})
    check({GENERATION: [*DONE, taken], REPORT: [RECEIVED, closed]}, command, {})


def test_what_was_made_from_a_picture_goes_with_it() -> None:
    """An output is taken down, open work canceled and refunded; the rest, and another's, stays."""
    done, waiting, failed, foreign = (GenerationId(UUID(int=n)) for n in (81, 82, 83, 84))
    made = claim((1, 1), kind="video", source=GENERATION)
    ended = GenerationFailed(attempt=1, reason="engine_failed")
    given: dict[StreamId, list[Event]] = {
        ACCOUNT: [*opened(), granted(1, 10), debited((1, 1), generation_id=waiting)],
        GENERATION: DONE,
        done: [made, completed()],
        waiting: [made],
        failed: [made, ended],
        foreign: [claim((1, 1), kind="video", source=failed), completed()],
    }
    derived = (done, waiting, failed, foreign)
    command = take_down(GENERATION, account_id=ACCOUNT, derived=derived, actor="op")
    taken = GenerationTakenDown(actor="op")
    changes = command.decide({each: fold(given.get(each, ())) for each in command.streams}, NOW)
    assert {each: list(events) for each, events in changes.events.items() if each != ACCOUNT} == {
        GENERATION: [taken],
        done: [taken],
        waiting: [GenerationCanceled(by="operator")],
    }
    (refund,) = changes.events[ACCOUNT]
    assert isinstance(refund, CreditsRefunded)
    assert (refund.generation_id, refund.cause) == (waiting, "canceled")
    for stream, events in changes.events.items():
        given[stream] = [*given[stream], *events]
    check(given, command, {})


def test_only_what_there_is_can_be_taken_down() -> None:
    """Neither open work, nor an unknown id, nor for a report that was dismissed."""
    check({GENERATION: [claim((1, 1))]}, take_down(GENERATION, actor="op"), InvalidState)
    check({}, take_down(GENERATION, actor="op"), NotFound)
    command = take_down(GENERATION, report_id=REPORT, actor="op")
    check({GENERATION: DONE}, command, NotFound)
    dismissed = ReportClosed(outcome="dismissed", actor="op")
    check({GENERATION: DONE, REPORT: [RECEIVED, dismissed]}, command, InvalidState)


def test_a_report_is_dismissed_once() -> None:
    """Again is nothing; after a takedown it is refused."""
    dismissed = ReportClosed(outcome="dismissed", actor="op")
    command = dismiss_report(REPORT, actor="op")
    check({REPORT: [RECEIVED]}, command, {REPORT: [dismissed]})
    check({REPORT: [RECEIVED, dismissed]}, command, {})
    removed = ReportClosed(outcome="removed", actor="op")
    check({REPORT: [RECEIVED, removed]}, command, InvalidState)


def test_an_acts_lot_follows_from_the_act() -> None:
    """The same act can only ever open one lot."""
    assert act_lot_id(ACT) == act_lot_id(ACT)
    assert act_lot_id(ACT) != act_lot_id(ActId(UUID(int=73)))
