"""Roles that never finish, or get stuck, and a parent for one; all are run by tests.

`stubborn_role.py parent` starts `stubborn_role.py role`, passes its output on, and waits.
"""

import asyncio
import subprocess
import sys
import threading

from adapters.cli.roles import run_until_told
from adapters.settings import Settings
from adapters.together import run_together
from inference.stuck import StoreStuck

LIFE_SECONDS_MAX = 240.0
ORPHAN_SECONDS = 2.0


async def stubborn(settings: Settings, stop: asyncio.Event) -> None:
    """Says when it runs and when it was told to stop, and stays."""
    print("running", flush=True)  # noqa: T201
    await asyncio.wait_for(stop.wait(), LIFE_SECONDS_MAX)
    print("told", flush=True)  # noqa: T201
    await asyncio.sleep(LIFE_SECONDS_MAX)


async def stuck(settings: Settings, stop: asyncio.Event) -> None:
    """Gives up while a thread of it waits for what never comes."""
    never = asyncio.get_running_loop().run_in_executor(None, threading.Event().wait)
    await asyncio.wait({never}, timeout=0.1)
    raise StoreStuck("the object store did not answer")


async def stuck_beside(settings: Settings, stop: asyncio.Event) -> None:
    """One part gives up, and the other hangs where it did, told to stop or not."""
    never = asyncio.get_running_loop().run_in_executor(None, threading.Event().wait)

    async def hanging() -> None:
        await never

    await run_together(stop, hanging(), stuck(settings, stop), stuck_seconds=0.1)


if __name__ == "__main__":
    if sys.argv[1] == "stuck-beside":
        run_until_told(Settings(), stuck_beside)
    elif sys.argv[1] == "stuck":
        run_until_told(Settings(), stuck)
    elif sys.argv[1] == "role":
        run_until_told(Settings(), stubborn, orphan_seconds=ORPHAN_SECONDS)
    else:
        child = subprocess.Popen([sys.executable, __file__, "role"])
        print(child.pid, flush=True)  # noqa: T201
        child.wait(LIFE_SECONDS_MAX)
