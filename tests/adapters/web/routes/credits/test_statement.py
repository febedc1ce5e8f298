"""The statement over HTTP."""

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


def test_the_statement_as_csv(site: Site, customer: Customer) -> None:
    """The same entries, one line each."""
    _spend(customer)
    site.project()
    entries = customer.send("GET", "/v1/ledger").json["data"]
    reply = customer.send("GET", "/v1/ledger?format=csv")
    assert reply.header("content-type") == "text/csv; charset=utf-8"
    assert reply.header("xavira-next-cursor") is None
    lines = reply.body.decode().split("\r\n")
    assert lines[0] == "position,recorded_at,kind,amount,balance,generation_id"
    assert lines[-1] == ""
    first = entries[0]
    assert lines[1] == f"{first['position']},{first['recorded_at']},granted,25,25,"
    assert [line.split(",")[2] for line in lines[1:-1]] == [e["kind"] for e in entries]


def test_the_statement_waits_for_a_position(site: Site, customer: Customer) -> None:
    """The debit of an answer is on the statement that asks for its position."""
    site.project()  # of what other tests recorded, for which nobody would wait
    position = customer.image(customer.character()).header("xavira-position")
    waiting = site.begin(customer.ask("GET", f"/v1/ledger?min_position={position}"))
    site.project()
    kinds = [entry["kind"] for entry in site.end(waiting).json["data"]]
    assert kinds == ["granted", "debited"]
