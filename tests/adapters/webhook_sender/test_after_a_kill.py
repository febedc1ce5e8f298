"""PostgreSQL is killed just after deliveries were made, which wait for no disk: none is lost."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from adapters.deployment import MigratedPostgres
from adapters.devstack.child import wait_for_exit
from domain.errors import TemporarilyUnavailable
from tests.adapters.web.customer import Customer
from tests.adapters.webhook_sender.post_office import PostOffice
from tests.adapters.webhook_sender.receiver import Receiver
from tests.stack import wait_for

EXIT_SECONDS = 120.0
KILLS_MAX = 5
"""Whatever else commits in the same moment takes the deliveries to the disk with it."""

pytestmark = pytest.mark.processes


@pytest.fixture(scope="module")
def server(servers_folder: Path) -> Iterator[MigratedPostgres]:
    """A durable server of these tests' own, which writes by itself what nobody waits for late."""
    folder = Path(tempfile.mkdtemp(dir=servers_folder))
    folder.chmod(0o755)
    made = MigratedPostgres(folder)
    made.start()
    with psycopg.connect(made.dsn(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET wal_writer_delay = '10s'")
        connection.execute("SELECT pg_reload_conf()")
    yield made
    made.stop()


@pytest.fixture(scope="module")
def killed_office(server: MigratedPostgres) -> Iterator[PostOffice]:
    office = PostOffice(server.dsn())
    yield office
    office.close()


def _kill(server: MigratedPostgres, office: PostOffice) -> None:
    """kill -9 of the server, which is then started again."""
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    assert wait_for_exit(server.pid, timeout_seconds=EXIT_SECONDS)
    server.start()
    office.reconnect()
    wait_for(lambda: _writes(office))


def _writes(office: PostOffice) -> bool:
    """Whether the ledger has found the server again."""
    try:
        office.site.account()
    except TemporarilyUnavailable:
        return False
    return True


def _forgotten(
    server: MigratedPostgres, office: PostOffice, customer: Customer, messages: set[str]
) -> int:
    """Makes deliveries and kills the server; how many of them it had not written down."""
    for _ in range(3):
        customer.character()
    office.caught_up()
    messages |= {delivery["webhook_id"] for delivery in office.deliveries(customer)}
    with office.not_following():
        _kill(server, office)
        return len(messages) - len(office.deliveries(customer))


def test_every_event_is_told_though_the_server_forgot_its_deliveries(
    server: MigratedPostgres, killed_office: PostOffice, receiver: Receiver
) -> None:
    """What a kill took, checkpoint included, is made again under the same ids and sent."""
    office = killed_office
    customer = office.site.account(tier="unlimited")
    office.endpoint(customer, receiver.url, event_types=["character.ready"])
    office.stop_sender()
    messages: set[str] = set()
    kills = (_forgotten(server, office, customer, messages) for _ in range(KILLS_MAX))
    assert any(kills)
    office.restart_sender()
    office.until(lambda: {received.webhook_id for received in receiver.received} == messages)


def test_every_event_is_told_though_the_server_died_while_they_were_sent(
    server: MigratedPostgres, killed_office: PostOffice, receiver: Receiver
) -> None:
    """Each at least once, and under one id however often."""
    office = killed_office
    customer = office.site.account(tier="unlimited")
    office.endpoint(customer, receiver.url, event_types=["character.ready"])
    characters = {customer.character() for _ in range(12)}
    office.until(lambda: receiver.received)
    _kill(server, office)
    office.sql.execute("UPDATE webhook_deliveries SET lease_until = now() WHERE state = 'sending'")

    def told() -> set[str]:
        return {received.json["data"]["character_id"] for received in receiver.received}

    office.until(lambda: told() == characters)
    assert len({received.webhook_id for received in receiver.received}) == 12
