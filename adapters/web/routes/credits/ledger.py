"""The statement: every entry of the account in order, with the balance after it.

The entries of an account have times that grow with their positions, so that a time is a place.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from litestar import get
from msgspec import Meta

from adapters.web.answers import lists
from adapters.web.answers.csv_answers import ROWS_MAX, csv_answer
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import Answer, WebDependencies, WebRequest, dependencies, json_answer
from adapters.web.guards.auth import admit
from adapters.web.openapi.operations import Media, documented
from adapters.web.openapi.shapes import EntryAnswer, EntryList
from adapters.web.requests.bodies import queried
from domain.ids import AccountId
from projections.query import Query
from projections.statements import EntryRow, list_statement, position_at, position_before

CSV_COLUMNS = EntryAnswer.__struct_fields__


class StatementQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    """`as_of` is a position or a time (RFC 3339): nothing later is part of the answer.

    `created_from` is included and `created_before` is not; `order` is `asc` for the oldest entry
    first. A cursor goes on in the order that it was given out in. A CSV has up to 10,000 lines from
    the cursor on; the header Xavira-Next-Cursor says if there are more.
    """

    as_of: Annotated[str, Meta(max_length=64)] | None = None
    created_from: Annotated[datetime, Meta(tz=True)] | None = None
    created_before: Annotated[datetime, Meta(tz=True)] | None = None
    order: Literal["asc", "desc"] = "asc"
    format: Literal["json", "csv"] = "json"


@get(
    "/v1/ledger",
    opt=documented(
        "The statement, oldest entry first unless `order=desc`",
        name="ledger_read_statement",
        query=StatementQuery,
        answers={200: (EntryList, Media(("text/csv",)))},
        session=True,
    ),
)
async def read_statement(request: WebRequest) -> Answer:
    asked = queried(request, StatementQuery)
    admitted = await admit(request)
    web = dependencies(request)
    await lists.awaited(request, "statements", asked.min_position)
    cursor = lists.position_of(asked.cursor)
    wanted = partial(
        list_statement,
        admitted.account_id,
        after_position=await _before(web, admitted.account_id, asked.created_from) or 0,
        as_of_position=await _end(web, admitted.account_id, asked),
        newest_first=asked.order == "desc",
    )
    most = ROWS_MAX if asked.format == "csv" else asked.limit
    rows, more = await _entries(web, wanted, cursor=cursor, most=most)
    next_cursor = lists.cursor_of(rows[-1].position) if more else None
    if asked.format == "csv":
        return csv_answer("ledger.csv", CSV_COLUMNS, map(_cells, rows), next_cursor)
    return json_answer(EntryList(data=[_entry(row) for row in rows], next_cursor=next_cursor))


async def _entries(
    web: WebDependencies, wanted: Callable[..., Query[EntryRow]], *, cursor: int | None, most: int
) -> tuple[list[EntryRow], bool]:
    """At most `most` entries, read in pages, and whether there are more."""
    entries: list[EntryRow] = []
    more = True
    while more and len(entries) < most:
        size = min(most - len(entries), lists.LIMIT_MAX)
        query = wanted(limit=size + 1, cursor=cursor)
        rows, more = lists.cut(await lists.fetch_quick(web, query), size)
        entries += rows
        cursor = entries[-1].position if entries else cursor
    return entries, more


async def _end(web: WebDependencies, account_id: AccountId, asked: StatementQuery) -> int | None:
    """The last position that is part of the answer. Raises Problem(validation_failed)."""
    as_of = await _as_of(web, account_id, asked.as_of)
    before = await _before(web, account_id, asked.created_before)
    ends = [position for position in (as_of, before) if position is not None]
    return min(ends, default=None)


async def _before(web: WebDependencies, account_id: AccountId, time: datetime | None) -> int | None:
    """The position of the last entry before a time."""
    if time is None:
        return None
    rows = await lists.fetch(web, position_before(account_id, time))
    return rows[0].position


async def _as_of(web: WebDependencies, account_id: AccountId, text: str | None) -> int | None:
    """The position that `as_of` stands for. Raises Problem(validation_failed)."""
    if text is None:
        return None
    if text.isascii() and text.isdigit() and len(text) < 19:
        return int(text)
    try:
        time = msgspec.convert(text, datetime)
    except msgspec.ValidationError as error:
        raise _unknown_moment() from error
    if time.tzinfo is None:
        raise _unknown_moment()
    rows = await lists.fetch(web, position_at(account_id, time))
    return rows[0].position


def _unknown_moment() -> Problem:
    message = "as_of is a position of the log or a time like 2026-11-22T10:00:00Z."
    return Problem("validation_failed", message, param="as_of")


def _entry(row: EntryRow) -> EntryAnswer:
    lot_id = row.detail.get("lot_id")
    return EntryAnswer(
        position=row.position,
        recorded_at=row.recorded_at,
        kind=row.kind,
        amount=row.amount,
        balance=row.balance,
        generation_id=row.generation_id,
        lot_id=None if lot_id is None else UUID(lot_id),
        lot_kind=row.detail.get("lot_kind"),
        payment_reference=row.detail.get("payment_reference"),
        cause=row.detail.get("cause"),
    )


def _cells(row: EntryRow) -> tuple[object, ...]:
    recorded_at = row.recorded_at.isoformat().replace("+00:00", "Z")
    told = msgspec.structs.replace(_entry(row), recorded_at=recorded_at)
    return msgspec.structs.astuple(told)
