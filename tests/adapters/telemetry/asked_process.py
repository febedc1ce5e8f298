"""A process that is asked where it is after its loop has closed; run by a test."""

import asyncio
import os

import uvloop

from adapters.telemetry.stacks import ASKED_BY, tell_all_when_asked


async def main() -> None:
    tell_all_when_asked(asyncio.get_running_loop())


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(main())
    os.kill(os.getpid(), ASKED_BY)
    print("went on", flush=True)  # noqa: T201
