"""`xavira ledger balance`: what an account has, or had at any position or time."""

from datetime import UTC, datetime
from uuid import UUID

import click
from rich.table import Table

from adapters import deployment
from adapters.cli.app import ACCOUNT, console, print_json, print_table, settings_with
from adapters.cli.operator import ledger
from adapters.postgres.connections import connect
from domain.ids import AccountId
from projections.as_of import AsOf, NotYet, balance_as_of, moment_of_position, moment_of_time


class Moment(click.ParamType[int | datetime]):
    """A position in digits, or a time in ISO 8601; one without an offset is in UTC."""

    name = "position|time"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | datetime:
        text = str(value)
        if text.isdecimal():
            return int(text)
        try:
            at = datetime.fromisoformat(text)
            return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(f"{text} is neither a position nor a time like 2026-11-01T00:00:00Z.")


def register(group: click.Group) -> None:
    """The command joins the group `ledger`, which `group` holds already."""
    assert ledger.name in group.commands
    ledger.add_command(balance)


@click.command()
@click.option("--account", required=True, type=click.UUID, help=ACCOUNT)
@click.option("--as-of", type=Moment(), default=None, help="A position, or a time in ISO 8601.")
@click.option("--json", "as_json", is_flag=True, help="Print the balance and its lots as JSON.")
def balance(account: UUID, as_of: int | datetime | None, as_json: bool) -> None:
    """Show the credits and lots of an account, now or as of a position or time.

    Folded from the log alone: the answer for a moment that is past is the same for ever.
    """
    url = deployment.database_url(settings_with())
    with connect(url, role="xavira_work") as connection:
        try:
            moment = (
                moment_of_position(connection, as_of)
                if isinstance(as_of, int)
                else moment_of_time(connection, as_of or datetime.now(UTC))
            )
            found = balance_as_of(connection, AccountId(account), moment)
        except NotYet as missing:
            raise click.ClickException(str(missing)) from missing
    if as_json:
        print_json(found)
    else:
        _show(found)


def _show(found: AsOf) -> None:
    console().print(
        f"{found.available} credits available, {found.booked} booked, {found.in_flight} in flight"
        f" at position {found.position} ({found.at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC).",
        soft_wrap=True,
    )
    table = Table("lot", "kind", "granted", "remaining", "expires", "", box=None)
    for lot in found.lots:
        expires = "never" if lot.expires_at is None else f"{lot.expires_at:%Y-%m-%d %H:%M}"
        revoked = "revoked" if lot.revoked else ""
        table.add_row(
            str(lot.lot_id), lot.kind, str(lot.granted), str(lot.remaining), expires, revoked
        )
    print_table(table)
