"""structlog, set up once per process: one structured line per request or message, on stderr.

No prompt, no secret: values under telling names are blanked, and so is anything that looks like a
key of ours, wherever it hides. A traceback has no values of variables: a prompt or a password may
be one of them.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from datetime import UTC, datetime
from typing import Any, BinaryIO, Literal, TextIO, cast

import msgspec
import structlog

from adapters.keys import KEY_PATTERN

NESTING_MAX = 12
SECRET_NAMES = frozenset(
    {"password", "secret", "authorization", "api_key", "prompt", "negative_prompt", "email", "name"}
)
NESTED_SECRET_NAMES = SECRET_NAMES - {"name"}
"""The frames of a traceback have names too."""

_MARKS = (
    *(b"xav_", b"whsec_", b"bearer", b"://", b"password", b"secret"),
    *(f'"{name}":'.encode() for name in sorted(SECRET_NAMES)),
)
"""A line that has none of these, in lower case, has nothing that `redact` would change."""

_HINT = re.compile(r"(?i)xav_|whsec_|bearer|://|password|secret")
_SECRETS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(KEY_PATTERN), "xav_***"),
    (re.compile(r"whsec_[A-Za-z0-9+/=_-]{8,}"), "whsec_***"),
    (re.compile(r"(?i)\bbearer\s+[^\s\"',;]+"), "Bearer ***"),
    (re.compile(r"://[^\s/@:\"']*:[^\s/@\"']*@"), "://***@"),
    (re.compile(r"(?i)\b(password|secret)=\S+"), r"\1=***"),
)
"""API keys, webhook secrets, credentials of a URL and of a database's connection string."""


def set_up_logs(
    *, level: str, style: Literal["auto", "json", "console"], role: str | None = None
) -> None:
    """Configures structlog and sends the standard library's warnings the same way. Every line of
    the process names its role.
    """
    console = style == "console" or (style == "auto" and sys.stderr.isatty())
    traceback = structlog.processors.format_exc_info if console else _TRACEBACKS
    lines: list[Any] = [redact, structlog.dev.ConsoleRenderer()] if console else [_line]
    structlog.configure(
        processors=[structlog.processors.add_log_level, _Placed(role, traceback), *lines],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(cast(TextIO, _Patient(sys.stderr)))
        if console
        else structlog.BytesLoggerFactory(cast(BinaryIO, _Patient(sys.stderr.buffer))),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, format="%(message)s", handlers=[_Handler()])


class _Placed:
    """Adds who says a line and when. One step, because each of structlog's own is a call for every
    request, and most lines have no traceback.
    """

    def __init__(self, role: str | None, traceback: Any) -> None:
        self._role = role
        self._traceback = traceback

    def __call__(
        self, logger: Any, method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        if self._role is not None:
            event.setdefault("role", self._role)
        event["timestamp"] = datetime.now(UTC).isoformat()[:-6] + "Z"
        if "exc_info" in event:
            told: MutableMapping[str, Any] = self._traceback(logger, method, event)
            return told
        return event


class _Patient:
    """A stream that loses what cannot be written: whoever read it is gone, or the disk is full.

    A request or a message must not fail because nobody can be told of it.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def write(self, text: Any) -> None:
        try:  # noqa: SIM105 - for every request, at a tenth of what `suppress` costs
            self._stream.write(text)
        except OSError:
            pass

    def flush(self) -> None:
        try:  # noqa: SIM105
            self._stream.flush()
        except OSError:
            pass


def _line(logger: Any, method: str, event: MutableMapping[str, Any]) -> bytes:
    """Encoded first, and looked through value by value only where a secret may be in it."""
    line = msgspec.json.encode(event, enc_hook=str)
    low = line.lower()
    for mark in _MARKS:
        if mark in low:
            return msgspec.json.encode(redact(logger, method, event), enc_hook=str)
    return line


_TRACEBACKS = structlog.processors.ExceptionRenderer(
    structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
)


def redact(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Blanks what must not be read in a log."""
    for name, value in event.items():
        if name in SECRET_NAMES:
            event[name] = "***"
        else:
            event[name] = _blanked(value, 0)
    return event


def _blanked(value: Any, depth: int) -> Any:
    match value:
        case str():
            if _HINT.search(value) is not None:
                for pattern, instead in _SECRETS:
                    value = pattern.sub(instead, value)
            return value
        case dict() | list() | tuple() if depth >= NESTING_MAX:
            return "..."
        case dict():
            return {
                name: "***" if name in NESTED_SECRET_NAMES else _blanked(item, depth + 1)
                for name, item in value.items()
            }
        case list() | tuple():
            return [_blanked(item, depth + 1) for item in value]
        case None | bool() | int() | float():
            return value
        case _:
            return _blanked(str(value), depth)


class _Handler(logging.Handler):
    """Lines of libraries that log through the standard library."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger(record.name).log(record.levelno, record.getMessage())
