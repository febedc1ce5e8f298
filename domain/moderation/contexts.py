"""Words that mean a category only near others: who is helpless is refused near who is naked.

Bits tell where two kinds of word come near each other, all places at once. It knows no kind by
name: kinds and rules are data, and what a word hides is undone before.
"""

from bisect import bisect
from functools import reduce
from itertools import repeat
from operator import or_

from domain.moderation.places import REACHED, REACHED_FAR, Places
from domain.moderation.reading import Place
from domain.moderation.rules import (
    BARE,
    CLOSING,
    PARDONS,
    PARDONS_OVER_BARE,
    RULES,
    UNPARDONED,
    Pardon,
    Rule,
)
from domain.policy import CATEGORIES


def pardoned(places: Places) -> list[tuple[int, int]]:
    """Spans of words that mean nothing beside what stands near them, clause ends not counted."""
    kinds = places.kinds
    if not UNPARDONED.isdisjoint(kinds):
        return []
    listed = PARDONS_OVER_BARE if BARE in kinds else PARDONS
    met = (each for each in listed if each.soft in kinds and each.near in kinds)
    return [
        (start, end)
        for pardon, near in ((pardon, sorted(places.of(pardon.near))) for pardon in met)
        for start, end, clause in _softened(pardon, places)
        if _is_pardoned(pardon, (start, end, clause), near)
    ]


def _softened(pardon: Pardon, places: Places) -> list[Place]:
    """What a pardon may blank: nothing where something bare stands outside of it."""
    soft = places.of(pardon.soft)
    bare = places[BARE].starts
    for start, end, _ in soft:
        bare &= ~((1 << end) - (1 << start))
    parted = {clause for _, _, clause in places.of(pardon.away_from)}
    return [] if bare else [place for place in soft if place[2] not in parted]


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
        if rule.found in found:
            continue
        later, earlier = _near(rule, places)
        if not later and not earlier:
            continue
        if rule.found in CATEGORIES:
            found.add(rule.found)
            continue
        met = places.of(rule.second, among=later) if later else []
        places.add(rule.found, met + places.of(rule.first, among=earlier) if earlier else met)
        asked |= _ASKED.get(rule.found, 0)
        left = asked & asked >> len(RULES) & _ALL & -(bit << 1)
    return found


_ALL = (1 << len(RULES)) - 1
_ASKED: dict[str, int] = {}
"""By kind, a bit for each rule that asks for it first and, above these, second."""
for _i, _each in enumerate(RULES):
    _ASKED[_each.first] = _ASKED.get(_each.first, 0) | 1 << _i
    _ASKED[_each.second] = _ASKED.get(_each.second, 0) | 1 << _i + len(RULES)


def _near(rule: Rule, places: Places) -> tuple[int, int]:
    """Where the rule is met: a bit for each place of its second kind that is near after one of the
    first, and for each of its first kind that is so after one of the second.
    """
    first, second = places[rule.first], places[rule.second]
    if rule.words_between_max <= REACHED:
        later, earlier = first.reached, second.reached
    elif rule.words_between_max <= REACHED_FAR:
        later, earlier = first.reached_far, second.reached_far
    else:
        later = earlier = -1
    later &= second.starts
    earlier = 0 if rule.ordered else earlier & first.starts
    if later:
        later &= _reached(rule, first.ends, places)
    if earlier:
        earlier &= _reached(rule, second.ends, places)
    return later, earlier


def _reached(rule: Rule, ends: int, places: Places) -> int:
    """The places that are as near after one of the ends as the rule asks."""
    if not rule.in_clause and not rule.parted_by:
        return _within(ends, rule.words_between_max)
    walls = places.clause_starts if rule.in_clause else 0
    if rule.parted_by:
        walls |= places[rule.parted_by].starts
    reached = ends
    for _ in range(rule.words_between_max):
        ends = (ends & ~walls) << 1
        reached |= ends
    ends_clause = rule.second == CLOSING
    return reached & ~places.clause_starts if rule.in_clause and not ends_clause else reached


def _within(ends: int, most: int) -> int:
    """The places with at most so many words between them and one of the ends before."""
    covered = 1
    while covered <= most:
        step = min(covered, most + 1 - covered)
        ends |= ends << step
        covered += step
    return ends
