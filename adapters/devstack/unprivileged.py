"""Which user runs a server that refuses to run as root, and whether that user reaches the files.

It changes no user and no permission; it only answers, with one clear sentence when the answer is
no. Access lists beyond the mode bits are not read.
"""

from __future__ import annotations

import os
import pwd
import stat
from pathlib import Path

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


def require_reach(path: Path, user: tuple[int, int]) -> None:
    """Raise Unreachable unless the user may enter every parent of the path and use the path."""
    path = path.resolve()
    for folder in (*reversed(path.parents), path):
        if not _may_enter(folder, user):
            name = pwd.getpwuid(user[0]).pw_name
            raise Unreachable(
                f"the user {name}, who runs PostgreSQL when we are root, may not enter {folder}: "
                f"choose another place for {path}, or run `chmod o+x {folder}`"
            )


def _may_enter(path: Path, user: tuple[int, int]) -> bool:
    facts = path.stat()
    if facts.st_uid == user[0]:
        return bool(facts.st_mode & stat.S_IXUSR)
    if facts.st_gid == user[1]:
        return bool(facts.st_mode & stat.S_IXGRP)
    return bool(facts.st_mode & stat.S_IXOTH)
