"""A relay under test: real PostgreSQL and NATS, our own parts, and a small real engine."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec
import psycopg
from nats.js.errors import NotFoundError

from adapters.answered import answered
from adapters.eventstore import PostgresLedger
from adapters.eventstore.follower import Follower
from adapters.jetstream.bus import Bus, connect
from adapters.jetstream.consumer import JetStreamTransport
from adapters.jetstream.topology import Topology
from adapters.memory.ledger import MemoryVault
from adapters.memory.objects import MemoryStore
from adapters.postgres.connections import async_pool
from adapters.postgres.connections import connect as connect_postgres
from adapters.relay.at_hand import AtHand
from adapters.relay.dispatcher import Dispatcher, Dispatching
from adapters.relay.janitor import Janitor
from adapters.relay.settler import Settler
from adapters.relay.store_calls import StoreCalls
from adapters.relay.sweeper import Sweeper
from adapters.together import run_together
from domain.event import Recorded
from domain.generation import Generation, GenerationCanceled, GenerationCompleted
from domain.handlers import complete_generation, end_generation
from domain.ids import AccountId, CharacterId, GenerationId
from domain.ledger import Account
from domain.objects import ObjectMissing, ObjectStore
from domain.reactions import Change, net_changes
from domain.texts import GenerationTexts
from inference.engine import Engine
from inference.worker import Worker
from projections import runner
from projections.registry import PROJECTIONS
from tests import builders

BUS_KEY = bytes(range(32))
ROLE = "xavira_work"
WAIT_SECONDS_MAX = 120.0


async def until(
    condition: Callable[[], Any | Awaitable[Any]], *, seconds: float = WAIT_SECONDS_MAX
) -> Any:
    """The first truthy value of `condition`, which may be asynchronous; fails after `seconds`."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if isinstance(value, Awaitable):
            value = await value
        if value:
            return value
        assert time.monotonic() < deadline, f"not within {seconds} s"
        await asyncio.sleep(0.01)


class Rig:
    """One database and one NATS; what it starts ends with the `async with` that started it."""

    def __init__(self, database: str, nats_url: str, *, ack_wait_seconds: float = 30.0) -> None:
        self.database = database
        self.nats_url = nats_url
        self.topology = Topology(ack_wait_seconds=ack_wait_seconds)
        self.store: ObjectStore = MemoryStore()
        self.vault = MemoryVault()
        self.ledger = PostgresLedger(database, role=ROLE)
        self.appends = self.ledger.loop_appends()
        self.at_hand = AtHand()
        self.bus: Bus

    async def __aenter__(self) -> "Rig":
        self.ledger.start()
        self.bus = await self.connect("test")
        for name in (self.topology.commands_stream, self.topology.results_stream):
            with contextlib.suppress(NotFoundError):
                await self.bus.jetstream.delete_stream(name)
        await self.bus.ensure()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.bus.close()
        await self.appends.close()
        await asyncio.to_thread(self.ledger.close)

    async def connect(self, name: str) -> Bus:
        return await connect(self.nats_url, name=name, topology=self.topology, bus_key=BUS_KEY)

    def sql(self, query: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Rows of a query as the superuser, in the live book."""
        with psycopg.connect(self.database, autocommit=True) as connection:
            connection.execute("SET search_path = xavira_live, xavira_ground")
            cursor = connection.execute(query, parameters)
            return cursor.fetchall() if cursor.description else []

    def session(self) -> psycopg.Connection[Any]:
        """A session of the relay's role."""
        return connect_postgres(self.database, role=ROLE)

    def project(self) -> None:
        """Brings the projections from nothing to the end of the log."""
        every, head = list(PROJECTIONS.values()), self.ledger.head()
        with self.session() as session:
            runner.start(session, every, head=head)
            batch = self.ledger.read(0, head)
            runner.step(every, batch, session, book="live", read=self.ledger.read, report=print)

    def log_changes(self) -> list[Change]:
        """What all of the log changes in the queue."""
        return net_changes(self.ledger.read(0, 1000))

    # --- customers ----------------------------------------------------------------------------

    async def append(self, command: Any) -> Any:
        return await answered(self.ledger.append(command))

    async def account(self, *, extra: int = 0) -> AccountId:
        """An account with 25 free credits and `extra` more."""
        account_id = AccountId(uuid4())
        await self.append(builders.opened(account_id))
        if extra:
            await self.append(builders.granted(account_id, extra))
        return account_id

    async def character(self, account_id: AccountId, **changes: Any) -> CharacterId:
        character_id = CharacterId(uuid4())
        await self.append(builders.created(account_id, character_id, **changes))
        return character_id

    async def request(
        self, account_id: AccountId, character_id: CharacterId, **changes: Any
    ) -> GenerationId:
        """Requests a small image."""
        generation_id = GenerationId(uuid4())
        texts = GenerationTexts(
            prompt="garden",
            raw_prompt=False,
            negative_prompt="",
            enhanced_prompt="a person in a garden",
            enhanced_negative_prompt="blurry",
            layers=[],
            tags=[],
            end_user_ref=None,
        )
        facts: dict[str, Any] = {
            "width": 64,
            "height": 64,
            "sealed": self.vault.seal(account_id, msgspec.json.encode(texts)),
        }
        await self.append(
            builders.requested(account_id, character_id, generation_id, **(facts | changes))
        )
        return generation_id

    async def customer(self, *, extra: int = 0) -> tuple[AccountId, CharacterId]:
        account_id = await self.account(extra=extra)
        return account_id, await self.character(account_id)

    async def cancel(self, account_id: AccountId, generation_id: GenerationId) -> None:
        event = GenerationCanceled(by="customer")
        await self.append(end_generation(account_id, generation_id, event))

    async def complete(self, generation_id: GenerationId, output_key: str) -> None:
        """Records a completion, as a settler that died right after it would have."""
        event = GenerationCompleted(
            attempt=1,
            output_key=output_key,
            poster_key=None,
            media_type="image/png",
            width=64,
            height=64,
            identity_score=None,
            engine_seconds=0.1,
        )
        await self.append(complete_generation(generation_id, event))

    async def state(self, stream_id: UUID) -> Any:
        return (await answered(self.ledger.load([stream_id])))[stream_id].state

    async def ended(self, *generation_ids: GenerationId) -> list[Generation]:
        """The generations once all of them are terminal."""

        async def all_ended() -> list[Generation] | None:
            streams = await answered(self.ledger.load(generation_ids))
            states = []
            for generation_id in generation_ids:
                state = streams[generation_id].state
                assert isinstance(state, Generation)
                states.append(state)
            return None if any(state.open for state in states) else states

        ended: list[Generation] = await until(all_ended)
        return ended

    async def shown(self, key: str) -> bytes:
        """The bytes under a key, once they are public."""

        def public() -> bytes | None:
            try:
                return self.store.get(key).data
            except ObjectMissing:
                return None

        data: bytes = await until(public)
        return data

    async def available(self, account_id: AccountId) -> int:
        account = await self.state(account_id)
        assert isinstance(account, Account)
        return account.available(datetime.now(UTC))

    def topics(self, stream_id: UUID) -> list[str]:
        """Topics of a stream's events, in order."""
        rows = self.sql(
            "SELECT topic FROM stored_events WHERE originator_id = %s ORDER BY originator_version",
            stream_id,
        )
        return [topic for (topic,) in rows]

    # --- processes ----------------------------------------------------------------------------

    @contextlib.asynccontextmanager
    async def running(self, *parts: Any) -> AsyncIterator[None]:
        """Runs parts of the relay until the block ends; fails when one of them died."""
        stop = asyncio.Event()
        task = asyncio.create_task(run_together(stop, *(part.run(stop) for part in parts)))
        try:
            yield
        finally:
            stop.set()
            await task

    def follow(self, after: int, stop: Any) -> Iterator[Sequence[Recorded]]:
        follower = Follower(self.database, role=ROLE)
        return follower.batches(after, stop=stop, poll_seconds=0.05)

    def dispatcher(self, bus: Bus, **settings: Any) -> Dispatcher:
        return Dispatcher(
            settings=Dispatching(**settings),
            bus=bus,
            ledger=self.ledger,
            vault=self.vault,
            follow=self.follow,
            connect=lambda: connect_postgres(self.database, role=ROLE),
            at_hand=self.at_hand,
        )

    @contextlib.asynccontextmanager
    async def dispatching(self, **settings: Any) -> AsyncIterator[Dispatcher]:
        """A dispatcher alone, with a connection of its own."""
        bus = await self.connect("dispatcher")
        dispatcher = self.dispatcher(bus, **settings)
        try:
            async with self.running(dispatcher):
                yield dispatcher
        finally:
            await bus.close()

    def settler_parts(self, bus: Bus, pool: Any) -> dict[str, Any]:
        """What a settler is made of; it records from the loop, as in `work`."""
        return {
            "bus": bus,
            "ledger": self.ledger,
            "append": self.appends.append,
            "calls": StoreCalls(self.store),
            "pool": pool,
            "at_hand": self.at_hand,
        }

    @contextlib.asynccontextmanager
    async def settling(self) -> AsyncIterator[Settler]:
        """A settler alone."""
        bus = await self.connect("settler")
        async with async_pool(self.database, role=ROLE) as pool:
            settler = Settler(**self.settler_parts(bus, pool))
            try:
                async with self.running(settler):
                    yield settler
            finally:
                await bus.close()

    @contextlib.asynccontextmanager
    async def relaying(
        self,
        *,
        render_seconds_max: float = 60.0,
        render_margin_seconds: float = 5.0,
        **settings: Any,
    ) -> AsyncIterator[Dispatcher]:
        """All of the relay, as the `work` process runs it, with short rounds."""
        bus = await self.connect("work")
        async with async_pool(self.database, role=ROLE) as pool:
            dispatcher = self.dispatcher(bus, **settings)
            parts = [
                dispatcher,
                Settler(**self.settler_parts(bus, pool)),
                Sweeper(
                    bus=bus,
                    ledger=self.ledger,
                    pool=pool,
                    leading_seconds=lambda: dispatcher.leading_seconds,
                    render_seconds_max=render_seconds_max,
                    render_margin_seconds=render_margin_seconds,
                    sweep_seconds=0.1,
                ),
                Janitor(
                    ledger=self.ledger,
                    calls=StoreCalls(self.store),
                    pool=pool,
                    leading_seconds=lambda: dispatcher.leading_seconds,
                    object_age_seconds=0.0,
                    round_seconds=0.5,
                ),
            ]
            try:
                async with self.running(*parts):
                    yield dispatcher
            finally:
                await bus.close()

    @contextlib.asynccontextmanager
    async def consuming(
        self, engine: Engine, *, slots: int = 1, pool: str = "default", **options: Any
    ) -> AsyncIterator[Worker]:
        """A consumer that draws every model with `engine`."""
        topology = msgspec.structs.replace(self.topology, pools=(pool,))
        bus = await connect(self.nats_url, name="infer", topology=topology, bus_key=BUS_KEY)
        transport = JetStreamTransport(bus, pool=pool, slots=slots)
        worker = Worker(
            transport=transport,
            engines={"anime": engine, "realistic-sharp": engine},
            object_store=self.store,
            slots=slots,
            **({"render_seconds_max": 60.0, "stop_grace_seconds": 5.0} | options),
        )
        stop = asyncio.Event()
        await worker.load(stop)
        try:
            async with transport:
                task = asyncio.create_task(worker.run(stop))
                try:
                    yield worker
                finally:
                    stop.set()
                    await task
        finally:
            await bus.close()
