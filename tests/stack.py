"""A whole deployment under test: `xavira up` as a child, its processes, and clients of it."""

import contextlib
import os
import re
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2

from adapters import deployment
from adapters.accounts.opening import open_account
from adapters.devstack.ports import free_port
from adapters.eventstore import PostgresLedger
from adapters.settings import load_settings
from domain.ledger import Tier
from tests import builders
from tests.folders import server_folder

START_SECONDS_MAX = 300.0
STOP_SECONDS_MAX = 120.0
WAIT_SECONDS_MAX = 240.0

_STARTED = re.compile(r"^\s*(\w+) │ started as process (\d+)")


def wait_for(condition: Callable[[], Any], *, seconds: float = WAIT_SECONDS_MAX) -> Any:
    """The first truthy value of `condition`; fails when it does not come in time."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while not (value := condition()):
        assert time.monotonic() < deadline, f"not within {seconds} s: {condition}"
        pause.wait(0.02)
    return value


class Stack:
    """One `xavira up` on a folder of its own. `settings` are XAVIRA_* values by lower-case name."""

    def __init__(self, folder: Path, **settings: object) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.settings = {name: str(value) for name, value in settings.items()}
        self.pids: dict[str, list[int]] = {}
        self._handles: dict[str, int] = {}
        self.lines: list[str] = []
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

    @property
    def environment(self) -> dict[str, str]:
        plain = {k: v for k, v in os.environ.items() if not k.startswith("XAVIRA_")}
        own = {"data": str(self.folder / "data"), "port": str(self.port)} | self.settings
        return plain | {f"XAVIRA_{name.upper()}": value for name, value in own.items()}

    def start(self, *arguments: str) -> "Stack":
        """Starts it and waits until the API is ready."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "adapters", "up", *(arguments or ("--no-demo",))],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()
        try:
            with httpx2.Client(base_url=self.url, timeout=2) as client:
                wait_for(lambda: self._ready(client), seconds=START_SECONDS_MAX)
        except AssertionError as error:
            raise AssertionError("\n".join(["not ready:", *self.lines[-50:]])) from error
        return self

    def stop(self) -> int:
        """Ctrl-C; returns the exit status once everything has ended."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        try:
            return self._process.wait(STOP_SECONDS_MAX)
        finally:
            self._end()

    def kill_up(self) -> None:
        """kill -9 of `xavira up` itself; waits until its children are gone too."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._wait_for_children()
        self._end()

    def kill(self, name: str) -> None:
        """kill -9 of a role or an embedded server, which is then started again."""
        starts = len(self.pids[name])
        os.kill(self.pids[name][-1], signal.SIGKILL)
        wait_for(lambda: len(self.pids[name]) > starts)

    def signal(self, name: str, number: signal.Signals) -> None:
        """Sends a signal to the newest process of a role."""
        os.kill(self.pids[name][-1], number)

    def close(self) -> None:
        """Ends what still runs, at any price."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()
            self._end_children()
            self._wait_for_children()
        self._end()

    def _end_children(self) -> None:
        """Without what the signal of our death asks for, checkpoint and farewells: their files go
        anyway. PostgreSQL ends its own children only when it is told to quit.
        """
        for name, handle in self._handles.items():
            number = signal.SIGQUIT if name == "postgres" else signal.SIGKILL
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(handle, number)

    def command(self, *arguments: str) -> str:
        """Output of a `xavira` command on this deployment; fails with its error text."""
        done = subprocess.run(
            [sys.executable, "-m", "adapters", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def account(self, *, granted: int = 0, tier: Tier | None = None) -> "Customer":
        """A new account, with credits on top of the free ones.

        It is made here and by no command: each would be a process that imports everything.
        """
        settings = load_settings(self.environment)
        url, master_key = deployment.database_url(settings), deployment.master_key(settings)
        with PostgresLedger(url, role="xavira_work") as ledger:
            opened = open_account(
                ledger,
                master_key,
                email=f"{uuid4().hex}@example.com",
                password_hash=None,
                attestation="operator",
                tier=tier or "base",
            )
            opened.appended.result(WAIT_SECONDS_MAX)
            if granted:
                command = builders.granted(opened.account_id, granted)
                ledger.append(command).result(WAIT_SECONDS_MAX)
        return Customer(self.url, str(opened.account_id), opened.key.secret)

    def _ready(self, client: httpx2.Client) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, "\n".join(self.lines[-50:])
        with contextlib.suppress(httpx2.HTTPError):
            return client.get("/readyz").status_code == 200
        return False

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            self.lines.append(line.rstrip())
            if started := _STARTED.match(line):
                self._note_start(started[1], int(started[2]))

    def _note_start(self, name: str, pid: int) -> None:
        """Keeps a handle on the process: its number may be given to a stranger once it is gone."""
        with contextlib.suppress(ProcessLookupError):
            handle = os.pidfd_open(pid)
            if (before := self._handles.get(name)) is not None:
                os.close(before)
            self._handles[name] = handle
        self.pids.setdefault(name, []).append(pid)

    def _wait_for_children(self) -> None:
        """Returns once the newest process of each part has ended; fails with the part's name."""
        assert self._reader is not None
        self._reader.join(10)
        deadline = time.monotonic() + WAIT_SECONDS_MAX
        for name, handle in self._handles.items():
            left = max(0.0, deadline - time.monotonic())
            ended, _, _ = select.select([handle], [], [], left)
            assert ended, f"{name} {self.pids[name][-1]} runs on:\n" + "\n".join(self.lines[-50:])

    def _end(self) -> None:
        for handle in self._handles.values():
            os.close(handle)
        self._handles = {}
        if self._reader is not None:
            self._reader.join(10)
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None


class Customer:
    """A client of the API with one account's key."""

    def __init__(self, url: str, account_id: str, key: str) -> None:
        self.account_id = account_id
        self.key = key
        self.http = httpx2.Client(
            base_url=url,
            headers={"Authorization": f"Bearer {key}"},
            timeout=150,
            limits=httpx2.Limits(max_connections=100),
        )

    def character(self, model_id: str = "anime") -> str:
        """The id of a new character."""
        traits = {
            "age": 26,
            "ethnicity": "Hispanic",
            "hairLength": "long",
            "hairColor": "brown",
            "breastSize": "medium",
        }
        answer = self.http.post(
            "/v1/characters", json={"model_id": model_id, "name": "Mia", "traits": traits}
        )
        assert answer.status_code == 201, answer.text
        return str(answer.json()["character_id"])

    def image(
        self, character_id: str, *, key: str | None = None, prefer: str | None = None, **body: Any
    ) -> httpx2.Response:
        """The answer of an image request."""
        headers = {"Idempotency-Key": key or str(uuid4())}
        if prefer is not None:
            headers["Prefer"] = prefer
        asked = {"character_id": character_id, "prompt": "smiling, garden"} | body
        return self.http.post("/v1/images:generate", json=asked, headers=headers)

    def video(self, generation_id: str, **body: Any) -> httpx2.Response:
        """The answer of a video request."""
        asked = {"source_generation_id": generation_id, "prompt": "turns and smiles"} | body
        return self.http.post(
            "/v1/videos:generate", json=asked, headers={"Idempotency-Key": str(uuid4())}
        )

    def ended(self, generation_id: str) -> dict[str, Any]:
        """The generation once it is terminal."""

        def look() -> dict[str, Any] | None:
            generation = self.http.get(f"/v1/generations/{generation_id}").json()
            return None if generation["status"] in {"queued", "processing"} else generation

        ended: dict[str, Any] = wait_for(look)
        return ended

    def balance(self) -> int:
        """Credits that may be spent."""
        return int(self.http.get("/v1/balance").json()["available"])

    def statement(self, *, min_position: int | None = None) -> list[tuple[str, int]]:
        """(kind, signed credits) of every entry, oldest first."""
        query = "limit=100" + (f"&min_position={min_position}" if min_position else "")

        def as_fresh() -> httpx2.Response | None:
            answer = self.http.get(f"/v1/ledger?{query}")
            seen = answer.headers.get("xavira-position", "0")
            return answer if int(seen) >= (min_position or 0) else None

        return [(entry["kind"], entry["amount"]) for entry in wait_for(as_fresh).json()["data"]]


@contextlib.contextmanager
def running(**settings: object) -> Iterator[Stack]:
    """A started stack in a folder that PostgreSQL's user may enter; everything is gone after."""
    with server_folder("xavira-stack-") as folder:
        stack = Stack(folder, **settings)
        try:
            yield stack.start()
        finally:
            stack.close()
