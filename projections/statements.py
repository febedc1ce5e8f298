"""Statements: every entry of an account in order, with the balance after it.

An entry is never changed and never left out; a revocation that found nothing to take is an entry of
zero credits, so that the holder sees it.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.event import Recorded
from domain.ids import AccountId
from domain.ledger import (
    CreditsDebited,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    CreditsRevoked,
)
from projections.named_sql import named_sql
from projections.projection import Projection, as_they_are
from projections.query import POSITION_MAX, Query, page_rows

EntryKind = Literal["granted", "debited", "refunded", "expired", "revoked"]


class EntryRow(msgspec.Struct, frozen=True, kw_only=True):
    """`amount` is signed credits, `balance` the credits as booked after it. `detail` says more:

    `lot_id`, `lot_kind`, `expires_at` and `payment_reference` of a grant; `draws` as
    `[lot, amount]` pairs of a debit or refund; `cause` and `reopened` of a refund; `lot_id` of an
    expiry; `lot_id`, `loss` and `cause` of a revocation.
    """

    account_id: UUID
    position: int
    kind: EntryKind
    amount: int
    balance: int
    generation_id: UUID | None
    detail: dict[str, Any]
    recorded_at: datetime


class Entry(msgspec.Struct, frozen=True):
    """An entry before its balance is known."""

    kind: EntryKind
    amount: int
    generation_id: UUID | None
    detail: dict[str, Any]


def entry(event: object) -> Entry | None:
    """The entry that an event makes, if it moves credits or says why none moved."""
    detail: dict[str, Any]
    match event:
        case CreditsDebited():
            detail = {"draws": event.draws}
            return Entry("debited", -event.amount, event.generation_id, detail)
        case CreditsRefunded():
            detail = {"draws": event.draws, "cause": event.cause, "reopened": event.reopened}
            return Entry("refunded", event.amount, event.generation_id, detail)
        case CreditsGranted():
            detail = {
                "lot_id": event.lot_id,
                "lot_kind": event.kind,
                "expires_at": event.expires_at,
                "payment_reference": event.payment_reference,
            }
            return Entry("granted", event.amount, None, detail)
        case CreditsExpired():
            return Entry("expired", -event.amount, None, {"lot_id": event.lot_id})
        case CreditsRevoked():
            detail = {"lot_id": event.lot_id, "loss": event.loss, "cause": event.cause}
            return Entry("revoked", -event.amount, None, detail)
        case _:
            return None


def rows(batch: Sequence[Recorded], balances: dict[UUID, int]) -> Iterator[tuple[Any, ...]]:
    """The rows of a batch, given (and then moving) the balance of every account before it."""
    for recorded in batch:
        made = entry(recorded.event)
        if made is None:
            continue
        balance = balances.get(recorded.stream_id, 0) + made.amount
        balances[recorded.stream_id] = balance
        yield (
            recorded.stream_id,
            recorded.position,
            made.kind,
            made.amount,
            balance,
            made.generation_id,
            msgspec.json.encode(made.detail).decode(),
            recorded.recorded_at,
        )


_MOVES = (CreditsDebited, CreditsRefunded, CreditsGranted, CreditsExpired, CreditsRevoked)


def apply(batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Adds the entries of a batch."""
    entries = [recorded for recorded in batch if isinstance(recorded.event, _MOVES)]
    if not entries:
        return
    accounts = list({recorded.stream_id for recorded in entries})
    last = connection.execute(named_sql("statements", "last_balances"), {"account_ids": accounts})
    balances: dict[UUID, int] = dict(last.fetchall())
    with (
        connection.cursor() as cursor,
        cursor.copy(named_sql("statements", "add_entries")) as copy,
    ):
        for row in rows(entries, balances):
            copy.write_row(row)


STATEMENTS = Projection(
    name="statements",
    tables=("statement_entries",),
    apply=apply,
    topics=as_they_are(*_MOVES),
)


# --- reads ------------------------------------------------------------------------------------


class PositionRow(msgspec.Struct, frozen=True, kw_only=True):
    position: int


def list_statement(
    account_id: AccountId,
    *,
    limit: int,
    cursor: int | None = None,
    after_position: int = 0,
    as_of_position: int | None = None,
    newest_first: bool = False,
) -> Query[EntryRow]:
    """Entries in order of position. `cursor` is the position of the last entry already read.

    `as_of_position` leaves out everything that was recorded after it, `after_position` the rest.
    """
    start = POSITION_MAX if newest_first else 0
    params = {
        "account_id": account_id,
        "cursor": start if cursor is None else cursor,
        "floor": after_position,
        "as_of": POSITION_MAX if as_of_position is None else as_of_position,
        "limit": page_rows(limit),
    }
    name = "list_newest_first" if newest_first else "list_oldest_first"
    return Query(named_sql("statements", name), params, EntryRow)


def position_at(account_id: AccountId, time: datetime) -> Query[PositionRow]:
    """The position that `as_of` a time resolves to: that of the last entry recorded by then."""
    return _position_until(account_id, time, included=True)


def position_before(account_id: AccountId, time: datetime) -> Query[PositionRow]:
    """The position of the last entry that was recorded before a time; 0 where there is none."""
    return _position_until(account_id, time, included=False)


def _position_until(account_id: AccountId, time: datetime, *, included: bool) -> Query[PositionRow]:
    """Halves the statement, which works because recorded time never decreases in the log."""
    params = {"account_id": account_id, "time": time, "included": included}
    return Query(named_sql("statements", "position_until"), params, PositionRow)
