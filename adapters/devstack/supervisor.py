"""Keeps the parts of one installation running: embedded servers and roles, on one machine.

A part that ends is started again with a growing pause, unless its settings cannot be used from the
beginning; parts are stopped in a given order. It runs
on the main thread, because a child dies with the thread that spawned it. It installs no signal
handler and prints nothing: the caller owns both.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from adapters.devstack.child import ChildFailed, StartAbandoned
from adapters.devstack.store_lock import StoreInUse
from adapters.devstack.unprivileged import Unreachable

BACK_OFF_FIRST_SECONDS = 0.2
BACK_OFF_MAX_SECONDS = 10.0
SETTLED_AFTER_SECONDS = 30.0
LOOK_INTERVAL_SECONDS = 0.1
CRASHES_COUNTED_MAX = 16

MISCONFIGURED_STATUS = os.EX_CONFIG
"""How a role ends whose settings cannot be used."""

START_FAILURES = (ChildFailed, StoreInUse, Unreachable, OSError)


class Part(Protocol):
    """An embedded server or a role."""

    @property
    def name(self) -> str:
        """How lines and the stop order name it."""
        ...

    @property
    def pid(self) -> int | None:
        """The process id of the newest start, None before it."""
        ...

    def start(self, *, stopping: Event | None = None) -> bool:
        """Start and wait until ready; False when what later parts know of it is out of date.

        Raises StartAbandoned soon after the event is set.
        """
        ...

    def poll(self) -> int | None:
        """The exit status once it has ended, None while it runs."""
        ...

    def log_tail(self) -> str:
        """Its newest lines, for a report of a crash."""
        ...

    def stop(self) -> None:
        """End it; nothing happens when it does not run."""
        ...


class Misconfigured(ChildFailed):
    """A part cannot run with the settings that it was given."""


@dataclass(slots=True)
class _Watched:
    part: Part
    running: bool = False
    starts: int = 0
    crashes: int = 0
    started_at: float = 0.0
    start_again_at: float = field(default=0.0)


class Supervisor:
    """Runs parts in the order given, each depending on those before it.

    `on_line(name, line)` hears what the supervisor does to a part, on the main thread.
    `stop_order` names every part once.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        *,
        stop_order: Sequence[str],
        on_line: Callable[[str, str], None],
    ) -> None:
        names = [part.name for part in parts]
        if sorted(stop_order) != sorted(names):
            raise ValueError(f"the stop order {list(stop_order)} must name each of {names} once")
        self._watched = [_Watched(part) for part in parts]
        self._stop_order = list(stop_order)
        self._on_line = on_line

    def start_all(self, stopping: Event | None = None) -> None:
        """Start every part; when one fails, stop the others and raise what it raised.

        Raises StartAbandoned when the event is set meanwhile.
        """
        try:
            for watched in self._watched:
                if stopping is not None and stopping.is_set():
                    raise StartAbandoned(f"{watched.part.name} was not started: all is to stop")
                self._start(watched, stopping)
        except BaseException:
            self.stop_all()
            raise

    def run(self, stopping: Event) -> None:
        """Start crashed parts again until the event is set. Raises nothing that a part raises, but
        Misconfigured where the first start of one ends with MISCONFIGURED_STATUS.
        """
        while not stopping.wait(LOOK_INTERVAL_SECONDS):
            for watched in self._watched:
                if stopping.is_set():
                    return
                self._look_after(watched, time.monotonic(), stopping)

    def stop_all(self) -> None:
        """Stop every part in the stop order; a part that cannot be stopped spares no other.

        Raises the first failure, after all were tried.
        """
        failures: list[ChildFailed] = []
        by_name = {watched.part.name: watched for watched in self._watched}
        for name in self._stop_order:
            try:
                by_name[name].part.stop()
            except ChildFailed as failure:
                self._on_line(name, str(failure))
                failures.append(failure)
            by_name[name].running = False
        if failures:
            raise failures[0]

    def pids(self) -> dict[str, int | None]:
        """The newest process id of each part by name."""
        return {watched.part.name: watched.part.pid for watched in self._watched}

    def _look_after(self, watched: _Watched, now: float, stopping: Event) -> None:
        if watched.running:
            status = watched.part.poll()
            if status == MISCONFIGURED_STATUS and watched.starts == 1:
                self._tell_last_words(watched)
                raise Misconfigured(
                    f"{watched.part.name} cannot run with these settings; it says above why."
                )
            if status is not None:
                self._note_crash(watched, f"ended with status {status}", now)
        elif now >= watched.start_again_at:
            try:
                unchanged = self._start(watched, stopping)
            except StartAbandoned as abandoned:
                self._on_line(watched.part.name, str(abandoned))
            except START_FAILURES as failure:
                self._note_crash(watched, f"did not start: {failure}", time.monotonic())
            else:
                if not unchanged:
                    self._start_dependents_again(watched)

    def _start(self, watched: _Watched, stopping: Event | None) -> bool:
        unchanged = watched.part.start(stopping=stopping)
        watched.running = True
        watched.starts += 1
        watched.started_at = time.monotonic()
        self._on_line(watched.part.name, f"started as process {watched.part.pid}")
        return unchanged

    def _note_crash(self, watched: _Watched, what: str, now: float) -> None:
        settled = watched.running and now - watched.started_at >= SETTLED_AFTER_SECONDS
        watched.crashes = 0 if settled else min(watched.crashes + 1, CRASHES_COUNTED_MAX)
        watched.running = False
        pause = back_off_seconds(watched.crashes)
        watched.start_again_at = now + pause
        self._on_line(watched.part.name, f"{what}; next start in {pause:.1f} s")
        self._tell_last_words(watched)

    def _tell_last_words(self, watched: _Watched) -> None:
        for line in watched.part.log_tail().splitlines():
            self._on_line(watched.part.name, line)

    def _start_dependents_again(self, moved: _Watched) -> None:
        later = self._watched[self._watched.index(moved) + 1 :]
        for watched in later:
            self._on_line(watched.part.name, f"is started again, because {moved.part.name} moved")
            try:
                watched.part.stop()
            except ChildFailed as failure:
                self._on_line(watched.part.name, str(failure))
            watched.running, watched.start_again_at = False, 0.0


def back_off_seconds(crashes: int) -> float:
    """The pause before a start after so many crashes in a row (0: it had been settled)."""
    doublings = max(0, crashes - 1)
    return min(BACK_OFF_MAX_SECONDS, BACK_OFF_FIRST_SECONDS * 2.0**doublings)
