"""What an operator reads of a running installation, and the books over HTTP."""

import csv
import io
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.audit.keys import SigningKey
from adapters.audit.sealer import Sealer
from adapters.object_store.checkpoints import FolderCheckpoints
from adapters.postgres.connections import connect
from adapters.queue_places import PoolState
from domain.audit.signed_note import parse_note
from tests.adapters.web.customer import Customer
from tests.adapters.web.routes.admin.operator import Operator
from tests.adapters.web.site import Site


def test_queues_and_consumers_are_told(site: Site, operator: Operator) -> None:
    """By pool, with how many consumers would be wanted and how far the dispatcher is."""
    pool = PoolState(
        pool="default",
        queued=9,
        released=2,
        started=1,
        oldest_seconds=4.5,
        consumers=1,
        slots=1,
        wanted_consumers=3,
        within_seconds=30.0,
    )
    site.pool_states = [pool]
    found = operator.read("queues").json
    assert found["data"][0]["wanted_consumers"] == 3
    assert (found["position"], found["lag"]) == (0, site.ledger.head())
    assert found["beat_at"] is None


def test_projections_tell_how_far_they_are(site: Site, operator: Operator) -> None:
    """Position, events and seconds behind; a stopped one names the event and why."""
    site.project()
    names = [found["name"] for found in operator.read("projections").json["data"]]
    assert {"balances", "standings", "operator_acts", "abuse_reports"} <= set(names)
    with connect(site.database_url, role="xavira_work") as connection:
        connection.execute(
            "UPDATE projection_checkpoints SET state = 'stopped', error = 'no such lot',"
            " error_position = 5, position = 4 WHERE name = 'journal'"
        )
        try:
            found = {row["name"]: row for row in operator.read("projections").json["data"]}
        finally:
            connection.execute(
                "UPDATE projection_checkpoints SET state = 'running', error = NULL,"
                " error_position = NULL, position = %s WHERE name = 'journal'",
                (site.ledger.head(),),
            )
    stopped = found["journal"]
    assert (stopped["state"], stopped["error_position"]) == ("stopped", 5)
    assert stopped["error"] == "no such lot"
    assert stopped["lag"] == site.ledger.head() - 4
    assert stopped["lag_seconds"] > 0
    assert (found["balances"]["lag"], found["balances"]["lag_seconds"]) == (0, 0.0)


def test_a_finance_report_is_what_the_command_prints(
    site: Site, operator: Operator, customer: Customer
) -> None:
    """In every format, with its period and the checkpoint that it stands on."""
    customer.image(customer.character())
    site.project()
    names = {found["name"] for found in operator.read("reports").json["data"]}
    assert {"trial-balance", "revenue", "payment-exceptions"} <= names
    found = operator.read("reports/trial-balance?from=2026-01-01&to=2099-01-01").json
    assert (found["report"], found["from"]) == ("trial-balance", "2026-01-01T00:00:00Z")
    assert "checkpoint" in found
    asked, last = "reports/trial-balance?from=2026-01-01&to=2099-01-01", found["position"]
    assert operator.read(f"{asked}&at={last}").json == found
    cut = operator.read(f"{asked}&at={last - 1}").json
    assert (cut["closed"], cut["cut"]) == ("no", f"at {last - 1}")
    table = operator.read("reports/trial-balance?format=csv")
    assert table.header("content-type") == "text/csv; charset=utf-8"
    assert table.header("content-disposition") == 'attachment; filename="trial-balance.csv"'
    rows = list(csv.reader(io.StringIO(table.body.decode())))
    assert any("checkpoint" in cell for row in rows for cell in row)
    assert operator.read("reports/revenue?format=xlsx").body[:2] == b"PK"
    assert operator.read("reports/revenue?format=parquet").body[:4] == b"PAR1"


@pytest.mark.parametrize(
    ("path", "status", "param"),
    [
        ("reports/horoscope", 404, None),
        ("reports/revenue?from=yesterday", 422, "from"),
        ("reports/revenue?from=0001-01-01T00:00:00%2B14:00", 422, "from"),
        ("reports/revenue?to=9999-12-31T23:59:59-14:00", 422, "to"),
        ("reports/revenue?format=pdf", 422, "format"),
        ("reports/revenue?from=2026-02-01&to=2026-01-01", 422, "to"),
        ("reports/revenue?at=9999999", 422, "at"),
        ("reports/usage-by-day?from=2026-01-01T05:00:00Z&to=2026-01-02", 422, "from"),
    ],
)
def test_a_report_that_cannot_be_is_refused(
    path: str, status: int, param: str | None, operator: Operator
) -> None:
    """An unknown name, no time, no format, a period that the report cannot have."""
    reply = operator.read(path)
    assert (reply.status, reply.error["param"]) == (status, param)


def test_a_report_ahead_of_the_journal_is_refused(site: Site, operator: Operator) -> None:
    """A closed period that the journal has not reached is 503, never guessed."""
    site.account()
    until = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
    site.account()
    found = operator.read(f"reports/revenue?to={until}")
    assert (found.status, found.error["code"]) == (503, "temporarily_unavailable")


@contextmanager
def _customers_of_a_day(site: Site, count: int) -> Iterator[None]:
    """As many customers used something on one day long ago."""
    filled = """
        INSERT INTO usage_days (day, account_id, model_id, kind, currency, generations,
            credits_paid, credits_free, revenue_minor, engine_ms)
        SELECT '2001-01-01', gen_random_uuid(), 'anime', 'image', 'EUR', 1, 1, 0, 10, 900
        FROM generate_series(1, %s)
    """
    with connect(site.database_url, role="xavira_work") as connection:
        connection.execute(filled, (count,))
        yield
        connection.execute("DELETE FROM usage_days WHERE day = '2001-01-01'")


@contextmanager
def _allocations() -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
    finally:
        tracemalloc.stop()


def test_a_report_over_http_is_whole_and_takes_a_bounded_memory(
    site: Site, operator: Operator
) -> None:
    """Up to 20,000 rows; one more is refused, and none is ever left out of a longer one."""
    site.project()
    path = "reports/usage-by-customer?from=2001-01-01&to=2001-01-02"
    with _customers_of_a_day(site, 20_000), _allocations():
        report = operator.read(f"{path}&format=csv")
        _, peak = tracemalloc.get_traced_memory()
    assert report.status == 200
    rows = [line for line in report.body.decode().splitlines() if not line.startswith("#")]
    assert len(rows) == 1 + 20_000
    assert peak < 20_000 * 2_000
    with _customers_of_a_day(site, 20_001):
        refused = operator.read(path)
    assert (refused.status, refused.error["code"]) == (422, "validation_failed")
    assert "more than 20,000 rows" in refused.error["message"]


def test_checkpoints_are_told(
    site: Site, operator: Operator, customer: Customer, tmp_path: Path
) -> None:
    """The newest one with its origin, root and how many events have come since."""
    with connect(site.database_url, role="xavira_work") as connection:
        sealer = Sealer(connection, lambda: SigningKey(b"\x11" * 32), FolderCheckpoints(tmp_path))
        assert sealer.seal() is not None
    newest = operator.read("checkpoints").json["data"][0]
    signed = parse_note(newest["note"])
    assert newest["origin"] == signed.checkpoint.origin
    assert newest["root"] == signed.checkpoint.root.hex()
    assert newest["tree_size"] == signed.checkpoint.size
    assert newest["lag"] == site.ledger.head() - signed.checkpoint.size
    customer.character()
    with connect(site.database_url, role="xavira_work") as connection:
        sealer = Sealer(connection, lambda: SigningKey(b"\x11" * 32), FolderCheckpoints(tmp_path))
        assert sealer.seal() is not None
    page = operator.read("checkpoints?limit=1").json
    rest = operator.read(f"checkpoints?cursor={page['next_cursor']}").json
    sizes = [each["tree_size"] for each in page["data"] + rest["data"]]
    assert sizes == sorted(set(sizes), reverse=True)
    assert sizes[1] == newest["tree_size"]
    assert rest["next_cursor"] is None
