"""Streams loaded on an event loop are those that the ledger's thread loads."""

import asyncio
import os
import signal
import threading
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from adapters.eventstore.loading import StreamLoader
from adapters.eventstore.loop_loads import LoopLoads
from adapters.eventstore.store import PostgresLedger
from adapters.postgres.connections import async_pool
from adapters.postgres.questions import AskedPool
from domain.enforcement.refusals import BlockCount, BlocksCounted
from domain.errors import TemporarilyUnavailable
from domain.handlers import count_blocks, record_block
from domain.ids import AccountId, CharacterId, GenerationId, moderation_id
from domain.ports import EMPTY, Stream
from tests import builders
from tests.domain.checking import prompt_blocked


@pytest.fixture(scope="module")
def ledger(migrated_for_module: str) -> Iterator[PostgresLedger]:
    """A ledger that writes, and has everything it wrote in mind."""
    with PostgresLedger(migrated_for_module, role="xavira_api", snapshot_events=100) as ledger:
        yield ledger


def _account(ledger: PostgresLedger) -> tuple[AccountId, CharacterId]:
    account_id, character_id = AccountId(uuid4()), CharacterId(uuid4())
    ledger.append(builders.opened(account_id)).result()
    ledger.append(builders.created(account_id, character_id)).result()
    return account_id, character_id


def _loading(
    database_url: str, told: Callable[[LoopLoads, AskedPool], Awaitable[Any]], **options: Any
) -> Any:
    """What is told of loads of a process that has just started."""

    async def scenario() -> Any:
        async with async_pool(database_url, role="xavira_api") as pool:
            cold = PostgresLedger(database_url, role="xavira_api", **options)
            return await told(cold.loads_of(pool), pool)

    return asyncio.run(scenario())


def test_loads_are_those_of_the_thread(migrated_for_module: str, ledger: PostgresLedger) -> None:
    """Accounts, characters, and streams that do not exist, many asking for them at once."""
    accounts = [_account(ledger) for _ in range(5)]
    wanted = [stream_id for pair in accounts for stream_id in pair]
    missing = uuid4()

    async def told(loads: LoopLoads, pool: AskedPool) -> list[dict[UUID, Stream]]:
        asked = [loads.load([stream_id, missing]) for stream_id in wanted * 3]
        return [*await asyncio.gather(*asked), await loads.load([])]

    *found, nothing = _loading(migrated_for_module, told)
    known = ledger.load(wanted).result()
    assert found == [{stream_id: known[stream_id], missing: EMPTY} for stream_id in wanted * 3]
    assert nothing == {}


def test_a_load_is_never_staler_than_its_call(
    migrated_for_module: str, ledger: PostgresLedger
) -> None:
    """What another process appended before it is in it, cached or not."""
    account_id, _ = _account(ledger)

    async def told(loads: LoopLoads, pool: AskedPool) -> list[int]:
        versions = []
        for _ in range(5):
            versions.append((await loads.load([account_id]))[account_id].version)
            await asyncio.wrap_future(ledger.append(builders.granted(account_id, 1)))
        return versions

    first, *rest = _loading(migrated_for_module, told)
    assert rest == [first + step for step in (1, 2, 3, 4)]


@pytest.mark.parametrize("snapshot_events", [None, 100])
def test_long_streams_are_the_same_with_and_without_snapshots(
    migrated_for_module: str, ledger: PostgresLedger, snapshot_events: int | None
) -> None:
    """Five hundred events from the first one on, or from a snapshot on."""
    account_id, character_id = _account(ledger)
    ledger.append(builders.granted(account_id, 1_000)).result()
    futures = [
        ledger.append(builders.requested(account_id, character_id, GenerationId(uuid4())))
        for _ in range(500)
    ]
    for future in futures:
        future.result()

    async def told(loads: LoopLoads, pool: AskedPool) -> Stream:
        return (await loads.load([account_id]))[account_id]

    found = _loading(migrated_for_module, told, snapshot_events=snapshot_events)
    assert found == ledger.load([account_id]).result()[account_id]


@pytest.mark.parametrize(("rows", "summaries", "on_the_loop"), [(1, 20, True), (290, 20, False)])
def test_long_events_are_folded_on_a_thread(
    migrated_for_module: str,
    ledger: PostgresLedger,
    monkeypatch: pytest.MonkeyPatch,
    rows: int,
    summaries: int,
    *,
    on_the_loop: bool,
) -> None:
    """Twenty summaries of refusals are few events, but not where each names hundreds of users."""
    account_id, _ = _account(ledger)
    ledger.append(record_block(prompt_blocked(1, account_id=account_id))).result()
    first = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) - timedelta(days=2)
    for number in range(summaries):
        counts = [BlockCount("real_person", b"%d %d" % (number, n) * 4, 1) for n in range(rows)]
        hour = first + timedelta(hours=number)
        summary = BlocksCounted(
            account_id=account_id, livemode=True, hour=hour, counts=tuple(counts)
        )
        ledger.append(count_blocks(summary)).result()
    folding: list[int] = []
    take_in = StreamLoader.take_in

    def noted(streams: StreamLoader, *known: Any) -> dict[UUID, Stream]:
        folding.append(threading.get_ident())
        return take_in(streams, *known)

    async def told(loads: LoopLoads, pool: AskedPool) -> Stream:
        monkeypatch.setattr(StreamLoader, "take_in", noted)
        return (await loads.load([stream_id]))[stream_id]

    stream_id = moderation_id(account_id)
    found = _loading(migrated_for_module, told)
    assert [ident == threading.get_ident() for ident in folding] == [on_the_loop]
    assert found == ledger.load([stream_id]).result()[stream_id]
    assert found.version == summaries + 1


def test_a_load_outlives_its_connection(migrated_for_module: str, ledger: PostgresLedger) -> None:
    """A server that ends it is asked again, without anybody hearing of it."""
    account_id, _ = _account(ledger)

    async def told(loads: LoopLoads, pool: AskedPool) -> tuple[Stream, bool]:
        before = await pool.ask("SELECT pg_backend_pid()", {}, tuple)
        terminated = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = %s"
        with psycopg.connect(migrated_for_module, autocommit=True) as superuser:
            superuser.execute(terminated, before[0])
        stream = (await loads.load([account_id]))[account_id]
        return stream, await pool.ask("SELECT pg_backend_pid()", {}, tuple) == before

    stream, same = _loading(migrated_for_module, told)
    assert stream == ledger.load([account_id]).result()[account_id]
    assert not same


def test_a_load_is_not_kept_by_a_server_that_stands_still(
    migrated_for_module: str, ledger: PostgresLedger
) -> None:
    """It asks again elsewhere when a part of its patience is over; where nothing answers, it says
    so at the end of it.
    """
    account_id, _ = _account(ledger)

    async def scenario() -> tuple[dict[UUID, Stream], set[int]]:
        async with async_pool(migrated_for_module, role="xavira_api") as pool:
            cold = PostgresLedger(migrated_for_module, role="xavira_api")
            loads = cold.loads_of(pool, attempt_seconds_max=0.3)
            still = {pid for (pid,) in await pool.ask("SELECT pg_backend_pid()", {}, tuple)}
            try:
                os.kill(*still, signal.SIGSTOP)
                async with asyncio.timeout(20):
                    found = await loads.load([account_id])
                still |= {pid for (pid,) in await pool.ask("SELECT pg_backend_pid()", {}, tuple)}
                for pid in still:
                    os.kill(pid, signal.SIGSTOP)
                with pytest.raises(TemporarilyUnavailable):
                    async with asyncio.timeout(20):
                        await loads.load([account_id])
            finally:
                for pid in still:
                    os.kill(pid, signal.SIGCONT)
        return found, still

    found, still = asyncio.run(scenario())
    assert found == ledger.load([account_id]).result()
    assert len(still) == 2


def test_a_database_out_of_reach_is_temporary() -> None:
    """Every one of those who wait is told."""

    async def told(loads: LoopLoads, pool: AskedPool) -> list[Any]:
        asked = [loads.load([uuid4()]) for _ in range(3)]
        return await asyncio.gather(*asked, return_exceptions=True)

    found = _loading("host=127.0.0.1 port=1", told)
    assert [type(each) for each in found] == [TemporarilyUnavailable] * 3


def test_who_goes_away_takes_nothing_from_the_others(
    migrated_for_module: str, ledger: PostgresLedger
) -> None:
    """Two want the same stream; one of them is cancelled."""
    account_id, _ = _account(ledger)

    async def told(loads: LoopLoads, pool: AskedPool) -> tuple[bool, int]:
        gone = asyncio.ensure_future(loads.load([account_id]))
        stays = asyncio.ensure_future(loads.load([account_id]))
        await asyncio.sleep(0)
        gone.cancel()
        found = await stays
        return gone.cancelled(), found[account_id].version

    version = ledger.load([account_id]).result()[account_id].version
    assert _loading(migrated_for_module, told) == (True, version)
