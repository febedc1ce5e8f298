"""The engines' thread, whose callers' loop may end before it answers."""

import asyncio
import threading

from inference.one_thread import OneThread


def test_a_loop_that_ends_takes_no_thread_with_it() -> None:
    """What an engine drew for a loop that is closed is nobody's; the next caller is served."""
    thread = OneThread("engine")
    thread.start()
    ended = threading.Event()

    async def go_away() -> None:
        thread.run(lambda: ended.wait(60))

    async def ask() -> int:
        async with asyncio.timeout(60):
            return await thread.run(lambda: 7)

    asyncio.run(go_away())
    ended.set()
    assert asyncio.run(ask()) == 7
    thread.stop()
