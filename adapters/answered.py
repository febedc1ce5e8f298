"""What a ledger's thread answers, for an event loop that waits for it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

Answer = TypeVar("Answer")


async def answered(future: "Future[Answer]") -> Answer:
    """The answer. Whoever is cancelled meanwhile cancels nothing of what was asked for."""
    waiter: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
    pass_on(future, waiter)
    return await waiter


def pass_on(
    future: "Future[Answer]",
    waiter: "asyncio.Future[Answer]",
    then: Callable[[], None] | None = None,
) -> None:
    """Gives the answer of a thread to whoever waits on the running loop, if anybody still does.

    `then` is called on the loop, whoever waits.
    """
    loop = asyncio.get_running_loop()

    def settle(done: "Future[Answer]") -> None:
        _settle(done, waiter)
        if then is not None:
            then()

    def settled(done: "Future[Answer]") -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, done)

    future.add_done_callback(settled)


def _settle(done: "Future[Answer]", waiter: "asyncio.Future[Answer]") -> None:
    if waiter.done():
        return
    error = done.exception()
    if error is None:
        waiter.set_result(done.result())
    else:
        waiter.set_exception(error)
