"""`xavira projections`: how far each one is, and a rebuild while everything runs."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import click
import psycopg
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from adapters import deployment
from adapters.cli.app import WholeSentencesGroup, console, print_json, print_table, settings_with
from adapters.eventstore.gc_tuning import tune_garbage_collector
from adapters.eventstore.log_reader import LogReader
from adapters.postgres.connections import book_schema, connect
from adapters.settings import Settings
from domain.ids import Book
from projections.checkpoints import Lag, lags
from projections.rebuild import RebuildRefused, Rebuilt, SwapTimedOut, projection_named, rebuild
from projections.registry import PROJECTIONS

WORK_ROLE = "xavira_work"
BOOK = click.option(
    "--book",
    type=click.Choice(("live", "test")),
    default="live",
    show_default=True,
    help="test: what xav_test_ keys did.",
)


def register(group: click.Group) -> None:
    group.add_command(projections)


@click.group(cls=WholeSentencesGroup)
def projections() -> None:
    """Read models: every row comes from the log and may be rebuilt at any time."""


@projections.command("list")
@BOOK
@click.option("--json", "as_document", is_flag=True, help="Print one JSON document.")
def list_projections(book: Book, as_document: bool) -> None:
    """How far behind the log each one is, and which stopped at an event they could not apply."""
    url = deployment.database_url(settings_with())
    with connect(url, role=WORK_ROLE, book=book) as connection:
        known = lags(connection)
    if as_document:
        print_json(known)
        return
    columns = ("projection", "position", "events behind", "seconds behind", "state", "tables")
    table = Table(*columns, title=f"{book} book")
    for lag in known:
        tables = ", ".join(PROJECTIONS[lag.name].tables) if lag.name in PROJECTIONS else ""
        behind = (f"{lag.lag:,}", f"{lag.lag_seconds:,.1f}")
        table.add_row(lag.name, f"{lag.position:,}", *behind, _state(lag), tables)
    print_table(table)


def _state(lag: Lag) -> Text:
    if lag.error is None:
        return Text(lag.state)
    return Text.assemble(("stopped", "bold"), f" at {lag.error_position}: {lag.error}")


@projections.command("rebuild")
@click.argument("name")
@BOOK
@click.option("--fresh", is_flag=True, help="Forget what an interrupted rebuild has done so far.")
@click.option("--check", is_flag=True, help="Only compare with the live rows, and change nothing.")
def rebuild_projection(name: str, book: Book, fresh: bool, check: bool) -> None:
    """Make every row of a projection anew, compare, and swap; reads and writes go on.

    Ctrl-C cancels between two batches; the next rebuild goes on from there.
    """
    settings = settings_with()
    tune_garbage_collector()
    try:
        projection_named(name)
        done = _rebuilt(settings, name, book, fresh=fresh, swap=not check)
    except (RebuildRefused, SwapTimedOut) as refusal:
        raise click.ClickException(str(refusal)) from refusal
    console().print(_told(done, check=check))
    if check and done.differences:
        raise click.exceptions.Exit(1)


def _rebuilt(settings: Settings, name: str, book: Book, *, fresh: bool, swap: bool) -> Rebuilt:
    stop = threading.Event()
    url = deployment.database_url(settings)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with (
        owner_of_tables(settings, book) as owner,
        closing(LogReader(url, role=WORK_ROLE, book=book)) as log,
        Progress(*columns, TimeRemainingColumn(), console=console()) as progress,
    ):
        bar = progress.add_task(f"rebuild {name}", total=None)

        def advance(position: int, target: int) -> None:
            progress.update(bar, completed=position, total=target)

        with ThreadPoolExecutor(max_workers=1) as thread:
            running = thread.submit(
                rebuild,
                name,
                owner,
                log.read,
                stop=stop,
                progress=advance,
                swap=swap,
                fresh=fresh,
                read_topics=log.read,
            )
            try:
                return running.result()
            except KeyboardInterrupt:
                stop.set()
                return running.result()


def owner_of_tables(settings: Settings, book: Book) -> psycopg.Connection[Any]:
    """Only the tables' owner may make new ones and drop the old ones."""
    options = f"-c search_path={book_schema(book)} -c timezone=UTC"
    return psycopg.connect(deployment.owner_url(settings), autocommit=True, options=options)


def _told(done: Rebuilt, *, check: bool) -> str:
    rows = f"{done.differences:,} rows differ" if done.differences else "no row differs"
    if check:
        return f"{done.name} at {done.position:,}: {rows} from the log."
    if done.swapped:
        return f"{done.name} is rebuilt and in use, at {done.position:,}; {rows} from before."
    return f"{done.name}: canceled at {done.position:,}; the next rebuild goes on from there."
