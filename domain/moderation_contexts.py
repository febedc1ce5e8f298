"""Words that mean a category only near others: who is helpless is refused near who is naked.

One pass over the words notes where each kind of word stands; a rule then walks the places of its
two kinds once, so work grows with the number of words. It knows no kind by name: kinds and rules
are data, and what a word hides is undone before.
"""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from domain.moderation_words import CLAUSE_END, entries
from domain.phrases import Phrases
from domain.policy import CATEGORIES, contexts, unspaced
from domain.policy import rules as policy


class Place(msgspec.Struct, frozen=True):
    """Where a kind of word stands: from word `start` to before `end`, clause ends not counted."""

    start: int
    end: int
    clause: int


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


def _together() -> Iterator[tuple[str, str]]:
    """Pairs of a kind and the wider kind that it is one of."""
    for line in policy.KINDS_TOGETHER.strip().splitlines():
        wide, _, kinds = line.partition(": ")
        yield from ((kind, wide) for kind in kinds.split(", "))


_RULES = tuple(map(_rule, policy.RULES.strip().splitlines()))
_WIDER: dict[str, list[str]] = {}
for _kind, _wide in _together():
    _WIDER.setdefault(_kind, []).append(_wide)
_KINDS = Phrases(
    (words, each)
    for kind, block in contexts.KINDS.items()
    for words in entries(block)
    for each in (kind, *_WIDER.get(kind, ()))
)
_UNSPACED = {
    kind: tuple("".join(words) for words in entries(block))
    for kind, block in unspaced.UNSPACED_KINDS.items()
}
_UNSPACED_RULES = tuple(
    (category, *kinds.split(" + "))
    for category, kinds in (line.split(" = ") for line in policy.UNSPACED_RULES.split("\n") if line)
)
BARE = "bare"
"""The kind of everything that shows or does what only adults may be shown with."""


def places_of(words: list[str], more: Mapping[str, Collection[int]]) -> dict[str, list[Place]]:
    """Where each kind of word stands in words with CLAUSE_END between clauses.

    `more` tells of other kinds by the indices of single words.
    """
    places: dict[str, list[Place]] = {}
    at = clause = 0
    for i, word in enumerate(words):
        if word == CLAUSE_END:
            clause += 1
            continue
        for end, kind in _KINDS.at(words, i):
            places.setdefault(kind, []).append(Place(at, at + end - i, clause))
        for kind, indices in more.items():
            if i in indices:
                places.setdefault(kind, []).append(Place(at, at + 1, clause))
        at += 1
    return places


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


def categories_together(text: str) -> set[str]:
    """Every category whose two kinds stand in a text, in scripts written without spaces."""
    present = {kind for kind, terms in _UNSPACED.items() if any(map(text.__contains__, terms))}
    return {found for found, *kinds in _UNSPACED_RULES if present.issuperset(kinds)}


def _met(rule: Rule, places: dict[str, list[Place]]) -> Iterator[Place]:
    """The places where the rule is met: where the later of the two words stands."""
    kinds = {rule.first, rule.second, rule.parted_by} & places.keys()
    listed = [(p.start, p.end, p.clause, kind) for kind in kinds for p in places[kind]]
    last_first = last_second = None
    for start, end, clause, kind in sorted(listed):
        if kind == rule.parted_by:
            last_first = last_second = None
            continue
        may_end = kind == rule.first and not rule.ordered
        if (kind == rule.second and _is_near(rule, last_first, start, clause)) or (
            may_end and _is_near(rule, last_second, start, clause)
        ):
            yield Place(start, end, clause)
        if kind == rule.first:
            last_first = (start, end, clause)
        if kind == rule.second:
            last_second = (start, end, clause)


def _is_near(rule: Rule, last: tuple[int, int, int] | None, start: int, clause: int) -> bool:
    return (
        last is not None
        and 0 <= start - last[1] <= rule.words_between_max
        and (not rule.in_clause or last[2] == clause)
    )
