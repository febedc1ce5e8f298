"""Charts: drawn from the books, the same bytes every time."""

from datetime import date
from typing import Any

import psycopg
import pytest

from adapters.reports.charts import CHARTS, ChartFormat, NothingToDraw, draw_chart

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


@pytest.mark.parametrize("name", list(CHARTS))
def test_an_empty_period_draws_nothing(name: str, finance: Finance) -> None:
    """Instead of empty axes there is a sentence."""
    with pytest.raises(NothingToDraw):
        draw_chart(finance, name, "svg", start=date(2024, 1, 1), until=date(2024, 2, 1))
