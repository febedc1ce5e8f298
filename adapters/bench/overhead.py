"""What the platform adds to one image: total minus engine time, stage by stage, at one client.

Stages come from the canonical log lines of `serve` and `infer` and from the log's recorded times;
all processes share one clock, so the stages of a request sum to its total.
"""

import statistics
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import httpx2
import msgspec

from adapters import deployment
from adapters.bench.deployment import Measured, measured
from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from adapters.settings import Settings
from domain import handlers
from domain.credits import Credits
from domain.generation import GenerationCompleted
from domain.ids import AccountId, LotId
from domain.ledger import LOT_PRIORITY_DEFAULT, CreditsGranted

WARM_UP_REQUESTS = 20
REQUEST_SECONDS_MAX = 120.0

STAGES = (
    "client and HTTP server",
    "authenticate, read account, claim and character",
    "rate limit",
    "validate, moderate, enhance, seal",
    "record claim and debit",
    "dispatch: follow the log, release, publish, deliver",
    "consumer: wait for the engine thread",
    "engine",
    "check the output and store it in quarantine",
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
        waited: dict[str, float] = {}
        with _customer(running) as http:
            character_id = _character(http)
            for number in range(WARM_UP_REQUESTS + requests):
                generation_id, milliseconds = _ask(http, character_id)
                if number >= WARM_UP_REQUESTS:
                    waited[generation_id] = milliseconds
                    told(number - WARM_UP_REQUESTS + 1)
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


def _customer(running: Measured) -> httpx2.Client:
    """A client with a key, many credits and no rate limit."""
    account = httpx2.post(
        f"{running.url}/v1/accounts",
        json={"email": f"{uuid4().hex}@example.com", "password": uuid4().hex},
    ).json()
    account_id = AccountId(UUID(account["account_id"]))
    with PostgresLedger(deployment.database_url(running.settings), role="xavira_work") as ledger:
        ledger.append(handlers.set_tier(account_id, "unlimited", actor="bench")).result()
        ledger.append(handlers.grant_credits(account_id, _lot())).result()
    return httpx2.Client(
        base_url=running.url,
        headers={"Authorization": f"Bearer {account['api_key']}"},
        timeout=REQUEST_SECONDS_MAX,
    )


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


def _character(http: httpx2.Client) -> str:
    body = {"model_id": "anime", "name": "Mia", "traits": {"age": 26, "hairColor": "brown"}}
    return str(http.post("/v1/characters", json=body).raise_for_status().json()["character_id"])


def _ask(http: httpx2.Client, character_id: str) -> tuple[str, float]:
    answer = http.post(
        "/v1/images:generate",
        json={"character_id": character_id, "prompt": "half body, smiling, garden"},
        headers={"Idempotency-Key": str(uuid4())},
    ).raise_for_status()
    assert answer.status_code == 201, answer.text
    return str(answer.json()["generation_id"]), answer.elapsed.total_seconds() * 1000


def _lines(running: Measured, event: str, name: str) -> dict[str, dict[str, Any]]:
    return {
        line[name]: line for line in list(running.said) if line["event"] == event and name in line
    }


def _recorded(running: Measured, generation_ids: list[str]) -> dict[str, float]:
    """Epoch seconds at which each generation's completion was recorded."""
    url = deployment.database_url(running.settings)
    with connect(url, role="xavira_work") as connection:
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
        work["stored"] - work["drawn"],
        settled - stored,
        web["ended"] - settled,
        served["milliseconds"] - web["ended"],
    ]


def percentile(values: list[float], percent: int) -> float:
    """The smallest value that `percent` in 100 do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
