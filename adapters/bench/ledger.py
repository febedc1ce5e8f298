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
from adapters.bench.server import Server
from adapters.eventstore import PostgresLedger
from adapters.eventstore.collector import look_seldom
from adapters.vault import PostgresVault

ACCOUNTS = 10_000
CLIENTS = (8, 32, 64)
IN_FLIGHT = (64, 256)
EVENTS_PER_DEBIT = 4
"""Of a lived-in log: what the baseline's table is filled with is so much smaller than the log."""

REQUEST_BYTES = 1_317
"""What our two events of one request hold; the baseline's entry holds as much."""

Told = Callable[[str], None]
Run = tuple[str, int]
"""`baseline` or `ledger`, and how many at once."""

CONTEST: Sequence[Run] = (
    ("baseline", CLIENTS[0]),
    ("ledger", IN_FLIGHT[0]),
    ("baseline", CLIENTS[1]),
    ("ledger", IN_FLIGHT[1]),
    ("baseline", CLIENTS[2]),
)
ALONE = ("pgbench", "python", "ledger")
Item = TypeVar("Item")


class Contest(msgspec.Struct, frozen=True, kw_only=True):
    """One distribution of accounts. Keys are clients of pgbench, and requests in flight."""

    accounts: str
    baseline: dict[int, Speed]
    ledger: dict[int, Speed]

    @property
    def best(self) -> Speed:
        """The baseline's best of all its client counts."""
        return max(self.baseline.values(), key=lambda speed: speed.per_second)

    def ratio(self, in_flight: int) -> float:
        return self.ledger[in_flight].per_second / self.best.per_second


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
    with loaded(server, told) as load:
        return _rounds(server, baseline, load, preloaded, seconds, rounds, told)


@contextmanager
def loaded(server: Server, told: Told) -> Iterator[Load]:
    """New customers of one process's ledger, which has met them all; everything else has settled.

    Both sides' tables are vacuumed, analysed and written out alike.
    """
    told(f"open {ACCOUNTS:,} accounts")
    vault = PostgresVault(server.login, server.master_key, role="xavira_api")
    vault.start()
    look_seldom()
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
    baseline: Baseline,
    load: Load,
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
            alone[name].append(_alone(name, baseline, load, seconds))
        for spread in (True, False):
            server.settle()
            for run in in_turn(CONTEST, number):
                told(f"{round_of}: {'spread' if spread else 'hot'}, {run[0]} {run[1]}")
                speed = _run(run, baseline, load, spread=spread, seconds=seconds)
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
                baseline={n: median_of(runs[spread, ("baseline", n)]) for n in CLIENTS},
                ledger={n: median_of(runs[spread, ("ledger", n)]) for n in IN_FLIGHT},
            )
            for spread, name in ((True, f"{ACCOUNTS:,}, Zipf"), (False, "one, hot"))
        ],
    )


def in_turn(runs: Sequence[Item], number: int) -> Iterable[Item]:
    """Forwards in one round, backwards in the next."""
    return reversed(runs) if number % 2 else runs


def _alone(name: str, baseline: Baseline, load: Load, seconds: float) -> Speed:
    match name:
        case "pgbench":
            return baseline.bare_commits(seconds=seconds)
        case "python":
            return baseline.bare_commits_in_python(seconds=seconds)
        case _:
            return load.run(spread=False, in_flight=1, seconds=seconds)


def _run(run: Run, baseline: Baseline, load: Load, *, spread: bool, seconds: float) -> Speed:
    side, at_once = run
    if side == "baseline":
        return baseline.debits(spread=spread, clients=at_once, seconds=seconds)
    return load.run(spread=spread, in_flight=at_once, seconds=seconds)
