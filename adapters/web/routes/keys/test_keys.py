"""Test keys over HTTP: a key of either book makes one of the test book."""

from typing import Literal
from uuid import UUID

import msgspec
from litestar import post

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
from adapters.web.guards.auth import admit, count_replay
from adapters.web.guards.rate_limits import count_request
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import read_optional_json, shaped
from adapters.web.requests.idempotency import claim, mark_replayed, stream_id_of
from domain.ids import KeyId
from domain.key_claim import KeyClaimed
from domain.keys.key import end_within

TestScope = Literal["generate", "read", "account"]


class TestKeyRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Left out, the key may do all that a test key can. It ends with the key that makes it."""

    scopes: tuple[TestScope, ...] = ("generate", "read", "account")


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
        headers=("Location", "Xavira-Position"),
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
    made = (await streams_of(test, [key_id]))[key_id].state is not None
    if made:
        count_replay(request, admitted)
    else:
        await count_request(request, admitted.account_id, "new_key", admitted.account.tier)
    wish = shaped(decoded, TestKeyRequest)
    key = dependencies(request).fresh_key("test")
    scopes = tuple(dict.fromkeys(wish.scopes))
    command = command_for_test_key(
        admitted.account_id,
        key_id,
        key,
        scopes=scopes,
        expires_at=end_within(admitted.key, None),
        claimed=KeyClaimed(account_id=admitted.account_id, fingerprint=asked.fingerprint),
    )
    is_new: bool = (await append(test, command)).answer
    if not is_new:
        mark_replayed(request)
    secret = key.secret if is_new else None
    answer = TestKeyAnswer(key_id=key_id, api_key=secret, scopes=list(scopes))
    return json_answer(answer, status=201)
