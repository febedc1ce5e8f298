"""Whatever customers, workers, sweepers and operators do, in whatever order, the books stay right.

Hypothesis plays the real commands on the in-memory ledger; after every step the fold, the
statement, the second implementation and an auditor with pencil and paper must all agree.
"""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from adapters.memory.ledger import MemoryLedger
from domain import handlers
from domain.credits import Credits
from domain.errors import (
    DomainError,
    IdempotencyKeyReused,
    InsufficientCredits,
    InvalidState,
    KeySpendLimitReached,
    Unauthorized,
)
from domain.generation import (
    TERMINAL,
    Ending,
    Generation,
    GenerationBlocked,
    GenerationCanceled,
    GenerationExpired,
    GenerationFailed,
    GenerationRequested,
)
from domain.handlers import Claimed
from domain.ids import (
    AccountId,
    GenerationId,
    KeyId,
    LotId,
    claimed_id,
    payment_id,
    payment_lot_id,
)
from domain.keys.caps import Cap, CapPeriod
from domain.keys.key import KeyIssued, Successor
from domain.ledger import (
    Account,
    AccountAttested,
    CreditsGranted,
    CreditsRefunded,
    CreditsRevoked,
)
from domain.payments import buying
from domain.payments.payment import PaymentNotice
from domain.payments.pricing import Pack
from domain.ports import Appended, Command
from projections import statements
from projections.books import Books
from tests.domain.auditor import Paper, PaperKey, PaperPayment
from tests.domain.checking import CHARACTER, KEY, claim, completed, created, granted, opened

ACCOUNTS = [AccountId(UUID(int=1)), AccountId(UUID(int=2))]
START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
ATTESTED = AccountAttested(terms_version="1", adult=True, source="request")
PICKED = st.integers(min_value=0, max_value=20)
PERIODS: list[CapPeriod] = ["day", "week", "month", "lifetime"]
REFERENCES = 6
PACK = Pack(id="small", name="Small", credits=Credits(7), price_minor=100, currency="EUR")
REFUSALS: dict[str, type[DomainError]] = {
    "locked out": Unauthorized,
    "capped": KeySpendLimitReached,
    "refused": InsufficientCredits,
}
ENDINGS: list[Ending] = [
    GenerationFailed(attempt=1, reason="engine_failed"),
    GenerationFailed(attempt=2, reason="timeout"),
    GenerationBlocked(attempt=1, category="quality", policy_version="1"),
    GenerationCanceled(by="customer"),
    GenerationCanceled(by="hold"),
    GenerationExpired(),
]


class LedgerMachine(RuleBasedStateMachine):
    """Two accounts; claims are remembered so that retries, late and double results can hit them."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = START
        self.ledger = MemoryLedger(clock=lambda: self.clock)
        self.papers = {account: Paper() for account in ACCOUNTS}
        self.claims: list[tuple[AccountId, GenerationId, GenerationRequested]] = []
        self.lots: list[tuple[AccountId, LotId]] = []
        self.books = Books()
        self.statement: dict[UUID, int] = {}
        self.losses: dict[tuple[UUID, LotId], int] = defaultdict(int)
        self.payments = {number: PaperPayment() for number in range(REFERENCES)}
        self.checked = 0

    @property
    def now(self) -> datetime:
        """The ledger's time: that of the clock, but never before what is recorded."""
        return max([self.clock, *(recorded.recorded_at for recorded in self.ledger.log[-1:])])

    def run_command(self, command: Command) -> Appended:
        return self.ledger.append(command).result()

    @initialize()
    def open_accounts(self) -> None:
        for number, account in enumerate(ACCOUNTS):
            _, key = opened()
            lot_id = LotId(UUID(int=50 + number))
            self.run_command(
                handlers.open_account(
                    account, tier="base", attested=ATTESTED, key=key, lot_id=lot_id, rows=()
                )
            )
            self.papers[account].grant(lot_id, 25, None, 100)
            self.papers[account].keys[KEY] = PaperKey(purse=KEY)
            self.lots.append((account, lot_id))
            self.open_lot(account, granted(number + 30, 10, priority=10, life=timedelta(hours=1)))
            character = uuid5(CHARACTER, str(account))
            event = created(account_id=account)
            self.run_command(handlers.create_character(character, event, key_id=KEY))
            self.spend_of_every_lot(account, number)

    def spend_of_every_lot(self, who: AccountId, number: int) -> None:
        """Work in flight on a lot that soon ends, on a free one and on a bought one: what comes of
        it late, or after the payment went back, is what thirty random steps seldom lead up to.
        """
        self.pay(who, number, short=False)
        self.submit(who, key=14, price=9, picked=0)
        self.submit(who, key=15, price=28, picked=0)
        self.open_lot(who, granted(number + 40, 20))

    def open_lot(self, who: AccountId, event: CreditsGranted) -> None:
        self.run_command(handlers.grant_credits(who, event))
        self.papers[who].grant(event.lot_id, event.amount, event.expires_at, event.priority)
        self.lots.append((who, event.lot_id))

    @rule(seconds=st.sampled_from([1, 3_600, 8 * 86_400, -3_600]))
    def time_passes(self, seconds: int) -> None:
        self.clock += timedelta(seconds=seconds)

    @rule(
        who=st.sampled_from(ACCOUNTS),
        number=st.integers(min_value=1, max_value=12),
        amount=st.integers(min_value=1, max_value=20),
        priority=st.sampled_from([10, 100]),
        seconds=st.sampled_from([None, 0, 60, 3_600, 86_400]),
    )
    def grant(
        self, who: AccountId, number: int, amount: int, priority: int, seconds: int | None
    ) -> None:
        """Twelve lots at most: a lot that is granted again must change nothing."""
        life = None if seconds is None else self.now - START + timedelta(seconds=seconds)
        event = granted(number, amount, priority=priority, life=life)
        self.open_lot(who, event)

    @rule(
        who=st.sampled_from(ACCOUNTS),
        key=st.integers(min_value=0, max_value=15),
        price=st.sampled_from([1, 1, 5, 9, 30]),
        picked=PICKED,
    )
    def submit(self, who: AccountId, key: int, price: int, picked: int) -> None:
        """New keys, and now and then an old one with the same or with another body."""
        generation_id = GenerationId(claimed_id(who, "live", f"key {key}"))
        key_id = self.key_of(who, picked)
        event = msgspec.structs.replace(self.request(who, price), key_id=key_id)
        earlier = next((c for _, known, c in self.claims if known == generation_id), None)
        future = self.ledger.append(handlers.request_generation(generation_id, event))
        if earlier is not None and earlier.fingerprint != event.fingerprint:
            assert isinstance(future.exception(), IdempotencyKeyReused)
            return
        expected = self.papers[who].debit(generation_id, price, self.now, key_id)
        if expected in REFUSALS:
            assert type(future.exception()) is REFUSALS[expected]
        else:
            assert future.result().answer == Claimed(replayed=expected == "joined")
            self.claims.append((who, generation_id, event))

    def key_of(self, who: AccountId, picked: int) -> KeyId:
        """One of the account's keys, alive or not."""
        known = list(self.papers[who].keys)
        return known[picked % len(known)]

    @rule(who=st.sampled_from(ACCOUNTS), picked=PICKED)
    def issue_key(self, who: AccountId, picked: int) -> None:
        """Three more keys at most; one that is issued again changes nothing."""
        key_id = KeyId(uuid5(KEY, f"issued {picked % 3}"))
        event = KeyIssued(key_id=key_id, prefix="xav_live_ab", last4="wxyz", scopes=("all",))
        self.papers[who].keys.setdefault(key_id, PaperKey(purse=key_id))
        self.run_command(handlers.issue_key(who, event, rows=()))

    @rule(who=st.sampled_from(ACCOUNTS), picked=PICKED, hours=st.sampled_from([0, 2, 168]))
    def rotate_key(self, who: AccountId, picked: int, hours: int) -> None:
        paper, old = self.papers[who], self.key_of(who, picked)
        new = Successor(key_id=KeyId(uuid5(old, "next")), prefix="xav_live_ab", last4="wxyz")
        command = handlers.rotate_key(
            who, old, new, overlap=timedelta(hours=hours), actor="customer", rows=()
        )
        key = paper.keys[old]
        future = self.ledger.append(command)
        if new.key_id in paper.keys:
            assert future.result().recorded == []
        elif key.good(self.now) and not key.replaced:
            ends = self.now + timedelta(hours=hours)
            key.until, key.replaced = ends if key.until is None else min(ends, key.until), True
            paper.keys[new.key_id] = PaperKey(purse=key.purse)
            assert len(future.result().recorded) == 1
        else:
            assert isinstance(future.exception(), InvalidState)

    @rule(who=st.sampled_from(ACCOUNTS), picked=PICKED)
    def revoke_key(self, who: AccountId, picked: int) -> None:
        """The last key is left alone, so that something goes on."""
        key_id = self.key_of(who, picked)
        others = [k for known, k in self.papers[who].keys.items() if known != key_id]
        if any(key.good(self.now) for key in others):
            self.papers[who].keys[key_id].dead = True
            self.run_command(handlers.revoke_key(who, key_id, actor="customer"))

    @rule(
        who=st.sampled_from(ACCOUNTS),
        picked=PICKED,
        amount=st.sampled_from([None, 0, 3, 10]),
        period=st.sampled_from(["day", "week", "month", "lifetime"]),
    )
    def cap_key(self, who: AccountId, picked: int, amount: int | None, period: Any) -> None:
        paper, key_id = self.papers[who], self.key_of(who, picked)
        purse = paper.keys[key_id].purse
        cap = None if amount is None else Cap(amount, period)
        future = self.ledger.append(handlers.cap_key(who, key_id, cap, actor="customer"))
        if paper.keys[key_id].dead:
            assert isinstance(future.exception(), InvalidState)
            return
        paper.caps.pop(purse, None)
        if cap is not None:
            paper.caps[purse] = (cap.amount, cap.period)
        future.result()

    def request(self, who: AccountId, price: int) -> GenerationRequested:
        body = f"price {price}".encode()
        event = claim(price=price, account_id=who, fingerprint=body)
        character: Any = uuid5(CHARACTER, str(who))
        return msgspec.structs.replace(event, character_id=character)

    def claimed(self, picked: int) -> tuple[AccountId, GenerationId, GenerationRequested]:
        """Every second time one that has not ended, where there is one."""
        flying = [c for c in self.claims if c[1] in self.papers[c[0]].open]
        among = flying if flying and picked % 2 else self.claims
        return among[-1 - picked // 2 % len(among)]

    @rule(picked=PICKED)
    def retry(self, picked: int) -> None:
        """The same key with the same body joins, ended or not, and charges nothing."""
        _, generation_id, event = self.claimed(picked)
        appended = self.run_command(handlers.request_generation(generation_id, event))
        assert appended.answer == Claimed(replayed=True)
        assert appended.recorded == []

    @rule(picked=PICKED, attempt=st.integers(min_value=1, max_value=3))
    def start(self, picked: int, attempt: int) -> None:
        _, generation_id, _ = self.claimed(picked)
        self.run_command(handlers.start_generation(generation_id, attempt))

    @rule(picked=PICKED, attempt=st.integers(min_value=1, max_value=3))
    def complete(self, picked: int, attempt: int) -> None:
        """A result, often a late or a second one."""
        who, generation_id, _ = self.claimed(picked)
        command = handlers.complete_generation(generation_id, completed(attempt))
        won = self.papers[who].end(generation_id, self.now, back=False)
        assert self.run_command(command).answer is won

    @rule(picked=PICKED, ending=st.sampled_from(ENDINGS))
    def end(self, picked: int, ending: Ending) -> None:
        """Failure, block, cancel, or the sweeper; often late or for the second time."""
        who, generation_id, _ = self.claimed(picked)
        command = handlers.end_generation(who, generation_id, ending)
        won = self.papers[who].end(generation_id, self.now, back=True)
        appended = self.run_command(command)
        assert appended.answer is won
        refunds = [r for r in appended.recorded if isinstance(r.event, CreditsRefunded)]
        assert len(refunds) == won

    @rule(picked=PICKED, ending=st.sampled_from(ENDINGS), booked=st.booleans())
    def end_late(self, picked: int, ending: Ending, booked: bool) -> None:
        """After the end of lots that it drew from, be their expiry booked by then or not."""
        self.time_passes(8 * 86_400)
        if booked:
            self.expire(self.claimed(picked)[0])
        self.end(picked, ending)

    @rule(who=st.sampled_from(ACCOUNTS))
    def expire(self, who: AccountId) -> None:
        self.papers[who].expire(self.now)
        self.run_command(handlers.expire_lots(who))

    @rule(
        who=st.sampled_from(ACCOUNTS),
        number=st.integers(min_value=0, max_value=REFERENCES - 1),
        short=st.booleans(),
    )
    def pay(self, who: AccountId, number: int, short: bool) -> None:
        """Six references; most deliveries are not the first, and some bring too little."""
        told = PaymentNotice(
            provider="btcpay",
            reference=f"r{number}",
            kind="paid",
            price_minor=PACK.price_minor - short,
            currency=PACK.currency,
            account_id=who,
            pack=PACK.id,
        )
        paper = self.payments[number]
        appended = self.run_command(buying.receive_payment(told, pack=PACK))
        if paper.heard:
            assert appended.recorded == []
            return
        paper.heard = True
        assert (appended.answer.lot_id is None) == (short or paper.back)
        if not short and not paper.back:
            self.paid(number, who, PACK.credits)

    def paid(self, number: int, who: AccountId, amount: int) -> None:
        lot_id = payment_lot_id(payment_id("btcpay", f"r{number}"))
        self.payments[number].owner, self.payments[number].lot_id = who, lot_id
        self.papers[who].grant(lot_id, amount, None, 100)
        self.lots.append((who, lot_id))

    @rule(who=st.sampled_from(ACCOUNTS), number=st.integers(min_value=0, max_value=REFERENCES - 1))
    def match(self, who: AccountId, number: int) -> None:
        paper = self.payments[number]
        command = buying.match_payment(
            "btcpay", f"r{number}", account_id=who, amount=Credits(5), actor="operator"
        )
        future = self.ledger.append(command)
        if paper.heard and paper.lot_id is None and not paper.back and not paper.repaid:
            assert future.result().answer.status == "granted"
            self.paid(number, who, 5)
        else:
            error = future.exception()
            assert isinstance(error, InvalidState) or future.result().recorded == []

    @rule(number=st.integers(min_value=0, max_value=REFERENCES - 1))
    def charge_back(self, number: int) -> None:
        """Often before the payment, or for the second time; the lot may be revoked already."""
        paper = self.payments[number]
        command = buying.charge_back("btcpay", f"r{number}", account_id=paper.owner, actor="btcpay")
        appended = self.run_command(command)
        if paper.back:
            assert appended.recorded == []
        elif paper.lot_id is not None:
            self.papers[paper.owner].revoke(paper.lot_id)
        paper.back = True

    @rule(number=st.integers(min_value=0, max_value=REFERENCES - 1))
    def pay_back(self, number: int) -> None:
        paper = self.payments[number]
        command = buying.repay_top_up(
            "btcpay", f"r{number}", account_id=paper.owner, actor="operator"
        )
        future = self.ledger.append(command)
        if not paper.heard or paper.back:
            assert isinstance(future.exception(), InvalidState)
        elif paper.repaid:
            assert future.result().recorded == []
        elif paper.lot_id is None:
            paper.repaid = paper.whole = future.result().answer.status == "repaid"
        elif part := self.papers[paper.owner].pay_back(paper.lot_id, self.now):
            assert future.result().recorded[-1].event.amount == part
            paper.repaid = True
            paper.whole = part == self.papers[paper.owner].lots[paper.lot_id].granted
        else:
            assert isinstance(future.exception(), InvalidState)

    @rule(number=st.integers(min_value=0, max_value=REFERENCES - 1))
    def refund(self, number: int) -> None:
        """Told by the provider, so never refused: of the whole price, or of what `repay` left."""
        paper = self.payments[number]
        command = buying.book_refund("btcpay", f"r{number}", account_id=paper.owner, actor="btcpay")
        appended = self.run_command(command)
        if paper.back or paper.whole:
            assert appended.recorded == []
        elif paper.lot_id is None:
            paper.repaid = paper.whole = paper.heard
            paper.back = not paper.heard
        else:
            self.papers[paper.owner].take_back(paper.lot_id, self.now)
            paper.whole, paper.back = not paper.repaid, paper.repaid
            paper.repaid = True

    @rule(picked=PICKED)
    def revoke(self, picked: int) -> None:
        who, lot_id = self.lots[picked % len(self.lots)]
        alive = not self.papers[who].lots[lot_id].dead
        self.papers[who].revoke(lot_id)
        appended = self.run_command(handlers.revoke_lot(who, lot_id, actor="operator"))
        assert len(appended.recorded) == alive

    @invariant()
    def all_books_agree(self) -> None:
        new = self.ledger.log[self.checked :]
        for number, recorded in enumerate(new, self.checked + 1):
            assert recorded.position == number
            self.books.post(recorded)
            if isinstance(recorded.event, CreditsRevoked):
                self.losses[recorded.stream_id, recorded.event.lot_id] += recorded.event.loss
        for row in statements.rows(new, self.statement):
            assert row[4] >= 0, "a statement never shows a negative balance"
        self.checked = len(self.ledger.log)
        assert self.books.findings() == []
        for account, paper in self.papers.items():
            if self.checked:
                self.check_account(account, paper)

    def check_account(self, account: AccountId, paper: Paper) -> None:
        state = self.ledger.load([account]).result()[account].state
        assert isinstance(state, Account)
        folded = {lot.lot_id: lot.remaining for lot in state.lots.values()}
        assert folded == {lot_id: lot.remaining for lot_id, lot in paper.lots.items()}
        assert state.available(self.now) == paper.spendable(self.now)
        assert self.statement[account] == paper.booked() == sum(folded.values()) >= 0
        for purse, group in state.cap_groups.items():
            if group.day is not None:
                day = group.day.date()
                counted = [group.spent(period, group.day) for period in PERIODS]
                assert counted == [paper.spent(purse, period, day) for period in PERIODS]
        assert {k: key.active(self.now) for k, key in state.keys.items()} == {
            k: key.good(self.now) for k, key in paper.keys.items()
        }
        for lot_id, lot in paper.lots.items():
            taken = lot.revoked + lot.repaid
            parts = [lot.remaining, lot.flying, lot.used, lot.expired, taken]
            assert sum(parts) == lot.granted
            assert min(parts) >= 0
            spent = lot.flying + lot.used + lot.expired
            assert self.losses[account, lot_id] == (spent if lot.dead else 0)

    def teardown(self) -> None:
        """At the end, each claim has the status and the refund that the paper says."""
        found: dict[AccountId, dict[GenerationId, bool]] = defaultdict(dict)
        for who, generation_id, _ in self.claims:
            state = self.ledger.load([generation_id]).result()[generation_id].state
            assert isinstance(state, Generation)
            if state.status in TERMINAL:
                found[who][generation_id] = state.refunded_credits == state.requested.price
        for account, paper in self.papers.items():
            assert found[account] == paper.ended


TestLedger = LedgerMachine.TestCase
TestLedger.settings = settings(
    max_examples=500, stateful_step_count=30, deadline=None, print_blob=True, database=None
)
