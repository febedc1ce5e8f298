"""What a figure was measured on: without it, a figure says nothing."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import msgspec


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """The machine and the code of one measurement."""

    processor: str
    cores: int
    memory_gigabytes: int
    system: str
    python: str
    commit: str
    measured_on: str

    def lines(self) -> list[str]:
        """As a Markdown list."""
        return [
            f"- measured {self.measured_on} at commit `{self.commit}`",
            f"- {self.cores} cores of {self.processor}, {self.memory_gigabytes} GB, no GPU used",
            f"- {self.system}, Python {self.python}",
        ]


def this_machine() -> Machine:
    """Reads /proc; a checkout that is no git checkout has no commit."""
    return Machine(
        processor=_processor(),
        cores=len(os.sched_getaffinity(0)),
        memory_gigabytes=round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9),
        system=f"{platform.system()} {platform.release().split('-')[0]}",
        python=platform.python_version(),
        commit=_commit(),
        measured_on=f"{datetime.now(UTC):%Y-%m-%d}",
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _commit() -> str:
    try:
        done = subprocess.run(
            ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.strip()
