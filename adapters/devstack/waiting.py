"""Bounded waiting for conditions that no file descriptor announces.

It refuses to wait without a deadline, and to wait for a mere span of time.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event

POLL_INTERVAL_SECONDS = 0.02


def wait_until(
    condition: Callable[[], bool],
    *,
    timeout_seconds: float,
    interval_seconds: float = POLL_INTERVAL_SECONDS,
) -> bool:
    """Whether the condition became true in time; it is asked at least once."""
    deadline = time.monotonic() + timeout_seconds
    pause = Event()
    while not condition():
        if time.monotonic() >= deadline:
            return False
        pause.wait(interval_seconds)
    return True
