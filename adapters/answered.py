"""What a ledger's thread answers, for an event loop that waits for it."""

import asyncio
import itertools
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, TypeVar

Answer = TypeVar("Answer")


async def answered(future: "Future[Answer]") -> Answer:
    """The answer. Whoever is cancelled meanwhile cancels nothing of what was asked for."""
    waiter: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
    pass_on(future, waiter)
    return await waiter


async def all_answered(futures: "Sequence[Future[Answer]]") -> list[Answer | Exception]:
    """The answers in order, or the error of each; the loop is woken once for all of them."""
    loop = asyncio.get_running_loop()
    every: asyncio.Future[None] = loop.create_future()
    count = itertools.count(1)  # one step of it is atomic, and answers come from several threads

    def counted(_: "Future[Answer]") -> None:
        if next(count) == len(futures) and not loop.is_closed():
            loop.call_soon_threadsafe(_tell, every)

    for future in futures:
        future.add_done_callback(counted)
    if futures:
        await every
    outcomes: list[Answer | Exception] = []
    for future in futures:
        error: Any = future.exception()
        outcomes.append(future.result() if error is None else error)
    return outcomes


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


def _tell(waiter: "asyncio.Future[None]") -> None:
    if not waiter.done():
        waiter.set_result(None)
