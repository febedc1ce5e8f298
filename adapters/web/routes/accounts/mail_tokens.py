"""Spends the tokens that mails carry: a new password, a confirmed address.

Who asks for a mail gets the same answer in the same time, whether or not there is such an account:
all that a request does is leave a row, and `work` finds out whom it is for.
"""

import asyncio
from collections.abc import Sequence
from typing import Annotated, Any, Literal, LiteralString
from uuid import UUID

import msgspec
import psycopg
from litestar import post
from msgspec import Meta

from adapters.accounts.opening import hash_password
from adapters.mail import outbox
from adapters.mail.texts import Kind
from adapters.tokens import hash_token
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    json_answer,
)
from adapters.web.guards.auth import admit, check_live
from adapters.web.guards.throttle import throttle_address
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import read_json, shaped
from adapters.web.routes.accounts.sessions import Text
from domain import handlers
from domain.errors import TemporarilyUnavailable
from domain.ids import AccountId

Token = Annotated[str, Meta(min_length=1, max_length=128)]

_FIND = """
SELECT account_id FROM mail_tokens
WHERE token_hash = %(token_hash)s AND purpose = %(purpose)s AND expires_at > now()
"""
_SPEND = """
DELETE FROM mail_tokens
WHERE token_hash = %(token_hash)s AND purpose = %(purpose)s AND expires_at > now()
RETURNING account_id
"""
_CHANGE = "UPDATE accounts SET sealed_password_hash = %(sealed)s WHERE account_id = %(account_id)s"
_SIGN_OUT = "DELETE FROM sessions WHERE account_id = %(account_id)s"
_TELL = "INSERT INTO mails (account_id, kind) VALUES (%(account_id)s, 'password_changed')"


class ResetRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The address of the account."""

    email: Text


class ResetConfirmation(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`token` is what the mail carried."""

    token: Token
    password: Text


class VerificationConfirmation(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`token` is what the mail carried."""

    token: Token


class AskedAnswer(msgspec.Struct, kw_only=True):
    """The same for every address: a mail is on its way where there is an account to send it to."""

    status: Literal["accepted"] = "accepted"


class ConfirmedAnswer(msgspec.Struct, kw_only=True):
    """What the token was good for is done."""

    account_id: UUID


@post(
    "/v1/password_resets",
    opt=documented(
        "Ask for a mail with which a new password can be chosen",
        name="mail_tokens_ask_reset",
        body=ResetRequest,
        answers={202: AskedAnswer},
        errors=("rate_limited", "temporarily_unavailable"),
        key=False,
    ),
)
async def ask_reset(request: WebRequest) -> Answer:
    asked = shaped(await read_json(request), ResetRequest)
    await throttle_address(request)
    web = dependencies(request)
    await _ask(web, web.account_of(asked.email), "reset_password")
    return json_answer(AskedAnswer(), status=202)


@post(
    "/v1/password_resets:confirm",
    opt=documented(
        "Choose a new password: signs out every session; API keys go on",
        name="mail_tokens_confirm_reset",
        body=ResetConfirmation,
        answers={200: ConfirmedAnswer},
        errors=("token_invalid", "rate_limited", "temporarily_unavailable"),
        key=False,
    ),
    status_code=200,
)
async def confirm_reset(request: WebRequest) -> Answer:
    asked = shaped(await read_json(request), ResetConfirmation)
    await throttle_address(request)
    web = dependencies(request)
    params: dict[str, Any] = {
        "token_hash": hash_token(asked.token),
        "purpose": "reset_password",
    }
    account_id = await _found(web, params)
    hashing: asyncio.Semaphore = request.app.state["hashing"]
    async with hashing:
        sealed = await asyncio.to_thread(_sealed_hash, web, account_id, asked.password)
    params |= {"account_id": account_id, "sealed": sealed}
    await _spent(web, params, (_CHANGE, _SIGN_OUT, _TELL))
    return json_answer(ConfirmedAnswer(account_id=account_id))


def _sealed_hash(web: WebDependencies, account_id: AccountId, password: str) -> bytes:
    return web.vault.seal(account_id, hash_password(password).encode())


@post(
    "/v1/email_verifications",
    opt=documented(
        "Ask for the mail that confirms the address once more",
        name="mail_tokens_ask_verification",
        scope="account",
        answers={202: AskedAnswer},
        errors=("invalid_state",),
        session=True,
        changes=True,
    ),
)
async def ask_verification(request: WebRequest) -> Answer:
    admitted = await admit(request)
    check_live(admitted)
    if not admitted.account.email_verified:
        await _ask(dependencies(request), admitted.account_id, "verify_email")
    return json_answer(AskedAnswer(), status=202)


@post(
    "/v1/email_verifications:confirm",
    opt=documented(
        "Confirm the address of an account; free credits that waited for it are granted",
        name="mail_tokens_confirm_verification",
        body=VerificationConfirmation,
        answers={200: ConfirmedAnswer},
        errors=("token_invalid", "rate_limited", "temporarily_unavailable"),
        key=False,
    ),
    status_code=200,
)
async def confirm_verification(request: WebRequest) -> Answer:
    """The event comes before the token goes: what is cut off in between can be done again."""
    asked = shaped(await read_json(request), VerificationConfirmation)
    await throttle_address(request)
    web = dependencies(request)
    params = {"token_hash": hash_token(asked.token), "purpose": "verify_email"}
    account_id = await _found(web, params)
    await append(web, handlers.verify_email(account_id))
    await _spent(web, params)
    return json_answer(ConfirmedAnswer(account_id=account_id))


async def _ask(web: WebDependencies, account_id: AccountId, kind: Kind) -> None:
    try:
        async with web.lists.connection() as connection:
            await outbox.ask(connection, account_id, kind)
    except psycopg.OperationalError as error:
        raise TemporarilyUnavailable from error


async def _found(web: WebDependencies, params: dict[str, Any]) -> AccountId:
    """Whose token it is. Raises Problem(token_invalid), TemporarilyUnavailable."""
    try:
        async with web.lists.connection() as connection:
            row = await (await connection.execute(_FIND, params)).fetchone()
    except psycopg.OperationalError as error:
        raise TemporarilyUnavailable from error
    if row is None:
        raise Problem("token_invalid")
    return AccountId(row[0])


async def _spent(
    web: WebDependencies, params: dict[str, Any], also: Sequence[LiteralString] = ()
) -> None:
    """Spends the token and does what it is good for, once. Raises what `_found` raises."""
    try:
        async with web.lists.connection() as connection, connection.transaction():
            if (await connection.execute(_SPEND, params)).rowcount == 0:
                raise Problem("token_invalid")
            for statement in also:
                await connection.execute(statement, params)
    except psycopg.OperationalError as error:
        raise TemporarilyUnavailable from error
