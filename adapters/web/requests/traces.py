"""Notes which trace a piece of work belongs to, for the dispatcher that takes it up later."""

from uuid import UUID

import psycopg
import structlog

from adapters.telemetry import tracing
from adapters.web.dependencies import WebDependencies

_NOTE = """
INSERT INTO trace_parents (work_id, traceparent) VALUES (%s, %s) ON CONFLICT DO NOTHING
"""


async def note_trace(web: WebDependencies, work_id: UUID) -> None:
    """Before the work is recorded, so that nobody can take it up sooner. Never an error."""
    traceparent = tracing.carried().get("traceparent")
    if traceparent is None:
        return
    try:
        async with web.lists.connection() as connection:
            await connection.execute(_NOTE, (work_id, traceparent))
    except psycopg.Error as error:
        structlog.get_logger("adapters.web").info("trace is not noted", error=str(error))
