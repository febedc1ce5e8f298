"""Every phrase of the content policy, each with all that it means, for one look at a text.

A phrase may mean a category by itself, be a kind of word that means one near another, or be
harmless and take what it covers out of the judgement. This module holds what `domain/policy`
says in one index; where phrases stand is found in `reading`.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.moderation.pieces import GROUPS, glued
from domain.moderation.spelling import sound
from domain.moderation.words import entries
from domain.policy import acts, benign, contexts, figures, minors, people, rules, variants, wordings

NAME_CHARACTERS_MIN = 9
"""Of both words of a name that is also found by its sound."""
Meaning = Literal["terms", "avoided", "names", "kinds", "blanks"]


class Phrase(msgspec.Struct, frozen=True):
    """What a phrase means.

    `terms`: categories, whichever clauses it stands in; `avoided`: the same in what a picture
    shall not show; `names`: categories within a clause, "Emma, stone wall" is nobody; `kinds`: of
    words that matter near others; `blanks`: where it is harmless, BENIGN, INNOCENT or AVOIDED.
    """

    terms: tuple[str, ...] = ()
    avoided: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()


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


def _meanings() -> Iterator[tuple[list[str], Meaning, str]]:
    yield from _block(minors.MINOR_WORDS, "terms", "minor")
    for category, block in (
        ("minor", minors.MINOR_PHRASES),
        *acts.CATEGORY_PHRASES.items(),
        *variants.CATEGORY_PHRASES.items(),
        *wordings.CATEGORY_PHRASES.items(),
    ):
        yield from _block(block, "terms", category)
        yield from (([word], "terms", category) for word in glued(block))
    yield from _block(minors.NEGATIVE_AGE_PHRASES, "avoided", "minor")
    yield from ((words, "names", "real_person") for words in _figures())
    yield from _block(people.LIKENESS_PHRASES, "names", "real_person")
    for kind, block in contexts.KINDS.items():
        for each in (kind, *_WIDER.get(kind, ())):
            yield from _block(block, "kinds", each)
    yield from _block(benign.BENIGN_PHRASES, "blanks", BENIGN)
    yield from _block(wordings.BENIGN_PHRASES, "blanks", BENIGN)
    yield from _block(benign.INNOCENT_PHRASES, "blanks", INNOCENT)
    yield from _block(minors.NEGATIVE_BENIGN_PHRASES, "blanks", AVOIDED)


def _block(block: str, meaning: Meaning, value: str) -> Iterator[tuple[list[str], Meaning, str]]:
    return ((words, meaning, value) for words in entries(block))


def _figures() -> Iterator[list[str]]:
    """Names as written, family name first, and without spaces."""
    for words in entries(f"{people.PUBLIC_FIGURES},{figures.FIGURES_SPACED}"):
        yield words
        yield [*words[1:], words[0]]
        yield ["".join(words)]


def _index() -> dict[tuple[str, ...], Phrase]:
    """By the words of each phrase."""
    told: dict[tuple[str, ...], dict[str, dict[str, None]]] = {}
    for words, meaning, value in _meanings():
        told.setdefault(tuple(words), {}).setdefault(meaning, {})[value] = None
    return {
        words: Phrase(**{meaning: tuple(values) for meaning, values in meant.items()})
        for words, meant in told.items()
    }


_PHRASES = _index()
WHOLE: dict[str, Phrase] = {words[0]: p for words, p in _PHRASES.items() if len(words) == 1}
"""Phrases of one word."""
LONGER: dict[str, dict[int, dict[tuple[str, ...], Phrase]]] = {}
"""Longer ones by their first two words as one, then by how many words they are: one look each
tells whether there is any."""
for _words, _phrase in _PHRASES.items():
    if len(_words) > 1:
        _lengths = LONGER.setdefault(_words[0] + _words[1], {})
        _lengths.setdefault(len(_words), {})[_words] = _phrase
_SECONDS = frozenset(words[1] for words in _PHRASES if len(words) > 1)


def second_group(word: str) -> int:
    """A bit for the group of a word that stands second in longer phrases, none for any other."""
    return 1 << sum(word.encode()) % GROUPS if word in _SECONDS else 0


NAMES_BY_SOUND = {
    (sound(first), sound(second))
    for first, second in (words for words in _figures() if len(words) == 2)
    if first.isascii() and second.isascii()
    if len(first) > 2 and len(second) > 3 and len(first + second) >= NAME_CHARACTERS_MIN
}
"""Names of two words by how they sound."""
_FIRST_SOUNDS = {first for first, _ in NAMES_BY_SOUND}
_SECOND_SOUNDS = {second for _, second in NAMES_BY_SOUND}
NAME_ALIKE = Phrase(kinds=("name_alike",))


def sounds_like_name(word: str) -> tuple[bool, bool]:
    """Whether a word sounds like the first and like the second word of a name."""
    heard = sound(word) if word.isalpha() and word.isascii() else ""
    return heard in _FIRST_SOUNDS, heard in _SECOND_SOUNDS


FIRSTS: dict[str, int] = {}
"""Words that stand first in longer phrases, with the groups of the words that stand second."""
for _words in _PHRASES:
    if len(_words) > 1:
        FIRSTS[_words[0]] = FIRSTS.get(_words[0], 0) | second_group(_words[1])
