"""A connection that can be cut while a commit is on its way."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from tests.faults.byte_proxy import ByteProxy


@pytest.fixture
def proxied(migrated: str) -> Iterator[tuple[ByteProxy, str]]:
    """A proxy in front of the database, and the conninfo that goes through it."""
    info = conninfo_to_dict(migrated)
    port = info.get("port", "5432")
    server_socket = Path(str(info["host"])) / f".s.PGSQL.{port}"
    with tempfile.TemporaryDirectory() as folder:
        proxy = ByteProxy(
            Path(folder), server_socket, asked=b"credits.debited.v1", answered=b"SELECT 1\x00"
        )
        yield proxy, make_conninfo(migrated, host=folder, port=5432)
        proxy.close()
