"""The consumer: takes commands, draws them on one engine thread, and has them answered.

It knows no web, no ledger and no message server; the transport, the engines and the object store
are handed in. A command is acknowledged only after its result is stored, so work that dies with the
process is drawn by another one. Nothing it stores is public: that is the settler's to decide.
"""

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

import structlog

from domain.messages import IdentityCommand, Progress, RenderCommand
from domain.objects import ObjectStore, StoreUnavailable
from inference.answers import Answers, Remembered, patiently
from inference.doubts import DOUBT_SECONDS, FIRST_DELIVERIES_MAX, Doubts
from inference.engine import (
    Engine,
    EngineFailed,
    IdentityRequest,
    LoadFailed,
    RenderCanceled,
    Rendered,
    RequestRefused,
)
from inference.inputs import Inputs, batch_key
from inference.job import Delivery, Job, RenderGuard, RenderTimedOut, Transport
from inference.one_thread import OneThread, soon
from inference.output_checks import OutputCheck, decodes_as_promised
from inference.outputs import Drawn
from inference.provenance.marking import UNMARKED, Marks
from inference.stuck import STORE_SECONDS_MAX, EngineStuck, Stuck
from inference.suspects import EndsConsumers, Suspects

SLOTS_MAX = 64
START_PATIENCE_SECONDS = 0.1
"""A start is reported this much later: of work that is done by then, nobody need hear it."""

ROOM_SECONDS = 0.002
"""The next command is asked for this much after a render. Who waits for what was drawn goes first:
to ask holds the lock of Python, which the thread that checks and stores needs to begin.
"""

SIGN_OF_LIFE_SECONDS = 10.0
"""Held work is spoken of this often, whether or not its engine reports any progress."""

STUCK_GRACE_SECONDS = 30.0
"""How much longer than it may an engine runs before the process gives itself up."""

STOP_GRACE_SECONDS = 15.0
"""What is still drawn then is handed back, before whoever asked for the stop kills the process."""

STOP_POLL_SECONDS = 0.05
CANCELS_REMEMBERED_MAX = 2048

DEFAULT_CHECKS: tuple[OutputCheck, ...] = (decodes_as_promised,)

_log = structlog.get_logger(__name__)


class Worker:
    """One consumer on one device. `slots` commands wait or are drawn at once.

    As many more may be on their way out, so that the engine need not wait for the object store.
    """

    def __init__(
        self,
        *,
        transport: Transport,
        engines: Mapping[str, Engine],
        object_store: ObjectStore,
        slots: int,
        render_seconds_max: float,
        checks: Sequence[OutputCheck] = DEFAULT_CHECKS,
        marks: Marks = UNMARKED,
        start_patience_seconds: float = START_PATIENCE_SECONDS,
        stuck_grace_seconds: float = STUCK_GRACE_SECONDS,
        stop_grace_seconds: float = STOP_GRACE_SECONDS,
        doubt_seconds: float = DOUBT_SECONDS,
        store_seconds_max: float = STORE_SECONDS_MAX,
    ) -> None:
        assert 1 <= slots <= SLOTS_MAX
        self._transport = transport
        self._engines = engines
        self._inputs = Inputs(object_store)
        self._suspects = Suspects(object_store)
        self._doubts = {
            id(engine): Doubts(
                seconds=doubt_seconds, fail=self._fail_held, hand_back=self._hand_back_held
            )
            for engine in engines.values()
        }
        self._storing = OneThread("storing")
        self._answers = Answers(
            transport=transport,
            object_store=object_store,
            storing=self._storing,
            checks=checks,
            marks=marks,
            forget=self._forget,
            store_seconds_max=store_seconds_max,
        )
        self._store_seconds_max = store_seconds_max
        self._render_seconds_max = render_seconds_max
        self._render_limit_seconds = render_seconds_max + stuck_grace_seconds
        self._start_patience_seconds = start_patience_seconds
        self._stop_grace_seconds = stop_grace_seconds
        self._thread = OneThread("engine")
        self._jobs: dict[UUID, Job] = {}
        self._waiting: deque[Job] = deque()
        self._arrived = asyncio.Event()
        self._room = asyncio.Semaphore(2 * slots)
        self._canceled = Remembered(CANCELS_REMEMBERED_MAX)
        self._spawned: set[asyncio.Task[None]] = set()
        self._answering: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._stuck: Stuck | None = None
        self._is_stuck = asyncio.Event()

    @property
    def held(self) -> int:
        """Commands that were taken and are not answered."""
        return len(self._jobs)

    @property
    def waiting(self) -> int:
        """Those that have all they need, and wait for the engine."""
        return len(self._waiting)

    async def load(self, stop: asyncio.Event) -> None:
        """Loads every engine once, before any command is taken. Raises LoadFailed with the model's
        name for an EngineFailed, and whatever else `load` raises.

        Returns as soon as `stop` is set: an engine that loads then is not waited for, which may
        take minutes, and ends with the process.
        """
        self._thread.start()
        self._storing.start()
        stopped = asyncio.create_task(stop.wait())
        try:
            once = {id(engine): (model, engine) for model, engine in self._engines.items()}
            for model, engine in once.values():
                loading = self._thread.run(engine.load)
                waits: set[asyncio.Future[Any]] = {loading, stopped}
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                if stop.is_set():
                    self._thread.stop()
                    self._storing.stop()
                    return
                try:
                    loading.result()
                except EngineFailed as error:
                    self._thread.stop()
                    self._storing.stop()
                    reason = (str(error).splitlines() or ["no reason is known"])[0].rstrip(".")
                    raise LoadFailed(f"The model {model} does not start: {reason}.") from error
        finally:
            stopped.cancel()

    async def run(self, stop: asyncio.Event) -> None:
        """Works, once loaded, until `stop` is set; then finishes within the grace or hands back.

        Raises Stuck, after handing back, when only a new process can help.
        """
        await self._transport.on_cancel(self._cancel)
        take, draw, live, stuck = (
            asyncio.create_task(work)
            for work in (self._take(), self._draw(), self._live(), self._raise_stuck())
        )
        stopped = asyncio.create_task(stop.wait())
        try:
            waits: set[asyncio.Task[Any]] = {take, draw, live, stuck, stopped}
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for task in (take, draw, live, stuck):
                if task.done():
                    task.result()
        except Stuck as error:
            await self._let_go(take, error)
            raise
        else:
            await self._wind_up(take, draw)
        finally:
            owned = (take, draw, live, stuck, stopped, *self._spawned)
            for each in owned:
                each.cancel()
            await asyncio.gather(*owned, return_exceptions=True)
            self._hold_no_longer()
            self._thread.stop()
            self._storing.stop()

    # --- intake -------------------------------------------------------------------------------

    async def _take(self) -> None:
        while True:
            await self._accept(await self._transport.receive())

    async def _accept(self, delivery: Delivery) -> None:
        command = delivery.command
        held = self._jobs.get(command.work_id)
        if held is not None:
            held.adopt(delivery)
            delivery.free()
        elif command.work_id in self._canceled or self._answers.answered(command):
            await delivery.ack()
        else:
            job = Job(delivery)
            self._jobs[job.work_id] = job
            if not self._prepare_at_once(job):
                self._spawn(self._guarded([job], self._prepare(job)))

    def _prepare_at_once(self, job: Job) -> bool:
        """Whether what the engine needs is here, so that the job waits for its turn already."""
        command = job.command
        if command.model_id not in self._engines:
            return False
        if isinstance(command, RenderCommand):
            if not self._inputs.at_hand(command):
                return False
            try:
                job.request = self._inputs.request(command)
            except (EngineFailed, ValueError):
                return False
        self._queue(job)
        return True

    def _queue(self, job: Job) -> None:
        self._waiting.append(job)
        self._arrived.set()

    async def _prepare(self, job: Job) -> None:
        """Fetches what the engine needs, off its thread; then the job waits for its turn."""
        command = job.command
        try:
            if command.model_id not in self._engines:
                await self._hand_on(job, EngineFailed(f"no engine for {command.model_id}"))
                return
            if isinstance(command, RenderCommand):
                inputs = partial(self._inputs.request, command)
                job.request = await patiently(inputs, seconds=self._store_seconds_max)
        except StoreUnavailable as error:
            await self._answers.hand_back(job, error)
        except (EngineFailed, ValueError) as error:
            await self._answers.fail(job, error)
        else:
            self._queue(job)

    async def _hand_on(self, job: Job, error: EngineFailed) -> None:
        """Another consumer may do it, but the work does not come back for ever."""
        if job.deliveries[-1].number < FIRST_DELIVERIES_MAX:
            await self._drop(job, error)
        else:
            await self._fail_or_drop(job, error)

    def _cancel(self, work_id: UUID) -> None:
        self._canceled.add(work_id)
        job = self._jobs.get(work_id)
        if job is not None:
            job.canceled.set()

    # --- drawing ------------------------------------------------------------------------------

    async def _draw(self) -> None:
        while True:
            await self._arrived.wait()
            batch = self._next_batch()
            if not batch:
                self._arrived.clear()
                continue
            for _ in batch:
                await self._room.acquire()
            wanted = [job for job in batch if not job.canceled.is_set()]
            for job in batch:
                if job.canceled.is_set():
                    self._finish([job], self._drop(job))
            if wanted and wanted[0].suspect and not await self._may_begin(wanted[0]):
                continue
            if wanted and isinstance(wanted[0].command, IdentityCommand):
                await self._identify(wanted[0], wanted[0].command)
            elif wanted:
                await self._render(wanted)

    async def _may_begin(self, job: Job) -> bool:
        """Whether work that may have ended whoever drew it is drawn once more. What was drawn
        before is answered first, so that it is not lost with this consumer.
        """
        await asyncio.gather(*self._answering, return_exceptions=True)
        try:
            note = partial(self._suspects.begin, job.work_id)
            job.note = await patiently(note, seconds=self._store_seconds_max)
        except EndsConsumers as error:
            self._finish([job], self._answers.fail(job, error))
        except StoreUnavailable as error:
            self._finish([job], self._answers.hand_back(job, error))
        return job.note is not None

    def _next_batch(self) -> list[Job]:
        """The oldest job and every waiting one that may share its forward pass, in order.

        Clips are drawn one after the other, so together they would only wait for each other, and
        have one limit of time for all.
        """
        if self._stopping or not self._waiting:
            return []
        first = self._waiting.popleft()
        if first.request is None or first.request.kind == "video" or first.alone:
            return [first]
        batch_max = self._engines[first.command.model_id].batch_max
        key = batch_key(first.request)
        alike = [
            job
            for job in self._waiting
            if job.request is not None and not job.alone and batch_key(job.request) == key
        ][: batch_max - 1]
        for job in alike:
            self._waiting.remove(job)
        return [first, *alike]

    async def _render(self, batch: list[Job]) -> None:
        starts = [self._announce(job) for job in batch]
        loop = asyncio.get_running_loop()
        guard = RenderGuard(
            batch,
            seconds_max=self._render_seconds_max,
            told=lambda job: soon(loop, self._tell, job),
        )
        engine = self._engines[batch[0].command.model_id]
        for job in batch:
            job.mark("began")
        requests = [job.request for job in batch if job.request is not None]
        began = time.monotonic()
        outcome = await self._within_limit(
            batch, self._thread.run(partial(engine.render, requests, guard))
        )
        seconds = (time.monotonic() - began) / len(batch)
        for job in batch:
            job.mark("drawn")
        if not isinstance(outcome, BaseException) and len(outcome) != len(batch):
            outcome = EngineFailed(f"{len(outcome)} files for {len(batch)} requests")
        if isinstance(outcome, BaseException):
            await asyncio.gather(*(start.over() for start in starts), return_exceptions=True)
            await self._settle_failure(batch, outcome)
            return
        self._doubts_about(batch[0]).drawn()
        self._finish(batch, self._complete(batch, outcome, seconds, starts))

    async def _identify(self, job: Job, command: IdentityCommand) -> None:
        start = self._announce(job)
        engine = self._engines[command.model_id]
        request = IdentityRequest(
            model_id=command.model_id, character_id=str(command.work_id), traits=command.traits
        )
        outcome = await self._within_limit(
            [job], self._thread.run(partial(engine.identify, request))
        )
        await asyncio.gather(start.over(), return_exceptions=True)
        if isinstance(outcome, BaseException):
            await self._settle_failure([job], outcome)
            return
        if outcome is not None:
            self._doubts_about(job).drawn()
        if job.canceled.is_set():
            self._finish([job], self._drop(job))
        else:
            self._finish([job], self._answers.identity(job, outcome, engine.encoder))

    async def _within_limit(self, batch: list[Job], future: "asyncio.Future[Any]") -> Any:
        """What the engine answered, or the exception it raised.

        Raises EngineStuck, after failing the batch, when it does neither.
        """
        done, _ = await asyncio.wait({future}, timeout=self._render_limit_seconds)
        if not done:
            for job in batch:
                await self._answers.fail(job, RenderTimedOut())
            raise EngineStuck(f"the engine of {batch[0].command.model_id} does not return")
        return future.exception() or future.result()

    async def _settle_failure(self, batch: list[Job], error: BaseException) -> None:
        """A timeout fails all; one bad request must not fail its neighbours, so each goes alone.

        Raises EngineStuck when too much has failed in a row to be anybody's fault but the engine's.
        """
        doubts = self._doubts_about(batch[0])
        for job in batch:
            if isinstance(error, RenderTimedOut):
                self._finish([job], self._answers.fail(job, error))
            elif isinstance(error, RenderCanceled):
                self._finish([job], self._drop(job))
            elif len(batch) > 1:
                job.alone = True
                self._room.release()
                self._waiting.appendleft(job)
            elif not isinstance(error, RequestRefused) and doubts.hold(job, error):
                self._leave_room([job])
            else:
                self._finish([job], self._fail_or_drop(job, error))
        if doubts.engine_broken:
            for job, failure in doubts.take():
                await self._drop(job, failure)
            model_id = batch[0].command.model_id
            raise EngineStuck(f"the engine of {model_id} fails whatever it is given")

    def _doubts_about(self, job: Job) -> Doubts:
        return self._doubts[id(self._engines[job.command.model_id])]

    def _fail_held(self, job: Job, error: BaseException) -> None:
        self._answer([job], self._fail_or_drop(job, error))

    def _hand_back_held(self, job: Job, error: BaseException) -> None:
        self._answer([job], self._drop(job, error))

    def _hold_no_longer(self) -> None:
        """What is held goes the way of all work that is not answered."""
        for doubts in self._doubts.values():
            doubts.take()

    async def _fail_or_drop(self, job: Job, error: BaseException) -> None:
        if job.canceled.is_set():
            await self._drop(job)
        else:
            await self._answers.fail(job, error)

    async def _complete(
        self,
        batch: Sequence[Job],
        outcome: Sequence[Rendered],
        seconds: float,
        starts: "Sequence[Announcement]",
    ) -> None:
        for start in starts:
            await start.over()
        drawn = []
        for job, rendered in zip(batch, outcome, strict=True):
            if job.canceled.is_set():
                await self._drop(job)
            else:
                drawn.append(Drawn(job, rendered, seconds))
        if drawn:
            await self._answers.complete(drawn)

    async def _drop(self, job: Job, cause: BaseException | None = None) -> None:
        """Canceled work is done with; work that only this process gives up goes to another one."""
        if job.work_id in self._canceled:
            await self._answers.dismiss(job)
        else:
            await self._answers.hand_back(job, cause)

    def _announce(self, job: Job) -> "Announcement":
        return Announcement(partial(self._answers.start, job), self._start_patience_seconds)

    # --- housekeeping -------------------------------------------------------------------------

    def _finish(self, jobs: Sequence[Job], work: Coroutine[Any, Any, None]) -> None:
        """Answers beside the next render; the room of the jobs is free again once that is done."""
        self._answer(jobs, work).add_done_callback(lambda _: self._release(len(jobs)))
        self._free_soon(jobs)

    def _leave_room(self, jobs: Sequence[Job]) -> None:
        """Jobs that wait without being in anybody's way."""
        self._release(len(jobs))
        self._free_soon(jobs)

    def _answer(self, jobs: Sequence[Job], work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        answering = self._spawn(self._guarded(jobs, work))
        self._answering.add(answering)
        answering.add_done_callback(self._answering.discard)
        return answering

    def _release(self, count: int) -> None:
        for _ in range(count):
            self._room.release()

    def _free_soon(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            asyncio.get_running_loop().call_later(ROOM_SECONDS, job.free)

    async def _guarded(self, jobs: Sequence[Job], work: Coroutine[Any, Any, None]) -> None:
        """Whatever breaks on the way to an answer hands the commands back."""
        try:
            await work
        except BaseException as error:
            if isinstance(error, Stuck):
                self._stuck = error  # known before the commands are answered
            for job in jobs:
                if not job.done:
                    await self._answers.hand_back(job, error)
            raise

    def _spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        """Starts a task that `run` owns."""
        task = asyncio.get_running_loop().create_task(work)
        self._spawned.add(task)
        task.add_done_callback(self._reap)
        return task

    def _reap(self, task: "asyncio.Task[None]") -> None:
        self._spawned.discard(task)
        if task.cancelled() or (error := task.exception()) is None:
            return
        _log.error("answering failed", error=repr(error))
        if self._stuck is not None:
            self._is_stuck.set()

    async def _raise_stuck(self) -> None:
        """Waits until a task beside the drawing is stuck. Raises what it raised."""
        await self._is_stuck.wait()
        assert self._stuck is not None
        raise self._stuck

    def _forget(self, job: Job) -> None:
        job.done = True
        if self._jobs.get(job.work_id) is job:
            del self._jobs[job.work_id]

    def _tell(self, job: Job) -> None:
        if not job.done:
            self._spawn(self._transport.progress(_progress(job)))

    async def _live(self) -> None:
        while True:
            await asyncio.sleep(SIGN_OF_LIFE_SECONDS)
            for job in list(self._jobs.values()):
                await self._transport.progress(_progress(job))

    async def _wind_up(self, take: "asyncio.Task[None]", draw: "asyncio.Task[None]") -> None:
        """Receives no more, hands back what waits, lets what is drawn finish within the grace.

        What was drawn is answered also where the drawing breaks meanwhile, or the store does not
        answer, which is raised then.
        """
        self._stopping = True
        take.cancel()
        await self._transport.stop_receiving()
        deadline = time.monotonic() + self._stop_grace_seconds
        while self._answering or (self._jobs and not draw.done()):
            if time.monotonic() >= deadline:
                break
            while self._waiting:
                await self._drop(self._waiting.popleft())
            await asyncio.wait([draw, *self._spawned], timeout=STOP_POLL_SECONDS)
        self._hold_no_longer()
        for job in list(self._jobs.values()):
            job.canceled.set()
            await self._drop(job)
        if self._stuck is not None:
            raise self._stuck
        if draw.done():
            draw.result()

    async def _let_go(self, take: "asyncio.Task[None]", cause: Stuck) -> None:
        """Answers what is drawn and hands the rest back, before a process ends that can do no more.

        What is not answered within the grace hands its commands back itself. All of it comes again
        after a while only, or a crash after each start would soon have used its deliveries up.
        """
        self._stopping = True
        take.cancel()
        self._hold_no_longer()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(2 * self._stop_grace_seconds):
                await self._transport.stop_receiving()
                if self._answering:
                    await asyncio.wait(set(self._answering), timeout=self._stop_grace_seconds)
                for task in self._spawned:
                    task.cancel()
                await asyncio.gather(*self._spawned, return_exceptions=True)
                for job in list(self._jobs.values()):
                    await self._drop(job, cause)


class Announcement:
    """The report that work began, given up when the work is over before it is news."""

    def __init__(self, report: Callable[[], Coroutine[Any, Any, None]], seconds: float) -> None:
        self._report = report
        self._reporting: asyncio.Task[None] | None = None
        self._due = asyncio.get_running_loop().call_later(seconds, self._begin)

    async def over(self) -> None:
        """Returns once nothing is reported any more. Raises what the report raised."""
        self._due.cancel()
        if self._reporting is not None:
            if not self._reporting.done():
                await asyncio.wait({self._reporting})
            self._reporting.result()

    def _begin(self) -> None:
        self._reporting = asyncio.ensure_future(self._report())


def _progress(job: Job) -> Progress:
    return Progress(work_id=job.work_id, attempt=job.command.attempt, fraction=job.fraction)
