"""`xavira bench`: speed is measured here and nowhere else; no test asserts a time."""

from pathlib import Path

import click
from rich.progress import Progress
from rich.table import Table

from adapters.bench.machine import this_machine
from adapters.bench.overhead import ENGINE, STAGES, Overhead, measure_overhead, percentile
from adapters.cli.app import console, settings_with

PAGES = Path("docs/benchmarks")
LARGEST = 3


def register(group: click.Group) -> None:
    group.add_command(bench)


@click.group()
def bench() -> None:
    """Measure this machine; every command prints a table and can write a page."""


@bench.command("overhead")
@click.option("--requests", default=200, show_default=True, type=click.IntRange(10, 10_000))
@click.option("--write", is_flag=True, help="Write docs/benchmarks/overhead.md.")
def bench_overhead(requests: int, write: bool) -> None:
    """What the platform adds to one image, stage by stage, at one client."""
    with Progress(console=console()) as progress:
        task = progress.add_task("images", total=requests)
        overhead = measure_overhead(
            settings_with(), requests, lambda done: progress.update(task, completed=done)
        )
    console().print(_overhead_table(overhead))
    if write:
        path = PAGES / "overhead.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_overhead_page(overhead, requests))
        console().print(str(path))


def _rows(overhead: Overhead) -> list[tuple[str, float, float]]:
    return [
        (name, percentile(overhead.stage(number), 50), percentile(overhead.stage(number), 95))
        for number, name in enumerate(STAGES)
    ]


def _overhead_table(overhead: Overhead) -> Table:
    table = Table("stage", "p50 ms", "p95 ms", title="One image, one client")
    for name, p50, p95 in _rows(overhead):
        table.add_row(name, f"{p50:.2f}", f"{p95:.2f}")
    totals = overhead.totals
    table.add_row(
        "[bold]overhead[/] (total - engine)",
        f"{percentile(totals, 50):.2f}",
        f"{percentile(totals, 95):.2f}",
    )
    return table


def _overhead_page(overhead: Overhead, requests: int) -> str:
    rows = _rows(overhead)
    own = [row for number, row in enumerate(rows) if number != ENGINE]
    largest = sorted(own, key=lambda row: -row[1])[:LARGEST]
    total = percentile(overhead.totals, 50)
    share = sum(row[1] for row in own) / total
    lines = [
        "# Platform overhead of one image",
        "",
        "Time between a request and its 201, less the engine's own time. One client, one request",
        "after another, everything on one machine: API, ledger, queue, NATS, consumer, storage.",
        "",
        *this_machine().lines(),
        f"- `xavira bench overhead --requests {requests} --write`, sketch engine, 896x1152 PNG",
        "",
        f"**p50 {total:.1f} ms, p95 {percentile(overhead.totals, 95):.1f} ms.**"
        f" The stages below account for {share:.0%} of p50.",
        "",
        "| stage | p50 ms | p95 ms |",
        "| --- | --- | --- |",
        *(f"| {name} | {p50:.2f} | {p95:.2f} |" for name, p50, p95 in rows),
        "",
        "The three largest costs: "
        + "; ".join(f"{name} ({p50:.1f} ms)" for name, p50, _ in largest)
        + ".",
        "",
    ]
    return "\n".join(lines)
