"""One owner for each data folder, by an advisory lock on a file in it.

The kernel drops the lock with the last descriptor, so nothing has to be cleaned up after a crash.
A descriptor handed to a server keeps the lock for as long as that server lives. It waits for a
bounded time and never breaks a lock that somebody holds.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from adapters.devstack.waiting import wait_until

LOCK_NAME = "owner.lock"


class StoreInUse(RuntimeError):
    """Another process holds this data folder."""


def hold(folder: Path, *, timeout_seconds: float) -> int:
    """The descriptor that holds the folder's lock; closing it gives the folder back.

    Raises StoreInUse when somebody else still holds it after the time-out.
    """
    descriptor = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def taken() -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    if not wait_until(taken, timeout_seconds=timeout_seconds):
        os.close(descriptor)
        raise StoreInUse(f"another process is using {folder}: stop it, or choose another folder")
    return descriptor
