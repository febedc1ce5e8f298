"""What a route says about itself: the source of the OpenAPI document and of its need for a key."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import Any

import msgspec

from domain.keys.key import Scope

ALWAYS = ("invalid_request", "headers_too_large", "internal_error")
WITH_KEY = (
    "unauthorized",
    "insufficient_scope",
    "rate_limited",
    "temporarily_unavailable",
)
WITH_BODY = (
    "unsupported_media_type",
    "payload_too_large",
    "request_timeout",
    "temporarily_unavailable",
)
WITH_CLAIM = ("idempotency_key_invalid",)
WITH_CLAIM_OF_AN_ACCOUNT = ("idempotency_key_reused",)

IDEMPOTENCY_KEY_CHARACTERS_MAX = 255
IDEMPOTENCY_KEY_PATTERN = r'^([!#-~][!-~]*|"([!#-\[\]-~]|\\["\\])+")$'
"""Bare or quoted visible ASCII, as the document tells it."""


class Media(msgspec.Struct, frozen=True):
    """An answer that is not JSON."""

    types: tuple[str, ...]


class Farewell(msgspec.Struct, frozen=True, kw_only=True):
    """A route that will end: not to be used any more from one day on (UTC), gone on another."""

    deprecated_on: date
    gone_on: date

    def headers(self) -> dict[str, str]:
        """RFC 9745 and RFC 8594, on every answer of the route."""
        deprecated, gone = (
            datetime.combine(day, time(), UTC) for day in (self.deprecated_on, self.gone_on)
        )
        return {
            "Deprecation": f"@{int(deprecated.timestamp())}",
            "Sunset": format_datetime(gone, usegmt=True),
        }


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One method of one path. `name` is its operation id, which clients generated from the
    document are named by, so it never changes; `verb` is the part after the colon of an id;
    `claims` says that an Idempotency-Key claims what it creates (without an account, together with
    the body); `scope` is what a key must have, where one is required; `on_hold` lets in the keys
    of an account on hold as well; `session` says that a signed-in holder may do it too; `farewell`
    announces its end; `changes` says that it may be asked for again and again, so that each
    request is counted; `headers` are those of its own that its answers may have; `waits` says that
    it waits for what it began as long as the client prefers.
    """

    name: str
    summary: str
    answers: Mapping[int, Any]
    errors: tuple[str, ...]
    body: type | None
    file: Media | None
    query: type | None
    verb: str | None
    key: bool
    claims: bool
    scope: Scope
    on_hold: bool
    session: bool
    farewell: Farewell | None = None
    changes: bool = False
    headers: tuple[str, ...] = ()
    waits: bool = False


def documented(
    summary: str,
    *,
    name: str,
    answers: Mapping[int, Any],
    errors: tuple[str, ...] = (),
    body: type | None = None,
    file: Media | None = None,
    query: type | None = None,
    verb: str | None = None,
    key: bool = True,
    claims: bool = False,
    scope: Scope = "read",
    on_hold: bool = False,
    session: bool = False,
    farewell: Farewell | None = None,
    changes: bool = False,
    headers: tuple[str, ...] = (),
    waits: bool = False,
    bodiless: bool = False,
) -> dict[str, Any]:
    """The options of a route handler. A route requires a key unless `key` is False; one that is
    `bodiless` looks at what body is sent all the same, to refuse it.
    """
    usual: tuple[str, ...] = ALWAYS
    usual += WITH_KEY if key else ()
    usual += ("account_suspended",) if key and not on_hold else ()
    usual += WITH_BODY if body or file or bodiless else ()
    usual += WITH_CLAIM if claims else ()
    usual += WITH_CLAIM_OF_AN_ACCOUNT if claims and key else ()
    usual += ("validation_failed",) if body or file or query else ()
    operation = Operation(
        name=name,
        summary=summary,
        answers=answers,
        errors=tuple(dict.fromkeys(usual + errors)),
        body=body,
        file=file,
        query=query,
        verb=verb,
        key=key,
        claims=claims,
        scope=scope,
        on_hold=on_hold,
        session=session,
        farewell=farewell,
        changes=changes,
        headers=headers,
        waits=waits,
    )
    return {"key": key, "operation": operation}


def verbs(*options: dict[str, Any]) -> dict[str, Any]:
    """The options of one handler of several verbs of a thing, which share key, scope and end."""
    operations: tuple[Operation, ...] = tuple(each["operation"] for each in options)
    assert len({(each.key, each.scope, each.farewell) for each in operations}) == 1, operations
    return options[0] | {"operations": operations}


def operations_of(options: Mapping[str, Any]) -> tuple[Operation, ...]:
    """What a handler's options document: one operation, or one for each of its verbs."""
    several: tuple[Operation, ...] = options.get("operations", (options["operation"],))
    return several
