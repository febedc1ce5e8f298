"""An operator finds the account and the key that are meant."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner

from adapters.cli.commands import complete_group
from adapters.postgres.connections import connect
from adapters.vault import MasterKey, PostgresVault
from tests.adapters.payments.test_commands import MASTER_KEY, Operator

HOSTILE_NAME = "of [staging]\x1b[2J\n\u202efake"


@pytest.fixture
def operator(migrated: str) -> Operator:
    return Operator(migrated)


def whose(operator: Operator, typed: str, **settings: str) -> Any:
    environment = {"XAVIRA_DATABASE_URL": operator.database_url, "XAVIRA_MASTER_KEY": MASTER_KEY}
    environment |= settings
    return CliRunner().invoke(
        complete_group(), ["keys", "whose", "--json"], input=typed, env=environment
    )


def test_a_key_that_was_found_is_found(operator: Operator) -> None:
    """By its secret, live or test, under an older pepper too, and after it was revoked."""
    account = ("--account", operator.account_id)
    for words, book in (((), "live"), (("--test",), "test")):
        key = operator.json("keys", "issue", *account, "--scope", "read", *words)
        found = whose(operator, f"  {key['api_key']}\n")
        expected = {"account_id": operator.account_id, "key_id": key["key_id"], "book": book}
        assert json.loads(found.stdout) == expected
        operator.run("keys", "revoke", *account, "--key", key["key_id"], *words)
        assert json.loads(whose(operator, key["api_key"]).stdout) == expected
        assert key["api_key"] not in found.output
        newer = whose(operator, key["api_key"], XAVIRA_KEY_PEPPERS=f"2:{'09' * 32},1")
        assert json.loads(newer.stdout) == expected


def test_what_is_no_key_and_what_nobody_has(operator: Operator) -> None:
    """Each is a sentence of its own; neither repeats what was typed."""
    made = operator.json("keys", "issue", "--account", operator.account_id, "--scope", "read")
    secret = made["api_key"]
    with connect(operator.database_url, role="xavira_api") as connection:
        connection.execute(
            "UPDATE key_hashes SET key_hash = %s WHERE key_id = %s", (b"x", made["key_id"])
        )
    for typed, told in (
        (secret[:-1], "Error: This is no key: its form or its checksum is wrong.\n"),
        ("", "Error: This is no key: its form or its checksum is wrong.\n"),
        (secret, "Error: No account has this key.\n"),
    ):
        result = whose(operator, typed)
        assert (result.exit_code, result.output) == (1, told)


def test_keys_are_listed_newest_first(operator: Operator) -> None:
    """With how they look, what they may do, their name, and whether they go on. A name that a
    holder chose does nothing to the terminal.
    """
    account = ("--account", operator.account_id)
    made = operator.json("keys", "issue", *account, "--scope", "generate,read")
    vault = PostgresVault(
        operator.database_url, MasterKey(bytes.fromhex(MASTER_KEY)), role="xavira_work"
    )
    with connect(operator.database_url, role="xavira_work") as connection:
        name = vault.seal(UUID(operator.account_id), HOSTILE_NAME.encode())
        connection.execute(
            "INSERT INTO key_notes VALUES (%s, %s, %s, '2026-11-01 12:00:00+00')",
            (made["key_id"], operator.account_id, name),
        )
    vault.close()
    operator.run("keys", "revoke", *account, "--key", made["key_id"])
    newest, first = operator.json("keys", "list", *account)
    assert newest.pop("created_at") is not None
    assert newest == {
        "key_id": made["key_id"],
        "name": HOSTILE_NAME,
        "prefix": made["api_key"][:13],
        "last4": made["api_key"][-4:],
        "scopes": ["generate", "read"],
        "status": "revoked",
        "rotated": False,
        "last_used_at": "2026-11-01T12:00:00Z",
        "expires_at": None,
    }
    assert (first["status"], first["scopes"]) == ("active", ["generate", "read", "account"])
    told = operator.run("keys", "list", *account).stdout
    assert f"{made['api_key'][:13]}...{made['api_key'][-4:]}" in told
    assert r"of [staging]\u001b[2J\n\u202efake" in told
    assert operator.run("keys", "list", *account, "--test").exit_code == 1


def test_accounts_are_listed_page_by_page(operator: Operator) -> None:
    """Newest first, by status, tier and address."""
    second = operator.json("accounts", "create", "--email", "second@example.com")["account_id"]
    operator.run("accounts", "set-tier", "--account", second, "--tier", "scale")
    operator.project()
    page = operator.json("accounts", "list", "--limit", "1")
    assert [each["account_id"] for each in page["data"]] == [second]
    rest = operator.json("accounts", "list", "--cursor", str(page["next_cursor"]))
    assert [each["account_id"] for each in rest["data"]] == [operator.account_id]
    assert rest["next_cursor"] is None
    for words, found in (
        (("--tier", "scale"), [second]),
        (("--status", "suspended"), []),
        (("--email", "Second@example.com"), [second]),
        (("--email", "second@example.com", "--tier", "base"), []),
        (("--email", "third@example.com"), []),
    ):
        listed = operator.json("accounts", "list", *words)
        assert [each["account_id"] for each in listed["data"]] == found
    told = operator.run("accounts", "list", "--limit", "1").stdout
    assert second in told
    assert f"There are more: --cursor {page['next_cursor']}" in told
