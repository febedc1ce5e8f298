"""Whether the database has every migration that this version needs: no role works without one.

A newer schema is in nobody's way: a role of an earlier version goes on beside it. Nothing is
applied here, and a database that is away decides nothing until it answers.
"""

import asyncio
import contextlib
import os
import signal
import threading
from collections.abc import Callable, Sequence
from typing import Any

import psycopg
import structlog
from psycopg import Connection

from adapters.composition.master_key import MasterKeyUnfit
from adapters.composition.roles import WORK_ROLE
from adapters.postgres.bounded import BoundedConnection
from adapters.postgres.connections import CONNECT_SECONDS_MAX, connect
from adapters.postgres.migrate import every_migration, missing

LOOK_SECONDS = 1.0
"""Between two looks at a database that is away."""

_log = structlog.get_logger(__name__)


class SchemaOutdated(Exception):
    """The database is older than this version; the message says what to run."""

    def __init__(self, waiting: Sequence[str]) -> None:
        what = "migration is" if len(waiting) == 1 else "migrations are"
        super().__init__(f"{len(waiting)} {what} not applied: run `xavira migrate`.")


def open_newest(database_url: str) -> Connection[Any]:
    """A session of `work`'s role where nothing is missing.

    Raises SchemaOutdated, and psycopg.OperationalError while the database is away.
    """
    try:
        connection = connect(database_url, role=WORK_ROLE)
    except psycopg.OperationalError:
        if _has_no_roles(database_url):
            raise SchemaOutdated(every_migration()) from None
        raise
    try:
        if waiting := missing(connection):
            raise SchemaOutdated(waiting)
    except BaseException:
        connection.close()
        raise
    return connection


def _has_no_roles(database_url: str) -> bool:
    """Whether it answers, and nobody ever migrated anything on this server."""
    try:
        with BoundedConnection.connect(
            database_url, autocommit=True, connect_timeout=CONNECT_SECONDS_MAX
        ) as connection:
            query = "SELECT FROM pg_roles WHERE rolname = %s"
            return connection.execute(query, (WORK_ROLE,)).fetchone() is None
    except psycopg.OperationalError:
        return False


async def has_newest_schema(database_url: str, stop: asyncio.Event) -> bool:
    """Waits until the database answers; False when `stop` was set first. Raises SchemaOutdated."""
    while not stop.is_set():
        try:
            connection = await asyncio.to_thread(open_newest, database_url)
        except psycopg.OperationalError as error:
            _log.warning("the database is waited for", error=str(error))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_SECONDS)
        else:
            connection.close()
            return True
    return False


class LateCheck:
    """For a server that started while the database was away: `check` is asked until it says True.

    A schema that turns out too old, or a master key that does not fit, ends this process as SIGTERM
    does; `end` then raises it. A look that breaks is logged, and the next one follows: nothing goes
    unchecked for it.
    """

    def __init__(self, check: Callable[[], bool], *, look_seconds: float = LOOK_SECONDS) -> None:
        self._check = check
        self._look_seconds = look_seconds
        self._ended = threading.Event()
        self._found: SchemaOutdated | MasterKeyUnfit | None = None

    def begin(self) -> None:
        """Call it when SIGTERM is heeded already."""
        threading.Thread(target=self._look, name="late-check", daemon=True).start()

    def end(self) -> None:
        """Raises SchemaOutdated or MasterKeyUnfit where that is why the server ended."""
        self._ended.set()
        if self._found is not None:
            raise self._found

    def _look(self) -> None:
        """The outermost loop of a thread."""
        while not self._ended.wait(self._look_seconds):
            try:
                if self._check():
                    return
            except (SchemaOutdated, MasterKeyUnfit) as found:
                self._found = found
                os.kill(os.getpid(), signal.SIGTERM)
                return
            except Exception:  # noqa: BLE001 - the thread's outermost loop
                _log.exception("schema and history are not checked yet")
