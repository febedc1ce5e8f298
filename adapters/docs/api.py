"""The page of routes, out of the OpenAPI document that the API itself serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from adapters.docs import markdown
from adapters.web.openapi.headers import RATE_LIMIT, REQUEST_ID
from adapters.web.openapi.shared import answer_of

Document = Mapping[str, Any]

INTRODUCTION = """\
Base: where the API is served. Keys go into `Authorization: Bearer`. JSON in and out; times are
RFC 3339, told in UTC whatever zone they were sent in; an unknown field is refused. The same in
machine form is [openapi.json](openapi.json), served at `/schema`; what each code means is in
[errors.md](errors.md). Which [headers](#headers) an answer may have stands beside it; every one
has `X-Request-Id`, and where a request was counted, both families of
[rate limits](../howto/limits.md), errors too; of reads only the 429 has them.

Every list answers `data` and `next_cursor`, and takes `limit` (1 to 100) and `cursor`; the last
page has `next_cursor: null`. Lists that are short are on one page unless `limit` says fewer.

The API only grows: what a client may rely on is listed in [promises.txt](promises.txt), and a
change that breaks a line of it fails our tests. A route that is to end says so before, on each
of its answers: `Deprecation` since when, `Sunset` until when (RFC 9745, 8594). None does now."""

WEBHOOKS = """\
What your endpoints are sent: a [WebhookMessage](#webhookmessage) whose `data` is told here. How to
take it is in [webhooks](../howto/webhooks.md)."""

USUAL = frozenset({"400", "401", "403", "404", "408", "413", "415", "431", "500", "503"})
"""Statuses that nearly every route may answer; the errors page tells them."""

EVERYWHERE = frozenset({REQUEST_ID, *RATE_LIMIT})
"""Headers that are told once, for all routes."""


def api_page(document: Document) -> str:
    """docs/reference/api.md: every route with its fields and answers, then the types."""
    schemas = document["components"]["schemas"]
    routes = [
        _route(path, method, operation, document)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    types = [_type(name, schema) for name, schema in schemas.items() if "allOf" not in schema]
    return markdown.page(
        "# Routes",
        INTRODUCTION,
        _contents(document),
        *routes,
        "# Webhooks",
        WEBHOOKS,
        _webhooks(document),
        "# Headers",
        _headers(document),
        "# Types",
        *types,
    )


def _headers(document: Document) -> str:
    rows = [
        [f"`{name}`", _kind(header["schema"]), header["description"]]
        for name, header in document["components"]["headers"].items()
    ]
    return markdown.table(["header", "type", "what it tells"], rows)


def _webhooks(document: Document) -> str:
    schemas = document["components"]["schemas"]
    rows = []
    for event, told in document["webhooks"].items():
        content = told["post"]["requestBody"]["content"]["application/json"]
        message = schemas[content["schema"]["$ref"].rpartition("/")[2]]
        rows.append([f"`{event}`", _kind(message["allOf"][1]["properties"]["data"])])
    return markdown.table(["type", "data"], rows)


def _contents(document: Document) -> str:
    rows = [
        [f"`{method.upper()} {path}`", operation["summary"], _key(operation)]
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    return markdown.table(["route", "what it does", "key"], rows)


def _key(operation: Document) -> str:
    return "yes" if operation["security"] else "no"


def _route(path: str, method: str, operation: Document, document: Document) -> str:
    parts = [f"## `{method.upper()} {path}`", f"{operation['summary']}."]
    body = operation.get("requestBody")
    if body is not None:
        kinds = [_body(media_type, content) for media_type, content in body["content"].items()]
        parts.append(f"Body: {', '.join(kinds)}.")
    if operation["parameters"]:
        rows = [_parameter(parameter) for parameter in operation["parameters"]]
        parts.append(markdown.table(["parameter", "in", "type"], rows))
    parts.append(markdown.table(["answer", "body", "headers"], _answers(operation, document)))
    return "\n\n".join(parts)


def _body(media_type: str, content: Document) -> str:
    """A file is told by its media type, everything else by its JSON."""
    schema = content.get("schema", {})
    return f"`{media_type}`" if "contentMediaType" in schema else _kind(schema)


def _parameter(parameter: Document) -> list[str]:
    name = f"`{parameter['name']}`" + (", required" if parameter.get("required") else "")
    return [name, parameter["in"], _kind(parameter["schema"])]


def _answers(operation: Document, document: Document) -> Iterator[list[str]]:
    for status, told_or_shared in operation["responses"].items():
        answer = answer_of(document, told_or_shared)
        if status not in USUAL:
            told = [f"`{name}`" for name in answer["headers"] if name not in EVERYWHERE]
            yield [status, _content(answer), ", ".join(told)]
    usual = [status for status in operation["responses"] if status in USUAL]
    if usual:
        yield [", ".join(usual), "[error](errors.md)", ""]


def _content(answer: Document) -> str:
    if _lists_codes(answer):
        return str(answer["description"])
    kinds = [
        _kind(content["schema"]) if "schema" in content else f"`{media_type}`"
        for media_type, content in answer.get("content", {}).items()
    ]
    return ", ".join(kinds) or str(answer["description"])


def _lists_codes(answer: Document) -> bool:
    """Whether the description already lists the codes of an error."""
    return str(answer["description"]).startswith("`")


def _type(name: str, schema: Document) -> str:
    parts = [f"## {name}"]
    if "description" in schema:
        parts.append(" ".join(schema["description"].split()))
    required = set(schema.get("required", ()))
    rows = [
        [f"`{field}`", _kind(kind), "yes" if field in required else _default(kind)]
        for field, kind in schema.get("properties", {}).items()
    ]
    if rows:
        parts.append(markdown.table(["field", "type", "required, or default"], rows))
    return "\n\n".join(parts)


def _default(kind: Document) -> str:
    return f"`{_json(kind['default'])}`" if "default" in kind else ""


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _kind(kind: Document) -> str:
    """A type in words: `string (at most 64 characters)`, `integer (18 to 80) or null`."""
    if "$ref" in kind:
        name = str(kind["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(_kind(part) for part in kind["anyOf"])
    if "enum" in kind:
        return ", ".join(f"`{value}`" for value in kind["enum"])
    if kind.get("type") == "array":
        return f"list of {_kind(kind.get('items', {}))}" + _bounds(kind, "Items", "entries")
    words = f"{kind.get('type', 'anything')}"
    if "format" in kind:
        words += f" ({kind['format']})"
    if kind.get("type") == "string":
        return words + _bounds(kind, "Length", "characters")
    if kind.get("type") == "object" and isinstance(kind.get("additionalProperties"), dict):
        return f"object of {_kind(kind['additionalProperties'])}"
    return words + _range(kind)


def _bounds(kind: Document, what: str, unit: str) -> str:
    least, most = kind.get(f"min{what}"), kind.get(f"max{what}")
    if most is None:
        return "" if least is None else f" (at least {least} {unit})"
    return f" (at most {most} {unit})" if not least else f" ({least} to {most} {unit})"


def _range(kind: Document) -> str:
    least, most = kind.get("minimum"), kind.get("maximum")
    if least is None and most is None:
        return ""
    if most is None:
        return f" (at least {least})"
    return f" (at most {most})" if least is None else f" ({least} to {most})"
