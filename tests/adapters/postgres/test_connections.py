"""Pooled connections, when the server behind them goes away."""

import asyncio

import psycopg
import psycopg_pool

from adapters.postgres.connections import async_pool


def test_a_connection_the_server_closed_is_replaced(migrated: str) -> None:
    """Nobody is handed a connection whose server side is gone; a live one is handed out again."""

    async def scenario() -> tuple[bool, bool]:
        async with async_pool(migrated, role="xavira_api", size_max=1) as pool:
            first = await _backend(pool)
            again = await _backend(pool)
            with psycopg.connect(migrated, autocommit=True) as superuser:
                superuser.execute("SELECT pg_terminate_backend(%s, 5000)", (first,))
            other = await _backend(pool)
        return first == again, first == other

    assert asyncio.run(scenario()) == (True, False)


async def _backend(pool: psycopg_pool.AsyncConnectionPool) -> int:
    async with pool.connection() as connection:
        cursor = await connection.execute("SELECT pg_backend_pid()")
        row = await cursor.fetchone()
    assert row is not None
    return int(row[0])
