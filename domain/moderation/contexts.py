"""Words that mean a category only near others: who is helpless is refused near who is naked.

Bits tell whether two kinds of word come near each other anywhere; only then a rule walks the
places of its two kinds, once, so work grows with the number of words. It knows no kind by name:
kinds and rules are data, and what a word hides is undone before.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import reduce
from itertools import repeat
from operator import or_

import msgspec

from domain.moderation.reading import Place, Reading
from domain.moderation.tree import Phrase
from domain.policy import CATEGORIES
from domain.policy import rules as policy

WORDS_REACHED = 6
"""Most rules reach no farther, and most find nothing: one look tells."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """`found` is met where `first` and `second` have at most `words_between_max` words between."""

    found: str
    first: str
    second: str
    words_between_max: int
    in_clause: bool
    ordered: bool
    parted_by: str


def _rule(line: str) -> Rule:
    found, _, told = line.partition(" = ")
    kinds, _, how = told.partition(": ")
    first, second = kinds.split(" + ")
    near, _, parted_by = how.partition(", parted by ")
    most, *flags = near.split()
    return Rule(
        found=found,
        first=first,
        second=second,
        words_between_max=int(most),
        in_clause="clause" in flags,
        ordered="ordered" in flags,
        parted_by=parted_by,
    )


class Pardon(msgspec.Struct, frozen=True, kw_only=True):
    """Words of kind `soft` mean nothing with at most `words_between_max` words to `near`."""

    soft: str
    near: str
    words_between_max: int
    in_clause: bool
    ordered: bool


def _pardon(line: str) -> Pardon:
    kinds, _, how = line.partition(": ")
    soft, where, near = kinds.split()
    most, *flags = how.split()
    return Pardon(
        soft=soft,
        near=near,
        words_between_max=int(most),
        in_clause="clause" in flags,
        ordered=where == "after",
    )


_RULES = tuple(map(_rule, policy.RULES.strip().splitlines()))
_PARDONS = tuple(map(_pardon, policy.PARDONS.strip().splitlines()))
_UNPARDONED = frozenset(policy.UNPARDONED.split(", "))
BARE = "bare"
"""The kind of everything that shows or does what only adults may be shown with."""
CLOSING = "closing"
"""Where a clause ends: after its last word."""


class Places:
    """Where each kind of word stands in a text; made out of a kind when it is asked for.

    `more` tells of other kinds by the indices of single words, clause ends counted.
    """

    def __init__(self, reading: Reading, more: Mapping[str, Collection[int]]) -> None:
        self._reading = reading
        self._phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in reading.found:
            for kind in phrase.kinds:
                self._phrases[kind].append(phrase)
        self._more: dict[str, list[Place]] = {
            kind: [reading.place(i) for i in indices] for kind, indices in more.items() if indices
        }
        self.kinds = self._phrases.keys() | self._more.keys()
        self.clause_starts = reading.clause_starts
        self.bits = _Bits(self)

    def of(self, kind: str) -> list[Place]:
        """Every place of a kind, in no order."""
        if kind == CLOSING:
            return self._reading.clause_ends()
        clause_of = self._reading.clause_of
        return self._more.get(kind, []) + [
            (start, end, clause_of(start))
            for phrase in self._phrases.get(kind, ())
            for start, end in self._reading.found[phrase]
        ]

    def add(self, kind: str, places: list[Place]) -> None:
        """More of a kind, found by a rule."""
        self._more.setdefault(kind, []).extend(places)
        self.bits.pop(kind, None)

    def bits_of(self, kind: str) -> tuple[int, int]:
        """A bit for each word that the kind begins with, and one for each after its last."""
        starts = ends = 0
        if kind == CLOSING:
            ends = self.clause_starts | 1 << len(self._reading.flat)
            return ends, ends
        for phrase in self._phrases.get(kind, ()):
            starts |= self._reading.bits[phrase][0]
            ends |= self._reading.bits[phrase][1]
        for start, end, _ in self._more.get(kind, ()):
            starts |= 1 << start
            ends |= 1 << end
        return starts, ends


def pardoned(places: Places) -> list[tuple[int, int]]:
    """Spans of words that mean nothing beside what stands near them, clause ends not counted."""
    kinds = places.kinds
    if BARE in kinds or not _UNPARDONED.isdisjoint(kinds):
        return []
    met = (each for each in _PARDONS if each.soft in kinds and each.near in kinds)
    return [
        (start, end)
        for pardon, near in ((pardon, sorted(places.of(pardon.near))) for pardon in met)
        for start, end, clause in places.of(pardon.soft)
        if _is_pardoned(pardon, (start, end, clause), near)
    ]


def _is_pardoned(pardon: Pardon, soft: Place, near: list[Place]) -> bool:
    """Whether the nearest word of the pardoning kind, on one side or the other, is near enough."""
    start, end, clause = soft
    at = bisect(near, soft)
    before = near[:at][-1:]
    after = [] if pardon.ordered else near[at : at + 1]
    gaps = [(start - other[1], other[2]) for other in before]
    gaps += [(other[0] - end, other[2]) for other in after]
    return any(
        0 <= gap <= pardon.words_between_max and (not pardon.in_clause or there == clause)
        for gap, there in gaps
    )


def categories_near(places: Places) -> set[str]:
    """Every category that the rules find; kinds that they find are added to the places."""
    found: set[str] = set()
    asked = reduce(or_, map(_ASKED.get, places.kinds, repeat(0)), _ASKED[CLOSING])
    left = asked & asked >> len(_RULES) & _ALL_RULES
    while left:
        bit = left & -left
        left ^= bit
        rule = _RULES[bit.bit_length() - 1]
        if rule.found in found or not places.bits.may_meet(rule):
            continue
        if rule.found in CATEGORIES:
            if next(_met(rule, places), None):
                found.add(rule.found)
        elif met := list(_met(rule, places)):
            places.add(rule.found, met)
            asked |= _ASKED.get(rule.found, 0)
            left = asked & asked >> len(_RULES) & _ALL_RULES & -(bit << 1)
    return found


_ALL_RULES = (1 << len(_RULES)) - 1
_ASKED: dict[str, int] = {}
"""By kind, a bit for each rule that asks for it first and, above these, second."""
for _i, _each in enumerate(_RULES):
    _ASKED[_each.first] = _ASKED.get(_each.first, 0) | 1 << _i
    _ASKED[_each.second] = _ASKED.get(_each.second, 0) | 1 << _i + len(_RULES)


class _Bits(dict[str, tuple[int, int, int]]):
    """Where kinds of word begin, end, and may be near to what begins there, a bit for each word.

    Nearness is then a shift and an and.
    """

    def __init__(self, places: Places) -> None:
        super().__init__()
        self._places = places

    def __missing__(self, kind: str) -> tuple[int, int, int]:
        starts, ends = self._places.bits_of(kind)
        near = ends | ends << 1
        near |= near << 2
        self[kind] = bits = starts, ends, near | near << 3
        return bits

    def may_meet(self, rule: Rule) -> bool:
        """Whether words of the rule's kinds stand near enough anywhere."""
        starts, ends, reached = self[rule.first]
        other_starts, other_ends, other_reached = self[rule.second]
        may_reach = reached & other_starts or (not rule.ordered and other_reached & starts)
        if not may_reach and rule.words_between_max <= WORDS_REACHED:
            return False
        clause_starts = self._places.clause_starts
        return _is_met(rule, ends, other_starts, clause_starts) or (
            not rule.ordered and _is_met(rule, other_ends, starts, clause_starts)
        )


def _is_met(rule: Rule, ends: int, starts: int, clause_starts: int) -> bool:
    """Whether one of the starts is near enough to an end before."""
    most = rule.words_between_max
    if rule.in_clause and rule.second != CLOSING:
        return _within_clause(ends, most, starts, clause_starts)
    return _within(ends, most) & starts > 0


def _within(ends: int, most: int) -> int:
    """The places with at most so many words between them and one of the ends before."""
    covered = 1
    while covered <= most:
        step = min(covered, most + 1 - covered)
        ends |= ends << step
        covered += step
    return ends


def _within_clause(ends: int, most: int, starts: int, clause_starts: int) -> bool:
    """Whether one of the places has at most so many words, of its clause, to an end before."""
    if not _within(ends, most) & starts:
        return False
    ends &= ~clause_starts
    for _ in range(most):
        if ends & starts:
            return True
        ends = ends << 1 & ~clause_starts
    return ends & starts > 0


def _met(rule: Rule, places: Places) -> Iterator[Place]:
    """The places where the rule is met: where the later of the two words stands."""
    kinds = {rule.first, rule.second, rule.parted_by or rule.second}
    listed = [(*place, kind) for kind in kinds for place in places.of(kind)]
    last_first: Place | None = None
    last_second: Place | None = None
    for start, end, clause, kind in sorted(listed):
        if kind == rule.parted_by:
            last_first = last_second = None
            continue
        may_end = kind == rule.first and not rule.ordered
        if (kind == rule.second and _is_near(rule, last_first, start, clause)) or (
            may_end and _is_near(rule, last_second, start, clause)
        ):
            yield start, end, clause
        if kind == rule.first:
            last_first = (start, end, clause)
        if kind == rule.second:
            last_second = (start, end, clause)


def _is_near(rule: Rule, last: Place | None, start: int, clause: int) -> bool:
    return (
        last is not None
        and 0 <= start - last[1] <= rule.words_between_max
        and (not rule.in_clause or last[2] == clause)
    )
