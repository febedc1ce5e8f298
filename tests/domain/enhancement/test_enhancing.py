"""Enhancement: what each layer adds, what it respects, and that it is always the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.characters.traits import TRAITS
from domain.enhancement.enhancing import (
    Enhancement,
    EnhancementRequest,
    enhance,
    label_words,
)
from domain.enhancement.lexicon import KINDS, LEXICON, lexicon_table
from domain.moderation.gate import ENHANCED_CHARACTERS_MAX
from domain.moderation.words import singles
from domain.policy import contexts

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "enhancement.md"
MIA: dict[str, str | int] = {
    "age": 26,
    "ethnicity": "Hispanic",
    "hairLength": "long",
    "hairColor": "brown",
}
TRAIT_VALUES = st.fixed_dictionaries(
    {"age": st.integers(18, 80)},
    optional={name: st.sampled_from(values) for name, values in TRAITS.items()},
)


def enhanced(**changes: Any) -> Enhancement:
    """The enhancement of an ordinary request with the given fields changed."""
    fields: dict[str, Any] = {
        "traits": MIA,
        "prompt": "portrait",
        "negative_prompt": "",
        "raw_prompt": False,
        "quality_prefix": "RAW photo, DSLR",
        "model_negative_prompt": "lowres",
        "style": "realistic",
    }
    return enhance(EnhancementRequest(**(fields | changes)))


def labels(prompt: str) -> list[str]:
    """The labels found in a prompt."""
    return [
        label
        for layer in enhanced(prompt=prompt).layers
        if layer.name == "pose"
        for label in layer.labels
    ]


def texts(enhancement: Enhancement) -> dict[str, str]:
    return {layer.name: layer.text for layer in enhancement.layers}


def test_the_prompt_of_an_ordinary_request() -> None:
    """Quality, identity, age guard, pose phrases and the user's words, in this order."""
    result = enhanced(prompt="on her knees, pov, bedroom")
    assert result.prompt == (
        "RAW photo, DSLR, 26 year old Hispanic woman, long brown hair, adult, age 26, "
        "point-of-view shot, seen through the viewer's eyes, kneeling pose, upright back, "
        "in a bedroom, made bed and soft furnishings, on her knees, pov, bedroom"
    )
    assert result.version == "enhancement-2"


def test_layers_are_listed_in_order() -> None:
    """Every layer is listed by name, the safety layer last."""
    result = enhanced(prompt="beach", negative_prompt="blurry")
    names = [layer.name for layer in result.layers]
    assert names == ["quality", "identity", "pose", "words", "negative", "safety"]
    assert texts(result)["negative"] == "blurry, lowres"


def test_the_example_of_the_api() -> None:
    """A posture, a viewpoint and a place are recognised in the documented example."""
    assert labels("on her knees, pov, bedroom") == ["pov", "kneeling", "bedroom"]


def test_the_longest_label_wins() -> None:
    """Words that belong to a longer label do not count for a shorter one."""
    assert labels("mirror selfie in a red dress, hotel room") == [
        "mirror selfie",
        "hotel room",
        "red dress",
    ]


def test_each_label_counts_once() -> None:
    """A label written twice, or in two ways, is one label."""
    assert labels("kneeling, on her knees, Kneeling") == ["kneeling"]


def test_negated_labels_are_left_out() -> None:
    """What a clause negates is not added; the next clause is not concerned."""
    assert labels("no hat") == []
    assert labels("without her glasses, hat") == ["hat"]
    assert labels("no hat or glasses, scarf") == ["scarf"]
    assert labels("she isn't smiling, beach") == ["beach"]
    assert labels("w/o boots") == []
    assert labels("nothing but a hat") == ["hat"]


def test_words_inside_other_phrases_are_no_labels() -> None:
    """A label's word in an unrelated phrase adds nothing."""
    assert labels("depth of field, wine glasses, suit of armor") == []
    assert labels("hatch, barbecue, carpet") == []


@pytest.mark.parametrize(
    ("prompt", "found"),
    [
        ("bar", ["bar"]),
        ("at the hotel bar, jazz", ["bar"]),
        ("eating a chocolate bar", ["eating"]),
        ("a bar of gold", []),
        ("park the car", []),
        ("the car, at night", ["car", "night"]),
        ("inside a vintage car", ["car"]),
        ("tie her hair back", []),
        ("wearing a silk tie", ["tie", "silk"]),
        ("dress up for the party", []),
        ("she wears a grey wool coat", ["coat"]),
        ("a coat of paint", []),
        ("spring roll on a plate", []),
        ("a walk in spring", ["spring"]),
        ("hand at her temple", []),
    ],
)
def test_words_of_several_meanings_need_words_that_tell(prompt: str, found: list[str]) -> None:
    """A place counts after a word of place, clothing after a word of wearing, both alone."""
    assert sorted(labels(prompt)) == sorted(found)


def test_phrases_add_nothing_sexual() -> None:
    """No phrase holds a word that the policy calls sexual or bare."""
    bare = singles(contexts.KINDS["sexual"]) | singles(contexts.KINDS["nude"])
    phrases = [set(label_words(entry.phrase)) for entry in LEXICON]
    assert [phrase for phrase in phrases if not phrase.isdisjoint(bare)] == []


def test_raw_prompts_keep_only_words_negative_and_safety() -> None:
    """A raw prompt is passed on as written, behind the age guard."""
    result = enhanced(prompt="on her knees,  pov", raw_prompt=True)
    assert [layer.name for layer in result.layers] == ["words", "negative", "safety"]
    assert result.prompt == "adult, age 26, on her knees,  pov"
    assert result.negative_prompt.startswith("child, teen, underage, ")


def test_the_safety_layer_lists_what_it_keeps_out() -> None:
    """The safety layer's labels are the first words of the negative prompt."""
    result = enhanced(negative_prompt="blurry")
    safety = result.layers[-1]
    assert safety.text == "adult, age 26"
    assert safety.labels[:3] == ["child", "teen", "underage"]
    assert result.negative_prompt == ", ".join([*safety.labels, "blurry", "lowres"])


def test_anime_keeps_out_more() -> None:
    """Drawn styles add their own words to the safety negatives."""
    assert "chibi" in enhanced(style="anime").layers[-1].labels
    assert "chibi" not in enhanced(style="realistic").layers[-1].labels


def test_every_trait_is_worded() -> None:
    """A full set of traits is written the way a caption would be."""
    traits: dict[str, str | int] = {
        "age": 40,
        "gender": "non-binary",
        "ethnicity": "Mixed",
        "hairLength": "medium",
        "hairColor": "auburn",
        "hairStyle": "bun",
        "eyeColor": "green",
        "skinTone": "medium",
        "bodyType": "plus-size",
    }
    assert texts(enhanced(traits=traits))["identity"] == (
        "40 year old mixed-race person, shoulder-length auburn hair in a bun, green eyes, "
        "medium-toned skin, plus-size figure"
    )


def test_only_an_age_is_needed() -> None:
    """A character with nothing but an age has a noun."""
    assert texts(enhanced(traits={"age": 18}))["identity"] == "18 year old woman"
    assert texts(enhanced(traits={"age": 80, "gender": "male"}))["identity"] == "80 year old man"


@given(traits=TRAIT_VALUES, prompt=st.text(max_size=200), raw=st.booleans())
def test_the_same_request_gives_the_same_text(
    traits: dict[str, str | int], prompt: str, raw: bool
) -> None:
    """Enhancement is a function: equal requests, equal answers, and always the age guard."""
    first = enhanced(traits=dict(traits), prompt=prompt, raw_prompt=raw)
    second = enhanced(traits=dict(reversed(traits.items())), prompt=prompt, raw_prompt=raw)
    assert first == second
    assert f"adult, age {traits['age']}" in first.prompt
    assert first.layers[-1].name == "safety"


def test_a_full_prompt_of_labels_stays_below_the_gate() -> None:
    """However many labels a prompt holds, what is added fits the cap of the prompt gate."""
    prompt = ", ".join(entry.label for entry in LEXICON)
    result = enhanced(prompt=(prompt + ", " + prompt)[:4000])
    assert len(labels(prompt)) == 24
    assert len(result.prompt) < ENHANCED_CHARACTERS_MAX


def test_the_lexicon_is_complete() -> None:
    """Every kind has labels, every label a phrase, and no label is written twice."""
    assert {entry.kind for entry in LEXICON} == set(KINDS)
    assert all(entry.label and entry.phrase for entry in LEXICON)
    ways = [" ".join(label_words(way)) for e in LEXICON for way in (e.label, *e.aliases)]
    assert sorted(ways) == sorted(set(ways))
    assert len(LEXICON) >= 250


def test_every_label_and_alias_is_matched() -> None:
    """A prompt that is a label, or another way to write it, yields that label."""
    ways = [(way, entry.label) for entry in LEXICON for way in (entry.label, *entry.aliases)]
    assert [(way, label) for way, label in ways if labels(way) != [label]] == []


def test_the_page_shows_the_lexicon() -> None:
    """The reference page holds the table of the labels as they are."""
    assert lexicon_table() in PAGE.read_text(encoding="utf-8")
