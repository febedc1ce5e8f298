"""Is this ours? Asked with the file itself, by anybody, and never answered with whose it is."""

from __future__ import annotations

import struct
import zlib
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from adapters.provenance.certificates import own_credentials
from adapters.web.routes.public.provenance import FILES_BYTES_MAX
from domain import handlers
from domain.generation import GenerationCompleted
from domain.ids import GenerationId
from domain.objects import key_of
from inference.engine import Format
from inference.provenance.manifests import ManifestSigner
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import ELSEWHERE, Site
from tests.inference.provenance.files import CREDENTIALS, FORMATS, drawn, marked

VERIFY = "/v1/provenance:verify"
MADE = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)
NONE = {"ours": False, "found_by": "none", "kind": None, "issued_at": None}
ALTERED = NONE | {"found_by": "altered_manifest"}


def verify(site: Site, data: bytes, media_type: str = "image/png", **options: Any) -> Reply:
    return site.send("POST", VERIFY, headers=[("Content-Type", media_type)], body=data, **options)


@pytest.mark.parametrize("form", FORMATS)
def test_an_intact_manifest_of_ours_is_ours(site: Site, form: Format) -> None:
    """Without a key, in every format: that it is, of which kind, and when it was made."""
    rendered = ManifestSigner(CREDENTIALS, clock=lambda: MADE)(drawn(form))
    reply = verify(site, rendered.data, rendered.media_type)
    assert reply.status == 200
    assert reply.json == {
        "ours": True,
        "found_by": "manifest",
        "kind": "video" if form == "mp4" else "image",
        "issued_at": "2031-05-06T07:08:09Z",
    }


def test_the_bytes_of_an_output_are_ours_for_ever(site: Site, customer: Customer) -> None:
    """Whoever signed them, and after the output is deleted; nothing tells whose they are."""
    foreign = ManifestSigner(own_credentials(b"\x09" * 32))(drawn("png")).data
    assert verify(site, foreign).json == NONE
    generation_id = _completed(site, customer, foreign)
    site.project()
    found = verify(site, foreign).json
    assert found.keys() == {"ours", "found_by", "kind", "issued_at"}
    assert (found["ours"], found["found_by"], found["kind"]) == (True, "exact_bytes", "image")
    assert datetime.fromisoformat(found["issued_at"]) <= datetime.now(UTC)
    assert customer.send("DELETE", f"/v1/generations/{generation_id}/output").status == 200
    site.project()
    assert verify(site, foreign).json == found
    assert verify(site, foreign + b"\x00").json == NONE


def _completed(site: Site, customer: Customer, data: bytes) -> str:
    """A generation with this output."""
    site.outcomes[customer.account_id] = "hold"
    wish = {"character_id": customer.character(), "prompt": "smiling"}
    headers = [("Prefer", "respond-async")]
    asked = customer.send("POST", "/v1/images:generate", json_body=wish, headers=headers)
    generation_id = GenerationId(UUID(asked.json["generation_id"]))
    event = GenerationCompleted(
        attempt=1,
        output_key=key_of(generation_id, data, media_type="image/png"),
        poster_key=None,
        media_type="image/png",
        width=256,
        height=320,
        identity_score=None,
        engine_seconds=0.1,
    )
    site.ledger.append(handlers.complete_generation(generation_id, event)).result()
    return str(generation_id)


def test_our_manifest_around_other_content_is_not_ours(site: Site) -> None:
    """Said as such: anybody can put a manifest of ours into a picture of theirs."""
    moved = bytearray(marked("png").data)
    moved[moved.rindex(b"IDAT") + 600] ^= 1
    assert verify(site, bytes(moved)).json == ALTERED


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _hostile() -> dict[str, bytes]:
    """PNGs that are made to hurt whoever opens them; all have a manifest, or seem to."""
    begin = b"\x89PNG\r\n\x1a\n"
    huge = _chunk(b"IHDR", struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 2, 0, 0, 0))
    bomb = _chunk(b"IDAT", zlib.compress(b"\x00" * 50_000_000))
    good = marked("png").data
    manifest = good[33 : 33 + 12 + int.from_bytes(good[33:37])]
    nested = b""
    for _ in range(2_000):
        nested = struct.pack(">I", len(nested) + 8) + b"jumb" + nested
    return {
        "of 4 exabytes": begin + huge + manifest + bomb + _chunk(b"IEND", b""),
        "cut off": good[: len(good) // 2],
        "cut off in its manifest": good[:2_000],
        "a length beyond its end": begin + b"\xff\xff\xff\xf0caBX" + b"c2pa",
        "boxes in boxes": begin + huge + _chunk(b"caBX", nested + b"c2pa"),
        "noise as manifest": begin + huge + _chunk(b"caBX", b"c2pa" * 100_000),
        "many manifests": good[:33] + manifest * 200 + good[33:],
        "only its beginning": begin,
    }


def test_hostile_files_are_answered_and_not_believed(site: Site) -> None:
    """Bombs, nests, cuts and noise: 200 and nobody's, or 422; the next file is read as ever."""
    for name, data in _hostile().items():
        reply = verify(site, data)
        assert reply.status in {200, 422}, (name, reply)
        assert reply.status == 422 or not reply.json["ours"], name
    assert verify(site, marked("png").data).json["ours"]


@pytest.mark.parametrize(
    ("media_type", "data", "status", "code"),
    [
        ("application/json", b"{}", 415, "unsupported_media_type"),
        ("image/gif", b"GIF89a", 415, "unsupported_media_type"),
        ("", b"", 415, "unsupported_media_type"),
        ("image/png", b"", 422, "validation_failed"),
        ("image/jpeg", b"\x89PNG\r\n\x1a\n", 422, "validation_failed"),
        ("image/webp", b"RIFF....WAVE", 422, "validation_failed"),
        ("video/mp4", b"ftyp", 422, "validation_failed"),
    ],
)
def test_what_is_no_such_file_is_refused(
    site: Site, media_type: str, data: bytes, status: int, code: str
) -> None:
    """By its media type, or because it does not begin like a file of it."""
    reply = verify(site, data, media_type)
    assert (reply.status, reply.error["code"]) == (status, code)


def test_a_file_that_is_too_large_is_refused(site: Site) -> None:
    """By its length, before a byte is read, or by what comes; 32 MiB are the limit."""
    declared = [("Content-Type", "image/png"), ("Content-Length", str(32 * 1024 * 1024 + 1))]
    reply = site.send("POST", VERIFY, headers=declared, chunks=[b"\x89PNG"], endless=True)
    assert (reply.status, reply.error["code"]) == (413, "payload_too_large")
    pieces = [bytes(8 * 1024 * 1024)] * 5
    reply = site.send("POST", VERIFY, headers=declared[:1], chunks=pieces)
    assert (reply.status, reply.error["code"]) == (413, "payload_too_large")


def test_files_that_are_received_have_a_limit_together(site: Site) -> None:
    """What comes beyond it is told to come again; other routes are served meanwhile."""
    room = site.app.state["file_room"]
    room.take(FILES_BYTES_MAX)
    try:
        reply = verify(site, marked("png").data)
        assert (reply.status, reply.error["code"]) == (503, "temporarily_unavailable")
        assert site.send("GET", "/v1/models").status == 200
    finally:
        room.give_back(FILES_BYTES_MAX)
    assert verify(site, marked("png").data).status == 200


def test_an_address_may_ask_sixty_times_an_hour(site: Site) -> None:
    """The next one is told when to come back; nothing of its file is read."""
    site.freeze()
    statuses = [verify(site, drawn("jpeg").data, client=ELSEWHERE).status for _ in range(61)]
    assert statuses == [422] * 60 + [429]
    refused = verify(site, drawn("png").data, client=ELSEWHERE)
    assert (refused.error["code"], refused.header("retry-after")) == ("rate_limited", "3570")
    assert verify(site, drawn("png").data, client=("203.0.113.99", 1)).json == NONE
