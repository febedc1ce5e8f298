"""What `work` does for holders: following the log on a thread until it is told to stop."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from adapters.accounts.erasure import Eraser
from adapters.accounts.holders import HoldersRound, keys_at_stake
from adapters.eventstore import PostgresLedger
from adapters.eventstore.follower import Follower
from adapters.mail import outbox
from adapters.mail.folder import FolderMailer
from adapters.mail.low_balance import LowBalances
from adapters.mail.mail import Mail, MailUnavailable
from adapters.mail.outbox import ATTEMPTS_MAX
from adapters.mail.postman import Postman
from adapters.memory.objects import MemoryStore
from adapters.postgres.connections import connect
from adapters.telemetry import metrics
from adapters.vault import MasterKey, PostgresVault
from domain.errors import TemporarilyUnavailable
from domain.ids import AccountId, CharacterId, GenerationId
from domain.ports import GroundRow
from tests import builders
from tests.adapters.postgres.test_leading import breaks
from tests.faults.full_disk import full_disk
from tests.stack import wait_for


class Refusing:
    """A mail server that takes nothing."""

    def send(self, mail: Mail) -> None:
        raise MailUnavailable("no")

    def forget(self, account_id: Any) -> None:
        return None


class Breaking(FolderMailer):
    """A folder, and a mistake of ours in one kind of mail."""

    def send(self, mail: Mail) -> None:
        if "reset_password" in mail.name:
            raise AttributeError(mail.name)
        super().send(mail)


class Unanswering:
    """A ledger that cannot be asked."""

    def load(self, wanted: Any) -> Any:
        raise TemporarilyUnavailable


class World:
    """An account of somebody with an address, and the round that looks after it."""

    def __init__(self, database_url: str, folder: Path) -> None:
        self.url = database_url
        self.folder = folder
        self.ledger = PostgresLedger(database_url, role="xavira_work").start()
        master_key = MasterKey(b"\x07" * 32)
        self.vault = PostgresVault(database_url, master_key, role="xavira_work")
        self.account_id = AccountId(uuid4())
        data_key = master_key.new_data_key(self.account_id)
        sealed = {"account_id": self.account_id, "sealed_email": data_key.seal(b"mia@example.com")}
        row = GroundRow(table="accounts", values=sealed)
        self.ledger.append(builders.opened(self.account_id, row, data_key.row)).result()

    def round(self, mailer: Any, *, ledger: Any = None) -> HoldersRound:
        """`ledger` is where the keys at stake are looked up."""
        eraser = Eraser(
            database_url=self.url,
            ledger=self.ledger,
            object_store=MemoryStore(),
            actor="customer",
            forget_mails=mailer.forget,
        )
        postman = Postman(
            mailer=mailer,
            vault=self.vault,
            page=None,
            keys_at_stake=partial(keys_at_stake, ledger or self.ledger),
        )
        balances = LowBalances(threshold=10)
        return HoldersRound(postman=postman, balances=balances, erase=eraser.erase)

    def run(self, looking: HoldersRound, halted: threading.Event) -> None:
        looking.run(
            lambda: connect(self.url, role="xavira_work"),
            lambda after: Follower(self.url, role="xavira_work").batches(
                after, stop=halted, poll_seconds=0.05
            ),
            lambda: 0,
            halted,
        )

    def execute(self, statement: Any, *values: Any) -> list[Any]:
        with psycopg.connect(self.url, autocommit=True) as owner:
            owner.execute("SET search_path = xavira_ground, xavira_live")
            cursor = owner.execute(statement, values)
            return [] if cursor.description is None else cursor.fetchall()

    def mails(self) -> list[str]:
        return sorted(file.name for file in (self.folder / str(self.account_id)).glob("*.eml"))


@pytest.fixture
def world(migrated: str, tmp_path: Path) -> Iterator[World]:
    world = World(migrated, tmp_path)
    yield world
    world.ledger.close()
    world.vault.close()


def test_a_holder_is_told_and_erased(world: World) -> None:
    """A low balance makes a mail; a wish to be erased is carried out, and the mails go too."""
    character_id = CharacterId(uuid4())
    world.ledger.append(builders.created(world.account_id, character_id)).result()
    for _ in range(16):
        generation_id = GenerationId(uuid4())
        command = builders.requested(world.account_id, character_id, generation_id)
        world.ledger.append(command).result()
    halted = threading.Event()
    looking = world.round(FolderMailer(world.folder, sender="hello@xavira.example"))
    thread = threading.Thread(target=world.run, args=(looking, halted))
    thread.start()
    try:
        assert wait_for(world.mails) == ["1.credits_low.eml"]
        world.execute(
            "INSERT INTO erasures (account_id, by_holder) VALUES (%s, true)", world.account_id
        )
        wait_for(lambda: world.execute("SELECT 1 FROM erasures WHERE finished_at IS NOT NULL"))
        assert world.mails() == []
        assert world.execute("SELECT count(*) FROM mails") == [(0,)]
    finally:
        halted.set()
        thread.join(30)


def test_an_erasure_that_cannot_be_recorded_is_heard(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full: it is counted as what breaks a part, and done once there is space."""
    monkeypatch.setattr(metrics, "_meter", None)
    metrics.set_up_metrics("work")
    world.execute(
        "INSERT INTO erasures (account_id, by_holder) VALUES (%s, true)", world.account_id
    )
    looking = world.round(FolderMailer(world.folder, sender="hello@xavira.example"))
    with connect(world.url, role="xavira_work") as connection:
        with full_disk(world.url):
            looking.look(connection, threading.Event())
        assert breaks("holders") == 1
        looking.look(connection, threading.Event())
    assert breaks("holders") == 1
    assert world.execute("SELECT 1 FROM erasures WHERE finished_at IS NOT NULL")


def test_what_is_over_is_tidied_away(world: World) -> None:
    """Old mails, tokens, sign-ins and windows; what is in force stays."""
    old, new = uuid4(), uuid4()
    for account_id, age in ((old, "-40 days"), (new, "1 day")):
        world.execute(
            "INSERT INTO mails (account_id, kind, due_at, created_at)"
            " VALUES (%s, 'credits_low', NULL, now() + %s::interval)",
            account_id,
            age,
        )
        world.execute(
            "INSERT INTO sessions VALUES (%s, %s, %s, now(), now() + %s::interval)",
            *(account_id.bytes, account_id, account_id, age),
        )
        world.execute(
            "INSERT INTO mail_tokens VALUES (%s, %s, 'verify_email', now() + %s::interval)",
            *(account_id.bytes, account_id, age),
        )
        for book in ("live", "test"):
            world.execute(
                f"INSERT INTO xavira_{book}.rate_windows"
                " VALUES (%s, 'image', extract(epoch FROM now() + %s::interval), 1)",
                *(account_id, age),
            )
    with connect(world.url, role="xavira_work") as connection:
        world.round(Refusing()).step(connection, [], threading.Event())
    windows = ("xavira_live.rate_windows", "xavira_test.rate_windows")
    for table in ("mails", "sessions", "mail_tokens", *windows):
        assert world.execute(f"SELECT account_id FROM {table}") == [(new,)], table


def test_a_mail_that_is_not_taken_is_tried_again_and_given_up(world: World) -> None:
    """Later each time, ten times in all."""
    kind = "INSERT INTO mails (account_id, kind) VALUES (%s, 'reset_password')"
    world.execute(kind, world.account_id)
    looking = world.round(Refusing())
    tries = 0
    with connect(world.url, role="xavira_work") as connection:
        while world.execute("SELECT 1 FROM mails WHERE due_at IS NOT NULL"):
            looking.look(connection, threading.Event())
            looking.look(connection, threading.Event())
            tries += 1
            assert world.execute("SELECT attempts FROM mails") == [(tries,)]
            world.execute("UPDATE mails SET due_at = now() WHERE due_at IS NOT NULL")
    assert tries == ATTEMPTS_MAX == 10


def test_the_waits_of_a_mail_are_those_of_the_page(world: World) -> None:
    """Ten attempts, 17 hours and two minutes from the first to the last."""
    kind = "INSERT INTO mails (account_id, kind) VALUES (%s, 'reset_password')"
    world.execute(kind, world.account_id)
    waits = []
    with connect(world.url, role="xavira_work") as connection, connection.transaction():
        for _ in range(ATTEMPTS_MAX):
            assert len(outbox.take(connection, 1)) == 1
            waits += connection.execute("SELECT due_at - now() FROM mails").fetchall()
            connection.execute("UPDATE mails SET due_at = now()")
    between = [wait for (wait,) in waits[:-1]]
    assert between[0] == timedelta(minutes=2)
    assert sum(between, timedelta(0)) == timedelta(hours=17, minutes=2)
    page = Path(__file__).parents[3] / "docs" / "howto" / "accounts.md"
    assert "is tried ten times over 17 hours (2 minutes after the first" in page.read_text()


def test_a_mail_that_breaks_holds_up_nothing(world: World) -> None:
    """Those behind it are sent, who asked for it is erased, and it is given up after ten tries."""
    kinds = (
        "INSERT INTO mails (account_id, kind) VALUES (%s, 'reset_password'), (%s, 'verify_email')"
    )
    world.execute(kinds, world.account_id, world.account_id)
    looking = world.round(Breaking(world.folder, sender="hello@xavira.example"))
    with connect(world.url, role="xavira_work") as connection:
        looking.look(connection, threading.Event())
        assert world.mails() == ["2.verify_email.eml"]
        for _ in range(ATTEMPTS_MAX - 1):
            world.execute("UPDATE mails SET due_at = now() WHERE due_at IS NOT NULL")
            looking.look(connection, threading.Event())
        assert world.execute(
            "SELECT kind, attempts FROM mails WHERE due_at IS NULL ORDER BY 1"
        ) == [
            ("reset_password", ATTEMPTS_MAX),
            ("verify_email", 1),
        ]
        world.execute(
            "INSERT INTO mails (account_id, kind) VALUES (%s, 'reset_password')", world.account_id
        )
        world.execute(
            "INSERT INTO erasures (account_id, by_holder) VALUES (%s, true)", world.account_id
        )
        looking.look(connection, threading.Event())
    assert world.execute("SELECT count(*) FROM erasures WHERE finished_at IS NOT NULL") == [(1,)]


@pytest.mark.parametrize(
    ("limits", "counted"),
    [
        ({"statement_timeout": "100ms"}, 1),
        ({"lock_timeout": "100ms"}, 0),
    ],
    ids=["time is up", "a lock is held"],
)
def test_a_mail_whose_statement_takes_too_long_holds_up_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, limits: dict[str, str], counted: int
) -> None:
    """Those behind it are sent, and it is given up for no such reason. Time that is up is counted;
    a lock that others hold is none of our faults.
    """
    monkeypatch.setattr(metrics, "_meter", None)
    metrics.set_up_metrics("work")
    world.execute(
        "INSERT INTO mail_tokens VALUES ('old', %s, 'reset_password', now() + interval '1 hour')",
        world.account_id,
    )
    world.execute(
        "INSERT INTO mails (account_id, kind, attempts)"
        " VALUES (%s, 'reset_password', %s), (%s, 'verify_email', 0)",
        *(world.account_id, ATTEMPTS_MAX, world.account_id),
    )
    looking = world.round(FolderMailer(world.folder, sender="hello@xavira.example"))
    with (
        psycopg.connect(world.url) as holder,
        connect(world.url, role="xavira_work", **limits) as connection,
    ):
        holder.execute("SELECT FROM xavira_ground.mail_tokens FOR UPDATE")
        looking.look(connection, threading.Event())
        assert world.mails() == ["2.verify_email.eml"]
        assert breaks("holders") == counted
        holder.rollback()
        world.execute("UPDATE mails SET due_at = now() WHERE due_at IS NOT NULL")
        looking.look(connection, threading.Event())
    assert world.mails() == ["1.reset_password.eml", "2.verify_email.eml"]


def test_a_mail_that_cannot_be_written_holds_up_nothing(world: World) -> None:
    """Those behind it are sent, the link before it is good as it was, and it is sent later."""
    reset = "INSERT INTO mails (account_id, kind) VALUES (%s, 'reset_password')"
    tokens = "SELECT token_hash FROM mail_tokens WHERE purpose = 'reset_password'"
    mailer = FolderMailer(world.folder, sender="hello@xavira.example")
    halted = threading.Event()
    world.execute(reset, world.account_id)
    with connect(world.url, role="xavira_work") as connection:
        world.round(mailer).look(connection, halted)
        sent = world.execute(tokens)
        world.execute(reset, world.account_id)
        world.execute(
            "INSERT INTO mails (account_id, kind) VALUES (%s, 'verify_email')", world.account_id
        )
        world.round(mailer, ledger=Unanswering()).look(connection, halted)
        assert world.mails() == ["1.reset_password.eml", "3.verify_email.eml"]
        assert len(sent) == 1
        assert world.execute(tokens) == sent
        world.execute("UPDATE mails SET due_at = now() WHERE due_at IS NOT NULL")
        world.round(mailer).look(connection, halted)
    assert world.mails() == [
        "1.reset_password.eml",
        "2.reset_password.eml",
        "3.verify_email.eml",
    ]
