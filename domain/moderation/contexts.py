"""Words that mean a category only near others: who is helpless is refused near who is naked.

Bits tell where two kinds of word come near each other; only there a rule walks the places of its
two kinds, once, so work grows with the number of words. It knows no kind by name: kinds and rules
are data, and what a word hides is undone before.
"""

from bisect import bisect
from collections.abc import Iterator
from functools import reduce
from itertools import repeat
from operator import or_

from domain.moderation.places import REACHED, REACHED_FAR, Places
from domain.moderation.reading import Place
from domain.moderation.rules import BARE, CLOSING, PARDONS, RULES, UNPARDONED, Pardon, Rule
from domain.policy import CATEGORIES


def pardoned(places: Places) -> list[tuple[int, int]]:
    """Spans of words that mean nothing beside what stands near them, clause ends not counted."""
    kinds = places.kinds
    if BARE in kinds or not UNPARDONED.isdisjoint(kinds):
        return []
    met = (each for each in PARDONS if each.soft in kinds and each.near in kinds)
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
    left = asked & asked >> len(RULES) & _ALL
    while left:
        bit = left & -left
        left ^= bit
        rule = RULES[bit.bit_length() - 1]
        if rule.found in found or not (near := _near(rule, places)):
            continue
        if rule.found in CATEGORIES:
            if next(_met(rule, places, near), None):
                found.add(rule.found)
        elif met := list(_met(rule, places, near)):
            places.add(rule.found, met)
            asked |= _ASKED.get(rule.found, 0)
            left = asked & asked >> len(RULES) & _ALL & -(bit << 1)
    return found


_ALL = (1 << len(RULES)) - 1
_ASKED: dict[str, int] = {}
"""By kind, a bit for each rule that asks for it first and, above these, second."""
for _i, _each in enumerate(RULES):
    _ASKED[_each.first] = _ASKED.get(_each.first, 0) | 1 << _i
    _ASKED[_each.second] = _ASKED.get(_each.second, 0) | 1 << _i + len(RULES)


def _near(rule: Rule, places: Places) -> int:
    """A bit at least for each place of one kind with the other kind near enough before."""
    first, second = places[rule.first], places[rule.second]
    most = rule.words_between_max
    if most <= REACHED:
        reached, other_reached = first.reached, second.reached
    elif most <= REACHED_FAR:
        reached, other_reached = first.reached_far, second.reached_far
    else:
        reached, other_reached = _within(first.ends, most), _within(second.ends, most)
    near = reached & second.starts
    other_near = 0 if rule.ordered else other_reached & first.starts
    if rule.in_clause and rule.second != CLOSING:
        near = near and near & _within_clause(first.ends, most, places.clause_starts)
        other_near = other_near and other_near & _within_clause(
            second.ends, most, places.clause_starts
        )
    return near | other_near


def _within(ends: int, most: int) -> int:
    """The places with at most so many words between them and one of the ends before."""
    covered = 1
    while covered <= most:
        step = min(covered, most + 1 - covered)
        ends |= ends << step
        covered += step
    return ends


def _within_clause(ends: int, most: int, clause_starts: int) -> int:
    """The same of those places that are in the clause of the end."""
    inside = ~clause_starts
    reached = ends = ends & inside
    for _ in range(most):
        ends = ends << 1 & inside
        reached |= ends
    return reached


def _met(rule: Rule, places: Places, near: int) -> Iterator[Place]:
    """The places where the rule is met: where the later of the two words stands.

    Looks no further back from what is `near` than may tell.
    """
    kinds = {rule.first, rule.second, rule.parted_by or rule.second}
    back = rule.words_between_max + places.longest
    among = _within(near, back) >> back
    listed = [(*place, kind) for kind in kinds for place in places.of(kind, among=among)]
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
