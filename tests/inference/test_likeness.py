"""The same picture is known again in other formats and sizes, and other pictures are not it."""

import io
import zlib
from itertools import combinations

import pytest
from PIL import Image, ImageOps

from inference.engines.sketch import encode_image
from inference.engines.sketching import identity as identities
from inference.engines.sketching.picture import draw
from inference.likeness import (
    ALIKE_BITS_MAX,
    bit_text,
    distinct,
    likeness,
    likeness_of_file,
    likenesses_of_file,
)


def sketch(seed: int, *, width: int = 448, height: int = 576) -> Image.Image:
    traits: dict[str, str | int] = {"age": 26, "hairColor": "brown"}
    return draw(
        traits=traits,
        identity=identities.derive("someone", traits),
        prompt="smiling, garden",
        seed=seed,
        width=width,
        height=height,
        anime=False,
    )


def alike(one: bytes, other: bytes) -> bool:
    """As the settler's statement compares them."""
    return (int.from_bytes(one) ^ int.from_bytes(other)).bit_count() <= ALIKE_BITS_MAX


@pytest.mark.parametrize(
    ("form", "media_type"), [("png", "image/png"), ("webp", "image/webp"), ("jpeg", "image/jpeg")]
)
def test_a_picture_is_known_again(form: str, media_type: str) -> None:
    """In every format, and at half its size."""
    picture = sketch(1)
    seen = likeness(picture)
    assert len(seen) == 32
    assert distinct(seen)
    assert alike(seen, likeness_of_file(encode_image(picture, form), media_type))
    half = picture.resize((224, 288), Image.Resampling.LANCZOS)
    assert alike(seen, likeness_of_file(encode_image(half, form), media_type))


def test_a_file_of_too_many_pixels_is_refused() -> None:
    """As a file that is broken: whoever looks at what a consumer stored can go on."""
    encoded = io.BytesIO()
    Image.new("1", (1, 1)).save(encoded, "PNG")
    head = b"IHDR" + (60_000).to_bytes(4) * 2 + encoded.getvalue()[24:29]
    data = encoded.getvalue()
    bomb = data[:12] + head + zlib.crc32(head).to_bytes(4) + data[33:]
    with pytest.raises(ValueError, match="pixels"):
        likenesses_of_file(bomb, "image/png")


def test_other_pictures_of_one_character_are_others() -> None:
    """Eight seeds of one prompt and one face: no two are taken for the same picture."""
    seen = [likeness(sketch(seed)) for seed in range(8)]
    assert [pair for pair in combinations(seen, 2) if alike(*pair)] == []


def test_a_mirrored_picture_is_known_by_its_second_likeness() -> None:
    """The first is that of the file as it is; eight others are like neither."""
    pictures = [sketch(seed) for seed in range(8)]
    encoded = [encode_image(picture, "webp") for picture in pictures]
    plain, turned = likenesses_of_file(encoded[0], "image/webp")
    assert plain == likeness_of_file(encoded[0], "image/webp")
    assert alike(turned, likeness(ImageOps.mirror(pictures[0])))
    assert not alike(plain, turned)
    for picture in pictures[1:]:
        assert not alike(turned, likeness(picture))


def test_one_colour_is_nothing_to_know_a_picture_by() -> None:
    """A black picture would otherwise stand for every dark one."""
    assert not distinct(likeness(Image.new("RGB", (64, 64), (0, 0, 0))))


def test_what_is_no_picture_is_refused() -> None:
    """An error, not a likeness."""
    with pytest.raises(OSError, match="cannot identify"):
        likeness_of_file(b"no picture", "image/png")
    with pytest.raises(ValueError, match="not a whole clip"):
        likeness_of_file(io.BytesIO(b"no clip").getvalue(), "video/mp4")


def test_bits_are_spelled_for_the_database() -> None:
    """Leading zeros are part of it."""
    assert bit_text(bytes([1]) + bytes(31)) == "00000001" + "0" * 248
