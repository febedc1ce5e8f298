"""The dispatcher: follows the log, releases work fairly, keeps JetStream's short window filled.

One process leads at a time. The leader's lock lives in the PostgreSQL session that also releases,
so a leader that lost it cannot release any more. Every release is a new attempt with a new token,
committed before it is published; what a crash leaves unpublished is published by the next leader
under the same id. A crash of the database may take a release back that was published: then the
work is released once more, with another token, and what was drawn with the lost one is refused.
The bus may lose everything: then all open work is released again.
"""

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from queue import Empty, SimpleQueue
from typing import Any
from uuid import UUID

import msgspec
import psycopg
import structlog

from adapters.answered import answered, soon
from adapters.following import Follow
from adapters.jetstream.announcements import Live, LiveWorkers, WorkerAnnounced
from adapters.jetstream.bus import Bus, BusUnavailable, StreamIdentity
from adapters.jetstream.publishing import Outgoing
from adapters.postgres.leading import lead_until
from adapters.postgres.locks import DISPATCHER
from adapters.relay import queue
from adapters.relay.at_hand import AtHand
from adapters.relay.commands import Commands, TextsErased
from adapters.relay.endings import give_up
from adapters.relay.queue import Release, Removed, Silent
from adapters.relay.traces import TraceParents
from adapters.telemetry import tracing
from domain.errors import DomainError
from domain.event import Recorded
from domain.generation import GenerationCanceled
from domain.handlers import end_generation
from domain.ids import AccountId, Book, GenerationId
from domain.messages import Cancel, Progress
from domain.ports import Ledger, QuickVault
from domain.reactions import Dequeue, net_changes

WINDOW_PER_SLOT = 2
WINDOW_MIN = 2
SILENCE_SECONDS = 120.0
SILENCES_MAX = 5
"""Work that fell silent this often is failed: it ends whoever draws it."""

OUTAGE_GRACE_SECONDS = 5.0
STREAM_CHECK_SECONDS = 2.0
UPKEEP_SECONDS = 1.0
UNPUBLISHED_PATIENCE_SECONDS = 5.0
PUBLISHED_TOGETHER_MAX = 64
CALL_SECONDS_MAX = 10.0
SEEN_MAX = 10_000

Connect = Callable[[], "psycopg.Connection[Any]"]

_log = structlog.get_logger(__name__)


class Dispatching(msgspec.Struct, frozen=True, kw_only=True):
    """What a dispatcher is told. `pools` maps model ids to pools."""

    book: Book = "live"
    pools: Mapping[str, str] = {}
    pool_default: str = "default"
    silence_seconds: float = SILENCE_SECONDS
    outage_grace_seconds: float = OUTAGE_GRACE_SECONDS


class Dispatcher:
    """One candidate. `follow` and `connect` are used in its thread, everything else in the loop."""

    def __init__(
        self,
        *,
        settings: Dispatching,
        bus: Bus,
        ledger: Ledger,
        vault: QuickVault,
        follow: Follow,
        connect: Connect,
        at_hand: AtHand,
    ) -> None:
        self._settings = settings
        self._bus = bus
        self._ledger = ledger
        self._follow = follow
        self._connect = connect
        self._at_hand = at_hand
        self._commands = Commands(ledger=ledger, vault=vault, book=settings.book)
        self._traces = TraceParents(connect)
        self._workers = LiveWorkers()
        self._pools = sorted({settings.pool_default, *settings.pools.values()})
        self._published: SimpleQueue[tuple[UUID, int, int]] = SimpleQueue()
        self._publishing: set[str] = set()
        self._seen: set[UUID] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._leading_since: float | None = None
        self._check_streams_at = 0.0
        self._upkeep_at = 0.0
        self._live: dict[str, Live] = {}

    @property
    def leading_seconds(self) -> float | None:
        """How long this process has led, or None while it does not."""
        since = self._leading_since
        return None if since is None else time.monotonic() - since

    async def run(self, stop: asyncio.Event) -> None:
        """Leads, or waits to lead, until `stop` is set."""
        self._loop = asyncio.get_running_loop()
        topology = self._bus.topology
        await self._bus.listen(topology.workers_subject(), WorkerAnnounced, self._workers.heard)
        await self._bus.listen(topology.progress_subject(), Progress, self._hear_progress)
        self._bus.on_reconnected(self._check_streams_soon)
        halt = threading.Event()
        with ThreadPoolExecutor(1, thread_name_prefix="dispatcher") as executor:
            leading = self._loop.run_in_executor(executor, self._lead, halt)
            stopping = asyncio.create_task(stop.wait())
            try:
                waits: set[asyncio.Future[Any]] = {leading, stopping}
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            finally:
                halt.set()
                stopping.cancel()
                await asyncio.wait({leading})
                for task in list(self._tasks):
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)
                self._traces.close()
            leading.result()

    # --- leading: in the dispatcher's thread ---------------------------------------------------

    def _lead(self, halt: threading.Event) -> None:
        def work(connection: psycopg.Connection[Any]) -> None:
            try:
                self._lead_on(connection, halt)
            finally:
                self._leading_since = None
                self._at_hand.forget()

        lock = DISPATCHER[self._settings.book]
        lead_until(halt, "dispatcher", lock, self._connect, work)

    def _lead_on(self, connection: psycopg.Connection[Any], halt: threading.Event) -> None:
        caught_up_at = self._ledger.head()
        with connection.transaction():
            position = queue.checkpoint(connection)
            grace = timedelta(seconds=self._settings.outage_grace_seconds)
            queue.take_over(connection, grace=grace)
            pool_default = self._settings.pool_default
            queue.adopt(connection, pools=self._pools, pool_default=pool_default)
        self._at_hand.look(connection)
        self._leading_since = time.monotonic()
        _log.info("dispatcher leads", position=position, behind=caught_up_at - position)
        if not self._release_lost(connection):
            self._publish(queue.unpublished(connection, every=True, patience=timedelta(0)))
        for batch in self._follow(position, halt):
            position = batch[-1].position if batch else position
            self._step(connection, batch, releasing=position >= caught_up_at)

    def _step(
        self, connection: psycopg.Connection[Any], batch: Sequence[Recorded], *, releasing: bool
    ) -> None:
        """One batch of the log (or an idle moment): queue it, release what fits, publish."""
        changes = net_changes(batch)
        for recorded in batch:
            self._commands.note(recorded)
        removed, released = queue.step(
            connection,
            changes,
            position=batch[-1].position if batch else None,
            pools=self._settings.pools,
            pool_default=self._settings.pool_default,
            windows=self._windows() if releasing else {},
        )
        self._publish(released)
        won = {c.work_id: c.attempt for c in changes if isinstance(c, Dequeue)}
        self._cancel([row for row in removed if _still_worked_on(row, won.get(row.work_id))])
        self._keep_up(connection)

    def _windows(self) -> dict[str, int]:
        """How much may be in flight in each pool."""
        slots = {pool: self._workers.slots(pool) for pool in self._pools}
        return {pool: max(WINDOW_MIN, WINDOW_PER_SLOT * count) for pool, count in slots.items()}

    def _keep_up(self, connection: psycopg.Connection[Any]) -> None:
        """What is due by the clock."""
        now = time.monotonic()
        if now >= self._check_streams_at and self._bus.connected:
            self._check_streams_at = now + STREAM_CHECK_SECONDS
            self._note_published(connection)
            self._release_lost(connection)
        if now >= self._upkeep_at:
            self._upkeep_at = now + UPKEEP_SECONDS
            queue.beat(connection)
            self._at_hand.look(connection)
            self._note_published(connection)
            self._note_slots(connection)
            self._note_seen(connection)
            self._release_silent(connection)
            patience = timedelta(seconds=UNPUBLISHED_PATIENCE_SECONDS)
            self._publish(queue.unpublished(connection, every=False, patience=patience))
            queue.tidy(connection)

    def _note_published(self, connection: psycopg.Connection[Any]) -> None:
        """What JetStream has acknowledged since the last time; most of that work is done by now."""
        published = []
        with contextlib.suppress(Empty):
            while True:
                published.append(self._published.get_nowait())
        if published:
            queue.note_published(connection, published)

    def _note_slots(self, connection: psycopg.Connection[Any]) -> None:
        live = {pool: self._workers.live(pool) for pool in self._pools}
        if live != self._live:
            self._live = live
            queue.note_slots(connection, live)

    def _note_seen(self, connection: psycopg.Connection[Any]) -> None:
        seen, self._seen = self._seen, set()
        if seen:
            queue.note_seen(connection, sorted(seen))

    def _release_lost(self, connection: psycopg.Connection[Any]) -> bool:
        """Releases all open work again when a stream is not the one it was; True when it did.

        Commands or results that lay there are gone with it.
        """
        topology = self._bus.topology
        names = (topology.commands_stream, topology.results_stream)
        known = [
            queue.known_stream(connection, name, commands=name == topology.commands_stream)
            for name in names
        ]
        try:
            identities = self._in_loop(self._identities(names))
            lost = _lost(known, identities)
            if lost:  # the store may have gone after the first stream was looked at
                identities = self._in_loop(self._identities(names))
        except (BusUnavailable, TimeoutError):
            return False
        seen = [now for before, now in zip(known, identities, strict=True) if before != now]
        if not seen:
            return False
        with connection.transaction():
            released = queue.release_again(connection, None, silent=False) if lost else []
            for identity in seen:
                queue.note_stream(connection, identity)
        if lost:
            _log.warning("the bus lost its store; open work is released again", work=len(released))
            self._publish(released)
        return lost

    def _release_silent(self, connection: psycopg.Connection[Any]) -> None:
        """Work in flight that nobody speaks of gets a new attempt; too often, and it is failed."""
        silence = timedelta(seconds=self._settings.silence_seconds)
        live = [pool for pool in self._pools if self._workers.slots(pool)]
        silent = self._handed_out(
            connection, queue.silent(connection, silence=silence, live_pools=live)
        )
        for row in silent:
            if row.silences >= SILENCES_MAX:
                _log.error("work fell silent too often", work=str(row.work_id))
                self._in_background(give_up(self._ledger, row))
        again = [row.work_id for row in silent if row.silences < SILENCES_MAX]
        if again:
            released = queue.release_again(connection, again, silent=True)
            _log.warning("silent work is released again", work=len(released))
            self._publish(released, withdraw=True)

    def _handed_out(
        self, connection: psycopg.Connection[Any], silent: Sequence[Silent]
    ) -> list[Silent]:
        """Those that a consumer was given. Of what waits its turn on the bus nobody can speak,
        however long the work before it takes.
        """
        placed = [row for row in silent if row.sequence is not None]
        try:
            waiting = self._in_loop(self._waiting(placed)) if placed else set()
        except (BusUnavailable, TimeoutError):
            return []
        if waiting:
            queue.note_seen(connection, sorted(waiting))
        return [row for row in silent if row.work_id not in waiting]

    # --- between thread and loop ---------------------------------------------------------------

    def _in_loop(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Waits in this thread for something done in the loop. Raises TimeoutError."""
        assert self._loop is not None
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(CALL_SECONDS_MAX)

    def _in_background(self, work: Coroutine[Any, Any, None]) -> None:
        assert self._loop is not None
        if not soon(self._loop, self._start, work):
            work.close()

    def _publish(self, releases: Sequence[Release], *, withdraw: bool = False) -> None:
        self._at_hand.released(releases)
        for first in range(0, len(releases), PUBLISHED_TOGETHER_MAX):
            together = releases[first : first + PUBLISHED_TOGETHER_MAX]
            self._in_background(self._publish_all(together, withdraw=withdraw))

    def _cancel(self, rows: Sequence[Removed]) -> None:
        for row in rows:
            self._in_background(self._cancel_one(row))

    # --- in the loop ---------------------------------------------------------------------------

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._reap)

    def _reap(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            _log.error("publishing broke", exc_info=task.exception())

    async def _publish_all(self, releases: Sequence[Release], *, withdraw: bool) -> None:
        """Publishes commands together; what cannot be published now is found again later."""
        named = {release.message_id: release for release in releases}
        mine = {name: release for name, release in named.items() if name not in self._publishing}
        self._publishing.update(mine)
        try:
            built = [
                (release, outgoing)
                for name, release in mine.items()
                if (outgoing := await self._outgoing(release, name, withdraw=withdraw)) is not None
            ]
            sequences = await self._bus.store_all([outgoing for _, outgoing in built])
            for (release, _), sequence in zip(built, sequences, strict=True):
                self._published.put((release.work_id, release.attempt, sequence))
        except BusUnavailable as error:
            _log.warning("commands are not published yet", work=len(mine), error=str(error))
        finally:
            self._publishing.difference_update(mine)

    async def _outgoing(
        self, release: Release, message_id: str, *, withdraw: bool
    ) -> Outgoing | None:
        """The command of a release; None where it cannot be built now, or never again."""
        subject = self._bus.topology.command_subject(release.pool, release.work_id)
        parent = await self._traces.of(release.work_id)
        try:
            with tracing.span("dispatch", "producer", parent=parent, pool=release.pool):
                command = await self._commands.build(release)
                if withdraw:
                    await self._bus.withdraw(self._bus.topology.commands_stream, subject)
                return self._bus.outgoing(subject, command, message_id=message_id)
        except TextsErased:
            await self._cancel_erased(release)
        except DomainError as error:
            _log.warning(
                "command is not published yet", work=str(release.work_id), error=str(error)
            )
        except Exception:  # noqa: BLE001 - one that breaks must not hold up those beside it
            _log.exception("command cannot be built", work=str(release.work_id))
        return None

    async def _cancel_erased(self, release: Release) -> None:
        _log.warning("the account's texts are erased; canceling", work=str(release.work_id))
        command = end_generation(
            AccountId(release.account_id),
            GenerationId(release.work_id),
            GenerationCanceled(by="operator"),
        )
        try:
            await answered(self._ledger.append(command))
        except Exception as error:  # noqa: BLE001 - as above; it is released once more
            _log.warning("not canceled yet", work=str(release.work_id), error=repr(error))

    async def _cancel_one(self, row: Removed) -> None:
        topology = self._bus.topology
        await self._bus.send(topology.cancel_subject, Cancel(work_id=row.work_id))
        subject = topology.command_subject(row.pool, row.work_id)
        await self._bus.withdraw(topology.commands_stream, subject)

    async def _waiting(self, placed: Sequence[Silent]) -> set[UUID]:
        """Of work whose command lies on the bus, that of which nobody was given it yet."""
        topology = self._bus.topology
        works: set[UUID] = set()
        for pool in sorted({row.pool for row in placed}):
            at = {row.sequence: row.work_id for row in placed if row.pool == pool and row.sequence}
            consumer = topology.pool_consumer(pool)
            waiting = await self._bus.waiting(topology.commands_stream, consumer, list(at))
            works.update(at[sequence] for sequence in waiting)
        return works

    async def _identities(self, names: Iterable[str]) -> list[StreamIdentity]:
        return [await self._stream_identity(name) for name in names]

    async def _stream_identity(self, name: str) -> StreamIdentity:
        identity = await self._bus.identity(name)
        if identity is None:
            await self._bus.ensure()
            identity = await self._bus.identity(name)
        if identity is None:
            raise BusUnavailable(f"{name} cannot be made")
        return identity

    def _check_streams_soon(self) -> None:
        self._check_streams_at = 0.0

    def _hear_progress(self, progress: Progress) -> None:
        if len(self._seen) < SEEN_MAX:
            self._seen.add(progress.work_id)


def _lost(known: Sequence[StreamIdentity | None], seen: Sequence[StreamIdentity]) -> bool:
    return any(
        before is not None and queue.differs(before, now)
        for before, now in zip(known, seen, strict=True)
    )


def _still_worked_on(row: Removed, won: int | None) -> bool:
    """Whether somebody may be drawing in vain: not queued, and not the attempt that won."""
    return row.state != "queued" and row.attempt != won
