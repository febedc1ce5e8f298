"""What an error of the database means to whoever goes on after it.

Most pass: a server that is away, a lock that others hold. What the database refuses in the same way
each time, as with a full disk, does not; whoever only waits for that waits for ever, unheard.
"""

import psycopg
import structlog

from adapters.telemetry import metrics
from domain.errors import AppendsRefused, TemporarilyUnavailable
from domain.objects import StoreUnavailable

_SESSION_ENDED = ("08", "57P")
"""SQLSTATEs of a connection that is gone, and of a server that stops or starts."""

_PASSING = (*_SESSION_ENDED, "40", "53300", "55P03")
"""More of those that pass: of a transaction that may simply be tried again, of too many
connections, of a lock that others hold.
"""

REFUSED_SECONDS = 10.0
"""Between two tries where the log takes no appends: only an operator can change that."""

_FATAL = ("FATAL", "PANIC")

_log = structlog.get_logger(__name__)


def outcome_unknown(error: psycopg.Error) -> bool:
    """Whether nobody knows if a commit was recorded. One that the server answers with a mere error
    (the log is held, time is up, the disk is full) was not; where the session ends with the error,
    it may have been.
    """
    if error.diag.severity_nonlocalized in _FATAL:
        return True
    if error.sqlstate is None:
        return isinstance(error, psycopg.OperationalError)
    return error.sqlstate.startswith(_SESSION_ENDED)


def is_away(error: BaseException) -> bool:
    """Whether it says that the database or the store is not there or busy, as it may be at any
    time. What the ledger tells of the database counts as that.
    """
    if isinstance(error, TemporarilyUnavailable) and isinstance(error.__cause__, psycopg.Error):
        return is_away(error.__cause__)
    if isinstance(error, psycopg.OperationalError):
        return error.sqlstate is None or error.sqlstate.startswith(_PASSING)
    return isinstance(error, TemporarilyUnavailable | StoreUnavailable | TimeoutError)


def pause_after(error: BaseException, seconds: float) -> float:
    """How long to wait after it what waits so many seconds otherwise."""
    return max(seconds, REFUSED_SECONDS) if isinstance(error, AppendsRefused) else seconds


def tell_waiting(part: str, error: Exception, event: str, **more: str) -> None:
    """Logs that `part` has to wait. What does not pass by itself is an error, and is counted."""
    if is_away(error):
        _log.warning(event, part=part, error=repr(error), **more)
        return
    metrics.count("xavira_part_breaks_total", part)
    _log.error(event, part=part, error=repr(error), **more)
