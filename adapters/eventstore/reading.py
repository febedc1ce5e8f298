"""The connections that streams and the log are read on by threads."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Any

import psycopg


class Reading:
    """One connection, for one thread at a time; it is made when it is needed."""

    def __init__(self, connect: Callable[[], psycopg.Connection[Any]]) -> None:
        self._connect = connect
        self._lock = threading.Lock()
        self._connection: psycopg.Connection[Any] | None = None

    def close(self) -> None:
        """When nobody reads any more."""
        if self._connection is not None:
            self._connection.close()

    @contextlib.contextmanager
    def connection(self) -> Iterator[psycopg.Connection[Any]]:
        """Held until the read is done; the next one gets a new connection where this one was lost.

        Raises psycopg.OperationalError when the database cannot be reached.
        """
        with self._lock:
            if self._connection is None or self._connection.closed:
                self._connection = self._connect()
            try:
                yield self._connection
            except psycopg.OperationalError:
                self._connection.close()
                raise
