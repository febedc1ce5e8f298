"""Reports about usage: what was generated, what it earned, what the engines cost.

Usage is kept by whole UTC days. Engine time is priced by whoever asks: the log knows how long an
engine worked, never what an hour of it costs. Rounding is carried from row to row, so the costs of
every cut of one period sum to the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, time
from typing import Any

import msgspec
from psycopg import Connection

from adapters.reports.report import Cell, Column, Report, whole
from projections.rollups import Period, report_rows

MILLISECONDS_PER_HOUR = 3_600_000
FREE = ""
"""The currency of usage that nobody paid for."""

_KEYS = {
    "usage-by-model": ("Usage and margin by model", ("model", "kind")),
    "usage-by-day": ("Usage and margin by day", ("day", "model")),
    "usage-by-customer": ("Usage and margin by customer", ("account",)),
}


class PeriodNotWhole(ValueError):
    """Usage is kept by UTC day: the period has to begin and end at midnight UTC."""


class EngineHour(msgspec.Struct, frozen=True):
    """What an hour of engine time costs, in minor units of a currency."""

    cost_minor: int
    currency: str


def usage(
    connection: Connection[Any],
    period: Period,
    *,
    name: str,
    engine_hour: EngineHour | None,
    rows_max: int,
) -> Report:
    """One of the three usage reports; the margin is told in the currency of the engine hour only.

    Raises PeriodNotWhole, ReportTooLong.
    """
    for moment in (period.start, period.end):
        if moment.astimezone(UTC).time() != time.min:
            raise PeriodNotWhole("Usage is kept by UTC day: give days without a time.")
    title, keys = _KEYS[name]
    found = report_rows(
        connection,
        name.replace("-", "_"),
        start=period.start.date(),
        until=period.end.date(),
        limit=rows_max + 1,
    )
    columns = (
        *(Column(key) for key in keys),
        Column("unit"),
        Column("generations", "count"),
        Column("credits_paid", "count"),
        Column("credits_free", "count"),
        Column("engine_ms", "count"),
        Column("revenue", "amount"),
        *(() if engine_hour is None else (Column("engine_cost", "amount"), MARGIN)),
    )
    rows = [tuple(row) for row in whole(found, rows_max)]
    if engine_hour is not None:
        rows = list(_with_margin(_in_one_currency(rows, len(keys), engine_hour), engine_hour))
    return Report(name=name, title=title, period=period, columns=columns, rows=rows)


MARGIN = Column("margin", "amount")


def _in_one_currency(
    rows: Iterable[tuple[Any, ...]], keys: int, engine_hour: EngineHour
) -> list[tuple[Any, ...]]:
    """What nobody paid for costs engine time too: it joins the engine hour's currency."""
    joined: dict[tuple[Any, ...], tuple[int, ...]] = {}
    for row in rows:
        unit = engine_hour.currency if row[keys] == FREE else row[keys]
        place = (*row[:keys], unit)
        known = joined.get(place)
        figures = row[keys + 1 :]
        joined[place] = (
            figures
            if known is None
            else tuple(held + more for held, more in zip(known, figures, strict=True))
        )
    return [(*place, *figures) for place, figures in joined.items()]


def _with_margin(
    rows: Iterable[tuple[Any, ...]], engine_hour: EngineHour
) -> Iterator[tuple[Cell, ...]]:
    """Cost and margin beside each row of the engine hour's currency, and nothing beside others."""
    milliseconds, told = 0, 0
    for row in rows:
        *_, currency, _, _, _, engine_ms, revenue = row
        if currency != engine_hour.currency:
            yield (*row, "", "")
            continue
        milliseconds += engine_ms
        cost = engine_hour.cost_minor * milliseconds // MILLISECONDS_PER_HOUR - told
        told += cost
        yield (*row, cost, revenue - cost)


def usage_names() -> Mapping[str, str]:
    """Titles of the usage reports by name."""
    return {name: title for name, (title, _) in _KEYS.items()}
