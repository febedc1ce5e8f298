"""The whole API under load on one machine: images from claim to stored file, and reads.

Limits, moderation, idempotency and keys are on as in production; only the engine answers a cached
picture, so that what is measured is the platform.
"""

import asyncio
import itertools
import random
import statistics
from collections.abc import Callable, Iterator
from uuid import uuid4

import msgspec

from adapters import deployment
from adapters.accounts.opening import NewAccount, open_account
from adapters.bench.deployment import Measured, NotReady, measured
from adapters.bench.load import (
    Answer,
    Connection,
    Load,
    connect,
    load,
    post_bytes,
    request_bytes,
)
from adapters.bench.processes import processor_seconds
from adapters.eventstore import PostgresLedger
from adapters.settings import Settings
from adapters.vault import MasterKey
from domain import handlers
from domain.credits import Credits
from domain.ids import AccountId, LotId
from domain.ledger import LOT_PRIORITY_DEFAULT, CreditsGranted

HOST = "127.0.0.1"
ACCOUNTS = 200
CLIENTS = (1, 16, 64)
CREDITS_EACH = 100_000
WARM_UP_SECONDS = 3.0
CREATED = 201
SEED = 1
BODY = {"model_id": "anime", "name": "Mia", "traits": {"age": 26, "hairColor": "brown"}}


class Customer(msgspec.Struct, frozen=True, kw_only=True):
    """An account under load, with its character and one finished image."""

    account_id: AccountId
    key: str
    character_id: str
    generation_id: str


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of request at so many clients, and each process's processor milliseconds for one."""

    kind: str
    clients: int
    load: Load
    processor: dict[str, float]

    @property
    def refused(self) -> int:
        """Answers that were not 2xx."""
        return sum(n for status, n in self.load.statuses.items() if not 200 <= status < 300)

    def percentile(self, percent: int) -> float:
        cuts = statistics.quantiles(self.load.milliseconds, n=100, method="inclusive")
        return cuts[percent - 1]


def measure_api(
    settings: Settings, *, seconds: float, told: Callable[[str], None]
) -> Iterator[Round]:
    """Rounds as they are done: images at each number of clients, then reads."""
    instant = msgspec.structs.replace(settings, engine="sketch", sketch_instant=True)
    told("start a deployment")
    with measured(msgspec.structs.replace(instant, worker_slots=8)) as running:
        told(f"open {ACCOUNTS} accounts")
        customers = asyncio.run(_customers(running))
        requests = {"generate": _images(customers), **_reads(customers)}
        for kind, next_request in requests.items():
            told(f"warm up: {kind}")
            _loaded(running, next_request, CLIENTS[-1], WARM_UP_SECONDS)
            for clients in CLIENTS:
                told(f"{kind}, {clients} clients")
                yield _round(running, kind, next_request, clients, seconds)


def _round(
    running: Measured, kind: str, next_request: Callable[[], bytes], clients: int, seconds: float
) -> Round:
    before = processor_seconds(running.pids)
    seen = _loaded(running, next_request, clients, seconds)
    after = processor_seconds(running.pids)
    asked = len(seen.milliseconds)
    each = {name: (after[name] - before[name]) * 1000 / asked for name in before}
    return Round(kind=kind, clients=clients, load=seen, processor=each)


def _loaded(
    running: Measured, next_request: Callable[[], bytes], clients: int, seconds: float
) -> Load:
    port = running.settings.port
    return asyncio.run(load(HOST, port, next_request, clients=clients, seconds=seconds))


async def _customers(running: Measured) -> list[Customer]:
    """Accounts in the tier `volume`: its limit is on and, shared evenly, is not met."""
    master_key = deployment.master_key(running.settings)
    url = deployment.database_url(running.settings)
    with PostgresLedger(url, role="xavira_work") as ledger:
        opened = [_open(ledger, master_key) for _ in range(ACCOUNTS)]
        for account in opened:
            account.appended.result()
        granted = [
            ledger.append(handlers.grant_credits(account.account_id, _lot())) for account in opened
        ]
        for future in granted:
            future.result()
    connection = await connect(HOST, running.settings.port)
    try:
        return [
            Customer(
                account_id=account.account_id,
                key=account.key.secret,
                **await _first_steps(connection, account.key.secret),
            )
            for account in opened
        ]
    finally:
        connection.close()


def _open(ledger: PostgresLedger, master_key: MasterKey) -> NewAccount:
    return open_account(
        ledger,
        master_key,
        email=f"{uuid4().hex}@example.com",
        password_hash=None,
        attestation="operator",
        tier="volume",
    )


async def _first_steps(connection: Connection, key: str) -> dict[str, str]:
    """A character and a finished image of it; returns their ids by field of Customer."""
    created = await connection.ask(post_bytes("/v1/characters", key, BODY))
    character_id = _field(created, "character_id")
    drawn = await connection.ask(_image(key, character_id))
    return {"character_id": character_id, "generation_id": _field(drawn, "generation_id")}


def _field(answer: Answer, name: str) -> str:
    if answer.status != CREATED:
        raise NotReady(f"{answer.status}: {answer.body.decode()}")
    return str(msgspec.json.decode(answer.body)[name])


def _image(key: str, character_id: str) -> bytes:
    body = {"character_id": character_id, "prompt": "half body, smiling, garden, soft light"}
    return post_bytes("/v1/images:generate", key, body)


def _images(customers: list[Customer]) -> Callable[[], bytes]:
    """Accounts in turn, so that no minute of one is ever full."""
    turn = itertools.cycle(customers)

    def following() -> bytes:
        customer = next(turn)
        return _image(customer.key, customer.character_id)

    return following


def _reads(customers: list[Customer]) -> dict[str, Callable[[], bytes]]:
    """Of random accounts: one generation (folded), the balance (folded), a list (projected)."""
    chosen = random.Random(SEED)

    def reading(path: Callable[[Customer], str]) -> Callable[[], bytes]:
        def following() -> bytes:
            customer = chosen.choice(customers)
            return request_bytes("GET", path(customer), key=customer.key)

        return following

    return {
        "read a generation": reading(lambda who: f"/v1/generations/{who.generation_id}"),
        "read the balance": reading(lambda who: "/v1/balance"),
        "list generations": reading(lambda who: "/v1/generations?limit=5"),
    }


def _lot() -> CreditsGranted:
    return CreditsGranted(
        lot_id=LotId(uuid4()),
        amount=Credits(CREDITS_EACH),
        kind="goodwill",
        priority=LOT_PRIORITY_DEFAULT,
        expires_at=None,
        price_minor=None,
        currency=None,
        payment_reference=None,
        actor="bench",
        reason=None,
    )
