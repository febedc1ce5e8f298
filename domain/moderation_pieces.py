"""Words of the policy whose parts stand apart: "c h i l d", "ch il d", "traf ficking".

Ordinary texts hold hardly a word that begins like one of the policy and goes on like it in the
next: only from there on anything is put together, no further than a policy's word is long.
"""

from collections.abc import Iterator
from itertools import compress
from operator import add

from domain.moderation_words import (
    CHUNKS_REMEMBERED_MAX,
    CLAUSE_END,
    FIGURES,
    HARD,
    INNOCENT,
    LEET,
    LONG,
    WORD_CHARACTERS_MAX,
    entries,
)
from domain.policy import acts, minors, people

SPELT_CHARACTERS_MIN = 3
SPELT_START_CHARACTERS = 6
"""By so many first letters spelt words are looked up."""
GLUED_CHARACTERS_MIN = 8
NAME_CHARACTERS_MIN = 7
INSIDE_CHARACTERS = 3
"""By so many first letters a later part of a word is told."""
JOINED_CHARACTERS_MIN = 5
"""Shorter words turn up at the seams of ordinary ones."""


def glued(block: str) -> set[str]:
    """The phrases of a block written without their spaces, where that is no ordinary word."""
    phrases = ("".join(words) for words in entries(block) if 1 < len(words) < 4)
    return {phrase for phrase in phrases if len(phrase) >= GLUED_CHARACTERS_MIN} - INNOCENT


_PHRASE_BLOCKS = (minors.MINOR_PHRASES, *acts.CATEGORY_PHRASES.values(), people.LIKENESS_PHRASES)
_PHRASES: set[str] = set().union(*map(glued, _PHRASE_BLOCKS))
_PHRASE_CUTS = {
    tuple(word.translate(LEET) for word in words)
    for block in _PHRASE_BLOCKS
    for words in entries(block)
}
"""Phrases are read as such elsewhere, by a reader that knows of high school teachers."""
_SPELT = {
    word.translate(LEET): word
    for word in (*_PHRASES, *FIGURES, *HARD, *minors.SPELT_WORDS)
    if len(word) >= SPELT_CHARACTERS_MIN
}
"""By skeleton, what may be spelt letter by letter; a phrase is read without its spaces."""
_JOINED = {
    word.translate(LEET): word
    for word in (*LONG, *(name for name in FIGURES if len(name) >= NAME_CHARACTERS_MIN))
    if len(word) >= JOINED_CHARACTERS_MIN
}
"""By skeleton, what may be cut into pieces."""
_BEGINNINGS = frozenset(
    skeleton[:length] for skeleton in _JOINED for length in range(1, len(skeleton))
)
_ENDINGS = _BEGINNINGS.union(_JOINED)


class _Skeletons(dict[str, str]):
    """The skeletons of words, found out once."""

    def __missing__(self, word: str) -> str:
        if len(self) >= CHUNKS_REMEMBERED_MAX:
            self.clear()
        self[word] = skeleton = word.translate(LEET)
        return skeleton


_SKELETON = _Skeletons()
_SPELT_BY_START: dict[str, list[str]] = {}
for _spelt in _SPELT:
    _SPELT_BY_START.setdefault(_spelt[:SPELT_START_CHARACTERS], []).append(_spelt)
_SPELT_STARTS = frozenset(start[:SPELT_CHARACTERS_MIN] for start in _SPELT_BY_START)
_THREE_LETTERS = bytes([1]) * SPELT_CHARACTERS_MIN
"""No word is spelt letter by letter without so many single letters in a row."""
_LETTERS_ONLY = "1" * WORD_CHARACTERS_MAX
_INSIDES = frozenset(
    skeleton[start : start + length]
    for skeleton in _JOINED
    for start in range(1, len(skeleton))
    for length in range(1, INSIDE_CHARACTERS + 1)
)
"""How later parts of words begin."""


def both_set(flags: bytes, others: bytes) -> bytes:
    """1 where both have a 1, else 0; what `others` lacks at the end counts as 0."""
    both = int.from_bytes(flags, "little") & int.from_bytes(others, "little")
    return both.to_bytes(len(flags), "little")


def is_beginning(word: str) -> bool:
    """Whether a word may be the first part of a word of the policy."""
    return _SKELETON[word] in _BEGINNINGS


def is_inside(word: str) -> bool:
    """Whether a word may be a later part of a word of the policy."""
    return _SKELETON[word][:INSIDE_CHARACTERS] in _INSIDES


def assembled(words: list[str], *, beginnings: bytes, insides: bytes, letters: bytes) -> list[str]:
    """The words of the policy whose parts stand apart among these.

    For each word, 1 or 0: whether it `is_beginning`, whether it `is_inside`, and whether it may be
    one letter or a clause end.
    """
    may_go_on = both_set(beginnings, insides[1:])
    first = map(_SKELETON.__getitem__, compress(words, may_go_on))
    second = map(_SKELETON.__getitem__, compress(words[1:], may_go_on))
    goes_on = map(_ENDINGS.__contains__, map(add, first, second))
    starts = list(compress(compress(range(len(words)), may_go_on), goes_on))
    runs = _runs(words) if _THREE_LETTERS in letters else []
    if runs:
        shape = "".join(["1" if len(word) == 1 else "2" for word in [*words, CLAUSE_END]])
        starts = [i for i in starts if not shape.startswith(_LETTERS_ONLY, i)]
    spelt = {word for run in runs for word in _spelt_in(run)}
    return sorted(spelt.union(*(_joined_at(words, i) for i in starts)))


def _runs(words: list[str]) -> list[str]:
    """The letters of single letters in a row, clauses or not."""
    letters = "".join([_SKELETON[word] if len(word) == 1 else " " for word in words])
    runs = letters.replace(CLAUSE_END, "").split()
    return [run for run in runs if len(run) >= SPELT_CHARACTERS_MIN]


def _spelt_in(run: str) -> Iterator[str]:
    """The words that single letters spell, one after the other, clauses or not."""
    for i in range(len(run) - SPELT_CHARACTERS_MIN + 1):
        if run[i : i + SPELT_CHARACTERS_MIN] in _SPELT_STARTS:
            for length in range(SPELT_CHARACTERS_MIN, SPELT_START_CHARACTERS + 1):
                for spelt in _SPELT_BY_START.get(run[i : i + length], ()):
                    if run.startswith(spelt, i):
                        yield _SPELT[spelt]


def _joined_at(words: list[str], start: int) -> Iterator[str]:
    """The words that begin with the word at `start` and end with another one of the clause."""
    pieces = [_SKELETON[words[start]]]
    joined = pieces[0]
    for word in words[start + 1 : start + WORD_CHARACTERS_MAX]:
        piece = _SKELETON[word]
        pieces.append(piece)
        joined += piece
        if joined in _JOINED and tuple(pieces) not in _PHRASE_CUTS:
            yield _JOINED[joined]
        if joined not in _BEGINNINGS:
            return
