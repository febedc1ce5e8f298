"""Every process may be killed at any moment: what was acknowledged is resolved, the books balance.

Each test keeps customers asking while something dies, then waits for every acknowledged request to
end and checks log, balances and statements against each other.
"""

import shutil
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from tests.adapters.webhook_sender.receiver import receiving
from tests.books import assert_balanced, debits, log_of
from tests.stack import Customer, Stack, running, wait_for

ACKNOWLEDGED_SECONDS_MAX = 300.0
"""A client with patience: a whole deployment starts anew in less, also on a busy machine."""


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    """An engine that takes a quarter of a second, so that there is always work in the middle.

    One deployment for all kills: each test ends with everything up again and the books balanced.
    Work of a dead consumer goes to another one after 5 seconds instead of 30.
    """
    drawing = {"sketch_instant": 1, "sketch_delay_seconds": 0.25, "worker_slots": 2}
    with running(webhook_allow_private=1, ack_wait_seconds=5, **drawing) as stack:
        yield stack


class Traffic:
    """Customers that ask for images, each repeating with its key until it is acknowledged."""

    def __init__(self, stack: Stack, *, threads: int = 4) -> None:
        self.customer: Customer = stack.account(granted=1000, tier="unlimited")
        self.character_id = self.customer.character()
        self.debits_before = debits(stack)
        self.acknowledged: list[str] = []
        self.unresolved: list[str] = []
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._ask) for _ in range(threads)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _ask(self) -> None:
        while not self._stop.is_set():
            key = str(uuid4())
            generation_id = self._acknowledgement(key)
            (self.acknowledged if generation_id else self.unresolved).append(generation_id or key)

    def _acknowledgement(self, key: str) -> str | None:
        """Repeats with one key, as the docs say, until the API answers for good."""
        pause = threading.Event()
        deadline = time.monotonic() + ACKNOWLEDGED_SECONDS_MAX
        while time.monotonic() < deadline:
            try:
                answer = self.customer.image(self.character_id, key=key, prefer="wait=1")
            except httpx2.TransportError:
                pause.wait(0.25)
                continue
            if answer.status_code in (201, 202):
                return str(answer.json()["generation_id"])
            assert answer.json()["error"]["retry"] == "same_key", answer.text
            pause.wait(float(answer.headers.get("Retry-After", "0.25")))
        return None


@contextmanager
def traffic(stack: Stack) -> Iterator[Traffic]:
    """Traffic before, during and after what the block does; then everything must be right."""
    under_way = Traffic(stack)
    under_way.start()
    try:
        wait_for(lambda: len(under_way.acknowledged) >= 5)
        yield under_way
        seen = len(under_way.acknowledged)
        wait_for(lambda: len(under_way.acknowledged) >= seen + 5)
    finally:
        under_way.stop()
    _assert_resolved(stack, under_way)


def _assert_resolved(stack: Stack, under_way: Traffic) -> None:
    assert under_way.unresolved == []
    assert len(set(under_way.acknowledged)) == len(under_way.acknowledged)
    ended: list[dict[str, Any]] = [under_way.customer.ended(g) for g in under_way.acknowledged]
    completed = [g for g in ended if g["status"] == "completed"]
    assert len(completed) == len(ended), {g["status"] for g in ended}
    assert httpx2.get(completed[-1]["output_url"]).status_code == 200
    assert under_way.customer.balance() == 1025 - len(ended)
    assert debits(stack) - under_way.debits_before == len(ended)
    assert_balanced(stack)


def test_infer_is_killed_mid_render(stack: Stack) -> None:
    """The command is delivered again, to the consumer that is started in its place."""
    with traffic(stack):
        stack.kill("infer")


def test_work_is_killed(stack: Stack) -> None:
    """Another `work` takes over the queue and the results that waited."""
    with traffic(stack):
        stack.kill("work")


def test_serve_is_killed(stack: Stack) -> None:
    """A request that was debited before the kill is found by the retry, not charged again."""
    with traffic(stack):
        stack.kill("serve")


def test_up_is_killed(stack: Stack) -> None:
    """Every child dies with `up`; the next start resolves what was open."""
    under_way = Traffic(stack)
    under_way.start()
    wait_for(lambda: len(under_way.acknowledged) >= 5)
    stack.kill_up()
    stack.start()
    seen = len(under_way.acknowledged)
    wait_for(lambda: len(under_way.acknowledged) >= seen + 5)
    under_way.stop()
    _assert_resolved(stack, under_way)


def test_postgres_is_killed(stack: Stack) -> None:
    """Callers are told to retry with the same key; nothing acknowledged is lost."""
    with traffic(stack):
        stack.kill("postgres")


def test_nats_loses_its_store(stack: Stack) -> None:
    """NATS is killed and its store deleted: open work is released again, every webhook is sent, and
    what was in the log stays as it was.
    """
    with receiving() as receiver:
        with traffic(stack) as under_way:
            wish = {"url": receiver.url, "event_types": ["generation.completed"]}
            under_way.customer.http.post("/v1/webhook_endpoints", json=wish).raise_for_status()
            told_of = len(under_way.acknowledged)
            before = log_of(stack)
            stack.signal("nats", signal.SIGSTOP)
            shutil.rmtree(stack.folder / "data" / "nats" / "store")
            stack.kill("nats")
        expected = set(under_way.acknowledged[told_of:])
        wait_for(
            lambda: expected <= {each.json["data"]["generation_id"] for each in receiver.received}
        )
        assert log_of(stack)[: len(before)] == before


def test_results_wait_while_work_is_down(stack: Stack) -> None:
    """`work` is stopped for a while with renders under way: their results count when it is back."""
    with traffic(stack) as under_way:
        stack.signal("work", signal.SIGSTOP)
        try:
            seen = len(under_way.acknowledged)
            wait_for(lambda: len(under_way.acknowledged) >= seen + 20)
        finally:
            stack.signal("work", signal.SIGCONT)
