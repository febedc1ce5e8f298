"""`serve`: the HTTP API over ledger, vault, lists and object store of both books."""

import asyncio
import ctypes
import os
import resource
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import msgspec
import psycopg
import structlog
from litestar import Litestar

from adapters import deployment
from adapters.accounts.opening import account_id_for, hash_password
from adapters.accounts.opening import open_account as start_opening
from adapters.audit.forks import check_at_start
from adapters.cancelling import cancel_until_ended
from adapters.composition.listening import check_address
from adapters.composition.master_key import opens_what_is_sealed
from adapters.composition.provenance import reader_of
from adapters.composition.roles import API_ROLE, models_of
from adapters.composition.schema import LOOK_SECONDS, LateCheck, open_newest
from adapters.devstack.waiting import wait_until
from adapters.eventstore import PostgresLedger
from adapters.eventstore.follower import Lookout
from adapters.eventstore.gc_tuning import tune_garbage_collector
from adapters.eventstore.loop_appends import LoopAppends
from adapters.jetstream.bus import Bus
from adapters.jetstream.codec import Codec
from adapters.jetstream.progress import ProgressBoard
from adapters.jetstream.topology import Topology
from adapters.keys import hash_key, issue_key
from adapters.moderation.configured import classifier_of
from adapters.moderation.http_classifier import HttpClassifier
from adapters.payments.configured import payment_providers
from adapters.payments.packs import load_packs
from adapters.postgres.away import is_away
from adapters.postgres.connections import async_pool, connect
from adapters.postgres.questions import AskedPool
from adapters.relay.places import QueueReader, Seconds
from adapters.reports.catalogue import TITLES, build_report
from adapters.reports.formats import MEDIA_TYPES, render
from adapters.reports.report import ReportTooLong
from adapters.reports.usage import PeriodNotWhole
from adapters.settings import Settings, environment_of, load_settings
from adapters.telemetry.logs import set_up_logs
from adapters.telemetry.metrics import share_metrics
from adapters.telemetry.process import observe, watch_pool
from adapters.telemetry.stacks import tell_all_when_asked, tell_threads_when_asked
from adapters.vault import MasterKey, PostgresVault
from adapters.web.app import create_app
from adapters.web.books import Books
from adapters.web.dependencies import (
    FinanceFile,
    FinanceWish,
    OpenedAccount,
    OperatorPorts,
    SignUp,
    WebDependencies,
)
from adapters.web.transport.peers import parse_networks
from adapters.web.waiting.settled import CHANGES, SettledEvents
from domain import sandbox
from domain.errors import TemporarilyUnavailable, ValidationFailed
from domain.ids import Book
from domain.moderation.classifying import Question, Verdict
from domain.ports import Ledger
from inference.catalogue import ModelEntry
from projections.rollups import JournalBehind, PeriodInvalid

LIST_CONNECTIONS_MAX: dict[Book, int] = {"live": 8, "test": 2}
HEADER_READ_MILLISECONDS_MAX = 5_000
"""Also how long a connection may be idle, before its first request and between two."""

HEADER_BUFFER_BYTES_MAX = 64 * 1024
CONNECTIONS_MAX = 8_192
"""Of one serve process; more wait in the backlog until one ends."""

DATABASE_SECONDS_MAX = 60.0
"""How long a `serve` without a master key waits for the database at its start."""

WORKER_END_SECONDS_MAX = 10
"""A process that answers, and is not done so long after it was told to end, is killed."""

CONNECTION_BACKLOG = 4_096
FILES_SPARE = 256
HTTP_REPORT_ROWS_MAX = 20_000
"""Rows of a finance report over HTTP: it is made in the memory of `serve`. The command has more."""

PR_SET_PDEATHSIG = 1  # linux/prctl.h

_log = structlog.get_logger(__name__)


def run_serve(settings: Settings) -> None:
    """Answers HTTP until SIGTERM. Each worker process builds its own application.

    Raises SettingInvalid, SchemaOutdated and MasterKeyUnfit: the latter two at once, or when a
    database that is away answers; NotStarted where it does not and there is no master key.
    """
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings

    check_address(settings.host, settings.port)
    payment_providers(settings)
    classifier_of(settings)
    load_packs(settings.packs)
    models_of(settings)
    parse_networks(settings.trusted_proxies)
    checked = _check_database(settings)
    if not checked and not deployment.has_master_key(settings):
        _wait_for_database(settings)
        checked = True
    reader_of(settings)
    if settings.serve_workers > 1:
        share_metrics(settings.data / "metrics")
    os.environ.update(environment_of(settings))
    tell_threads_when_asked()
    server = Granian(
        "adapters.composition.serve:serve_app",
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
        backpressure=_raise_file_limit(),
        websockets=False,
        log_access=False,
        log_dictconfig={"version": 1, "disable_existing_loggers": False},
        workers_kill_timeout=WORKER_END_SECONDS_MAX,
    )
    late = LateCheck(lambda: _check_database(settings, quietly=True))
    if not checked:
        server.on_startup(late.begin)
    server.serve()
    late.end()


def _raise_file_limit() -> int:
    """Raises the limit of open files as far as this process may; returns how many connections that
    leaves room for.
    """
    wanted = CONNECTIONS_MAX + FILES_SPARE
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if 0 <= soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return CONNECTIONS_MAX if soft < 0 else min(CONNECTIONS_MAX, max(1, soft - FILES_SPARE))


def _check_database(settings: Settings, *, quietly: bool = False) -> bool:
    """No append to an older schema, nor before the log was held against what was published of it,
    even without `work`. False while PostgreSQL is away. Raises SchemaOutdated, MasterKeyUnfit, and
    `quietly` what else PostgreSQL says.
    """
    try:
        with open_newest(deployment.database_url(settings)) as connection:
            opens_what_is_sealed(settings, connection)
            reason = check_at_start(connection, deployment.checkpoint_shelf(settings))
    except psycopg.Error as error:
        if quietly and not is_away(error):
            raise
        if not quietly:
            _log.warning("history is not checked yet", error=str(error))
        return False
    if reason is not None:
        _log.error("appends are refused", reason=reason)
    return True


def _wait_for_database(settings: Settings) -> None:
    """Whether a master key may be made, only the database tells. Raises NotStarted, and what
    `_check_database` raises.
    """
    answered = wait_until(
        lambda: _check_database(settings),
        timeout_seconds=DATABASE_SECONDS_MAX,
        interval_seconds=LOOK_SECONDS,
    )
    if not answered:
        raise deployment.NotStarted(
            "PostgreSQL does not answer, and only it tells whether a master key may be made: start"
            " it, or set XAVIRA_MASTER_KEY."
        )


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
    app.on_startup.append(lambda: _heed_signals(app.state["books"]))
    app.on_shutdown.append(end)
    if classifier is not None:
        app.on_shutdown.append(classifier.close)
    tune_garbage_collector()
    return app


def _heed_signals(books: Books) -> None:
    """Whoever waits is answered as soon as the process is told to stop.

    The server shuts the application down only when every answer is finished, and cuts off what is
    not in time. Its own handlers go on as before: the loop hears of a signal by its wake-up socket,
    whatever function stands for it here.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(books.begin_stop))
    tell_all_when_asked(loop)


class _Served(msgspec.Struct, frozen=True, kw_only=True):
    """A book in a serve process: what the routes get of it, and what has to be run for it."""

    web: WebDependencies
    ledger: PostgresLedger
    appends: LoopAppends
    listen: Callable[[], Coroutine[Any, Any, None]]


def _lists(url: str, book: Book) -> AskedPool:
    """What reads borrow, none for longer than a question may be open."""
    return async_pool(url, role=API_ROLE, book=book, size_max=LIST_CONNECTIONS_MAX[book])


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
    appends = ledger.loop_appends()
    entries = models_of(settings, book)
    lists = _lists(url, book)
    queue = QueueReader(lists, _engine_seconds(entries))
    board = ProgressBoard()
    lookout = Lookout(url, role=API_ROLE, book=book, topics=CHANGES)
    web = WebDependencies(
        ledger=ledger,
        vault=vault,
        object_store=deployment.object_store(settings, book),
        lists=lists,
        settled=SettledEvents(lookout, ledger.head),
        models={name: entry.card for name, entry in entries.items()},
        engines={name: entry.engine for name, entry in entries.items()},
        clock=ledger.now,
        hash_key=lambda secret: hash_key(secret, master_key.pepper),
        older_hashes=lambda secret: [hash_key(secret, p) for p in master_key.old_peppers],
        pepper_version=master_key.pepper.version,
        fresh_key=lambda book: issue_key(book, pepper=master_key.pepper),
        open_account=lambda sign_up: _open_account(
            ledger, master_key, sign_up, verify_email=settings.email_verification
        ),
        account_of=lambda email: account_id_for(email, master_key),
        queue_place=queue.place,
        queue_places=queue.places,
        expected_place=lambda account_id, model_id, kind: queue.expected(
            account_id, pool_name=entries[model_id].pool, kind=kind
        ),
        queue_depth=lambda model_id: queue.depth(entries[model_id].pool),
        progress=board,
        base_url=settings.base_url,
        wait_seconds=settings.wait_seconds,
        deadline_seconds=settings.deadline_seconds,
        signups_per_hour=settings.signups_per_hour,
        operating=_operating(url, master_key, queue, book),
        find_provenance=reader_of(settings).find,
        providers=payment_providers(settings) if book == "live" else {},
        checkout_provider=settings.payment_provider,
        packs=load_packs(settings.packs),
        share_of=max(settings.serve_workers, settings.serve_processes or 1),
        allow_private_webhooks=settings.webhook_allow_private,
        trusted_proxies=parse_networks(settings.trusted_proxies),
        metrics_token=settings.metrics_token,
        classify=_classify(book, classifier),
        email_verification=settings.email_verification,
        low_credits=settings.low_credits,
        append=appends.append,
        load=ledger.loads_of(lists).load,
        remembered=ledger.remembered,
        book=book,
    )
    topology = Topology(book=book, ack_wait_seconds=settings.ack_wait_seconds)
    bus = Bus(topology, Codec(master_key.bus_key))
    nats_url = deployment.nats_url(settings)
    return _Served(
        web=web, ledger=ledger, appends=appends, listen=lambda: board.listen(bus, nats_url)
    )


def _operating(url: str, master_key: MasterKey, queue: QueueReader, book: Book) -> OperatorPorts:
    return OperatorPorts(
        new_data_key=master_key.new_data_key,
        receipt_of=master_key.receipt_of,
        pool_states=queue.pools,
        finance_titles=TITLES,
        finance_report=lambda wish: finance_report(url, wish, book),
    )


def finance_report(database_url: str, wish: FinanceWish, book: Book = "live") -> FinanceFile:
    """Makes a report in a snapshot of its own. Raises TemporarilyUnavailable, ValidationFailed."""
    try:
        with connect(database_url, role=API_ROLE, book=book) as connection:
            made = build_report(
                connection,
                wish.name,
                start=wish.start,
                end=wish.end,
                at=wish.at,
                rows_max=HTTP_REPORT_ROWS_MAX,
            )
    except JournalBehind as error:
        raise TemporarilyUnavailable(str(error)) from error
    except PeriodInvalid as error:
        raise ValidationFailed(str(error), param=error.param) from error
    except (PeriodNotWhole, ReportTooLong) as error:
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


@asynccontextmanager
async def _owned(served: _Served) -> AsyncIterator[None]:
    """What a book's ports need to run, for as long as they are used."""
    served.ledger.start()
    listening = asyncio.ensure_future(served.listen())
    try:
        yield
    finally:
        await cancel_until_ended(listening)
        await served.appends.close()
        await asyncio.to_thread(served.ledger.close)


def _own(app: Litestar, live: _Served, vault: PostgresVault) -> None:
    """What lives as long as the application and is not its own."""
    owned = AsyncExitStack()

    async def start() -> None:
        vault.start()
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
