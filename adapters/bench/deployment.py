"""A deployment to measure: `xavira up` as a child on a folder of its own, gone afterwards."""

import json
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import msgspec

from adapters.devstack.child import Child, spawn
from adapters.devstack.ports import free_port
from adapters.settings import Settings, environment_of

READY_SECONDS_MAX = 120.0
READY_LOOK_SECONDS = 0.1
STOP_SECONDS_MAX = 60.0
STARTED = "started as process "


class NotReady(Exception):
    """The measured deployment did not come up; the message has its last lines."""


class Measured:
    """A running deployment: its processes, and every structured line that its roles have said."""

    def __init__(self, settings: Settings, process: Child) -> None:
        self.settings = settings
        self.url = settings.base_url
        self.said: list[dict[str, Any]] = []
        self.pids: dict[str, int] = {}
        self._lines: list[str] = []
        self._process = process
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait_until_ready(self) -> None:
        """Raises NotReady."""
        deadline = time.monotonic() + READY_SECONDS_MAX
        pause = threading.Event()
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                if httpx2.get(f"{self.url}/readyz", timeout=2).status_code == 200:
                    return
            except httpx2.HTTPError:
                pass
            pause.wait(READY_LOOK_SECONDS)
        raise NotReady("\n".join(self._lines[-20:]))

    def stop(self) -> None:
        self._process.end([(signal.SIGINT, STOP_SECONDS_MAX)])
        self._reader.join(STOP_SECONDS_MAX)

    def _read(self) -> None:
        with self._process.output as lines:
            for spelled in lines:
                line = spelled.decode("utf-8", "replace")
                self._lines.append(line.rstrip())
                name, _, said = line.partition("│ ")
                if said.startswith("{"):
                    self._hear(said)
                elif said.startswith(STARTED):
                    self.pids[name.strip()] = int(said.removeprefix(STARTED))

    def _hear(self, said: str) -> None:
        try:
            self.said.append(json.loads(said))
        except ValueError:
            return


@contextmanager
def measured(settings: Settings) -> Iterator[Measured]:
    """Starts it on a fresh folder and a free port with everything else as in `settings`."""
    folder = Path(tempfile.mkdtemp(prefix="xavira-bench-"))
    folder.chmod(0o755)
    fresh = Settings(**(_given(settings) | {"data": folder / "data", "port": free_port()}))
    plain = {name: value for name, value in os.environ.items() if not name.startswith("XAVIRA_")}
    try:
        process = spawn(
            [sys.executable, "-m", "adapters", "up", "--no-demo"],
            env=plain | environment_of(fresh) | {"XAVIRA_LOG_FORMAT": "json", "COLUMNS": "9999"},
            cwd=Path.cwd(),
            log_path=None,
        )
        deployment = Measured(fresh, process)
        try:
            deployment.wait_until_ready()
            yield deployment
        finally:
            deployment.stop()
    finally:
        shutil.rmtree(folder)


def _given(settings: Settings) -> dict[str, Any]:
    defaults = msgspec.structs.asdict(Settings())
    given = msgspec.structs.asdict(settings)
    return {name: value for name, value in given.items() if value != defaults[name]}
