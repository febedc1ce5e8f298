"""The queue of appeals, and deciding one: granted, it ends the hold that it is about."""

import asyncio
from datetime import datetime
from uuid import UUID

import msgspec
from litestar import get, post

from adapters.web.answers import lists
from adapters.web.dependencies import (
    Answer,
    WebDependencies,
    WebRequest,
    dependencies,
    json_answer,
)
from adapters.web.guards.auth import admit
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import queried, read_json, shaped
from adapters.web.routes.admin.acts import (
    ACT_ERRORS,
    ActAnswer,
    ActRequest,
    Wanted,
    act_id_of,
    actor_of,
    appeal_named,
    record,
)
from domain.enforcement.appeal import AppealDecided, AppealOutcome, AppealReceived, AppealTexts
from domain.enforcement.operating import decide_appeal
from domain.ids import AppealId
from projections.appeals import AppealStatus, list_appeals


class AppealSummary(msgspec.Struct, kw_only=True):
    """`about_end_user` says that an end user of the account is on hold, not the account."""

    appeal_id: UUID
    account_id: UUID
    about_end_user: bool
    status: AppealStatus
    actor: str | None
    received_at: datetime
    decided_at: datetime | None


class AppealDetail(AppealSummary, kw_only=True):
    """With what was written; null once the account was erased."""

    text: str | None
    end_user_ref: str | None


class AppealSummaries(msgspec.Struct, kw_only=True):
    data: list[AppealSummary]
    next_cursor: str | None


class AppealsQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    status: AppealStatus | None = None


class DecisionRequest(ActRequest, kw_only=True, forbid_unknown_fields=True):
    """`granted` ends the hold; strikes start from nothing again."""

    outcome: AppealOutcome


@get(
    "/admin/v1/appeals",
    opt=documented(
        "List appeals, the oldest first",
        name="admin_appeals_list_all",
        scope="admin",
        query=AppealsQuery,
        answers={200: AppealSummaries},
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, AppealsQuery)
    after = lists.position_of(asked.cursor)
    await admit(request)
    web = dependencies(request)
    await lists.awaited(request, "appeals", asked.min_position)
    query = list_appeals(limit=asked.limit + 1, cursor=after, status=asked.status)
    rows, more = lists.cut(await lists.fetch(web, query), asked.limit)
    data = [
        AppealSummary(
            appeal_id=row.appeal_id,
            account_id=row.account_id,
            about_end_user=row.end_user is not None,
            status=row.status,
            actor=row.actor,
            received_at=row.received_at,
            decided_at=row.decided_at,
        )
        for row in rows
    ]
    next_cursor = lists.cursor_of(rows[-1].position) if more else None
    return json_answer(AppealSummaries(data=data, next_cursor=next_cursor))


@get(
    "/admin/v1/appeals/{appeal_id:str}",
    opt=documented(
        "Read an appeal with what was written",
        name="admin_appeals_read_one",
        headers=("Xavira-Position",),
        scope="admin",
        answers={200: AppealDetail},
        errors=("not_found",),
    ),
)
async def read_one(request: WebRequest) -> Answer:
    admitted, appeal_id, appeal = await appeal_named(request)
    stream = admitted.streams[appeal_id]
    decided = appeal.decided
    texts = await asyncio.to_thread(_texts, dependencies(request), appeal.received)
    answer = AppealDetail(
        appeal_id=appeal_id,
        account_id=appeal.received.account_id,
        about_end_user=appeal.received.end_user is not None,
        status="open" if decided is None else decided.outcome,
        actor=None if decided is None else decided.actor,
        received_at=stream.times[AppealReceived.TOPIC],
        decided_at=stream.times.get(AppealDecided.TOPIC),
        text=None if texts is None else texts.text,
        end_user_ref=None if texts is None else texts.end_user_ref,
    )
    return json_answer(answer, headers={"Xavira-Position": str(stream.position)})


def _texts(web: WebDependencies, received: AppealReceived) -> AppealTexts | None:
    opened = web.vault.open(received.account_id, received.sealed)
    return None if opened is None else msgspec.json.decode(opened, type=AppealTexts)


@post(
    "/admin/v1/appeals/{appeal_id:str}/decisions",
    opt=documented(
        "Grant or deny an appeal; granted, the hold ends",
        name="admin_appeals_decide",
        headers=("Xavira-Position",),
        scope="admin",
        body=DecisionRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def decide(request: WebRequest) -> Answer:
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, appeal_id, appeal = await appeal_named(request)
    wish = shaped(decoded, DecisionRequest)
    wanted = Wanted(
        act_id=act_id,
        act="appeal_granted" if wish.outcome == "granted" else "appeal_denied",
        subject_id=appeal_id,
        sealed_for=appeal.received.account_id,
        reason=wish.reason,
    )
    command = decide_appeal(
        AppealId(appeal_id), appeal, outcome=wish.outcome, actor=actor_of(admitted)
    )
    return await record(request, admitted, decoded, wanted, command)
