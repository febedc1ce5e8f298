"""Balances: per account the credits as booked and in flight, and per lot what remains.

Booked is not spendable: a lot is unspendable from `expires_at` on, booked or not. What may be spent
is decided by the account stream alone; nothing here is consulted for a debit.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.event import Recorded
from domain.generation import GenerationCompleted
from domain.ids import AccountId, LotId
from domain.ledger import (
    CreditsDebited,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    CreditsRevoked,
)
from projections.copying import id_array, number_array
from projections.named_sql import named_sql
from projections.projection import Projection, UnknownFact, as_they_are
from projections.query import Query

LOTS_MAX = 10_000
"""Lots of one account that a read returns at most."""


class LotChange(msgspec.Struct):
    """What a batch did to a lot that it did not open."""

    delta: int = 0
    revoked: bool = False
    expires_at: datetime | None = None


class Opened(msgspec.Struct, frozen=True):
    """A debit whose generation has not ended."""

    account_id: UUID
    amount: int
    position: int


class BalanceChange(msgspec.Struct):
    booked: int = 0
    in_flight: int = 0
    position: int = 0


class Changes(msgspec.Struct):
    """What a batch does to the three tables. `closed` maps generations to the closing position."""

    granted: list[tuple[UUID, int, CreditsGranted]] = []
    lots: dict[tuple[UUID, LotId], LotChange] = {}
    opened: dict[UUID, Opened] = {}
    closed: dict[UUID, int] = {}
    balances: dict[UUID, BalanceChange] = {}

    def move(self, account_id: UUID, position: int, *, booked: int = 0, in_flight: int = 0) -> None:
        change = self.balances.setdefault(account_id, BalanceChange())
        change.booked += booked
        change.in_flight += in_flight
        change.position = max(change.position, position)

    def lot(self, account_id: UUID, lot_id: LotId) -> LotChange:
        return self.lots.setdefault((account_id, lot_id), LotChange())

    def close(self, generation_id: UUID, position: int) -> None:
        opened = self.opened.pop(generation_id, None)
        if opened is None:
            self.closed[generation_id] = position
        else:
            self.move(opened.account_id, position, in_flight=-opened.amount)


def changes(batch: Sequence[Recorded]) -> Changes:
    """What the events of a batch change, as differences; reads no row."""
    result = Changes()
    for recorded in batch:
        _add(result, recorded)
    return result


def _add(result: Changes, recorded: Recorded) -> None:
    stream_id, position, event = recorded.stream_id, recorded.position, recorded.event
    match event:
        case CreditsDebited():
            for draw in event.draws:
                result.lot(stream_id, draw.lot_id).delta -= draw.amount
            result.opened[event.generation_id] = Opened(stream_id, event.amount, position)
            result.move(stream_id, position, booked=-event.amount, in_flight=event.amount)
        case GenerationCompleted():
            result.close(stream_id, position)
        case CreditsRefunded():
            _add_refund(result, recorded, event)
        case CreditsGranted():
            result.granted.append((stream_id, position, event))
            result.move(stream_id, position, booked=event.amount)
        case CreditsExpired() | CreditsRevoked():
            lot = result.lot(stream_id, event.lot_id)
            lot.delta -= event.amount
            ends = isinstance(event, CreditsRevoked) and event.cause != "repaid"
            lot.revoked = lot.revoked or ends
            result.move(stream_id, position, booked=-event.amount)
        case _:
            pass


def _add_refund(result: Changes, recorded: Recorded, event: CreditsRefunded) -> None:
    for draw in event.draws:
        result.lot(recorded.stream_id, draw.lot_id).delta += draw.amount
    for reopened in event.reopened:
        result.lot(recorded.stream_id, reopened.lot_id).expires_at = reopened.expires_at
    result.move(recorded.stream_id, recorded.position, booked=event.amount)
    result.close(event.generation_id, recorded.position)


def apply(batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Writes a batch. Raises UnknownFact where the log names a lot or debit that never was."""
    result = changes(batch)
    _add_lots(result, connection)
    _change_lots(result, connection)
    _close_debits(result, connection)
    _open_debits(result, connection)
    _change_balances(result, connection)


def _add_lots(result: Changes, connection: Connection[Any]) -> None:
    if not result.granted:
        return
    connection.execute(
        named_sql("balances", "add_lots"),
        {
            "account_ids": [account_id for account_id, _, _ in result.granted],
            "lot_ids": [event.lot_id for _, _, event in result.granted],
            "kinds": [event.kind for _, _, event in result.granted],
            "priorities": [event.priority for _, _, event in result.granted],
            "expiries": [event.expires_at for _, _, event in result.granted],
            "amounts": [event.amount for _, _, event in result.granted],
            "positions": [position for _, position, _ in result.granted],
        },
    )


def _change_lots(result: Changes, connection: Connection[Any]) -> None:
    if not result.lots:
        return
    changed = connection.execute(
        named_sql("balances", "change_lots"),
        {
            "account_ids": id_array(account_id for account_id, _ in result.lots),
            "lot_ids": id_array(lot_id for _, lot_id in result.lots),
            "deltas": number_array(lot.delta for lot in result.lots.values()),
            "revoked": [lot.revoked for lot in result.lots.values()],
            "expiries": [lot.expires_at for lot in result.lots.values()],
        },
    )
    if changed.rowcount != len(result.lots):
        raise UnknownFact(f"{len(result.lots) - changed.rowcount} lots were never granted")


def _close_debits(result: Changes, connection: Connection[Any]) -> None:
    if not result.closed:
        return
    closed = connection.execute(
        named_sql("balances", "close_debits"), {"generation_ids": id_array(result.closed)}
    ).fetchall()
    for generation_id, account_id, amount in closed:
        result.move(account_id, result.closed[generation_id], in_flight=-amount)
    if len(closed) != len(result.closed):
        raise UnknownFact(f"{len(result.closed) - len(closed)} endings have no open debit")


def _open_debits(result: Changes, connection: Connection[Any]) -> None:
    if not result.opened:
        return
    connection.execute(
        named_sql("balances", "open_debits"),
        {
            "generation_ids": id_array(result.opened),
            "account_ids": id_array(opened.account_id for opened in result.opened.values()),
            "amounts": number_array(opened.amount for opened in result.opened.values()),
            "positions": number_array(opened.position for opened in result.opened.values()),
        },
    )


def _change_balances(result: Changes, connection: Connection[Any]) -> None:
    if not result.balances:
        return
    connection.execute(
        named_sql("balances", "change_balances"),
        {
            "account_ids": id_array(result.balances),
            "booked": number_array(change.booked for change in result.balances.values()),
            "in_flight": number_array(change.in_flight for change in result.balances.values()),
            "positions": number_array(change.position for change in result.balances.values()),
        },
    )


BALANCES = Projection(
    name="balances",
    tables=("balances", "balance_lots", "open_debits"),
    apply=apply,
    topics=as_they_are(
        CreditsDebited,
        CreditsExpired,
        CreditsGranted,
        CreditsRefunded,
        CreditsRevoked,
        GenerationCompleted,
    ),
)


# --- reads ------------------------------------------------------------------------------------


class BalanceRow(msgspec.Struct, frozen=True, kw_only=True):
    """`booked` and `in_flight` are credits; `position` is the last event that changed the row."""

    account_id: UUID
    booked: int
    in_flight: int
    position: int


class LotRow(msgspec.Struct, frozen=True, kw_only=True):
    lot_id: UUID
    kind: str
    priority: int
    expires_at: datetime | None
    granted: int
    remaining: int
    revoked: bool
    granted_position: int


class DueRow(msgspec.Struct, frozen=True, kw_only=True):
    """An account that holds an expired lot whose expiry is not booked yet."""

    account_id: AccountId
    due_at: datetime


def balance(account_id: AccountId) -> Query[BalanceRow]:
    """One row, or none for an account that never had an entry."""
    return Query(named_sql("balances", "balance"), {"account_id": account_id}, BalanceRow)


def lots(account_id: AccountId) -> Query[LotRow]:
    """The lots of one account in order of age."""
    params = {"account_id": account_id, "limit": LOTS_MAX}
    return Query(named_sql("balances", "lots"), params, LotRow)


def due_accounts(now: datetime, *, limit: int) -> Query[DueRow]:
    """Accounts whose expired lots wait to be booked, longest due first."""
    return Query(named_sql("balances", "due_accounts"), {"now": now, "limit": limit}, DueRow)
