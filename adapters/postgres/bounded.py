"""Connections on which nobody waits for ever.

A server that stands still keeps no time limit of its own and closes nothing, and its machine goes
on to acknowledge what is sent to it. So whoever waits looks at a clock: a connection whose answer
does not come in its time is lost, as it is when the server dies.
"""

import contextlib
import select
import time
from collections.abc import Iterator
from typing import Any, TypeVar

import psycopg
from psycopg import AsyncConnection, Connection
from psycopg.abc import PQGen
from psycopg.errors import IdleInTransactionSessionTimeout, error_from_result
from psycopg.pq import TransactionStatus
from psycopg.pq.abc import PGconn, PGresult

STANDS_STILL = "the database does not answer"

ANSWER_SECONDS_MAX = 35.0
"""More than any statement may take: a server that says nothing for so long has stopped."""

LOOK_SECONDS_MAX = 5.0
"""How often a loop looks for how long it has waited."""

TURN_SECONDS = 0.1
"""psycopg's own: how often a wait looks for Ctrl-C."""

Answer = TypeVar("Answer")


class BoundedConnection(Connection[Any]):
    """For threads. `patience_seconds` is how long each answer is waited for."""

    patience_seconds: float = ANSWER_SECONDS_MAX

    def wait(
        self, gen: PQGen[Answer], interval: float = TURN_SECONDS, timeout: float | None = None
    ) -> Answer:
        """As psycopg's, and not for ever. Raises psycopg.OperationalError."""
        if timeout is not None:
            return super().wait(gen, interval, timeout)
        with _losing(self.pgconn, self.patience_seconds):
            return super().wait(gen, interval, self.patience_seconds)


class BoundedAsyncConnection(AsyncConnection[Any]):
    """For event loops."""

    patience_seconds: float = ANSWER_SECONDS_MAX

    async def wait(
        self,
        gen: PQGen[Answer],
        interval: float = TURN_SECONDS,
        timeout: float | None = None,  # noqa: ASYNC109 - the library's own
    ) -> Answer:
        """As psycopg's, and not for ever. Raises psycopg.OperationalError."""
        if timeout is not None:
            return await super().wait(gen, interval, timeout)
        with _losing(self.pgconn, self.patience_seconds):
            return await super().wait(gen, interval, self.patience_seconds)


def patience_of(connection: Connection[Any]) -> float:
    """How long who waits on libpq itself waits for an answer, in seconds."""
    if isinstance(connection, BoundedConnection):
        return connection.patience_seconds
    return ANSWER_SECONDS_MAX


def answer_of(server: PGconn, *, patience_seconds: float) -> PGresult:
    """The result of the one statement that was sent to libpq itself.

    The thread waits without Python's lock. Raises psycopg.OperationalError, after which the
    connection is of no use any more; one that stands still is ended.
    """
    deadline = time.monotonic() + patience_seconds
    while server.flush():
        _wait_until(server, select.POLLIN | select.POLLOUT, deadline)
        server.consume_input()
    last = None
    while True:
        while server.is_busy():
            _wait_until(server, select.POLLIN, deadline)
            server.consume_input()
        result = server.get_result()
        if result is None:
            break
        last = result
    if last is None:
        raise psycopg.OperationalError("the connection is lost")
    return last


def server_error(result: PGresult, *, encoding: str) -> psycopg.Error:
    """What the server answered with, as psycopg tells it, but for a session that it has ended."""
    error = error_from_result(result, encoding=encoding)
    return _ended(error) if isinstance(error, IdleInTransactionSessionTimeout) else error


def _wait_until(server: PGconn, events: int, deadline: float) -> None:
    poller = select.poll()
    poller.register(server.socket, events)
    if not poller.poll(max(0.0, deadline - time.monotonic()) * 1000):
        server.finish()
        raise psycopg.OperationalError(STANDS_STILL)


@contextlib.contextmanager
def _losing(server: PGconn, patience_seconds: float) -> Iterator[None]:
    """Tells that the connection is lost, whoever gave it up: we, or the server."""
    since = time.monotonic()
    try:
        yield
    except IdleInTransactionSessionTimeout as error:
        raise _ended(error) from error
    except psycopg.OperationalError as error:
        if _is_lost(server, since, patience_seconds):
            raise psycopg.OperationalError(STANDS_STILL) from error
        raise


def _ended(error: IdleInTransactionSessionTimeout) -> psycopg.OperationalError:
    """A process that stood still in a transaction has lost its connection. psycopg counts this
    among the faults of the server, where nobody looks for it.
    """
    return psycopg.OperationalError(str(error))


def _is_lost(server: PGconn, since: float, patience_seconds: float) -> bool:
    """Whether the answer did not come in its time; then the connection is ended. Other errors of
    this kind leave it well.
    """
    if server.transaction_status != TransactionStatus.ACTIVE:
        return False
    if time.monotonic() - since < patience_seconds:
        return False
    server.finish()
    return True
