"""`xavira report`: what finance asks of the books, for any period, in any of five formats."""

import sys
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import cast

import click

from adapters import deployment
from adapters.cli.app import WholeSentencesGroup, settings_with
from adapters.postgres.connections import connect
from adapters.reports.catalogue import TITLES, build_report
from adapters.reports.charts import CHARTS, ChartFormat, NothingToDraw, draw_chart
from adapters.reports.formats import FORMATS, Format, render
from adapters.reports.report import ReportTooLong
from adapters.reports.usage import EngineHour, PeriodNotWhole, usage_names
from domain.payments.pricing import CURRENCY_DIGITS, no_currency
from projections.rollups import JournalBehind, PeriodInvalid

REFUSALS = (JournalBehind, PeriodInvalid, PeriodNotWhole, ReportTooLong, NothingToDraw)
BINARY: tuple[Format, ...] = ("xlsx", "parquet")
_USAGE = "generations, credits, engine time and revenue; cost and margin with --engine-hour."
TELLS = {
    "trial-balance": "Opening, debits, credits and closing of every account, by unit.",
    "credit-liability": "What customers are owed, and how it came from opening to closing.",
    "revenue": "Deferred and recognised revenue, breakage and losses, bought credits apart.",
    "refunds": "Credits that came back from work without output, by reason.",
    "usage-by-model": f"Of each model: {_USAGE}",
    "usage-by-day": f"Of each day: {_USAGE}",
    "usage-by-customer": f"Of each customer: {_USAGE}",
    "payments": "What was received, granted and given back; how much is missing or double.",
    "payment-exceptions": "Each payment that is missing, double or without money.",
}
"""One line a report, for the list of them."""

FIRST_DAY = "2000-01-01"


class Moment(click.ParamType[datetime]):
    """A day, or a time with its zone; a day is its midnight in UTC."""

    name = "moment"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value))
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(f"{value} is no day (2026-11-01) and no time (2026-11-01T12:00Z).")


class EngineHourOption(click.ParamType[EngineHour]):
    """`EUR=250`: an hour of engine time costs 250 cents."""

    name = "currency=minor"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> EngineHour:
        currency, _, cost = str(value).partition("=")
        if not (cost.isascii() and cost.isdigit() and currency.isalpha()):
            self.fail(f"{value} is not like EUR=250.")
        if currency.upper() not in CURRENCY_DIGITS:
            self.fail(f"{no_currency(currency.upper())}.")
        return EngineHour(int(cost), currency.upper())


START = click.option(
    "--from", "start", type=Moment(), default=FIRST_DAY, help="First day, or time with zone."
)
END = click.option(
    "--to",
    "end",
    type=Moment(),
    default=None,
    help="Day or time behind the last; tomorrow when left out.",
)


def register(group: click.Group) -> None:
    for name, title in TITLES.items():
        report.add_command(_command(name, title))
    group.add_command(report)


@click.group("report", cls=WholeSentencesGroup)
def report() -> None:
    """Ask the books: balances, liability, revenue, refunds, usage, payments.

    Periods are of recorded time, from the first until before the second moment. A report about a
    period that is over is the same bytes every time.
    """


def _command(name: str, title: str) -> click.Command:
    def run(**given: object) -> None:
        _print_report(name, **given)  # type: ignore[arg-type]

    to = click.option(
        "--format",
        "to",
        type=click.Choice(FORMATS),
        default="table",
        show_default=True,
        help="xlsx and parquet want --out.",
    )
    out = click.option("--out", type=click.Path(path_type=Path), help="Write to a file.")
    at = click.option("--at", type=int, default=None, help="Leave out what is behind a position.")
    hour = click.option(
        "--engine-hour",
        type=EngineHourOption(),
        default=None,
        help="What an hour of engine time costs, like EUR=250 (cents): adds cost and margin.",
    )
    options = [START, END, to, out, hour if name in usage_names() else at]
    told = f"{title} of a period.\n\n{TELLS[name]}"
    command = click.command(name, short_help=TELLS[name], help=told)
    for option in reversed(options):
        run = option(run)
    return command(run)


def _print_report(
    name: str,
    *,
    start: datetime,
    end: datetime | None,
    to: Format,
    out: Path | None,
    at: int | None = None,
    engine_hour: EngineHour | None = None,
) -> None:
    if to in BINARY and out is None and sys.stdout.isatty():
        raise click.ClickException(f"{to} is for files: say where with --out.")
    url = deployment.database_url(settings_with())
    try:
        with connect(url, role="xavira_api") as connection:
            made = build_report(
                connection,
                name,
                start=start,
                end=end or _tomorrow(),
                at=at,
                engine_hour=engine_hour,
            )
    except REFUSALS as refusal:
        raise click.ClickException(str(refusal)) from refusal
    _give(render(made, to), out)


@report.command("chart")
@click.argument("name", type=click.Choice(list(CHARTS)))
@START
@END
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A .svg or .png file.")
def chart(name: str, start: datetime, end: datetime | None, out: Path) -> None:
    """Draw a report as SVG or PNG."""
    suffix = out.suffix.removeprefix(".")
    if suffix not in {"svg", "png"}:
        raise click.ClickException("A chart is written to a file that ends in .svg or .png.")
    url = deployment.database_url(settings_with())
    end = end or _tomorrow()
    if (start.time(), end.time()) != (time.min, time.min):
        raise click.ClickException("A chart is of whole days in UTC: give days without a time.")
    try:
        with connect(url, role="xavira_api") as connection:
            drawn = draw_chart(
                connection, name, cast(ChartFormat, suffix), start=start.date(), until=end.date()
            )
    except REFUSALS as refusal:
        raise click.ClickException(str(refusal)) from refusal
    _give(drawn, out)


def _give(made: bytes, out: Path | None) -> None:
    """A file is whole or as it was: a full disk takes no earlier report."""
    if out is None:
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
        return
    fresh = out.with_name(f"{out.name}.part")
    try:
        fresh.write_bytes(made)
        fresh.replace(out)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise click.ClickException(f"{out} cannot be written: {error.strerror}.") from error


def _tomorrow() -> datetime:
    """Today is in the period; a report that begins nowhere begins with the log."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return today + timedelta(days=1)
