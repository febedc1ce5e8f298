"""Long measurements say what they do while they do it, and what each step took once it is over."""

import time
from contextlib import ExitStack

from rich.console import Console

TOLD_SECONDS_MIN = 1.0
"""Steps that took less are not worth a line."""


class Steps:
    """A line that changes, and one line for every step that took long."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._status = console.status("start PostgreSQL")
        self._stack = ExitStack()
        self._step = "start PostgreSQL"
        self._began = self._started = time.monotonic()

    def __enter__(self) -> "Steps":
        self._stack.enter_context(self._status)
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._stack.close()
        self._console.print(f"{time.monotonic() - self._started:8.1f} s  altogether")

    def begin(self, step: str) -> None:
        """Ends the step before this one."""
        self._end()
        self._step, self._began = step, time.monotonic()
        self._status.update(step)

    def _end(self) -> None:
        took = time.monotonic() - self._began
        if took >= TOLD_SECONDS_MIN:
            self._console.print(f"{took:8.1f} s  {self._step}")
