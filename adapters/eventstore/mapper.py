"""Between events and stored bytes: msgspec JSON, and topics that no module path leaks into."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from eventsourcing.persistence import Mapper, Notification, StoredEvent, Transcoder

from domain.event import Event, Recorded
from domain.registry import TOPICS


class Placed(msgspec.Struct, frozen=True):
    """An event with its place in a stream: what the library calls a domain event."""

    originator_id: UUID
    originator_version: int
    event: Event


class Stored(msgspec.Struct, frozen=True, gc=False):
    """The library's StoredEvent, cheaper to make, and the event that its bytes hold."""

    originator_id: UUID
    originator_version: int
    topic: str
    state: bytes
    event: Event


class UnknownTopic(Exception):
    """The log holds an event that this version does not know: it is older than the log."""


class EventTranscoder(Transcoder):
    """Events as JSON in field order; decoding needs the class, which the topic names.

    So `decode` of bytes alone, without which the library makes no transcoder, is for nobody here.
    """

    def __init__(self) -> None:
        self._encoder = msgspec.json.Encoder()
        self._decoders = {topic: msgspec.json.Decoder(event) for topic, event in TOPICS.items()}

    def encode(self, obj: Any) -> bytes:
        return self._encoder.encode(obj)

    def decode(self, data: bytes) -> Any:
        return msgspec.json.decode(data)

    def decode_event(self, topic: str, data: bytes) -> Event:
        """Raises UnknownTopic."""
        decoder = self._decoders.get(topic)
        if decoder is None:
            raise UnknownTopic(f"The log holds {topic}, which this version does not know.")
        return decoder.decode(data)


class EventMapper(Mapper[UUID]):
    """The library's mapper with explicit topics; no class path is ever stored.

    Whoever comes by the library's own way gets them too (`to_stored_event`); ours is `to_stored`.
    """

    transcoder: EventTranscoder

    def __init__(self) -> None:
        super().__init__(EventTranscoder())
        self._encode = msgspec.json.Encoder().encode

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        return StoredEvent(
            originator_id=domain_event.originator_id,
            originator_version=domain_event.originator_version,
            topic=domain_event.event.TOPIC,
            state=self.transcoder.encode(domain_event.event),
        )

    def to_stored(self, stream_id: UUID, version: int, event: Event) -> Stored:
        """What the write path keeps of an event: encoded once, for the log and for comparing."""
        return Stored(stream_id, version, event.TOPIC, self._encode(event), event)

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        assert isinstance(stored_event.originator_id, UUID)
        return Placed(
            stored_event.originator_id,
            stored_event.originator_version,
            self.transcoder.decode_event(stored_event.topic, stored_event.state),
        )

    def to_recorded(self, notification: Notification, recorded_at: datetime) -> Recorded:
        """The event as the rest of the system sees it."""
        placed = self.to_domain_event(notification)
        return Recorded(
            position=notification.id,
            stream_id=placed.originator_id,
            version=placed.originator_version,
            recorded_at=recorded_at,
            event=placed.event,
        )

    def recorded(self, stream_id: UUID, row: tuple[int, str, bytes, int, datetime]) -> Recorded:
        """The same from a bare row, for streams that are loaded by the hundred."""
        version, topic, state, position, recorded_at = row
        return Recorded(
            position=position,
            stream_id=stream_id,
            version=version,
            recorded_at=recorded_at,
            event=self.transcoder.decode_event(topic, state),
        )
