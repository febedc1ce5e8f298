"""What goes through a whole log: rebuilds, reports, verification; seconds, speed, peak memory."""

import shutil
from collections.abc import Callable, Iterable
from itertools import count
from typing import LiteralString

import msgspec
import psycopg

from adapters.bench.server import Server
from adapters.bench.tasks import Done, Task, export_folder, run_task
from adapters.reports.catalogue import TITLES
from adapters.simulation.writing import write_simulation

SEED = 1
REBUILT = ("balances", "statements", "journal")
REPEATED = 2
"""A report is made so often, and must be the same bytes each time."""

PRELOADED = "preloaded"
PROGRESS_EVENTS = 1_000_000

_BEHIND: LiteralString = """
    SELECT EXISTS (
        SELECT FROM unnest(%s::text[]) AS wanted (name)
        LEFT JOIN xavira_live.projection_checkpoints AS checkpoint
            ON checkpoint.name = wanted.name AND checkpoint.position = (
                SELECT coalesce(max(notification_id), 0) FROM xavira_live.stored_events
            )
        WHERE checkpoint.name IS NULL
    )
"""

Told = Callable[[str], None]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One task and what it took."""

    title: str
    done: Done

    @property
    def per_second(self) -> float:
        return self.done.events / self.done.seconds


def preload(server: Server, events: int, told: Told) -> None:
    """Fills the log with a simulated year, unless an earlier measurement did so in this folder.

    Raises LogNotEmpty where it was filled with another number of events.
    """
    mark = server.folder / PRELOADED
    if not events or (mark.exists() and mark.read_text() == str(events)):
        return
    told(f"simulate {events:,} events")
    steps = count(PROGRESS_EVENTS, PROGRESS_EVENTS)
    next_step = next(steps)

    def progress(position: int) -> None:
        nonlocal next_step
        if position >= next_step:
            told(f"simulated {position:,} of {events:,} events")
            next_step = next(steps)

    write_simulation(server.owner, events=events, seed=SEED, progress=progress, indexes_later=True)
    mark.write_text(str(events))


def bring_up(server: Server, told: Told) -> None:
    """Rebuilds the projections that later measures read, where they are behind the log."""
    with psycopg.connect(server.owner) as connection:
        row = connection.execute(_BEHIND, (list(REBUILT),)).fetchone()
    if row is None or row[0]:
        measure_rebuild(server, told)


def measure_rebuild(server: Server, told: Told) -> list[Line]:
    return _lines(server, [(f"rebuild {name}", "rebuild", name) for name in REBUILT], told)


def measure_reports(server: Server, told: Told) -> list[Line]:
    """Needs the journal. Each report twice."""
    tasks = [(f"report {name}", "report", name) for name in TITLES for _ in range(REPEATED)]
    return _lines(server, tasks, told)


def measure_verify(server: Server, told: Told) -> list[Line]:
    """Seals first, then verifies live, exports and verifies the export, in each format."""
    tasks = [("seal what is new", "seal", ""), ("verify, live", "verify", "")]
    lines = _lines(server, tasks, told)
    for kind, title in (("parquet", "Parquet"), ("jsonl", "JSONL")):
        tasks = [
            (f"export, {title}", "export", kind),
            (f"verify the {title} export", "verify-export", kind),
        ]
        lines += _lines(server, tasks, told)
        shutil.rmtree(export_folder(server.folder, kind))
    return lines


def _lines(server: Server, tasks: Iterable[tuple[str, str, str]], told: Told) -> list[Line]:
    lines = []
    for title, what, name in tasks:
        told(title)
        task = Task(
            what=what,
            name=name,
            owner=server.owner,
            login=server.login,
            folder=str(server.folder),
        )
        lines.append(Line(title=title, done=run_task(task)))
    return lines
