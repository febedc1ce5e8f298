"""What a process remembers of streams stays within bounds."""

from uuid import uuid4

from adapters.eventstore.streams import TEXT_BYTES, StreamCache
from domain.generation import Generation
from domain.ids import AccountId, CharacterId
from domain.ports import Stream
from tests import builders

OWNER = (AccountId(uuid4()), CharacterId(uuid4()))


def _kept(text_bytes: int, *, streams: int) -> int:
    """Bytes of texts in a cache of 1,000 streams that has met so many."""
    cache = StreamCache(streams_max=1_000)
    claim = builders.claim(*OWNER, sealed=bytes(text_bytes))
    stream = Stream(version=1, position=1, state=Generation(requested=claim), times={})
    ids = [uuid4() for _ in range(streams)]
    cache.put([(stream_id, stream) for stream_id in ids])
    return text_bytes * sum(cache.get(stream_id.int) is not None for stream_id in ids)


def test_long_texts_take_the_room_of_many_streams() -> None:
    """Texts of 97 kB, the longest there are, take no more memory than short ones do."""
    assert _kept(TEXT_BYTES - 1, streams=3_000) <= 1_000 * TEXT_BYTES
    assert 97_000 <= _kept(97_000, streams=3_000) <= 1_000 * TEXT_BYTES


def test_a_stream_that_moves_takes_no_more_room() -> None:
    """An account with a thousand new versions pushes nobody out."""
    cache = StreamCache(streams_max=10)
    others = [uuid4() for _ in range(4)]
    cache.put([(other, _version(1)) for other in others])
    busy = uuid4()
    for version in range(1, 1_001):
        cache.put([(busy, _version(version))])
    assert all(cache.get(stream_id.int) is not None for stream_id in others)


def _version(version: int) -> Stream:
    return Stream(version=version, position=version, state=None, times={})
