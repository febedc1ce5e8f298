"""Three reports that people would rather look at, as SVG or PNG: the same bytes every time."""

import io
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Literal
from xml.sax.saxutils import escape

from psycopg import Connection

from adapters.reports.report import unit_order
from domain.payments.pricing import digits_of
from projections.journal_postings import (
    BREAKAGE,
    CREDITS,
    CUSTOMER,
    CUSTOMER_FREE,
    ENGINE_MS,
    IN_FLIGHT,
    REVENUE,
)
from projections.moment import one_moment
from projections.rollups import daily, report_rows, resolve_period

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ChartFormat = Literal["svg", "png"]
INK, PALE = "#22303c", "#d9dee3"
COLOURS = ("#2f6f8f", "#e0a458", "#6a994e", "#8d5a97", "#bc4b51", "#5b8e7d", "#7a7265")
WIDTH_INCHES, HEIGHT_INCHES, DOTS_PER_INCH = 9.6, 4.8, 150
SERIES_MAX = 6
LEGEND_COLUMNS_MAX = 4
BARS_MIN = 6
"""There is room for so many: a single month is a bar and not a wall."""
TICKS_MAX = 12
PANELS_MAX = 4
"""Currencies that have one; sums of different ones cannot be compared, so none is left out for its
size before there are as many.
"""
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
ROWS_MAX = 200_000


class NothingToDraw(LookupError):
    """The period holds nothing that this chart could show."""


def draw_chart(
    connection: Connection[Any], name: str, to: ChartFormat, *, start: date, until: date
) -> bytes:
    """One of CHARTS for the days from `start` until before `until`.

    Raises NothingToDraw, JournalBehind, PeriodInvalid. Needs a connection for a moment; reads daily
    sums only.
    """
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams["svg.hashsalt"] = name
        figure = Figure((WIDTH_INCHES, HEIGHT_INCHES), dpi=DOTS_PER_INCH, layout="constrained")
        FigureCanvasAgg(figure)
        with one_moment(connection, "journal_entries"):
            resolve_period(connection, _midnight(start), _midnight(until))
            CHARTS[name](figure, connection, start, until)
        for axes in figure.axes:
            _dress(axes)
        out = io.BytesIO()
        metadata = {"Date": None, "Creator": None} if to == "svg" else {"Software": None}
        figure.savefig(out, format=to, metadata=metadata)
    title = figure.axes[0].get_title(loc="left")
    return _named(out.getvalue(), title) if to == "svg" else out.getvalue()


def _named(drawn: bytes, title: str) -> bytes:
    """The drawing with its title as text: letters are drawn as outlines, which nobody can read
    who does not see.
    """
    start, opened, rest = drawn.partition(b"<svg ")
    attributes, ended, inside = rest.partition(b">")
    named = b"".join((b"\n <title>", escape(title).encode(), b"</title>"))
    return b"".join((start, opened, b'role="img" ', attributes, ended, named, inside))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _dress(axes: "Axes") -> None:
    from matplotlib.ticker import MaxNLocator, StrMethodFormatter

    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    axes.set_ylim(0, max(1.0, axes.get_ylim()[1]))
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(PALE)
    axes.tick_params(colors=INK, length=0, pad=6)
    handles, labels = axes.get_legend_handles_labels()
    axes.legend(
        handles,
        labels,
        frameon=False,
        loc="lower right",
        bbox_to_anchor=(1, 1),
        ncols=min(len(labels), LEGEND_COLUMNS_MAX),
        labelcolor=INK,
        fontsize=9,
    )


def _title(axes: "Axes", title: str, below: str) -> None:
    axes.set_title(title, loc="left", fontsize=14, fontweight="bold", pad=24, color=INK)
    axes.text(0, 1.03, below, transform=axes.transAxes, color=INK, fontsize=9.5, alpha=0.75)


def _liability(figure: "Figure", connection: Connection[Any], start: date, until: date) -> None:
    """What is owed at the end of each day: bought, free and in flight credits on one another."""
    parts = {CUSTOMER: 0, CUSTOMER_FREE: 0, IN_FLIGHT: 0}
    shown: dict[date, tuple[int, ...]] = {}
    for day, _, unit, debit, credit, _, amount in daily(connection, until):
        if unit == CREDITS:
            if credit in parts:
                parts[credit] += amount
            if debit in parts:
                parts[debit] -= amount
            shown[day] = tuple(parts.values())
    booked = [day for day in shown if day >= start]
    if not booked:
        raise NothingToDraw("Nothing was booked in this period.")
    days, level = every_day(booked), shown[booked[0]]
    levels = [level := shown.get(day, level) for day in days]
    names = ("bought", "free", "in flight")
    axes = figure.add_subplot()
    _stack(axes, days, dict(zip(names, zip(*levels, strict=True), strict=True)))
    _title(axes, "What customers are owed", "credits at the end of each day (UTC)")


def _revenue(figure: "Figure", connection: Connection[Any], start: date, until: date) -> None:
    """Recognised revenue and breakage by month, a panel for each currency."""
    earned: dict[str, dict[str, dict[date, int]]] = {}
    for day, _, unit, _, credit, _, amount in daily(connection, until):
        if day >= start and unit not in {CREDITS, ENGINE_MS} and credit in {REVENUE, BREAKAGE}:
            known = earned.setdefault(unit, {}).setdefault(credit, {})
            month = day.replace(day=1)
            known[month] = known.get(month, 0) + amount
    if not earned:
        raise NothingToDraw("Nothing was earned in this period.")
    units = sorted(earned, key=unit_order)
    shown, others = units[:PANELS_MAX], units[PANELS_MAX:]
    months = every_month({m for unit in shown for found in earned[unit].values() for m in found})
    figure.set_size_inches(WIDTH_INCHES, HEIGHT_INCHES * len(shown))
    for place, unit in enumerate(shown, 1):
        axes = figure.add_subplot(len(shown), 1, place)
        _months(axes, months, earned[unit], scale=10 ** digits_of(unit))
        told = f"{unit} by month (UTC)"
        if others and place == len(shown):
            told += f"; also earned in {', '.join(others)}"
        _title(axes, "Recognised revenue", told)


def _months(
    axes: "Axes", months: Sequence[date], earned: Mapping[str, Mapping[date, int]], *, scale: int
) -> None:
    """Used and expired credits on one another, a bar a month."""
    bottom = [0.0] * len(months)
    for account, label, colour in (
        (REVENUE, "used", COLOURS[0]),
        (BREAKAGE, "expired", COLOURS[1]),
    ):
        heights = [earned.get(account, {}).get(month, 0) / scale for month in months]
        axes.bar(range(len(months)), heights, bottom=bottom, width=0.7, label=label, color=colour)
        bottom = [below + height for below, height in zip(bottom, heights, strict=True)]
    ticks = range(0, len(months), 1 + (len(months) - 1) // TICKS_MAX)
    axes.set_xticks(ticks, [f"{months[tick]:%b %Y}" for tick in ticks])
    axes.set_xlim(-0.6, max(len(months), BARS_MIN) - 0.4)


def every_month(known: Collection[date]) -> list[date]:
    """The first of every month from the first to the last one that is known."""
    numbers = [month.year * 12 + month.month - 1 for month in known]
    return [date(n // 12, n % 12 + 1, 1) for n in range(min(numbers), max(numbers) + 1)]


def _usage(figure: "Figure", connection: Connection[Any], start: date, until: date) -> None:
    """Generations of each day by model."""
    rows = report_rows(connection, "usage_by_day", start=start, until=until, limit=ROWS_MAX)
    models: dict[str, dict[date, int]] = {}
    for day, model_id, _, generations, *_ in rows:
        known = models.setdefault(model_id, {})
        known[date.fromisoformat(day)] = known.get(date.fromisoformat(day), 0) + generations
    if not models:
        raise NothingToDraw("Nothing was generated in this period.")
    busiest = sorted(models, key=lambda name: (-sum(models[name].values()), name))
    days = sorted({day for found in models.values() for day in found})
    series = {name: models[name] for name in busiest[:SERIES_MAX]}
    if len(busiest) > SERIES_MAX:
        rest = busiest[SERIES_MAX:]
        series["others"] = {day: sum(models[n].get(day, 0) for n in rest) for day in days}
    every = every_day(days)
    axes = figure.add_subplot()
    _stack(axes, every, {name: [m.get(day, 0) for day in every] for name, m in series.items()})
    _title(axes, "Completed generations", "a day (UTC), by model")


def every_day(known: Sequence[date]) -> list[date]:
    """Every day from the first to the last one, those of which nothing is known as well."""
    first, last = min(known).toordinal(), max(known).toordinal()
    return [date.fromordinal(ordinal) for ordinal in range(first, last + 1)]


def _stack(axes: "Axes", days: Sequence[date], series: Mapping[str, Sequence[int]]) -> None:
    """Each day a step as wide as a day, so that a single one can be seen, too."""
    from matplotlib.dates import DAILY, AutoDateLocator, ConciseDateFormatter

    places = [_place(day) for day in days]
    axes.stackplot(
        [*places, places[-1] + 1],
        *([*heights, heights[-1]] for heights in series.values()),
        labels=list(series),
        colors=COLOURS[: len(series)],
        linewidth=0,
        step="post",
    )
    axes.margins(x=0)
    axes.xaxis_date()
    ticks_min = min(len(days), 4)
    locator = AutoDateLocator(minticks=ticks_min, maxticks=9)  # type: ignore[no-untyped-call]
    locator.intervald[DAILY] = [1, 2, 3, 7, 14]
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]


def _place(day: date) -> int:
    """Where matplotlib draws a day: days from 1970 on."""
    return day.toordinal() - EPOCH_ORDINAL


CHARTS: dict[str, Callable[["Figure", Connection[Any], date, date], None]] = {
    "credit-liability": _liability,
    "revenue": _revenue,
    "usage": _usage,
}
