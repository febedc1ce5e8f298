"""The headers of answers: what each of them tells, and which answers may have it."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from adapters.web.openapi.catalogue import BY_CODE
from adapters.web.openapi.operations import Media, Operation

NUMBER: Mapping[str, Any] = {"type": "integer", "minimum": 0}
TEXT: Mapping[str, Any] = {"type": "string"}


class Header(msgspec.Struct, frozen=True):
    """`always`: every answer that may have it has it."""

    description: str
    schema: Mapping[str, Any]
    always: bool = False


REQUEST_ID = "X-Request-Id"
POSITION = "Xavira-Position"
RETRY_AFTER = "Retry-After"
REPLAYED = "Idempotent-Replayed"
PREFERRED = "Preference-Applied"
CSV = ("Xavira-Next-Cursor", "Content-Disposition")
RATE_LIMIT = (
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
    "RateLimit-Policy",
    "RateLimit",
)

HEADERS: Mapping[str, Header] = {
    REQUEST_ID: Header("Names this request, in our log too.", TEXT, always=True),
    POSITION: Header(
        "Place in the log of what was recorded. Of a list that was asked for with `min_position`:"
        " that one, or how far the list is where that is less.",
        NUMBER,
    ),
    "Location": Header("Where what was created is read.", TEXT),
    RETRY_AFTER: Header("Seconds to wait before the next try.", NUMBER),
    "ETag": Header("To be sent back as `If-None-Match`.", TEXT),
    REPLAYED: Header(
        "`true` where this Idempotency-Key had been used, and nothing was done again.",
        {"enum": ["true"]},
    ),
    PREFERRED: Header("What was honoured of `Prefer` (RFC 7240).", TEXT),
    "WWW-Authenticate": Header("How to authenticate (RFC 9110).", TEXT),
    "Xavira-Next-Cursor": Header("Of a CSV that goes on: the `cursor` of the rest.", TEXT),
    "Content-Disposition": Header("The name of the file (RFC 6266).", TEXT),
    "Content-Range": Header("Which bytes of how many (RFC 9110).", TEXT),
    "X-RateLimit-Limit": Header("What the clock minute allows, where this was counted.", NUMBER),
    "X-RateLimit-Remaining": Header("What is left of it.", NUMBER),
    "X-RateLimit-Reset": Header("Unix second at which the next minute begins.", NUMBER),
    "RateLimit-Policy": Header("The limit, as the IETF's draft has it.", TEXT),
    "RateLimit": Header("What is left of it, and for how many seconds.", TEXT),
}

_FROM_A_SOURCE = "generate_generate_video"
"""What may have to wait for another generation to end."""

_BEFORE_COUNTING = (408, 413, 415, 431)
"""What was refused before anybody looked whose it is."""

_ENDED = (409, 422, 500, 504)
"""Statuses of a generation that ended badly while its client waited."""


def headers_of(operation: Operation, method: str, status: int) -> list[str]:
    """Which headers an answer of this status may have, in the order of HEADERS."""
    told = {REQUEST_ID, *_usual(operation, method, status)}
    if status in operation.answers:
        told |= _of_success(operation, status)
    else:
        told |= _of_error(operation, status)
    assert told <= HEADERS.keys(), (operation.name, told)
    return [name for name in HEADERS if name in told]


def _usual(operation: Operation, method: str, status: int) -> Iterable[str]:
    """Where a request stands that was counted: whatever comes of it then, it is told. One that
    reads is told when it is refused; what an operator does is not counted.
    """
    told = status in operation.answers or status == 429
    if method == "get":
        told = status == 429
    elif operation.scope != "admin":
        told = told or status not in _BEFORE_COUNTING
    return RATE_LIMIT if operation.key and told else ()


def _of_success(operation: Operation, status: int) -> set[str]:
    told = set(operation.headers)
    told |= {POSITION} if _takes_position(operation) else set()
    told |= {REPLAYED} if operation.claims else set()
    told |= {PREFERRED} if operation.waits else set()
    told |= {RETRY_AFTER} if operation.waits and status == 202 else set()
    told |= set(CSV) if _has_csv(operation.answers[status]) else set()
    told |= {"Content-Range"} if status == 206 else set()
    return told


def _of_error(operation: Operation, status: int) -> set[str]:
    kinds = [kind for code in operation.errors if (kind := BY_CODE[code]).status == status]
    told = {"WWW-Authenticate"} if status == 401 else set()
    told |= {"Content-Range"} if status == 416 else set()
    told |= {RETRY_AFTER} if any(kind.retry_after_seconds is not None for kind in kinds) else set()
    told |= {RETRY_AFTER} if operation.name == _FROM_A_SOURCE and status == 409 else set()
    if operation.waits and status in _ENDED:
        told |= {*operation.headers, REPLAYED, PREFERRED}
    return told


def _takes_position(operation: Operation) -> bool:
    fields = () if operation.query is None else msgspec.structs.fields(operation.query)
    return any(field.name == "min_position" for field in fields)


def _has_csv(answer: object) -> bool:
    parts = answer if isinstance(answer, tuple) else (answer,)
    return any(isinstance(part, Media) and "text/csv" in part.types for part in parts)
