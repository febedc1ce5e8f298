"""A text as the prompt gate reads it: its words, and every phrase of the policy in them.

One look finds all phrases, whatever they mean. What is harmless is then blanked: phrases that
reach into it count no more. It does not know what phrases are for.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, compress, count, repeat
from operator import is_not, itemgetter, sub

from domain.moderation.marks import (
    BEGINS,
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
from domain.moderation.pieces import CLAUSE_MARK, assembled, neighbours, where
from domain.moderation.spelling import sound
from domain.moderation.tree import Phrase

Place = tuple[int, int, int]
"""Where something stands: its first word, the word after it, its clause; clause ends are not
counted as words."""
Span = tuple[int, int]
"""The first word of a phrase and the word after it."""
Found = tuple[int, int, Phrase]

SOUNDS_REMEMBERED_MAX = 1_024
"""Only of words that sound like part of a name: a text may consist of nothing else."""


class Reading:
    """The words of a text and the phrases in them, in no order.

    `words` have CLAUSE_END between clauses, at `ends`; `flat` have not: `clause_starts` has a bit
    for each of these that begins a clause, the first aside. Phrases that are `found` stand in one
    clause, those `across` reach over several, `parts` are put together from what stands anywhere.
    """

    def __init__(self, words: list[str], marks: bytes | None = None) -> None:
        self.words = words
        self._marks = marks_of(words) if marks is None else marks
        self._sorts = self._marks[SORT::MARKS]
        self.ends = list(where(self._sorts.translate(IS_CLAUSE_END)))
        self.flat = list(compress(words, self._sorts.translate(IS_WORD)))
        self._closed = list(map(sub, self.ends, count()))
        self.clause_starts = _clause_starts(self._sorts)
        self._find()
        self.bits = _Bits(self.found)

    def _find(self) -> None:
        """Find all phrases; what is put together from parts is read as if it stood behind."""
        behind = assembled(
            self.words,
            self.flat,
            begins=self._marks[BEGINS::MARKS],
            goes_on=self._marks[GOES_ON::MARKS],
            is_letter=self._sorts.translate(IS_LETTER),
        )
        self.found = _singles(self.flat, self._marks)
        self.across: list[Found] = []
        self.parts: set[Phrase] = set()
        words, marks, last = self.flat, self._marks, len(self.flat)
        if behind:
            added = marks_of(behind)
            self.parts.update(_singles(behind, added))
            self.parts.update(phrase for _, _, phrase in _longer(behind, added))
            words, marks = [*words, *behind], marks + added
        self._longest = 2
        for start in _names_alike(self.flat, self._marks):
            if self._is_in_clause(start, start + 2):
                self.found[NAME_ALIKE].append((start, start + 2))
        for start, end, phrase in _longer(words, marks):
            if end <= last and self._is_in_clause(start, end):
                self.found[phrase].append((start, end))
                self._longest = max(self._longest, end - start)
            elif start < last:
                self.across.append((start, end, phrase))

    def _is_in_clause(self, start: int, end: int) -> bool:
        """Whether no clause begins inside."""
        return not self.clause_starts >> start + 1 & (1 << end - start - 1) - 1

    # -------------------------------------------------------------------- where

    def ways(self) -> list[str]:
        """In which codes words seem to be written."""
        is_coded = self._sorts.translate(IS_CODED)
        return sorted({WAYS[word] for word in compress(self.words, is_coded)})

    def numbers(self) -> list[tuple[int, int]]:
        """Which of `words` are numbers and not blanked, and of which kind."""
        numbers = where(self._sorts.translate(IS_NUMBER))
        return [(i, self._sorts[i] & NUMBER) for i in numbers if self.words[i]]

    def place(self, i: int) -> Place:
        """Where the word stands that has this index among `words`."""
        clause = bisect(self.ends, i)
        return i - clause, i - clause + 1, clause

    def clause_of(self, i: int) -> int:
        """The clause of one of `flat`."""
        return bisect(self._closed, i)

    def clause_ends(self) -> list[Place]:
        """Where clauses end, each after its last word."""
        starts = [*self._closed, len(self.flat)]
        return list(zip(starts, starts, count()))

    # --------------------------------------------------------------------- what

    def terms(self) -> set[str]:
        """Categories that phrases mean by themselves, across clauses or not."""
        return {category for phrase in self._wherever() for category in phrase.terms}

    def avoided_terms(self) -> set[str]:
        """The same of what a picture shall not show."""
        return {category for phrase in self._wherever() for category in phrase.avoided}

    def _wherever(self) -> Iterator[Phrase]:
        return chain(self.found, self.parts, (phrase for _, _, phrase in self.across))

    def names(self) -> set[str]:
        """Categories that phrases mean within a clause."""
        return {category for phrase in chain(self.found, self.parts) for category in phrase.names}

    # -------------------------------------------------------------------- blank

    def harmless(self, way: str) -> list[Span]:
        """Phrases that blank what they cover in this way, from left to right, the longest first."""
        blanking = [spans for phrase, spans in self.found.items() if way in phrase.blanks]
        kept, free_from = [], 0
        for start, end in sorted(chain.from_iterable(blanking), key=_longest_first):
            if start >= free_from:
                kept.append((start, end))
                free_from = end
        return kept

    def blank(self, spans: Sequence[Span]) -> bool:
        """Take words out of the judgement, each span within a clause; whether there were any."""
        if not spans:
            return False
        blanked: set[int] = set()
        for start, end in spans:
            blank, clause = [""] * (end - start), self.clause_of(start)
            blanked.update(range(start, end))
            self.flat[start:end] = self.words[start + clause : end + clause] = blank
        begun = blanked.union(*(range(start - self._longest, start) for start, _ in spans))
        for phrase, listed in [*self.found.items()]:
            if not begun.isdisjoint(map(itemgetter(0), listed)):
                self.bits.pop(phrase, None)
                del self.found[phrase]
                if kept := [span for span in listed if blanked.isdisjoint(range(*span))]:
                    self.found[phrase] = kept
        self.across = [each for each in self.across if blanked.isdisjoint(range(*each[:2]))]
        return True


class _Bits(dict[Phrase, tuple[int, int]]):
    """By phrase, a bit for each word that it begins with, and one for each after its last."""

    def __init__(self, found: dict[Phrase, list[Span]]) -> None:
        super().__init__()
        self._found = found

    def __missing__(self, phrase: Phrase) -> tuple[int, int]:
        starts = ends = 0
        for start, end in self._found[phrase]:
            starts |= 1 << start
            ends |= 1 << end
        self[phrase] = bits = starts, ends
        return bits


def _clause_starts(sorts: bytes) -> int:
    """A bit for each word that begins a clause, the first aside; clause ends are not counted."""
    flags = sorts.translate(_END_OR_WORD).replace(b"|0", b"1")
    if flags.endswith(b"|"):
        flags += b"1"
    return int(flags.replace(b"|", b"")[::-1] or b"0", 2)


_END_OR_WORD = b"0" * 255 + b"|"


def _longest_first(span: Span) -> Span:
    return span[0], -span[1]


def _singles(words: list[str], marks: bytes) -> defaultdict[Phrase, list[Span]]:
    """Phrases of one word; the words have no clause ends, the marks may."""
    found: defaultdict[Phrase, list[Span]] = defaultdict(list)
    is_whole = marks[SORT::MARKS].translate(IS_ONLY, CLAUSE_MARK)
    for i, phrase in zip(
        where(is_whole), map(WHOLE.__getitem__, compress(words, is_whole)), strict=True
    ):
        found[phrase].append((i, i + 1))
    return found


_heard = lru_cache(maxsize=SOUNDS_REMEMBERED_MAX)(sound)


def _names_alike(words: list[str], marks: bytes) -> Iterator[int]:
    """Where two words sound like a name, however they are written, of one clause or not."""
    for i in where(_pairs(marks, NAMED, NAMES)):
        if (_heard(words[i]), _heard(words[i + 1])) in NAMES_BY_SOUND:
            yield i


def _longer(words: list[str], marks: bytes) -> Iterator[Found]:
    """Phrases of several words; the words have no clause ends, the marks may."""
    is_pair = _pairs(marks, FOLLOWED, FOLLOWS)
    firsts = map(ROOT.__getitem__, compress(words, is_pair))
    seconds = list(map(dict.get, firsts, compress(words[1:], is_pair)))
    is_known = list(map(is_not, seconds, repeat(None)))
    starts = compress(where(is_pair), is_known)
    for start, node in zip(starts, compress(seconds, is_known), strict=True):
        end = start + 2
        while node is not None:
            if node.phrase is not None:
                yield start, end, node.phrase
            node = node.get(words[end]) if node and end < len(words) else None
            end += 1


def _pairs(marks: bytes, first: int, second: int) -> bytes:
    """More than 0 where a word may go together with the next one, whatever clauses they are of."""
    bits = marks[first::MARKS].translate(None, CLAUSE_MARK)
    return neighbours(bits, marks[second::MARKS].translate(None, CLAUSE_MARK))
