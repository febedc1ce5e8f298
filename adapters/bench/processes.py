"""Processor time by part of a deployment: on a machine that is busy with other things as well, a
truer figure than elapsed time.
"""

import os
from pathlib import Path

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def processor_seconds(parts: dict[str, int]) -> dict[str, float]:
    """User and system seconds used so far, by name, for each process and its descendants.

    A descendant that has ended counts through its parent. A process that is gone counts 0.
    """
    stats = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            stats[int(entry.name)] = (int(fields[1]), sum(int(ticks) for ticks in fields[11:15]))
    children: dict[int, list[int]] = {}
    for pid, (parent, _) in stats.items():
        children.setdefault(parent, []).append(pid)
    return {name: _ticks(pid, stats, children) / TICKS_PER_SECOND for name, pid in parts.items()}


def _ticks(pid: int, stats: dict[int, tuple[int, int]], children: dict[int, list[int]]) -> int:
    own = stats[pid][1] if pid in stats else 0
    return own + sum(_ticks(child, stats, children) for child in children.get(pid, ()))
