"""Reads how the policy writes many phrases as one: alternatives, forms of a verb, sets of words.

`jump|leap off|from -|the roof` is eight phrases, `~stab` four forms of a verb, `{self}` the words
of a named set. It knows no word; what is written this way is data in `domain/policy`.
"""

from collections.abc import Iterator
from itertools import product

from domain.policy.sets import SETS

NOTHING = "-"
"""As an alternative: the word may be missing."""
_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")


def spelt_out(block: str) -> str:
    """A block with every entry as its phrases, separated by commas."""
    entries = block.replace("\n", " ").split(",")
    return ",".join(phrase for entry in entries for phrase in _phrases(entry))


def _phrases(entry: str) -> Iterator[str]:
    if not {"|", "~", "{"}.intersection(entry):
        yield entry
        return
    for words in product(*map(_alternatives, entry.split())):
        yield " ".join(word for word in words if word != NOTHING)


def _alternatives(slot: str) -> list[str]:
    """What may stand in one place of a phrase."""
    listed = []
    for word in slot.split("|"):
        if word.startswith("{"):
            listed += [each.strip() for each in SETS[word.strip("{}")].split(",")]
        elif word.startswith("~"):
            listed += _forms(word[1:])
        else:
            listed.append(word)
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
