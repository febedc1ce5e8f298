"""Reads a request body and decodes it strictly: bounded bytes, bounded time, one meaning.

The framework's own decoding is not used: it answers 500 to invalid UTF-8 and deep nesting, takes
plain text for JSON and accepts "1" for a number. Everything it lets through is refused here.
"""

import asyncio
import json
import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar

import msgspec
from litestar import Request

from adapters.web.answers.problems import Problem
from adapters.web.dependencies import header_values
from adapters.web.transport.queries import pairs_of

BODY_BYTES_MAX = 256 * 1024
BODY_SECONDS_MAX = 30.0
BODIES_BYTES_MAX = 64 * 1024 * 1024
"""Of all bodies that one process is reading: many slow senders do not fill its memory."""

MARKS_MAX = 10_000
"""Commas, quotes, colons or brackets of a body: more than the longest texts that any request takes
would have if they were made of nothing else. What has more is only there to cost time.
"""

NESTING_MAX = 32
INTEGER_MAX = 2**63 - 1
EXACT_MAX = 2**53
"""Up to here a floating-point number is no other integer than the one that was sent."""

_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
"""Never backtracks, and takes an unclosed string whole: linear in whatever was sent."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_UNSAFE = re.compile("[\0\ud800-\udfff]")
_BRACKET = re.compile(rb"[\[\]{}]")
_MEDIA_TYPE = re.compile(r'application/json *(?:; *charset *= *"?utf-8"? *)?', re.IGNORECASE)
_PLACE = re.compile(r" - at `\$\.?(.*)`$")
_FIELD = re.compile(r"field `(.*?)`")
_MISSHAPEN = ("got `", "Object missing", "Object contains")

Shape = TypeVar("Shape", bound=msgspec.Struct)


class _Refused(ValueError):
    """A JSON text that is well-formed by the letter but means nothing here."""


async def read_json(request: Request[Any, Any, Any]) -> Any:
    """The decoded body, as plain dicts, lists and scalars.

    Raises Problem: unsupported_media_type, and those of `read_bytes`.
    """
    _check_media(request)
    return decode(await read_bytes(request))


async def read_optional_json(request: Request[Any, Any, Any]) -> Any:
    """Like `read_json`, for a body in which nothing is required: none at all is an empty object."""
    raw = await read_bytes(request)
    if not raw:
        return {}
    _check_media(request)
    return decode(raw)


class Nothing(msgspec.Struct, forbid_unknown_fields=True):
    """The body of a request that has none: whoever says something there means what would not be
    done.
    """


_ANSWERED = ("invalid_request", "temporarily_unavailable")


async def read_nothing(request: Request[Any, Any, Any]) -> None:
    """Of a method whose requests have no body: none at all and an empty object are the same.

    Raises Problem(invalid_request) for any other, whatever is the matter with it, and
    Problem(temporarily_unavailable).
    """
    try:
        shaped(await read_optional_json(request), Nothing)
    except Problem as problem:
        if problem.kind.code in _ANSWERED:
            raise
        told = "This request has no body."
        raise Problem("invalid_request", told, headers=problem.headers) from problem


def _check_media(request: Request[Any, Any, Any]) -> None:
    if _MEDIA_TYPE.fullmatch(header(request, b"content-type", "").strip()) is None:
        raise Problem("unsupported_media_type")
    if header(request, b"content-encoding", "identity").strip().lower() != "identity":
        raise Problem("unsupported_media_type", "A compressed request body is not read here.")


def header(request: Request[Any, Any, Any], name: bytes, default: str) -> str:
    """Sent once at most, which the edge sees to; the framework would read all of them for it."""
    return next(iter(header_values(request, name)), default)


async def read_bytes(
    request: Request[Any, Any, Any],
    *,
    bytes_max: int = BODY_BYTES_MAX,
    room: "BodyRoom | None" = None,
) -> bytes:
    """The body as it was sent, bounded in size and time; `room` is that of most bodies if not told.

    Raises Problem: payload_too_large, request_timeout, invalid_request, temporarily_unavailable.
    """
    declared = header(request, b"content-length", "0")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > bytes_max:
        raise Problem("payload_too_large")
    try:
        async with asyncio.timeout(BODY_SECONDS_MAX):
            return await _receive(request, bytes_max, room or request.app.state["body_room"])
    except TimeoutError as error:
        raise Problem("request_timeout", headers={"Connection": "close"}) from error


class BodyRoom:
    """The bytes of all bodies of a kind that are being read in this process."""

    def __init__(self, bytes_max: int = BODIES_BYTES_MAX) -> None:
        self._bytes_max = bytes_max
        self._held = 0

    def take(self, size: int) -> None:
        """Raises Problem(temporarily_unavailable)."""
        if self._held + size > self._bytes_max:
            raise Problem("temporarily_unavailable", headers={"Connection": "close"})
        self._held += size

    def give_back(self, size: int) -> None:
        self._held -= size


async def _receive(request: Request[Any, Any, Any], bytes_max: int, room: BodyRoom) -> bytes:
    received = bytearray()
    held = 0
    try:
        while True:
            message = await request.receive()
            if message["type"] != "http.request":
                raise Problem("invalid_request", "The request body is incomplete.")
            received += message["body"]
            if len(received) > bytes_max:
                raise Problem("payload_too_large")
            if not message["more_body"]:
                request.scope["state"]["bytes_in"] = len(received)
                return bytes(received)
            room.take(len(message["body"]))
            held += len(message["body"])
    finally:
        room.give_back(held)


def decode(raw: bytes) -> Any:
    """Strict JSON. Raises Problem(invalid_request)."""
    try:
        _check_marks(raw)
        _check_nesting(raw)
        decoded = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=_integer,
            parse_float=_number,
        )
        _check_text(decoded)
    except UnicodeDecodeError as error:
        raise Problem("invalid_request", "The request body is not UTF-8.") from error
    except json.JSONDecodeError as error:
        raise Problem("invalid_request", "The request body is not JSON.") from error
    except _Refused as error:
        raise Problem("invalid_request", str(error)) from error
    return decoded


def _check_marks(raw: bytes) -> None:
    """Ten times as many would keep everybody else waiting for a tenth of a second."""
    if any(raw.count(mark) > MARKS_MAX for mark in (b",", b'"', b":", b"[", b"{")):
        raise _Refused("The request body has more parts than any request.")


def _check_nesting(raw: bytes) -> None:
    """Counts brackets outside strings, so that no parser has to recurse to find out."""
    if raw.count(b"[") + raw.count(b"{") <= NESTING_MAX:
        return
    depth = 0
    for bracket in _BRACKET.findall(_STRING.sub(b"", raw)):
        depth += 1 if bracket in b"[{" else -1
        if depth > NESTING_MAX:
            raise _Refused(f"The request body is nested deeper than {NESTING_MAX} levels.")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    decoded = dict(pairs)
    if len(decoded) != len(pairs):
        raise _Refused("The request body repeats a field.")
    return decoded


def _constant(text: str) -> None:
    raise _Refused(f"{text} is not JSON.")


def _integer(text: str) -> int:
    if len(text) > 20 or abs(int(text)) > INTEGER_MAX:
        raise _Refused("A number is out of range.")
    return int(text)


def _number(text: str) -> float | int:
    """5.0 is the integer 5, as JSON Schema has it."""
    number = float(text)
    if not math.isfinite(number):
        raise _Refused("A number is out of range.")
    return int(number) if number.is_integer() and abs(number) <= EXACT_MAX else number


def _check_text(value: Any) -> None:
    """Recursion is safe here: nesting is bounded."""
    match value:
        case str():
            if _UNSAFE.search(value) is not None:
                raise _Refused("A string contains NUL or half of a surrogate pair.")
        case dict():
            for name, item in value.items():
                _check_text(name)
                _check_text(item)
        case list():
            for item in value:
                _check_text(item)


def shaped(decoded: Any, shape: type[Shape]) -> Shape:
    """The decoded body as `shape`, its times in UTC: 400 for a wrong shape, 422 for a value out of
    bounds.
    """
    try:
        found = msgspec.convert(decoded, shape, strict=True)
    except msgspec.ValidationError as error:
        raise problem_of(str(error)) from error
    told: Shape = _in_utc(found) if _has_times(shape) else found
    return told


@cache
def _has_times(shape: type[msgspec.Struct]) -> bool:
    """Whether a time may stand anywhere in it: most bodies need not be looked through."""
    return "DateTimeType" in str(msgspec.inspect.type_info(shape))


def _in_utc(value: Any) -> Any:
    """The same with its times as answers tell them. One without a zone stays without, and one that
    UTC has no year for stays as it was sent: it is out of every bound.
    """
    match value:
        case datetime() if value.tzinfo is not None:
            try:
                return value.astimezone(UTC)
            except OverflowError:
                return value
        case msgspec.Struct():
            fields = {name: _in_utc(getattr(value, name)) for name in value.__struct_fields__}
            return msgspec.structs.replace(value, **fields)
        case list():
            return [_in_utc(item) for item in value]
        case dict():
            return {name: _in_utc(item) for name, item in value.items()}
        case _:
            return value


def queried(request: Request[Any, Any, Any], shape: type[Shape]) -> Shape:
    """The query string as `shape`; repeated parameters are refused like bad fields."""
    pairs = pairs_of(request)
    values: Mapping[str, str] = dict(pairs)
    if len(values) != len(pairs):
        raise Problem("invalid_request", "A query parameter is repeated.")
    _check_query(values)
    for name in _moments_of(shape) & values.keys():
        if _DATE.match(values[name]) is None:
            raise Problem("validation_failed", "A time is written as in RFC 3339.", param=name)
    try:
        return msgspec.convert(values, shape, strict=False)
    except msgspec.ValidationError as error:
        raise problem_of(str(error)) from error


@cache
def _moments_of(shape: type[msgspec.Struct]) -> frozenset[str]:
    """Names of the parameters that are times: msgspec would also read a number there as one."""
    return frozenset(
        field.encode_name
        for field in msgspec.structs.fields(shape)
        if "datetime" in str(field.type) and "int" not in str(field.type)
    )


def _check_query(values: Mapping[str, str]) -> None:
    try:
        _check_text(dict(values))
    except _Refused as error:
        raise Problem("invalid_request", str(error)) from error


def problem_of(mistake: str) -> Problem:
    """What msgspec found, told without its vocabulary; `param` is a dotted path."""
    place = _PLACE.search(mistake)
    found = _PLACE.sub("", mistake).replace("Object ", "The object ")
    param = place.group(1) if place else None
    field = _FIELD.search(found)
    if field is not None:
        param = field.group(1) if param is None else f"{param}.{field.group(1)}"
    misshapen = any(sign in mistake for sign in _MISSHAPEN)
    return Problem(
        "invalid_request" if misshapen else "validation_failed", found + ".", param=param
    )
