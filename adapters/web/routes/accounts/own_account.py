"""The account of whoever asks: read, told when to be warned, and erased by its holder."""

import asyncio
from datetime import datetime
from typing import Annotated, Any, Literal, LiteralString
from uuid import UUID

import msgspec
import psycopg
from litestar import delete, get, patch
from msgspec import UNSET, Meta, UnsetType

from adapters.web.answers import lists
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    json_answer,
)
from adapters.web.guards.auth import Admitted, admit, check_live
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import read_json, shaped
from adapters.web.routes.accounts.sessions import Text, prove
from domain import handlers
from domain.credits import CREDITS_MAX
from domain.errors import InvalidState, TemporarilyUnavailable
from domain.ledger import AccountAttested, AccountOpened, Tier
from projections.query import Query

ACTOR = "customer"


class AccountAnswer(msgspec.Struct, kw_only=True):
    """With fewer than `low_credits` the holder is told by mail."""

    account_id: UUID
    email: str | None
    email_verified: bool
    livemode: bool
    tier: Tier
    terms_version: str
    terms_accepted_at: datetime | None
    created_at: datetime
    low_credits: int | None


class AccountChange(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is left out stays; null goes back to what the operator set."""

    low_credits: Annotated[int, Meta(ge=0, le=CREDITS_MAX)] | UnsetType | None = UNSET


class ErasureRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """There is no way back, so a key alone is not enough: the account's password is."""

    password: Text


class ErasureAnswer(msgspec.Struct, kw_only=True):
    """Nobody can act for the account any more; texts and outputs go in the next moments."""

    account_id: UUID
    status: Literal["erasing"] = "erasing"


class HolderRow(msgspec.Struct, frozen=True):
    """What is known of the holder beside the account's stream."""

    sealed_email: bytes | None
    has_password: bool
    low_credits: int | None


_HOLDER = """
SELECT sealed_email, sealed_password_hash IS NOT NULL AS has_password, low_credits
FROM accounts WHERE account_id = %(account_id)s
"""
_WARN = """
UPDATE accounts SET low_credits = %(credits)s WHERE account_id = %(account_id)s
"""
_ASK_ERASURE = """
WITH confirmed AS (
    SELECT account_id FROM accounts
    WHERE account_id = %(account_id)s AND sealed_password_hash = %(checked)s
    FOR SHARE
), noted AS (
    INSERT INTO erasures (account_id, by_holder) SELECT account_id, true FROM confirmed
    ON CONFLICT DO NOTHING
)
SELECT account_id FROM confirmed
"""
"""A row where the password that was checked is the account's: a reset changes that row, so one
waits for the other. A note that is there already is as good as a new one.
"""


@get(
    "/v1/account",
    opt=documented(
        "The account",
        name="own_account_read",
        headers=("Xavira-Position",),
        answers={200: AccountAnswer},
        session=True,
    ),
)
async def read(request: WebRequest) -> Answer:
    return await _told(request, await admit(request))


async def _told(request: WebRequest, admitted: Admitted) -> Answer:
    web = dependencies(request)
    holder = await _holder(web, admitted)
    sealed, account_id = holder.sealed_email, admitted.account_id
    email = None if sealed is None else await asyncio.to_thread(web.vault.open, account_id, sealed)
    stream = admitted.streams[account_id]
    own = holder.low_credits
    answer = AccountAnswer(
        account_id=account_id,
        email=None if email is None else email.decode(),
        email_verified=admitted.account.email_verified,
        livemode=admitted.account.livemode,
        tier=admitted.account.tier,
        terms_version=admitted.account.terms_version,
        terms_accepted_at=stream.times.get(AccountAttested.TOPIC),
        created_at=stream.times[AccountOpened.TOPIC],
        low_credits=web.low_credits if own is None else own,
    )
    return json_answer(answer, headers={"Xavira-Position": str(stream.position)})


async def _holder(web: WebDependencies, admitted: Admitted) -> HolderRow:
    query = Query(_HOLDER, {"account_id": admitted.account_id}, HolderRow)
    rows = await lists.fetch(web, query)
    return rows[0] if rows else HolderRow(None, False, None)


@patch(
    "/v1/account",
    opt=documented(
        "Say with how few credits to be told by mail",
        name="own_account_change",
        headers=("Xavira-Position",),
        scope="account",
        body=AccountChange,
        answers={200: AccountAnswer},
        errors=("invalid_state",),
        session=True,
        changes=True,
    ),
)
async def change(request: WebRequest) -> Answer:
    web = dependencies(request)
    decoded = await read_json(request)
    admitted = await admit(request)
    wish = shaped(decoded, AccountChange)
    check_live(admitted)
    if wish.low_credits is not UNSET:
        params = {"account_id": admitted.account_id, "credits": wish.low_credits}
        await _execute(web, _WARN, params)
    return await _told(request, admitted)


@delete(
    "/v1/account",
    status_code=202,
    opt=documented(
        "Erase the account for good; its password confirms it",
        name="own_account_erase",
        scope="account",
        body=ErasureRequest,
        answers={202: ErasureAnswer},
        errors=("sign_in_refused", "invalid_state"),
        session=True,
    ),
)
async def erase(request: WebRequest) -> Answer:
    """The note comes before the event: `work` finishes what is cut off anywhere after it."""
    web = dependencies(request)
    decoded = await read_json(request)
    admitted = await admit(request)
    wish = shaped(decoded, ErasureRequest)
    check_live(admitted)
    if not (await _holder(web, admitted)).has_password:
        raise InvalidState("This account has no password; ask the operator to erase it.")
    checked = await prove(request, admitted.account_id, wish.password)
    params = {"account_id": admitted.account_id, "checked": checked}
    if await _execute(web, _ASK_ERASURE, params) == 0:
        raise Problem("sign_in_refused")
    command = handlers.erase_account(admitted.account_id, actor=ACTOR)
    await append(web, command)
    return json_answer(ErasureAnswer(account_id=admitted.account_id), status=202)


async def _execute(web: WebDependencies, statement: LiteralString, params: dict[str, Any]) -> int:
    """How many rows it found or changed."""
    try:
        async with web.lists.connection() as connection:
            return (await connection.execute(statement, params)).rowcount
    except psycopg.OperationalError as error:
        raise TemporarilyUnavailable from error
