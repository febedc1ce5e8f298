"""`work`: relay, projections, sealer, self-check, webhooks and mails."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import structlog

from adapters import deployment
from adapters.answered import soon
from adapters.audit.sealer import run_sealer
from adapters.audit.selfcheck import SelfCheck
from adapters.composition.holders import look_after_holders
from adapters.composition.master_key import fitting_master_key
from adapters.composition.roles import WORK_ROLE, models_of
from adapters.composition.schema import has_newest_schema
from adapters.eventstore import PostgresLedger
from adapters.eventstore.feed import LogFeed
from adapters.eventstore.gc_tuning import tune_garbage_collector
from adapters.mail.outbox import mail_row
from adapters.postgres.connections import async_pool, connect
from adapters.projecting import follow_projections
from adapters.relay.running import run_relay
from adapters.sandbox.watch import SandboxWatch, sandbox_child
from adapters.settings import Settings
from adapters.telemetry.process import add_backlogs, observed
from adapters.together import run_together
from adapters.vault import PostgresVault
from adapters.web.routes.webhooks.bodies import WebhookBodies
from adapters.webhook_sender.following import follow_log
from adapters.webhook_sender.sender import WebhookSender
from domain.event import Recorded
from domain.ids import Book
from domain.ports import Ledger, Vault

PROJECTIONS_PAUSE_SECONDS = 0.05
PROJECTIONS_BUSY_PAUSE_SECONDS = 0.3
PROJECTIONS_CROWDED_PAUSE_SECONDS = 1.0
WEBHOOKS_PAUSE_SECONDS = 0.02
WEBHOOKS_BUSY_PAUSE_SECONDS = 0.1
HOLDERS_PAUSE_SECONDS = 0.5
"""How long what is new waits for what comes after it, where no request waits: a batch costs as much
as several events, and the request that caused it goes first."""

_log = structlog.get_logger(__name__)


async def run_work(settings: Settings, stop: asyncio.Event) -> None:
    """Relay, projections and sealer until `stop` is set; raises what one of them died of, and
    SchemaOutdated and MasterKeyUnfit before any of them begins.

    The test book has a process of its own, which lives only while there is something to do in it.
    """
    url = deployment.database_url(settings)
    pools = {name: entry.pool for name, entry in models_of(settings).items()}
    tune_garbage_collector()
    with observed("work", settings) as meter:
        add_backlogs(meter, lambda **limits: connect(url, role=WORK_ROLE, **limits))
        if await has_newest_schema(url, stop):
            master_key = await asyncio.to_thread(fitting_master_key, settings)
            vault = PostgresVault(url, master_key, role=WORK_ROLE)
            await _run_parts(settings, vault, pools, stop)


async def _run_parts(
    settings: Settings, vault: PostgresVault, pools: Mapping[str, str], stop: asyncio.Event
) -> None:
    url = deployment.database_url(settings)
    with (
        PostgresLedger(url, role=WORK_ROLE) as ledger,
        LogFeed(url, role=WORK_ROLE, heard=ledger.heard) as feed,
    ):
        vault.start()
        try:
            await run_together(
                stop,
                run_relay_of(settings, ledger, vault, feed, stop, pools),
                run_projections(url, ledger, feed, stop),
                run_seals(settings, stop),
                run_selfcheck(url, ledger, stop),
                run_webhooks(settings, ledger, vault, feed, stop),
                run_holders(settings, ledger, vault, feed, stop),
                SandboxWatch(url, sandbox_child(settings)).run(stop),
            )
        finally:
            vault.close()


async def run_relay_of(
    settings: Settings,
    ledger: PostgresLedger,
    vault: PostgresVault,
    feed: LogFeed,
    stop: asyncio.Event,
    pools: Mapping[str, str],
) -> None:
    """The relay of the ledger's book; a model that is in no pool here is drawn by the default."""
    url, book = deployment.database_url(settings), ledger.book
    appends = ledger.loop_appends()
    try:
        await run_relay(
            database_url=url,
            nats_url=deployment.nats_url(settings),
            bus_key=deployment.master_key(settings).bus_key,
            ledger=ledger,
            append=appends.append,
            vault=vault,
            object_store=deployment.object_store(settings, book),
            follow=lambda after, halted: feed.batches(after, stop=halted),
            stop=stop,
            pools=pools,
            render_seconds_max=settings.render_seconds_max,
            ack_wait_seconds=settings.ack_wait_seconds,
            book=book,
        )
    finally:
        await appends.close()


async def run_webhooks(
    settings: Settings,
    ledger: Ledger,
    vault: Vault,
    feed: LogFeed,
    stop: asyncio.Event,
    *,
    book: Book = "live",
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
            tell_owner=lambda account_id: [mail_row(account_id, "webhook_disabled")],
            allow_private=settings.webhook_allow_private,
        )
        making = _on_thread(
            lambda halted: follow_log(
                # rows and checkpoint share the WAL's order: what a crash takes is made again
                connect=lambda: connect(url, role=WORK_ROLE, book=book, synchronous_commit="off"),
                follow=lambda after, stopped: feed.batches(
                    after,
                    stop=stopped,
                    pause_seconds=WEBHOOKS_PAUSE_SECONDS,
                    busy_pause_seconds=WEBHOOKS_BUSY_PAUSE_SECONDS,
                ),
                ledger=ledger,
                book=book,
                low_credits=settings.low_credits,
                halted=halted,
                wake=lambda: soon(loop, sender.wake),
            ),
            stop,
        )
        await run_together(stop, making, sender.run(stop))


async def run_projections(
    database_url: str,
    ledger: Ledger,
    feed: LogFeed,
    stop: asyncio.Event,
    *,
    book: Book = "live",
) -> None:
    """Follows the log on a thread of its own; one process at a time, by an advisory lock."""

    def follow(after: int, halted: threading.Event) -> Iterator[Sequence[Recorded]]:
        return feed.batches(
            after,
            stop=halted,
            pause_seconds=PROJECTIONS_PAUSE_SECONDS,
            busy_pause_seconds=PROJECTIONS_BUSY_PAUSE_SECONDS,
            crowded_pause_seconds=PROJECTIONS_CROWDED_PAUSE_SECONDS,
        )

    await _on_thread(
        lambda halted: follow_projections(database_url, ledger, follow, halted, book=book), stop
    )


async def run_holders(
    settings: Settings, ledger: Ledger, vault: Vault, feed: LogFeed, stop: asyncio.Event
) -> None:
    """Looks after the holders of accounts on a thread of its own."""

    def follow(after: int, halted: threading.Event) -> Iterator[Sequence[Recorded]]:
        return feed.batches(after, stop=halted, pause_seconds=HOLDERS_PAUSE_SECONDS)

    await _on_thread(partial(look_after_holders, settings, ledger, vault, follow), stop)


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
