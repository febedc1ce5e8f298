"""What a replay reads of an event: the fields that move credits, and nothing else of it."""

from datetime import datetime

import msgspec

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What the readers below raise; the last of them where something lies too deep in a state."""

Draws = tuple[tuple[str, int], ...]


class Granted(msgspec.Struct, gc=False):
    lot_id: str
    amount: int
    priority: int
    expires_at: datetime | None


class Claimed(msgspec.Struct, gc=False):
    account_id: str
    price: int
    draws: Draws


class Debited(msgspec.Struct, gc=False):
    generation_id: str
    amount: int
    draws: Draws


class Refunded(msgspec.Struct, gc=False):
    generation_id: str
    amount: int
    draws: Draws
    reopened: tuple[tuple[str, datetime], ...] = ()


class Taken(msgspec.Struct, gc=False):
    lot_id: str
    amount: int


class Revoked(msgspec.Struct, gc=False):
    lot_id: str
    amount: int
    loss: int = 0
    cause: str = "chargeback"


read_granted = msgspec.json.Decoder(Granted).decode
read_debited = msgspec.json.Decoder(Debited).decode
read_refunded = msgspec.json.Decoder(Refunded).decode
read_taken = msgspec.json.Decoder(Taken).decode
read_revoked = msgspec.json.Decoder(Revoked).decode
read_claimed = msgspec.json.Decoder(Claimed).decode
