"""The API keys of an account, in its own hands: listed, made, named, capped, rotated, revoked.

What a key may do is read from the account's stream; its name and its last use lie beside it. A
secret leaves once, with the answer that made it.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
from litestar import delete, get, patch, post
from msgspec import UNSET

from adapters.keys import IssuedKey, key_row
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
from adapters.web.guards.auth import Admitted, admit, count_replay, held
from adapters.web.guards.rate_limits import count_request
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import (
    queried,
    read_json,
    read_nothing,
    read_optional_json,
    shaped,
)
from adapters.web.requests.idempotency import Claim, claim, mark_replayed, stream_id_of
from adapters.web.requests.verbs import id_before_verb
from adapters.web.routes.keys.answers import key_answers, key_as_it_is, sealed_name_of
from adapters.web.routes.keys.issuers import check_scopes, check_uncapped
from adapters.web.routes.keys.shapes import (
    CapRequest,
    KeyAnswer,
    KeyChange,
    KeyList,
    KeyRequest,
    NewKeyAnswer,
    RotationRequest,
)
from domain import handlers, key_claim
from domain.errors import NotFound
from domain.ids import KeyId, parse_id
from domain.key_claim import KeyClaimed
from domain.keys import issuing
from domain.keys.caps import Cap
from domain.keys.key import Key, KeyIssued, Scope, Successor, check_changeable
from domain.ports import Command, GroundRow

LIFE_MAX = timedelta(days=3_650)
ACTOR = "customer"

SCOPES_DEFAULT: tuple[Scope, ...] = ("generate", "read")
"""Of a new key: what a program needs that draws, and nothing that could make keys."""


class KeysQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    """A page of keys."""


_NAME = """
INSERT INTO key_notes (key_id, account_id, sealed_name)
SELECT key_id, account_id, %(sealed_name)s::bytea FROM key_hashes WHERE key_id = %(key_id)s
FOR KEY SHARE
ON CONFLICT (key_id) DO UPDATE SET sealed_name = excluded.sealed_name
"""
"""Of a key that is not being erased, as in `adapters.web.guards.key_uses`."""


# --- reading ----------------------------------------------------------------------------------


@get(
    "/v1/keys",
    opt=documented(
        "List API keys, newest first, ended ones too",
        name="keys_list_all",
        scope="account",
        session=True,
        query=KeysQuery,
        answers={200: KeyList},
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, KeysQuery)
    await lists.awaited(request, "log", asked.min_position)  # first: what is read is then as new
    admitted = await admit(request)
    numbered = list(enumerate(admitted.account.keys.values()))
    before = lists.position_of(asked.cursor)
    older = [pair for pair in reversed(numbered) if before is None or pair[0] < before]
    shown = older[: asked.limit]
    answers = await key_answers(request, admitted.account, [key for _, key in shown])
    next_cursor = lists.cursor_of(shown[-1][0]) if len(older) > len(shown) else None
    return json_answer(KeyList(data=answers, next_cursor=next_cursor))


@get(
    "/v1/keys/{key_id:str}",
    opt=documented(
        "Read an API key",
        name="keys_read_one",
        headers=("Xavira-Position",),
        scope="account",
        session=True,
        answers={200: KeyAnswer},
        errors=("not_found",),
    ),
)
async def read_one(request: WebRequest) -> Answer:
    admitted = await admit(request)
    return await _told(request, _owned(admitted, request.path_params["key_id"]).key_id)


def _owned(admitted: Admitted, text: str) -> Key:
    """Raises NotFound alike for malformed, unknown and foreign ids."""
    parsed = parse_id(text)
    key = None if parsed is None else admitted.account.keys.get(KeyId(parsed))
    if key is None:
        raise NotFound
    return key


async def _told(request: WebRequest, key_id: KeyId) -> Answer:
    answer, position = await key_as_it_is(request, key_id)
    return json_answer(answer, headers={"Xavira-Position": str(position)})


# --- making -----------------------------------------------------------------------------------


@post(
    "/v1/keys",
    opt=documented(
        "Make an API key; its secret is shown this once, so give it a cap",
        name="keys_create",
        headers=("Location", "Xavira-Position"),
        scope="account",
        session=True,
        body=KeyRequest,
        answers={201: NewKeyAnswer},
        errors=("invalid_state", "rate_limited"),
        claims=True,
    ),
)
async def create(request: WebRequest) -> Answer:
    web = dependencies(request)
    key_id = KeyId(stream_id_of(request))
    decoded = await read_optional_json(request)
    asked = await claim(request, key_id, decoded)
    admitted = await admit(request, key_id)
    if admitted.streams[key_id].state is not None:
        return await _replayed(request, admitted, asked)
    await count_request(request, admitted.account_id, "new_key", admitted.account.tier)
    check_uncapped(admitted)
    wish = shaped(decoded, KeyRequest)
    _check_end(web, wish.expires_at)
    fresh = web.fresh_key(web.book)
    event = KeyIssued(
        key_id=key_id,
        prefix=fresh.prefix,
        last4=fresh.last4,
        scopes=_scopes(admitted, wish.scopes),
        expires_at=wish.expires_at,
    )
    sealed_name = await _sealed(web, admitted, wish.name)
    command = issuing.issue(
        _claimed(admitted, asked),
        event,
        _cap(wish.cap),
        standing=admitted.standing,
        actor=ACTOR,
        rows=_rows(web, admitted, key_id, fresh, sealed_name),
    )
    return await _made(request, admitted, asked, command, fresh)


@post(
    "/v1/keys/{key_id:str}",
    opt=documented(
        "Replace an API key by a new one with the same scopes and the same cap",
        name="keys_rotate",
        headers=("Location", "Xavira-Position"),
        scope="account",
        session=True,
        verb="rotate",
        body=RotationRequest,
        answers={201: NewKeyAnswer},
        errors=("not_found", "invalid_state"),
        claims=True,
    ),
)
async def rotate(request: WebRequest) -> Answer:
    web = dependencies(request)
    text = id_before_verb(request, "key_id", "rotate")
    new_key_id = KeyId(stream_id_of(request))
    decoded = await read_optional_json(request)
    asked = await claim(request, new_key_id, [text, decoded])
    admitted = await admit(request, new_key_id)
    old = _owned(admitted, text)
    if admitted.streams[new_key_id].state is not None:
        return await _replayed(request, admitted, asked)
    await count_request(request, admitted.account_id, "new_key", admitted.account.tier)
    wish = shaped(decoded, RotationRequest)
    _check_end(web, wish.expires_at)
    check_scopes(admitted, old.scopes)
    if admitted.key is not None and old.cap_group != admitted.key.cap_group:
        check_uncapped(admitted)
    fresh = web.fresh_key(web.book)
    command = issuing.rotate(
        _claimed(admitted, asked),
        old.key_id,
        Successor(
            key_id=new_key_id,
            prefix=fresh.prefix,
            last4=fresh.last4,
            expires_at=wish.expires_at,
        ),
        overlap=timedelta(hours=wish.overlap_hours),
        standing=admitted.standing,
        actor=ACTOR,
        rows=_rows(web, admitted, new_key_id, fresh, await sealed_name_of(web, old)),
    )
    return await _made(request, admitted, asked, command, fresh)


def _claimed(admitted: Admitted, asked: Claim) -> KeyClaimed:
    return KeyClaimed(account_id=admitted.account_id, fingerprint=asked.fingerprint)


async def _replayed(request: WebRequest, admitted: Admitted, asked: Claim) -> Answer:
    """The key that this request made before. Raises IdempotencyKeyReused for another request."""
    claimed = _claimed(admitted, asked)
    key_claim.check_replay(admitted.streams[asked.stream_id].state, claimed)
    count_replay(request, admitted)
    mark_replayed(request)
    return await _new_key(request, KeyId(asked.stream_id), None)


async def _made(
    request: WebRequest, admitted: Admitted, asked: Claim, command: Command, fresh: IssuedKey
) -> Answer:
    """Records the new key; the secret is told only by the request that made it."""
    async with held(request, admitted.caller):
        appended = await append(dependencies(request), command)
    if appended.answer.replayed:
        mark_replayed(request)
    secret = None if appended.answer.replayed else fresh.secret
    return await _new_key(request, KeyId(asked.stream_id), secret)


async def _new_key(request: WebRequest, key_id: KeyId, secret: str | None) -> Answer:
    answer, position = await key_as_it_is(request, key_id)
    told = NewKeyAnswer(**msgspec.structs.asdict(answer), secret=secret)
    headers = {"Location": f"/v1/keys/{key_id}", "Xavira-Position": str(position)}
    return json_answer(told, status=201, headers=headers)


def _scopes(admitted: Admitted, wanted: Sequence[Scope] | None) -> tuple[str, ...]:
    """Those of the new key. Raises InsufficientScope."""
    if wanted is None:
        wanted = [scope for scope in SCOPES_DEFAULT if scope in admitted.scopes]
    check_scopes(admitted, wanted)
    return tuple(dict.fromkeys(wanted))


def _check_end(web: WebDependencies, expires_at: datetime | None) -> None:
    """Raises Problem(validation_failed)."""
    now = web.clock()
    if expires_at is not None and not now < expires_at <= now + LIFE_MAX:
        raise Problem(
            "validation_failed", "A key ends within the next ten years.", param="expires_at"
        )


def _cap(wanted: CapRequest | None) -> Cap | None:
    return None if wanted is None else Cap(wanted.credits, wanted.period)


def _rows(
    web: WebDependencies,
    admitted: Admitted,
    key_id: KeyId,
    fresh: IssuedKey,
    sealed_name: bytes | None,
) -> Sequence[GroundRow]:
    note: dict[str, Any] = {"key_id": key_id, "account_id": admitted.account_id}
    return (
        key_row(web.book, admitted.account_id, key_id, fresh),
        GroundRow(table="key_notes", values=note | {"sealed_name": sealed_name}),
    )


async def _sealed(web: WebDependencies, admitted: Admitted, name: str | None) -> bytes | None:
    if name is None:
        return None
    return await asyncio.to_thread(web.vault.seal, admitted.account_id, name.encode())


# --- changing ---------------------------------------------------------------------------------


@patch(
    "/v1/keys/{key_id:str}",
    opt=documented(
        "Name or cap an API key",
        name="keys_change",
        headers=("Xavira-Position",),
        scope="account",
        session=True,
        body=KeyChange,
        answers={200: KeyAnswer},
        errors=("not_found", "invalid_state"),
    ),
)
async def change(request: WebRequest) -> Answer:
    web = dependencies(request)
    decoded = await read_json(request)
    admitted = await admit(request)
    key = _owned(admitted, request.path_params["key_id"])
    wish = shaped(decoded, KeyChange)
    await count_request(request, admitted.account_id, "key", admitted.account.tier)
    check_changeable(key)
    if wish.cap is not UNSET:
        check_uncapped(admitted)
        command = handlers.cap_key(admitted.account_id, key.key_id, _cap(wish.cap), actor=ACTOR)
        await append(web, command)
    if wish.name is not UNSET:
        values = {"key_id": key.key_id, "sealed_name": await _sealed(web, admitted, wish.name)}
        async with web.lists.connection() as connection:
            await connection.execute(_NAME, values)
    return await _told(request, key.key_id)


@delete(
    "/v1/keys/{key_id:str}",
    status_code=200,
    opt=documented(
        "Revoke an API key: nothing is charged with it after this; again is fine",
        name="keys_revoke",
        headers=("Xavira-Position",),
        scope="account",
        session=True,
        answers={200: KeyAnswer},
        errors=("not_found",),
    ),
)
async def revoke(request: WebRequest) -> Answer:
    web = dependencies(request)
    admitted = await admit(request)
    await read_nothing(request)
    key = _owned(admitted, request.path_params["key_id"])
    command = handlers.revoke_key(admitted.account_id, key.key_id, actor=ACTOR)
    await append(web, command)
    return await _told(request, key.key_id)
