"""Reports: they add up, they agree with the log, and a closed period is the same bytes for ever."""

import io
import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import openpyxl
import psycopg
import pyarrow.parquet
import pytest

from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from adapters.reports.catalogue import TITLES, UnknownReport, build_report
from adapters.reports.formats import FORMATS, Format, render
from adapters.reports.report import Report
from adapters.reports.usage import EngineHour, PeriodNotWhole
from adapters.simulation.writing import write_simulation
from domain.event import Recorded
from domain.generation import GenerationCompleted, GenerationRequested
from domain.ledger import CreditsGranted, CreditsRefunded
from projections.books import Books
from projections.rollups import JournalBehind, PeriodInvalid
from tests.adapters.reports.conftest import EVENTS, advance
from tests.projections.swapping import read_during_a_swap

Finance = psycopg.Connection[Any]

YEAR = datetime(2025, 1, 1, tzinfo=UTC)
MARCH = datetime(2025, 3, 1, tzinfo=UTC)
JULY = datetime(2025, 7, 1, 13, 37, tzinfo=UTC)
NEXT_YEAR = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def log(books_url: str) -> list[Recorded]:
    with PostgresLedger(books_url, role="xavira_work") as ledger:
        return list(ledger.read(0, EVENTS))


def made(
    finance: Finance, name: str, start: datetime = YEAR, end: datetime = NEXT_YEAR, **more: Any
) -> Report:
    return build_report(finance, name, start=start, end=end, **more)


def lines(report: Report, unit: str) -> dict[str, int]:
    return {row[1]: row[2] for row in report.rows if row[0] == unit}


def test_every_unit_of_the_trial_balance_sums_to_nothing(finance: Finance) -> None:
    """Debits equal credits, and what is left over all accounts is nothing, in any period."""
    for start, end in ((YEAR, NEXT_YEAR), (MARCH, JULY)):
        totals = [
            row for row in made(finance, "trial-balance", start, end).rows if row[1] == "total"
        ]
        assert [row[0] for row in totals] == ["credits", "EUR", "USD", "engine_ms"]
        for _, _, opening, debits, credited, closing in totals:
            assert (opening, closing) == (0, 0)
            assert debits == credited > 0


def test_the_liability_rolls_forward(finance: Finance) -> None:
    """What one period closes with the next one opens with, to the credit and to the cent."""
    first = made(finance, "credit-liability", YEAR, MARCH)
    second = made(finance, "credit-liability", MARCH, JULY)
    for unit in ("credits", "EUR"):
        before, after = lines(first, unit), lines(second, unit)
        assert before["closing"] == after["opening"] > 0
        assert before["in flight, closing"] == after["in flight, opening"]
        moves = ("sold", "granted", "debited", "returned", "expired", "revoked", "repaid")
        assert after["opening"] + sum(after[move] for move in moves) == after["closing"]


def test_the_liability_is_what_the_log_owes(finance: Finance, log: list[Recorded]) -> None:
    """The closing liability of a period is the sum of all balances, posted by other code."""
    books = Books()
    for recorded in log:
        if recorded.recorded_at < JULY:
            books.post(recorded)
    owed = lines(made(finance, "credit-liability", YEAR, JULY), "credits")
    assert owed["closing"] == sum(books.balances.values())
    assert owed["in flight, closing"] == sum(books.in_flight().values())


def test_deferred_revenue_is_the_unearned_part_of_every_lot(
    finance: Finance, log: list[Recorded]
) -> None:
    """Deferred money is each lot's price times what is unspent, within a cent for each lot."""
    books, prices = Books(), {}
    for recorded in log:
        books.post(recorded)
        if isinstance(recorded.event, CreditsGranted) and recorded.event.currency == "EUR":
            prices[recorded.stream_id, recorded.event.lot_id] = recorded.event.price_minor
    open_lots = {key: books.lots[key] for key in prices}
    expected = sum(
        prices[key] * (lot.remaining + lot.in_flight) // lot.granted
        for key, lot in open_lots.items()
    )
    deferred = lines(made(finance, "revenue"), "EUR")["deferred, closing"]
    assert abs(deferred - expected) <= len(prices)


def test_refunds_are_counted_once_each(finance: Finance, log: list[Recorded]) -> None:
    """Generations and credits by reason are those of the refund events."""
    events = [r.event for r in log if isinstance(r.event, CreditsRefunded)]
    counted = Counter(event.cause for event in events)
    credits_back = sum(event.amount for event in events)
    rows = [row for row in made(finance, "refunds").rows if row[0] == "credits"]
    found: Counter[str] = Counter()
    for _, cause, _, generations, _ in rows:
        found[cause] += generations
    assert found == counted
    assert sum(row[-1] for row in rows) == credits_back > 0


@pytest.mark.parametrize("name", ["usage-by-model", "usage-by-day", "usage-by-customer"])
def test_usage_is_what_was_completed(name: str, finance: Finance, log: list[Recorded]) -> None:
    """Generations, credits and engine time of every cut sum to those of the completions."""
    prices = {r.stream_id: r.event.price for r in log if isinstance(r.event, GenerationRequested)}
    done = [r for r in log if isinstance(r.event, GenerationCompleted)]
    report = made(finance, name)
    place = {column.name: number for number, column in enumerate(report.columns)}
    sums = {
        column: sum(row[number] for row in report.rows)
        for column, number in place.items()
        if report.columns[number].kind == "count"
    }
    assert sums["generations"] == len(done)
    assert sums["credits_paid"] + sums["credits_free"] == sum(prices[r.stream_id] for r in done)
    assert sums["engine_ms"] == sum(round(r.event.engine_seconds * 1000) for r in done)


def by_name(report: Report) -> list[dict[str, Any]]:
    names = [column.name for column in report.columns]
    return [dict(zip(names, row, strict=True)) for row in report.rows]


def test_the_margin_is_revenue_less_engine_time(finance: Finance) -> None:
    """An engine hour of 3,600 cents costs a thousandth of a cent for each millisecond."""
    rows = by_name(made(finance, "usage-by-model", engine_hour=EngineHour(3_600, "EUR")))
    euros = [row for row in rows if row["unit"] == "EUR"]
    assert euros
    for row in euros:
        assert abs(row["engine_cost"] - row["engine_ms"] / 1_000) < 1
        assert row["margin"] == row["revenue"] - row["engine_cost"]
    assert {row["margin"] for row in rows if row["unit"] == "USD"} == {""}


def test_every_cut_tells_the_same_costs(finance: Finance) -> None:
    """By model, day or customer, costs sum to those of all engine time, however rows round."""
    told = set()
    for name in ("usage-by-model", "usage-by-day", "usage-by-customer"):
        rows = by_name(made(finance, name, engine_hour=EngineHour(250, "EUR")))
        euros = [row for row in rows if row["unit"] == "EUR"]
        milliseconds = sum(row["engine_ms"] for row in euros)
        assert sum(row["engine_cost"] for row in euros) == 250 * milliseconds // 3_600_000 > 0
        told.add((milliseconds, sum(row["margin"] for row in euros)))
    assert len(told) == 1


def test_free_usage_stands_in_the_row_of_the_engine_hours_currency(finance: Finance) -> None:
    """With a margin there is one row for each model, kind and currency, and none without one."""
    rows = by_name(made(finance, "usage-by-model", engine_hour=EngineHour(250, "EUR")))
    places = [(row["model"], row["kind"], row["unit"]) for row in rows]
    assert len(set(places)) == len(places)
    assert {unit for _, _, unit in places} == {"EUR", "USD"}
    without = by_name(made(finance, "usage-by-model"))
    assert sum(row["credits_free"] for row in rows) == sum(row["credits_free"] for row in without)


def test_usage_needs_whole_days(finance: Finance) -> None:
    """A period that begins within a day is refused by what is kept by day."""
    with pytest.raises(PeriodNotWhole):
        made(finance, "usage-by-day", YEAR, JULY)


def test_usage_is_not_known_as_of_a_position(finance: Finance) -> None:
    """It is refused, because its sums would tell what came behind the position as well."""
    with pytest.raises(PeriodNotWhole):
        made(finance, "usage-by-day", at=100)


def test_everything_received_was_granted(finance: Finance) -> None:
    """A simulated year has no payment that is missing, double or without money, and what the
    payments say of the money is what the trial balance says of cash.
    """
    rows = made(finance, "payments").rows
    assert {row[2] for row in rows} == {"received", "granted"}
    by_line = {
        line: {row[1]: row[4] for row in rows if row[2] == line} for line in ("received", "granted")
    }
    assert by_line["received"] == by_line["granted"]
    balance = made(finance, "trial-balance").rows
    cash = {row[0]: row[3:5] for row in balance if row[1] == "cash" and row[0] != "credits"}
    assert cash == {unit: (came, 0) for unit, came in by_line["received"].items()}
    assert made(finance, "payment-exceptions").rows == []


def test_a_position_is_a_period_too(finance: Finance, log: list[Recorded]) -> None:
    """As of a position and as of the moment behind it, a report says the same."""
    at = next(r.position for r in log if r.recorded_at >= JULY) - 1
    by_time = made(finance, "trial-balance", YEAR, JULY)
    by_position = made(finance, "trial-balance", YEAR, NEXT_YEAR, at=at)
    assert by_position.rows == by_time.rows
    assert (by_time.period.closed, by_time.period.cut) == (True, None)
    assert (by_position.period.closed, by_position.period.cut) == (False, at)


def test_a_period_ends_before_its_second_moment(finance: Finance, log: list[Recorded]) -> None:
    """What was recorded at that very moment is the next period's, to the microsecond."""
    moment = log[6_000].recorded_at
    before = max(r.position for r in log if r.recorded_at < moment)
    first = made(finance, "trial-balance", YEAR, moment).period
    second = made(finance, "trial-balance", moment, NEXT_YEAR).period
    assert (first.closing, second.opening) == (before, before)
    later = moment + timedelta(microseconds=1)
    assert made(finance, "trial-balance", YEAR, later).period.closing > before


def test_a_period_that_begins_behind_the_position_is_empty(finance: Finance) -> None:
    """As of a position nothing of a later period was there yet."""
    report = made(finance, "trial-balance", JULY, NEXT_YEAR, at=100)
    assert (report.period.opening, report.period.closing) == (100, 100)
    assert {row[3:5] for row in report.rows} == {(0, 0)}


def test_revenue_tells_bought_credits_from_free_ones(finance: Finance, log: list[Recorded]) -> None:
    """Used and expired credits by the kind of their lot, posted by other code."""
    books, paid = Books(), set()
    for recorded in log:
        books.post(recorded)
        if isinstance(recorded.event, CreditsGranted) and recorded.event.kind == "paid":
            paid.add((recorded.stream_id, recorded.event.lot_id))
    told = lines(made(finance, "revenue"), "credits")
    for line, part in (("recognised", "used"), ("breakage", "expired")):
        sums = {True: 0, False: 0}
        for key, lot in books.lots.items():
            sums[key in paid] += getattr(lot, part)
        assert (told[f"{line}, paid"], told[f"{line}, promo"]) == (sums[True], sums[False])
        assert min(sums.values()) > 0


def test_the_money_of_a_refund_is_no_second_one(finance: Finance) -> None:
    """Generations are counted in the rows of credits alone."""
    rows = made(finance, "refunds").rows
    assert {type(row[3]) for row in rows if row[0] == "credits"} == {int}
    assert {row[3] for row in rows if row[0] != "credits"} == {""}


def test_a_period_is_closed_as_far_as_the_log_went(finance: Finance, log: list[Recorded]) -> None:
    """A position behind which there is nothing of the period changes nothing of it."""
    last = max(r.position for r in log if r.recorded_at < JULY)
    for at, closed, cut in (
        (last - 1, False, last - 1),
        (last, True, None),
        (last + 1, True, None),
    ):
        period = made(finance, "trial-balance", YEAR, JULY, at=at).period
        assert (period.closing, period.closed, period.cut) == (min(at, last), closed, cut)
    newest = made(finance, "trial-balance", at=EVENTS).period
    assert (newest.closing, newest.closed, newest.cut) == (EVENTS, False, None)
    assert made(finance, "trial-balance").period.cut is None


@pytest.mark.parametrize("end", [JULY, NEXT_YEAR], ids=["closed", "open"])
def test_a_report_at_the_position_that_it_names_is_the_same(
    end: datetime, finance: Finance
) -> None:
    """To the byte, whether or not the log has gone on behind the period."""
    report = made(finance, "revenue", YEAR, end)
    assert report.period.closed == (end == JULY)
    again = made(finance, "revenue", YEAR, end, at=report.period.closing)
    assert render(again, "json") == render(report, "json")


@pytest.mark.parametrize("to", FORMATS)
def test_a_report_that_was_cut_says_so_and_stays_the_same(to: Format, finance: Finance) -> None:
    """In the head of every format, and the same bytes when it is made again."""
    first, second = (render(made(finance, "revenue", at=5_000), to) for _ in range(2))
    assert first == second
    if to == "parquet":
        told = pyarrow.parquet.read_schema(io.BytesIO(first)).metadata
        assert (told[b"closed"], told[b"cut"]) == (b"no", b"at 5000")
    elif to == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(first)).active
        assert {("closed", "no"), ("cut", "at 5000")} <= {(a.value, b.value) for a, b, *_ in sheet}
    elif to == "json":
        document = json.loads(first)
        assert (document["closed"], document["cut"]) == ("no", "at 5000")
    else:
        line = {"csv": b"# cut: at 5000\r\n", "table": b"cut        at 5000\n"}[to]
        assert line in first.splitlines(keepends=True)


@pytest.mark.parametrize("at", [-5, 0, EVENTS + 1, 10**20])
def test_a_position_that_is_not_there_is_refused(at: int, finance: Finance) -> None:
    """As of a later position the same question would have another answer some day."""
    with pytest.raises(PeriodInvalid, match=f"no position {at}"):
        made(finance, "trial-balance", at=at)


def test_a_period_that_ends_before_it_begins_is_refused(finance: Finance) -> None:
    """Days in the wrong order are a slip, and not a month without business."""
    with pytest.raises(PeriodInvalid, match="before it begins"):
        made(finance, "revenue", MARCH, YEAR)


def test_a_report_names_its_checkpoint(books_url: str, finance: Finance) -> None:
    """The smallest signed tree that holds the period is named, once there is one."""
    assert dict(made(finance, "revenue", YEAR, MARCH).facts())["checkpoint"] == "none yet"
    with psycopg.connect(books_url) as owner:
        owner.execute("SET search_path = xavira_live")
        row = owner.execute("SELECT count(*) FROM audit_origins").fetchone()
        assert row == (0,)
        owner.execute("INSERT INTO audit_origins VALUES (1, 'ledger.test/1', 'first')")
        for size in (10, 11_000, 12_000):
            owner.execute(
                "INSERT INTO audit_checkpoints VALUES (1, %s, %s, 'note')", (size, b"r" * 32)
            )
        owner.commit()
    facts = dict(made(finance, "revenue", YEAR, MARCH).facts())
    assert facts["checkpoint"] == f"ledger.test/1 11000 {'72' * 32}"


def test_an_unknown_report_is_refused(finance: Finance) -> None:
    """The refusal lists the reports there are."""
    with pytest.raises(UnknownReport, match="trial-balance"):
        made(finance, "profit")


def test_a_closed_period_is_the_same_bytes_for_ever(migrated: str) -> None:
    """In every format, while the journal goes on behind the period."""
    write_simulation(migrated, events=3_000, seed=4, progress=lambda position: None)

    def rendered() -> dict[tuple[str, str], bytes]:
        with connect(migrated, role="xavira_api") as connection:
            reports = {
                name: made(connection, name, YEAR, datetime(2025, 4, 1, tzinfo=UTC))
                for name in TITLES
            }
        assert all(report.period.closed for report in reports.values())
        return {
            (name, to): render(report, to) for name, report in reports.items() for to in FORMATS
        }

    with pytest.raises(JournalBehind):
        rendered()
    advance(migrated, 1_500)
    before = rendered()
    advance(migrated, 3_000)
    assert rendered() == before


@pytest.mark.parametrize("name", ["trial-balance", "usage-by-model", "payments"])
def test_a_report_that_meets_a_swap_is_whole(name: str, migrated: str) -> None:
    """While a rebuild puts new tables in place a report tells what it told before and tells after.

    It must not see of them only what was written before it began: that would be a wrong report.
    """
    write_simulation(migrated, events=500, seed=4, progress=lambda position: None)
    advance(migrated, 500)
    with connect(migrated, role="xavira_api") as connection:
        before = made(connection, name)
        assert before.rows
        assert read_during_a_swap(migrated, "journal", lambda: made(connection, name)) == before


def test_an_open_period_ends_where_the_journal_is(migrated: str) -> None:
    """What is not in the journal yet is not in a report that is still open, and it says so."""
    write_simulation(migrated, events=500, seed=4, progress=lambda position: None)
    advance(migrated, 400)
    with connect(migrated, role="xavira_api") as connection:
        report = made(connection, "trial-balance")
    assert (report.period.closing, report.period.closed) == (400, False)
