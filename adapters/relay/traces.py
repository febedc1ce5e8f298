"""Which trace asked for a piece of work: noted by `serve`, read by the dispatcher, forgotten by the
janitor.

The event log says nothing of traces, so the note lies beside it, and only while tracing is on. A
lost note costs the link between two halves of a trace and nothing else.
"""

import asyncio
import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

import psycopg
import structlog

from adapters.relay.statements import statement
from adapters.telemetry import tracing

_log = structlog.get_logger(__name__)


class TraceParents:
    """Reads on a connection of its own, made when the first one is wanted."""

    def __init__(self, connect: "Callable[[], psycopg.Connection[Any]]") -> None:
        self._connect = connect
        self._connection: psycopg.Connection[Any] | None = None
        self._reading = threading.Lock()

    async def of(self, work_id: UUID) -> str | None:
        """The traceparent of the request, or None."""
        return await asyncio.to_thread(self._read, work_id) if tracing.on() else None

    def _read(self, work_id: UUID) -> str | None:
        with self._reading:
            try:
                if self._connection is None or self._connection.closed:
                    self._connection = self._connect()
                row = self._connection.execute(
                    statement("trace_parent"), {"work_id": work_id}
                ).fetchone()
            except psycopg.Error as error:
                _log.info("trace is not known", error=str(error))
                self.close()
                return None
        return None if row is None else str(row[0])

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
