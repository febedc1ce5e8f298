"""A text as the prompt gate reads it: its words, and every phrase of the policy in them.

One look finds all phrases, whatever they mean. What is harmless is then blanked: phrases that
reach into it count no more. It does not know what phrases are for.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, compress, count
from operator import add, sub

from domain.moderation_marks import (
    CLAUSE_MARK,
    IS_BEGINNING,
    IS_CLAUSE_END,
    IS_FIRST,
    IS_INSIDE,
    IS_NUMBER,
    IS_ONLY,
    IS_RARE,
    IS_SECOND,
    IS_WORD,
    NUMBER,
    WAYS,
    marks,
)
from domain.moderation_phrases import LONGER, WHOLE, Phrase
from domain.moderation_pieces import assembled, both_set

Place = tuple[int, int, int]
"""Where something stands: its first word, the word after it, its clause; clause ends are not
counted as words."""
Found = tuple[int, int, Phrase]
"""A phrase, with its first word and the word after it."""


class Reading:
    """The words of a text and the phrases in them, in no order.

    `words` have CLAUSE_END between clauses, at `ends`; `flat` have not. `phrases` stand in one
    clause, `across` reach over several, `parts` are put together from parts that stand anywhere.
    """

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self._marks = marks(self.words)
        is_end, is_word = self._marks.translate(IS_CLAUSE_END), self._marks.translate(IS_WORD)
        self.ends = list(compress(range(len(is_end)), is_end))
        self.flat = list(compress(self.words, is_word))
        self._clauses = list(compress(accumulate(is_end), is_word))
        self._find()

    def _find(self) -> None:
        """Find all phrases; what is put together from parts is read as if it stood behind."""
        behind = assembled(
            self.words,
            beginnings=self._marks.translate(IS_BEGINNING),
            insides=self._marks.translate(IS_INSIDE),
            letters=self._marks.translate(IS_RARE),
        )
        told = self._marks.translate(None, bytes([CLAUSE_MARK]))
        self.phrases = list(_singles(self.flat, told))
        self.across: list[Found] = []
        self.parts: list[Found] = []
        words, last = self.flat, len(self.flat)
        if behind:
            added = marks(behind)
            self.parts += (*_singles(behind, added), *_longer(behind, added))
            words, told = [*words, *behind], told + added
        for start, end, phrase in _longer(words, told):
            if end <= last and self._clauses[start] == self._clauses[end - 1]:
                self.phrases.append((start, end, phrase))
            elif start < last:
                self.across.append((start, end, phrase))

    # -------------------------------------------------------------------- where

    def ways(self) -> list[str]:
        """In which codes words seem to be written."""
        words = compress(self.words, self._marks.translate(IS_RARE))
        return sorted({WAYS[word] for word in words if word in WAYS})

    def numbers(self) -> list[tuple[int, int]]:
        """Which of `words` are numbers and not blanked, and of which kind."""
        numbers = compress(range(len(self.words)), self._marks.translate(IS_NUMBER))
        return [(i, self._marks[i] & NUMBER) for i in numbers if self.words[i]]

    def place(self, i: int) -> Place:
        """Where the word stands that has this index among `words`."""
        clause = bisect(self.ends, i)
        return i - clause, i - clause + 1, clause

    def kinds(self) -> Iterator[tuple[Place, tuple[str, ...]]]:
        """Where phrases stand that are kinds of words, and which."""
        clauses = self._clauses
        for start, end, phrase in self.phrases:
            if phrase.kinds:
                yield (start, end, clauses[start]), phrase.kinds

    def clause_starts(self) -> int:
        """A bit for each of `flat` that begins a clause, the first aside."""
        is_start = b"\0" + self._marks.translate(IS_CLAUSE_END)[:-1]
        flags = bytes(compress(is_start, self._marks.translate(IS_WORD)))
        return int(flags[::-1].translate(_DIGITS) or b"0", 2)

    def clause_ends(self) -> list[Place]:
        """Where clauses end, each after its last word."""
        starts = [*map(sub, self.ends, count()), len(self.flat)]
        return list(zip(starts, starts, count()))

    # --------------------------------------------------------------------- what

    def terms(self) -> set[str]:
        """Categories that phrases mean by themselves, across clauses or not."""
        listed = chain(self.phrases, self.across, self.parts)
        return {category for _, _, phrase in listed for category in phrase.terms}

    def avoided_terms(self) -> set[str]:
        """The same of what a picture shall not show."""
        listed = chain(self.phrases, self.across, self.parts)
        return {category for _, _, phrase in listed for category in phrase.avoided}

    def names(self) -> set[str]:
        """Categories that phrases mean within a clause."""
        listed = chain(self.phrases, self.parts)
        return {category for _, _, phrase in listed for category in phrase.names}

    # -------------------------------------------------------------------- blank

    def harmless(self, way: str) -> list[tuple[int, int]]:
        """Phrases that blank what they cover in this way, from left to right, the longest first."""
        listed = [(start, -end) for start, end, phrase in self.phrases if way in phrase.blanks]
        spans, free_from = [], 0
        for start, end in sorted(listed):
            if start >= free_from:
                spans.append((start, -end))
                free_from = -end
        return spans

    def blank(self, spans: Sequence[tuple[int, int]]) -> bool:
        """Take words out of the judgement, each span within a clause; whether there were any."""
        if not spans:
            return False
        blanked: set[int] = set()
        for start, end in spans:
            blank, clause = [""] * (end - start), self._clauses[start]
            blanked.update(range(start, end))
            self.flat[start:end] = self.words[start + clause : end + clause] = blank
        self.phrases = [
            each
            for each in self.phrases
            if each[0] not in blanked
            and (each[1] - each[0] == 1 or blanked.isdisjoint(range(each[0], each[1])))
        ]
        self.across = [each for each in self.across if blanked.isdisjoint(range(*each[:2]))]
        return True


_DIGITS = bytes.maketrans(b"\0\1", b"01")
"""From flags to the digits of a number."""


def _singles(words: list[str], told: bytes) -> Iterator[Found]:
    """Phrases of one word."""
    is_whole = told.translate(IS_ONLY)
    phrases = map(WHOLE.__getitem__, compress(words, is_whole))
    starts = compress(range(len(words)), is_whole)
    ends = compress(range(1, len(words) + 1), is_whole)
    return zip(starts, ends, phrases, strict=True)


def _longer(words: list[str], told: bytes) -> Iterator[Found]:
    """Phrases of several words."""
    is_pair = both_set(told.translate(IS_FIRST), told.translate(IS_SECOND)[1:])
    pairs = map(add, compress(words, is_pair), compress(words[1:], is_pair))
    listed = list(map(LONGER.get, pairs))
    starts = compress(compress(range(len(words)), is_pair), listed)
    for start, lengths in zip(starts, filter(None, listed), strict=True):
        for length, phrases in lengths.items():
            phrase = phrases.get(tuple(words[start : start + length]))
            if phrase is not None:
                yield start, start + length, phrase
