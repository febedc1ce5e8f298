"""Spawning, ending and outliving of a single child process."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from adapters.devstack.child import Child, ChildFailed, spawn, wait_for_exit
from adapters.devstack.waiting import wait_until

WAIT_SECONDS = 60.0
ENVIRONMENT = {"PATH": "/usr/bin:/bin"}

pytestmark = pytest.mark.processes


def _spawn(folder: Path, *argv: str) -> Child:
    return spawn(argv, env=ENVIRONMENT, cwd=folder, log_path=folder / "log")


def test_a_child_leads_its_own_session(tmp_path: Path) -> None:
    """No signal that a terminal sends to our process group reaches a child."""
    child = _spawn(tmp_path, "sleep", "300")
    assert os.getsid(child.pid) == child.pid
    assert child.end([(signal.SIGTERM, WAIT_SECONDS)]) == -15


def test_a_program_that_is_missing_is_named(tmp_path: Path) -> None:
    """The log's tail of a child that could not be executed says which program and why."""
    child = _spawn(tmp_path, "no-such-program")
    assert child.wait(WAIT_SECONDS) == 127
    assert child.log_tail() == "cannot execute no-such-program: No such file or directory"


def test_an_end_that_is_ignored_becomes_a_kill(tmp_path: Path) -> None:
    """A child that ignores SIGTERM ends by SIGKILL once the patience for it is spent."""
    deaf = "import signal; signal.signal(15, signal.SIG_IGN); print('deaf', flush=True)"
    child = _spawn(tmp_path, sys.executable, "-c", f"{deaf}; signal.pause()")
    assert wait_until(lambda: child.log_tail() == "deaf", timeout_seconds=WAIT_SECONDS)
    assert child.end([(signal.SIGTERM, 0.1)]) == -9


def test_what_a_child_leaves_in_its_group_ends_with_it(tmp_path: Path) -> None:
    """When a child's end is noticed, a process it had left running is killed."""
    child = _spawn(tmp_path, "sh", "-c", "sleep 300 & echo $! > left")
    assert child.wait(WAIT_SECONDS) == 0
    left = int((tmp_path / "left").read_text())
    assert wait_for_exit(left, timeout_seconds=WAIT_SECONDS)


def test_a_child_of_another_thread_is_refused(tmp_path: Path) -> None:
    """Spawning off the main thread is refused, as the child would die with that thread."""
    refusals: list[str] = []

    def attempt() -> None:
        try:
            _spawn(tmp_path, "true")
        except ChildFailed as refusal:
            refusals.append(str(refusal))

    thread = threading.Thread(target=attempt)
    thread.start()
    thread.join(WAIT_SECONDS)
    assert refusals == ["children must be spawned from the main thread: their life hangs on it"]
