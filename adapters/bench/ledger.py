"""The write path beside hand-written SQL: same server, same minutes, same durable rows.

Rounds alternate between the two, so that a disk in a bad mood hurts both; each figure is the median
of its rounds, and what is compared is the ratio.
"""

import gc
from collections.abc import Callable

import msgspec

from adapters.bench.append import Load, open_customers
from adapters.bench.baseline import Baseline, Speed, median_of
from adapters.bench.server import Server
from adapters.eventstore import PostgresLedger
from adapters.eventstore.collector import look_seldom
from adapters.vault import PostgresVault

ACCOUNTS = 10_000
ROUNDS = 3
CLIENTS = (8, 32, 64)
IN_FLIGHT = (64, 256)
EVENTS_PER_DEBIT = 4
"""Of a lived-in log: what the baseline's table is filled with is so much smaller than the log."""

REQUEST_BYTES = 1_317
"""What our two events of one request hold; the baseline's entry holds as much."""

Told = Callable[[str], None]


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
    """`bare` is one caller of pgbench who inserts one row, `plain` the same in Python; `single`
    is one caller of ours.
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
    vault = PostgresVault(server.login, server.master_key, role="xavira_api")
    look_seldom()
    try:
        with PostgresLedger(server.login, role="xavira_api") as ledger:
            told(f"open {ACCOUNTS:,} accounts")
            load = Load(ledger, vault, open_customers(ledger, server.master_key, ACCOUNTS))
            load.meet_everybody()
            server.analyse()
            gc.collect()
            return _rounds(server, baseline, load, preloaded, seconds, rounds, told)
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
    bare, plain, single = [], [], []
    runs: dict[tuple[bool, bool, int], list[Speed]] = {}
    for number in range(rounds):
        server.settle()
        told(f"round {number + 1} of {rounds}: one caller")
        bare.append(baseline.bare_commits(seconds=seconds))
        plain.append(baseline.bare_commits_in_python(seconds=seconds))
        single.append(load.run(spread=False, in_flight=1, seconds=seconds))
        for spread in (True, False):
            told(f"round {number + 1} of {rounds}: {'spread' if spread else 'one hot account'}")
            for clients in CLIENTS:
                speed = baseline.debits(spread=spread, clients=clients, seconds=seconds)
                runs.setdefault((False, spread, clients), []).append(speed)
            for in_flight in IN_FLIGHT:
                speed = load.run(spread=spread, in_flight=in_flight, seconds=seconds)
                runs.setdefault((True, spread, in_flight), []).append(speed)
    return WritePath(
        preloaded=preloaded,
        rounds=rounds,
        seconds=seconds,
        bare=median_of(bare),
        plain=median_of(plain),
        single=median_of(single),
        contests=[
            Contest(
                accounts=name,
                baseline={n: median_of(runs[False, spread, n]) for n in CLIENTS},
                ledger={n: median_of(runs[True, spread, n]) for n in IN_FLIGHT},
            )
            for spread, name in ((True, f"{ACCOUNTS:,}, Zipf"), (False, "one, hot"))
        ],
    )
