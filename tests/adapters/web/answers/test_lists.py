"""Every list is read in the same way."""

import json
from typing import Any

import pytest

from adapters.web.answers.lists import ShortPage, page_of
from adapters.web.app import openapi_json
from adapters.web.openapi.shared import answer_of

DOCUMENT: dict[str, Any] = json.loads(openapi_json())


def _lists() -> dict[str, tuple[set[str], set[str]]]:
    """What the answers of routes that list have, and what such a route takes, by path."""
    found = {}
    for path, methods in DOCUMENT["paths"].items():
        if "get" not in methods:
            continue
        answer = answer_of(DOCUMENT, methods["get"]["responses"]["200"])
        schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
        name = schema.get("$ref", "").rpartition("/")[2]
        told = DOCUMENT["components"]["schemas"].get(name, {}).get("properties", {})
        if told.get("data", {}).get("type") == "array":
            taken = {parameter["name"] for parameter in methods["get"]["parameters"]}
            found[path] = (set(told), taken)
    return found


def test_every_list_is_read_in_pages() -> None:
    """`data` and `next_cursor` are answered, `limit` and `cursor` are taken."""
    found = _lists()
    assert {"/v1/packs", "/v1/generations", "/admin/v1/queues"} <= found.keys()
    for path, (told, taken) in found.items():
        assert {"data", "next_cursor"} <= told, path
        assert {"limit", "cursor"} <= taken, path


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_a_short_list_can_be_read_in_pages(limit: int) -> None:
    """Every item once, in order, whatever is put in front meanwhile."""
    items, cursor, seen = list("abcde"), None, ""
    while True:
        page, cursor = page_of(items, ShortPage(limit=limit, cursor=cursor))
        seen += "".join(page)
        if cursor is None:
            break
        items = ["new", *items]
    assert seen == "abcde"
    assert page_of(items, ShortPage(cursor="c999"))[0] == items
