"""The commands of an operator: each act, and what it changes, in one transaction.

An act wraps a command of the rules and adds only who, what and why. A repeated act finds its claim
and changes nothing, whatever became of its subject since.
"""

from collections.abc import Sequence
from datetime import datetime

from domain import generation as generations
from domain import ledger
from domain.enforcement import appeal as appeals
from domain.enforcement import operator_act as operator_acts
from domain.enforcement import refusals
from domain.enforcement import report as reports
from domain.enforcement.appeal import Appeal, AppealOutcome, AppealReceived
from domain.enforcement.operator_act import OperatorActed
from domain.enforcement.refusals import Moderation
from domain.enforcement.report import AbuseReport, ReportReceived
from domain.errors import NotFound
from domain.event import Event
from domain.generation import Generation, GenerationCanceled, GenerationCompleted
from domain.handlers import Claimed, account_of
from domain.ids import (
    AccountId,
    ActId,
    AppealId,
    GenerationId,
    ReportId,
    StreamId,
    moderation_id,
)
from domain.ports import Command, Decision, GroundRow, States

DERIVED_TOGETHER_MAX = 100
"""Videos that one transaction takes down; more follow in further ones."""


def acting(act_id: ActId, acted: OperatorActed, command: Command) -> Command:
    """The act, and what `command` decides, together or not at all.

    Refuses with what the command refuses with, and with IdempotencyKeyReused.
    """

    def decide(states: States, now: datetime) -> Decision:
        existing = states[act_id]
        if existing is not None:
            operator_acts.check_replay(existing, acted)
            return Decision(answer=Claimed(replayed=True))
        changed = command.decide(states, now)
        events: dict[StreamId, Sequence[Event]] = {act_id: [acted], **changed.events}
        return Decision(events=events, rows=changed.rows, answer=Claimed(replayed=False))

    return Command(streams=(act_id, *command.streams), decide=decide, claim=act_id)


def suspend_account(account_id: AccountId, *, actor: str) -> Command:
    """Puts the account on hold. Refuses with NotFound, InvalidState."""

    def decide(states: States, now: datetime) -> Decision:
        return _changes(account_id, ledger.hold(account_of(states, account_id), actor=actor))

    return Command(streams=(account_id,), decide=decide)


def release_account(account_id: AccountId, *, actor: str) -> Command:
    """Ends a hold. Refuses with NotFound, InvalidState."""

    def decide(states: States, now: datetime) -> Decision:
        return _changes(account_id, ledger.release(account_of(states, account_id), actor=actor))

    return Command(streams=(account_id,), decide=decide)


def take_down(
    generation_id: GenerationId,
    *,
    account_id: AccountId | None = None,
    derived: Sequence[GenerationId] = (),
    report_id: ReportId | None = None,
    actor: str,
) -> Command:
    """Removes an output for good, and what was made from it; closes the report that asked for it.

    `account_id` is whose it is, needed with `derived`; see `remove_derived`. Refuses with NotFound,
    InvalidState.
    """
    assert account_id is not None or not derived, "refunds need the account"
    more = None
    if account_id is not None and derived:
        more = remove_derived(account_id, generation_id, derived, actor=actor)

    def decide(states: States, now: datetime) -> Decision:
        generation = states[generation_id]
        if not isinstance(generation, Generation):
            raise NotFound
        events: dict[StreamId, Sequence[Event]] = {
            generation_id: generations.take_down(generation, actor=actor)
        }
        if report_id is not None:
            report = _report(states, report_id)
            events[report_id] = reports.close(report, outcome="removed", actor=actor)
        if more is not None:
            events |= more.decide(states, now).events
        return Decision(events={stream: made for stream, made in events.items() if made})

    reported = () if report_id is None else (report_id,)
    also = () if more is None else more.streams
    return Command(streams=(generation_id, *reported, *also), decide=decide)


def remove_derived(
    account_id: AccountId,
    source_id: GenerationId,
    derived: Sequence[GenerationId],
    *,
    actor: str,
) -> Command:
    """Takes down what was made from an output of the account, or cancels and refunds it while open.

    What is not made from it, or ended without output, stays. Refuses with NotFound.
    """

    def decide(states: States, now: datetime) -> Decision:
        account = account_of(states, account_id)
        events: dict[StreamId, Sequence[Event]] = {}
        refunds: list[Event] = []
        for derived_id in derived:
            made = states[derived_id]
            if not isinstance(made, Generation) or made.requested.source_generation_id != source_id:
                continue
            if made.open:
                canceled = GenerationCanceled(by="operator")
                ended, refunded = generations.end(made, derived_id, account, canceled, now)
                for event in refunded:
                    account = ledger.evolve(account, event)
                refunds += refunded
                events[derived_id] = ended
            elif isinstance(made.ending, GenerationCompleted):
                events[derived_id] = generations.take_down(made, actor=actor)
        events[account_id] = refunds
        return Decision(events={stream: changes for stream, changes in events.items() if changes})

    return Command(streams=(account_id, *derived), decide=decide)


def is_left(made: Generation) -> bool:
    """Whether `remove_derived` would do something about it: it is open, or has an output that is
    not taken down.
    """
    return made.open or (isinstance(made.ending, GenerationCompleted) and not made.taken_down)


def receive_report(
    report_id: ReportId, event: ReportReceived, *, rows: Sequence[GroundRow]
) -> Command:
    """Records a report together with the data key that seals it; a repeated one changes nothing.

    What it says was part of what made the receipt, so whatever is there is the same report.
    """

    def decide(states: States, now: datetime) -> Decision:
        if states[report_id] is not None:
            return Decision(answer=Claimed(replayed=True))
        return Decision(events={report_id: [event]}, rows=rows, answer=Claimed(replayed=False))

    return Command(streams=(report_id,), decide=decide, claim=report_id)


def dismiss_report(report_id: ReportId, *, actor: str) -> Command:
    """Closes a report without removing anything. Refuses with NotFound, InvalidState."""

    def decide(states: States, now: datetime) -> Decision:
        report = _report(states, report_id)
        return _changes(report_id, reports.close(report, outcome="dismissed", actor=actor))

    return Command(streams=(report_id,), decide=decide)


def release_end_user(account_id: AccountId, end_user: bytes, *, actor: str) -> Command:
    """Ends the hold of an end user of the account. Refuses with NotFound."""
    stream_id = moderation_id(account_id)

    def decide(states: States, now: datetime) -> Decision:
        account_of(states, account_id)
        moderation = states[stream_id]
        assert moderation is None or isinstance(moderation, Moderation)
        return _changes(stream_id, refusals.release_end_user(moderation, end_user, actor=actor))

    return Command(streams=(stream_id, account_id), decide=decide)


def make_appeal(appeal_id: AppealId, event: AppealReceived) -> Command:
    """Records an appeal; a repeated one changes nothing. Refuses with IdempotencyKeyReused."""

    def decide(states: States, now: datetime) -> Decision:
        existing = states[appeal_id]
        if existing is not None:
            appeals.check_replay(existing, event)
            return Decision(answer=Claimed(replayed=True))
        return Decision(events={appeal_id: [event]}, answer=Claimed(replayed=False))

    return Command(streams=(appeal_id,), decide=decide, claim=appeal_id)


def decide_appeal(
    appeal_id: AppealId, appeal: Appeal, *, outcome: AppealOutcome, actor: str
) -> Command:
    """Decides an appeal; granted, it ends the hold that it is about, in the same transaction.

    `appeal` is what was read: whom it is about never changes. Refuses with NotFound, InvalidState.
    """
    received = appeal.received
    if received.end_user is None:
        released = release_account(received.account_id, actor=actor)
    else:
        released = release_end_user(received.account_id, received.end_user, actor=actor)

    def decide(states: States, now: datetime) -> Decision:
        state = states[appeal_id]
        if not isinstance(state, Appeal):
            raise NotFound
        decided = appeals.decide(state, outcome=outcome, actor=actor)
        events: dict[StreamId, Sequence[Event]] = {appeal_id: decided} if decided else {}
        if decided and outcome == "granted":
            events |= released.decide(states, now).events
        return Decision(events=events)

    return Command(streams=(appeal_id, *released.streams), decide=decide)


def _changes(stream_id: StreamId, events: Sequence[Event]) -> Decision:
    return Decision(events={stream_id: events} if events else {})


def _report(states: States, report_id: ReportId) -> AbuseReport:
    state = states[report_id]
    if not isinstance(state, AbuseReport):
        raise NotFound
    return state
