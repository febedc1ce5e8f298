"""All parts of the relay in one loop: what the `work` process runs between ledger and bus."""

import asyncio
from collections.abc import Mapping
from typing import Any

import psycopg
import structlog
from nats.errors import Error
from psycopg import AsyncConnection
from psycopg_pool import AsyncConnectionPool

from adapters.following import Follow
from adapters.jetstream.bus import connect as connect_bus
from adapters.jetstream.topology import ACK_WAIT_SECONDS, POOL_DEFAULT, Topology
from adapters.postgres.connections import QUEUES, async_pool, connect
from adapters.relay.at_hand import AtHand
from adapters.relay.dispatcher import Dispatcher, Dispatching
from adapters.relay.janitor import Janitor
from adapters.relay.refusals import RefusalCounter
from adapters.relay.remover import Remover
from adapters.relay.settler import Append, Settler
from adapters.relay.store_calls import StoreCalls
from adapters.relay.sweeper import Sweeper
from adapters.together import run_together
from domain.ids import Book
from domain.objects import ObjectStore
from domain.ports import Ledger, QuickVault

ROLE = "xavira_work"
CONNECTIONS_MAX = 8
Pool = AsyncConnectionPool[AsyncConnection[Any]]

_log = structlog.get_logger(__name__)


async def run_relay(
    *,
    database_url: str,
    nats_url: str,
    bus_key: bytes,
    ledger: Ledger,
    append: Append,
    vault: QuickVault,
    object_store: ObjectStore,
    follow: Follow,
    stop: asyncio.Event,
    pools: Mapping[str, str],
    render_seconds_max: float = 600.0,
    book: Book = "live",
    ack_wait_seconds: float = ACK_WAIT_SECONDS,
) -> None:
    """Dispatcher, settler, sweeper, janitor, teller of refusals and remover until `stop` is set.

    `append` is what the settler records with, from this loop.
    `follow` is `Follower.batches` with its positions and stop event as positional arguments;
    `pools` maps model ids to pools. Raises BusUnavailable, or what a part died of: the caller ends
    the process then, and its supervisor starts it again.
    """
    names = tuple(sorted({POOL_DEFAULT, *pools.values()}))
    topology = Topology(book=book, pools=names, ack_wait_seconds=ack_wait_seconds)
    bus = await connect_bus(nats_url, name="xavira-work", topology=topology, bus_key=bus_key)

    def session() -> "psycopg.Connection[Any]":
        """The dispatcher's, which waits for no disk: its rows and its place are lost together."""
        return connect(database_url, role=ROLE, book=book, synchronous_commit="off", **QUEUES)

    calls = StoreCalls(object_store)
    try:
        async with async_pool(
            database_url, role=ROLE, book=book, size_max=CONNECTIONS_MAX, **QUEUES
        ) as connections:
            at_hand = AtHand()
            dispatcher = Dispatcher(
                settings=Dispatching(book=book, pools=pools),
                bus=bus,
                ledger=ledger,
                vault=vault,
                follow=follow,
                connect=session,
                at_hand=at_hand,
            )
            settler = Settler(
                bus=bus,
                ledger=ledger,
                append=append,
                calls=calls,
                pool=connections,
                at_hand=at_hand,
            )
            sweeper = Sweeper(
                bus=bus,
                ledger=ledger,
                pool=connections,
                leading_seconds=lambda: dispatcher.leading_seconds,
                render_seconds_max=render_seconds_max,
            )
            others = _rounds_of(dispatcher, ledger, calls, connections, at_hand, book)
            parts = (dispatcher, settler, sweeper, *others)
            await run_together(stop, *(part.run(stop) for part in parts))
    finally:
        calls.close()
        try:
            await bus.close()
        except (TimeoutError, Error) as error:
            _log.info("bus closed badly", error=repr(error))


def _rounds_of(
    dispatcher: Dispatcher,
    ledger: Ledger,
    calls: StoreCalls,
    pool: Pool,
    at_hand: AtHand,
    book: Book,
) -> "list[Janitor | RefusalCounter | Remover]":
    """What goes its rounds while this process's dispatcher leads."""

    def leading() -> float | None:
        return dispatcher.leading_seconds

    return [
        Janitor(ledger=ledger, calls=calls, pool=pool, leading_seconds=leading),
        RefusalCounter(ledger=ledger, pool=pool, leading_seconds=leading, book=book),
        Remover(
            ledger=ledger,
            calls=calls,
            pool=pool,
            leading_seconds=leading,
            at_hand=at_hand,
        ),
    ]
