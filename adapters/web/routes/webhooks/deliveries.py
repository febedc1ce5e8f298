"""The delivery log: what was sent where, what came back, when it is tried next; and replays."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
from litestar import get, post

from adapters.legible import legible
from adapters.web.answers import lists
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    dependencies,
    json_answer,
    streams_of,
)
from adapters.web.guards.auth import Admitted, admit
from adapters.web.guards.rate_limits import count_request
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import Nothing, queried, read_json, read_optional_json, shaped
from adapters.web.requests.verbs import id_before_verb
from adapters.web.routes.webhooks.bodies import WebhookBodies
from adapters.web.routes.webhooks.shapes import (
    AttemptAnswer,
    DeliveriesQuery,
    DeliveryAnswer,
    DeliveryDetail,
    DeliveryList,
    ReplayAnswer,
    ReplayRequest,
)
from domain.errors import InvalidState, NotFound, TemporarilyUnavailable
from domain.ids import EndpointId, parse_id
from domain.webhooks.endpoint import owned_endpoint
from projections import webhook_log
from projections.webhook_log import AttemptRow, DeliveryRow
from projections.webhooks import CHECKPOINT

REPLAY_AGE_MAX = timedelta(days=30)
REPLAYED_MAX = 1_000
"""Deliveries of one replay of a range; a cursor leads on."""


@get(
    "/v1/webhook_deliveries",
    opt=documented(
        "List webhook deliveries, newest first",
        name="webhook_deliveries_list_all",
        query=DeliveriesQuery,
        answers={200: DeliveryList},
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, DeliveriesQuery)
    before = lists.position_of(asked.cursor)
    if asked.endpoint_id is not None:
        lists.filter_id(asked.endpoint_id, "endpoint_id")
    admitted = await admit(request)
    web = dependencies(request)
    await lists.awaited(request, CHECKPOINT, asked.min_position)
    query = webhook_log.list_deliveries(
        admitted.account_id,
        limit=asked.limit + 1,
        cursor=before,
        endpoint_id=None if asked.endpoint_id is None else parse_id(asked.endpoint_id),
        event_type=asked.type,
        state=asked.state,
    )
    rows, more = lists.cut(await lists.fetch(web, query), asked.limit)
    next_cursor = lists.cursor_of(rows[-1].number) if more else None
    answers = [delivery_answer(web, row) for row in rows]
    return json_answer(DeliveryList(data=answers, next_cursor=next_cursor))


def delivery_answer(web: WebDependencies, row: DeliveryRow) -> DeliveryAnswer:
    """A delivery as it stands in lists."""
    return DeliveryAnswer(
        delivery_id=row.delivery_id,
        webhook_id=row.message_id,
        endpoint_id=row.endpoint_id,
        type=row.type,
        state=row.state,
        attempts=row.attempts,
        next_attempt_at=row.next_attempt_at,
        occurred_at=row.occurred_at,
        created_at=row.created_at,
        finished_at=row.finished_at,
        livemode=web.book == "live",
    )


@get(
    "/v1/webhook_deliveries/{delivery_id:str}",
    opt=documented(
        "Read a webhook delivery with its attempts",
        name="webhook_deliveries_read_one",
        answers={200: DeliveryDetail},
        errors=("not_found",),
    ),
)
async def read_one(request: WebRequest) -> Answer:
    admitted, row = await _owned(request, request.path_params["delivery_id"])
    web = dependencies(request)
    attempts = await lists.fetch(web, webhook_log.attempts(row.delivery_id))
    streams = await streams_of(web, [row.subject_id])
    bodies = WebhookBodies(base_url=web.base_url, vault=web.vault, book=web.book)
    body = await asyncio.to_thread(bodies, row, streams)
    detail = DeliveryDetail(
        **msgspec.structs.asdict(delivery_answer(web, row)),
        body=None if body is None else body.decode(),
        attempt_list=await asyncio.to_thread(_attempts, web, admitted, row, attempts),
    )
    return json_answer(detail)


async def _owned(request: WebRequest, text: str) -> tuple[Admitted, DeliveryRow]:
    """A delivery of the caller. Raises NotFound alike for malformed, unknown and foreign ids."""
    parsed = parse_id(text)
    admitted = await admit(request)
    if parsed is None:
        raise NotFound
    rows = await lists.fetch(
        dependencies(request), webhook_log.delivery(admitted.account_id, parsed)
    )
    if not rows:
        raise NotFound
    return admitted, rows[0]


def _attempts(
    web: WebDependencies, admitted: Admitted, row: DeliveryRow, attempts: Sequence[AttemptRow]
) -> list[AttemptAnswer]:
    return [
        AttemptAnswer(
            number=attempt.number,
            started_at=attempt.started_at,
            milliseconds=attempt.milliseconds,
            outcome=attempt.outcome,
            status=attempt.status,
            request_headers=_headers(row.message_id, attempt),
            reply=_reply(web, admitted, attempt),
        )
        for attempt in attempts
    ]


def _headers(message_id: UUID, attempt: AttemptRow) -> dict[str, str]:
    headers = {
        "webhook-id": str(message_id),
        "webhook-timestamp": str(int(attempt.started_at.timestamp())),
    }
    if attempt.signature is not None:
        headers["webhook-signature"] = attempt.signature
    return headers


def _reply(web: WebDependencies, admitted: Admitted, attempt: AttemptRow) -> str | None:
    if attempt.sealed_reply is None:
        return None
    excerpt = web.vault.open(admitted.account_id, attempt.sealed_reply)
    return None if excerpt is None else inert(excerpt)


def inert(excerpt: bytes) -> str:
    """A stranger's bytes as text that does nothing: what does not print is spelled out."""
    return legible(excerpt.decode("utf-8", "backslashreplace"), lines=True)


@post(
    "/v1/webhook_deliveries/{delivery_id:str}",
    opt=documented(
        "Send a webhook delivery again, under its original id; again is fine",
        name="webhook_deliveries_replay_one",
        scope="account",
        verb="replay",
        answers={202: DeliveryAnswer},
        errors=("not_found", "invalid_state"),
        bodiless=True,
    ),
)
async def replay_one(request: WebRequest) -> Answer:
    text = id_before_verb(request, "delivery_id", "replay")
    decoded = await read_optional_json(request)
    admitted, row = await _owned(request, text)
    shaped(decoded, Nothing)
    web = dependencies(request)
    if row.created_at < web.clock() - REPLAY_AGE_MAX:
        raise InvalidState("A delivery can be replayed for 30 days.")
    await _replayable(request, EndpointId(row.endpoint_id))
    await lists.fetch(
        web,
        webhook_log.replay(
            admitted.account_id,
            EndpointId(row.endpoint_id),
            delivery_id=row.delivery_id,
            since=row.created_at,
            until=row.created_at + timedelta(seconds=1),
            everything=True,
            after=0,
            limit=1,
        ),
    )
    _, row = await _owned(request, text)
    return json_answer(delivery_answer(web, row), status=202)


async def _replayable(request: WebRequest, endpoint_id: EndpointId) -> Admitted:
    """Raises NotFound, InvalidState, and TemporarilyUnavailable while deliveries do not know yet
    that the endpoint is enabled: a replay would find nothing that it may send.
    """
    admitted = await admit(request, endpoint_id)
    endpoint = owned_endpoint(admitted.streams[endpoint_id].state, admitted.account_id)
    if endpoint.disabled is not None:
        raise InvalidState("This endpoint is disabled; enable it before you replay.")
    await count_request(request, admitted.account_id, "replay", admitted.account.tier)
    if not await lists.caught_up(request, CHECKPOINT, admitted.streams[endpoint_id].position):
        raise TemporarilyUnavailable
    return admitted


@post(
    "/v1/webhook_deliveries:replay",
    opt=documented(
        "Send the deliveries of a time range again, under their original ids",
        name="webhook_deliveries_replay_range",
        scope="account",
        body=ReplayRequest,
        answers={202: ReplayAnswer},
        errors=("not_found", "invalid_state"),
    ),
)
async def replay_range(request: WebRequest) -> Answer:
    wish = shaped(await read_json(request), ReplayRequest)
    endpoint_id = parse_id(wish.endpoint_id)
    if endpoint_id is None:
        raise NotFound
    web = dependencies(request)
    since, until = _range(wish, web.clock())
    admitted = await _replayable(request, EndpointId(endpoint_id))
    query = webhook_log.replay(
        admitted.account_id,
        EndpointId(endpoint_id),
        delivery_id=None,
        since=since,
        until=until,
        everything=wish.which == "all",
        after=lists.position_of(wish.cursor) or 0,
        limit=REPLAYED_MAX,
    )
    (done,) = await lists.fetch(web, query)
    more = lists.cursor_of(done.last) if done.replayed == REPLAYED_MAX else None
    return json_answer(ReplayAnswer(replayed=done.replayed, next_cursor=more), status=202)


def _range(wish: ReplayRequest, now: datetime) -> tuple[datetime, datetime]:
    """Raises Problem(validation_failed)."""
    since, until = _aware(wish.since), now if wish.until is None else _aware(wish.until)
    if since < now - REPLAY_AGE_MAX:
        raise Problem("validation_failed", "`since` is at most 30 days ago.", param="since")
    if until < since:
        raise Problem("validation_failed", "`until` is not before `since`.", param="until")
    return since, until


def _aware(moment: datetime) -> datetime:
    """A time without a zone is meant in UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
