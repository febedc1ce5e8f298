"""The query string of a request: read strictly, and known to the request's route.

What a route does not know is refused before anything is done: a client that asks for a dry run
where there is none means something else than what would happen.
"""

from functools import cache
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from litestar.connection import ASGIConnection

from adapters.web.answers.problems import Problem
from adapters.web.openapi.operations import Operation

STRICT = ("/v1/", "/admin/")
"""Addresses of outputs, pages and health are read by others' programs, which add what they like."""

PAGES = "/v1/errors/"
"""People follow links there."""


def check_known(connection: ASGIConnection[Any, Any, Any, Any], operation: Operation) -> None:
    """Raises Problem(invalid_request) for a parameter that the route does not have, and for what is
    not UTF-8.
    """
    path = connection.scope["path_template"]
    if not path.startswith(STRICT) or path.startswith(PAGES):
        return
    known = _names(operation.query)
    for name, _ in pairs_of(connection):
        if name not in known:
            message = "This request has no such query parameter."
            raise Problem("invalid_request", message, param=name)


def pairs_of(connection: ASGIConnection[Any, Any, Any, Any]) -> list[tuple[str, str]]:
    """Names and values in their order, decoded; those without a value have an empty one.

    Raises Problem(invalid_request): what is not UTF-8 would become something that was not asked.
    """
    try:
        text = connection.scope["query_string"].decode()
        return parse_qsl(text, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise Problem("invalid_request", "The query string is not UTF-8.") from error


@cache
def _names(shape: type[msgspec.Struct] | None) -> frozenset[str]:
    fields = () if shape is None else msgspec.structs.fields(shape)
    return frozenset(field.encode_name for field in fields)
