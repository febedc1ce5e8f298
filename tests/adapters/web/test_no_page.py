"""There is no page here that could be attacked: no route answers what a browser would run."""

from typing import Any

import pytest

from adapters.web.openapi.shared import answer_of
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.routes.admin.operator import hire
from tests.adapters.web.site import Site
from tests.adapters.web.test_isolation import DOCUMENT, ROUTES, Route, things_of

INERT = {
    "application/json",
    "application/octet-stream",
    "application/vnd.apache.parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "image/jpeg",
    "image/png",
    "image/webp",
    "text/csv",
    "text/event-stream",
    "text/plain",
    "video/mp4",
}
"""None of these is shown as a page, runs a script or draws one, as HTML, XML and SVG would."""

SCRIPT = "<script>alert(1)</script>"
BROWSER = [("Accept", "text/html,application/xhtml+xml,image/svg+xml;q=0.9,*/*;q=0.8")]

FORMATS = ("csv", "json", "parquet", "table", "xlsx")

SHOWN = {
    "GET /v1/characters",
    "GET /v1/characters/{character_id}",
    "GET /v1/generations",
    "GET /v1/generations/{generation_id}",
    "GET /v1/generations/{generation_id}/events",
    "GET /v1/keys",
    "GET /v1/keys/{key_id}",
    "GET /v1/webhook_endpoints/{endpoint_id}",
    "GET /admin/v1/abuse-reports/{report_id}",
    "GET /admin/v1/accounts/{account_id}",
    "GET /admin/v1/acts",
    "GET /admin/v1/appeals/{appeal_id}",
}
"""Where what somebody wrote is read again."""


def test_no_documented_answer_is_a_page() -> None:
    """Whatever the status: data, text, or an image or video."""
    types = {
        media_type
        for operations in DOCUMENT["paths"].values()
        for operation in operations.values()
        for answer in operation["responses"].values()
        for media_type in answer_of(DOCUMENT, answer).get("content", {})
    }
    assert types - INERT == set()


@pytest.fixture
def things(site: Site, customer: Customer) -> dict[str, str]:
    """One of everything, with a script wherever somebody may write something."""
    hostile = _Hostile(site, customer.account_id, customer.secret, customer.key_id)
    things = things_of(site, hostile)
    hire(site).act(f"accounts/{customer.account_id}/grants", credits=1, reason=SCRIPT)
    reported = {"kind": "abuse", "text": SCRIPT, "url": "https://elsewhere.example/"}
    report_id = site.send("POST", "/v1/reports", json_body=reported).json["receipt"]
    site.project()
    return things | {"report_id": report_id}


class _Hostile(Customer):
    """Writes a script into every text of what it makes."""

    def ask(self, method: str, path: str, **options: Any) -> Any:
        body = options.get("json_body")
        if body is not None:
            options["json_body"] = body | HOSTILE.get(f"{method} {path}", {})
        return super().ask(method, path, **options)


HOSTILE: dict[str, dict[str, Any]] = {
    "POST /v1/characters": {"name": SCRIPT},
    "POST /v1/images:generate": {
        "prompt": f"smiling {SCRIPT}",
        "negative_prompt": SCRIPT,
        "tags": [SCRIPT],
        "end_user_ref": SCRIPT,
    },
    "POST /v1/webhook_endpoints": {"description": SCRIPT},
    "POST /v1/keys": {"name": SCRIPT},
    "POST /v1/appeals": {"text": SCRIPT},
}


def _read(site: Site, customer: Customer, route: Route, values: dict[str, str]) -> list[Reply]:
    """As its owner, as an operator where one may, and as nobody."""
    path, _ = route.sent({name: values[name] for name in route.owned()} | {"name": "payments"})
    known = hire(site) if route.path.startswith("/admin/") else customer
    forms = ["", *(f"?format={form}" for form in FORMATS if "format" in route.in_query)]
    return [
        who.send("GET", path + form, headers=BROWSER) for who in (known, site) for form in forms
    ]


def test_what_somebody_wrote_comes_back_as_data(
    site: Site, customer: Customer, things: dict[str, str]
) -> None:
    """To a browser too: no answer is a page, or may be taken for one, or may run anything."""
    shown = set()
    for route in [route for route in ROUTES if route.method == "GET"]:
        for reply in _read(site, customer, route, things):
            assert reply.status != 500, (route, reply)
            assert (reply.header("content-type") or "").partition(";")[0] in INERT, (route, reply)
            assert reply.header("x-content-type-options") == "nosniff", route
            policy = "default-src 'none'; frame-ancestors 'none'"
            assert reply.header("content-security-policy") == policy, route
            if SCRIPT.encode() in reply.body:
                shown.add(str(route))
    assert shown == SHOWN
