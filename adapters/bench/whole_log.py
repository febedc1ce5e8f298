"""What goes through a whole log: rebuilds, reports, verification; seconds, speed, peak memory."""

from collections.abc import Callable, Iterable

import msgspec

from adapters.bench.server import Server
from adapters.bench.tasks import Done, Task, run_task
from adapters.reports.catalogue import TITLES
from adapters.simulation.writing import write_simulation

SEED = 1
REBUILT = ("balances", "statements", "journal")
REPEATED = 2
"""A report is made so often, and must be the same bytes each time."""

Told = Callable[[str], None]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One task and what it took."""

    title: str
    done: Done

    @property
    def per_second(self) -> float:
        return self.done.events / self.done.seconds


def preload(server: Server, events: int, told: Told) -> None:
    """Fills the log with a simulated year."""
    if not events:
        return
    told(f"simulate {events:,} events")

    def progress(position: int) -> None:
        if position % 1_000_000 < 5_000:
            told(f"simulated {position:,} of {events:,} events")

    write_simulation(server.owner, events=events, seed=SEED, progress=progress)
    server.analyse()


def measure_rebuild(server: Server, told: Told) -> list[Line]:
    return _lines(server, [(f"rebuild {name}", "rebuild", name) for name in REBUILT], told)


def measure_reports(server: Server, told: Told) -> list[Line]:
    """Needs the journal. Each report twice."""
    tasks = [(f"report {name}", "report", name) for name in TITLES for _ in range(REPEATED)]
    return _lines(server, tasks, told)


def measure_verify(server: Server, told: Told) -> list[Line]:
    """Seals first, then verifies live, exports and verifies the export."""
    tasks = [
        ("seal the whole log at once", "seal", ""),
        ("verify, live", "verify", ""),
        ("export, Parquet", "export", "parquet"),
        ("verify the Parquet export", "verify-export", "parquet"),
    ]
    return _lines(server, tasks, told)


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
