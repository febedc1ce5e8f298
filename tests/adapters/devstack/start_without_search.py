"""A root without CAP_DAC_READ_SEARCH, as in most containers, who tries to start PostgreSQL.

It prints the refusal, or `started`.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

from adapters.devstack.postgres import EmbeddedPostgres
from adapters.devstack.run_child import CAP_DAC_READ_SEARCH, CAPABILITY_VERSION
from adapters.devstack.unprivileged import Unreachable


def main(folder: Path) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    sets = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, sets) == 0
    for place in range(3):
        sets[place] &= ~(1 << CAP_DAC_READ_SEARCH)
    assert libc.capset(header, sets) == 0
    server = EmbeddedPostgres(folder, fsync=False)
    try:
        server.start()
    except Unreachable as refusal:
        print(refusal)  # noqa: T201
        return 0
    server.stop()
    print("started")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
