"""A read query as a value: text, parameters and the struct of a row, for sync and async callers."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import msgspec
from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row

Row = TypeVar("Row", bound=msgspec.Struct)

POSITION_MAX = 2**63 - 1
"""Behind every position that a log can have."""

PAGE_ROWS_MAX = 100
"""Rows of one page at most; the API's own limit is the same."""


class Query(msgspec.Struct, Generic[Row], frozen=True):
    """`sql` takes `params` by name; its columns are the fields of `row_type`."""

    sql: str
    params: Mapping[str, Any]
    row_type: type[Row]


def fetch_all(connection: Connection[Any], query: Query[Row]) -> list[Row]:
    """Every row of the query, at most PAGE_ROWS_MAX of them by the query's own limit."""
    with connection.cursor(row_factory=class_row(query.row_type), binary=True) as cursor:
        return cursor.execute(query.sql, query.params).fetchall()


def fetch_one(connection: Connection[Any], query: Query[Row]) -> Row | None:
    """The first row of the query, if any."""
    with connection.cursor(row_factory=class_row(query.row_type), binary=True) as cursor:
        return cursor.execute(query.sql, query.params).fetchone()


async def fetch_all_async(connection: AsyncConnection[Any], query: Query[Row]) -> list[Row]:
    """Like `fetch_all`, on an async connection."""
    async with connection.cursor(row_factory=class_row(query.row_type), binary=True) as cursor:
        await cursor.execute(query.sql, query.params)
        return await cursor.fetchall()


def page_rows(limit: int) -> int:
    """A page size that is in range. A wrong one is a programmer's mistake: refuse input earlier."""
    assert 0 < limit <= PAGE_ROWS_MAX + 1, limit
    return limit
