"""The outermost layer: request ids, header bounds, security headers and one log line a request.

It wraps the router itself, so answers to unknown routes and wrong methods pass through it as well.
"""

import time
from typing import Any
from urllib.parse import unquote_to_bytes
from uuid import uuid4

from litestar import Litestar
from litestar.types import Message, Receive, Scope, Send

from adapters.telemetry import metrics, tracing
from adapters.web.answers.problems import Problem, problem_body
from adapters.web.openapi.methods import Methods
from adapters.web.transport.directly import DirectRoutes, run
from adapters.web.transport.request_line import Told, begin_request, end_request
from adapters.web.transport.unread import Incoming, incoming

HEADER_BYTES_MAX = 32 * 1024
"""Of the request's target and headers together."""

HEADER_COUNT_MAX = 100

SINGLE_HEADERS = (
    b"authorization",
    b"content-encoding",
    b"content-length",
    b"content-type",
    b"host",
    b"transfer-encoding",
)
"""Sent twice, each of them would mean something else to us than to whoever looked before us."""

SECURITY_HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"strict-transport-security", b"max-age=31536000"),
)
DEFAULT_HEADERS: tuple[tuple[bytes, bytes], ...] = ((b"cache-control", b"no-store"),)
"""Sent unless the route says otherwise; outputs may be cached, answers never."""

_KEY_MARKS = (b"xav_live_", b"xav_test_", b"xav_session_")


class Edge(Litestar):
    """The application, seen from the server."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._direct = DirectRoutes(self)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        state = dict(scope.get("state") or {})
        state["request_id"] = str(uuid4())
        scope["state"] = state
        state["started"] = started = time.perf_counter()
        body = incoming(scope["headers"], receive)
        answer = _Answer(send, state, body, bodiless=scope["method"] == "HEAD")
        span = begin_request(scope)
        try:
            with tracing.within(span):
                await self._serve(scope, body or receive, answer)
        finally:
            told = Told(
                status=answer.status,
                seconds=time.perf_counter() - started,
                bytes_out=answer.bytes_out,
                position=answer.position,
                streaming=answer.streaming,
            )
            end_request(scope, span, told)
        if body is not None and not answer.closing:
            await body.forget_rest()

    async def _serve(self, scope: Scope, receive: Receive, answer: "_Answer") -> None:
        problem = _refusal(scope) or self._unasked(scope)
        if problem is None:
            handler = self._direct.find(scope)
            if handler is not None:
                await run(handler, scope, receive, answer)
            else:
                await super().__call__(scope, receive, answer)
            return
        scope["state"]["error_code"] = problem.kind.code
        body = problem_body(problem, answer.request_id, self.state)
        headers = [
            (name.lower().encode(), value.encode()) for name, value in problem.headers.items()
        ]
        headers.append((b"content-type", b"application/json"))
        await answer(
            {"type": "http.response.start", "status": problem.kind.status, "headers": headers}
        )
        await answer({"type": "http.response.body", "body": body, "more_body": False})

    def _unasked(self, scope: Any) -> Problem | None:
        """What the framework would take for something else: OPTIONS, which it would answer by
        itself, and a verb behind a colon, which it would take for a part of an id.
        """
        asks_options = scope["method"] == "OPTIONS"
        if not asks_options and (scope["method"] == "POST" or ":" not in scope["path"]):
            return None
        methods: Methods = self.state["methods"]
        allowed = methods.of(scope["path"])
        if scope["method"] in allowed or not (allowed or asks_options):
            return None
        if not allowed:
            return Problem("not_found")
        return Problem("method_not_allowed", headers={"Allow": ", ".join(allowed)})


def _refusal(scope: Scope) -> Problem | None:
    """What is refused before any route is looked for."""
    headers = list(scope["headers"])
    size = sum(len(name) + len(value) + 4 for name, value in headers)
    size += len(scope["path"]) + len(scope["query_string"])
    if size > HEADER_BYTES_MAX or len(headers) > HEADER_COUNT_MAX:
        return Problem("headers_too_large")
    query = scope["query_string"]
    if b"%" in query:
        query = unquote_to_bytes(query)
    if _names_key(query) or _names_key(scope["path"].encode()):
        return Problem(
            "invalid_request", "An API key goes into the Authorization header, never into the URL."
        )
    if scope["http_version"] == "1.1" and not _names_host(headers):
        return _refused("A request of HTTP/1.1 names its host.")
    return _ambiguity(headers)


def _names_key(text: bytes) -> bool:
    return any(mark in text for mark in _KEY_MARKS)


def _names_host(headers: list[tuple[bytes, bytes]]) -> bool:
    """The server hands on an empty one where there was none, and no http URL has an empty one."""
    return any(name.lower() == b"host" and value for name, value in headers)


def _ambiguity(headers: list[tuple[bytes, bytes]]) -> Problem | None:
    """What two readers of one request could understand differently."""
    names = [name.lower() for name, _ in headers]
    once = dict(zip(names, (value for _, value in headers), strict=True))
    if len(once) < len(names):
        for name in SINGLE_HEADERS:
            if names.count(name) > 1:
                return _refused(f"The {name.decode()} header is sent more than once.")
    coding = once.get(b"transfer-encoding")
    if coding is None:
        return None
    if coding.strip().lower() != b"chunked":
        return _refused("The only transfer coding here is chunked.")
    if b"content-length" in once:
        return _refused("A request has a Content-Length or a Transfer-Encoding, not both.")
    return None


def _refused(message: str) -> Problem:
    """The connection ends as well: what follows on it cannot be told from the body."""
    return Problem("invalid_request", message, headers={"Connection": "close"})


class _Answer:
    """Adds the headers that every answer carries, whoever made it, and notes the status."""

    def __init__(
        self, send: Send, state: dict[str, Any], body: Incoming | None, *, bodiless: bool
    ) -> None:
        self._send = send
        self._state = state
        self._body = body
        self._bodiless = bodiless
        self.request_id: str = state["request_id"]
        self.status = 0
        self.bytes_out = 0
        self.position: int | None = None
        self.streaming = False
        self.closing = False

    @property
    def begun(self) -> bool:
        return self.status != 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = list(message.get("headers") or [])
            headers += [
                (name.lower().encode(), value.encode())
                for name, value in self._state.get("headers", {}).items()
            ]
            present = {name.lower(): value for name, value in headers}
            self._note(present)
            headers += [header for header in DEFAULT_HEADERS if header[0] not in present]
            headers += self._farewell(present)
            headers += [*SECURITY_HEADERS, (b"x-request-id", self.request_id.encode())]
            message["headers"] = headers
        elif message["type"] == "http.response.body":
            if self._bodiless:
                message["body"] = b""
            self.bytes_out += len(message.get("body", b""))
        await self._send(message)

    def _farewell(self, present: dict[bytes, bytes]) -> list[tuple[bytes, bytes]]:
        """Says that the connection ends with this answer, where it does and nobody said so."""
        self.closing = b"connection" in present
        if self.closing or self._body is None or not self._body.ends_connection:
            return []
        self.closing = True
        return [(b"connection", b"close")]

    def _note(self, headers: dict[bytes, bytes]) -> None:
        """What the line about this request tells of its answer."""
        position = headers.get(b"xavira-position", b"")
        if position.isdigit():
            self.position = int(position)
        if headers.get(b"content-type", b"").startswith(b"text/event-stream"):
            self.streaming = True
            metrics.more("xavira_http_streams", 1)
