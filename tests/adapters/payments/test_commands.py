"""The operator's commands about money and keys, against a real database."""

import json
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from click.testing import CliRunner

from adapters.cli.commands import complete_group
from adapters.eventstore import PostgresLedger
from adapters.keys import hash_key, parse_key
from adapters.postgres.connections import connect
from adapters.vault import MasterKey
from domain.ids import AccountId
from domain.payments import buying
from domain.payments.payment import PaymentNotice
from projections import runner
from projections.registry import PROJECTIONS
from tests.projections.driving import refuse

MASTER_KEY = "07" * 32


@pytest.fixture
def operator(migrated: str) -> "Operator":
    return Operator(migrated)


class Operator:
    """Types commands, with one account to work on."""

    def __init__(self, database_url: str) -> None:
        self.database_url = database_url
        self._environment = {
            "XAVIRA_DATABASE_URL": database_url,
            "XAVIRA_MASTER_KEY": MASTER_KEY,
        }
        created = self.json("accounts", "create", "--email", f"{uuid4().hex}@example.com")
        self.account_id = created["account_id"]

    def run(self, *words: str) -> Any:
        return CliRunner().invoke(complete_group(), list(words), env=self._environment)

    def set(self, name: str, value: str) -> None:
        """Changes a setting of the next commands."""
        self._environment[f"XAVIRA_{name.upper()}"] = value

    def json(self, *words: str) -> Any:
        result = self.run(*words, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    def available(self) -> int:
        granted = self.json(
            "credits", "grant", "--account", self.account_id, "--credits", "1", "--reason", "x"
        )
        return int(granted["available"]) - 1

    def log(self) -> list[str]:
        with PostgresLedger(self.database_url, role="xavira_work") as ledger:
            return [recorded.event.TOPIC for recorded in ledger.read(0, 1_000)]

    def project(self) -> None:
        """Brings every projection to the end of the log."""
        every = list(PROJECTIONS.values())
        with (
            PostgresLedger(self.database_url, role="xavira_work") as ledger,
            connect(self.database_url, role="xavira_work") as connection,
        ):
            after = runner.start(connection, every, head=ledger.head())
            batch = ledger.read(after, 1_000)
            runner.step(every, batch, connection, book="live", read=ledger.read, report=refuse)

    def top_up(self, *words: str) -> list[str]:
        return ["credits", "top-up", "--account", self.account_id, *words]


def test_a_top_up_is_booked_once(operator: Operator) -> None:
    """A pack, then the same reference again; the second time changes nothing."""
    words = operator.top_up("--pack", "standard", "--reference", "order-1", "--reason", "fair")
    first, again = operator.json(*words), operator.json(*words)
    assert (first["status"], first["credits"], first["replayed"]) == ("granted", 600, False)
    assert again == first | {"replayed": True}
    assert operator.available() == 625
    assert operator.log().count("payment.received.v1") == 1


def test_a_price_of_its_own(operator: Operator) -> None:
    """Credits with a price as people write it."""
    words = ("--credits", "70", "--price", "6.5", "--currency", "EUR", "--reference", "order-2")
    assert operator.json(*operator.top_up(*words))["credits"] == 70
    with PostgresLedger(operator.database_url, role="xavira_work") as ledger:
        (received,) = [
            recorded.event
            for recorded in ledger.read(0, 1_000)
            if recorded.event.TOPIC == "payment.received.v1"
        ]
    assert (received.price_minor, received.currency) == (650, "EUR")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "words",
    [
        ["--reference", "r"],
        ["--pack", "standard", "--credits", "5", "--reference", "r"],
        ["--credits", "5", "--price", "1.999", "--currency", "EUR", "--reference", "r"],
        ["--credits", "5", "--price", "0", "--currency", "EUR", "--reference", "r"],
        ["--credits", "5", "--price", "1", "--currency", "euro", "--reference", "r"],
        ["--credits", "5", "--price", "1", "--currency", "XYZ", "--reference", "r"],
        ["--pack", "nothing", "--reference", "r"],
        ["--pack", "standard", "--reference", "two words"],
        ["--pack", "standard", "--reference", "r", "--provider", "a/b"],
    ],
)
def test_a_top_up_that_makes_no_sense_is_refused(operator: Operator, words: list[str]) -> None:
    """Status 2, a sentence, and nothing is recorded."""
    result = operator.run(*operator.top_up(*words))
    assert result.exit_code == 2, result.output
    assert "payment.received.v1" not in operator.log()


def test_a_reference_cannot_be_used_for_something_else(operator: Operator) -> None:
    """Status 1 and the refusal's code."""
    operator.json(*operator.top_up("--pack", "starter", "--reference", "order-3"))
    result = operator.run(*operator.top_up("--pack", "studio", "--reference", "order-3"))
    assert result.exit_code == 1
    assert "invalid_state" in result.output


def test_a_chargeback_and_money_back(operator: Operator) -> None:
    """Each takes what is left of its own payment, once."""
    operator.json(*operator.top_up("--pack", "starter", "--reference", "order-4"))
    operator.json(*operator.top_up("--pack", "standard", "--reference", "order-5"))
    for command, reference, status in (
        ("charge-back", "order-4", "charged_back"),
        ("repay", "order-5", "repaid"),
    ):
        for replayed in (False, True):
            told = operator.json("credits", command, "--reference", reference)
            assert (told["status"], told["replayed"]) == (status, replayed)
    assert operator.available() == 25
    assert operator.log().count("credits.revoked.v1") == 2
    told = operator.run("credits", "repay", "--reference", "order-5").stdout
    assert "repaid: 49.00 EUR for 600 credits; 600 credits, account" in told


def test_a_chargeback_of_nothing_is_refused(operator: Operator) -> None:
    """A slip of the pen must not read like credits that were taken back."""
    operator.json(*operator.top_up("--pack", "starter", "--reference", "order-6"))
    for command in ("charge-back", "repay"):
        refused = operator.run("credits", command, "--reference", "order-66")
        assert refused.exit_code == 1
        assert "There is no" in refused.output
    assert "payment.charged_back.v1" not in operator.log()
    assert operator.available() == 125


@pytest.mark.parametrize("reason", ["", "  ", "x" * 1_001])
def test_a_reason_says_something(operator: Operator, reason: str) -> None:
    """As over HTTP: 1 to 1,000 characters, or nothing is granted and nothing is booked."""
    account = ("--account", operator.account_id, "--reason", reason)
    granted = operator.run("credits", "grant", *account, "--credits", "1")
    booked = operator.run(
        "credits", "top-up", *account, "--pack", "starter", "--reference", "order-7"
    )
    for refused in (granted, booked):
        assert refused.exit_code == 2
        assert "A reason is 1 to 1,000 characters" in refused.output
    assert operator.log().count("credits.granted.v1") == 1


def test_a_balance_names_whole_lots_and_its_time_in_utc(operator: Operator) -> None:
    """However narrow the terminal, ids and amounts are whole, and times are told in UTC."""
    price = ("--price", "1", "--currency", "EUR")
    words = ("--credits", "1000000000000", *price, "--reference", "order-8")
    booked = operator.json(*operator.top_up(*words))
    account = ("--account", operator.account_id)
    told = operator.run("ledger", "balance", *account, "--as-of", "2199-01-01T02:00:00+02:00")
    assert told.exit_code == 0, told.output
    row = f"{booked['lot_id']}  paid   1000000000000  1000000000000"
    assert row in told.stdout
    assert "(2199-01-01 00:00:00 UTC)" in told.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("balance", "--account", str(uuid4()), "--as-of", "²"),
        ("balance", "--account", str(uuid4()), "--as-of", "9999-12-31T23:59:59-05:00"),
        ("tail", "--after", str(2**63)),
        ("tail", "--after", "-1"),
    ],
)
def test_no_place_in_the_log_is_a_sentence(operator: Operator, words: tuple[str, ...]) -> None:
    """Status 2 and no traceback for what can be no position and no time."""
    refused = operator.run("ledger", *words)
    assert refused.exit_code == 2, refused.output
    assert "Invalid value" in refused.output


def test_what_matched_nothing_is_matched_by_hand(operator: Operator) -> None:
    """A payment that came without an account gets one."""
    notice = PaymentNotice(
        provider="btcpay", reference="Qx7", kind="paid", price_minor=1234, currency="EUR"
    )
    with PostgresLedger(operator.database_url, role="xavira_api") as ledger:
        received = ledger.append(buying.receive_payment(notice, pack=None)).result()
    assert received.answer.status == "unmatched"
    operator.project()
    assert operator.json("credits", "unmatched") == [
        {"provider": "btcpay", "reference": "Qx7", "price_minor": 1234, "currency": "EUR"}
    ]
    assert "12.34 EUR" in operator.run("credits", "unmatched").stdout
    words = ["credits", "match", "--provider", "btcpay", "--reference", "Qx7", "--credits", "150"]
    told = operator.json(*words, "--account", operator.account_id)
    assert (told["status"], told["credits"]) == ("granted", 150)
    assert operator.available() == 175
    operator.project()
    assert operator.json("credits", "unmatched") == []


def test_more_money_for_a_reference_waits_once_however_many_tell_of_it(operator: Operator) -> None:
    """Four messages at once from each of two processes: 12.00 came in, 20.00 are there by now."""
    notice = PaymentNotice(
        provider="btcpay",
        reference="Qx7",
        kind="paid",
        price_minor=1200,
        received_minor=1200,
        currency="EUR",
    )
    more = msgspec.structs.replace(notice, price_minor=2000, received_minor=2000)
    with (
        PostgresLedger(operator.database_url, role="xavira_api") as one,
        PostgresLedger(operator.database_url, role="xavira_api") as other,
    ):
        one.append(buying.receive_payment(notice, pack=None)).result()
        told = [
            ledger.append(buying.receive_payment(more, pack=None))
            for _ in range(4)
            for ledger in (one, other)
        ]
        answers = [each.result().answer for each in told]
    assert sorted(answer.replayed for answer in answers) == [False] + [True] * 7
    assert operator.log().count("payment.paid_again.v1") == 1
    operator.project()
    assert operator.json("credits", "unmatched") == [
        {"provider": "btcpay", "reference": "Qx7", "price_minor": 1200, "currency": "EUR"},
        {"provider": "btcpay", "reference": "Qx7+2000", "price_minor": 800, "currency": "EUR"},
    ]
    words = ["credits", "match", "--provider", "btcpay", "--reference", "Qx7+2000"]
    told_of = operator.json(*words, "--credits", "80", "--account", operator.account_id)
    assert told_of["status"] == "granted"
    assert operator.available() == 105


def test_a_key_is_issued_rotated_capped_and_revoked(operator: Operator) -> None:
    """Its secret is shown once and only its hash is kept."""
    account = ("--account", operator.account_id)
    issued = operator.json("keys", "issue", *account, "--scope", "admin, read")
    assert parse_key(issued["api_key"]) is not None
    pepper = MasterKey(bytes.fromhex(MASTER_KEY)).pepper
    with connect(operator.database_url, role="xavira_api") as connection:
        row = connection.execute(
            "SELECT account_id FROM key_hashes WHERE key_hash = %s",
            (hash_key(issued["api_key"], pepper),),
        ).fetchone()
    assert row == (UUID(operator.account_id),)
    key = ("--key", issued["key_id"])
    rotated = operator.json("keys", "rotate", *account, *key, "--overlap-hours", "168")
    assert rotated["key_id"] != issued["key_id"]
    assert operator.run("keys", "cap", *account, *key, "--credits", "5").exit_code == 0
    assert operator.run("keys", "revoke", *account, *key).exit_code == 0
    assert operator.log()[-4:] == [
        "key.issued.v1",
        "key.rotated.v1",
        "key.capped.v1",
        "key.revoked.v1",
    ]
    with PostgresLedger(operator.database_url, role="xavira_api") as ledger:
        account_id = AccountId(UUID(operator.account_id))
        state: Any = ledger.load([account_id]).result()[account_id].state
    new = state.keys[UUID(rotated["key_id"])]
    assert (new.scopes, new.cap_group) == (("admin", "read"), UUID(issued["key_id"]))


def test_the_operator_sees_which_peppers_are_in_use(operator: Operator) -> None:
    """And which keys would not work with the peppers that are listed."""
    operator.json("keys", "issue", "--account", operator.account_id, "--scope", "read")
    assert operator.json("keys", "peppers") == [{"version": 1, "listed": True, "keys": 2}]
    operator.set("key_peppers", f"2:{'ab' * 32}")
    told = operator.run("keys", "peppers").stdout.splitlines()
    assert told == ["pepper 2: 0 keys", "pepper 1: 2 keys, which is not listed: they do not work"]


@pytest.mark.parametrize("listed", ["", "2", "1,1", "2:abc", f"1:{'ab' * 32}", f"0:{'ab' * 32}"])
def test_a_wrong_list_of_peppers_is_refused(listed: str) -> None:
    """Before anything is hashed with it."""
    with pytest.raises(ValueError):
        MasterKey(bytes.fromhex(MASTER_KEY), peppers=listed)


def test_a_scope_that_there_is_not_is_refused(operator: Operator) -> None:
    """Scopes are a closed list."""
    result = operator.run(
        "keys", "issue", "--account", operator.account_id, "--scope", "read,everything"
    )
    assert result.exit_code == 2
    assert "everything" in result.output
