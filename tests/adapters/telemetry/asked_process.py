"""A process that is asked where it is; run by a test.

With the argument `loop` after its loop has closed, without one where it never had any.
"""

import asyncio
import os
import sys

import uvloop

from adapters.telemetry.stacks import ASKED_BY, tell_all_when_asked, tell_threads_when_asked


async def main() -> None:
    tell_all_when_asked(asyncio.get_running_loop())


if __name__ == "__main__":
    if sys.argv[1:] == ["loop"]:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(main())
    else:
        tell_threads_when_asked()
    os.kill(os.getpid(), ASKED_BY)
    print("went on", flush=True)  # noqa: T201
