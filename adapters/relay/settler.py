"""The settler: takes results from the bus; the stream of the work decides what they are worth.

A result counts only for an attempt that was released with its token. A success of any such attempt
is accepted while the work is open, unless it looks like a picture that was taken down; a failure or
a block by a consumer counts only for the newest attempt. The decision is durable before the result
is acknowledged, and accepted bytes become public only after it. Late and repeated results change
nothing, and their bytes are thrown away.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import msgspec
import psycopg
import structlog
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from adapters.answered import answered
from adapters.jetstream.bus import Bus
from adapters.jetstream.puller import Delivery, Puller
from adapters.jetstream.topology import SETTLER
from adapters.relay.endings import end
from adapters.relay.statements import statement
from adapters.relay.together import Together
from adapters.telemetry import metrics, tracing
from domain.character import Character, IdentityFailed, IdentityStored
from domain.errors import NotFound, TemporarilyUnavailable
from domain.generation import (
    FailureReason,
    Generation,
    GenerationBlocked,
    GenerationCompleted,
    GenerationFailed,
)
from domain.handlers import complete_generation, start_generation, store_identity
from domain.ids import CharacterId, GenerationId
from domain.ledger import Account
from domain.messages import (
    IdentityComputed,
    Result,
    WorkBlocked,
    WorkCompleted,
    WorkFailed,
    WorkStarted,
)
from domain.objects import ObjectKeyInvalid, ObjectMissing, ObjectStore, StoreUnavailable, parse_key
from domain.ports import Command, Ledger
from inference.likeness import ALIKE_BITS_MAX, bit_text

RESULTS_TOGETHER_MAX = 64
UNAVAILABLE_DELAY_SECONDS = 1.0
REMOVED_PICTURE = "removed_picture"
"""Category of an output that looks like one that was taken down."""

LIKENESS_VERSION = "likeness-1"
BROKEN_DELAY_SECONDS = 30.0
"""A result that breaks the settler comes back this much later, and does not block the others."""

Pool = AsyncConnectionPool[AsyncConnection[Any]]

_log = structlog.get_logger(__name__)


class Attempt(msgspec.Struct, frozen=True):
    """A released attempt. `account_id` and `kind` are None once the work has ended.

    `removed`: what it drew looks like a picture that was taken down.
    """

    work_id: UUID
    attempt: int
    newest: int
    account_id: UUID | None
    kind: str | None
    removed: bool


class OpenAttempt(msgspec.Struct, frozen=True, kw_only=True):
    """A released attempt of open work."""

    work_id: UUID
    attempt: int
    account_id: UUID
    kind: str


class Settler:
    """Settles several results at once; those of one piece of work meet in its stream."""

    def __init__(
        self,
        *,
        bus: Bus,
        ledger: Ledger,
        object_store: ObjectStore,
        pool: Pool,
        together_max: int = RESULTS_TOGETHER_MAX,
    ) -> None:
        self._bus = bus
        self._ledger = ledger
        self._store = object_store
        self._pool = pool
        self._together_max = together_max
        self._attempts = Together(self._look_up)
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Settles until `stop` is set, then finishes what it has begun.

        Raises what ended the taking of results before: the process is then started again.
        """
        puller: Puller[Result] = Puller(
            self._bus,
            stream=self._bus.topology.results_stream,
            consumer=SETTLER,
            kind=Result,
            room=self._together_max,
        )
        async with puller:
            taking = asyncio.create_task(self._take(puller))
            stopping = asyncio.create_task(stop.wait())
            try:
                waits: set[asyncio.Task[Any]] = {taking, stopping}
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            finally:
                taking.cancel()
                stopping.cancel()
                await asyncio.gather(taking, stopping, return_exceptions=True)
                await puller.stop()
                await asyncio.gather(*self._tasks, return_exceptions=True)
        if not taking.cancelled() and (error := taking.exception()) is not None:
            _log.error("the settler takes no more results", error=repr(error))
            raise error

    async def _take(self, puller: Puller[Result]) -> None:
        while True:
            delivery = await puller.receive()
            task = asyncio.create_task(self._handle(delivery))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _handle(self, delivery: Delivery[Result]) -> None:
        """The outermost loop's body for one result: acknowledged or handed back, whatever comes."""
        result = delivery.message
        try:
            kind = type(result).__name__
            with tracing.span("settle", "consumer", parent=delivery.trace, result=kind):
                await self.settle(result)
            metrics.count("xavira_settled_total", kind)
        except (TemporarilyUnavailable, StoreUnavailable, psycopg.OperationalError) as error:
            _log.warning("result has to wait", work=str(result.work_id), error=repr(error))
            await delivery.nak(delay_seconds=UNAVAILABLE_DELAY_SECONDS)
        except Exception:  # noqa: BLE001 - the outermost loop, see above
            _log.exception("result cannot be settled", work=str(result.work_id))
            await delivery.nak(delay_seconds=BROKEN_DELAY_SECONDS)
        else:
            await delivery.ack()

    async def settle(self, result: Result) -> None:
        """Brings one result into the log, durably; again and again with the same outcome.

        Raises TemporarilyUnavailable, StoreUnavailable, psycopg.OperationalError: try again.
        """
        attempt = await self._attempts.answer(result)
        if attempt is None:
            _log.error("result of an unknown attempt refused", work=str(result.work_id))
            return
        match result:
            case WorkStarted():
                await self._start(attempt)
            case WorkCompleted() if attempt.removed:
                await self._block(attempt, result)
            case WorkCompleted():
                await self._complete(result)
            case WorkFailed():
                reason: FailureReason = "timeout" if result.timeout else "engine_failed"
                event = GenerationFailed(attempt=result.attempt, reason=reason)
                await self._end_newest(attempt, event)
            case WorkBlocked():
                blocked = GenerationBlocked(
                    attempt=result.attempt,
                    category=result.category,
                    policy_version=result.policy_version,
                )
                await self._end_newest(attempt, blocked)
            case IdentityComputed():
                await self._store_identity(result)

    async def _look_up(self, results: Sequence[Result]) -> list[Attempt | None]:
        """What is known of the attempt of each result; None for one that was never released."""
        columns = {
            "work_ids": [result.work_id for result in results],
            "attempts": [result.attempt for result in results],
            "tokens": [result.token for result in results],
            "likenesses": [_bits(result) for result in results],
            "alike_bits_max": ALIKE_BITS_MAX,
        }
        async with self._pool.connection() as connection:
            cursor = await connection.execute(statement("attempts"), columns)
            known = {row[0]: row[1:] for row in await cursor.fetchall()}
        return [
            Attempt(result.work_id, result.attempt, *known[place]) if place in known else None
            for place, result in enumerate(results, 1)
        ]

    async def _start(self, attempt: Attempt) -> None:
        """Notes a start. Late news is no news: the row is gone, or a newer attempt is out."""
        if attempt.kind is None:
            return
        parameters = {"work_id": attempt.work_id, "attempt": attempt.attempt}
        async with self._pool.connection() as connection:
            await connection.execute(statement("note_started"), parameters)
        if attempt.kind != "identity" and attempt.attempt == attempt.newest:
            await self._append(start_generation(GenerationId(attempt.work_id), attempt.attempt))

    async def _complete(self, result: WorkCompleted) -> None:
        event = GenerationCompleted(
            attempt=result.attempt,
            output_key=result.output_key,
            poster_key=result.poster_key,
            media_type=result.media_type,
            width=result.width,
            height=result.height,
            identity_score=result.identity_score,
            engine_seconds=result.engine_seconds,
        )
        keys = [key for key in (result.output_key, result.poster_key) if key is not None]
        if not all(_belongs(key, result.work_id) for key in keys):
            _log.error("result names foreign objects; refused", work=str(result.work_id))
            return
        won = await self._append(complete_generation(GenerationId(result.work_id), event))
        accepted = set(keys) if won else await self._accepted(result.work_id)
        await self._sort_out(keys, accepted)

    async def _block(self, attempt: Attempt, result: WorkCompleted) -> None:
        """A removed picture stays removed, whoever draws it: blocked, refunded, thrown away."""
        event = GenerationBlocked(
            attempt=result.attempt, category=REMOVED_PICTURE, policy_version=LIKENESS_VERSION
        )
        await self._end_open(attempt, event)
        keys = [key for key in (result.output_key, result.poster_key) if key is not None]
        await self._sort_out(keys, await self._accepted(result.work_id))

    async def _store_identity(self, result: IdentityComputed) -> None:
        key = result.object_key
        if key is None:
            await self._append(store_identity(CharacterId(result.work_id), IdentityFailed()))
            return
        if not _belongs(key, result.work_id):
            _log.error("result names foreign objects; refused", work=str(result.work_id))
            return
        event = IdentityStored(object_key=key, encoder=result.encoder)
        await self._append(store_identity(CharacterId(result.work_id), event))
        await self._sort_out([key], await self._accepted(result.work_id))

    async def _end_newest(
        self, attempt: Attempt, event: GenerationFailed | GenerationBlocked
    ) -> None:
        """A failure of an old attempt says nothing: a newer one is out and may succeed."""
        if attempt.attempt != attempt.newest:
            _log.info("stale failure ignored", work=str(attempt.work_id), attempt=attempt.attempt)
            return
        await self._end_open(attempt, event)

    async def _end_open(
        self, attempt: Attempt, event: GenerationFailed | GenerationBlocked
    ) -> None:
        if attempt.account_id is None or attempt.kind is None:
            _log.info("late ending ignored", work=str(attempt.work_id), attempt=attempt.attempt)
            return
        work = OpenAttempt(
            work_id=attempt.work_id,
            attempt=attempt.attempt,
            account_id=attempt.account_id,
            kind=attempt.kind,
        )
        await end(self._ledger, work, event)

    async def _append(self, command: Command) -> bool:
        """True when the events were recorded now; False when they came too late."""
        try:
            appended = await answered(self._ledger.append(command))
        except NotFound:
            return False
        return bool(appended.answer)

    async def _accepted(self, work_id: UUID) -> set[str]:
        return (await look_up(self._ledger, work_id)).accepted

    async def _sort_out(self, keys: list[str], accepted: set[str]) -> None:
        """Publishes what was accepted, throws the rest away; both harmless to repeat."""
        for key in keys:
            move: Callable[[str], None] = (
                self._store.publish if key in accepted else self._store.discard
            )
            try:
                await asyncio.to_thread(move, key)
            except ObjectMissing:
                _log.error("an accepted object is nowhere", key=key)


class Accepting(msgspec.Struct, frozen=True):
    """Which objects of some work may be seen, and whether another result may still be accepted."""

    accepted: set[str]
    open: bool


async def look_up(ledger: Ledger, work_id: UUID) -> Accepting:
    """Asks the stream of the work, and for a face whether its account was erased meanwhile.

    Raises TemporarilyUnavailable.
    """
    state = (await answered(ledger.load([work_id])))[work_id].state
    if isinstance(state, Character):
        account_id = state.created.account_id
        account = (await answered(ledger.load([account_id])))[account_id].state
        if isinstance(account, Account) and account.erased:
            return Accepting(set(), open=False)
    return Accepting(_accepted_keys(state), open=_is_open(state))


def _accepted_keys(state: object) -> set[str]:
    """Keys of objects that the stream has accepted and that may be seen."""
    match state:
        case Generation(
            ending=GenerationCompleted() as ending, output_deleted=False, taken_down=False
        ):
            return {key for key in (ending.output_key, ending.poster_key) if key is not None}
        case Character(identity=IdentityStored() as identity):
            return {identity.object_key}
        case _:
            return set()


def _is_open(state: object) -> bool:
    """Whether a result may still be accepted for this stream."""
    match state:
        case Generation():
            return state.open
        case Character():
            return state.status == "preparing"
        case _:
            return False


def _bits(result: Result) -> str | None:
    """The likeness as PostgreSQL spells it."""
    seen = result.likeness if isinstance(result, WorkCompleted) else None
    return None if seen is None else bit_text(seen)


def _belongs(key: str, owner: UUID) -> bool:
    try:
        return parse_key(key).owner == owner
    except ObjectKeyInvalid:
        return False
