"""The IPTC digital source type of a file, as XMP: what search engines and galleries look for.

The packet is written into the finished file, whose pixels stay as they are: a text chunk of a PNG,
an APP1 segment of a JPEG, a chunk of a WebP, a box at the end of an mp4.
"""

import struct
import zlib
from collections.abc import Callable, Iterator

from inference.provenance.marking import MarkFailed

TRAINED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"

_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about=""'
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    f' Iptc4xmpExt:DigitalSourceType="{TRAINED}"/>'
    '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
).encode()

PNG_HEADER_BYTES = 33
PNG_CHUNK_BYTES = 12
"""What a chunk has besides its data."""

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_BEGIN = _PNG_SIGNATURE + b"\x00\x00\x00\rIHDR"
_PNG_XMP = b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + _PACKET
_JPEG_BEGIN = b"\xff\xd8"
_JPEG_JFIF = b"\xff\xe0"
_JPEG_XMP = b"http://ns.adobe.com/xap/1.0/\x00"
_WEBP_XMP_FLAG, _WEBP_ALPHA_FLAG = 0x04, 0x10
_MP4_XMP = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")


def with_source_type(data: bytes, media_type: str) -> bytes:
    """The file with its digital source type in it. Raises MarkFailed for another kind of file."""
    try:
        return _WRITERS[media_type](data)
    except (KeyError, ValueError, IndexError, struct.error) as error:
        raise MarkFailed(f"this {media_type} takes no digital source type") from error


def png_with_source_type(data: bytes) -> tuple[bytes, bytes, memoryview]:
    """A PNG in parts: its header, the source type, and what else it has, which is not copied.

    Directly after the header, as the size of every later chunk is its own affair. Raises
    MarkFailed.
    """
    if not data.startswith(_PNG_BEGIN):
        raise MarkFailed("this image/png takes no digital source type")
    source_type = png_chunk(b"iTXt", _PNG_XMP)
    return data[:PNG_HEADER_BYTES], source_type, memoryview(data)[PNG_HEADER_BYTES:]


def png_kinds(data: bytes) -> Iterator[bytes]:
    """The kind of each chunk of a PNG. To look for one in all of its bytes takes much longer."""
    place = len(_PNG_SIGNATURE)
    while place < len(data):
        yield data[place + 4 : place + 8]
        place += PNG_CHUNK_BYTES + int.from_bytes(data[place : place + 4])


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """As it stands in a PNG: how long it is, its kind, what it holds and their checksum."""
    checksum = zlib.crc32(data, zlib.crc32(kind))
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def _png(data: bytes) -> bytes:
    return b"".join(png_with_source_type(data))


def _jpeg(data: bytes) -> bytes:
    """After the JFIF segment, which has to be the first one."""
    if not data.startswith(_JPEG_BEGIN):
        raise ValueError("not a JPEG")
    place = len(_JPEG_BEGIN)
    if data.startswith(_JPEG_JFIF, place):
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
    segment = _JPEG_XMP + _PACKET
    framed = b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment
    return data[:place] + framed + data[place:]


def _webp(data: bytes) -> bytes:
    """A chunk at the end; the simple form has none, so it becomes the extended one."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("not a WebP")
    body = data[12 : 8 + int.from_bytes(data[4:8], "little")]
    if body.startswith(b"VP8X"):
        body = body[:8] + bytes([body[8] | _WEBP_XMP_FLAG]) + body[9:]
    else:
        body = _webp_header(body) + body
    body += _riff_chunk(b"XMP ", _PACKET)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _webp_header(body: bytes) -> bytes:
    """The size and the flags that the simple form keeps within its picture."""
    if body.startswith(b"VP8L"):
        bits = int.from_bytes(body[9:13], "little")
        width, height = bits & 0x3FFF, bits >> 14 & 0x3FFF
        alpha = _WEBP_ALPHA_FLAG if bits >> 28 & 1 else 0
    elif body.startswith(b"VP8 "):
        width, height = (side & 0x3FFF for side in struct.unpack("<HH", body[14:18]))
        width, height, alpha = width - 1, height - 1, 0
    else:
        raise ValueError("a WebP without a picture")
    flags = bytes([_WEBP_XMP_FLAG | alpha, 0, 0, 0])
    sides = width.to_bytes(3, "little") + height.to_bytes(3, "little")
    return _riff_chunk(b"VP8X", flags + sides)


def _riff_chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\x00" * (len(data) % 2)


def _mp4(data: bytes) -> bytes:
    """At the end, where it moves no other box."""
    if data[4:8] != b"ftyp":
        raise ValueError("not an mp4")
    box = b"uuid" + _MP4_XMP + _PACKET
    return data + struct.pack(">I", len(box) + 4) + box


_WRITERS: dict[str, Callable[[bytes], bytes]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/webp": _webp,
    "video/mp4": _mp4,
}
