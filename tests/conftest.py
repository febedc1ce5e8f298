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

SLOW_FOLDERS = ("faults", "scenarios")
RERUNS_WHERE_STALLING = 3

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


CI_SEED = 2612
"""The gate judges a change, so it draws what it drew for the one before; elsewhere each run draws
anew. hypothesis does the same.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Without the option a run does what it is told, wherever it is."""
    parser.addoption(
        "--as-the-machine-allows",
        action="store_true",
        help="where the machine stalls: the core of the tests, and reruns of what fails there",
    )


def _core_only(config: pytest.Config) -> bool:
    return bool(config.getoption("--as-the-machine-allows")) and not machine.steady()


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Where the machine stalls, a test that fails is run again; a test that hangs is not."""
    if _core_only(config):
        config.option.reruns = RERUNS_WHERE_STALLING
        config.option.rerun_except = ["from pytest-timeout"]


def pytest_report_header(config: pytest.Config) -> str | None:
    """What this run can tell, before anything runs."""
    if not config.getoption("--as-the-machine-allows"):
        return None
    if machine.steady():
        return "machine: steady; everything is run, and once"
    core = ", ".join(machine.CORE)
    return f"machine: stalling; run is {core}; up to {RERUNS_WHERE_STALLING} reruns of what fails"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves out what cannot be judged on a machine that stalls, its imports too."""
    tests = config.rootpath / "tests"
    if not collection_path.is_relative_to(tests) or not _core_only(config):
        return None
    return not machine.in_core(collection_path.relative_to(tests)) or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest starts first, so that no worker is left with it at the end."""
    items.sort(key=lambda item: not any(part in SLOW_FOLDERS for part in item.path.parts))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Of the core, nothing starts that a machine that stalls would spoil."""
    if item.get_closest_marker("steady") and _core_only(item.config):
        pytest.skip("not run: this machine stalls")


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


@pytest.fixture
def own_nats(tmp_path: Path) -> Iterator[EmbeddedNats]:
    """A NATS of the test's own, to be stopped and wiped."""
    server = EmbeddedNats(tmp_path / "nats")
    server.start()
    yield server
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
