"""What a process tells when it is asked by SIGUSR1."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("asked_process.py")
SECONDS_MAX = 120.0


@pytest.mark.parametrize("arguments", [["loop"], []], ids=["loop closed", "no loop"])
def test_who_asks_a_process_without_a_loop_breaks_nothing(arguments: list[str]) -> None:
    """It may hang in what comes after the loop, or watch others as the first process of `serve`
    does: then its threads are told, and it goes on.
    """
    ended = subprocess.run(
        [sys.executable, str(PROGRAM), *arguments],
        capture_output=True,
        text=True,
        timeout=SECONDS_MAX,
        env=os.environ | {"PYTHONPATH": os.getcwd()},
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == "went on\n"
    assert "most recent call first" in ended.stderr
