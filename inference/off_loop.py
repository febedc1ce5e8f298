"""Work that blocks, done on other threads, a batch at a time."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")


async def off_loop(
    work: Callable[[Item], Answer], items: Sequence[Item], *, at_once: bool
) -> list[Answer | Exception]:
    """What `work` makes of each item; one that breaks says nothing of the others.

    On one thread, which wakes the loop once; `at_once` is for work that waits for another machine.
    """

    def outcome(item: Item) -> Answer | Exception:
        try:
            return work(item)
        except Exception as error:  # noqa: BLE001 - the caller judges it, item by item
            return error

    if at_once:
        return await asyncio.gather(*(asyncio.to_thread(outcome, item) for item in items))
    return await asyncio.to_thread(lambda: [outcome(item) for item in items])
