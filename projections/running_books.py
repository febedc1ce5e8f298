"""The books' second implementation while the log grows: what has ended is counted and let go.

It posts what `Books` posts and finds what `Books` finds, but keeps open debits, lots that hold
credits and one balance per account only, so its size follows the accounts and not the log. What it
cannot tell any more is left to `reconcile`: it repeats no fold of the domain's rules.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from psycopg import Connection

from domain.event import Event, Recorded
from domain.generation import GenerationRequested
from domain.ledger import CreditsExpired, CreditsRevoked
from projections.books import Books, DebitBook, Finding, LotBook, finding
from projections.moment import one_moment
from projections.named_sql import named_sql
from projections.projection import Read

READ_EVENTS = 1_000
SLICES = 64
"""Accounts are compared in slices by the first byte of their id."""

IDS_PER_SLICE = 256 // SLICES

BOOKS_VERSION = 1
"""Kept books of another version are not read: raise it when posting changes."""

KEPT_BYTES_MAX = 64 * 1024 * 1024


class Kept(msgspec.Struct):
    """The books between two runs of the process."""

    position: int
    recorded_at: datetime | None
    balances: dict[UUID, int]
    lots: list[tuple[UUID, UUID, LotBook]]
    debits: dict[UUID, DebitBook]
    claims: dict[UUID, GenerationRequested]


LotParts = tuple[int, int, int, int, int]
"""Granted, in flight, used, expired and revoked credits of a lot."""


class Slice(msgspec.Struct):
    """Rows of one slice of the accounts at one moment, and the checkpoints they belong to."""

    number: int
    positions: dict[str, int]
    balances: dict[UUID, tuple[int, int]]
    lots: list[tuple[UUID, UUID, int]]
    statements: dict[UUID, tuple[int, int]]
    journal: list[tuple[UUID, UUID, LotParts]]


class RunningBooks(Books):
    """Books that forget what can no longer change."""

    def __init__(self) -> None:
        super().__init__()
        self.slices: list[set[UUID]] = [set() for _ in range(SLICES)]
        self._half_ended: set[UUID] = set()

    def post(self, recorded: Recorded) -> None:
        """One more event; then what it ended is checked one last time and let go."""
        super().post(recorded)
        stream_id, event = recorded.stream_id, recorded.event
        if stream_id in self.balances:
            self.slices[stream_id.bytes[0] // IDS_PER_SLICE].add(stream_id)
        if isinstance(event, GenerationRequested):
            self._check_debits_of_claims(stream_id)
        self._let_go(getattr(event, "generation_id", stream_id))
        for lot_id in _lots_of(event):
            self._let_lot_go((stream_id, lot_id))

    def take_findings(self) -> list[Finding]:
        """What was found since the last call."""
        found, self.found = self.found, []
        return found

    def check_endings(self) -> None:
        """Finds work that has had its ending or its refund since the last call, but not the other.

        Both are recorded at once, but a checkpoint may lie between them for a moment.
        """
        half = {
            generation_id
            for generation_id, debit in self.debits.items()
            if debit.refunds != debit.refunded
        }
        for generation_id in sorted(half & self._half_ended):
            message = f"refunded: {self.debits[generation_id].refunded}"
            self.find("refund_and_ending_differ", generation_id, message)
        self._half_ended = half

    def keep(self) -> bytes | None:
        """The books as bytes, or None where they are too large to be worth it."""
        kept = Kept(
            position=self.position,
            recorded_at=self.recorded_at,
            balances=dict(self.balances),
            lots=[(account_id, lot_id, lot) for (account_id, lot_id), lot in self.lots.items()],
            debits=self.debits,
            claims=self.claims,
        )
        body = msgspec.json.encode(kept)
        return body if len(body) <= KEPT_BYTES_MAX else None

    def _check_place(self, recorded: Recorded) -> None:
        """Versions of streams are not remembered; positions and times of the log are."""
        self.versions[recorded.stream_id] = recorded.version - 1
        super()._check_place(recorded)
        del self.versions[recorded.stream_id]

    def _fold(self, stream_id: UUID, event: Event) -> None:
        """Does nothing: comparing with the domain's fold needs whole streams, which only
        `reconcile` keeps.
        """

    def _take(self, account_id: UUID, event: CreditsExpired | CreditsRevoked) -> None:
        """A lot that was let go is empty, and taking nothing from it is nothing."""
        if event.amount or (account_id, event.lot_id) in self.lots:
            super()._take(account_id, event)

    def _check_debits_of_claims(self, newest: UUID) -> None:
        """A claim's debit follows it at once, so no other claim may still wait for one."""
        for generation_id in [known for known in self.claims if known != newest]:
            del self.claims[generation_id]
            if generation_id not in self.debits:
                self.find("claim_without_debit", generation_id, f"none before {self.position}")

    def _let_go(self, generation_id: UUID) -> None:
        debit = self.debits.get(generation_id)
        if debit is None:
            return
        self.claims.pop(generation_id, None)
        if debit.open or debit.refunds != debit.refunded:
            return
        del self.debits[generation_id]
        for draw in debit.draws:
            self._let_lot_go((debit.account_id, draw.lot_id))

    def _let_lot_go(self, key: tuple[UUID, UUID]) -> None:
        lot = self.lots.get(key)
        if lot is None:
            return
        if not lot.balanced():
            self.find("lot_unbalanced", key[1], f"{lot}")
        if not lot.remaining and not lot.in_flight:
            del self.lots[key]


def _lots_of(event: Event) -> Iterable[UUID]:
    match event:
        case CreditsExpired() | CreditsRevoked():
            return (event.lot_id,)
        case _:
            return [draw.lot_id for draw in getattr(event, "draws", ())]


def restored(body: bytes) -> RunningBooks:
    """Books that `keep` kept."""
    kept = msgspec.json.decode(body, type=Kept)
    books = RunningBooks()
    books.position = kept.position
    books.recorded_at = kept.recorded_at
    books.balances = defaultdict(int, kept.balances)
    books.lots = {(account_id, lot_id): lot for account_id, lot_id, lot in kept.lots}
    books.debits = kept.debits
    books.claims = kept.claims
    for account_id in kept.balances:
        books.slices[account_id.bytes[0] // IDS_PER_SLICE].add(account_id)
    return books


def post_up_to(books: Books, read: Read, position: int) -> None:
    """Posts the log from where the books are up to a position."""
    while books.position < position:
        batch = read(books.position, min(READ_EVENTS, position - books.position))
        if not batch:
            return
        for recorded in batch:
            books.post(recorded)


def read_slice(connection: Connection[Any], number: int) -> Slice:
    """The rows of one slice, in one snapshot. Raises psycopg.OperationalError."""
    bounds = {
        "first": UUID(bytes=bytes([number * IDS_PER_SLICE]) + bytes(15)),
        "last": UUID(bytes=bytes([(number + 1) * IDS_PER_SLICE - 1]) + b"\xff" * 15),
    }

    def rows(name: str) -> list[Any]:
        return connection.execute(named_sql("selfcheck", name), bounds).fetchall()

    with one_moment(connection, "balances", "statement_entries", "journal_lots"):
        return Slice(
            number=number,
            positions=dict(rows("checkpoints")),
            balances={account: (booked, flying) for account, booked, flying in rows("balances")},
            lots=rows("lots"),
            statements={account: (total, off) for account, total, off in rows("statements")},
            journal=[(account, lot, tuple(parts)) for account, lot, *parts in rows("journal")],
        )


def compare(books: RunningBooks, rows: Slice, read: Read) -> list[Finding]:
    """The slice's rows against the books, each projection at its own checkpoint.

    A projection behind the books, because it stopped or is being rebuilt, waits for its turn.
    """
    found: list[Finding] = []
    for name, mark in sorted(rows.positions.items(), key=lambda item: item[1]):
        if mark < books.position:
            continue
        post_up_to(books, read, mark)
        if books.position != mark:
            continue
        found += _COMPARING[name](books, rows)
    return books.take_findings() + found


def _compare_balances(books: RunningBooks, rows: Slice) -> Iterator[Finding]:
    flying = books.in_flight()
    sums: dict[UUID, int] = defaultdict(int)
    for account_id, lot_id, remaining in rows.lots:
        sums[account_id] += remaining
        lot = books.lots.get((account_id, lot_id))
        if lot is None or lot.remaining != remaining:
            yield finding("lot_differs", lot_id, f"projection {remaining}, books {lot}")
    for account_id in rows.balances.keys() | books.slices[rows.number]:
        balance = books.balances.get(account_id, 0)
        expected = (balance, flying.get(account_id, 0))
        seen = rows.balances.get(account_id, (0, 0))
        if seen != expected:
            yield finding("balance_differs", account_id, f"projection {seen}, books {expected}")
        if sums[account_id] != balance:
            message = f"lots sum to {sums[account_id]}, books {balance}"
            yield finding("lot_differs", account_id, message)


def _compare_statements(books: RunningBooks, rows: Slice) -> Iterator[Finding]:
    for account_id in rows.statements.keys() | books.slices[rows.number]:
        balance = books.balances.get(account_id, 0)
        total, off = rows.statements.get(account_id, (0, 0))
        if (total, off) != (balance, 0):
            message = f"entries sum to {total}, {off} balances are off, books {balance}"
            yield finding("statement_differs", account_id, message)


def _compare_journal(books: RunningBooks, rows: Slice) -> Iterator[Finding]:
    """Lots that still hold credits or have some in flight; what is over is left to `verify`."""
    held: dict[UUID, int] = defaultdict(int)
    for account_id, lot_id, parts in rows.journal:
        lot = books.lots.get((account_id, lot_id))
        held[account_id] += parts[0] - sum(parts[2:])
        if lot is None or parts != (lot.granted, lot.in_flight, lot.used, lot.expired, lot.revoked):
            yield finding("journal_lot_differs", lot_id, f"journal {parts}, books {lot}")
    flying = books.in_flight()
    for account_id in held.keys() | books.slices[rows.number]:
        expected = books.balances.get(account_id, 0) + flying.get(account_id, 0)
        if held[account_id] != expected:
            message = f"lots of the journal hold {held[account_id]}, books {expected}"
            yield finding("journal_balance_differs", account_id, message)


_COMPARING: dict[str, Callable[[RunningBooks, Slice], Iterator[Finding]]] = {
    "balances": _compare_balances,
    "statements": _compare_statements,
    "journal": _compare_journal,
}
