"""The files around a PostgreSQL cluster: its configuration, its secrets and its socket folder.

Both parties reach them: we (perhaps root) and the server's unprivileged user; nobody else does.
It starts nothing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from adapters.devstack import private_file
from adapters.devstack.unprivileged import Unreachable

SOCKET_PORT = 5432  # names the socket file; no port is opened
SOCKET_PATH_BYTES_MAX = 100  # sockaddr_un holds 108, and PostgreSQL adds a lock file's suffix

BUFFERS_SHARE = 8
BUFFERS_MEGABYTES_MIN = 128
BUFFERS_MEGABYTES_MAX = 1024
"""An eighth of the memory holds pages: the log's index is hit all over, by every append. What does
not fit is written back by the very commits that wait.
"""

MEMORY_LIMIT = Path("/sys/fs/cgroup/memory.max")

SETTINGS = {
    "listen_addresses": "",
    "port": str(SOCKET_PORT),
    "max_connections": "100",
    "wal_buffers": "16MB",
    "io_method": "sync",  # spares three worker processes that a small machine cannot feed
    "wal_level": "replica",
    "max_wal_size": "2GB",
    "min_wal_size": "256MB",
    "checkpoint_timeout": "15min",  # the first change of a page after each is written out whole
    "checkpoint_completion_target": "0.9",
    "jit": "off",
    "autovacuum": "on",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_duration_statement": "-1",
    "log_checkpoints": "off",
    "log_min_messages": "warning",
    "log_min_error_statement": "panic",  # statements may carry personal data
    "log_error_verbosity": "terse",  # and so may the values in an error's details
    "log_line_prefix": "%m [%p] ",
}


def write_configuration(
    data_dir: Path, cluster: Path, *, user: tuple[int, int] | None, fsync: bool
) -> None:
    """Write the server's two configuration files and make its socket folder, each at every start.

    Settings made by hand belong into `ALTER SYSTEM`, which wins over these files.
    """
    folder = make_socket_folder(data_dir, user=user)
    durable = "on" if fsync else "off"
    settings = SETTINGS | {
        "shared_buffers": f"{buffers_megabytes() if fsync else BUFFERS_MEGABYTES_MIN}MB",
        "unix_socket_directories": str(folder),
        "unix_socket_permissions": "0700",
        "fsync": durable,
        "full_page_writes": durable,
        "synchronous_commit": "on",  # also without fsync: a killed process then loses no commit
    }
    lines = [f"{name} = {_quoted(value)}" for name, value in settings.items()]
    private_file.write(cluster / "postgresql.conf", "\n".join(lines) + "\n", user=user)
    rules = "local all all scram-sha-256\nlocal replication all scram-sha-256\n"
    private_file.write(cluster / "pg_hba.conf", rules, user=user)


def buffers_megabytes() -> int:
    """What PostgreSQL may hold of its pages on this machine, or in this container."""
    share = _memory_bytes() // (BUFFERS_SHARE * 1024 * 1024)
    return max(BUFFERS_MEGABYTES_MIN, min(BUFFERS_MEGABYTES_MAX, share))


def _memory_bytes() -> int:
    """That of the machine, or the limit of the control group that we run in."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    try:
        limit = MEMORY_LIMIT.read_text("ascii").strip()
    except OSError:
        return memory
    return min(memory, int(limit)) if limit.isdigit() else memory


def socket_folder(data_dir: Path) -> Path:
    """Where the socket lies: in the data folder, or in a private one where that path is too long.

    The answer depends on nothing but the path, so every process of an installation finds it.
    """
    inside = data_dir / "socket"
    if _fits(inside):
        return inside
    mark = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]
    outside = Path(tempfile.gettempdir()) / f"xavira-{mark}"
    if not _fits(outside):
        raise Unreachable(f"{data_dir} and {outside} are both too long for a unix socket's path")
    return outside


def make_socket_folder(data_dir: Path, *, user: tuple[int, int] | None) -> Path:
    """The socket folder, owned by the server's user and closed to everyone else but root.

    Raises Unreachable when the folder is there already and belongs to a stranger.
    """
    folder = socket_folder(data_dir)
    folder.mkdir(mode=0o700, exist_ok=True)
    facts = folder.lstat()
    if facts.st_uid not in {os.geteuid(), user[0] if user is not None else os.geteuid()}:
        raise Unreachable(f"the socket folder {folder} belongs to another user")
    _give(folder, user)
    return folder


def remove_socket_folder(data_dir: Path) -> None:
    """Remove the socket folder once the server is gone; it is made again at the next start."""
    shutil.rmtree(socket_folder(data_dir), ignore_errors=True)


def empty_folder(folder: Path, *, user: tuple[int, int] | None) -> None:
    """Make the folder empty and private to the server's user; what an interrupted run left goes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    _give(folder, user)


def _give(path: Path, user: tuple[int, int] | None) -> None:
    if user is not None:
        os.chown(path, *user, follow_symlinks=False)


def _fits(folder: Path) -> bool:
    return len(os.fsencode(folder / f".s.PGSQL.{SOCKET_PORT}")) <= SOCKET_PATH_BYTES_MAX


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
