"""How many requests of an account one clock minute takes, exact across processes.

The count is one row in PostgreSQL; a window known to be full is refused without asking it, unless
another process may have counted the same request. When it cannot be asked, this process grants its
share of the limit: never unlimited, never an error. What it granted so is told to the store before
anything else is counted there. Reads, the dry runs among them, are counted in each process alone.

A request that claims something takes one token of a window, however often and to however many
processes it is sent meanwhile: those at the same moment join one piece of work, too.
"""

import asyncio
import hashlib
import ipaddress
import time
from collections.abc import Coroutine, Sequence
from datetime import datetime
from typing import Any, Literal, LiteralString, TypeVar, get_args
from uuid import UUID

import msgspec
import psycopg
import structlog

from adapters.telemetry import metrics
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    RATE_STORE_SECONDS_MAX,
    ListPool,
    WebRequest,
    add_headers,
    dependencies,
    part_of,
)
from adapters.web.guards.rate_tokens import Token, Tokens
from adapters.web.transport.peers import is_loopback, parsed
from domain.ids import AccountId
from domain.ledger import Tier

WINDOW_SECONDS = 60
STORE_REST_SECONDS = 2.0
"""After a failure the store is left alone for so long: an outage costs no request a wait."""

COUNTERS_MAX = 50_000
"""Counters of one process; when there are more, those of past windows go."""

IPV6_PREFIX = 64
"""What a household or a machine gets, and so what counts as one address."""

HOUR_SECONDS = 3600
LOOPBACK_FACTOR = 1000

Policy = Literal[
    "image", "video", "character", "checkout", "webhook", "replay", "key", "new_key", "change"
]
LIMITS: dict[Policy, dict[Tier, int | None]] = {
    "image": {"base": 60, "scale": 120, "volume": 240, "unlimited": None},
    "video": {"base": 5, "scale": 5, "volume": 5, "unlimited": None},
    "character": {"base": 30, "scale": 30, "volume": 30, "unlimited": None},
    "checkout": {"base": 10, "scale": 10, "volume": 10, "unlimited": None},
    "webhook": {"base": 30, "scale": 30, "volume": 30, "unlimited": None},
    "replay": {"base": 60, "scale": 60, "volume": 60, "unlimited": None},
    "key": {"base": 30, "scale": 30, "volume": 30, "unlimited": None},
    "new_key": {"base": 60, "scale": 60, "volume": 60, "unlimited": None},
    "change": {"base": 600, "scale": 600, "volume": 600, "unlimited": None},
}
"""Requests a minute by policy and tier; None is unlimited. What costs no credits and yet writes
into the log, or calls somebody, has one: whoever opens an account gets it for nothing. Changes are
those of what is there that may be asked for again and again: cancel, archive, delete. What ends
access (revoking a key, signing out) is no part of them: it is always possible.
"""

READS_MAX = 3_000
"""Reads a minute of one account in one process; the unlimited tier has no limit."""

DRY_RUNS_MAX = 600
"""Of those reads: each passes the gate, which costs as much as it does for a generation."""

LocalPolicy = Literal["read", "dry_run"]
LOCAL_POLICIES: tuple[LocalPolicy, ...] = get_args(LocalPolicy)

_TELL = """
INSERT INTO rate_windows AS held (account_id, policy, window_start, used)
VALUES (%(name)s, %(policy)s, %(window)s, %(granted)s)
ON CONFLICT (account_id, policy, window_start) DO UPDATE SET used = held.used + excluded.used
"""

MISSES_MAX = 60
"""So many requests that a full window does not know are asked about in a minute; more of an account
are refused without asking, however many it sends."""

_PEEK = """
SELECT policy, used FROM rate_windows WHERE account_id = %(name)s AND window_start = %(window)s
"""

_HOLDS = """
SELECT FROM rate_windows WHERE account_id = %(name)s AND policy = %(policy)s
AND window_start = %(window)s AND %(claimed)s::bigint = ANY(claims)
"""

Answered = TypeVar("Answered")


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A window after (or, peeked at, without) one more request; `start` is a Unix second.

    `repeated` is one that is known to have its token already.
    """

    policy: str
    limit: int
    used: int
    start: int
    accepted: bool
    repeated: bool = False

    @property
    def remaining(self) -> int:
        return max(0, self.limit - self.used)

    @property
    def reset(self) -> int:
        """The Unix second at which the next window begins."""
        return self.start + WINDOW_SECONDS

    def headers(self, now: datetime) -> dict[str, str]:
        """The customary headers and the IETF pair."""
        return {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.remaining),
            "X-RateLimit-Reset": str(self.reset),
            "RateLimit-Policy": f'"{self.policy}";q={self.limit};w={WINDOW_SECONDS}',
            "RateLimit": f'"{self.policy}";r={self.remaining};t={self.seconds_left(now)}',
        }

    def seconds_left(self, now: datetime) -> int:
        """Until the next window; at least 1, so that nobody comes back at once."""
        return max(1, self.reset - int(now.timestamp()))


class _Counters:
    """Counts by window in this process; bounded."""

    def __init__(self) -> None:
        self._used: dict[tuple[object, ...], tuple[int, int]] = {}

    def get(self, name: tuple[object, ...], window: int) -> int:
        start, used = self._used.get(name, (window, 0))
        return used if start == window else 0

    def set(self, name: tuple[object, ...], window: int, used: int) -> None:
        if len(self._used) >= COUNTERS_MAX:
            current = {key: held for key, held in self._used.items() if held[0] >= window}
            self._used = current if len(current) < COUNTERS_MAX else {}
        self._used[name] = (window, used)

    def add(self, name: tuple[object, ...], window: int) -> None:
        self.set(name, window, self.get(name, window) + 1)


class RateLimits:
    """The limits of one process. `share_of` is how many processes share a limit in an outage, which
    begins when the store has not answered within `store_seconds_max`.
    """

    def __init__(
        self,
        lists: ListPool,
        *,
        share_of: int,
        store_seconds_max: float = RATE_STORE_SECONDS_MAX,
        store_rest_seconds: float = STORE_REST_SECONDS,
    ) -> None:
        self._lists = lists
        self._tokens = Tokens(lists, seconds_max=store_seconds_max)
        self._share_of = share_of
        self._store_seconds_max = store_seconds_max
        self._store_rest_seconds = store_rest_seconds
        self._counted = _Counters()
        self._untold = _Counters()
        self._local = _Counters()
        self._holders = _Counters()
        self._missed = _Counters()
        self._resting_until = 0.0

    async def take(
        self,
        account_id: AccountId,
        policy: Policy,
        tier: Tier,
        now: datetime,
        claimed: int | None = None,
    ) -> Window | None:
        """Counts one request unless the window is full. None where there is no limit."""
        limit = LIMITS[policy][tier]
        if limit is None:
            return None
        return await self.take_up_to(account_id, policy, limit, now, claimed)

    async def take_up_to(
        self, owner: UUID, policy: str, limit: int, now: datetime, claimed: int | None = None
    ) -> Window:
        """Counts one request of whoever has this id, unless the window is full; what it is known
        by, if it can come again, is counted once.
        """
        start = window_start(now)
        name = (owner, policy)
        if claimed is not None and await self._holds(name, claimed, limit, start):
            used = (await self._used(owner, start)).get(policy, self._counted.get(name, start))
            return Window(
                policy=policy, limit=limit, used=used, start=start, accepted=True, repeated=True
            )
        if self._counted.get(name, start) >= limit:
            return Window(policy=policy, limit=limit, used=limit, start=start, accepted=False)
        counted = await self._counted_there(name, limit, start, claimed)
        if counted is None:
            return self._take_share(name, policy, limit, start, claimed)
        self._counted.set(name, start, counted or limit)
        if counted and claimed is not None:
            self._holders.set((*name, claimed), start, 1)
        return Window(
            policy=policy, limit=limit, used=counted or limit, start=start, accepted=counted > 0
        )

    async def _holds(self, name: tuple[UUID, str], claimed: int, limit: int, start: int) -> bool:
        """Whether this request has its token. Another process may have taken it, which the store is
        asked only where it would be refused: else it counts no second one.
        """
        holder = (*name, claimed)
        if self._holders.get(holder, start):
            return True
        if self._counted.get(name, start) < limit or self._missed.get(name, start) >= MISSES_MAX:
            return False
        owner, policy = name
        params = {"name": owner, "policy": policy, "window": start, "claimed": claimed}
        if not await self._ask(_HOLDS, params):
            self._missed.add(name, start)
            return False
        self._holders.set(holder, start, 1)
        return True

    async def _counted_there(
        self, name: tuple[UUID, str], limit: int, start: int, claimed: int | None
    ) -> int | None:
        """What the store has counted by now, 0 for a full window; None while it is away."""
        if not await self._tell(name, start):
            return None
        owner, policy = name
        first = self._counted.get(name, start) == 0
        kept_from = start - WINDOW_SECONDS if first else 0  # others may still be in the last one
        token = Token(
            owner=owner,
            policy=policy,
            start=start,
            limit=limit,
            kept_from=kept_from,
            claims=[] if claimed is None else [claimed],
        )
        return await self._asked(self._tokens.take(token))

    async def _tell(self, name: tuple[UUID, str], start: int) -> bool:
        """Adds to the store's count what was granted without it; False while it is away."""
        granted = self._untold.get(name, start)
        if not granted:
            return True
        self._untold.set(name, start, 0)
        owner, policy = name
        params = {"name": owner, "policy": policy, "window": start, "granted": granted}
        if await self._ask(_TELL, params) is None:
            self._untold.set(name, start, self._untold.get(name, start) + granted)
            return False
        return True

    async def peek(
        self, account_id: AccountId, policy: Policy, tier: Tier, now: datetime
    ) -> Window | None:
        """The window as it is, taking nothing. None where there is no limit."""
        return (await self.peek_all(account_id, tier, now, (policy,)))[0]

    async def peek_all(
        self, account_id: AccountId, tier: Tier, now: datetime, policies: Sequence[Policy]
    ) -> list[Window | None]:
        """The windows as they are, taking nothing; None for each that has no limit."""
        limits = [LIMITS[policy][tier] for policy in policies]
        if limits == [None] * len(limits):
            return [None] * len(limits)
        start = window_start(now)
        used = await self._used(account_id, start)
        return [
            None
            if limit is None
            else Window(
                policy=policy, limit=limit, used=used.get(policy, 0), start=start, accepted=True
            )
            for policy, limit in zip(policies, limits, strict=True)
        ]

    async def _used(self, owner: UUID, start: int) -> dict[str, int]:
        """The counts by policy; none while the store is away."""
        return dict(await self._ask(_PEEK, {"name": owner, "window": start}) or ())

    def local_window(self, account_id: AccountId, policy: LocalPolicy, now: datetime) -> Window:
        """What was noted in this minute, in this process only, taking nothing."""
        limit = {"read": READS_MAX, "dry_run": DRY_RUNS_MAX}[policy]
        start = window_start(now)
        used = self._local.get((account_id, policy), start)
        return Window(policy=policy, limit=limit, used=used, start=start, accepted=used < limit)

    def note(self, account_id: AccountId, policy: LocalPolicy, tier: Tier, now: datetime) -> None:
        """One more of them; those of the unlimited tier are not counted."""
        if tier != "unlimited":
            self._local.add((account_id, policy), window_start(now))

    async def _ask(self, statement: LiteralString, params: dict[str, Any]) -> list[Any] | None:
        """What the store answered, or None when it could not be asked."""
        return await self._asked(self._rows(statement, params))

    async def _rows(self, statement: LiteralString, params: dict[str, Any]) -> list[Any]:
        async with (
            asyncio.timeout(self._store_seconds_max),
            self._lists.connection() as connection,
        ):
            cursor = await connection.execute(statement, params)
            return [] if cursor.description is None else await cursor.fetchall()

    async def _asked(self, question: Coroutine[Any, Any, Answered]) -> Answered | None:
        """The answer of the store, or None while it is left alone or cannot be asked."""
        if time.monotonic() < self._resting_until:
            question.close()
            return None
        try:
            answered = await question
        except (psycopg.Error, TimeoutError) as error:
            self._resting_until = time.monotonic() + self._store_rest_seconds
            metrics.gauge("xavira_rate_limit_degraded", 1)
            structlog.get_logger("adapters.web").warning(
                "rate limits are counted locally", error=repr(error)
            )
            return None
        metrics.gauge("xavira_rate_limit_degraded", 0)
        return answered

    def _take_share(
        self, name: tuple[UUID, str], policy: str, limit: int, start: int, claimed: int | None
    ) -> Window:
        """Grants this process's share of what was left when the store was last asked."""
        metrics.count("xavira_rate_limit_local_total")
        share = (limit - self._counted.get(name, start)) // self._share_of
        holder = (*name, claimed)
        repeated = claimed is not None and self._holders.get(holder, start) > 0
        accepted = repeated or self._untold.get(name, start) < share
        if accepted and not repeated:
            self._untold.add(name, start)
        if accepted and claimed is not None:
            self._holders.set(holder, start, 1)
        return Window(
            policy=policy,
            limit=share,
            used=self._untold.get(name, start),
            start=start,
            accepted=accepted,
            repeated=repeated,
        )


def window_start(now: datetime) -> int:
    """The Unix second at which the clock minute of `now` began."""
    second = int(now.timestamp())
    return second - second % WINDOW_SECONDS


def apply_window(request: WebRequest, window: Window | None, now: datetime) -> None:
    """Tells the client where it stands. Raises Problem(rate_limited) for a refused request."""
    if window is None:
        return
    add_headers(request, window.headers(now))
    if not window.accepted:
        raise Problem("rate_limited", headers={"Retry-After": str(window.seconds_left(now))})


async def count_request(
    request: WebRequest, account_id: AccountId, policy: Policy, tier: Tier
) -> None:
    """Takes a token for this request. Raises Problem(rate_limited)."""
    limits: RateLimits = part_of(request, "rate_limits")
    now = dependencies(request).clock()
    apply_window(request, await limits.take(account_id, policy, tier, now), now)


def count_locally(
    request: WebRequest, account_id: AccountId, policy: LocalPolicy, tier: Tier
) -> None:
    """Notes this request in this process. Raises Problem(rate_limited)."""
    limits: RateLimits = part_of(request, "rate_limits")
    now = dependencies(request).clock()
    window = limits.local_window(account_id, policy, now)
    if not window.accepted:
        apply_window(request, window, now)
    limits.note(account_id, policy, tier, now)


class AddressLimits:
    """What one address may do in a clock hour without a key, counted in this process only."""

    def __init__(self, per_hour: int) -> None:
        self._per_hour = per_hour
        self._counted = _Counters()

    def take(self, host: str, now: datetime) -> None:
        """Raises Problem(rate_limited)."""
        second = int(now.timestamp())
        hour = second - second % HOUR_SECONDS
        factor = LOOPBACK_FACTOR if is_loopback(host) else 1
        name = (neighbourhood(host),)
        used = self._counted.get(name, hour)
        if used >= self._per_hour * factor:
            seconds = max(1, hour + HOUR_SECONDS - second)
            raise Problem("rate_limited", headers={"Retry-After": str(seconds)})
        self._counted.set(name, hour, used + 1)


def neighbourhood(host: str, *, ipv6_prefix: int = IPV6_PREFIX) -> bytes:
    """What counts as one address, hashed so that none is kept: an IPv4, or an IPv6 /64.

    A socket that takes both kinds names an IPv4 within IPv6: it counts as the IPv4 that it is.
    """
    address = parsed(host)
    if address is None:
        network = host
    else:
        prefix = ipv6_prefix if address.version == 6 else 32
        network = str(ipaddress.ip_network((address, prefix), strict=False))
    return hashlib.sha256(network.encode()).digest()
