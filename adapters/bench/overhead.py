"""What the platform adds to one image: total minus engine time, stage by stage, at one client.

Stages come from the canonical log lines of `serve` and `infer` and from the log's recorded times;
all processes share one clock, so the stages of a request sum to its total. The client is that of
`bench api`: what a general HTTP client does with an answer is not the platform's.
"""

import asyncio
import statistics
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import httpx2
import msgspec

from adapters import deployment
from adapters.bench.deployment import Measured, measured
from adapters.bench.load import Answer, Connection, connect, post_bytes
from adapters.eventstore import PostgresLedger
from adapters.postgres import connections
from adapters.settings import Settings
from domain import handlers
from domain.credits import Credits
from domain.generation import GenerationCompleted
from domain.ids import AccountId, LotId
from domain.ledger import LOT_PRIORITY_DEFAULT, CreditsGranted

HOST = "127.0.0.1"
CREATED = 201
WARM_UP_REQUESTS = 20
CHARACTER = {"model_id": "anime", "name": "Mia", "traits": {"age": 26, "hairColor": "brown"}}

STAGES = (
    "client and HTTP server",
    "authenticate, read account, claim and character, judge meanwhile",
    "rate limit",
    "validate, moderate unless judged before, seal",
    "record claim and debit",
    "dispatch: follow the log, release, publish, deliver",
    "consumer: wait for the engine thread",
    "engine",
    "check the output",
    "sign the provenance",
    "store it in quarantine",
    "publish the result, settle: decide and insert",
    "commit, wake the request, read the generation",
    "answer",
)
ENGINE = STAGES.index("engine")


class Overhead(msgspec.Struct, frozen=True, kw_only=True):
    """Milliseconds of each request by stage; a request's stages sum to what its client waited."""

    requests: list[list[float]]

    @property
    def totals(self) -> list[float]:
        return [sum(stages) - stages[ENGINE] for stages in self.requests]

    def stage(self, number: int) -> list[float]:
        return [stages[number] for stages in self.requests]

    def at_the_median(self) -> list[float]:
        """Each stage's mean over the middle fifth of the requests by overhead: what p50 is made of.

        Medians of stages do not add up to the median of their sum; these do.
        """
        ordered = sorted(self.requests, key=lambda stages: sum(stages) - stages[ENGINE])
        middle = ordered[len(ordered) * 2 // 5 : len(ordered) * 3 // 5 + 1]
        return [statistics.fmean(stages[n] for stages in middle) for n in range(len(STAGES))]


def measure_overhead(settings: Settings, requests: int, told: Callable[[int], None]) -> Overhead:
    """Starts a deployment of its own and asks it for images, one after another."""
    with measured(settings) as running:
        waited = asyncio.run(_waited(running, _customer(running), requests, told))
        recorded = _recorded(running, list(waited))
        served = _lines(running, "request", "generation_id")
        drawn = _lines(running, "work", "work_id")
    return Overhead(
        requests=[
            _stages(waited[g], served[g], drawn[g], recorded[g])
            for g in waited
            if g in served and g in drawn
        ]
    )


def _customer(running: Measured) -> str:
    """The key of an account with many credits and no rate limit."""
    account = httpx2.post(
        f"{running.url}/v1/accounts",
        json={"email": f"{uuid4().hex}@example.com", "password": uuid4().hex},
    ).json()
    account_id = AccountId(UUID(account["account_id"]))
    with PostgresLedger(deployment.database_url(running.settings), role="xavira_work") as ledger:
        ledger.append(handlers.set_tier(account_id, "unlimited", actor="bench")).result()
        ledger.append(handlers.grant_credits(account_id, _lot())).result()
    return str(account["api_key"])


def _lot() -> CreditsGranted:
    return CreditsGranted(
        lot_id=LotId(uuid4()),
        amount=Credits(1_000_000),
        kind="goodwill",
        priority=LOT_PRIORITY_DEFAULT,
        expires_at=None,
        price_minor=None,
        currency=None,
        payment_reference=None,
        actor="bench",
        reason=None,
    )


async def _waited(
    running: Measured, key: str, requests: int, told: Callable[[int], None]
) -> dict[str, float]:
    """Milliseconds that the client waited for each generation, one after another."""
    connection = await connect(HOST, running.settings.port)
    try:
        character = await _created(connection, "/v1/characters", key, CHARACTER)
        waited: dict[str, float] = {}
        for number in range(WARM_UP_REQUESTS + requests):
            generation_id, milliseconds = await _ask(connection, key, character["character_id"])
            if number >= WARM_UP_REQUESTS:
                waited[generation_id] = milliseconds
                told(number - WARM_UP_REQUESTS + 1)
        return waited
    finally:
        connection.close()


async def _ask(connection: Connection, key: str, character_id: str) -> tuple[str, float]:
    body = {"character_id": character_id, "prompt": "half body, smiling, garden"}
    asked = post_bytes("/v1/images:generate", key, body)
    began = time.perf_counter()
    answer = await connection.ask(asked)
    milliseconds = (time.perf_counter() - began) * 1000
    return str(_body(answer)["generation_id"]), milliseconds


async def _created(connection: Connection, path: str, key: str, body: object) -> dict[str, Any]:
    return _body(await connection.ask(post_bytes(path, key, body)))


def _body(answer: Answer) -> dict[str, Any]:
    assert answer.status == CREATED, answer
    decoded: dict[str, Any] = msgspec.json.decode(answer.body)
    return decoded


def _lines(running: Measured, event: str, name: str) -> dict[str, dict[str, Any]]:
    return {
        line[name]: line for line in list(running.said) if line["event"] == event and name in line
    }


def _recorded(running: Measured, generation_ids: list[str]) -> dict[str, float]:
    """Epoch seconds at which each generation's completion was recorded."""
    url = deployment.database_url(running.settings)
    with connections.connect(url, role="xavira_work") as connection:
        rows = connection.execute(
            "SELECT originator_id, extract(epoch FROM recorded_at) FROM stored_events"
            " WHERE topic = %s AND originator_id = ANY(%s)",
            (GenerationCompleted.TOPIC, [UUID(text) for text in generation_ids]),
        ).fetchall()
    return {str(generation_id): float(at) for generation_id, at in rows}


def _stages(
    waited: float, served: dict[str, Any], drawn: dict[str, Any], recorded_at: float
) -> list[float]:
    """Milliseconds in the order of STAGES."""
    web, work = served["stages"], drawn["stages"]
    began = datetime.fromisoformat(served["timestamp"]).timestamp() - served["milliseconds"] / 1000
    received = (drawn["received_at"] - began) * 1000
    stored = received + work["stored"]
    settled = (recorded_at - began) * 1000
    return [
        waited - served["milliseconds"],
        web["admitted"],
        web["counted"] - web["admitted"],
        web["decided"] - web["counted"],
        web["recorded"] - web["decided"],
        received - web["recorded"],
        work["began"],
        work["drawn"] - work["began"],
        work["checked"] - work["drawn"],
        work["marked"] - work["checked"],
        work["stored"] - work["marked"],
        settled - stored,
        web["ended"] - settled,
        served["milliseconds"] - web["ended"],
    ]


def percentile(values: list[float], percent: int) -> float:
    """The smallest value that `percent` in 100 do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
