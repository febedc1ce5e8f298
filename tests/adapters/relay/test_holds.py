"""An account on hold: what is open is canceled and refunded, wherever its work was just then."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest

from adapters.postgres.connections import async_pool
from adapters.relay.sweeper import Sweeper
from domain.enforcement.operating import release_account, suspend_account
from domain.generation import GenerationCanceled, GenerationCompleted, GenerationFailed
from domain.ids import AccountId
from tests import builders
from tests.adapters.relay.rig import ROLE, Rig, until
from tests.inference.flat_engine import FlatEngine

pytestmark = pytest.mark.processes

BY_HOLD = GenerationCanceled(by="hold")


class Died(BaseException):
    """The process is gone."""


class Mortal:
    """A ledger whose process dies at an append."""

    def __init__(self, ledger: Any, *, appends: int) -> None:
        self._ledger = ledger
        self._left = appends

    def append(self, command: Any) -> Any:
        if self._left == 0:
            raise Died
        self._left -= 1
        return self._ledger.append(command)


@contextlib.asynccontextmanager
async def sweeping(rig: Rig, ledger: Any = None, **rounds: Any) -> AsyncIterator[Sweeper]:
    """A sweeper that is asked, not one that goes its rounds."""
    async with async_pool(rig.database, role=ROLE) as pool:
        yield Sweeper(
            bus=rig.bus,
            ledger=ledger or rig.ledger,
            pool=pool,
            render_seconds_max=60.0,
            **({"leading_seconds": lambda: None} | rounds),
        )


class Counted:
    """A ledger that remembers how many appends were asked of it."""

    def __init__(self, ledger: Any) -> None:
        self._ledger = ledger
        self.appends = 0

    def append(self, command: Any) -> Any:
        self.appends += 1
        return self._ledger.append(command)


def holds(rig: Rig) -> int:
    return len(rig.sql("SELECT 1 FROM account_holds"))


async def suspend(rig: Rig, account_id: AccountId) -> None:
    await rig.append(suspend_account(account_id, actor="test"))


def test_work_in_every_state_is_canceled_and_refunded(migrated: str, nats_server: str) -> None:
    """Waiting, released and started work ends by the hold; what had ended before stays as it was,
    and another account's work goes on.
    """

    async def scenario() -> None:
        engine = FlatEngine(gate=threading.Event())
        async with Rig(migrated, nats_server) as rig, rig.relaying():
            account_id, character_id = await rig.customer()
            other_id, other_character = await rig.customer()
            completed = await rig.request(account_id, character_id)
            await rig.complete(completed, f"{completed}/{'0' * 64}.png")
            failed = await rig.request(account_id, character_id)
            await rig.append(builders.failed(account_id, failed))
            async with rig.consuming(engine):
                open_work = [await rig.request(account_id, character_id) for _ in range(6)]
                await until(lambda: rig.sql("SELECT 1 FROM dispatch_queue WHERE state = 'started'"))
                await until(
                    lambda: rig.sql("SELECT 1 FROM dispatch_queue WHERE state = 'released'")
                )
                await until(lambda: rig.sql("SELECT 1 FROM dispatch_queue WHERE state = 'queued'"))
                spared = await rig.request(other_id, other_character)
                await suspend(rig, account_id)
                ended = await rig.ended(*open_work)
                assert [state.ending for state in ended] == [BY_HOLD] * 6
                assert await rig.available(account_id) == 24
                assert (await rig.state(spared)).open
                await until(lambda: holds(rig) == 0)
            kept = await rig.ended(completed, failed)
            assert isinstance(kept[0].ending, GenerationCompleted)
            assert isinstance(kept[1].ending, GenerationFailed)

    asyncio.run(scenario())


def test_a_log_that_takes_no_appends_is_not_asked_at_every_round(
    migrated: str, nats_server: str
) -> None:
    """The sweeper tries once, and rests while another one goes a hundred rounds."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.dispatching():
            account_id, character_id = await rig.customer()
            await rig.request(account_id, character_id)
            await suspend(rig, account_id)
            await until(lambda: holds(rig) == 1)
            rig.sql("INSERT INTO ledger_forks (message) VALUES ('shorter') RETURNING 1")
            ledger, stop, seconds = Counted(rig.ledger), asyncio.Event(), 0.01
            rounds = {"sweep_seconds": seconds, "leading_seconds": lambda: 1.0}
            async with sweeping(rig, ledger, **rounds) as sweeper:
                swept = asyncio.ensure_future(sweeper.run(stop))
                await until(lambda: ledger.appends == 1)
                for _ in range(100):
                    await asyncio.sleep(seconds)
                stop.set()
                await swept
            assert ledger.appends == 1

    asyncio.run(scenario())


def test_a_hold_that_was_cut_off_goes_on(migrated: str, nats_server: str) -> None:
    """Whoever died between two batches, the next sweeper cancels the rest, each piece once."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.dispatching():
            account_id, character_id = await rig.customer()
            work = [await rig.request(account_id, character_id) for _ in range(9)]
            await suspend(rig, account_id)
            await until(lambda: holds(rig) == 1)
            async with sweeping(rig, Mortal(rig.ledger, appends=4)) as sweeper:
                with pytest.raises(Died):
                    await sweeper.cancel_held(limit=3)
            await until(lambda: len(rig.sql("SELECT 1 FROM dispatch_queue")) < 9)
            assert holds(rig) == 1
            async with sweeping(rig) as sweeper:
                await sweeper.cancel_held(limit=2)
                ended = await rig.ended(*work)
                assert [state.ending for state in ended] == [BY_HOLD] * 9
                assert await rig.available(account_id) == 25
                await until(lambda: not rig.sql("SELECT 1 FROM dispatch_queue"))
                assert await sweeper.cancel_held() == 0
            assert holds(rig) == 0
            assert rig.topics(account_id).count("credits.refunded.v1") == 9

    asyncio.run(scenario())


def test_a_result_that_came_first_wins(migrated: str, nats_server: str) -> None:
    """A completion recorded before the cancellation stands, and is charged."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.dispatching():
            account_id, character_id = await rig.customer()
            first, second = [await rig.request(account_id, character_id) for _ in range(2)]
            await suspend(rig, account_id)
            await rig.complete(first, f"{first}/{'0' * 64}.png")
            await until(lambda: holds(rig) == 1)
            async with sweeping(rig) as sweeper:
                assert await sweeper.cancel_held() == 1
            assert isinstance((await rig.state(first)).ending, GenerationCompleted)
            assert (await rig.state(second)).ending == BY_HOLD
            assert await rig.available(account_id) == 24

    asyncio.run(scenario())


def test_a_released_account_keeps_what_is_still_open(migrated: str, nats_server: str) -> None:
    """Released before anything was canceled, its work goes on and new work is taken."""

    async def scenario() -> None:
        async with Rig(migrated, nats_server) as rig, rig.dispatching():
            account_id, character_id = await rig.customer()
            generation_id = await rig.request(account_id, character_id)
            await suspend(rig, account_id)
            await until(lambda: holds(rig) == 1)
            await rig.append(release_account(account_id, actor="test"))
            await until(lambda: holds(rig) == 0)
            async with sweeping(rig) as sweeper:
                assert await sweeper.cancel_held() == 0
            assert (await rig.state(generation_id)).open
            await rig.request(account_id, character_id)

    asyncio.run(scenario())
