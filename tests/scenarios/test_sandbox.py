"""A test key against a whole deployment: from its issue to every ending there is."""

import json
import os
import signal
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
from tests.adapters.webhook_sender.receiver import Receiver
from tests.stack import Customer, Stack, running, wait_for

ENDINGS = [magic for magic in MAGIC if magic.stage == "render" and magic.code is not None]


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """One deployment whose own engine breaks every render, which is no test key's business."""
    with running(sketch_fault="fail_all", webhook_allow_private=1, ack_wait_seconds=1) as stack:
        yield stack
        _assert_balanced(stack)
        assert stack.stop() == 0


@pytest.fixture(scope="module")
def live(stack: Stack) -> Customer:
    return stack.account()


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    """Where the webhooks of the test book go."""
    receiver = Receiver()
    yield receiver
    receiver.close()


@pytest.fixture(scope="module")
def tester(stack: Stack, live: Customer, receiver: Receiver) -> Customer:
    """The same account, with a test key and a webhook endpoint of the test book."""
    issued = stack.command(
        *("keys", "issue", "--account", live.account_id, "--scope", "generate,read,account"),
        *("--test", "--json"),
    )
    key = json.loads(issued)["api_key"]
    assert key.startswith("xav_test_")
    tester = Customer(stack.url, live.account_id, key)
    endpoint = tester.http.post("/v1/webhook_endpoints", json={"url": receiver.url})
    assert endpoint.json()["livemode"] is False, endpoint.text
    return tester


def _told(receiver: Receiver, event_type: str, subject: str) -> bool:
    """Whether a webhook of this type came about it; every one of the test book says so."""
    messages = [received.json for received in receiver.of(event_type)]
    assert {message["livemode"] for message in messages} <= {False}
    return any(subject in json.dumps(message["data"]) for message in messages)


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
def test_a_magic_prompt_ends_as_the_table_says(
    tester: Customer, receiver: Receiver, magic: Magic
) -> None:
    """With the status, the code, the refund, its line of the statement, and the webhooks."""
    before = tester.balance()
    answer = tester.image(tester.character(), prompt=f"smiling, garden, sandbox:{magic.word}")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (magic.status, magic.code)
    assert (error["refunded_credits"], error["retry"]) == (1, "new_key")
    assert tester.balance() == before
    position = int(answer.headers["Xavira-Position"])
    assert tester.statement(min_position=position)[-2:] == [("debited", -1), ("refunded", 1)]
    for event_type in magic.webhooks:
        wait_for(lambda name=event_type: _told(receiver, name, error["generation_id"]))


def test_work_that_waits_can_be_watched_and_canceled(tester: Customer) -> None:
    """It is processing until then, and refunded at once."""
    accepted = tester.image(tester.character(), prompt="sandbox:wait=120", prefer="respond-async")
    path = f"/v1/generations/{accepted.json()['generation_id']}"
    wait_for(lambda: tester.http.get(path).json()["status"] == "processing")
    canceled = tester.http.post(f"{path}:cancel").json()
    assert (canceled["status"], canceled["refunded_credits"]) == ("canceled", 1)


def test_a_character_whose_identity_fails_is_drawn_without(
    tester: Customer, receiver: Receiver
) -> None:
    """By a word in its name; the webhook says that it failed."""
    name = "Mia sandbox:identity_failed"
    body = {"model_id": "realistic-sharp", "name": name, "traits": {"age": 26}}
    character_id = tester.http.post("/v1/characters", json=body).json()["character_id"]
    path = f"/v1/characters/{character_id}"
    wait_for(lambda: tester.http.get(path).json()["status"] == "failed")
    assert tester.image(character_id).status_code == 201
    wait_for(lambda: _told(receiver, "character.failed", character_id))


def test_live_work_sends_nothing_to_a_test_endpoint(
    live: Customer, tester: Customer, receiver: Receiver
) -> None:
    """An endpoint belongs to the book of the key that made it, and is not seen from the other."""
    failed = live.image(live.character()).json()["error"]["generation_id"]
    assert live.http.get("/v1/webhook_endpoints").json()["data"] == []
    marker = tester.image(tester.character(), prompt="sandbox:fail").json()["error"]
    wait_for(lambda: _told(receiver, "generation.failed", marker["generation_id"]))
    assert not _told(receiver, "generation.failed", failed)


def test_the_test_book_is_drawn_by_a_process_of_low_priority(
    stack: Stack, tester: Customer
) -> None:
    """A child of `work`, so it shares nothing with live work; it is there before it draws."""
    assert tester.image(tester.character()).status_code == 201
    processes = (stack.pids["work"][-1], _sandbox(stack))
    niceness = [os.getpriority(os.PRIO_PROCESS, pid) for pid in processes]
    assert niceness[1] == min(19, niceness[0] + 10)


def test_that_process_is_killed_mid_render(stack: Stack, tester: Customer) -> None:
    """It is started again; what it was at is completed, charged once and never refunded."""
    before = tester.balance()
    prompt = "smiling, garden, sandbox:wait=2"
    accepted = tester.image(tester.character(), prompt=prompt, prefer="respond-async").json()
    path = f"/v1/generations/{accepted['generation_id']}"
    wait_for(lambda: tester.http.get(path).json()["status"] == "processing")
    killed = _sandbox(stack)
    os.kill(killed, signal.SIGKILL)
    completed = tester.ended(accepted["generation_id"])
    assert completed["status"] == "completed"
    assert _sandbox(stack) != killed
    entries = tester.http.get(
        f"/v1/ledger?limit=100&min_position={completed['ledger_position']}"
    ).json()["data"]
    mine = [e for e in entries if e["generation_id"] == accepted["generation_id"]]
    assert [(entry["kind"], entry["amount"]) for entry in mine] == [("debited", -1)]
    assert tester.balance() == before - 1


def _sandbox(stack: Stack) -> int:
    """The process that `work` has started for the test book."""
    children = _children(stack.pids["work"][-1])
    (found,) = [pid for pid in children if b"sandbox" in _command(pid)]
    return found


def _children(pid: int) -> list[int]:
    return [int(text) for text in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()
