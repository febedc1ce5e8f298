"""How an export spells an event as a line of JSON: in one way only, so that whatever program reads
the line takes from it what was hashed.
"""

from functools import lru_cache

import msgspec

from domain.audit.merkle import Row

TOPICS_MAX = 1_000


def spelled_line(row: Row) -> bytes:
    """One event as a line with its end, put together by hand: there are millions of them.

    Raises UnicodeDecodeError where the topic is no text.
    """
    position, stream, version, recorded_at, topic, state = row
    name = stream.hex()
    place = (
        f'{{"position":{position}'
        f',"stream_id":"{name[:8]}-{name[8:12]}-{name[12:16]}-{name[16:20]}-{name[20:]}"'
        f',"version":{version},"recorded_at":{recorded_at},"topic":'
    )
    if _survives(state):
        return b'%b%b,"state":%b}\n' % (place.encode(), _spelled(topic), state)
    return b'%b%b,"state_hex":"%b"}\n' % (place.encode(), _spelled(topic), state.hex().encode())


@lru_cache(maxsize=TOPICS_MAX)
def _spelled(topic: bytes) -> bytes:
    return msgspec.json.encode(topic.decode())


def _survives(state: bytes) -> bool:
    """Would this text come back, byte for byte, out of a line of JSON?"""
    if b"\n" in state or not (state.startswith(b"{") and state.endswith(b"}")):
        return False
    try:
        msgspec.json.decode(state, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True
