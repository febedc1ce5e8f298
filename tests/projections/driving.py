"""Ways to put a history into the log and into the projections, and to look at all rows."""

from collections.abc import Sequence
from typing import Any

import msgspec
import psycopg
from psycopg import sql

from domain.event import Recorded
from projections import runner
from projections.generations import GenerationRow, ShownGeneration
from projections.projection import Projection
from projections.registry import PROJECTIONS
from tests.projections.histories import History


def store(connection: psycopg.Connection[Any], log: Sequence[Recorded]) -> None:
    """Writes events into the log as they are, which only its owner may do."""
    connection.execute("SET ROLE NONE")
    with (
        connection.cursor() as cursor,
        cursor.copy(
            "COPY stored_events (originator_id, originator_version, topic, state,"
            " notification_id, recorded_at) FROM STDIN"
        ) as copy,
    ):
        for recorded in log:
            copy.write_row(
                (
                    recorded.stream_id,
                    recorded.version,
                    recorded.event.TOPIC,
                    msgspec.json.encode(recorded.event),
                    recorded.position,
                    recorded.recorded_at,
                )
            )
    connection.execute("RESET ROLE")


def shown(row: GenerationRow) -> ShownGeneration:
    """What a list shows of a row."""
    values = {name: getattr(row, name) for name in ShownGeneration.__struct_fields__}
    return ShownGeneration(**values)


def refuse(stopped: object) -> None:
    """The report of a runner that must not stop anything."""
    raise AssertionError(stopped)


def project(
    connection: psycopg.Connection[Any],
    history: History,
    *,
    size: int = 100,
    projections: Sequence[Projection] = tuple(PROJECTIONS.values()),
) -> None:
    """Runs projections from where they are to the end of the history."""
    ledger = history.ledger
    after = runner.start(connection, projections, head=ledger.head())
    batches = history.batches(size, after)
    runner.run(projections, batches, connection, book="live", read=ledger.read, report=refuse)


def dump(connection: psycopg.Connection[Any]) -> dict[str, list[str]]:
    """Every row of every projection, as sorted text."""
    rows: dict[str, list[str]] = {}
    for projection in PROJECTIONS.values():
        for table in projection.tables:
            query = sql.SQL("SELECT row::text FROM {} AS row").format(sql.Identifier(table))
            rows[table] = sorted(row[0] for row in connection.execute(query))
    return rows
