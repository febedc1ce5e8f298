"""What a picture looks like, in 256 bits, so that it is known again in another size or format.

A difference hash: the picture in 17 by 16 grey cells, and for each neighbouring pair in a row
whether it grows clearly brighter. It tells the same picture from others; it does not know what is
on it, and is no identity of anybody.
"""

import io

import av
from PIL import Image, ImageOps

CELLS = 16
BITS = CELLS * CELLS
BRIGHTER_BY = 2
"""Grey levels (of 255) that a cell must be brighter by: less is noise of a file format."""

ALIKE_BITS_MAX = 11
"""Pictures whose likenesses differ in no more bits are taken for the same one. Of 150 pictures of
the sketch engine each differed from itself in PNG, WebP, JPEG and at half its size in at most 9
bits, and no two of the 11,175 pairs of different ones in fewer than 13. Of another 150, all of
one face and one prompt, the nearest two differed in 8, and none came nearer than 46 bits to another
one that was mirrored, nor than 39 to itself mirrored."""

DISTINCT_BITS_MIN = 24
"""A picture with fewer bright steps is almost one colour, and would be taken for many others."""


def likeness(picture: Image.Image) -> bytes:
    """The likeness of a picture: 32 bytes."""
    small = picture.resize((CELLS + 1, CELLS), Image.Resampling.BOX)
    cells = small.convert("L").tobytes()
    seen = 0
    for place in range(len(cells)):
        if place % (CELLS + 1):
            seen = seen << 1 | (cells[place] - cells[place - 1] > BRIGHTER_BY)
    return seen.to_bytes(BITS // 8)


def likeness_of_file(data: bytes, media_type: str) -> bytes:
    """The likeness of an image, or of the first frame of a clip. Raises ValueError, OSError."""
    with _opened(data, media_type) as picture:
        return likeness(picture)


def likenesses_of_file(data: bytes, media_type: str) -> tuple[bytes, bytes]:
    """As `likeness_of_file`, and what the file mirrored from left to right would have."""
    with _opened(data, media_type) as picture:
        return likeness(picture), likeness(ImageOps.mirror(picture))


def _opened(data: bytes, media_type: str) -> Image.Image:
    if media_type == "video/mp4":
        return _first_frame(data)
    try:
        return Image.open(io.BytesIO(data))
    except Image.DecompressionBombError as error:
        raise ValueError("more pixels than any picture of ours has") from error


def _first_frame(data: bytes) -> Image.Image:
    try:
        with av.open(io.BytesIO(data), mode="r", format="mp4") as clip:
            frame: Image.Image = next(clip.decode(video=0)).to_image()  # type: ignore[no-untyped-call]
            return frame
    except (av.error.FFmpegError, StopIteration, IndexError) as error:
        raise ValueError("not a whole clip") from error


def bit_text(seen: bytes) -> str:
    """The bits of a likeness as zeros and ones."""
    return f"{int.from_bytes(seen):0{BITS}b}"


def distinct(seen: bytes) -> bool:
    """Whether a likeness says enough to know a picture by."""
    return int.from_bytes(seen).bit_count() >= DISTINCT_BITS_MIN
