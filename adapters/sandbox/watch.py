"""Runs the back end of the test book only while there is something to do in it.

`work` watches the test book's log; the work itself is done by a process of its own at low
priority, so that no test request ever shares an interpreter, a thread or a queue with live work.
That process ends by itself when nothing was to do for a while. Between the two costs one query a
second.
"""

import asyncio
import contextlib
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any, LiteralString, Protocol

import psycopg
import structlog
from psycopg import AsyncConnection, sql

from adapters.devstack.child import ChildFailed
from adapters.devstack.role import Role
from adapters.postgres.bounded import BoundedAsyncConnection
from adapters.postgres.connections import conninfo, log_channel
from adapters.postgres.locks import TEST_BOOK
from adapters.sandbox.outputs import OUTPUT_AGE
from adapters.settings import Settings, environment_of

ROLE = "xavira_work"
POLL_SECONDS = 1.0
BROKEN_SECONDS = 5.0
STOP_SECONDS = 10.0
IDLE_SECONDS = 300.0
"""How long the process of the test book stays when there is nothing to do."""

_NEEDED: LiteralString = """
    SELECT EXISTS (SELECT FROM dispatch_queue)
        OR EXISTS (
            SELECT FROM generations
            WHERE NOT output_deleted AND finished_at < now() - %(output_age)s
                AND output_key IS NOT NULL
        )
        OR EXISTS (SELECT FROM removals WHERE due_at < now() + interval '5 s')
        OR EXISTS (SELECT FROM webhook_routes WHERE enabled AND due_at < now() + interval '5 s')
        OR head.position > least(
            coalesce((SELECT min(position) FROM reaction_checkpoints), 0),
            coalesce((SELECT min(position) FROM projection_checkpoints), 0)
        )
    FROM (SELECT coalesce(max(notification_id), 0) AS position FROM stored_events) AS head
"""

_log = structlog.get_logger(__name__)


def sandbox_child(settings: Settings) -> Role:
    """`xavira sandbox` as a child whose lines are ours; it dies with us, whatever we die of."""
    return Role(
        "sandbox",
        [sys.executable, "-m", "adapters", "sandbox"],
        environment=lambda: {**os.environ, **environment_of(settings)},
        working_folder=Path.cwd(),
        on_line=_pass_on,
        stop_seconds=STOP_SECONDS,
        death_signal=signal.SIGKILL,
    )


def _pass_on(_: str, line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Process(Protocol):
    """What is started, looked after and stopped: `adapters.devstack.role.Role`."""

    def start(self) -> bool: ...

    def poll(self) -> int | None: ...

    def stop(self) -> None: ...


class SandboxWatch:
    """Owns the process: none outlives the watch. `run` belongs on the main thread."""

    def __init__(self, database_url: str, process: Process) -> None:
        self._database_url = database_url
        self._process = process
        self._running = False
        self._start_at = 0.0

    async def run(self, stop: asyncio.Event) -> None:
        """Watches until `stop` is set; whatever is in its way is waited for: live work goes on."""
        try:
            while not stop.is_set():
                try:
                    async with await _session(self._database_url) as connection:
                        await self._watch(connection, stop)
                except (psycopg.Error, ChildFailed, OSError) as error:
                    _log.warning("the test book has to wait", error=repr(error))
                    await _pause(stop)
        finally:
            if self._running:
                await asyncio.to_thread(self._process.stop)

    async def _watch(self, connection: AsyncConnection[Any], stop: asyncio.Event) -> None:
        await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(log_channel("test"))))
        while not stop.is_set():
            if self._startable() and await leads(connection) and await needed(connection):
                self._process.start()
                self._running = True
            async for _ in connection.notifies(timeout=POLL_SECONDS, stop_after=1):
                pass
            await _pause(stop, POLL_SECONDS / 10)

    def _startable(self) -> bool:
        """Not while it runs, and not at once after it broke."""
        if self._running and (status := self._process.poll()) is not None:
            self._running = False
            if status != 0:
                _log.error("the process of the test book broke", status=status)
                self._start_at = time.monotonic() + BROKEN_SECONDS
        return not self._running and time.monotonic() >= self._start_at


async def stop_when_idle(
    database_url: str, stop: asyncio.Event, *, idle_seconds: float = IDLE_SECONDS
) -> None:
    """In the process of the test book: returns when nothing was to do for so long."""
    idle = 0.0
    while idle < idle_seconds and not stop.is_set():
        await _pause(stop)
        try:
            async with await _session(database_url) as connection:
                busy = await needed(connection)
        except psycopg.OperationalError:
            busy = True
        idle = 0.0 if busy else idle + POLL_SECONDS


async def needed(connection: AsyncConnection[Any]) -> bool:
    """Whether the test book has open work, bytes to remove, or events nobody has followed."""
    row = await (await connection.execute(_NEEDED, {"output_age": OUTPUT_AGE})).fetchone()
    return row is not None and bool(row[0])


async def leads(connection: AsyncConnection[Any]) -> bool:
    """Taken again it is still held once; it goes with the session."""
    cursor = await connection.execute(
        "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted"
        " AND (classid, objid, objsubid) = (%s, %s, %s) AND pid = pg_backend_pid())"
        " OR pg_try_advisory_lock(%s)",
        (*TEST_BOOK.place, *TEST_BOOK.numbers),
    )
    row = await cursor.fetchone()
    return row is not None and bool(row[0])


async def _session(database_url: str) -> AsyncConnection[Any]:
    return await BoundedAsyncConnection.connect(
        conninfo(database_url, role=ROLE, book="test"), autocommit=True
    )


async def _pause(stop: asyncio.Event, seconds: float = POLL_SECONDS) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
