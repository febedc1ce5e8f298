"""Reads how the policy writes many phrases as one: alternatives, forms of a verb, sets of words.

`jump|leap off|from -|the roof` is eight phrases, `~stab` four forms of a verb, `{self}` the words
of a named set. It knows no word; what is written this way is data in `domain/policy`. Phrases are
not multiplied out here, only their places are told; what an entry may stand for has a bound.
"""

from collections.abc import Iterator
from math import prod

from domain.policy.sets import SETS

PHRASES_OF_ENTRY_MAX = 50_000
NOTHING = "-"
"""As an alternative: the word may be missing."""
_SHORTHAND = frozenset("|~{")
_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")

Alternatives = list[str]
"""What may stand in one place of a phrase, "" for nothing."""


def written(block: str) -> Iterator[list[Alternatives]]:
    """The places of every entry of a block; an entry without shorthand is one place.

    ValueError where an entry stands for more than PHRASES_OF_ENTRY_MAX phrases.
    """
    for entry in block.replace("\n", " ").split(","):
        if _SHORTHAND.isdisjoint(entry):
            yield [[entry]]
            continue
        places = [_alternatives(place) for place in entry.split()]
        phrases = prod(map(len, places))
        if phrases > PHRASES_OF_ENTRY_MAX:
            raise ValueError(
                f"The policy's entry {entry.strip()!r} stands for {phrases:,} phrases: write it"
                f" as several of at most {PHRASES_OF_ENTRY_MAX:,} each."
            )
        yield places


def _alternatives(place: str) -> Alternatives:
    listed: Alternatives = []
    for word in place.split("|"):
        if word.startswith("{"):
            listed += [each.strip() for each in SETS[word.strip("{}")].split(",")]
        elif word.startswith("~"):
            listed += _forms(word[1:])
        else:
            listed.append("" if word == NOTHING else word)
    return listed


def _forms(verb: str) -> list[str]:
    """A regular English verb as it stands in a sentence: stab, stabs, stabbing, stabbed."""
    stem = verb
    if verb.endswith("e"):
        stem = verb[:-1]
    elif _doubles(verb):
        stem = verb + verb[-1]
    plural = f"{verb[:-1]}ie" if _ends_in_y(verb) else verb
    plural += "es" if verb.endswith(_HISSING) else "s"
    past = f"{verb[:-1]}ied" if _ends_in_y(verb) else f"{stem}ed"
    return [verb, plural, f"{stem}ing", past]


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in _VOWELS


def _doubles(verb: str) -> bool:
    """Whether the last letter is doubled: one syllable that ends with one vowel and a consonant."""
    is_short = sum(letter in _VOWELS for letter in verb) == 1
    return is_short and verb[-2] in _VOWELS and verb[-1] not in f"{_VOWELS}wxy"
