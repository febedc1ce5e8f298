"""Streams as the database has them now: cached folds, snapshots, and the events after them.

The writing thread and the reading thread each bring their own connection; they share the cache.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import psycopg

from adapters.eventstore.mapper import EventMapper
from adapters.eventstore.recorder import LedgerRecorder, StoredRow
from adapters.eventstore.snapshots import Offer, fold_version
from adapters.eventstore.streams import Moved, StreamCache, fold
from domain.event import Recorded
from domain.generation import Generation, GenerationRequested
from domain.ports import EMPTY, Stream

REPLAY_EVENTS = 5_000
"""Events of one read while a stream is replayed for a comparison."""

NO_SNAPSHOTS = ""
"""The fold version that no snapshot has."""


class StreamLoader:
    """Loads streams, caches them, and offers those that have grown to be kept as snapshots."""

    def __init__(
        self,
        recorder: LedgerRecorder,
        mapper: EventMapper,
        cache: StreamCache,
        *,
        offer: Offer,
        snapshots: bool,
    ) -> None:
        self._recorder = recorder
        self._mapper = mapper
        self._cache = cache
        self.cached = cache.get
        """What this process remembers of a stream by its id's number: never wrong, perhaps not the
        newest.
        """
        self._offer = offer
        self._snapshots = snapshots

    def fresh(
        self, connection: psycopg.Connection[Any], wanted: Iterable[UUID]
    ) -> dict[UUID, Stream]:
        """The streams as the database has them now. Raises Gap, psycopg.Error."""
        streams = self.known(wanted)
        versions = {stream_id: stream.version for stream_id, stream in streams.items()}
        return self.take_in(streams, self._recorder.load(connection, versions, self.fold))

    @property
    def fold(self) -> str:
        """The fold version of snapshots that may be read."""
        return fold_version() if self._snapshots else NO_SNAPSHOTS

    def known(self, wanted: Iterable[UUID]) -> dict[UUID, Stream]:
        """The streams as this process remembers them, EMPTY where it does not."""
        return {stream_id: self._cache.get(stream_id.int) or EMPTY for stream_id in wanted}

    def take_in(
        self, streams: dict[UUID, Stream], loaded: Iterable[tuple[UUID, Stream | StoredRow]]
    ) -> dict[UUID, Stream]:
        """Adds to `streams` what was loaded after them, remembers it, and offers it to be kept.
        Returns `streams`. Raises Gap.
        """
        tails: dict[UUID, list[Recorded]] = {}
        for stream_id, found in loaded:
            if isinstance(found, Stream):
                streams[stream_id] = found
            else:
                tails.setdefault(stream_id, []).append(self._mapper.recorded(stream_id, found))
        for stream_id, events in tails.items():
            begun = streams[stream_id].version
            streams[stream_id] = fold(streams[stream_id], events)
            self._offer(stream_id, begun, streams[stream_id])
        self._cache.put(streams.items())
        return streams

    def heard(self, batch: Iterable[Recorded]) -> None:
        """What passed in the log of generations: whoever ends one next need not read it. Those of
        which this process did not hear the first event are left alone, as is everything else.
        """
        streams: dict[UUID, Stream] = {}
        for recorded in batch:
            stream_id = recorded.stream_id
            known = EMPTY if recorded.version == 1 else streams.get(stream_id)
            if known is None:
                known = self._cache.get(stream_id.int) or EMPTY
            begins = recorded.version == 1 and isinstance(recorded.event, GenerationRequested)
            follows = isinstance(known.state, Generation) and recorded.version == known.version + 1
            if begins or follows:
                streams[stream_id] = fold(known, [recorded])
        self._cache.put(streams.items())

    def moved(self, streams: Sequence[Moved]) -> None:
        """What a batch made of its streams, now that it is durable."""
        self._cache.put([(stream_id, stream) for stream_id, _, stream in streams])
        for stream_id, begun, stream in streams:
            self._offer(stream_id, begun, stream)

    def replay(self, connection: psycopg.Connection[Any], stream_id: UUID, version: int) -> Stream:
        """The stream at a version, folded from its first event in bounded reads."""
        stream = EMPTY
        while stream.version < version:
            rows = self._recorder.replay(
                connection, stream_id, after=stream.version, to=version, limit=REPLAY_EVENTS
            )
            if not rows:
                break
            stream = fold(stream, [self._mapper.to_recorded(*row) for row in rows])
        return stream
