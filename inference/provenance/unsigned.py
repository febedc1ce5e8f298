"""What no signature covers in a file with our manifest: it has to be as we leave it.

COSE pads a signature in a header that is not signed, and a PNG has a checksum over the chunk of its
manifest, which the hash of the picture leaves out. Whatever stands there says nothing to a reader
of the manifest, and could carry anything.
"""

import zlib
from collections.abc import Iterator

from inference.provenance.filled import signature_of
from inference.provenance.source_type import PNG_HEADER_BYTES

_CHUNK_HEAD_BYTES = 8
_CHECKSUM_BYTES = 4
_PNG_MANIFEST, _WEBP_MANIFEST = b"caBX", b"C2PA"
_MP4_MANIFEST = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_APP11, _SCAN = 0xEB, 0xDA
_SEGMENT_HEAD_BYTES = 12
"""Marker, length, the letters JP, the number of the box and that of its part."""

_TAGGED_SIGN1 = b"\xd2\x84\x59"
_PADS = (b"\x63pad", b"\x64pad2")


def is_as_left(data: bytes, media_type: str) -> bool:
    """Whether the pads are nothing but zeros, and the checksum is right."""
    try:
        store = b"".join(_STORES[media_type](data))
        begin, end = signature_of(store)
        return _is_padded_with_zeros(store[begin:end])
    except (IndexError, KeyError, ValueError):
        return False


def _is_padded_with_zeros(signature: bytes) -> bool:
    """The header behind the signed one has pads alone. Raises IndexError."""
    if not signature.startswith(_TAGGED_SIGN1):
        return False
    place = 5 + int.from_bytes(signature[3:5])
    pairs, place = signature[place] - 0xA0, place + 1
    if not 0 <= pairs <= len(_PADS):
        return False
    for _ in range(pairs):
        name = next((pad for pad in _PADS if signature.startswith(pad, place)), None)
        if name is None:
            return False
        size, place = _bytes_head(signature, place + len(name))
        if signature[place : place + size].strip(b"\x00"):
            return False
        place += size
    return True


def _bytes_head(data: bytes, place: int) -> tuple[int, int]:
    """How long a byte string is, and where it begins. Raises IndexError, ValueError."""
    kind = data[place]
    if 0x40 <= kind < 0x58:
        return kind - 0x40, place + 1
    if kind not in (0x58, 0x59):
        raise ValueError("no byte string of at most 65,535 bytes")
    head = kind - 0x57
    return int.from_bytes(data[place + 1 : place + 1 + head]), place + 1 + head


def _in_png(data: bytes) -> Iterator[bytes]:
    place = 8
    while place + _CHUNK_HEAD_BYTES <= len(data):
        size, kind = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        end = place + _CHUNK_HEAD_BYTES + size
        if kind == _PNG_MANIFEST:
            told = int.from_bytes(data[end : end + _CHECKSUM_BYTES])
            if place != PNG_HEADER_BYTES or told != zlib.crc32(data[place + 4 : end]):
                raise ValueError("a manifest elsewhere, or with another checksum")
            yield data[place + _CHUNK_HEAD_BYTES : end]
        place = end + _CHECKSUM_BYTES


def _in_webp(data: bytes) -> Iterator[bytes]:
    place = 12
    while place + _CHUNK_HEAD_BYTES <= len(data):
        size = int.from_bytes(data[place + 4 : place + 8], "little")
        content = place + _CHUNK_HEAD_BYTES
        if data[place : place + 4] == _WEBP_MANIFEST:
            yield data[content : content + size]
        place = content + size + size % 2


def _in_jpeg(data: bytes) -> Iterator[bytes]:
    """Parts behind the first repeat the head of the box."""
    place = 2
    while data[place] == 0xFF and data[place + 1] != _SCAN:
        size = int.from_bytes(data[place + 2 : place + 4])
        if data[place + 1] == _APP11 and data[place + 4 : place + 6] == b"JP":
            part = int.from_bytes(data[place + 8 : place + 12])
            head = _SEGMENT_HEAD_BYTES + (0 if part == 1 else 8)
            yield data[place + head : place + 2 + size]
        place += 2 + size


def _in_mp4(data: bytes) -> Iterator[bytes]:
    """Behind the id: version and flags, what it is for, and where another box would be."""
    place = 0
    while place + _CHUNK_HEAD_BYTES <= len(data):
        size, kind = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        if size < _CHUNK_HEAD_BYTES:
            return
        if kind == b"uuid" and data[place + 8 : place + 24] == _MP4_MANIFEST:
            purpose_end = data.index(b"\x00", place + 28)
            yield data[purpose_end + 1 + 8 : place + size]
        place += size


_STORES = {
    "image/png": _in_png,
    "image/webp": _in_webp,
    "image/jpeg": _in_jpeg,
    "video/mp4": _in_mp4,
}
