"""Appeals: an account, or one of its end users, asks for a hold to be looked at again.

These are the only routes that the keys of an account on hold may use.
"""

import asyncio
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import get, post
from msgspec import Meta

from adapters.web.dependencies import (
    Answer,
    WebRequest,
    append,
    dependencies,
    json_answer,
    part_of,
    streams_of,
)
from adapters.web.guards.auth import admit, check_live, count_replay
from adapters.web.guards.rate_limits import RateLimits, apply_window
from adapters.web.moderation.end_users import end_user_of
from adapters.web.openapi.operations import documented
from adapters.web.openapi.shapes import EndUserRef
from adapters.web.requests.bodies import read_json, shaped
from adapters.web.requests.idempotency import claim, mark_replayed, stream_id_of
from domain.enforcement import appeal as appeals
from domain.enforcement.appeal import AppealDecided, AppealReceived, AppealTexts
from domain.enforcement.operating import make_appeal
from domain.errors import NotFound
from domain.ids import AccountId, AppealId, parse_id
from domain.ports import Stream
from projections.appeals import AppealStatus

APPEALS_PER_MINUTE = 5
TEXT_CHARACTERS_MAX = 4_000


class AppealRequest(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Without `end_user_ref` it is about the account's own hold."""

    text: Annotated[str, Meta(min_length=1, max_length=TEXT_CHARACTERS_MAX)]
    end_user_ref: EndUserRef | None = None


class AppealAnswer(msgspec.Struct, kw_only=True):
    """An operator decides; `granted` ended the hold."""

    appeal_id: UUID
    status: AppealStatus
    received_at: datetime
    decided_at: datetime | None


@post(
    "/v1/appeals",
    opt=documented(
        "Appeal against a hold, also while the account is on hold",
        name="appeals_appeal",
        headers=("Location", "Xavira-Position"),
        scope="account",
        body=AppealRequest,
        answers={201: AppealAnswer},
        errors=("invalid_state", "rate_limited"),
        claims=True,
        on_hold=True,
    ),
)
async def appeal(request: WebRequest) -> Answer:
    web = dependencies(request)
    appeal_id = AppealId(stream_id_of(request))
    decoded = await read_json(request)
    asked = await claim(request, appeal_id, decoded)
    admitted = await admit(request, appeal_id)
    check_live(admitted)
    if admitted.streams[appeal_id].state is None:
        limits: RateLimits = part_of(request, "rate_limits")
        now = web.clock()
        window = await limits.take_up_to(admitted.account_id, "appeal", APPEALS_PER_MINUTE, now)
        apply_window(request, window, now)
    else:
        count_replay(request, admitted)
    wish = shaped(decoded, AppealRequest)
    texts = msgspec.json.encode(AppealTexts(text=wish.text, end_user_ref=wish.end_user_ref))
    event = AppealReceived(
        account_id=admitted.account_id,
        end_user=await end_user_of(web, admitted.account_id, wish.end_user_ref),
        key_id=admitted.caller.key_id,
        fingerprint=asked.fingerprint,
        sealed=await asyncio.to_thread(web.vault.seal, admitted.account_id, texts),
    )
    appended = await append(web, make_appeal(appeal_id, event))
    if appended.answer.replayed:
        mark_replayed(request)
    stream = (await streams_of(web, [appeal_id]))[appeal_id]
    headers = {
        "Location": f"/v1/appeals/{appeal_id}",
        "Xavira-Position": str(stream.position),
    }
    answer = _answer(appeal_id, stream, admitted.account_id)
    return json_answer(answer, status=201, headers=headers)


@get(
    "/v1/appeals/{appeal_id:str}",
    opt=documented(
        "What became of an appeal, also while the account is on hold",
        name="appeals_read_one",
        headers=("Xavira-Position",),
        answers={200: AppealAnswer},
        errors=("not_found",),
        on_hold=True,
    ),
)
async def read_one(request: WebRequest) -> Answer:
    appeal_id = parse_id(request.path_params["appeal_id"])
    admitted = await admit(request, *([] if appeal_id is None else [appeal_id]))
    if appeal_id is None:
        raise NotFound
    stream = admitted.streams[appeal_id]
    answer = _answer(AppealId(appeal_id), stream, admitted.account_id)
    return json_answer(answer, headers={"Xavira-Position": str(stream.position)})


def _answer(appeal_id: AppealId, stream: Stream, account_id: AccountId) -> AppealAnswer:
    """Raises NotFound for what is not this account's."""
    found = appeals.owned(stream.state, account_id)
    return AppealAnswer(
        appeal_id=appeal_id,
        status="open" if found.decided is None else found.decided.outcome,
        received_at=stream.times[AppealReceived.TOPIC],
        decided_at=stream.times.get(AppealDecided.TOPIC),
    )
