"""One child process that cannot outlive us and that a terminal cannot reach past us.

Every child leads its own session, so Ctrl-C reaches only the parent, which then stops its children
in order; and every child carries a parent-death signal, so `kill -9` of the parent leaves nothing
behind. Linux ties that signal to the *thread* that spawned the child: `spawn` therefore refuses to
run anywhere but on the main thread. It does not restart, log or parse anything.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, BinaryIO

from adapters.devstack import run_child

LOG_TAIL_LINES = 20
LOG_TAIL_BYTES_MAX = 16 * 1024
LOG_BYTES_MAX = 32 * 1024 * 1024
KILL_WAIT_SECONDS = 10.0


class ChildFailed(RuntimeError):
    """A child process did not start, did not become ready, or could not be ended."""


class StartAbandoned(ChildFailed):
    """A start was given up because everything is to stop."""


class Child:
    """A running or ended child. Not safe for use from several threads at once.

    When its end is noticed, what is left of its process group is killed before it is reaped: until
    then the group's number cannot belong to a stranger.
    """

    def __init__(self, process: subprocess.Popen[bytes], log_path: Path | None) -> None:
        self._process = process
        self._log_path = log_path

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def output(self) -> IO[bytes]:
        """Standard output and error together; only for a child spawned without a log file."""
        assert self._process.stdout is not None, "this child writes to a log file"
        return self._process.stdout

    def poll(self) -> int | None:
        """The exit status (negative: ended by that signal), or None while it runs."""
        return self.wait(0)

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal; a child that has already ended is left alone."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def wait(self, timeout_seconds: float) -> int | None:
        """The exit status, or None when it still runs after the time-out."""
        if self._process.returncode is not None:
            return self._process.returncode
        if not wait_for_exit(self.pid, timeout_seconds=timeout_seconds):
            return None
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        return self._process.wait()

    def end(self, steps: Sequence[tuple[signal.Signals, float]]) -> int:
        """Send each signal in turn and wait its seconds, then SIGKILL; returns the exit status.

        Raises ChildFailed when even SIGKILL does not end it (a process stuck in the kernel).
        """
        for number, patience_seconds in (*steps, (signal.SIGKILL, KILL_WAIT_SECONDS)):
            self.send_signal(number)
            status = self.wait(patience_seconds)
            if status is not None:
                return status
        raise ChildFailed(f"process {self.pid} does not end, not even by SIGKILL")

    def log_tail(self, lines: int = LOG_TAIL_LINES) -> str:
        """The newest lines of the log file, for an error message; empty without a log file."""
        if self._log_path is None or not self._log_path.exists():
            return ""
        with self._log_path.open("rb") as log:
            log.seek(max(0, log.seek(0, os.SEEK_END) - LOG_TAIL_BYTES_MAX))
            text = log.read().decode("utf-8", "replace")
        return "\n".join(text.splitlines()[-lines:])


def spawn(
    argv: Sequence[str],
    *,
    env: Mapping[str, str],
    cwd: Path,
    log_path: Path | None,
    user: tuple[int, int] | None = None,
    searches_everywhere: bool = False,
    death_signal: signal.Signals = signal.SIGTERM,
    inherited_fds: Sequence[int] = (),
) -> Child:
    """Start a program as (uid, gid) `user`, or as ourselves.

    One that `searches_everywhere` keeps, of root's powers, only that of entering every folder and
    reading every file (CAP_DAC_READ_SEARCH); it writes what its user may write.
    With a log path, output is appended there (an over-long file is first renamed to `*.old`);
    without one it arrives on `Child.output`, which the caller must keep reading.
    Raises ChildFailed off the main thread.
    """
    if threading.current_thread() is not threading.main_thread():
        raise ChildFailed("children must be spawned from the main thread: their life hangs on it")
    uid, gid = user if user is not None else (run_child.KEEP_USER, run_child.KEEP_USER)
    wrapper = [sys.executable, "-I", "-S", str(Path(run_child.__file__).resolve())]
    capability = run_child.CAP_DAC_READ_SEARCH if searches_everywhere else run_child.NO_CAPABILITY
    tie = [str(number) for number in (os.getpid(), uid, gid, int(death_signal), capability)]
    log = _open_log(log_path) if log_path is not None else None
    try:
        process = subprocess.Popen(
            [*wrapper, *tie, *argv],
            env=dict(env),
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if log is None else log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            pass_fds=tuple(inherited_fds),
        )
    finally:
        if log is not None:
            log.close()
    return Child(process, log_path)


def _open_log(log_path: Path) -> BinaryIO:
    if log_path.exists() and log_path.stat().st_size > LOG_BYTES_MAX:
        log_path.replace(log_path.with_suffix(log_path.suffix + ".old"))
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    return os.fdopen(os.open(log_path, flags, 0o600), "ab")


def wait_for_exit(pid: int, *, timeout_seconds: float) -> bool:
    """Whether a process that need not be our child is gone within the time."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        poller = select.poll()
        poller.register(descriptor, select.POLLIN)
        return bool(poller.poll(timeout_seconds * 1000))
    finally:
        os.close(descriptor)
