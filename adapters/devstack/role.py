"""A role of the application (`serve`, `work`, `infer`) as a supervised part.

Its output arrives line by line at a callback. It knows nothing of what the role does.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from adapters.devstack.child import Child, spawn

STOP_SECONDS = 20.0
READER_END_SECONDS = 2.0
LINE_BYTES_MAX = 64 * 1024


class Role:
    """One process. `death_signal` is what it gets when we are gone without having stopped it.

    `environment` is asked at every start, as a server may have moved meanwhile.

    `on_line(name, line)` is called on a thread of this role: it must be safe to call from several.
    Where it shows nothing, `tail_lines` of the newest are kept for who hears of a crash.
    """

    def __init__(
        self,
        name: str,
        argv: Sequence[str],
        *,
        environment: Callable[[], Mapping[str, str]],
        working_folder: Path,
        on_line: Callable[[str, str], None],
        stop_seconds: float = STOP_SECONDS,
        death_signal: signal.Signals = signal.SIGTERM,
        tail_lines: int = 0,
    ) -> None:
        self.name = name
        self._argv = list(argv)
        self._environment = environment
        self._working_folder = working_folder
        self._on_line = on_line
        self._stop_seconds = stop_seconds
        self._death_signal = death_signal
        self._newest: deque[str] = deque(maxlen=tail_lines)
        self._child: Child | None = None
        self._reader: threading.Thread | None = None

    @property
    def pid(self) -> int | None:
        """The process id of the newest start, None before it."""
        return None if self._child is None else self._child.pid

    def start(self, *, stopping: threading.Event | None = None) -> bool:
        """Spawn the process and return at once; a role says itself when it is ready."""
        del stopping  # nothing here takes long enough to be given up
        if self._child is not None and self._child.poll() is None:
            return True
        self._join_reader()
        self._newest.clear()
        self._child = spawn(
            self._argv,
            env=self._environment(),
            cwd=self._working_folder,
            log_path=None,
            death_signal=self._death_signal,
        )
        self._reader = threading.Thread(
            target=self._read, args=(self._child.output,), name=f"{self.name}-output", daemon=True
        )
        self._reader.start()
        return True

    def poll(self) -> int | None:
        """The exit status once it has ended, None while it runs or before the first start."""
        return None if self._child is None else self._child.poll()

    def log_tail(self) -> str:
        """The newest lines of a role that has ended; empty where the callback showed them all."""
        self._join_reader()
        return "\n".join(self._newest)

    def stop(self) -> None:
        """SIGTERM, the role's patience, then SIGKILL for it and its process group."""
        if self._child is not None:
            self._child.end([(signal.SIGTERM, self._stop_seconds)])
            self._child = None
        self._join_reader()

    def _read(self, output: IO[bytes]) -> None:
        with output:
            while line := output.readline(LINE_BYTES_MAX):
                text = line.decode("utf-8", "replace").rstrip("\n")
                self._newest.append(text)
                with contextlib.suppress(OSError):  # a full disk costs the line, not all after it
                    self._on_line(self.name, text)

    def _join_reader(self) -> None:
        # A grandchild in another session may keep the pipe open; the thread then ends with it.
        if self._reader is not None:
            self._reader.join(READER_END_SECONDS)
            self._reader = None
