"""Endpoints over HTTP: what is accepted, shown once, changed, and hidden from everybody else."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from domain.ids import EndpointId, SecretId
from domain.ports import Command, Decision
from domain.webhooks.endpoint import EndpointCreated
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site

PATH = "/v1/webhook_endpoints"


def create(customer: Customer, *, key: str | None = None, **wish: Any) -> Any:
    headers = [] if key is None else [("Idempotency-Key", key)]
    body = {"url": "https://hooks.example/x?token=abc"} | wish
    return customer.send("POST", PATH, json_body=body, headers=headers)


@contextmanager
def _followed(site: Site) -> Iterator[None]:
    """As if deliveries of the whole log had been made: nobody waits for them."""
    move = "UPDATE xavira_live.reaction_checkpoints SET position = %s WHERE name = 'webhooks'"
    ((before,),) = site.rows(
        "SELECT position FROM xavira_live.reaction_checkpoints WHERE name = 'webhooks'"
    )
    with psycopg.connect(site.database_url, autocommit=True) as owner:
        owner.execute(move, (2**62,))
        yield
        owner.execute(move, (before,))


def test_an_endpoint_shows_its_secret_once(customer: Customer) -> None:
    """201 with the secret; a read has everything else and a null."""
    reply = create(customer, event_types=["credits.low", "credits.low"], description="mine")
    assert reply.status == 201
    created = reply.json
    assert created["secret"].startswith("whsec_")
    assert len(created["secret"]) == 50
    assert reply.header("location") == f"{PATH}/{created['endpoint_id']}"
    assert {name: created[name] for name in created if name not in ("endpoint_id", "secret")} == {
        "url": "https://hooks.example/x?token=abc",
        "description": "mine",
        "event_types": ["credits.low"],
        "enabled": True,
        "disabled_by": None,
        "livemode": True,
        "created_at": created["created_at"],
    }
    read = customer.send("GET", f"{PATH}/{created['endpoint_id']}")
    assert (read.status, read.json) == (200, created | {"secret": None})


def test_a_repeated_creation_has_no_secret(customer: Customer) -> None:
    """The same key answers the same endpoint with a null secret; another body is refused."""
    first, again = create(customer, key="k"), create(customer, key="k")
    assert (again.status, again.header("idempotent-replayed")) == (201, "true")
    assert again.json == first.json | {"secret": None}
    other = create(customer, key="k", description="other")
    assert (other.status, other.error["code"]) == (422, "idempotency_key_reused")


def test_a_repeated_rotation_has_no_secret(customer: Customer) -> None:
    """One key rotates once; without a key every request rotates."""
    path = f"{PATH}/{create(customer).json['endpoint_id']}:rotate_secret"
    ask = {"json_body": {"overlap_seconds": 0}, "headers": [("Idempotency-Key", "r")]}
    first, again = customer.send("POST", path, **ask), customer.send("POST", path, **ask)
    assert first.json["secret"].startswith("whsec_")
    assert (again.status, again.json["secret"]) == (200, None)
    assert again.header("idempotent-replayed") == "true"
    third = customer.send("POST", path, json_body={})
    assert third.json["secret"] not in (None, first.json["secret"])
    for _ in range(4):
        at_once = customer.send("POST", path, json_body={"overlap_seconds": 0})
        assert at_once.json["secret"] is not None
    long_after = customer.send("POST", path, **ask)
    assert (long_after.status, long_after.json["secret"]) == (200, None)


def test_a_rotation_never_cuts_off_a_secret_that_still_signs(customer: Customer) -> None:
    """The fifth secret within the overlap is refused, and says when the oldest ends; one without an
    overlap is not, nor is the next.
    """
    path = f"{PATH}/{create(customer).json['endpoint_id']}:rotate_secret"
    for _ in range(3):
        assert customer.send("POST", path, json_body={"overlap_seconds": 3600}).status == 200
    refused = customer.send("POST", path, json_body={})
    assert (refused.status, refused.error["code"]) == (409, "invalid_state")
    assert re.fullmatch(
        r"4 secrets of this endpoint are in force, the oldest until [\dT:.-]+Z: rotate"
        r" after that, or with overlap_seconds 0, which ends them now\.",
        refused.error["message"],
    )
    for wish in ({"overlap_seconds": 0}, {}):
        assert customer.send("POST", path, json_body=wish).json["secret"] is not None


def test_a_key_of_another_request_is_refused_by_the_verbs(customer: Customer) -> None:
    """Another endpoint, another verb, another route: 422, and no secret that would never sign."""
    one, two = (create(customer).json["endpoint_id"] for _ in range(2))
    rotation = [("Idempotency-Key", "rotation")]
    first = customer.send("POST", f"{PATH}/{one}:rotate_secret", headers=rotation)
    assert first.json["secret"] is not None
    picture = [("Idempotency-Key", "picture")]
    assert customer.image(customer.character(), key="picture").status == 201
    for target, headers in (
        (f"{two}:rotate_secret", rotation),
        (f"{one}:test", rotation),
        (f"{one}:rotate_secret", picture),
        (f"{one}:test", picture),
    ):
        refused = customer.send("POST", f"{PATH}/{target}", headers=headers)
        assert (refused.status, refused.error["code"]) == (422, "idempotency_key_reused"), target


def test_a_rotation_with_another_overlap_is_another_request(customer: Customer) -> None:
    """422 for the key of the first."""
    path = f"{PATH}/{create(customer).json['endpoint_id']}:rotate_secret"
    with_key = {"headers": [("Idempotency-Key", "r")]}
    customer.send("POST", path, json_body={"overlap_seconds": 0}, **with_key)
    refused = customer.send("POST", path, json_body={"overlap_seconds": 60}, **with_key)
    assert (refused.status, refused.error["code"]) == (422, "idempotency_key_reused")


def test_changes_at_once_undo_nothing_of_each_other(site: Site, customer: Customer) -> None:
    """Address, description and filter of three requests all hold, whichever came first."""
    path = f"{PATH}/{create(customer).json['endpoint_id']}"
    wishes: list[dict[str, Any]] = [
        {"url": "https://hooks.example/new"},
        {"description": "mine"},
        {"event_types": ["credits.low"]},
    ]
    replies = site.send_all(customer.ask("PATCH", path, json_body=wish) for wish in wishes)
    assert {reply.status for reply in replies} == {200}
    found = customer.send("GET", path).json
    assert {name: found[name] for wish in wishes for name in wish} == {
        "url": "https://hooks.example/new",
        "description": "mine",
        "event_types": ["credits.low"],
    }


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example/",
        "ftp://hooks.example/",
        "https://",
        "https:///path",
        "hooks.example",
        "https://user:secret@hooks.example/",
        "https://user@hooks.example/",
        "https://hooks.example/#part",
        "https://hooks.example:0/",
        "https://hooks.example:99999/",
        "https://hooks.example/a b",
        "https://hööks.example/",
        "https://hooks.example\\@169.254.169.254/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://[64:ff9b::a9fe:a9fe]/",
        "https://169.254.169.254/latest/meta-data",
        "https://[fe80::1%25eth0]/",
        "https://hooks.example/" + "a" * 2048,
    ],
)
def test_an_address_that_cannot_be_used_is_refused(customer: Customer, url: str) -> None:
    """Before anything is recorded, with the name of the field and no address in the message."""
    reply = create(customer, url=url)
    assert (reply.status, reply.error["code"], reply.error["param"]) == (
        422,
        "validation_failed",
        "url",
    )
    assert "169.254" not in reply.error["message"]


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"event_types": []}, 422),
        ({"event_types": ["nothing.known"]}, 422),
        ({"event_types": "credits.low"}, 400),
        ({"description": "x" * 201}, 422),
        ({"secret": "whsec_mine"}, 400),
    ],
)
def test_other_values_that_cannot_be_used(
    customer: Customer, wish: dict[str, Any], status: int
) -> None:
    """Unknown types, empty filters and unknown fields."""
    assert create(customer, **wish).status == status


def test_an_endpoint_is_changed(customer: Customer) -> None:
    """What is left out stays; null means every type; enabling and disabling are fields."""
    created = create(customer, event_types=["credits.low"], description="mine").json
    path = f"{PATH}/{created['endpoint_id']}"
    changed = customer.send("PATCH", path, json_body={"url": "https://other.example/"})
    assert changed.json == created | {"url": "https://other.example/", "secret": None}
    changed = customer.send("PATCH", path, json_body={"event_types": None, "description": None})
    assert (changed.json["event_types"], changed.json["description"]) == (None, None)
    off = customer.send("PATCH", path, json_body={"enabled": False})
    assert (off.json["enabled"], off.json["disabled_by"]) == (False, "customer")
    test = customer.send("POST", f"{path}:test")
    assert (test.status, test.error["code"]) == (409, "invalid_state")
    on = customer.send("PATCH", path, json_body={"enabled": True})
    assert (on.json["enabled"], on.json["disabled_by"]) == (True, None)
    bare = customer.send("POST", path)
    assert (bare.status, bare.header("allow")) == (405, "DELETE, GET, PATCH")
    refused = customer.send("PATCH", path, json_body={"url": "https://10.0.0.1/"})
    assert (refused.status, refused.error["param"]) == (422, "url")


def test_no_more_is_changed_and_replayed_in_a_minute_than_may_be(site: Site) -> None:
    """Enabling sends a test, and a replay what was sent before: both call somebody, for nothing."""
    site.freeze()
    customer = site.account()
    endpoint_id = create(customer).json["endpoint_id"]
    wishes = [{"enabled": bool(number % 2)} for number in range(30)]
    changed = [customer.send("PATCH", f"{PATH}/{endpoint_id}", json_body=w) for w in wishes]
    assert [reply.status for reply in changed] == [200] * 29 + [429]
    wish = {"endpoint_id": endpoint_id, "since": "2031-01-01T00:00:00Z"}
    site.now = datetime(2031, 1, 1, 12, 1, tzinfo=UTC)
    customer.send("PATCH", f"{PATH}/{endpoint_id}", json_body={"enabled": True})
    with _followed(site):
        replayed = [
            customer.send("POST", "/v1/webhook_deliveries:replay", json_body=wish)
            for _ in range(61)
        ]
    assert [reply.status for reply in replayed] == [202] * 60 + [429]
    assert replayed[-1].error["code"] == "rate_limited"


def test_changing_nothing_records_nothing(site: Site, customer: Customer) -> None:
    """The same values again leave the log as it is."""
    created = create(customer, event_types=["credits.low"]).json
    head = site.ledger.head()
    same = {"url": created["url"], "event_types": ["credits.low"], "enabled": True}
    reply = customer.send("PATCH", f"{PATH}/{created['endpoint_id']}", json_body=same)
    assert reply.status == 200
    assert site.ledger.head() == head


def test_a_deleted_endpoint_is_gone(customer: Customer) -> None:
    """It reads, changes and tests as an id that never was; its creation, replayed, says so."""
    created = create(customer, key="d").json
    path = f"{PATH}/{created['endpoint_id']}"
    deleted = customer.send("DELETE", path)
    assert (deleted.status, deleted.json) == (
        200,
        {"endpoint_id": created["endpoint_id"], "deleted": True},
    )
    for method, target, body in (
        ("GET", path, None),
        ("DELETE", path, None),
        ("PATCH", path, {}),
        ("POST", f"{path}:test", None),
        ("POST", f"{path}:rotate_secret", {}),
    ):
        assert customer.send(method, target, json_body=body).status == 404
    replayed = create(customer, key="d")
    assert (replayed.status, replayed.error["code"]) == (409, "invalid_state")
    assert "was deleted" in replayed.error["message"]
    other = create(customer, key="d", description="other")
    assert (other.status, other.error["code"]) == (422, "idempotency_key_reused")


def test_an_account_has_sixteen_endpoints_and_no_more(site: Site) -> None:
    """However many are created at once, over two processes; a deleted one makes room for one."""
    customer, other = site.account(tier="unlimited"), site.serve()

    def create_at_once(count: int) -> list[Any]:
        wish = {"url": "https://hooks.example/"}
        asked = (
            customer.ask("POST", PATH, json_body=wish, app=other if number % 2 else None)
            for number in range(count)
        )
        return site.send_all(asked)

    replies = create_at_once(40)
    assert sorted(reply.status for reply in replies) == [201] * 16 + [409] * 24
    refused = next(reply for reply in replies if reply.status == 409)
    assert refused.error["message"] == "An account has at most 16 webhook endpoints."
    made = next(reply.json["endpoint_id"] for reply in replies if reply.status == 201)
    assert customer.send("DELETE", f"{PATH}/{made}").status == 200
    assert sorted(reply.status for reply in create_at_once(6)) == [201] + [409] * 5


def test_endpoints_from_before_they_were_counted_are_counted(site: Site) -> None:
    """Of an account with three such, and a fourth that was deleted while the list lags, thirteen
    more are created at once and no other; each of the older ones makes room when it is deleted.
    """
    customer = site.account(tier="unlimited")
    older = [_created_uncounted(site, customer) for _ in range(4)]
    assert customer.send("DELETE", f"{PATH}/{older[3]}").status == 200
    wish = {"url": "https://hooks.example/"}

    def create_at_once(count: int) -> list[int]:
        asked = (customer.ask("POST", PATH, json_body=wish) for _ in range(count))
        return sorted(reply.status for reply in site.send_all(asked))

    assert create_at_once(20) == [201] * 13 + [409] * 7
    assert customer.send("DELETE", f"{PATH}/{older[0]}").status == 200
    assert create_at_once(3) == [201, 409, 409]


def _created_uncounted(site: Site, customer: Customer) -> EndpointId:
    """An endpoint of the days before there was a directory, in the log and in the list."""
    endpoint_id = EndpointId(uuid4())
    event = EndpointCreated(
        account_id=customer.account_id,
        livemode=True,
        sealed=b"sealed",
        event_types=None,
        secret_id=SecretId(uuid4()),
        fingerprint=b"fingerprint",
    )

    def decide(states: Any, now: datetime) -> Decision:
        return Decision(events={endpoint_id: [event]})

    command = Command(streams=(endpoint_id,), decide=decide)
    position = site.ledger.append(command).result(60).position
    route = """
        INSERT INTO xavira_live.webhook_routes (endpoint_id, account_id, position, sealed, secrets)
        VALUES (%s, %s, %s, 'sealed', '[]')
    """
    with psycopg.connect(site.database_url) as connection:
        connection.execute(route, (endpoint_id, customer.account_id, position))
    return endpoint_id


def test_everything_of_another_account_is_not_there(site: Site, customer: Customer) -> None:
    """Another's endpoint and delivery answer exactly as ids that nobody has."""
    created = create(customer).json
    stranger = site.account()
    for method, suffix, body in (
        ("GET", "", None),
        ("DELETE", "", None),
        ("PATCH", "", {"enabled": False}),
        ("POST", ":test", None),
        ("POST", ":rotate_secret", {}),
    ):
        answers = []
        for endpoint_id in (created["endpoint_id"], str(uuid4()), "nonsense"):
            reply = stranger.send(method, f"{PATH}/{endpoint_id}{suffix}", json_body=body)
            error = reply.error | {"request_id": ""}
            answers.append((reply.status, error))
        assert answers[0] == answers[1] == answers[2]
        assert answers[0][0] == 404
    for path in ("/v1/webhook_deliveries/{}", "/v1/webhook_deliveries/{}:replay"):
        for delivery_id in (str(uuid4()), "nonsense"):
            method = "POST" if path.endswith("replay") else "GET"
            assert stranger.send(method, path.format(delivery_id)).status == 404
    wish = {"endpoint_id": created["endpoint_id"], "since": datetime.now(UTC).isoformat()}
    assert stranger.send("POST", "/v1/webhook_deliveries:replay", json_body=wish).status == 404
    assert customer.send("GET", f"{PATH}/{created['endpoint_id']}").json["enabled"] is True


def test_a_range_to_replay_is_bounded(site: Site, customer: Customer) -> None:
    """Thirty days back, and not backwards."""
    site.freeze()
    endpoint_id = create(customer).json["endpoint_id"]
    for wish, param in (
        ({"since": "2030-12-01T12:00:00Z"}, "since"),
        ({"since": "2031-01-01T12:00:00Z", "until": "2031-01-01T11:00:00+00:00"}, "until"),
        ({"since": "0001-01-01T00:00:00+14:00"}, "since"),
        ({"since": "2031-01-01T12:00:00Z", "cursor": "eGF2MTox"}, "cursor"),
        ({"since": "9999-12-31T23:59:59-14:00"}, "until"),
    ):
        body = {"endpoint_id": endpoint_id} | wish
        reply = customer.send("POST", "/v1/webhook_deliveries:replay", json_body=body)
        assert (reply.status, reply.error["param"]) == (422, param)


def test_an_address_is_not_readable_in_the_log(site: Site, customer: Customer) -> None:
    """Neither the URL, which may carry a token, nor the secret stands in any event or row."""
    create(customer, url="https://hooks.example/canary-in-the-path")
    rows = [
        row
        for table in ("xavira_live.stored_events", "xavira_live.webhook_secrets")
        for row in site.rows(f"SELECT row::text FROM {table} AS row")
    ]
    assert rows != []
    assert not any("canary" in row[0] for row in rows)
    assert not any(b"canary".hex() in row[0] for row in rows)
