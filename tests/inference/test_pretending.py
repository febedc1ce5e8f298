"""What a consumer of the test book pretends, between its bus and its worker."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from inference.pretending import Pretending
from tests.inference.bench import until
from tests.inference.memory_transport import (
    MemoryDelivery,
    MemoryTransport,
    identity_command,
    render_command,
)

SECONDS_MAX = 120.0


def _run(story: Coroutine[Any, Any, None]) -> None:
    async def bounded() -> None:
        await asyncio.wait_for(story, SECONDS_MAX)

    asyncio.run(bounded())


async def _answered(delivery: MemoryDelivery) -> str | None:
    await until(lambda: delivery.answer)
    return delivery.answer


def test_an_ordinary_command_passes() -> None:
    """It is the worker's to answer."""

    async def story() -> None:
        transport = MemoryTransport()
        sent = transport.deliver(render_command())
        async with Pretending(transport) as pretending:
            assert await pretending.receive() is sent
        assert (sent.answer, transport.results) == (None, [])

    _run(story())


@pytest.mark.parametrize(
    ("fault", "reported"),
    [
        ("fail", ["WorkStarted", "WorkFailed"]),
        ("timeout", ["WorkStarted", "WorkFailed"]),
        ("block", ["WorkStarted", "WorkBlocked"]),
        ("ignore", []),
    ],
)
def test_a_fault_is_reported_and_its_command_answered(fault: str, reported: list[str]) -> None:
    """The worker never sees it; the next ordinary command is not held up."""

    async def story() -> None:
        transport = MemoryTransport()
        pretended = transport.deliver(render_command(fault=fault))
        following = transport.deliver(render_command())
        async with Pretending(transport) as pretending:
            assert await pretending.receive() is following
            assert await _answered(pretended) == "ack"
        assert transport.kinds() == reported
        if fault in {"fail", "timeout"}:
            assert transport.results[-1].timeout is (fault == "timeout")  # type: ignore[union-attr]

    _run(story())


def test_an_identity_fails_without_a_start_being_waited_for() -> None:
    """It is reported as an identity that there is not."""

    async def story() -> None:
        transport = MemoryTransport()
        pretended = transport.deliver(identity_command(fault="identity"))
        async with Pretending(transport) as pretending:
            receiving = asyncio.create_task(pretending.receive())
            assert await _answered(pretended) == "ack"
            receiving.cancel()
        assert transport.kinds() == ["WorkStarted", "IdentityComputed"]
        assert transport.results[-1].object_key is None  # type: ignore[union-attr]

    _run(story())


def test_work_that_waits_is_begun_and_comes_when_it_is_canceled() -> None:
    """The worker gets it at once then, and hears of the cancel before."""

    async def story() -> None:
        transport = MemoryTransport()
        waiting = transport.deliver(render_command(fault="wait=60"))
        canceled: list[object] = []
        async with Pretending(transport) as pretending:
            await pretending.on_cancel(canceled.append)
            receiving = asyncio.create_task(pretending.receive())
            await until(lambda: transport.told)
            assert not receiving.done()
            transport.cancel(waiting.command.work_id)
            assert await receiving is waiting
        assert canceled == [waiting.command.work_id]
        assert transport.kinds() == ["WorkStarted"]

    _run(story())


def test_what_waits_is_handed_back_when_the_consumer_stops() -> None:
    """Once, to be drawn by another one."""

    async def story() -> None:
        transport = MemoryTransport()
        waiting = transport.deliver(render_command(fault="wait=60"))
        async with Pretending(transport) as pretending:
            receiving = asyncio.create_task(pretending.receive())
            await until(lambda: transport.told)
            await pretending.stop_receiving()
            receiving.cancel()
        assert waiting.answer == "nak"

    _run(story())


def test_a_result_that_cannot_be_stored_hands_the_command_back() -> None:
    """So it is pretended again."""

    async def story() -> None:
        transport = MemoryTransport(lose_reports=1)
        pretended = transport.deliver(render_command(fault="fail"))
        async with Pretending(transport) as pretending:
            receiving = asyncio.create_task(pretending.receive())
            assert await _answered(pretended) == "nak"
            receiving.cancel()

    _run(story())
