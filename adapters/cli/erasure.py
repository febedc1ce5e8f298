"""`xavira accounts erase` and `xavira accounts erased`: forget a person, and list who was."""

import os
from uuid import UUID

import click
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as ProgressBar
from rich.table import Column, Table

from adapters import deployment
from adapters.accounts.erasure import Erased, ErasedBook, Eraser, erasures, unfinished
from adapters.cli.app import NamingCommand, console, print_json, settings_with
from adapters.cli.operator import OPERATOR, accounts
from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from adapters.settings import Settings
from domain.ids import AccountId


def register(group: click.Group) -> None:
    """The commands join the group `accounts`, which `group` holds already."""
    assert accounts.name in group.commands
    for command in (erase, erased):
        accounts.add_command(command)


@click.command(cls=NamingCommand)
@click.option("--account", type=click.UUID, help="The account to erase.")
@click.option("--unfinished", "resume", is_flag=True, help="All erasures that were cut off.")
@click.option("--yes", is_flag=True, help="Do not ask: there is no way back.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
def erase(account: UUID | None, resume: bool, yes: bool, as_json: bool) -> None:
    """Close an account for good and make everything it ever wrote unreadable.

    Open work is canceled and refunded; outputs, e-mail, password and keys are deleted; the ledger
    and its balances stay. Running it again finishes what was cut off.
    """
    if (account is None) != resume:
        raise click.UsageError("Give either --account or --unfinished.")
    settings = settings_with()
    wanted = [account] if account is not None else unfinished(deployment.database_url(settings))
    if wanted and not yes:
        click.confirm(f"Erase {', '.join(map(str, wanted))} for good?", abort=True)
    done = _erase_all(settings, wanted)
    if as_json:
        print_json(done)
        return
    for each in done:
        console().print(
            f"{each.account_id} is erased: {each.canceled} generations canceled,"
            f" {each.deleted} outputs deleted."
        )
    if not done:
        console().print("No erasure is unfinished.")


def _erase_all(settings: Settings, wanted: list[UUID]) -> list[Erased]:
    url = deployment.database_url(settings)
    columns = (TextColumn("erasing"), BarColumn(), MofNCompleteColumn())
    with (
        PostgresLedger(url, role="xavira_work") as ledger,
        PostgresLedger(url, role="xavira_work", book="test") as test_ledger,
        ProgressBar(*columns, transient=True, disable=not os.isatty(1)) as bar,
    ):
        task = bar.add_task("erasing", total=None)
        eraser = Eraser(
            database_url=url,
            ledger=ledger,
            object_store=deployment.object_store(settings),
            actor=OPERATOR,
            progress=lambda at, total: bar.update(task, completed=at, total=total),
            test=ErasedBook(
                book="test",
                ledger=test_ledger,
                object_store=deployment.object_store(settings, "test"),
            ),
            forget_mails=deployment.mailer(settings).forget,
        )
        return [eraser.erase(AccountId(account_id)) for account_id in wanted]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def erased(as_json: bool) -> None:
    """List the accounts that were erased: keep the list, a restored backup must be told again."""
    url = deployment.database_url(settings_with())
    with connect(url, role="xavira_work") as connection:
        known = erasures(connection)
    if as_json:
        print_json(known)
        return
    table = Table(Column("account", no_wrap=True, min_width=36), box=None)
    for heading in ("asked", "key deleted", "finished"):
        table.add_column(heading)
    for each in known:
        times = (each.asked_at, each.erased_at, each.finished_at)
        table.add_row(
            str(each.account_id), *("" if t is None else f"{t:%Y-%m-%d %H:%M}" for t in times)
        )
    console().print(table)
