"""The call that records a batch, on a server that stands still at any moment of it."""

import contextlib
from collections.abc import Callable
from typing import Any
from uuid import UUID

import psycopg
import pytest
from eventsourcing.persistence import StoredEvent

from adapters.eventstore.append_call import AppendCall
from adapters.eventstore.arrays import register_arrays
from adapters.eventstore.recorder import LedgerDatastore, LedgerRecorder
from adapters.postgres.connections import connect
from domain.ports import GroundRow
from tests.adapters.postgres.test_bounded import standing_still

EVENT = StoredEvent(UUID(int=1), 1, "account.opened.v1", b"{}")


def test_who_prepares_gives_up_a_server_that_stands_still(migrated: str) -> None:
    """A loop's connection is prepared by a thread, which is told that the connection is lost."""
    _assert_given_up(migrated, AppendCall("live").prepare)


@pytest.mark.parametrize("in_transaction", [False, True])
def test_an_append_gives_up_a_server_that_stands_still(
    migrated: str, *, in_transaction: bool
) -> None:
    """In the connection's time, also under the append lock."""

    def call(connection: psycopg.Connection[Any]) -> None:
        AppendCall("live")(connection, [EVENT])

    _assert_given_up(migrated, call, in_transaction=in_transaction)


def test_an_append_with_ground_rows_gives_up_a_server_that_stands_still(migrated: str) -> None:
    """They travel with the events in one pipeline, which is waited for no longer."""
    datastore = LedgerDatastore(migrated, role="xavira_api", book="live")
    recorder = LedgerRecorder(datastore, book="live")
    rows = [GroundRow(table="mails", values={"account_id": UUID(int=1)})]

    def append(connection: psycopg.Connection[Any]) -> None:
        recorder.append(connection, [EVENT], rows)

    _assert_given_up(migrated, append)


def _assert_given_up(
    database_url: str,
    asks: Callable[[psycopg.Connection[Any]], None],
    *,
    in_transaction: bool = False,
) -> None:
    with connect(database_url, role="xavira_api", patience_seconds=0.3) as connection:
        register_arrays(connection)
        before = connection.transaction() if in_transaction else contextlib.nullcontext()
        lost = pytest.raises(psycopg.OperationalError, match="does not answer")
        with lost, before, standing_still(connection.info.backend_pid):
            asks(connection)
        assert connection.closed
