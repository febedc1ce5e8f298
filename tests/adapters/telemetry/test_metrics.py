"""What is counted, who may read it, and that nothing is counted by who was not told to."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from prometheus_client.parser import text_string_to_metric_families

from adapters.postgres.connections import connect
from adapters.telemetry import metrics
from adapters.telemetry.backlogs import Backlogs
from adapters.telemetry.catalogue import METRICS, Metric
from adapters.telemetry.meter import Meter
from adapters.web.routes.generations.events import EventStreams
from tests.adapters.web.asgi import Reply
from tests.adapters.web.site import Site
from tests.stack import wait_for

TOKEN = "a token of sixteen or more"
ELSEWHERE = ("203.0.113.7", 40000)


def figures(exposition: bytes) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Value by name and sorted labels."""
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(exposition.decode())
        for sample in family.samples
    }


@pytest.fixture
def meter(monkeypatch: pytest.MonkeyPatch) -> Iterator[Meter]:
    """This process counts as a `serve` for one test."""
    monkeypatch.setattr(metrics, "_meter", None)
    yield metrics.set_up_metrics("serve")
    monkeypatch.undo()


def test_requests_are_counted_by_template_method_and_status(meter: Meter, site: Site) -> None:
    """Ids never become labels; unknown paths and methods share one each."""
    send = site.send
    for path in (f"/v1/characters/{uuid4()}", f"/v1/characters/{uuid4()}", "/nowhere/at/all"):
        send("GET", path)
    send("BREW", "/livez")
    found = figures(meter.exposition())

    def requests(route: str, method: str, status: str) -> float:
        labels = (("method", method), ("route", route), ("status", status))
        return found[("xavira_http_requests_total", labels)]

    assert requests("/v1/characters/{character_id}", "GET", "401") == 2
    assert requests("unmatched", "GET", "404") == 1
    assert requests("unmatched", "_OTHER", "405") == 1
    assert found[("xavira_http_in_flight", ())] == 0


def test_refusals_of_the_gate_are_counted_by_stage(meter: Meter, site: Site) -> None:
    """An operator sees what was only asked about beside what was refused."""
    customer = site.account()
    character_id = customer.character()
    for dry_run in (True, True, False):
        customer.image(character_id, prompt="a child, 12 years old, nude", dry_run=dry_run)
    found = figures(meter.exposition())

    def refusals(stage: str) -> float:
        labels = (("category", "minor"), ("stage", stage))
        return found[("xavira_moderation_refusals_total", labels)]

    assert (refusals("dry_run"), refusals("prompt")) == (2, 1)


def test_only_this_machine_reads_them_without_a_token(meter: Meter, site: Site) -> None:
    """Everybody else, and whoever comes through a proxy, finds nothing, as with any other path."""
    send = site.send
    assert send("GET", "/metrics").status == 200
    nothing = send("GET", "/nowhere").error | {"request_id": ""}
    forwarded = [("X-Forwarded-For", "198.51.100.1")]
    for reply in (
        send("GET", "/metrics", client=ELSEWHERE),
        send("GET", "/metrics", headers=forwarded),
    ):
        assert reply.status == 404
        assert reply.error | {"request_id": ""} == nothing


def test_with_a_token_only_the_token_opens(meter: Meter, site: Site) -> None:
    """From anywhere, and this machine needs it too."""
    app = site.serve(metrics_token=TOKEN)

    def status(value: str | None, client: tuple[str, int]) -> int:
        headers = [] if value is None else [("Authorization", value)]
        reply: Reply = site.send("GET", "/metrics", headers=headers, client=client, app=app)
        return reply.status

    assert status(f"Bearer {TOKEN}", ELSEWHERE) == 200
    assert status(None, ("127.0.0.1", 40000)) == 404
    assert status(f"Bearer {TOKEN}x", ELSEWHERE) == 404


def test_an_outage_of_the_shared_counter_is_told(meter: Meter, site: Site) -> None:
    """While the table of rate limits is locked: what was counted here alone, and that it is so."""
    customer = site.account()
    app = site.serve(share_of=4, rate_store_seconds_max=0.5)
    with psycopg.connect(site.database_url) as holder:
        holder.execute("LOCK TABLE xavira_live.rate_windows IN ACCESS EXCLUSIVE MODE")
        replies = [customer.image("x", app=app) for _ in range(3)]
    found = figures(meter.exposition())
    assert {reply.status for reply in replies} == {404}
    assert found[("xavira_rate_limit_local_total", ())] == 3
    assert found[("xavira_rate_limit_degraded", ())] == 1


def test_open_event_streams_are_counted(meter: Meter, site: Site) -> None:
    """One while somebody watches, none afterwards."""
    customer = site.account().outcome("hold")
    accepted = customer.image(customer.character(), prefer="respond-async").json
    path = f"/v1/generations/{accepted['generation_id']}/events"
    app, stop = site.serve_for_a_while()
    streams: EventStreams = app.state["event_streams"]
    watched = site.begin(customer.ask("GET", path, app=app))
    wait_for(lambda: streams.total == 1)
    during = figures(meter.exposition())
    stop()
    site.end(watched)
    after = figures(meter.exposition())
    assert [found[("xavira_http_streams", ())] for found in (during, after)] == [1, 0]


def test_a_process_that_does_not_count_tells_nothing(site: Site) -> None:
    """404, and every call is harmless."""
    metrics.count("xavira_append_conflicts_total")
    assert site.send("GET", "/metrics").status == 404


def test_neither_library_is_loaded_before_it_is_wanted() -> None:
    """Importing the whole application costs nothing for metrics and traces."""
    check = (
        "import sys, adapters.composition.serve, adapters.composition.work;"
        "print([m for m in ('prometheus_client', 'opentelemetry') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, timeout=300, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_a_metric_is_named_by_the_rules(metric: Metric) -> None:
    """Counters end in _total, times are seconds, and the help is a sentence."""
    name, kind = metric.name, metric.kind
    assert name.startswith("xavira_")
    assert name.endswith("_total") == (kind == "counter")
    assert metric.help.endswith(".")
    assert bool(metric.buckets) == (kind == "histogram")


def test_what_waits_is_asked_of_the_database(migrated: str) -> None:
    """Queue, lag, stopped projections, webhooks, checkpoints: one scrape names them all."""
    with connect(migrated, role="xavira_work") as connection:
        connection.execute(
            "INSERT INTO dispatch_queue (work_id, account_id, kind, pool, position, enqueued_at)"
            " VALUES (%s, %s, 'image', 'default', 1, now() - interval '90 seconds')",
            (uuid4(), uuid4()),
        )
        connection.execute("INSERT INTO dispatch_pools (pool, slots) VALUES ('default', 3)")
        connection.execute(
            "INSERT INTO projection_checkpoints (name, position, state, error, error_position)"
            " VALUES ('balances', 0, 'stopped', 'x', 1)"
        )
    meter = Meter("work")
    meter.add(Backlogs(lambda: connect(migrated, role="xavira_work"), "work"))
    found = figures(meter.exposition())
    queued = (("pool", "default"), ("state", "queued"))
    pool = (("pool", "default"),)
    balances = (("projection", "balances"),)
    assert found[("xavira_queue_depth", queued)] == 1
    assert 90 <= found[("xavira_queue_oldest_seconds", pool)] < 900
    assert found[("xavira_worker_slots", pool)] == 3
    assert found[("xavira_projection_stopped", balances)] == 1
    assert found[("xavira_projection_lag_events", balances)] == 0
    assert found[("xavira_ledger_forks_open", ())] == 0
    assert found[("xavira_scrape_failed", ())] == 0


def test_a_database_that_is_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scrape succeeds and says that figures are missing."""
    meter = Meter("work")
    meter.add(Backlogs(lambda: connect("host=127.0.0.1 port=1", role="xavira_work"), "work"))
    found = figures(meter.exposition())
    assert found[("xavira_scrape_failed", ())] == 1
    assert not [name for name, _ in found if name == "xavira_queue_depth"]


SHARING = """
import sys
from pathlib import Path
from adapters.telemetry import metrics
meter = metrics.set_up_metrics("serve")
metrics.count("xavira_append_conflicts_total", by=2)
metrics.more("xavira_http_in_flight", 1)
if sys.argv[1] == "read":
    print(meter.exposition().decode())
"""


def test_workers_of_one_serve_are_added_up(tmp_path: Path) -> None:
    """Whichever is scraped; what one counted outlives it, what it had in hand does not."""
    environment = {metrics.SHARED_FOLDER: str(tmp_path), "PYTHONPATH": str(Path.cwd())}

    def worker(what: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", SHARING, what],
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=True,
        )
        return done.stdout

    worker("count")
    found = figures(worker("read").encode())
    assert found[("xavira_append_conflicts_total", ())] == 4
    assert found[("xavira_http_in_flight", ())] == 1
