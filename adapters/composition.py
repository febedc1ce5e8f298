"""The composition root: the only module that knows every family, and what each process is made of.

Reading it tells what runs where; nothing here decides anything.
"""

import asyncio
import contextlib
import ctypes
import os
import resource
import signal
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID

import msgspec
import psycopg
import structlog
from litestar import Litestar

from adapters import deployment
from adapters.accounts import account_id_for, hash_password
from adapters.accounts import open_account as start_opening
from adapters.audit.forks import check_at_start
from adapters.audit.sealer import run_sealer
from adapters.eventstore import PostgresLedger
from adapters.eventstore.collector import look_seldom
from adapters.eventstore.follower import Follower, Lookout
from adapters.holders import look_after_holders
from adapters.jetstream.bus import Bus
from adapters.jetstream.codec import Codec
from adapters.jetstream.consumer import EngineStuck, run_consumer
from adapters.jetstream.progress import ProgressBoard
from adapters.jetstream.topology import Topology
from adapters.keys import hash_key, issue_key
from adapters.logs import set_up_logs
from adapters.moderation.http_classifier import HttpClassifier
from adapters.payments.configured import payment_providers
from adapters.payments.packs import load_packs
from adapters.postgres.connections import async_pool, connect
from adapters.projecting import follow_projections
from adapters.relay.places import QueueReader, Seconds
from adapters.relay.running import run_relay
from adapters.reports.catalogue import TITLES, build_report
from adapters.reports.formats import MEDIA_TYPES, render
from adapters.reports.usage import PeriodNotWhole
from adapters.sandbox_watch import SandboxWatch, sandbox_child
from adapters.selfcheck import SelfCheck
from adapters.settings import SettingInvalid, Settings, environment_of, load_settings
from adapters.telemetry.metrics import share_metrics
from adapters.telemetry.process import add_backlogs, observe, observed, watch_pool
from adapters.vault import MasterKey, PostgresVault
from adapters.web.app import create_app, openapi_json
from adapters.web.dependencies import (
    FinanceFile,
    FinanceWish,
    OpenedAccount,
    OperatorPorts,
    PoolState,
    QueuePlace,
    SignUp,
    WebDependencies,
)
from adapters.web.peers import parse_networks
from adapters.web.settled import SettledEvents
from adapters.web.webhook_bodies import WebhookBodies
from adapters.webhook_sender.following import follow_log
from adapters.webhook_sender.sender import WebhookSender
from domain import sandbox
from domain.classifying import Question
from domain.errors import TemporarilyUnavailable, ValidationFailed
from domain.ids import AccountId, Book, EndpointId
from domain.moderation import Verdict
from domain.ports import Ledger, Vault
from domain.webhook import DisabledBy
from inference.catalogue import ModelEntry, load_catalogue
from inference.engine import Engine
from inference.engines.built import build_engine
from projections.rollups import JournalBehind

__all__ = ["openapi_json", "run_infer", "run_serve", "run_work", "serve_app"]

API_ROLE = "xavira_api"
WORK_ROLE = "xavira_work"
LIST_CONNECTIONS_MAX: dict[Book, int] = {"live": 8, "test": 2}
HEADER_READ_MILLISECONDS_MAX = 5_000
"""Also how long a connection may be idle, before its first request and between two."""

HEADER_BUFFER_BYTES_MAX = 64 * 1024
CONNECTIONS_MAX = 8_192
"""Of one serve process; more wait in the backlog until one ends."""

CONNECTION_BACKLOG = 4_096
FILES_SPARE = 256
EXIT_ENGINE_STUCK = 70
PR_SET_PDEATHSIG = 1  # linux/prctl.h

_log = structlog.get_logger(__name__)


def models_of(settings: Settings, book: Book = "live") -> dict[str, ModelEntry]:
    """The catalogue as this deployment runs it. The test book is always sketched."""
    entries = load_catalogue(settings.models)
    if settings.engine == "catalogue" and book == "live":
        return entries
    return {name: msgspec.structs.replace(e, engine="sketch") for name, e in entries.items()}


# --- serve ------------------------------------------------------------------------------------


def run_serve(settings: Settings) -> None:
    """Answers HTTP until SIGTERM. Each worker process builds its own application."""
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings

    _check_history(settings)
    payment_providers(settings)
    classifier_of(settings)
    load_packs(settings.packs)
    parse_networks(settings.trusted_proxies)
    if settings.serve_workers > 1:
        share_metrics(settings.data / "metrics")
    os.environ.update(environment_of(settings))
    Granian(
        "adapters.composition:serve_app",
        factory=True,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        workers=settings.serve_workers,
        respawn_failed_workers=True,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(
            header_read_timeout=HEADER_READ_MILLISECONDS_MAX,
            max_buffer_size=HEADER_BUFFER_BYTES_MAX,
        ),
        backlog=CONNECTION_BACKLOG,
        backpressure=_connections_max(),
        websockets=False,
        log_access=False,
        log_dictconfig={"version": 1, "disable_existing_loggers": False},
        workers_kill_timeout=10,
    ).serve()


def _connections_max() -> int:
    """As many as there may be open files, once that limit is as high as this process may set it."""
    wanted = CONNECTIONS_MAX + FILES_SPARE
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if 0 <= soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return CONNECTIONS_MAX if soft < 0 else min(CONNECTIONS_MAX, max(1, soft - FILES_SPARE))


def _check_history(settings: Settings) -> None:
    """No append before the log was held against what was published of it, even without `work`."""
    url = deployment.database_url(settings)
    try:
        with connect(url, role=WORK_ROLE) as connection:
            reason = check_at_start(connection, deployment.checkpoint_shelf(settings))
    except psycopg.Error as error:
        _log.warning("history is not checked yet", error=str(error))
    else:
        if reason is not None:
            _log.error("appends are refused", reason=reason)


def serve_app() -> Litestar:
    """The application of one serve process, from the environment."""
    settings = load_settings(os.environ)
    if os.getpid() != os.getpgid(0):
        die_with_parent()
    set_up_logs(level=settings.log_level, style=settings.log_format, role="serve")
    master_key = deployment.master_key(settings)
    vault = PostgresVault(deployment.database_url(settings), master_key, role=API_ROLE)
    classifier = classifier_of(settings)
    live = _served(settings, "live", vault, master_key, classifier)

    @asynccontextmanager
    async def open_test() -> AsyncIterator[WebDependencies]:
        test = _served(settings, "test", vault, master_key)
        async with _owned(test):
            yield test.web

    app = create_app(live.web, open_test)
    _own(app, live, vault)
    meter, end = observe("serve", settings)
    watch_pool(meter, live.web.lists)
    app.on_shutdown.append(end)
    if classifier is not None:
        app.on_shutdown.append(classifier.close)
    look_seldom()
    return app


def classifier_of(settings: Settings) -> HttpClassifier | None:
    """Who judges prompts besides the word gate, if anybody does. Raises SettingInvalid."""
    if settings.classifier_url is None:
        return None
    if not settings.classifier_url.startswith(("https://", "http://")):
        raise SettingInvalid("XAVIRA_CLASSIFIER_URL is an http(s) address.")
    return HttpClassifier(
        url=settings.classifier_url,
        token=settings.classifier_token,
        seconds_max=settings.classifier_seconds,
    )


class _Served(msgspec.Struct, frozen=True, kw_only=True):
    """A book in a serve process: what the routes get of it, and what has to be run for it."""

    web: WebDependencies
    ledger: PostgresLedger
    listen: Callable[[], Coroutine[Any, Any, None]]


def _served(
    settings: Settings,
    book: Book,
    vault: PostgresVault,
    master_key: MasterKey,
    classifier: HttpClassifier | None = None,
) -> _Served:
    """Opens nothing yet. The test book sells nothing, judges by itself, has few connections."""
    url = deployment.database_url(settings)
    ledger = PostgresLedger(url, role=API_ROLE, book=book)
    entries = models_of(settings, book)
    lists = async_pool(url, role=API_ROLE, book=book, size_max=LIST_CONNECTIONS_MAX[book])
    queue = QueueReader(lists, _engine_seconds(entries))
    board = ProgressBoard()
    lookout = Lookout(url, role=API_ROLE, book=book)
    web = WebDependencies(
        ledger=ledger,
        vault=vault,
        object_store=deployment.object_store(settings, book),
        lists=lists,
        settled=SettledEvents(lookout, ledger.head),
        models={name: entry.card for name, entry in entries.items()},
        engines={name: entry.engine for name, entry in entries.items()},
        clock=lambda: datetime.now(UTC),
        hash_key=lambda secret: hash_key(secret, master_key.pepper),
        older_hashes=lambda secret: [hash_key(secret, p) for p in master_key.old_peppers],
        pepper_version=master_key.pepper.version,
        fresh_key=lambda book: issue_key(book, pepper=master_key.pepper),
        open_account=lambda sign_up: _open_account(
            ledger, master_key, sign_up, verify_email=settings.email_verification
        ),
        account_of=lambda email: account_id_for(email, master_key),
        queue_place=lambda generation_id: _place(queue, generation_id),
        expected_place=lambda account_id, model_id, kind: _expected(
            queue, account_id, entries[model_id].pool, kind
        ),
        queue_depth=lambda model_id: queue.depth(entries[model_id].pool),
        progress=board,
        base_url=settings.base_url,
        wait_seconds=settings.wait_seconds,
        deadline_seconds=settings.deadline_seconds,
        signups_per_hour=settings.signups_per_hour,
        operating=_operating(url, master_key, queue, book),
        providers=payment_providers(settings) if book == "live" else {},
        checkout_provider=settings.payment_provider,
        packs=load_packs(settings.packs),
        share_of=settings.serve_workers,
        allow_private_webhooks=settings.webhook_allow_private,
        trusted_proxies=parse_networks(settings.trusted_proxies),
        metrics_token=settings.metrics_token,
        classify=_classify(book, classifier),
        email_verification=settings.email_verification,
        low_credits=settings.low_credits,
        book=book,
    )
    bus = Bus(Topology(book=book), Codec(master_key.bus_key))
    nats_url = deployment.nats_url(settings)
    return _Served(web=web, ledger=ledger, listen=lambda: board.listen(bus, nats_url))


def _operating(url: str, master_key: MasterKey, queue: QueueReader, book: Book) -> OperatorPorts:
    async def pool_states() -> list[PoolState]:
        return [PoolState(**msgspec.structs.asdict(state)) for state in await queue.pools()]

    return OperatorPorts(
        new_data_key=master_key.new_data_key,
        account_id_of=lambda email: account_id_for(email, master_key),
        pool_states=pool_states,
        finance_titles=TITLES,
        finance_report=lambda wish: finance_report(url, wish, book),
    )


def finance_report(database_url: str, wish: FinanceWish, book: Book = "live") -> FinanceFile:
    """Makes a report in a snapshot of its own. Raises TemporarilyUnavailable, ValidationFailed."""
    try:
        with connect(database_url, role=API_ROLE, book=book) as connection:
            made = build_report(connection, wish.name, start=wish.start, end=wish.end, at=wish.at)
    except JournalBehind as error:
        raise TemporarilyUnavailable(str(error)) from error
    except PeriodNotWhole as error:
        raise ValidationFailed(str(error), param="from") from error
    return FinanceFile(data=render(made, wish.format), media_type=MEDIA_TYPES[wish.format])


def _classify(
    book: Book, classifier: HttpClassifier | None
) -> Callable[[Question], Awaitable[Verdict]] | None:
    """Who judges after the word gate: in the test book its magic words, and nobody outside."""
    if book == "test":
        return sandbox.judge
    return None if classifier is None else classifier.judge


def _engine_seconds(entries: Mapping[str, ModelEntry]) -> dict[str, Seconds]:
    """By kind of work, of the slowest model: a wait that turns out shorter disappoints nobody."""
    seconds = {"identity": Seconds(1.0, 1.0)}
    for kind in ("image", "video"):
        latencies = [e.card.latency[kind] for e in entries.values() if kind in e.card.latency]
        seconds[kind] = Seconds(
            max((latency.p50_seconds for latency in latencies), default=0.0),
            max((latency.p95_seconds for latency in latencies), default=0.0),
        )
    return seconds


async def _place(queue: QueueReader, generation_id: UUID) -> QueuePlace | None:
    place = await queue.place(generation_id)
    return None if place is None else QueuePlace(**msgspec.structs.asdict(place))


async def _expected(
    queue: QueueReader, account_id: UUID, pool_name: str, kind: str
) -> QueuePlace | None:
    place = await queue.expected(account_id, pool_name=pool_name, kind=kind)
    return None if place is None else QueuePlace(**msgspec.structs.asdict(place))


@asynccontextmanager
async def _owned(served: _Served) -> AsyncIterator[None]:
    """What a book's ports need to run, for as long as they are used."""
    served.ledger.start()
    listening = asyncio.ensure_future(served.listen())
    try:
        yield
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        await asyncio.to_thread(served.ledger.close)


def _own(app: Litestar, live: _Served, vault: PostgresVault) -> None:
    """What lives as long as the application and is not its own."""
    owned = AsyncExitStack()

    async def start() -> None:
        await owned.enter_async_context(_owned(live))

    async def stop() -> None:
        await owned.aclose()
        vault.close()

    app.on_startup.insert(0, start)
    app.on_shutdown.append(stop)


def _open_account(
    ledger: Ledger, master_key: MasterKey, sign_up: SignUp, *, verify_email: bool
) -> OpenedAccount:
    account = start_opening(
        ledger,
        master_key,
        email=sign_up.email,
        password_hash=hash_password(sign_up.password),
        attestation="loopback_default" if sign_up.from_loopback else "request",
        verify_email=verify_email,
    )
    appended = account.appended.result()
    return OpenedAccount(
        account_id=account.account_id, api_key=account.key.secret, position=appended.position
    )


def die_with_parent() -> None:
    """Asks Linux to end this process when the one that started it is gone, however it went."""
    parent = os.getppid()
    if ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) != 0:
        raise OSError("prctl(PR_SET_PDEATHSIG) failed")
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


# --- infer ------------------------------------------------------------------------------------


async def run_infer(settings: Settings, stop: asyncio.Event) -> None:
    """One consumer of the setting's pool until `stop` is set.

    Raises BusUnavailable, and SettingInvalid for a pool that no model names.
    """
    engines = {
        name: _engine(entry, settings)
        for name, entry in models_of(settings).items()
        if entry.pool == settings.pool
    }
    if not engines:
        raise SettingInvalid(f"XAVIRA_POOL: no model of the catalogue is in {settings.pool}.")
    try:
        with observed("infer", settings):
            await run_consumer(
                nats_url=deployment.nats_url(settings),
                bus_key=deployment.master_key(settings).bus_key,
                engines=engines,
                object_store=deployment.object_store(settings),
                stop=stop,
                pool=settings.pool,
                slots=settings.worker_slots,
                render_seconds_max=settings.render_seconds_max,
            )
    except EngineStuck as error:
        _log.error("engine does not return", model_id=str(error))
        os._exit(EXIT_ENGINE_STUCK)


def _engine(entry: ModelEntry, settings: Settings) -> Engine:
    return build_engine(
        entry,
        sketch_instant=settings.sketch_instant,
        sketch_fault=settings.sketch_fault,
        sketch_delay_seconds=settings.sketch_delay_seconds,
    )


# --- work -------------------------------------------------------------------------------------


async def run_work(settings: Settings, stop: asyncio.Event) -> None:
    """Relay, projections and sealer until `stop` is set; raises what one of them died of.

    The test book has a process of its own, which lives only while there is something to do in it.
    """
    url = deployment.database_url(settings)
    vault = PostgresVault(url, deployment.master_key(settings), role=WORK_ROLE)
    pools = {name: entry.pool for name, entry in models_of(settings).items()}
    look_seldom()
    with observed("work", settings) as meter, PostgresLedger(url, role=WORK_ROLE) as ledger:
        add_backlogs(meter, lambda **limits: connect(url, role=WORK_ROLE, **limits))
        try:
            await run_together(
                stop,
                run_relay_of(settings, ledger, vault, stop, pools),
                run_projections(url, ledger, stop),
                run_seals(settings, stop),
                run_selfcheck(url, ledger, stop),
                run_webhooks(settings, ledger, vault, stop),
                _on_thread(partial(look_after_holders, settings, ledger, vault), stop),
                SandboxWatch(url, sandbox_child(settings)).run(stop),
            )
        finally:
            vault.close()


def run_relay_of(
    settings: Settings,
    ledger: PostgresLedger,
    vault: PostgresVault,
    stop: asyncio.Event,
    pools: Mapping[str, str],
) -> Coroutine[Any, Any, None]:
    """The relay of the ledger's book; a model that is in no pool here is drawn by the default."""
    url, book = deployment.database_url(settings), ledger.book
    follower = Follower(url, role=WORK_ROLE, book=book)
    return run_relay(
        database_url=url,
        nats_url=deployment.nats_url(settings),
        bus_key=deployment.master_key(settings).bus_key,
        ledger=ledger,
        vault=vault,
        object_store=deployment.object_store(settings, book),
        follow=lambda after, halted: follower.batches(after, stop=halted),
        stop=stop,
        pools=pools,
        render_seconds_max=settings.render_seconds_max,
        book=book,
    )


async def run_together(stop: asyncio.Event, *parts: Coroutine[Any, Any, None]) -> None:
    """None outlives the others; the process then ends, and its supervisor starts it again."""
    tasks = {asyncio.create_task(part) for part in parts}
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    stop.set()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome


async def run_webhooks(
    settings: Settings, ledger: Ledger, vault: Vault, stop: asyncio.Event, book: Book = "live"
) -> None:
    """Makes deliveries of a book's events and sends them, until `stop` is set."""
    url = deployment.database_url(settings)
    loop = asyncio.get_running_loop()
    async with async_pool(url, role=WORK_ROLE, book=book, size_max=4) as pool:
        sender = WebhookSender(
            pool=pool,
            ledger=ledger,
            vault=vault,
            make_body=WebhookBodies(base_url=settings.base_url, vault=vault, book=book),
            notify_owner=_note_disabled,
            allow_private=settings.webhook_allow_private,
        )
        making = _on_thread(
            lambda halted: follow_log(
                connect=lambda: connect(url, role=WORK_ROLE, book=book),
                follow=lambda after, stopped: Follower(url, role=WORK_ROLE, book=book).batches(
                    after, stop=stopped
                ),
                ledger=ledger,
                book=book,
                low_credits=settings.low_credits,
                halted=halted,
                wake=lambda: _soon(loop, sender.wake),
            ),
            stop,
        )
        await run_together(stop, making, sender.run(stop))


def _soon(loop: asyncio.AbstractEventLoop, call: Callable[[], None]) -> None:
    """From another thread; a loop that is closed already has nothing to be told."""
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(call)


def _note_disabled(account_id: AccountId, endpoint_id: EndpointId, by: DisabledBy) -> None:
    """The log has it, and the account's other endpoints are told; this is for the operator."""
    told = {"account_id": str(account_id), "endpoint_id": str(endpoint_id), "by": by}
    _log.warning("webhook endpoint disabled", **told)


async def run_projections(
    database_url: str, ledger: Ledger, stop: asyncio.Event, *, book: Book = "live"
) -> None:
    """Follows the log on a thread of its own; one process at a time, by an advisory lock."""
    await _on_thread(
        lambda halted: follow_projections(database_url, ledger, halted, book=book), stop
    )


async def run_selfcheck(database_url: str, ledger: Ledger, stop: asyncio.Event) -> None:
    """Checks the books on a thread of its own, over and over; finds, and stops nothing."""
    check = SelfCheck(database_url=database_url, read=ledger.read)
    await _on_thread(check.run, stop)


async def run_seals(settings: Settings, stop: asyncio.Event) -> None:
    """Seals the log on a thread of its own; one process at a time, by an advisory lock."""
    url = deployment.database_url(settings)
    deployment.audit_key(settings)
    shelf = deployment.checkpoint_shelf(settings)
    await _on_thread(
        lambda halted: run_sealer(
            lambda: connect(url, role=WORK_ROLE),
            lambda: deployment.audit_key(settings),
            shelf,
            halted,
        ),
        stop,
    )


async def _on_thread(follow: Callable[[threading.Event], None], stop: asyncio.Event) -> None:
    """Runs what waits for an event of its own until `stop` is set; raises what it died of."""
    halted = threading.Event()
    thread = ThreadPoolExecutor(max_workers=1)
    following = asyncio.get_running_loop().run_in_executor(thread, follow, halted)
    stopping = asyncio.ensure_future(stop.wait())
    waits: set[asyncio.Future[Any]] = {following, stopping}
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        halted.set()
        stopping.cancel()
        await following
        thread.shutdown(wait=False)
