"""What words mean near others by the content policy, read from how `domain/policy` writes it."""

import msgspec

from domain.policy import rules as policy


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
    """Words of kind `soft` mean nothing with at most `words_between_max` words to `near`.

    `over_bare`: also where all that is bare is part of them, and no word of kind `away_from` is in
    their clause.
    """

    soft: str
    near: str
    words_between_max: int
    in_clause: bool
    ordered: bool
    over_bare: bool
    away_from: str


def _pardon(line: str) -> Pardon:
    kinds, _, how = line.partition(": ")
    soft, where, near = kinds.split()
    how, _, away_from = how.partition(", away from ")
    most, *flags = how.split()
    return Pardon(
        soft=soft,
        near=near,
        words_between_max=int(most),
        in_clause="clause" in flags,
        ordered=where == "after",
        over_bare="bare" in flags,
        away_from=away_from,
    )


RULES = tuple(map(_rule, policy.RULES.strip().splitlines()))
PARDONS = tuple(map(_pardon, policy.PARDONS.strip().splitlines()))
PARDONS_OVER_BARE = tuple(pardon for pardon in PARDONS if pardon.over_bare)
UNPARDONED = frozenset(policy.UNPARDONED.split(", "))
BARE = "bare"
"""The kind of everything that shows or does what only adults may be shown with."""
CLOSING = "closing"
"""Where a clause ends: after its last word."""
ASKED_FOR = frozenset((BARE, *UNPARDONED)).union(
    *((rule.first, rule.second, rule.parted_by) for rule in RULES),
    *((pardon.soft, pardon.near, pardon.away_from) for pardon in PARDONS),
)
"""The kinds that a rule or a pardon names; the others are only parts of wider ones."""
