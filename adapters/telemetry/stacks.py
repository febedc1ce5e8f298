"""What a process is doing at this moment: it says so on standard error when it gets SIGUSR1."""

import asyncio
import faulthandler
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from typing import Any

from adapters.answered import soon

ASKED_BY = signal.SIGUSR1

END_OF_TASKS = "end of tasks"
"""The last line of what a loop tells."""


def tell_threads_when_asked() -> None:
    """Tells where each thread is; no Python runs for it, so a process that is stuck tells as well,
    and one that crashes. Whoever handled the signal before is called after it; where nobody did,
    the process goes on.
    """
    faulthandler.enable()  # has a stack of its own, which other runtimes' threads may lack
    is_handled = callable(signal.getsignal(ASKED_BY))  # the default would end the process
    faulthandler.register(ASKED_BY, all_threads=True, chain=is_handled)


def tell_all_when_asked(loop: asyncio.AbstractEventLoop) -> None:
    """Tells of the tasks of a loop on the main thread too, once it comes round to it; of none once
    it is closed.
    """
    faulthandler.unregister(ASKED_BY)  # of the process that this one was forked from
    signal.signal(ASKED_BY, lambda *_: soon(loop, _tell_tasks, loop))
    tell_threads_when_asked()


def _tell_tasks(loop: asyncio.AbstractEventLoop) -> None:
    """What they wait for, those at the same place together, the most first."""
    tasks = asyncio.all_tasks(loop)
    places = Counter("".join(traceback.format_list(list(_stack(task)))) for task in tasks)
    told = [f"{count} x task:\n{place}\n" for place, count in places.most_common()]
    sys.stderr.write("".join([*told, f"{END_OF_TASKS}\n"]))
    sys.stderr.flush()


def _stack(task: asyncio.Task[Any]) -> Iterator[traceback.FrameSummary]:
    """The task's own `get_stack` knows only the outermost of its coroutines."""
    waiting: Any = task.get_coro()
    while waiting is not None:
        frame = getattr(waiting, "cr_frame", None) or getattr(waiting, "ag_frame", None)
        if frame is not None:
            code = frame.f_code
            yield traceback.FrameSummary(code.co_filename, frame.f_lineno, code.co_qualname)
        waiting = getattr(waiting, "cr_await", None) or getattr(waiting, "ag_await", None)
