"""The report stream: somebody told the operator of abuse, or wants a picture taken down.

Anybody may report, so a report trusts nothing it says. What was written is sealed with a data key
of the report's own, which can be deleted without touching any other. A clock of 48 hours runs from
its receipt until the operator closes it; nothing here closes one by itself.
"""

from datetime import datetime, timedelta
from typing import ClassVar, Literal

import msgspec

from domain.errors import InvalidState
from domain.event import Event
from domain.ids import GenerationId

ANSWER_WITHIN = timedelta(hours=48)
"""How long an operator may take to close a report."""

ReportKind = Literal["abuse", "takedown"]
ReportOutcome = Literal["removed", "dismissed"]


class ReportReceived(Event, frozen=True, kw_only=True):
    """`sealed` holds the reporter's words and address. `generation_id` is what they named, if it
    can be read as one of ours; nobody has checked that it exists.
    """

    TOPIC: ClassVar[str] = "report.received.v1"
    kind: ReportKind
    generation_id: GenerationId | None
    due_at: datetime
    sealed: bytes


class ReportClosed(Event, frozen=True, kw_only=True):
    """The operator answered it: the output was removed, or there is nothing to remove."""

    TOPIC: ClassVar[str] = "report.closed.v1"
    outcome: ReportOutcome
    actor: str


class ReportTexts(msgspec.Struct, frozen=True, kw_only=True):
    """What `ReportReceived.sealed` holds."""

    text: str
    url: str | None
    contact: str | None


class AbuseReport(msgspec.Struct, frozen=True, kw_only=True):
    """The folded report stream; without `closed` it is open."""

    received: ReportReceived
    closed: ReportClosed | None = None


def evolve(report: AbuseReport | None, event: Event) -> AbuseReport:
    """The report after one more event of its stream."""
    if isinstance(event, ReportReceived):
        assert report is None
        return AbuseReport(received=event)
    assert report is not None, event
    if isinstance(event, ReportClosed):
        return msgspec.structs.replace(report, closed=event)
    return report


def close(report: AbuseReport, *, outcome: ReportOutcome, actor: str) -> list[Event]:
    """Answers a report; the same answer again changes nothing. Raises InvalidState for another."""
    if report.closed is None:
        return [ReportClosed(outcome=outcome, actor=actor)]
    if report.closed.outcome != outcome:
        raise InvalidState(f"This report was closed before: {report.closed.outcome}.")
    return []


EVENTS: tuple[type[Event], ...] = (ReportReceived, ReportClosed)
