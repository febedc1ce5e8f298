"""`xavira bench`: speed is measured here and nowhere else; no test asserts a time."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from adapters.bench import whole_log
from adapters.bench.api import measure_api
from adapters.bench.booking import measure_booking
from adapters.bench.ledger import measure_write_path
from adapters.bench.machine import this_machine
from adapters.bench.moderation import (
    SET_COLUMNS,
    TIME_COLUMNS,
    measure_moderation,
    rows,
    write_page,
)
from adapters.bench.overhead import ENGINE, STAGES, Overhead, measure_overhead, percentile
from adapters.bench.pages import (
    Sheet,
    api_sheet,
    booking_sheet,
    sealing_sheet,
    webhook_sheet,
    whole_log_sheet,
    write_path_sheet,
)
from adapters.bench.sealing import measure_sealing
from adapters.bench.server import Server, served
from adapters.bench.steps import Steps
from adapters.bench.webhooks import measure_webhooks
from adapters.cli.app import WholeSentencesGroup, console, settings_with
from adapters.simulation.writing import LogNotEmpty

PAGES = Path("docs/benchmarks")
LARGEST = 3


def register(group: click.Group) -> None:
    group.add_command(bench)


@click.group(cls=WholeSentencesGroup)
def bench() -> None:
    """Measure this machine; every command prints a table and can write a page."""
    signal.signal(signal.SIGTERM, _end)


def _end(number: int, frame: FrameType | None) -> None:
    """Whoever ends a measurement early leaves no servers and no folder of it behind."""
    sys.exit(128 + number)


@bench.command("overhead")
@click.option(
    "--requests",
    default=200,
    show_default=True,
    type=click.IntRange(10, 10_000),
    help="Images to ask for.",
)
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


@bench.command("moderation")
@click.option(
    "--texts",
    default=500,
    show_default=True,
    type=click.IntRange(10, 10_000),
    help="Texts to time.",
)
@click.option("--write", is_flag=True, help="Write docs/benchmarks/moderation.md.")
def bench_moderation(texts: int, write: bool) -> None:
    """What the prompt gate gets wrong of its sets, and how long it and enhancement take."""
    with console().status("texts") as status:
        measures = measure_moderation(texts, status.update)
    for columns, cells in zip((SET_COLUMNS, TIME_COLUMNS), rows(measures), strict=True):
        table = Table(*columns)
        for row in cells:
            table.add_row(*row)
        console().print(table)
    if write:
        console().print(write_page(measures, f"xavira bench moderation --texts {texts} --write"))


@bench.command("api")
@click.option("--seconds", default=10.0, show_default=True, help="Of one round.")
@click.option("--write", is_flag=True, help="Write docs/benchmarks/api.md.")
def bench_api(seconds: float, write: bool) -> None:
    """The whole API under load, images and reads, everything on this machine."""
    with console().status("start") as status:
        rounds = list(measure_api(settings_with(), seconds=seconds, told=status.update))
    _give(api_sheet(rounds, seconds), f"api --seconds {seconds:g}", write=write)


PRELOAD = click.option(
    "--preload",
    default=1_000_000,
    show_default=True,
    type=click.IntRange(0, 100_000_000),
    help="Simulated events in the log before anything is measured.",
)
SECONDS = click.option(
    "--seconds", default=5.0, show_default=True, type=click.FloatRange(1, 600), help="Of one run."
)
ROUNDS = click.option(
    "--rounds", default=3, show_default=True, type=click.IntRange(1, 99), help="Runs of each kind."
)
WRITE = click.option("--write", is_flag=True, help="Write the page in docs/benchmarks.")


DATA = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep the preloaded server in this folder and go on with it next time.",
)


@bench.command("webhooks")
@click.option(
    "--receivers",
    default=200,
    show_default=True,
    type=click.IntRange(2, 1_000),
    help="Receivers, an endpoint each.",
)
@click.option(
    "--dripping",
    default=5,
    show_default=True,
    type=click.IntRange(1, 100),
    help="Those that never finish an answer.",
)
@click.option(
    "--backlog",
    default=4_000,
    show_default=True,
    type=click.IntRange(100, 1_000_000),
    help="Deliveries that wait at the start.",
)
@click.option(
    "--rate",
    default=50.0,
    show_default=True,
    type=click.FloatRange(1, 1_000),
    help="Events a second, for latency.",
)
@click.option(
    "--seconds", default=10.0, show_default=True, type=click.FloatRange(1, 600), help="Of the rate."
)
@click.option("--write", is_flag=True, help="Write docs/benchmarks/webhooks.md.")
def bench_webhooks(
    receivers: int, dripping: int, backlog: int, rate: float, seconds: float, write: bool
) -> None:
    """Deliveries a second and their latency, without and with receivers that drip for ever."""
    rounds = []
    for bad in (0, dripping):
        with served() as server, console().status(f"{bad} dripping") as status:
            rounds.append(
                measure_webhooks(
                    server,
                    receivers=receivers,
                    dripping=bad,
                    backlog=backlog,
                    rate=rate,
                    seconds=seconds,
                    told=status.update,
                )
            )
    command = (
        f"webhooks --receivers {receivers} --dripping {dripping} --backlog {backlog}"
        f" --rate {rate:g} --seconds {seconds:g}"
    )
    _give(webhook_sheet(rounds, seconds), command, write=write)


@bench.command("ledger")
@PRELOAD
@SECONDS
@ROUNDS
@DATA
@WRITE
def bench_ledger(preload: int, seconds: float, rounds: int, data: Path | None, write: bool) -> None:
    """Durable debits through the real handler, beside hand-written SQL under pgbench."""
    command = f"ledger --preload {preload} --seconds {seconds:g} --rounds {rounds}"
    with _preloaded(preload, data) as (server, told):
        _give(_write_path(server, preload, seconds, rounds, told), command, write=write)


@bench.command("sealing")
@PRELOAD
@SECONDS
@ROUNDS
@DATA
@WRITE
def bench_sealing(
    preload: int, seconds: float, rounds: int, data: Path | None, write: bool
) -> None:
    """What the tree costs beside the append, and how soon an event is under a checkpoint."""
    command = f"sealing --preload {preload} --seconds {seconds:g} --rounds {rounds}"
    with _preloaded(preload, data) as (server, told):
        _give(_sealing(server, seconds, rounds, told), command, write=write)


@bench.command("booking")
@PRELOAD
@SECONDS
@DATA
@WRITE
def bench_booking(preload: int, seconds: float, data: Path | None, write: bool) -> None:
    """Book a backlog of expired lots, alone and beside the append."""
    command = f"booking --preload {preload} --seconds {seconds:g}"
    with _preloaded(preload, data) as (server, told):
        _give(_booking(server, seconds, told), command, write=write)


@bench.command("rebuild")
@PRELOAD
@DATA
@WRITE
def bench_rebuild(preload: int, data: Path | None, write: bool) -> None:
    """Rebuild projections from the whole log, cancelled half-way and swapped under load."""
    with _preloaded(preload, data) as (server, told):
        _give(_rebuilds(server, told), f"rebuild --preload {preload}", write=write)


@bench.command("reports")
@PRELOAD
@DATA
@WRITE
def bench_reports(preload: int, data: Path | None, write: bool) -> None:
    """Every report over the whole journal, twice."""
    with _preloaded(preload, data) as (server, told):
        whole_log.bring_up(server, told)
        _give(_reports(server, told), f"reports --preload {preload}", write=write)


@bench.command("verify")
@PRELOAD
@DATA
@WRITE
def bench_verify(preload: int, data: Path | None, write: bool) -> None:
    """Verify the whole log live and from an export."""
    with _preloaded(preload, data) as (server, told):
        whole_log.bring_up(server, told)
        _give(_verify(server, told), f"verify --preload {preload}", write=write)


@bench.command("all")
@PRELOAD
@SECONDS
@ROUNDS
@DATA
@WRITE
def bench_all(preload: int, seconds: float, rounds: int, data: Path | None, write: bool) -> None:
    """Ledger, sealing, booking, rebuild, reports and verify on one preloaded server."""
    command = f"all --preload {preload} --seconds {seconds:g} --rounds {rounds}"
    with _preloaded(preload, data) as (server, told):
        _give(_write_path(server, preload, seconds, rounds, told), command, write=write)
        _give(_sealing(server, seconds, rounds, told), command, write=write)
        _give(_booking(server, seconds, told), command, write=write)
        for measure in (_rebuilds, _reports, _verify):
            _give(measure(server, told), command, write=write)


@contextmanager
def _preloaded(events: int, data: Path | None) -> Iterator[tuple[Server, Callable[[str], None]]]:
    """A server with a simulated log, and where to say what is being done."""
    with Steps(console()) as steps, served(data) as server:
        try:
            whole_log.preload(server, events, steps.begin)
        except LogNotEmpty as error:
            raise click.ClickException(f"{data} was preloaded otherwise. {error}") from error
        yield server, steps.begin


def _give(sheet: Sheet, command: str, *, write: bool) -> None:
    console().print(sheet.table())
    if write:
        console().print(str(sheet.write(f"xavira bench {command} --write")))


def _write_path(
    server: Server, preloaded: int, seconds: float, rounds: int, told: Callable[[str], None]
) -> Sheet:
    figures = measure_write_path(
        server, preloaded=preloaded, seconds=seconds, rounds=rounds, told=told
    )
    return write_path_sheet(figures)


def _sealing(server: Server, seconds: float, rounds: int, told: Callable[[str], None]) -> Sheet:
    return sealing_sheet(measure_sealing(server, seconds=seconds, rounds=rounds, told=told))


def _booking(server: Server, seconds: float, told: Callable[[str], None]) -> Sheet:
    return booking_sheet(measure_booking(server, seconds=seconds, told=told))


def _rebuilds(server: Server, told: Callable[[str], None]) -> Sheet:
    told_about = [
        "Every row anew from the log into shadow tables, cancelled half-way and gone on with, then",
        "swapped in while a reader looks on. Events are all of the log's, also those that a",
        "projection does not look at. One process; its peak memory is told.",
    ]
    lines = whole_log.measure_rebuild(server, told)
    return whole_log_sheet("rebuild", "Rebuilding projections", told_about, lines)


def _reports(server: Server, told: Callable[[str], None]) -> Sheet:
    told_about = [
        "The whole period of the journal as CSV, each report made twice in processes of their own.",
        "Rows are those of the journal; the found digest is of the file and must repeat.",
    ]
    lines = whole_log.measure_reports(server, told)
    return whole_log_sheet("reports", "Finance reports", told_about, lines)


def _verify(server: Server, told: Callable[[str], None]) -> Sheet:
    told_about = [
        "Live: leaves, tree, checkpoint, positions, versions, money by replay, and projections",
        "against the replay. Export: the same from files, without a database. One process each.",
    ]
    lines = whole_log.measure_verify(server, told)
    return whole_log_sheet("verify", "Verifying a ledger", told_about, lines)


def _rows(overhead: Overhead) -> list[tuple[str, float, float]]:
    """(stage, milliseconds at the median, 95th percentile)."""
    middle = overhead.at_the_median()
    return [
        (name, middle[number], percentile(overhead.stage(number), 95))
        for number, name in enumerate(STAGES)
    ]


def _overhead_table(overhead: Overhead) -> Table:
    table = Table("stage", "at p50, ms", "p95 ms", title="One image, one client")
    for name, p50, p95 in _rows(overhead):
        table.add_row(name, f"{p50:.2f}", f"{p95:.2f}")
    totals = overhead.totals
    table.add_row(
        Text.assemble(("overhead", "bold"), " (total - engine)"),
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
        "The client does little besides: what a general one makes of an answer is not counted.",
        "",
        *this_machine().lines(),
        f"- `xavira bench overhead --requests {requests} --write`, sketch engine, 896x1152 PNG",
        "",
        f"**p50 {total:.1f} ms, p95 {percentile(overhead.totals, 95):.1f} ms.**"
        f" The stages below account for {share:.0%} of p50.",
        "",
        "| stage | at p50, ms | p95 ms |",
        "| --- | --- | --- |",
        *(f"| {name} | {p50:.2f} | {p95:.2f} |" for name, p50, p95 in rows),
        "",
        "The three largest costs: "
        + "; ".join(f"{name} ({p50:.1f} ms)" for name, p50, _ in largest)
        + ".",
        "",
    ]
    return "\n".join(lines)
