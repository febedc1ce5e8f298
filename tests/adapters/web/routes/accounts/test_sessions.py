"""Signing in and out, and what a session may do."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import UUID, uuid4

import psycopg
import pytest

from adapters.tokens import hash_token
from tests.adapters.web.customer import Customer
from tests.adapters.web.holder import Holder
from tests.adapters.web.site import HERE, Site
from tests.stack import wait_for


@pytest.fixture
def holder(site: Site) -> Holder:
    return Holder(site)


def test_a_session_is_opened_with_address_and_password(site: Site, holder: Holder) -> None:
    """Its token reads the account and is stored as a hash alone."""
    reply = holder.sign_in()
    assert reply.status == 201
    assert sorted(reply.json) == ["account_id", "expires_at", "session_id", "token"]
    account = holder.signed_in().send("GET", "/v1/account").json
    assert (account["email"], account["account_id"]) == (holder.email, str(holder.account_id))
    with psycopg.connect(site.database_url) as connection:
        query = "SELECT token_hash FROM xavira_ground.sessions WHERE session_id = %s"
        row = connection.execute(query, (reply.json["session_id"],)).fetchone()
    assert row == (hash_token(reply.json["token"]),)


def test_a_session_manages_keys_and_draws_nothing(holder: Holder) -> None:
    """Who lost every key signs in and makes one; a debit needs a key."""
    session = holder.signed_in()
    listed = session.send("GET", "/v1/keys").json["data"]
    assert [key["scopes"] for key in listed] == [["generate", "read", "account"]]
    assert session.send("DELETE", f"/v1/keys/{listed[0]['key_id']}").status == 200
    assert holder.customer.send("GET", "/v1/balance").status == 401
    made = session.send("POST", "/v1/keys", json_body={})
    assert (made.status, made.json["scopes"]) == (201, ["generate", "read"])
    assert session.send("GET", "/v1/balance").json["available"] == 25
    assert session.send("GET", "/v1/limits").json["key"] is None
    assert session.send("POST", "/v1/keys", json_body={"scopes": ["admin"]}).status == 403
    drawn = session.image("x")
    assert (drawn.status, drawn.error["code"]) == (401, "unauthorized")


def test_signing_out_ends_the_session(holder: Holder) -> None:
    """At once and for good; with a key every session ends."""
    session, other = holder.signed_in(), holder.signed_in()
    assert session.send("DELETE", "/v1/sessions").json == {"ended": 1}
    assert session.send("GET", "/v1/account").status == 401
    assert other.send("GET", "/v1/account").status == 200
    assert holder.customer.send("DELETE", "/v1/sessions").json == {"ended": 1}
    assert other.send("GET", "/v1/account").status == 401


def test_a_session_ends_by_itself(site: Site, holder: Holder) -> None:
    """After its days."""
    session = holder.signed_in()
    with psycopg.connect(site.database_url, autocommit=True) as connection:
        query = "UPDATE xavira_ground.sessions SET expires_at = now() WHERE account_id = %s"
        connection.execute(query, (holder.account_id,))
    assert session.send("GET", "/v1/account").status == 401


def test_a_wrong_password_and_an_unknown_address_look_alike(site: Site, holder: Holder) -> None:
    """401 sign_in_refused, word for word; an account without a password as well."""
    answers = []
    without = site.account().send("GET", "/v1/account").json["email"]
    for email in (holder.email, f"{uuid4().hex}@example.com", without, "no address"):
        body = {"email": email, "password": "a wrong password"}
        reply = site.send("POST", "/v1/sessions", json_body=body)
        error = {name: value for name, value in reply.error.items() if name != "request_id"}
        answers.append((reply.status, error))
    assert (answers[0][0], answers[0][1]["code"]) == (401, "sign_in_refused")
    assert answers == [answers[0]] * 4


def test_passwords_are_tried_a_few_times_a_minute(site: Site, holder: Holder) -> None:
    """On one account from one address, over two processes; then 429 there, the right password too,
    while the holder signs in elsewhere.
    """
    site.now = datetime(2033, 5, 5, 12, 0, 20, tzinfo=UTC)
    other = site.serve()
    statuses = [
        holder.sign_in(
            password="a wrong password",
            client=(f"2001:db8:77::{number}", 1),
            app=other if number % 2 else None,
        ).status
        for number in range(5)
    ]
    assert statuses == [401] * 5
    refused = holder.sign_in(client=("2001:db8:77::9", 1))
    assert (refused.status, refused.header("retry-after")) == (429, "40")
    assert holder.sign_in().status == 201
    site.now = datetime(2033, 5, 5, 12, 1, 0, tzinfo=UTC)
    assert holder.sign_in(client=("2001:db8:77::9", 1)).status == 201


def test_all_addresses_together_try_a_hundred_passwords_a_minute(
    site: Site, holder: Holder
) -> None:
    """So that guessing stays bounded, wherever it is done."""
    site.now = datetime(2033, 6, 5, 12, 0, 20, tzinfo=UTC)
    window = int(datetime(2033, 6, 5, 12, 0, 0, tzinfo=UTC).timestamp())
    with psycopg.connect(site.database_url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO xavira_live.rate_windows (account_id, policy, window_start, used)"
            " VALUES (%s, 'sign_in', %s, 99)",
            (holder.account_id, window),
        )
    assert [holder.sign_in().status for _ in range(2)] == [201, 429]


def test_who_has_a_block_of_addresses_keeps_nobody_signed_out(site: Site, holder: Holder) -> None:
    """Twenty tries a minute from an IPv6 /48, however many /64 are in it: the holder's own password
    is looked at from elsewhere.
    """
    site.now = datetime(2033, 7, 5, 12, 0, 20, tzinfo=UTC)
    statuses = [
        holder.sign_in(password="a wrong password", client=(f"2001:db8:99:{each}::1", 1)).status
        for each in range(20)
        for _ in range(5)
    ]
    assert statuses == [401] * 20 + [429] * 80
    assert holder.sign_in(client=("2001:db8:98::1", 1)).status == 201
    assert holder.sign_in(client=HERE).status == 201


def test_one_address_tries_a_few_accounts_a_minute(site: Site) -> None:
    """Thirty; another address may."""
    site.now = datetime(2034, 5, 5, 12, 0, 20, tzinfo=UTC)
    body = {"email": "nobody", "password": "x"}

    def ask(host: str) -> int:
        client = (host, 1)
        return site.send("POST", "/v1/sessions", json_body=body, client=client).status

    assert [ask("2001:db8::1") for _ in range(30)] == [401] * 30
    assert ask("2001:db8::2") == 429
    assert ask(HERE[0]) == 401


def test_a_block_of_addresses_tries_a_few_accounts_a_minute(site: Site) -> None:
    """A hundred and twenty from an IPv6 /48, however many /64 are in it; another block may."""
    site.now = datetime(2034, 6, 5, 12, 0, 20, tzinfo=UTC)
    body = {"email": "nobody", "password": "x"}

    def ask(host: str) -> int:
        client = (host, 1)
        return site.send("POST", "/v1/sessions", json_body=body, client=client).status

    asked = [ask(f"2001:db8:55:{each}::1") for each in range(5) for _ in range(25)]
    assert asked == [401] * 120 + [429] * 5
    assert ask("2001:db8:56::1") == 401


def test_an_ipv4_is_counted_once(site: Site, holder: Holder) -> None:
    """An IPv6 is counted twice, as it is and with its neighbours."""
    query = """
        SELECT policy, count(*) FROM xavira_live.rate_windows
        WHERE window_start = %s AND policy IN ('address', 'sign_in') GROUP BY policy
    """
    for minute, host, counters in ((1, "192.0.2.77", (1, 2)), (2, "2001:db8:57::1", (2, 3))):
        at = datetime(2034, 7, 5, 12, minute, tzinfo=UTC)
        site.now = at
        assert holder.sign_in(client=(host, 1)).status == 201
        with psycopg.connect(site.database_url) as connection:
            rows = dict(connection.execute(query, (int(at.timestamp()),)).fetchall())
        assert (rows["address"], rows["sign_in"]) == counters


def test_nobody_finds_an_address_in_the_store_by_trying_all(site: Site, holder: Holder) -> None:
    """Its counter has a name that follows from a secret, too."""
    holder.sign_in(client=HERE)
    stored = site.rows("SELECT account_id FROM xavira_live.rate_windows WHERE policy = 'address'")
    tried = UUID(bytes=hashlib.sha256(b"127.0.0.1/32").digest()[:16])
    assert stored != []
    assert (tried,) not in stored


def test_nobody_signs_in_while_the_account_is_erased(site: Site, holder: Holder) -> None:
    """Refused like any other, and no session is left behind."""
    with psycopg.connect(site.database_url) as eraser, ThreadPoolExecutor(1) as elsewhere:
        eraser.execute(
            "DELETE FROM xavira_ground.accounts WHERE account_id = %s", (holder.account_id,)
        )
        signing_in = elsewhere.submit(holder.sign_in)
        waits = "SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'"
        wait_for(lambda: signing_in.done() or site.rows(waits) != [])
        eraser.commit()
        refused = signing_in.result(30)
    assert (refused.status, refused.error["code"]) == (401, "sign_in_refused")
    left = f"SELECT 1 FROM xavira_ground.sessions WHERE account_id = '{holder.account_id}'"
    assert site.rows(left) == []


def test_a_token_in_the_url_is_refused(holder: Holder) -> None:
    """Like a key."""
    session = holder.signed_in()
    reply = session.send("GET", f"/v1/account?token={session.secret}")
    assert (reply.status, reply.error["code"]) == (400, "invalid_request")


def test_a_made_up_token_opens_nothing(site: Site, holder: Holder) -> None:
    """Nor does a real one on a route that wants a key."""
    for secret in ("xav_session_", "xav_session_" + "x" * 43, "xav_session_é"):
        made_up = Customer(site, holder.customer.account_id, secret, None)
        assert made_up.send("GET", "/v1/account").status == 401
    assert holder.signed_in().send("GET", "/v1/generations").status == 401
