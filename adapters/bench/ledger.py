"""The write path beside hand-written SQL: same server, same minutes, same durable rows.

Runs of the two alternate, and every second round goes backwards, so that a disk in a bad mood and
whatever the first run after a checkpoint pays hurt both; each figure is the median of its rounds,
and what is compared is the ratio.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import msgspec

from adapters.bench.append import Load, open_customers
from adapters.bench.baseline import Baseline, Speed, median_of
from adapters.bench.divided import Divided, divided
from adapters.bench.server import Server
from adapters.eventstore import PostgresLedger
from adapters.eventstore.gc_tuning import tune_garbage_collector
from adapters.vault import PostgresVault

ACCOUNTS = 10_000
CLIENTS = (8, 32, 64)
IN_FLIGHT = (64, 256)
PROCESSES = 2
EVENTS_PER_DEBIT = 4
"""Of a lived-in log: what the baseline's table is filled with is so much smaller than the log."""

REQUEST_BYTES = 1_317
"""What our two events of one request hold; the baseline's entry holds as much."""

Told = Callable[[str], None]
Run = tuple[str, int]
"""`baseline`, `ledger` or `divided`, and how many at once."""

HOT: Sequence[Run] = (
    ("baseline", CLIENTS[0]),
    ("ledger", IN_FLIGHT[0]),
    ("baseline", CLIENTS[1]),
    ("ledger", IN_FLIGHT[1]),
    ("baseline", CLIENTS[2]),
)
SPREAD: Sequence[Run] = (
    *HOT[:3],
    *[("divided", in_flight) for in_flight in IN_FLIGHT],
    *HOT[3:],
)
ALONE = ("pgbench", "python", "ledger")
Item = TypeVar("Item")


class Contest(msgspec.Struct, frozen=True, kw_only=True):
    """One distribution of accounts. Keys are clients of pgbench, and requests in flight.

    `divided` are several processes of ours; one hot account cannot be divided.
    """

    accounts: str
    baseline: dict[int, Speed]
    ledger: dict[int, Speed]
    divided: dict[int, Speed]

    @property
    def best(self) -> Speed:
        """The baseline's best of all its client counts."""
        return max(self.baseline.values(), key=lambda speed: speed.per_second)

    def ratio(self, ours: Speed) -> float:
        return ours.per_second / self.best.per_second


class Sides(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to measure; each keeps its accounts for all rounds."""

    baseline: Baseline
    load: Load
    others: Divided


class WritePath(msgspec.Struct, frozen=True, kw_only=True):
    """`bare` is one caller of pgbench who inserts one row, `plain` the same in Python through the
    driver that we use; `single` is one caller of ours.
    """

    preloaded: int
    rounds: int
    seconds: float
    bare: Speed
    plain: Speed
    single: Speed
    contests: list[Contest]


def measure_write_path(
    server: Server, *, preloaded: int, seconds: float, rounds: int, told: Told
) -> WritePath:
    """Runs everything `rounds` times for `seconds` each on a server that was preloaded."""
    told("fill the baseline's tables")
    entries = max(ACCOUNTS, preloaded // EVENTS_PER_DEBIT)
    baseline = Baseline(server, accounts=ACCOUNTS, entries=entries, request_bytes=REQUEST_BYTES)
    key = server.master_key_bytes
    with divided(server.login, key, processes=PROCESSES, accounts=ACCOUNTS) as others:
        others.wait()
        with loaded(server, told) as load:
            sides = Sides(baseline=baseline, load=load, others=others)
            return _rounds(server, sides, preloaded, seconds, rounds, told)


@contextmanager
def loaded(server: Server, told: Told) -> Iterator[Load]:
    """New customers of one process's ledger, which has met them all; everything else has settled.

    Both sides' tables are vacuumed, analysed and written out alike.
    """
    told(f"open {ACCOUNTS:,} accounts")
    vault = PostgresVault(server.login, server.master_key, role="xavira_api")
    vault.start()
    tune_garbage_collector()
    try:
        with PostgresLedger(server.login, role="xavira_api") as ledger:
            load = Load(ledger, vault, open_customers(ledger, server.master_key, ACCOUNTS))
            load.meet_everybody()
            told("vacuum and analyse")
            server.analyse()
            gc.collect()
            yield load
    finally:
        vault.close()


def _rounds(
    server: Server,
    sides: Sides,
    preloaded: int,
    seconds: float,
    rounds: int,
    told: Told,
) -> WritePath:
    alone: dict[str, list[Speed]] = {name: [] for name in ALONE}
    runs: dict[tuple[bool, Run], list[Speed]] = {}
    for number in range(rounds):
        round_of = f"round {number + 1} of {rounds}"
        server.settle()
        for name in in_turn(ALONE, number):
            told(f"{round_of}: one caller, {name}")
            alone[name].append(_alone(name, sides, seconds))
        for spread in (True, False):
            server.settle()
            for run in in_turn(SPREAD if spread else HOT, number):
                told(f"{round_of}: {'spread' if spread else 'hot'}, {run[0]} {run[1]}")
                speed = _run(run, sides, spread=spread, seconds=seconds)
                runs.setdefault((spread, run), []).append(speed)
    return WritePath(
        preloaded=preloaded,
        rounds=rounds,
        seconds=seconds,
        bare=median_of(alone["pgbench"]),
        plain=median_of(alone["python"]),
        single=median_of(alone["ledger"]),
        contests=[
            Contest(
                accounts=name,
                baseline=_medians(runs, spread, "baseline"),
                ledger=_medians(runs, spread, "ledger"),
                divided=_medians(runs, spread, "divided"),
            )
            for spread, name in ((True, f"{ACCOUNTS:,}, Zipf"), (False, "one, hot"))
        ],
    )


def _medians(
    runs: dict[tuple[bool, Run], list[Speed]], spread: bool, side: str
) -> dict[int, Speed]:
    """Of one side, by how many were at once."""
    return {
        at_once: median_of(speeds)
        for (among, (name, at_once)), speeds in sorted(runs.items())
        if among == spread and name == side
    }


def in_turn(runs: Sequence[Item], number: int) -> Iterable[Item]:
    """Forwards in one round, backwards in the next."""
    return reversed(runs) if number % 2 else runs


def _alone(name: str, sides: Sides, seconds: float) -> Speed:
    match name:
        case "pgbench":
            return sides.baseline.bare_commits(seconds=seconds)
        case "python":
            return sides.baseline.bare_commits_in_python(seconds=seconds)
        case _:
            return sides.load.run(spread=False, in_flight=1, seconds=seconds)


def _run(run: Run, sides: Sides, *, spread: bool, seconds: float) -> Speed:
    side, at_once = run
    match side:
        case "baseline":
            return sides.baseline.debits(spread=spread, clients=at_once, seconds=seconds)
        case "divided":
            return sides.others.run(in_flight=at_once, seconds=seconds)
        case _:
            return sides.load.run(spread=spread, in_flight=at_once, seconds=seconds)
