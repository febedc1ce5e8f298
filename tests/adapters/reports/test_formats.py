"""Formats: each spells the same figures, and other programs read them."""

import io
import json
from datetime import UTC, datetime

import openpyxl
import pyarrow.parquet
import pytest

from adapters.reports.formats import FORMATS, Format, render
from adapters.reports.report import Column, Report, digits_text
from projections.rollups import Period

REPORT = Report(
    name="sample",
    title="A sample",
    period=Period(
        start=datetime(2026, 1, 1, tzinfo=UTC),
        end=datetime(2026, 2, 1, tzinfo=UTC),
        opening=4,
        closing=9,
        closed=True,
    ),
    columns=(Column("unit"), Column("lot_kind"), Column("items", "count"), Column("sum", "amount")),
    rows=[
        ("credits", "paid", 3, 12_345),
        ("EUR", "paid, old", 12, -1_990),
        ("JPY", "", 1, 50),
    ],
)


def test_a_table_is_for_eyes() -> None:
    """Facts above, text to the left, figures to the right."""
    assert render(REPORT, "table").decode() == (
        "A sample\n"
        "report     sample\n"
        "from       2026-01-01T00:00:00Z\n"
        "to         2026-02-01T00:00:00Z\n"
        "closed     yes\n"
        "positions  5 to 9\n"
        "checkpoint none yet\n"
        "\n"
        "unit     lot kind   items     sum\n"
        "-------  ---------  -----  ------\n"
        "credits  paid           3   12345\n"
        "EUR      paid, old     12  -19.90\n"
        "JPY                     1      50\n"
    )


def test_csv_has_one_header_and_quotes_what_needs_it() -> None:
    """Facts are comments, amounts have their point."""
    lines = render(REPORT, "csv").decode().splitlines()
    assert lines[0] == "# report: sample"
    assert lines[6:] == [
        "unit,lot_kind,items,sum",
        "credits,paid,3,12345",
        'EUR,"paid, old",12,-19.90',
        "JPY,,1,50",
    ]


@pytest.mark.parametrize(
    ("reference", "cell"),
    [("=1+1", "'=1+1"), ("-2;3", '"\'-2;3"'), ("a\nb", '"a\nb"'), ("plain", "plain")],
)
def test_no_text_of_somebody_else_is_a_formula(reference: str, cell: str) -> None:
    """A payer chooses the reference of a payment: as CSV it is defused and quoted, in a workbook it
    is a string; an amount below zero stays a number in both.
    """
    report = Report(
        name="sample",
        title="A sample",
        period=REPORT.period,
        columns=(Column("reference"), Column("unit"), Column("sum", "amount")),
        rows=[(reference, "EUR", -1_990)],
    )
    lines = render(report, "csv").decode().split("\r\n")
    assert lines[6:] == ["reference,unit,sum", f"{cell},EUR,-19.90", ""]
    sheet = openpyxl.load_workbook(io.BytesIO(render(report, "xlsx"))).active
    assert [(each.value, each.data_type) for each in sheet[10]] == [
        (reference, "s"),
        ("EUR", "s"),
        (-19.9, "n"),
    ]


def test_json_keeps_whole_numbers() -> None:
    """Amounts are in the smallest unit, and the position is a number."""
    document = json.loads(render(REPORT, "json"))
    assert document["position"] == 9
    assert document["rows"][1] == {
        "unit": "EUR",
        "lot_kind": "paid, old",
        "items": 12,
        "sum": -1990,
    }


def test_a_workbook_holds_numbers() -> None:
    """A spreadsheet can add the amounts up, and shows as many digits as the unit has."""
    sheet = openpyxl.load_workbook(io.BytesIO(render(REPORT, "xlsx"))).active
    assert [cell.value for cell in sheet[9]] == ["unit", "lot kind", "items", "sum"]
    assert [cell.value for cell in sheet[11]] == ["EUR", "paid, old", 12, -19.9]
    assert sheet["D11"].number_format == "#,##0.00"


def test_parquet_carries_the_facts() -> None:
    """Columns are whole numbers and text; the period is in the schema's metadata."""
    table = pyarrow.parquet.read_table(io.BytesIO(render(REPORT, "parquet")))
    assert table.column("sum").to_pylist() == [12_345, -1_990, 50]
    assert table.schema.metadata[b"positions"] == b"5 to 9"


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_report_is_the_same_bytes(to: Format) -> None:
    """Nothing of the moment of rendering is in the bytes."""
    assert render(REPORT, to) == render(REPORT, to)


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [(5, "EUR", "0.05"), (-5, "EUR", "-0.05"), (1_000, "KWD", "1.000"), (7, "credits", "7")],
)
def test_amounts_have_as_many_digits_as_their_unit(amount: int, unit: str, text: str) -> None:
    """Minor units are spelled digit by digit, without a fraction on the way."""
    assert digits_text(amount, unit) == text
