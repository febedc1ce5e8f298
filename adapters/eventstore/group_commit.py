"""Many callers, one transaction: commands that wait at the same moment are decided in order and
recorded together, because commits are serial under the append lock and an fsync is shared.

The rules that keep it right:
- a batch is decided on cached states; a refusal counts only on states read for this batch, and
  so does a decision that changes nothing;
- a stale stream aborts the whole batch in PostgreSQL, so the whole batch is decided again under the
  append lock, on tails of all its streams, at most once;
- when the reply to COMMIT is lost, a new connection takes the append lock and looks for the
  batch's rows: all there means it was recorded, none means it was not, and it is decided again;
  what is lost then is looked for in the same way, and so is what was lost before: it may be on
  its way until something else stands in its place;
- cached states change only after the commit;
- a server that stands still is one whose reply was lost, once the connection has had its time.
"""

import contextlib
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from queue import Empty
from typing import Any, TypeVar
from uuid import UUID

import msgspec
import psycopg
import structlog

from adapters.eventstore.deciding import Decided, LogClock, answers_of, count, outcome_of
from adapters.eventstore.inbox import Inbox
from adapters.eventstore.loading import StreamLoader
from adapters.eventstore.mapper import EventMapper
from adapters.eventstore.recorder import LedgerRecorder
from adapters.eventstore.streams import Batch
from adapters.postgres.away import outcome_unknown
from adapters.telemetry import metrics
from domain.errors import AppendsRefused, TemporarilyUnavailable
from domain.ports import EMPTY, Appended, Command, Stream

BATCH_COMMANDS_MAX = 200
LOST_REPLY_SECONDS_MAX = 10.0
"""How long a batch whose COMMIT went unanswered waits for a database that can tell."""

LOSSES_MAX = 3
"""Of one batch: each may take as long as a connection has for its answer."""

RECONNECT_SECONDS = 0.2
ASK_TIME_SECONDS = 60.0
"""How often the server is asked for the time: clocks drift, and a machine may stand still."""

WAITING_COMMANDS_MAX = 10_000
"""Back-pressure: beyond this, appends answer TemporarilyUnavailable before memory grows."""

_log = structlog.get_logger(__name__)

Answer = TypeVar("Answer")
Pending = tuple[Command, "Future[Appended]"]


class Unstoppable(Future[Answer]):
    """A caller that goes away cancels nothing."""

    def cancel(self) -> bool:
        return False


class Rescue(msgspec.Struct):
    """A batch that went wrong elsewhere, to be decided again under the append lock.

    `lost` is what was sent, where nobody knows whether it was recorded.
    """

    pending: list[Pending]
    lost: Decided | None


class _ReplyLost(Exception):
    """It is not known whether `decided`, sent under the append lock, was recorded."""

    def __init__(self, decided: Decided) -> None:
        super().__init__("the reply to COMMIT was lost")
        self.decided = decided


class GroupCommit:
    """Owns the writing thread and its connection."""

    def __init__(
        self,
        *,
        connect: Callable[[], psycopg.Connection[Any]],
        recorder: LedgerRecorder,
        mapper: EventMapper,
        loader: StreamLoader,
        clock: LogClock,
        ask_time_seconds: float = ASK_TIME_SECONDS,
    ) -> None:
        self._connect = connect
        self._recorder = recorder
        self._mapper = mapper
        self._loader = loader
        self._clock = clock
        self._ask_time_seconds = ask_time_seconds
        self._ask_time_at = time.monotonic() + ask_time_seconds
        self._inbox: Inbox[Pending | Rescue] = Inbox()
        self._connection: psycopg.Connection[Any] | None = None
        self._thread = threading.Thread(target=self._run, name="group-commit", daemon=True)
        self._closing = threading.Event()

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Finishes what waits, then ends the thread."""
        self._closing.set()
        self._inbox.close()
        if self._thread.is_alive():
            self._thread.join()
        self._drop_connection()

    def submit(self, command: Command) -> "Future[Appended]":
        """Queues a command; the future carries its answer, its refusal or unavailability."""
        future: Future[Appended] = Unstoppable()
        full = len(self._inbox) >= WAITING_COMMANDS_MAX
        if full or not self._inbox.put((command, future)):
            future.set_exception(TemporarilyUnavailable())
        return future

    def rescue(
        self, commands: Sequence[Command], *, lost: Decided | None = None
    ) -> "list[Future[Appended]]":
        """Queues a batch that is to be decided under the append lock, in the order of `commands`.

        With `lost`, which was decided from them, it is first looked for in the log.
        """
        futures: list[Future[Appended]] = [Unstoppable() for _ in commands]
        if not self._inbox.put(Rescue(list(zip(commands, futures, strict=True)), lost)):
            for future in futures:
                future.set_exception(TemporarilyUnavailable())
        return futures

    def _run(self) -> None:
        rest: list[Rescue | None] = []
        while (first := rest.pop() if rest else self._next()) is not None:
            if isinstance(first, Rescue):
                self._process(first.pending, partial(self._settle, lost=first.lost))
                continue
            batch = [first]
            with contextlib.suppress(Empty):
                while len(batch) < BATCH_COMMANDS_MAX and not rest:
                    following = self._inbox.get_nowait()
                    if isinstance(following, tuple):
                        batch.append(following)
                    else:
                        rest.append(following)
            self._process(batch, self._append)

    def _next(self) -> Pending | Rescue | None:
        while True:
            left = self._ask_time_at - time.monotonic()
            if left <= 0:
                self._ask_time()
                continue
            with contextlib.suppress(Empty):
                return self._inbox.get(seconds=left)

    def _ask_time(self) -> None:
        """Also when nothing is recorded for long. A server that is away is asked the next time."""
        try:
            self._clock.ask(partial(self._recorder.times, self._connected()))
        except psycopg.Error as error:
            _log.info("the time is not known", error=str(error))
            self._drop_connection()
        except Exception:  # noqa: BLE001 - of the outermost loop; whoever appends hears of it
            _log.exception("the time is not known")
            self._drop_connection()
        self._ask_time_at = time.monotonic() + self._ask_time_seconds

    def _process(
        self,
        pending: list[Pending],
        append: Callable[[list[Command]], list[Appended | BaseException]],
    ) -> None:
        """The outermost loop's body: whatever happens, every caller gets an answer."""
        commands = [command for command, _ in pending]
        started = time.monotonic()
        try:
            answers = append(commands)
        except (psycopg.Error, TemporarilyUnavailable) as error:
            _log.warning("append failed", commands=len(commands), error=str(error))
            answers = [_unavailable(error) for _ in commands]
        except Exception as error:  # noqa: BLE001 - the thread's outermost loop
            _log.exception("append broke", commands=len(commands))
            self._drop_connection()
            answers = [error for _ in commands]
        count(answers, time.monotonic() - started)
        for (_, future), answer in zip(pending, answers, strict=True):
            if isinstance(answer, BaseException):
                future.set_exception(answer)
            else:
                future.set_result(answer)

    def _append(self, commands: list[Command]) -> list[Appended | BaseException]:
        connection = self._connected()  # first, because it knows the time of the log
        decided = self._decide_optimistically(commands)
        if not decided.stored:
            return answers_of(decided.outcomes, [])
        try:
            first, at = self._recorder.append(connection, decided.stored, decided.rows)
        except psycopg.errors.UniqueViolation:
            metrics.count("xavira_append_conflicts_total")
            return self._settle(commands, lost=None)
        except psycopg.Error as error:
            if not outcome_unknown(error):
                raise
            _tell_lost(commands, error)
            return self._settle(commands, lost=decided)
        return self._finish(decided, first, at)

    def _settle(
        self, commands: list[Command], *, lost: Decided | None
    ) -> list[Appended | BaseException]:
        """Decides under the append lock. Once something was sent of which nobody knows whether it
        was recorded, callers wait for the truth for a while after it was lost; only then they hear
        that.
        """
        sent = [] if lost is None else [lost]
        losses, lost_at = 0, time.monotonic()
        while True:
            if sent:
                self._drop_connection()
            try:
                return self._append_locked(commands, sent=sent)
            except _ReplyLost as again:
                _tell_lost(commands, again.__cause__)
                sent.append(again.decided)
                lost_at = time.monotonic()
                losses += 1
                if losses == LOSSES_MAX:
                    raise TemporarilyUnavailable from again
            except psycopg.Error:
                waited = time.monotonic() - lost_at
                if not sent or waited > LOST_REPLY_SECONDS_MAX:
                    raise
                if self._closing.wait(RECONNECT_SECONDS):
                    raise

    def _append_locked(
        self, commands: list[Command], *, sent: Sequence[Decided]
    ) -> list[Appended | BaseException]:
        """Under the append lock nothing moves: look for what was sent, decide and record once, for
        good. Of two that were sent, one may be a part of the other: the longer one is looked for
        first.

        Raises TemporarilyUnavailable where nothing is left to record, while what was sent may still
        arrive.
        """
        connection = self._connected()
        now_sent: Decided | None = None
        try:
            with self._recorder.locked(connection):
                for lost in sorted(sent, key=_fewest_last):
                    if (landed := self._landed(connection, lost)) is not None:
                        return self._finish(lost, *landed)
                wanted = _wanted(commands)
                decided = self._decide(commands, wanted, self._fresh(wanted.values()))
                if not decided.stored:
                    if sent:
                        raise TemporarilyUnavailable
                    return answers_of(decided.outcomes, [])
                first, at = self._recorder.record(connection, decided.stored, decided.rows)
                now_sent = decided
        except psycopg.Error as error:
            if now_sent is None or not outcome_unknown(error):
                raise
            raise _ReplyLost(now_sent) from error
        return self._finish(decided, first, at)

    def _landed(
        self, connection: psycopg.Connection[Any], lost: Decided
    ) -> tuple[int, datetime] | None:
        """Where a batch whose COMMIT went unanswered stands in the log, or None if it does not."""
        wanted = {(e.originator_id, e.originator_version): e for e in lost.stored}
        if not wanted:
            return None
        found = {
            (n.originator_id, n.originator_version): (n, at)
            for n, at in self._recorder.tails(connection, lost.batch.versions)
        }
        rows = [found.get(place) for place in wanted]
        same = [
            row is not None and row[0].topic == e.topic and row[0].state == e.state
            for row, e in zip(rows, wanted.values(), strict=True)
        ]
        if not all(same):
            return None
        return min((row[0].id, row[1]) for row in rows if row is not None)

    def _decide_optimistically(self, commands: list[Command]) -> Decided:
        """On what is cached; a claim that is not is taken for new, which the log will refute.

        What else is not cached is read. A refusal, and a decision that changes nothing, only count
        when everything was.
        """
        wanted = _wanted(commands)
        remembered = {number: self._loader.cached(number) for number in wanted}
        streams = {number: stream for number, stream in remembered.items() if stream is not None}
        for command in commands:
            if command.claim is not None:
                streams.setdefault(command.claim.int, EMPTY)
        if len(streams) < len(wanted):
            missing = [stream_id for number, stream_id in wanted.items() if number not in streams]
            streams |= self._fresh(missing)
        decided = self._decide(commands, wanted, streams)
        if decided.unproven:
            return self._decide(commands, wanted, self._fresh(wanted.values()))
        return decided

    def _fresh(self, stream_ids: Iterable[UUID]) -> dict[int, Stream]:
        """By number, as the database has them now."""
        found = self._loader.fresh(self._connected(), stream_ids)
        return {stream_id.int: stream for stream_id, stream in found.items()}

    def _decide(
        self, commands: list[Command], wanted: dict[int, UUID], streams: dict[int, Stream]
    ) -> Decided:
        now = self._clock.now()
        batch = Batch()
        for number, stream_id in wanted.items():
            batch.meet(stream_id, streams[number])
        outcomes = [outcome_of(command, batch, self._mapper, now) for command in commands]
        rows = [row for outcome in outcomes for row in outcome.rows]
        return Decided(batch=batch, outcomes=outcomes, rows=rows)

    def _finish(
        self, decided: Decided, first: int, recorded_at: datetime
    ) -> list[Appended | BaseException]:
        recorded, moved = decided.batch.recorded(first, recorded_at)
        self._clock.seen(recorded_at)
        self._loader.moved(moved)
        return answers_of(decided.outcomes, recorded)

    def _connected(self) -> psycopg.Connection[Any]:
        """A new connection learns the time of the log: our own clock may be behind it."""
        if self._connection is not None and not self._connection.closed:
            return self._connection
        self._connection = connection = self._connect()
        try:
            self._clock.ask(partial(self._recorder.times, connection))
        except psycopg.Error:
            self._drop_connection()
            raise
        return connection

    def _drop_connection(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(psycopg.Error):
                self._connection.close()
            self._connection = None


def _unavailable(error: BaseException) -> TemporarilyUnavailable:
    """What a caller hears, and why. What `append_events` forbids is any append at all."""
    forbidden = isinstance(error, psycopg.errors.RestrictViolation)
    unavailable = AppendsRefused() if forbidden else TemporarilyUnavailable()
    unavailable.__cause__ = error
    return unavailable


def _fewest_last(sent: Decided) -> int:
    return -len(sent.stored)


def _tell_lost(commands: Sequence[Command], error: BaseException | None) -> None:
    metrics.count("xavira_append_lost_replies_total")
    _log.warning("commit reply lost", commands=len(commands), error=str(error))


def _wanted(commands: list[Command]) -> dict[int, UUID]:
    """Every stream that one of the commands depends on, by number, once and in order."""
    return {stream_id.int: stream_id for command in commands for stream_id in command.streams}
