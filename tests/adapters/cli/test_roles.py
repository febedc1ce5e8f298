"""How a role ends: in its own time under a supervisor, in bounded time without one."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.devstack.child import wait_for_exit

PROGRAM = Path(__file__).with_name("stubborn_role.py")
EXIT_SECONDS_MAX = 120.0


@pytest.fixture
def parent() -> Iterator[subprocess.Popen[str]]:
    """A process that has started a stubborn role; the first line it prints is the role's pid."""
    process = subprocess.Popen(
        [sys.executable, str(PROGRAM), "parent"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"PYTHONPATH": os.getcwd()},
    )
    yield process
    process.kill()
    process.communicate()


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_an_orphan_that_does_not_finish_is_ended(parent: subprocess.Popen[str]) -> None:
    """Told to stop after its parent's death, a hung role says where it hangs, and is gone."""
    role = int(_line(parent))
    assert _line(parent) == "running"

    parent.kill()
    parent.wait()
    os.kill(role, signal.SIGTERM)

    assert wait_for_exit(role, timeout_seconds=EXIT_SECONDS_MAX)
    assert parent.stdout is not None
    rest = parent.stdout.read()
    assert rest.startswith("told\n")
    assert "Timeout (0:00:02" in rest


def test_a_supervised_role_takes_its_time(parent: subprocess.Popen[str]) -> None:
    """While its parent lives, nothing but its parent ends a role that was told to stop."""
    role = int(_line(parent))
    assert _line(parent) == "running"

    os.kill(role, signal.SIGTERM)

    assert _line(parent) == "told"
    assert not wait_for_exit(role, timeout_seconds=1.0)
    os.kill(role, signal.SIGKILL)


@pytest.mark.parametrize("role", ["stuck", "stuck-beside"])
def test_a_role_that_is_stuck_ends_whatever_its_threads_wait_for(role: str) -> None:
    """With a status of its own and a line that says why; its supervisor starts it again."""
    ended = subprocess.run(
        [sys.executable, str(PROGRAM), role],
        capture_output=True,
        text=True,
        timeout=EXIT_SECONDS_MAX,
        env=os.environ | {"PYTHONPATH": os.getcwd()},
        check=False,
    )
    assert ended.returncode == 70
    assert "the object store did not answer" in ended.stdout + ended.stderr
