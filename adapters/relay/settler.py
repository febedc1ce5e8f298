"""The settler: takes results from the bus; the stream of the work decides what they are worth.

A result counts only for an attempt that was released with its token. A success of any such attempt
is accepted while the work is open, unless it looks like a picture that was taken down; a failure or
a block by a consumer counts only for the newest attempt. The decision is durable before the result
is acknowledged, and accepted bytes become public only after it. Late and repeated results change
nothing, and their bytes are thrown away. A store on another machine may take a minute to move a
file: meanwhile other results are taken, so that no refund waits for it.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterator, Sequence
from itertools import repeat
from typing import Any, TypeGuard
from uuid import UUID

import msgspec
import psycopg
import structlog

from adapters.answered import answered
from adapters.cancelling import cancel_until_ended
from adapters.jetstream.bus import Bus
from adapters.jetstream.puller import Delivery, Puller
from adapters.jetstream.topology import SETTLER
from adapters.postgres.away import pause_after
from adapters.postgres.questions import AskedPool
from adapters.relay.at_hand import AtHand
from adapters.relay.endings import end
from adapters.relay.output_files import Files, OutputFiles
from adapters.relay.statements import statement
from adapters.relay.store_calls import StoreCalls
from adapters.telemetry import metrics, tracing
from adapters.together import all_ended, stuck_of
from domain.characters.character import IdentityFailed, IdentityStored
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
from domain.messages import (
    IdentityComputed,
    Report,
    Result,
    Results,
    WorkBlocked,
    WorkCompleted,
    WorkFailed,
    WorkStarted,
)
from domain.objects import ObjectKeyInvalid, StoreUnavailable, parse_key
from domain.ports import Appended, Command, Ledger
from inference.likeness import ALIKE_BITS_MAX, bit_text
from inference.stuck import StoreStuck

RESULTS_TOGETHER_MAX = 64
MOVING_MAX = 512
"""Deliveries that take no room while their files are moved; half of what the bus hands out."""

UNAVAILABLE_DELAY_SECONDS = 1.0
REMOVED_PICTURE = "removed_picture"
"""Category of an output that looks like one that was taken down."""

LIKENESS_VERSION = "likeness-1"
BROKEN_DELAY_SECONDS = 30.0
"""A result that breaks the settler comes back this much later, and does not block the others."""

Append = Callable[[Command], Awaitable[Appended]]

Decision = Files | Exception | None
"""Of a result: which of its files to move, or why it has to come again."""

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
    """Settles several results at once; those of one piece of work meet in its stream.

    `append` records from the loop, as `LoopAppends` does.
    """

    def __init__(
        self,
        *,
        bus: Bus,
        ledger: Ledger,
        append: Append,
        calls: StoreCalls,
        pool: AskedPool,
        at_hand: AtHand,
        together_max: int = RESULTS_TOGETHER_MAX,
    ) -> None:
        self._bus = bus
        self._ledger = ledger
        self._append = append
        self._files = OutputFiles(ledger, calls)
        self._far = calls.store.far
        self._moving = 0
        self._pool = pool
        self._at_hand = at_hand
        self._together_max = together_max
        self._tasks: set[asyncio.Task[None]] = set()
        self._stuck = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Settles until `stop` is set, then finishes what it has begun.

        Raises what ended the taking of results before: the process is then started again. Raises
        StoreStuck, and finishes nothing more.
        """
        puller: Puller[Report] = Puller(
            self._bus,
            stream=self._bus.topology.results_stream,
            consumer=SETTLER,
            kind=Report,
            room=self._together_max,
        )
        async with puller:
            taking = asyncio.create_task(self._take(puller))
            stopping = asyncio.create_task(stop.wait())
            hanging = asyncio.create_task(self._stuck.wait())
            try:
                waits: set[asyncio.Task[Any]] = {taking, stopping, hanging}
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            finally:
                await cancel_until_ended(taking, stopping, hanging)
                await puller.stop()
                await all_ended(self._tasks)
        if not taking.cancelled() and (error := taking.exception()) is not None:
            _log.error("the settler takes no more results", error=repr(error))
            raise error

    async def _take(self, puller: Puller[Report]) -> None:
        while True:
            deliveries = await puller.receive_all(self._together_max)
            task = asyncio.create_task(self._handle(puller, deliveries))
            self._tasks.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        """One that is stuck is kept, for `run` to raise what it is stuck in."""
        if stuck_of(task) is None:
            self._tasks.discard(task)
        else:
            self._stuck.set()

    async def _handle(self, puller: Puller[Report], deliveries: Sequence[Delivery[Report]]) -> None:
        """The outermost loop's body for what came together: each is acknowledged or handed back,
        whatever comes. Raises StoreStuck.
        """
        try:
            await self._settle_deliveries(puller, deliveries)
        except StoreStuck:
            raise
        except Exception:  # noqa: BLE001 - a task that nobody waits for
            _log.exception("results cannot be settled", messages=len(deliveries))
            for delivery in deliveries:
                await delivery.nak(delay_seconds=BROKEN_DELAY_SECONDS)

    async def _settle_deliveries(
        self, puller: Puller[Report], deliveries: Sequence[Delivery[Report]]
    ) -> None:
        came = [(delivery, result) for delivery in deliveries for result in _results(delivery)]
        spans = [
            tracing.begin("settle", "consumer", parent=delivery.trace, result=type(result).__name__)
            for delivery, result in came
        ]
        decisions = await self._decide_all([result for _, result in came])
        with self._making_room(puller, deliveries):
            outcomes = await self._move_all(decisions)
        delays: dict[Delivery[Report], float] = {}
        for (delivery, result), span, error in zip(came, spans, outcomes, strict=True):
            tracing.end(span, error)
            if error is None:
                metrics.count("xavira_settled_total", type(result).__name__)
            else:
                delays[delivery] = max(delays.get(delivery, 0.0), _delay(result, error))
        for delivery in deliveries:
            if delivery in delays:
                await delivery.nak(delay_seconds=delays[delivery])
            else:
                await delivery.ack()

    async def settle(self, result: Result) -> None:
        """Brings one result into the log, durably; again and again with the same outcome.

        Raises TemporarilyUnavailable, StoreUnavailable, psycopg.OperationalError: try again.
        """
        [error] = await self.settle_all([result])
        if error is not None:
            raise error

    async def settle_all(self, results: Sequence[Result]) -> list[Exception | None]:
        """Settles results, each by itself; what `settle` would raise of each is in its place.
        Raises StoreStuck, of all.

        What breaks while all of them wait for it is said of all: none is lost, some are repeated.
        """
        return await self._move_all(await self._decide_all(results))

    async def _decide_all(self, results: Sequence[Result]) -> list[Decision]:
        """Durable when it returns."""
        try:
            return await self._decide(results)
        except Exception as error:  # noqa: BLE001 - the caller judges it
            return [error for _ in results]

    async def _move_all(self, decisions: Sequence[Decision]) -> list[Exception | None]:
        """Moves files as was decided; in the place of each decision, why it has to come again."""
        files = [each for each in decisions if isinstance(each, Files)]
        try:
            moved = iter(await self._files.sort_out(files))
        except StoreStuck:
            raise
        except Exception as error:  # noqa: BLE001 - the caller judges it
            moved = repeat(error)
        return [next(moved) if isinstance(each, Files) else each for each in decisions]

    @contextlib.contextmanager
    def _making_room(
        self, puller: Puller[Report], deliveries: Sequence[Delivery[Report]]
    ) -> Iterator[None]:
        """Lets other results come meanwhile, where files are long on their way."""
        if not self._far or self._moving + len(deliveries) > MOVING_MAX:
            yield
            return
        self._moving += len(deliveries)
        for delivery in deliveries:
            puller.free(delivery)
        try:
            yield
        finally:
            self._moving -= len(deliveries)

    async def _decide(self, results: Sequence[Result]) -> list[Decision]:
        """Pictures, which nearly all results are, are accepted together."""
        decisions: list[Decision] = [None for _ in results]
        pictures: dict[int, WorkCompleted] = {}
        others: dict[int, tuple[Attempt, Result]] = {}
        unsure: dict[int, Result] = {}
        for place, result in enumerate(results):
            if self._vouched_for(result):
                pictures[place] = result
            else:
                unsure[place] = result
        attempts = await self._look_up(list(unsure.values())) if unsure else []
        for (place, result), attempt in zip(unsure.items(), attempts, strict=True):
            if attempt is None:
                _log.error("result of an unknown attempt refused", work=str(result.work_id))
            elif not _own_objects(result):
                _log.error("result names foreign objects; refused", work=str(result.work_id))
            elif isinstance(result, WorkCompleted) and not (
                attempt.removed or await self._is_of_removed(result)
            ):
                pictures[place] = result
            else:
                others[place] = (attempt, result)
        completed = await self._complete(list(pictures.values())) if pictures else []
        settling = (self._settle(attempt, result) for attempt, result in others.values())
        settled = await asyncio.gather(*settling, return_exceptions=True)
        for place, decision in zip([*pictures, *others], [*completed, *settled], strict=True):
            assert not isinstance(decision, BaseException) or isinstance(decision, Exception)
            decisions[place] = decision
        return decisions

    async def _is_of_removed(self, result: WorkCompleted) -> bool:
        """Whether it is a video whose picture was taken down while it was made.

        Raises TemporarilyUnavailable.
        """
        if not _is_video(result):
            return False
        made = (await answered(self._ledger.load([result.work_id])))[result.work_id].state
        source_id = made.requested.source_generation_id if isinstance(made, Generation) else None
        if source_id is None:
            return False
        source = (await answered(self._ledger.load([source_id])))[source_id].state
        return isinstance(source, Generation) and source.taken_down

    def _vouched_for(self, result: Result) -> TypeGuard[WorkCompleted]:
        """Whether it is a picture that may be accepted without looking anything up."""
        return (
            isinstance(result, WorkCompleted)
            and not _is_video(result)
            and self._at_hand.vouches_for(result)
            and _own_objects(result)
        )

    async def _settle(self, attempt: Attempt, result: Result) -> Files | None:
        match result:
            case WorkStarted():
                await self._start(attempt)
            case WorkCompleted():
                return await self._block(attempt, result)
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
                return await self._store_identity(result)
        return None

    async def _look_up(self, results: Sequence[Result]) -> list[Attempt | None]:
        """What is known of the attempt of each result; None for one that was never released."""
        columns = {
            "work_ids": [result.work_id for result in results],
            "attempts": [result.attempt for result in results],
            "tokens": [result.token for result in results],
            "likenesses": [_bits(result) for result in results],
            "alike_bits_max": ALIKE_BITS_MAX,
        }
        rows = await self._pool.ask(statement("attempts"), columns, tuple)
        known = {row[0]: row[1:] for row in rows}
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
            await self._record(start_generation(GenerationId(attempt.work_id), attempt.attempt))

    async def _complete(self, results: Sequence[WorkCompleted]) -> list[Decision]:
        """Accepts pictures in one append."""
        answers = await asyncio.gather(
            *(self._append(_completion(result)) for result in results), return_exceptions=True
        )
        outcomes = [_failure(answer) for answer in answers]
        won = [isinstance(answer, Appended) and bool(answer.answer) for answer in answers]
        late = [result.work_id for result, mine in zip(results, won, strict=True) if not mine]
        accepted = await self._files.accepted(late)
        return [
            Files(keys_of(result), keys_of(result) if mine else accepted[result.work_id])
            if outcome is None
            else outcome
            for result, mine, outcome in zip(results, won, outcomes, strict=True)
        ]

    async def _block(self, attempt: Attempt, result: WorkCompleted) -> Files:
        """A removed picture stays removed, whoever draws it: blocked, refunded, thrown away."""
        event = GenerationBlocked(
            attempt=result.attempt, category=REMOVED_PICTURE, policy_version=LIKENESS_VERSION
        )
        await self._end_open(attempt, event)
        return await self._files_of(result.work_id, keys_of(result))

    async def _store_identity(self, result: IdentityComputed) -> Files | None:
        key = result.object_key
        if key is None:
            await self._record(store_identity(CharacterId(result.work_id), IdentityFailed()))
            return None
        event = IdentityStored(object_key=key, encoder=result.encoder)
        await self._record(store_identity(CharacterId(result.work_id), event))
        return await self._files_of(result.work_id, [key])

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

    async def _record(self, command: Command) -> None:
        """What comes too late changes nothing."""
        with contextlib.suppress(NotFound):
            await self._append(command)

    async def _files_of(self, work_id: UUID, keys: Sequence[str]) -> Files:
        """Raises TemporarilyUnavailable."""
        accepted = await self._files.accepted([work_id])
        return Files(keys, accepted[work_id])


def _is_video(result: WorkCompleted) -> bool:
    return result.media_type.startswith("video/")


def keys_of(result: Result) -> list[str]:
    """Keys of the objects that a result names."""
    match result:
        case WorkCompleted():
            named = [result.output_key, result.poster_key]
        case IdentityComputed():
            named = [result.object_key]
        case _:
            named = []
    return [key for key in named if key is not None]


def _results(delivery: Delivery[Report]) -> list[Result]:
    """What can be read of a message. The rest goes with it, as a message of which nothing can be
    read does, and its work is released again when it has been silent for long.
    """
    report = delivery.message
    if not isinstance(report, Results):
        return [report]
    results: list[Result] = []
    for result in report.opened():
        if isinstance(result, msgspec.DecodeError):
            _log.error("undecodable result removed", subject=delivery.subject, error=str(result))
        else:
            results.append(result)
    return results


def _delay(result: Result, error: Exception) -> float:
    """How much later a result comes again."""
    if isinstance(error, TemporarilyUnavailable | StoreUnavailable | psycopg.OperationalError):
        _log.warning("result has to wait", work=str(result.work_id), error=repr(error))
        return pause_after(error, UNAVAILABLE_DELAY_SECONDS)
    _log.error("result cannot be settled", work=str(result.work_id), exc_info=error)
    return BROKEN_DELAY_SECONDS


def _completion(result: WorkCompleted) -> Command:
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
    return complete_generation(GenerationId(result.work_id), event)


def _failure(answer: Appended | BaseException) -> Exception | None:
    """Work that is not in the log is no reason to try again."""
    if isinstance(answer, Appended | NotFound):
        return None
    assert isinstance(answer, Exception), answer
    return answer


def _bits(result: Result) -> str | None:
    """The likeness as PostgreSQL spells it."""
    seen = result.likeness if isinstance(result, WorkCompleted) else None
    return None if seen is None else bit_text(seen)


def _own_objects(result: Result) -> bool:
    """Whether the objects are the work's own, and the output of the kind that the result says."""
    try:
        keys = [parse_key(key) for key in keys_of(result)]
    except ObjectKeyInvalid:
        return False
    if isinstance(result, WorkCompleted) and keys[0].media_type != result.media_type:
        return False
    return all(key.owner == result.work_id for key in keys)
