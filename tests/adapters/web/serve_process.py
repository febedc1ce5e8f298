"""A real `xavira serve` over TCP, and a site beside it that settles and projects its work.

The process is the one that runs in production, granian and limits included; only NATS is away, and
what `work` and `infer` would do is done by the site's settler on the same database and folder.
"""

import contextlib
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx2

from adapters.devstack.ports import free_port
from adapters.object_store.folder import FolderStore
from adapters.telemetry.stacks import ASKED_BY, END_OF_TASKS
from tests.adapters.web.site import MASTER_SECRET, Site
from tests.stack import wait_for

READY_SECONDS_MAX = 300.0
STOP_SECONDS_MAX = 60.0

_WORKERS = re.compile(r"Spawning worker-\d+ with PID: (\d+)")
_TEXT_ONLY = re.compile(r"\x1b\[[0-9;]*m")


class ServeProcess:
    """`xavira serve` on a database. `settings` are XAVIRA_* values by lower-case name."""

    def __init__(self, site: Site, folder: Path, **settings: object) -> None:
        self.site = site
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = folder / f"serve-{self.port}.log"
        own = {
            "data": folder / "data",
            "port": self.port,
            "database_url": site.database_url,
            "nats_url": "nats://127.0.0.1:9",
            "master_key": MASTER_SECRET.hex(),
            "wait_seconds": 20,
            "log_format": "json",
        } | settings
        plain = {k: v for k, v in os.environ.items() if not k.startswith("XAVIRA_")}
        self.environment = plain | {f"XAVIRA_{n.upper()}": str(v) for n, v in own.items()}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "ServeProcess":
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "adapters", "serve"],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        with httpx2.Client(base_url=self.url, timeout=10) as client:
            wait_for(lambda: self._ready(client), seconds=READY_SECONDS_MAX)
        return self

    def stop(self) -> None:
        assert self.process is not None
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def log(self) -> str:
        """Everything the process has said so far."""
        return _TEXT_ONLY.sub("", self._log.read_text(encoding="utf-8", errors="replace"))

    def stacks(self) -> str:
        """What it and each of its workers is doing, at the end of what they have said so far."""
        assert self.process is not None
        self.process.send_signal(ASKED_BY)
        for pid in map(int, _WORKERS.findall(self.log())):
            before = self.log().count(END_OF_TASKS)
            os.kill(pid, ASKED_BY)
            wait_for(lambda before=before: self.log().count(END_OF_TASKS) > before, seconds=30)
        return self.log()

    def _ready(self, client: httpx2.Client) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.log()
        with contextlib.suppress(httpx2.HTTPError):
            return client.get("/readyz").status_code == 200
        return False


@contextlib.contextmanager
def served(database_url: str, folder: Path, **settings: object) -> Iterator[ServeProcess]:
    """The process and its site, both gone afterwards; lists follow within a moment."""
    site = Site(database_url, objects=FolderStore(folder / "data" / "objects"))
    stop = threading.Event()
    projecting = threading.Thread(target=_project, args=(site, stop), daemon=True)
    process = ServeProcess(site, folder, **settings)
    try:
        process.start()
        projecting.start()
        yield process
    finally:
        stop.set()
        if projecting.is_alive():
            projecting.join()
        process.stop()
        site.close()


def _project(site: Site, stop: threading.Event) -> None:
    while not stop.wait(0.2):
        site.project()
