"""The continuous self-check: while `work` runs, a second implementation follows the books.

It compares all accounts slice by slice, each at the position its rows have, over and over, and
between the slices it hashes sealed events again, some tiles at a time, against the tree. It takes
a named share of one processor at most, keeps its results for the operator page, and never stops or
refuses anything: what it finds is for people.
"""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import structlog
from psycopg import Connection

from adapters.audit.sealed_events import SealedEvents
from adapters.postgres.connections import connect
from adapters.postgres.leading import lead_until
from adapters.postgres.locks import SELFCHECK
from projections.balances import DueRow, due_accounts
from projections.books import Finding, finding
from projections.named_sql import named_sql
from projections.projection import Read
from projections.query import Query, fetch_all
from projections.running_books import (
    BOOKS_VERSION,
    READ_EVENTS,
    SLICES,
    RunningBooks,
    compare,
    post_up_to,
    read_slice,
    restored,
)

ROLE = "xavira_work"
INTERVAL_SECONDS = 30.0
"""A look at all accounts takes this long, or longer where it would cost more than its share."""

SHARE_MAX = 0.2
"""Of one processor, while everything is followed: measured 0.3 s a look for 300,000 events, so 10
million fit into a minute."""

CATCH_UP_SHARE_MAX = 0.25
"""Of one processor, while events from before the start are posted."""

SAVE_EVENTS = 50_000
"""Events after which the own books are kept again, so that a restart posts fewer."""

FINDINGS_KEPT_MAX = 100
RESULTS_KEPT_MAX = 1_000
ERASURE_AGE = timedelta(minutes=10)
"""An erasure that was asked for this long ago and is not finished was cut off."""

UNBOOKED_SECONDS_MAX = 600.0
"""An expired lot that was seen for this long with credits in it is one that nobody books; after
`work` was away the booking of all that is due, and the projection of it, take their time."""

_log = structlog.get_logger(__name__)


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One look at all accounts: how far the log was posted, what it took, and what was found.

    `findings` are JSON objects with the fields of `Finding`.
    """

    checked_at: datetime
    position: int
    accounts: int
    seconds: float
    findings: list[dict[str, str]]


class SelfCheck:
    """One process of a deployment does the work, the others wait for its lock."""

    def __init__(
        self,
        *,
        database_url: str,
        read: Read,
        interval_seconds: float = INTERVAL_SECONDS,
        share_max: float = SHARE_MAX,
        unbooked_seconds_max: float = UNBOOKED_SECONDS_MAX,
    ) -> None:
        self._database_url = database_url
        self._read = read
        self._interval_seconds = interval_seconds
        self._share_max = share_max
        self._unbooked_seconds_max = unbooked_seconds_max
        self._unbooked: dict[DueRow, float] = {}
        self._sealed = SealedEvents()
        self._saved_at = 0

    def run(self, halted: threading.Event) -> None:
        """Looks at the books until `halted` is set; no error of its own ends it."""
        lead_until(
            halted,
            "selfcheck",
            SELFCHECK,
            lambda: connect(self._database_url, role=ROLE),
            lambda connection: self._follow(connection, halted),
            look_seconds=self._interval_seconds,
        )

    def _follow(self, connection: Connection[Any], halted: threading.Event) -> None:
        books = self._kept(connection)
        while not halted.is_set():
            self.look(connection, books, halted)
        self._keep(connection, books)

    def _kept(self, connection: Connection[Any]) -> RunningBooks:
        query = named_sql("selfcheck", "load")
        row = connection.execute(query, {"version": BOOKS_VERSION}).fetchone()
        books = RunningBooks() if row is None else restored(row[0])
        self._saved_at = books.position
        return books

    def _keep(self, connection: Connection[Any], books: RunningBooks) -> None:
        if books.found or books.position == self._saved_at:
            return
        body = books.keep()
        if body is not None:
            values = {"version": BOOKS_VERSION, "position": books.position, "body": body}
            connection.execute(named_sql("selfcheck", "save"), values)
            self._saved_at = books.position

    def _catch_up(
        self, connection: Connection[Any], books: RunningBooks, halted: threading.Event
    ) -> None:
        """Posts what the projections have and the books have not, but for the last few events."""
        positions = dict(connection.execute(named_sql("selfcheck", "checkpoints")).fetchall())
        target = min(positions.values(), default=0)
        while target - books.position > READ_EVENTS and not halted.is_set():
            before, started = books.position, time.monotonic()
            post_up_to(books, self._read, books.position + READ_EVENTS)
            if books.position == before:
                return
            rest(halted, time.monotonic() - started, share=CATCH_UP_SHARE_MAX)
            if books.position - self._saved_at >= SAVE_EVENTS * 10:
                self._keep(connection, books)

    def look(
        self, connection: Connection[Any], books: RunningBooks, halted: threading.Event
    ) -> list[Finding]:
        """One look at all accounts; what a slice brings up is told at once, and all at the end."""
        found: list[Finding] = []
        busy_seconds = 0.0
        plan = self._sealed.plan(connection)
        for number in range(SLICES):
            self._catch_up(connection, books, halted)
            if halted.is_set():
                return found
            started = time.monotonic()
            new = compare(books, read_slice(connection, number), self._read)
            for span in plan.spans[number::SLICES]:
                new += self._sealed.compare(connection, plan, span)
            found += new
            if new:
                self._record(connection, books, time.monotonic() - started, new)
            took = time.monotonic() - started
            busy_seconds += took
            pause = self._interval_seconds / SLICES - took
            rest(halted, took, share=self._share_max, seconds_min=pause)
        books.check_endings()
        found += [*books.take_findings(), *_erasures(connection), *self._unbooked_now(connection)]
        self._record(connection, books, busy_seconds, found)
        connection.execute(named_sql("selfcheck", "tidy"), {"kept": RESULTS_KEPT_MAX})
        if books.position - self._saved_at >= SAVE_EVENTS:
            self._keep(connection, books)
        return found

    def _unbooked_now(self, connection: Connection[Any]) -> Iterator[Finding]:
        """Accounts with an expiry that stays unbooked. A projection that rests proves nothing."""
        running = dict(connection.execute(named_sql("selfcheck", "checkpoints")).fetchall())
        query = due_accounts(datetime.now(UTC), limit=FINDINGS_KEPT_MAX)
        rows = fetch_all(connection, query) if "balances" in running else []
        now = time.monotonic()
        self._unbooked = {row: self._unbooked.get(row, now) for row in rows}
        for row, since in self._unbooked.items():
            if now - since >= self._unbooked_seconds_max:
                message = f"credits expired at {row.due_at:%Y-%m-%d %H:%M:%S} UTC are not booked"
                yield finding("expiry_not_booked", row.account_id, message)

    def _record(
        self,
        connection: Connection[Any],
        books: RunningBooks,
        seconds: float,
        found: list[Finding],
    ) -> None:
        facts = {
            "position": books.position,
            "accounts": len(books.balances),
            "seconds": round(seconds, 3),
        }
        if found:
            codes = sorted({each.code for each in found})
            _log.error("the books do not agree", findings=len(found), codes=codes, **facts)
        else:
            _log.debug("the books agree", **facts)
        kept = msgspec.json.encode(found[:FINDINGS_KEPT_MAX]).decode()
        connection.execute(named_sql("selfcheck", "record"), {**facts, "findings": kept})


def _erasures(connection: Connection[Any]) -> Iterator[Finding]:
    """An erasure that was cut off, and one that a restored key store has undone."""
    for row in connection.execute(named_sql("selfcheck", "keys_of_erased")).fetchall():
        yield finding("erased_key_present", row[0], "its data key came back")
    age = {"age": ERASURE_AGE}
    for row in connection.execute(named_sql("selfcheck", "unfinished_erasures"), age).fetchall():
        yield finding("erasure_unfinished", row[0], "run xavira accounts erase --unfinished")


def rest(
    halted: threading.Event, took_seconds: float, *, share: float, seconds_min: float = 0.0
) -> None:
    """Leaves the processor to others, so that the work that took so long is `share` of the time."""
    halted.wait(max(seconds_min, took_seconds * (1 / share - 1)))


def newest(connection: Connection[Any], *, limit: int = 1) -> list[Result]:
    """The latest results, newest first; none before the first look is over."""
    return fetch_all(connection, Query(named_sql("selfcheck", "newest"), {"limit": limit}, Result))
