"""Test keys over HTTP: who makes one hands on no more than he has, in whichever book he asks."""

from typing import Any

import pytest

from domain import handlers
from domain.ids import Book
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

ALL = ["generate", "read", "account"]


@pytest.fixture(params=["live", "test"])
def owner(request: pytest.FixtureRequest, site: Site, customer: Customer) -> Customer:
    """A client with a key that may do everything, of either book."""
    return customer if request.param == "live" else site.test_key(customer)


def _with_new_key(owner: Customer, **body: Any) -> Customer:
    """The same account and book, with a key that was made as told."""
    made = owner.send("POST", "/v1/keys", json_body=body)
    assert made.status == 201, made
    return Customer(owner.site, owner.account_id, made.json["secret"], made.json["key_id"])


def _test_key(maker: Customer, body: Any = None, **options: Any) -> Reply:
    return maker.send("POST", "/v1/test_keys", json_body=body, **options)


def _told(reply: Reply) -> tuple[int, str]:
    return reply.status, reply.error["code"]


def test_a_test_key_may_do_no_more_than_its_maker(owner: Customer) -> None:
    """403 for a scope that the maker lacks; without a wish it has the maker's."""
    helper = _with_new_key(owner, scopes=["account"])
    for wanted in (["generate"], ALL):
        assert _told(_test_key(helper, {"scopes": wanted})) == (403, "insufficient_scope")
    assert _test_key(helper).json["scopes"] == ["account"]
    assert _test_key(helper, {"scopes": ["account"]}).json["scopes"] == ["account"]
    assert _test_key(owner).json["scopes"] == ALL
    drawing = _with_new_key(owner, scopes=["generate", "read"])
    assert _told(_test_key(drawing)) == (403, "insufficient_scope")


@pytest.mark.parametrize("limit", [0, 5])
def test_a_key_with_a_cap_makes_no_test_key(owner: Customer, limit: int) -> None:
    """It would be a purse beside it, and each new key fills the credits up."""
    cap = {"credits": limit, "period": "day"}
    helper = _with_new_key(owner, scopes=ALL, cap=cap)
    assert _told(_test_key(helper)) == (403, "insufficient_scope")
    lifted = owner.send("PATCH", f"/v1/keys/{helper.key_id}", json_body={"cap": None})
    assert lifted.status == 200
    assert _test_key(helper).status == 201


def test_a_retry_is_answered_whatever_its_maker_may_by_then(owner: Customer) -> None:
    """As the key was made; nothing is made by it."""
    helper = _with_new_key(owner, scopes=ALL)
    headers = [("Idempotency-Key", "once")]
    made = _test_key(helper, headers=headers)
    cap = {"cap": {"credits": 1, "period": "day"}}
    assert owner.send("PATCH", f"/v1/keys/{helper.key_id}", json_body=cap).status == 200
    narrow = _with_new_key(owner, scopes=["account"])
    for retrying in (helper, narrow):
        again = _test_key(retrying, headers=headers)
        assert (again.status, again.header("idempotent-replayed")) == (201, "true")
        assert again.json == made.json | {"api_key": None}


def test_a_test_key_that_is_revoked_meanwhile_makes_none(
    site: Site, customer: Customer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """401, also where the revocation came after the key was read."""
    tester = site.test_key(customer)
    hashing = site.hashing(site.master_key)

    def revoked_before(book: Book) -> Any:
        revoke = handlers.revoke_key(tester.account_id, tester.key_id, actor="customer")
        site.test_ledger.append(revoke).result(60)
        return hashing["fresh_key"](book)

    monkeypatch.setattr(site, "hashing", lambda _: hashing | {"fresh_key": revoked_before})
    refused = _test_key(tester, app=site.serve())
    assert (refused.status, refused.error["code"]) == (401, "unauthorized")
    listed = site.test_key(customer).send("GET", "/v1/keys").json["data"]
    assert [key["status"] for key in listed] == ["active", "revoked"]
