"""What each word of a text may be to the prompt gate, in seven bytes: looked up once, then counted.

A text of 4,000 characters has some 700 words, most of them ordinary. Each is looked up in one
dictionary; where words of a certain sort stand, and which may go together with the next one, is
then told by their bytes, without another look.
"""

from collections.abc import Iterable

from domain.moderation.ages import number_kind
from domain.moderation.codes import coded
from domain.moderation.phrases import NAMED_FIGURES, WHOLE, groups_after, name_groups, second_group
from domain.moderation.pieces import CLAUSE_MARK, goes_on_as, goes_on_with
from domain.moderation.words import CHUNKS_REMEMBERED_MAX, CLAUSE_END, singles, word_set
from domain.policy import contexts, disguises

MARKS = 7
"""Bytes of a word, in this order:"""
SORT, FOLLOWED, FOLLOWS, NAMED, NAMES, BEGINS, GOES_ON = range(MARKS)
"""Of which sort it is; which groups of words follow it in phrases; of which group it is itself as
one that follows; the same two for names by their sound, and for the parts of a cut word."""
CLAUSE_END_MARKS = CLAUSE_MARK * 5 + bytes(2)
"""Told by its first five bytes, which no word has; no part of a word goes on from it."""
NUMBER = 0b11
"""The kind of number that a word is, as `number_kind` tells."""
ONLY, LETTER, CODED = (1 << i for i in range(2, 5))
"""A phrase by itself; one letter; a word written in code."""

_CODED_KINDS = (
    *("sexual", "nude", "youth", "young_person", "animal"),
    *("parent", "offspring", "sibling", "helpless"),
)
_TELLING = {word for word, phrase in WHOLE.items() if phrase.terms or phrase.names}
_TELLING |= {word for kind in _CODED_KINDS for word in singles(contexts.KINDS[kind])}
_TELLING |= {word for words in NAMED_FIGURES for word in words if len(word) > 4}
WAYS = coded(
    {word for word in _TELLING if len(word) > 3 and word.isascii()}
    | word_set(disguises.CODED_WORDS),
    ordinary=word_set(disguises.ORDINARY_WORDS),
)
"""Words as they look in code, by the way in which they are written."""


def _marks(word: str) -> bytes:
    if word == CLAUSE_END:
        return CLAUSE_END_MARKS
    is_sort = ONLY * (word in WHOLE) | LETTER * (len(word) == 1) | CODED * (word in WAYS)
    pairs = groups_after(word), second_group(word), *name_groups(word)
    return bytes((number_kind(word) | is_sort, *pairs, goes_on_with(word), goes_on_as(word)))


class _Marks(dict[str, bytes]):
    """The marks of words, found out once."""

    def __missing__(self, word: str) -> bytes:
        if len(self) >= CHUNKS_REMEMBERED_MAX:
            self.clear()
        self[word] = marks = _marks(word)
        return marks


_MARKS = _Marks()


def marks_of(words: Iterable[str]) -> bytes:
    """The marks of words, one after the other."""
    return b"".join(map(_MARKS.__getitem__, words))


def _table(bits: int, *, clause_end: int = 0) -> bytes:
    """Translates sorts to 1 where a word has one of the bits, else to 0."""
    return bytes([*(int(code & bits > 0) for code in range(255)), clause_end])


IS_NUMBER, IS_ONLY, IS_CODED = _table(NUMBER), _table(ONLY), _table(CODED)
IS_LETTER, IS_CLAUSE_END = _table(LETTER, clause_end=255), _table(0, clause_end=1)
IS_WORD = bytes([1]) * 255 + b"\0"
