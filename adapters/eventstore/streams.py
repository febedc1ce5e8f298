"""Folded streams in memory: a bounded cache that only ever moves forward, and how streams fold."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from adapters.eventstore.mapper import EventMapper, Stored
from domain.event import Event, Recorded
from domain.generation import Generation
from domain.ports import Stream
from domain.registry import State, evolve

STREAMS_MAX = 50_000
"""Cached streams of each kind; those not used for long are dropped and read again."""


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

    def get(self, stream_ids: Iterable[UUID]) -> dict[UUID, Stream]:
        """The cached ones among `stream_ids`; an empty stream may be cached too."""
        found = {}
        with self._lock:
            for stream_id in stream_ids:
                stream = self._lasting.get(stream_id) or self._passing.get(stream_id)
                if stream is not None:
                    found[stream_id] = stream
        return found

    def put(self, streams: Mapping[UUID, Stream]) -> None:
        with self._lock:
            for stream_id, stream in streams.items():
                passing = stream.state is None or isinstance(stream.state, Generation)
                (self._passing if passing else self._lasting).put(stream_id, stream)


class _Room:
    """Two halves: what was used since the halves last changed places, and what was not."""

    def __init__(self, streams_max: int) -> None:
        self._half_max = max(1, streams_max // 2)
        self._newer: dict[UUID, Stream] = {}
        self._older: dict[UUID, Stream] = {}

    def get(self, stream_id: UUID) -> Stream | None:
        stream = self._newer.get(stream_id)
        if stream is None and (stream := self._older.get(stream_id)) is not None:
            self._keep(stream_id, stream)
        return stream

    def put(self, stream_id: UUID, stream: Stream) -> None:
        known = self._newer.get(stream_id) or self._older.get(stream_id)
        if known is None or known.version <= stream.version:
            self._keep(stream_id, stream)

    def _keep(self, stream_id: UUID, stream: Stream) -> None:
        self._newer[stream_id] = stream
        if len(self._newer) >= self._half_max:
            self._older, self._newer = self._newer, {}


class Slot:
    """One stream while a batch is decided on it: as it was, and as it is by now."""

    __slots__ = ("before", "state", "version")

    def __init__(self, stream: Stream) -> None:
        self.before = stream
        self.state = stream.state
        self.version = stream.version


class Batch:
    """The streams that the commands of one batch decide on, each seeing what those before did."""

    def __init__(self, streams: Mapping[UUID, Stream]) -> None:
        self.slots = {stream_id: Slot(stream) for stream_id, stream in streams.items()}

    def states(self, stream_ids: Iterable[UUID]) -> dict[UUID, State | None]:
        slots = self.slots
        return {stream_id: slots[stream_id].state for stream_id in stream_ids}

    def place(self, decided: Mapping[UUID, Sequence[Event]], mapper: EventMapper) -> list[Stored]:
        """Gives each event its version; all of a decision's events apply, or none of them."""
        placed = []
        moved = []
        for stream_id, events in decided.items():
            slot = self.slots[stream_id]
            state, version = slot.state, slot.version
            for event in events:
                version += 1
                state = evolve(state, event)
                placed.append(mapper.to_stored(stream_id, version, event))
            moved.append((slot, state, version))
        for slot, state, version in moved:
            slot.state, slot.version = state, version
        return placed

    def before(self, stream_id: UUID) -> Stream:
        """The stream as the batch found it."""
        return self.slots[stream_id].before

    def after(self, recorded: Iterable[Recorded]) -> dict[UUID, Stream]:
        """The streams that changed, once the batch is durable."""
        changed: dict[UUID, Stream] = {}
        for event in recorded:
            slot = self.slots[event.stream_id]
            times = (changed.get(event.stream_id) or slot.before).times
            if event.event.TOPIC not in times:
                times = {**times, event.event.TOPIC: event.recorded_at}
            changed[event.stream_id] = Stream(
                version=event.version, position=event.position, state=slot.state, times=times
            )
        return changed
