"""The committed reference is what the code says."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from adapters.web.app import handlers, openapi_json
from adapters.web.openapi.catalogue import KINDS, errors_page
from adapters.web.openapi.operations import operations_of
from tests.adapters.web.site import Site

REFERENCE = Path(__file__).parents[3] / "docs" / "reference"
DOCUMENT: dict[str, Any] = json.loads(openapi_json())


def test_the_error_page_is_up_to_date() -> None:
    """Generated from the catalogue."""
    assert (REFERENCE / "errors.md").read_text(encoding="utf-8") == errors_page()


def test_the_openapi_document_is_up_to_date() -> None:
    """Generated from the routes and their types."""
    assert (REFERENCE / "openapi.json").read_text(encoding="utf-8") == openapi_json()


def test_the_document_is_served(site: Site) -> None:
    """Without a key."""
    reply = site.send("GET", "/schema")
    assert (reply.status, reply.json) == (200, DOCUMENT)
    assert reply.json["openapi"] == "3.1.0"


def test_every_route_is_in_the_document() -> None:
    """Once, under a name of its own."""
    operations = [op for path in DOCUMENT["paths"].values() for op in path.values()]
    told = (len(operations_of(handler.opt)) * len(handler.http_methods) for handler in handlers())
    assert len(operations) == sum(told)
    ids = [operation["operationId"] for operation in operations]
    assert len(set(ids)) == len(ids)


def test_no_type_is_named_after_its_module() -> None:
    """Two types of one name would be told apart by their modules, and renamed when code moves."""
    assert [name for name in DOCUMENT["components"]["schemas"] if not name.isalnum()] == []


def test_every_reference_of_the_document_leads_somewhere() -> None:
    """No dangling $ref."""
    names = set(DOCUMENT["components"]["schemas"])
    text = json.dumps(DOCUMENT)
    used = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert used <= names


def test_an_id_in_an_answer_leads_to_what_asks_for_it() -> None:
    """A created character links to its reading and to the image of it."""
    created = DOCUMENT["paths"]["/v1/characters"]["post"]["responses"]["201"]["links"]
    assert created["characters_read_one_by_character_id"] == {
        "operationId": "characters_read_one",
        "parameters": {"character_id": "$response.body#/character_id"},
    }
    assert created["generate_generate_image_with_character_id"] == {
        "operationId": "generate_generate_image",
        "requestBody": {"character_id": "$response.body#/character_id"},
    }


def test_a_required_query_parameter_is_told() -> None:
    """And those with a default are not required."""
    parameters = DOCUMENT["paths"]["/v1/checkpoint/consistency"]["get"]["parameters"]
    assert [(p["name"], p["required"]) for p in parameters] == [("since", True)]


def test_a_page_for_programs_names_every_route(site: Site) -> None:
    """`/llms.txt` is plain text that leads to this very API and leaves out no route."""
    reply = site.send("GET", "/llms.txt")

    assert reply.status == 200
    assert reply.header("content-type") == "text/plain; charset=utf-8"
    text = reply.body.decode()
    assert "Base URL: https://media.example\n" in text
    for path, operations in DOCUMENT["paths"].items():
        for method in operations.keys() - {"head"}:
            assert f"`{method.upper()} {path}`" in text


def test_only_open_routes_need_no_security() -> None:
    """As the guard has it."""
    open_paths = {
        path
        for path, operations in DOCUMENT["paths"].items()
        if any(operation["security"] == [] for operation in operations.values())
    }
    assert open_paths == {
        "/livez",
        "/readyz",
        "/schema",
        "/llms.txt",
        "/metrics",
        "/v1/models",
        "/v1/errors",
        "/v1/errors/{code}",
        "/v1/packs",
        "/v1/checkpoint",
        "/v1/checkpoint/consistency",
        "/payments/{provider}/webhook",
        "/v1/accounts",
        "/v1/provenance:verify",
        "/v1/reports",
        "/v1/reports/{receipt}",
        "/o/{generation_id}/{file}",
        "/o/test/{generation_id}/{file}",
        "/v1/email_verifications:confirm",
        "/v1/password_resets",
        "/v1/password_resets:confirm",
        "/v1/sessions",
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_an_error_kind_is_complete(kind: Any) -> None:
    """A 429 and a 503 say when to come back; nothing but ended work asks for a new key."""
    assert 400 <= kind.status < 600
    assert kind.message.endswith(".")
    assert kind.when.endswith(".")
    assert (kind.retry_after_seconds is not None) == (kind.status in {429, 503})
    ended = {
        "generation_failed",
        "generation_timeout",
        "deadline_exceeded",
        "generation_canceled",
    }
    assert (kind.retry == "new_key") == (kind.code in ended)


def test_answers_fit_the_document(site: Site) -> None:
    """A generation has exactly the documented properties."""
    customer = site.account()
    image = customer.image(customer.character()).json
    schema = DOCUMENT["components"]["schemas"]["GenerationAnswer"]
    assert list(schema["properties"]) == list(image)
    assert msgspec.json.encode(image)
