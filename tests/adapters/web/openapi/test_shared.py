"""What several operations answer is told once, and found where they refer to it."""

import json
from collections.abc import Iterator
from typing import Any

from adapters.web.app import openapi_json
from adapters.web.openapi.shared import answer_of, share_errors

DOCUMENT: dict[str, Any] = json.loads(openapi_json())


def references(part: Any) -> Iterator[str]:
    """Every `$ref` in it."""
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from references(inner)


def test_every_reference_leads_somewhere() -> None:
    """And everything that may be referred to is."""
    shared = {
        f"#/components/{kind}/{name}"
        for kind in ("schemas", "headers", "parameters", "responses")
        for name in DOCUMENT["components"][kind]
    }
    assert set(references(DOCUMENT)) == shared


def test_an_error_that_is_shared_says_what_it_said() -> None:
    """Its codes, its type and its headers."""
    answers = DOCUMENT["paths"]["/v1/balance"]["get"]["responses"]
    assert answers["401"] == {"$ref": "#/components/responses/unauthorized"}
    unauthorized = answer_of(DOCUMENT, answers["401"])
    assert unauthorized["description"] == "`unauthorized`"
    assert set(unauthorized["headers"]) == {"X-Request-Id", "WWW-Authenticate"}


def test_an_error_of_a_counted_request_says_where_it_stands() -> None:
    """In every status that comes after counting; no read says it, and nothing an operator does."""
    paths = DOCUMENT["paths"]
    counted = {"RateLimit", "X-RateLimit-Remaining"}
    for path, statuses in {
        "/v1/images:generate": {"400", "402", "403", "404", "409", "422", "500", "503", "504"},
        "/v1/videos:generate": {"400", "402", "409", "422"},
        "/v1/keys/{key_id}:rotate": {"403", "409", "422"},
        "/v1/generations/{generation_id}:cancel": {"403", "404", "409"},
        "/v1/appeals": {"400"},
    }.items():
        for status in statuses:
            answer = answer_of(DOCUMENT, paths[path]["post"]["responses"][status])
            assert counted <= answer["headers"].keys(), (path, status)
    for path, method in (("/v1/keys", "get"), ("/admin/v1/accounts/{account_id}/grants", "post")):
        answer = answer_of(DOCUMENT, paths[path][method]["responses"]["403"])
        assert counted.isdisjoint(answer["headers"]), path
    too_large = answer_of(DOCUMENT, paths["/v1/keys"]["post"]["responses"]["413"])
    assert counted.isdisjoint(too_large["headers"])


def test_of_errors_with_the_same_codes_one_is_shared() -> None:
    """Those that have other headers stay in their operations."""

    def error(*headers: str) -> dict[str, Any]:
        return {"description": "`gone`", "headers": {name: {} for name in headers}}

    paths: dict[str, dict[str, Any]] = {
        f"/{number}": {"get": {"responses": {"410": error(*headers)}}}
        for number, headers in enumerate([("A",), ("A",), ("B",), ("B",), ()])
    }
    assert share_errors(paths) == {"gone": error("A")}
    answers = [operations["get"]["responses"]["410"] for operations in paths.values()]
    reference = {"$ref": "#/components/responses/gone"}
    assert answers == [reference, reference, error("B"), error("B"), error()]


def test_what_a_client_may_ask_with_is_told() -> None:
    """The headers of a request that a route looks at."""
    asked = {
        f"{method.upper()} {path}": [
            parameter["name"]
            for parameter in operation["parameters"]
            if parameter["in"] == "header"
        ]
        for path, operations in DOCUMENT["paths"].items()
        for method, operation in operations.items()
    }
    assert asked["POST /v1/images:generate"] == ["Idempotency-Key", "Prefer"]
    assert asked["GET /v1/generations/{generation_id}"] == ["If-None-Match"]
    assert asked["GET /v1/generations/{generation_id}/events"] == ["Last-Event-ID"]
    assert asked["GET /o/{generation_id}/{file}"] == ["If-None-Match", "Range"]
    assert asked["HEAD /o/{generation_id}/{file}"] == ["If-None-Match"]
