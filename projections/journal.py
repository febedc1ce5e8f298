"""The journal: the books in two-legged entries, rebuilt from the log like every projection.

A batch is read, posted in memory and written: what earlier batches left open is loaded in three
statements, entries go in by COPY, lots and daily sums in one statement each. How the log was cut
into batches cannot be seen in the rows.
"""

import struct
from collections.abc import Collection, Iterable, Sequence
from typing import Any, cast
from uuid import UUID

import msgspec
from msgspec import convert
from psycopg import Connection
from psycopg.rows import class_row

from domain.event import Event, Recorded
from domain.generation import CAUSES, GenerationCompleted, GenerationRequested
from domain.ledger import (
    CreditsDebited,
    CreditsExpired,
    CreditsGranted,
    CreditsRefunded,
    CreditsRevoked,
    Draw,
)
from domain.payments.payment import EVENTS as PAYMENT_EVENTS
from projections.copying import (
    BINARY_HEADER,
    BINARY_TRAILER,
    EPOCH,
    binary_text,
    copied_text,
    id_array,
    number_array,
)
from projections.journal_lots import JournalLot
from projections.journal_payments import JournalPayment
from projections.journal_postings import NARROW, POSTED, Claim, LotKey, Poster, UsageKey
from projections.named_sql import named_sql
from projections.projection import Projection, UnknownFact


def _read_as(*events: type[Event]) -> frozenset[type[Event]]:
    """These events, and as what they are read in bulk."""
    return frozenset(events) | {NARROW[event] for event in events if event in NARROW}


_REQUESTS = _read_as(GenerationRequested)
_ENDINGS = _read_as(GenerationCompleted, *CAUSES)
_DRAWING = _read_as(CreditsDebited, CreditsRefunded)
_LOT_MOVING = frozenset({CreditsExpired, CreditsRevoked, CreditsGranted})
_PAYMENTS = frozenset(PAYMENT_EVENTS)
_JSON = msgspec.json.Encoder()

USAGE_COLUMNS = 10
_USAGE_DAY = struct.Struct(">hiii").pack
"""How many columns follow, the day behind its length, the length of an id."""

_USAGE_SUMS = struct.Struct(">iqiqiqiqiq").pack
_FIRST_DAY = EPOCH.toordinal()

POSTED_EVENTS = 1_000
"""Events whose entries are sent together."""

_POSTED = _read_as(*POSTED)


class Needs(msgspec.Struct):
    """What a batch refers to, by number so that nothing is asked for twice."""

    lots: dict[LotKey, tuple[UUID, UUID]] = msgspec.field(default_factory=dict)
    claims: dict[int, UUID] = msgspec.field(default_factory=dict)
    payments: set[UUID] = msgspec.field(default_factory=set)

    def add(self, account_id: UUID, lot_id: UUID) -> None:
        self.lots[account_id.int, lot_id.int] = (account_id, lot_id)


def needs(batch: Sequence[Recorded]) -> Needs:
    """Claims that the batch ends and does not open itself, its lots, its payments."""
    result = Needs()
    claimed = set()
    for recorded in batch:
        event, stream_id = recorded.event, recorded.stream_id
        kind = type(event)
        if kind in _REQUESTS:
            claimed.add(stream_id.int)
        elif kind in _ENDINGS:
            if stream_id.int not in claimed:
                result.claims[stream_id.int] = stream_id
        elif kind in _DRAWING:
            for draw in cast(CreditsDebited | CreditsRefunded, event).draws:
                result.add(stream_id, draw.lot_id)
        elif kind in _LOT_MOVING:
            moved = cast(CreditsExpired | CreditsRevoked | CreditsGranted, event)
            result.add(stream_id, moved.lot_id)
        elif kind in _PAYMENTS:
            result.payments.add(stream_id)
    return result


def apply(batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Posts a batch. Raises UnknownFact where the log names a lot or claim that never was."""
    wanted = needs(batch)
    claims = _claims(wanted.claims.values(), connection)
    if len(claims) != len(wanted.claims):
        raise UnknownFact(f"{len(wanted.claims) - len(claims)} endings have no open claim")
    known_claims = dict(wanted.claims)
    for account_id, _, _, draws in claims.values():
        for draw in draws:
            wanted.add(account_id, draw.lot_id)
    lots = _lots(wanted.lots.values(), connection)
    known_lots = set(lots)
    poster = Poster(lots, claims, _payments(wanted.payments, connection))
    _post(poster, batch, connection)
    _write_lots(poster.changed_lots, known_lots, connection)
    _write_claims(poster.claims, known_claims, connection)
    _write_payments(poster, connection)
    _write_days(poster, connection)
    _write_usage(poster, connection)


# --- loading ----------------------------------------------------------------------------------


def _lots(
    keys: Collection[tuple[UUID, UUID]], connection: Connection[Any]
) -> dict[LotKey, JournalLot]:
    if not keys:
        return {}
    params = {"account_ids": [key[0] for key in keys], "lot_ids": [key[1] for key in keys]}
    with connection.cursor(binary=True) as cursor:
        rows = cursor.execute(named_sql("journal", "lots"), params)
        return {(row[0].int, row[1].int): JournalLot(*row) for row in rows}


def _claims(generation_ids: Collection[UUID], connection: Connection[Any]) -> dict[int, Claim]:
    if not generation_ids:
        return {}
    with connection.cursor(binary=True) as cursor:
        params = {"generation_ids": list(generation_ids)}
        return {
            row[0].int: (row[1], row[2], row[3], convert(row[4], tuple[Draw, ...]))
            for row in cursor.execute(named_sql("journal", "claims"), params)
        }


def _payments(payment_ids: set[UUID], connection: Connection[Any]) -> dict[UUID, JournalPayment]:
    if not payment_ids:
        return {}
    with connection.cursor(row_factory=class_row(JournalPayment)) as cursor:
        params = {"payment_ids": list(payment_ids)}
        rows = cursor.execute(named_sql("journal", "payments"), params).fetchall()
    return {row.payment_id: row for row in rows}


# --- writing ----------------------------------------------------------------------------------


def _post(poster: Poster, batch: Sequence[Recorded], connection: Connection[Any]) -> None:
    """Entries are on their way while the next ones are posted, so PostgreSQL works beside us."""
    if not any(type(recorded.event) in _POSTED for recorded in batch):
        return
    with connection.cursor() as cursor, cursor.copy(named_sql("journal", "add_entries")) as copy:
        copy.write(BINARY_HEADER)
        for first in range(0, len(batch), POSTED_EVENTS):
            poster.post(batch[first : first + POSTED_EVENTS])
            copy.write(b"".join(poster.rows))
            poster.rows.clear()
        copy.write(BINARY_TRAILER)


def _write_lots(
    changed: dict[LotKey, JournalLot], known: set[LotKey], connection: Connection[Any]
) -> None:
    added = [lot for key, lot in changed.items() if key not in known]
    moved = [lot for key, lot in changed.items() if key in known]
    if added:
        _copy("add_lots", map(_lot_line, added), connection)
    if moved:
        columns = {
            "account_id": id_array(lot.account_id for lot in moved),
            "lot_id": id_array(lot.lot_id for lot in moved),
            "used": number_array(lot.used for lot in moved),
            "in_flight": number_array(lot.in_flight for lot in moved),
            "expired": number_array(lot.expired for lot in moved),
            "revoked": number_array(lot.revoked for lot in moved),
            "repaid_minor": number_array(lot.repaid_minor for lot in moved),
        }
        connection.execute(named_sql("journal", "change_lots"), columns)


def _lot_line(lot: JournalLot) -> str:
    reference = "\\N" if lot.payment_reference is None else copied_text(lot.payment_reference)
    return (
        f"{lot.account_id.hex}\t{lot.lot_id.hex}\t{lot.kind}\t{lot.granted}\t{lot.price_minor}"
        f"\t{lot.currency}\t{reference}\t{lot.granted_position}\t{lot.used}\t{lot.in_flight}"
        f"\t{lot.expired}\t{lot.revoked}\t{lot.repaid_minor}\n"
    )


def _write_claims(
    claims: dict[int, Claim], known: dict[int, UUID], connection: Connection[Any]
) -> None:
    closed = [generation_id for key, generation_id in known.items() if key not in claims]
    if closed:
        ids = {"generation_ids": id_array(closed)}
        connection.execute(named_sql("journal", "close_claims"), ids)
    opened = (_claim_line(key, claim) for key, claim in claims.items() if key not in known)
    _copy("open_claims", opened, connection)


def _claim_line(generation_id: int, claim: Claim) -> str:
    account_id, model_id, kind, draws = claim
    spelled = copied_text(_JSON.encode(draws).decode())
    return f"{generation_id:032x}\t{account_id.hex}\t{copied_text(model_id)}\t{kind}\t{spelled}\n"


def _copy(statement: str, lines: Iterable[str], connection: Connection[Any]) -> None:
    rows = "".join(lines)
    if rows:
        with connection.cursor() as cursor, cursor.copy(named_sql("journal", statement)) as copy:
            copy.write(rows)


def _write_payments(poster: Poster, connection: Connection[Any]) -> None:
    for payment_id in sorted(poster.changed_payments):
        row = msgspec.structs.asdict(poster.payments[payment_id])
        connection.execute(named_sql("journal", "put_payment"), row)


def _write_days(poster: Poster, connection: Connection[Any]) -> None:
    if poster.days:
        names = ("days", "facts", "units", "debits", "credits", "lot_kinds", "causes")
        sums = ("amounts", "entries", "events")
        _write_sums("add_days", names, sums, poster.days, connection)


def _write_usage(poster: Poster, connection: Connection[Any]) -> None:
    """What happened on later days than any batch before can have no rows yet and is copied."""
    first = poster.first_day
    later = [(key, sums) for key, sums in poster.usage.items() if key[0] > first]
    known = {key: sums for key, sums in poster.usage.items() if key[0] <= first}
    if later:
        rows = b"".join([_usage_row(key, sums) for key, sums in later])
        with connection.cursor() as cursor, cursor.copy(named_sql("journal", "new_usage")) as copy:
            copy.write(BINARY_HEADER + rows + BINARY_TRAILER)
    if known:
        _add_usage(known, connection)


def _usage_row(key: UsageKey, sums: list[int]) -> bytes:
    day, account_id, *names = key
    generations, paid, free, revenue, engine_ms = sums
    return b"".join(
        (
            _USAGE_DAY(USAGE_COLUMNS, 4, day.toordinal() - _FIRST_DAY, 16),
            account_id.to_bytes(16),
            *map(binary_text, names),
            _USAGE_SUMS(8, generations, 8, paid, 8, free, 8, revenue, 8, engine_ms),
        )
    )


def _add_usage(usage: dict[UsageKey, list[int]], connection: Connection[Any]) -> None:
    days, accounts, models, kinds, currencies = zip(*usage, strict=True)
    generations, paid, free, revenue, engine_ms = zip(*usage.values(), strict=True)
    columns = {
        "days": "{" + ",".join(map(str, days)) + "}",
        "account_ids": "{" + ",".join([f"{one:032x}" for one in accounts]) + "}",
        "model_ids": list(models),
        "kinds": list(kinds),
        "currencies": list(currencies),
        "generations": number_array(generations),
        "credits_paid": number_array(paid),
        "credits_free": number_array(free),
        "revenue_minor": number_array(revenue),
        "engine_ms": number_array(engine_ms),
    }
    connection.execute(named_sql("journal", "add_usage"), columns)


def _write_sums(
    statement: str,
    names: tuple[str, ...],
    sums: tuple[str, ...],
    rows: dict[Any, list[int]],
    connection: Connection[Any],
) -> None:
    columns: dict[str, list[Any]] = {
        name: list(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)
    }
    for name, column in zip(sums, zip(*rows.values(), strict=True), strict=True):
        columns[name] = list(column)
    connection.execute(named_sql("journal", statement), columns)


JOURNAL = Projection(
    name="journal",
    tables=(
        "journal_entries",
        "journal_lots",
        "journal_open",
        "journal_payments",
        "journal_days",
        "usage_days",
    ),
    apply=apply,
    topics={event.TOPIC: NARROW.get(event, event) for event in POSTED},
    growing=frozenset({"journal_entries"}),
)
