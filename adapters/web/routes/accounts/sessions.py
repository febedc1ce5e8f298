"""Signing in and out with address and password: what a dashboard stands on.

A session reads and manages the account; it draws nothing, because every debit names an API key. An
unknown address and a wrong password have one answer and take the same time.
"""

import asyncio
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import delete, post
from msgspec import Meta

from adapters.accounts.opening import check_password
from adapters.web.answers import lists
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import Answer, WebRequest, dependencies, json_answer
from adapters.web.guards.auth import admit, check_live
from adapters.web.guards.session_directory import Sessions
from adapters.web.guards.throttle import throttle_address, throttle_sign_in
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import read_json, read_nothing, shaped
from domain.errors import ValidationFailed
from domain.ids import AccountId
from projections.query import Query

TEXT_CHARACTERS_MAX = 1_024

Text = Annotated[str, Meta(max_length=TEXT_CHARACTERS_MAX)]


class SignInRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """As given when the account was opened, or at the last reset."""

    email: Text
    password: Text


class SessionAnswer(msgspec.Struct, kw_only=True):
    """`token` is told this once; send it as `Authorization: Bearer`, and keep it from scripts."""

    session_id: UUID
    account_id: UUID
    token: str
    expires_at: datetime


class SignedOutAnswer(msgspec.Struct, kw_only=True):
    """How many sessions were ended."""

    ended: int


class PasswordRow(msgspec.Struct, frozen=True):
    """What is stored of a password, sealed; null for an account without one."""

    sealed_password_hash: bytes | None


_PASSWORD = "SELECT sealed_password_hash FROM accounts WHERE account_id = %(account_id)s"


@post(
    "/v1/sessions",
    opt=documented(
        "Sign in",
        name="sessions_sign_in",
        body=SignInRequest,
        answers={201: SessionAnswer},
        errors=("sign_in_refused", "rate_limited", "temporarily_unavailable"),
        key=False,
    ),
)
async def sign_in(request: WebRequest) -> Answer:
    asked = shaped(await read_json(request), SignInRequest)
    await throttle_address(request)
    try:
        account_id = dependencies(request).account_of(asked.email)
    except ValidationFailed as error:
        raise Problem("sign_in_refused") from error
    checked = await prove(request, account_id, asked.password)
    sessions: Sessions = request.app.state["sessions"]
    opened = await sessions.open(account_id, checked=checked)
    if opened is None:
        raise Problem("sign_in_refused")
    request.scope["state"]["account_id"] = str(account_id)
    answer = SessionAnswer(account_id=account_id, **msgspec.structs.asdict(opened))
    return json_answer(answer, status=201)


async def prove(request: WebRequest, account_id: AccountId, password: str) -> bytes:
    """What is stored of the account's password, which this was when it was looked up.

    Raises Problem: sign_in_refused unless it is the account's password, rate_limited.
    """
    web = dependencies(request)
    await throttle_sign_in(request, account_id)
    rows = await lists.fetch(web, Query(_PASSWORD, {"account_id": account_id}, PasswordRow))
    sealed = rows[0].sealed_password_hash if rows else None

    def check() -> bool:
        opened = None if sealed is None else web.vault.open(account_id, sealed)
        return check_password(password, None if opened is None else opened.decode())

    hashing: asyncio.Semaphore = request.app.state["hashing"]
    async with hashing:
        if not await asyncio.to_thread(check) or sealed is None:
            raise Problem("sign_in_refused")
    return sealed


@delete(
    "/v1/sessions",
    status_code=200,
    opt=documented(
        "Sign out: the one that asks, or with an API key all of the account's",
        name="sessions_sign_out",
        scope="account",
        answers={200: SignedOutAnswer},
        errors=("invalid_state",),
        session=True,
    ),
)
async def sign_out(request: WebRequest) -> Answer:
    admitted = await admit(request)
    await read_nothing(request)
    check_live(admitted)
    sessions: Sessions = request.app.state["sessions"]
    if admitted.caller.session_id is not None:
        ended = await sessions.end(admitted.caller.session_id)
    else:
        ended = await sessions.end_all(admitted.account_id)
    return json_answer(SignedOutAnswer(ended=ended))
