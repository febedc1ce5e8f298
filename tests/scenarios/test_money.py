"""Money under concurrency and failure, over HTTP and across processes."""

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from uuid import uuid4

import httpx2
import pytest

from adapters.devstack.ports import free_port
from tests.books import assert_balanced, debits
from tests.stack import Customer, Stack, running, wait_for


@pytest.fixture(scope="module")
def four() -> Iterator[Stack]:
    """Four HTTP processes, and an engine that answers at once."""
    with running(serve_workers=4, sketch_instant=1, worker_slots=8) as stack:
        yield stack
        assert_balanced(stack)
        assert stack.stop() == 0


def test_a_thousand_calls_on_a_balance_of_ten(four: Stack) -> None:
    """1,000 parallel calls over 4 processes on 10 credits: 10 accepted, 990 refused; the balance is
    0, and was never less.
    """
    customer = four.account(tier="unlimited")
    character_id = customer.character()
    for _ in range(15):
        assert customer.image(character_id).status_code == 201
    assert customer.balance() == 10
    before = debits(four)

    with ThreadPoolExecutor(100) as pool:
        answers = list(
            pool.map(lambda _: customer.image(character_id, prefer="respond-async"), range(1000))
        )

    assert Counter(answer.status_code for answer in answers) == {202: 10, 402: 990}
    applied = {(a.status_code, a.headers.get("Preference-Applied")) for a in answers}
    assert applied == {(202, "respond-async"), (402, None)}
    refused = next(answer.json()["error"] for answer in answers if answer.status_code == 402)
    assert refused["code"] == "insufficient_credits"
    assert (refused["required"], refused["available"], refused["retry"]) == (1, 0, "same_key")
    assert customer.balance() == 0
    assert debits(four) - before == 10
    last = max(a.json()["ledger_position"] for a in answers if a.status_code == 202)
    amounts = [amount for _, amount in customer.statement(min_position=last)]
    assert min(accumulate(amounts)) == 0


def test_fifty_calls_with_one_key(four: Stack) -> None:
    """50 parallel calls with one Idempotency-Key: one debit, 50 answers for one generation."""
    customer = four.account()
    character_id = customer.character()
    key = str(uuid4())

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda _: customer.image(character_id, key=key), range(50)))

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["generation_id"] for answer in answers}) == 1
    assert len({answer.content for answer in answers}) == 1
    replayed = Counter(answer.headers.get("Idempotent-Replayed") for answer in answers)
    assert replayed == {None: 1, "true": 49}
    assert customer.balance() == 24


def test_what_was_accepted_is_readable_everywhere(four: Stack, other: str) -> None:
    """1,000 generations accepted by one process are readable from another at once."""
    customer = four.account(granted=1000, tier="unlimited")
    character_id = customer.character()

    assert _missing(other, customer, character_id, calls=1000) == 0


def test_readable_everywhere_without_work(four: Stack, other: str) -> None:
    """The same while `work` is stopped: single reads fold the log and need no projection."""
    customer = four.account(granted=1000, tier="unlimited")
    character_id = customer.character()
    four.signal("work", signal.SIGSTOP)
    try:
        missing = _missing(other, customer, character_id, calls=1000)
        balance = customer.balance()
    finally:
        four.signal("work", signal.SIGCONT)

    assert missing == 0
    assert balance == 25


@pytest.fixture(scope="module")
def other(four: Stack) -> Iterator[str]:
    """The URL of a fifth HTTP process, which knows nothing but the database."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "adapters", "serve", "--port", str(port)],
        env=four.environment | {"XAVIRA_SERVE_WORKERS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=300) as reader:
            wait_for(lambda: _answers(reader))
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(120)


def _missing(url: str, customer: Customer, character_id: str, *, calls: int) -> int:
    """How many of `calls` accepted generations the other serve process did not know."""
    headers = {"Authorization": f"Bearer {customer.key}"}
    with httpx2.Client(base_url=url, headers=headers, timeout=300) as reader:

        def known(_: int) -> bool:
            accepted = customer.image(character_id, prefer="respond-async")
            assert accepted.status_code == 202, accepted.text
            path = f"/v1/generations/{accepted.json()['generation_id']}"
            return reader.get(path).status_code == 200

        with ThreadPoolExecutor(16) as pool:
            return list(pool.map(known, range(calls))).count(False)


def _answers(reader: httpx2.Client) -> bool:
    try:
        return reader.get("/readyz").status_code == 200
    except httpx2.HTTPError:
        return False


@pytest.fixture(scope="module")
def failing() -> Iterator[Stack]:
    """An engine that fails every video and every image."""
    with running(sketch_fault="fail_all") as stack:
        yield stack
        assert_balanced(stack)


def test_a_failed_image_is_refunded(failing: Stack) -> None:
    """The sync answer is the catalogued error, and says that the credit is back."""
    customer = failing.account()

    answer = customer.image(customer.character())

    assert answer.status_code == 500
    error = answer.json()["error"]
    assert (error["code"], error["retry"], error["refunded_credits"]) == (
        "generation_failed",
        "new_key",
        1,
    )
    generation = customer.ended(error["generation_id"])
    assert (generation["status"], generation["cost_credits"]) == ("failed", 1)
    assert generation["refunded_credits"] == 1
    assert customer.statement(min_position=generation["ledger_position"]) == [
        ("granted", 25),
        ("debited", -1),
        ("refunded", 1),
    ]
    assert customer.balance() == 25


def test_a_failed_video_is_refunded() -> None:
    """A video that fails leaves −5 and +5 on the statement and the balance as it was."""
    with running(sketch_fault="fail_video") as stack:
        customer = stack.account()
        image = customer.image(customer.character()).json()
        before = customer.balance()

        accepted = customer.video(image["generation_id"]).json()
        video = customer.ended(accepted["generation_id"])

        assert video["status"] == "failed"
        assert video["error"]["code"] == "generation_failed"
        assert customer.statement(min_position=video["ledger_position"]) == [
            ("granted", 25),
            ("debited", -1),
            ("debited", -5),
            ("refunded", 5),
        ]
        assert customer.balance() == before
        assert_balanced(stack)


def test_the_documented_retry_loop_charges_at_most_once(failing: Stack) -> None:
    """Following `retry` over and over never costs anything while the engine fails."""
    customer = failing.account()
    character_id = customer.character()
    key = str(uuid4())

    for _ in range(5):
        answer = customer.image(character_id, key=key)
        assert answer.status_code == 500
        assert answer.json()["error"]["retry"] == "new_key"
        replay = customer.image(character_id, key=key)
        assert replay.content == answer.content
        key = str(uuid4())

    assert customer.balance() == 25
