"""A thread of its own for one kind of work, which an event loop waits for.

Engines are not thread-safe and are only ever touched from one. To hand work over and back costs a
third of what the loop's own pool of threads takes for it. It is a daemon, because an engine that
never returns must not keep the process from ending.
"""

import asyncio
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar, TypeVarTuple

Answer = TypeVar("Answer")
Given = TypeVarTuple("Given")

_Work = tuple[Callable[[], Any], asyncio.AbstractEventLoop, "asyncio.Future[Any]"]


class OneThread:
    """Runs functions one after another; `run` is awaited in the caller's loop."""

    def __init__(self, name: str) -> None:
        self._work: SimpleQueue[_Work | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._loop, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread after what it is doing; does not wait for it."""
        self._work.put(None)

    def run(self, function: Callable[[], Answer]) -> "asyncio.Future[Answer]":
        """Queues a function; the future has its answer or whatever it raised."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Answer] = loop.create_future()
        self._work.put((function, loop, future))
        return future

    def _loop(self) -> None:
        """The thread's outermost loop: an engine may raise anything, its caller judges it.

        Also what is no Exception, as a panic in a library is: without an engine's thread
        nothing would ever be drawn again.
        """
        while (work := self._work.get()) is not None:
            function, loop, future = work
            answer: Any = None
            error: BaseException | None = None
            try:
                answer = function()
            except StopIteration as raised:  # which no future takes
                error = RuntimeError("an iterator had no more")
                error.__cause__ = raised
            except BaseException as raised:  # noqa: BLE001 - the future carries it to the caller
                error = raised
            soon(loop, _resolve, future, answer, error)


def soon(loop: asyncio.AbstractEventLoop, call: Callable[[*Given], object], *given: *Given) -> None:
    """Has a loop of another thread call something. One that is closed, perhaps only now, has nobody
    left whom that concerns.
    """
    try:
        loop.call_soon_threadsafe(call, *given)
    except RuntimeError:
        if not loop.is_closed():
            raise


def _resolve(future: "asyncio.Future[Any]", answer: Any, error: BaseException | None) -> None:
    if future.done():
        return
    if error is None:
        future.set_result(answer)
    else:
        future.set_exception(error)
