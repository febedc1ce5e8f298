"""`xavira ledger simulate`: a synthetic ledger for benchmarks and for trying the reports."""

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from adapters import deployment
from adapters.cli.app import console, print_json, settings_with
from adapters.simulation.simulator import EVENTS_MAX, EVENTS_MIN
from adapters.simulation.writing import LogNotEmpty, write_simulation


def register(group: click.Group) -> None:
    ledger = group.commands["ledger"]
    assert isinstance(ledger, click.Group)
    ledger.add_command(simulate)


@click.command("simulate")
@click.option(
    "--events", required=True, type=click.IntRange(EVENTS_MIN, EVENTS_MAX), help="How many."
)
@click.option("--seed", default=1, show_default=True, help="The same seed makes the same ledger.")
@click.option("--json", "as_json", is_flag=True, help="Print events, seed and until as JSON.")
def simulate(events: int, seed: int, as_json: bool) -> None:
    """Fill an empty log with a made-up year of business.

    Nobody can sign in to the accounts it makes. A log that holds an event is left alone.
    """
    url = deployment.owner_url(settings_with())
    columns = (TextColumn("Simulating"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("", total=events)
        try:
            simulated = write_simulation(
                url,
                events=events,
                seed=seed,
                progress=lambda position: progress.update(task, completed=position),
            )
        except LogNotEmpty as refusal:
            raise click.ClickException(str(refusal)) from refusal
    if as_json:
        print_json(msgspec.structs.asdict(simulated))
    else:
        console().print(f"{events:,} events of seed {seed}, until {simulated.until:%Y-%m-%d}.")
