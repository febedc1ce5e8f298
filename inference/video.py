"""Writes frames as an mp4 that browsers play from the first byte: h264, yuv420p, faststart.

Encodes in this process, on one thread, so that the same frames give the same bytes.
"""

import io
import tempfile
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path

import av
import msgspec
import numpy as np
from PIL import Image

FRAMES_PER_SECOND = 16
FRAMES_MAX = 16 * 60
QUALITY_CRF = "23"
PRESET = "veryfast"
REPEATABLE = "mbtree=0"
"""With x264's macroblock tree the same frames gave other bytes in nearly every run (PyAV 18.1)."""


class Clip(msgspec.Struct, frozen=True, kw_only=True):
    """A finished mp4, its size in pixels and its first frame as a PNG."""

    data: bytes
    poster: bytes
    width: int
    height: int


def encode(
    frames: Iterable[Image.Image],
    *,
    seconds: int,
    on_frame: Callable[[int], None] = lambda number: None,
) -> Clip:
    """Encodes RGB frames of one even size; fewer than `seconds` holds are filled with the last.

    `on_frame` is called with the number of frames written so far; what it raises ends the encoding.
    """
    total = seconds * FRAMES_PER_SECOND
    if not 1 <= total <= FRAMES_MAX:
        raise ValueError(f"a clip has 1 to {FRAMES_MAX} frames")
    with tempfile.TemporaryDirectory(prefix="clip-") as folder:
        return _encode(frames, Path(folder) / "clip.mp4", total, on_frame)


def _encode(
    frames: Iterable[Image.Image], path: Path, total: int, on_frame: Callable[[int], None]
) -> Clip:
    """By way of a file, because moving the index to the front needs to read what was written."""
    poster, last, written = b"", None, 0
    options = {"movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(str(path), "w", format="mp4", options=options) as container:
        stream = None
        for image in frames:
            if stream is None:
                stream = _stream(container, image.size)
                poster = _png(image)
            last = _frame(image, written)
            container.mux(stream.encode(last))
            written += 1
            on_frame(written)
        if stream is None or last is None:
            raise ValueError("a clip needs at least one frame")
        for number in range(written, total):
            last.pts = number
            container.mux(stream.encode(last))
        container.mux(stream.encode(None))
        width, height = stream.width, stream.height
    return Clip(data=path.read_bytes(), poster=poster, width=width, height=height)


def _stream(container: av.container.OutputContainer, size: tuple[int, int]) -> av.VideoStream:
    stream = container.add_stream("libx264", rate=FRAMES_PER_SECOND)
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    stream.time_base = Fraction(1, FRAMES_PER_SECOND)
    stream.codec_context.thread_count = 1
    stream.options = {"crf": QUALITY_CRF, "preset": PRESET, "x264-params": REPEATABLE}
    return stream


def _frame(image: Image.Image, number: int) -> av.VideoFrame:
    frame = av.VideoFrame.from_ndarray(np.asarray(image), format="rgb24")
    frame.pts = number
    frame.time_base = Fraction(1, FRAMES_PER_SECOND)
    return frame


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=3)
    return buffer.getvalue()
