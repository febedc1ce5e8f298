"""The connections that streams and the log are read on by threads."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Any

import psycopg

from adapters.postgres.watch import Watch


class Reading:
    """One connection, for one thread at a time; it is made when it is needed, and given up when it
    does not answer for `patience_seconds`.
    """

    def __init__(
        self,
        connect: Callable[[], psycopg.Connection[Any]],
        name: str,
        *,
        patience_seconds: float,
    ) -> None:
        self._connect = connect
        self._lock = threading.Lock()
        self._connection: psycopg.Connection[Any] | None = None
        self._watch = Watch(f"{name}-watch", patience_seconds=patience_seconds)

    def start(self) -> None:
        self._watch.start()

    def close(self) -> None:
        """When nobody reads any more."""
        self._watch.close()
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
            self._watch.begin(self._connection)
            try:
                yield self._connection
            except psycopg.OperationalError:
                self._connection.close()
                raise
            finally:
                self._watch.rest()
