"""The app of the tutorial, as its reader starts it."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from adapters.devstack.ports import free_port

APP = Path(__file__).parents[1] / "docs" / "examples" / "afternoon.mjs"


@contextlib.contextmanager
def afternoon(url: str, key: str, folder: Path) -> Iterator[str]:
    """Its own address. It asks the API at `url`, keeps its orders in `folder` and ends with the
    block.
    """
    settings = {"XAVIRA_URL": url, "XAVIRA_KEY": key, "PORT": str(free_port())}
    process = subprocess.Popen(
        ["node", str(APP)],
        cwd=folder,
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
