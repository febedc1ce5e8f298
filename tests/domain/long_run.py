"""Millions of random operations of the state machine in one run, outside the test suite.

    python -m tests.domain.long_run --operations 10000000 --seed 1

Each episode is a fresh ledger with the rules of `test_ledger_machine`, driven by a seeded random
generator. A violation stops the run and prints the seed and the operations that led to it.
"""

import random
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import Any

import click
from rich.progress import Progress

from tests.domain.test_ledger_machine import LedgerMachine

EPISODE_OPERATIONS = 200
EPISODES_TOGETHER = 50
WEIGHTS = {"submit": 5, "complete": 3, "end": 3}
CHECK_EVERY = 10
"""All books are compared after every tenth operation and at the end of each episode."""


class Violation(Exception):
    """The books disagreed; the message has the seed and what led to it."""


def _sample(strategy: Any, draw: random.Random) -> Any:
    """A value of the few kinds of strategy that the machine's rules are written with."""
    strategy = getattr(strategy, "wrapped_strategy", strategy)
    kind = type(strategy).__name__
    if kind == "SampledFromStrategy":
        return draw.choice(strategy.elements)
    if kind == "IntegersStrategy":
        return draw.randint(strategy.start, strategy.end)
    assert kind == "BooleansStrategy", kind
    return draw.random() < 0.5


def episode(seed: str) -> int:
    """Plays one episode; returns how many operations it had. Raises Violation."""
    draw = random.Random(seed)
    machine = LedgerMachine()
    played: list[str] = []
    rules = [rule for rule in machine.rules for _ in range(WEIGHTS.get(_name(rule), 1))]
    try:
        machine.open_accounts()
        for number in range(EPISODE_OPERATIONS):
            rule = draw.choice(rules)
            given = {name: _sample(s, draw) for name, s in rule.arguments.items()}
            played.append(f"{_name(rule)}({given})")
            rule.function(machine, **given)
            if number % CHECK_EVERY == CHECK_EVERY - 1:
                machine.all_books_agree()
        machine.teardown()
    except Exception as error:
        raise Violation(f"seed {seed}: {error!r} after\n" + "\n".join(played)) from error
    return EPISODE_OPERATIONS


def _name(rule: Any) -> str:
    return str(rule.function.__name__)


def episodes(seeds: list[str]) -> int:
    """Plays several episodes in one process."""
    return sum(episode(seed) for seed in seeds)


@click.command()
@click.option("--operations", default=1_000_000, show_default=True, type=click.IntRange(1))
@click.option("--seed", default=1, show_default=True)
@click.option("--processes", default=1, show_default=True, type=click.IntRange(1, 64))
def main(operations: int, seed: int, processes: int) -> None:
    """Plays random operations and compares the books until all are played or one is wrong."""
    together = EPISODE_OPERATIONS * EPISODES_TOGETHER
    groups = range(-(-operations // together))
    began = time.monotonic()
    done = 0
    with ProcessPoolExecutor(processes) as pool, Progress() as progress:
        task = progress.add_task("operations", total=operations)
        running = [
            pool.submit(episodes, [f"{seed}/{group}/{n}" for n in range(EPISODES_TOGETHER)])
            for group in groups
        ]
        for finished in as_completed(running):
            done += finished.result()
            progress.update(task, completed=done)
    seconds = time.monotonic() - began
    click.echo(f"{done} operations, seed {seed}, 0 violations, {done / seconds:.0f} a second")


if __name__ == "__main__":
    main()
