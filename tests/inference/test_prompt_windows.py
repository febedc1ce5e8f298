"""Texts longer than the text encoder's window, on a tiny pipeline whose window is 48 tokens."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from inference.engines.diffusion import DiffusionEngine
from inference.engines.prompt_windows import WINDOWS_MAX, windows_of
from tests.contracts.test_engine import ask, levels, quiet
from tests.inference.test_diffusion import entry
from tests.inference.tiny_pipeline import TOKENS_MAX, build

ALIKE_LEVELS = 6
LONG = ", ".join(f"a woman with long brown hair in garden {number}" for number in range(8))


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiffusionEngine]:
    """A loaded engine, and no way to any model hub."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        path = tmp_path_factory.mktemp("pipeline")
        build(path)
        made = DiffusionEngine(entry(path))
        made.load()
        yield made


def test_the_last_words_of_a_long_prompt_reach_the_picture(engine: DiffusionEngine) -> None:
    """What stands beyond the encoder's window is drawn too; diffusers would cut it off."""
    first = engine.render([ask(1, prompt=f"{LONG}, at sunset")], quiet)[0]
    other = engine.render([ask(1, prompt=f"{LONG}, in a city at night")], quiet)[0]
    assert first.data != other.data


def test_the_last_words_of_a_long_negative_prompt_count(engine: DiffusionEngine) -> None:
    """The same of what is not wanted."""
    first = engine.render([ask(1, negative_prompt=f"{LONG}, at sunset")], quiet)[0]
    other = engine.render([ask(1, negative_prompt=f"{LONG}, at night")], quiet)[0]
    assert first.data != other.data


def test_a_short_prompt_draws_what_the_pipeline_itself_draws(engine: DiffusionEngine) -> None:
    """One window is no new way of reading: the pixels are those of a plain call."""
    import torch

    request = ask(5, width=64, height=80, prompt="a smiling man", negative_prompt="blurry")
    picture = engine.pipe(
        prompt=[request.prompt],
        negative_prompt=[request.negative_prompt],
        generator=[torch.Generator("cpu").manual_seed(5)],
        width=64,
        height=80,
        num_inference_steps=2,
        guidance_scale=3.0,
    ).images[0]
    drawn = levels(engine.render([request], quiet)[0].data)
    assert (drawn == np.asarray(picture, dtype=np.int16)).all()


def test_long_and_short_prompts_share_a_batch(engine: DiffusionEngine) -> None:
    """Each picture is as it is alone, in the order of the requests."""
    requests = [ask(1, prompt=LONG), ask(2), ask(3, prompt=LONG), ask(4, prompt="a man")]
    together = engine.render(requests, quiet)
    for request, shared in zip(requests, together, strict=True):
        single = engine.render([request], quiet)[0]
        assert np.abs(levels(single.data) - levels(shared.data)).max() <= ALIKE_LEVELS


def test_no_prompt_is_written_into_the_log(
    engine: DiffusionEngine, capfd: pytest.CaptureFixture[str]
) -> None:
    """A library that warns of a long text quotes it; ours is never given one."""
    engine.render([ask(1, prompt=f"{LONG}, Persephone")], quiet)
    written = capfd.readouterr()
    assert "ersephon" not in written.out + written.err


@pytest.mark.parametrize(
    "text",
    [
        "",
        ",",
        " , ,",
        LONG,
        "word " * 400,
        "x" * 3000,
        "\u00e9\U0001f600" * 300,
        LONG.replace(",", ""),
    ],
    ids=["empty", "comma", "commas", "phrases", "words", "one-word", "bytes", "no-commas"],
)
def test_every_window_can_be_read_whole(engine: DiffusionEngine, text: str) -> None:
    """Whatever somebody writes, no window exceeds the encoder's, and both texts have as many."""
    tokenizers = [engine.pipe.tokenizer, engine.pipe.tokenizer_2]
    windows = windows_of(text, "blurry", tokenizers)
    assert 1 <= len(windows.prompt) <= WINDOWS_MAX
    assert len(windows.negative) == len(windows.prompt)
    for window in windows.prompt:
        for tokenizer in tokenizers:
            assert len(tokenizer(window).input_ids) <= TOKENS_MAX


def test_no_word_is_lost_between_windows(engine: DiffusionEngine) -> None:
    """Windows hold the phrases of the text, whole and in order."""
    windows = windows_of(LONG, "", [engine.pipe.tokenizer, engine.pipe.tokenizer_2])
    assert len(windows.prompt) > 1
    assert ", ".join(windows.prompt) == LONG
