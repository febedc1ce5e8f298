"""One database, API and sender for the tests of a module; every test brings its own accounts."""

import ssl
from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
import trustme
from psycopg import sql
from psycopg.conninfo import make_conninfo

from adapters.devstack.postgres import EmbeddedPostgres
from tests.adapters.web.customer import Customer
from tests.adapters.webhook_sender.post_office import PostOffice
from tests.adapters.webhook_sender.receiver import Receiver, receiving


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """Whom the sender trusts."""
    return trustme.CA()


@pytest.fixture(scope="module")
def office(
    postgres_server: EmbeddedPostgres, migrated_template: str, authority: trustme.CA
) -> Iterator[PostOffice]:
    """An API that allows private addresses, and a sender."""
    name = f"webhooks_{uuid4().hex}"
    conninfo = postgres_server.dsn(database="postgres")
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(migrated_template)
            )
        )
        trusted = ssl.create_default_context()
        authority.configure_trust(trusted)
        office = PostOffice(make_conninfo(conninfo, dbname=name), tls=trusted)
        yield office
        office.close()
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def customer(office: PostOffice) -> Customer:
    """A new account with 25 credits."""
    return office.site.account()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Somebody who listens."""
    with receiving() as receiver:
        yield receiver
