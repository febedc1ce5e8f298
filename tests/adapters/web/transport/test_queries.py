"""What a query string may say: only what its route knows."""

import json
import re
from typing import Any
from uuid import uuid4

import pytest

from adapters.web.app import openapi_json
from adapters.web.transport.queries import PAGES, STRICT
from tests.adapters.web.customer import Customer
from tests.adapters.web.routes.admin.operator import hire
from tests.adapters.web.site import Site

PATHS: dict[str, Any] = json.loads(openapi_json())["paths"]
OPERATIONS = [
    (method.upper(), path)
    for path, operations in PATHS.items()
    for method in operations
    if path.startswith(STRICT) and not path.startswith(PAGES)
]


@pytest.fixture(scope="module")
def callers(served: Site) -> dict[str, Customer]:
    """A customer and an operator, whose accounts are opened before anything is counted."""
    return {"v1": served.account(), "admin": hire(served)}


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_a_parameter_that_no_route_knows_is_refused(
    site: Site, callers: dict[str, Customer], method: str, path: str
) -> None:
    """Wherever there is a key to ask with, and before anything is done."""
    head = site.ledger.head()
    caller = callers[path.split("/")[1]]
    filled = re.sub(r"\{\w+\}", str(uuid4()), path)
    body = None if method == "GET" else {}
    reply = caller.send(method, f"{filled}?zzz=1", json_body=body)
    assert (reply.status, reply.error["code"]) == (400, "invalid_request")
    assert reply.error["param"] == "zzz"
    assert site.ledger.head() == head


def test_nothing_is_charged_for_a_dry_run_that_the_query_asks_for(customer: Customer) -> None:
    """It is a field of the body; in the query it would have been passed over."""
    wish = {"character_id": customer.character(), "prompt": "smiling"}
    path = "/v1/images:generate"
    reply = customer.send("POST", f"{path}?dry_run=true", json_body=wish)
    assert (reply.status, reply.error["param"]) == (400, "dry_run")
    assert customer.send("POST", path, json_body=wish | {"dry_run": True}).status == 200
    assert customer.available() == 25


def test_no_key_is_revoked_by_a_request_that_means_something_else(customer: Customer) -> None:
    """There is no dry run of a revocation."""
    reply = customer.send("DELETE", f"/v1/keys/{customer.key_id}?dry_run=true")
    assert (reply.status, reply.error["code"]) == (400, "invalid_request")
    assert customer.send("GET", "/v1/balance").status == 200


@pytest.mark.parametrize("value", ["%ff", "%ED%A0%80", "%C3", "%F8%88%80%80%80", "a%80b"])
def test_a_query_that_is_not_utf8_is_refused(customer: Customer, value: str) -> None:
    """Read as something else it would find nothing, and look right."""
    for query in (f"tag={value}", f"{value}=1"):
        reply = customer.send("GET", f"/v1/generations?{query}")
        assert (reply.status, reply.error["code"]) == (400, "invalid_request"), query
    assert customer.send("GET", "/v1/generations?tag=%C3%A9%F0%9F%99%82").status == 200


def test_without_a_key_nobody_learns_what_a_route_knows(site: Site) -> None:
    """The key comes first."""
    assert site.send("GET", "/v1/balance?zzz=1").status == 401


@pytest.mark.parametrize(
    "path", ["/livez", "/readyz", "/schema", "/llms.txt", "/o/x/x.png", "/v1/errors/not_found"]
)
def test_what_others_programs_read_takes_what_they_add(site: Site, path: str) -> None:
    """Health, pages and outputs."""
    assert site.send("GET", f"{path}?zzz=1").status == site.send("GET", path).status
