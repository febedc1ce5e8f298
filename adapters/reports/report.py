"""What a report is: a period, the checkpoint it stands on, columns, and rows of whole numbers."""

from typing import Any, Literal

import msgspec

from domain.payments.pricing import amount_text
from projections.journal_postings import CREDITS, ENGINE_MS
from projections.rollups import Period

ColumnKind = Literal["text", "count", "amount"]
Cell = str | int

ROWS_MAX = 200_000
"""Rows of one report; the longest is one row for each customer."""


class ReportTooLong(ValueError):
    """A report is whole or there is none: what has more rows than may be is refused, never cut."""


class Column(msgspec.Struct, frozen=True):
    """An `amount` is in the smallest part of what the row's `unit` column names."""

    name: str
    kind: ColumnKind = "text"

    @property
    def title(self) -> str:
        return self.name.replace("_", " ")


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report, before it is turned into bytes."""

    name: str
    title: str
    period: Period
    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]]

    def facts(self) -> list[tuple[str, str]]:
        """What names the report: period, state and checkpoint; where it was cut, if it was."""
        period, signed = self.period, self.period.signed
        tree = "none yet" if signed is None else f"{signed.origin} {signed.tree_size} {signed.root}"
        return [
            ("report", self.name),
            ("from", f"{period.start:%Y-%m-%dT%H:%M:%SZ}"),
            ("to", f"{period.end:%Y-%m-%dT%H:%M:%SZ}"),
            ("closed", "yes" if period.closed else "no"),
            *([] if period.cut is None else [("cut", f"at {period.cut}")]),
            ("positions", f"{period.opening + 1} to {period.closing}"),
            ("checkpoint", tree),
        ]

    def unit_of(self, row: tuple[Cell, ...]) -> str:
        """The unit of a row's amounts; nothing where the report has none."""
        for column, cell in zip(self.columns, row, strict=True):
            if column.name == "unit":
                return str(cell)
        return ""


def whole(rows: list[tuple[Any, ...]], rows_max: int) -> list[tuple[Any, ...]]:
    """The rows, of which one more than `rows_max` was asked for. Raises ReportTooLong."""
    if len(rows) > rows_max:
        raise ReportTooLong(
            f"This report has more than {rows_max:,} rows; ask for a shorter period."
        )
    return rows


def digits_text(amount: int, unit: str) -> str:
    """`1990` EUR as `19.90`; credits and milliseconds as they are."""
    if unit in {CREDITS, ENGINE_MS, ""}:
        return str(amount)
    sign = "-" if amount < 0 else ""
    return sign + amount_text(abs(amount), unit)


def unit_order(unit: str) -> tuple[int, str]:
    """Credits first, then currencies, engine time last."""
    return {CREDITS: 0, ENGINE_MS: 2}.get(unit, 1), unit
