"""Finance reports over HTTP: the same bytes as `xavira report`, for an admin key.

How a report is made is handed in: this family knows names and formats only.
"""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Annotated

import msgspec
from litestar import get
from msgspec import Meta

from adapters.web.answers import lists
from adapters.web.answers.byte_answers import FileAnswer
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import (
    Answer,
    FinanceWish,
    ReportFormat,
    WebRequest,
    dependencies,
    json_answer,
)
from adapters.web.guards.auth import admit
from adapters.web.openapi.operations import Media, documented
from adapters.web.requests.bodies import queried
from domain.errors import NotFound

FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)

REPORTS_AT_ONCE_MAX = 1
"""Reports that one process makes at a time: each holds its rows in memory."""

MEDIA = Media(
    (
        "application/json",
        "text/csv",
        "text/plain",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.apache.parquet",
    )
)

Moment = Annotated[str, Meta(max_length=40)]


class FinanceQuery(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A period of recorded time: from the first until before the second moment, each a day or a
    time with its zone. Left out: from the beginning, and with today. `at` leaves out what was
    recorded behind a position.
    """

    start: Moment | None = msgspec.field(default=None, name="from")
    end: Moment | None = msgspec.field(default=None, name="to")
    format: ReportFormat = "json"
    at: lists.Position | None = None


class FinanceReportName(msgspec.Struct, kw_only=True):
    name: str
    title: str


class FinanceReportNames(msgspec.Struct, kw_only=True):
    data: list[FinanceReportName]
    next_cursor: str | None


@get(
    "/admin/v1/reports",
    opt=documented(
        "The finance reports there are",
        name="admin_finance_list_all",
        scope="admin",
        query=lists.ShortWaitingPage,
        answers={200: FinanceReportNames},
    ),
)
async def list_all(request: WebRequest) -> Answer:
    asked = queried(request, lists.ShortWaitingPage)
    await admit(request)
    await lists.awaited(request, "log", asked.min_position)
    titles = dependencies(request).operating.finance_titles
    shown, next_cursor = lists.page_of(list(titles.items()), asked)
    data = [FinanceReportName(name=name, title=title) for name, title in shown]
    return json_answer(FinanceReportNames(data=data, next_cursor=next_cursor))


@get(
    "/admin/v1/reports/{name:str}",
    opt=documented(
        "A finance report of any period, naming the checkpoint it stands on",
        name="admin_finance_read_one",
        scope="admin",
        query=FinanceQuery,
        answers={200: MEDIA},
        errors=("not_found", "validation_failed", "temporarily_unavailable"),
    ),
)
async def read_one(request: WebRequest) -> Answer:
    asked = queried(request, FinanceQuery)
    await admit(request)
    web = dependencies(request)
    name: str = request.path_params["name"]
    if name not in web.operating.finance_titles:
        raise NotFound
    wish = FinanceWish(
        name=name,
        start=FIRST_DAY if asked.start is None else _moment(asked.start, "from"),
        end=_tomorrow(web.clock()) if asked.end is None else _moment(asked.end, "to"),
        format=asked.format,
        at=asked.at,
    )
    reporting: asyncio.Semaphore = request.app.state["reporting"]
    async with reporting:
        made = await asyncio.to_thread(web.operating.finance_report, wish)
    file_name = f"{name}.{'txt' if wish.format == 'table' else wish.format}"
    headers = {"Content-Disposition": f'attachment; filename="{file_name}"'}
    return FileAnswer(made.data, media_type=made.media_type, headers=headers)


def _moment(text: str, param: str) -> datetime:
    """A day is its midnight in UTC. Raises Problem(validation_failed)."""
    try:
        moment = datetime.fromisoformat(text)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        message = "This is no day (2026-11-01) and no time (2026-11-01T12:00:00Z)."
        raise Problem("validation_failed", message, param=param) from error


def _tomorrow(now: datetime) -> datetime:
    """Today is in the period."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
