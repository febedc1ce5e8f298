"""Faults of the platform below a request, and attacks on it, as a client meets their outcome."""

import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from adapters.relay import queue
from adapters.web.app import handlers
from domain import handlers as commands
from domain.keys.caps import Cap
from domain.reactions import net_changes
from tests.adapters.web.asgi import Reply
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site
from tests.faults.byte_proxy import ByteProxy, Cut
from tests.faults.full_disk import full_disk
from tests.stack import wait_for

HOLDS_THE_LOCK = """
import sys
from adapters.postgres.connections import connect
role, url = sys.argv[1:]
connection = connect(url, role="xavira_api", autocommit=False)
if role == "superuser":
    connection.execute("SET idle_in_transaction_session_timeout = 0")
connection.execute("SELECT pg_advisory_xact_lock(%s, 1)", (0x58415650,))
print("held", flush=True)
sys.stdin.read()
"""
"""A process in the middle of an append; `superuser` is one that our time limits do not bind."""


# --- requests that are repeated ---------------------------------------------------------------


def test_a_body_that_differs_in_one_number_is_another_request(customer: Customer) -> None:
    """422 and no debit; the first body in another order of its fields is a replay."""
    character_id = customer.character()
    wish = {"character_id": character_id, "prompt": "smiling, garden", "seed": 1}
    headers = [("Idempotency-Key", "k")]

    def ask(body: dict[str, Any]) -> Reply:
        return customer.send("POST", "/v1/images:generate", json_body=body, headers=headers)

    first, other = ask(wish), ask(wish | {"seed": 2})
    assert (other.status, other.error["code"]) == (422, "idempotency_key_reused")
    again = ask(dict(reversed(wish.items())))
    assert (again.status, again.body) == (201, first.body)
    assert again.header("idempotent-replayed") == "true"
    assert customer.available() == 24


@contextmanager
def _cut_off(site: Site) -> Iterator[tuple[ByteProxy, PostgresLedger]]:
    """A ledger whose connections to PostgreSQL can be cut around a commit."""
    info = conninfo_to_dict(site.database_url)
    server_socket = Path(str(info["host"])) / f".s.PGSQL.{info.get('port', '5432')}"
    with tempfile.TemporaryDirectory() as folder:
        proxy = ByteProxy(
            Path(folder), server_socket, asked=b"credits.debited.v1", answered=b"SELECT 1\x00"
        )
        through = make_conninfo(site.database_url, host=folder, port=5432)
        with PostgresLedger(through, role="xavira_api") as ledger:
            yield proxy, ledger
        proxy.close()


@pytest.mark.parametrize("cut", ["reply_lost", "never_sent"])
def test_a_client_never_pays_for_a_lost_reply_to_commit(
    site: Site, customer: Customer, cut: Cut
) -> None:
    """The connection dies around the commit: 202 all the same, one debit, and a retry replays."""
    customer.outcome("hold")
    character_id = customer.character()
    with _cut_off(site) as (proxy, ledger):
        app = site.serve(ledger=ledger)
        ledger.load([customer.account_id]).result(60)
        proxy.arm(cut)
        first = customer.image(character_id, key="k", prefer="respond-async", app=app)
        again = customer.image(character_id, key="k", prefer="respond-async", app=app)
        site.stop_others()
    assert (proxy.cuts, first.status, again.status) == (1, 202, 202)
    assert again.json["generation_id"] == first.json["generation_id"]
    assert customer.available() == 24


# --- a process that is stopped in the middle --------------------------------------------------


@contextmanager
def _stopped_while_it_appends(site: Site, role: str) -> "Iterator[subprocess.Popen[str]]":
    """A process that holds the lock of the log and is then stopped, as a debugger would."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS_THE_LOCK, role, site.database_url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        process.send_signal(signal.SIGSTOP)
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_stopped_process_of_ours_holds_nobody_up_for_long(site: Site, customer: Customer) -> None:
    """PostgreSQL ends its session before the others lose patience: the request is accepted."""
    character_id = customer.character()
    with _stopped_while_it_appends(site, "xavira_api"):
        assert customer.image(character_id).status == 201
    assert customer.available() == 24


def test_whoever_holds_the_log_costs_the_others_a_clear_answer(
    site: Site, customer: Customer
) -> None:
    """503 with Retry-After instead of a hang; the retry is accepted once the holder is gone."""
    character_id = customer.character()
    with _stopped_while_it_appends(site, "superuser"):
        refused = customer.image(character_id, key="k")
    assert (refused.status, refused.error["code"]) == (503, "temporarily_unavailable")
    assert refused.error["retry"] == "same_key"
    assert int(refused.header("retry-after") or "0") >= 1
    assert wait_for(lambda: customer.image(character_id, key="k").status == 201)
    assert customer.available() == 24


# --- somebody who floods ----------------------------------------------------------------------


@pytest.mark.parametrize("when", ["statement", "commit"])
def test_a_full_disk_costs_a_clear_answer_and_no_credit(
    site: Site, customer: Customer, when: str
) -> None:
    """503 while nothing can be recorded, and reading goes on; the retry is accepted afterwards."""
    character_id = customer.character()
    with full_disk(site.database_url, when):
        refused = customer.image(character_id, key="k")
        assert customer.available() == 25
    assert (refused.status, refused.error["code"]) == (503, "temporarily_unavailable")
    assert refused.error["retry"] == "same_key"
    assert wait_for(lambda: customer.image(character_id, key="k").status == 201)
    assert customer.available() == 24


def _order_of_release(site: Site, after: int) -> list[UUID]:
    """Whose work the dispatcher hands on, one piece at a time, of what was asked since. It leaves
    nothing behind: the database is that of other tests too.
    """
    pool, asked = uuid4().hex, net_changes(site.ledger.read(after, 1_000))
    with connect(site.database_url, role="xavira_work", autocommit=False) as connection:
        queue.step(connection, asked, position=after, pool_default=pool)
        order: list[UUID] = []
        while released := queue.step(connection, windows={pool: len(order) + 1}).released:
            order += [each.account_id for each in released]
        connection.rollback()
    return order


def test_a_flood_takes_its_own_turns_and_nobody_elses(site: Site, customer: Customer) -> None:
    """Ten times the limit at once: the limit is accepted, the neighbour is refused nothing, and of
    its work, asked for last, every second piece is the next.
    """
    site.freeze()
    flooding = site.account(granted=1_000).outcome("hold")
    flooded, character_id = flooding.character(), customer.outcome("hold").character()
    head = site.ledger.head()
    flood = [flooding.image_task(flooded, prefer="respond-async") for _ in range(600)]
    few = [customer.image_task(character_id, prefer="respond-async") for _ in range(10)]
    replies = site.send_all([*flood, *few])
    assert sorted(reply.status for reply in replies[:600]) == [202] * 60 + [429] * 540
    assert [reply.status for reply in replies[600:]] == [202] * 10
    order = _order_of_release(site, head)
    assert len(order) == 70
    places = [place for place, account_id in enumerate(order) if account_id == customer.account_id]
    assert all(place <= 2 * number + 1 for number, place in enumerate(places)), places


# --- a page elsewhere -------------------------------------------------------------------------

POSTS = sorted(
    (str(path), handler.opt["key"] is not False)
    for handler in handlers()
    for path in handler.paths
    if "POST" in {str(getattr(method, "value", method)) for method in handler.http_methods}
)
FORM_TYPES = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")


@pytest.mark.parametrize(("path", "needs_key"), POSTS)
def test_a_form_on_a_strangers_page_changes_nothing(
    site: Site, customer: Customer, path: str, needs_key: bool
) -> None:
    """Whatever cookies a browser adds, they open nothing, and what a form can send is refused."""
    site.freeze()
    head = site.ledger.head()
    cookie = f"session={customer.secret}; Authorization=Bearer {customer.secret}"
    sent = [
        ("Cookie", cookie),
        ("Origin", "https://evil.example"),
        ("Sec-Fetch-Site", "cross-site"),
    ]
    for media_type in FORM_TYPES:
        reply = site.send(
            "POST", path, headers=[*sent, ("Content-Type", media_type)], body=b'{"a":"="}'
        )
        refused = {401} if needs_key else {404, 415}
        assert reply.status in refused, (media_type, reply)
        assert reply.header("set-cookie") is None
    assert site.ledger.head() == head


# --- clocks -----------------------------------------------------------------------------------


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_node_whose_clock_is_an_hour_off_sends_nobody_into_the_past(
    site: Site, customer: Customer, hours: int
) -> None:
    """Every wait it tells is between a second and a minute, and the log's own order stays."""
    site.now = datetime.now(UTC) + timedelta(hours=hours)
    wish = {"source_generation_id": "x", "prompt": "x"}
    replies = [customer.send("POST", "/v1/videos:generate", json_body=wish) for _ in range(7)]
    assert [reply.status for reply in replies].count(429) >= 1
    waits = [reply.header("retry-after") for reply in replies if reply.status == 429]
    assert {1 <= int(wait or "0") <= 60 for wait in waits} == {True}
    assert customer.image(customer.character()).status == 201
    times = [recorded.recorded_at for recorded in site.ledger.read(0, 100_000)]
    assert times == sorted(times)
    assert times[-1] <= datetime.now(UTC) + timedelta(minutes=1)


def test_a_node_whose_clock_is_a_day_ahead_opens_no_cap_again(
    site: Site, customer: Customer
) -> None:
    """The period of a cap is that of the log: what was spent today is spent, whoever asks."""
    command = commands.cap_key(
        customer.account_id, customer.key_id, Cap(2, "day"), actor="customer"
    )
    site.ledger.append(command).result(60)
    character_id = customer.character()
    statuses = [customer.image(character_id).status for _ in range(2)]
    site.now = datetime.now(UTC) + timedelta(days=1)
    statuses.append(customer.image(character_id).status)
    site.now = None
    statuses.append(customer.image(character_id).status)
    assert statuses == [201, 201, 402, 402]
