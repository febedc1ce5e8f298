"""What an account had at any position of the log or at any time: its stream, folded up to there.

A time means the last position recorded at or before it; since recorded time never decreases with
position, the answer for a moment that is past never changes again. Nothing but the log is read, so
no projection's lag, rebuild or error can change an answer.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.event import Event
from domain.generation import GenerationCompleted
from domain.ids import AccountId, GenerationId
from domain.ledger import EVENTS, Account, CreditsDebited, CreditsRefunded, Lot, evolve
from projections.named_sql import named_sql

PAGE_EVENTS = 5_000

_DECODERS = {event.TOPIC: msgspec.json.Decoder(event) for event in EVENTS}


class NotYet(LookupError):
    """There is nothing there: a position beyond the log, or an account that was not open then."""


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the log, and the time at which expiry is judged."""

    position: int
    at: datetime


class AsOf(msgspec.Struct, frozen=True, kw_only=True):
    """Credits of an account at a moment: spendable, as booked, and of debits not ended by then.

    `lots` are in order of age, those without anything left among them.
    """

    account_id: AccountId
    position: int
    at: datetime
    available: int
    booked: int
    in_flight: int
    suspended: bool
    lots: tuple[Lot, ...]


def moment_of_position(connection: Connection[Any], position: int) -> Moment:
    """That position, and the time at which it was recorded. Raises NotYet."""
    recorded_at = _recorded_at(connection, position)
    if recorded_at is None:
        raise NotYet(f"The log has no position {position}.")
    return Moment(position=position, at=recorded_at)


def moment_of_time(connection: Connection[Any], at: datetime) -> Moment:
    """The last position recorded at or before `at`; 0 when the log began later.

    Halves the log instead of reading it: its index is by position only.
    """
    row = connection.execute(named_sql("as_of", "head")).fetchone()
    low, high = 0, 0 if row is None else int(row[0])
    while low < high:
        middle = (low + high + 1) // 2
        recorded_at = _recorded_at(connection, middle)
        assert recorded_at is not None, f"position {middle} is missing"
        if recorded_at <= at:
            low = middle
        else:
            high = middle - 1
    return Moment(position=low, at=at)


def _recorded_at(connection: Connection[Any], position: int) -> datetime | None:
    row = connection.execute(named_sql("as_of", "recorded_at"), {"position": position}).fetchone()
    return None if row is None else row[0]


def balance_as_of(connection: Connection[Any], account_id: AccountId, moment: Moment) -> AsOf:
    """Raises NotYet for an account that was not open then."""
    account: Account | None = None
    debits: dict[GenerationId, int] = {}
    version = 0
    while page := _page(connection, account_id, version, moment.position):
        for number, event in page:
            assert number == version + 1, f"{account_id}: version {number} after {version}"
            version = number
            account = evolve(account, event)
            match event:
                case CreditsDebited():
                    debits[event.generation_id] = event.amount
                case CreditsRefunded():
                    debits.pop(event.generation_id, None)
        _drop_completed(connection, debits, moment.position)
    if account is None:
        raise NotYet(f"There was no account {account_id} at position {moment.position}.")
    return AsOf(
        account_id=account_id,
        position=moment.position,
        at=moment.at,
        available=account.available(moment.at),
        booked=sum(lot.remaining for lot in account.lots.values()),
        in_flight=sum(debits.values()),
        suspended=account.suspended,
        lots=tuple(account.lots.values()),
    )


def _page(
    connection: Connection[Any], stream_id: UUID, version: int, position: int
) -> list[tuple[int, Event]]:
    parameters = {
        "stream_id": stream_id,
        "version": version,
        "position": position,
        "limit": PAGE_EVENTS,
    }
    rows = connection.execute(named_sql("as_of", "events"), parameters, prepare=True)
    return [(number, _DECODERS[topic].decode(state)) for number, topic, state in rows]


def _drop_completed(
    connection: Connection[Any], debits: dict[GenerationId, int], position: int
) -> None:
    """Forgets debits that were used up by then; what stays is open, or is refunded further on."""
    parameters = {
        "generation_ids": list(debits),
        "topic": GenerationCompleted.TOPIC,
        "position": position,
    }
    for row in connection.execute(named_sql("as_of", "completed"), parameters).fetchall():
        debits.pop(row[0], None)
