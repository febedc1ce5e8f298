"""What the rules need from outside, as protocols with a real adapter and an in-memory twin each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import msgspec

from domain.event import Event, Recorded
from domain.ids import StreamId
from domain.registry import State, evolve

States = Mapping[StreamId, State | None]


class GroundRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a ground table that belongs to the events of the same decision: both or neither."""

    table: str
    values: dict[str, Any]


class Decision(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a command decided: new events by stream, ground rows, and an answer for the caller.

    A stream that is a claim must be listed in `events` first. Nothing at all is a fine decision.
    """

    events: dict[StreamId, Sequence[Event]] = {}
    rows: Sequence[GroundRow] = ()
    answer: Any = None


class Command(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A wish: the streams it depends on and a pure decision over their folded states.

    `decide` may run several times (a lost race decides again on newer states) and raises a
    DomainError to refuse. `States` holds exactly the streams asked for; None means empty.
    """

    streams: tuple[StreamId, ...]
    decide: Callable[[States, datetime], Decision]
    claim: StreamId | None = None
    """The one of `streams` that is probably new: a ledger need not look before it decides."""


class Appended(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A durable decision: the answer, what was recorded, and the log position to wait for.

    `position` is the last position written, or 0 where the decision changed nothing.
    """

    answer: Any
    recorded: Sequence[Recorded]
    position: int


class Stream(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A folded stream: version and last position (0 and 0 when empty), times, state.

    `times` maps each topic to the recorded time of its first event in the stream.
    """

    version: int
    position: int
    state: State | None
    times: dict[str, datetime]


EMPTY = Stream(version=0, position=0, state=None, times={})
"""A stream that nothing was recorded in."""


def followed(stream: Stream, recorded: Recorded) -> Stream:
    """The stream after one more of its events."""
    return Stream(
        version=recorded.version,
        position=recorded.position,
        state=evolve(stream.state, recorded.event),
        times={recorded.event.TOPIC: recorded.recorded_at} | stream.times,
    )


class Ledger(Protocol):
    """The event store. Futures are resolved off the caller's thread; callers decide how to wait."""

    def append(self, command: Command) -> Future[Appended]:
        """Decides and records durably, or raises a DomainError through the future.

        TemporarilyUnavailable means that nothing is known to be recorded: retry with the same
        claim and the claim decides.
        """

    def load(self, streams: Iterable[StreamId]) -> Future[dict[StreamId, Stream]]:
        """Folds streams as they are in the database now (never staler than the call)."""

    def read(self, after: int, limit: int) -> Sequence[Recorded]:
        """Events with a position greater than `after`, in order, at most `limit`."""

    def history(self, stream_id: StreamId, limit: int) -> Sequence[Recorded]:
        """The events of one stream from its first one on, at most `limit`."""

    def head(self) -> int:
        """The last position of the log; 0 when it is empty."""

    def now(self) -> datetime:
        """The time by which it decides."""


class Vault(Protocol):
    """Per-account data keys. Deleting one makes everything it sealed unreadable for ever."""

    def seal(self, account_id: UUID, text: bytes) -> bytes:
        """Encrypts free text of one account. Raises TextsKeyless once the account's key is gone."""

    def open(self, account_id: UUID, sealed: bytes) -> bytes | None:
        """The plain text, or None once the account's key is gone."""

    def fingerprint(self, account_id: UUID, request: bytes) -> bytes:
        """HMAC-SHA-256 of a canonical request under the account's key, 32 bytes.

        Raises TextsKeyless once the account's key is gone.
        """


class QuickVault(Vault, Protocol):
    """A vault that says when it need not ask anybody."""

    def at_hand(self, account_id: UUID) -> Vault | None:
        """What seals and opens for this account now without blocking; None where nothing can."""
