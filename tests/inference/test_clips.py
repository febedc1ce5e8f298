"""Clips from a picture, drawn by tiny image-to-video pipelines of two families."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import msgspec
import numpy as np
import pytest
from PIL import Image

from inference.catalogue import Catalogue, DiffusionSettings, VideoSettings
from inference.engine import EngineFailed, RenderCanceled, RenderRequest, RequestRefused
from inference.engines.clips import ClipPipeline
from inference.engines.diffusion import DiffusionEngine
from inference.output_checks import decodes_as_promised
from tests.contracts.test_engine import ask, quiet
from tests.inference.tiny_pipeline import build, build_svd, build_wan, drawn_by


def picture(seed: int = 3) -> bytes:
    """A picture with coarse blocks of colour."""
    blocks = np.random.default_rng(seed).integers(0, 256, (8, 6, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    image = Image.fromarray(blocks).resize((96, 128), Image.Resampling.NEAREST)
    image.save(buffer, "PNG")
    return buffer.getvalue()


def ask_clip(seed: int, **changes: object) -> RenderRequest:
    """A clip of one second."""
    request = ask(seed, kind="video", format="mp4", seconds=1, source=picture())
    sized = msgspec.structs.replace(request, width=96, height=128)
    return msgspec.structs.replace(sized, **changes)


def wan(folder: Path) -> VideoSettings:
    """A second of its clips is nine frames."""
    return VideoSettings(folder=str(folder), steps=2, fps=8, frames_max=9, native_size=(48, 64))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """Saved once, and no way to any model hub."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        made = {name: tmp_path_factory.mktemp(name) for name in ("sdxl", "wan", "svd")}
        build(made["sdxl"])
        build_wan(made["wan"])
        build_svd(made["svd"])
        yield made


@pytest.fixture(scope="module")
def engine(folders: dict[str, Path]) -> DiffusionEngine:
    """An engine with images by one pipeline and clips by another."""
    settings = DiffusionSettings(
        folder=str(folders["sdxl"]), steps=2, native_size=(64, 80), video=wan(folders["wan"])
    )
    made = DiffusionEngine(drawn_by(settings))
    made.load()
    return made


@pytest.fixture(scope="module")
def svd(folders: dict[str, Path]) -> ClipPipeline:
    """A pipeline that takes neither prompt nor guidance, but a bucket of motion."""
    made = ClipPipeline(
        VideoSettings(
            folder=str(folders["svd"]),
            steps=2,
            fps=7,
            frames_max=4,
            frames_step=1,
            side_step=32,
            native_size=(64, 64),
            options={"motion_bucket_id": 60},
        )
    )
    made.load("cpu")
    return made


def frames_of(data: bytes) -> list[np.ndarray]:
    """Every frame of a clip."""
    with av.open(io.BytesIO(data), format="mp4") as clip:
        return [frame.to_ndarray(format="rgb24") for frame in clip.decode(video=0)]


def test_a_clip_has_the_requested_size_and_length(engine: DiffusionEngine) -> None:
    """Whatever the model draws, the file is 16 frames a second of the size asked for."""
    (clip,) = engine.render([ask_clip(1, seconds=2)], quiet)
    assert decodes_as_promised(clip) is None
    frames = frames_of(clip.data)
    assert len(frames) == 32
    assert {frame.shape for frame in frames} == {(128, 96, 3)}
    assert (clip.media_type, clip.width, clip.height) == ("video/mp4", 96, 128)
    assert clip.poster is not None
    assert Image.open(io.BytesIO(clip.poster)).size == (96, 128)


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"seed": 2}, False),
        ({"prompt": "a man turns"}, False),
        ({"source": picture(4)}, False),
    ],
    ids=["again", "seed", "prompt", "source"],
)
def test_a_clip_follows_from_its_request(
    engine: DiffusionEngine, changes: dict[str, Any], same: bool
) -> None:
    """The same request gives the same bytes; seed, words and source all reach the frames."""
    first = engine.render([ask_clip(1)], quiet)[0].data
    other = engine.render([msgspec.structs.replace(ask_clip(1), **changes)], quiet)[0].data
    assert (first == other) is same


def test_images_are_drawn_beside_clips(engine: DiffusionEngine) -> None:
    """One engine serves both kinds of a model."""
    assert engine.render([ask(1)], quiet)[0].media_type == "image/png"
    clips = engine.render([ask_clip(1), ask_clip(2)], quiet)
    assert [clip.media_type for clip in clips] == ["video/mp4"] * 2


def test_progress_of_a_clip_never_falls_and_a_cancel_ends_it(engine: DiffusionEngine) -> None:
    """Steps and frames are told; what the listener raises ends the drawing at once."""
    told: list[float] = []
    engine.render([ask_clip(1)], lambda place, share: told.append(share))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(set(told)) > 10
    for stop_after in (2, 6):
        heard: list[float] = []

        def cancel(
            place: int, share: float, heard: list[float] = heard, at: int = stop_after
        ) -> None:
            heard.append(share)
            if len(heard) == at:
                raise RenderCanceled

        with pytest.raises(RenderCanceled):
            engine.render([ask_clip(1)], cancel)
        assert len(heard) == stop_after


def test_a_pipeline_without_prompts_draws_too(svd: ClipPipeline) -> None:
    """Each family is given what its call takes, and the options of the catalogue."""
    clip = svd.render(ask_clip(1), lambda share: None)
    assert decodes_as_promised(clip) is None
    other = svd.render(ask_clip(1, prompt="quite other words"), lambda share: None)
    assert clip.data == other.data


def test_a_short_clip_is_slowed_down_not_cut(svd: ClipPipeline) -> None:
    """Four frames of the model fill two seconds: first and last stay where they are."""
    clip = svd.render(ask_clip(1, seconds=2), lambda share: None)
    frames = frames_of(clip.data)
    assert len(frames) == 32
    changed = [np.abs(frames[n].astype(int) - frames[n - 1]).mean() for n in range(1, 32)]
    assert sorted(1 + int(n) for n in np.argsort(changed)[-3:]) == [6, 16, 26]


def test_an_odd_size_is_drawn_one_pixel_smaller(svd: ClipPipeline) -> None:
    """The format of the file has no odd sides."""
    clip = svd.render(ask_clip(1, width=97, height=129), lambda share: None)
    assert (clip.width, clip.height) == (96, 128)
    assert decodes_as_promised(clip) is None


def test_a_clip_needs_a_source(engine: DiffusionEngine) -> None:
    """Nothing is invented where the source is missing or broken."""
    for source in (None, b"", b"no picture"):
        with pytest.raises(RequestRefused, match="video"):
            engine.render([ask_clip(1, source=source)], quiet)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"options": {"motion_bucket_id": 1}}, "motion_bucket_id"),
        ({"folder": "nowhere"}, "nowhere"),
    ],
)
def test_a_catalogue_that_cannot_draw_clips_fails_at_loading(
    folders: dict[str, Path], changes: dict[str, Any], words: str
) -> None:
    """An argument that the pipeline does not know, or a folder that is not there, is named."""
    video = msgspec.structs.replace(wan(folders["wan"]), **changes)
    settings = DiffusionSettings(folder=str(folders["sdxl"]), steps=2, video=video)
    with pytest.raises(EngineFailed, match=words):
        DiffusionEngine(drawn_by(settings)).load()


def test_a_pipeline_for_images_is_no_pipeline_for_clips(folders: dict[str, Path]) -> None:
    """A catalogue that names the wrong folder is told so."""
    made = ClipPipeline(wan(folders["sdxl"]))
    with pytest.raises(ValueError, match="no clip"):
        made.load("cpu")


@pytest.mark.parametrize("kinds", [["image"], ["image", "video"]])
def test_videos_need_a_kind_and_a_section(kinds: list[str]) -> None:
    """What customers are offered and what the engine can draw agree before anything is loaded."""
    card = msgspec.to_builtins(drawn_by(DiffusionSettings(folder="x")).card)
    card |= {
        "kinds": kinds,
        "price_credits": dict.fromkeys(kinds, 1),
        "latency": {kind: {"p50_seconds": 1.0, "p95_seconds": 1.0} for kind in kinds},
    }
    diffusion: dict[str, Any] = {"folder": "x"}
    if kinds == ["image"]:
        diffusion["video"] = {"folder": "y"}
    entry = {"card": card, "engine": "diffusion", "diffusion": diffusion}
    with pytest.raises(msgspec.ValidationError, match="videos need"):
        msgspec.convert({"models": {"anime": entry}}, Catalogue)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"folder": "x", "fps": 0},
        {"folder": "x", "frames_max": 4, "frames_step": 4},
        {"folder": "x", "side_step": 15},
        {"repository": "a/b"},
    ],
)
def test_settings_that_cannot_work_are_refused(settings: dict[str, Any]) -> None:
    """A catalogue says what is wrong with it before anything is loaded."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(settings, VideoSettings)
