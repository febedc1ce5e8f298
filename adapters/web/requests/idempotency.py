"""The Idempotency-Key header: which id it claims and what it stands for. Stores nothing itself."""

import hashlib
import re
from typing import Any
from uuid import UUID

import msgspec

from adapters.fresh_ids import fresh_id
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    WebRequest,
    add_headers,
    dependencies,
    header_values,
    with_vault,
)
from adapters.web.guards.auth import caller_of
from adapters.web.openapi.operations import IDEMPOTENCY_KEY_CHARACTERS_MAX
from domain.ids import Book, claimed_id

_BARE = re.compile(r"[\x21-\x7e]+")
_QUOTED = re.compile(r'"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"')


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """The stream id a request creates, and the fingerprint of what it asks for."""

    stream_id: UUID
    fingerprint: bytes


def stream_id_of(request: WebRequest, *, book: Book | None = None) -> UUID:
    """What the request's key claims, or a fresh id without one; `book` is where it claims it, if
    that is not the book of the request.

    Raises Problem(idempotency_key_invalid).
    """
    key = key_of(request)
    if key is None:
        return fresh_id()
    account_id = caller_of(request).account_id
    return claimed_id(account_id, book or dependencies(request).book, key)


def key_of(request: WebRequest) -> str | None:
    """The request's Idempotency-Key, if it has one. Raises Problem(idempotency_key_invalid)."""
    values = header_values(request, b"idempotency-key")
    if len(values) > 1:
        raise Problem("idempotency_key_invalid", "The Idempotency-Key header is sent twice.")
    return parse(values[0]) if values else None


def parse(value: str) -> str:
    """The key of a header value: bare, or quoted as in RFC 8941, which is the same key."""
    value = value.strip(" \t")
    quoted = _QUOTED.fullmatch(value)
    key = value if quoted is None else re.sub(r'\\(["\\])', r"\1", quoted[1])
    unclosed = quoted is None and value.startswith('"')
    if unclosed or len(key) > IDEMPOTENCY_KEY_CHARACTERS_MAX or _BARE.fullmatch(key) is None:
        raise Problem("idempotency_key_invalid")
    return key


async def claim(request: WebRequest, stream_id: UUID, decoded: Any) -> Claim:
    """The claim of this request; the fingerprint ignores field order, spacing and `Prefer`."""
    asked = [request.method, request.scope["path_template"], decoded]
    canonical = msgspec.json.encode(asked, order="deterministic")
    account_id = caller_of(request).account_id
    fingerprint = await with_vault(
        dependencies(request), account_id, lambda vault: vault.fingerprint(account_id, canonical)
    )
    return Claim(stream_id=stream_id, fingerprint=fingerprint)


def repeated_as(request: WebRequest, asked: Claim) -> int | None:
    """What rate limits know the request by, the same key with the same body; None without a key."""
    if key_of(request) is None:
        return None
    digest = hashlib.sha256(asked.stream_id.bytes + asked.fingerprint).digest()
    return int.from_bytes(digest[:8], signed=True)


def mark_replayed(request: WebRequest) -> None:
    """Tells the client that this answer belongs to work that was asked for before."""
    add_headers(request, {"Idempotent-Replayed": "true"})
