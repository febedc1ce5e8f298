"""A text as the prompt gate reads it: its words, and every phrase of the policy in them.

One look finds all phrases, whatever they mean. What is harmless is then blanked: phrases that
reach into it count no more. It does not know what phrases are for.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress, count
from operator import sub

from domain.moderation.marks import (
    BEGINS,
    CLAUSE_MARK,
    FOLLOWED,
    FOLLOWS,
    GOES_ON,
    IS_CLAUSE_END,
    IS_CODED,
    IS_LETTER,
    IS_NUMBER,
    IS_ONLY,
    IS_WORD,
    MARKS,
    NAMED,
    NAMES,
    NUMBER,
    SORT,
    WAYS,
    marks_of,
)
from domain.moderation.phrases import NAME_ALIKE, NAMES_BY_SOUND, ROOT, WHOLE
from domain.moderation.pieces import assembled, neighbours
from domain.moderation.spelling import sound
from domain.moderation.tree import Phrase

Place = tuple[int, int, int]
"""Where something stands: its first word, the word after it, its clause; clause ends are not
counted as words."""
Found = tuple[int, int, Phrase]
"""A phrase, with its first word and the word after it."""

SOUNDS_REMEMBERED_MAX = 1_024
"""Only of words that sound like part of a name: a text may consist of nothing else."""


class Reading:
    """The words of a text and the phrases in them, in no order.

    `words` have CLAUSE_END between clauses, at `ends`; `flat` have not. `phrases` stand in one
    clause, `across` reach over several, `parts` are put together from parts that stand anywhere.
    """

    def __init__(self, words: list[str], marks: bytes | None = None) -> None:
        self.words = words
        self._marks = marks_of(words) if marks is None else marks
        self._sorts = self._marks[SORT::MARKS]
        is_end, is_word = self._sorts.translate(IS_CLAUSE_END), self._sorts.translate(IS_WORD)
        self.ends = list(compress(range(len(is_end)), is_end))
        self.flat = list(compress(self.words, is_word))
        self._clauses = list(compress(accumulate(is_end), is_word))
        self._find()

    def _find(self) -> None:
        """Find all phrases; what is put together from parts is read as if it stood behind."""
        behind = assembled(
            self.words,
            begins=self._marks[BEGINS::MARKS],
            goes_on=self._marks[GOES_ON::MARKS],
            letters=self._sorts.translate(IS_LETTER),
        )
        self.phrases = _singles(self.flat, self._marks)
        self.across: list[Found] = []
        self.parts: list[Found] = []
        words, marks, last = self.flat, self._marks, len(self.flat)
        if behind:
            added = marks_of(behind)
            self.parts += (*_singles(behind, added), *_longer(behind, added))
            words, marks = [*words, *behind], marks + added
        self.phrases += _names_alike(self.flat, self._clauses, self._marks)
        for start, end, phrase in _longer(words, marks):
            if end <= last and self._clauses[start] == self._clauses[end - 1]:
                self.phrases.append((start, end, phrase))
            elif start < last:
                self.across.append((start, end, phrase))

    # -------------------------------------------------------------------- where

    def ways(self) -> list[str]:
        """In which codes words seem to be written."""
        return sorted(
            {WAYS[word] for word in compress(self.words, self._sorts.translate(IS_CODED))}
        )

    def numbers(self) -> list[tuple[int, int]]:
        """Which of `words` are numbers and not blanked, and of which kind."""
        numbers = compress(count(), self._sorts.translate(IS_NUMBER))
        return [(i, self._sorts[i] & NUMBER) for i in numbers if self.words[i]]

    def place(self, i: int) -> Place:
        """Where the word stands that has this index among `words`."""
        clause = bisect(self.ends, i)
        return i - clause, i - clause + 1, clause

    def kinds(self) -> dict[str, list[Place]]:
        """Where each kind of word stands that phrases are."""
        places: defaultdict[str, list[Place]] = defaultdict(list)
        clauses = self._clauses
        for start, end, phrase in self.phrases:
            if phrase.kinds:
                place = (start, end, clauses[start])
                for kind in phrase.kinds:
                    places[kind].append(place)
        return dict(places)

    def clause_starts(self) -> int:
        """A bit for each of `flat` that begins a clause, the first aside."""
        starts = 0
        for i, end in enumerate(self.ends):
            starts |= 1 << end - i
        return starts

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


def _singles(words: list[str], marks: bytes) -> list[Found]:
    """Phrases of one word; the words have no clause ends, the marks may."""
    is_whole = marks[SORT::MARKS].translate(IS_ONLY, CLAUSE_MARK)
    return [(i, i + 1, WHOLE[words[i]]) for i in compress(count(), is_whole)]


_heard = lru_cache(maxsize=SOUNDS_REMEMBERED_MAX)(sound)


def _names_alike(words: list[str], clauses: list[int], marks: bytes) -> Iterator[Found]:
    """Two words of a clause that sound like a name, however they are written."""
    for i in compress(count(), _pairs(marks, NAMED, NAMES)):
        heard = _heard(words[i]), _heard(words[i + 1])
        if heard in NAMES_BY_SOUND and clauses[i] == clauses[i + 1]:
            yield i, i + 2, NAME_ALIKE


def _longer(words: list[str], marks: bytes) -> Iterator[Found]:
    """Phrases of several words; the words have no clause ends, the marks may."""
    is_pair = _pairs(marks, FOLLOWED, FOLLOWS)
    firsts = map(ROOT.__getitem__, compress(words, is_pair))
    seconds = map(dict.get, firsts, compress(words[1:], is_pair))
    for start, second in zip(compress(count(), is_pair), seconds, strict=True):
        node, end = second, start + 2
        while node is not None:
            if node.phrase is not None:
                yield start, end, node.phrase
            node = node.get(words[end]) if node and end < len(words) else None
            end += 1


def _pairs(marks: bytes, first: int, second: int) -> bytes:
    """More than 0 where a word may go together with the next one, whatever clauses they are of."""
    bits = marks[first::MARKS].translate(None, CLAUSE_MARK)
    return neighbours(bits, marks[second::MARKS].translate(None, CLAUSE_MARK))
