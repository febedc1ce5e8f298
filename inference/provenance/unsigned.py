"""What no signature covers in a file with our manifest: it has to be as we leave it.

The hash of a file leaves its manifest out, and that of an mp4 whole kinds of boxes. Of the manifest
the claim is signed, and the claim has the hashes of the assertions; the boxes around them, the pad
beside the signature and the checksum of a PNG's chunk are nobody's. They say nothing to a reader of
the manifest, and could carry anything: so each has one form here, and one length.
"""

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from inference.provenance.source_type import PNG_HEADER_BYTES

RESERVED_BYTES = 1024
"""What the library keeps for a signature besides its certificates and its numbers, and fills with
the pad. Where a version of it keeps another length, files of before have to stay known.
"""

_BOX_HEAD_BYTES = 8
_CHECKSUM_BYTES = 4
_PNG_MANIFEST, _WEBP_MANIFEST = b"caBX", b"C2PA"
_APP11, _SCAN = 0xEB, 0xDA
_JPEG_PART = b"JP\x02\x11\x00\x00\x00\x01"
"""The first part of a box, which has this number in every JPEG of ours; there is one part."""

_MP4_TYPE = b"isom\x00\x00\x02\x00isomiso2avc1mp41"
_MP4_MANIFEST = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
_MP4_PURPOSE = bytes(4) + b"manifest\x00" + bytes(8)
"""Version and flags, what the box is for, and where another one would be."""

_MP4_NOT_HASHED = (b"ftyp", b"mfra", b"free", b"skip")

_JUMBF = re.escape(b"\x00\x11\x00\x10\x80\x00\x00\xaa\x008\x9bq\x03")
_UUID = rb"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
_STORE = re.compile(b"c2pa" + _JUMBF + rb"c2pa\x00")
_MANIFEST = re.compile(b"c2ma" + _JUMBF + b"urn:c2pa:" + _UUID + rb"\x00")
_ASSERTIONS = re.compile(b"c2as" + _JUMBF + rb"c2pa\.assertions\x00")
_CLAIM = re.compile(b"c2cl" + _JUMBF + rb"c2pa\.claim\.v2\x00")
_SIGNATURE = re.compile(b"c2cs" + _JUMBF + rb"c2pa\.signature\x00")

_TAGGED_SIGN1 = b"\xd2\x84\x59"
_CERTIFICATES = b"\x18\x21"
"""The key of the chain in the signed header; it follows the algorithm."""

_PAD = b"\xa1\x63pad"
_NO_PAYLOAD = b"\xf6"


class _Box(NamedTuple):
    kind: bytes
    content: bytes


def is_as_left(data: bytes, media_type: str) -> bool:
    """Whether nothing was added to what is unsigned, left out of it or put elsewhere."""
    try:
        (store,) = _STORES[media_type](data)
        return _is_ours(_signature_in(store))
    except (IndexError, KeyError, ValueError):
        return False


def _signature_in(store: bytes) -> bytes:
    """One manifest of one claim with two assertions, which it has the hashes of, and one signature.

    Raises ValueError.
    """
    (whole,) = _boxes(store)
    (manifest,) = _described(whole, _STORE)
    assertions, claim, signature = _described(manifest, _MANIFEST)
    actions, binding = _described(assertions, _ASSERTIONS)
    (claimed,), (signed,) = _described(claim, _CLAIM), _described(signature, _SIGNATURE)
    if (actions.kind, binding.kind, claimed.kind, signed.kind) != (
        b"jumb",
        b"jumb",
        b"cbor",
        b"cbor",
    ):
        raise ValueError("a manifest of other boxes")
    return signed.content


def _described(box: _Box, as_known: re.Pattern[bytes]) -> list[_Box]:
    """What a box has behind its description. Raises ValueError."""
    description, *others = _boxes(box.content)
    known = description.kind == b"jumd" and as_known.fullmatch(description.content)
    if box.kind != b"jumb" or not known:
        raise ValueError("a box that is described otherwise")
    return others


def _boxes(data: bytes) -> list[_Box]:
    """The boxes that these bytes are, to the last one. Raises ValueError."""
    boxes, place = [], 0
    while place < len(data):
        size = int.from_bytes(data[place : place + 4])
        if not _BOX_HEAD_BYTES <= size <= len(data) - place:
            raise ValueError("a box that is shorter than its head, or longer than what it is in")
        content = data[place + _BOX_HEAD_BYTES : place + size]
        boxes.append(_Box(data[place + 4 : place + _BOX_HEAD_BYTES], content))
        place += size
    return boxes


def _is_ours(signature: bytes) -> bool:
    """The header behind the signed one has one pad alone, of zeros and as long as it has to be.

    Raises IndexError, ValueError.
    """
    if not signature.startswith(_TAGGED_SIGN1):
        return False
    protected, place = _bytes_at(signature, len(_TAGGED_SIGN1) - 1)
    if not signature.startswith(_PAD, place):
        return False
    pad, place = _bytes_at(signature, place + len(_PAD))
    if not signature.startswith(_NO_PAYLOAD, place):
        return False
    numbers, place = _bytes_at(signature, place + len(_NO_PAYLOAD))
    reserved = RESERVED_BYTES + _certificates_bytes(protected) + len(numbers)
    return not any(pad) and place == len(signature) == reserved


def _certificates_bytes(protected: bytes) -> int:
    """How long the certificates are together. Raises IndexError, ValueError."""
    place = protected.index(_CERTIFICATES) + len(_CERTIFICATES)
    count, place = protected[place] - 0x80, place + 1
    total = 0
    for _ in range(count):
        certificate, place = _bytes_at(protected, place)
        total += len(certificate)
    return total


def _bytes_at(data: bytes, place: int) -> tuple[bytes, int]:
    """A byte string of CBOR, and where it ends. Raises IndexError, ValueError."""
    kind, place = data[place], place + 1
    if kind not in (0x58, 0x59):
        raise ValueError("no byte string of 24 to 65,535 bytes")
    begin = place + kind - 0x57
    end = begin + int.from_bytes(data[place:begin])
    if end > len(data):
        raise ValueError("a byte string that is longer than what it is in")
    return data[begin:end], end


def _in_png(data: bytes) -> Iterator[bytes]:
    place = 8
    while place + _BOX_HEAD_BYTES <= len(data):
        size, kind = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        end = place + _BOX_HEAD_BYTES + size
        if kind == _PNG_MANIFEST:
            told = int.from_bytes(data[end : end + _CHECKSUM_BYTES])
            if place != PNG_HEADER_BYTES or told != zlib.crc32(data[place + 4 : end]):
                raise ValueError("a manifest elsewhere, or with another checksum")
            yield data[place + _BOX_HEAD_BYTES : end]
        place = end + _CHECKSUM_BYTES


def _in_webp(data: bytes) -> Iterator[bytes]:
    """Content of odd length has one more byte behind it."""
    place = 12
    while place + _BOX_HEAD_BYTES <= len(data):
        size = int.from_bytes(data[place + 4 : place + 8], "little")
        end = place + _BOX_HEAD_BYTES + size
        if data[place : place + 4] == _WEBP_MANIFEST:
            if any(data[end : end + size % 2]):
                raise ValueError("a manifest with something behind it")
            yield data[place + _BOX_HEAD_BYTES : end]
        place = end + size % 2


def _in_jpeg(data: bytes) -> Iterator[bytes]:
    place = 2
    while data[place] == 0xFF and data[place + 1] != _SCAN:
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4])
        if data[place + 1] == _APP11:
            part = place + 4 + len(_JPEG_PART)
            if data[place + 4 : part] != _JPEG_PART:
                raise ValueError("a manifest that goes on elsewhere, or has another number")
            yield data[part:end]
        place = end


def _in_mp4(data: bytes) -> Iterator[bytes]:
    """Boxes that the hash leaves out are one at the front and an empty one before the frames."""
    boxes = _boxes(data)
    if [box for box in boxes if box.kind in _MP4_NOT_HASHED] not in (
        [_Box(b"ftyp", _MP4_TYPE)],
        [_Box(b"ftyp", _MP4_TYPE), _Box(b"free", b"")],
    ):
        raise ValueError("an mp4 with other boxes than ours")
    for kind, content in boxes:
        if kind == b"uuid" and content.startswith(_MP4_MANIFEST):
            if not content.startswith(_MP4_PURPOSE, len(_MP4_MANIFEST)):
                raise ValueError("a box for another purpose")
            yield content[len(_MP4_MANIFEST) + len(_MP4_PURPOSE) :]


_STORES = {
    "image/png": _in_png,
    "image/webp": _in_webp,
    "image/jpeg": _in_jpeg,
    "video/mp4": _in_mp4,
}
