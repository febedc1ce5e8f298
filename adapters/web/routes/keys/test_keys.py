"""Test keys over HTTP: a key of either book makes one of the test book."""

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Literal, get_args
from uuid import UUID

import msgspec
from litestar import post
from msgspec import UNSET, UnsetType

from adapters.accounts.opening import command_for_test_key
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
from adapters.web.guards.auth import Admitted, admit, caller_of, count_replay, held_across
from adapters.web.guards.rate_limits import count_request
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import read_optional_json, shaped
from adapters.web.requests.idempotency import claim, mark_replayed, stream_id_of
from adapters.web.routes.keys.issuers import check_scopes, check_uncapped
from domain.ids import KeyId
from domain.key_claim import KeyClaimed, check_replay
from domain.keys.key import end_within
from domain.ledger import Account

TestScope = Literal["generate", "read", "account"]


class TestKeyRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`scopes` are at most those of the key that asks, and those when left out, but never `admin`.
    The new key ends with the key that makes it.
    """

    scopes: tuple[TestScope, ...] | UnsetType = UNSET


class TestKeyAnswer(msgspec.Struct, kw_only=True):
    """`api_key` is shown this once; it is null when the request is repeated. The account has 1,000
    test credits again, or more.
    """

    key_id: UUID
    api_key: str | None
    scopes: list[str]
    livemode: bool = False


@post(
    "/v1/test_keys",
    opt=documented(
        "Make a test key (xav_test_...), and fill the free test credits up again",
        name="test_keys_create",
        scope="account",
        body=TestKeyRequest,
        answers={201: TestKeyAnswer},
        errors=("invalid_state",),
        claims=True,
    ),
)
async def create(request: WebRequest) -> Answer:
    key_id = KeyId(stream_id_of(request, book="test"))
    decoded = await read_optional_json(request)
    asked = await claim(request, key_id, decoded)
    admitted = await admit(request)
    books: Books = request.app.state["books"]
    test: WebDependencies = (await books.parts("test"))["web"]
    claimed = KeyClaimed(account_id=admitted.account_id, fingerprint=asked.fingerprint)
    existing = (await streams_of(test, [key_id]))[key_id].state
    if existing is not None:
        check_replay(existing, claimed)
        count_replay(request, admitted)
        return await _replayed(request, test, key_id)
    await count_request(request, admitted.account_id, "new_key", admitted.account.tier)
    check_uncapped(admitted)
    scopes = _scopes(admitted, shaped(decoded, TestKeyRequest).scopes)
    key = dependencies(request).fresh_key("test")
    known_there = admitted.caller.book == "test"
    command = command_for_test_key(
        admitted.account_id,
        key_id,
        key,
        scopes=scopes,
        expires_at=None if known_there else end_within(admitted.key, None),
        claimed=claimed,
        standing=admitted.standing if known_there else None,
    )
    async with nullcontext() if known_there else held_across(request, test, admitted):
        is_new: bool = (await append(test, command)).answer
    if not is_new:
        return await _replayed(request, test, key_id)
    return _told(key_id, key.secret, scopes)


def _scopes(admitted: Admitted, wanted: Sequence[str] | UnsetType) -> tuple[str, ...]:
    """Those of the new key. Raises InsufficientScope."""
    if wanted is UNSET:
        wanted = [scope for scope in get_args(TestScope) if scope in admitted.scopes]
    check_scopes(admitted, wanted)
    return tuple(dict.fromkeys(wanted))


async def _replayed(request: WebRequest, test: WebDependencies, key_id: KeyId) -> Answer:
    """The key that this request made before, whichever key asks now."""
    account_id = caller_of(request).account_id
    account = (await streams_of(test, [account_id]))[account_id].state
    assert isinstance(account, Account)
    mark_replayed(request)
    return _told(key_id, None, account.keys[key_id].scopes)


def _told(key_id: KeyId, secret: str | None, scopes: Sequence[str]) -> Answer:
    return json_answer(
        TestKeyAnswer(key_id=key_id, api_key=secret, scopes=list(scopes)), status=201
    )
