"""What an account used, by day, key, character, model, end user or tag.

Labels are counted as they are and unsealed only for the rows that are answered, each from the claim
that it was first seen in. So no text of another account, and none of another row, is ever opened.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date
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
from adapters.web.openapi.shapes import UsageAnswer, UsageList
from adapters.web.requests.bodies import queried
from adapters.web.requests.labels import end_user_label, tag_label
from domain.ids import AccountId
from domain.ports import Vault
from domain.texts import GenerationTexts
from projections.usage import ClaimRow, UsageBy, UsageRow, claims, usage

DAYS_MAX = 366
DAYS_DEFAULT = 30
LIMIT_DEFAULT = 100
"""Days have the order of their values: fewer than those that are told unasked would cut off
the newest ones.
"""
assert DAYS_DEFAULT <= LIMIT_DEFAULT <= lists.LIMIT_MAX

CLAIMS_TOGETHER_MAX = 100
CSV_COLUMNS = UsageAnswer.__struct_fields__


class UsageQuery(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Days are UTC, both included; the last 30 when none are given, at most 366.

    Rows come in order of their values, but those of tags and end users in one that says nothing of
    the text; 100 at a time unless `limit` says fewer, and `next_cursor` leads to the rest. A CSV
    has up to 10,000 lines from the cursor on; the header Xavira-Next-Cursor says if there are more.
    `min_position` is that of every list.
    """

    by: UsageBy = "day"
    since: date | None = msgspec.field(name="from", default=None)
    until: date | None = msgspec.field(name="to", default=None)
    format: Literal["json", "csv"] = "json"
    limit: Annotated[int, Meta(ge=1, le=lists.LIMIT_MAX)] = LIMIT_DEFAULT
    cursor: Annotated[str, Meta(pattern=r"^v[\w.:-]{1,128}$")] | None = None
    min_position: lists.Position | None = None


@get(
    "/v1/usage",
    opt=documented(
        "What was used, by day, key, character, model, end user or tag",
        name="usage_read_usage",
        query=UsageQuery,
        answers={200: (UsageList, Media(("text/csv",)))},
    ),
)
async def read_usage(request: WebRequest) -> Answer:
    asked = queried(request, UsageQuery)
    web = dependencies(request)
    since, until = _days(asked, today=web.clock().date())
    account_id = (await admit(request)).account_id
    await lists.awaited(request, "usage", asked.min_position)
    most = ROWS_MAX if asked.format == "csv" else asked.limit
    after = "" if asked.cursor is None else asked.cursor[1:]
    query = usage(account_id, asked.by, since=since, until=until, after=after, limit=most + 1)
    rows, more = lists.cut(await lists.fetch(web, query), most)
    texts = await _texts(web, account_id, asked.by, rows)
    answers = [_answer(asked.by, row, texts) for row in rows]
    next_cursor = f"v{rows[-1].value}" if more else None
    if asked.format == "csv":
        cells = map(msgspec.structs.astuple, answers)
        return csv_answer("usage.csv", CSV_COLUMNS, cells, next_cursor)
    found = UsageList(by=asked.by, since=since, until=until, data=answers, next_cursor=next_cursor)
    return json_answer(found)


def _days(asked: UsageQuery, *, today: date) -> tuple[date, date]:
    """The first and the last day. Raises Problem(validation_failed)."""
    until = asked.until or max(today, asked.since or today)
    first = max(1, until.toordinal() - DAYS_DEFAULT + 1)
    since = asked.since or date.fromordinal(first)
    days = (until - since).days + 1
    if not 1 <= days <= DAYS_MAX:
        raise Problem("validation_failed", f"These are not 1 to {DAYS_MAX} days.", param="from")
    return since, until


async def _texts(
    web: WebDependencies, account_id: AccountId, by: UsageBy, rows: Sequence[UsageRow]
) -> dict[str, str]:
    """What the labels stand for; claims are long, so a few of them at a time."""
    if by not in ("end_user", "tag"):
        return {}
    named = [row.labeled_by for row in rows if row.labeled_by is not None]
    wanted = list(dict.fromkeys(named))
    texts: dict[str, str] = {}
    for first in range(0, len(wanted), CLAIMS_TOGETHER_MAX):
        some = await lists.fetch(web, claims(wanted[first : first + CLAIMS_TOGETHER_MAX]))
        texts |= await asyncio.to_thread(_labels, web.vault, account_id, by, some)
    return texts


def _labels(
    vault: Vault, account_id: AccountId, by: UsageBy, some: Sequence[ClaimRow]
) -> dict[str, str]:
    """Texts by their labels, as far as the account's key is there."""
    texts: dict[str, str] = {}
    for claim in some:
        opened = vault.open(account_id, claim.sealed)
        if opened is None:
            continue
        found = msgspec.json.decode(opened, type=GenerationTexts)
        if by == "tag":
            texts |= {tag_label(vault, account_id, tag).hex(): tag for tag in found.tags}
        elif found.end_user_ref is not None:
            label = end_user_label(vault, account_id, found.end_user_ref)
            texts[label.hex()] = found.end_user_ref
    return texts


def _answer(by: UsageBy, row: UsageRow, texts: Mapping[str, str]) -> UsageAnswer:
    """`value` is the row's own, or the text of its label; None where nobody knows that."""
    return UsageAnswer(
        value=texts.get(row.value) if by in ("end_user", "tag") else row.value,
        images=row.images,
        videos=row.videos,
        completed=row.completed,
        refunded=row.refunded,
        credits_charged=row.credits_charged,
        credits_refunded=row.credits_refunded,
        credits_used=row.credits_charged - row.credits_refunded,
    )
