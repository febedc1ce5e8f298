"""Tasks that would go on for ever end, also where a cancel gets lost on the way to them."""

import asyncio

import pytest

from adapters import cancelling
from adapters.cancelling import cancel_until_ended


@pytest.mark.parametrize("deaf_times", [0, 1, 3])
def test_a_cancel_that_got_lost_is_repeated(
    monkeypatch: pytest.MonkeyPatch, deaf_times: int
) -> None:
    """`asyncio.wait_for` can keep one to itself; the loop around it then goes on."""
    monkeypatch.setattr(cancelling, "AGAIN_SECONDS", 0.01)
    kept: list[asyncio.CancelledError] = []

    async def going_on() -> None:
        while True:
            try:
                await asyncio.sleep(3600)
            except asyncio.CancelledError as error:
                if len(kept) == deaf_times:
                    raise
                kept.append(error)

    async def scenario() -> bool:
        task = asyncio.create_task(going_on())
        await asyncio.sleep(0)
        await cancel_until_ended(task)
        return task.cancelled()

    assert asyncio.run(scenario())
    assert len(kept) == deaf_times


def test_what_a_task_died_of_is_kept_for_whoever_asks() -> None:
    """It is not raised here: others are still to be ended. A task that has ended is left alone."""

    async def dying() -> None:
        raise OSError("no more")

    async def scenario() -> list[BaseException | None]:
        tasks = [asyncio.create_task(dying()), asyncio.create_task(asyncio.sleep(0, result=5))]
        await asyncio.wait(tasks)
        await cancel_until_ended(*tasks)
        return [task.exception() for task in tasks]

    died, well = asyncio.run(scenario())
    assert str(died) == "no more"
    assert well is None


def test_whoever_waits_can_be_cancelled() -> None:
    """The end of a process does not hang on a task that never ends."""

    async def deaf() -> None:
        while not over.is_set():
            try:
                await over.wait()
            except asyncio.CancelledError:
                continue

    async def scenario() -> bool:
        task = asyncio.create_task(deaf())
        ending = asyncio.create_task(cancel_until_ended(task))
        await asyncio.sleep(0)
        ending.cancel()
        await asyncio.wait({ending})
        over.set()
        await task
        return ending.cancelled()

    over = asyncio.Event()
    assert asyncio.run(scenario())
