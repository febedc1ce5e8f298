"""The OpenAPI 3.1 document, made of the route handlers and the types they name."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from litestar import HttpMethod
from litestar.handlers import HTTPRouteHandler

from adapters.web.openapi.catalogue import BY_CODE
from adapters.web.openapi.headers import HEADERS, Header, headers_of
from adapters.web.openapi.links import SUCCESSES, links_of
from adapters.web.openapi.operations import Media, Operation, operations_of
from adapters.web.openapi.parameters import parameters, parameters_of
from adapters.web.openapi.shapes import ErrorAnswer
from adapters.web.openapi.shared import share_errors
from adapters.web.openapi.tags import TAGS, tag_of
from adapters.web.openapi.typed import tell_enums, tell_times
from adapters.web.openapi.webhooks import PAYLOADS, header_parameters, message_schemas, webhooks

VERSION = "1"
SCHEMAS = "#/components/schemas/{name}"

_PARAMETER = re.compile(r"\{(\w+):\w+\}")


def document(handlers: Iterable[HTTPRouteHandler]) -> dict[str, Any]:
    """The whole document. A handler without an operation is a programmer's mistake."""
    operations = sorted(_operations(handlers), key=lambda found: found[:2])
    targets = [
        (_operation_id(method, operation), tuple(parameters_of(path)), operation)
        for path, method, operation in operations
    ]
    named = {kind for *_, operation in operations for kind in _types(operation)}
    named |= {ErrorAnswer, *PAYLOADS.values()}
    types = sorted(named, key=lambda kind: kind.__name__)
    _, schemas = msgspec.json.schema_components(types, ref_template=SCHEMAS)
    tell_times((kind for *_, operation in operations for kind in _answered(operation)), schemas)
    tell_times(PAYLOADS.values(), schemas)
    schemas |= message_schemas()
    paths: dict[str, dict[str, Any]] = {}
    for path, method, operation in operations:
        paths.setdefault(path, {})[method] = _described(path, method, operation, targets)
    shared = share_errors(paths)
    told: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Xavira", "version": VERSION, "license": {"name": "Apache-2.0"}},
        "servers": [{"url": "/", "description": "Where this document is served, at /schema"}],
        "tags": [{"name": tag.name, "description": tag.description} for tag in TAGS],
        "paths": paths,
        "webhooks": webhooks(),
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "responses": shared,
            "parameters": header_parameters(),
            "headers": {name: _header(header) for name, header in HEADERS.items()},
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer", "description": "An API key"},
                "session": {"type": "http", "scheme": "bearer", "description": "Of /v1/sessions"},
            },
        },
    }
    tell_enums(told)
    return told


def _operations(
    handlers: Iterable[HTTPRouteHandler],
) -> Iterator[tuple[str, str, Operation]]:
    for handler in handlers:
        for operation in operations_of(handler.opt):
            for route in handler.paths:
                path = _PARAMETER.sub(r"{\1}", route)
                if operation.verb is not None:
                    path = f"{path}:{operation.verb}"
                for method in handler.http_methods:
                    yield path, HttpMethod(method).value.lower(), operation


def _types(operation: Operation) -> Iterator[type]:
    if operation.body is not None:
        yield operation.body
    yield from _answered(operation)


def _answered(operation: Operation) -> Iterator[type]:
    for answer in operation.answers.values():
        for part in answer if isinstance(answer, tuple) else (answer,):
            if isinstance(part, type):
                yield part


def _operation_id(method: str, operation: Operation) -> str:
    return f"{operation.name}_{method}" if method == "head" else operation.name


def _described(
    path: str,
    method: str,
    operation: Operation,
    targets: list[tuple[str, tuple[str, ...], Operation]],
) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": _operation_id(method, operation),
        "summary": operation.summary,
        "tags": [tag_of(path)],
        "parameters": parameters(path, method, operation),
        "responses": _with_headers(
            _answers(operation, targets) | _errors(operation), method, operation
        ),
        "security": _security(operation),
    }
    if operation.farewell is not None:
        described["deprecated"] = True
    if operation.body is not None:
        described["requestBody"] = {
            "required": _body_required(method, operation.body),
            "content": _json(operation.body),
        }
    if operation.file is not None:
        described["requestBody"] = {"required": True, "content": _files(operation.file)}
    return described


def _body_required(method: str, body: type) -> bool:
    """A POST whose fields are all optional needs no body; a PATCH says at least `{}`."""
    return method != "post" or any(field.required for field in msgspec.structs.fields(body))


def _security(operation: Operation) -> list[dict[str, list[str]]]:
    key: list[dict[str, list[str]]] = [{"key": []}] if operation.key else []
    return [*key, {"session": []}] if operation.session else key


def _json(kind: type) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": SCHEMAS.format(name=kind.__name__)}}}


def _files(media: Media) -> dict[str, Any]:
    """Bytes, as OpenAPI 3.1 has them."""
    return {kind: {"schema": {"type": "string", "contentMediaType": kind}} for kind in media.types}


def _answers(
    operation: Operation, targets: list[tuple[str, tuple[str, ...], Operation]]
) -> dict[str, Any]:
    answers = {}
    for status, answer in operation.answers.items():
        content: dict[str, Any] = {}
        links: dict[str, Any] = {}
        for part in answer if isinstance(answer, tuple) else (answer,):
            if isinstance(part, Media):
                content |= {media_type: {} for media_type in part.types}
            elif part is not None:
                content |= _json(part)
                links |= links_of(part, targets) if status in SUCCESSES else {}
        described = {"description": _DESCRIPTIONS[status]}
        more = {"content": content, "links": links}
        answers[str(status)] = described | {name: value for name, value in more.items() if value}
    return answers


_DESCRIPTIONS = {
    200: "Done",
    201: "Created",
    202: "Accepted: still open",
    204: "There is nothing more",
    206: "A range of the bytes",
    304: "Unchanged",
}


def _with_headers(answers: dict[str, Any], method: str, operation: Operation) -> dict[str, Any]:
    return {
        status: answer
        | {
            "headers": {
                name: {"$ref": f"#/components/headers/{name}"}
                for name in headers_of(operation, method, int(status))
            }
        }
        for status, answer in answers.items()
    }


def _header(header: Header) -> dict[str, Any]:
    described = {"description": header.description, "schema": dict(header.schema)}
    return described | ({"required": True} if header.always else {})


def _errors(operation: Operation) -> dict[str, Any]:
    """One answer for each status, naming the codes that may come with it."""
    by_status: dict[int, list[str]] = {}
    for code in operation.errors:
        by_status.setdefault(BY_CODE[code].status, []).append(code)
    return {
        str(status): {
            "description": ", ".join(f"`{code}`" for code in sorted(codes)),
            "content": _json(ErrorAnswer),
        }
        for status, codes in sorted(by_status.items())
    }
