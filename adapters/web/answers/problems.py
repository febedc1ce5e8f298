"""Turns every refusal, mistake and bug into the one error shape.

Nothing of an exception but what the catalogue or a refusal says reaches a client: no stack, no SQL,
no text of a library.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
import psycopg
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException

from adapters.web.openapi.catalogue import BY_CODE, ErrorKind
from adapters.web.openapi.methods import Methods
from adapters.web.openapi.shapes import ErrorAnswer, ErrorBody
from domain.errors import DomainError, SourceOpen

FIXED_MESSAGES = frozenset({"unauthorized", "not_found"})
"""Codes whose bodies never tell one case from another."""

SOURCE_RETRY_SECONDS = 1
"""When to ask again for a video of an image that is still being drawn."""

DETAILS = frozenset(
    {
        "param",
        "retry",
        "request_id",
        "generation_id",
        "refunded_credits",
        "allowed",
        "stage",
        "category",
        "policy_version",
        "required",
        "available",
        "resets_at",
    }
)

BY_STATUS: dict[int, str] = {
    400: "invalid_request",
    401: "unauthorized",
    404: "not_found",
    405: "method_not_allowed",
    408: "request_timeout",
    413: "payload_too_large",
    415: "unsupported_media_type",
    429: "rate_limited",
    431: "headers_too_large",
    503: "temporarily_unavailable",
}
"""What the framework's own exceptions become; any other client error reads as a bad request."""


class Problem(Exception):
    """A refusal of the HTTP edge itself, by code of the catalogue; details as in ErrorBody."""

    def __init__(
        self,
        code: str,
        message: str | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        **details: Any,
    ) -> None:
        self.kind = BY_CODE[code]
        super().__init__(message or self.kind.message)
        self.headers = dict(headers or {})
        self.details = details


def request_id_of(scope: Mapping[str, Any]) -> str:
    """The id that `adapters.web.transport.edge` gave this request."""
    request_id: str = scope["state"]["request_id"]
    return request_id


def error_response(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """The answer to any exception; the only exception handler of the application."""
    match error:
        case Problem():
            problem = error
        case SourceOpen():
            headers = {"Retry-After": str(SOURCE_RETRY_SECONDS)}
            problem = Problem(error.code, str(error), headers=headers, retry="same_key")
        case DomainError():
            message = None if error.code in FIXED_MESSAGES else str(error)
            problem = Problem(error.code, message, **error.details)
        case psycopg.OperationalError():
            problem = Problem("temporarily_unavailable")
        case HTTPException() if error.status_code < 500:
            code = BY_STATUS.get(error.status_code, "invalid_request")
            problem = Problem(code, headers=_allow(request) if code == "method_not_allowed" else {})
        case _:
            structlog.get_logger("adapters.web").error(
                "request_failed", request_id=request_id_of(request.scope), exc_info=error
            )
            problem = Problem("internal_error")
    return _answer(request, problem)


def _allow(request: Request[Any, Any, Any]) -> dict[str, str]:
    methods: Methods = request.app.state["methods"]
    return {"Allow": methods.allowed(request.scope["path"])}


def _answer(request: Request[Any, Any, Any], problem: Problem) -> Response[bytes]:
    kind = problem.kind
    request.scope["state"]["error_code"] = kind.code
    return Response(
        problem_body(problem, request_id_of(request.scope), request.app.state),
        status_code=kind.status,
        headers=_headers(kind) | problem.headers,
        media_type="application/json",
    )


def problem_body(problem: Problem, request_id: str, state: Mapping[str, Any]) -> bytes:
    """The encoded error; a detail that is not part of the shape is a programmer's mistake. `state`
    is that of the application, which knows under which address it is reached.
    """
    assert set(problem.details) <= DETAILS, problem.details
    known: dict[str, Any] = {
        "retry": problem.kind.retry,
        "request_id": request_id,
        "doc_url": f"{state['base_url']}/v1/errors/{problem.kind.code}",
    }
    given = {name: value for name, value in problem.details.items() if value is not None}
    body = ErrorBody(code=problem.kind.code, message=str(problem), **(known | given))
    return msgspec.json.encode(ErrorAnswer(error=body))


def _headers(kind: ErrorKind) -> dict[str, str]:
    headers = {}
    if kind.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if kind.retry_after_seconds is not None:
        headers["Retry-After"] = str(kind.retry_after_seconds)
    return headers
