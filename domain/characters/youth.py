"""Whether traits and a prompt together ask for what the character gate refuses of traits alone.

A character of 18 or 19 years may be slim, or have a small bust; both together are a childlike body.
So what a prompt adds to the traits counts as if it were a trait. English only, and by the words
alone: a word that means a thing, or clothes, counts as no body, as far as its neighbours tell.
"""

import re
from collections.abc import Mapping, Sequence

from domain.characters.gate import YOUTH_CODED_AGE_YEARS_MAX, YOUTH_CODED_TRAITS
from domain.moderation.letters import fold


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SLIM = _set("slim slender skinny petite thin")
_BODIES = _set(
    "body build figure frame physique silhouette torso waist woman girl lady female model person"
    " blonde brunette redhead beauty man guy male"
)
_SMALL = _set("small tiny little petite flat")
_BREASTS = _set("breast breasts boob boobs tits titties")
_CHESTS = _set("bust chest bosom")
"""Which are furniture, sculptures and framings, too."""
_CHESTED = _set("breasted chested busted bosomed")

_SAID = _set("is are has very so really extremely rather quite her his and with a size")
_BETWEEN = _set("firm perky round natural cute soft bare naked nude")
_ELSEWHERE = _set("of on in with over under around for near behind and")
_END = ","
_WORDS = re.compile(r"[a-z]+|[,;.!?()\[\]|\n]")
_REACH = 3


def is_youth_coded_with(traits: Mapping[str, str | int], text: str) -> bool:
    """For canonical traits; what cannot be read is refused elsewhere."""
    age = traits.get("age")
    if not isinstance(age, int) or age > YOUTH_CODED_AGE_YEARS_MAX:
        return False
    folded = fold(text, characters_max=len(text))
    if folded is None:
        return False
    found = _WORDS.findall(folded.text)
    words = [_END, *(word if word.isalpha() else _END for word in found), _END, _END, _END]
    places = range(1, len(words) - _REACH)
    told = {
        "bodyType": any(_is_slim(words, i) for i in places),
        "breastSize": any(_is_small_bust(words, i) for i in places),
    }
    return all(
        told[name] or traits.get(name) == value for name, value in YOUTH_CODED_TRAITS.items()
    )


def _is_slim(words: Sequence[str], i: int) -> bool:
    """A body, or nobody else: "slim build", "petite young woman", ", slim,", "she is slim and"."""
    if words[i] not in _SLIM:
        return False
    if words[i + 1] in (_END, "and"):
        return words[i - 1] == _END or words[i - 1] in _SAID | _BODIES | _SLIM
    for word in words[i + 1 : i + 1 + _REACH]:
        if word in _BODIES:
            return True
        if word == _END or word in _ELSEWHERE:
            break
    return False


def _is_small_bust(words: Sequence[str], i: int) -> bool:
    """Said before the word or behind it: "small firm breasts", "bust is small", "flat chested"."""
    if words[i] in _SMALL:
        after = i + 1 + (words[i + 1] in _BETWEEN)
        if words[after] in _BREASTS | _CHESTED:
            return True
        return words[after] in _CHESTS and words[after + 1] in (_END, "and")
    if words[i] in _BREASTS | _CHESTS:
        after = i + 1
        while words[after] in _SAID:
            after += 1
        return after > i + 1 and words[after] in _SMALL and words[after + 1] in (_END, "and")
    return False
