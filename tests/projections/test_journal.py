"""The journal: every fact in two legs, lots whose money adds up, the same rows for any batches."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import msgspec
import psycopg
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adapters.reports.books import credit_liability
from domain import handlers, ledger
from domain.credits import Credits
from domain.event import Recorded
from domain.generation import GenerationFailed
from domain.ids import AccountId, CharacterId, GenerationId, LotId
from domain.payments import buying, pricing
from domain.payments.payment import Offer, PaymentNotice
from domain.ports import Command, Decision
from projections.journal import JOURNAL
from projections.journal_lots import JournalLot
from projections.journal_postings import Poster
from projections.projection import UnknownFact
from projections.reconcile import reconcile
from projections.rollups import Period, report_rows
from tests.projections.driving import dump, project, store
from tests.projections.histories import START, History, claim, completed, granted, opening

Database = psycopg.Connection[Any]

ACCOUNT = AccountId(UUID(int=1))
SIGNUP = LotId(UUID(int=2))
LOT = LotId(UUID(int=3))


class Story:
    """One account with the free credits, a character, and commands told one after another."""

    def __init__(self) -> None:
        self.history = History(seed=1, accounts=0)
        self.character = CharacterId(UUID(int=4))
        self.history.characters[ACCOUNT] = []
        self.run(opening(ACCOUNT, SIGNUP))
        self.history.create_character(ACCOUNT)
        self.character = self.history.characters[ACCOUNT][0]
        self.number = 1_000
        self.open: list[GenerationId] = []

    def run(self, command: Command) -> None:
        assert self.history.run(command) is not None

    def request(self, number: int, price: int) -> GenerationId:
        generation_id = GenerationId(UUID(int=number))
        kind = "image" if price == 1 else "video"
        event = claim(ACCOUNT, self.character, price=price, kind=kind)
        self.run(handlers.request_generation(generation_id, event))
        return generation_id

    def fail(self, generation_id: GenerationId) -> None:
        event = GenerationFailed(attempt=1, reason="engine_failed")
        self.run(handlers.end_generation(ACCOUNT, generation_id, event))

    def step(self, name: str) -> None:
        """Something that the rules may refuse; the oldest work that is open ends."""
        self.history.clock.forward(timedelta(hours=1))
        match name:
            case "image" | "video":
                self.number += 1
                generation_id = GenerationId(UUID(int=self.number))
                event = claim(ACCOUNT, self.character, price=1 if name == "image" else 5, kind=name)
                if self.history.run(handlers.request_generation(generation_id, event)) is not None:
                    self.open.append(generation_id)
            case "complete" | "fail" if self.open:
                work = self.open.pop(0)
                if name == "fail":
                    self.fail(work)
                else:
                    self.run(handlers.complete_generation(work, completed(work)))
            case "repay":
                self.repay(LOT)
            case "wait":
                self.history.clock.forward(timedelta(days=1))
                self.history.run(handlers.expire_lots(ACCOUNT))

    def repay(self, lot_id: LotId) -> None:
        def decide(states: Any, now: Any) -> Decision:
            event = ledger.repay(states[ACCOUNT], lot_id, actor="operator", now=now)
            return Decision(events={ACCOUNT: [event]})

        self.history.run(Command(streams=(ACCOUNT,), decide=decide))


def entries(connection: Database) -> list[tuple[Any, ...]]:
    """Fact, unit, debit, credit and amount of every entry behind the free credits."""
    return connection.execute(
        "SELECT fact, unit, debit, credit, amount FROM journal_entries"
        " WHERE lot_id <> %s OR lot_id IS NULL ORDER BY position, line",
        (SIGNUP,),
    ).fetchall()


def drained() -> Story:
    """The free credits are used up; what follows is drawn from what was bought."""
    story = Story()
    for number in range(100, 125):
        story.run(handlers.complete_generation(story.request(number, 1), completed(UUID(int=7))))
    return story


def repaid() -> tuple[Story, GenerationId]:
    """Of 7 credits that were bought 5 are in flight, and the other 2 were paid back."""
    story = drained()
    story.run(handlers.grant_credits(ACCOUNT, granted(LOT, 7, None)))
    flying = story.request(200, 5)
    story.repay(LOT)
    return story, flying


def test_every_fact_is_booked_as_designed(worker: Database) -> None:
    """Sold, debited, completed, returned, expired: the legs, credits first and then the money."""
    story = drained()
    expires_at = story.history.clock.now + timedelta(hours=1)
    story.run(handlers.grant_credits(ACCOUNT, granted(LOT, 7, expires_at)))
    used = story.request(200, 5)
    failed = story.request(201, 1)
    story.run(handlers.complete_generation(used, completed(used)))
    story.fail(failed)
    story.history.clock.forward(timedelta(hours=2))
    story.run(handlers.expire_lots(ACCOUNT))
    project(worker, story.history)
    told = [entry for entry in entries(worker) if entry[0] != "engine"]
    assert told == [
        ("sold", "credits", "cash", "customer_credits", 7),
        ("sold", "EUR", "cash", "customer_credits", 70),
        ("debited", "credits", "customer_credits", "in_flight", 5),
        ("debited", "EUR", "customer_credits", "in_flight", 50),
        ("debited", "credits", "customer_credits", "in_flight", 1),
        ("debited", "EUR", "customer_credits", "in_flight", 10),
        ("completed", "credits", "in_flight", "revenue", 5),
        ("completed", "EUR", "in_flight", "revenue", 50),
        ("returned", "credits", "in_flight", "customer_credits", 1),
        ("returned", "EUR", "in_flight", "customer_credits", 10),
        ("expired", "credits", "customer_credits", "breakage", 2),
        ("expired", "EUR", "customer_credits", "breakage", 20),
    ]


def test_free_credits_are_booked_at_no_money(worker: Database) -> None:
    """A promotion comes from the memo account, and what is done with it earns nothing."""
    story = Story()
    generation_id = story.request(200, 1)
    story.run(handlers.complete_generation(generation_id, completed(generation_id)))
    project(worker, story.history)
    rows = worker.execute(
        "SELECT fact, unit, debit, credit, amount FROM journal_entries ORDER BY position, line"
    ).fetchall()
    assert rows == [
        ("granted", "credits", "promotion_memo", "customer_credits_promo", 25),
        ("debited", "credits", "customer_credits_promo", "in_flight", 1),
        ("completed", "credits", "in_flight", "revenue", 1),
        ("engine", "engine_ms", "engine_time_used", "engine_time", 1500),
    ]


def test_a_chargeback_returns_all_money_and_a_late_refund_lessens_the_loss(
    worker: Database,
) -> None:
    """Unspent and spent part leave cash together; what comes back later is no loss any more."""
    story = drained()
    story.run(handlers.grant_credits(ACCOUNT, granted(LOT, 7, None)))
    flying = story.request(200, 5)
    story.run(handlers.revoke_lot(ACCOUNT, LOT, actor="bank"))
    story.fail(flying)
    project(worker, story.history)
    told = [entry for entry in entries(worker) if entry[0] in {"revoked", "lost"}]
    assert told == [
        ("revoked", "credits", "customer_credits", "cash", 2),
        ("revoked", "EUR", "customer_credits", "cash", 20),
        ("lost", "credits", "chargeback_loss", "cash", 5),
        ("lost", "EUR", "chargeback_loss", "cash", 50),
        ("revoked", "credits", "customer_credits", "cash", 5),
        ("revoked", "EUR", "customer_credits", "cash", 50),
        ("lost", "credits", "cash", "chargeback_loss", 5),
        ("lost", "EUR", "cash", "chargeback_loss", 50),
    ]


def test_a_repaid_top_up_leaves_by_cash(worker: Database) -> None:
    """What is paid back is told apart from what a bank took."""
    story, _ = repaid()
    project(worker, story.history)
    assert [entry for entry in entries(worker) if entry[0] == "repaid"] == [
        ("repaid", "credits", "customer_credits", "cash", 2),
        ("repaid", "EUR", "customer_credits", "cash", 20),
    ]


@pytest.mark.parametrize("size", [1, 1_000])
def test_a_chargeback_after_a_repayment_takes_the_rest_of_the_price(
    size: int, worker: Database
) -> None:
    """What was repaid is no loss: 20 went back, 50 are lost, and not a cent of 70 leaves twice."""
    story, flying = repaid()
    story.run(handlers.revoke_lot(ACCOUNT, LOT, actor="bank"))
    story.fail(flying)
    project(worker, story.history, size=size)
    gone = {"repaid", "revoked", "lost"}
    assert [entry for entry in entries(worker) if entry[0] in gone] == [
        ("repaid", "credits", "customer_credits", "cash", 2),
        ("repaid", "EUR", "customer_credits", "cash", 20),
        ("lost", "credits", "chargeback_loss", "cash", 5),
        ("lost", "EUR", "chargeback_loss", "cash", 50),
        ("revoked", "credits", "customer_credits", "cash", 5),
        ("revoked", "EUR", "customer_credits", "cash", 50),
        ("lost", "credits", "cash", "chargeback_loss", 5),
        ("lost", "EUR", "cash", "chargeback_loss", 50),
    ]


def test_an_older_chargeback_that_counts_what_was_repaid_books_it_right(worker: Database) -> None:
    """Events of the time before say 7 of loss where 2 had been repaid; the books say 5."""
    story, _ = repaid()
    older = ledger.CreditsRevoked(lot_id=LOT, amount=0, loss=7, actor="bank")
    story.run(Command(streams=(ACCOUNT,), decide=lambda *_: Decision(events={ACCOUNT: [older]})))
    project(worker, story.history)
    assert [entry[1:] for entry in entries(worker) if entry[0] == "lost"] == [
        ("credits", "chargeback_loss", "cash", 5),
        ("EUR", "chargeback_loss", "cash", 50),
    ]


def told_of(offer: Offer) -> PaymentNotice:
    """That the bank took what was offered."""
    return PaymentNotice(
        provider="bank",
        reference="r1",
        kind="paid",
        price_minor=offer.price_minor,
        currency=offer.currency,
        account_id=ACCOUNT,
    )


def paid_for() -> tuple[Story, Command]:
    """600 credits for 49.00, and that their provider sent all of it back."""
    story = drained()
    offer = Offer(credits=Credits(600), price_minor=4_900, currency="EUR")
    story.run(buying.top_up(ACCOUNT, told_of(offer), offer, actor="bank"))
    return story, buying.book_refund("bank", "r1", account_id=ACCOUNT, actor="bank")


@pytest.mark.parametrize("completes", [True, False])
@pytest.mark.parametrize("flying", [600, 599, 1])
def test_a_refund_by_the_provider_takes_all_the_money(
    flying: int, completes: bool, worker: Database, reader: Database
) -> None:
    """No cash is left, however much was in flight; what is earned of it is lost, and nobody has it
    again. The payments of the period say that it was repaid.
    """
    story, refund = paid_for()
    work = story.request(200, flying)
    story.run(refund)
    story.run(refund)
    if completes:
        story.run(handlers.complete_generation(work, completed(work)))
    else:
        story.fail(work)
    store(worker, story.history.ledger.log)
    project(worker, story.history)
    left = {unit: held for unit, held in _left_of_bought(story)["EUR"].items() if held}
    earned = -(-4_900 * flying // 600)
    assert left == ({"revenue": -earned, "chargeback_loss": earned} if completes else {})
    closing = story.history.ledger.log[-1].position
    told = report_rows(worker, "payments", opening=0, closing=closing)
    assert ("bank", "EUR", "repaid", 1, 4_900) in told
    assert reconcile(reader, story.history.ledger.read) == []


def test_a_refund_by_the_provider_after_a_repayment_takes_the_rest(
    worker: Database, reader: Database
) -> None:
    """100 of 600 are used and 500 repaid: 8.17 of 49.00 are lost, and no cash is left."""
    story, refund = paid_for()
    work = story.request(200, 100)
    story.run(handlers.complete_generation(work, completed(work)))
    story.run(buying.repay_top_up("bank", "r1", account_id=ACCOUNT, actor="operator"))
    story.run(refund)
    store(worker, story.history.ledger.log)
    project(worker, story.history)
    left = {unit: held for unit, held in _left_of_bought(story)["EUR"].items() if held}
    assert left == {"revenue": -817, "chargeback_loss": 817}
    closing = story.history.ledger.log[-1].position
    told = report_rows(worker, "payments", opening=0, closing=closing)
    assert told[-2:] == [
        ("bank", "EUR", "charged_back", 1, 817),
        ("bank", "EUR", "repaid", 1, 4_083),
    ]
    assert reconcile(reader, story.history.ledger.read) == []


STEPS = st.sampled_from(["image", "video", "complete", "fail", "repay", "wait"])


@settings(max_examples=60, deadline=None)
@given(
    amount=st.integers(1, 30),
    price_minor=st.integers(0, 5_000),
    life_days=st.sampled_from([None, 1]),
    steps=st.lists(STEPS, max_size=14),
    late=st.lists(STEPS, max_size=3),
)
@example(2, 1, None, ["image", "repay", "fail", "repay"], [])
def test_what_a_chargeback_loses_is_what_was_earned(
    amount: int, price_minor: int, life_days: int | None, steps: list[str], late: list[str]
) -> None:
    """However a lot was spent, expired and repaid before: once nothing is open, all its money is
    gone, once, and the loss is revenue and breakage together, in credits and in money.
    """
    story = Story()
    life = None if life_days is None else story.history.clock.now + timedelta(days=life_days)
    event = msgspec.structs.replace(granted(LOT, amount, life), price_minor=price_minor, priority=1)
    story.run(handlers.grant_credits(ACCOUNT, event))
    for step in steps:
        story.step(step)
    story.history.run(handlers.expire_lots(ACCOUNT))
    story.run(handlers.revoke_lot(ACCOUNT, LOT, actor="bank"))
    for step in late:
        story.step(step)
    while story.open:
        story.step("complete")
    for unit, left in _left_of_bought(story).items():
        earned = -left.get("revenue", 0) - left.get("breakage", 0)
        assert left.get("chargeback_loss", 0) == earned, unit
        assert left.get("cash", 0) == left.get("customer_credits", 0) == 0, unit
        assert left.get("in_flight", 0) == 0, unit


def _left_of_bought(story: Story) -> dict[str, dict[str, int]]:
    """By unit, what each account of the books holds of bought lots; debits are positive."""
    poster = Poster({}, {}, {})
    poster.post(story.history.ledger.log)
    left: dict[str, dict[str, int]] = {}
    for (_, _, unit, debit, credit, kind, _), (amount, *_) in poster.days.items():
        if kind == "paid":
            held = left.setdefault(unit, {})
            held[debit] = held.get(debit, 0) + amount
            held[credit] = held.get(credit, 0) - amount
    return left


@pytest.mark.parametrize("size", [1, 7, 1_000])
def test_batches_cannot_be_seen(size: int, worker: Database) -> None:
    """However the log is cut, within days and across them, all tables hold the same rows."""
    history = History(seed=81)
    for _ in range(5):
        history.grow(60).clock.forward(timedelta(hours=13))
    project(worker, history, size=63, projections=(JOURNAL,))
    expected = dump(worker)
    tables = {name: expected[name] for name in JOURNAL.tables}
    assert all(tables[name] for name in JOURNAL.tables if name != "journal_payments")
    worker.execute("UPDATE projection_checkpoints SET position = 0")
    for name in JOURNAL.tables:
        worker.execute(f"DELETE FROM {name}")
    project(worker, history, size=size, projections=(JOURNAL,))
    assert {name: dump(worker)[name] for name in JOURNAL.tables} == tables


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        (
            "UPDATE journal_entries SET amount = amount + 1 WHERE (position, line) IN (SELECT"
            " position, line FROM journal_entries WHERE unit = 'credits' LIMIT 1)",
            "journal_differs",
        ),
        (
            "UPDATE journal_entries SET amount = amount + 1 WHERE (position, line) IN (SELECT"
            " position, line FROM journal_entries WHERE unit = 'EUR' LIMIT 1)",
            "journal_money_differs",
        ),
        ("UPDATE journal_lots SET used = used - 1 WHERE used > 0", "journal_lot_differs"),
        ("UPDATE journal_days SET amount = amount + 1", "journal_days_differ"),
        ("DELETE FROM journal_entries", "journal_balance_differs"),
    ],
)
def test_changed_rows_are_found(
    statement: str, code: str, worker: Database, reader: Database
) -> None:
    """A journal that does not follow from the log is named by what is wrong with it."""
    history = History(seed=82).grow(300)
    store(worker, history.ledger.log)
    project(worker, history)
    assert reconcile(reader, history.ledger.read) == []
    worker.execute(statement)
    assert code in {finding.code for finding in reconcile(reader, history.ledger.read)}


@pytest.mark.parametrize("price", [1, 2, 99, 100, 101, 999, 1_000_003])
def test_rounding_always_sums_to_the_price(price: int) -> None:
    """A lot that is used, returned, expired and revoked in parts is worth its price in the end."""
    lot = JournalLot(ACCOUNT, LOT, "paid", 101, price, "EUR", None, 1)
    liability, flying, earned, broken, back = price, 0, 0, 0, 0
    for amount in (3, 1, 7, 2, 11):
        worth = lot.draw(amount)
        liability, flying = liability - worth, flying + worth
        worth = lot.draw(5)
        liability, flying = liability - worth, flying + worth
        worth = lot.use(amount)
        flying, earned = flying - worth, earned + worth
        worth = lot.expire(2)
        liability, broken = liability - worth, broken + worth
        worth = lot.give_back(5)
        liability, flying = liability + worth, flying - worth
        worth = lot.revoke(1)
        liability, back = liability - worth, back + worth
        assert min(liability, flying, earned, broken, back) >= 0
    worth = lot.revoke(lot.remaining)
    assert (flying, liability - worth) == (0, 0)
    assert earned + broken + back + worth == price


def test_what_is_used_is_rounded_up_and_what_is_repaid_down() -> None:
    """Seven credits for a euro: what the books send back is what the payment's own rule sends."""
    lot = JournalLot(ACCOUNT, LOT, "paid", 7, 100, "EUR", None, 1)
    assert (lot.draw(1), lot.use(1)) == (15, 15)
    assert lot.repay(3) == (pricing.repaid_minor(100, part=3, granted=7), 0) == (42, 0)
    assert lot.expire(2) == 29
    assert (lot.draw(1), lot.remaining) == (14, 0)


@pytest.mark.parametrize(
    ("price", "granted", "expired", "amount", "sent", "kept"),
    [(10, 4, 3, 1, 2, 1), (4_999, 550, 300, 250, 2_272, 1), (4_999, 550, 549, 1, 9, 1)],
)
def test_what_is_repaid_is_what_the_payment_says_also_where_something_expired_before(
    price: int, granted: int, expired: int, amount: int, sent: int, kept: int
) -> None:
    """The bar has a minor unit more for that part; it is kept, and all parts are the price."""
    lot = JournalLot(ACCOUNT, LOT, "paid", granted, price, "EUR", None, 1)
    broken = lot.expire(expired)
    assert lot.repay(amount) == (sent, kept)
    assert sent == pricing.repaid_minor(price, part=amount, granted=granted) == lot.repaid_minor
    assert broken + sent + kept == price


@pytest.mark.parametrize("size", [1, 1_000])
def test_cash_that_is_repaid_is_what_the_payment_says(
    size: int, worker: Database, reader: Database
) -> None:
    """549 of 550 credits for 49.99 expire, the last one comes back and is repaid: 9 cents in the
    payment, in the books and in both reports, and a cent of rounding is breakage.
    """
    story = drained()
    offer = Offer(credits=Credits(550), price_minor=4_999, currency="EUR", life_days=1)
    story.run(buying.top_up(ACCOUNT, told_of(offer), offer, actor="bank"))
    flying = story.request(200, 1)
    story.history.clock.forward(timedelta(days=2))
    story.run(handlers.expire_lots(ACCOUNT))
    story.fail(flying)
    repay = buying.repay_top_up("bank", "r1", account_id=ACCOUNT, actor="operator")
    appended = story.history.run(repay)
    assert appended is not None
    assert appended.answer.repaid_minor == 9
    store(worker, story.history.ledger.log)
    project(worker, story.history, size=size)
    assert entries(worker)[-3:] == [
        ("repaid", "credits", "customer_credits", "cash", 1),
        ("repaid", "EUR", "customer_credits", "cash", 9),
        ("expired", "EUR", "customer_credits", "breakage", 1),
    ]
    closing = story.history.ledger.log[-1].position
    assert ("bank", "EUR", "repaid", 1, 9) in report_rows(
        worker, "payments", opening=0, closing=closing
    )
    period = Period(start=START, end=START, opening=0, closing=closing, closed=True)
    lines = {row[1]: row[2] for row in credit_liability(worker, period).rows if row[0] == "EUR"}
    assert (lines["repaid"], lines["cash refunds"], lines["closing"]) == (-9, 9, 0)
    assert _left_of_bought(story)["EUR"] == {
        "cash": 4_990,
        "customer_credits": 0,
        "in_flight": 0,
        "breakage": -4_990,
    }
    assert reconcile(reader, story.history.ledger.read) == []


def test_a_lot_that_never_was_stops_the_journal_alone(worker: Database) -> None:
    """What cannot be posted leaves nothing behind and the connection as it was."""
    story = drained()
    story.run(handlers.grant_credits(ACCOUNT, granted(LOT, 7, None)))
    story.request(200, 5)
    log = [r for r in story.history.ledger.log if getattr(r.event, "lot_id", None) != LOT]
    with pytest.raises(UnknownFact, match="never granted"), worker.transaction():
        JOURNAL.apply(log, worker)
    assert worker.execute("SELECT count(*) FROM journal_entries").fetchone() == (0,)


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-9)), timezone(timedelta(hours=5))])
def test_midnight_utc_belongs_to_the_day_that_begins(zone: timezone) -> None:
    """To the microsecond, whatever zone the database tells the time in, and midnight after too."""
    midnight = datetime(2026, 3, 1, tzinfo=UTC)
    moments = [
        midnight - timedelta(microseconds=1),
        midnight,
        midnight + timedelta(days=1, microseconds=-1),
        midnight + timedelta(days=1),
    ]
    poster = Poster({}, {}, {})
    poster.post([_grant(number, at.astimezone(zone)) for number, at in enumerate(moments, start=1)])
    granted_on = {key[0]: sums[0] for key, sums in poster.days.items() if key[2] == "credits"}
    assert granted_on == {
        date(2026, 2, 28): 1,
        date(2026, 3, 1): 2 + 3,
        date(2026, 3, 2): 4,
    }
    assert poster.first_day == date(2026, 2, 28)


@pytest.mark.parametrize("remembered", [False, True])
def test_a_lot_is_not_granted_twice(remembered: bool) -> None:
    """In one batch as over two: the second grant is refused, and the first one stays as it is."""
    first = _grant(7, datetime(2026, 3, 1, tzinfo=UTC))
    again = _grant(7, datetime(2026, 3, 2, tzinfo=UTC))
    before = Poster({}, {}, {})
    before.post([first])
    poster = Poster(before.changed_lots, {}, {}) if remembered else before
    with pytest.raises(UnknownFact, match="granted before"):
        poster.post([again])
    assert [lot.granted_position for lot in before.lots.values()] == [7]


def _grant(number: int, at: datetime) -> Recorded:
    """A lot of that many credits, whose id and position are the same number."""
    return Recorded(
        position=number,
        stream_id=ACCOUNT,
        version=number,
        recorded_at=at,
        event=granted(LotId(UUID(int=number)), number, None),
    )
