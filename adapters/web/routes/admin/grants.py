"""Giving credits, and taking lots and keys back."""

from datetime import datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from litestar import post
from msgspec import Meta

from adapters.web.answers.problems import Problem
from adapters.web.dependencies import Answer, WebRequest, dependencies
from adapters.web.openapi.operations import documented
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
    sealed,
)
from domain import handlers
from domain.credits import CREDITS_MAX, Credits
from domain.enforcement.operator_act import ActKind
from domain.errors import InvalidState, NotFound, ValidationFailed
from domain.ids import AccountId, KeyId, LotId, act_lot_id
from domain.ledger import LOT_PRIORITY_DEFAULT, Account, CreditsGranted
from domain.payments.pricing import LIFE_DAYS_MAX
from domain.ports import Command, Decision, States

LIFE_MAX = timedelta(days=LIFE_DAYS_MAX)
"""As long as that of a pack: later times are beyond what every reader of them can hold."""


class GrantRequest(ActRequest, kw_only=True, forbid_unknown_fields=True):
    """A lot of free credits; without `expires_at` they never expire."""

    credits: Annotated[int, Meta(ge=1, le=CREDITS_MAX)]
    kind: Literal["goodwill", "promo"] = "goodwill"
    expires_at: Annotated[datetime, Meta(tz=True)] | None = None


class RevocationRequest(ActRequest, kw_only=True, forbid_unknown_fields=True):
    """Either `lot_id` or `key_id` of the account."""

    lot_id: UUID | None = None
    key_id: UUID | None = None


@post(
    "/admin/v1/accounts/{account_id:str}/grants",
    opt=documented(
        "Give credits; the act's subject is the lot",
        name="admin_grants_grant",
        headers=("Xavira-Position",),
        scope="admin",
        body=GrantRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def grant(request: WebRequest) -> Answer:
    web = dependencies(request)
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, account_id, _ = await account_named(request)
    wish = shaped(decoded, GrantRequest)
    event = CreditsGranted(
        lot_id=act_lot_id(act_id),
        amount=Credits(wish.credits),
        kind=wish.kind,
        priority=LOT_PRIORITY_DEFAULT,
        expires_at=wish.expires_at,
        price_minor=None,
        currency=None,
        payment_reference=None,
        actor=actor_of(admitted),
        reason=await sealed(web, account_id, wish.reason),
    )
    wanted = Wanted(
        act_id=act_id,
        act="credits_granted",
        subject_id=event.lot_id,
        sealed_for=account_id,
        reason=wish.reason,
    )
    command = _with_a_future(handlers.grant_credits(AccountId(account_id), event), wish.expires_at)
    return await record(request, admitted, decoded, wanted, command)


def _with_a_future(command: Command, expires_at: datetime | None) -> Command:
    """Refuses with ValidationFailed what ends at once: a new act only, not a repeated one."""

    def decide(states: States, now: datetime) -> Decision:
        if expires_at is not None and not now < expires_at <= now + LIFE_MAX:
            message = "Credits end within the next hundred years, or never."
            raise ValidationFailed(message, param="expires_at")
        return command.decide(states, now)

    return msgspec.structs.replace(command, decide=decide)


@post(
    "/admin/v1/accounts/{account_id:str}/revocations",
    opt=documented(
        "Take a lot back, or end a key, for good",
        name="admin_grants_revoke",
        headers=("Xavira-Position",),
        scope="admin",
        body=RevocationRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def revoke(request: WebRequest) -> Answer:
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, account_id, account = await account_named(request)
    wish = shaped(decoded, RevocationRequest)
    act, subject_id, command = _revocation(
        AccountId(account_id), account, wish, actor=actor_of(admitted)
    )
    wanted = Wanted(
        act_id=act_id, act=act, subject_id=subject_id, sealed_for=account_id, reason=wish.reason
    )
    return await record(request, admitted, decoded, wanted, command)


def _revocation(
    account_id: AccountId, account: Account, wish: RevocationRequest, *, actor: str
) -> tuple[ActKind, UUID, Command]:
    """Raises NotFound, InvalidState, Problem(validation_failed).

    Whoever takes back what was paid for has to say what becomes of the money: the books would have
    it leave, and the payment would know nothing of it.
    """
    if (wish.lot_id is None) == (wish.key_id is None):
        raise Problem("validation_failed", "Name either lot_id or key_id.", param="lot_id")
    if wish.lot_id is not None:
        lot_id = LotId(wish.lot_id)
        if lot_id not in account.lots:
            raise NotFound
        if account.lots[lot_id].kind == "paid":
            raise InvalidState("This lot was paid for: charge its payment back, or repay it.")
        return "lot_revoked", lot_id, handlers.revoke_lot(account_id, lot_id, actor=actor)
    assert wish.key_id is not None
    key_id = KeyId(wish.key_id)
    if key_id not in account.keys:
        raise NotFound
    return "key_revoked", key_id, handlers.revoke_key(account_id, key_id, actor=actor)
