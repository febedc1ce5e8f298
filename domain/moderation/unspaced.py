"""Terms of scripts that put no spaces between words, for the prompt gate.

They are looked for wherever they stand. A term is searched only where every character of it is in
the text, which most texts rule out at a glance.
"""

from collections import Counter
from itertools import chain

from domain.moderation.letters import beyond_ascii
from domain.moderation.words import entries
from domain.policy import CATEGORIES, figures, minors, rules
from domain.policy import unspaced as policy


def _joined(block: str) -> tuple[str, ...]:
    return tuple("".join(words) for words in entries(block))


_LISTED = [
    (term, beyond_ascii(term), meaning)
    for meaning, block in (
        ("minor", minors.MINOR_UNSPACED),
        ("real_person", figures.FIGURES_UNSPACED),
        *policy.CATEGORY_UNSPACED.items(),
        *policy.UNSPACED_KINDS.items(),
    )
    for term in _joined(block)
]
_OFTEN = Counter(chain.from_iterable(used for _, used, _ in _LISTED))
_TERMS: dict[str, list[tuple[str, set[str], str]]] = {}
"""Terms and kinds, their characters beyond ASCII and what they mean, by their rarest character."""
for _each in _LISTED:
    _rarest = min(_each[1], key=lambda character: (_OFTEN[character], character))
    _TERMS.setdefault(_rarest, []).append(_each)
CHARACTERS = frozenset(
    character for terms in _TERMS.values() for _, used, _ in terms for character in used
)
"""All beyond ASCII that terms are written with."""
_AVOIDED = _joined(minors.NEGATIVE_AGE_UNSPACED)
_BENIGN = tuple((term, beyond_ascii(term)) for term in _joined(policy.BENIGN_UNSPACED))
_CATEGORIES = frozenset(CATEGORIES)
_RULES = tuple(
    (category, frozenset(kinds.split(" + ")))
    for category, kinds in (line.split(" = ") for line in rules.UNSPACED_RULES.split("\n") if line)
)


def unspaced_categories(joined: str) -> set[str]:
    """What terms mean, alone or together, wherever they stand in a text without its spaces."""
    characters = beyond_ascii(joined)
    present = _TERMS.keys() & characters
    for benign, used in _BENIGN if present else ():
        if used <= characters:
            joined = joined.replace(benign, " ")
    terms = (each for first in present for each in _TERMS[first])
    met = {meaning for term, used, meaning in terms if used <= characters and term in joined}
    return met & _CATEGORIES | {found for found, both in _RULES if both <= met}


def avoids_unspaced(text: str) -> bool:
    """Whether a folded text that says what a picture shall not show names adults."""
    return not text.isascii() and any(term in text for term in _AVOIDED)
