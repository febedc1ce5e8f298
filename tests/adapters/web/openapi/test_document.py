"""What a client generated from the OpenAPI document can rely on."""

import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from adapters.web.app import openapi_json
from adapters.web.openapi.shared import answer_of
from adapters.web.openapi.tags import TAGS
from domain.sandbox import MAGIC
from domain.webhooks.endpoint import EventType

DOCUMENT: dict[str, Any] = json.loads(openapi_json())
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
BYTES_MAX = 560_000


def _everything(told: Any) -> Iterator[dict[str, Any]]:
    if isinstance(told, dict):
        yield told
        for inner in told.values():
            yield from _everything(inner)
    elif isinstance(told, list):
        for inner in told:
            yield from _everything(inner)


@pytest.mark.parametrize("path", ["/v1/images:generate", "/v1/videos:generate"])
def test_generating_tells_every_refusal_that_it_has(path: str) -> None:
    """Those that magic prompts produce, the cap of a key among them."""
    responses = DOCUMENT["paths"][path]["post"]["responses"]
    codes = {
        code.strip("`")
        for answer in responses.values()
        for code in answer_of(DOCUMENT, answer)["description"].split(", ")
    }
    assert "key_spend_limit_reached" in codes
    assert {magic.code for magic in MAGIC if magic.status >= 400} <= codes


def test_times_are_told_as_such() -> None:
    """In answers, in errors and in messages of webhooks."""
    plain = {
        f"{name}.{field}"
        for name, schema in SCHEMAS.items()
        for field, kind in schema.get("properties", {}).items()
        if field.endswith("_at") or field == "timestamp"
        for option in [kind, *kind.get("anyOf", [])]
        if option.get("type") == "string" and option.get("format") != "date-time"
    }
    assert plain == set()
    assert SCHEMAS["GenerationAnswer"]["properties"]["finished_at"] == {
        "anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]
    }
    assert SCHEMAS["WebhookMessage"]["properties"]["timestamp"]["format"] == "date-time"


def test_enumerations_have_a_type() -> None:
    """Some generators make nothing of one without."""
    untyped = [told for told in _everything(DOCUMENT) if isinstance(told.get("enum"), list)]
    assert [told for told in untyped if "type" not in told] == []
    assert SCHEMAS["GenerationAnswer"]["properties"]["kind"]["type"] == "string"
    assert SCHEMAS["DryRunAnswer"]["properties"]["dry_run"]["type"] == "boolean"


def test_operations_are_grouped() -> None:
    """Each has one tag, and the tags say what they are for."""
    known = [tag["name"] for tag in DOCUMENT["tags"]]
    assert len(known) == len(set(known))
    used = {
        tag
        for operations in DOCUMENT["paths"].values()
        for operation in operations.values()
        for tag in operation["tags"]
    }
    assert used == set(known)
    prefixes = tuple(prefix for tag in TAGS for prefix in tag.prefixes)
    assert [path for path in DOCUMENT["paths"] if not path.startswith(prefixes)] == []
    assert DOCUMENT["paths"]["/v1/ledger"]["get"]["tags"] == ["credits"]
    assert DOCUMENT["paths"]["/v1/ledger/entries/{position}/proof"]["get"]["tags"] == ["proofs"]


def test_the_document_says_where_the_api_is() -> None:
    """Where it was read itself: the address is the operator's."""
    assert [server["url"] for server in DOCUMENT["servers"]] == ["/"]


def test_every_webhook_has_its_payload() -> None:
    """One for each type of event, whose data is a schema of its own."""
    assert DOCUMENT["webhooks"].keys() == set(get_args(EventType))
    for event, told in DOCUMENT["webhooks"].items():
        content = told["post"]["requestBody"]["content"]["application/json"]
        message = SCHEMAS[content["schema"]["$ref"].rpartition("/")[2]]
        envelope, narrowed = message["allOf"]
        assert envelope == {"$ref": "#/components/schemas/WebhookMessage"}
        assert narrowed["properties"]["type"]["enum"] == [event]
        assert narrowed["properties"]["data"]["$ref"].rpartition("/")[2] in SCHEMAS


def test_a_top_up_tells_whether_it_was_booked_before() -> None:
    """The reference of a payment is what is booked once; the header says so, and is told of."""
    path = "/admin/v1/accounts/{account_id}/top-ups"
    assert "Idempotent-Replayed" in DOCUMENT["paths"][path]["post"]["responses"]["201"]["headers"]


def test_every_refusal_has_the_one_shape() -> None:
    """Every status of 400 and above, of every route, a range outside among them."""
    for path, methods in DOCUMENT["paths"].items():
        for operation in methods.values():
            for status, told in operation["responses"].items():
                content = answer_of(DOCUMENT, told).get("content", {})
                if int(status) >= 400:
                    schema = content["application/json"]["schema"]
                    assert schema == {"$ref": "#/components/schemas/ErrorAnswer"}, (path, status)


def test_the_document_stays_readable() -> None:
    """It is read by people and by programs that pay for each word."""
    assert len(openapi_json().encode()) < BYTES_MAX
