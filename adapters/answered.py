"""What a thread answers, for an event loop that waits for it.

A loop may close at any moment, and whoever waits on it may go away: neither is an error of whoever
answers.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar, TypeVarTuple

Answer = TypeVar("Answer")
Given = TypeVarTuple("Given")


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
        error = done.exception()
        if error is None:
            resolve(waiter, done.result())
        else:
            refuse(waiter, error)
        if then is not None:
            then()

    def settled(done: "Future[Answer]") -> None:
        soon(loop, settle, done)

    future.add_done_callback(settled)


def soon(loop: asyncio.AbstractEventLoop, call: Callable[[*Given], object], *given: *Given) -> bool:
    """Has a loop of another thread call something; False where it is closed, with nobody left whom
    that concerns. To ask before whether it is closed proves nothing: it may close in between.
    """
    try:
        loop.call_soon_threadsafe(call, *given)
    except RuntimeError:
        if not loop.is_closed():
            raise
        return False
    return True


def resolve(waiter: "asyncio.Future[Answer]", answer: Answer) -> None:
    """Whoever has gone away meanwhile hears nothing."""
    if not waiter.done():
        waiter.set_result(answer)


def refuse(waiter: "asyncio.Future[Answer]", error: BaseException) -> None:
    """The same for an error, whichever it is."""
    if waiter.done():
        return
    if isinstance(error, StopIteration):  # which no future takes
        told = RuntimeError("an iterator had no more")
        told.__cause__ = error
        error = told
    waiter.set_exception(error)
