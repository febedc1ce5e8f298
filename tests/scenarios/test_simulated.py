"""Trying the books without customers: a deployment on a simulated year."""

import json
import subprocess
import sys
from pathlib import Path

from tests.stack import Stack, wait_for

EVENTS = 3_000
YEAR = ("--from", "2025-01-01", "--to", "2026-01-01", "--format", "json")


def xavira(stack: Stack, *words: str) -> bytes:
    """What a command prints; nothing where it refuses."""
    command = [sys.executable, "-m", "adapters", *words]
    return subprocess.run(command, env=stack.environment, stdout=subprocess.PIPE).stdout


def test_a_simulated_year_is_followed_to_its_end(tmp_path: Path) -> None:
    """With --empty there is a log to fill; `work` reads all of it, removes what was deleted in it,
    and never ends; then the year can be reported.
    """
    stack = Stack(tmp_path).start("--empty")
    try:
        made = xavira(stack, "ledger", "simulate", "--events", str(EVENTS), "--json")
        assert json.loads(made)["events"] == EVENTS
        wait_for(lambda: any('"outputs removed"' in line for line in stack.lines))
        told = wait_for(lambda: xavira(stack, "report", "trial-balance", *YEAR))
        assert json.loads(told)["position"] == EVENTS
        assert len(stack.pids["work"]) == 1, stack.lines[-50:]
    finally:
        assert stack.stop() == 0
