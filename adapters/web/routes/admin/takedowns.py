"""Taking an output down: its URL answers 410 at once, its bytes go, its likeness is blocked."""

from uuid import UUID

from litestar import post

from adapters.web.dependencies import Answer, WebRequest
from adapters.web.openapi.operations import documented
from adapters.web.requests.bodies import read_json, shaped
from adapters.web.routes.admin.acts import (
    ACT_ERRORS,
    ActAnswer,
    ActRequest,
    Wanted,
    act_id_of,
    actor_of,
    generation_named,
    record,
)
from domain.enforcement.operating import take_down
from domain.ids import GenerationId, ReportId


class TakedownRequest(ActRequest, kw_only=True, forbid_unknown_fields=True):
    """`report_id` is the report that asked for it, which is closed by the takedown."""

    report_id: UUID | None = None


@post(
    "/admin/v1/generations/{generation_id:str}/takedowns",
    opt=documented(
        "Take an output down for good; there is no way back",
        name="admin_takedowns_remove",
        headers=("Xavira-Position",),
        scope="admin",
        body=TakedownRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def remove(request: WebRequest) -> Answer:
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, generation_id, generation = await generation_named(request)
    wish = shaped(decoded, TakedownRequest)
    wanted = Wanted(
        act_id=act_id,
        act="output_taken_down",
        subject_id=generation_id,
        sealed_for=generation.requested.account_id,
        reason=wish.reason,
    )
    report_id = None if wish.report_id is None else ReportId(wish.report_id)
    command = take_down(GenerationId(generation_id), report_id=report_id, actor=actor_of(admitted))
    return await record(request, admitted, decoded, wanted, command)
