"""Typed ids. An id names one stream, and is derived from facts wherever a retry must find it.

Other ids begin with the time (RFC 9562), and so lie where the log's index was written last.
"""

import re
from typing import Literal, NewType
from uuid import UUID, uuid5

AccountId = NewType("AccountId", UUID)
ActId = NewType("ActId", UUID)
AppealId = NewType("AppealId", UUID)
CharacterId = NewType("CharacterId", UUID)
GenerationId = NewType("GenerationId", UUID)
KeyId = NewType("KeyId", UUID)
CapGroupId = NewType("CapGroupId", UUID)
CheckoutId = NewType("CheckoutId", UUID)
LotId = NewType("LotId", UUID)
ModerationId = NewType("ModerationId", UUID)
PaymentId = NewType("PaymentId", UUID)
EndpointId = NewType("EndpointId", UUID)
SecretId = NewType("SecretId", UUID)
DirectoryId = NewType("DirectoryId", UUID)
ReportId = NewType("ReportId", UUID)
StreamId = UUID
"""What names a stream: account, act, appeal, character, checkout, directory, endpoint, generation,
moderation, payment, report; or what an Idempotency-Key made that has its events elsewhere: an API
key, a webhook secret, a test message, a top-up (`domain.key_claim`).
"""

Book = Literal["live", "test"]

_UUID7 = re.compile(r"(?i)[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")

CLAIMS = UUID("6f1a2c0e-5f0b-5c39-9d55-0d8a1f6f3c11")
"""Namespace of ids that a client's Idempotency-Key claims."""

LOTS = UUID("0b3a4f3e-3f64-5c5e-8f6f-7f7b0a3c9e21")
"""Namespace of lot ids that follow from the fact that granted them."""

MODERATION = UUID("9c4e1d52-0b7f-5f6e-8a3d-3f9f2b64d7a8")
"""Namespace of the moderation streams, one for each account."""

ENDPOINTS = UUID("5a7d0c84-1e36-5d2b-9b0f-c2f4a6e81d93")
"""Namespace of the streams that count endpoints, one for each account."""

PAYMENTS = UUID("2d8f8d7c-64a5-5b0b-9d0a-57f6f1f0c4ab")
"""Namespace of payments, each claimed by its provider's reference."""

MESSAGES = UUID("9a4e0f57-7d3c-5a2b-8c1e-4b6f2d9e7a35")
"""Namespace of webhook messages and of their deliveries."""


def timed_id(milliseconds: int, chance: int) -> UUID:
    """A UUIDv7 of a moment since 1970, told apart by the 74 lowest bits of `chance`."""
    return _timed(milliseconds, 7, chance >> 62, chance)


def claimed_id(account_id: AccountId, book: Book, idempotency_key: str) -> UUID:
    """The stream id that an Idempotency-Key claims, the same for every route and API key.

    Two requests with one key collide on one stream, so PostgreSQL's primary key picks the winner.
    A key that is a UUIDv7 lends the id its time, as a UUIDv8.
    """
    claimed = uuid5(CLAIMS, f"{account_id}/{book}/{idempotency_key}")
    if _UUID7.fullmatch(idempotency_key) is None:
        return claimed
    return _timed(UUID(idempotency_key).int >> 80, 8, claimed.int >> 64, claimed.int)


def _timed(milliseconds: int, version: int, twelve: int, sixty_two: int) -> UUID:
    """The fields of a version 7 or 8, each from the lowest bits of what is given."""
    return UUID(
        int=(milliseconds & (1 << 48) - 1) << 80
        | version << 76
        | (twelve & (1 << 12) - 1) << 64
        | 0b10 << 62
        | sixty_two & (1 << 62) - 1
    )


def signup_lot_id(account_id: AccountId) -> LotId:
    """The lot of the free credits of a new account: one account can only ever get it once."""
    return LotId(uuid5(LOTS, f"signup/{account_id}"))


def moderation_id(account_id: AccountId) -> ModerationId:
    """The stream of what was refused to an account, and of what followed from it."""
    return ModerationId(uuid5(MODERATION, str(account_id)))


def directory_id(account_id: AccountId) -> DirectoryId:
    """The stream of which webhook endpoints an account has."""
    return DirectoryId(uuid5(ENDPOINTS, str(account_id)))


def test_lot_id(key_id: KeyId) -> LotId:
    """The lot that came with a test key: one key fills a test balance up only once."""
    return LotId(uuid5(LOTS, f"test/{key_id}"))


def payment_id(provider: str, reference: str) -> PaymentId:
    """The stream that a provider's reference claims: one payment is recorded once, for ever.

    A provider's name has no slash, so no two pairs of names are spelled alike.
    """
    assert "/" not in provider, provider
    return PaymentId(uuid5(PAYMENTS, f"{provider}/{reference}"))


def payment_lot_id(payment: PaymentId) -> LotId:
    """The lot of a payment: one payment can only ever open it once."""
    return LotId(uuid5(LOTS, f"payment/{payment}"))


def message_id(book: Book, position: int, event_type: str, subject_id: UUID) -> UUID:
    """What a receiver knows a webhook message by: one for each event and what it tells of what."""
    return uuid5(MESSAGES, f"{book}/{position}/{event_type}/{subject_id}")


def delivery_id(message: UUID, endpoint_id: EndpointId) -> UUID:
    """The sending of one message to one endpoint."""
    return uuid5(MESSAGES, f"{message}/{endpoint_id}")


def act_lot_id(act: ActId) -> LotId:
    """The lot that an operator's act granted: a repeated act opens no second one."""
    return LotId(uuid5(LOTS, f"act/{act}"))


def parse_id(text: str) -> UUID | None:
    """The id that `text` spells in canonical form, or None; never raises on hostile input."""
    try:
        parsed = UUID(text)
    except ValueError:
        return None
    return parsed if str(parsed) == text else None
