"""What a batch of commands comes to before it is recorded, and what each caller is told after."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import structlog

from adapters.eventstore.mapper import EventMapper, Stored
from adapters.eventstore.streams import Batch
from adapters.telemetry import metrics
from domain.errors import DomainError, TemporarilyUnavailable
from domain.event import Recorded
from domain.ports import Appended, Command, Decision, GroundRow

_log = structlog.get_logger(__name__)


DRIFT_MAX = timedelta(seconds=5)
"""The log's time so little ahead of what we take for the server's corrects that, which lags by as
long as the server's answer took; what is farther ahead is a jump of the log.
"""


QUESTION_SECONDS_MAX = 1.0
"""An answer that took longer says little: the server is asked once more."""


def own_time() -> datetime:
    """What this machine takes for the time."""
    return datetime.now(UTC)


class LogClock:
    """The time for decisions, by the clock of PostgreSQL: those of the processes may be wrong.

    Our own is believed until the server has told the time, and from then on only counts the seconds
    since; the server is asked again now and then, for a counter drifts as well. Never before what
    is recorded: the log's time does not go back. Threads share it; whoever reads a time that is a
    moment old decides a moment earlier.
    """

    def __init__(
        self,
        own_clock: Callable[[], datetime] = own_time,
        counter: Callable[[], float] = time.monotonic,
    ) -> None:
        self._own_clock = own_clock
        self._counter = counter
        self._told: tuple[datetime, float] | None = None
        self._recorded_at = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        return max(self._servers_time(), self._recorded_at)

    def _servers_time(self) -> datetime:
        if self._told is None:
            return self._own_clock()
        told, at = self._told
        return told + timedelta(seconds=self._counter() - at)

    def ask(self, server: Callable[[], tuple[datetime, datetime | None]]) -> None:
        """Asks the server for its time, and for when the newest event was recorded; again where the
        answer was slow, for what is slow once is a connection that begins. Raises what that raises.
        """
        if self._ask(server) > QUESTION_SECONDS_MAX:
            self._ask(server)

    def _ask(self, server: Callable[[], tuple[datetime, datetime | None]]) -> float:
        asked = self._counter()
        now, recorded_at = server()
        took_seconds = self._counter() - asked
        self.told(now, recorded_at, took_seconds=took_seconds)
        return took_seconds

    def told(
        self, now: datetime, recorded_at: datetime | None, *, took_seconds: float = 0.0
    ) -> None:
        """The server's time, and when the newest event was recorded; None in an empty log.

        It was that time during the question: now it may be later by as long as that took, no more.
        What we take for the server's time stands where that leaves it possible. Else it is what was
        told: too early heals with what is recorded, too late would end credits before their time.
        """
        late = timedelta(seconds=took_seconds)
        if self._told is None or not now <= self._servers_time() <= now + late:
            self._told = now, self._counter()
        if recorded_at is not None:  # a log that is ahead of that says nothing of the server
            self._recorded_at = max(self._recorded_at, recorded_at)

    def seen(self, recorded_at: datetime) -> None:
        """Something was recorded just now, mostly at the server's time: later where the log is
        ahead of that.
        """
        if recorded_at <= self._recorded_at:
            return  # the log stands still until the server's time is there
        self._recorded_at = recorded_at
        if self._told is not None:
            behind = recorded_at - self._servers_time()
            if timedelta(0) < behind < DRIFT_MAX:
                self._told = recorded_at, self._counter()


class Outcome(msgspec.Struct, gc=False):
    """What one command came to: a decision with so many events, or an exception for its caller."""

    events: int = 0
    rows: Sequence[GroundRow] = ()
    answer: Any = None
    error: BaseException | None = None


class Decided(msgspec.Struct):
    """A batch, decided: what to insert, and what each command came to."""

    batch: Batch
    outcomes: list[Outcome]
    rows: Sequence[GroundRow] = ()

    @property
    def stored(self) -> list[Stored]:
        return self.batch.stored

    @property
    def unproven(self) -> bool:
        """Did some command record nothing? Then no conflict tells that its states were old."""
        return any(outcome.error is not None or not outcome.events for outcome in self.outcomes)


def outcome_of(command: Command, batch: Batch, mapper: EventMapper, now: datetime) -> Outcome:
    """One command on the batch's states; only a decision that holds moves them on."""
    try:
        decision: Decision = command.decide(batch.states(command.streams), now)
        assert decision.events or not decision.rows, "ground rows need an event to belong to"
        return Outcome(batch.place(decision.events, mapper), decision.rows, decision.answer)
    except DomainError as refusal:
        return Outcome(error=refusal)
    except AssertionError as mistake:
        return Outcome(error=mistake)


def answers_of(
    outcomes: Sequence[Outcome], recorded: list[Recorded]
) -> list[Appended | BaseException]:
    """For each command, of what its batch recorded. A mistake is told here, where it is final: on
    cached states it may only mean that they were old.
    """
    answers: list[Appended | BaseException] = []
    start = 0
    for outcome in outcomes:
        mine = recorded[start : start + outcome.events]
        start += outcome.events
        if isinstance(outcome.error, AssertionError):
            _log.error("a decision broke", exc_info=outcome.error)
        position = mine[-1].position if mine else 0
        answers.append(
            outcome.error or Appended(answer=outcome.answer, recorded=mine, position=position)
        )
    return answers


def count(answers: Sequence[Appended | BaseException], seconds: float) -> None:
    """One batch in the metrics. What the rules refused is no failure."""
    recorded = [answer for answer in answers if isinstance(answer, Appended)]
    failed = sum(
        isinstance(answer, TemporarilyUnavailable) or not isinstance(answer, DomainError)
        for answer in answers
        if isinstance(answer, BaseException)
    )
    metrics.observe("xavira_append_batch_commands", len(answers))
    metrics.observe("xavira_append_seconds", seconds)
    metrics.count("xavira_append_events_total", by=sum(len(each.recorded) for each in recorded))
    metrics.count("xavira_append_commands_total", "recorded", by=len(recorded))
    metrics.count("xavira_append_commands_total", "failed", by=failed)
    refused = len(answers) - len(recorded) - failed
    metrics.count("xavira_append_commands_total", "refused", by=refused)
