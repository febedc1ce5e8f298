"""Pooled connections, when the server behind them goes away."""

import asyncio
import os
import signal
from pathlib import Path
from uuid import UUID

import psycopg
import psycopg_pool
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg_pool.base import AttemptWithBackoff

from adapters.postgres import connections
from adapters.postgres.connections import LOOKUPS, QUEUES, async_pool, connect


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


def test_a_server_that_was_away_for_long_is_found_as_soon_as_it_is_back(
    migrated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the pauses between attempts have become meanwhile."""
    monkeypatch.setattr(connections, "CONNECT_SECONDS_MAX", 3)
    monkeypatch.setattr(AttemptWithBackoff, "DELAY_BACKOFF", 1000.0)
    info = conninfo_to_dict(migrated)
    name = f".s.PGSQL.{info.get('port', '5432')}"
    there, away = Path(str(info["host"])) / name, tmp_path / name
    away.symlink_to(there)

    async def scenario() -> tuple[bool, int]:
        through = make_conninfo(migrated, host=str(tmp_path))
        async with async_pool(through, role="xavira_api", size_max=1) as pool:
            first = await _backend(pool)
            away.unlink()
            with psycopg.connect(migrated, autocommit=True) as superuser:
                superuser.execute("SELECT pg_terminate_backend(%s, 5000)", (first,))
            with pytest.raises(psycopg_pool.PoolTimeout):
                await _backend(pool)
            away.symlink_to(there)
            return first == await _backend(pool), pool.get_stats()["requests_errors"]

    assert asyncio.run(scenario()) == (False, 1)


def test_a_session_for_lookups_plans_a_question_once(migrated: str) -> None:
    """Questions with short arrays are not planned again each time they are asked."""
    question = "SELECT work_id FROM attempts WHERE work_id = ANY (%s::uuid[])"
    with connect(migrated, role="xavira_work", **LOOKUPS) as connection:
        for _ in range(10):
            connection.execute(question, ([UUID(int=1), UUID(int=2)],), prepare=True)
        plans = connection.execute(
            "SELECT generic_plans, custom_plans FROM pg_prepared_statements"
            " WHERE statement LIKE '%%FROM attempts%%'"
        ).fetchall()
    assert plans == [(10, 0)]


def test_a_session_for_queues_looks_at_dead_entries_once(migrated: str) -> None:
    """What is in flight is counted by a plain scan of its index, which remembers who is gone."""
    with connect(migrated, role="xavira_work", **QUEUES) as connection:
        plan = connection.execute(
            "EXPLAIN SELECT count(*) FROM dispatch_queue WHERE pool = 'default'"
            " AND state <> 'queued'"
        ).fetchall()
    scans = [line.split(" using ")[0].strip(" ->") for (line,) in plan if "Scan" in line]
    assert scans == ["Index Only Scan"] or scans == ["Index Scan"]


async def _backend(pool: psycopg_pool.AsyncConnectionPool) -> int:
    async with pool.connection() as connection:
        cursor = await connection.execute("SELECT pg_backend_pid()")
        row = await cursor.fetchone()
    assert row is not None
    return int(row[0])


def test_a_server_that_stands_still_keeps_nobody(migrated: str) -> None:
    """Whoever waits for a statement of a lent connection is told, and the next one gets another."""

    async def scenario() -> list[tuple[int]]:
        async with async_pool(
            migrated, role="xavira_api", size_max=1, patience_seconds=0.3
        ) as pool:
            async with pool.connection() as connection:
                still = connection.info.backend_pid
            os.kill(still, signal.SIGSTOP)
            try:
                with pytest.raises(psycopg.OperationalError, match="does not answer"):
                    async with asyncio.timeout(60), pool.connection() as connection:
                        await connection.execute("SELECT 1")
                async with asyncio.timeout(60), pool.connection() as connection:
                    return await (await connection.execute("SELECT 2")).fetchall()
            finally:
                os.kill(still, signal.SIGCONT)

    assert asyncio.run(scenario()) == [(2,)]
