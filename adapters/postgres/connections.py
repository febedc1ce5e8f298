"""How the processes reach PostgreSQL: always as a narrow role, always with time limits.

The login that the database URL names only switches to a role; `xavira_api` may read the log and
append to it, `xavira_work` may also write projections and reactions, `xavira_vault` may delete what
is known of a person and nothing else. None of them may change the log.
"""

import select
from typing import Any, LiteralString, TypedDict

from psycopg import AsyncConnection, Connection
from psycopg.conninfo import make_conninfo
from psycopg_pool import AsyncConnectionPool

from adapters.postgres.bounded import ANSWER_SECONDS_MAX, BoundedConnection
from adapters.postgres.questions import AskedPool
from domain.ids import Book

ROLES = ("xavira_api", "xavira_work", "xavira_vault")
"""Roles of our own processes."""

AUDITOR_ROLE = "xavira_auditor"
"""For an auditor's own login: reads redacted views of the books and nothing else."""

CONNECT_SECONDS_MAX = 5
LOCK_SECONDS_MAX = 3
IDLE_IN_TRANSACTION_SECONDS_MAX = 2
"""Below the lock timeout: a stalled writer is ended before those who wait for it give up."""

STATEMENT_SECONDS_MAX = 30
WHOLE_LOG_STATEMENT_LIMIT = "10min"
WHOLE_LOG_ANSWER_SECONDS_MAX = 605.0
WHOLE_LOG_IDLE_LIMIT = "1min"
TCP_USER_MILLISECONDS_MAX = 10_000


class Planned(TypedDict):
    """How a session plans."""

    plan_cache_mode: str
    enable_seqscan: str
    jit: str


LOOKUPS: Planned = {"plan_cache_mode": "force_generic_plan", "enable_seqscan": "off", "jit": "off"}
"""Settings for a session that asks the same few questions by key, over and over. Each is planned
once: PostgreSQL would plan again for every short array, which costs more than the answer. And it is
planned by index, whatever the tables held at that moment."""


class PlannedPlainly(Planned):
    """How a session plans, bitmaps of an index included."""

    enable_bitmapscan: str


QUEUES: PlannedPlainly = {**LOOKUPS, "enable_bitmapscan": "off"}
"""For tables whose rows live for seconds. Only a plain index scan notes which entries are dead: a
bitmap scan would meet all of them again and again until the next vacuum."""


def book_schema(book: Book) -> str:
    """The schema that holds a book's log, projections and reactions."""
    return f"xavira_{book}"


def log_channel(book: Book) -> str:
    """NOTIFY channel that hints at new events."""
    return f"xavira_log_{book}"


def conninfo(database_url: str, *, role: str, book: Book = "live", **settings: str) -> str:
    """`database_url` with role, search path and time limits. `settings` are more of the like."""
    assert role in ROLES, role
    limits = {
        "role": role,
        "search_path": f"{book_schema(book)},xavira_ground",
        "lock_timeout": f"{LOCK_SECONDS_MAX}s",
        "idle_in_transaction_session_timeout": f"{IDLE_IN_TRANSACTION_SECONDS_MAX}s",
        "statement_timeout": f"{STATEMENT_SECONDS_MAX}s",
        "timezone": "UTC",
    } | settings
    options = " ".join(f"-c {name}={value}" for name, value in limits.items())
    return make_conninfo(
        database_url,
        options=options,
        connect_timeout=CONNECT_SECONDS_MAX,
        tcp_user_timeout=TCP_USER_MILLISECONDS_MAX,
        keepalives=1,
        keepalives_idle=10,
        keepalives_interval=5,
        keepalives_count=3,
    )


def connect(
    database_url: str,
    *,
    role: str,
    book: Book = "live",
    autocommit: bool = True,
    patience_seconds: float = ANSWER_SECONDS_MAX,
    **settings: str,
) -> Connection[Any]:
    """One connection in the given role. Raises psycopg.OperationalError, also later, where an
    answer does not come within `patience_seconds`.
    """
    connection = BoundedConnection.connect(
        conninfo(database_url, role=role, book=book, **settings), autocommit=autocommit
    )
    connection.patience_seconds = patience_seconds
    return connection


def connect_patiently(database_url: str, *, role: str, book: Book = "live") -> Connection[Any]:
    """For commands that go through millions of rows, and take in what they read on the way."""
    return connect(
        database_url,
        role=role,
        book=book,
        patience_seconds=WHOLE_LOG_ANSWER_SECONDS_MAX,
        statement_timeout=WHOLE_LOG_STATEMENT_LIMIT,
        idle_in_transaction_session_timeout=WHOLE_LOG_IDLE_LIMIT,
    )


def async_pool(
    database_url: str,
    *,
    role: str,
    book: Book = "live",
    size_max: int = 8,
    patience_seconds: float = ANSWER_SECONDS_MAX,
    **settings: str,
) -> AskedPool:
    """A pool that is not open yet; its owner opens and closes it. `settings` as in `conninfo`.

    Connections are looked at before they are handed out: those to a server that was restarted are
    replaced, not passed on as errors. One that cannot be made is tried for as long as whoever wants
    it waits, and anew for the next one: the library's pauses would grow with the outage. Whoever
    uses one for longer than `patience_seconds` loses it.
    """
    return AskedPool(
        conninfo(database_url, role=role, book=book, **settings),
        kwargs={"autocommit": True},
        min_size=1,
        max_size=size_max,
        open=False,
        check=look_at,
        timeout=CONNECT_SECONDS_MAX,
        reconnect_timeout=CONNECT_SECONDS_MAX,
        max_waiting=1024,
        patience_seconds=patience_seconds,
    )


async def look_at(connection: AsyncConnection[Any]) -> None:
    """Asks the server whether it is still there, but only when the socket has something to say.

    A server that dies or restarts closes its sockets, and tells an idle client nothing otherwise;
    so silence costs no round trip. Raises psycopg.OperationalError.
    """
    poller = select.poll()
    poller.register(connection.pgconn.socket, select.POLLIN)
    if poller.poll(0):
        await AsyncConnectionPool.check_connection(connection)


def literal(text: str) -> LiteralString:
    """SQL that came from one of our own files, which is as literal as it gets."""
    return text
