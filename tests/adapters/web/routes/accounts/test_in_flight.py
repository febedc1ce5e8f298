"""What is in flight while projections stand still, and lots end meanwhile."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import msgspec
import pytest

from domain import handlers, ledger
from domain.credits import Credits
from domain.ids import AccountId, GenerationId, LotId
from domain.payments import buying
from domain.payments.payment import PaymentNotice
from domain.payments.pricing import Pack
from domain.ports import Command, Decision, States
from tests import builders
from tests.adapters.web.customer import Customer
from tests.adapters.web.site import ENDINGS, REPLY_SECONDS_MAX, Site

LIFE = timedelta(hours=1)
LATER = timedelta(hours=2)
PACK = Pack(
    id="starter",
    name="Starter",
    credits=Credits(100),
    price_minor=900,
    currency="EUR",
    life_days=365,
)
"""Spent before what never expires."""


def _append(site: Site, command: Command, *, later: bool = False) -> None:
    """As it would be decided now, or when the first lot is at its end."""

    def decide(states: States, now: datetime) -> Decision:
        return command.decide(states, now + LATER if later else now)

    shifted = msgspec.structs.replace(command, decide=decide)
    site.ledger.append(shifted).result(REPLY_SECONDS_MAX)


def _repayment(account_id: AccountId, lot_id: LotId) -> Command:
    def decide(states: States, now: datetime) -> Decision:
        account = handlers.account_of(states, account_id)
        repaid = ledger.repay(account, lot_id, actor="test", now=now)
        return Decision(events={account_id: [repaid]})

    return Command(streams=(account_id,), decide=decide)


def _end_nothing(_account_id: AccountId, _lot_id: LotId) -> None:
    return None


def _booked(account_id: AccountId, _lot_id: LotId) -> Command:
    return handlers.expire_lots(account_id)


def _revoked(account_id: AccountId, lot_id: LotId) -> Command:
    return handlers.revoke_lot(account_id, lot_id, actor="test")


@pytest.mark.parametrize("seen", [0, 2, 5])
@pytest.mark.parametrize(
    ("end", "later"),
    [(_end_nothing, True), (_booked, True), (_revoked, False), (_repayment, False)],
    ids=["expired", "booked", "revoked", "repaid"],
)
def test_work_on_a_lot_that_ended_is_in_flight_until_it_ends(
    site: Site,
    customer: Customer,
    end: Callable[[AccountId, LotId], Command | None],
    later: bool,
    seen: int,
) -> None:
    """Neither more nor less than that, however much of it projections have seen; and the same when
    they have caught up. Five images: three on the lot that ends, two on another.
    """
    account_id, lot_id = customer.account_id, LotId(uuid4())
    ends_at = datetime.now(UTC) + LIFE
    character_id = customer.outcome("hold").character()
    first = builders.granted(account_id, 10, lot_id=lot_id, priority=2, expires_at=ends_at)
    _append(site, first)
    begun: list[str] = []

    def begin(number: int) -> None:
        for _ in range(number):
            if len(begun) == seen:
                site.project()
            reply = customer.image(character_id, prefer="respond-async")
            begun.append(reply.json["generation_id"])

    def in_flight() -> int:
        found: int = customer.send("GET", "/v1/balance").json["in_flight"]
        return found

    begin(3)
    _append(site, builders.granted(account_id, 2, priority=1))
    begin(2)
    if len(begun) == seen:
        site.project()
    ending = end(account_id, lot_id)
    if ending is not None:
        _append(site, ending, later=later)
    if later:
        site.now = datetime.now(UTC) + LATER
    assert in_flight() == 5
    site.settle(account_id, begun[0], "complete")
    assert in_flight() == 4
    back = GenerationId(UUID(begun[1]))
    _append(site, handlers.end_generation(account_id, back, ENDINGS["cancel"]), later=later)
    assert in_flight() == 3
    site.settle(account_id, begun[3], "complete")
    assert in_flight() == 2
    site.project()
    assert in_flight() == 2


def _buy(site: Site, account_id: AccountId) -> str:
    """A pack; answers the reference of its payment."""
    reference = str(uuid4())
    notice = PaymentNotice(
        provider="signed_http",
        reference=reference,
        kind="paid",
        price_minor=PACK.price_minor,
        currency=PACK.currency,
        account_id=account_id,
        pack=PACK.id,
    )
    bought = site.ledger.append(buying.receive_payment(notice, pack=PACK))
    assert bought.result(REPLY_SECONDS_MAX).answer.status == "granted"
    return reference


@pytest.mark.parametrize("seen", [False, True])
def test_what_a_payment_took_back_is_in_flight_no_more_and_its_open_work_is(
    site: Site, customer: Customer, seen: bool
) -> None:
    """Projections know of the payment, or not yet. A refund with no work open: nothing. A
    chargeback with six images open: six, and after four cancels two, which projections say as well.
    """
    account_id = customer.account_id
    character_id = customer.outcome("hold").character()

    def in_flight() -> int:
        found: int = customer.send("GET", "/v1/balance").json["in_flight"]
        return found

    refunded = _buy(site, account_id)
    if seen:
        site.project()
    refund = buying.book_refund(
        "signed_http", refunded, account_id=account_id, actor="test", told_minor=900
    )
    _append(site, refund)
    assert in_flight() == 0
    charged = _buy(site, account_id)
    if seen:
        site.project()
    begun = [customer.image(character_id, prefer="respond-async").json for _ in range(6)]
    charge_back = buying.charge_back("signed_http", charged, account_id=account_id, actor="test")
    _append(site, charge_back)
    assert in_flight() == 6
    for number, told in enumerate(begun[:4]):
        customer.send("POST", f"/v1/generations/{told['generation_id']}:cancel")
        assert in_flight() == 5 - number
    site.project()
    assert in_flight() == 2
