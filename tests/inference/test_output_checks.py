"""What a finished file must be before it is stored."""

import io

import pytest
from PIL import Image

from inference.engine import Rendered
from inference.output_checks import OutputBroken, decodes_as_promised


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
