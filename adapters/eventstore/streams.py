"""Folded streams in memory: a bounded cache that only ever moves forward, and how streams fold."""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

import msgspec

from domain.event import Recorded
from domain.ports import Stream
from domain.registry import evolve

STREAMS_MAX = 50_000
"""Cached streams of one process; the least recently used ones are dropped and read again."""

EMPTY = Stream(version=0, position=0, state=None, times={})


class Gap(AssertionError):
    """A stream's versions are not contiguous: the log or this code is broken."""


def fold(stream: Stream, recorded: Iterable[Recorded]) -> Stream:
    """The stream after more of its events. Raises Gap unless versions follow on each other."""
    for event in recorded:
        if event.version != stream.version + 1:
            raise Gap(f"{event.stream_id}: version {event.version} after {stream.version}")
        topic = event.event.TOPIC
        times = stream.times
        if topic not in times:
            times = {**times, topic: event.recorded_at}
        stream = Stream(
            version=event.version,
            position=event.position,
            state=evolve(stream.state, event.event),
            times=times,
        )
    return stream


class StreamCache:
    """Thread-safe. `put` never replaces a stream by an older version of itself."""

    def __init__(self, streams_max: int = STREAMS_MAX) -> None:
        self._streams: OrderedDict[UUID, Stream] = OrderedDict()
        self._streams_max = streams_max
        self._lock = threading.Lock()

    def get(self, stream_ids: Iterable[UUID]) -> dict[UUID, Stream]:
        """The cached ones among `stream_ids`; an empty stream may be cached too."""
        found = {}
        with self._lock:
            for stream_id in stream_ids:
                stream = self._streams.get(stream_id)
                if stream is not None:
                    self._streams.move_to_end(stream_id)
                    found[stream_id] = stream
        return found

    def put(self, streams: Mapping[UUID, Stream]) -> None:
        with self._lock:
            for stream_id, stream in streams.items():
                known = self._streams.get(stream_id)
                if known is None or known.version <= stream.version:
                    self._streams[stream_id] = stream
                    self._streams.move_to_end(stream_id)
            while len(self._streams) > self._streams_max:
                self._streams.popitem(last=False)


class Batch:
    """The states that the commands of one batch decide on, each seeing what those before did."""

    def __init__(self, streams: dict[UUID, Stream]) -> None:
        self.before = streams
        self.states = {stream_id: stream.state for stream_id, stream in streams.items()}
        self.versions = {stream_id: stream.version for stream_id, stream in streams.items()}

    def after(self, recorded: Iterable[Recorded]) -> dict[UUID, Stream]:
        """The streams that changed, once the batch is durable."""
        changed: dict[UUID, list[Recorded]] = {}
        for event in recorded:
            changed.setdefault(event.stream_id, []).append(event)
        return {
            stream_id: msgspec.structs.replace(
                _placed(self.before[stream_id], events), state=self.states[stream_id]
            )
            for stream_id, events in changed.items()
        }


def _placed(stream: Stream, events: list[Recorded]) -> Stream:
    """Version, position and times after `events`; the state was folded while deciding."""
    times: dict[str, datetime] = dict(stream.times)
    for event in events:
        times.setdefault(event.event.TOPIC, event.recorded_at)
    return Stream(
        version=events[-1].version, position=events[-1].position, state=stream.state, times=times
    )
