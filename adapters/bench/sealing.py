"""The tree beside the append: what it costs, and how soon an event is under a signed checkpoint.

The same requests run with and without a sealer in a process of its own, as `work` has one. Times
are the database's: from the recording of an event to the signing of the first checkpoint over it.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import psycopg

from adapters.audit.sealer import run_sealer
from adapters.bench.append import Load
from adapters.bench.baseline import Speed, median_of
from adapters.bench.ledger import Told, in_turn, loaded
from adapters.bench.server import Server
from adapters.bench.tasks import WORK_ROLE, Done, Task, run_task, signing_key
from adapters.object_store.checkpoints import FolderCheckpoints
from adapters.postgres.connections import connect

IN_FLIGHT = 64
SIGNED_SECONDS_MAX = 30.0
LOOK_SECONDS = 0.1
STOP_SECONDS_MAX = 30.0

_HEAD = "SELECT coalesce(max(notification_id), 0) FROM xavira_live.stored_events"
_SIGNED = "SELECT coalesce(max(tree_size), 0) FROM xavira_live.audit_checkpoints"
_WAITS = """
    SELECT percentile_cont(ARRAY[0.5, 0.99, 1.0]) WITHIN GROUP (
        ORDER BY extract(epoch FROM signed.signed_at - event.recorded_at)
    )
    FROM xavira_live.stored_events AS event
    CROSS JOIN LATERAL (
        SELECT signed_at FROM xavira_live.audit_checkpoints
        WHERE number = (SELECT max(number) FROM xavira_live.audit_origins)
            AND tree_size >= event.notification_id
        ORDER BY tree_size LIMIT 1
    ) AS signed
    WHERE event.notification_id > %s AND event.notification_id <= %s
"""


class Sealing(msgspec.Struct, frozen=True, kw_only=True):
    """`at_once` is the sealing of everything that was there; the rest is the life beside appends.

    `waits` are seconds from event to signed checkpoint: median, 99th percentile, longest.
    """

    at_once: Done
    without: Speed
    beside: Speed
    sealer_microseconds: float
    waits: tuple[float, float, float]


def measure_sealing(server: Server, *, seconds: float, rounds: int, told: Told) -> Sealing:
    """Seals what is there, then appends with and without the sealer in turn."""
    told("seal the whole log")
    task = Task(
        what="seal", name="", owner=server.owner, login=server.login, folder=str(server.folder)
    )
    at_once = run_task(task)
    with loaded(server, told) as load:
        return _rounds(server, load, at_once, seconds, rounds, told)


def _rounds(
    server: Server, load: Load, at_once: Done, seconds: float, rounds: int, told: Told
) -> Sealing:
    runs: dict[bool, list[Speed]] = {False: [], True: []}
    waits: list[tuple[float, float, float]] = []
    cost: list[float] = []
    for number in range(rounds):
        server.settle()
        for sealed in in_turn((False, True), number):
            told(f"round {number + 1} of {rounds}: {'beside' if sealed else 'without'} the sealer")
            if not sealed:
                runs[sealed].append(_run(load, seconds))
                continue
            speed, microseconds, waited = _beside(server, load, seconds)
            runs[sealed].append(speed)
            cost.append(microseconds)
            waits.append(waited)
    return Sealing(
        at_once=at_once,
        without=median_of(runs[False]),
        beside=median_of(runs[True]),
        sealer_microseconds=sum(cost) / len(cost),
        waits=max(waits, key=lambda waited: waited[1]),
    )


def _run(load: Load, seconds: float) -> Speed:
    return load.run(spread=True, in_flight=IN_FLIGHT, seconds=seconds)


def _beside(
    server: Server, load: Load, seconds: float
) -> tuple[Speed, float, tuple[float, float, float]]:
    """One run with a sealer that is at work: its speed, the sealer's processor time for an event,
    the waits.
    """
    with psycopg.connect(server.owner, autocommit=True) as connection:
        with _sealer(server) as process:
            load.waits(spread=True, in_flight=1, seconds=0)  # one at least, for this sealer to sign
            before = _one(connection, _HEAD)
            _wait_until_signed(connection, before)
            used = _used_seconds(process)
            speed = _run(load, seconds)
            after = _one(connection, _HEAD)
            _wait_until_signed(connection, after)
            used = _used_seconds(process) - used
        row = connection.execute(_WAITS.encode(), (before, after)).fetchone()
    assert row is not None
    p50, p99, longest = row[0]
    return speed, used / (after - before) * 1_000_000, (p50, p99, longest)


def _one(connection: psycopg.Connection[tuple[int, ...]], query: str) -> int:
    row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


def _wait_until_signed(connection: psycopg.Connection[tuple[int, ...]], position: int) -> None:
    deadline = time.monotonic() + SIGNED_SECONDS_MAX
    never = threading.Event()
    while _one(connection, _SIGNED) < position:
        assert time.monotonic() < deadline, "the sealer does not keep up"
        never.wait(LOOK_SECONDS)


def _used_seconds(process: int) -> float:
    """Processor time of a process, as its own and as the kernel's work for it."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _sealer(server: Server) -> Iterator[int]:
    """A process that seals until the block is left; its id."""
    command = [sys.executable, "-m", "adapters.bench.sealing", server.login, str(server.folder)]
    process = subprocess.Popen(command)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(STOP_SECONDS_MAX)


def main() -> None:
    """The sealer's process."""
    login, folder = sys.argv[1:]
    halted = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: halted.set())
    shelf = FolderCheckpoints(Path(folder) / "objects")
    run_sealer(lambda: connect(login, role=WORK_ROLE), signing_key, shelf, halted)


if __name__ == "__main__":
    main()
