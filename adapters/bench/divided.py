"""Durable debits through several processes at once, each with accounts of its own.

So it is behind a balancer that sends one key's requests to one process. Accounts are dealt out by
rank, to and fro, so that each process has as much to do as the others.
"""

import gc
import multiprocessing
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing.connection import Connection

from adapters.bench.append import Load, open_customers
from adapters.bench.baseline import Speed, speed_of
from adapters.eventstore import PostgresLedger
from adapters.eventstore.gc_tuning import tune_garbage_collector
from adapters.vault import MasterKey, PostgresVault

STOP_SECONDS_MAX = 10.0


class Divided:
    """The processes, by what leads to each of them."""

    def __init__(self, ends: list[Connection]) -> None:
        self._ends = ends
        self.processes = len(ends)

    def wait(self) -> None:
        """Until each has opened its accounts. Raises EOFError when one has ended."""
        for end in self._ends:
            end.recv()

    def run(self, *, in_flight: int, seconds: float) -> Speed:
        """Keeps `in_flight` requests waiting, as many in each. Raises EOFError as `wait` does."""
        for end in self._ends:
            end.send((in_flight // self.processes, seconds))
        milliseconds = [waited for end in self._ends for waited in end.recv()]
        return speed_of(milliseconds, seconds=seconds)


@contextmanager
def divided(login: str, master_key: bytes, *, processes: int, accounts: int) -> Iterator[Divided]:
    """Starts them; they end with the block, and with this process."""
    spawning = multiprocessing.get_context("spawn")
    with ExitStack() as stack:
        ends = []
        for number in range(processes):
            ours, theirs = spawning.Pipe()
            ranks = ranks_of(number, processes=processes, accounts=accounts)
            arguments = (login, master_key, ranks, theirs)
            process = spawning.Process(target=_load, args=arguments, daemon=True)
            process.start()
            theirs.close()
            stack.callback(process.join, STOP_SECONDS_MAX)
            ends.append(ours)
        for end in ends:  # on the way out they are closed first, which the processes hear
            stack.callback(end.close)
        yield Divided(ends)


def ranks_of(number: int, *, processes: int, accounts: int) -> list[int]:
    """The ranks, from 1, of the accounts of one process."""
    turns = [*range(processes), *reversed(range(processes))]
    return [rank for rank in range(1, accounts + 1) if turns[(rank - 1) % len(turns)] == number]


def _load(login: str, master_key: bytes, ranks: list[int], end: Connection) -> None:
    """What each process does until nobody wants anything of it any more."""
    key = MasterKey(master_key)
    vault = PostgresVault(login, key, role="xavira_api")
    vault.start()
    tune_garbage_collector()
    try:
        with PostgresLedger(login, role="xavira_api") as ledger, suppress(EOFError):
            load = Load(ledger, vault, open_customers(ledger, key, len(ranks)), ranks=ranks)
            load.meet_everybody()
            gc.collect()
            end.send(None)
            while True:
                in_flight, seconds = end.recv()
                end.send(load.waits(spread=True, in_flight=in_flight, seconds=seconds))
    finally:
        vault.close()
