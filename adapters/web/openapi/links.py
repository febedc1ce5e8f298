"""Links of the OpenAPI document: where an id of one answer is what another request asks for.

They are found by name: a field `character_id` of an answer leads to every operation with a
`character_id` in its path, and to every body that has one. Nothing is written down twice.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from adapters.web.openapi.operations import Operation

SUCCESSES = (200, 201, 202)
ALIASES = {"generation_id": ("source_generation_id",)}
"""Other names under which an id is asked for."""


def links_of(
    answer: type, targets: list[tuple[str, tuple[str, ...], Operation]]
) -> dict[str, dict[str, Any]]:
    """Links of one answer. A target is (operation id, parameters of its path, operation)."""
    links: dict[str, dict[str, Any]] = {}
    for field, place in _ids(answer):
        for name, parameters, operation in targets:
            wanted = [known for known in (field, *ALIASES.get(field, ())) if known in parameters]
            if wanted:
                given = {wanted[0]: f"$response.body#{place}"}
                links[f"{name}_by_{field}"] = {"operationId": name, "parameters": given}
            asked = _asked(operation, (field, *ALIASES.get(field, ())))
            if asked is not None:
                body = {asked: f"$response.body#{place}"}
                links[f"{name}_with_{field}"] = {"operationId": name, "requestBody": body}
    return links


def _ids(answer: type) -> Iterator[tuple[str, str]]:
    """(name, JSON pointer) of each id in an answer, or in the first item of a list of them."""
    for field in msgspec.structs.fields(answer):
        if field.name.endswith("_id"):
            yield field.name, f"/{field.name}"
        elif field.name == "data":
            (item,) = getattr(field.type, "__args__", (None,))
            if isinstance(item, type) and issubclass(item, msgspec.Struct):
                yield from ((name, f"/data/0{place}") for name, place in _ids(item))


def _asked(operation: Operation, names: tuple[str, ...]) -> str | None:
    if operation.body is None:
        return None
    known = _fields_of(operation.body)
    return next((name for name in names if name in known), None)


@cache
def _fields_of(body: type) -> frozenset[str]:
    """Asked of every body for every id of every answer."""
    return frozenset(field.name for field in msgspec.structs.fields(body))
