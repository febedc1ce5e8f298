"""Whether an account may ask for work, and how much: holds, releases, tiers."""

from litestar import post

from adapters.web.admin.acts import (
    ACT_ERRORS,
    ActAnswer,
    ActRequest,
    Wanted,
    account_named,
    act_id_of,
    actor_of,
    record,
)
from adapters.web.bodies import read_json, shaped
from adapters.web.dependencies import Answer, WebRequest
from adapters.web.operations import documented
from domain import handlers, operating
from domain.ids import AccountId
from domain.ledger import Tier


class TierRequest(ActRequest, kw_only=True, forbid_unknown_fields=True):
    """The tier decides rate limits and the share of a busy pool."""

    tier: Tier


@post(
    "/admin/v1/accounts/{account_id:str}/suspensions",
    opt=documented(
        "Put an account on hold: new work is refused, open work canceled and refunded",
        scope="admin",
        body=ActRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def suspend(request: WebRequest) -> Answer:
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, account_id, _ = await account_named(request)
    wanted = Wanted(
        act_id=act_id,
        act="account_suspended",
        subject_id=account_id,
        sealed_for=account_id,
        reason=shaped(decoded, ActRequest).reason,
    )
    command = operating.suspend_account(AccountId(account_id), actor=actor_of(admitted))
    return await record(request, admitted, decoded, wanted, command)


@post(
    "/admin/v1/accounts/{account_id:str}/releases",
    opt=documented(
        "End a hold; what it canceled stays canceled",
        scope="admin",
        body=ActRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def release(request: WebRequest) -> Answer:
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, account_id, _ = await account_named(request)
    wanted = Wanted(
        act_id=act_id,
        act="account_released",
        subject_id=account_id,
        sealed_for=account_id,
        reason=shaped(decoded, ActRequest).reason,
    )
    command = operating.release_account(AccountId(account_id), actor=actor_of(admitted))
    return await record(request, admitted, decoded, wanted, command)


@post(
    "/admin/v1/accounts/{account_id:str}/tiers",
    opt=documented(
        "Set an account's tier",
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
