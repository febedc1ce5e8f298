"""The append while others pull at it: a revoked key, a full queue, a database in maintenance."""

import subprocess
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from uuid import UUID, uuid4

import psycopg
import pytest

from adapters.devstack.postgres import binaries_folder
from adapters.eventstore import PostgresLedger
from adapters.eventstore.group_commit import BATCH_COMMANDS_MAX, WAITING_COMMANDS_MAX
from domain.errors import TemporarilyUnavailable, Unauthorized
from domain.ids import AccountId, CharacterId, GenerationId
from domain.ledger import Account, CreditsDebited, KeyRevoked
from domain.ports import Appended, Command, Decision, States
from tests import builders

PROCESSES = 4
DEBITS_EACH = 25


@pytest.fixture
def ledger(migrated: str) -> Iterator[PostgresLedger]:
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        yield ledger


def _customer(ledger: PostgresLedger, amount: int) -> tuple[AccountId, CharacterId]:
    account_id, character_id = AccountId(uuid4()), CharacterId(uuid4())
    ledger.append(builders.opened(account_id)).result()
    ledger.append(builders.created(account_id, character_id)).result()
    ledger.append(builders.granted(account_id, amount)).result()
    return account_id, character_id


def _revoking(account_id: AccountId) -> Command:
    event = KeyRevoked(key_id=builders.key_of(account_id), actor="test")
    return Command(
        streams=(account_id,), decide=lambda states, now: Decision(events={account_id: [event]})
    )


def test_no_debit_follows_the_revocation_of_its_key(migrated: str, ledger: PostgresLedger) -> None:
    """A revocation races 100 debits of four processes: whoever comes after it is refused."""
    account_id, character_id = _customer(ledger, 1_000)
    others = [PostgresLedger(migrated, role="xavira_api").start() for _ in range(PROCESSES)]
    start = threading.Barrier(PROCESSES + 1)
    outcomes: list[str] = []

    def spend(other: PostgresLedger) -> None:
        start.wait()
        for _ in range(DEBITS_EACH):
            command = builders.requested(account_id, character_id, GenerationId(uuid4()))
            error = other.append(command).exception()
            outcomes.append("debited" if error is None else type(error).__name__)

    threads = [threading.Thread(target=spend, args=(other,)) for other in others]
    for thread in threads:
        thread.start()
    start.wait()
    revoked = others[0].append(_revoking(account_id)).result()
    for thread in threads:
        thread.join()
    for other in others:
        other.close()

    log = ledger.read(0, 10_000)
    debits = [e.position for e in log if isinstance(e.event, CreditsDebited)]
    assert len(outcomes) == 100
    assert set(outcomes) <= {"debited", Unauthorized.__name__}
    assert outcomes.count("debited") == len(debits)
    assert all(position < revoked.position for position in debits)
    assert [event.position for event in log] == list(range(1, len(log) + 1))


def test_a_full_queue_says_so_before_memory_grows(migrated: str, ledger: PostgresLedger) -> None:
    """While the log is held, a bounded number of commands waits; the next hears 503 at once."""
    account_id, character_id = _customer(ledger, 10)
    nothing = Command(streams=(account_id,), decide=_nothing)
    with psycopg.connect(migrated) as holder:
        holder.execute("SELECT pg_advisory_xact_lock(%s, 1)", (0x58415650,))
        first = ledger.append(builders.requested(account_id, character_id, GenerationId(uuid4())))
        waiting = [ledger.append(nothing) for _ in range(WAITING_COMMANDS_MAX + 500)]
        refused = [f for f in waiting if f.done() and isinstance(f.exception(), _TOO_MANY)]

        assert len(refused) >= 500 - BATCH_COMMANDS_MAX
        assert len(waiting) - len(refused) <= WAITING_COMMANDS_MAX + BATCH_COMMANDS_MAX

    assert first.exception() is None or isinstance(first.exception(), _TOO_MANY)
    for future in waiting:
        if future not in refused:
            assert future.exception() is None
    assert ledger.append(nothing).exception() is None


_TOO_MANY = TemporarilyUnavailable


def _nothing(states: States, now: object) -> Decision:
    return Decision(answer=len(states))


def test_looking_after_the_database_stops_nobody(migrated: str, ledger: PostgresLedger) -> None:
    """VACUUM, ANALYZE and a dump run beside the appends; nothing fails, nothing waits for them."""
    account_id, character_id = _customer(ledger, 1_000_000)
    done = threading.Event()
    settled: list[Future[Appended]] = []

    def spend() -> None:
        while not done.is_set():
            asked = [GenerationId(uuid4()) for _ in range(50)]
            futures = [
                ledger.append(builders.requested(account_id, character_id, generation_id))
                for generation_id in asked
            ]
            settled.extend(futures)
            for future in futures:
                future.exception()

    spender = threading.Thread(target=spend)
    spender.start()
    heads = [ledger.head()]
    try:
        for care in ("VACUUM stored_events", "ANALYZE stored_events", "VACUUM (FULL) snapshots"):
            with psycopg.connect(migrated, autocommit=True) as owner:
                owner.execute("SET search_path TO xavira_live")
                owner.execute(care.encode())
            heads.append(ledger.head())
        dump = [str(binaries_folder() / "pg_dump"), f"--dbname={migrated}"]
        subprocess.run([*dump, "--format=custom"], check=True, stdout=subprocess.DEVNULL)
        heads.append(ledger.head())
    finally:
        done.set()
        spender.join()

    assert [future.exception() for future in settled] == [None] * len(settled)
    assert heads[-1] > heads[0]
    account = ledger.load([account_id]).result()[account_id].state
    assert isinstance(account, Account)
    versions: dict[UUID, int] = {}
    for event in ledger.read(0, ledger.head()):
        assert event.version == versions.get(event.stream_id, 0) + 1
        versions[event.stream_id] = event.version


def test_whoever_asks_while_a_process_ends_is_answered(
    migrated: str, ledger: PostgresLedger
) -> None:
    """Recorded or refused, and never left behind in a queue that nobody reads any more."""
    account_id, character_id = _customer(ledger, 1_000_000)
    for _ in range(10):
        ending = PostgresLedger(migrated, role="xavira_api").start()
        asked: list[Future[Appended]] = []
        begun, ended = threading.Event(), threading.Event()
        given = (ending, account_id, character_id, asked, begun, ended)
        asking = threading.Thread(target=_ask_until, args=given)
        asking.start()
        begun.wait()
        ending.close()
        ended.set()
        asking.join()

        errors = [future.exception(timeout=30) for future in asked]
        assert {type(error) for error in errors} == {type(None), TemporarilyUnavailable}


def _ask_until(
    ledger: PostgresLedger,
    account_id: AccountId,
    character_id: CharacterId,
    asked: list[Future[Appended]],
    begun: threading.Event,
    ended: threading.Event,
) -> None:
    """Debits without a pause; begun with the first that is recorded."""
    while not ended.is_set():
        command = builders.requested(account_id, character_id, GenerationId(uuid4()))
        asked.append(ledger.append(command))
        if not begun.is_set():
            asked[0].result()
            begun.set()
