"""The log by position: every event once, in order, woken by NOTIFY and never relying on it."""

import contextlib
import threading
from collections.abc import Iterator
from typing import Any

import psycopg
import structlog
from psycopg import sql

from adapters.eventstore.mapper import EventMapper
from adapters.eventstore.recorder import LedgerDatastore, LedgerRecorder
from adapters.postgres.connections import connect, log_channel
from domain.event import Recorded
from domain.ids import Book

RECONNECT_SECONDS = 0.5
BATCH_EVENTS_MAX = 1000

_log = structlog.get_logger(__name__)


class Follower:
    """Reads on a connection of its own; one follower serves one thread."""

    def __init__(self, database_url: str, *, role: str, book: Book = "live") -> None:
        self._database_url = database_url
        self._role = role
        self._book: Book = book
        self._mapper = EventMapper()
        datastore = LedgerDatastore(database_url, role=role, book=book)
        self._recorder = LedgerRecorder(datastore, book=book)
        self._connection: psycopg.Connection[Any] | None = None

    def batches(
        self,
        after: int,
        *,
        stop: threading.Event,
        limit: int = BATCH_EVENTS_MAX,
        poll_seconds: float = 0.25,
    ) -> Iterator[list[Recorded]]:
        """Yields events after position `after` in order, and [] on every idle poll.

        Ends when `stop` is set (seen within `poll_seconds`). A lost connection is made again.
        A batch that is not full was all there was: what comes later is announced, so it is waited
        for at once.
        """
        batch: list[Recorded] = []
        with contextlib.closing(self):
            while not stop.is_set():
                try:
                    if self._listens and len(batch) < limit:
                        self._wait(poll_seconds)
                    batch = self._read(after, limit)
                except psycopg.OperationalError as error:
                    _log.warning("log is out of reach", error=str(error))
                    self.close()
                    stop.wait(RECONNECT_SECONDS)
                    batch = []
                yield batch
                if batch:
                    after = batch[-1].position

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _read(self, after: int, limit: int) -> list[Recorded]:
        rows = self._recorder.read(self._listening(), after, limit)
        return [self._mapper.to_recorded(notification, at) for notification, at in rows]

    def _wait(self, seconds: float) -> None:
        """LISTEN came before the last read, so no wake-up falls between that one and this wait."""
        for _ in self._listening().notifies(timeout=seconds, stop_after=1):
            pass

    @property
    def _listens(self) -> bool:
        """Whether this connection has been read from, with its LISTEN in force."""
        return self._connection is not None and not self._connection.closed

    def _listening(self) -> psycopg.Connection[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = connect(self._database_url, role=self._role, book=self._book)
            channel = sql.Identifier(log_channel(self._book))
            self._connection.execute(sql.SQL("LISTEN {}").format(channel))
        return self._connection
