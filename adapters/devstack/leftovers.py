"""Server processes that outlived the parent which started them, found by their data folder.

After `kill -9` of a PostgreSQL postmaster its sessions go on for a moment, and a new postmaster
refuses to start beside them. Only processes that provably work in this data folder are ended: the
caller holds the folder's lock, so no living owner has any.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from pathlib import Path

from adapters.devstack.child import ChildFailed, wait_for_exit

SELF_END_SECONDS = 15.0
QUIT_SECONDS = 5.0
KILL_SECONDS = 5.0


def clear(cluster: Path) -> None:
    """Return once no process works in the cluster's folder.

    A postmaster that lost its parent has been told to end and gets its time for a checkpoint.
    Sessions that lost their postmaster get none: idle ones end at once, busy ones would go on
    until their next answer. Then comes SIGQUIT, then SIGKILL. Raises ChildFailed when one survives
    even that.
    """
    if postmaster_of(cluster) in (left := processes_in(cluster)):
        _all_gone(left, SELF_END_SECONDS)
    for number, patience_seconds in (
        (signal.SIGQUIT, QUIT_SECONDS),
        (signal.SIGKILL, KILL_SECONDS),
    ):
        left = processes_in(cluster)
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
        if _all_gone(left, patience_seconds):
            break
    if left := processes_in(cluster):
        raise ChildFailed(f"processes {left} still use {cluster} and cannot be ended")


def postmaster_of(cluster: Path) -> int | None:
    """The process id that PostgreSQL noted in its data folder, alive or not; None without one."""
    try:
        return int((cluster / "postmaster.pid").read_text("ascii").splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def processes_in(cluster: Path) -> list[int]:
    """Process ids of the postmaster, sessions and workers whose working folder is the cluster's.

    PostgreSQL changes into its data folder at once. Other users' processes cannot be read; they
    cannot be ours either, unless we are root, who reads all.
    """
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            here = os.readlink(entry / "cwd") == str(cluster)
            program = Path(os.readlink(entry / "exe")).name
        except OSError:
            continue
        if here and program == "postgres":
            found.append(int(entry.name))
    return found


def _all_gone(pids: list[int], timeout_seconds: float) -> bool:
    deadline = time.monotonic() + timeout_seconds
    return all(
        wait_for_exit(pid, timeout_seconds=max(0.0, deadline - time.monotonic())) for pid in pids
    )
