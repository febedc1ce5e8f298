"""Erasure on PostgreSQL: cut off anywhere it goes on, and every process stops knowing the key."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import sql

from adapters.accounts.erasure import Erased, Eraser, erase_report, erasures, unfinished
from adapters.eventstore import PostgresLedger
from adapters.memory.objects import MemoryStore
from adapters.postgres.connections import connect
from adapters.vault import DataKey, MasterKey, PostgresVault
from domain.characters.character import Character, IdentityStored
from domain.enforcement.operating import receive_report
from domain.enforcement.report import ANSWER_WITHIN, ReportReceived
from domain.errors import NotFound, Unauthorized
from domain.generation import Generation, GenerationCompleted
from domain.handlers import complete_generation, store_identity
from domain.ids import AccountId, CharacterId, GenerationId, ReportId
from domain.ledger import Account
from domain.objects import ObjectMissing
from domain.ports import GroundRow
from tests import builders
from tests.books import reconcile_log
from tests.projections.driving import refuse
from tests.stack import wait_for

CHECK_SECONDS = 0.05


class Died(BaseException):
    """The process is gone."""


class Mortal:
    """Passes calls on until one of them is the last; then nothing works any more."""

    def __init__(self, target: Any, names: tuple[str, ...], die: Callable[[], bool]) -> None:
        self._target = target
        self._names = names
        self._die = die

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._target, name)
        if name not in self._names:
            return method

        def mortal(*args: Any, **kwargs: Any) -> Any:
            if self._die():
                raise Died
            return method(*args, **kwargs)

        return mortal


class World:
    """An account with a completed, an open and a failed generation, and a face."""

    def __init__(self, database_url: str, ledger: PostgresLedger) -> None:
        self.url = database_url
        self.ledger = ledger
        self.store = MemoryStore()
        self.master_key = MasterKey(os.urandom(32))
        self.account_id = AccountId(uuid4())
        data_key = self.master_key.new_data_key(self.account_id)
        rows = (
            GroundRow(
                table="accounts",
                values={"account_id": self.account_id, "sealed_email": data_key.seal(b"a@b.c")},
            ),
            GroundRow(
                table="key_hashes",
                values={
                    "key_hash": os.urandom(32),
                    "pepper": 1,
                    "key_id": uuid4(),
                    "account_id": self.account_id,
                    "book": "live",
                },
            ),
            GroundRow(
                table="key_notes",
                values={
                    "key_id": uuid4(),
                    "account_id": self.account_id,
                    "sealed_name": data_key.seal(b"staging"),
                },
            ),
            data_key.row,
        )
        self.run(builders.opened(self.account_id, *rows))
        self.character_id = CharacterId(uuid4())
        self.run(builders.created(self.account_id, self.character_id, conditioned=True))
        self.objects = [self.put(self.character_id, b"{}", media_type="application/json")]
        self.run(
            store_identity(
                self.character_id, IdentityStored(object_key=self.objects[0], encoder="sketch-1")
            )
        )
        self.completed, self.open, self.failed = (GenerationId(uuid4()) for _ in range(3))
        for generation_id in (self.completed, self.open, self.failed):
            self.run(builders.requested(self.account_id, self.character_id, generation_id))
        self.run(builders.failed(self.account_id, self.failed))
        self.objects.append(self.put(self.completed, b"clip", media_type="video/mp4"))
        self.objects.append(self.put(self.completed, b"poster", media_type="image/png"))
        self.run(
            complete_generation(
                self.completed,
                GenerationCompleted(
                    attempt=1,
                    output_key=self.objects[1],
                    poster_key=self.objects[2],
                    media_type="video/mp4",
                    width=896,
                    height=1152,
                    identity_score=None,
                    engine_seconds=0.2,
                ),
            )
        )
        self.left_behind = self.store.put_quarantine(self.open, b"unseen", media_type="image/png")

    def run(self, command: Any) -> None:
        self.ledger.append(command).result()

    def put(self, owner: UUID, data: bytes, *, media_type: str) -> str:
        key = self.store.put_quarantine(owner, data, media_type=media_type)
        self.store.publish(key)
        return key

    def vault(self) -> PostgresVault:
        """The vault of one more process."""
        return PostgresVault(
            self.url, self.master_key, role="xavira_api", check_seconds=CHECK_SECONDS
        )

    def erase(self, *, last_call: int | None = None) -> Erased:
        """Erases; the process dies at its `last_call`-th append, deletion or discard."""
        calls = iter(range(1, 1_000))

        def die() -> bool:
            return next(calls) == last_call

        eraser = Eraser(
            database_url=self.url,
            ledger=Mortal(self.ledger, ("append",), die),
            object_store=Mortal(self.store, ("delete", "discard", "list_quarantine"), die),
            actor="test",
        )
        return eraser.erase(self.account_id)

    def assert_erased(self) -> None:
        streams = [self.account_id, self.completed, self.open, self.character_id]
        loaded = self.ledger.load(streams).result()
        account = loaded[self.account_id].state
        assert isinstance(account, Account)
        assert (account.erased, account.suspended) == (True, True)
        assert sum(lot.remaining for lot in account.lots.values()) == 24
        completed, opened = loaded[self.completed].state, loaded[self.open].state
        assert isinstance(completed, Generation)
        assert completed.output_deleted
        assert isinstance(opened, Generation)
        assert opened.status == "canceled"
        assert isinstance(loaded[self.character_id].state, Character)
        for key in self.objects:
            with pytest.raises(ObjectMissing):
                self.store.get(key)
        with pytest.raises(ObjectMissing):
            self.store.get_quarantine(self.left_behind)
        with connect(self.url, role="xavira_work") as connection:
            for table in ("accounts", "key_hashes", "key_notes", "data_keys"):
                assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
            (erasure,) = erasures(connection)
        assert erasure.account_id == self.account_id
        assert erasure.finished_at is not None
        assert unfinished(self.url) == []
        assert reconcile_log(self.ledger.read(0, 1_000)) == []
        topics = [recorded.event.TOPIC for recorded in self.ledger.read(0, 1_000)]
        for topic in ("account.erased.v1", "generation.output_deleted.v1"):
            assert topics.count(topic) == 1


@pytest.fixture
def ledger(migrated: str) -> Iterator[PostgresLedger]:
    with PostgresLedger(migrated, role="xavira_work") as ledger:
        yield ledger


@pytest.fixture
def world(migrated: str, ledger: PostgresLedger) -> World:
    return World(migrated, ledger)


def test_an_erasure_leaves_the_books_and_nothing_else(world: World) -> None:
    """Open work is refunded, bytes and rows are gone; a second erasure has nothing left to do."""
    assert world.erase() == Erased(account_id=world.account_id, canceled=1, deleted=3)
    world.assert_erased()
    assert world.erase() == Erased(account_id=world.account_id, canceled=0, deleted=3)
    world.assert_erased()


def test_no_ground_row_names_an_erased_account(world: World, migrated: str) -> None:
    """Sessions, mails and their links, what is watched, and whatever else there is: of each table
    that names accounts only the erasure itself is left, and other accounts keep their rows.
    """
    other = AccountId(uuid4())
    with psycopg.connect(migrated, autocommit=True, options=GROUND) as owner:
        for account_id in (world.account_id, other):
            for statement in KNOWN_OF_A_PERSON:
                owner.execute(statement, {"account": account_id, "some": os.urandom(8)})
        named = {name for (name,) in owner.execute(NAMING_ACCOUNTS)}
        before = {name for name in named if _rows_of(owner, name, world.account_id)}
        world.erase()
        left = {name for name in named if _rows_of(owner, name, world.account_id)}
        others = {name for name in named if _rows_of(owner, name, other)}
    assert before == named - {"erasures"}
    assert left == {"erasures"}
    assert others == {"sessions", "mail_tokens", "mails", "watched_balances"}


GROUND = "-c search_path=xavira_ground"
NAMING_ACCOUNTS = """
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'xavira_ground' AND column_name = 'account_id'
"""
KNOWN_OF_A_PERSON = (
    "INSERT INTO sessions VALUES (%(some)s, gen_random_uuid(), %(account)s, now(), now())",
    "INSERT INTO mail_tokens VALUES (%(some)s, %(account)s, 'verify_email', now())",
    "INSERT INTO mails (account_id, kind) VALUES (%(account)s, 'low_balance')",
    "INSERT INTO watched_balances VALUES (%(account)s, 5)",
)


def _rows_of(owner: psycopg.Connection[Any], table: str, account_id: UUID) -> int:
    query = sql.SQL("SELECT count(*) FROM {} WHERE account_id = %s").format(sql.Identifier(table))
    row = owner.execute(query, (account_id,)).fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize("last_call", range(1, 9))
def test_an_erasure_that_died_goes_on(world: World, last_call: int) -> None:
    """Whichever call was the last one, the erasure is listed as unfinished, and a rerun ends it."""
    with pytest.raises(Died):
        world.erase(last_call=last_call)
    assert unfinished(world.url) == [world.account_id]
    world.erase()
    world.assert_erased()


@pytest.mark.parametrize("further", ["characters", "generations"])
def test_the_projections_may_be_ahead_of_the_log_tail(world: World, further: str) -> None:
    """Work is found once, whether projections have seen all, some or none of it, and each of them
    as much as it likes.
    """
    from projections import runner
    from projections.registry import PROJECTIONS

    every = tuple(PROJECTIONS.values())
    read = world.ledger.read
    with connect(world.url, role="xavira_work") as connection:
        runner.start(connection, every, head=world.ledger.head())
        runner.step(every, read(0, 7), connection, book="live", read=read, report=refuse)
        ahead = (PROJECTIONS[further],)
        runner.step(ahead, read(7, 1_000), connection, book="live", read=read, report=refuse)
    assert world.erase() == Erased(account_id=world.account_id, canceled=1, deleted=3)
    world.assert_erased()


def test_other_processes_forget_the_key(world: World) -> None:
    """A vault that has the key in memory cannot open, seal or fingerprint soon after an erasure."""
    vault = world.vault()
    sealed = vault.seal(world.account_id, b"a text")
    assert vault.open(world.account_id, sealed) == b"a text"
    world.erase()
    wait_for(lambda: vault.open(world.account_id, sealed) is None)
    with pytest.raises(Unauthorized):
        vault.seal(world.account_id, b"another text")
    with pytest.raises(Unauthorized):
        vault.fingerprint(world.account_id, b"{}")
    vault.close()


def test_a_key_at_hand_is_an_accounts_own_and_no_longer_than_the_next_look(world: World) -> None:
    """It seals and opens without asking, for this account alone, until erasures are looked for."""
    vault = world.vault()
    assert vault.at_hand(world.account_id) is None
    sealed = vault.seal(world.account_id, b"a text")
    at_hand = wait_for(lambda: _at_hand(vault, world.account_id))
    assert at_hand.open(world.account_id, sealed) == b"a text"
    with pytest.raises(AssertionError):
        at_hand.seal(AccountId(uuid4()), b"a text")
    world.erase()
    wait_for(lambda: vault.at_hand(world.account_id) is None)
    assert vault.open(world.account_id, sealed) is None
    assert vault.at_hand(world.account_id) is None
    vault.close()


def _at_hand(vault: PostgresVault, account_id: AccountId) -> DataKey | None:
    """The key, unless the next look is due already after the one of just now."""
    vault.seal(account_id, b"another text")
    return vault.at_hand(account_id)


def test_a_vault_that_was_started_looks_for_erasures_before_it_is_asked(world: World) -> None:
    """A key is at hand after the time of a look, though nobody asked the vault meanwhile."""
    vault = world.vault()
    vault.start()
    vault.seal(world.account_id, b"a text")
    due = time.monotonic() + 2 * CHECK_SECONDS
    wait_for(lambda: time.monotonic() > due and vault.at_hand(world.account_id) is not None)
    vault.close()


def test_other_accounts_keep_their_key(world: World) -> None:
    """What one account sealed before another's erasure opens after it, also for a process that does
    not hold the key yet.
    """
    other = AccountId(uuid4())
    world.run(builders.opened(other, world.master_key.new_data_key(other).row))
    vault = world.vault()
    sealed = vault.seal(other, b"a text")
    gone = vault.seal(world.account_id, b"a text")
    world.erase()
    wait_for(lambda: vault.open(world.account_id, gone) is None)
    assert vault.open(other, sealed) == b"a text"
    vault.close()
    started = world.vault()
    assert (started.open(other, sealed), started.open(world.account_id, gone)) == (b"a text", None)
    started.close()


def test_other_accounts_keep_their_work(world: World) -> None:
    """Another account's open work stays open, its outputs and what is being checked stay stored."""
    other, character_id = AccountId(uuid4()), CharacterId(uuid4())
    world.run(builders.opened(other))
    world.run(builders.created(other, character_id))
    done, under_way = GenerationId(uuid4()), GenerationId(uuid4())
    for generation_id in (done, under_way):
        world.run(builders.requested(other, character_id, generation_id))
    output = world.put(done, b"picture", media_type="image/png")
    world.run(builders.completed(done, output_key=output))
    unseen = world.store.put_quarantine(under_way, b"unseen", media_type="image/png")
    assert world.erase() == Erased(account_id=world.account_id, canceled=1, deleted=3)
    assert world.erase() == Erased(account_id=world.account_id, canceled=0, deleted=3)
    loaded = world.ledger.load([done, under_way]).result()
    states = [loaded[generation_id].state for generation_id in (done, under_way)]
    assert [state.open for state in states if isinstance(state, Generation)] == [False, True]
    assert [state.hidden for state in states if isinstance(state, Generation)] == [False, False]
    assert world.store.get(output).data == b"picture"
    assert world.store.get_quarantine(unseen).data == b"unseen"


def test_whoever_keeps_mails_is_told_to_forget(world: World) -> None:
    """Each time that the account is erased, once."""
    told: list[UUID] = []
    eraser = Eraser(
        database_url=world.url,
        ledger=world.ledger,
        object_store=world.store,
        actor="test",
        forget_mails=told.append,
    )
    eraser.erase(world.account_id)
    assert told == [world.account_id]


def test_a_key_that_comes_back_is_unfinished_business(world: World, migrated: str) -> None:
    """When a restored key store brings the key back, it is listed, deleted again and noticed."""
    world.erase()
    vault = world.vault()
    assert vault.open(world.account_id, b"x" * 40) is None
    row = world.master_key.new_data_key(world.account_id).row
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute(
            "INSERT INTO xavira_ground.data_keys (account_id, wrapped) VALUES (%s, %s)",
            (world.account_id, row.values["wrapped"]),
        )
    sealed = vault.seal(world.account_id, b"a text")
    assert unfinished(migrated) == [world.account_id]
    world.erase()
    wait_for(lambda: vault.open(world.account_id, sealed) is None)
    world.assert_erased()
    vault.close()


def test_an_unknown_account_is_not_erased(world: World) -> None:
    """Nothing is noted for an id that no account has."""
    world.account_id = AccountId(uuid4())
    with pytest.raises(NotFound):
        world.erase()
    assert unfinished(world.url) == []


def test_only_the_vault_role_may_delete_what_is_known_of_a_person(migrated: str) -> None:
    """The roles of API and work cannot; the vault's role can do that and cannot read it."""
    for role in ("xavira_api", "xavira_work"):
        with connect(migrated, role=role) as connection:
            for table in ("accounts", "key_hashes", "data_keys", "erasures"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(f"DELETE FROM {table}")
    with connect(migrated, role="xavira_vault") as connection:
        connection.execute("DELETE FROM data_keys WHERE account_id = %s", (uuid4(),))
        for query in (
            "SELECT wrapped FROM data_keys",
            "SELECT sealed_email FROM accounts",
            "SELECT key_hash FROM key_hashes",
            "SELECT state FROM stored_events",
            "INSERT INTO data_keys (account_id, wrapped) VALUES (gen_random_uuid(), '')",
            "UPDATE accounts SET sealed_email = NULL",
            "DELETE FROM stored_events",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(query)


def test_a_reports_words_are_erased_again_after_a_backup(world: World) -> None:
    """Its receipt is as good as an account's id: a key that came back is listed and deleted."""
    receipt = ReportId(uuid4())
    data_key = world.master_key.new_data_key(receipt)
    event = ReportReceived(
        kind="abuse",
        generation_id=None,
        due_at=datetime.now(UTC) + ANSWER_WITHIN,
        sealed=data_key.seal(b"a story"),
    )
    world.run(receive_report(receipt, event, rows=[data_key.row]))
    assert world.vault().open(receipt, event.sealed) == b"a story"
    erase_report(world.url, receipt)
    assert world.vault().open(receipt, event.sealed) is None
    with psycopg.connect(world.url, autocommit=True) as owner:
        owner.execute(
            "INSERT INTO xavira_ground.data_keys (account_id, wrapped) VALUES (%s, %s)",
            (receipt, data_key.row.values["wrapped"]),
        )
    assert unfinished(world.url) == [receipt]
    eraser = Eraser(
        database_url=world.url, ledger=world.ledger, object_store=world.store, actor="test"
    )
    assert eraser.erase(AccountId(receipt)).deleted == 0
    assert unfinished(world.url) == []
    assert world.vault().open(receipt, event.sealed) is None
