"""What this account and this key may still do, and when they may do more."""

from datetime import UTC, datetime
from uuid import UUID

import msgspec
from litestar import get

from adapters.web.dependencies import Answer, WebRequest, dependencies, json_answer, part_of
from adapters.web.guards.auth import Admitted, admit
from adapters.web.guards.in_flight import OpenWork
from adapters.web.guards.rate_limits import (
    LIMITS,
    LOCAL_POLICIES,
    WINDOW_SECONDS,
    Policy,
    RateLimits,
    Window,
    window_start,
)
from adapters.web.openapi.operations import documented
from domain.in_flight import IN_FLIGHT_MAX
from domain.keys import caps
from domain.keys.caps import CapPeriod
from domain.keys.key import Key
from domain.ledger import Account, Tier

POLICIES: tuple[Policy, ...] = tuple(LIMITS)


class RateAnswer(msgspec.Struct, kw_only=True):
    """Requests of one clock minute. Without a limit, `limit` and `remaining` are null."""

    policy: str
    limit: int | None
    remaining: int | None
    window_seconds: int
    resets_at: datetime


class InFlightAnswer(msgspec.Struct, kw_only=True):
    """Generations that have not ended, and how many of them there may be; null is any number."""

    limit: int | None
    open: int
    remaining: int | None


class CapAnswer(msgspec.Struct, kw_only=True):
    """At most `credits` in a `period`, by this key and those it was rotated from and into.

    A cap for life never resets.
    """

    credits: int
    period: CapPeriod
    spent: int
    remaining: int
    resets_at: datetime | None


class KeyLimitsAnswer(msgspec.Struct, kw_only=True):
    """The key that asks; without a cap it may spend the whole balance."""

    key_id: UUID
    expires_at: datetime | None
    cap: CapAnswer | None


class LimitsAnswer(msgspec.Struct, kw_only=True):
    """Rates and open work belong to the account, a cap to the key; a session has none."""

    tier: Tier
    rates: list[RateAnswer]
    in_flight: InFlightAnswer
    key: KeyLimitsAnswer | None


@get(
    "/v1/limits",
    opt=documented(
        "The limits of this account and key, and what is left of them",
        name="limits_read_limits",
        answers={200: LimitsAnswer},
        session=True,
    ),
)
async def read_limits(request: WebRequest) -> Answer:
    admitted = await admit(request)
    now = dependencies(request).clock()
    key = admitted.key
    answer = LimitsAnswer(
        tier=admitted.account.tier,
        rates=await _rates(request, admitted, now),
        in_flight=await _in_flight(request, admitted),
        key=None
        if key is None
        else KeyLimitsAnswer(
            key_id=key.key_id,
            expires_at=key.expires_at,
            cap=cap_answer(admitted.account, key, now),
        ),
    )
    return json_answer(answer)


async def _rates(request: WebRequest, admitted: Admitted, now: datetime) -> list[RateAnswer]:
    limits: RateLimits = part_of(request, "rate_limits")
    tier = admitted.account.tier
    windows = await limits.peek_all(admitted.account_id, tier, now, POLICIES)
    local = [
        None if tier == "unlimited" else limits.local_window(admitted.account_id, policy, now)
        for policy in LOCAL_POLICIES
    ]
    return [
        _rate(policy, window, now)
        for policy, window in zip((*POLICIES, *LOCAL_POLICIES), (*windows, *local), strict=True)
    ]


def _rate(policy: str, window: Window | None, now: datetime) -> RateAnswer:
    return RateAnswer(
        policy=policy,
        limit=None if window is None else window.limit,
        remaining=None if window is None else window.remaining,
        window_seconds=WINDOW_SECONDS,
        resets_at=datetime.fromtimestamp(window_start(now) + WINDOW_SECONDS, UTC),
    )


async def _in_flight(request: WebRequest, admitted: Admitted) -> InFlightAnswer:
    counts: OpenWork = part_of(request, "open_work")
    _, counted = await counts.count(admitted.account_id)
    limit = IN_FLIGHT_MAX[admitted.account.tier]
    remaining = None if limit is None else max(0, limit - counted.open)
    return InFlightAnswer(limit=limit, open=counted.open, remaining=remaining)


def cap_answer(account: Account, key: Key, now: datetime) -> CapAnswer | None:
    """The cap of a key's group and what was spent of it, by the day that a debit counts for now."""
    group = account.cap_groups.get(key.cap_group, caps.UNUSED)
    if group.cap is None:
        return None
    day = caps.day_of(group, now)
    spent = group.spent(group.cap.period, day)
    return CapAnswer(
        credits=group.cap.amount,
        period=group.cap.period,
        spent=spent,
        remaining=max(0, group.cap.amount - spent),
        resets_at=caps.end_of(group.cap.period, day),
    )
