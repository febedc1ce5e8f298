"""Whether an account, or one of its end users, may ask for work, and how much."""

from collections.abc import Callable
from typing import Literal

from litestar import post

from adapters.web.dependencies import Answer, WebRequest, dependencies
from adapters.web.moderation.end_users import end_user_of
from adapters.web.openapi.operations import documented
from adapters.web.openapi.shapes import EndUserRef
from adapters.web.requests.bodies import read_json, shaped
from adapters.web.routes.admin.acts import (
    ACT_ERRORS,
    ActAnswer,
    ActRequest,
    Wanted,
    account_named,
    act_id_of,
    actor_of,
    record,
)
from domain import handlers
from domain.enforcement import operating
from domain.ids import AccountId
from domain.ledger import Tier, check_not_erased
from domain.ports import Command


class TierRequest(ActRequest, kw_only=True, forbid_unknown_fields=True):
    """The tier decides rate limits and the share of a busy pool."""

    tier: Tier


class EndUserReleaseRequest(ActRequest, kw_only=True, forbid_unknown_fields=True):
    """`end_user_ref` as the account sends it."""

    end_user_ref: EndUserRef


@post(
    "/admin/v1/accounts/{account_id:str}/suspensions",
    opt=documented(
        "Put an account on hold: new work is refused, open work canceled and refunded",
        name="admin_standing_suspend",
        headers=("Xavira-Position",),
        scope="admin",
        body=ActRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def suspend(request: WebRequest) -> Answer:
    return await _hold(request, "account_suspended", operating.suspend_account)


@post(
    "/admin/v1/accounts/{account_id:str}/releases",
    opt=documented(
        "End a hold; what it canceled stays canceled",
        name="admin_standing_release",
        headers=("Xavira-Position",),
        scope="admin",
        body=ActRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def release(request: WebRequest) -> Answer:
    return await _hold(request, "account_released", operating.release_account)


async def _hold(
    request: WebRequest,
    act: Literal["account_suspended", "account_released"],
    change: Callable[..., Command],
) -> Answer:
    """Begins or ends a hold, as one act."""
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, account_id, _ = await account_named(request)
    wanted = Wanted(
        act_id=act_id,
        act=act,
        subject_id=account_id,
        sealed_for=account_id,
        reason=shaped(decoded, ActRequest).reason,
    )
    command = change(AccountId(account_id), actor=actor_of(admitted))
    return await record(request, admitted, decoded, wanted, command)


@post(
    "/admin/v1/accounts/{account_id:str}/tiers",
    opt=documented(
        "Set an account's tier",
        name="admin_standing_set_tier",
        headers=("Xavira-Position",),
        scope="admin",
        body=TierRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def set_tier(request: WebRequest) -> Answer:
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, account_id, _ = await account_named(request)
    wish = shaped(decoded, TierRequest)
    wanted = Wanted(
        act_id=act_id,
        act="tier_set",
        subject_id=account_id,
        sealed_for=account_id,
        reason=wish.reason,
    )
    command = handlers.set_tier(AccountId(account_id), wish.tier, actor=actor_of(admitted))
    return await record(request, admitted, decoded, wanted, command)


@post(
    "/admin/v1/accounts/{account_id:str}/end-user-releases",
    opt=documented(
        "End the hold of one of an account's end users",
        name="admin_standing_release_end_user",
        headers=("Xavira-Position",),
        scope="admin",
        body=EndUserReleaseRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def release_end_user(request: WebRequest) -> Answer:
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, account_id, account = await account_named(request)
    check_not_erased(account)
    wish = shaped(decoded, EndUserReleaseRequest)
    end_user = await end_user_of(dependencies(request), AccountId(account_id), wish.end_user_ref)
    assert end_user is not None
    wanted = Wanted(
        act_id=act_id,
        act="end_user_released",
        subject_id=account_id,
        sealed_for=account_id,
        reason=wish.reason,
    )
    actor = actor_of(admitted)
    command = operating.release_end_user(AccountId(account_id), end_user, actor=actor)
    return await record(request, admitted, decoded, wanted, command)
