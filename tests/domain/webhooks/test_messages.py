"""What travels: bodies that fit, signatures that verify, waits that are honoured within bounds."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from standardwebhooks import Webhook

from domain.webhooks.messages import (
    BODY_BYTES_MAX,
    Body,
    encoded,
    next_delay,
    ordered_subject,
    retry_after,
    secret_text,
    signature,
)

GENERATION = UUID(int=3)
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
SECRET = bytes(range(32))


class Row(msgspec.Struct):
    type: str
    account_id: UUID = UUID(int=1)
    subject_id: UUID = GENERATION
    sequence: int = 3
    facts: bytes | None = None
    occurred_at: datetime = NOW


class Thing(msgspec.Struct):
    prompt: str | None
    enhanced_prompt: str | None
    enhancement: str | None
    tags: list[str] | None
    status: str = "completed"


def body(data: Any) -> Body:
    return Body(
        type="generation.completed",
        timestamp=NOW,
        livemode=True,
        subject_id=GENERATION,
        sequence=3,
        data=data,
    )


def test_credits_are_counted_by_their_account() -> None:
    """Also in deliveries that were made while a refund still had its generation as its subject."""
    assert ordered_subject(Row("credits.refunded")) == UUID(int=1)
    assert ordered_subject(Row("generation.failed")) == GENERATION


def test_a_body_that_fits_is_whole() -> None:
    """Type, time, book, subject, sequence and the object; nothing is left out."""
    thing = Thing(prompt="garden", enhanced_prompt="a garden", enhancement=None, tags=["a"])
    assert msgspec.json.decode(encoded(body(thing))) == {
        "type": "generation.completed",
        "timestamp": "2026-03-01T12:00:00Z",
        "livemode": True,
        "subject_id": str(GENERATION),
        "sequence": 3,
        "data": {
            "prompt": "garden",
            "enhanced_prompt": "a garden",
            "enhancement": None,
            "tags": ["a"],
            "status": "completed",
        },
        "abridged": [],
    }


def test_a_body_that_is_too_long_gives_up_texts_in_order() -> None:
    """The layers go first, then the prompt; what went is named, and the rest is untouched."""
    long = "é" * 4000
    thing = Thing(prompt=long, enhanced_prompt=long + "!", enhancement=long, tags=["kept"])
    text = encoded(body(thing))
    assert len(text) <= BODY_BYTES_MAX == 20_000
    decoded = msgspec.json.decode(text)
    assert decoded["abridged"] == ["enhancement"]
    assert decoded["data"]["enhancement"] is None
    assert decoded["data"]["prompt"] == long
    longest = "\U0001f600" * 4000
    thing = Thing(prompt=longest, enhanced_prompt=longest, enhancement=long, tags=["kept"])
    decoded = msgspec.json.decode(encoded(body(thing)))
    assert decoded["abridged"] == ["enhancement", "prompt"]
    assert (decoded["data"]["status"], decoded["data"]["tags"]) == ("completed", ["kept"])


def test_every_secret_signs() -> None:
    """A receiver with either secret accepts; one with a third does not."""
    other, third = bytes(32), b"\x01" * 32
    timestamp = int(datetime.now(UTC).timestamp())
    signed = signature([SECRET, other], "msg", timestamp, b'{"a":1}')
    assert signed.count("v1,") == 2
    headers = {
        "webhook-id": "msg",
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signed,
    }
    for secret in (SECRET, other):
        assert Webhook(secret_text(secret)).verify(b'{"a":1}', headers) == {"a": 1}
    with pytest.raises(Exception, match="No matching signature"):
        Webhook(secret_text(third)).verify(b'{"a":1}', headers)


def test_a_signature_is_the_one_of_the_standard() -> None:
    """HMAC-SHA256 over id, time and body with dots between, as openssl computes it."""
    assert signature([SECRET], "msg_1", 1_700_000_000, b"{}") == (
        "v1,fhksJF5ElKjlPoT/jtefCO5XjQPvhf7Dhf/8R1ad9yU="
    )


def test_a_secret_is_spelled_as_the_standard_has_it() -> None:
    """`whsec_` and base64."""
    assert secret_text(SECRET) == "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


def test_the_schedule_is_the_published_one() -> None:
    """Ten attempts over 75 hours, 35 minutes and 5 seconds."""
    delays = [next_delay(tries) for tries in range(1, 11)]
    assert delays == [
        timedelta(seconds=5),
        timedelta(minutes=5),
        timedelta(minutes=30),
        timedelta(hours=2),
        timedelta(hours=5),
        timedelta(hours=10),
        timedelta(hours=14),
        timedelta(hours=20),
        timedelta(hours=24),
        None,
    ]


def test_jitter_is_only_added() -> None:
    """A tenth, at least two seconds, at most a quarter of an hour."""
    assert next_delay(1, chance=1.0) == timedelta(seconds=7)
    assert next_delay(3, chance=1.0) == timedelta(minutes=33)
    assert next_delay(9, chance=1.0) == timedelta(hours=24, minutes=15)


@pytest.mark.parametrize(
    ("asked", "delay"),
    [
        (timedelta(seconds=1), timedelta(seconds=5)),
        (timedelta(minutes=1), timedelta(minutes=1)),
        (timedelta(days=12), timedelta(hours=10)),
    ],
)
def test_a_receiver_may_ask_for_more_time(asked: timedelta, delay: timedelta) -> None:
    """Never for less than the schedule, never for more than ten hours."""
    assert next_delay(1, asked=asked) == delay


@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("120", timedelta(minutes=2)),
        ("999999", timedelta(hours=10)),
        ("9" * 400, timedelta(hours=10)),
        ("Sun, 01 Mar 2026 12:00:30 GMT", timedelta(seconds=30)),
        ("Sun, 01 Mar 2026 11:00:00 GMT", timedelta(0)),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("Sun, 01 Mar 99999999 12:00:30 GMT", None),
    ],
)
def test_what_a_receiver_asks_for_is_read(text: str, wait: timedelta | None) -> None:
    """Seconds or a date; nonsense is ignored."""
    assert retry_after(text, NOW) == wait


def test_ids_of_messages_follow_from_facts() -> None:
    """The same event told of the same thing is the same message, in another book another one."""
    from domain.ids import EndpointId, delivery_id, message_id

    subject = UUID(int=1)
    first = message_id("live", 7, "credits.low", subject)
    assert first == message_id("live", 7, "credits.low", subject)
    others = {
        message_id("test", 7, "credits.low", subject),
        message_id("live", 8, "credits.low", subject),
        message_id("live", 7, "credits.depleted", subject),
        message_id("live", 7, "credits.low", UUID(int=2)),
    }
    assert len(others | {first}) == 5
    assert delivery_id(first, EndpointId(UUID(int=3))) != delivery_id(
        first, EndpointId(UUID(int=4))
    )
