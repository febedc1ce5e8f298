"""A backlog of expired lots: how fast they are booked, and what that takes from the append.

Every customer gets a lot that is over at once. A process like `work` books them, once alone and
once while requests go on.
"""

import threading
from datetime import UTC, datetime
from uuid import uuid4

import msgspec
import psycopg

from adapters.bench.append import Load
from adapters.bench.baseline import Speed
from adapters.bench.ledger import Told, loaded
from adapters.bench.server import Server
from adapters.bench.tasks import Done, Task, run_task
from adapters.eventstore import PostgresLedger
from domain import handlers
from domain.credits import Credits
from domain.ids import AccountId, LotId
from domain.ledger import CreditsGranted
from domain.ports import Command

IN_FLIGHT = 64
AMOUNT = Credits(5)


class Booking(msgspec.Struct, frozen=True, kw_only=True):
    """`alone` and `beside` are bookings; `before` and `meanwhile` are requests."""

    alone: Done
    beside: Done
    before: Speed
    meanwhile: Speed


def measure_booking(server: Server, *, seconds: float, told: Told) -> Booking:
    """Books the lots of all customers twice: alone, and beside requests."""
    task = Task(
        what="book", name="", owner=server.owner, login=server.login, folder=str(server.folder)
    )
    with loaded(server, told) as load:
        told("let lots expire")
        _let_expire(server, load)
        told("book them alone")
        alone = run_task(task)
        told("append alone")
        before = load.run(spread=True, in_flight=IN_FLIGHT, seconds=seconds)
        told("let lots expire again")
        _let_expire(server, load)
        told("book them beside the append")
        done: list[Done] = []
        booking = threading.Thread(target=lambda: done.append(run_task(task)))
        booking.start()
        meanwhile = load.run(spread=True, in_flight=IN_FLIGHT, seconds=seconds)
        booking.join()
    return Booking(alone=alone, beside=done[0], before=before, meanwhile=meanwhile)


def _let_expire(server: Server, load: Load) -> None:
    """A lot that is over, of every customer, and the row by which the sweeper learns of it."""
    customers = load.customers
    with PostgresLedger(server.login, role="xavira_api") as ledger:
        granting = [ledger.append(_over(customer.account_id)) for customer in customers]
        for granted in granting:
            granted.result()
    with psycopg.connect(server.owner) as connection, connection.cursor() as cursor:
        copied = "COPY xavira_live.lot_expiries (account_id, lot_id, expires_at) FROM STDIN"
        with cursor.copy(copied) as copy:
            for customer in customers:
                copy.write_row((customer.account_id, uuid4(), datetime.now(UTC)))


def _over(account_id: AccountId) -> Command:
    event = CreditsGranted(
        lot_id=LotId(uuid4()),
        amount=AMOUNT,
        kind="promo",
        priority=1,
        expires_at=datetime.now(UTC),
        price_minor=None,
        currency=None,
        payment_reference=None,
        actor="bench",
        reason=None,
    )
    return handlers.grant_credits(account_id, event)
