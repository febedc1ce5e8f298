"""The queue of reports: what is open, how long is left to answer, and closing one without a
takedown. A takedown closes the report it names by itself.
"""

import asyncio
from datetime import datetime
from typing import Any
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
    record,
    report_named,
)
from domain.enforcement.operating import dismiss_report
from domain.enforcement.report import (
    ReportClosed,
    ReportKind,
    ReportOutcome,
    ReportReceived,
    ReportTexts,
)
from domain.ids import ReportId
from projections.abuse_reports import ReportRow, ReportStatus, list_reports


class ReportSummary(msgspec.Struct, kw_only=True):
    """`seconds_left` until `due_at`, negative once it is overdue; null once it is closed."""

    report_id: UUID
    kind: ReportKind
    generation_id: UUID | None
    status: ReportStatus
    outcome: ReportOutcome | None
    actor: str | None
    received_at: datetime
    due_at: datetime
    closed_at: datetime | None
    seconds_left: int | None


class ReportDetail(ReportSummary, kw_only=True):
    """With what was written; null once that was erased."""

    text: str | None
    url: str | None
    contact: str | None


class ReportSummaries(msgspec.Struct, kw_only=True):
    data: list[ReportSummary]
    next_cursor: str | None


class ReportsQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    status: ReportStatus | None = None
    kind: ReportKind | None = None


@get(
    "/admin/v1/abuse-reports",
    opt=documented(
        "List reports, the most urgent first",
        name="admin_abuse_reports_list_all",
        scope="admin",
        query=ReportsQuery,
        answers={200: ReportSummaries},
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, ReportsQuery)
    after = lists.position_of(asked.cursor)
    await admit(request)
    web = dependencies(request)
    await lists.awaited(request, "abuse_reports", asked.min_position)
    query = list_reports(limit=asked.limit + 1, cursor=after, status=asked.status, kind=asked.kind)
    rows, more = lists.cut(await lists.fetch(web, query), asked.limit)
    next_cursor = lists.cursor_of(rows[-1].position) if more else None
    now = web.clock()
    data = [ReportSummary(**_summary(row, now)) for row in rows]
    return json_answer(ReportSummaries(data=data, next_cursor=next_cursor))


def _summary(row: ReportRow, now: datetime) -> dict[str, Any]:
    """The fields of a ReportSummary."""
    facts = msgspec.structs.asdict(row)
    del facts["position"]
    return facts | {"seconds_left": _left(row, now)}


def _left(row: ReportRow, now: datetime) -> int | None:
    return None if row.closed_at is not None else int((row.due_at - now).total_seconds())


@get(
    "/admin/v1/abuse-reports/{report_id:str}",
    opt=documented(
        "Read a report with what was written",
        name="admin_abuse_reports_read_one",
        headers=("Xavira-Position",),
        scope="admin",
        answers={200: ReportDetail},
        errors=("not_found",),
    ),
)
async def read_one(request: WebRequest) -> Answer:
    web = dependencies(request)
    admitted, report_id, report = await report_named(request)
    stream = admitted.streams[report_id]
    closed = report.closed
    row = ReportRow(
        report_id=report_id,
        position=stream.position,
        kind=report.received.kind,
        generation_id=report.received.generation_id,
        status="open" if closed is None else "closed",
        outcome=None if closed is None else closed.outcome,
        actor=None if closed is None else closed.actor,
        due_at=report.received.due_at,
        received_at=stream.times[ReportReceived.TOPIC],
        closed_at=stream.times.get(ReportClosed.TOPIC),
    )
    texts = await asyncio.to_thread(_texts, web, report_id, report.received)
    answer = ReportDetail(
        **_summary(row, web.clock()),
        text=None if texts is None else texts.text,
        url=None if texts is None else texts.url,
        contact=None if texts is None else texts.contact,
    )
    return json_answer(answer, headers={"Xavira-Position": str(stream.position)})


def _texts(web: WebDependencies, report_id: UUID, received: ReportReceived) -> ReportTexts | None:
    opened = web.vault.open(report_id, received.sealed)
    return None if opened is None else msgspec.json.decode(opened, type=ReportTexts)


@post(
    "/admin/v1/abuse-reports/{report_id:str}/dismissals",
    opt=documented(
        "Close a report without removing anything",
        name="admin_abuse_reports_dismiss",
        headers=("Xavira-Position",),
        scope="admin",
        body=ActRequest,
        answers={201: ActAnswer},
        errors=ACT_ERRORS,
        claims=True,
    ),
)
async def dismiss(request: WebRequest) -> Answer:
    act_id = act_id_of(request)
    decoded = await read_json(request)
    admitted, report_id, _ = await report_named(request)
    wanted = Wanted(
        act_id=act_id,
        act="report_dismissed",
        subject_id=report_id,
        sealed_for=report_id,
        reason=shaped(decoded, ActRequest).reason,
    )
    command = dismiss_report(ReportId(report_id), actor=actor_of(admitted))
    return await record(request, admitted, decoded, wanted, command)
