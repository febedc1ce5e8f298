"""The published rule of strikes: which refusals count, and when they put somebody on hold.

A strike is a refusal in one of STRIKE_CATEGORIES. Strikes count for the end user that the request
named; those of requests that named nobody count for the account itself. So that an account cannot
name somebody new each time, its end users that were refused as MINOR are counted, each once.
Whoever was put on hold starts from nothing again when released. The rule reads no text and knows
no person, only keyed hashes; docs/howto/moderation-rules.md says the same in words.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

import msgspec

STRIKE_CATEGORIES = frozenset(
    {"minor", "real_person", "non_consent", "bestiality", "incest", "trafficking"}
)
"""The severe ones. The others are refused as well, but count against nobody."""

MINOR = "minor"
"""The gravest one, in which strikes count against the account whoever is named."""

STRIKES_COUNT_FOR = timedelta(days=30)

END_USER_STRIKES = 5
"""So many strikes of one end user put that end user on hold."""

ACCOUNT_STRIKES = 25
"""So many strikes of requests that named no end user put the account on hold."""

ACCOUNT_END_USERS = 50
"""So many end users put on hold put the account on hold."""

ACCOUNT_END_USERS_STRUCK_AS_MINOR = 250
"""So many end users with a strike as MINOR put the account on hold: it takes as many strikes as
putting ACCOUNT_END_USERS on hold. Why so many, and why only these: docs/decisions/0032.
"""

STRUCK_END_USERS_MAX = 10_000
"""End users whose strikes are remembered at once; the longest quiet ones are forgotten first."""

NOBODY = b""
"""Whose strikes those are of requests that named no end user."""

Strikes = Mapping[bytes, tuple[datetime, ...]]


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What an account has to answer for: strikes by end user, oldest first; who is on hold; when
    end users were put on hold, and the newest strike as MINOR of each of them, since the account
    itself last was on hold.
    """

    strikes: dict[bytes, tuple[datetime, ...]] = {}
    held: frozenset[bytes] = frozenset()
    holds: tuple[datetime, ...] = ()
    minors: dict[bytes, datetime] = {}

    def count(self, end_user: bytes, now: datetime) -> int:
        """Strikes that still count."""
        return sum(at > now - STRIKES_COUNT_FOR for at in self.strikes.get(end_user, ()))

    def count_minors(self, now: datetime) -> int:
        """End users whose strike as MINOR still counts against the account."""
        return sum(at > now - STRIKES_COUNT_FOR for at in self.minors.values())


def struck(tally: Tally, end_user: bytes, at: datetime, blocks: int = 1) -> Tally:
    """The tally after strikes at one moment; only so many are kept as the rule can ask for."""
    most = ACCOUNT_STRIKES if end_user == NOBODY else END_USER_STRIKES
    known = [old for old in tally.strikes.get(end_user, ()) if old > at - STRIKES_COUNT_FOR]
    kept = tuple([*known, *[at] * min(blocks, most)][-most:])
    others = {name: strikes for name, strikes in tally.strikes.items() if name != end_user}
    if len(others) >= STRUCK_END_USERS_MAX:
        del others[min(others, key=lambda name: others[name][-1])]
    return msgspec.structs.replace(tally, strikes=others | {end_user: kept})


def struck_as_minor(tally: Tally, end_user: bytes, at: datetime) -> Tally:
    """The tally after a strike as MINOR that named an end user; the newest are kept."""
    minors = tally.minors | {end_user: max(at, tally.minors.get(end_user, at))}
    if len(minors) > ACCOUNT_END_USERS_STRUCK_AS_MINOR:
        del minors[min(minors, key=lambda name: minors[name])]
    return msgspec.structs.replace(tally, minors=minors)


def held(tally: Tally, end_user: bytes, at: datetime) -> Tally:
    """The tally once an end user is on hold."""
    recent = tuple(old for old in tally.holds if old > at - STRIKES_COUNT_FOR)
    return msgspec.structs.replace(
        _forgiven(tally, end_user),
        held=tally.held | {end_user},
        holds=(*recent, at)[-ACCOUNT_END_USERS:],
    )


def released(tally: Tally, end_user: bytes) -> Tally:
    """The tally once an end user is not on hold any more: it starts from nothing."""
    minors = {name: at for name, at in tally.minors.items() if name != end_user}
    return msgspec.structs.replace(
        _forgiven(tally, end_user), held=tally.held - {end_user}, minors=minors
    )


def account_held(tally: Tally) -> Tally:
    """The tally once the account is on hold: its own strikes start from nothing."""
    return msgspec.structs.replace(_forgiven(tally, NOBODY), holds=(), minors={})


def _forgiven(tally: Tally, end_user: bytes) -> Tally:
    strikes = {name: kept for name, kept in tally.strikes.items() if name != end_user}
    return msgspec.structs.replace(tally, strikes=strikes)


def end_user_due(tally: Tally, end_user: bytes, now: datetime) -> bool:
    """Whether the rule puts this end user on hold now."""
    if end_user == NOBODY or end_user in tally.held:
        return False
    return tally.count(end_user, now) >= END_USER_STRIKES


def account_due(tally: Tally, now: datetime) -> bool:
    """Whether the rule puts the account on hold now."""
    holds = sum(at > now - STRIKES_COUNT_FOR for at in tally.holds)
    return (
        tally.count(NOBODY, now) >= ACCOUNT_STRIKES
        or holds >= ACCOUNT_END_USERS
        or tally.count_minors(now) >= ACCOUNT_END_USERS_STRUCK_AS_MINOR
    )
