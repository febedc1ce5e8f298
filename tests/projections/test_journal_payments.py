"""Payments on the books: what nobody claimed stands apart, and what is wrong is named."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from adapters.reports.books import credit_liability
from domain.credits import Credits
from domain.event import Event, Recorded
from domain.ids import AccountId, LotId, payment_id
from domain.ledger import CreditsGranted, CreditsRevoked
from domain.payments.payment import (
    PaymentChargedBack,
    PaymentMatched,
    PaymentReceived,
    PaymentRepaid,
    PaymentUnmatched,
)
from projections.journal import apply
from projections.rollups import Period, balances, report_rows, totals
from tests.domain.checking import GENERATION, claim, completed, debited
from tests.projections.driving import store
from tests.projections.histories import START

Database = psycopg.Connection[Any]
ACCOUNT = AccountId(UUID(int=1))


class Till:
    """A log of payments and grants, written down one by one."""

    def __init__(self) -> None:
        self.log: list[Recorded] = []

    def record(self, stream_id: UUID, *events: Event) -> None:
        for event in events:
            version = 1 + sum(known.stream_id == stream_id for known in self.log)
            self.log.append(
                Recorded(
                    position=len(self.log) + 1,
                    stream_id=stream_id,
                    version=version,
                    recorded_at=START + timedelta(minutes=len(self.log)),
                    event=event,
                )
            )

    def receive(self, reference: str, *more: Event, lot: int | None = None) -> None:
        received = PaymentReceived(
            provider="bank",
            reference=reference,
            account_id=ACCOUNT,
            checkout_id=None,
            pack=None,
            price_minor=990,
            currency="EUR",
            lot_id=None if lot is None else LotId(UUID(int=lot)),
            credits=None if lot is None else Credits(100),
            actor="bank",
        )
        self.record(payment_id("bank", reference), received, *more)

    def grant(self, reference: str | None, lot: int) -> None:
        granted = CreditsGranted(
            lot_id=LotId(UUID(int=lot)),
            amount=Credits(100),
            kind="paid",
            priority=100,
            expires_at=None,
            price_minor=990,
            currency="EUR",
            payment_reference=reference,
            actor="bank",
            reason=None,
        )
        self.record(ACCOUNT, granted)

    def post(self, connection: Database, *, size: int = 1_000) -> None:
        store(connection, self.log)
        for first in range(0, len(self.log), size):
            with connection.transaction():
                apply(self.log[first : first + size], connection)


def euros(connection: Database, position: int) -> dict[str, int]:
    sums = balances(totals(connection, position))
    return {account: left for (unit, account), left in sums.items() if unit == "EUR" and left}


UNKNOWN = PaymentUnmatched(reason="unknown_offer")


@pytest.mark.parametrize("size", [1, 1_000])
def test_unmatched_money_stands_apart_until_it_is_matched(size: int, worker: Database) -> None:
    """It is cash that is owed to nobody we know; the match moves it to the customer."""
    till = Till()
    till.receive("r1", UNKNOWN)
    till.record(
        payment_id("bank", "r1"),
        PaymentMatched(
            account_id=ACCOUNT, lot_id=LotId(UUID(int=5)), credits=Credits(100), actor="operator"
        ),
    )
    till.grant("bank/r1", 5)
    till.post(worker, size=size)
    assert euros(worker, 2) == {"cash": 990, "unmatched_payments": -990}
    assert euros(worker, 4) == {"cash": 990, "customer_credits": -990}


GONE: list[Sequence[Event]] = [
    [PaymentRepaid(lot_id=None, credits=0, price_minor=990, currency="EUR", actor="operator")],
    [PaymentChargedBack(provider="bank", reference="r1", lot_id=None, actor="bank")],
]


@pytest.mark.parametrize("gone", GONE)
def test_unmatched_money_that_went_back_leaves_nothing(
    gone: Sequence[Event], worker: Database
) -> None:
    """Paid back or charged back, once: no cash and no debt are left."""
    till = Till()
    till.receive("r1", UNKNOWN, *gone)
    till.post(worker)
    assert euros(worker, 3) == {}


def charged_back_before_its_payment() -> Till:
    """Two events of the payment that the first one charges back."""
    till = Till()
    till.record(
        payment_id("bank", "r1"),
        PaymentChargedBack(provider="bank", reference="r1", lot_id=None, actor="bank"),
    )
    till.receive("r1", PaymentUnmatched(reason="charged_back"))
    return till


def test_a_chargeback_before_its_payment_books_nothing(worker: Database) -> None:
    """Money that its payer took back before we heard of it never was ours."""
    charged_back_before_its_payment().post(worker)
    assert euros(worker, 3) == {}


def reconciled(connection: Database, opening: int, closing: int) -> list[tuple[Any, ...]]:
    return report_rows(connection, "payments", opening=opening, closing=closing)


def test_reconciliation_names_what_is_wrong(worker: Database, reader: Database) -> None:
    """One payment is right, one without its lot, one with two lots, and one lot without payment."""
    till = Till()
    till.receive("right", lot=11)
    till.grant("bank/right", 11)
    till.receive("lost")
    till.receive("twice", lot=12)
    till.grant("bank/twice", 12)
    till.grant("bank/twice", 13)
    till.grant("bank/never", 14)
    till.post(worker)
    assert reconciled(reader, 0, 7) == [
        ("bank", "EUR", "received", 3, 2_970),
        ("bank", "EUR", "granted", 4, 3_960),
        ("bank", "EUR", "missing", 1, 990),
        ("bank", "EUR", "double", 1, 990),
        ("bank", "EUR", "without_payment", 1, 990),
    ]
    named = report_rows(reader, "payment_exceptions", closing=7, limit=10)
    assert [(row[0], row[1], row[5]) for row in named] == [
        ("double", "bank/twice", 6),
        ("missing", "bank/lost", 3),
        ("without_payment", "bank/never", 7),
    ]


def test_a_chargeback_before_its_payment_is_told_with_it(
    worker: Database, reader: Database
) -> None:
    """In the period of whichever came last, so that the periods sum to what both have together."""
    charged_back_before_its_payment().post(worker)
    both = [("bank", "EUR", "received", 1, 990), ("bank", "EUR", "charged_back", 1, 990)]
    assert reconciled(reader, 0, 1) == []
    assert reconciled(reader, 1, 3) == both
    assert reconciled(reader, 0, 3) == both


def test_reconciliation_is_as_of_the_end_of_the_period(worker: Database, reader: Database) -> None:
    """What was matched later is still missing in a report about the time before, and of the account
    that the provider named.
    """
    till = Till()
    till.receive("late", UNKNOWN)
    till.record(
        payment_id("bank", "late"),
        PaymentMatched(
            account_id=AccountId(UUID(int=2)),
            lot_id=LotId(UUID(int=5)),
            credits=Credits(100),
            actor="operator",
        ),
    )
    till.grant("bank/late", 5)
    till.post(worker)
    named = report_rows(reader, "payment_exceptions", closing=2, limit=10)
    assert named == [("missing", "bank/late", str(ACCOUNT), "EUR", 990, 1)]
    assert reconciled(reader, 0, 2) == [
        ("bank", "EUR", "received", 1, 990),
        ("bank", "EUR", "missing", 1, 990),
    ]
    assert reconciled(reader, 2, 4) == [("bank", "EUR", "granted", 1, 990)]


def test_money_that_went_back_is_told_once(worker: Database, reader: Database) -> None:
    """Of a payment that was repaid in part the bank takes the rest; money that matched nothing and
    went back is not missing. What left the till is what the liability report calls cash refunds.
    """
    till = Till()
    till.receive("spent", lot=101)
    till.grant("bank/spent", 101)
    till.record(GENERATION, claim((1, 60), price=60))
    till.record(ACCOUNT, debited((1, 60)))
    till.record(GENERATION, completed())
    back: dict[str, Any] = {"lot_id": LotId(UUID(int=101)), "actor": "operator"}
    repaid: dict[str, Any] = {
        "lot_id": back["lot_id"],
        "credits": 40,
        "price_minor": 396,
        "currency": "EUR",
    }
    till.record(payment_id("bank", "spent"), PaymentRepaid(**repaid, actor="operator"))
    till.record(ACCOUNT, CreditsRevoked(**back, amount=40, loss=0, cause="repaid"))
    charged = PaymentChargedBack(
        provider="bank", reference="spent", lot_id=back["lot_id"], actor="bank"
    )
    till.record(payment_id("bank", "spent"), charged)
    till.record(ACCOUNT, CreditsRevoked(**back, amount=0, loss=60))
    for reference, gone in zip(("r1", "r2"), GONE, strict=True):
        till.receive(reference, UNKNOWN, *gone)
    till.post(worker)
    assert reconciled(reader, 0, 15) == [
        ("bank", "EUR", "received", 3, 2_970),
        ("bank", "EUR", "granted", 1, 990),
        ("bank", "EUR", "charged_back", 2, 1_584),
        ("bank", "EUR", "repaid", 2, 1_386),
    ]
    assert report_rows(reader, "payment_exceptions", closing=15, limit=10) == []
    period = Period(start=START, end=START, opening=0, closing=15, closed=True)
    told = {row[1]: row[2] for row in credit_liability(reader, period).rows if row[0] == "EUR"}
    assert told["cash refunds"] == 2_970
    assert (told["sold"], told["repaid"], told["closing"]) == (990, -396, 0)
    assert euros(reader, 15) == {"revenue": -594, "chargeback_loss": 594}
