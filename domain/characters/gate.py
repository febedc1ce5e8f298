"""The gate before a character exists: which traits and which name a person may be given.

Traits are a closed list and the age is a whole number of years from 18 to 80, so the structure
itself refuses most of what must never be drawn. It looks at no picture and at no account.
"""

from collections.abc import Mapping

from domain.characters.traits import AGE_YEARS_MAX, AGE_YEARS_MIN, TRAITS
from domain.errors import ValidationFailed
from domain.moderation.classifying import Verdict
from domain.moderation.gate import categories_asked_for, verdict_of

NAME_CHARACTERS_MAX = 64
YOUTH_CODED_AGE_YEARS_MAX = 19
YOUTH_CODED_TRAITS = {"bodyType": "slim", "breastSize": "small"}
"""All of these, stated together for an adult of at most YOUTH_CODED_AGE_YEARS_MAX years, ask for
a childlike body and are refused. Any one of them alone, or the same from 20 years on, is an
ordinary adult.
"""
ECHOED_CHARACTERS_MAX = 64
AGES_ALLOWED = f"{AGE_YEARS_MIN}..{AGE_YEARS_MAX}"

_NAMES = {name.casefold(): name for name in ("age", *TRAITS)}
_VALUES = {name: {value.casefold(): value for value in values} for name, values in TRAITS.items()}


class TraitRefused(ValidationFailed):
    """A trait or its value is not supported."""

    def __init__(self, *, param: str, allowed: list[str] | None, message: str) -> None:
        super().__init__(message, param=param, allowed=allowed)
        self.param = param
        self.allowed = allowed
        self.message = message


def check_character(*, name: str | None, traits: Mapping[str, str | int]) -> Verdict:
    """Judge a name and canonical traits: public figures, minor-coded names and bodies."""
    found: set[str] = set()
    if name is not None:
        found |= categories_asked_for(name, characters_max=NAME_CHARACTERS_MAX)
    if _is_youth_coded(traits):
        found.add("minor")
    return verdict_of(found)


def _is_youth_coded(traits: Mapping[str, str | int]) -> bool:
    age = traits.get("age")
    assert isinstance(age, int), "traits are canonical here"
    return age <= YOUTH_CODED_AGE_YEARS_MAX and traits.items() >= YOUTH_CODED_TRAITS.items()


def canonical_traits(raw: Mapping[str, object]) -> dict[str, str | int]:
    """The traits with canonical names and values, in the order of the trait list, age first.

    Names and values are matched without case. Raises TraitRefused for an unknown or repeated
    name, an unknown value, and an age that is missing, not an integer (true is none), or outside
    18 to 80.
    """
    given: dict[str, object] = {}
    for written, value in raw.items():
        name = _NAMES.get(written.casefold())
        if name is None:
            raise _refused(written, list(_NAMES.values()), "is not a trait")
        if name in given:
            raise _refused(name, None, "is given twice")
        given[name] = value
    traits: dict[str, str | int] = {"age": _age(given.get("age"))}
    return traits | {name: _value(name, given[name]) for name in TRAITS if name in given}


def _age(value: object) -> int:
    if value is None:
        raise _refused("age", [AGES_ALLOWED], "is required")
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refused("age", [AGES_ALLOWED], "is a whole number of years")
    if not AGE_YEARS_MIN <= value <= AGE_YEARS_MAX:
        raise _refused("age", [AGES_ALLOWED], f"is from {AGE_YEARS_MIN} to {AGE_YEARS_MAX} years")
    return value


def _value(name: str, value: object) -> str:
    canonical = _VALUES[name].get(value.casefold()) if isinstance(value, str) else None
    if canonical is None:
        raise _refused(name, list(TRAITS[name]), "has a value that is not supported")
    return canonical


def _refused(name: str, allowed: list[str] | None, why: str) -> TraitRefused:
    param = f"traits.{name[:ECHOED_CHARACTERS_MAX]}"
    return TraitRefused(param=param, allowed=allowed, message=f"{param} {why}.")
