"""What every finished file must pass before it is stored, as a list of plain functions.

A check answers None (pass) or a verdict (block). A file that is not what the engine says it is has
nothing to do with policy: that is a failure of the engine. Checks that need models are not here.
"""

import io
import struct
import zlib
from collections.abc import Callable

import av
import msgspec
from PIL import Image

from inference.engine import EngineFailed, Rendered
from inference.likeness import likeness_of_file

_PNG, _VIDEO = "image/png", "video/mp4"
_PIL_FORMATS = {"image/webp": "WEBP", "image/jpeg": "JPEG"}
_PNG_BEGIN = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_PNG_SIZE = struct.Struct(">II")


CHECKED = ("file whole and as asked for", "not alike a picture that was taken down")
"""What every output is checked for: the first here, the second by the settler, who has the list."""

MISSING = ("apparent age", "content")
"""What nobody checks until an operator does: both need a model, and none comes with it."""


class OutputBroken(EngineFailed):
    """The file does not decode as what the engine promised."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """Why a file must not be shown, and under which version of the policy."""

    category: str
    policy_version: str


OutputCheck = Callable[[Rendered], Verdict | None]


def decodes_as_promised(rendered: Rendered) -> Verdict | None:
    """Checks the whole image, or decodes the first frame of a clip. Raises OutputBroken."""
    if rendered.media_type == _VIDEO:
        size = _clip_size(rendered.data)
    else:
        size = _image_size(rendered.data, rendered.media_type)
    if size != (rendered.width, rendered.height):
        raise OutputBroken(f"{size} instead of {(rendered.width, rendered.height)}")
    if rendered.poster is not None:
        _png_size(rendered.poster)
    return None


def likeness_of(rendered: Rendered) -> bytes:
    """What the file looks like: whoever accepts it compares that with what was taken down.

    The list of removed pictures lies in the database, of which a consumer knows nothing. Raises
    OutputBroken.
    """
    try:
        return rendered.likeness or likeness_of_file(rendered.data, rendered.media_type)
    except (OSError, ValueError) as error:
        raise OutputBroken(f"not a whole {rendered.media_type}") from error


def _image_size(data: bytes, media_type: str) -> tuple[int, int]:
    if media_type == _PNG:
        return _png_size(data)
    wanted = _PIL_FORMATS.get(media_type)
    if wanted is None:
        raise OutputBroken(f"{media_type} is not a media type that is served")
    try:
        with Image.open(io.BytesIO(data), formats=[wanted]) as image:
            image.load()
            return image.size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise OutputBroken(f"not a whole {media_type}") from error


def _png_size(data: bytes) -> tuple[int, int]:
    """Every chunk has its checksum, and the last one is the end.

    A PNG is not decoded: what was left out or changed since it was written shows here. Pillow looks
    at the same by copies of each chunk, in twice the time, and the client waits for it.
    """
    if not data.startswith(_PNG_BEGIN):
        raise OutputBroken("not a PNG")
    view, place, kind, pictured = memoryview(data), 8, b"", False
    while kind != b"IEND":
        end = place + 8 + int.from_bytes(view[place : place + 4])
        if end + 4 > len(data):
            raise OutputBroken("not a whole PNG")
        if zlib.crc32(view[place + 4 : end]) != int.from_bytes(view[end : end + 4]):
            raise OutputBroken("a PNG that was damaged")
        kind = data[place + 4 : place + 8]
        pictured = pictured or kind == b"IDAT"
        place = end + 4
    if not pictured:
        raise OutputBroken("a PNG without a picture")
    width, height = _PNG_SIZE.unpack_from(data, len(_PNG_BEGIN))
    return width, height


def _clip_size(data: bytes) -> tuple[int, int]:
    try:
        with av.open(io.BytesIO(data), mode="r", format="mp4") as clip:
            frame = next(clip.decode(video=0))
            return frame.width, frame.height
    except (av.error.FFmpegError, StopIteration, IndexError, ValueError) as error:
        raise OutputBroken("not a whole clip") from error
