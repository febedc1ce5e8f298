"""A report as bytes: text table, CSV, JSON, XLSX, Parquet. The same report is the same bytes.

JSON and Parquet hold amounts as whole numbers of the smallest unit; the others spell them with
their point.
"""

import io
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from adapters.csv_lines import csv_line
from adapters.reports.report import Cell, Report, digits_text

Format = Literal["table", "csv", "json", "xlsx", "parquet"]
FORMATS: tuple[Format, ...] = ("table", "csv", "json", "xlsx", "parquet")
MEDIA_TYPES: dict[Format, str] = {
    "table": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}

WORKBOOK_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's own date has no zone
COLUMN_CHARACTERS_MAX = 44


def render(report: Report, to: Format) -> bytes:
    """The report in one format."""
    renderers: dict[Format, Callable[[Report], bytes]] = {
        "table": _table,
        "csv": _csv,
        "json": _json,
        "xlsx": _xlsx,
        "parquet": _parquet,
    }
    return renderers[to](report)


def spelled(report: Report) -> list[list[str]]:
    """Every row as text, amounts with their point."""
    result = []
    for row in report.rows:
        unit = report.unit_of(row)
        result.append(
            [
                digits_text(cell, unit)
                if column.kind == "amount" and isinstance(cell, int)
                else str(cell)
                for column, cell in zip(report.columns, row, strict=True)
            ]
        )
    return result


def _table(report: Report) -> bytes:
    rows = spelled(report)
    titles = [column.title for column in report.columns]
    widths = [max(map(len, cells)) for cells in zip(titles, *rows, strict=True)]

    def line(cells: list[str]) -> str:
        placed = [
            cell.ljust(width) if column.kind == "text" else cell.rjust(width)
            for column, cell, width in zip(report.columns, cells, widths, strict=True)
        ]
        return "  ".join(placed).rstrip()

    facts = [f"{name:<11}{value}" for name, value in report.facts()]
    ruler = "  ".join("-" * width for width in widths)
    text = [report.title, *facts, "", line(titles), ruler, *(line(row) for row in rows)]
    return ("\n".join(text) + "\n").encode()


def _csv(report: Report) -> bytes:
    """Facts first, as comment lines; then a header and the rows."""
    lines = [f"# {name}: {value}\r\n" for name, value in report.facts()]
    lines.append(csv_line(column.name for column in report.columns))
    for row, texts in zip(report.rows, spelled(report), strict=True):
        pairs = zip(row, texts, strict=True)
        lines.append(
            csv_line(Decimal(text) if isinstance(cell, int) else text for cell, text in pairs)
        )
    return "".join(lines).encode()


def _json(report: Report) -> bytes:
    names = [column.name for column in report.columns]
    document = {
        **dict(report.facts()),
        "title": report.title,
        "position": report.period.closing,
        "rows": [dict(zip(names, row, strict=True)) for row in report.rows],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _xlsx(report: Report) -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": report.title, "created": WORKBOOK_CREATED})
    sheet = book.add_worksheet(report.title[:31])
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "bottom": 1})
    sheet.write_string(0, 0, report.title, bold)
    facts = report.facts()
    for number, (name, value) in enumerate(facts, 1):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, value)
    top = len(facts) + 2
    for place, column in enumerate(report.columns):
        sheet.write_string(top, place, column.title, head)
    rows = spelled(report)
    shown = {}
    for number, (row, texts) in enumerate(zip(report.rows, rows, strict=True), top + 1):
        for place, (cell, text) in enumerate(zip(row, texts, strict=True)):
            if not isinstance(cell, int):
                sheet.write_string(number, place, text)
                continue
            decimals = len(text.partition(".")[2])
            if decimals not in shown:
                point = "." + "0" * decimals if decimals else ""
                shown[decimals] = book.add_format({"num_format": "#,##0" + point})
            sheet.write_number(number, place, Decimal(text), shown[decimals])
    for place, column in enumerate(report.columns):
        longest = max([len(column.title), *(len(row[place]) for row in rows)])
        sheet.set_column(place, place, min(longest + 2, COLUMN_CHARACTERS_MAX))
    sheet.freeze_panes(top + 1, 0)
    book.close()
    return out.getvalue()


def _parquet(report: Report) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns: dict[str, pa.Array] = {}
    for place, column in enumerate(report.columns):
        kind = pa.string() if column.kind == "text" else pa.int64()
        cells = [_parquet_cell(row[place]) for row in report.rows]
        columns[column.name] = pa.array(cells, kind)
    table = pa.table(columns).replace_schema_metadata(dict(report.facts()))
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _parquet_cell(cell: Cell) -> Cell | None:
    return None if cell == "" else cell
