"""A ledger with a customer, and a connection that can be cut while a commit is on its way."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from adapters.eventstore import PostgresLedger
from tests import builders
from tests.adapters.eventstore.customer import ACCOUNT, CHARACTER
from tests.faults.byte_proxy import ByteProxy


@pytest.fixture
def ledger(migrated: str) -> Iterator[PostgresLedger]:
    """A ledger with one account of 25 credits and one character."""
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        ledger.append(builders.opened(ACCOUNT)).result()
        ledger.append(builders.created(ACCOUNT, CHARACTER)).result()
        yield ledger


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
