"""Limits of what needs no key: by the address that asks, and by the account that it asks about.

They are windows of a minute like any other, exact across processes.
"""

from uuid import UUID

from adapters.web.answers.problems import Problem
from adapters.web.dependencies import WebRequest, dependencies, part_of
from adapters.web.guards.rate_limits import IPV6_PREFIX, RateLimits, neighbourhood
from adapters.web.transport.peers import peer_of

SIGN_INS_MAX = 5
"""Passwords a minute that may be tried on one account from one address."""

SIGN_INS_FROM_NEAR_MAX = 20
"""The same from one IPv6 /48: who has a /64 often has its neighbours."""

NEAR_PREFIX = 48

SIGN_INS_FROM_ALL_MAX = 100
"""The same from all addresses together: it bounds guessing. It takes twenty IPv4 addresses or five
IPv6 /48 to use it up, so that who has fewer keeps no holder signed out by trying wrong passwords.
"""

ASKED_BY_ADDRESS_MAX = 30
"""Sign-ins, resets and confirmations a minute from one address."""

ASKED_FROM_NEAR_MAX = 120
"""The same from one IPv6 /48, which has 65,536 /64: each try costs a slow hash."""


async def throttle_address(request: WebRequest) -> None:
    """Raises Problem(rate_limited).

    What is stored is keyed: of a plain hash anybody finds the address by trying all there are.
    """
    await _take(request, _keyed(request), "address", ASKED_BY_ADDRESS_MAX)
    if _has_neighbours(request):
        near = _keyed(request, "near/", ipv6_prefix=NEAR_PREFIX)
        await _take(request, near, "address", ASKED_FROM_NEAR_MAX)


async def throttle_sign_in(request: WebRequest, account_id: UUID) -> None:
    """Raises Problem(rate_limited)."""
    await _take(request, _keyed(request, f"{account_id}/"), "sign_in", SIGN_INS_MAX)
    if _has_neighbours(request):
        near = _keyed(request, f"{account_id}/near/", ipv6_prefix=NEAR_PREFIX)
        await _take(request, near, "sign_in", SIGN_INS_FROM_NEAR_MAX)
    await _take(request, account_id, "sign_in", SIGN_INS_FROM_ALL_MAX)


def _has_neighbours(request: WebRequest) -> bool:
    """An IPv6 has; an IPv4 would be counted a second time by a looser limit."""
    host = peer_of(request).host
    return neighbourhood(host) != neighbourhood(host, ipv6_prefix=NEAR_PREFIX)


def _keyed(request: WebRequest, of: str = "", *, ipv6_prefix: int = IPV6_PREFIX) -> UUID:
    """Names the client's address, with regard to `of` alone, for whoever has the secret."""
    place = neighbourhood(peer_of(request).host, ipv6_prefix=ipv6_prefix)
    return UUID(bytes=dependencies(request).hash_key(f"{of}{place.hex()}")[:16])


async def _take(request: WebRequest, owner: UUID, policy: str, limit: int) -> None:
    limits: RateLimits = part_of(request, "rate_limits")
    now = dependencies(request).clock()
    window = await limits.take_up_to(owner, policy, limit, now)
    if not window.accepted:
        raise Problem("rate_limited", headers={"Retry-After": str(window.seconds_left(now))})
