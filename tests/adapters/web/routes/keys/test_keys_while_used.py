"""Keys are revoked, capped and rotated while four real processes work for them, without NATS."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from domain.event import Recorded
from domain.keys.key import KeyCapped, KeyRevoked, KeyRotated
from domain.ledger import CreditsDebited
from tests.adapters.web.customer import Customer
from tests.adapters.web.serve_process import ServeProcess, served
from tests.stack import wait_for

REQUESTS = 100
BEFORE = 25
"""As many are answered before the key changes; the others are under way or still to come."""

AFTER = 25
"""As many are asked once it has changed, however quick the others were."""


@pytest.fixture(scope="module")
def serve(migrated_for_module: str, servers_folder: Path) -> Iterator[ServeProcess]:
    """Four HTTP processes; their NATS is nowhere."""
    folder = servers_folder / "keys"
    folder.mkdir()
    with served(migrated_for_module, folder, serve_workers=4) as process:
        yield process


class Spender:
    """An account whose keys are used over HTTP, from any number of connections."""

    def __init__(self, serve: ServeProcess) -> None:
        self.serve = serve
        self.customer: Customer = serve.site.account(tier="unlimited", granted=1_000)
        self.customer.outcome("hold")
        self.character_id = self.customer.character()
        self.owner = self._key(scopes=["account", "read", "generate"])["secret"]
        self._client = httpx2.Client(base_url=serve.url, timeout=120)

    def close(self) -> None:
        self._client.close()

    def _key(self, **wish: Any) -> dict[str, Any]:
        made: dict[str, Any] = self.customer.send("POST", "/v1/keys", json_body=wish).json
        return made

    def key(self) -> tuple[str, str]:
        """A new key: its id and its secret."""
        made = self._key(scopes=["generate", "read"])
        return made["key_id"], made["secret"]

    def send(self, method: str, path: str, secret: str, **options: Any) -> httpx2.Response:
        """A request that gets no answer says what the processes were doing meanwhile."""
        headers = {"Authorization": f"Bearer {secret}"} | options.pop("headers", {})
        try:
            return self._client.request(method, path, headers=headers, **options)
        except httpx2.TimeoutException as error:
            raise AssertionError(f"{method} {path}: {error!r}\n{self.serve.stacks()}") from error

    def image(self, secret: str) -> int:
        """The status of a request that does not wait for its image."""
        headers = {"Idempotency-Key": str(uuid4()), "Prefer": "respond-async"}
        body = {"character_id": self.character_id, "prompt": "smiling, garden"}
        answer = self.send("POST", "/v1/images:generate", secret, json=body, headers=headers)
        return answer.status_code

    def balance(self, secret: str) -> int:
        """The status of a read over a connection of its own, so from any of the processes."""
        close = {"Connection": "close"}
        return self.send("GET", "/v1/balance", secret, headers=close).status_code

    def spend(
        self, secrets: list[str], *, meanwhile: Callable[[], httpx2.Response]
    ) -> tuple[Counter[int], httpx2.Response]:
        """100 images, from these keys in turn, `meanwhile` in their midst: statuses, its answer."""
        with ThreadPoolExecutor(16) as pool:

            def ask(numbers: range) -> list[Future[int]]:
                return [pool.submit(self.image, secrets[n % len(secrets)]) for n in numbers]

            asked = ask(range(REQUESTS - AFTER))
            wait_for(lambda: sum(future.done() for future in asked) >= BEFORE)
            answer = meanwhile()
            asked += ask(range(REQUESTS - AFTER, REQUESTS))
            return Counter(future.result() for future in asked), answer

    def log(self) -> list[Recorded]:
        """The events of the account."""
        log = self.serve.site.ledger.read(0, 100_000)
        return [recorded for recorded in log if recorded.stream_id == self.customer.account_id]

    def debits(self, *key_ids: str) -> list[int]:
        """Positions of the debits of these keys."""
        wanted = {UUID(key_id) for key_id in key_ids}
        return [
            recorded.position
            for recorded in self.log()
            if isinstance(recorded.event, CreditsDebited) and recorded.event.key_id in wanted
        ]

    def position_of(self, kind: type) -> int:
        """Where the one event of this kind stands."""
        (position,) = [each.position for each in self.log() if isinstance(each.event, kind)]
        return position


@pytest.fixture
def spender(serve: ServeProcess) -> Iterator[Spender]:
    """A new account with 1,025 credits."""
    spender = Spender(serve)
    yield spender
    spender.close()


def test_nothing_is_charged_after_a_key_is_revoked(spender: Spender) -> None:
    """No debit lies behind the revocation, and from its answer on no process lets the key read."""
    key_id, secret = spender.key()

    statuses, revoked = spender.spend(
        [secret], meanwhile=lambda: spender.send("DELETE", f"/v1/keys/{key_id}", spender.owner)
    )
    reads = [spender.balance(secret) for _ in range(40)]

    assert revoked.status_code == 200
    assert set(statuses) == {202, 401}
    debits = spender.debits(key_id)
    assert len(debits) == statuses[202]
    assert max(debits) < spender.position_of(KeyRevoked)
    assert set(reads) == {401}


def test_a_cap_that_is_set_meanwhile_is_never_exceeded(spender: Spender) -> None:
    """40 credits are spent by the key over four processes, whatever was under way."""
    key_id, secret = spender.key()
    cap = {"cap": {"credits": 40, "period": "day"}}

    statuses, capped = spender.spend(
        [secret],
        meanwhile=lambda: spender.send("PATCH", f"/v1/keys/{key_id}", spender.owner, json=cap),
    )

    assert capped.status_code == 200
    debits, capped_at = spender.debits(key_id), spender.position_of(KeyCapped)
    before = sum(position < capped_at for position in debits)
    assert statuses == {202: max(40, before), 402: 100 - max(40, before)}
    assert len(debits) == statuses[202]


def test_a_key_and_its_successor_share_one_cap(spender: Spender) -> None:
    """Rotated with an overlap in the midst, both go on: 60 credits between them, not 60 each."""
    key_id, secret = spender.key()
    cap = {"cap": {"credits": 60, "period": "day"}}
    spender.send("PATCH", f"/v1/keys/{key_id}", spender.owner, json=cap)
    rotated: dict[str, Any] = {}

    def rotate() -> httpx2.Response:
        path = f"/v1/keys/{key_id}:rotate"
        answer = spender.send("POST", path, spender.owner, json={"overlap_hours": 1})
        rotated.update(answer.json())
        return answer

    statuses, answer = spender.spend([secret], meanwhile=rotate)
    assert answer.status_code == 201
    assert statuses == {202: 60, 402: 40}

    more_cap = {"cap": {"credits": 90, "period": "day"}}
    spender.send("PATCH", f"/v1/keys/{key_id}", spender.owner, json=more_cap)
    more, _ = spender.spend(
        [secret, rotated["secret"]], meanwhile=lambda: spender.send("GET", "/livez", secret)
    )
    assert more == {202: 30, 402: 70}
    debits = spender.debits(key_id, rotated["key_id"])
    assert len(debits) == 90
    assert len(spender.debits(rotated["key_id"])) > 0


def test_a_rotation_without_overlap_stops_the_old_key_at_once(spender: Spender) -> None:
    """Its last debit lies before the rotation; the successor goes on."""
    key_id, secret = spender.key()

    statuses, answer = spender.spend(
        [secret],
        meanwhile=lambda: spender.send(
            "POST", f"/v1/keys/{key_id}:rotate", spender.owner, json={"overlap_hours": 0}
        ),
    )

    assert answer.status_code == 201
    assert set(statuses) == {202, 401}
    debits = spender.debits(key_id)
    assert len(debits) == statuses[202]
    assert max(debits) < spender.position_of(KeyRotated)
    assert spender.image(answer.json()["secret"]) == 202
