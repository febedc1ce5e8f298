"""Every report by name, and how one is made: in one short snapshot, for any period."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from psycopg import Connection

from adapters.reports import books, payments
from adapters.reports.report import ROWS_MAX, Report
from adapters.reports.usage import EngineHour, PeriodNotWhole, usage, usage_names
from projections.moment import one_moment
from projections.rollups import Period, resolve_period

Builder = Callable[[Connection[Any], Period], Report]

TITLES: dict[str, str] = {
    "trial-balance": "Trial balance",
    "credit-liability": "Credit liability",
    "revenue": "Revenue and breakage",
    "refunds": "Refunds by reason",
    **usage_names(),
    "payments": "Payment reconciliation",
    "payment-exceptions": "Payments to look at",
}


class UnknownReport(LookupError):
    """There is no report of this name."""


def build_report(
    connection: Connection[Any],
    name: str,
    *,
    start: datetime,
    end: datetime,
    at: int | None = None,
    engine_hour: EngineHour | None = None,
    rows_max: int = ROWS_MAX,
) -> Report:
    """The report `name` from `start` until before `end`, with what was recorded up to `at`.

    `engine_hour` prices the engine time of usage reports, which take no `at`. Raises UnknownReport,
    JournalBehind, PeriodInvalid, PeriodNotWhole, ReportTooLong. Needs a connection of its own for a
    moment: it is switched to a snapshot and back.
    """
    builder = _builder(name, engine_hour, rows_max)
    if at is not None and name in usage_names():
        raise PeriodNotWhole("Usage is kept by UTC day: it is not known as of a position.")
    with one_moment(connection, "journal_entries"):
        return builder(connection, resolve_period(connection, start, end, at=at))


def _builder(name: str, engine_hour: EngineHour | None, rows_max: int) -> Builder:
    builders: dict[str, Builder] = {
        "trial-balance": books.trial_balance,
        "credit-liability": books.credit_liability,
        "revenue": books.revenue,
        "refunds": books.refunds,
        "payments": payments.payments,
        "payment-exceptions": partial(payments.payment_exceptions, rows_max=rows_max),
    }
    if name in usage_names():
        return partial(usage, name=name, engine_hour=engine_hour, rows_max=rows_max)
    if name not in builders:
        raise UnknownReport(f"There is no report {name}; there are {', '.join(TITLES)}.")
    return builders[name]
