"""The API only grows: what it promised once is written down, and the code keeps it."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from adapters.docs.promises import broken, grown, promises
from adapters.web.app import openapi_json

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "promises.txt"
DOCUMENT: dict[str, Any] = json.loads(openapi_json())


def _schema(document: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"][name]
    return found


def _route_gone(document: dict[str, Any]) -> None:
    del document["paths"]["/v1/packs"]


def _answer_gone(document: dict[str, Any]) -> None:
    del _schema(document, "BalanceAnswer")["properties"]["in_flight"]


def _header_gone(document: dict[str, Any]) -> None:
    del document["paths"]["/v1/characters"]["post"]["responses"]["201"]["headers"]["Location"]


def _answer_may_be_null(document: dict[str, Any]) -> None:
    properties = _schema(document, "LotAnswer")["properties"]
    properties["remaining"] = {"anyOf": [properties["remaining"], {"type": "null"}]}


def _field_refused(document: dict[str, Any]) -> None:
    del _schema(document, "KeyRequest")["properties"]["name"]


def _field_needed(document: dict[str, Any]) -> None:
    _schema(document, "CharacterRequest")["required"].append("name")


def _value_refused(document: dict[str, Any]) -> None:
    traits = _schema(document, "CharacterRequest")["properties"]["traits"]
    traits["properties"]["hairLength"]["enum"].remove("long")


BREAKS: dict[Callable[[dict[str, Any]], None], list[str]] = {
    _answer_gone: [
        "GET /admin/v1/accounts/{account_id} answers 200.balance.in_flight: integer",
        "GET /v1/balance answers 200.in_flight: integer",
    ],
    _header_gone: ["POST /v1/characters answers 201 with Location"],
    _answer_may_be_null: [
        "GET /admin/v1/accounts/{account_id} answers 200.balance.lots[].remaining: integer",
        "GET /v1/balance answers 200.lots[].remaining: integer",
    ],
    _field_refused: ["POST /v1/keys takes body.name: null|string"],
    _field_needed: ["POST /v1/characters needs body.model_id, body.traits, body.traits.age"],
    _value_refused: ["POST /v1/characters takes body.traits.hairLength=long"],
}


def test_no_promise_is_broken() -> None:
    """Whoever must break one takes its line out by hand, and tells it in the changelog."""
    assert broken(PAGE.read_text(encoding="utf-8").splitlines(), DOCUMENT) == []


def test_every_promise_is_written_down() -> None:
    """`xavira docs write` adds what is new."""
    promised = PAGE.read_text(encoding="utf-8").splitlines()
    assert grown(promised, DOCUMENT) == promised


@pytest.mark.parametrize("change", BREAKS, ids=lambda change: change.__name__.strip("_"))
def test_what_breaks_a_client_breaks_a_promise(change: Callable[[dict[str, Any]], None]) -> None:
    """It is named, and writing the list anew does not hide it."""
    changed = copy.deepcopy(DOCUMENT)
    change(changed)
    promised = promises(DOCUMENT)
    assert broken(promised, changed) == BREAKS[change]
    assert broken(grown(promised, changed), changed) == BREAKS[change]


def test_a_route_that_is_gone_breaks_all_of_its_promises() -> None:
    """To need nothing is one of them."""
    changed = copy.deepcopy(DOCUMENT)
    _route_gone(changed)
    found = broken(promises(DOCUMENT), changed)
    assert {line.split()[1] for line in found} == {"/v1/packs"}
    assert {"GET /v1/packs", "GET /v1/packs needs nothing"} <= set(found)


def test_growing_breaks_nothing() -> None:
    """A new route, a new field of an answer, an optional one of a request, less that is needed."""
    changed = copy.deepcopy(DOCUMENT)
    changed["paths"]["/v1/new"] = changed["paths"]["/v1/packs"]
    _schema(changed, "BalanceAnswer")["properties"]["new"] = {"type": "integer"}
    _schema(changed, "CharacterRequest")["properties"]["new"] = {"type": "integer"}
    _schema(changed, "CharacterRequest")["required"].remove("model_id")
    assert broken(promises(DOCUMENT), changed) == []
    lines = grown(promises(DOCUMENT), changed)
    assert "POST /v1/characters needs body.traits, body.traits.age" in lines
    assert "POST /v1/characters takes body.new: integer" in lines
