"""Receivers that misbehave, secrets that change, senders that die: nothing is lost."""

import asyncio
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from adapters.postgres.connections import async_pool, connect
from adapters.webhook_sender.outbox import Outbox
from projections.webhooks import WebhookReaction
from tests.adapters.web.customer import Customer
from tests.adapters.webhook_sender.post_office import PostOffice
from tests.adapters.webhook_sender.receiver import OK, Received, Receiver, receiving, says, status
from tests.stack import wait_for

MOST_AT_ONCE = """
    WITH mine AS (
        SELECT attempt.started_at, attempt.started_at + milliseconds * interval '1 ms' AS ended_at
        FROM webhook_attempts AS attempt JOIN webhook_deliveries USING (delivery_id)
        WHERE account_id = %s AND attempt.number = %s
    )
    SELECT max((
        SELECT count(*) FROM mine AS other
        WHERE other.started_at <= one.started_at AND other.ended_at > one.started_at
    )) FROM mine AS one
"""
"""Of an account's attempts of this number, those that were open at the same moment."""


SECOND_ATTEMPTS = """
    SELECT count(*) FROM webhook_attempts AS attempt JOIN webhook_deliveries USING (delivery_id)
    WHERE account_id = %s AND attempt.number = 2 AND outcome <> 'unknown'
"""


OVERLAP_IS_OVER = """
    UPDATE webhook_routes SET secrets = (
        SELECT jsonb_agg(
            CASE WHEN named ->> 'ends_at' IS NULL THEN named
            ELSE named || jsonb_build_object('ends_at', now() - interval '1 s') END
            ORDER BY place
        ) FROM jsonb_array_elements(secrets) WITH ORDINALITY AS listed (named, place)
    ) WHERE endpoint_id = %s
"""
"""The secrets of an endpoint that were to end have ended."""


def wait_after(attempt: dict[str, Any], delivery: dict[str, Any]) -> timedelta:
    """How long after the end of an attempt the next one is due."""
    ended = timedelta(milliseconds=attempt["milliseconds"])
    ended_at = datetime.fromisoformat(attempt["started_at"]) + ended
    return datetime.fromisoformat(delivery["next_attempt_at"]) - ended_at


def test_a_private_address_is_blocked_and_recorded(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Where private addresses are not allowed, the attempt says so and nothing else."""
    office.endpoint(customer, receiver.url)
    office.restart_sender(allow_private=False)
    try:
        customer.character()
        (delivery,) = office.ended(customer, 1)
        (attempt,) = office.detail(customer, delivery["delivery_id"])["attempt_list"]
        assert (attempt["outcome"], attempt["reply"]) == ("blocked_address", None)
        assert (delivery["state"], receiver.open_max) == ("waiting", 0)
    finally:
        office.restart_sender()


@pytest.mark.parametrize(
    ("answer", "outcome", "at_least", "at_most"),
    [
        (status(302, "Location: http://169.254.169.254/"), "http_302", 4, 6),
        (status(500), "http_500", 4, 6),
        (status(429, "Retry-After: 999999"), "http_429", 35_900, 36_000),
        (status(503, "Retry-After: 60"), "http_503", 59, 60),
        (status(429, "Retry-After: soon"), "http_429", 4, 6),
        (status(500, "Retry-After: 999999"), "http_500", 4, 6),
    ],
)
def test_failures_are_tried_again(
    office: PostOffice,
    customer: Customer,
    receiver: Receiver,
    answer: Any,
    outcome: str,
    at_least: int,
    at_most: int,
) -> None:
    """In five seconds, or later where a busy receiver asks for it, but within ten hours."""
    receiver.answer = answer
    office.endpoint(customer, receiver.url)
    customer.character()
    (delivery,) = office.ended(customer, 1)
    (attempt,) = office.detail(customer, delivery["delivery_id"])["attempt_list"]
    assert (delivery["state"], attempt["outcome"]) == ("waiting", outcome)
    assert timedelta(seconds=at_least) < wait_after(attempt, delivery)
    left = datetime.fromisoformat(delivery["next_attempt_at"]) - datetime.now(UTC)
    assert left <= timedelta(seconds=at_most)


def test_a_delivery_fails_after_ten_attempts(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Each attempt is on record with its own time; then it is over."""
    receiver.answer = status(500)
    office.endpoint(customer, receiver.url)
    customer.character()
    for attempts in range(1, 11):
        wait_for(
            lambda attempts=attempts: (
                (found := office.deliveries(customer))
                and found[0]["attempts"] == attempts
                and found[0]["state"] != "sending"
            )
        )
        office.hurry(customer)
    (delivery,) = office.deliveries(customer)
    assert (delivery["state"], delivery["next_attempt_at"]) == ("failed", None)
    detail = office.detail(customer, delivery["delivery_id"])
    assert [attempt["number"] for attempt in detail["attempt_list"]] == list(range(10, 0, -1))
    assert len({received.webhook_id for received in receiver.received}) == 1
    assert len(receiver.received) == 10


def test_gone_disables_at_once(office: PostOffice, customer: Customer, receiver: Receiver) -> None:
    """410 ends it: the owner is told, and so is the account's other endpoint."""
    receiver.answer = status(410)
    gone = office.endpoint(customer, receiver.url, event_types=["character.ready"])
    with receiving() as other:
        office.endpoint(customer, other.url, event_types=["webhook_endpoint.disabled"])
        customer.character()
        office.until(lambda: other.received)
        assert other.received[0].json["data"] == {
            "endpoint_id": gone["endpoint_id"],
            "disabled_by": "gone",
        }
    read = customer.send("GET", f"/v1/webhook_endpoints/{gone['endpoint_id']}").json
    assert (read["enabled"], read["disabled_by"]) == (False, "gone")
    assert office.mails(customer.account_id) == ["webhook_disabled"]


def test_five_days_of_failures_disable_and_a_replay_brings_everything(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """What happens meanwhile is held; after a test on enabling, a replay sends all of it under its
    own ids.
    """
    receiver.answer = status(500)
    endpoint = office.endpoint(customer, receiver.url)
    customer.character()
    office.ended(customer, 1)
    office.sql.execute(
        "UPDATE webhook_routes SET failing_since = now() - interval '5 days'"
        " WHERE endpoint_id = %s",
        (endpoint["endpoint_id"],),
    )
    office.hurry(customer)
    path = f"/v1/webhook_endpoints/{endpoint['endpoint_id']}"
    wait_for(lambda: customer.send("GET", path).json["disabled_by"] == "failing")
    assert office.mails(customer.account_id) == ["webhook_disabled"]
    heard = len(receiver.received)
    customer.character()
    office.caught_up()
    wait_for(lambda: [d["state"] for d in office.deliveries(customer)] == ["held", "held"])
    assert len(receiver.received) == heard
    refused = customer.send(
        "POST",
        f"/v1/webhook_deliveries/{office.deliveries(customer)[0]['delivery_id']}:replay",
    )
    assert (refused.status, refused.error["code"]) == (409, "invalid_state")
    receiver.answer = says(OK)
    held = {each["webhook_id"] for each in office.deliveries(customer)}
    enabled = customer.send("PATCH", path, json_body={"enabled": True})
    assert (enabled.status, enabled.json["enabled"]) == (200, True)
    office.until(lambda: receiver.of("webhook.test"))
    since = (datetime.now(UTC) - timedelta(days=6)).isoformat()
    wish = {"endpoint_id": endpoint["endpoint_id"], "since": since}
    done = customer.send("POST", "/v1/webhook_deliveries:replay", json_body=wish)
    assert done.json["replayed"] == 2
    office.until(lambda: len(receiver.received) == heard + 3)
    later = [each for each in receiver.received[heard:] if each.json["type"] != "webhook.test"]
    assert {each.webhook_id for each in later} == held


def test_a_replay_waits_until_the_endpoint_is_known_to_be_enabled(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Deliveries that lag behind it refuse one and a range for a moment: nobody is told that
    nothing was to be sent.
    """
    endpoint = office.endpoint(customer, receiver.url)
    path = f"/v1/webhook_endpoints/{endpoint['endpoint_id']}"
    assert customer.send("PATCH", path, json_body={"enabled": False}).status == 200
    customer.character()
    office.caught_up()
    (held,) = office.deliveries(customer, state="held")
    whole = {
        "endpoint_id": endpoint["endpoint_id"],
        "since": held["created_at"],
        "until": datetime.now(UTC).isoformat(),
    }
    one = f"/v1/webhook_deliveries/{held['delivery_id']}:replay"
    with office.not_following():
        assert customer.send("PATCH", path, json_body={"enabled": True}).status == 200
        for target, wish in (("/v1/webhook_deliveries:replay", whole), (one, None)):
            refused = customer.send("POST", target, json_body=wish)
            assert (refused.status, refused.header("retry-after")) == (503, "2"), refused
            assert refused.error["code"] == "temporarily_unavailable"
    office.caught_up()
    done = customer.send("POST", "/v1/webhook_deliveries:replay", json_body=whole)
    assert (done.status, done.json) == (202, {"replayed": 1, "next_cursor": None})
    assert customer.send("POST", one).status == 202
    office.until(lambda: receiver.of("character.ready"))


def test_a_slow_receiver_delays_nobody(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """While four attempts hang at one endpoint, which is all it gets, another's are delivered; once
    it has failed it gets one at a time.
    """

    answers = threading.Event()

    async def at_last(received: Received, writer: asyncio.StreamWriter) -> None:
        await asyncio.to_thread(answers.wait, 60)
        await status(500)(received, writer)

    receiver.answer = at_last
    office.endpoint(customer, receiver.url, event_types=["character.ready"])
    neighbour = office.site.account()
    with receiving() as prompt:
        office.endpoint(neighbour, prompt.url, event_types=["character.ready"])
        for _ in range(5):
            customer.character()
        wait_for(lambda: len(receiver.received) == 4)
        for _ in range(8):
            neighbour.character()
        office.until(lambda: len(prompt.received) == 8)
        office.ended(neighbour, 8)
        assert {each["state"] for each in office.deliveries(neighbour)} == {"delivered"}
    assert len(receiver.received) == 4
    answers.set()
    office.ended(customer, 5)
    assert office.one(MOST_AT_ONCE, customer.account_id, 1) == 4
    office.hurry(customer)
    wait_for(lambda: office.one(SECOND_ATTEMPTS, customer.account_id) >= 2)
    assert office.one(MOST_AT_ONCE, customer.account_id, 2) == 1


def test_secrets_overlap_while_they_rotate(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Old and new both verify during the overlap; without one only the new does."""
    endpoint = office.endpoint(customer, receiver.url)
    path = f"/v1/webhook_endpoints/{endpoint['endpoint_id']}:rotate_secret"
    rotated = customer.send("POST", path, json_body={"overlap_seconds": 3600})
    assert rotated.status == 200
    second = rotated.json["secret"]
    office.caught_up()
    customer.character()
    office.until(lambda: len(receiver.received) == 1)
    for secret in (endpoint["secret"], second):
        Webhook(secret).verify(receiver.received[0].body, receiver.received[0].headers)
    third = customer.send("POST", path, json_body={"overlap_seconds": 0}).json["secret"]
    office.caught_up()
    customer.character()
    office.until(lambda: len(receiver.received) == 2)
    newest = receiver.received[1]
    assert newest.headers["webhook-signature"].count("v1,") == 1
    Webhook(third).verify(newest.body, newest.headers)
    for secret in (endpoint["secret"], second):
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(newest.body, newest.headers)


def test_a_secret_that_rotates_under_way_signs_what_is_sent_next(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """An attempt in the air keeps its signature; the next one of the same message has both; and
    once the overlap is over, the newest alone.
    """
    answers = threading.Event()

    async def at_last(received: Received, writer: asyncio.StreamWriter) -> None:
        await asyncio.to_thread(answers.wait, 60)
        await status(500)(received, writer)

    receiver.answer = at_last
    endpoint = office.endpoint(customer, receiver.url)
    customer.character()
    office.until(lambda: receiver.received)
    path = f"/v1/webhook_endpoints/{endpoint['endpoint_id']}:rotate_secret"
    second = customer.send("POST", path, json_body={"overlap_seconds": 3600}).json["secret"]
    office.caught_up()
    receiver.answer = status(500)
    answers.set()
    for count in (2, 3):
        office.ended(customer, 1)
        if count == 3:
            office.sql.execute(OVERLAP_IS_OVER, (endpoint["endpoint_id"],))
        office.hurry(customer)
        office.until(lambda count=count: len(receiver.received) == count)
    in_the_air, during, after = receiver.received
    assert len({each.webhook_id for each in receiver.received}) == 1
    assert verifies(in_the_air, endpoint["secret"], second) == [True, False]
    assert verifies(during, endpoint["secret"], second) == [True, True]
    assert verifies(after, endpoint["secret"], second) == [False, True]


def verifies(received: Received, *secrets: str) -> list[bool]:
    """Whether the library takes the message for genuine, by secret."""
    verdicts = []
    for secret in secrets:
        try:
            Webhook(secret).verify(received.body, received.headers)
        except WebhookVerificationError:
            verdicts.append(False)
        else:
            verdicts.append(True)
    return verdicts


def test_a_secret_survives_a_change_that_is_looked_at_late(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """The reaction reads the log, the secret is rotated, and only then it writes what it read: the
    new secret stays and signs.
    """
    endpoint = office.endpoint(customer, receiver.url)
    endpoint_id = UUID(endpoint["endpoint_id"])
    path = f"/v1/webhook_endpoints/{endpoint_id}"
    with office.not_following():
        customer.send("PATCH", path, json_body={"description": "changed"})
        head = office.ledger.head()
        known = office.ledger.load([endpoint_id]).result()[endpoint_id].state
        rotated = customer.send("POST", f"{path}:rotate_secret", json_body={"overlap_seconds": 0})
        with connect(office.database_url, role="xavira_work") as connection:
            reaction = WebhookReaction(
                connection,
                book="live",
                load=lambda streams: dict.fromkeys(streams, known),
                low_credits=10,
            )
            reaction.apply(office.ledger.read(head - 1, 1))
    office.caught_up()
    customer.character()
    office.until(lambda: receiver.received)
    newest = receiver.received[0]
    Webhook(rotated.json["secret"]).verify(newest.body, newest.headers)


def test_a_strangers_reply_is_shown_inert(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Control characters and invalid bytes are spelled out; the answer is JSON and says so."""
    receiver.answer = status(500, body=b"<script>alert(1)</script>\x1b[31mred\x00\xff\xe2\x80\xae")
    office.endpoint(customer, receiver.url)
    customer.character()
    (delivery,) = office.ended(customer, 1)
    reply = customer.send("GET", f"/v1/webhook_deliveries/{delivery['delivery_id']}")
    (attempt,) = reply.json["attempt_list"]
    assert attempt["reply"] == "<script>alert(1)</script>\\u001b[31mred\\u0000\\xff\\u202e"
    assert reply.header("content-type") == "application/json"
    assert reply.header("x-content-type-options") == "nosniff"


def test_a_sender_ends_though_its_tidying_did_not_hear_of_it(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits for a connection can keep a cancel to itself; the process still ends."""
    begun, kept = threading.Event(), threading.Event()

    async def deaf_once(_: Outbox) -> bool:
        begun.set()
        try:
            await asyncio.sleep(0 if kept.is_set() else 3600)
        except asyncio.CancelledError:
            kept.set()
        return False

    monkeypatch.setattr(Outbox, "release", deaf_once)
    office.restart_sender()
    assert begun.wait(60)
    office.stop_sender()
    assert kept.is_set()
    office.restart_sender()


def test_what_a_dead_sender_left_is_sent_by_another(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """An attempt that nobody finished stays on record as unknown, and is made again."""
    office.endpoint(customer, receiver.url)
    office.stop_sender()
    try:
        customer.character()
        office.caught_up()
        asyncio.run(_claim_and_die(office))
        (delivery,) = office.deliveries(customer)
        assert (delivery["state"], delivery["attempts"]) == ("sending", 1)
        office.sql.execute(
            "UPDATE webhook_deliveries SET lease_until = now() - interval '1 s'"
            " WHERE state = 'sending'"
        )
    finally:
        office.restart_sender()
    wait_for(lambda: office.deliveries(customer)[0]["state"] == "delivered")
    detail = office.detail(customer, delivery["delivery_id"])
    assert [a["outcome"] for a in detail["attempt_list"]] == ["delivered", "unknown"]
    assert len(receiver.received) == 1


def test_what_a_dead_sender_left_for_a_disabled_endpoint_is_held(
    office: PostOffice, customer: Customer, receiver: Receiver
) -> None:
    """Nothing is sent when the endpoint is enabled again: the owner asks for a replay first."""
    endpoint = office.endpoint(customer, receiver.url)
    office.stop_sender()
    try:
        customer.character()
        office.caught_up()
        asyncio.run(_claim_and_die(office))
        path = f"/v1/webhook_endpoints/{endpoint['endpoint_id']}"
        assert customer.send("PATCH", path, json_body={"enabled": False}).status == 200
        office.caught_up()
        office.sql.execute(
            "UPDATE webhook_deliveries SET lease_until = now() - interval '1 s'"
            " WHERE state = 'sending'"
        )
    finally:
        office.restart_sender()
    wait_for(lambda: office.deliveries(customer)[0]["state"] == "held")
    assert receiver.received == []


async def _claim_and_die(office: PostOffice) -> None:
    deadline = time.monotonic() + 30
    async with async_pool(office.database_url, role="xavira_work") as pool:
        while not await Outbox(pool).claim(10, failing_too=True):
            assert time.monotonic() < deadline
