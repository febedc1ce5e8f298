"""One long task over a whole log, in a process of its own so that its memory can be told.

The parent writes a Task to its standard input and reads a Done from its standard output.
"""

import asyncio
import hashlib
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import psycopg
import structlog

from adapters.audit.export import export_log
from adapters.audit.forks import gate
from adapters.audit.keys import SECRET_BYTES, SigningKey
from adapters.audit.live_check import verify_live
from adapters.audit.origins import current_origin
from adapters.audit.sealer import Sealer
from adapters.eventstore import PostgresLedger
from adapters.eventstore.gc_tuning import tune_garbage_collector
from adapters.eventstore.log_reader import LogReader
from adapters.object_store.checkpoints import FolderCheckpoints
from adapters.postgres.connections import async_pool, connect, connect_patiently
from adapters.relay.booking import book_backlog
from adapters.reports.catalogue import build_report
from adapters.reports.formats import render
from adapters.verifier.export_check import Inputs, verify_export
from adapters.verifier.export_files import Format
from adapters.verifier.verdict import Verdict
from domain.audit.signed_note import PublicKey
from projections import runner
from projections.rebuild import rebuild
from projections.registry import PROJECTIONS

WORK_ROLE = "xavira_work"
FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)
READ_PAUSE_SECONDS = 0.01


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """`what` is one of TASKS; `name` is a projection's, a report's or a format's."""

    what: str
    name: str
    owner: str
    login: str
    folder: str


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """`detail` is the task's own finding: a digest, an exit status, failed reads.

    `processor_seconds` are those of all threads of the process, the server's not among them.
    """

    seconds: float
    processor_seconds: float
    events: int
    peak_megabytes: float
    detail: str


class Finding(msgspec.Struct, frozen=True):
    """What a task found, and how many events it went through."""

    events: int
    detail: str


def run_task(task: Task) -> Done:
    """In a child process. Raises subprocess.CalledProcessError when the task breaks."""
    command = [sys.executable, "-m", "adapters.bench.tasks"]
    done = subprocess.run(
        command, input=msgspec.json.encode(task), stdout=subprocess.PIPE, check=True
    )
    return msgspec.json.decode(done.stdout, type=Done)


def main() -> None:
    """The child. What it logs goes elsewhere than its answer."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    task = msgspec.json.decode(sys.stdin.buffer.read(), type=Task)
    tune_garbage_collector()
    began, used = time.perf_counter(), time.process_time()
    finding = TASKS[task.what](task)
    done = Done(
        seconds=time.perf_counter() - began,
        processor_seconds=time.process_time() - used,
        events=finding.events,
        peak_megabytes=_peak_megabytes(),
        detail=finding.detail,
    )
    sys.stdout.buffer.write(msgspec.json.encode(done))


def _peak_megabytes() -> float:
    """Of this program alone: what getrusage tells begins with what the parent had."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("this kernel tells no VmHWM")


def _rebuild(task: Task) -> Finding:
    """Every row anew, cancelled half-way and gone on with, while a reader looks on."""
    options = "-c search_path=xavira_live -c timezone=UTC"
    with (
        psycopg.connect(task.owner, autocommit=True, options=options) as owner,
        closing(LogReader(task.login, role=WORK_ROLE)) as log,
    ):
        head = _begin_at_head(owner, task.name)
        stop = threading.Event()

        def cancel_half_way(position: int, target: int) -> None:
            if 2 * position > target:
                stop.set()

        def go(stop: threading.Event, progress: Callable[[int, int], None]) -> str:
            done = rebuild(
                task.name, owner, log.read, stop=stop, progress=progress, read_topics=log.read
            )
            return "swapped" if done.swapped else "cancelled"

        with _Reader(task) as reader:
            first = go(stop, cancel_half_way)
            second = go(threading.Event(), lambda position, target: None)
        return Finding(head, f"{first}, then {second}; {reader.told()}")


def _begin_at_head(owner: psycopg.Connection[tuple[object, ...]], name: str) -> int:
    """As if the live projection had come this far: the rebuild follows to where it is."""
    row = owner.execute("SELECT coalesce(max(notification_id), 0) FROM stored_events").fetchone()
    assert row is not None
    assert isinstance(row[0], int)
    runner.start(owner, list(PROJECTIONS.values()), head=row[0])
    statement = "UPDATE projection_checkpoints SET position = %s WHERE name = %s"
    owner.execute(statement, (row[0], name))
    return row[0]


class _Reader:
    """Reads the projection's first table over and over, as the API does, and counts errors."""

    def __init__(self, task: Task) -> None:
        self._table = PROJECTIONS[task.name].tables[0]
        self._login = task.login
        self._halt = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._reads = 0
        self._errors = 0
        self._longest = 0.0

    def __enter__(self) -> "_Reader":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._halt.set()
        self._thread.join()

    def told(self) -> str:
        longest = f"longest {self._longest * 1000:.0f} ms"
        return f"{self._reads:,} reads meanwhile, {self._errors} errors, {longest}"

    def _run(self) -> None:
        query = psycopg.sql.SQL("SELECT * FROM {} LIMIT 10").format(
            psycopg.sql.Identifier(self._table)
        )
        with connect(self._login, role="xavira_api") as connection:
            while not self._halt.wait(READ_PAUSE_SECONDS):
                began = time.perf_counter()
                try:
                    connection.execute(query).fetchall()
                except psycopg.Error:
                    self._errors += 1
                self._reads += 1
                self._longest = max(self._longest, time.perf_counter() - began)


def _report(task: Task) -> Finding:
    """The whole period, as a file; the detail is the file's digest."""
    with connect(task.login, role="xavira_api") as connection:
        end = datetime.now(UTC) + timedelta(days=1)
        midnight = end.replace(hour=0, minute=0, second=0, microsecond=0)
        made = build_report(connection, task.name, start=FIRST_DAY, end=midnight)
        row = connection.execute("SELECT count(*) FROM journal_entries").fetchone()
    assert row is not None
    return Finding(row[0], hashlib.sha256(render(made, "csv")).hexdigest()[:16])


def _seal(task: Task) -> Finding:
    """The tree over what is not sealed yet, and a checkpoint."""
    with connect_patiently(task.login, role=WORK_ROLE) as connection:
        before = _sealed(connection)
        shelf = FolderCheckpoints(Path(task.folder) / "objects")
        Sealer(connection, signing_key, shelf).seal()
        reason = gate(connection)
        assert reason is None, reason
        return Finding(_sealed(connection) - before, "all is under a checkpoint")


def _sealed(connection: psycopg.Connection[tuple[int, ...]]) -> int:
    row = connection.execute("SELECT coalesce(max(tree_size), 0) FROM audit_checkpoints").fetchone()
    assert row is not None
    return row[0]


def _verify_live(task: Task) -> Finding:
    def login() -> psycopg.Connection[tuple[object, ...]]:
        return connect_patiently(task.login, role=WORK_ROLE)

    with login() as connection:
        keys = [_public(connection)]
    return _found(verify_live(login, Inputs(keys=keys)))


def _export(task: Task) -> Finding:
    """The detail is the size of the files."""
    folder = export_folder(Path(task.folder), task.name)
    kind = msgspec.convert(task.name, type=Format)
    with connect_patiently(task.login, role=WORK_ROLE) as connection:
        manifest = export_log(connection, folder, (kind,))
        note = _public(connection).line()
    (Path(task.folder) / "auditor.keys").write_text(note + "\n")
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return Finding(manifest.size, f"{size / 1e6:,.0f} MB")


def _verify_export(task: Task) -> Finding:
    """Without the database: the files and the public key."""
    from adapters.verifier.cli import read_keys

    keys = read_keys(Path(task.folder) / "auditor.keys")
    return _found(verify_export(export_folder(Path(task.folder), task.name), Inputs(keys=keys)))


def _book(task: Task) -> Finding:
    """Books lots that have expired, until nothing is due."""
    return Finding(asyncio.run(_book_all(task.login)), "")


async def _book_all(login: str) -> int:
    with PostgresLedger(login, role=WORK_ROLE) as ledger:
        async with async_pool(login, role=WORK_ROLE) as pool:
            return await book_backlog(ledger, pool)


def export_folder(folder: Path, kind: str) -> Path:
    """Where a format's export goes."""
    return folder / f"export-{kind}"


def _found(verdict: Verdict) -> Finding:
    return Finding(verdict.events, f"status {verdict.exit_status}, {verdict.faults_total} faults")


def signing_key() -> SigningKey:
    """The key of every measured log."""
    return SigningKey(bytes(range(SECRET_BYTES)))


def _public(connection: psycopg.Connection[tuple[object, ...]]) -> PublicKey:
    origin = current_origin(connection)
    assert origin is not None, "nothing was sealed yet"
    return signing_key().public(origin.origin)


TASKS: dict[str, Callable[[Task], Finding]] = {
    "rebuild": _rebuild,
    "report": _report,
    "book": _book,
    "seal": _seal,
    "verify": _verify_live,
    "export": _export,
    "verify-export": _verify_export,
}

if __name__ == "__main__":
    main()
