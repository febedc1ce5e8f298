"""Traits of 18 and 19 years and a prompt, read together, both ways."""

import pytest

from domain.characters.youth import is_youth_coded_with

SLIM = {"age": 18, "bodyType": "slim"}
SMALL = {"age": 19, "breastSize": "small"}


@pytest.mark.parametrize(
    ("traits", "prompt"),
    [
        (SLIM, "small bust"),
        (SLIM, "garden, SMALL breasts, smiling"),
        (SLIM, "tiny firm boobs"),
        (SLIM, "flat-chested"),
        (SLIM, "her bust is very small"),
        (SLIM, "ｓmall bust"),
        (SMALL, "slim"),
        (SMALL, "petite young woman in a garden"),
        (SMALL, "she is slender and tall"),
        (SMALL, "skinny body"),
        ({"age": 18}, "slim build, small bust"),
        ({"age": 18, "bodyType": "curvy"}, "slim figure, small breasts"),
    ],
)
def test_what_the_gate_of_characters_refuses_is_not_said_in_two_places(
    traits: dict[str, str | int], prompt: str
) -> None:
    """Synonyms, either order, disguised letters; from words alone as well."""
    assert is_youth_coded_with(traits, prompt)
    assert not is_youth_coded_with(traits | {"age": 20}, prompt)


@pytest.mark.parametrize(
    ("traits", "prompt"),
    [
        (SLIM, ""),
        (SLIM, "garden, smiling"),
        (SLIM, "large bust"),
        (SLIM, "slim"),
        (SLIM, "small chest of drawers"),
        (SLIM, "a small bust of a poet on the shelf"),
        (SLIM, "bust portrait, small room"),
        (SLIM, "small treasure chest"),
        (SLIM, "little black dress, bust shot"),
        (SMALL, "small bust"),
        (SMALL, "slim fit jeans"),
        (SMALL, "skinny jeans, thin blanket around her body"),
        (SMALL, "slim dress on a woman"),
        (SMALL, "skinny latte, petite cafe"),
        ({"age": 18}, "small breasts"),
        ({"age": 18}, "slim woman"),
    ],
)
def test_one_of_them_and_other_senses_pass(traits: dict[str, str | int], prompt: str) -> None:
    """An ordinary adult, clothes, furniture, sculptures and framings."""
    assert not is_youth_coded_with(traits, prompt)
