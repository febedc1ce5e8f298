"""Pages of read models: bounded, in a stable order, with an opaque cursor."""

import base64
import binascii
from collections.abc import Sequence
from typing import Annotated, TypeVar

import msgspec
import psycopg
import structlog
from msgspec import Meta

from adapters.web.dependencies import WebDependencies
from adapters.web.problems import Problem
from domain.errors import TemporarilyUnavailable
from domain.ids import parse_id
from projections.checkpoints import wait_for
from projections.query import Query, fetch_all_async

LIMIT_MAX = 100
LIMIT_DEFAULT = 20
POSITION_MAX = 2**63 - 1

_CURSOR_MARK = b"xav1:"

Row = TypeVar("Row", bound=msgspec.Struct)
Position = Annotated[int, Meta(ge=0, le=POSITION_MAX)]


class Page(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """`min_position` waits up to 2 seconds until the list knows everything up to that position."""

    limit: Annotated[int, Meta(ge=1, le=LIMIT_MAX)] = LIMIT_DEFAULT
    cursor: Annotated[str, Meta(max_length=64)] | None = None
    min_position: Position | None = None


async def fetch(web: WebDependencies, query: Query[Row]) -> list[Row]:
    """Every row of a query. Raises TemporarilyUnavailable."""
    try:
        async with web.lists.connection() as connection:
            return await fetch_all_async(connection, query)
    except psycopg.OperationalError as error:
        structlog.get_logger("adapters.web").warning("lists are out of reach", error=str(error))
        raise TemporarilyUnavailable from error


async def caught_up(web: WebDependencies, projection: str, position: int | None) -> None:
    """Waits for a projection, but not for long: the list is then as fresh as it can be."""
    if position is None:
        return
    try:
        await wait_for(web.lists, (projection,), position)
    except psycopg.OperationalError as error:
        raise TemporarilyUnavailable from error


def cursor_of(position: int) -> str:
    """An opaque cursor after the row of this position."""
    return base64.urlsafe_b64encode(_CURSOR_MARK + str(position).encode()).decode().rstrip("=")


def position_of(cursor: str | None) -> int | None:
    """What a cursor stands for. Raises Problem(invalid_request) for any that was not ours."""
    if cursor is None:
        return None
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise _unknown_cursor() from error
    digits = text.removeprefix(_CURSOR_MARK)
    if digits == text or not digits.isdigit() or len(digits) > 19:
        raise _unknown_cursor()
    return min(int(digits), POSITION_MAX)


def _unknown_cursor() -> Problem:
    return Problem("invalid_request", "This cursor was not given out here.", param="cursor")


def cut(rows: Sequence[Row], limit: int) -> tuple[Sequence[Row], bool]:
    """The rows of a page that was asked for with one row more, and whether another one follows."""
    return rows[:limit], len(rows) > limit


def filter_id(text: str, param: str) -> str:
    """An id used as a filter: well-formed or refused, foreign or not (that only finds nothing)."""
    if parse_id(text) is None:
        raise Problem("validation_failed", "This is not an id.", param=param)
    return text
