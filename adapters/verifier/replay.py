"""The money of a log, replayed by a third implementation: small structs, whole numbers, no trust.

It shares no rule with `domain.ledger`: it reads only the fields that move credits and says what
breaks a rule. To bound memory, a replay that holds too much leaves half of its streams aside; the
same log is then posted again for what was left. It finds and names; it decides and mends nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

import msgspec

from adapters.verifier.faults import Faults
from adapters.verifier.grants import Grants
from adapters.verifier.money_events import (
    UNREADABLE,
    Claimed,
    Debited,
    Draws,
    Refunded,
    Revoked,
    read_claimed,
    read_debited,
    read_granted,
    read_refunded,
    read_revoked,
    read_taken,
)
from domain.audit.merkle import Row
from domain.registry import TOPICS

HELD_MAX = 8_000_000
"""What one replay may hold at once; about 100 bytes each."""

HELD_BY_DEBIT = 3
HELD_BY_ACCOUNT = 8
"""So many streams take as much memory as an open debit, or an account with its lots."""

PARTS_MAX = 256
"""Streams are told apart by the last byte of their id."""

TOLERANCE = 300_000_000
"""Microseconds by which the clock that decided and the clock that recorded may disagree."""

REOPENED_LIFE = 7 * 86_400_000_000
"""Microseconds that a lot lives on when credits come back to it after its end."""

ID_CHARACTERS = 36
"""Of an id as an event spells it."""

FOREVER = 2**63
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

Handler = Callable[[int, bytes, int, bytes], None]
Decoded = TypeVar("Decoded")
Held = TypeVar("Held")


class Rows(Protocol):
    """Events that were read together: a list, or the columns of a file."""

    def __iter__(self) -> Iterator[Row]: ...

    def __len__(self) -> int: ...


class Lot(msgspec.Struct, gc=False):
    """`remaining`, `drawn` (spent or in flight), `lapsed` (expired) and `taken` (revoked) are
    credits; `expires_at` is microseconds. `rank` says which lot burns first: priority, expiry, age.
    """

    granted: int
    remaining: int
    expires_at: int
    rank: tuple[int, int, int]
    drawn: int = 0
    lapsed: int = 0
    taken: int = 0
    revoked: bool = False

    def end_at(self, expires_at: int) -> None:
        """Expires at another time than it was granted for."""
        priority, _, age = self.rank
        self.expires_at, self.rank = expires_at, (priority, expires_at, age)


class Account(msgspec.Struct, gc=False):
    """Every lot of an account, and those that may still hold credits: what a burn order is about.

    `draws` are those of the last debit: most debits draw alike, and share one object while open.
    `name` is how a claim spelled `stream`: the next one that spells it so needs no other look.
    """

    stream: bytes
    name: str = ""
    lots: dict[str, Lot] = msgspec.field(default_factory=dict)
    holding: dict[str, Lot] = msgspec.field(default_factory=dict)
    draws: Draws = ()
    erased: bool = False


class Debit(msgspec.Struct, gc=False):
    """A debit that has not come to its end."""

    account: bytes
    amount: int
    draws: Draws
    position: int
    ended: bool = False
    refunded: bool = False


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """The streams that one replay looks at: `part` of `parts`.

    Of the first `told` events of the log, another replay found what is to be found.
    """

    part: int = 0
    parts: int = 1
    told: int = 0

    def holds(self, other: "Share") -> bool:
        """Is every stream of the other one of these?"""
        return other.parts % self.parts == 0 and other.part % self.parts == self.part


class Replay:
    """Post a whole log in order, then `finish`; then the same again for every share in `left`."""

    def __init__(
        self, faults: Faults, share: Share | None = None, *, held_max: int = HELD_MAX
    ) -> None:
        self.share = share or Share()
        self.left: list[Share] = []
        self.position = 0
        self.accounts: dict[bytes, Account] = {}
        self._told_to = faults
        self._faults = Faults() if self.share.told else faults
        self._held_max = held_max
        self._events = 0
        self._part, self._parts = self.share.part, self.share.parts
        self._whole = self._parts == 1
        self._recorded_at = -FOREVER
        self._versions: dict[bytes, int] = {}
        self._claims: dict[bytes, Claimed] = {}
        self._debits: dict[bytes, Debit] = {}
        self._grants = Grants()
        self._handlers = self._handlers_by_topic()

    def _handlers_by_topic(self) -> dict[bytes, Handler | None]:
        """Every topic that there is; most move no credits and need no handler."""
        known: dict[bytes, Handler | None] = dict.fromkeys(topic.encode() for topic in TOPICS)
        refunding = ("failed", "expired", "blocked", "canceled")
        endings: dict[bytes, Handler] = {
            f"generation.{end}.v1".encode(): self._ended_for_refund for end in refunding
        }
        return (
            known
            | endings
            | {
                b"account.opened.v1": self._opened,
                b"account.erased.v1": self._erased,
                b"credits.granted.v1": self._granted,
                b"credits.debited.v1": self._debited,
                b"credits.refunded.v1": self._refunded,
                b"credits.expired.v1": self._expired,
                b"credits.revoked.v1": self._revoked,
                b"generation.requested.v1": self._claimed,
                b"generation.completed.v1": self._completed,
            }
        )

    def post(self, rows: Rows) -> None:
        """More events of the log, in order, and as many together as for every other share."""
        if self._events >= self.share.told:
            self._faults = self._told_to
        self._replay(rows)
        self._events += len(rows)
        if self._held() > self._held_max and self._parts < PARTS_MAX:
            self._leave_half()

    def _replay(self, rows: Rows) -> None:
        versions, handlers = self._versions, self._handlers
        part, parts, position_before = self._part, self._parts, self.position
        recorded_before = self._recorded_at
        for position, stream, version, recorded_at, topic, state in rows:
            if part == 0:
                if position != position_before + 1:
                    self._gap("position_gap", position, f"follows position {position_before}")
                if recorded_at < recorded_before:
                    self._gap("time_decreased", position, "recorded before the event before it")
                recorded_before = recorded_at
            position_before = position
            try:
                handler = handlers[topic]
            except KeyError:
                handler = None
                self._unknown(topic, position)
            if parts == 1 or stream[15] % parts == part:
                # Twice the version, and one more once the stream has had its end.
                seen, twice = versions.get(stream, 0), version << 1
                if twice != seen + 2:
                    if version != (seen >> 1) + 1:
                        self._gap("version_gap", position, f"version {version} after {seen >> 1}")
                    twice |= seen & 1
                versions[stream] = twice
            if handler is not None:
                handler(position, stream, recorded_at, state)
        self.position, self._recorded_at = position_before, recorded_before

    def finish(self) -> None:
        """What must not be left open at the end of a log."""
        self._faults = self._told_to
        self._grants.tell(self._faults)
        for generation, debit in self._debits.items():
            if debit.ended != debit.refunded:
                name, position = UUID(bytes=generation), debit.position
                message = f"refunding end: {debit.ended}, refunded: {debit.refunded}"
                self._faults.find("refund_and_ending_differ", name, message, position)
        for generation in self._claims:
            self._faults.find("claim_without_debit", UUID(bytes=generation), "never debited")
        for account in self.accounts.values():
            for lot_id, lot in account.lots.items():
                if lot.revoked and lot.remaining:
                    message = f"{lot.remaining} credits, account {UUID(bytes=account.stream)}"
                    self._faults.find("revoked_lot_holds_credits", lot_id, message)

    def flying(self) -> dict[bytes, int]:
        """Credits of debits that have not ended, by account, for the streams of this share."""
        flying: dict[bytes, int] = defaultdict(int)
        for debit in self._debits.values():
            flying[debit.account] += debit.amount
        return {account: amount for account, amount in flying.items() if amount}

    def drawn_in_flight(self) -> Iterator[tuple[bytes, str, int]]:
        """Account, lot and credits of every draw in flight, for the streams of this share."""
        for debit in self._debits.values():
            if not debit.refunded:
                for lot_id, amount in debit.draws:
                    yield debit.account, lot_id, amount

    # --- memory -----------------------------------------------------------------------------

    def _held(self) -> int:
        streams = len(self._versions) + len(self._claims)
        debits = HELD_BY_DEBIT * len(self._debits)
        return streams + debits + HELD_BY_ACCOUNT * len(self.accounts)

    def _leave_half(self) -> None:
        """What there was to find in the other half so far is found."""
        told, parts = max(self._events, self.share.told), 2 * self._parts
        self.left.append(Share(part=self._part + self._parts, parts=parts, told=told))
        self.share = msgspec.structs.replace(self.share, parts=parts)
        self._parts, self._whole = parts, False
        self._versions = self._mine_of(self._versions)
        self._claims = self._mine_of(self._claims)
        self._debits = self._mine_of(self._debits)
        self.accounts = self._mine_of(self.accounts)

    def _mine_of(self, streams: dict[bytes, Held]) -> dict[bytes, Held]:
        return {stream: held for stream, held in streams.items() if self._mine(stream)}

    # --- accounts ---------------------------------------------------------------------------

    def _opened(self, position: int, stream: bytes, at: int, state: bytes) -> None:
        if not self._mine(stream):
            return
        if stream in self.accounts:
            name = UUID(bytes=stream)
            self._faults.find("account_opened_twice", name, "opened again", position)
            return
        self.accounts[stream] = Account(stream)

    def _erased(self, position: int, stream: bytes, at: int, state: bytes) -> None:
        account = self._account(stream, position) if self._mine(stream) else None
        if account is not None:
            account.erased = True

    def _granted(self, position: int, stream: bytes, at: int, state: bytes) -> None:
        if self._part == 0:
            self._grants.note(position, stream, state)
        if not self._mine(stream):
            return
        event = self._decoded(read_granted, position, state)
        account = self._account(stream, position)
        if event is None or account is None:
            return
        if not is_id(event.lot_id):
            self._no_id(event.lot_id, position)
            return
        lots = account.lots
        if event.lot_id in lots:
            self._faults.find("lot_granted_twice", event.lot_id, "granted again", position)
            return
        if account.erased:
            message = f"account {UUID(bytes=stream)} was erased before"
            self._faults.find("granted_after_erasure", event.lot_id, message, position)
        if event.amount <= 0:
            self._faults.find("amount_invalid", event.lot_id, f"{event.amount}", position)
        expires_at = FOREVER if event.expires_at is None else _microseconds(event.expires_at)
        lots[event.lot_id] = account.holding[event.lot_id] = Lot(
            event.amount, event.amount, expires_at, (event.priority, expires_at, len(lots))
        )

    def _debited(self, position: int, stream: bytes, at: int, state: bytes) -> None:
        try:
            event = read_debited(state)
        except UNREADABLE as error:
            self._unreadable(position, error)
            return
        draws, account = event.draws, None
        if self._whole or self._mine(stream):
            account = self._account(stream, position)
            if account is not None:
                self._draw(account, event, position, at)
                stream = account.stream
                if draws == account.draws:
                    draws = account.draws
                else:
                    account.draws = draws
        generation = self._stream_of(event.generation_id, position)
        if generation is None or not (self._whole or self._mine(generation)):
            return
        claim = self._claims.pop(generation, None)
        if generation in self._debits or self._versions.get(generation, 0) & 1:
            self._faults.find("debited_twice", event.generation_id, "debited again", position)
            return
        if claim is None or claim.price != event.amount or claim.draws != draws:
            message = "no claim of this price and these draws came before"
            self._faults.find("debit_without_claim", event.generation_id, message, position)
        elif account is None or claim.account_id != account.name:
            if self._stream_of(claim.account_id, position) != stream:
                message = "claimed by another account"
                self._faults.find("debit_without_claim", event.generation_id, message, position)
            elif account is not None:
                account.name = claim.account_id
        self._debits[generation] = Debit(stream, event.amount, draws, position)

    def _draw(self, account: Account, event: Debited, position: int, at: int) -> None:
        lots, total = account.lots, 0
        for lot_id, amount in event.draws:
            total += amount
            lot = lots.get(lot_id)
            if lot is None:
                self._faults.find("unknown_lot", lot_id, "debited, never granted", position)
                continue
            if lot.revoked or lot.expires_at <= at - TOLERANCE:
                self._faults.find("lot_not_spendable", lot_id, "debited after its end", position)
            lot.remaining -= amount
            lot.drawn += amount
            if lot.remaining < 0 or amount <= 0:
                self._faults.find("lot_overdrawn", lot_id, f"{lot.remaining} remain", position)
                account.holding[lot_id] = lot
        if total != event.amount or total <= 0:
            code = "draws_unequal" if total != event.amount else "amount_invalid"
            message = f"draws are {total}, amount is {event.amount}"
            self._faults.find(code, event.generation_id, message, position)
        if len(account.holding) > 1:
            self._check_burn_order(account, event, position, at)

    def _check_burn_order(self, account: Account, event: Debited, position: int, at: int) -> None:
        """Priority, then expiry, then age: nothing spendable may be left before what was drawn.

        A lot that expires about now is left out: the clock that decided is not in the log.
        """
        lots, holding = account.lots, account.holding
        drawn = [lots[lot_id].rank for lot_id, _ in event.draws if lot_id in lots]
        if not drawn:
            return
        last = max(drawn)
        empty, first = [], []
        for lot_id, lot in holding.items():
            if not lot.remaining:
                empty.append(lot_id)
            elif lot.rank < last and not lot.revoked and lot.expires_at > at + TOLERANCE:
                first.append((lot.rank[2], lot_id))
        for lot_id in empty:
            del holding[lot_id]
        for _, lot_id in sorted(first):
            self._faults.find("burn_order", lot_id, "should have been drawn first", position)

    def _refunded(self, position: int, stream: bytes, at: int, state: bytes) -> None:
        event = self._decoded(read_refunded, position, state)
        if event is None:
            return
        if self._mine(stream):
            self._put_back(event, position, stream, at)
        generation = self._stream_of(event.generation_id, position)
        if generation is None or not self._mine(generation):
            return
        debit = self._debits.get(generation)
        if debit is None or debit.refunded or debit.account != stream:
            message = "there is no open debit of this account"
            self._faults.find("refund_without_debit", event.generation_id, message, position)
            return
        if event.amount != debit.amount or event.draws[::-1] != debit.draws:
            message = "not what was drawn, in reverse order"
            self._faults.find("refund_unequal", event.generation_id, message, position)
        debit.refunded = True
        self._close(generation, debit)

    def _put_back(self, event: Refunded, position: int, stream: bytes, at: int) -> None:
        account = self._account(stream, position)
        if account is None:
            return
        lots, total = account.lots, 0
        reopened = {lot_id: _microseconds(end) for lot_id, end in event.reopened}
        for lot_id, amount in event.draws:
            total += amount
            lot = lots.get(lot_id)
            if lot is None:
                self._faults.find("unknown_lot", lot_id, "refunded, never granted", position)
                continue
            lot.remaining += amount
            account.holding[lot_id] = lot
            lot.drawn -= amount
            if lot.drawn < 0 or amount <= 0:
                self._faults.find("lot_overfilled", lot_id, f"{lot.remaining} remain", position)
            if not _lives_on(lot, reopened.pop(lot_id, None), at):
                message = "its life after a refund is not what the rule gives"
                self._faults.find("reopening_unequal", lot_id, message, position)
        for lot_id in reopened:
            self._faults.find("reopening_unequal", lot_id, "nothing came back to it", position)
        if total != event.amount:
            message = f"draws are {total}, amount is {event.amount}"
            self._faults.find("draws_unequal", event.generation_id, message, position)

    def _expired(self, position: int, stream: bytes, at: int, state: bytes) -> None:
        event = self._decoded(read_taken, position, state) if self._mine(stream) else None
        lot = None if event is None else self._lot(stream, event.lot_id, position)
        if event is None or lot is None:
            return
        if lot.remaining != event.amount or lot.expires_at > at + TOLERANCE:
            message = f"{event.amount} booked, {lot.remaining} remained"
            self._faults.find("expiry_unequal", event.lot_id, message, position)
        lot.remaining -= event.amount
        lot.lapsed += event.amount

    def _revoked(self, position: int, stream: bytes, at: int, state: bytes) -> None:
        """A lot that was paid back lives on for what returns to it; any other one is over."""
        event = self._decoded(read_revoked, position, state) if self._mine(stream) else None
        lot = None if event is None else self._lot(stream, event.lot_id, position)
        if event is None or lot is None:
            return
        if not _loses(lot, event):
            message = f"{event.loss} booked of {lot.granted}, {lot.remaining} remained"
            self._faults.find("loss_unequal", event.lot_id, message, position)
        lot.remaining -= event.amount
        lot.taken += event.amount
        lot.revoked |= event.cause != "repaid"
        if lot.remaining < 0 or event.amount < 0:
            message = f"{lot.remaining} remain"
            self._faults.find("lot_overdrawn", event.lot_id, message, position)

    def _lot(self, stream: bytes, lot_id: str, position: int) -> Lot | None:
        """A lot of which something is taken; a negative amount would give to it."""
        account = self._account(stream, position)
        if account is None:
            return None
        lot = account.lots.get(lot_id)
        if lot is None:
            self._faults.find("unknown_lot", lot_id, "taken, never granted", position)
        else:
            account.holding[lot_id] = lot
        return lot

    # --- generations ------------------------------------------------------------------------

    def _claimed(self, position: int, stream: bytes, at: int, state: bytes) -> None:
        if self._whole or self._mine(stream):
            try:
                self._claims[stream] = read_claimed(state)
            except UNREADABLE as error:
                self._unreadable(position, error)

    def _completed(self, position: int, stream: bytes, at: int, state: bytes) -> None:
        if self._whole or self._mine(stream):
            debit = self._end(position, stream)
            if debit is not None:
                if debit.refunded:
                    message = "completed and refunded"
                    name = UUID(bytes=stream)
                    self._faults.find("refund_and_ending_differ", name, message, position)
                del self._debits[stream]

    def _ended_for_refund(self, position: int, stream: bytes, at: int, state: bytes) -> None:
        if self._mine(stream):
            debit = self._end(position, stream)
            if debit is not None:
                debit.ended = True
                self._close(stream, debit)

    def _end(self, position: int, stream: bytes) -> Debit | None:
        """The debit that a terminal event ends; every debit has exactly one."""
        seen = self._versions[stream]
        if seen & 1:
            self._faults.find("ended_twice", UUID(bytes=stream), "a second end", position)
            return None
        self._versions[stream] = seen | 1
        debit = self._debits.get(stream)
        if debit is None:
            self._faults.find("ending_without_debit", UUID(bytes=stream), "no debit", position)
        return debit

    def _close(self, generation: bytes, debit: Debit) -> None:
        """Refunding end and refund come in one transaction, in either order."""
        if debit.ended and debit.refunded:
            del self._debits[generation]

    # --- small things -----------------------------------------------------------------------

    def _mine(self, stream: bytes) -> bool:
        return self._whole or stream[15] % self._parts == self._part

    def _account(self, stream: bytes, position: int) -> Account | None:
        account = self.accounts.get(stream)
        if account is None:
            message = "credits moved on an account that was never opened"
            self._faults.find("account_not_opened", UUID(bytes=stream), message, position)
        return account

    def _decoded(
        self, read: Callable[[bytes], Decoded], position: int, state: bytes
    ) -> Decoded | None:
        try:
            return read(state)
        except UNREADABLE as error:
            self._unreadable(position, error)
            return None

    def _unreadable(self, position: int, error: Exception) -> None:
        self._faults.find("state_unreadable", position, str(error), position)

    def _stream_of(self, text: str, position: int) -> bytes | None:
        try:
            stream = bytes.fromhex(text.replace("-", ""))
        except ValueError:
            stream = b""
        if len(stream) == 16 and len(text) == ID_CHARACTERS:  # what fromhex skips makes it longer
            return stream
        self._no_id(text, position)
        return None

    def _no_id(self, text: str, position: int) -> None:
        self._faults.find("state_unreadable", position, f"{text[:50]!r} is no id", position)

    def _gap(self, code: str, position: int, message: str) -> None:
        self._faults.find(code, position, message, position)

    def _unknown(self, topic: bytes, position: int) -> None:
        """A topic that moves nothing; told once."""
        if self._part == 0:
            self._faults.find("unknown_topic", topic.decode(errors="replace"), "unknown", position)
        self._handlers[topic] = None


def is_id(text: str) -> bool:
    """Is it an id as events spell them, and so one that a database takes for one?"""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _lives_on(lot: Lot, end: int | None, at: int) -> bool:
    """Gives a lot its new end. What comes back after the old one opens seven days, nothing else
    does, and a revoked lot has no life to get back.
    """
    if end is None:
        return lot.revoked or lot.expires_at > at - TOLERANCE
    over = not lot.revoked and lot.expires_at <= at + TOLERANCE
    lot.end_at(end)
    return over and abs(end - at - REOPENED_LIFE) <= TOLERANCE


def _loses(lot: Lot, event: Revoked) -> bool:
    """A chargeback loses what is not in the lot any more, with or without what was repaid before;
    what comes back to the lot afterwards is no loss after all.
    """
    if event.cause == "repaid":
        return event.loss == 0
    if lot.revoked:
        return event.loss == -event.amount
    gone = lot.granted - lot.remaining
    return gone - lot.taken <= event.loss <= gone


def _microseconds(moment: datetime) -> int:
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return (aware - EPOCH) // MICROSECOND
