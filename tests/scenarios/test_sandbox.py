"""A test key against a whole deployment: from its issue to every ending there is."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from adapters import deployment
from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from adapters.settings import load_settings
from domain.sandbox import MAGIC, Magic
from projections.reconcile import reconcile
from tests.stack import Customer, Stack, running, wait_for

ENDINGS = [magic for magic in MAGIC if magic.stage == "render" and magic.code is not None]


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """One deployment whose own engine breaks every render, which is no test key's business."""
    with running(sketch_fault="fail_all") as stack:
        yield stack
        _assert_balanced(stack)
        assert stack.stop() == 0


@pytest.fixture(scope="module")
def live(stack: Stack) -> Customer:
    return stack.account()


@pytest.fixture(scope="module")
def tester(stack: Stack, live: Customer) -> Customer:
    """The same account, with a test key."""
    issued = stack.command(
        *("keys", "issue", "--account", live.account_id, "--scope", "generate,read,account"),
        *("--test", "--json"),
    )
    key = json.loads(issued)["api_key"]
    assert key.startswith("xav_test_")
    return Customer(stack.url, live.account_id, key)


def _assert_balanced(stack: Stack) -> None:
    """The test book's own books: no gap, and projections that agree with the log."""
    url = deployment.database_url(load_settings(stack.environment))
    with (
        PostgresLedger(url, role="xavira_work", book="test") as ledger,
        connect(url, role="xavira_work", book="test") as connection,
    ):
        slowest = "SELECT min(position) FROM projection_checkpoints"
        wait_for(lambda: connection.execute(slowest).fetchone()[0] >= ledger.head())  # type: ignore[index]
        assert reconcile(connection, ledger.read) == []
        positions = [event.position for event in ledger.read(0, 1_000_000)]
        assert positions == list(range(1, len(positions) + 1))


def test_a_test_key_gets_a_picture_that_no_live_setting_breaks(
    live: Customer, tester: Customer
) -> None:
    """Sketched, free, marked and served under its own URL, while the live engine fails."""
    image = tester.image(tester.character())
    assert (image.status_code, image.json()["livemode"]) == (201, False)
    assert "/o/test/" in image.json()["output_url"]
    assert httpx2.get(image.json()["output_url"]).headers["content-type"] == "image/png"
    assert live.image(live.character()).json()["error"]["code"] == "generation_failed"
    assert live.http.get(f"/v1/generations/{image.json()['generation_id']}").status_code == 404
    assert live.balance() == 25


@pytest.mark.parametrize("magic", ENDINGS, ids=lambda magic: magic.word)
def test_a_magic_prompt_ends_as_the_table_says(tester: Customer, magic: Magic) -> None:
    """With the status, the code and the refund; the statement shows both."""
    before = tester.balance()
    answer = tester.image(tester.character(), prompt=f"smiling, garden, sandbox:{magic.word}")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (magic.status, magic.code)
    assert (error["refunded_credits"], error["retry"]) == (1, "new_key")
    assert tester.balance() == before
    position = int(answer.headers["Xavira-Position"])
    assert tester.statement(min_position=position)[-2:] == [("debited", -1), ("refunded", 1)]


def test_work_that_waits_can_be_watched_and_canceled(tester: Customer) -> None:
    """It is processing until then, and refunded at once."""
    accepted = tester.image(tester.character(), prompt="sandbox:wait=120", prefer="respond-async")
    path = f"/v1/generations/{accepted.json()['generation_id']}"
    wait_for(lambda: tester.http.get(path).json()["status"] == "processing")
    canceled = tester.http.post(f"{path}:cancel").json()
    assert (canceled["status"], canceled["refunded_credits"]) == ("canceled", 1)


def test_a_character_whose_identity_fails_is_drawn_without(tester: Customer) -> None:
    """By a word in its name."""
    name = "Mia sandbox:identity_failed"
    body = {"model_id": "realistic-sharp", "name": name, "traits": {"age": 26}}
    character_id = tester.http.post("/v1/characters", json=body).json()["character_id"]
    path = f"/v1/characters/{character_id}"
    wait_for(lambda: tester.http.get(path).json()["status"] == "failed")
    assert tester.image(character_id).status_code == 201


def test_the_test_book_is_drawn_by_a_process_of_low_priority(stack: Stack) -> None:
    """A child of `work`, so it shares nothing with live work."""
    (child,) = [pid for pid in _children(stack.pids["work"][-1]) if b"sandbox" in _command(pid)]
    assert os.getpriority(os.PRIO_PROCESS, child) == 10


def _children(pid: int) -> list[int]:
    return [int(text) for text in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()
