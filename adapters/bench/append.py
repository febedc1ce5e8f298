"""Durable debit and request through the real handler, so many of them in flight at all times.

A request is made as the API makes it: fingerprint and sealed text with the account's data key, the
claim, the command. Whoever waits for its answer asks for the next one then.
"""

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate, cycle
from uuid import UUID, uuid4

import msgspec
import uvloop

from adapters.bench.baseline import WARM_UP_SHARE, ZIPF_EXPONENT, Speed, speed_of
from adapters.eventstore import PostgresLedger
from adapters.fresh_ids import fresh_id
from adapters.vault import MasterKey, PostgresVault
from domain import handlers
from domain.characters.character import CharacterCreated
from domain.credits import Credits
from domain.generation import GenerationRequested
from domain.ids import AccountId, CharacterId, GenerationId, KeyId, LotId
from domain.ledger import LOT_PRIORITY_DEFAULT, AccountAttested, CreditsGranted, KeyIssued
from domain.ports import Command

ACCOUNTS_OPENED_TOGETHER = 500
DRAWN_AHEAD = 200_000
CREDITS = Credits(1_000_000_000)
DEADLINE = timedelta(hours=1)
BODY = msgspec.json.encode(
    {"character_id": str(UUID(int=1)), "prompt": "half body, smiling, in a garden at noon"}
)
TEXTS = msgspec.json.encode(
    {
        "prompt": "half body, smiling, in a garden at noon",
        "negative_prompt": "",
        "enhanced": "a photo of a 26 year old woman with long brown hair, half body, smiling, in a"
        " garden at noon, natural light, 50 mm lens, sharp focus, high detail",
        "tags": [],
    }
)


class Customer(msgspec.Struct, frozen=True):
    """An account with a key, a character and many credits."""

    account_id: AccountId
    character_id: CharacterId
    key_id: KeyId


def open_customers(ledger: PostgresLedger, master_key: MasterKey, count: int) -> list[Customer]:
    """Opens accounts as a sign-up does, with a bought lot beside the free one."""
    customers = [
        Customer(AccountId(uuid4()), CharacterId(uuid4()), KeyId(uuid4())) for _ in range(count)
    ]
    for start in range(0, count, ACCOUNTS_OPENED_TOGETHER):
        some = customers[start : start + ACCOUNTS_OPENED_TOGETHER]
        for commands in (_opening(some, master_key), _granting(some), _creating(some)):
            for future in [ledger.append(command) for command in commands]:
                future.result()
    return customers


def _opening(customers: list[Customer], master_key: MasterKey) -> Iterator[Command]:
    for customer in customers:
        yield handlers.open_account(
            customer.account_id,
            tier="unlimited",
            attested=AccountAttested(terms_version="bench", adult=True, source="operator"),
            key=KeyIssued(
                key_id=customer.key_id, prefix="xav_live_bnch", last4="0000", scopes=("generate",)
            ),
            lot_id=LotId(uuid4()),
            rows=[master_key.new_data_key(customer.account_id).row],
        )


def _granting(customers: list[Customer]) -> Iterator[Command]:
    for customer in customers:
        event = CreditsGranted(
            lot_id=LotId(uuid4()),
            amount=CREDITS,
            kind="paid",
            priority=LOT_PRIORITY_DEFAULT,
            expires_at=datetime.now(UTC) + timedelta(days=90),
            price_minor=100,
            currency="EUR",
            payment_reference=str(uuid4()),
            actor="bench",
            reason=None,
        )
        yield handlers.grant_credits(customer.account_id, event)


def _creating(customers: list[Customer]) -> Iterator[Command]:
    for customer in customers:
        event = CharacterCreated(
            account_id=customer.account_id,
            livemode=True,
            model_id="anime",
            traits={"age": 26, "hairColor": "brown"},
            conditioned=False,
            fingerprint=bytes(32),
            sealed=bytes(96),
            policy_version="bench",
        )
        yield handlers.create_character(customer.character_id, event, key_id=customer.key_id)


class Load:
    """Requests of many customers, through one process's ledger and vault.

    The chance of each falls with its rank: 1, 2, 3 and so on, unless `ranks` says otherwise.
    """

    def __init__(
        self,
        ledger: PostgresLedger,
        vault: PostgresVault,
        customers: list[Customer],
        *,
        ranks: Sequence[int] | None = None,
    ) -> None:
        self.customers = customers
        self._ledger = ledger
        self._vault = vault
        self._hot = customers[:1]
        ranks = ranks or range(1, len(customers) + 1)
        weights = accumulate(rank**-ZIPF_EXPONENT for rank in ranks)
        chance = random.Random(1)
        self._spread = chance.choices(customers, cum_weights=list(weights), k=DRAWN_AHEAD)

    def meet_everybody(self) -> None:
        """Reads every data key once, as a process that has been up for a while has."""
        for account_id in {customer.account_id for customer in self._spread}:
            self._vault.fingerprint(account_id, BODY)

    def run(self, *, spread: bool, in_flight: int, seconds: float) -> Speed:
        """Keeps `in_flight` requests waiting; the first fifth of the time does not count."""
        waits = self.waits(spread=spread, in_flight=in_flight, seconds=seconds)
        return speed_of(waits, seconds=seconds)

    def waits(self, *, spread: bool, in_flight: int, seconds: float) -> list[float]:
        """The same: the milliseconds that each request took."""
        customers = cycle(self._spread if spread else self._hot)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(self._ask_all(customers, in_flight, seconds))

    async def _ask_all(
        self, customers: Iterator[Customer], in_flight: int, seconds: float
    ) -> list[float]:
        appends = self._ledger.loop_appends()
        await appends.append(self.command(next(customers)))  # makes its connection
        began = time.perf_counter()
        counted, ended = began + seconds * WARM_UP_SHARE, began + seconds * (1 + WARM_UP_SHARE)
        milliseconds: list[float] = []

        async def ask() -> None:
            asked = began
            while asked < ended:
                asked = time.perf_counter()
                await appends.append(self.command(next(customers)))
                if counted <= (now := time.perf_counter()) < ended:
                    milliseconds.append((now - asked) * 1000)

        await asyncio.gather(*[ask() for _ in range(in_flight)])
        await appends.close()
        return milliseconds

    def command(self, customer: Customer) -> Command:
        """One image for one credit, as the API asks the ledger for it."""
        key = self._vault.at_hand(customer.account_id) or self._vault
        claim = GenerationRequested(
            account_id=customer.account_id,
            livemode=True,
            kind="image",
            character_id=customer.character_id,
            model_id="anime",
            source_generation_id=None,
            source_key=None,
            traits={"age": 26, "hairColor": "brown"},
            seed=random.getrandbits(32),
            width=896,
            height=1152,
            format="png",
            seconds=None,
            price=Credits(1),
            draws=(),
            key_id=customer.key_id,
            fingerprint=key.fingerprint(customer.account_id, BODY),
            sealed=key.seal(customer.account_id, TEXTS),
            enhancement_version="enhancement-1",
            policy_version="policy-1",
            deadline_at=datetime.now(UTC) + DEADLINE,
        )
        return handlers.request_generation(GenerationId(fresh_id()), claim)
