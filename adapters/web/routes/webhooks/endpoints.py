"""Webhook endpoints: where an account is told what happens, and the secrets that sign it."""

import asyncio
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from urllib.parse import SplitResult, urlsplit
from uuid import UUID, uuid4

import msgspec
from litestar import delete, get, patch, post

from adapters.public_addresses import literal_address, may_be_dialled
from adapters.web.answers import lists
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    add_headers,
    append,
    dependencies,
    json_answer,
    streams_of,
)
from adapters.web.guards.auth import Admitted, admit, caller_of, count_replay
from adapters.web.guards.rate_limits import count_request
from adapters.web.openapi.operations import documented, verbs
from adapters.web.requests.bodies import (
    Nothing,
    queried,
    read_json,
    read_nothing,
    read_optional_json,
    shaped,
)
from adapters.web.requests.idempotency import claim, mark_replayed, stream_id_of
from adapters.web.requests.verbs import id_and_verb
from adapters.web.routes.webhooks.deliveries import delivery_answer
from adapters.web.routes.webhooks.shapes import (
    DeliveryAnswer,
    EndpointAnswer,
    EndpointChange,
    EndpointDeletedAnswer,
    EndpointList,
    EndpointRequest,
    EndpointsQuery,
    SecretRotationRequest,
)
from domain.errors import InvalidState, NotFound, TemporarilyUnavailable
from domain.ids import (
    AccountId,
    DirectoryId,
    EndpointId,
    SecretId,
    StreamId,
    delivery_id,
    directory_id,
    parse_id,
)
from domain.key_claim import KeyClaimed
from domain.key_claim import check_replay as check_claim
from domain.ports import Command, GroundRow
from domain.texts import EndpointTexts
from domain.webhooks import handlers as webhook_handlers
from domain.webhooks.directory import ENDPOINTS_MAX, counted
from domain.webhooks.endpoint import (
    Endpoint,
    EndpointCreated,
    EndpointUpdated,
    check_replay,
    owned_endpoint,
)
from domain.webhooks.facts import TestFacts
from domain.webhooks.messages import SECRET_BYTES, secret_text
from projections import webhook_log
from projections.webhooks import CHECKPOINT

ENDPOINTS_LISTED_MAX = 100
"""Accounts from before endpoints were counted may have more than they could create today."""

CHANGES_TRIED_MAX = 20
"""So often a change is made anew because another one of the same endpoint came in between."""


@post(
    "/v1/webhook_endpoints",
    opt=documented(
        "Create a webhook endpoint; its secret is shown this once",
        name="webhook_endpoints_create",
        headers=("Location", "Xavira-Position"),
        scope="account",
        body=EndpointRequest,
        answers={201: EndpointAnswer},
        errors=("invalid_state", "rate_limited"),
        claims=True,
    ),
)
async def create(request: WebRequest) -> Answer:
    endpoint_id = EndpointId(stream_id_of(request))
    decoded = await read_json(request)
    asked = await claim(request, endpoint_id, decoded)
    directory = directory_id(caller_of(request).account_id)
    admitted = await admit(request, endpoint_id, directory)
    existing = admitted.streams[endpoint_id].state
    if existing is not None:
        check_replay(existing, admitted.account_id, asked.fingerprint)
        count_replay(request, admitted)
        mark_replayed(request)
        return await _current(request, endpoint_id, status=201)
    await _count(request, admitted)
    wish = shaped(decoded, EndpointRequest)
    web = dependencies(request)
    check_url(web, wish.url)
    secret_id = SecretId(uuid4())
    secret, row = await _new_secret(web, admitted.account_id, endpoint_id, secret_id)
    event = EndpointCreated(
        account_id=admitted.account_id,
        livemode=web.book == "live",
        sealed=await _sealed(web, admitted.account_id, wish.url, wish.description),
        event_types=None if wish.event_types is None else tuple(dict.fromkeys(wish.event_types)),
        secret_id=secret_id,
        fingerprint=asked.fingerprint,
    )
    command = webhook_handlers.create_endpoint(
        endpoint_id,
        event,
        key_id=admitted.caller.key_id,
        rows=(row,),
        uncounted=await _uncounted(web, admitted, directory),
    )
    appended = await append(web, command)
    if appended.answer.replayed:
        mark_replayed(request)
        return await _current(request, endpoint_id, status=201)
    return await _current(request, endpoint_id, status=201, secret=secret)


async def _count(request: WebRequest, admitted: Admitted) -> None:
    """Each of these makes a secret or has us call an address: not too many a minute."""
    await count_request(request, admitted.account_id, "webhook", admitted.account.tier)


def check_url(web: WebDependencies, url: str) -> None:
    """What can be said of an address without asking for it: names are vetted when they are dialled.

    Raises Problem(validation_failed).
    """
    if not url.isascii() or not url.isprintable() or any(c in url for c in ' "<>\\^`{|}'):
        raise _unusable("A URL is written in visible ASCII, a host of other letters in punycode.")
    try:
        parsed = urlsplit(url)
        port = parsed.port
    except ValueError as error:
        raise _unusable("This is not a URL.") from error
    schemes = ("https", "http") if web.allow_private_webhooks else ("https",)
    if parsed.scheme not in schemes or not parsed.hostname or port == 0:
        raise _unusable("A webhook endpoint has an https URL with a host.")
    if parsed.username is not None or parsed.password is not None or parsed.fragment:
        raise _unusable("The URL of an endpoint has no user name, password or fragment.")
    _check_literal(web, parsed)


def _check_literal(web: WebDependencies, parsed: SplitResult) -> None:
    """Raises Problem(validation_failed) for an address that is spelled out and is not public."""
    address = literal_address(parsed.hostname or "")
    if address is not None and not web.allow_private_webhooks and not may_be_dialled(address):
        raise _unusable("This host may not be called.")


def _unusable(message: str) -> Problem:
    return Problem("validation_failed", message, param="url")


async def _uncounted(
    web: WebDependencies, admitted: Admitted, directory: DirectoryId
) -> list[EndpointId]:
    """Endpoints from before there was a directory, as the list knows them: enough of them to say
    whether there is room for one more.
    """
    known = counted(admitted.streams[directory].state)
    ids = await _endpoint_ids(web, admitted.account_id, limit=len(known) + ENDPOINTS_MAX)
    return [endpoint_id for endpoint_id in ids if endpoint_id not in known][:ENDPOINTS_MAX]


async def _endpoint_ids(
    web: WebDependencies, account_id: AccountId, *, limit: int
) -> list[EndpointId]:
    """Newest first."""
    query = webhook_log.endpoint_ids(account_id, limit=limit)
    return [EndpointId(row.endpoint_id) for row in await lists.fetch(web, query)]


async def _new_secret(
    web: WebDependencies, account_id: AccountId, endpoint_id: EndpointId, secret_id: SecretId
) -> tuple[str, GroundRow]:
    """A secret as it is shown, and its row."""
    secret = secrets.token_bytes(SECRET_BYTES)
    sealed = await asyncio.to_thread(web.vault.seal, account_id, secret)
    values = {
        "secret_id": secret_id,
        "endpoint_id": endpoint_id,
        "account_id": account_id,
        "sealed": sealed,
    }
    return secret_text(secret), GroundRow(table="webhook_secrets", values=values)


async def _sealed(
    web: WebDependencies, account_id: AccountId, url: str, description: str | None
) -> bytes:
    texts = msgspec.json.encode(EndpointTexts(url=url, description=description))
    return await asyncio.to_thread(web.vault.seal, account_id, texts)


# --- reading ----------------------------------------------------------------------------------


@get(
    "/v1/webhook_endpoints",
    opt=documented(
        "List webhook endpoints, newest first",
        name="webhook_endpoints_list_all",
        query=EndpointsQuery,
        answers={200: EndpointList},
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, EndpointsQuery)
    web = dependencies(request)
    admitted = await admit(request)
    await lists.awaited(request, CHECKPOINT, asked.min_position)
    ids = await _endpoint_ids(web, admitted.account_id, limit=ENDPOINTS_LISTED_MAX)
    streams = await streams_of(web, ids)
    mine = [
        (endpoint_id, state)
        for endpoint_id in ids
        if isinstance(state := streams[endpoint_id].state, Endpoint) and not state.deleted
    ]
    shown, next_cursor = lists.page_of(mine, asked)
    answers = [
        await _answer(web, endpoint_id, state, streams[endpoint_id].times)
        for endpoint_id, state in shown
    ]
    return json_answer(EndpointList(data=answers, next_cursor=next_cursor))


@get(
    "/v1/webhook_endpoints/{endpoint_id:str}",
    opt=documented(
        "Read a webhook endpoint",
        name="webhook_endpoints_read_one",
        headers=("Xavira-Position",),
        answers={200: EndpointAnswer},
        errors=("not_found",),
    ),
)
async def read_one(request: WebRequest) -> Answer:
    return await _current(request, _id_of(request.path_params["endpoint_id"]))


def _id_of(text: str) -> EndpointId | None:
    parsed = parse_id(text)
    return None if parsed is None else EndpointId(parsed)


async def owned(
    request: WebRequest, endpoint_id: EndpointId | None, *also: StreamId
) -> tuple[Admitted, Endpoint]:
    """Reads an endpoint of the caller, and other streams along with it.

    Raises NotFound alike for malformed and foreign ids.
    """
    admitted = await admit(request, *also, *([] if endpoint_id is None else [endpoint_id]))
    if endpoint_id is None:
        raise NotFound
    state = admitted.streams[endpoint_id].state
    return admitted, owned_endpoint(state, admitted.account_id)


async def _current(
    request: WebRequest,
    endpoint_id: EndpointId | None,
    *,
    status: int = 200,
    secret: str | None = None,
) -> Answer:
    admitted, endpoint = await owned(request, endpoint_id)
    assert endpoint_id is not None
    stream = admitted.streams[endpoint_id]
    answer = await _answer(dependencies(request), endpoint_id, endpoint, stream.times)
    answer.secret = secret
    add_headers(request, {"Xavira-Position": str(stream.position)})
    if status == 201:
        add_headers(request, {"Location": f"/v1/webhook_endpoints/{endpoint_id}"})
    return json_answer(answer, status=status)


async def _answer(
    web: WebDependencies, endpoint_id: EndpointId, endpoint: Endpoint, times: Mapping[str, datetime]
) -> EndpointAnswer:
    texts = await _texts(web, endpoint)
    return EndpointAnswer(
        endpoint_id=endpoint_id,
        url=None if texts is None else texts.url,
        description=None if texts is None else texts.description,
        event_types=None if endpoint.event_types is None else list(endpoint.event_types),
        enabled=endpoint.disabled is None,
        disabled_by=endpoint.disabled,
        livemode=endpoint.created.livemode,
        secret=None,
        created_at=times[EndpointCreated.TOPIC],
    )


async def _texts(web: WebDependencies, endpoint: Endpoint) -> EndpointTexts | None:
    account_id = endpoint.created.account_id
    text = await asyncio.to_thread(web.vault.open, account_id, endpoint.sealed)
    return None if text is None else msgspec.json.decode(text, type=EndpointTexts)


# --- changing ---------------------------------------------------------------------------------


@patch(
    "/v1/webhook_endpoints/{endpoint_id:str}",
    opt=documented(
        "Change a webhook endpoint, disable it or enable it again",
        name="webhook_endpoints_update",
        headers=("Xavira-Position",),
        scope="account",
        body=EndpointChange,
        answers={200: EndpointAnswer},
        errors=("not_found",),
    ),
)
async def update(request: WebRequest) -> Answer:
    endpoint_id = _id_of(request.path_params["endpoint_id"])
    decoded = await read_json(request)
    admitted, endpoint = await owned(request, endpoint_id)
    assert endpoint_id is not None
    wish = shaped(decoded, EndpointChange)
    await _count(request, admitted)
    web = dependencies(request)
    for _ in range(CHANGES_TRIED_MAX):
        changed = await _changed(web, endpoint, wish)
        if changed is None:
            break
        command = webhook_handlers.update_endpoint(
            admitted.account_id,
            endpoint_id,
            changed,
            seen=endpoint,
            standing=admitted.standing,
        )
        if (await append(web, command)).answer:
            break
        admitted, endpoint = await owned(request, endpoint_id)
    else:
        raise TemporarilyUnavailable
    if wish.enabled is not msgspec.UNSET:
        await append(web, _switched(admitted, endpoint_id, on=wish.enabled))
    return await _current(request, endpoint_id)


def _switched(admitted: Admitted, endpoint_id: EndpointId, *, on: bool) -> Command:
    account_id, standing = admitted.account_id, admitted.standing
    if on:
        return webhook_handlers.enable_endpoint(account_id, endpoint_id, standing=standing)
    return webhook_handlers.disable_endpoint(account_id, endpoint_id, "customer", standing=standing)


async def _changed(
    web: WebDependencies, endpoint: Endpoint, wish: EndpointChange
) -> EndpointUpdated | None:
    """What the endpoint becomes, or None where it is that already."""
    before = await _texts(web, endpoint)
    if before is None:
        raise NotFound
    url = before.url
    if wish.url is not msgspec.UNSET:
        check_url(web, wish.url)
        url = wish.url
    description = before.description if wish.description is msgspec.UNSET else wish.description
    types = endpoint.event_types
    if wish.event_types is not msgspec.UNSET:
        types = None if wish.event_types is None else tuple(dict.fromkeys(wish.event_types))
    if (url, description, types) == (before.url, before.description, endpoint.event_types):
        return None
    account_id = endpoint.created.account_id
    return EndpointUpdated(
        sealed=await _sealed(web, account_id, url, description), event_types=types
    )


@delete(
    "/v1/webhook_endpoints/{endpoint_id:str}",
    status_code=200,
    opt=documented(
        "Delete a webhook endpoint with everything that waits for it",
        name="webhook_endpoints_remove",
        headers=("Xavira-Position",),
        scope="account",
        answers={200: EndpointDeletedAnswer},
        errors=("not_found",),
        changes=True,
    ),
)
async def remove(request: WebRequest) -> Answer:
    endpoint_id = _id_of(request.path_params["endpoint_id"])
    admitted, _ = await owned(request, endpoint_id)
    await read_nothing(request)
    assert endpoint_id is not None
    command = webhook_handlers.delete_endpoint(
        admitted.account_id, endpoint_id, standing=admitted.standing
    )
    appended = await append(dependencies(request), command)
    add_headers(request, {"Xavira-Position": str(appended.position)})
    return json_answer(EndpointDeletedAnswer(endpoint_id=endpoint_id))


@post(
    "/v1/webhook_endpoints/{endpoint_id:str}",
    opt=verbs(
        documented(
            "Send a `webhook.test` to a webhook endpoint",
            name="webhook_endpoints_test_or_rotate_test",
            scope="account",
            verb="test",
            answers={202: DeliveryAnswer},
            errors=("not_found", "invalid_state", "rate_limited"),
            claims=True,
            bodiless=True,
        ),
        documented(
            "Give a webhook endpoint a new secret, shown this once; the old one overlaps",
            name="webhook_endpoints_test_or_rotate_rotate_secret",
            headers=("Xavira-Position",),
            scope="account",
            verb="rotate_secret",
            body=SecretRotationRequest,
            answers={200: EndpointAnswer},
            errors=("not_found", "invalid_state", "rate_limited"),
            claims=True,
        ),
    ),
)
async def test_or_rotate(request: WebRequest) -> Answer:
    text, verb = id_and_verb(request, "endpoint_id", ("test", "rotate_secret"))
    endpoint_id = _id_of(text)
    return await (_test if verb == "test" else _rotate)(request, endpoint_id)


async def _rotate(request: WebRequest, endpoint_id: EndpointId | None) -> Answer:
    """The Idempotency-Key names the secret, so a retry finds it in place and shows it no more."""
    secret_id = SecretId(stream_id_of(request))
    decoded = await read_optional_json(request)
    claimed = await _claimed(request, secret_id, [str(endpoint_id), "rotate_secret", decoded])
    admitted, _ = await owned(request, endpoint_id, secret_id)
    assert endpoint_id is not None
    existing = admitted.streams[secret_id].state
    if existing is not None:
        check_claim(existing, claimed)
        count_replay(request, admitted)
        mark_replayed(request)
        return await _current(request, endpoint_id)
    wish = shaped(decoded, SecretRotationRequest)
    await _count(request, admitted)
    web = dependencies(request)
    secret, row = await _new_secret(web, admitted.account_id, endpoint_id, secret_id)
    command = webhook_handlers.rotate_secret(
        claimed,
        endpoint_id,
        secret_id,
        overlap=timedelta(seconds=wish.overlap_seconds),
        row=row,
        standing=admitted.standing,
    )
    appended = await append(web, command)
    if not appended.answer:
        mark_replayed(request)
        return await _current(request, endpoint_id)
    return await _current(request, endpoint_id, secret=secret)


async def _claimed(request: WebRequest, claim_id: UUID, asked: list[object]) -> KeyClaimed:
    """What the Idempotency-Key stands for: the endpoint, the verb and the body of the request."""
    found = await claim(request, claim_id, asked)
    return KeyClaimed(account_id=caller_of(request).account_id, fingerprint=found.fingerprint)


async def _test(request: WebRequest, endpoint_id: EndpointId | None) -> Answer:
    """The Idempotency-Key names the message, so a retry sends none but the first."""
    message = stream_id_of(request)
    decoded = await read_optional_json(request)
    said = [] if decoded == {} else [decoded]
    claimed = await _claimed(request, message, [str(endpoint_id), "test", *said])
    admitted, endpoint = await owned(request, endpoint_id, message)
    assert endpoint_id is not None
    existing = admitted.streams[message].state
    if existing is not None:
        check_claim(existing, claimed)
        count_replay(request, admitted)
    else:
        shaped(decoded, Nothing)
        if endpoint.disabled is not None:
            raise InvalidState("This endpoint is disabled; enabling it sends a test.")
        await _count(request, admitted)
    web = dependencies(request)
    if not await lists.caught_up(request, CHECKPOINT, admitted.streams[endpoint_id].position):
        raise TemporarilyUnavailable
    command = webhook_handlers.claim_test(claimed, endpoint_id, message, standing=admitted.standing)
    if not (await append(web, command)).answer:
        mark_replayed(request)
    delivery = delivery_id(message, endpoint_id)
    facts = msgspec.json.encode(TestFacts(endpoint_id=endpoint_id))
    await lists.fetch(web, webhook_log.add_test(delivery, message, endpoint_id, facts))
    rows = await lists.fetch(web, webhook_log.delivery(admitted.account_id, delivery))
    if not rows:
        raise NotFound
    return json_answer(delivery_answer(web, rows[0]), status=202)
