"""The statement over HTTP."""

from tests import builders
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


def _spend(customer: Customer) -> None:
    character_id = customer.character()
    customer.image(character_id)
    customer.outcome("fail").image(character_id)


def test_every_entry_in_order_with_the_running_balance(site: Site, customer: Customer) -> None:
    """Granted, debited, debited, refunded."""
    _spend(customer)
    site.project()
    statement = customer.send("GET", "/v1/ledger").json
    assert [(e["kind"], e["amount"], e["balance"]) for e in statement["data"]] == [
        ("granted", 25, 25),
        ("debited", -1, 24),
        ("debited", -1, 23),
        ("refunded", 1, 24),
    ]
    assert statement["next_cursor"] is None
    assert list(statement["data"][0]) == [
        "position",
        "recorded_at",
        "kind",
        "amount",
        "balance",
        "generation_id",
        "lot_id",
        "lot_kind",
        "payment_reference",
        "cause",
    ]


def test_pages_of_the_statement_follow_on_each_other(site: Site, customer: Customer) -> None:
    """The cursor is opaque and goes on after the last entry."""
    _spend(customer)
    site.project()
    first = customer.send("GET", "/v1/ledger?limit=3").json
    rest = customer.send("GET", f"/v1/ledger?limit=3&cursor={first['next_cursor']}").json
    assert [e["kind"] for e in first["data"] + rest["data"]] == [
        "granted",
        "debited",
        "debited",
        "refunded",
    ]
    assert rest["next_cursor"] is None


def test_the_statement_as_of_a_moment(site: Site, customer: Customer) -> None:
    """A position or a time; nothing later is part of it."""
    _spend(customer)
    site.project()
    entries = customer.send("GET", "/v1/ledger").json["data"]
    for moment in (entries[1]["position"], entries[1]["recorded_at"]):
        as_of = customer.send("GET", f"/v1/ledger?as_of={moment}").json["data"]
        assert as_of == entries[:2]
    for moment in ("yesterday", "2026-01-01", "2026-01-01T00:00:00", "-1", "9" * 30):
        reply = customer.send("GET", f"/v1/ledger?as_of={moment}")
        assert (reply.status, reply.error["param"]) == (422, "as_of")


def test_the_newest_entry_may_come_first(site: Site, customer: Customer) -> None:
    """In pages that follow on each other, and as a file."""
    _spend(customer)
    site.project()
    entries = customer.send("GET", "/v1/ledger").json["data"]
    first = customer.send("GET", "/v1/ledger?order=desc&limit=3").json
    cursor = first["next_cursor"]
    rest = customer.send("GET", f"/v1/ledger?order=desc&limit=3&cursor={cursor}").json
    assert first["data"] + rest["data"] == entries[::-1]
    assert rest["next_cursor"] is None
    as_of = customer.send("GET", f"/v1/ledger?order=desc&as_of={entries[1]['position']}").json
    assert as_of["data"] == entries[1::-1]
    lines = customer.send("GET", "/v1/ledger?order=desc&format=csv").body.decode().split("\r\n")
    assert [line.split(",")[2] for line in lines[1:-1]] == [e["kind"] for e in entries[::-1]]


def test_the_statement_of_a_time(site: Site, customer: Customer) -> None:
    """From a time on, that one included, until before another one, in either order."""
    _spend(customer)
    site.project()
    entries = customer.send("GET", "/v1/ledger").json["data"]
    times = [entry["recorded_at"] for entry in entries]
    later = f"created_from={times[1]}"
    assert customer.send("GET", f"/v1/ledger?{later}").json["data"] == entries[1:]
    assert customer.send("GET", f"/v1/ledger?{later}&order=desc").json["data"] == entries[:0:-1]
    between = f"{later}&created_before={times[2]}"
    assert customer.send("GET", f"/v1/ledger?{between}").json["data"] == entries[1:2]
    assert customer.send("GET", f"/v1/ledger?created_before={times[0]}").json["data"] == []
    page = customer.send("GET", f"/v1/ledger?{later}&limit=1").json
    rest = customer.send("GET", f"/v1/ledger?{later}&cursor={page['next_cursor']}").json
    assert page["data"] + rest["data"] == entries[1:]
    reply = customer.send("GET", "/v1/ledger?created_from=2026-01-01")
    assert reply.status == 422


def test_an_entry_says_where_its_credits_are_from(site: Site, customer: Customer) -> None:
    """A grant its lot and what paid for it, a refund its cause; what has none says null."""
    _spend(customer)
    bought = {"kind": "paid", "payment_reference": "manual/invoice-7"}
    bought |= {"price_minor": 900, "currency": "EUR"}
    site.ledger.append(builders.granted(customer.account_id, 100, **bought)).result(30)
    site.project()
    granted, debited, _, refunded, paid = customer.send("GET", "/v1/ledger").json["data"]
    told = ("lot_kind", "payment_reference", "cause")
    assert [granted[name] for name in told] == ["promo", None, None]
    assert [debited[name] for name in ("lot_id", *told)] == [None] * 4
    assert [refunded[name] for name in ("lot_id", *told)] == [None, None, None, "failed"]
    assert [paid[name] for name in told] == ["paid", "manual/invoice-7", None]
    assert paid["lot_id"] not in (None, granted["lot_id"])


def test_the_statement_as_csv(site: Site, customer: Customer) -> None:
    """The same entries, one line each."""
    _spend(customer)
    site.project()
    entries = customer.send("GET", "/v1/ledger").json["data"]
    reply = customer.send("GET", "/v1/ledger?format=csv")
    assert reply.header("content-type") == "text/csv; charset=utf-8"
    assert reply.header("xavira-next-cursor") is None
    lines = reply.body.decode().split("\r\n")
    columns = "position,recorded_at,kind,amount,balance,generation_id"
    assert lines[0] == f"{columns},lot_id,lot_kind,payment_reference,cause"
    assert lines[-1] == ""
    first = entries[0]
    assert (
        lines[1]
        == f"{first['position']},{first['recorded_at']},granted,25,25,,{first['lot_id']},promo,,"
    )
    assert [line.split(",")[2] for line in lines[1:-1]] == [e["kind"] for e in entries]


def test_the_statement_waits_for_a_position(site: Site, customer: Customer) -> None:
    """The debit of an answer is on the statement that asks for its position."""
    site.project()  # of what other tests recorded, for which nobody would wait
    position = customer.image(customer.character()).header("xavira-position")
    waiting = site.begin(customer.ask("GET", f"/v1/ledger?min_position={position}"))
    site.project()
    kinds = [entry["kind"] for entry in site.end(waiting).json["data"]]
    assert kinds == ["granted", "debited"]
