"""structlog, set up once per process: one structured line per request or message, on stderr.

No prompt, no secret: values under telling names are blanked, and so is anything that looks like a
key of ours, wherever it hides.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Literal

import structlog

from adapters.keys import KEY_PATTERN

SECRET_NAMES = frozenset(
    {"password", "secret", "authorization", "api_key", "prompt", "negative_prompt", "email", "name"}
)
_KEY = re.compile(KEY_PATTERN)


def set_up_logs(
    *, level: str, style: Literal["auto", "json", "console"], role: str | None = None
) -> None:
    """Configures structlog and sends the standard library's warnings the same way."""
    console = style == "console" or (style == "auto" and sys.stderr.isatty())
    renderer: Any = (
        structlog.dev.ConsoleRenderer() if console else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.StackInfoRenderer(),
            *([] if console else [structlog.processors.dict_tracebacks]),
            redact,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, format="%(message)s", handlers=[_Handler()])
    if role is not None:
        structlog.contextvars.bind_contextvars(role=role)


def redact(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Blanks what must not be read in a log."""
    for name, value in event.items():
        if name in SECRET_NAMES:
            event[name] = "***"
        elif isinstance(value, str) and "xav_" in value:
            event[name] = _KEY.sub("xav_***", value)
    return event


class _Handler(logging.Handler):
    """Lines of libraries that log through the standard library."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger(record.name).log(record.levelno, record.getMessage())
