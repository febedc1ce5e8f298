"""Typed ids. An id names one stream, and is derived from facts wherever a retry must find it."""

from typing import Literal, NewType
from uuid import UUID, uuid5

AccountId = NewType("AccountId", UUID)
CharacterId = NewType("CharacterId", UUID)
GenerationId = NewType("GenerationId", UUID)
KeyId = NewType("KeyId", UUID)
LotId = NewType("LotId", UUID)
StreamId = UUID
"""Any of the above that owns a stream: account, character or generation."""

Book = Literal["live", "test"]

CLAIMS = UUID("6f1a2c0e-5f0b-5c39-9d55-0d8a1f6f3c11")
"""Namespace of ids that a client's Idempotency-Key claims."""

LOTS = UUID("0b3a4f3e-3f64-5c5e-8f6f-7f7b0a3c9e21")
"""Namespace of lot ids that follow from the fact that granted them."""


def claimed_id(account_id: AccountId, book: Book, idempotency_key: str) -> UUID:
    """The stream id that an Idempotency-Key claims, the same for every route and API key.

    Two requests with one key collide on one stream, so PostgreSQL's primary key picks the winner.
    """
    return uuid5(CLAIMS, f"{account_id}/{book}/{idempotency_key}")


def signup_lot_id(account_id: AccountId) -> LotId:
    """The lot of the free credits of a new account: one account can only ever get it once."""
    return LotId(uuid5(LOTS, f"signup/{account_id}"))


def parse_id(text: str) -> UUID | None:
    """The id that `text` spells in canonical form, or None; never raises on hostile input."""
    try:
        parsed = UUID(text)
    except ValueError:
        return None
    return parsed if str(parsed) == text else None
