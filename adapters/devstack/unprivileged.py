"""Which user runs a server that refuses to run as root, and whether that user reaches the files.

It changes no user and no permission; it only answers, with one clear sentence when the answer is
no. Access lists beyond the mode bits are not read.
"""

from __future__ import annotations

import os
import pwd
import stat
from collections.abc import Sequence
from pathlib import Path

from adapters.devstack import run_child

SERVER_USERS = ("postgres", "nobody")


class Unreachable(RuntimeError):
    """A server's user may not read a path it needs; the message names the path and the remedy."""


def server_user() -> tuple[int, int] | None:
    """The (uid, gid) for a server when we are root, or None: it then runs as ourselves.

    Raises Unreachable when we are root and none of SERVER_USERS exists.
    """
    if os.geteuid() != 0:
        return None
    for name in SERVER_USERS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    raise Unreachable(
        f"PostgreSQL refuses to run as root and no user named {' or '.join(SERVER_USERS)} exists: "
        "create one, or run as another user"
    )


def needs_search(paths: Sequence[Path], user: tuple[int, int]) -> bool:
    """Whether the user comes to some of the paths only by the power to enter every folder.

    Raises Unreachable, which names what is closed, when we cannot hand that power on or when it
    would not help, as with a program that its own mode does not let the user run.
    """
    closed = [(path, first) for path in paths if (first := _first_closed(path, user)) is not None]
    for path, first in closed:
        if not first.is_dir() or not _may_hand_on_search():
            name = pwd.getpwuid(user[0]).pw_name
            raise Unreachable(
                f"the user {name}, who runs PostgreSQL when we are root, may not enter {first}: "
                f"choose another place for {path}, or run `chmod o+x {first}`"
            )
    return bool(closed)


def _first_closed(path: Path, user: tuple[int, int]) -> Path | None:
    """The file itself counts first: what the user may not run, no open folder makes good."""
    path = path.resolve()
    parents = list(reversed(path.parents))
    order = [path, *parents] if path.is_file() else [*parents, path]
    return next((part for part in order if not _may_enter(part, user)), None)


def _may_hand_on_search() -> bool:
    """Whether we hold CAP_DAC_READ_SEARCH, which containers often lack, and may pass it on."""
    needed = (1 << run_child.CAP_DAC_READ_SEARCH) | (1 << run_child.CAP_SETPCAP)
    lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
    held = next(line for line in lines if line.startswith("CapEff:"))
    return int(held.split()[1], 16) & needed == needed


def _may_enter(path: Path, user: tuple[int, int]) -> bool:
    facts = path.stat()
    if facts.st_uid == user[0]:
        return bool(facts.st_mode & stat.S_IXUSR)
    if facts.st_gid == user[1]:
        return bool(facts.st_mode & stat.S_IXGRP)
    return bool(facts.st_mode & stat.S_IXOTH)
