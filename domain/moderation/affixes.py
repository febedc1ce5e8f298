"""Words of the policy inside longer ones, in scripts that write small words and endings onto them.

Arabic writes "and", "the", "for" before a word and "her", "his" behind it, Hindi the plural behind
it. A word that is none of the policy is looked for without these; what stands before it is taken
first.
"""

from collections.abc import Collection, Iterator
from itertools import product

from domain.policy import eastern as policy

STEM_CHARACTERS_MIN = 3
"""Of what is left; shorter words are beginnings of too many others."""


def _pairs(fronts: tuple[str, ...], backs: tuple[str, ...]) -> list[tuple[str, str]]:
    """What may be taken from both ends of a word, what stands behind it last."""
    return sorted(product(fronts, backs), key=lambda pair: (len(pair[1]), len(pair[0])))[1:]


_ARABIC = _pairs(policy.ARABIC_FRONTS, policy.ARABIC_BACKS)
_HINDI = _pairs(("",), policy.HINDI_BACKS)


def stem(word: str, words: Collection[str]) -> str | None:
    """The one of `words` that a folded word in Arabic or Hindi letters holds, if any."""
    first = word[0]
    if "\u0620" <= first <= "\u064a":
        return next(_stems(word, words, _ARABIC), None)
    if "\u0900" <= first <= "\u0963":
        return next(_stems(word, words, _HINDI), None)
    return None


def _stems(word: str, words: Collection[str], pairs: list[tuple[str, str]]) -> Iterator[str]:
    for front, back in pairs:
        end = len(word) - len(back)
        if end - len(front) < STEM_CHARACTERS_MIN:
            continue
        if word.startswith(front) and word.endswith(back):
            rest = word[len(front) : end]
            if rest in words:
                yield rest
            elif back in policy.ARABIC_OWNERS and rest.endswith("ت") and f"{rest[:-1]}ه" in words:
                yield f"{rest[:-1]}ه"
