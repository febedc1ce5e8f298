"""Words that mean a category only near others: who is helpless is refused near who is naked.

One pass over the words notes where each kind of word stands; a rule then walks the places of its
two kinds once, so work grows with the number of words. It knows no kind by name: kinds and rules
are data, and what a word hides is undone before.
"""

from bisect import bisect
from collections.abc import Collection, Iterator, Mapping

import msgspec

from domain.moderation_words import CLAUSE_END, entries
from domain.phrases import Phrases
from domain.policy import CATEGORIES, contexts
from domain.policy import rules as policy

Place = tuple[int, int, int]
"""Where a kind of word stands: its first word, the word after it, its clause; clause ends are not
counted as words."""


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


def _together() -> Iterator[tuple[str, str]]:
    """Pairs of a kind and the wider kind that it is one of."""
    for line in policy.KINDS_TOGETHER.strip().splitlines():
        wide, _, kinds = line.partition(": ")
        yield from ((kind, wide) for kind in kinds.split(", "))


_RULES = tuple(map(_rule, policy.RULES.strip().splitlines()))
_PARDONS = tuple(map(_pardon, policy.PARDONS.strip().splitlines()))
_UNPARDONED = frozenset(policy.UNPARDONED.split(", "))
_WIDER: dict[str, list[str]] = {}
for _kind, _wide in _together():
    _WIDER.setdefault(_kind, []).append(_wide)
_KINDS_OF: dict[tuple[str, ...], list[str]] = {}
for _kind, _block in contexts.KINDS.items():
    for _words in entries(_block):
        _KINDS_OF.setdefault(tuple(_words), []).extend((_kind, *_WIDER.get(_kind, ())))
_KINDS = Phrases((words, " ".join(dict.fromkeys(kinds))) for words, kinds in _KINDS_OF.items())
"""Each phrase once, with all of its kinds."""
_UNSPACED_RULES = tuple(
    (category, frozenset(kinds.split(" + ")))
    for category, kinds in (line.split(" = ") for line in policy.UNSPACED_RULES.split("\n") if line)
)
BARE = "bare"
"""The kind of everything that shows or does what only adults may be shown with."""
CLOSING = "closing"
"""Where a clause ends: after its last word."""


def places_of(words: list[str], more: Mapping[str, Collection[int]]) -> dict[str, list[Place]]:
    """Where each kind of word stands in words with CLAUSE_END between clauses.

    `more` tells of other kinds by the indices of single words.
    """
    found: dict[str, list[Place]] = {}
    ends = [i for i, word in enumerate(words) if word == CLAUSE_END]
    for start in _KINDS.starts(words):
        clause = bisect(ends, start)
        for end, kinds in _KINDS.at(words, start):
            found.setdefault(kinds, []).append((start - clause, end - clause, clause))
    places: dict[str, list[Place]] = {}
    for kinds, listed in found.items():
        for kind in kinds.split():
            places.setdefault(kind, []).extend(listed)
    for kind, indices in more.items():
        if indices:
            counted = ((i, bisect(ends, i)) for i in indices)
            places[kind] = [(i - clause, i - clause + 1, clause) for i, clause in counted]
    if places:
        ends.append(len(words))
        places[CLOSING] = [(i - clause, i - clause, clause) for clause, i in enumerate(ends)]
    return places


def pardoned(places: dict[str, list[Place]]) -> list[tuple[int, int]]:
    """Spans of words that mean nothing beside what stands near them, as indices of words."""
    if BARE in places or not _UNPARDONED.isdisjoint(places):
        return []
    met = (each for each in _PARDONS if each.soft in places and each.near in places)
    return [
        (start + clause, end + clause)
        for pardon, near in ((pardon, sorted(places[pardon.near])) for pardon in met)
        for start, end, clause in places[pardon.soft]
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


def categories_near(places: dict[str, list[Place]]) -> set[str]:
    """Every category that the rules find."""
    found: set[str] = set()
    for rule in _RULES:
        if rule.first in places and rule.second in places and rule.found not in found:
            if rule.found in CATEGORIES:
                if next(_met(rule, places), None):
                    found.add(rule.found)
            elif met := list(_met(rule, places)):
                places.setdefault(rule.found, []).extend(met)
    return found


def categories_together(kinds: set[str]) -> set[str]:
    """Every category that kinds mean when both stand in one text, in scripts without spaces."""
    return {found for found, both in _UNSPACED_RULES if both <= kinds}


def _met(rule: Rule, places: dict[str, list[Place]]) -> Iterator[Place]:
    """The places where the rule is met: where the later of the two words stands."""
    kinds = {rule.first, rule.second, rule.parted_by} & places.keys()
    listed = [(*place, kind) for kind in kinds for place in places[kind]]
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
