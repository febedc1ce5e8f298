"""What every finished file must pass before it is stored, as a list of plain functions.

A check answers None (pass) or a verdict (block). A file that is not what the engine says it is has
nothing to do with policy: that is a failure of the engine. Checks that need models are not here.
"""

import io
from collections.abc import Callable

import av
import msgspec
from PIL import Image

from inference.engine import EngineFailed, Rendered
from inference.likeness import likeness_of_file

_PIL_FORMATS = {"image/png": "PNG", "image/webp": "WEBP", "image/jpeg": "JPEG"}
_VIDEO = "video/mp4"


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
        _image_size(rendered.poster, "image/png")
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
    wanted = _PIL_FORMATS.get(media_type)
    if wanted is None:
        raise OutputBroken(f"{media_type} is not a media type that is served")
    try:
        with Image.open(io.BytesIO(data), formats=[wanted]) as image:
            size = image.size
            if wanted == "PNG":
                image.verify()
            else:
                image.load()
            return size
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise OutputBroken(f"not a whole {media_type}") from error


def _clip_size(data: bytes) -> tuple[int, int]:
    try:
        with av.open(io.BytesIO(data), mode="r", format="mp4") as clip:
            frame = next(clip.decode(video=0))
            return frame.width, frame.height
    except (av.error.FFmpegError, StopIteration, IndexError, ValueError) as error:
        raise OutputBroken("not a whole clip") from error
