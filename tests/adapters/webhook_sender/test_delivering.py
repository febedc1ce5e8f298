"""Events become messages that receivers can verify, once each, with the API's own objects."""

import ssl
import threading

import psycopg
import pytest
import trustme
from standardwebhooks import Webhook

from adapters.accounts.erasure import Eraser
from adapters.eventstore import PostgresLedger
from adapters.web.app import api_document
from projections.rebuild import rebuild
from projections.registry import PROJECTIONS
from tests.adapters.web.customer import Customer
from tests.adapters.webhook_sender.post_office import PostOffice
from tests.adapters.webhook_sender.receiver import Receiver, receiving, status
from tests.stack import wait_for


def test_a_completed_generation_is_told(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """The message verifies with the secret shown, and its data is what GET answers."""
    endpoint = office.endpoint(customer, receiver.url)
    assert endpoint["secret"].startswith("whsec_")
    image = customer.image(customer.character())
    office.until(lambda: receiver.of("generation.completed"))
    (received,) = receiver.of("generation.completed")
    body = Webhook(endpoint["secret"]).verify(received.body, received.headers)
    read = customer.send("GET", f"/v1/generations/{image.json['generation_id']}").json
    assert body["data"] == read
    assert (body["type"], body["livemode"], body["sequence"]) == ("generation.completed", True, 2)
    assert received.headers["accept-encoding"] == "identity"
    assert [each["type"] for each in office.ended(customer, 2)] == [
        "generation.completed",
        "character.ready",
    ]


@pytest.mark.parametrize(
    ("outcome", "event_type", "code"),
    [
        ("fail", "generation.failed", "generation_failed"),
        ("block", "generation.blocked", "moderation_blocked"),
        ("cancel", "generation.canceled", "generation_canceled"),
        ("expire", "generation.expired", "deadline_exceeded"),
    ],
)
def test_other_endings_are_told_with_their_refund(
    office: PostOffice,
    customer: Customer,
    receiver: Receiver,
    outcome: str,
    event_type: str,
    code: str,
) -> None:
    """One message for the ending and one for the credits that came back."""
    office.endpoint(customer, receiver.url)
    customer.outcome(outcome).image(customer.character())
    office.until(lambda: receiver.of(event_type) and receiver.of("credits.refunded"))
    (ended,), (refunded,) = receiver.of(event_type), receiver.of("credits.refunded")
    error = ended.json["data"]["error"]
    stage = "output" if outcome == "block" else None
    assert (error["code"], error["retry"], error["stage"]) == (code, "new_key", stage)
    assert ended.json["data"]["refunded_credits"] == 1
    assert refunded.json["data"] == {
        "generation_id": ended.json["data"]["generation_id"],
        "amount": 1,
        "cause": event_type.removeprefix("generation."),
    }
    assert ended.json["subject_id"] == ended.json["data"]["generation_id"]
    assert refunded.json["subject_id"] == str(customer.account_id)
    assert refunded.json["sequence"] > ended.json["sequence"]


def test_what_is_sent_is_what_the_document_tells(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Envelope and data have the fields of their schemas, for objects and for facts."""
    document = api_document()
    schemas = document["components"]["schemas"]
    endpoint = office.endpoint(customer, receiver.url)
    customer.send("PATCH", "/v1/account", json_body={"low_credits": 25})
    character_id = customer.character()
    customer.image(character_id)
    customer.outcome("fail").image(character_id)
    customer.send("POST", f"/v1/webhook_endpoints/{endpoint['endpoint_id']}:test")
    told = ["character.ready", "credits.low", "credits.refunded", "generation.completed"]
    told += ["generation.failed", "webhook.test"]
    office.until(lambda: all(map(receiver.of, told)))
    for event in told:
        body = receiver.of(event)[0].json
        content = document["webhooks"][event]["post"]["requestBody"]["content"]
        message = schemas[content["application/json"]["schema"]["$ref"].rpartition("/")[2]]
        data = message["allOf"][1]["properties"]["data"]["$ref"].rpartition("/")[2]
        assert list(body) == list(schemas["WebhookMessage"]["properties"])
        assert list(body["data"]) == list(schemas[data]["properties"])


def test_endpoints_are_listed_in_pages(office: PostOffice, customer: Customer) -> None:
    """Newest first; all of them on one page where no limit is asked for."""
    made = [office.endpoint(customer, "http://127.0.0.1:1/")["endpoint_id"] for _ in range(3)]
    path = "/v1/webhook_endpoints"
    page = customer.send("GET", f"{path}?limit=2").json
    rest = customer.send("GET", f"{path}?limit=2&cursor={page['next_cursor']}").json
    listed = [each["endpoint_id"] for each in page["data"] + rest["data"]]
    assert (listed, rest["next_cursor"]) == (made[::-1], None)
    assert customer.send("GET", path).json == {
        "data": page["data"] + rest["data"],
        "next_cursor": None,
    }


def test_a_filter_keeps_other_types_away(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Only what an endpoint asked for goes there."""
    office.endpoint(customer, receiver.url, event_types=["generation.failed"])
    with receiving() as other:
        office.endpoint(customer, other.url, event_types=["character.ready"])
        customer.outcome("fail").image(customer.character())
        office.until(lambda: receiver.received and other.received)
        office.ended(customer, 2)
        assert [each.json["type"] for each in receiver.received] == ["generation.failed"]
        assert [each.json["type"] for each in other.received] == ["character.ready"]


def test_a_balance_that_runs_out_is_told_on_the_way(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Below ten credits once, at nothing once; neither with every debit."""
    office.endpoint(customer, receiver.url, event_types=["credits.low", "credits.depleted"])
    character_id = customer.character()
    for _ in range(25):
        assert customer.image(character_id).status == 201
    office.until(lambda: receiver.of("credits.depleted"))
    office.ended(customer, 2)
    assert sorted(each.json["type"] for each in receiver.received) == [
        "credits.depleted",
        "credits.low",
    ]
    (low,) = receiver.of("credits.low")
    assert low.json["data"]["threshold"] == 10
    assert 0 <= low.json["data"]["available"] < 10
    (depleted,) = receiver.of("credits.depleted")
    assert depleted.json["data"]["available"] == 0


def test_an_account_says_itself_what_is_low(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Its own threshold counts for webhooks as for mails; without one the operator's does."""
    office.endpoint(customer, receiver.url, event_types=["credits.low"])
    customer.send("PATCH", "/v1/account", json_body={"low_credits": 24})
    character_id = customer.character()
    for _ in range(2):
        assert customer.image(character_id).status == 201
    office.until(lambda: receiver.of("credits.low"))
    (low,) = receiver.of("credits.low")
    assert low.json["data"] == {"available": 23, "threshold": 24}


def test_an_account_that_wants_no_warning_is_told_the_end_alone(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """No balance is below a threshold of 0: of 25 spent credits only the last tells something."""
    office.endpoint(customer, receiver.url, event_types=["credits.low", "credits.depleted"])
    customer.send("PATCH", "/v1/account", json_body={"low_credits": 0})
    character_id = customer.character()
    for _ in range(25):
        assert customer.image(character_id).status == 201
    office.until(lambda: receiver.of("credits.depleted"))
    (delivery,) = office.ended(customer, 1)
    assert delivery["type"] == "credits.depleted"
    (depleted,) = receiver.of("credits.depleted")
    assert depleted.json["data"] == {"available": 0, "threshold": 0}


def test_over_tls_with_the_right_name(
    office: PostOffice, customer: Customer, authority: trustme.CA
) -> None:
    """A receiver whose certificate is for its name is served; one for another name is not."""
    mine, other = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(mine)
    authority.issue_cert("elsewhere.example").configure_cert(other)
    with receiving(mine) as good, receiving(other) as bad:
        endpoint = office.endpoint(customer, good.named("localhost"))
        office.endpoint(customer, bad.named("localhost"))
        customer.character()
        office.until(lambda: good.received)
        Webhook(endpoint["secret"]).verify(good.received[0].body, good.received[0].headers)
        assert good.received[0].headers["host"] == f"localhost:{good.port}"
        refused, delivered = office.ended(customer, 2)
        if delivered["endpoint_id"] != endpoint["endpoint_id"]:
            refused, delivered = delivered, refused
        assert (delivered["state"], refused["state"]) == ("delivered", "waiting")
        (attempt,) = office.detail(customer, refused["delivery_id"])["attempt_list"]
        assert (attempt["outcome"], attempt["status"]) == ("tls", None)
        assert bad.received == []


def test_a_replay_has_the_same_id(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """One delivery, and then a range, are sent again under the ids that they had."""
    endpoint = office.endpoint(customer, receiver.url)
    customer.image(customer.character())
    first = office.ended(customer, 2)
    ids = {each.webhook_id for each in receiver.received}
    assert ids == {each["webhook_id"] for each in first}
    again = customer.send("POST", f"/v1/webhook_deliveries/{first[0]['delivery_id']}:replay")
    assert (again.status, again.json["state"]) == (202, "waiting")
    office.until(lambda: len(receiver.received) == 3)
    assert receiver.received[2].webhook_id == first[0]["webhook_id"]
    wait_for(lambda: office.deliveries(customer)[0]["state"] == "delivered")
    assert office.deliveries(customer)[0]["attempts"] == 2
    wish = {
        "endpoint_id": endpoint["endpoint_id"],
        "since": first[1]["created_at"],
        "which": "all",
    }
    done = customer.send("POST", "/v1/webhook_deliveries:replay", json_body=wish)
    assert (done.status, done.json) == (202, {"replayed": 2, "next_cursor": None})
    office.until(lambda: len(receiver.received) == 5)
    assert {each.webhook_id for each in receiver.received[3:]} == ids
    wait_for(lambda: {each["state"] for each in office.deliveries(customer)} == {"delivered"})
    del wish["which"]
    undelivered = customer.send("POST", "/v1/webhook_deliveries:replay", json_body=wish)
    assert undelivered.json["replayed"] == 0
    rest = wish | {"which": "all", "cursor": f"c{office.number(first[1]['delivery_id'])}"}
    done = customer.send("POST", "/v1/webhook_deliveries:replay", json_body=rest)
    assert done.json["replayed"] == 1


def test_a_test_is_sent_and_shown(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Whatever the filter says, once for each Idempotency-Key, with request and reply on record."""
    endpoint = office.endpoint(customer, receiver.url, event_types=["credits.low"])
    path = f"/v1/webhook_endpoints/{endpoint['endpoint_id']}:test"
    replies = [customer.send("POST", path, headers=[("Idempotency-Key", "one")]) for _ in range(2)]
    assert [reply.status for reply in replies] == [202, 202]
    assert replies[0].json["delivery_id"] == replies[1].json["delivery_id"]
    (delivery,) = office.ended(customer, 1)
    (received,) = receiver.received
    assert received.json["type"] == "webhook.test"
    assert received.json["data"] == {"endpoint_id": endpoint["endpoint_id"]}
    detail = office.detail(customer, delivery["delivery_id"])
    assert detail["body"].encode() == received.body
    (attempt,) = detail["attempt_list"]
    assert (attempt["outcome"], attempt["status"], attempt["reply"]) == ("delivered", 200, "ok")
    for name in ("webhook-id", "webhook-timestamp", "webhook-signature"):
        assert attempt["request_headers"][name] == received.headers[name]


def test_a_test_that_was_asked_for_is_told_though_its_endpoint_was_disabled(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """The same Idempotency-Key again answers the delivery; a new one, or none, is refused."""
    endpoint = office.endpoint(customer, receiver.url)
    path = f"/v1/webhook_endpoints/{endpoint['endpoint_id']}"
    first = customer.send("POST", f"{path}:test", headers=[("Idempotency-Key", "one")])
    office.ended(customer, 1)
    assert customer.send("PATCH", path, json_body={"enabled": False}).status == 200
    office.caught_up()
    again = customer.send("POST", f"{path}:test", headers=[("Idempotency-Key", "one")])
    assert (again.status, again.header("idempotent-replayed")) == (202, "true")
    assert again.json["delivery_id"] == first.json["delivery_id"]
    for headers in ([("Idempotency-Key", "two")], []):
        refused = customer.send("POST", f"{path}:test", headers=headers)
        assert (refused.status, refused.error["code"]) == (409, "invalid_state")
    assert len(receiver.received) == 1


def test_a_test_with_another_body_is_another_request(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """None and `{}` are the same; anything else is 422 with the key of the first, and 400 without.
    A replay of its delivery takes none either.
    """
    endpoint = office.endpoint(customer, receiver.url)
    path = f"/v1/webhook_endpoints/{endpoint['endpoint_id']}:test"
    with_key = {"headers": [("Idempotency-Key", "one")]}
    first = customer.send("POST", path, **with_key)
    again = customer.send("POST", path, json_body={}, **with_key)
    assert (again.status, again.header("idempotent-replayed")) == (202, "true")
    assert again.json["delivery_id"] == first.json["delivery_id"]
    refused = customer.send("POST", path, json_body={"dry_run": True}, **with_key)
    assert (refused.status, refused.error["code"]) == (422, "idempotency_key_reused")
    office.ended(customer, 1)
    replay = f"/v1/webhook_deliveries/{first.json['delivery_id']}:replay"
    for asked in (path, replay):
        refused = customer.send("POST", asked, json_body={"dry_run": True})
        assert (refused.status, refused.error["code"]) == (400, "invalid_request")
    assert len(receiver.received) == 1
    assert customer.send("POST", replay, json_body={}).status == 202


def test_a_test_that_was_not_put_in_line_waits_for_nobody_who_is_disabled(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Asked for, then lost with its process: repeated while the endpoint is disabled, it is held
    like everything else, and a replay sends it.
    """
    endpoint = office.endpoint(customer, receiver.url, event_types=["credits.low"])
    path = f"/v1/webhook_endpoints/{endpoint['endpoint_id']}"
    with_key = {"headers": [("Idempotency-Key", "one")]}
    delivery_id = customer.send("POST", f"{path}:test", **with_key).json["delivery_id"]
    office.ended(customer, 1)
    for table in ("webhook_attempts", "webhook_deliveries"):
        office.sql.execute(f"DELETE FROM {table} WHERE delivery_id = %s".encode(), (delivery_id,))
    assert customer.send("PATCH", path, json_body={"enabled": False}).status == 200
    office.caught_up()
    again = customer.send("POST", f"{path}:test", **with_key)
    assert (again.status, again.json["delivery_id"]) == (202, delivery_id)
    assert (again.json["state"], again.json["next_attempt_at"]) == ("held", None)
    assert customer.send("PATCH", path, json_body={"enabled": True}).status == 200
    office.caught_up()
    replayed = customer.send("POST", f"/v1/webhook_deliveries/{delivery_id}:replay")
    assert replayed.status == 202
    webhook_id = again.json["webhook_id"]
    office.until(lambda: [r.webhook_id for r in receiver.received].count(webhook_id) == 2)


def test_rebuilding_everything_sends_nothing(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """After a rebuild of every projection no receiver has heard anything, and no row is new."""
    office.endpoint(customer, receiver.url)
    customer.image(customer.character())
    office.ended(customer, 2)
    office.site.project()
    heard = len(receiver.received)
    before = office.one("SELECT count(*) FROM webhook_deliveries")
    options = "-c search_path=xavira_live -c timezone=UTC"
    with (
        psycopg.connect(office.database_url, autocommit=True, options=options) as owner,
        PostgresLedger(office.database_url, role="xavira_work") as ledger,
    ):
        for name in PROJECTIONS:
            done = rebuild(
                name,
                owner,
                ledger.read,
                stop=threading.Event(),
                progress=lambda position, target: None,
            )
            assert (done.swapped, done.differences) == (True, 0)
    office.caught_up()
    customer.send("GET", "/v1/webhook_deliveries")
    assert office.one("SELECT count(*) FROM webhook_deliveries") == before
    assert len(receiver.received) == heard == 2


def test_a_second_look_at_the_log_makes_no_second_delivery(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """A checkpoint that went back, as after a restored backup, finds every row in place."""
    office.endpoint(customer, receiver.url)
    customer.image(customer.character())
    ended = office.ended(customer, 2)
    office.forget_checkpoint()
    office.caught_up()
    assert office.deliveries(customer) == ended
    assert len(receiver.received) == 2


def test_an_erased_account_leaves_nothing(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Endpoints, secrets, deliveries, attempts and levels of the account are gone."""
    receiver.answer = status(500)
    office.endpoint(customer, receiver.url)
    customer.outcome("hold").image(customer.character(), prefer="respond-async")
    office.ended(customer, 1)
    tables = ("routes", "secrets", "deliveries", "levels")
    mine = {
        table: f"SELECT count(*) FROM webhook_{table} WHERE account_id = %s" for table in tables
    }
    for table in tables[:3]:
        assert office.one(mine[table], customer.account_id) == 1
    eraser = Eraser(
        database_url=office.database_url,
        ledger=office.ledger,
        object_store=office.site.objects,
        actor="test",
    )
    eraser.erase(customer.account_id)
    office.caught_up()
    assert [office.one(mine[table], customer.account_id) for table in tables] == [0, 0, 0, 0]
    orphans = """
        SELECT count(*) FROM webhook_attempts
        WHERE delivery_id NOT IN (SELECT delivery_id FROM webhook_deliveries)
    """
    assert office.one(orphans) == 0


def test_several_senders_share_the_work(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Two senders on one database send every message once."""
    office.endpoint(customer, receiver.url, event_types=["generation.completed"])
    character_id = customer.character()
    first = office.sender_thread()
    try:
        images = [customer.image(character_id).json["generation_id"] for _ in range(20)]
        office.until(lambda: len(receiver.received) >= 20)
        office.ended(customer, 20)
    finally:
        first()
    assert sorted(each.json["data"]["generation_id"] for each in receiver.received) == sorted(
        images
    )
