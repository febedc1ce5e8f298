"""Bytes hidden where no signature covers them: a file of ours that has any is told as altered."""

from collections.abc import Callable, Sequence

import pytest

from inference.engine import Format
from inference.provenance.manifests import Finding, read_manifest
from inference.provenance.source_type import png_chunk
from tests.inference.provenance.files import FORMATS, OURS, marked

ALTERED = Finding(found_by="altered_manifest")
SECRET = b"hidden" * 50
PAD = b"\x63pad\x59"
OURS_IN_MP4 = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
DESCRIBED = b"hide\x00\x11\x00\x10\x80\x00\x00\xaa\x008\x9bq\x03hidden\x00"


def box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4) + kind + content


def superbox(data: bytes, kind: bytes) -> int:
    """Where the box begins whose description is of this kind."""
    return data.rindex(b"jumd" + kind + b"\x00\x11") - 12


def end_of(data: bytes, place: int) -> int:
    return place + int.from_bytes(data[place : place + 4])


def cbor(data: bytes) -> int:
    """Where the box of the signature itself begins."""
    return end_of(data, superbox(data, b"c2cs") + 8)


def moved(data: bytes, hidden: bytes, place: int, shorter: Sequence[int]) -> bytes:
    """A pad that is shorter by what stands elsewhere instead; these boxes are as much shorter."""
    pad = data.rindex(PAD) + len(PAD)
    padded = int.from_bytes(data[pad : pad + 2])
    kept = padded - len(hidden)
    head, rest = data[:pad], data[pad + 2 + padded : place]
    changed = bytearray(head + kept.to_bytes(2) + bytes(kept) + rest + hidden + data[place:])
    for begin in shorter:
        size = int.from_bytes(changed[begin : begin + 4]) - len(hidden)
        changed[begin : begin + 4] = size.to_bytes(4)
    return bytes(changed)


def with_checksum(data: bytes) -> bytes:
    """A PNG whose manifest has the right checksum; every other file as it is."""
    if not data.startswith(b"\x89PNG"):
        return data
    end = 41 + int.from_bytes(data[33:37])
    return data[:33] + png_chunk(b"caBX", data[41:end]) + data[end + 4 :]


def free_beside_the_signature(data: bytes) -> bytes:
    end = end_of(data, superbox(data, b"c2cs"))
    return moved(data, box(b"free", SECRET), end, [cbor(data)])


def superbox_beside_the_signature(data: bytes) -> bytes:
    hidden = box(b"jumb", box(b"jumd", DESCRIBED) + box(b"cbor", SECRET))
    return moved(data, hidden, end_of(data, superbox(data, b"c2cs")), [cbor(data)])


def manifest_that_nobody_names(data: bytes) -> bytes:
    hidden = box(b"jumb", box(b"jumd", DESCRIBED) + box(b"cbor", SECRET))
    shorter = [cbor(data), superbox(data, b"c2cs"), superbox(data, b"c2ma")]
    return moved(data, hidden, end_of(data, superbox(data, b"c2pa")), shorter)


def bytes_behind_the_signature(data: bytes) -> bytes:
    """Within the box of the signature, whose message ends before it."""
    return moved(data, SECRET, end_of(data, cbor(data)), [])


def box_in_the_description(data: bytes) -> bytes:
    """That of the claim, of which only the content is signed."""
    described = superbox(data, b"c2cl") + 8
    hidden, end = box(b"priv", SECRET), end_of(data, described)
    changed = bytearray(data[:end] + hidden + data[end:])
    for begin in (described, described - 8):
        size = int.from_bytes(changed[begin : begin + 4]) + len(hidden)
        changed[begin : begin + 4] = size.to_bytes(4)
    shorter = [place + len(hidden) for place in (cbor(data), superbox(data, b"c2cs"))]
    pad = bytes(changed).rindex(PAD) + len(PAD)
    padded = int.from_bytes(changed[pad : pad + 2])
    kept = padded - len(hidden)
    changed[pad : pad + 2 + padded] = kept.to_bytes(2) + bytes(kept)
    for begin in shorter:
        size = int.from_bytes(changed[begin : begin + 4]) - len(hidden)
        changed[begin : begin + 4] = size.to_bytes(4)
    return bytes(changed)


PLACES = (
    free_beside_the_signature,
    superbox_beside_the_signature,
    manifest_that_nobody_names,
    bytes_behind_the_signature,
    box_in_the_description,
)


@pytest.mark.parametrize("hide", PLACES)
@pytest.mark.parametrize("form", FORMATS)
def test_no_box_takes_the_room_of_the_pad(form: Format, hide: Callable[[bytes], bytes]) -> None:
    """Of the same length and checksum, with every hash and the signature as we made them."""
    data, kind = marked(form).data, marked(form).media_type
    changed = with_checksum(hide(data))
    assert len(changed) == len(data)
    assert SECRET in changed
    assert read_manifest(changed, kind, OURS).found_by in ("altered_manifest", "none")


def shorter_store(data: bytes, size: int) -> tuple[bytes, int]:
    """With less of a pad, and where its manifests end then."""
    boxes = [cbor(data), *(superbox(data, kind) for kind in (b"c2cs", b"c2ma", b"c2pa"))]
    end = end_of(data, boxes[-1])
    changed = moved(data, bytes(size), end, boxes)
    return changed[: end - size] + changed[end:], end - size


def chunk_behind(data: bytes) -> bytes:
    hidden = png_chunk(b"hiDe", SECRET)
    short, end = shorter_store(data, len(hidden))
    manifest = png_chunk(b"caBX", short[41:end])
    return short[:33] + manifest + hidden + short[end + 4 :]


def segment_behind(data: bytes) -> bytes:
    hidden = b"\xff\xfe" + (len(SECRET) + 2).to_bytes(2) + SECRET
    short, end = shorter_store(data, len(hidden))
    begin = data.index(b"\xff\xeb") + 2
    size = int.from_bytes(data[begin : begin + 2]) - len(hidden)
    return short[:begin] + size.to_bytes(2) + short[begin + 2 : end] + hidden + short[end:]


def number_of_the_segment(data: bytes) -> bytes:
    place = data.index(b"JP\x02\x11") + 2
    return data[:place] + b"hi" + data[place + 2 :]


def riff_chunk_behind(data: bytes) -> bytes:
    hidden = b"hide" + len(SECRET).to_bytes(4, "little") + SECRET
    short, end = shorter_store(data, len(hidden))
    begin = data.index(b"C2PA") + 4
    size = int.from_bytes(data[begin : begin + 4], "little") - len(hidden)
    return (
        short[:begin] + size.to_bytes(4, "little") + short[begin + 4 : end] + hidden + short[end:]
    )


def appended(kind: bytes, content: bytes = SECRET) -> Callable[[bytes], bytes]:
    def append(data: bytes) -> bytes:
        return data + box(kind, content)

    return append


def long_free(data: bytes) -> bytes:
    """A box that says its length in eight bytes."""
    return data + b"\x00\x00\x00\x01free" + (len(SECRET) + 16).to_bytes(8) + SECRET


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def replace(data: bytes) -> bytes:
        assert data.count(old) == 1
        return data.replace(old, new)

    return replace


def filled_free(data: bytes) -> bytes:
    """The free box that a muxer leaves before the frames, which may not be of another length."""
    place = data.index(b"\x00\x00\x00\x08free") + 4
    return data[:place] + b"skip" + data[place + 4 :]


ELSEWHERE: tuple[tuple[Format, Callable[[bytes], bytes]], ...] = (
    ("png", chunk_behind),
    ("jpeg", segment_behind),
    ("jpeg", number_of_the_segment),
    ("webp", riff_chunk_behind),
    ("mp4", appended(b"free")),
    ("mp4", appended(b"free", b"")),
    ("mp4", appended(b"skip")),
    ("mp4", appended(b"mfra")),
    ("mp4", appended(b"ftyp")),
    ("mp4", appended(b"uuid", OURS_IN_MP4 + bytes(4) + b"hidden\x00" + SECRET)),
    ("mp4", appended(b"uuid", OURS_IN_MP4 + bytes(4) + b"manifest\x00" + bytes(8) + SECRET)),
    ("mp4", long_free),
    ("mp4", filled_free),
    ("mp4", replaced(b"isomiso2avc1mp41", b"isomhid1hid2mp41")),
    ("mp4", replaced(b"\x00manifest\x00" + bytes(8), b"\x00manifest\x00" + b"hidden!!")),
    ("mp4", replaced(bytes(4) + b"manifest\x00", b"hidemanifest\x00")),
    ("mp4", lambda data: shorter_store(data, 300)[0]),
)


@pytest.mark.parametrize(("form", "hide"), ELSEWHERE)
def test_nothing_is_hidden_beside_the_manifest(
    form: Format, hide: Callable[[bytes], bytes]
) -> None:
    """Where the hash leaves a range of the file out, or boxes of a kind."""
    data, kind = marked(form).data, marked(form).media_type
    changed = hide(data)
    assert changed != data
    assert read_manifest(changed, kind, OURS).found_by in ("altered_manifest", "none")
