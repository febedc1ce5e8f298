"""What a request may carry beside its body: in the path, in its headers, in the query."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from adapters.web.openapi.operations import (
    IDEMPOTENCY_KEY_CHARACTERS_MAX,
    IDEMPOTENCY_KEY_PATTERN,
    Media,
    Operation,
)

IDEMPOTENCY_KEY: Mapping[str, Any] = {
    "type": "string",
    "pattern": IDEMPOTENCY_KEY_PATTERN,
    "minLength": 1,
    "maxLength": IDEMPOTENCY_KEY_CHARACTERS_MAX,
}
PREFER: Mapping[str, Any] = {"type": "string", "examples": ["respond-async", "wait=30"]}
IF_NONE_MATCH: Mapping[str, Any] = {"type": "string", "examples": ['"2c26b46b68ffc68f"']}
RANGE: Mapping[str, Any] = {"type": "string", "examples": ["bytes=0-1023"]}
LAST_EVENT_ID: Mapping[str, Any] = {"type": "string", "pattern": r"^[0-9]{0,19}$"}


def parameters(path: str, method: str, operation: Operation) -> list[dict[str, Any]]:
    """All of them, as the document lists them."""
    return [
        *(
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in parameters_of(path)
        ),
        *(
            {"name": name, "in": "header", "schema": dict(schema)}
            for name, schema in _headers(method, operation)
        ),
        *_query(operation),
    ]


def parameters_of(path: str) -> list[str]:
    """Names of what stands in braces."""
    return re.findall(r"\{(\w+)\}", path)


def _headers(method: str, operation: Operation) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Those of the route's own: a key, content type and body length are told elsewhere."""
    if operation.claims:
        yield "Idempotency-Key", IDEMPOTENCY_KEY
    if operation.waits:
        yield "Prefer", PREFER
    if 304 in operation.answers:
        yield "If-None-Match", IF_NONE_MATCH
    if 206 in operation.answers and method == "get":
        yield "Range", RANGE
    if _is_stream(operation.answers.get(200)):
        yield "Last-Event-ID", LAST_EVENT_ID


def _is_stream(answer: object) -> bool:
    return isinstance(answer, Media) and "text/event-stream" in answer.types


def _query(operation: Operation) -> Iterator[dict[str, Any]]:
    if operation.query is None:
        return
    _, schemas = msgspec.json.schema_components((operation.query,))
    described = schemas[operation.query.__name__]
    required = described.get("required", [])
    for name, schema in described["properties"].items():
        yield {"name": name, "in": "query", "required": name in required, "schema": schema}
