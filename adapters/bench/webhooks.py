"""Webhooks under load: how many are delivered a second, and whether bad receivers harm good ones.

Events go through the real ledger, deliveries through the real reaction and sender in this process;
receivers are real servers in another one, and PostgreSQL commits to the disk. Plain HTTP, because
a TLS handshake measures the receiver's certificate more than us.
"""

import asyncio
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID, uuid4

import msgspec

from adapters.accounts.opening import open_account
from adapters.bench.receivers import Arrival
from adapters.bench.server import Server
from adapters.eventstore import PostgresLedger
from adapters.eventstore.follower import Follower
from adapters.postgres.connections import async_pool, connect
from adapters.vault import PostgresVault
from adapters.web.routes.webhooks.bodies import WebhookBodies
from adapters.webhook_sender.following import follow_log
from adapters.webhook_sender.sender import WebhookSender
from domain import handlers
from domain.characters.character import CharacterCreated
from domain.ids import AccountId, CharacterId, EndpointId, KeyId, SecretId
from domain.ports import Command, GroundRow
from domain.texts import CharacterTexts, EndpointTexts
from domain.webhooks import handlers as webhook_handlers
from domain.webhooks.endpoint import EndpointCreated

WORK_ROLE = "xavira_work"
RECEIVERS_SECONDS_MAX = 30.0
DRAIN_SECONDS_MAX = 300.0
POLL_SECONDS = 0.05
STATUS = Path("/proc/self/status")


class Customer(msgspec.Struct, frozen=True, kw_only=True):
    """An account with one endpoint."""

    account_id: AccountId
    key_id: KeyId


class WebhookRound(msgspec.Struct, frozen=True, kw_only=True):
    """What the prompt receivers saw. `per_second` is of a backlog; latencies, from an event's
    recorded time to its arrival, are those at `rate` events a second. Memory is this process's.
    """

    receivers: int
    dripping: int
    backlog: int
    per_second: float
    rate: float
    seconds: list[float]
    mib_before: int
    mib_after: int

    def milliseconds(self, percent: int) -> float:
        cuts = statistics.quantiles(self.seconds, n=100, method="inclusive")
        return cuts[percent - 1] * 1000


def measure_webhooks(
    server: Server,
    *,
    receivers: int,
    dripping: int,
    backlog: int,
    rate: float,
    seconds: float,
    told: Callable[[str], None],
) -> WebhookRound:
    """One round: a backlog that is drained, then a steady rate, the same share to each receiver."""
    vault = PostgresVault(server.login, server.master_key, role=WORK_ROLE)
    with (
        PostgresLedger(server.login, role=WORK_ROLE) as ledger,
        _listening(receivers - dripping, dripping) as (ports, arrived),
    ):
        told(f"open {receivers} accounts")
        customers = [_customer(server, ledger, vault, port) for port in ports]
        prompt = receivers - dripping
        told(f"record {backlog} events")
        _record(ledger, vault, customers, backlog)
        told("drain them")
        before = _mib()
        with _sending(server, ledger, vault):
            drained = _drained(server, customers[:prompt])
            told(f"{rate:g} events a second for {seconds:g} s")
            began = time.time()
            _steadily(ledger, vault, customers, rate, seconds)
            _drained(server, customers[:prompt])
            after = _mib()
        arrivals = arrived()
    vault.close()
    steady = [arrival.seconds for arrival in arrivals if arrival.at - arrival.seconds >= began]
    first = [arrival.at for arrival in arrivals if arrival.at < began]
    return WebhookRound(
        receivers=receivers,
        dripping=dripping,
        backlog=len(first),
        per_second=len(first) / (drained - min(first)),
        rate=rate,
        seconds=steady,
        mib_before=before,
        mib_after=after,
    )


@contextmanager
def _listening(
    prompt: int, dripping: int
) -> Iterator[tuple[list[int], Callable[[], list[Arrival]]]]:
    command = [sys.executable, "-m", "adapters.bench.receivers", str(prompt), str(dripping)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        ports = msgspec.json.decode(process.stdout.readline(), type=list[int])

        def arrived() -> list[Arrival]:
            told, _ = process.communicate(timeout=RECEIVERS_SECONDS_MAX)
            return msgspec.json.decode(told, type=list[Arrival])

        try:
            yield ports, arrived
        finally:
            process.kill()


def _customer(server: Server, ledger: PostgresLedger, vault: PostgresVault, port: int) -> Customer:
    opened = open_account(
        ledger,
        server.master_key,
        email=f"{uuid4().hex}@example.com",
        password_hash=None,
        attestation="operator",
    )
    opened.appended.result()
    account_id, endpoint_id = opened.account_id, EndpointId(uuid4())
    secret_id = SecretId(uuid4())
    texts = EndpointTexts(url=f"http://127.0.0.1:{port}/hook")
    event = EndpointCreated(
        account_id=account_id,
        livemode=True,
        sealed=vault.seal(account_id, msgspec.json.encode(texts)),
        event_types=None,
        secret_id=secret_id,
        fingerprint=b"bench",
    )
    row = GroundRow(
        table="webhook_secrets",
        values={
            "secret_id": secret_id,
            "endpoint_id": endpoint_id,
            "account_id": account_id,
            "sealed": vault.seal(account_id, bytes(32)),
        },
    )
    command = webhook_handlers.create_endpoint(
        endpoint_id, event, key_id=opened.key_id, rows=(row,)
    )
    ledger.append(command).result()
    return Customer(account_id=account_id, key_id=opened.key_id)


def _record(
    ledger: PostgresLedger, vault: PostgresVault, customers: list[Customer], events: int
) -> None:
    """Events of all customers in turn; each tells one receiver one thing."""
    futures = [
        ledger.append(_character(vault, customers[number % len(customers)]))
        for number in range(events)
    ]
    for future in futures:
        future.result()


def _steadily(
    ledger: PostgresLedger,
    vault: PostgresVault,
    customers: list[Customer],
    rate: float,
    seconds: float,
) -> None:
    """An open loop: the next event does not wait for the one before."""
    pause, started = threading.Event(), time.monotonic()
    for number in range(int(rate * seconds)):
        pause.wait(max(0.0, started + number / rate - time.monotonic()))
        ledger.append(_character(vault, customers[number % len(customers)]))


def _character(vault: PostgresVault, customer: Customer) -> Command:
    """A character that is ready at once: the cheapest event that is told."""
    account_id = customer.account_id
    event = CharacterCreated(
        account_id=account_id,
        livemode=True,
        model_id="anime",
        traits={"age": 26},
        conditioned=False,
        fingerprint=b"bench",
        sealed=vault.seal(account_id, msgspec.json.encode(CharacterTexts(name="Mia"))),
        policy_version="1",
    )
    return handlers.create_character(CharacterId(uuid4()), event, key_id=customer.key_id)


def _drained(server: Server, customers: list[Customer]) -> float:
    """Waits until nothing waits for these customers; the Unix time at which that was so."""
    accounts: list[UUID] = [customer.account_id for customer in customers]
    query = """
        SELECT (SELECT position FROM reaction_checkpoints WHERE name = 'webhooks')
            >= (SELECT max(notification_id) FROM stored_events)
            AND NOT EXISTS (
                SELECT FROM webhook_deliveries
                WHERE state IN ('waiting', 'sending') AND account_id = ANY(%s)
            )
    """
    pause, deadline = threading.Event(), time.monotonic() + DRAIN_SECONDS_MAX
    with connect(server.login, role=WORK_ROLE) as connection:
        while time.monotonic() < deadline:
            row = connection.execute(query, (accounts,)).fetchone()
            if row is not None and row[0]:
                return time.time()
            pause.wait(POLL_SECONDS)
    raise TimeoutError("the backlog is not drained")


@contextmanager
def _sending(server: Server, ledger: PostgresLedger, vault: PostgresVault) -> Iterator[None]:
    """Reaction and sender, each on a thread, as `work` runs them."""
    loop, stop, halted = asyncio.new_event_loop(), asyncio.Event(), threading.Event()
    started: list[WebhookSender] = []

    async def send() -> None:
        async with async_pool(server.login, role=WORK_ROLE, size_max=4) as pool:
            sender = WebhookSender(
                pool=pool,
                ledger=ledger,
                vault=vault,
                make_body=WebhookBodies(base_url="https://bench.example", vault=vault, book="live"),
                tell_owner=lambda account_id: (),
                allow_private=True,
            )
            started.append(sender)
            await sender.run(stop)

    def wake() -> None:
        if started:
            loop.call_soon_threadsafe(started[0].wake)

    def follow() -> None:
        follow_log(
            connect=lambda: connect(server.login, role=WORK_ROLE),
            follow=lambda after, ended: Follower(server.login, role=WORK_ROLE).batches(
                after, stop=ended
            ),
            ledger=ledger,
            book="live",
            low_credits=1,
            halted=halted,
            wake=wake,
        )

    with ThreadPoolExecutor(max_workers=2) as threads:
        running = [threads.submit(loop.run_until_complete, send()), threads.submit(follow)]
        try:
            yield
        finally:
            halted.set()
            loop.call_soon_threadsafe(stop.set)
            for each in running:
                each.result()
            loop.close()


def _mib() -> int:
    """Resident memory of this process."""
    lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
    return int(lines["VmRSS"].split()[0]) // 1024
