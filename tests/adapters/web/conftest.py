"""One migrated database and one served application for all tests of the HTTP edge."""

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from adapters.devstack.postgres import EmbeddedPostgres
from adapters.postgres.migrate import migrate
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import Site


@pytest.fixture(scope="session")
def served(postgres_server: EmbeddedPostgres) -> Iterator[Site]:
    """The application; every test brings its own accounts."""
    name = f"web_{uuid4().hex}"
    conninfo = postgres_server.dsn(database="postgres")
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name))
        )
        database_url = make_conninfo(conninfo, dbname=name)
        migrate(database_url)
        site = Site(database_url)
        yield site
        site.close()
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def site(served: Site) -> Iterator[Site]:
    """The application, on the real clock again and alone after each test."""
    yield served
    served.now = None
    served.stop_others()


@pytest.fixture
def customer(site: Site) -> Customer:
    """A new account with 25 credits."""
    return site.account()
