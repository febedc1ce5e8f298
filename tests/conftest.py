"""Fixtures that start real servers, shared by every test: PostgreSQL, NATS, S3.

PostgreSQL lives as long as the test session (each xdist worker has its own). NATS and S3, which
few modules need and which are never quite idle, live as long as a module's tests.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from psycopg import sql
from psycopg.conninfo import make_conninfo

from adapters.devstack.nats import EmbeddedNats
from adapters.devstack.postgres import EmbeddedPostgres
from adapters.devstack.seaweed import EmbeddedSeaweed
from adapters.postgres.migrate import migrate
from tests import machine
from tests.folders import server_folder

DRILL_FOLDERS = ("faults", "scenarios")
"""Whole deployments that are killed, stopped and counted in real time, minutes each."""

RERUNS_WHERE_STALLING = 2

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


CI_SEED = 2612
"""The gate judges a change, so it draws what it drew for the one before; elsewhere each run draws
anew. hypothesis does the same.
"""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Where the machine stalls, a test that fails is run again; a test that hangs is not."""
    if not machine.steady():
        config.option.reruns = RERUNS_WHERE_STALLING
        config.option.rerun_except = ["Timeout"]


def pytest_report_header() -> str:
    """What is not judged here, before anything runs."""
    if machine.steady():
        return "machine: steady; everything is run, and once"
    return f"machine: stalling; no drills, and {RERUNS_WHERE_STALLING} reruns of what fails"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes longest starts first, so that no worker is left with it at the end.

    Where the machine stalls, there may not be time for all: what tells most starts first there, and
    drills are left out.
    """
    for item in items:
        if any(part in DRILL_FOLDERS for part in item.path.parts):
            item.add_marker(pytest.mark.drill)
    if machine.steady():
        items.sort(key=lambda item: item.get_closest_marker("drill") is None)
        return
    root = config.rootpath / "tests"
    items.sort(key=lambda item: machine.rank(item.path.relative_to(root).parts[0]))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Nothing starts after the gate's time, and no drill on a machine that stalls."""
    if machine.out_of_time():
        pytest.skip("not run: the gate's time was over")
    if not machine.steady() and item.get_closest_marker("drill"):
        pytest.skip("not run: a drill counts answers in real time, and this machine stalls")


@pytest.fixture
def seed() -> int:
    """For what a test draws; it says so when it fails."""
    return CI_SEED if "CI" in os.environ else random.randrange(2**31)


@pytest.fixture(scope="session")
def servers_folder() -> Iterator[Path]:
    """For the files of all servers of the session."""
    with server_folder("xavira-tests-") as folder:
        yield folder


@pytest.fixture(scope="session")
def postgres_server(
    servers_folder: Path, request: pytest.FixtureRequest
) -> Iterator[EmbeddedPostgres]:
    """One PostgreSQL for the session, without fsync; parametrise indirectly with True for it."""
    fsync = bool(getattr(request, "param", False))
    server = EmbeddedPostgres(servers_folder / f"postgres-{fsync}", fsync=fsync)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def database(postgres_server: EmbeddedPostgres) -> Iterator[str]:
    """The conninfo, as superuser, of a fresh empty database that is dropped after the test."""
    name = f"test_{uuid4().hex}"
    conninfo = postgres_server.dsn(database="postgres")
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name))
        )
        yield make_conninfo(conninfo, dbname=name)
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def nats_server(servers_folder: Path) -> Iterator[str]:
    """The URL, credentials included, of one NATS with JetStream for the module."""
    server = EmbeddedNats(servers_folder / f"nats-{uuid4().hex}")
    server.start()
    yield server.url()
    server.stop()


@pytest.fixture(scope="module")
def s3_server(servers_folder: Path) -> Iterator[EmbeddedSeaweed]:
    """A real S3 server for the module; it starts without a bucket."""
    server = EmbeddedSeaweed(servers_folder / f"seaweed-{uuid4().hex}")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def migrated_template(postgres_server: EmbeddedPostgres) -> Iterator[str]:
    """Name of a database with every migration applied, to be copied by `migrated`."""
    name = f"template_{uuid4().hex}"
    conninfo = postgres_server.dsn(database="postgres")
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        migrate(make_conninfo(conninfo, dbname=name))
        yield name
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def migrated(postgres_server: EmbeddedPostgres, migrated_template: str) -> Iterator[str]:
    """The conninfo of a fresh database with every migration applied, dropped after the test."""
    yield from _copied(postgres_server, migrated_template)


@pytest.fixture(scope="session")
def migrated_copy(
    postgres_server: EmbeddedPostgres, migrated_template: str
) -> Callable[[], AbstractContextManager[str]]:
    """Makes one as `migrated` for whoever keeps it longer, and each time another one."""
    return partial(contextmanager(_copied), postgres_server, migrated_template)


@pytest.fixture(scope="module")
def migrated_for_module(postgres_server: EmbeddedPostgres, migrated_template: str) -> Iterator[str]:
    """As `migrated`, for all tests of a module together."""
    yield from _copied(postgres_server, migrated_template)


def _copied(postgres_server: EmbeddedPostgres, migrated_template: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    conninfo = postgres_server.dsn(database="postgres")
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(migrated_template)
            )
        )
        yield make_conninfo(conninfo, dbname=name)
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
