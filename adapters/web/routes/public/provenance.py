"""Is this ours? Anybody may ask, with the file itself; the answer tells nothing of whose it is.

The exact bytes of an output are known by their hash, whatever became of it since. Of everything
else the file has to tell: its manifest is read in a process of its own, since these files are
anybody's, and few are read at a time.
"""

import asyncio
import hashlib
from datetime import datetime
from typing import Literal

import msgspec
from litestar import post

from adapters.web.answers.lists import fetch_quick
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import Answer, WebRequest, dependencies, json_answer
from adapters.web.guards.rate_limits import AddressLimits
from adapters.web.openapi.operations import Media, documented
from adapters.web.requests.bodies import BodyRoom, header, read_bytes
from adapters.web.transport.peers import peer_of
from adapters.web.waiting.outside import Outside
from projections.generations import made_output

FILES_PER_HOUR = 60
"""Files of one address in a clock hour."""

FILE_BYTES_MAX = 32 * 1024 * 1024
FILES_BYTES_MAX = 4 * FILE_BYTES_MAX
"""Of all files that one process receives or has read: more are asked to come again."""

KINDS: dict[str, Literal["image", "video"]] = {
    "image/png": "image",
    "image/jpeg": "image",
    "image/webp": "image",
    "video/mp4": "video",
}
_BEGINNINGS = {
    "image/png": (0, b"\x89PNG\r\n\x1a\n"),
    "image/jpeg": (0, b"\xff\xd8\xff"),
    "image/webp": (8, b"WEBP"),
    "video/mp4": (4, b"ftyp"),
}


class ProvenanceAnswer(msgspec.Struct, kw_only=True):
    """`found_by`: `exact_bytes` of an output, an intact `manifest` that we signed, our `watermark`;
    `altered_manifest`, which we signed for another content than the file has now; or `none`.
    `issued_at` is when it was made, where that is known.
    """

    ours: bool
    found_by: Literal["exact_bytes", "manifest", "watermark", "altered_manifest", "none"]
    kind: Literal["image", "video"] | None = None
    issued_at: datetime | None = None


@post(
    "/v1/provenance:verify",
    opt=documented(
        "Was this file made here? The body is the file itself, unchanged, up to 32 MiB",
        name="provenance_verify",
        file=Media(tuple(KINDS)),
        answers={200: ProvenanceAnswer},
        errors=("rate_limited",),
        key=False,
    ),
)
async def verify(request: WebRequest) -> Answer:
    media_type = _media_type(request)
    limits: AddressLimits = request.app.state["file_limits"]
    limits.take(peer_of(request).host, dependencies(request).clock())
    room: BodyRoom = request.app.state["file_room"]
    data = await read_bytes(request, bytes_max=FILE_BYTES_MAX, room=room)
    place, beginning = _BEGINNINGS[media_type]
    if not data.startswith(beginning, place):
        raise Problem("validation_failed", f"The body is no {media_type}.")
    room.take(len(data))
    try:
        return json_answer(await _found(request, data, media_type))
    finally:
        room.give_back(len(data))


def _media_type(request: WebRequest) -> str:
    """Raises Problem(unsupported_media_type)."""
    named = header(request, b"content-type", "").strip().lower()
    if named not in KINDS or header(request, b"content-encoding", "identity") != "identity":
        message = f"The body is the file itself, as {', '.join(KINDS)}."
        raise Problem("unsupported_media_type", message)
    return named


async def _found(request: WebRequest, data: bytes, media_type: str) -> ProvenanceAnswer:
    """Raises Problem and TemporarilyUnavailable."""
    web = dependencies(request)
    kind = KINDS[media_type]
    sha256 = (await asyncio.to_thread(hashlib.sha256, data)).hexdigest()
    rows = await fetch_quick(web, made_output(sha256))
    if rows:
        issued_at = rows[0].finished_at
        return ProvenanceAnswer(ours=True, found_by="exact_bytes", kind=kind, issued_at=issued_at)
    outside: Outside = request.app.state["outside"]
    finding = await outside.call("files", web.find_provenance, data, media_type)
    if finding is None:
        raise Problem("validation_failed", "This file takes too much to be read.")
    ours = finding.found_by in ("manifest", "watermark")
    return ProvenanceAnswer(
        ours=ours,
        found_by=finding.found_by,
        kind=kind if ours else None,
        issued_at=finding.issued_at,
    )
