"""Spends the tokens that mails carry: a new password, a confirmed address.

Who asks for a mail gets the same answer in the same time, whether or not there is such an account:
all that a request does is leave a row, and `work` finds out whom it is for.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import Annotated, Any, Literal, LiteralString, get_args
from uuid import UUID

import msgspec
import psycopg
from litestar import post
from msgspec import Meta
from psycopg.types.json import Jsonb

from adapters.accounts.opening import hash_password
from adapters.mail import outbox
from adapters.mail.texts import Kind
from adapters.tokens import hash_token
from adapters.web.answers import lists
from adapters.web.answers.problems import Problem
from adapters.web.books import Books
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    append,
    dependencies,
    json_answer,
    streams_of,
)
from adapters.web.guards.auth import admit, check_live
from adapters.web.guards.throttle import throttle_address
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import Nothing, read_json, read_optional_json, shaped
from adapters.web.routes.accounts.sessions import Text
from domain import handlers
from domain.errors import NotFound, TemporarilyUnavailable, Unauthorized
from domain.ids import AccountId, Book, EndpointId, directory_id
from domain.keys.key import in_force
from domain.keys.revoking import revoke_keys
from domain.ledger import Account
from domain.webhooks import directory as directories
from domain.webhooks.handlers import disable_endpoints
from projections.webhook_log import endpoint_ids

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
_TELL = """
INSERT INTO mails (account_id, kind, facts)
VALUES (%(account_id)s, 'password_changed', %(facts)s)
"""

RESET_ACTOR = "password_reset"

ENDPOINTS_DISABLED_MAX = 1_000
"""Of accounts from before endpoints were counted; since then there are a few."""


class ResetRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The address of the account."""

    email: Text


class ResetConfirmation(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`token` is what the mail carried; `revoke_keys` ends every API key of the account as well.

    Where nobody confirmed the address before, they end in any case.
    """

    token: Token
    password: Text
    revoke_keys: bool = False


class VerificationConfirmation(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`token` is what the mail carried."""

    token: Token


class AskedAnswer(msgspec.Struct, kw_only=True):
    """The same for every address: a mail is on its way where there is an account to send it to."""

    status: Literal["accepted"] = "accepted"


class ConfirmedAnswer(msgspec.Struct, kw_only=True):
    """What the token was good for is done."""

    account_id: UUID


class ResetAnswer(msgspec.Struct, kw_only=True):
    """API keys, live and test: how many this request ended, and how many go on. What a request that
    was cut off has ended is not counted when it is repeated.

    `disabled_endpoints` are the webhook endpoints that were disabled: none where the address was
    confirmed before.
    """

    account_id: UUID
    revoked_keys: int
    keys_in_force: int
    disabled_endpoints: int


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
        "Choose a new password: signs out every session, and ends every API key and disables every "
        "webhook endpoint where nobody confirmed the address before",
        name="mail_tokens_confirm_reset",
        body=ResetConfirmation,
        answers={200: ResetAnswer},
        errors=("token_invalid", "rate_limited", "temporarily_unavailable"),
        key=False,
    ),
    status_code=200,
)
async def confirm_reset(request: WebRequest) -> Answer:
    """Whoever opened an account with another's address keeps neither its keys nor its sessions, and
    is told nothing more.

    All that ends before the token is spent, so that what is cut off can be done again. Keys end
    once more in the transaction that spends it, for the old password and its sessions could make
    new ones until then: it waits for whoever holds the account's row, and nobody gets it before
    they have ended. The address counts as confirmed only then. Hashing takes its time, so the token
    is looked up again after it: one that was spent meanwhile ends nothing.
    """
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
    await _found(web, params)
    known = await _keys(request, account_id)
    is_first = not known.email_verified
    revokes = asked.revoke_keys or is_first
    ended = await _end_keys(request, account_id) if revokes else 0
    disabled = await _disable_endpoints(request, account_id) if is_first else 0
    going_on = 0 if revokes else known.in_force
    facts = Jsonb({"keys": going_on, "disabled_endpoints": disabled})
    params |= {"account_id": account_id, "sealed": sealed, "facts": facts}
    async with _spending(web, params, (_CHANGE, _SIGN_OUT, _TELL)):
        if revokes:
            ended += await _end_keys(request, account_id)
    if is_first:
        disabled = await _disable_endpoints(request, account_id)
        ended += await _end_live_keys(request, account_id, confirms_address=True)
    answer = ResetAnswer(
        account_id=account_id,
        revoked_keys=ended,
        keys_in_force=going_on,
        disabled_endpoints=disabled,
    )
    return json_answer(answer)


class _Keys(msgspec.Struct, frozen=True, kw_only=True):
    """Of one account in both books."""

    email_verified: bool
    in_force: int


async def _keys(request: WebRequest, account_id: AccountId) -> _Keys:
    """Raises Problem(token_invalid) for an account that is being erased."""
    live = await _account_of(await _book(request, "live"), account_id)
    test = await _account_of(await _book(request, "test"), account_id)
    if live is None or live.erased:
        raise Problem("token_invalid")
    now = dependencies(request).clock()
    count = sum(in_force(account.keys, now) for account in (live, test) if account is not None)
    return _Keys(email_verified=live.email_verified, in_force=count)


async def _end_keys(request: WebRequest, account_id: AccountId) -> int:
    """How many were in force. Live ones end first: they make test keys.

    It takes no connection of a pool: those who wait for the account's row could have them all.
    Raises Problem(token_invalid) for an account that is being erased.
    """
    ended = await _end_live_keys(request, account_id, confirms_address=False)
    command = revoke_keys(account_id, actor=RESET_ACTOR, confirms_address=False)
    with contextlib.suppress(NotFound):  # an account that never tested
        ended += int((await append(await _book(request, "test"), command)).answer)
    return ended


async def _end_live_keys(
    request: WebRequest, account_id: AccountId, *, confirms_address: bool
) -> int:
    """Raises Problem(token_invalid) for an account that is being erased."""
    command = revoke_keys(account_id, actor=RESET_ACTOR, confirms_address=confirms_address)
    try:
        return int((await append(await _book(request, "live"), command)).answer)
    except Unauthorized as error:
        raise Problem("token_invalid") from error


async def _disable_endpoints(request: WebRequest, account_id: AccountId) -> int:
    """How many of both books are disabled by this reset. No key that was in force makes or enables
    one any more: they have ended.
    """
    disabled = 0
    for book in get_args(Book):
        web = await _book(request, book)
        directory = directory_id(account_id)
        counted = directories.counted((await streams_of(web, [directory]))[directory].state)
        listed = await lists.fetch(web, endpoint_ids(account_id, limit=ENDPOINTS_DISABLED_MAX))
        known = counted | {EndpointId(row.endpoint_id) for row in listed}
        if known:
            command = disable_endpoints(account_id, sorted(known), "password_reset")
            disabled += (await append(web, command)).answer
    return disabled


async def _book(request: WebRequest, book: Book) -> WebDependencies:
    books: Books = request.app.state["books"]
    web: WebDependencies = (await books.parts(book))["web"]
    return web


async def _account_of(web: WebDependencies, account_id: AccountId) -> Account | None:
    state = (await streams_of(web, [account_id]))[account_id].state
    return state if isinstance(state, Account) else None


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
        bodiless=True,
    ),
)
async def ask_verification(request: WebRequest) -> Answer:
    decoded = await read_optional_json(request)
    admitted = await admit(request)
    shaped(decoded, Nothing)
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
    async with _spending(web, params):
        pass
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


@contextlib.asynccontextmanager
async def _spending(
    web: WebDependencies, params: dict[str, Any], also: Sequence[LiteralString] = ()
) -> AsyncIterator[None]:
    """Spends the token and does what it is good for, once; where what follows breaks, it is good as
    before. Raises what `_found` raises.
    """
    try:
        async with web.lists.connection() as connection, connection.transaction():
            if (await connection.execute(_SPEND, params)).rowcount == 0:
                raise Problem("token_invalid")
            for statement in also:
                await connection.execute(statement, params)
            yield
    except psycopg.OperationalError as error:
        raise TemporarilyUnavailable from error
