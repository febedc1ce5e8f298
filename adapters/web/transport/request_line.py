"""What is told of every request: one log line, two metrics and a span, from the same facts."""

from collections.abc import Mapping
from typing import Any

import msgspec
import structlog

from adapters.telemetry import metrics, tracing

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OTHER = "_OTHER"
"""A method of a client's own making, as a label."""

UNMATCHED = "unmatched"
"""A path that no route has, as a label."""

TRACEPARENT_CHARACTERS_MAX = 64

_log = structlog.get_logger("adapters.web")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """How a request ended; `position` is that of the log, where the answer names one."""

    status: int
    seconds: float
    bytes_out: int
    position: int | None
    streaming: bool


def begin_request(scope: Mapping[str, Any]) -> Any:
    """Counts the request as in flight; its span goes on where the client's trace is."""
    metrics.more("xavira_http_in_flight", 1)
    if not tracing.on():
        return None
    given = dict(scope["headers"]).get(b"traceparent", b"")[:TRACEPARENT_CHARACTERS_MAX]
    span = tracing.begin("request", "server", parent=given.decode("latin-1"))
    scope["state"]["trace_id"] = tracing.trace_id(span)
    return span


def end_request(scope: Mapping[str, Any], span: Any, told: Told) -> None:
    """Tells everybody who wants to know."""
    state = scope["state"]
    metrics.more("xavira_http_in_flight", -1)
    if told.streaming:
        metrics.more("xavira_http_streams", -1)
    route = scope.get("path_template") or UNMATCHED
    method = scope["method"] if scope["method"] in METHODS else OTHER
    metrics.count("xavira_http_requests_total", route, method, str(told.status))
    metrics.observe("xavira_http_request_seconds", told.seconds, route, method)
    if span is not None:
        _end_span(span, route, method, state, told)
    _log.info("request", **_line(scope, state, told))


def _line(scope: Mapping[str, Any], state: Mapping[str, Any], told: Told) -> dict[str, Any]:
    """The one line of this request."""
    caller = state.get("caller")
    return {
        "method": scope["method"] if scope["method"] in METHODS else OTHER,
        "route": scope.get("path_template"),
        "status": told.status,
        "milliseconds": round(told.seconds * 1000, 1),
        "bytes_in": state.get("bytes_in", 0),
        "bytes_out": told.bytes_out,
        "request_id": state["request_id"],
        "trace_id": state.get("trace_id"),
        "account_id": state.get("account_id"),
        "key_id": None if caller is None else str(caller.key_id),
        "error_code": state.get("error_code"),
        "position": told.position,
        **state.get("told", {}),
        **({"stages": state["stages"]} if "stages" in state else {}),
    }


def _end_span(span: Any, route: str, method: str, state: Mapping[str, Any], told: Told) -> None:
    span.update_name(f"{method} {route}")
    span.set_attribute("http.request.method", method)
    span.set_attribute("http.route", route)
    span.set_attribute("http.response.status_code", told.status)
    span.set_attribute("xavira.request_id", state["request_id"])
    for stage, milliseconds in state.get("stages", {}).items():
        span.set_attribute(f"xavira.stage.{stage}_milliseconds", milliseconds)
    if "error_code" in state:
        span.set_attribute("error.type", state["error_code"])
    span.end()
