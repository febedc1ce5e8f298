"""A simulated ledger of 12,000 events, of which the journal has seen all; read-only for tests."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from adapters.devstack.postgres import EmbeddedPostgres
from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from adapters.simulation.writing import write_simulation
from projections import runner
from projections.journal import JOURNAL
from tests.projections.driving import refuse

EVENTS = 12_000


def advance(url: str, to: int) -> None:
    """Brings the journal to a position of the log."""
    with (
        PostgresLedger(url, role="xavira_work") as ledger,
        connect(url, role="xavira_work") as connection,
    ):
        runner.start(connection, (JOURNAL,), head=ledger.head())
        runner.catch_up(JOURNAL, connection, to=to, book="live", read=ledger.read, report=refuse)


@pytest.fixture(scope="package")
def books_url(postgres_server: EmbeddedPostgres, migrated_template: str) -> Iterator[str]:
    """The conninfo of the database that holds it."""
    name = f"test_{uuid4().hex}"
    conninfo = postgres_server.dsn(database="postgres")
    with psycopg.connect(conninfo, autocommit=True) as connection:
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(create.format(sql.Identifier(name), sql.Identifier(migrated_template)))
        url = make_conninfo(conninfo, dbname=name)
        write_simulation(url, events=EVENTS, seed=11, progress=lambda position: None)
        advance(url, EVENTS)
        yield url
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def finance(books_url: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection as the role that reads reports."""
    with connect(books_url, role="xavira_api") as connection:
        yield connection
