"""Connections to a migrated database in the roles that use it."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from adapters.postgres.connections import connect


@pytest.fixture
def owner(migrated: str) -> Iterator[psycopg.Connection[Any]]:
    """The owner's connection to the live book: what a rebuild needs."""
    options = "-c search_path=xavira_live,xavira_ground"
    with psycopg.connect(migrated, autocommit=True, options=options) as connection:
        yield connection


@pytest.fixture
def worker(migrated: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection as the role that runs projections."""
    with connect(migrated, role="xavira_work") as connection:
        yield connection


@pytest.fixture
def reader(migrated: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection as the role that serves the API."""
    with connect(migrated, role="xavira_api") as connection:
        yield connection
