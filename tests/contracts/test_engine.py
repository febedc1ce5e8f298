"""What every engine promises, run over the drawing engine and a tiny diffusers pipeline."""

from __future__ import annotations

import io
from collections.abc import Callable

import msgspec
import numpy as np
import pytest
from PIL import Image

from inference.catalogue import DiffusionSettings, load_catalogue
from inference.engine import Engine, EngineFailed, RenderCanceled, RenderRequest, RequestRefused
from inference.engines.built import build_engine
from tests.inference.tiny_pipeline import build, drawn_by

WIDTH, HEIGHT = 192, 256
BOUND_LEVELS = {"sketch": 0, "diffusion": 6}
"""By how much a picture may differ, of 255, when it shares a batch."""


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A pipeline with random weights, built once."""
    folder = tmp_path_factory.mktemp("tiny")
    build(folder)
    return str(folder)


def _sketch(_: Callable[[], str]) -> Engine:
    entry = load_catalogue()["realistic-sharp"]
    return build_engine(entry, sketch_instant=False, sketch_fault="none", sketch_delay_seconds=0.0)


def _diffusion(folder: Callable[[], str]) -> Engine:
    settings = DiffusionSettings(
        folder=folder(), steps=3, guidance=3.0, native_size=(64, 80), batch_max=4
    )
    return build_engine(
        drawn_by(settings), sketch_instant=False, sketch_fault="none", sketch_delay_seconds=0.0
    )


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(_sketch, id="sketch"),
        pytest.param(_diffusion, id="diffusion", marks=pytest.mark.steady),
    ],
)
def engine(request: pytest.FixtureRequest) -> Engine:
    """A loaded engine; the heavy one is built only where it is asked for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        made: Engine = request.param(lambda: request.getfixturevalue("tiny_folder"))
        made.load()
    return made


def ask(seed: int, **changes: object) -> RenderRequest:
    """A small image of one character."""
    request = RenderRequest(
        kind="image",
        model_id="realistic-sharp",
        character_id="c1",
        traits={"gender": "female", "age": 30, "hairColor": "brown"},
        prompt="half body, garden at sunset, smiling",
        negative_prompt="blurry",
        seed=seed,
        width=WIDTH,
        height=HEIGHT,
        format="png",
    )
    return msgspec.structs.replace(request, **changes)


def quiet(place: int, share: float) -> None:
    """A progress that nobody looks at."""


def levels(data: bytes) -> np.ndarray:
    """The decoded pixels, as signed numbers."""
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), dtype=np.int16)


@pytest.mark.parametrize(
    ("form", "media_type"), [("png", "image/png"), ("webp", "image/webp"), ("jpeg", "image/jpeg")]
)
def test_the_file_has_the_requested_size_and_format(
    engine: Engine, form: str, media_type: str
) -> None:
    """The bytes decode as the format asked for, at exactly the size asked for."""
    rendered = engine.render([ask(1, format=form, width=250, height=190)], quiet)[0]
    picture = Image.open(io.BytesIO(rendered.data))
    picture.load()
    assert (picture.format or "").lower() == form
    assert picture.size == (250, 190)
    assert (rendered.media_type, rendered.width, rendered.height) == (media_type, 250, 190)


def test_the_same_request_gives_the_same_bytes(engine: Engine) -> None:
    """Nothing but the request decides the file."""
    first = engine.render([ask(7)], quiet)[0]
    again = engine.render([ask(7)], quiet)[0]
    assert first.data == again.data


def test_another_seed_gives_another_picture(engine: Engine) -> None:
    """The seed reaches the pixels."""
    first = engine.render([ask(7)], quiet)[0]
    other = engine.render([ask(8)], quiet)[0]
    assert np.abs(levels(first.data) - levels(other.data)).max() > 8


def test_progress_rises_to_one_for_each_request(engine: Engine) -> None:
    """Every request of a batch reports fractions that never fall, the last of them 1."""
    seen: dict[int, list[float]] = {0: [], 1: []}
    engine.render([ask(1), ask(2)], lambda place, share: seen[place].append(share))
    for shares in seen.values():
        assert shares == sorted(shares)
        assert shares[0] == 0.0
        assert shares[-1] == 1.0
        assert len(set(shares)) >= 3


def test_a_cancel_stops_the_render_and_leaves_the_engine_usable(engine: Engine) -> None:
    """What progress raises comes out of render, and the next render is unharmed."""
    before = engine.render([ask(3)], quiet)[0]
    calls = []

    def cancel(place: int, share: float) -> None:
        calls.append(share)
        if share > 0:
            raise RenderCanceled

    with pytest.raises(RenderCanceled):
        engine.render([ask(3)], cancel)
    assert calls[-1] < 1.0
    assert engine.render([ask(3)], quiet)[0].data == before.data


def test_a_picture_does_not_depend_on_who_shares_the_batch(engine: Engine) -> None:
    """A batch of two gives the pictures of two singles, within the engine's bound."""
    requests = [ask(11), ask(12, prompt="a cafe at night, serious")]
    together = engine.render(requests, quiet)
    for request, shared in zip(requests, together, strict=True):
        single = engine.render([request], quiet)[0]
        difference = np.abs(levels(single.data) - levels(shared.data)).max()
        assert difference <= BOUND_LEVELS[engine.name]


def test_an_unloaded_engine_can_be_loaded_again(engine: Engine) -> None:
    """Unloading forgets nothing that the next load cannot bring back."""
    before = engine.render([ask(5)], quiet)[0]
    engine.unload()
    engine.load()
    assert engine.render([ask(5)], quiet)[0].data == before.data


def test_a_video_without_its_source_is_not_drawn(engine: Engine) -> None:
    """No engine invents the image that a video starts from; some draw no videos at all."""
    with pytest.raises(EngineFailed):
        engine.render([ask(1, kind="video", format="mp4", seconds=1)], quiet)


def test_a_format_that_is_not_drawn_is_refused(engine: Engine) -> None:
    """The reason lies in the request, and the engine is as well as before."""
    with pytest.raises(RequestRefused):
        engine.render([ask(1, format="mp4")], quiet)
    assert engine.render([ask(1)], quiet)[0].data
