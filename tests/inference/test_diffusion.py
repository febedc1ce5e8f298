"""The diffusers engine beyond the contract: memory, sizes, errors. Runs a tiny random pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from inference.catalogue import DiffusionSettings, ModelEntry
from inference.engine import EngineFailed, IdentityRequest, Rendered, RequestRefused
from inference.engines.diffusion import DiffusionEngine
from tests.contracts.test_engine import ask, levels, quiet
from tests.inference.tiny_pipeline import build, drawn_by


def entry(folder: Path, **changes: object) -> ModelEntry:
    """The anime model of the catalogue, drawn by the pipeline in a folder."""
    settings = DiffusionSettings(folder=str(folder), steps=2, guidance=3.0, native_size=(64, 80))
    return drawn_by(msgspec.structs.replace(settings, **changes))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A saved pipeline, and no way to any model hub."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        path = tmp_path_factory.mktemp("pipeline")
        build(path)
        yield path


@pytest.fixture(scope="module")
def engine(folder: Path) -> DiffusionEngine:
    """A loaded engine."""
    made = DiffusionEngine(entry(folder))
    made.load()
    return made


def short_of_memory(engine: DiffusionEngine, rows_max: int) -> Any:
    """Makes the network run out of memory on more than `rows_max` rows, as a small device would."""
    import torch

    def refuse(module: Any, args: Any, kwargs: Any) -> None:
        rows = (args[0] if args else kwargs["sample"]).shape[0]
        if rows > rows_max:
            raise torch.OutOfMemoryError("not enough memory")

    return engine.pipe.unet.register_forward_pre_hook(refuse, with_kwargs=True)


def test_out_of_memory_halves_the_batch_and_draws_every_picture(engine: DiffusionEngine) -> None:
    """Four rows do not fit, two do: all four pictures come, in order, and progress never falls."""
    requests = [ask(seed) for seed in (1, 2, 3, 4)]
    singles = [engine.render([request], quiet)[0] for request in requests]
    seen: list[tuple[int, float]] = []
    hook = short_of_memory(engine, rows_max=4)  # guidance doubles the rows of two pictures
    try:
        halved = engine.render(requests, lambda place, share: seen.append((place, share)))
    finally:
        hook.remove()
    for single, shared in zip(singles, halved, strict=True):
        assert np.abs(levels(single.data) - levels(shared.data)).max() <= 6
    for place in range(4):
        shares = [share for at, share in seen if at == place]
        assert shares == sorted(shares)
        assert shares[-1] == 1.0


def test_out_of_memory_twice_is_a_failure(engine: DiffusionEngine) -> None:
    """The batch is halved once, not until something fits."""
    hook = short_of_memory(engine, rows_max=2)
    try:
        with pytest.raises(EngineFailed, match="memory"):
            engine.render([ask(seed) for seed in (1, 2, 3, 4)], quiet)
    finally:
        hook.remove()


def test_the_native_size_keeps_the_shape_and_about_the_pixels(engine: DiffusionEngine) -> None:
    """A wide request is drawn wide with as many pixels as the model was trained at."""
    drawn = []
    hook = engine.pipe.unet.register_forward_pre_hook(
        lambda module, args, kwargs: drawn.append(
            (args[0] if args else kwargs["sample"]).shape[2:]
        ),
        with_kwargs=True,
    )
    try:
        rendered = engine.render([ask(1, width=320, height=256)], quiet)[0]
    finally:
        hook.remove()
    assert {tuple(shape) for shape in drawn} == {(32, 40)}
    assert (rendered.width, rendered.height) == (320, 256)


def test_the_negative_prompt_changes_the_picture(engine: DiffusionEngine) -> None:
    """What is not wanted reaches the network."""
    plain = engine.render([ask(1)], quiet)[0]
    other = engine.render([ask(1, negative_prompt="a man with short black hair")], quiet)[0]
    assert plain.data != other.data


def test_the_scheduler_of_the_catalogue_is_used(folder: Path, engine: DiffusionEngine) -> None:
    """Another scheduler gives another picture from the same weights and seed."""
    made = DiffusionEngine(entry(folder, scheduler="DDIMScheduler"))
    made.load()
    assert type(made.pipe.scheduler).__name__ == "DDIMScheduler"
    assert made.render([ask(1)], quiet)[0].data != engine.render([ask(1)], quiet)[0].data


def test_a_processor_computes_in_float32_whatever_the_catalogue_says(folder: Path) -> None:
    """Half precision is for accelerators."""
    import torch

    made = DiffusionEngine(entry(folder, dtype="bfloat16"))
    made.load()
    expected = torch.bfloat16 if torch.cuda.is_available() else torch.float32
    assert made.pipe.unet.dtype == expected


def test_it_fixes_no_identity_and_scores_none(engine: DiffusionEngine) -> None:
    """Prompt and traits alone carry the face."""
    request = IdentityRequest(model_id="anime", character_id="c1", traits={})
    assert engine.identify(request) is None
    rendered: Rendered = engine.render([ask(1)], quiet)[0]
    assert rendered.identity_score is None


@pytest.mark.parametrize(
    "requests",
    [[ask(1), ask(2, width=256)], [ask(1), ask(2, format="webp")]],
    ids=["two-sizes", "two-formats"],
)
def test_a_batch_that_cannot_be_drawn_is_refused(engine: DiffusionEngine, requests: list) -> None:
    """A batch is of images of one size and format."""
    with pytest.raises(RequestRefused):
        engine.render(requests, quiet)


@pytest.mark.parametrize(
    "requests",
    [[], [ask(1)] * 5, [ask(1, kind="video", format="mp4", source=b"")]],
    ids=["empty", "too-many", "video"],
)
def test_what_only_this_consumer_cannot_draw_is_not_refused(
    engine: DiffusionEngine, requests: list
) -> None:
    """It fails, but the request is not to blame: another catalogue may allow it."""
    with pytest.raises(EngineFailed) as failed:
        engine.render(requests, quiet)
    assert not isinstance(failed.value, RequestRefused)


def test_a_missing_folder_fails_with_its_name(tmp_path: Path) -> None:
    """Nothing is downloaded instead."""
    made = DiffusionEngine(entry(tmp_path / "nothing-here"))
    with pytest.raises(EngineFailed, match="nothing-here"):
        made.load()


def test_an_unknown_scheduler_fails_at_loading(folder: Path) -> None:
    """A misspelt catalogue is found before the first request."""
    made = DiffusionEngine(entry(folder, scheduler="NoSuchScheduler"))
    with pytest.raises(EngineFailed, match="NoSuchScheduler"):
        made.load()


def test_rendering_before_loading_is_refused(folder: Path) -> None:
    """Loading is never done behind the caller's back."""
    with pytest.raises(EngineFailed, match="not loaded"):
        DiffusionEngine(entry(folder)).render([ask(1)], quiet)
