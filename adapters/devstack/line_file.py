"""A log file of lines that stays small: a full one becomes `.old`, in the place of the one before.

It never stands in the way of what it tells of: a line that cannot be written is dropped.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import BinaryIO

from adapters.devstack.child import LOG_BYTES_MAX


class LineFile:
    """For one writer at a time. Two files of `bytes_max` at most, for the owner's eyes alone."""

    def __init__(self, path: Path, *, bytes_max: int = LOG_BYTES_MAX) -> None:
        self.path = path
        self._bytes_max = bytes_max
        self._file: BinaryIO | None = None
        self._bytes = 0

    def write(self, line: str) -> None:
        """Appends a line; what the disk refuses is not there."""
        data = f"{line}\n".encode()
        with contextlib.suppress(OSError):
            if self._file is None or self._bytes + len(data) > self._bytes_max:
                self._begin()
            if self._file is not None:
                self._bytes += self._file.write(data)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _begin(self) -> None:
        """Goes on with the file that is there, unless it is full."""
        full = self._file is not None
        self.close()
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if full and self.path.exists():
            self.path.replace(self.path.with_suffix(f"{self.path.suffix}.old"))
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        self._file = os.fdopen(os.open(self.path, flags, 0o600), "ab", buffering=0)
        self._bytes = self.path.stat().st_size
