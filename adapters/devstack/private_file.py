"""Files that only their owner reads: generated secrets and the configurations that repeat them."""

from __future__ import annotations

import os
from pathlib import Path

from adapters.durable import sync_folder


def write(path: Path, text: str, *, user: tuple[int, int] | None = None) -> None:
    """Replace the file in one step, owned by (uid, gid) `user` or by us: never half a text."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if user is not None:
        os.chown(fresh, *user)
    fresh.replace(path)
    sync_folder(path.parent)
