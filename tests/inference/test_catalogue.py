"""The catalogue that ships with the package, and what a catalogue may not say."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from domain.models import pixels
from inference.catalogue import CatalogueInvalid, load_catalogue
from inference.engines.built import build_engine
from inference.engines.sketch import SketchEngine

PACKAGED = Path(__file__).parents[2] / "inference" / "models.toml"


def written(folder: Path, old: str, new: str) -> Path:
    """The packaged catalogue with one place changed."""
    text = PACKAGED.read_text()
    assert old in text
    path = folder / "models.toml"
    path.write_text(text.replace(old, new, 1))
    return path


def test_the_packaged_catalogue_has_both_models() -> None:
    """One photographic model whose faces are fixed once, one drawn model without that."""
    models = load_catalogue()
    assert list(models) == ["realistic-sharp", "anime"]
    photo, anime = models["realistic-sharp"].card, models["anime"].card
    assert (photo.style, photo.face_conditioning) == ("photo", True)
    assert (anime.style, anime.face_conditioning) == ("anime", False)


def test_images_cost_one_credit_and_videos_five() -> None:
    """The prices of the packaged models."""
    for entry in load_catalogue().values():
        assert entry.card.price_credits == {"image": 1, "video": 5}
        assert entry.card.video_seconds == (5,)
        assert entry.card.default_resolution == "896x1152"


def test_a_catalogue_of_ones_own_is_read(tmp_path: Path) -> None:
    """A path replaces the packaged file."""
    path = written(tmp_path, "image = 1", "image = 3")
    assert load_catalogue(path)["realistic-sharp"].card.price_credits["image"] == 3


def test_a_folder_is_relative_to_the_catalogue(tmp_path: Path) -> None:
    """Where the reader was started does not matter."""
    path = written(
        tmp_path,
        'engine = "sketch"\npool = "default"',
        'engine = "diffusion"\npool = "default"\ndiffusion = { folder = "weights/photo", '
        'adapter = { folder = "weights/face", weights = "a.safetensors" }, '
        'video = { folder = "weights/clips" } }',
    )
    settings = load_catalogue(path)["realistic-sharp"].diffusion
    assert settings is not None
    assert settings.adapter is not None
    assert settings.video is not None
    assert settings.folder == str(tmp_path / "weights" / "photo")
    assert settings.adapter.folder == str(tmp_path / "weights" / "face")
    assert settings.video.folder == str(tmp_path / "weights" / "clips")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('\nengine = "sketch"', '\nengine = "painting"'),
        ('\nengine = "sketch"', '\nengine = "diffusion"'),
        (
            '\nengine = "sketch"',
            '\nengine = "diffusion"\ndiffusion = { repository = "some/model" }',
        ),
        (
            '\nengine = "sketch"',
            '\nengine = "diffusion"\ndiffusion = { folder = "a", steps = 100000 }',
        ),
        (
            '\nengine = "sketch"',
            '\nengine = "diffusion"\ndiffusion = { folder = "a", video = { folder = "b" } }',
        ),
        ('default_resolution = "896x1152"', 'default_resolution = "900x900"'),
        ('"1152x896"', '"1152by896"'),
        ('"1152x896"', '"99999x896"'),
        ("image = 1", "image = 0"),
        ("image = 1", "picture = 1"),
        ("video_seconds = [5]", "video_seconds = [900]"),
        ('id = "realistic-sharp"', 'id = "someone-else"'),
        ('pool = "default"', 'pool = "default"\ntypo = 1'),
    ],
)
def test_a_catalogue_that_contradicts_itself_is_refused(tmp_path: Path, old: str, new: str) -> None:
    """Mistakes are found when the catalogue is read, not when a customer asks."""
    with pytest.raises(CatalogueInvalid, match=r"models\.toml"):
        load_catalogue(written(tmp_path, old, new))


def test_a_missing_catalogue_is_refused(tmp_path: Path) -> None:
    """A wrong path does not fall back to the packaged file, and is named once."""
    absent = tmp_path / "absent.toml"
    with pytest.raises(CatalogueInvalid) as refused:
        load_catalogue(absent)
    assert str(refused.value) == f"{absent} cannot be read: No such file or directory."


def test_the_sketch_settings_reach_the_engine() -> None:
    """A wrong fault name is found at once."""
    entry = load_catalogue()["anime"]
    made = build_engine(entry, sketch_instant=True, sketch_fault="none", sketch_delay_seconds=0.0)
    assert isinstance(made, SketchEngine)
    with pytest.raises(ValueError, match="fault"):
        build_engine(entry, sketch_instant=True, sketch_fault="typo", sketch_delay_seconds=0.0)


def test_a_card_survives_json() -> None:
    """Cards travel to where requests are decided."""
    card = load_catalogue()["anime"].card
    assert msgspec.json.decode(msgspec.json.encode(card), type=type(card)) == card


def test_a_resolution_is_two_numbers_of_pixels() -> None:
    """Width first."""
    assert pixels("896x1152") == (896, 1152)
