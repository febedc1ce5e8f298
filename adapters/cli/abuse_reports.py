"""`xavira abuse-reports`: what an operator does to reports that no admin key may do."""

from uuid import UUID

import click

from adapters import deployment
from adapters.accounts.erasure import erase_report
from adapters.cli.app import WholeSentencesGroup, console, settings_with
from adapters.eventstore import PostgresLedger
from domain.enforcement.report import AbuseReport
from domain.ids import ReportId


def register(group: click.Group) -> None:
    group.add_command(abuse_reports)


@click.group("abuse-reports", cls=WholeSentencesGroup)
def abuse_reports() -> None:
    """Look after reports of abuse; reading and closing them is for the admin API."""


@abuse_reports.command("erase")
@click.option(
    "--receipt", required=True, type=click.UUID, help="Id of the report, as its sender got it."
)
@click.option("--yes", is_flag=True, help="Do not ask: there is no way back.")
def erase(receipt: UUID, yes: bool) -> None:
    """Make what a reporter wrote unreadable; that there was a report, and its outcome, stay."""
    url = deployment.database_url(settings_with())
    with PostgresLedger(url, role="xavira_work") as ledger:
        state = ledger.load([receipt]).result()[receipt].state
    if not isinstance(state, AbuseReport):
        raise click.ClickException(f"There is no report {receipt}.")
    if not yes:
        click.confirm(f"Erase the words of report {receipt} for good?", abort=True)
    erase_report(url, ReportId(receipt))
    console().print(f"The words of report {receipt} are erased.")
