"""What becomes of a job: its files checked, marked and stored, its result reported, its command
answered.

The order is fixed: bytes in quarantine, result stored on the bus, command acknowledged. Whatever
breaks in between hands the command back, so the work is done again rather than lost.
"""

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

import msgspec
import structlog

from domain.messages import (
    Command,
    IdentityComputed,
    Result,
    WorkBlocked,
    WorkCompleted,
    WorkFailed,
    WorkStarted,
)
from domain.objects import ObjectKeyInvalid, ObjectStore, StoreUnavailable
from inference.engine import EngineFailed, RenderCanceled
from inference.job import Job, RenderTimedOut, Transport
from inference.one_thread import OneThread
from inference.output_checks import OutputCheck, Verdict
from inference.outputs import Drawn, Kept, Outputs
from inference.provenance.marking import Marks
from inference.stuck import StoreStuck, answer_of_store
from inference.together import Together

STORE_TRIES_MAX = 5
STORE_RETRY_SECONDS = 0.5
ANSWERED_REMEMBERED_MAX = 2048
BROKEN_DELAY_SECONDS = 5.0
NOTE_SECONDS_MAX = 5.0
"""So long a note is tried to be taken back; it counts against its work where it stays."""

IDENTITY_MEDIA_TYPE = "application/octet-stream"

Stored = TypeVar("Stored")

_log = structlog.get_logger(__name__)


class Fate(NamedTuple):
    """What is reported of a job; `kind` names the result within its attempt."""

    job: Job
    kind: str
    result: Result


class Remembered:
    """The newest few of something, oldest forgotten first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[object, None] = OrderedDict()

    def add(self, key: object) -> None:
        self._kept[key] = None
        if len(self._kept) > self._limit:
            self._kept.popitem(last=False)

    def __contains__(self, key: object) -> bool:
        return key in self._kept


async def patiently(work: Callable[[], Stored], *, seconds: float) -> Stored:
    """What `work` answers on another thread. Raises StoreUnavailable at last, StoreStuck when it
    does not return in time.
    """
    for attempt in range(1, STORE_TRIES_MAX):
        try:
            return await answer_of_store(asyncio.to_thread(work), seconds=seconds)
        except StoreUnavailable:
            await asyncio.sleep(STORE_RETRY_SECONDS * attempt)
    return await answer_of_store(asyncio.to_thread(work), seconds=seconds)


class Answers:
    """Answers jobs. `storing`, which its owner starts and stops, is where files are checked and
    stored; `forget` is called with a job as soon as its fate is decided.
    """

    def __init__(
        self,
        *,
        transport: Transport,
        object_store: ObjectStore,
        storing: OneThread,
        checks: Sequence[OutputCheck],
        marks: Marks,
        forget: Callable[[Job], None],
        store_seconds_max: float,
    ) -> None:
        self._transport = transport
        self._store = object_store
        self._outputs = Outputs(object_store, storing, checks, marks, store_seconds_max)
        self._store_seconds_max = store_seconds_max
        self._completing = Together(self._complete)
        self._forget = forget
        self._answered = Remembered(ANSWERED_REMEMBERED_MAX)

    def answered(self, command: Command) -> bool:
        """Whether this very attempt was answered, so that a redelivery needs no work."""
        return _attempt(command) in self._answered

    async def start(self, job: Job) -> None:
        """Reports that work began. Raises ReportLost."""
        command = job.command
        result = WorkStarted(work_id=job.work_id, attempt=command.attempt, token=command.token)
        await self._transport.report({job.message_id("started"): result})

    async def complete(self, drawn: Sequence[Drawn]) -> None:
        """Checks, stores and reports what was drawn, or reports why not. Raises ReportLost,
        StoreStuck.

        What is finished while the disk is busy is stored and reported together, which costs little
        more than one file does. A store on another machine works on as many at once as come.
        """
        if self._store.far:
            await self._complete(drawn)
        else:
            await self._completing.do(drawn)

    async def _complete(self, drawn: Sequence[Drawn]) -> None:
        for tries in range(1, STORE_TRIES_MAX + 1):
            outcomes = await self._outputs.keep(drawn)
            fates: list[Fate] = []
            again: list[Drawn] = []
            for each, outcome in zip(drawn, outcomes, strict=True):
                job = each.job
                match outcome:
                    case Kept():
                        fates.append(_completed(each, outcome))
                    case Verdict():
                        fates.append(_blocked(job, outcome))
                    case EngineFailed() | ObjectKeyInvalid():
                        fates.append(_failed(job, outcome))
                    case StoreUnavailable() if tries < STORE_TRIES_MAX:
                        again.append(each)
                    case _:
                        await self.hand_back(job, outcome)
            if fates:
                await self._report(fates)
            if not again:
                return
            drawn = again
            await asyncio.sleep(STORE_RETRY_SECONDS * tries)

    async def identity(self, job: Job, identity: bytes | None, encoder: str) -> None:
        """Stores an identity and reports it, or that there is none. Raises ReportLost,
        StoreStuck.
        """
        try:
            key = None
            if identity is not None:
                put = partial(self._store.put_quarantine, job.work_id, identity)
                put = partial(put, media_type=IDENTITY_MEDIA_TYPE)
                key = await patiently(put, seconds=self._store_seconds_max)
        except StoreUnavailable as error:
            await self.hand_back(job, error)
            return
        result = IdentityComputed(
            work_id=job.work_id,
            attempt=job.command.attempt,
            token=job.command.token,
            object_key=key,
            encoder=encoder,
        )
        await self._report([Fate(job, "identity", result)])

    async def fail(self, job: Job, error: BaseException) -> None:
        """Reports a failure. Raises ReportLost."""
        await self._report([_failed(job, error)])

    async def dismiss(self, job: Job) -> None:
        """Nobody wants the work any more: its ending is recorded already."""
        self._forget(job)
        await job.ack()

    async def hand_back(self, job: Job, cause: BaseException | None = None) -> None:
        """Somebody else may do the work, or this consumer later.

        Where something broke it comes again only after a while: a command is delivered a few times,
        and an outage of a second must not use them up.
        """
        if cause is not None:
            _log.warning("work handed back", work=str(job.work_id), error=repr(cause))
        self._forget(job)
        await job.nak(delay_seconds=0.0 if cause is None else BROKEN_DELAY_SECONDS)
        if job.note is not None:
            with contextlib.suppress(StoreUnavailable, StoreStuck):
                taking_back = asyncio.to_thread(self._store.discard, job.note)
                await answer_of_store(taking_back, seconds=NOTE_SECONDS_MAX)

    async def _report(self, fates: Sequence[Fate]) -> None:
        """All at once, and each command is answered after it.

        Said again for a newer attempt that came meanwhile: it is acknowledged as well, and a
        failure of the one before it would count for nothing. One that comes later is new work, so
        all are let go of before the first is answered.
        """
        for job, _, _ in fates:
            job.mark("stored")
        untold = fates
        while untold:
            told = [job.command for job, _, _ in untold]
            results = {job.message_id(kind): _now(job, result) for job, kind, result in untold}
            await self._transport.report(results)
            pairs = zip(untold, told, strict=True)
            untold = [fate for fate, command in pairs if fate.job.command is not command]
        for job, _, _ in fates:
            job.mark("reported")
            self._answered.add(_attempt(job.command))
            self._forget(job)
        for job, kind, _ in fates:
            await job.ack()
            _log.info(
                "work",
                work_id=str(job.work_id),
                attempt=job.command.attempt,
                model_id=job.command.model_id,
                outcome=kind,
                received_at=job.received_at,
                stages=job.stages,
            )


def _attempt(command: Command) -> tuple[UUID, int, str]:
    return command.work_id, command.attempt, command.token


def _now(job: Job, result: Result) -> Result:
    """The result for the newest attempt."""
    command = job.command
    if (result.attempt, result.token) == (command.attempt, command.token):
        return result
    return msgspec.structs.replace(result, attempt=command.attempt, token=command.token)


def _completed(drawn: Drawn, kept: Kept) -> Fate:
    job, rendered = drawn.job, drawn.rendered
    result = WorkCompleted(
        work_id=job.work_id,
        attempt=job.command.attempt,
        token=job.command.token,
        output_key=kept.output_key,
        poster_key=kept.poster_key,
        media_type=rendered.media_type,
        width=rendered.width,
        height=rendered.height,
        identity_score=rendered.identity_score,
        engine_seconds=drawn.engine_seconds,
        likeness=kept.likeness,
    )
    return Fate(job, "completed", result)


def _blocked(job: Job, verdict: Verdict) -> Fate:
    _log.info("output blocked", work=str(job.work_id), category=verdict.category)
    result = WorkBlocked(
        work_id=job.work_id,
        attempt=job.command.attempt,
        token=job.command.token,
        category=verdict.category,
        policy_version=verdict.policy_version,
    )
    return Fate(job, "blocked", result)


def _failed(job: Job, error: BaseException) -> Fate:
    """A failure that no engine announces is logged whole."""
    timeout = isinstance(error, RenderTimedOut)
    known = isinstance(error, EngineFailed | RenderCanceled)
    detail: dict[str, Any] = {} if known else {"exc_info": error}
    _log.warning("work failed", work=str(job.work_id), timeout=timeout, error=repr(error), **detail)
    result = WorkFailed(
        work_id=job.work_id,
        attempt=job.command.attempt,
        token=job.command.token,
        timeout=timeout,
    )
    return Fate(job, "failed", result)
