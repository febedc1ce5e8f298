"""Folded streams in memory: a bounded cache that only ever moves forward, and how streams fold."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from adapters.eventstore.mapper import EventMapper, Stored
from domain.event import Event, Recorded
from domain.generation import Generation
from domain.ports import EMPTY, Command, Stream
from domain.registry import State, evolve

STREAMS_MAX = 50_000
"""Cached streams of each kind; those not used for long are dropped and read again."""

TEXT_BYTES = 2_048
"""A generation whose texts are longer counts as several."""


class Gap(AssertionError):
    """A stream's versions are not contiguous: the log or this code is broken."""


def fold(stream: Stream, recorded: Iterable[Recorded]) -> Stream:
    """The stream after more of its events. Raises Gap unless versions follow on each other."""
    version, position, state, times = stream.version, stream.position, stream.state, stream.times
    for event in recorded:
        if event.version != version + 1:
            raise Gap(f"{event.stream_id}: version {event.version} after {version}")
        version, position = event.version, event.position
        state = evolve(state, event.event)
        if event.event.TOPIC not in times:
            times = {**times, event.event.TOPIC: event.recorded_at}
    return Stream(version=version, position=position, state=state, times=times)


class StreamCache:
    """Thread-safe. `put` never replaces a stream by an older version of itself.

    Generations come and go by the thousand and would push out the accounts and characters that
    every request needs, so each kind has its own room. A room forgets its older half at once.
    """

    def __init__(self, streams_max: int = STREAMS_MAX) -> None:
        self._lasting = _Room(streams_max)
        self._passing = _Room(streams_max)
        self._lock = threading.Lock()

    def get(self, number: int) -> Stream | None:
        """The stream of an id's number, which may be an empty one; None where it is not cached.

        What every request needs is mostly found at the first look, and what it creates nowhere;
        neither takes the lock.
        """
        lasting, passing = self._lasting, self._passing
        stream = lasting.newer.get(number)
        if stream is None:
            stream = passing.newer.get(number)
            if stream is None and (number in lasting.older or number in passing.older):
                with self._lock:
                    stream = lasting.get(number) or passing.get(number)
        return stream

    def put(self, streams: Iterable[tuple[UUID, Stream]]) -> None:
        with self._lock:
            for stream_id, stream in streams:
                passing = stream.state is None or isinstance(stream.state, Generation)
                (self._passing if passing else self._lasting).put(stream_id.int, stream)


class _Room:
    """Two halves: what was used since the halves last changed places, and what was not.

    Streams go by their ids' numbers: to hash one costs a fifth of hashing the id. Whoever looks in
    the newer half first and then in the older one misses nothing, also without the lock.
    """

    def __init__(self, streams_max: int) -> None:
        self._half_max = max(1, streams_max // 2)
        self._filled = 0
        self.newer: dict[int, Stream] = {}
        self.older: dict[int, Stream] = {}

    def get(self, number: int) -> Stream | None:
        stream = self.newer.get(number)
        if stream is None and (stream := self.older.get(number)) is not None:
            self._add(number, stream)
        return stream

    def put(self, number: int, stream: Stream) -> None:
        known = self.newer.get(number)
        if known is not None:
            if known.version <= stream.version:
                self.newer[number] = stream
        elif (known := self.older.get(number)) is None or known.version <= stream.version:
            self._add(number, stream)

    def _add(self, number: int, stream: Stream) -> None:
        """To the newer half, where it is not yet."""
        self.newer[number] = stream
        self._filled += _weight(stream)
        if self._filled >= self._half_max:
            self.older = self.newer
            self.newer, self._filled = {}, 0


def _weight(stream: Stream) -> int:
    """How many ordinary streams it takes the room of."""
    if isinstance(stream.state, Generation):
        return 1 + len(stream.state.requested.sealed) // TEXT_BYTES
    return 1


class Slot(msgspec.Struct, eq=False, gc=False):
    """One stream while a batch is decided on it: as it began there, and as it is by now.

    `after` is the same stream in a batch that is not recorded yet, whose times are not known.
    """

    stream_id: UUID
    begun: int
    version: int
    state: State | None
    times: dict[str, datetime]
    after: "Slot | None" = None


class Moved(NamedTuple):
    """A stream that a batch moved on, and the version it had before."""

    stream_id: UUID
    begun: int
    stream: Stream


class Batch:
    """The streams that the commands of one batch decide on, each seeing what those before did.

    `stored` is what they decided, in order: what to insert.
    """

    def __init__(self) -> None:
        self._slots: dict[int, Slot] = {}
        self._placed_in: list[Slot] = []
        self.stored: list[Stored] = []

    @property
    def versions(self) -> dict[UUID, int]:
        """Of each stream, as the batch found it."""
        return {slot.stream_id: slot.begun for slot in self._slots.values()}

    def meet(self, stream_id: UUID, stream: Stream) -> None:
        """Commands may decide on this stream from here on."""
        version = stream.version
        self._slots[stream_id.int] = Slot(stream_id, version, version, stream.state, stream.times)

    def at_hand(
        self,
        command: Command,
        earlier: "Batch | None",
        cached: Callable[[int], Stream | None],
    ) -> dict[UUID, State | None] | None:
        """The states a command decides on: as this batch leaves a stream, as an earlier one does if
        it is recorded at all, or as it is cached. None where there is none of these.
        """
        slots = self._slots
        states = {}
        for stream_id in command.streams:
            number = stream_id.int
            slot = slots.get(number)
            if slot is None:
                before = None if earlier is None else earlier._slots.get(number)
                stream = cached(number) if before is None else None
                if before is not None:
                    version = before.version
                    slot = Slot(stream_id, version, version, before.state, before.times, before)
                elif stream is not None:
                    version = stream.version
                    slot = Slot(stream_id, version, version, stream.state, stream.times)
                elif stream_id is command.claim:
                    slot = Slot(stream_id, 0, 0, None, EMPTY.times)
                else:
                    return None
                slots[number] = slot
            states[stream_id] = slot.state
        return states

    def catch_up(self) -> None:
        """The batch that this one follows was recorded."""
        for slot in self._slots.values():
            if slot.after is not None:
                slot.times, slot.after = slot.after.times, None

    def states(self, stream_ids: Iterable[UUID]) -> dict[UUID, State | None]:
        slots = self._slots
        return {stream_id: slots[stream_id.int].state for stream_id in stream_ids}

    def place(self, decided: Mapping[UUID, Sequence[Event]], mapper: EventMapper) -> int:
        """Gives each event its version; all of a decision's events apply, or none of them.

        Returns how many they are.
        """
        placed = []
        moved = []
        for stream_id, events in decided.items():
            slot = self._slots[stream_id.int]
            state, version = slot.state, slot.version
            for event in events:
                version += 1
                state = evolve(state, event)
                placed.append(mapper.to_stored(stream_id, version, event))
            moved.append((slot, state, version))
        for slot, state, version in moved:
            self._placed_in += [slot] * (version - slot.version)
            slot.state, slot.version = state, version
        self.stored += placed
        return len(placed)

    def recorded(self, first: int, at: datetime) -> tuple[list[Recorded], list[Moved]]:
        """The batch once it is durable: its events in order, and what became of its streams."""
        recorded = []
        positions: dict[Slot, int] = {}
        for position, (stored, slot) in enumerate(
            zip(self.stored, self._placed_in, strict=True), first
        ):
            recorded.append(
                Recorded(
                    position=position,
                    stream_id=stored.originator_id,
                    version=stored.originator_version,
                    recorded_at=at,
                    event=stored.event,
                )
            )
            positions[slot] = position
            if stored.topic not in slot.times:
                slot.times = {**slot.times, stored.topic: at}
        moved = [
            Moved(
                slot.stream_id,
                slot.begun,
                Stream(version=slot.version, position=position, state=slot.state, times=slot.times),
            )
            for slot, position in positions.items()
        ]
        return recorded, moved
