"""Sign-up and balance."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from adapters.web.guards.rate_limits import is_loopback, neighbourhood
from domain.ledger import AccountAttested
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import ELSEWHERE, HERE, Site

PASSWORD = "correct horse battery"


def _sign_up(site: Site, *, client: Any = HERE, headers: Any = (), **changes: Any) -> Reply:
    body = {"email": f"{uuid4().hex}@example.com", "password": PASSWORD} | changes
    return site.send("POST", "/v1/accounts", json_body=body, client=client, headers=headers)


def _attested(site: Site, account_id: str) -> AccountAttested:
    found = [
        recorded.event
        for recorded in site.ledger.read(0, 100_000)
        if str(recorded.stream_id) == account_id and isinstance(recorded.event, AccountAttested)
    ]
    assert len(found) == 1
    return found[0]


def test_sign_up_answers_a_key_and_25_credits(site: Site) -> None:
    """The key works at once."""
    reply = _sign_up(site)
    assert reply.status == 201
    assert sorted(reply.json) == ["account_id", "api_key", "balance"]
    assert reply.json["balance"] == 25
    assert int(reply.header("xavira-position") or "0") > 0
    headers = [("Authorization", f"Bearer {reply.json['api_key']}")]
    assert site.send("GET", "/v1/balance", headers=headers).json["available"] == 25


def test_an_address_has_one_account(site: Site) -> None:
    """409, whatever the case of the letters."""
    email = f"{uuid4().hex}@example.com"
    assert _sign_up(site, email=email).status == 201
    reply = _sign_up(site, email=email.upper())
    assert (reply.status, reply.error["code"]) == (409, "invalid_state")


def test_on_this_machine_the_declarations_may_be_left_out(site: Site) -> None:
    """And the log says that nobody declared them."""
    reply = _sign_up(site)
    assert _attested(site, reply.json["account_id"]).source == "loopback_default"
    reply = _sign_up(site, accept_terms=True, is_adult=True)
    assert _attested(site, reply.json["account_id"]).source == "request"


@pytest.mark.parametrize(
    ("client", "headers", "declared", "param"),
    [
        (ELSEWHERE, [], {}, "accept_terms"),
        (ELSEWHERE, [], {"accept_terms": True}, "is_adult"),
        (ELSEWHERE, [], {"accept_terms": True, "is_adult": False}, "is_adult"),
        (HERE, [], {"is_adult": False}, "is_adult"),
        (HERE, [("X-Forwarded-For", "127.0.0.1")], {}, "accept_terms"),
        (None, [], {}, "accept_terms"),
    ],
)
def test_elsewhere_both_declarations_are_required(
    site: Site, client: Any, headers: Any, declared: dict[str, bool], param: str
) -> None:
    """422; a proxy on this machine does not make its clients local."""
    reply = _sign_up(site, client=client, headers=headers, **declared)
    assert (reply.status, reply.error["code"]) == (422, "validation_failed")
    assert reply.error["param"] == param


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"email": "nobody"}, 422),
        ({"email": "a b@example.com"}, 422),
        ({"email": "a@b@example.com"}, 422),
        ({"email": "a@[127.0.0.1]"}, 422),
        ({"email": "a1<me@x.com>"}, 422),
        ({"email": "a1,me@x.com"}, 422),
        ({"email": "(1)me@x.com"}, 422),
        ({"email": "=?utf-8?q?me?=@x.com"}, 422),
        ({"email": "me@x.com."}, 422),
        ({"email": "x" * 250 + "@example.com"}, 422),
        ({"password": "short"}, 422),
        ({"password": "x" * 2000}, 422),
        ({"password": 12345678901}, 400),
        ({"email": None}, 400),
        ({"tier": "unlimited"}, 400),
        ({"is_adult": "yes"}, 400),
    ],
)
def test_a_bad_sign_up_is_refused(site: Site, change: dict[str, Any], status: int) -> None:
    """Naming the field."""
    reply = _sign_up(site, **change)
    assert reply.status == status
    assert reply.error["param"] == next(iter(change))


def test_one_address_opens_a_few_accounts_an_hour(site: Site) -> None:
    """Then 429 with Retry-After; another address may, and the next hour too."""
    site.now = datetime(2030, 1, 1, 10, 59, 50, tzinfo=UTC)
    app = site.serve()
    declared = {"accept_terms": True, "is_adult": True}

    def sign_up(host: str) -> Reply:
        body = {"email": f"{uuid4().hex}@example.com", "password": "short"} | declared
        return site.send("POST", "/v1/accounts", json_body=body, client=(host, 1), app=app)

    assert [sign_up("2001:db8::1").status for _ in range(5)] == [422] * 5
    refused = sign_up("2001:db8::2")
    assert (refused.status, refused.error["code"]) == (429, "rate_limited")
    assert refused.header("retry-after") == "10"
    assert sign_up("2001:db8:0:1::1").status == 422
    assert [sign_up("127.0.0.1").status for _ in range(8)] == [422] * 8
    site.now = datetime(2030, 1, 1, 11, 0, 0, tzinfo=UTC)
    assert sign_up("2001:db8::2").status == 422


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("10.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("localhost", False),
        ("", False),
    ],
)
def test_loopback_is_an_address_not_a_name(host: str, local: bool) -> None:
    """What a name stands for is for others to say."""
    assert is_loopback(host) is local


def test_a_network_of_one_customer_counts_as_one_address() -> None:
    """An IPv6 /64, a single IPv4."""
    assert neighbourhood("2001:db8::1") == neighbourhood("2001:db8::ffff")
    assert neighbourhood("192.0.2.1") != neighbourhood("192.0.2.2")
    assert neighbourhood("::ffff:192.0.2.1") == neighbourhood("192.0.2.1")
    assert neighbourhood("::ffff:192.0.2.1") != neighbourhood("::ffff:192.0.2.2")


def test_the_balance_shows_lots_and_what_is_in_flight(site: Site, customer: Customer) -> None:
    """Right at once, with projections standing still, and the same when they have caught up."""
    character_id = customer.outcome("hold").character()
    for _ in range(2):
        customer.image(character_id, prefer="respond-async")
    still = customer.send("GET", "/v1/balance").json
    assert (still["available"], still["in_flight"]) == (23, 2)
    assert [(lot["kind"], lot["remaining"]) for lot in still["lots"]] == [("promo", 23)]
    assert still["lots"][0]["expires_at"] is None
    site.project()
    assert customer.send("GET", "/v1/balance").json == still
    customer.image(character_id, prefer="respond-async")
    ahead = customer.send("GET", "/v1/balance").json
    assert (ahead["available"], ahead["in_flight"]) == (22, 3)


def test_nothing_is_in_flight_once_work_ended(site: Site, customer: Customer) -> None:
    """Completed work is spent, failed work is back: right at once, with projections standing still,
    whether or not they had seen that it began, and the same when they have caught up.
    """

    def balance() -> tuple[int, int]:
        found = customer.send("GET", "/v1/balance").json
        return found["available"], found["in_flight"]

    character_id = customer.character()
    assert customer.image(character_id).status == 201
    assert balance() == (24, 0)
    customer.outcome("fail")
    assert customer.image(character_id).status == 500
    assert balance() == (24, 0)
    customer.outcome("hold")
    begun = [customer.image(character_id, prefer="respond-async").json for _ in range(3)]
    site.project()
    assert balance() == (21, 3)
    site.settle(customer.account_id, begun[0]["generation_id"], "complete")
    site.settle(customer.account_id, begun[1]["generation_id"], "cancel")
    assert balance() == (22, 1)
    customer.image(character_id, prefer="respond-async")
    assert balance() == (21, 2)
    site.project()
    assert balance() == (21, 2)


def test_everything_spent_is_in_flight(site: Site) -> None:
    """Also when a lot is empty."""
    customer = site.account(tier="unlimited").outcome("hold")
    character_id = customer.character()
    for _ in range(25):
        customer.image(character_id, prefer="respond-async")
    balance = customer.send("GET", "/v1/balance").json
    assert balance == {"available": 0, "in_flight": 25, "lots": []}
