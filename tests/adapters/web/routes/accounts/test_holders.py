"""The holder's own routes: the account, a confirmed address, a new password, an erasure."""

from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from adapters.accounts.erasure import Eraser, asked_by_holder
from adapters.answered import answered
from adapters.postgres.connections import connect
from domain.errors import TemporarilyUnavailable
from domain.ids import AccountId
from domain.ports import Appended, Command
from tests.adapters.web.customer import Customer
from tests.adapters.web.holder import PASSWORD, Holder, somewhere
from tests.adapters.web.post import Post
from tests.adapters.web.resets import NEW_PASSWORD, ask_reset, reset_mailed, reset_reply, resetting
from tests.adapters.web.site import Site


@pytest.fixture
def post(site: Site, tmp_path: Path) -> Post:
    return Post(site, tmp_path)


@pytest.fixture
def holder(site: Site) -> Holder:
    return Holder(site)


def _rows(site: Site, table: str, account_id: object) -> int:
    with psycopg.connect(site.database_url) as connection:
        query = f"SELECT count(*) FROM xavira_ground.{table} WHERE account_id = %s"
        row = connection.execute(query, (account_id,)).fetchone()
    assert row is not None
    return int(row[0])


def _confirm(site: Site, token: str) -> int:
    path = "/v1/email_verifications:confirm"
    return site.send("POST", path, json_body={"token": token}, client=somewhere()).status


def _reset(site: Site, token: str, password: str = NEW_PASSWORD) -> int:
    return reset_reply(site, token, password=password).status


def _verify(site: Site, holder: Holder, post: Post) -> None:
    holder.customer.send("POST", "/v1/email_verifications")
    post.deliver()
    assert _confirm(site, post.token(holder.account_id)) == 200


def test_the_account_says_what_its_holder_accepted(holder: Holder) -> None:
    """And when, in which version."""
    account = holder.customer.send("GET", "/v1/account").json
    assert (account["tier"], account["livemode"]) == ("base", True)
    assert account["terms_version"] == "2026-11"
    assert account["terms_accepted_at"] == account["created_at"]
    assert (account["email_verified"], account["low_credits"]) == (False, 10)


def test_the_warning_is_set_and_taken_back(holder: Holder) -> None:
    """Null is what the operator set."""

    def change(**body: object) -> int:
        reply = holder.customer.send("PATCH", "/v1/account", json_body=body)
        return int(reply.json["low_credits"])

    assert change(low_credits=3) == 3
    assert change() == 3
    assert change(low_credits=None) == 10
    wrong = holder.customer.send("PATCH", "/v1/account", json_body={"low_credits": -1})
    assert (wrong.status, wrong.error["param"]) == (422, "low_credits")


@pytest.mark.parametrize(
    ("page", "start"),
    [
        ("https://app.example/account", "https://app.example/account?verify_email="),
        ("https://app.example/?page=me", "https://app.example/?page=me&verify_email="),
        ("https://app.example/a?b#/me", "https://app.example/a?b&verify_email="),
    ],
)
def test_a_link_leads_to_the_page_as_it_is_set(
    holder: Holder, post: Post, page: str, start: str
) -> None:
    """The token is one parameter more, and a fragment stays behind it."""
    holder.customer.send("POST", "/v1/email_verifications")
    post.deliver(page=page)
    mail = post.to(holder.account_id)[-1]
    (link,) = [line for line in mail.get_content().splitlines() if line.startswith("https://")]
    assert link.startswith(start)
    assert link.endswith("#/me") is page.endswith("#/me")


def test_free_credits_wait_for_the_address(site: Site, post: Post) -> None:
    """With the setting on: none before, 25 with the confirmation, once however often it comes."""
    site.verify_email = True
    try:
        holder = Holder(site, app=site.serve(email_verification=True))
    finally:
        site.verify_email = False
    assert holder.opened["balance"] == 0
    customer = holder.customer
    character_id = customer.character()
    assert customer.image(character_id).error["code"] == "insufficient_credits"
    post.deliver(page="https://app.example/account")
    (mail,) = post.to(holder.account_id)
    assert (mail["To"], mail["Subject"]) == (holder.email, "Confirm your address")
    (link,) = [line for line in mail.get_content().splitlines() if line.startswith("https://")]
    start, token = link.split("=")
    assert start == "https://app.example/account?verify_email"
    assert [_confirm(site, token), _confirm(site, token)] == [200, 410]
    assert customer.send("GET", "/v1/balance").json["available"] == 25
    assert customer.send("GET", "/v1/account").json["email_verified"] is True
    assert customer.image(character_id).status == 201
    assert customer.send("POST", "/v1/email_verifications").status == 202
    post.deliver()
    assert len(post.to(holder.account_id)) == 1


def test_an_address_may_be_confirmed_later(site: Site, holder: Holder, post: Post) -> None:
    """Without the setting it grants nothing: the credits are there already."""
    assert holder.customer.send("POST", "/v1/email_verifications").status == 202
    post.deliver()
    assert _confirm(site, post.token(holder.account_id)) == 200
    assert holder.customer.send("GET", "/v1/account").json["email_verified"] is True
    assert holder.customer.send("GET", "/v1/balance").json["available"] == 25


def test_only_the_newest_link_is_good(site: Site, holder: Holder, post: Post) -> None:
    """And only for what it was sent for."""
    tokens = []
    for _ in range(2):
        holder.customer.send("POST", "/v1/email_verifications")
        post.deliver()
        tokens.append(post.token(holder.account_id))
    assert (_confirm(site, tokens[0]), _reset(site, tokens[1])) == (410, 410)
    assert _confirm(site, tokens[1]) == 200


def test_a_new_password_is_chosen_by_mail(site: Site, holder: Holder, post: Post) -> None:
    """Once: it signs every session out and tells the holder; keys go on."""
    _verify(site, holder, post)
    session = holder.signed_in()
    assert ask_reset(site, holder.email.upper()) == (202, {"status": "accepted"})
    post.deliver()
    token = post.token(holder.account_id)
    assert [_reset(site, token, "short"), _reset(site, token), _reset(site, token)] == [
        422,
        200,
        410,
    ]
    assert session.send("GET", "/v1/account").status == 401
    assert holder.sign_in().status == 401
    assert holder.sign_in(password=NEW_PASSWORD).status == 201
    assert holder.customer.send("GET", "/v1/balance").status == 200
    post.deliver()
    mails = post.to(holder.account_id)[1:]
    subjects = [mail["Subject"] for mail in mails]
    assert subjects == ["Choose a new password", "Your password was changed"]
    assert "API keys still in force: 1." in mails[-1].get_content()


def test_the_mail_says_what_a_first_reset_ends(site: Site, holder: Holder, post: Post) -> None:
    """Before anything has ended, and only where nobody confirmed the address."""
    holder.customer.send("POST", "/v1/keys", json_body={})

    def told() -> str:
        ask_reset(site, holder.email)
        post.deliver()
        return " ".join(post.to(holder.account_id)[-1].get_content().split())

    warning = "ends every API key of the account, test keys too (live ones in force: 2)"
    assert warning in told()
    _verify(site, holder, post)
    confirmed = told()
    assert "To choose it:" in confirmed
    assert "API key" not in confirmed


def test_whoever_opened_an_account_with_anothers_address_loses_it(
    site: Site, holder: Holder, post: Post
) -> None:
    """The first reset of an address that nobody confirmed ends every key, live and test, and every
    session; the address counts as confirmed, and the next reset ends no key.
    """
    stranger = holder.customer
    session = holder.signed_in()
    made = stranger.send("POST", "/v1/keys", json_body={"scopes": ["read"]}).json["secret"]
    tested = stranger.send("POST", "/v1/test_keys").json["api_key"]
    clients = [
        stranger,
        Customer(site, stranger.account_id, made, None),
        Customer(site, stranger.account_id, tested, None),
    ]
    assert [client.send("GET", "/v1/balance").status for client in clients] == [200] * 3
    done = reset_mailed(site, holder, post)
    assert done.json == {
        "account_id": str(holder.account_id),
        "revoked_keys": 3,
        "keys_in_force": 0,
        "disabled_endpoints": 0,
    }
    assert [client.send("GET", "/v1/balance").status for client in (*clients, session)] == [401] * 4
    assert stranger.send("POST", "/v1/keys", json_body={}).status == 401
    post.deliver()
    told = post.to(holder.account_id)[-1].get_content()
    assert "No API key is in force any more." in " ".join(told.split())
    owner = Customer(
        site,
        stranger.account_id,
        holder.sign_in(password=NEW_PASSWORD).json["token"],
        None,
    )
    assert owner.send("GET", "/v1/account").json["email_verified"] is True
    key = owner.send("POST", "/v1/keys", json_body={}).json["secret"]
    again = reset_mailed(site, holder, post).json
    assert (again["revoked_keys"], again["keys_in_force"]) == (0, 1)
    assert Customer(site, stranger.account_id, key, None).send("GET", "/v1/balance").status == 200


def _endpoint(client: Customer) -> str:
    body = {"url": "https://hooks.example/x"}
    made = client.send("POST", "/v1/webhook_endpoints", json_body=body)
    return f"/v1/webhook_endpoints/{made.json['endpoint_id']}"


def test_whoever_opened_an_account_with_anothers_address_is_told_nothing_more(
    site: Site, holder: Holder, post: Post
) -> None:
    """The first reset disables the webhook endpoints of both books, and says how many; the owner
    enables them again, and the next reset leaves them.
    """
    stranger = holder.customer
    tested = stranger.send("POST", "/v1/test_keys").json["api_key"]
    path = _endpoint(stranger)
    test_path = _endpoint(Customer(site, stranger.account_id, tested, None))
    assert reset_mailed(site, holder, post).json["disabled_endpoints"] == 2
    post.deliver()
    told = " ".join(post.to(holder.account_id)[-1].get_content().split())
    assert "Webhook endpoints that were switched off: 2." in told
    token = holder.sign_in(password=NEW_PASSWORD).json["token"]
    signed_in = Customer(site, stranger.account_id, token, None)
    scopes = {"scopes": ["read", "account"]}
    secret = signed_in.send("POST", "/v1/keys", json_body=scopes).json["secret"]
    owner = Customer(site, stranger.account_id, secret, None)
    test_secret = owner.send("POST", "/v1/test_keys").json["api_key"]
    for client, each in (
        (owner, path),
        (Customer(site, stranger.account_id, test_secret, None), test_path),
    ):
        read = client.send("GET", each).json
        assert (read["enabled"], read["disabled_by"]) == (False, "password_reset")
    assert owner.send("PATCH", path, json_body={"enabled": True}).json["enabled"] is True
    assert reset_mailed(site, holder, post).json["disabled_endpoints"] == 0
    assert owner.send("GET", path).json["enabled"] is True


def test_a_reset_that_was_cut_off_tells_of_no_number(
    site: Site, holder: Holder, post: Post
) -> None:
    """Keys that ended before it was cut off are none that its repetition ends."""
    _endpoint(holder.customer)
    ask_reset(site, holder.email)
    post.deliver()
    token, recorded = post.token(holder.account_id), []

    async def record_once(command: Command) -> Appended:
        if recorded:
            raise TemporarilyUnavailable
        recorded.append(command)
        return await answered(site.ledger.append(command))

    cut_off = site.wait(resetting(site, token, app=site.serve(append=record_once)))
    assert cut_off.status == 503
    assert holder.customer.send("GET", "/v1/balance").status == 401
    done = reset_reply(site, token).json
    assert (done["revoked_keys"], done["disabled_endpoints"]) == (0, 1)
    post.deliver()
    told = " ".join(post.to(holder.account_id)[-1].get_content().split())
    assert "No API key is in force any more. Webhook endpoints" in told


def test_a_reset_may_end_the_keys_of_a_confirmed_address(
    site: Site, holder: Holder, post: Post
) -> None:
    """Where the holder asks for it."""
    _verify(site, holder, post)
    done = reset_mailed(site, holder, post, revoke_keys=True).json
    assert (done["revoked_keys"], done["keys_in_force"]) == (1, 0)
    assert holder.customer.send("GET", "/v1/balance").status == 401


def test_free_credits_that_waited_come_with_a_reset(site: Site, post: Post) -> None:
    """Whoever reads the address's mail has confirmed it; once, also when it is confirmed again."""
    site.verify_email = True
    try:
        holder = Holder(site, app=site.serve(email_verification=True))
    finally:
        site.verify_email = False
    post.deliver()
    token = post.token(holder.account_id)
    assert reset_mailed(site, holder, post).status == 200
    assert _confirm(site, token) == 200
    session = holder.sign_in(password=NEW_PASSWORD).json["token"]
    owner = Customer(site, holder.customer.account_id, session, None)
    assert owner.send("GET", "/v1/balance").json["available"] == 25


def test_a_link_is_spent_once_however_many_try(site: Site, holder: Holder, post: Post) -> None:
    """In the transaction that changes the password."""
    ask_reset(site, holder.email)
    post.deliver()
    body = {"token": post.token(holder.account_id), "password": NEW_PASSWORD}
    path = "/v1/password_resets:confirm"
    replies = site.send_all(site.ask("POST", path, json_body=body) for _ in range(6))
    assert sorted(reply.status for reply in replies) == [200] + [410] * 5


def test_an_unknown_address_gets_the_same_answer(site: Site, holder: Holder, post: Post) -> None:
    """And the same row, which is dropped when nobody is found to send it to."""
    stranger = f"{uuid4().hex}@example.com"
    assert ask_reset(site, stranger) == ask_reset(site, holder.email)
    unknown = site.dependencies().account_of(stranger)
    assert (_rows(site, "mails", unknown), _rows(site, "mails", holder.account_id)) == (1, 1)
    post.deliver()
    assert (len(post.to(unknown)), len(post.to(holder.account_id))) == (0, 1)
    post.deliver()
    assert (len(post.to(unknown)), len(post.to(holder.account_id))) == (0, 1)


def test_a_mailbox_is_not_flooded(site: Site, holder: Holder, post: Post) -> None:
    """Three an hour; further wishes have the same answer and send nothing."""
    assert {ask_reset(site, holder.email)[0] for _ in range(5)} == {202}
    post.deliver()
    assert len(post.to(holder.account_id)) == 3


def test_a_link_grows_old(site: Site, holder: Holder, post: Post) -> None:
    """410 token_invalid, as for one that never was."""
    ask_reset(site, holder.email)
    post.deliver()
    token = post.token(holder.account_id)
    with psycopg.connect(site.database_url, autocommit=True) as connection:
        query = "UPDATE xavira_ground.mail_tokens SET expires_at = now() WHERE account_id = %s"
        connection.execute(query, (holder.account_id,))
    assert (_reset(site, token), _reset(site, "x" * 43)) == (410, 410)
    assert holder.sign_in().status == 201


def test_a_holder_erases_the_account(site: Site, holder: Holder, post: Post) -> None:
    """With the password; nobody acts for it any more, and `work` deletes the rest."""
    customer, session = holder.customer, holder.signed_in()
    customer.image(customer.character())
    ask_reset(site, holder.email)
    post.deliver()
    wrong = session.send("DELETE", "/v1/account", json_body={"password": "a wrong password"})
    assert (wrong.status, wrong.error["code"]) == (401, "sign_in_refused")
    reply = session.send("DELETE", "/v1/account", json_body={"password": PASSWORD})
    assert reply.status == 202
    assert reply.json == {"account_id": str(holder.account_id), "status": "erasing"}
    assert session.send("GET", "/v1/account").status == 401
    assert customer.send("GET", "/v1/balance").status == 401
    eraser = Eraser(
        database_url=site.database_url,
        ledger=site.ledger,
        object_store=site.objects,
        actor="customer",
        forget_mails=post.mailer.forget,
    )
    account_id = AccountId(holder.account_id)
    with connect(site.database_url, role="xavira_work") as connection:
        assert account_id in asked_by_holder(connection)
        eraser.erase(account_id)
        assert account_id not in asked_by_holder(connection)
    for table in ("accounts", "data_keys", "key_hashes", "sessions", "mails", "mail_tokens"):
        assert _rows(site, table, account_id) == 0, table
    assert post.to(account_id) == []
    assert holder.sign_in().error["code"] == "sign_in_refused"


def test_an_account_without_a_password_is_the_operators_to_erase(site: Site) -> None:
    """409: a key alone is not enough."""
    customer = site.account()
    reply = customer.send("DELETE", "/v1/account", json_body={"password": "x"})
    assert (reply.status, reply.error["code"]) == (409, "invalid_state")
    assert customer.send("GET", "/v1/balance").status == 200
