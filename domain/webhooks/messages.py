"""What travels to a receiver: body, signature, and when to try again. Standard Webhooks 1.0.

The bytes that are signed are the bytes that are sent; an id stays the same over retries and
replays, a timestamp is that of the attempt.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Protocol
from uuid import UUID

import msgspec

BODY_BYTES_MAX = 20_000
SECRET_BYTES = 32
SECRET_PREFIX = "whsec_"

DELAYS = (
    timedelta(0),
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""Before each attempt, counted from the one before it: 75 h 35 min 5 s in all."""

JITTER_SHARE = 0.1
JITTER_MIN = timedelta(seconds=2)
JITTER_MAX = timedelta(minutes=15)

RETRY_AFTER_MAX = timedelta(hours=10)
"""The longest wait that a receiver may ask for."""

FAILING_MAX = timedelta(days=5)
"""An endpoint whose attempts failed for so long, without one success, is disabled."""

FREE_TEXTS = ("enhancement", "negative_prompt", "prompt", "enhanced_prompt", "tags", "name")
"""Fields of a body's object that give way when it is too long, in this order."""


class Message(Protocol):
    """What a body is made of; a claim of the sender and a row of the delivery log both are."""

    @property
    def account_id(self) -> UUID: ...
    @property
    def type(self) -> str: ...
    @property
    def subject_id(self) -> UUID: ...
    @property
    def sequence(self) -> int: ...
    @property
    def facts(self) -> bytes | None: ...
    @property
    def occurred_at(self) -> datetime: ...


def ordered_subject(message: Message) -> UUID:
    """Whose messages `sequence` orders. Deliveries of refunds that were made before they had the
    account as their subject name a generation, and have the number of the account's event.
    """
    is_of_credits = message.type.startswith("credits.")
    return message.account_id if is_of_credits else message.subject_id


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """`data` is the object as the API answers it; `sequence` orders the messages of one subject
    in one book (`livemode`), refunds and tests aside.

    `abridged` names fields of `data` that are null because the body would be too long.
    """

    type: str
    timestamp: datetime
    livemode: bool
    subject_id: UUID
    sequence: int
    data: Any
    abridged: list[str] = []


def encoded(body: Body) -> bytes:
    """The bytes to sign and send, never more than BODY_BYTES_MAX."""
    for field in FREE_TEXTS:
        text = msgspec.json.encode(body)
        if len(text) <= BODY_BYTES_MAX:
            return text
        if getattr(body.data, field, None) is not None:
            data = msgspec.structs.replace(body.data, **{field: None})
            body = msgspec.structs.replace(body, data=data, abridged=[*body.abridged, field])
    text = msgspec.json.encode(body)
    assert len(text) <= BODY_BYTES_MAX, body.type
    return text


def secret_text(secret: bytes) -> str:
    """How a secret is shown, once."""
    return SECRET_PREFIX + base64.b64encode(secret).decode()


def signature(secrets: Sequence[bytes], message_id: str, timestamp: int, body: bytes) -> str:
    """The header `webhook-signature`: one value for each secret that is in force."""
    signed = b"%s.%d.%s" % (message_id.encode(), timestamp, body)
    digests = (hmac.digest(secret, signed, hashlib.sha256) for secret in secrets)
    return " ".join(f"v1,{base64.b64encode(digest).decode()}" for digest in digests)


def next_delay(
    tries: int, *, asked: timedelta | None = None, chance: float = 0.0
) -> timedelta | None:
    """How long to wait after `tries` attempts, or None when that was the last one.

    `asked` is what the receiver asked for; it can only make the wait longer. `chance`, from 0 to 1,
    spreads attempts that failed together; it never makes the wait shorter.
    """
    assert tries > 0, tries
    if tries >= len(DELAYS):
        return None
    delay = max(DELAYS[tries], min(asked or timedelta(0), RETRY_AFTER_MAX))
    return delay + chance * min(max(delay * JITTER_SHARE, JITTER_MIN), JITTER_MAX)


def retry_after(text: str, now: datetime) -> timedelta | None:
    """What a Retry-After header asks for: seconds or a date; None for anything else."""
    if text.isascii() and text.isdigit():
        seconds = min(int(text[:12]), RETRY_AFTER_MAX.total_seconds())
        return timedelta(seconds=seconds)
    try:
        wait = parsedate_to_datetime(text) - now
    except (TypeError, ValueError, OverflowError):
        return None
    return max(wait, timedelta(0))
