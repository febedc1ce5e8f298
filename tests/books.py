"""Are the books right? Asked of the log and of the projections after every scenario and fault."""

from collections.abc import Iterable

from adapters import deployment
from adapters.eventstore import PostgresLedger
from adapters.postgres.connections import connect
from adapters.settings import load_settings
from domain.event import Recorded
from projections.books import Books, Finding
from projections.reconcile import reconcile
from tests.stack import Stack, wait_for


def assert_balanced(stack: Stack) -> None:
    """No gap, every debit ended at most once, balances equal statements equal the fold.

    Waits until the projections have caught up with the log.
    """
    url = deployment.database_url(load_settings(stack.environment))
    with (
        PostgresLedger(url, role="xavira_work") as ledger,
        connect(url, role="xavira_work") as connection,
    ):
        head = ledger.head()
        wait_for(lambda: _slowest(connection) >= head)
        assert reconcile(connection, ledger.read) == []
        positions = [event.position for event in ledger.read(0, 1_000_000)]
        assert positions == list(range(1, len(positions) + 1))


def reconcile_log(log: Iterable[Recorded]) -> list[Finding]:
    """Replays a whole log from its first event; an empty list means that the books are right."""
    books = Books()
    for recorded in log:
        books.post(recorded)
    return books.findings()


def debits(stack: Stack) -> int:
    """How many debits the log holds."""
    return [recorded.event.TOPIC for recorded in log_of(stack)].count("credits.debited.v1")


def log_of(stack: Stack) -> list[Recorded]:
    """Every event there is."""
    url = deployment.database_url(load_settings(stack.environment))
    with PostgresLedger(url, role="xavira_work") as ledger:
        return list(ledger.read(0, 1_000_000))


def _slowest(connection: object) -> int:
    row = connection.execute("SELECT min(position) FROM projection_checkpoints").fetchone()
    return row[0] or 0
