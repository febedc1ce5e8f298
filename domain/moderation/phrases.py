"""Every phrase of the content policy, each with all that it means, for one look at a text.

A phrase may mean a category by itself, be a kind of word that means one near another, or be
harmless and take what it covers out of the judgement. This module holds what `domain/policy`
says in one index; where phrases stand is found in `reading`.
"""

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain
from operator import or_

from domain.moderation.pieces import GROUPS, glued
from domain.moderation.rules import ASKED_FOR
from domain.moderation.spelling import sound
from domain.moderation.tree import Meaning, Meant, grown, phrase_of
from domain.moderation.words import Places, Words, entries, patterns
from domain.policy import (
    acts,
    asides,
    benign,
    contexts,
    crossings,
    eastern,
    figures,
    figures_more,
    minors,
    people,
    rules,
    variants,
    wordings,
)

NAME_CHARACTERS_MIN = 9
"""Of both words of a name that is also found by its sound."""
BENIGN = "benign"
INNOCENT = "innocent"
"""Benign as long as nothing in the text is bare."""
AVOIDED = "avoided"
"""Benign in what a picture shall not show."""


def _together() -> Iterator[tuple[str, str]]:
    """Pairs of a kind and the wider kind that it is one of."""
    for line in rules.KINDS_TOGETHER.strip().splitlines():
        wide, _, kinds = line.partition(": ")
        yield from ((kind, wide) for kind in kinds.split(", "))


_WIDER: dict[str, list[str]] = {}
for _kind, _wide in _together():
    _WIDER.setdefault(_kind, []).append(_wide)


def _meanings() -> Iterator[tuple[Places, Meant]]:
    """Every entry of the policy, as the places of its phrases, and what these mean."""
    yield from _block(minors.MINOR_WORDS, "terms", "minor")
    for category, block in (
        ("minor", minors.MINOR_PHRASES),
        *acts.CATEGORY_PHRASES.items(),
        *variants.CATEGORY_PHRASES.items(),
        *wordings.CATEGORY_PHRASES.items(),
        *crossings.CATEGORY_PHRASES.items(),
        *asides.CATEGORY_PHRASES.items(),
    ):
        yield from _block(block, "terms", category)
        yield from (_phrases([(word,)], "terms", category) for word in glued(block))
    for category, block in eastern.CATEGORY_PHRASES.items():
        yield from _block(block, "terms", category)  # nobody glues their words together
    yield from _block(minors.NEGATIVE_AGE_PHRASES, "avoided", "minor")
    yield from (_phrases([words], "names", "real_person") for words in _figures(NAMED_FIGURES))
    yield from _block(people.LIKENESS_PHRASES, "names", "real_person")
    for kind, block in contexts.KINDS.items():
        yield from _block(block, "kinds", *ASKED_FOR.intersection((kind, *_WIDER.get(kind, ()))))
    yield from _block(benign.BENIGN_PHRASES, "blanks", BENIGN)
    yield from _block(wordings.BENIGN_PHRASES, "blanks", BENIGN)
    yield from _block(crossings.BENIGN_PHRASES, "blanks", BENIGN)
    yield from _block(benign.INNOCENT_PHRASES, "blanks", INNOCENT)
    yield from _block(crossings.INNOCENT_PHRASES, "blanks", INNOCENT)
    yield from _block(minors.NEGATIVE_BENIGN_PHRASES, "blanks", AVOIDED)


def _block(block: str, meaning: Meaning, *values: str) -> Iterator[tuple[Places, Meant]]:
    meant = frozenset((meaning, value) for value in values)
    return ((places, meant) for places in patterns(block))


def _phrases(listed: Iterable[Words], meaning: Meaning, value: str) -> tuple[Places, Meant]:
    return (tuple(listed),), frozenset(((meaning, value),))


_FAMOUS = entries(people.PUBLIC_FIGURES)
NAMED_FIGURES = [*_FAMOUS, *entries(f"{figures_more.FIGURES_MORE},{figures.FIGURES_SPACED}")]


def _figures(names: Iterable[Words]) -> Iterator[Words]:
    """Names as written, family name first, and without spaces."""
    for words in names:
        yield words
        yield (*words[1:], words[0])
        yield ("".join(words),)


def _group(word: str) -> int:
    return 1 << sum(word.encode()) % GROUPS


ROOT = grown(_meanings())
"""The node that every phrase of the policy begins from."""
WHOLE = {word: node.phrase for word, node in ROOT.items() if node.phrase is not None}
"""Phrases of one word."""
_SECOND_GROUPS = {word: _group(word) for word in chain.from_iterable(ROOT.values())}


def second_group(word: str) -> int:
    """A bit for the group of a word that stands second in longer phrases, none for any other."""
    return _SECOND_GROUPS.get(word, 0)


def groups_after(word: str) -> int:
    """The groups of the words that stand second in phrases where this one stands first."""
    return reduce(or_, map(second_group, ROOT.get(word, ())), 0)


NAMES_BY_SOUND = {
    (sound(first), sound(second))
    for first, second in (words for words in _figures(_FAMOUS) if len(words) == 2)
    if first.isascii() and second.isascii()
    if len(first) > 2 and len(second) > 3 and len(first + second) >= NAME_CHARACTERS_MIN
}
"""Names of two words by how they sound."""
_SOUND_GROUPS: dict[str, int] = {}
"""By how first words of names sound, the groups of how second words do."""
for _first, _second in NAMES_BY_SOUND:
    _SOUND_GROUPS[_first] = _SOUND_GROUPS.get(_first, 0) | _group(_second)
_SECOND_SOUNDS = frozenset(second for _, second in NAMES_BY_SOUND)
NAME_ALIKE = phrase_of(frozenset((("kinds", "name_alike"),)))


def name_groups(word: str) -> tuple[int, int]:
    """The groups of sounds that make a name after this word, and the one that it is itself of."""
    heard = sound(word) if word.isalpha() and word.isascii() else ""
    return _SOUND_GROUPS.get(heard, 0), _group(heard) if heard in _SECOND_SOUNDS else 0
