"""What becomes of a job: its files checked and stored, its result reported, its command answered.

The order is fixed: bytes in quarantine, result stored on the bus, command acknowledged. Whatever
breaks in between hands the command back, so the work is done again rather than lost.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar
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
from inference.engine import EngineFailed, RenderCanceled, Rendered, RenderRequest
from inference.job import Job, RenderTimedOut, Transport
from inference.output_checks import OutputCheck, Verdict, likeness_of

STORE_TRIES_MAX = 5
STORE_RETRY_SECONDS = 0.5
ANSWERED_REMEMBERED_MAX = 2048
BROKEN_DELAY_SECONDS = 5.0
IDENTITY_MEDIA_TYPE = "application/octet-stream"
POSTER_MEDIA_TYPE = "image/png"

Stored = TypeVar("Stored")

_log = structlog.get_logger(__name__)


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


async def patiently(work: Callable[[], Stored]) -> Stored:
    """What `work` answers on another thread. Raises StoreUnavailable at last."""
    for attempt in range(1, STORE_TRIES_MAX):
        try:
            return await asyncio.to_thread(work)
        except StoreUnavailable:
            await asyncio.sleep(STORE_RETRY_SECONDS * attempt)
    return await asyncio.to_thread(work)


class Answers:
    """Answers jobs. `forget` is called with a job as soon as its fate is decided."""

    def __init__(
        self,
        *,
        transport: Transport,
        object_store: ObjectStore,
        checks: Sequence[OutputCheck],
        forget: Callable[[Job], None],
    ) -> None:
        self._transport = transport
        self._store = object_store
        self._checks = checks
        self._forget = forget
        self._answered = Remembered(ANSWERED_REMEMBERED_MAX)

    def answered(self, command: Command) -> bool:
        """Whether this very attempt was answered, so that a redelivery needs no work."""
        return _attempt(command) in self._answered

    async def start(self, job: Job) -> None:
        """Reports that work began. Raises ReportLost."""
        command = job.command
        result = WorkStarted(work_id=job.work_id, attempt=command.attempt, token=command.token)
        await self._transport.report(result, message_id=job.message_id("started"))

    async def complete(self, job: Job, rendered: Rendered, *, engine_seconds: float) -> None:
        """Checks the files, stores and reports them, or reports why not. Raises ReportLost."""
        assert job.request is not None
        check_and_put = partial(self._check_and_put, job.work_id, job.request, rendered)
        try:
            stored = await patiently(check_and_put)
        except StoreUnavailable as error:
            await self.hand_back(job, error)
            return
        except (EngineFailed, ObjectKeyInvalid) as error:
            await self.fail(job, error)
            return
        if isinstance(stored, Verdict):
            await self._block(job, stored)
            return
        seen, output_key, poster_key = stored
        result = WorkCompleted(
            work_id=job.work_id,
            attempt=job.command.attempt,
            token=job.command.token,
            output_key=output_key,
            poster_key=poster_key,
            media_type=rendered.media_type,
            width=rendered.width,
            height=rendered.height,
            identity_score=rendered.identity_score,
            engine_seconds=engine_seconds,
            likeness=seen,
        )
        await self._report(job, result, "completed")

    async def identity(self, job: Job, identity: bytes | None, encoder: str) -> None:
        """Stores an identity and reports it, or that there is none. Raises ReportLost."""
        try:
            key = None
            if identity is not None:
                put = partial(self._store.put_quarantine, job.work_id, identity)
                key = await patiently(partial(put, media_type=IDENTITY_MEDIA_TYPE))
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
        await self._report(job, result, "identity")

    async def fail(self, job: Job, error: BaseException) -> None:
        """Reports a failure; one that no engine announces is logged whole. Raises ReportLost."""
        timeout = isinstance(error, RenderTimedOut)
        known = isinstance(error, EngineFailed | RenderCanceled)
        detail: dict[str, Any] = {} if known else {"exc_info": error}
        _log.warning(
            "work failed", work=str(job.work_id), timeout=timeout, error=repr(error), **detail
        )
        result = WorkFailed(
            work_id=job.work_id,
            attempt=job.command.attempt,
            token=job.command.token,
            timeout=timeout,
        )
        await self._report(job, result, "failed")

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

    async def _block(self, job: Job, verdict: Verdict) -> None:
        _log.info("output blocked", work=str(job.work_id), category=verdict.category)
        result = WorkBlocked(
            work_id=job.work_id,
            attempt=job.command.attempt,
            token=job.command.token,
            category=verdict.category,
            policy_version=verdict.policy_version,
        )
        await self._report(job, result, "blocked")

    async def _report(self, job: Job, result: Result, kind: str) -> None:
        """Says it again for a newer attempt that came meanwhile: it is acknowledged as well, and a
        failure of the one before it would count for nothing.
        """
        job.mark("stored")
        told = None
        while told is not job.command:
            told = job.command
            result = msgspec.structs.replace(result, attempt=told.attempt, token=told.token)
            await self._transport.report(result, message_id=job.message_id(kind))
        job.mark("reported")
        self._answered.add(_attempt(job.command))
        self._forget(job)
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

    def _check_and_put(
        self, owner: UUID, request: RenderRequest, rendered: Rendered
    ) -> Verdict | tuple[bytes, str, str | None]:
        """The likeness and the keys of what was stored. What is not to be accepted is not stored.

        Both in one go, because it is for another thread.
        """
        checked = self._check(request, rendered)
        if isinstance(checked, Verdict):
            return checked
        put = partial(self._store.put_quarantine, owner)
        output_key = put(rendered.data, media_type=rendered.media_type)
        if rendered.poster is None:
            return checked, output_key, None
        return checked, output_key, put(rendered.poster, media_type=POSTER_MEDIA_TYPE)

    def _check(self, request: RenderRequest, rendered: Rendered) -> Verdict | bytes:
        """The first verdict of the checks, or the likeness of a file that passed them all.

        Raises EngineFailed for a file that was not asked for.

        A clip's size is the engine's to choose; an image has the size that was asked for.
        """
        size = (rendered.width, rendered.height)
        if request.kind == "image" and size != (request.width, request.height):
            raise EngineFailed(f"{size} instead of {(request.width, request.height)}")
        verdicts = (check(rendered) for check in self._checks)
        blocked = next((verdict for verdict in verdicts if verdict is not None), None)
        return likeness_of(rendered) if blocked is None else blocked


def _attempt(command: Command) -> tuple[UUID, int, str]:
    return command.work_id, command.attempt, command.token
