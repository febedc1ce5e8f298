"""What a finished file must be before it is stored."""

import io

import pytest
from PIL import Image

from inference.engine import Rendered
from inference.output_checks import OutputBroken, decodes_as_promised
from inference.provenance.source_type import png_chunk


def _png(width: int, height: int) -> bytes:
    encoded = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(encoded, "PNG")
    return encoded.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type", "width"),
    [
        (_png(8, 8)[:-20], "image/png", 8),
        (_png(8, 8), "image/webp", 8),
        (_png(8, 8), "image/png", 9),
        (b"", "image/png", 8),
        (b"no clip", "video/mp4", 8),
        (_png(8, 8), "application/json", 8),
    ],
)
def test_a_broken_file_is_the_engines_failure(data: bytes, media_type: str, width: int) -> None:
    """Cut off, mislabelled, of another size, empty or of no served type: OutputBroken."""
    with pytest.raises(OutputBroken):
        decodes_as_promised(Rendered(data=data, media_type=media_type, width=width, height=8))


def test_a_whole_file_passes() -> None:
    """A file that is what it claims to be gets no verdict."""
    rendered = Rendered(data=_png(8, 6), media_type="image/png", width=8, height=6)
    assert decodes_as_promised(rendered) is None


def _damaged(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_a_png_is_whole_in_every_byte() -> None:
    """A bit that is another one is seen wherever it is, and so is an end that is missing."""
    whole = _png(8, 8)
    for place in range(len(whole)):
        for broken in (_damaged(whole, place), whole[:place]):
            with pytest.raises(OutputBroken):
                decodes_as_promised(
                    Rendered(data=broken, media_type="image/png", width=8, height=8)
                )


def test_a_png_without_a_picture_is_broken() -> None:
    """Header and end alone are no picture, whatever else stands between them."""
    whole = _png(8, 8)
    empty = whole[:33] + png_chunk(b"tEXt", b"Title\x00none") + png_chunk(b"IEND", b"")
    with pytest.raises(OutputBroken, match="without a picture"):
        decodes_as_promised(Rendered(data=empty, media_type="image/png", width=8, height=8))


def test_a_png_whose_header_is_cut_off_is_broken() -> None:
    """A chunk of no length is no header: a size that is not there is not read."""
    headless = _png(8, 8)[:8] + png_chunk(b"IHDR", b"") + png_chunk(b"IEND", b"")
    with pytest.raises(OutputBroken):
        decodes_as_promised(Rendered(data=headless, media_type="image/png", width=8, height=8))


def test_a_poster_has_to_be_whole_as_well() -> None:
    """It is handed out like the file that it belongs to."""
    poster = _png(8, 8)[:-5]
    rendered = Rendered(data=_png(8, 8), media_type="image/png", width=8, height=8, poster=poster)
    with pytest.raises(OutputBroken, match="not a whole PNG"):
        decodes_as_promised(rendered)
