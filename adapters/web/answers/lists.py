"""Pages of read models: bounded, in a stable order, with an opaque cursor."""

import re
from collections.abc import Sequence
from typing import Annotated, TypeVar

import msgspec
import psycopg
import structlog
from msgspec import Meta

from adapters.web.answers.followers import Followers
from adapters.web.answers.problems import Problem
from adapters.web.dependencies import WebDependencies, WebRequest, add_headers, part_of
from domain.errors import TemporarilyUnavailable
from domain.ids import parse_id
from projections.query import Query, fetch_all_async

LIMIT_MAX = 100
LIMIT_DEFAULT = 20
POSITION_MAX = 2**63 - 1

Row = TypeVar("Row", bound=msgspec.Struct)
Item = TypeVar("Item")
CURSOR_PATTERN = r"^c[0-9]{1,19}$"
Cursor = Annotated[str, Meta(pattern=CURSOR_PATTERN)]
Position = Annotated[int, Meta(ge=0, le=POSITION_MAX)]


class Page(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`min_position` waits up to 2 seconds until the list knows everything up to that position; the
    answer tells how far it does.
    """

    limit: Annotated[int, Meta(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT
    cursor: Cursor | None = None
    min_position: Position | None = None


class ShortPage(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Of a list that is short: all of it is on one page, unless `limit` says fewer."""

    limit: Annotated[int, Meta(ge=1, le=LIMIT_MAX)] = LIMIT_MAX
    cursor: Cursor | None = None


class ShortWaitingPage(ShortPage, kw_only=True, forbid_unknown_fields=True):
    """All of it on one page, unless `limit` says fewer; `min_position` waits as in every list."""

    min_position: Position | None = None


async def fetch(web: WebDependencies, query: Query[Row]) -> list[Row]:
    """Every row of a query. Raises TemporarilyUnavailable."""
    try:
        async with web.lists.connection() as connection:
            return await fetch_all_async(connection, query)
    except psycopg.OperationalError as error:
        raise _out_of_reach(error) from error


async def fetch_quick(web: WebDependencies, query: Query[Row]) -> list[Row]:
    """Every row of a query that reads few rows by an index and changes none, at a third of the
    cost. Raises TemporarilyUnavailable.
    """
    try:
        return await web.lists.ask(query.sql, query.params, query.row_type)
    except psycopg.OperationalError as error:
        raise _out_of_reach(error) from error


def _out_of_reach(error: psycopg.OperationalError) -> TemporarilyUnavailable:
    structlog.get_logger("adapters.web").warning("lists are out of reach", error=str(error))
    return TemporarilyUnavailable()


async def awaited(request: WebRequest, name: str, min_position: int | None) -> None:
    """Waits until a list knows what its caller wants to see, but not for long: what is read is then
    as fresh as it can be. `Xavira-Position` is what was asked for, or how far the list is, where
    that is less. Raises TemporarilyUnavailable.
    """
    if min_position is not None:
        seen = min(min_position, await _reached(request, name, min_position))
        add_headers(request, {"Xavira-Position": str(seen)})


async def caught_up(request: WebRequest, name: str, position: int) -> bool:
    """Whether a projection, `webhooks` or the `log` is there, after a moment at most.

    Raises TemporarilyUnavailable.
    """
    return await _reached(request, name, position) >= position


async def _reached(request: WebRequest, name: str, position: int) -> int:
    followers: Followers = part_of(request, "followers")
    try:
        return await followers.reached(name, position)
    except psycopg.OperationalError as error:
        raise _out_of_reach(error) from error


def cursor_of(position: int) -> str:
    """An opaque cursor after the row of this position."""
    return f"c{position}"


def position_of(cursor: str | None) -> int | None:
    """What a cursor stands for. Raises Problem(validation_failed) for any that was not ours."""
    if cursor is None:
        return None
    if re.fullmatch(CURSOR_PATTERN, cursor) is None:
        message = "This cursor was not given out here."
        raise Problem("validation_failed", message, param="cursor")
    return min(int(cursor[1:]), POSITION_MAX)


def cut(rows: Sequence[Row], limit: int) -> tuple[Sequence[Row], bool]:
    """The rows of a page that was asked for with one row more, and whether another one follows."""
    return rows[:limit], len(rows) > limit


def page_of(items: Sequence[Item], asked: ShortPage) -> tuple[Sequence[Item], str | None]:
    """A page of a list that is at hand, and the cursor of the next one. A cursor stands for how
    many items are left, so that what is put in front meanwhile shifts nothing.
    """
    left = position_of(asked.cursor)
    first = 0 if left is None else max(0, len(items) - left)
    shown = items[first : first + asked.limit]
    left = len(items) - first - len(shown)
    return shown, cursor_of(left) if left else None


def filter_id(text: str, param: str) -> str:
    """An id used as a filter: well-formed or refused, foreign or not (that only finds nothing)."""
    if parse_id(text) is None:
        raise Problem("validation_failed", "This is not an id.", param=param)
    return text
