"""An operator's own watermark: named by a setting, embedded before the checks, or not at all."""

from __future__ import annotations

import io
from typing import Any

import msgspec
import pytest
from PIL import Image

from inference.engine import Rendered
from inference.provenance.marking import (
    MarkFailed,
    NoWatermark,
    WatermarkInvalid,
    embedding,
    unmarked,
    watermark_named,
)
from tests.inference.provenance.files import drawn

NAME = "tests.inference.provenance.test_watermark"


class Corner:
    """A visible one: the first pixel of a PNG is red."""

    def embed(self, rendered: Rendered) -> Rendered:
        picture, encoded = Image.open(io.BytesIO(rendered.data)), io.BytesIO()
        picture.putpixel((0, 0), (255, 0, 0))
        picture.save(encoded, "PNG")
        return msgspec.structs.replace(rendered, data=encoded.getvalue())

    def found_in(self, data: bytes, media_type: str) -> bool:
        return Image.open(io.BytesIO(data)).getpixel((0, 0)) == (255, 0, 0)


class Turning:
    """Makes another size of every picture."""

    def embed(self, rendered: Rendered) -> Rendered:
        return msgspec.structs.replace(rendered, width=rendered.height)

    def found_in(self, data: bytes, media_type: str) -> bool:
        raise OSError


class Half:
    def embed(self, rendered: Rendered) -> Rendered:
        raise ValueError("no room")


corner = Corner()


@pytest.mark.parametrize("name", [f"{NAME}:Corner", f"{NAME}:corner"])
def test_a_watermark_is_found_by_its_name(name: str) -> None:
    """An object, or a class that is made; what it embeds it finds again."""
    watermark = watermark_named(name)
    marked = embedding(watermark)(msgspec.structs.replace(drawn("png"), repeated=True))
    assert watermark.found_in(marked.data, "image/png")
    assert not watermark.found_in(drawn("png").data, "image/png")
    assert not marked.repeated


def test_without_a_name_nothing_is_embedded() -> None:
    """Without a name nothing is embedded, nothing found, and the file is not touched."""
    none = watermark_named(None)
    assert isinstance(none, NoWatermark)
    assert embedding(none) is unmarked
    assert not none.found_in(drawn("png").data, "image/png")


@pytest.mark.parametrize(
    "name", ["", "nowhere:at_all", NAME, f"{NAME}:missing", f"{NAME}:NAME", f"{NAME}:Half"]
)
def test_a_name_that_names_no_watermark_is_refused(name: str) -> None:
    """No module, no object, or one that lacks a method: said at the start, with the name."""
    with pytest.raises(WatermarkInvalid, match=name or "cannot be loaded"):
        watermark_named(name)


@pytest.mark.parametrize("broken", [Turning(), Half()])
def test_a_watermark_that_breaks_fails_that_file_alone(broken: Any) -> None:
    """Whatever it raises, or another size than was asked for, is a failure of this output."""
    with pytest.raises(MarkFailed):
        embedding(broken)(drawn("png"))
