"""One leads at a time, on one connection after the other, and a mistake of ours ends nobody."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest
from structlog.testing import capture_logs

from adapters.accounts.holders import HoldersRound
from adapters.audit.sealer import run_sealer
from adapters.eventstore import PostgresLedger
from adapters.mail.low_balance import LowBalances
from adapters.object_store.checkpoints import FolderCheckpoints
from adapters.postgres.connections import connect
from adapters.postgres.leading import lead_until
from adapters.postgres.locks import Lock
from adapters.projecting import follow_projections
from adapters.telemetry import metrics
from adapters.webhook_sender.following import follow_log
from tests.stack import wait_for

ROLE = "xavira_work"
LOCK = Lock((815,))

Part = Callable[[threading.Event], None]


@pytest.fixture(autouse=True)
def counting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This process counts as a `work` for one test."""
    monkeypatch.setattr(metrics, "_meter", None)
    metrics.set_up_metrics("work")
    yield
    monkeypatch.undo()


def breaks(part: str) -> float:
    """How often a part broke."""
    name = f'xavira_part_breaks_total{{part="{part}"}} '
    lines = (metrics.exposition() or b"").decode().splitlines()
    return sum(float(line.removeprefix(name)) for line in lines if line.startswith(name))


def test_a_mistake_is_heard_and_tried_again(migrated: str) -> None:
    """It is counted and logged with its traceback, and the next try has a connection of its own;
    a database that goes away is neither counted nor an error.
    """
    halted = threading.Event()
    sessions: list[int] = []

    def work(connection: psycopg.Connection[Any]) -> None:
        sessions.append(connection.info.backend_pid)
        if len(sessions) == 1:
            raise AssertionError("a mistake of ours")
        if len(sessions) == 2:
            raise psycopg.OperationalError("the server went away")
        halted.set()

    with capture_logs() as logs:
        lead_until(
            halted, "sealer", LOCK, lambda: connect(migrated, role=ROLE), work, broken_seconds=0.01
        )
    assert len(set(sessions)) == 3
    assert breaks("sealer") == 1
    told = [(entry["log_level"], entry["part"], "exc_info" in entry) for entry in logs]
    assert told == [("error", "sealer", True), ("warning", "sealer", False)]


def test_what_the_database_refuses_is_heard(migrated: str) -> None:
    """A query that is canceled each time, as a full disk would refuse each one, is counted; a lock
    that somebody else holds is waited for.
    """
    halted = threading.Event()
    tries: list[int] = []

    def work(connection: psycopg.Connection[Any]) -> None:
        tries.append(len(tries))
        if len(tries) == 1:
            connection.execute("SET statement_timeout = 1")
            connection.execute("SELECT pg_sleep(60)")
        if len(tries) == 2:
            connection.execute("SET lock_timeout = 1")
            connection.execute("SELECT pg_advisory_lock(816)")
        halted.set()

    with (
        capture_logs() as logs,
        connect(migrated, role=ROLE) as other,
    ):
        other.execute("SELECT pg_advisory_lock(816)")
        lead_until(
            halted, "sealer", LOCK, lambda: connect(migrated, role=ROLE), work, broken_seconds=0.01
        )
    assert len(tries) == 3
    assert breaks("sealer") == 1
    assert [entry["log_level"] for entry in logs] == ["error", "warning"]


def test_who_broke_leaves_the_lead_to_others(migrated: str) -> None:
    """During the pause nobody holds the lock."""
    halted, led = threading.Event(), threading.Event()

    def breaking(_: psycopg.Connection[Any]) -> None:
        raise RuntimeError("a mistake of ours")

    def leading(_: psycopg.Connection[Any]) -> None:
        led.set()
        halted.wait()

    def session() -> psycopg.Connection[Any]:
        return connect(migrated, role=ROLE)

    with ThreadPoolExecutor() as threads:
        first = threads.submit(lead_until, halted, "sealer", LOCK, session, breaking)
        try:
            wait_for(lambda: breaks("sealer") == 1)
            second = threads.submit(lead_until, halted, "holders", LOCK, session, leading)
            assert led.wait(60)
        finally:
            halted.set()
        first.result(60)
        second.result(60)
    assert breaks("sealer") == 1


def broken(*_: object) -> Any:
    raise RuntimeError("a mistake of ours")


def _projections(url: str, ledger: PostgresLedger, _: Path) -> Part:
    return lambda halted: follow_projections(url, ledger, broken, halted)


def _sealer(url: str, _: PostgresLedger, folder: Path) -> Part:
    shelf = FolderCheckpoints(folder)
    return lambda halted: run_sealer(lambda: connect(url, role=ROLE), broken, shelf, halted)


def _holders(url: str, _: PostgresLedger, __: Path) -> Part:
    postman: Any = None
    looking = HoldersRound(postman=postman, balances=LowBalances(threshold=1), erase=broken)
    return lambda halted: looking.run(lambda: connect(url, role=ROLE), broken, broken, halted)


def _webhooks(url: str, ledger: PostgresLedger, _: Path) -> Part:
    return lambda halted: follow_log(
        connect=lambda: connect(url, role=ROLE),
        follow=broken,
        ledger=ledger,
        book="live",
        low_credits=1,
        halted=halted,
        wake=broken,
    )


@pytest.mark.parametrize("make", [_projections, _sealer, _holders, _webhooks])
def test_a_mistake_ends_no_part_of_work(
    migrated: str, tmp_path: Path, make: Callable[[str, PostgresLedger, Path], Part]
) -> None:
    """Each is counted under its name, and goes on until it is told to stop."""
    halted = threading.Event()
    name = make.__name__.removeprefix("_")
    with PostgresLedger(migrated, role=ROLE) as ledger, ThreadPoolExecutor() as threads:
        running = threads.submit(make(migrated, ledger, tmp_path), halted)
        try:
            wait_for(lambda: breaks(name) == 1)
            assert not running.done()
        finally:
            halted.set()
        running.result(60)
