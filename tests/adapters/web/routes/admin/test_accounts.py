"""An operator looks at accounts, grants, revokes, sets tiers, holds and releases."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from litestar.handlers import HTTPRouteHandler

from adapters.web.app import handlers
from domain.handlers import erase_account
from tests.adapters.web.customer import Customer
from tests.adapters.web.routes.admin.operator import UNKNOWN, Operator, hire
from tests.adapters.web.site import REPLY_SECONDS_MAX, Site

ADMIN = [handler for handler in handlers() if handler.opt["operation"].scope == "admin"]
ACTS = ["suspensions", "releases", "tiers", "grants", "revocations"]


def _method(handler: HTTPRouteHandler) -> str:
    (method,) = (m for m in handler.http_methods if m not in {"HEAD", "OPTIONS"})
    return str(method)


def _path(handler: HTTPRouteHandler, found_id: str) -> str:
    (path,) = handler.paths
    named = {"account_id", "generation_id", "report_id", "appeal_id"}
    for name in named:
        path = path.replace(f"{{{name}:str}}", found_id)
    return path.replace("{name:str}", "revenue")


@pytest.mark.parametrize("handler", ADMIN, ids=lambda handler: f"{handler.fn.__module__}")
def test_every_admin_route_refuses_other_keys(
    handler: HTTPRouteHandler, site: Site, customer: Customer
) -> None:
    """A key without the scope is told so, whatever it asks for; nothing tells what there is."""
    bodies: dict[str, Any] = {} if _method(handler) == "GET" else {"json_body": {"reason": "x"}}
    for found_id in (str(customer.account_id), UNKNOWN):
        reply = customer.send(_method(handler), _path(handler, found_id), **bodies)
        assert (reply.status, reply.error["code"]) == (403, "insufficient_scope")
    reply = site.send(_method(handler), _path(handler, UNKNOWN), **bodies)
    assert (reply.status, reply.error["code"]) == (401, "unauthorized")


@pytest.mark.parametrize("handler", [h for h in ADMIN if "{name" not in h.paths.copy().pop()])
def test_unknown_ids_are_answered_alike(handler: HTTPRouteHandler, operator: Operator) -> None:
    """Unknown, malformed and another kind's id: one body, but for the request id."""
    path = _path(handler, "{}")
    if "{}" not in path:
        return
    bodies: dict[str, Any] = {} if _method(handler) == "GET" else {"json_body": {"reason": "x"}}
    character_id = operator.site.account().character()
    replies = [
        operator.send(_method(handler), path.format(found_id), **bodies)
        for found_id in (UNKNOWN, "nonsense", character_id)
    ]
    assert [reply.status for reply in replies] == [404] * 3
    errors = [reply.error | {"request_id": ""} for reply in replies]
    assert errors[0] == errors[1] == errors[2]


def test_an_account_is_shown_with_all_it_has(
    site: Site, operator: Operator, customer: Customer
) -> None:
    """Standing, address, balance, every lot and key, and what operators did to it."""
    character_id = customer.character()
    customer.outcome("hold").image(character_id, prefer="respond-async")
    granted = operator.act(f"accounts/{customer.account_id}/grants", credits=10, reason="sorry")
    assert granted.status == 201
    site.project()
    found = operator.read(f"accounts/{customer.account_id}").json
    assert (found["status"], found["tier"], found["livemode"]) == ("open", "base", True)
    assert found["email"].endswith("@example.com")
    assert (found["balance"]["available"], found["balance"]["in_flight"]) == (34, 1)
    assert [(lot["kind"], lot["granted"], lot["remaining"]) for lot in found["lots"]] == [
        ("promo", 25, 24),
        ("goodwill", 10, 10),
    ]
    (key,) = found["keys"]
    assert (key["key_id"], key["active"]) == (str(customer.key_id), True)
    assert (key["prefix"], key["last4"]) == (customer.secret[:13], customer.secret[-4:])
    assert (key["name"], key["rotated"]) == (None, False)
    assert key["created_at"] is not None
    (act,) = found["acts"]
    assert act == granted.json
    assert (act["act"], act["reason"]) == ("credits_granted", "sorry")
    assert act["actor"] == f"key:{operator.key_id}"


def test_no_key_of_an_erased_account_is_active(
    site: Site, operator: Operator, customer: Customer
) -> None:
    """It opens nothing any more, whoever revoked it or not."""
    command = erase_account(customer.account_id, actor="operator")
    site.ledger.append(command).result(REPLY_SECONDS_MAX)
    found = operator.read(f"accounts/{customer.account_id}").json
    assert [key["active"] for key in found["keys"]] == [False]
    assert customer.send("GET", "/v1/balance").status == 401


def test_the_end_of_a_grant_is_told_in_utc(operator: Operator, customer: Customer) -> None:
    """To its holder and to operators, whatever zone the operator wrote it in."""
    grants, end = f"accounts/{customer.account_id}/grants", "2099-11-30T18:30:00Z"
    granted = operator.act(grants, credits=10, expires_at="2099-12-01T00:00:00+05:30")
    assert granted.status == 201, granted
    for read in (
        customer.send("GET", "/v1/balance"),
        operator.read(f"accounts/{customer.account_id}"),
    ):
        assert [lot["expires_at"] for lot in read.json["lots"]] == [None, end]
    for extreme in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"):
        refused = operator.act(grants, credits=10, expires_at=extreme)
        assert (refused.status, refused.error["param"]) == (422, "expires_at")


def test_accounts_are_listed_and_filtered(site: Site, operator: Operator) -> None:
    """Newest first, page by page, by status, tier and address."""
    accounts = [site.account() for _ in range(3)]
    operator.act(f"accounts/{accounts[0].account_id}/suspensions")
    operator.act(f"accounts/{accounts[1].account_id}/tiers", tier="volume")
    site.project()
    newest = [str(account.account_id) for account in reversed(accounts)]
    first = operator.read("accounts?limit=2").json
    assert [found["account_id"] for found in first["data"]] == newest[:2]
    second = operator.read(f"accounts?limit=1&cursor={first['next_cursor']}").json
    assert [found["account_id"] for found in second["data"]] == newest[2:]
    held = operator.read("accounts?status=suspended&limit=1").json["data"]
    assert [found["account_id"] for found in held] == [str(accounts[0].account_id)]
    scaled = operator.read("accounts?tier=volume&limit=1").json["data"]
    assert [found["account_id"] for found in scaled] == [str(accounts[1].account_id)]
    email = operator.read(f"accounts/{accounts[2].account_id}").json["email"]
    found = operator.read(f"accounts?email={email.upper()}").json["data"]
    assert [row["account_id"] for row in found] == newest[:1]
    assert operator.read(f"accounts?email={email}&status=suspended").json["data"] == []
    assert operator.read("accounts?email=nobody@example.com").json["data"] == []


def test_a_hold_refuses_everything_until_it_is_released(
    operator: Operator, customer: Customer
) -> None:
    """403 for new work and for reads; afterwards all is as before."""
    character_id = customer.character()
    assert operator.act(f"accounts/{customer.account_id}/suspensions").status == 201
    refused = customer.image(character_id)
    assert (refused.status, refused.error["code"]) == (403, "account_suspended")
    assert operator.read(f"accounts/{customer.account_id}").json["status"] == "suspended"
    assert operator.act(f"accounts/{customer.account_id}/releases").status == 201
    assert customer.image(character_id).status == 201


def test_a_tier_is_set(operator: Operator, customer: Customer) -> None:
    """The limits that answers tell are those of the new tier."""
    assert operator.act(f"accounts/{customer.account_id}/tiers", tier="scale").status == 201
    reply = customer.image(customer.character())
    assert reply.header("x-ratelimit-limit") == "120"


def test_lots_and_keys_are_revoked(operator: Operator, customer: Customer) -> None:
    """The lot's credits are gone, and no request with the key is admitted any more."""
    granted = operator.act(f"accounts/{customer.account_id}/grants", credits=10)
    path = f"accounts/{customer.account_id}/revocations"
    revoked = operator.act(path, lot_id=granted.json["subject_id"])
    assert (revoked.status, revoked.json["act"]) == (201, "lot_revoked")
    assert customer.available() == 25
    assert operator.act(path, lot_id=UNKNOWN).status == 404
    assert operator.act(path, key_id=UNKNOWN).status == 404
    for body in ({}, {"lot_id": UNKNOWN, "key_id": UNKNOWN}):
        assert operator.act(path, **body).status == 422
    assert operator.act(path, key_id=str(customer.key_id)).json["act"] == "key_revoked"
    assert customer.send("GET", "/v1/balance").status == 401


def test_a_lot_that_was_paid_for_is_not_revoked(operator: Operator, customer: Customer) -> None:
    """The money would leave the books and no payment would have gone back: 409, nothing changes."""
    price = {"price_minor": 900, "currency": "EUR"}
    path = f"accounts/{customer.account_id}/top-ups"
    bought = operator.act(path, reference="r-1", credits=10, **price)
    assert bought.status == 201, bought.json
    path = f"accounts/{customer.account_id}/revocations"
    refused = operator.act(path, lot_id=bought.json["lot_id"])
    assert (refused.status, refused.error["code"]) == (409, "invalid_state")
    assert "charge its payment back" in refused.error["message"]
    assert customer.available() == 35


def test_a_top_up_is_in_a_currency(operator: Operator, customer: Customer) -> None:
    """Of ISO 4217, or in BTC; in another one nothing is booked."""
    path = f"accounts/{customer.account_id}/top-ups"
    refused = operator.act(path, reference="r-2", credits=10, price_minor=900, currency="XYZ")
    assert (refused.status, refused.error["code"]) == (422, "validation_failed")
    assert refused.error["param"] == "currency"
    assert customer.available() == 25
    booked = operator.act(path, reference="r-2", credits=10, price_minor=900, currency="BTC")
    assert booked.status == 201
    assert customer.available() == 35


def test_an_act_with_a_key_is_done_once(operator: Operator, customer: Customer) -> None:
    """A repeated grant grants nothing; another body or another account with the key is refused."""
    path = f"accounts/{customer.account_id}/grants"
    first = operator.act(path, key="g-1", credits=5)
    again = operator.act(path, key="g-1", credits=5)
    assert (again.status, again.json) == (201, first.json)
    assert again.header("idempotent-replayed") == "true"
    assert customer.available() == 30
    other = operator.site.account()
    for reused in (
        operator.act(path, key="g-1", credits=6),
        operator.act(f"accounts/{other.account_id}/grants", key="g-1", credits=5),
        operator.act(f"accounts/{customer.account_id}/releases", key="g-1"),
    ):
        assert (reused.status, reused.error["code"]) == (422, "idempotency_key_reused")
    assert other.available() == 25


def test_a_grant_is_replayed_after_its_credits_have_ended(
    site: Site, operator: Operator, customer: Customer
) -> None:
    """Whoever lost the answer is told what was done, not to do it once more."""
    path, end = f"accounts/{customer.account_id}/grants", datetime.now(UTC) + timedelta(hours=1)
    wish = {"credits": 5, "expires_at": end.isoformat()}
    first = operator.act(path, key="g-1", **wish)
    site.now = end
    again = operator.act(path, key="g-1", **wish)
    assert (first.status, again.status, again.json) == (201, 201, first.json)
    assert again.header("idempotent-replayed") == "true"


def test_a_repeated_act_does_not_undo_what_came_after(
    operator: Operator, customer: Customer
) -> None:
    """A late retry of a suspension suspends nobody who was released since."""
    operator.act(f"accounts/{customer.account_id}/suspensions", key="s-1")
    operator.act(f"accounts/{customer.account_id}/releases", key="r-1")
    late = operator.act(f"accounts/{customer.account_id}/suspensions", key="s-1")
    assert (late.status, late.json["act"]) == (201, "account_suspended")
    assert customer.send("GET", "/v1/balance").status == 200


@pytest.mark.parametrize(
    ("path", "body", "param"),
    [
        ("grants", {"credits": 0}, "credits"),
        ("grants", {"credits": 5, "kind": "paid"}, "kind"),
        ("grants", {"credits": 5, "expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ("grants", {"credits": 5, "expires_at": "9999-12-31T23:59:59-14:00"}, "expires_at"),
        ("tiers", {"tier": "huge"}, "tier"),
        ("suspensions", {"reason": ""}, "reason"),
    ],
)
def test_what_no_act_allows_is_refused(
    path: str, body: dict[str, Any], param: str, operator: Operator, customer: Customer
) -> None:
    """422 with the field that is wrong."""
    reply = operator.act(f"accounts/{customer.account_id}/{path}", **body)
    assert (reply.status, reply.error["code"]) == (422, "validation_failed")
    assert reply.error["param"] == param


def test_acts_are_listed(site: Site, operator: Operator, customer: Customer) -> None:
    """Newest first, of one account, of one kind, with who and why."""
    for path in ("suspensions", "releases"):
        operator.act(f"accounts/{customer.account_id}/{path}", reason=path)
    hire(site).act(f"accounts/{site.account().account_id}/suspensions")
    site.project()
    found = operator.read(f"acts?about={customer.account_id}").json["data"]
    assert [(act["act"], act["reason"], act["actor"]) for act in found] == [
        ("account_released", "releases", f"key:{operator.key_id}"),
        ("account_suspended", "suspensions", f"key:{operator.key_id}"),
    ]
    page = operator.read(f"acts?about={customer.account_id}&limit=1").json
    rest = operator.read(f"acts?about={customer.account_id}&cursor={page['next_cursor']}").json
    assert page["data"] + rest["data"] == found
    kind = operator.read(f"acts?about={customer.account_id}&act=account_released").json["data"]
    assert kind == found[:1]


def test_reasons_are_sealed_in_the_log(operator: Operator, customer: Customer) -> None:
    """What the operator wrote is nowhere readable in the stored events."""
    operator.act(f"accounts/{customer.account_id}/suspensions", reason="a very private matter")
    stored = [r.event for r in operator.site.ledger.read(0, 100_000)]
    assert "private matter" not in repr(stored)
