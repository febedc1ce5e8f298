"""Payment reconciliation: what came in against what was granted for it, once for each reference."""

from typing import Any

from psycopg import Connection

from adapters.reports.report import Column, Report, whole
from projections.rollups import Period, report_rows

COUNT = Column("payments", "count")
AMOUNT = Column("amount", "amount")


def payments(connection: Connection[Any], period: Period) -> Report:
    """Received, granted and gone back in the period; missing, double and unpaid as of its end."""
    rows = report_rows(connection, "payments", opening=period.opening, closing=period.closing)
    return Report(
        name="payments",
        title="Payment reconciliation",
        period=period,
        columns=(Column("provider"), Column("unit"), Column("line"), COUNT, AMOUNT),
        rows=[(provider, unit or "", *rest) for provider, unit, *rest in rows],
    )


def payment_exceptions(connection: Connection[Any], period: Period, *, rows_max: int) -> Report:
    """Every payment that is missing, double or without money as of the end of the period.

    Raises ReportTooLong.
    """
    limit = rows_max + 1
    rows = report_rows(connection, "payment_exceptions", closing=period.closing, limit=limit)
    columns = (
        *(Column("line"), Column("reference"), Column("account"), Column("unit")),
        *(AMOUNT, Column("position", "count")),
    )
    return Report(
        name="payment-exceptions",
        title="Payments to look at",
        period=period,
        columns=columns,
        rows=whole(rows, rows_max),
    )
