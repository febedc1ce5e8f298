"""Charts: drawn from the books, the same bytes every time."""

import io
import re
from datetime import date
from typing import Any
from xml.etree import ElementTree

import psycopg
import pytest
from PIL import Image

from adapters.postgres.connections import connect
from adapters.reports.charts import (
    CHARTS,
    COLOURS,
    ChartFormat,
    NothingToDraw,
    draw_chart,
    every_day,
    every_month,
)
from adapters.simulation.writing import write_simulation
from projections.rollups import JournalBehind
from tests.adapters.reports.conftest import advance

Finance = psycopg.Connection[Any]

START, UNTIL = date(2025, 1, 1), date(2025, 10, 1)
FIRST_BYTES: dict[ChartFormat, bytes] = {"svg": b"<?xml", "png": b"\x89PNG"}


@pytest.mark.parametrize("name", list(CHARTS))
@pytest.mark.parametrize("to", ["svg", "png"])
def test_a_chart_is_the_same_picture_twice(name: str, to: ChartFormat, finance: Finance) -> None:
    """Neither date nor chance is in the file."""
    drawn = draw_chart(finance, name, to, start=START, until=UNTIL)
    assert drawn.startswith(FIRST_BYTES[to])
    assert draw_chart(finance, name, to, start=START, until=UNTIL) == drawn


def test_a_drawing_says_what_it_is(finance: Finance) -> None:
    """An SVG is an image with a title that is text, for those who do not see its letters."""
    drawn = draw_chart(finance, "credit-liability", "svg", start=START, until=UNTIL)
    svg = ElementTree.fromstring(drawn)
    space = "{http://www.w3.org/2000/svg}"
    assert svg.get("role") == "img"
    assert svg[0].tag == f"{space}title"
    assert svg[0].text == "What customers are owed"


@pytest.mark.parametrize("name", list(CHARTS))
def test_a_single_day_can_be_seen(name: str, finance: Finance) -> None:
    """The first day of a new installation is a picture, and not empty axes."""
    drawn = draw_chart(finance, name, "png", start=date(2025, 3, 6), until=date(2025, 3, 7))
    with Image.open(io.BytesIO(drawn)) as image:
        colours = image.convert("RGB").getcolors(maxcolors=1_000_000)
        assert colours is not None
        first = tuple(bytes.fromhex(COLOURS[0].removeprefix("#")))
        filled = sum(count for count, colour in colours if colour == first)
        assert filled > image.width * image.height / 100


def test_days_and_months_without_a_booking_are_shown() -> None:
    """A line from one booking to the next would tell of credits and pictures that were not."""
    assert every_day([date(2025, 2, 27), date(2025, 3, 1)]) == [
        date(2025, 2, 27),
        date(2025, 2, 28),
        date(2025, 3, 1),
    ]
    assert every_month({date(2024, 12, 1), date(2025, 2, 1)}) == [
        date(2024, 12, 1),
        date(2025, 1, 1),
        date(2025, 2, 1),
    ]


def test_each_currency_has_a_panel_of_its_own(books_url: str) -> None:
    """Yen are not more than euros because there are more of them; what has no room is named."""
    options = "-c search_path=xavira_live"
    with psycopg.connect(books_url, autocommit=True, options=options) as connection:
        try:
            for unit in ("JPY", "GBP", "CHF"):
                connection.execute(
                    "INSERT INTO journal_days SELECT day, fact, %s, debit, credit, lot_kind, cause,"
                    " amount * 100, entries, events FROM journal_days WHERE unit = 'EUR'"
                    " AND credit = 'revenue'",
                    (unit,),
                )
            drawn = draw_chart(connection, "revenue", "svg", start=START, until=UNTIL).decode()
        finally:
            connection.execute("DELETE FROM journal_days WHERE unit IN ('JPY', 'GBP', 'CHF')")
    told = re.findall("<!-- (.*by month.*) -->", drawn)
    assert told == [
        "CHF by month (UTC)",
        "EUR by month (UTC)",
        "GBP by month (UTC)",
        "JPY by month (UTC); also earned in USD",
    ]


@pytest.mark.parametrize("name", list(CHARTS))
def test_an_empty_period_draws_nothing(name: str, finance: Finance) -> None:
    """Instead of empty axes there is a sentence."""
    with pytest.raises(NothingToDraw):
        draw_chart(finance, name, "svg", start=date(2024, 1, 1), until=date(2024, 2, 1))


def test_what_the_journal_lacks_is_not_drawn(migrated: str) -> None:
    """A month that is over is drawn whole or not at all, like every report about it."""
    write_simulation(migrated, events=500, seed=4, progress=lambda position: None)
    advance(migrated, 5)
    with connect(migrated, role="xavira_api") as connection, pytest.raises(JournalBehind):
        draw_chart(connection, "usage", "svg", start=START, until=date(2025, 3, 1))
