"""`xavira models`: what a catalogue offers, and whether it draws on this machine."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from adapters.cli.commands import complete_group
from tests.inference.tiny_pipeline import build, build_adapter

CARD = """
[models.{name}]
engine = "{engine}"

[models.{name}.card]
id = "{name}"
style = "photo"
face_conditioning = true
kinds = ["image"]
resolutions = ["896x1152"]
default_resolution = "896x1152"
formats = ["png"]
video_seconds = []
price_credits = {{ image = 1 }}
latency = {{ image = {{ p50_seconds = 1.0, p95_seconds = 2.0 }} }}
licence = "apache-2.0"
quality_prefix = ""
negative_prompt = ""
"""

WEIGHTS = """
[models.{name}.diffusion]
folder = "{weights}/pipeline"
steps = 1
native_size = [64, 80]
adapter = {{ folder = "{weights}/face", weights = "adapter.safetensors" }}
"""


def run(words: list[str], catalogue: Path | None = None) -> Result:
    """A command line, with the catalogue in a file or the packaged one."""
    environment = {"HF_HUB_OFFLINE": "1"}
    if catalogue is not None:
        environment["XAVIRA_MODELS"] = str(catalogue)
    return CliRunner().invoke(complete_group(), ["models", *words], env=environment)


def written(folder: Path, **weights: Path | None) -> Path:
    """A catalogue of models in a file, each with weights in a folder or sketched."""
    path = folder / "models.toml"
    text = ""
    for name, place in weights.items():
        text += CARD.format(name=name, engine="sketch" if place is None else "diffusion")
        text += "" if place is None else WEIGHTS.format(name=name, weights=place)
    path.write_text(text)
    return path


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tiny pipeline and an adapter for it."""
    folder = tmp_path_factory.mktemp("weights")
    build(folder / "pipeline")
    build_adapter(folder / "pipeline", folder / "face", plus=True)
    return folder


def test_the_list_says_what_draws_and_where_its_weights_lie(tmp_path: Path) -> None:
    """An operator sees at a glance which models are sketched."""
    catalogue = written(tmp_path, weighted=tmp_path, drawn=None)
    first, second = msgspec.json.decode(run(["list", "--json"], catalogue).stdout)
    assert first["model"] == "weighted"
    assert first["engine"] == "diffusion"
    assert first["kinds"] == ["image"]
    assert first["face_conditioning"] is True
    assert first["weights"] == [str(tmp_path / "pipeline"), str(tmp_path / "face")]
    assert (second["model"], second["engine"], second["weights"]) == ("drawn", "sketch", [])
    assert "none needed" in run(["list"], catalogue).stdout


def test_a_check_draws_what_each_model_offers(weights: Path, tmp_path: Path) -> None:
    """A face, a picture of the size that customers get, and its score, without any service."""
    catalogue = written(tmp_path, weighted=weights)
    done = run(["check", "--json", "--out", str(tmp_path / "drawn")], catalogue)
    assert done.exit_code == 0
    (trial,) = msgspec.json.decode(done.stdout)
    assert trial["error"] is None
    assert -1 <= trial["identity_score"] <= 1
    assert trial["clip_seconds"] is None
    data = (tmp_path / "drawn" / "weighted.png").read_bytes()
    assert Image.open(io.BytesIO(data)).size == (896, 1152)


def test_the_packaged_catalogue_draws_images_and_clips(tmp_path: Path) -> None:
    """A fresh installation passes its own check."""
    done = run(["check", "anime", "--out", str(tmp_path)])
    assert done.exit_code == 0
    assert "ok" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["anime.mp4", "anime.png"]


def test_a_model_without_its_weights_fails_the_check_and_no_other(
    weights: Path, tmp_path: Path
) -> None:
    """The one that is missing is named with its place; the next is tried all the same."""
    catalogue = written(tmp_path, missing=tmp_path / "nowhere", weighted=weights)
    done = run(["check", "--json"], catalogue)
    assert done.exit_code == 1
    first, second = msgspec.json.decode(done.stdout)
    assert "nowhere" in first["error"]
    assert second["error"] is None


def test_an_unknown_model_is_wrong_usage() -> None:
    """A misspelt name checks nothing."""
    done = run(["check", "realistic-blunt"])
    assert done.exit_code == 2
    assert "realistic-blunt" in done.stderr
