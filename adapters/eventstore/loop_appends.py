"""Appends for an event loop, decided and recorded on the loop itself.

To hand a command to a thread and its answer back costs as much again as deciding it, and the two
threads wait for each other's lock meanwhile. Here commands are decided soon after they come, on
top of what the batch before them will have changed, while PostgreSQL records that one; the answer
of one batch sends the next. So the loop and the server work at the same time.

The rules of `adapters.eventstore.group_commit` hold: what is recorded was decided on the newest
states, nobody hears of anything before it is durable. Only what goes well is done here. A refusal,
a stream that is not cached, ground rows, a batch that met a newer stream and one whose answer was
lost are the thread's, which can wait and look.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from typing import Any

import msgspec
import psycopg
import structlog
from psycopg.pq.abc import PGresult

from adapters.answered import pass_on, refuse, resolve
from adapters.eventstore.append_call import AppendCall
from adapters.eventstore.deciding import Decided, LogClock, Outcome, answers_of, count
from adapters.eventstore.group_commit import (
    BATCH_COMMANDS_MAX,
    WAITING_COMMANDS_MAX,
    GroupCommit,
)
from adapters.eventstore.loading import StreamLoader
from adapters.eventstore.mapper import EventMapper
from adapters.eventstore.recorder import LedgerRecorder
from adapters.eventstore.streams import Batch
from adapters.postgres.away import outcome_unknown
from adapters.postgres.bounded import ANSWER_SECONDS_MAX, LOOK_SECONDS_MAX, STANDS_STILL
from adapters.telemetry import metrics
from domain.errors import TemporarilyUnavailable
from domain.event import Recorded
from domain.ports import Appended, Command

DECIDED_TOGETHER = 32
"""Commands that are decided in one go, whose code and data are still at the processor then: one by
one, in between what their callers do, each takes an eighth longer. After as many one looks whether
the server has nothing to do: the loop itself looks only when it has served everybody who was told
of the batch before.
"""

RECONNECT_SECONDS = 0.2
"""How long appends are the thread's after a connection could not be made."""

_Pending = tuple[Command, "asyncio.Future[Appended]"]

_log = structlog.get_logger(__name__)


class _Flight(msgspec.Struct):
    """A batch: filled, then sent, then answered.

    `later` are commands for the thread, which would not know what this batch changes before it is
    recorded.
    """

    batch: Batch = msgspec.field(default_factory=Batch)
    pending: list[_Pending] = []
    outcomes: list[Outcome] = []
    later: list[_Pending] = []
    sent_at: float = 0.0

    @property
    def full(self) -> bool:
        return len(self.pending) + len(self.later) >= BATCH_COMMANDS_MAX

    @property
    def all(self) -> list[_Pending]:
        """In order, but for those that the thread has to decide."""
        return self.pending + self.later


class LoopAppends:
    """The appends of one event loop. Until there is a connection they are all the thread's.

    `patience_seconds` is how long the answer to a batch is waited for.
    """

    def __init__(
        self,
        *,
        connect: Callable[[], psycopg.Connection[Any]],
        call: AppendCall,
        recorder: LedgerRecorder,
        mapper: EventMapper,
        loader: StreamLoader,
        clock: LogClock,
        commits: GroupCommit,
        patience_seconds: float = ANSWER_SECONDS_MAX,
    ) -> None:
        self._connect = connect
        self._call = call
        self._recorder = recorder
        self._mapper = mapper
        self._loader = loader
        self._clock = clock
        self._commits = commits
        self._patience_seconds = patience_seconds
        self._looking: asyncio.TimerHandle | None = None
        self._connection: psycopg.Connection[Any] | None = None
        self._socket = -1
        self._connecting: asyncio.Task[None] | None = None
        self._connect_at = 0.0
        self._open = _Flight()
        self._flight: _Flight | None = None
        self._waiting: deque[_Pending] = deque()
        self._result: PGresult | None = None
        self._due = False
        self._writing = False
        self._elsewhere = 0
        self._settling = False
        self._closing: asyncio.Future[None] | None = None

    @property
    def connected(self) -> bool:
        """Whether commands are decided here and not by the thread."""
        return self._connection is not None and not self._settling

    def append(self, command: Command) -> "asyncio.Future[Appended]":
        """Decides and records, as `Ledger.append` does. Whoever goes away only loses the answer."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Appended] = loop.create_future()
        if self._connection is None or self._closing is not None:
            self._connect_soon(loop)
            self._hand_over(command, answer)
        elif len(self._waiting) < WAITING_COMMANDS_MAX:
            self._waiting.append((command, answer))
            if len(self._waiting) % DECIDED_TOGETHER == 0:
                self._decide()
                self._look()
            else:
                self._send_soon()
        else:
            answer.set_exception(TemporarilyUnavailable())
        return answer

    @property
    def _idle(self) -> bool:
        return self._flight is None and not self._open.all and not self._waiting

    async def close(self) -> None:
        """Waits for what is under way; what comes now is the thread's."""
        self._closing = asyncio.get_running_loop().create_future()
        if self._connecting is not None:
            await self._connecting
        if not self._idle:
            await self._closing
        self._disconnect()

    # --- deciding -----------------------------------------------------------------------------

    def _decide(self) -> None:
        """Decides those that wait, in order, until the open batch is full."""
        while self._waiting and not self._open.full and not self._settling:
            command, answer = self._waiting.popleft()
            outcome = self._decided(command)
            if outcome is not None:
                self._open.pending.append((command, answer))
                self._open.outcomes.append(outcome)
            elif self._flight is None and not self._open.pending:
                opened, self._open = self._open, _Flight()  # what it knows of streams will be old
                self._hand_over_all([*opened.later, (command, answer)])
            else:
                self._open.later.append((command, answer))

    def _send_soon(self) -> None:
        """Once for all who come before the loop gets there."""
        if not self._due:
            self._due = True
            asyncio.get_running_loop().call_soon(self._send)

    def _look(self) -> None:
        """In the middle of many: sends what there is if the server has nothing to do."""
        if self._flight is None:
            self._send()
        else:
            self._read()

    def _decided(self, command: Command) -> Outcome | None:
        """None where the thread must decide: a stream not cached, a refusal, no event, or ground
        rows.
        """
        batch, flight = self._open.batch, self._flight
        earlier = None if flight is None else flight.batch
        try:
            states = batch.at_hand(command, earlier, self._loader.cached)
            if states is None:
                return None
            decision = command.decide(states, self._clock.now())
            if decision.rows or not decision.events:
                return None
            return Outcome(batch.place(decision.events, self._mapper), (), decision.answer)
        except Exception:  # noqa: BLE001 - the thread decides again, and says what it was
            return None

    # --- recording ----------------------------------------------------------------------------

    def _send(self) -> None:
        """Sends the open batch, if none is under way, and opens the next one; without events it is
        answered at once.
        """
        self._due = False
        self._decide()
        if self._flight is not None or self._connection is None:
            return
        sent, self._open = self._open, _Flight()
        if not sent.batch.stored:
            self._tell(sent, [])
            self._hand_over_all(sent.later)
            self._go_on()
            return
        self._flight = sent
        sent.sent_at = asyncio.get_running_loop().time()
        try:
            self._call.send(self._connection.pgconn, sent.batch.stored)
            self._flush()
        except Exception as error:  # noqa: BLE001 - perhaps sent: the thread finds out
            self._lose(error)

    def _flush(self) -> None:
        """What the socket does not take now is written when it does."""
        assert self._connection is not None
        loop = asyncio.get_running_loop()
        left = self._connection.pgconn.flush()
        if left and not self._writing:
            loop.add_writer(self._socket, self._flush_or_lose)
        elif self._writing and not left:
            loop.remove_writer(self._socket)
        self._writing = bool(left)

    def _flush_or_lose(self) -> None:
        try:
            self._flush()
        except psycopg.OperationalError as error:
            self._lose(error)

    def _read(self) -> None:
        assert self._connection is not None
        server = self._connection.pgconn
        try:
            server.consume_input()
            while self._flight is not None and not server.is_busy():
                result = server.get_result()
                if result is None:
                    self._end(self._flight)
                    return
                self._result = result
        except psycopg.OperationalError as error:
            self._lose(error)

    def _end(self, flight: _Flight) -> None:
        """The server has answered: the next batch goes out before anybody hears of this one."""
        assert self._connection is not None
        assert self._result is not None
        result, self._result, self._flight = self._result, None, None
        try:
            first, recorded_at = self._call.place(self._connection, result)
        except psycopg.errors.UniqueViolation:
            metrics.count("xavira_append_conflicts_total")
            self._rescue([*flight.pending, *self._open.pending], lost=None)
            opened, self._open = self._open, _Flight()
            self._hand_over_all([*flight.later, *opened.later])
        except (psycopg.errors.LockNotAvailable, psycopg.errors.QueryCanceled) as error:
            _log.warning("append failed", commands=len(flight.pending), error=str(error))
            self._fail(flight, TemporarilyUnavailable())
            opened, self._open = self._open, _Flight()
            self._hand_over_all([*flight.later, *opened.all])
        except psycopg.Error as error:
            if outcome_unknown(error):
                self._flight = flight
                self._lose(error)
                return
            _log.warning("append refused", commands=len(flight.pending), error=str(error))
            self._lose(error, flight.all)
        else:
            self._finish(flight, first, recorded_at)
        self._go_on()

    def _finish(self, flight: _Flight, first: int, recorded_at: datetime) -> None:
        """Whatever happens, every caller gets an answer."""
        following = self._open.batch
        self._send()
        try:
            self._clock.seen(recorded_at)
            recorded, moved = flight.batch.recorded(first, recorded_at)
            following.catch_up()
            self._loader.moved(moved)
            self._tell(flight, recorded)
        except Exception as error:  # noqa: BLE001 - of a callback of the loop, which nobody hears
            _log.exception("append broke", commands=len(flight.pending))
            self._fail(flight, error)
        self._hand_over_all(flight.later)

    def _go_on(self) -> None:
        """Those that found the batch full are next; whoever closes waits for the last of them."""
        self._decide()
        if self._flight is None and self._open.all:
            self._send_soon()
        if self._idle and self._closing is not None and not self._closing.done():
            self._closing.set_result(None)

    def _tell(self, flight: _Flight, recorded: list[Recorded]) -> None:
        answers = answers_of(flight.outcomes, recorded)
        if flight.sent_at:
            count(answers, asyncio.get_running_loop().time() - flight.sent_at)
        for (_, waiter), answer in zip(flight.pending, answers, strict=True):
            assert isinstance(answer, Appended)
            resolve(waiter, answer)

    def _fail(self, flight: _Flight, error: Exception) -> None:
        count([error] * len(flight.pending), asyncio.get_running_loop().time() - flight.sent_at)
        for _, waiter in flight.pending:
            refuse(waiter, error)

    # --- what is the thread's -----------------------------------------------------------------

    def _hand_over(self, command: Command, answer: "asyncio.Future[Appended]") -> None:
        self._pass_on(self._commits.submit(command), answer)

    def _hand_over_all(self, pending: Iterable[_Pending]) -> None:
        for command, answer in pending:
            self._hand_over(command, answer)

    def _rescue(self, pending: list[_Pending], *, lost: Decided | None) -> None:
        """What is cached here is not the newest, so what comes now waits for the thread."""
        futures = self._commits.rescue([command for command, _ in pending], lost=lost)
        for future, (_, answer) in zip(futures, pending, strict=True):
            self._pass_on(future, answer)
        self._settling = True

    def _pass_on(self, future: "Future[Appended]", answer: "asyncio.Future[Appended]") -> None:
        self._elsewhere += 1
        pass_on(future, answer, self._came_back)

    def _came_back(self) -> None:
        self._elsewhere -= 1
        if self._settling and self._elsewhere == 0:
            self._settling = False
            self._go_on()

    def _lose(self, error: Exception, refused: Sequence[_Pending] = ()) -> None:
        """The connection is gone: the thread finds out what became of the batch under way.

        `refused` were answered by an error that the next ones would get as well.
        """
        flight, left = self._flight, [*refused, *self._open.all, *self._waiting]
        self._flight, self._open = None, _Flight()
        self._waiting.clear()
        self._disconnect()
        if flight is not None:
            metrics.count("xavira_append_lost_replies_total")
            _log.warning("commit reply lost", commands=len(flight.pending), error=str(error))
            self._rescue(flight.pending, lost=Decided(flight.batch, flight.outcomes))
            left = [*flight.later, *left]
        self._hand_over_all(left)
        self._go_on()

    # --- the connection -----------------------------------------------------------------------

    def _connect_soon(self, loop: asyncio.AbstractEventLoop) -> None:
        wanted = self._connection is None and self._connecting is None and self._closing is None
        if wanted and loop.time() >= self._connect_at:
            self._connecting = asyncio.ensure_future(self._connected())

    async def _connected(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            connection = await asyncio.to_thread(self._ready)
        except psycopg.Error as error:
            _log.warning("no connection for appends", error=str(error))
            self._connect_at = loop.time() + RECONNECT_SECONDS
            return
        finally:
            self._connecting = None
        self._connection, self._socket = connection, connection.pgconn.socket
        loop.add_reader(self._socket, self._read)
        self._look_later(loop)
        self._settling = self._elsewhere > 0

    def _ready(self) -> psycopg.Connection[Any]:
        """On a thread. A new connection learns the time of the log."""
        connection = self._connect()
        try:
            self._clock.ask(partial(self._recorder.times, connection))
            self._call.prepare(connection)
            connection.pgconn.nonblocking = 1
        except psycopg.Error:
            connection.close()
            raise
        return connection

    def _look_later(self, loop: asyncio.AbstractEventLoop) -> None:
        seconds = min(self._patience_seconds, LOOK_SECONDS_MAX)
        self._looking = loop.call_later(seconds, self._look_after, loop)

    def _look_after(self, loop: asyncio.AbstractEventLoop) -> None:
        """A server that stands still closes nothing, so nobody else would notice."""
        flight = self._flight
        if flight is not None and loop.time() - flight.sent_at > self._patience_seconds:
            self._lose(psycopg.OperationalError(STANDS_STILL))
        else:
            self._look_later(loop)

    def _disconnect(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        if self._connection is not None:
            loop = asyncio.get_running_loop()
            loop.remove_reader(self._socket)
            loop.remove_writer(self._socket)
            self._connection.pgconn.finish()
            self._connection, self._writing, self._result = None, False, None
