"""A served application without a socket: real PostgreSQL, objects in memory, a tiny settler.

Requests enter as ASGI messages, so that tests may send what no client library would: a header
twice, a body that never ends, a peer elsewhere.
"""

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import msgspec
import psycopg
from litestar import Litestar

from adapters.accounts.opening import account_id_for, hash_password, issue_test_key, open_account
from adapters.composition.serve import finance_report
from adapters.eventstore.follower import Follower, Lookout
from adapters.eventstore.loop_appends import LoopAppends
from adapters.eventstore.store import PostgresLedger
from adapters.keys import hash_key, issue_key
from adapters.memory.ledger import MemoryVault
from adapters.memory.objects import MemoryStore
from adapters.postgres.connections import async_pool, connect
from adapters.provenance.reading import FileReader
from adapters.queue_places import Place, PoolState
from adapters.reports.catalogue import TITLES
from adapters.vault import MasterKey, PostgresVault
from adapters.web.app import create_app
from adapters.web.dependencies import (
    ListPool,
    OpenedAccount,
    OperatorPorts,
    SignUp,
    WebDependencies,
)
from adapters.web.waiting.settled import CHANGES, SettledEvents
from domain import handlers
from domain.generation import (
    Ending,
    GenerationBlocked,
    GenerationCanceled,
    GenerationCompleted,
    GenerationExpired,
    GenerationFailed,
    GenerationRequested,
)
from domain.ids import AccountId, Book, GenerationId
from domain.objects import ObjectStore
from domain.sandbox import judge
from inference.catalogue import load_catalogue
from projections import runner
from projections.registry import PROJECTIONS
from tests import builders
from tests.adapters.web.asgi import AsgiApp, Reply, exchange, started, stopped
from tests.adapters.web.customer import Customer
from tests.adapters.web.documented import undocumented
from tests.inference.provenance.files import OURS

REPLY_SECONDS_MAX = 120.0
ELSEWHERE = ("203.0.113.7", 40000)
HERE = ("127.0.0.1", 40000)
MASTER_SECRET = b"\x07" * 32

ENDINGS: dict[str, Ending] = {
    "fail": GenerationFailed(attempt=1, reason="engine_failed"),
    "timeout": GenerationFailed(attempt=1, reason="timeout"),
    "expire": GenerationExpired(),
    "block": GenerationBlocked(attempt=1, category="minor", policy_version="1"),
    "cancel": GenerationCanceled(by="operator"),
}


class Site:
    """One application on an event loop of its own; tests call it from their threads."""

    def __init__(self, database_url: str, *, objects: ObjectStore | None = None) -> None:
        self.database_url = database_url
        self.now: datetime | None = None
        self.verify_email = False
        self.outcomes: dict[UUID, str] = {}
        self.master_key = MasterKey(MASTER_SECRET)
        self.ledger = self._ledger("live").start()
        self.test_ledger = self._ledger("test").start()
        self.vault = PostgresVault(database_url, self.master_key, role="xavira_api")
        self.objects: Any = MemoryStore() if objects is None else objects
        self.test_objects = MemoryStore()
        self.progress: dict[UUID, float] = {}
        self.places_asked = 0
        self.pool_states: list[PoolState] = []
        self.place: Place | None = Place(position=3, p50_seconds=7, p95_seconds=9)
        self.expected: Place | None = Place(position=4, p50_seconds=8, p95_seconds=11)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._stop = threading.Event()
        self._settlers: list[threading.Thread] = []
        self._settle_book("live")
        self._projecting = threading.Lock()
        self._appends: list[LoopAppends] = []
        self._apps: list[tuple[asyncio.Event, asyncio.Task[None]]] = []
        self.app = self.serve()
        self._first_appends = len(self._appends)

    def app_unstarted(self, *, test: Mapping[str, Any] | None = None, **changes: Any) -> Litestar:
        """An application that a server starts and stops. `test` are changes to its test book."""
        if {"ledger", "lists"} & changes.keys():
            changes = {"append": None, "load": None} | changes
        live = msgspec.structs.replace(self.dependencies(), **changes)
        return create_app(live, partial(self._open_test, test or {}))

    def serve(self, **changes: Any) -> Litestar:
        """An application of this site, with other dependencies where a test wants them."""
        app = self.app_unstarted(**changes)
        self._apps.append(self.wait(started(app)))
        return app

    def serve_for_a_while(self) -> tuple[Litestar, Callable[[], None]]:
        """An application, and what stops it before the site is closed."""
        app = self.serve()
        running = self._apps.pop()
        return app, lambda: self.wait(stopped(*running))

    def _ledger(self, book: Book) -> PostgresLedger:
        """Its own clock is that of the site, right or wrong."""
        return PostgresLedger(
            self.database_url,
            role="xavira_api",
            book=book,
            own_clock=lambda: self.now or datetime.now(UTC),
        )

    def dependencies(self, book: Book = "live") -> WebDependencies:
        entries = load_catalogue()
        lookout = Lookout(self.database_url, role="xavira_api", book=book, topics=CHANGES)
        lists = self.pool(book=book)
        return WebDependencies(
            ledger=self.ledger_of(book),
            append=self._appends_of(book).append,
            load=self.ledger_of(book).loads_of(lists).load,
            remembered=self.ledger_of(book).remembered,
            vault=self.vault,
            object_store=self.objects_of(book),
            lists=lists,
            settled=SettledEvents(lookout, self.ledger_of(book).head),
            models={name: entry.card for name, entry in entries.items()},
            engines={name: entry.engine for name, entry in entries.items()},
            clock=lambda: self.now or datetime.now(UTC),
            **self.hashing(self.master_key),
            open_account=self._open_account,
            account_of=lambda email: account_id_for(email, self.master_key),
            low_credits=10,
            queue_place=self._queue_place,
            queue_places=self._queue_places,
            expected_place=self._expected_place,
            queue_depth=self._queue_depth,
            progress=self.progress,
            base_url="https://media.example",
            wait_seconds=20.0,
            deadline_seconds=3600.0,
            signups_per_hour=5,
            rate_store_seconds_max=REPLY_SECONDS_MAX,
            find_provenance=FileReader(OURS, watermark=None, seconds_max=120.0).find,
            classify=judge if book == "test" else None,
            book=book,
            operating=OperatorPorts(
                new_data_key=self.master_key.new_data_key,
                receipt_of=self.master_key.receipt_of,
                pool_states=self._pool_states,
                finance_titles=TITLES,
                finance_report=lambda wish: finance_report(self.database_url, wish, book),
            ),
        )

    def hashing(self, master_key: MasterKey) -> dict[str, Any]:
        """How keys are made and known again under the peppers of a master key."""
        return {
            "hash_key": lambda secret: hash_key(secret, master_key.pepper),
            "older_hashes": lambda secret: [hash_key(secret, p) for p in master_key.old_peppers],
            "pepper_version": master_key.pepper.version,
            "fresh_key": lambda book: issue_key(book, pepper=master_key.pepper),
        }

    @asynccontextmanager
    async def _open_test(self, changes: Mapping[str, Any]) -> AsyncIterator[WebDependencies]:
        """The test book of an application, and once for the site what ends its generations."""
        if len(self._settlers) == 1:
            self._settle_book("test")
        yield msgspec.structs.replace(self.dependencies("test"), **changes)

    def ledger_of(self, book: Book) -> PostgresLedger:
        return self.ledger if book == "live" else self.test_ledger

    def _appends_of(self, book: Book) -> LoopAppends:
        self._appends.append(self.ledger_of(book).loop_appends())
        return self._appends[-1]

    def objects_of(self, book: Book) -> Any:
        return self.objects if book == "live" else self.test_objects

    def pool(self, database_url: str | None = None, *, book: Book = "live") -> ListPool:
        pool = async_pool(database_url or self.database_url, role="xavira_api", book=book)
        if database_url is not None:
            pool.timeout = 0.2  # an unreachable database need not be waited for here
        return pool

    def blind_vault(self) -> MemoryVault:
        """A vault in which every account was erased."""
        return _BlindVault()

    def freeze(self) -> None:
        """Stops the application's clock in the middle of a minute."""
        self.now = datetime(2031, 1, 1, 12, 0, 30, tzinfo=UTC)

    def stop_others(self) -> None:
        """Stops every application but the first one: each holds connections of its own."""
        while len(self._apps) > 1:
            self.wait(stopped(*self._apps.pop()))
        while len(self._appends) > self._first_appends:
            self.wait(self._appends.pop().close())

    def close(self) -> None:
        self.stop_others()
        self.wait(stopped(*self._apps.pop()))
        self._stop.set()
        for settler in self._settlers:
            settler.join(REPLY_SECONDS_MAX)
        for appends in self._appends:
            self.wait(appends.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(REPLY_SECONDS_MAX)
        self._loop.close()
        self.ledger.close()
        self.test_ledger.close()
        self.vault.close()

    # --- requests ---------------------------------------------------------------------------

    def wait(self, task: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(task, self._loop).result(REPLY_SECONDS_MAX)

    def send(self, method: str, path: str, **options: Any) -> Reply:
        reply: Reply = self.wait(self.ask(method, path, **options))
        return reply

    def send_all(self, asked: Iterable[Coroutine[Any, Any, Reply]]) -> list[Reply]:
        """All at the same time."""
        tasks = list(asked)

        async def together() -> list[Reply]:
            return list(await asyncio.gather(*tasks))

        replies: list[Reply] = self.wait(together())
        return replies

    def begin(self, task: Coroutine[Any, Any, Reply]) -> "Future[Reply]":
        """Starts a request; returns once it has been given to the application."""
        begun = asyncio.run_coroutine_threadsafe(task, self._loop)
        self.wait(asyncio.sleep(0))
        return begun

    def end(self, begun: "Future[Reply]") -> Reply:
        return begun.result(REPLY_SECONDS_MAX)

    async def ask(
        self,
        method: str,
        path: str,
        *,
        body: bytes | None = None,
        json_body: Any = None,
        headers: Iterable[tuple[str, str]] = (),
        client: tuple[str, int] | None = HERE,
        chunks: Iterable[bytes] | None = None,
        endless: bool = False,
        app: AsgiApp | None = None,
    ) -> Reply:
        """One request. `endless` never finishes the body. Whatever is answered has no header but
        those that the document tells of it.
        """
        sent = [(b"host", b"127.0.0.1")]
        sent += [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]
        if json_body is not None:
            body = json.dumps(json_body).encode()
            sent.append((b"content-type", b"application/json"))
        pieces = list(chunks) if chunks is not None else [body or b""]
        bare, _, query = path.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": bare,
            "raw_path": bare.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": sent,
            "client": client,
            "server": ("127.0.0.1", 80),
        }
        reply = await exchange(app or self.app, scope, pieces, endless=endless)
        assert not undocumented(method, bare, reply), (method, bare, reply)
        return reply

    # --- accounts ---------------------------------------------------------------------------

    def account(self, *, tier: Any = "base", granted: int = 0) -> "Customer":
        """A new account with 25 free credits and `granted` more."""
        opened = open_account(
            self.ledger,
            self.master_key,
            email=f"{uuid4().hex}@example.com",
            password_hash=None,
            attestation="operator",
            tier=tier,
        )
        opened.appended.result(REPLY_SECONDS_MAX)
        if granted:
            self.grant(opened.account_id, granted)
        return Customer(self, opened.account_id, opened.key.secret, opened.key_id)

    def test_key(self, customer: "Customer") -> "Customer":
        """The same account with a test key: a client of the test book."""
        issued = issue_test_key(self.test_ledger, self.master_key, customer.account_id)
        issued.appended.result(REPLY_SECONDS_MAX)
        return Customer(self, customer.account_id, issued.key.secret, issued.key_id)

    def grant(self, account_id: AccountId, amount: int) -> None:
        command = builders.granted(account_id, amount)
        self.ledger.append(command).result(REPLY_SECONDS_MAX)

    def _open_account(self, wish: SignUp) -> OpenedAccount:
        opened = open_account(
            self.ledger,
            self.master_key,
            email=wish.email,
            password_hash=hash_password(wish.password),
            attestation="loopback_default" if wish.from_loopback else "request",
            verify_email=self.verify_email,
        )
        appended = opened.appended.result(REPLY_SECONDS_MAX)
        return OpenedAccount(
            account_id=opened.account_id, api_key=opened.key.secret, position=appended.position
        )

    async def _queue_place(self, generation_id: GenerationId) -> Place | None:
        return self.place

    async def _queue_places(self, asked: Sequence[GenerationId]) -> dict[UUID, Place]:
        self.places_asked += 1
        return {} if self.place is None else dict.fromkeys(asked, self.place)

    async def _expected_place(
        self, account_id: AccountId, model_id: str, kind: str
    ) -> Place | None:
        return self.expected

    async def _pool_states(self) -> list[PoolState]:
        return self.pool_states

    async def _queue_depth(self, model_id: str) -> int:
        return 2

    # --- what other processes do ------------------------------------------------------------

    def settle(
        self, account_id: AccountId, text: str, outcome: str, *, book: Book = "live"
    ) -> None:
        """Ends a generation: "complete", or one of ENDINGS."""
        generation_id = GenerationId(UUID(text))
        if outcome == "complete":
            command = self._completion(generation_id, book)
        else:
            command = handlers.end_generation(account_id, generation_id, ENDINGS[outcome])
        self.ledger_of(book).append(command).result(REPLY_SECONDS_MAX)

    def _completion(self, generation_id: GenerationId, book: Book) -> Any:
        data = f"picture of {generation_id}".encode()
        objects = self.objects_of(book)
        output_key = objects.put_quarantine(generation_id, data, media_type="image/png")
        objects.publish(output_key)
        event = GenerationCompleted(
            attempt=1,
            output_key=output_key,
            poster_key=None,
            media_type="image/png",
            width=896,
            height=1152,
            identity_score=None,
            engine_seconds=0.1,
        )
        return handlers.complete_generation(generation_id, event)

    def _settle_book(self, book: Book) -> None:
        settler = threading.Thread(target=self._settle_all, args=(book,), daemon=True)
        self._settlers.append(settler)
        settler.start()

    def _settle_all(self, book: Book) -> None:
        follower = Follower(self.database_url, role="xavira_work", book=book)
        for batch in follower.batches(0, stop=self._stop, poll_seconds=0.1):
            for recorded in batch:
                if not isinstance(recorded.event, GenerationRequested):
                    continue
                account_id = recorded.event.account_id
                outcome = self.outcomes.get(account_id, "complete")
                if outcome != "hold":
                    self.settle(account_id, str(recorded.stream_id), outcome, book=book)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What a query finds, as the owner of the database sees it."""
        with psycopg.connect(self.database_url) as connection:
            return connection.execute(query.encode()).fetchall()

    def project(self, book: Book = "live") -> None:
        """Brings every projection to the end of the log."""
        projections = list(PROJECTIONS.values())
        ledger = self.ledger_of(book)
        with (
            self._projecting,
            connect(self.database_url, role="xavira_work", book=book) as connection,
        ):
            head = ledger.head()
            after = runner.start(connection, projections, head=head)
            while after < head:
                batch = ledger.read(after, 1000)
                runner.step(
                    projections,
                    batch,
                    connection,
                    book=book,
                    read=ledger.read,
                    report=_refuse,
                )
                after = batch[-1].position


class _BlindVault(MemoryVault):
    """Opens nothing."""

    def open(self, account_id: UUID, sealed: bytes) -> bytes | None:
        return None


def _refuse(stopped: Any) -> None:
    raise AssertionError(stopped)
