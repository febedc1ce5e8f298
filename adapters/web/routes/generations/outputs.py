"""Outputs under their permanent URLs, for whoever knows one.

The generation's own stream decides: bytes are served only for the very keys that its accepted
result names, and not once the output was deleted or taken down.
"""

import re

import structlog
from litestar import HttpMethod, Response, route

from adapters.web.answers.byte_answers import FileAnswer
from adapters.web.answers.problems import Problem
from adapters.web.books import enter
from adapters.web.dependencies import Answer, WebRequest, dependencies, streams_of
from adapters.web.openapi.operations import Media, documented
from adapters.web.routes.generations.answers import tag_matches
from adapters.web.waiting.outside import Outside
from domain.errors import NotFound, OutputDeleted, OutputRemoved, TemporarilyUnavailable
from domain.generation import Generation, GenerationCompleted
from domain.objects import (
    MEDIA_TYPES,
    ObjectCorrupt,
    ObjectKey,
    ObjectKeyInvalid,
    ObjectMissing,
    ObjectStore,
    StoredObject,
    StoreUnavailable,
    parse_key,
)

MAX_AGE_SECONDS = 300
"""How long a cache may show an output after it was deleted."""

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII | re.IGNORECASE)
"""One range; several at once, and other units, are answered with the whole."""


_ANSWERS: dict[int, Media | None] = {
    200: Media(tuple(MEDIA_TYPES.values())),
    206: None,
    304: None,
}
_ERRORS = (
    "not_found",
    "output_deleted",
    "output_removed",
    "range_not_satisfiable",
    "temporarily_unavailable",
)


@route(
    "/o/{generation_id:str}/{file:str}",
    http_method=[HttpMethod.GET, HttpMethod.HEAD],
    opt=documented(
        "The bytes of an output or of a video's poster",
        name="outputs_read_output",
        headers=("ETag",),
        answers=_ANSWERS,
        errors=_ERRORS,
        key=False,
    ),
)
async def read_output(request: WebRequest) -> Answer:
    return await _read(request)


@route(
    "/o/test/{generation_id:str}/{file:str}",
    http_method=[HttpMethod.GET, HttpMethod.HEAD],
    opt=documented(
        "The bytes of an output that a test key made",
        name="outputs_read_test_output",
        headers=("ETag",),
        answers=_ANSWERS,
        errors=_ERRORS,
        key=False,
    ),
)
async def read_test_output(request: WebRequest) -> Answer:
    await enter(request, "test")
    return await _read(request)


async def _read(request: WebRequest) -> Answer:
    key, name = _key(request)
    await _check_public(request, key, name)
    etag = f'"{key.sha256}"'
    headers = {
        "ETag": etag,
        "Cache-Control": f"public, max-age={MAX_AGE_SECONDS}",
        "Accept-Ranges": "bytes",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if tag_matches(request.headers.get("if-none-match"), etag):
        return Response(b"", status_code=304, headers=headers, media_type=key.media_type)
    stored = await _stored(request, name)
    return _bytes_answer(request, stored, headers)


def _key(request: WebRequest) -> tuple[ObjectKey, str]:
    name = f"{request.path_params['generation_id']}/{request.path_params['file']}"
    try:
        return parse_key(name), name
    except ObjectKeyInvalid as error:
        raise NotFound from error


async def _check_public(request: WebRequest, key: ObjectKey, name: str) -> None:
    """Raises NotFound, OutputRemoved or OutputDeleted."""
    web = dependencies(request)
    streams = await streams_of(web, [key.owner])
    generation = streams[key.owner].state
    if not isinstance(generation, Generation):
        raise NotFound
    ending = generation.ending
    if not isinstance(ending, GenerationCompleted):
        raise NotFound
    if name not in (ending.output_key, ending.poster_key):
        raise NotFound
    if generation.taken_down:
        raise OutputRemoved
    if generation.output_deleted:
        raise OutputDeleted


async def _stored(request: WebRequest, name: str) -> StoredObject:
    """Accepted bytes may still lie where they were checked; they are served from there then."""
    store = dependencies(request).object_store
    outside: Outside = request.app.state["outside"]
    try:
        return await outside.call("outputs", _accepted, store, name)
    except (ObjectMissing, ObjectCorrupt, StoreUnavailable) as error:
        structlog.get_logger("adapters.web").error("output is not readable", error=str(error))
        raise TemporarilyUnavailable("This output cannot be read right now.") from error


def _accepted(store: ObjectStore, name: str) -> StoredObject:
    """Published, in quarantine, or published between the two looks. Raises ObjectMissing."""
    try:
        return store.get(name)
    except ObjectMissing:
        pass
    try:
        return store.get_quarantine(name)
    except ObjectMissing:
        return store.get(name)


def _bytes_answer(request: WebRequest, stored: StoredObject, headers: dict[str, str]) -> Answer:
    """The whole, or one range of it. Raises Problem(range_not_satisfiable)."""
    size = len(stored.data)
    status, first, last = 200, 0, size - 1
    asked = _asked_range(request) if _may_be_partial(request, headers) else None
    if asked is not None:
        bounds = byte_range(*asked, size)
        if bounds is None:
            where = {"Content-Range": f"bytes */{size}"}
            raise Problem("range_not_satisfiable", headers=where)
        status, (first, last) = 206, bounds
        headers |= {"Content-Range": f"bytes {first}-{last}/{size}"}
    data = stored.data[first : last + 1]
    return FileAnswer(data, media_type=stored.media_type, headers=headers, status_code=status)


def _may_be_partial(request: WebRequest, headers: dict[str, str]) -> bool:
    etag = headers["ETag"]
    return request.method == "GET" and request.headers.get("if-range", etag) == etag


def _asked_range(request: WebRequest) -> tuple[str, str] | None:
    """First and last byte as they were asked for; None where no range is, or one that is none."""
    match = _RANGE.fullmatch(request.headers.get("range", ""))
    if match is None or match[0].endswith("=-"):
        return None
    backwards = match[1] and match[2] and int(match[2]) < int(match[1])
    return None if backwards else (match[1], match[2])


def byte_range(first: str, last: str, size: int) -> tuple[int, int] | None:
    """First and last byte of `bytes=first-last`, either of which may be empty (but not both).

    None when the range lies outside.
    """
    if not first:
        length = int(last or 0)
        return None if length == 0 else (max(0, size - length), size - 1)
    start, end = int(first), int(last or size - 1)
    return None if start >= size or end < start else (start, min(end, size - 1))
