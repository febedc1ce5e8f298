"""Imports the modules named on its command line and prints, as JSON, what that did besides.

Run in a process of its own, with bytecode switched off, so that nothing has been imported before
and the interpreter itself writes no file.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import threading
from types import FrameType
from typing import Any

HEAVY = ("torch", "diffusers", "transformers")
SETTING_PREFIX = "XAVIRA_"
LOUD_EVENTS = frozenset(
    {
        "socket.connect",
        "socket.bind",
        "socket.getaddrinfo",
        "subprocess.Popen",
        "os.exec",
        "os.fork",
        "os.posix_spawn",
        "os.system",
        "os.mkdir",
        "os.remove",
        "os.rename",
    }
)
WRITING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC

# urllib3 tries once, on import, whether the loopback has an IPv6 address; it connects to nobody.
TOLERATED = {"socket.bind": "urllib3/util/connection.py"}


class Witness:
    """Notes what happens while one module is imported, with the module's name."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.importing = ""

    def note(self, what: str) -> None:
        """Keep one thing that importing did."""
        self.notes.append(f"{self.importing}: {what}")

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Take an audit event of the interpreter."""
        if event in TOLERATED and _passes_through(TOLERATED[event]):
            return
        if event in LOUD_EVENTS:
            self.note(f"{event} {arguments!r}")
        elif event == "open" and arguments[2] & WRITING_FLAGS:
            self.note(f"open for writing {arguments[0]!r}")


def _passes_through(file: str) -> bool:
    """Whether a function of this file is among the callers."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename.endswith(file):
            return True
        frame = frame.f_back
    return False


def watch_environment(witness: Witness) -> None:
    """From here on, a look at one of our settings is noted, in whatever way it is done."""
    environment_class = type(os.environ)

    class Watched(environment_class):  # type: ignore[misc, valid-type]
        def __getitem__(self, name: str) -> str:
            if name.startswith(SETTING_PREFIX):
                witness.note(f"read the setting {name}")
            return str(super().__getitem__(name))

        def __contains__(self, name: object) -> bool:
            if isinstance(name, str) and name.startswith(SETTING_PREFIX):
                witness.note(f"looked for the setting {name}")
            return bool(super().__contains__(name))

    os.environ.__class__ = Watched


def main(modules: list[str]) -> None:
    witness = Witness()
    watch_environment(witness)
    sys.addaudithook(witness.hear)
    for name in modules:
        witness.importing = name
        threads, loaded = set(threading.enumerate()), set(sys.modules)
        importlib.import_module(name)
        for thread in set(threading.enumerate()) - threads:
            witness.note(f"started the thread {thread.name}")
        for heavy in HEAVY:
            if heavy in sys.modules and heavy not in loaded:
                witness.note(f"imported {heavy}")
    print(json.dumps(witness.notes))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
