"""Restarts, back-off and stop order of supervised parts."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from adapters.devstack.child import ChildFailed, StartAbandoned, wait_for_exit
from adapters.devstack.nats import EmbeddedNats
from adapters.devstack.role import Role
from adapters.devstack.supervisor import (
    MISCONFIGURED_STATUS,
    Misconfigured,
    Part,
    Supervisor,
    back_off_seconds,
)

GIVE_UP_SECONDS = 120.0


class Ear:
    """Hears lines, and sets its event at the wanted one or when that never comes."""

    def __init__(self, wanted: Callable[[list[str]], bool]) -> None:
        self.lines: list[str] = []
        self.heard = threading.Event()
        self._wanted = wanted
        self._timer = threading.Timer(GIVE_UP_SECONDS, self.heard.set)
        self._timer.daemon = True
        self._timer.start()

    def __call__(self, name: str, line: str) -> None:
        """Take one line of a part."""
        self.lines.append(f"{name}: {line}")
        if self._wanted(self.lines):
            self._timer.cancel()
            self.heard.set()


class RecordingPart:
    """A part without a process, which notes what is asked of it."""

    pid = None

    def __init__(self, name: str, notes: list[str], *, failing: bool = False) -> None:
        self.name = name
        self.status: int | None = None
        self.statuses: list[int] = []
        self.moves = False
        self._notes = notes
        self._failing = failing

    def start(self, *, stopping: threading.Event | None = None) -> bool:
        """Note the start; False when told to have moved."""
        if self._failing:
            raise ChildFailed(f"{self.name} is broken")
        self._notes.append(f"start {self.name}")
        self.status = self.statuses.pop() if self.statuses else None
        return not self.moves

    def poll(self) -> int | None:
        """The status a test has set."""
        return self.status

    def log_tail(self) -> str:
        """No log."""
        return ""

    def stop(self) -> None:
        """Note the stop."""
        self._notes.append(f"stop {self.name}")


def _environment() -> Mapping[str, str]:
    return {"PATH": os.environ["PATH"]}


def _role(name: str, source: str, folder: Path, ear: Ear) -> Role:
    argv = [sys.executable, "-u", "-c", source]
    return Role(name, argv, environment=_environment, working_folder=folder, on_line=ear)


def _run(parts: list[Part], ear: Ear) -> None:
    supervisor = Supervisor(parts, stop_order=[part.name for part in parts], on_line=ear)
    supervisor.start_all()
    try:
        supervisor.run(ear.heard)
    finally:
        supervisor.stop_all()


@pytest.mark.processes
def test_a_crashed_role_is_started_again(tmp_path: Path) -> None:
    """A role that ends by itself is started again, and its lines arrive under its name."""
    ear = Ear(lambda lines: lines.count("work: hello") == 3)
    _run([_role("work", "print('hello'); raise SystemExit(3)", tmp_path, ear)], ear)
    assert ear.lines.count("work: hello") == 3
    assert "work: ended with status 3; next start in 0.2 s" in ear.lines
    assert "work: ended with status 3; next start in 0.4 s" in ear.lines


@pytest.mark.processes
def test_the_last_words_of_a_role_that_shows_nothing_are_told(tmp_path: Path) -> None:
    """When it crashes, its newest lines come with the news; those of its start before do not."""
    source = "import os; print('early'); print('late'); print('my', os.getpid()); os._exit(3)"
    argv = [sys.executable, "-u", "-c", source]
    ear = Ear(lambda lines: lines.count("work: late") == 2)
    role = Role(
        "work",
        argv,
        environment=_environment,
        working_folder=tmp_path,
        on_line=lambda name, line: None,
        tail_lines=2,
    )
    _run([role], ear)
    told = [line for line in ear.lines if "started as" not in line]
    assert told[0] == "work: ended with status 3; next start in 0.2 s"
    assert told[1] == "work: late"
    assert told[2].startswith("work: my ")
    assert "work: early" not in told


@pytest.mark.processes
def test_a_line_that_cannot_be_told_is_lost_alone(tmp_path: Path) -> None:
    """A disk that was full for a moment does not cut a process off from whoever reads it."""
    ear = Ear(lambda lines: bool(lines))

    def told(name: str, line: str) -> None:
        if line == "first":
            raise OSError("no space left")
        ear(name, line)

    role = Role(
        "speaker",
        [sys.executable, "-c", "print('first', flush=True); print('second')"],
        environment=lambda: os.environ,
        working_folder=tmp_path,
        on_line=told,
    )
    role.start()
    ear.heard.wait()
    role.stop()
    assert ear.lines == ["speaker: second"]


@pytest.mark.processes
def test_a_stopped_role_ends_by_sigterm(tmp_path: Path) -> None:
    """A role is asked to end and its last words are still heard."""
    source = (
        "import signal, sys\n"
        "signal.signal(15, lambda *_: sys.exit(print('bye')))\n"
        "print('ready')\n"
        "signal.pause()\n"
    )
    ear = Ear(lambda lines: lines[-1] == "serve: ready")
    _run([_role("serve", source, tmp_path, ear)], ear)
    assert ear.lines[1:] == ["serve: ready", "serve: bye"]


@pytest.mark.processes
def test_a_server_that_is_started_again_is_given_up_at_a_stop(tmp_path: Path) -> None:
    """A stop that comes while a killed server starts again is heeded before the server is ready."""
    server = EmbeddedNats(tmp_path / "nats")
    ear = Ear(lambda lines: "nats: ended with status -9; next start in 0.2 s" in lines)
    supervisor = Supervisor([server], stop_order=["nats"], on_line=ear)
    supervisor.start_all()
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    supervisor.run(ear.heard)
    with pytest.raises(StartAbandoned):
        server.start(stopping=ear.heard)
    assert server.pid is None


def test_nothing_is_started_once_everything_is_to_stop() -> None:
    """A first start that is interrupted raises, and stops what it had started."""
    notes: list[str] = []
    ear = Ear(lambda lines: lines == ["postgres: started as process None"])
    parts = [RecordingPart(name, notes) for name in ("postgres", "work")]
    supervisor = Supervisor(parts, stop_order=["work", "postgres"], on_line=ear)
    with pytest.raises(StartAbandoned, match="work was not started"):
        supervisor.start_all(ear.heard)
    assert notes == ["start postgres", "stop work", "stop postgres"]


@pytest.mark.processes
def test_a_killed_server_is_started_again_on_its_port(tmp_path: Path) -> None:
    """An embedded server that was killed comes back where its clients look for it."""
    server = EmbeddedNats(tmp_path / "nats")
    ear = Ear(lambda lines: sum("started as process" in line for line in lines) == 2)
    supervisor = Supervisor([server], stop_order=["nats"], on_line=ear)
    supervisor.start_all()
    url, first = server.url(), supervisor.pids()["nats"]
    assert first is not None
    try:
        os.kill(first, signal.SIGKILL)
        supervisor.run(ear.heard)
        assert "nats: ended with status -9; next start in 0.2 s" in ear.lines
        assert server.url() == url
        assert server.poll() is None
        second = supervisor.pids()["nats"]
    finally:
        supervisor.stop_all()
    assert second is not None
    assert second != first
    assert wait_for_exit(second, timeout_seconds=GIVE_UP_SECONDS)


def test_parts_stop_in_the_given_order() -> None:
    """Parts start in dependency order and stop in the stop order, whatever that is."""
    notes: list[str] = []
    ear = Ear(lambda lines: len(lines) == 3)
    parts = [RecordingPart(name, notes) for name in ("postgres", "work", "serve")]
    supervisor = Supervisor(parts, stop_order=["serve", "work", "postgres"], on_line=ear)
    supervisor.start_all()
    supervisor.stop_all()
    assert notes == [
        "start postgres",
        "start work",
        "start serve",
        "stop serve",
        "stop work",
        "stop postgres",
    ]


def test_a_part_that_cannot_start_stops_the_others() -> None:
    """When the first start of a part fails, nothing is left running and the reason is raised."""
    notes: list[str] = []
    ear = Ear(lambda lines: len(lines) == 1)
    parts = [RecordingPart("postgres", notes), RecordingPart("work", notes, failing=True)]
    supervisor = Supervisor(parts, stop_order=["work", "postgres"], on_line=ear)
    with pytest.raises(ChildFailed, match="work is broken"):
        supervisor.start_all()
    assert notes == ["start postgres", "stop work", "stop postgres"]


def test_a_part_whose_settings_cannot_be_used_ends_the_run() -> None:
    """It will not become better by trying again; one that ran before is started again."""
    notes: list[str] = []
    ear = Ear(lambda lines: "work: ended with status 78; next start in 0.4 s" in lines)
    part = RecordingPart("work", notes)
    supervisor = Supervisor([part], stop_order=["work"], on_line=ear)
    supervisor.start_all()
    part.status = MISCONFIGURED_STATUS
    with pytest.raises(Misconfigured, match="work cannot run with these settings"):
        supervisor.run(ear.heard)

    crashing = Supervisor([part], stop_order=["work"], on_line=ear)
    crashing.start_all()
    part.status = 1
    part.statuses = [MISCONFIGURED_STATUS]
    crashing.run(ear.heard)
    assert notes == ["start work"] * 3


def test_parts_behind_a_moved_server_are_started_again() -> None:
    """When a server comes back elsewhere, the parts that depend on it are started again."""
    notes: list[str] = []
    ear = Ear(lambda lines: len(lines) == 6)
    server, role = RecordingPart("nats", notes), RecordingPart("work", notes)
    supervisor = Supervisor([server, role], stop_order=["work", "nats"], on_line=ear)
    supervisor.start_all()
    server.status, server.moves = 1, True
    supervisor.run(ear.heard)
    assert notes == ["start nats", "start work", "start nats", "stop work", "start work"]


def test_a_stop_order_names_every_part() -> None:
    """A stop order that forgets a part is refused."""
    with pytest.raises(ValueError, match="must name each of"):
        Supervisor([RecordingPart("nats", [])], stop_order=[], on_line=lambda name, line: None)


@pytest.mark.parametrize(
    ("crashes", "seconds"),
    [(0, 0.2), (1, 0.2), (2, 0.4), (3, 0.8), (6, 6.4), (7, 10.0), (16, 10.0)],
)
def test_the_pause_doubles_up_to_ten_seconds(crashes: int, seconds: float) -> None:
    """The pause before a start doubles with every crash and stays bounded."""
    assert back_off_seconds(crashes) == seconds
