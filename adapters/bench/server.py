"""A PostgreSQL of its own for measurements: durable, migrated, gone afterwards or kept.

Commits wait for the disk as they do in production. Nobody but the measurement connects to it.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from adapters.deployment import MASTER_KEY_BYTES, MigratedPostgres
from adapters.vault import MasterKey


class Server:
    """Where the measured server is. `owner` owns the tables, `login` may only take the roles."""

    def __init__(self, postgres: MigratedPostgres, folder: Path) -> None:
        self.owner = postgres.dsn()
        self.login = postgres.login_dsn()
        self.folder = folder
        self.master_key_bytes = bytes(MASTER_KEY_BYTES)
        self.master_key = MasterKey(self.master_key_bytes)

    def settle(self) -> None:
        """Dirty pages of everything before are no part of a run."""
        with psycopg.connect(self.owner, autocommit=True) as connection:
            connection.execute("CHECKPOINT")

    def analyse(self) -> None:
        """What autovacuum would have done by now."""
        with psycopg.connect(self.owner, autocommit=True) as connection:
            connection.execute("VACUUM (ANALYZE, FREEZE)")
        self.settle()


@contextmanager
def served(kept: Path | None = None) -> Iterator[Server]:
    """Starts it in a folder that PostgreSQL's own user may enter: `kept`, which stays with all that
    is in it, or one that is gone afterwards. Raises ChildFailed.
    """
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        with _started(kept.resolve()) as server:
            yield server
        return
    folder = Path(tempfile.mkdtemp(prefix="xavira-bench-"))
    folder.chmod(0o755)
    try:
        with _started(folder) as server:
            yield server
    finally:
        shutil.rmtree(folder)


@contextmanager
def _started(folder: Path) -> Iterator[Server]:
    postgres = MigratedPostgres(folder / "postgres")
    postgres.start()
    try:
        yield Server(postgres, folder)
    finally:
        postgres.stop()
