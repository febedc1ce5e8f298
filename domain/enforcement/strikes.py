"""The published rule of strikes: which refusals count, and when they put somebody on hold.

A strike is a refusal in one of STRIKE_CATEGORIES. Strikes count for the end user that the request
named; those of requests that named nobody count for the account itself. So that an account cannot
name somebody new each time, its end users that were refused as MINOR are counted, each once.
Whoever was put on hold starts from nothing again when released. The rule reads no text and knows
no person, only keyed hashes; docs/howto/moderation-rules.md says the same in words.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from itertools import count

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


class Strike(msgspec.Struct, frozen=True):
    """Whose strikes these are, when they were, in which category, and how many."""

    end_user: bytes
    at: datetime
    category: str
    strikes: int = 1


def struck(tally: Tally, strikes: Sequence[Strike]) -> Tally:
    """The tally after strikes, one after the other; only so many are kept as the rule can ask for.

    All on one copy, because a summary brings hundreds, and a tally may be long.
    """
    if not strikes:
        return tally
    known, minors = tally.strikes.copy(), tally.minors.copy()
    quietest: _Quietest | None = None
    for strike in strikes:
        name = strike.end_user
        kept = _kept(known.pop(name, ()), strike)
        if len(known) >= STRUCK_END_USERS_MAX:
            quietest = quietest or _Quietest(known)
            del known[quietest.next()]
        known[name] = kept
        if quietest is not None:
            quietest.add(name, kept)
        if strike.category == MINOR and name != NOBODY:
            minors[name] = max(strike.at, minors.get(name, strike.at))
            if len(minors) > ACCOUNT_END_USERS_STRUCK_AS_MINOR:
                del minors[min(minors, key=minors.__getitem__)]
    return msgspec.structs.replace(tally, strikes=known, minors=minors)


def _kept(known: tuple[datetime, ...], strike: Strike) -> tuple[datetime, ...]:
    """Of one end user, the strikes that may still count after this one."""
    most = ACCOUNT_STRIKES if strike.end_user == NOBODY else END_USER_STRIKES
    recent = [at for at in known if at > strike.at - STRIKES_COUNT_FOR]
    return tuple([*recent, *[strike.at] * min(strike.strikes, most)][-most:])


class _Quietest:
    """Who of those in `known` has been quiet for longest; of several the one that came first."""

    def __init__(self, known: dict[bytes, tuple[datetime, ...]]) -> None:
        self._known = known
        self._heap = [
            (kept[-1], place, name, kept) for place, (name, kept) in enumerate(known.items())
        ]
        self._places = count(len(self._heap))
        heapify(self._heap)

    def add(self, name: bytes, kept: tuple[datetime, ...]) -> None:
        """To be called with everybody who is struck from now on."""
        heappush(self._heap, (kept[-1], next(self._places), name, kept))

    def next(self) -> bytes:
        """Each is named once; who was struck meanwhile, by the newest strike."""
        while True:
            _, _, name, kept = heappop(self._heap)
            if self._known.get(name) is kept:
                return name


def held(tally: Tally, end_users: Collection[bytes], at: datetime) -> Tally:
    """The tally once these end users are on hold."""
    recent = [old for old in tally.holds if old > at - STRIKES_COUNT_FOR]
    return msgspec.structs.replace(
        _forgiven(tally, end_users),
        held=tally.held.union(end_users),
        holds=tuple([*recent, *[at] * len(end_users)][-ACCOUNT_END_USERS:]),
    )


def released(tally: Tally, end_user: bytes) -> Tally:
    """The tally once an end user is not on hold any more: it starts from nothing."""
    minors = {name: at for name, at in tally.minors.items() if name != end_user}
    return msgspec.structs.replace(
        _forgiven(tally, [end_user]), held=tally.held - {end_user}, minors=minors
    )


def account_held(tally: Tally) -> Tally:
    """The tally once the account is on hold: its own strikes start from nothing."""
    return msgspec.structs.replace(_forgiven(tally, [NOBODY]), holds=(), minors={})


def _forgiven(tally: Tally, end_users: Collection[bytes]) -> Tally:
    strikes = tally.strikes.copy()
    for end_user in end_users:
        strikes.pop(end_user, None)
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
