"""A text as the prompt gate reads it: its words, and every phrase of the policy in them.

One look finds all phrases, whatever they mean. What is harmless is then blanked: phrases that
reach into it count no more. It does not know what phrases are for.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import sub

from domain.moderation.marks import (
    BEGINS,
    CLAUSE_END_MARKS,
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
from domain.moderation.pieces import assembled, neighbours, where
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
    for each of these that begins a clause, the first aside. `wholes` are phrases of one word, with
    a bit for each place; `longer` ones stand in one clause too, those `across` reach over several,
    `parts` are put together from what stands anywhere.
    """

    def __init__(self, words: list[str], marks: bytes | None = None) -> None:
        self.words = words
        self._marks = marks_of(words) if marks is None else marks
        self._flat_marks = self._marks.replace(CLAUSE_END_MARKS, b"")
        self._sorts = self._marks[SORT::MARKS]
        self.ends = list(where(self._sorts.translate(IS_CLAUSE_END)))
        self.flat = list(compress(words, self._sorts.translate(IS_WORD)))
        self._closed = list(map(sub, self.ends, count()))
        self.clause_starts = _clause_starts(self._sorts)
        self._find()

    def _find(self) -> None:
        """Find all phrases; what is put together from parts is read as if it stood behind."""
        behind = assembled(
            self.words,
            self.flat,
            begins=self._marks[BEGINS::MARKS],
            goes_on=self._marks[GOES_ON::MARKS],
            is_letter=self._sorts.translate(IS_LETTER),
            letters=self._flat_marks[SORT::MARKS].translate(IS_LETTER),
        )
        self.wholes = _wholes(self.flat, self._flat_marks)
        self.longer: list[Found] = []
        self.across: list[Found] = []
        self.parts: set[Phrase] = set()
        words, marks, last = self.flat, self._flat_marks, len(self.flat)
        if behind:
            added = marks_of(behind)
            self.parts.update(_wholes(behind, added))
            self.parts.update(phrase for _, _, phrase in _longer(behind, added))
            words, marks = [*words, *behind], marks + added
        self.longer += [
            (start, start + 2, NAME_ALIKE)
            for start in _names_alike(self.flat, self._flat_marks)
            if self._is_in_clause(start, start + 2)
        ]
        for start, end, phrase in _longer(words, marks):
            if end <= last and self._is_in_clause(start, end):
                self.longer.append((start, end, phrase))
            elif start < last:
                self.across.append((start, end, phrase))

    def _is_in_clause(self, start: int, end: int) -> bool:
        """Whether no clause begins inside."""
        return not self.clause_starts >> start + 1 & (1 << end - start - 1) - 1

    # -------------------------------------------------------------------- where

    def ways(self) -> list[str]:
        """In which codes words seem to be written."""
        is_coded = self._sorts.translate(IS_CODED)
        if 1 not in is_coded:
            return []
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
        return {term for phrase in self._wherever() if phrase.terms for term in phrase.terms}

    def avoided_terms(self) -> set[str]:
        """The same of what a picture shall not show."""
        return {term for phrase in self._wherever() if phrase.avoided for term in phrase.avoided}

    def _wherever(self) -> list[Phrase]:
        return [*self.phrases(), *self.parts, *(phrase for _, _, phrase in self.across)]

    def names(self) -> set[str]:
        """Categories that phrases mean within a clause."""
        phrases = [*self.phrases(), *self.parts]
        return {name for phrase in phrases if phrase.names for name in phrase.names}

    def phrases(self) -> list[Phrase]:
        """What stands in one clause, some of it more than once."""
        return [*self.wholes, *(phrase for _, _, phrase in self.longer)]

    # -------------------------------------------------------------------- blank

    def harmless(self, way: str) -> list[Span]:
        """Phrases that blank what they cover in this way, from left to right, the longest first."""
        spans = [(start, end) for start, end, phrase in self.longer if way in phrase.blanks]
        for phrase in self.wholes:
            if phrase.blanks and way in phrase.blanks:
                spans += ((start, start + 1) for start in set_bits(self.wholes[phrase]))
        kept, free_from = [], 0
        for start, end in sorted(spans, key=_longest_first):
            if start >= free_from:
                kept.append((start, end))
                free_from = end
        return kept

    def blank(self, spans: Sequence[Span]) -> bool:
        """Take words out of the judgement, each span within a clause; whether there were any."""
        if not spans:
            return False
        blanked = 0
        for start, end in spans:
            blank, clause = [""] * (end - start), self.clause_of(start)
            blanked |= (1 << end) - (1 << start)
            self._drop_wholes(start, end)
            self.flat[start:end] = self.words[start + clause : end + clause] = blank
        self.longer = _outside(blanked, self.longer)
        self.across = _outside(blanked, self.across)
        return True

    def _drop_wholes(self, start: int, end: int) -> None:
        """Take these words, not blanked so far, out of the phrases of one word."""
        for i in range(start, end):
            phrase = WHOLE.get(self.flat[i])
            if phrase is not None:
                self.wholes[phrase] ^= 1 << i
                if not self.wholes[phrase]:
                    del self.wholes[phrase]


def _outside(bits: int, found: list[Found]) -> list[Found]:
    """What holds no word that has a bit."""
    return [each for each in found if not bits >> each[0] & (1 << each[1] - each[0]) - 1]


def set_bits(bits: int) -> Iterator[int]:
    """Which bits are set, from the least on."""
    while bits:
        least = bits & -bits
        yield least.bit_length() - 1
        bits ^= least


def _clause_starts(sorts: bytes) -> int:
    """A bit for each word that begins a clause, the first aside; clause ends are not counted."""
    flags = sorts.translate(_END_OR_WORD).replace(b"|0", b"1")
    if flags.endswith(b"|"):
        flags += b"1"
    return int(flags.replace(b"|", b"")[::-1] or b"0", 2)


_END_OR_WORD = b"0" * 255 + b"|"


def _longest_first(span: Span) -> Span:
    return span[0], -span[1]


def _wholes(words: list[str], marks: bytes) -> dict[Phrase, int]:
    """Phrases of one word, with a bit for each place; no clause ends are among the words."""
    found: dict[Phrase, int] = {}
    for i in where(marks[SORT::MARKS].translate(IS_ONLY)):
        phrase = WHOLE[words[i]]
        found[phrase] = found.get(phrase, 0) | 1 << i
    return found


_heard = lru_cache(maxsize=SOUNDS_REMEMBERED_MAX)(sound)


def _names_alike(words: list[str], marks: bytes) -> Iterator[int]:
    """Where two words sound like a name, however they are written, of one clause or not."""
    for i in where(_pairs(marks, NAMED, NAMES)):
        if (_heard(words[i]), _heard(words[i + 1])) in NAMES_BY_SOUND:
            yield i


def _longer(words: list[str], marks: bytes) -> Iterator[Found]:
    """Phrases of several words; no clause ends are among the words."""
    for start in where(_pairs(marks, FOLLOWED, FOLLOWS)):
        node = ROOT[words[start]].get(words[start + 1])
        if node is None:
            continue
        end = start + 2
        while node is not None:
            if node.phrase is not None:
                yield start, end, node.phrase
            node = node.get(words[end]) if node and end < len(words) else None
            end += 1


def _pairs(marks: bytes, first: int, second: int) -> bytes:
    """More than 0 where a word may go together with the next one, whatever clauses they are of."""
    return neighbours(marks[first::MARKS], marks[second::MARKS])
