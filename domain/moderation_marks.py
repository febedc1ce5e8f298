"""What each word of a text may be to the prompt gate, in one byte: looked up once, then counted.

A text of 4,000 characters has some 700 words, most of them ordinary. Each is looked up in one
dictionary; where words of a certain sort stand is then told by its bytes, without another look.
"""

from domain.moderation_ages import number_kind
from domain.moderation_codes import coded
from domain.moderation_phrases import FIRSTS, SECONDS, WHOLE
from domain.moderation_pieces import is_beginning, is_inside
from domain.moderation_words import CHUNKS_REMEMBERED_MAX, CLAUSE_END, singles, word_set
from domain.policy import contexts, disguises

NUMBER = 0b11
"""The kind of number that a word is, as `number_kind` tells."""
BEGINNING, INSIDE, FIRST, SECOND, ONLY, RARE = (1 << i for i in range(2, 8))
"""First part of a cut word, or a later one; first in a longer phrase, second in one, one itself;
one letter or written in code.
"""
CLAUSE_MARK = 255
"""Of CLAUSE_END, and of no word: one letter is no high number, nor is what is written in code."""

_CODED_KINDS = (
    *("sexual", "nude", "youth", "young_person", "animal"),
    *("parent", "offspring", "sibling", "helpless"),
)
_TELLING = {word for word, phrase in WHOLE.items() if phrase.terms or phrase.names}
_TELLING |= {word for kind in _CODED_KINDS for word in singles(contexts.KINDS[kind])}
WAYS = coded(
    {word for word in _TELLING if len(word) > 3 and word.isascii()},
    ordinary=word_set(disguises.ORDINARY_WORDS),
)
"""Words as they look in code, by the way in which they are written."""


def _mark(word: str) -> int:
    return (
        number_kind(word)
        | BEGINNING * is_beginning(word)
        | INSIDE * is_inside(word)
        | FIRST * (word in FIRSTS)
        | SECOND * (word in SECONDS)
        | ONLY * (word in WHOLE)
        | RARE * (len(word) == 1 or word in WAYS)
    )


class _Marks(dict[str, int]):
    """The marks of words, found out once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= CHUNKS_REMEMBERED_MAX:
            self.clear()
        self[word] = mark = CLAUSE_MARK if word == CLAUSE_END else _mark(word)
        return mark


_MARKS = _Marks()


def marks(words: list[str]) -> bytes:
    """One byte for each word."""
    return bytes(map(_MARKS.__getitem__, words))


def _table(bits: int, *, clause_end: bool = False) -> bytes:
    """Translates marks to 1 where a word has one of the bits, else to 0."""
    return bytes([*(int(code & bits > 0) for code in range(CLAUSE_MARK)), int(clause_end)])


IS_NUMBER, IS_BEGINNING, IS_INSIDE = _table(NUMBER), _table(BEGINNING), _table(INSIDE)
IS_FIRST, IS_SECOND, IS_ONLY = _table(FIRST), _table(SECOND), _table(ONLY)
IS_RARE, IS_CLAUSE_END = _table(RARE, clause_end=True), _table(0, clause_end=True)
IS_WORD = bytes([1]) * CLAUSE_MARK + b"\0"
