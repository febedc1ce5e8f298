"""The character gate: traits in closed lists, an adult age, and no borrowed or childlike names."""

from __future__ import annotations

import pytest

from domain.characters.gate import TraitRefused, canonical_traits, check_character


def refused(raw: dict[str, object]) -> TraitRefused:
    """The refusal of traits that must be refused."""
    with pytest.raises(TraitRefused) as caught:
        canonical_traits(raw)
    return caught.value


def test_names_and_values_are_matched_without_case() -> None:
    """Traits come back under canonical names and values, age first."""
    raw = {"HAIRCOLOR": "Brown", "Gender": "FEMALE", "Age": 26, "ethnicity": "middle eastern"}
    assert list(canonical_traits(raw).items()) == [
        ("age", 26),
        ("gender", "female"),
        ("ethnicity", "Middle Eastern"),
        ("hairColor", "brown"),
    ]


@pytest.mark.parametrize("age", [None, True, "26", 26.0, 17, 81, -1, 0, [26]])
def test_other_ages_are_refused(age: object) -> None:
    """An age that is missing, no integer or outside 18 to 80 is refused with the range."""
    refusal = refused({"age": age})
    assert (refusal.param, refusal.allowed) == ("traits.age", ["18..80"])


@pytest.mark.parametrize("age", [18, 80])
def test_the_ends_of_the_range_are_allowed(age: int) -> None:
    """Eighteen and eighty are ages a character may have."""
    assert canonical_traits({"age": age}) == {"age": age}


def test_age_is_required() -> None:
    """Traits without an age are refused."""
    assert refused({"gender": "female"}).message == "traits.age is required."


def test_unknown_traits_are_refused_with_the_known_ones() -> None:
    """A trait that does not exist is refused, naming those that do."""
    refusal = refused({"age": 26, "shoeSize": 38})
    assert refusal.param == "traits.shoeSize"
    assert refusal.allowed is not None
    assert refusal.allowed[:2] == ["age", "gender"]


def test_a_long_unknown_name_is_not_echoed_in_full() -> None:
    """A refusal repeats at most 64 characters of what was sent."""
    assert refused({"age": 26, "x" * 5000: 1}).param == "traits." + "x" * 64


@pytest.mark.parametrize("value", ["teal", 5, None, True, ["blue"]])
def test_unknown_values_are_refused_with_the_known_ones(value: object) -> None:
    """A value outside a trait's list is refused, naming the list."""
    refusal = refused({"age": 26, "bodyType": value})
    assert refusal.param == "traits.bodyType"
    assert refusal.allowed == ["slim", "athletic", "average", "curvy", "muscular", "plus-size"]


def test_a_trait_given_twice_is_refused() -> None:
    """Two spellings of one trait contradict each other."""
    assert refused({"age": 26, "Age": 27}).message == "traits.age is given twice."


def test_a_refusal_has_the_code_of_its_kind() -> None:
    """A refused trait answers as validation_failed, with what is allowed."""
    refusal = refused({"age": 12})
    assert refusal.code == "validation_failed"
    assert refusal.details == {"param": "traits.age", "allowed": ["18..80"]}


@pytest.mark.parametrize(
    ("name", "category"),
    [
        (None, None),
        ("Mia", None),
        ("Nina Kidman", None),
        ("Emma", None),
        ("Élodie Durand", None),
        ("Emma Watson", "real_person"),
        ("3mma W@tson", "real_person"),
        ("Таylor Swift", "real_person"),
        ("Schoolgirl Mia", "minor"),
        ("L0li", "minor"),
        ("Mia, 16 yo", "minor"),
        ("x" * 65, "unreadable"),
    ],
)
def test_a_name_is_no_public_figures_and_no_childs(name: str | None, category: str | None) -> None:
    """A name may be anybody's but a public figure's or a child's."""
    assert check_character(name=name, traits={"age": 26}).category == category


def test_a_childlike_combination_is_refused() -> None:
    """The youngest age, a slim build and a small bust together are refused."""
    traits: dict[str, str | int] = {"age": 19, "bodyType": "slim", "breastSize": "small"}
    verdict = check_character(name="Mia", traits=traits)
    assert (verdict.allowed, verdict.category) == (False, "minor")


@pytest.mark.parametrize(
    "traits",
    [
        {"age": 20, "bodyType": "slim", "breastSize": "small"},
        {"age": 18, "bodyType": "slim"},
        {"age": 18, "breastSize": "small"},
        {"age": 18, "bodyType": "athletic", "breastSize": "small"},
        {"age": 18},
    ],
)
def test_ordinary_adults_pass(traits: dict[str, str | int]) -> None:
    """One trait alone, or an older adult, is nobody's concern."""
    assert check_character(name=None, traits=traits).allowed
