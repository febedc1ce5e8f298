"""Words of the policy whose parts stand apart: "c h i l d", "ch il d", "traf ficking".

Ordinary texts hold hardly a word that begins like one of the policy and goes on like it in the
next: only from there on anything is put together, no further than a policy's word is long.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import compress, count

from domain.moderation.words import (
    CHUNKS_REMEMBERED_MAX,
    FIGURES,
    HARD,
    INNOCENT,
    LEET,
    LONG,
    WORD_CHARACTERS_MAX,
    Words,
    entries,
    phrases,
)
from domain.policy import acts, minors, people

SPELT_CHARACTERS_MIN = 3
SPELT_START_CHARACTERS = 6
"""By so many first letters spelt words are looked up."""
GLUED_CHARACTERS_MIN = 8
GLUED_WORDS_MAX = 3
NAME_CHARACTERS_MIN = 7
INSIDE_CHARACTERS = 3
"""By so many first letters a later part of a word is told."""
JOINED_CHARACTERS_MIN = 5
"""Shorter words turn up at the seams of ordinary ones."""


@cache
def glued(block: str) -> frozenset[str]:
    """The phrases of a block written without their spaces, where that is no ordinary word."""
    short = entries(block, words_max=GLUED_WORDS_MAX)
    listed = ("".join(words) for words in short if len(words) > 1)
    return frozenset(each for each in listed if len(each) >= GLUED_CHARACTERS_MIN) - INNOCENT


_PHRASE_BLOCKS = (minors.MINOR_PHRASES, *acts.CATEGORY_PHRASES.values(), people.LIKENESS_PHRASES)
_PHRASES: set[str] = set().union(*map(glued, _PHRASE_BLOCKS))
_SPELT = {
    word.translate(LEET): word
    for word in (*sorted(_PHRASES), *sorted(FIGURES), *sorted(HARD), *minors.SPELT_WORDS)
    if len(word) >= SPELT_CHARACTERS_MIN
}
"""By skeleton, what may be spelt letter by letter; a phrase is read without its spaces."""
_JOINED = {
    word.translate(LEET): word
    for word in (
        *sorted(LONG),
        *(name for name in sorted(FIGURES) if len(name) >= NAME_CHARACTERS_MIN),
    )
    if len(word) >= JOINED_CHARACTERS_MIN
}
"""By skeleton, what may be cut into pieces."""
GROUPS = 7
"""Words are told apart by so many bits, each for a group of words."""
ANY_GROUP = (1 << GROUPS) - 1


def _groups(piece: str) -> int:
    """A bit for how a part of a word begins; a single letter may be any part with that letter."""
    return 1 << sum(map(ord, piece[:2])) % GROUPS if len(piece) > 1 else ANY_GROUP


_BEGINNINGS: dict[str, int] = {}
"""The beginnings of words that may be cut, with a bit for each group of words that goes on so."""
for _skeleton in _JOINED:
    for _length in range(1, len(_skeleton)):
        _start, _rest = _skeleton[:_length], _skeleton[_length:]
        _BEGINNINGS[_start] = _BEGINNINGS.get(_start, 0) | _groups(_rest)
_ENDINGS = _JOINED.keys() | _BEGINNINGS.keys()


def _is_begun(words: Words) -> bool:
    return "".join(words).translate(LEET) in _ENDINGS


_PHRASE_CUTS = {
    tuple(word.translate(LEET) for word in words)
    for block in _PHRASE_BLOCKS
    for words in phrases(block, may_begin=_is_begun)
}
"""Phrases are read as such elsewhere, by a reader that knows of high school teachers."""


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
CLAUSE_MARK = bytes([255])
"""In the marks of words, where a clause ends; no mark of a word."""
_ONE = bytes([1])
_OR_CLAUSE_END = bytes.maketrans(CLAUSE_MARK, _ONE)
_THREE_LETTERS = _ONE * SPELT_CHARACTERS_MIN
"""No word is spelt letter by letter without so many single letters in a row."""
_LETTERS_IN_A_ROW = re.compile(_THREE_LETTERS + b"\x01*")
_LETTERS_ONLY = _ONE * WORD_CHARACTERS_MAX
_INSIDES = frozenset(
    skeleton[start : start + length]
    for skeleton in _JOINED
    for start in range(1, len(skeleton))
    for length in range(1, INSIDE_CHARACTERS + 1)
)
"""How later parts of words begin."""


def neighbours(bits: bytes, next_bits: bytes) -> bytes:
    """More than 0 where one of the bits of a word is set in `next_bits` of the word after it."""
    both = int.from_bytes(bits, "little") & int.from_bytes(next_bits[1:], "little")
    return both.to_bytes(len(bits), "little")


def where(bits: bytes) -> Iterator[int]:
    """Which of the bytes are more than 0."""
    return compress(_INDICES if len(bits) <= len(_INDICES) else count(), bits)


_INDICES = tuple(range(4096))
"""Made once: to make a number takes longer than to look at a byte."""


def goes_on_with(word: str) -> int:
    """The groups of words that may go on where this is the first part of a word of the policy."""
    return _BEGINNINGS.get(_SKELETON[word], 0)


def goes_on_as(word: str) -> int:
    """The group of a word that may be a later part of a word of the policy."""
    skeleton = _SKELETON[word]
    return _groups(skeleton) if skeleton[:INSIDE_CHARACTERS] in _INSIDES else 0


def assembled(
    words: list[str],
    flat: list[str],
    *,
    begins: bytes,
    goes_on: bytes,
    is_letter: bytes,
    letters: bytes,
) -> list[str]:
    """The words of the policy whose parts stand apart among these.

    For each word: what it `goes_on_with` and `goes_on_as`; 1 where it is one letter, CLAUSE_MARK
    where a clause ends. `flat` and `letters` are the same without clause ends.
    """
    may_go_on = neighbours(begins, goes_on)
    read = _SKELETON
    starts = [i for i in where(may_go_on) if read[words[i]] + read[words[i + 1]] in _ENDINGS]
    spelt: set[str] = set()
    if _THREE_LETTERS in letters:
        shape = is_letter.translate(_OR_CLAUSE_END) + _ONE
        starts = [i for i in starts if not shape.startswith(_LETTERS_ONLY, i)]
        spelt.update(word for run in _runs(flat, letters) for word in _spelt_in(run))
    return sorted(spelt.union(*(_joined_at(words, i) for i in starts)))


def _runs(flat: list[str], letters: bytes) -> list[str]:
    """The letters of single letters in a row, clauses or not."""
    return [
        "".join([_SKELETON[letter] for letter in flat[run.start() : run.end()]])
        for run in _LETTERS_IN_A_ROW.finditer(letters)
    ]


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
