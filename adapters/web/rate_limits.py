"""How many requests of an account one clock minute takes, exact across processes.

The count is one row in PostgreSQL; a window known to be full is refused without asking it. When it
cannot be asked, this process grants its share of the limit: never unlimited, never an error.
"""

import asyncio
import hashlib
import ipaddress
import time
from datetime import datetime
from typing import Literal

import msgspec
import psycopg
import structlog

from adapters.web.dependencies import ListPool, WebRequest, add_headers
from adapters.web.peers import is_loopback
from adapters.web.problems import Problem
from domain.ids import AccountId
from domain.ledger import Tier

WINDOW_SECONDS = 60
STORE_SECONDS_MAX = 0.5
STORE_REST_SECONDS = 2.0
"""After a failure the store is left alone for so long: an outage costs no request a wait."""

COUNTERS_MAX = 50_000
"""Counters of one process; when there are more, those of past windows go."""

HOUR_SECONDS = 3600
LOOPBACK_SIGNUPS_FACTOR = 1000

Policy = Literal["image", "video", "character", "checkout"]
LIMITS: dict[Policy, dict[Tier, int | None]] = {
    "image": {"base": 60, "scale": 120, "volume": 240, "unlimited": None},
    "video": {"base": 5, "scale": 5, "volume": 5, "unlimited": None},
    "character": {"base": 30, "scale": 30, "volume": 30, "unlimited": None},
    "checkout": {"base": 10, "scale": 10, "volume": 10, "unlimited": None},
}
"""Requests a minute by policy and tier; None is unlimited."""

_TAKE = """
WITH past AS (
    DELETE FROM rate_windows
    WHERE account_id = %(account_id)s AND policy = %(policy)s AND window_start < %(window)s
)
INSERT INTO rate_windows AS held (account_id, policy, window_start, used)
VALUES (%(account_id)s, %(policy)s, %(window)s, 1)
ON CONFLICT (account_id, policy, window_start) DO UPDATE SET used = held.used + 1
WHERE held.used < %(limit)s
RETURNING used
"""

_PEEK = """
SELECT used FROM rate_windows
WHERE account_id = %(account_id)s AND policy = %(policy)s AND window_start = %(window)s
"""


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A window after (or, peeked at, without) one more request; `start` is a Unix second."""

    policy: Policy
    limit: int
    used: int
    start: int
    accepted: bool

    def headers(self, now: datetime) -> dict[str, str]:
        """The customary headers and the IETF pair."""
        remaining = max(0, self.limit - self.used)
        reset = self.start + WINDOW_SECONDS
        seconds = max(1, reset - int(now.timestamp()))
        return {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(remaining),
            "X-RateLimit-Reset": str(reset),
            "RateLimit-Policy": f'"{self.policy}";q={self.limit};w={WINDOW_SECONDS}',
            "RateLimit": f'"{self.policy}";r={remaining};t={seconds}',
        }


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


class RateLimits:
    """The limits of one process. `share_of` is how many processes share a limit in an outage."""

    def __init__(self, lists: ListPool, *, share_of: int) -> None:
        self._lists = lists
        self._share_of = share_of
        self._counted = _Counters()
        self._shared = _Counters()
        self._resting_until = 0.0

    async def take(
        self, account_id: AccountId, policy: Policy, tier: Tier, now: datetime
    ) -> Window | None:
        """Counts one request unless the window is full. None where there is no limit."""
        limit = LIMITS[policy][tier]
        if limit is None:
            return None
        start = window_start(now)
        name = (account_id, policy)
        if self._counted.get(name, start) >= limit:
            return Window(policy=policy, limit=limit, used=limit, start=start, accepted=False)
        found, used = await self._ask(_TAKE, account_id, policy, start, limit)
        if not found:
            return self._take_share(name, policy, limit, start)
        self._counted.set(name, start, limit if used is None else used)
        if used is None:
            return Window(policy=policy, limit=limit, used=limit, start=start, accepted=False)
        return Window(policy=policy, limit=limit, used=used, start=start, accepted=True)

    async def peek(
        self, account_id: AccountId, policy: Policy, tier: Tier, now: datetime
    ) -> Window | None:
        """The window as it is, taking nothing."""
        limit = LIMITS[policy][tier]
        if limit is None:
            return None
        start = window_start(now)
        _, used = await self._ask(_PEEK, account_id, policy, start, limit)
        return Window(policy=policy, limit=limit, used=used or 0, start=start, accepted=True)

    async def _ask(
        self, statement: str, account_id: AccountId, policy: Policy, start: int, limit: int
    ) -> tuple[bool, int | None]:
        """(could the store be asked, what it answered)."""
        if time.monotonic() < self._resting_until:
            return False, None
        params = {"account_id": account_id, "policy": policy, "window": start, "limit": limit}
        try:
            async with asyncio.timeout(STORE_SECONDS_MAX), self._lists.connection() as connection:
                cursor = await connection.execute(statement, params)
                row = await cursor.fetchone()
        except (psycopg.Error, TimeoutError) as error:
            self._resting_until = time.monotonic() + STORE_REST_SECONDS
            structlog.get_logger("adapters.web").warning(
                "rate limits are counted locally", error=str(error)
            )
            return False, None
        return True, None if row is None else row[0]

    def _take_share(
        self, name: tuple[object, ...], policy: Policy, limit: int, start: int
    ) -> Window:
        share = max(1, limit // self._share_of)
        used = self._shared.get(name, start)
        accepted = used < share
        if accepted:
            used += 1
            self._shared.set(name, start, used)
        return Window(policy=policy, limit=share, used=used, start=start, accepted=accepted)


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
        seconds = max(1, window.start + WINDOW_SECONDS - int(now.timestamp()))
        raise Problem("rate_limited", headers={"Retry-After": str(seconds)})


class SignupLimits:
    """Accounts that one address may open in a clock hour, counted in this process only."""

    def __init__(self, signups_per_hour: int) -> None:
        self._signups_per_hour = signups_per_hour
        self._counted = _Counters()

    def take(self, host: str, now: datetime) -> None:
        """Raises Problem(rate_limited)."""
        second = int(now.timestamp())
        hour = second - second % HOUR_SECONDS
        factor = LOOPBACK_SIGNUPS_FACTOR if is_loopback(host) else 1
        name = (neighbourhood(host),)
        used = self._counted.get(name, hour)
        if used >= self._signups_per_hour * factor:
            seconds = max(1, hour + HOUR_SECONDS - second)
            raise Problem("rate_limited", headers={"Retry-After": str(seconds)})
        self._counted.set(name, hour, used + 1)


def neighbourhood(host: str) -> bytes:
    """What counts as one address, hashed so that none is kept: an IPv4, or an IPv6 /64."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        network = host
    else:
        prefix = 64 if address.version == 6 else 32
        network = str(ipaddress.ip_network(f"{address}/{prefix}", strict=False))
    return hashlib.sha256(network.encode()).digest()
