"""One piece of work that a consumer holds: its command, its deliveries, and what became of it.

The same work may arrive again while it is held: the same attempt redelivered, or a newer one after
the bus was wiped. It is drawn once; the answer then speaks for the newest attempt.
"""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from domain.messages import Command, Progress, Result, attempt_name
from inference.engine import RenderCanceled, RenderRequest

PROGRESS_SECONDS = 0.5
"""At most two reports of progress a second for each job."""

PROGRESS_PATIENCE_SECONDS = 0.1
"""The first one comes this much after the begin: nobody need hear of work that is done by then."""


class ReportLost(Exception):
    """A result could not be stored in time; its command goes back and is worked on again."""


class Delivery(Protocol):
    """A command as received; `number` counts its deliveries from 1."""

    @property
    def command(self) -> Command: ...

    @property
    def number(self) -> int: ...

    def free(self) -> None:
        """Another command may be received, although this one is not answered yet."""

    async def ack(self) -> None:
        """The command is answered."""

    async def nak(self, *, delay_seconds: float = 0.0) -> None:
        """The command is handed back, to be worked on by somebody after the delay."""


class Transport(Protocol):
    """How a consumer talks to the dispatcher; knows nothing of engines."""

    async def receive(self) -> Delivery:
        """The next command; never more unanswered ones than there are slots."""

    async def stop_receiving(self) -> None:
        """Receives no more; what is held stays held."""

    async def report(self, results: Mapping[str, Result]) -> None:
        """Results by id; returns once all are stored, the same id once. Raises ReportLost."""

    async def progress(self, progress: Progress) -> None:
        """Best effort."""

    async def on_cancel(self, callback: Callable[[UUID], None]) -> None:
        """`callback` gets the id of work whose ending is already recorded."""


class Job:
    """Held work. Only `canceled` and `fraction` are touched from another thread.

    `suspect`: it was delivered before and not answered; `note` is where that it is drawn again is
    noted. `alone`: it shares no render.
    """

    def __init__(self, delivery: Delivery) -> None:
        self.command: Command = delivery.command
        self.deliveries = [delivery]
        self.request: RenderRequest | None = None
        self.canceled = threading.Event()
        self.fraction = 0.0
        self.suspect = delivery.number > 1
        self.alone = self.suspect
        self.note: str | None = None
        self.done = False
        self.received_at = time.time()
        self.stages: dict[str, float] = {}
        self._received = time.monotonic()

    @property
    def work_id(self) -> UUID:
        return self.command.work_id

    def mark(self, stage: str) -> None:
        """Notes for the job's log line how many milliseconds it took to get here."""
        self.stages[stage] = round((time.monotonic() - self._received) * 1000, 2)

    def adopt(self, delivery: Delivery) -> None:
        """The same work came again: answer for its newest attempt, acknowledge every delivery."""
        self.deliveries.append(delivery)
        if delivery.command.attempt >= self.command.attempt:
            self.command = delivery.command

    def message_id(self, kind: str) -> str:
        """The id of a result: the same one for the same attempt and kind of result.

        A start is told apart by delivery, because each one sets the clock of the render anew.
        """
        started = f"-{self.deliveries[-1].number}" if kind == "started" else ""
        command = self.command
        attempt = attempt_name(command.work_id, command.attempt, command.token)
        return f"{attempt}:{kind}{started}"

    def free(self) -> None:
        for delivery in self.deliveries:
            delivery.free()

    async def ack(self) -> None:
        self.done = True
        for delivery in self.deliveries:
            await delivery.ack()

    async def nak(self, *, delay_seconds: float = 0.0) -> None:
        self.done = True
        for delivery in self.deliveries:
            await delivery.nak(delay_seconds=delay_seconds)


class RenderTimedOut(RenderCanceled):
    """The render ran longer than it may."""


class RenderGuard:
    """The progress callback of one render: throttles reports, stops what nobody wants any more.

    That a render is done is told by its result, and a report of it would only be in its way.
    A batch is stopped only when every request in it is canceled. Called in the engine's thread.
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        *,
        seconds_max: float,
        told: Callable[[Job], Any],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._jobs = jobs
        self._clock = clock
        self._told = told
        began = clock()
        self._stop_at = began + seconds_max
        self._tell_at = [began + PROGRESS_PATIENCE_SECONDS] * len(jobs)

    def __call__(self, index: int, fraction: float) -> None:
        """Raises RenderTimedOut or RenderCanceled to stop the engine within this step."""
        now = self._clock()
        if now > self._stop_at:
            raise RenderTimedOut
        if all(job.canceled.is_set() for job in self._jobs):
            raise RenderCanceled
        job = self._jobs[index]
        job.fraction = min(max(fraction, 0.0), 1.0)
        if now >= self._tell_at[index] and job.fraction < 1.0:
            self._tell_at[index] = now + PROGRESS_SECONDS
            self._told(job)
