"""Whether this machine keeps time, and which tests can be judged on one that does not.

Some virtual machines stand still for a second at a time: their host is short of memory or of
processors. A statement then takes longer than the product lets one take. The product answers 503
there, as it should, and a drill that counts answers finds the machine's fault, not the product's.
"""

import mmap
import os
import time
from pathlib import PurePath

SAMPLE_BYTES = 16 << 20
SAMPLES = 60

SECONDS_MAX = 1.5
"""To touch all samples, one after another: 0.5 on a machine that keeps time, 4 to 60 on one that
does not, where one of them in four takes a second.
"""

FOUND = "TESTS_MACHINE"
"""`steady` or `stalling`: what was found, for the workers. Set by hand, it is not measured, and any
other word insists on everything.
"""

CORE = ("domain", "projections", "contracts", "architecture", "adapters/verifier")
"""Tests that can be judged anywhere: the rules, the books, the ports, who verifies a log, and what
keeps the code in shape. None counts what a deployment answers in real time.
"""


def steady() -> bool:
    """Whether memory here is as quick as memory is. Measured once, then remembered for workers."""
    if FOUND not in os.environ:
        os.environ[FOUND] = "steady" if _keeps_time() else "stalling"
    return os.environ[FOUND] != "stalling"


def in_core(path: PurePath) -> bool:
    """Whether a file of tests, or a folder, is in the core or leads there. `path` begins in the
    folder of all tests.
    """
    folders = map(PurePath, CORE)
    return any(path.is_relative_to(folder) or folder.is_relative_to(path) for folder in folders)


def _keeps_time() -> bool:
    seconds = 0.0
    for _ in range(SAMPLES):
        seconds += _seconds_to_touch()
        if seconds > SECONDS_MAX:
            return False
    return True


def _seconds_to_touch() -> float:
    with mmap.mmap(-1, SAMPLE_BYTES) as sample:
        started = time.perf_counter()
        for offset in range(0, SAMPLE_BYTES, mmap.PAGESIZE):
            sample[offset] = 1
        return time.perf_counter() - started
