"""The statement: every entry of the account in order, with the balance after it."""

from datetime import datetime
from typing import Annotated, Literal

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
from projections.statements import EntryRow, list_statement, position_at

CSV_COLUMNS = ("position", "recorded_at", "kind", "amount", "balance", "generation_id")


class StatementQuery(lists.Page, kw_only=True, forbid_unknown_fields=True):
    """`as_of` is a position or a time (RFC 3339): nothing later is part of the answer.

    A CSV has up to 10,000 lines from the cursor on; the header Xavira-Next-Cursor says if there
    are more.
    """

    as_of: Annotated[str, Meta(max_length=64)] | None = None
    format: Literal["json", "csv"] = "json"


@get(
    "/v1/ledger",
    opt=documented(
        "The statement, oldest entry first",
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
    as_of = await _as_of(web, admitted.account_id, asked.as_of)
    after = lists.position_of(asked.cursor)
    most = ROWS_MAX if asked.format == "csv" else asked.limit
    rows, more = await _entries(web, admitted.account_id, after=after, as_of=as_of, most=most)
    next_cursor = lists.cursor_of(rows[-1].position) if more else None
    if asked.format == "csv":
        return csv_answer("ledger.csv", CSV_COLUMNS, map(_cells, rows), next_cursor)
    return json_answer(EntryList(data=[_entry(row) for row in rows], next_cursor=next_cursor))


async def _entries(
    web: WebDependencies, account_id: AccountId, *, after: int | None, as_of: int | None, most: int
) -> tuple[list[EntryRow], bool]:
    """At most `most` entries, read in pages, and whether there are more."""
    entries: list[EntryRow] = []
    more = True
    while more and len(entries) < most:
        wanted = min(most - len(entries), lists.LIMIT_MAX)
        query = list_statement(account_id, limit=wanted + 1, cursor=after, as_of_position=as_of)
        rows, more = lists.cut(await lists.fetch_quick(web, query), wanted)
        entries += rows
        after = entries[-1].position if entries else after
    return entries, more


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
    return EntryAnswer(
        position=row.position,
        recorded_at=row.recorded_at,
        kind=row.kind,
        amount=row.amount,
        balance=row.balance,
        generation_id=row.generation_id,
    )


def _cells(row: EntryRow) -> tuple[object, ...]:
    recorded_at = row.recorded_at.isoformat().replace("+00:00", "Z")
    return row.position, recorded_at, row.kind, row.amount, row.balance, row.generation_id
