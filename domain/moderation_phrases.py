"""Every phrase of the content policy, each with all that it means, for one look at a text.

A phrase may mean a category by itself, be a kind of word that means one near another, or be
harmless and take what it covers out of the judgement. This module holds what `domain/policy`
says in one index; where phrases stand is found in `moderation_reading`.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from domain.moderation_pieces import glued
from domain.moderation_words import entries
from domain.policy import acts, benign, contexts, minors, people, rules

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
    for category, block in (("minor", minors.MINOR_PHRASES), *acts.CATEGORY_PHRASES.items()):
        yield from _block(block, "terms", category)
        yield from (([word], "terms", category) for word in glued(block))
    yield from _block(minors.NEGATIVE_AGE_PHRASES, "avoided", "minor")
    yield from ((words, "names", "real_person") for words in _figures())
    yield from _block(people.LIKENESS_PHRASES, "names", "real_person")
    for kind, block in contexts.KINDS.items():
        for each in (kind, *_WIDER.get(kind, ())):
            yield from _block(block, "kinds", each)
    yield from _block(benign.BENIGN_PHRASES, "blanks", BENIGN)
    yield from _block(benign.INNOCENT_PHRASES, "blanks", INNOCENT)
    yield from _block(minors.NEGATIVE_BENIGN_PHRASES, "blanks", AVOIDED)


def _block(block: str, meaning: Meaning, value: str) -> Iterator[tuple[list[str], Meaning, str]]:
    return ((words, meaning, value) for words in entries(block))


def _figures() -> Iterator[list[str]]:
    """Names as written, family name first, and without spaces."""
    for words in entries(people.PUBLIC_FIGURES):
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
FIRSTS = frozenset(words[0] for words in _PHRASES if len(words) > 1)
SECONDS = frozenset(words[1] for words in _PHRASES if len(words) > 1)
"""Words that stand first and second in a longer one."""
