"""A revocation or a cap change against debits of four processes: none gets through behind it."""

import threading
from collections.abc import Callable
from uuid import uuid4

from adapters.eventstore import PostgresLedger
from domain import handlers
from domain.credits import Credits
from domain.errors import KeySpendLimitReached, Unauthorized
from domain.event import Recorded
from domain.ids import AccountId, CharacterId, GenerationId
from domain.keys.caps import Cap
from domain.keys.key import KeyCapped, KeyRevoked
from domain.ledger import Account, CreditsDebited, CreditsGranted
from domain.payments import buying
from domain.payments.payment import Offer, PaymentNotice
from domain.ports import Command
from tests import builders

PROCESSES = 4
DEBITS_EACH = 100
ACCOUNT = AccountId(uuid4())
CHARACTER = CharacterId(uuid4())


def _fire(database_url: str, command: Command) -> tuple[list[type], list[Recorded]]:
    """400 debits over four ledgers, `command` in the middle: what became of each, and the log."""
    with PostgresLedger(database_url, role="xavira_api") as ledger:
        ledger.append(builders.opened(ACCOUNT)).result()
        ledger.append(builders.created(ACCOUNT, CHARACTER)).result()
        ledger.append(builders.granted(ACCOUNT, 1_000)).result()
        others = [PostgresLedger(database_url, role="xavira_api").start() for _ in range(PROCESSES)]
        outcomes: list[type] = []
        halfway = threading.Barrier(PROCESSES + 1)

        def submit(other: PostgresLedger) -> None:
            def ask(count: int) -> list[type]:
                futures = [
                    other.append(builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4())))
                    for _ in range(count)
                ]
                return [type(future.exception()) for future in futures]

            answers = ask(10)
            halfway.wait()
            outcomes.extend(answers + ask(DEBITS_EACH - 10))

        threads = [threading.Thread(target=submit, args=(other,)) for other in others]
        for thread in threads:
            thread.start()
        halfway.wait()
        ledger.append(command).result()
        for thread in threads:
            thread.join()
        for other in others:
            other.close()
        return outcomes, list(ledger.read(0, 10_000))


def _debits(log: list[Recorded], *, accept: Callable[[Recorded], bool]) -> int:
    return sum(isinstance(r.event, CreditsDebited) and accept(r) for r in log)


def test_no_debit_commits_after_a_revocation(migrated: str) -> None:
    """The log holds no debit behind the revocation, and every caller was told the truth."""
    command = handlers.revoke_key(ACCOUNT, builders.key_of(ACCOUNT), actor="customer")

    outcomes, log = _fire(migrated, command)

    (revoked_at,) = [r.position for r in log if isinstance(r.event, KeyRevoked)]
    assert _debits(log, accept=lambda r: r.position > revoked_at) == 0
    assert set(outcomes) <= {type(None), Unauthorized}
    assert len(outcomes) == PROCESSES * DEBITS_EACH
    assert outcomes.count(type(None)) == _debits(log, accept=lambda r: True) >= 40


def test_no_debit_commits_over_a_cap(migrated: str) -> None:
    """A cap of 150 set while debits run: 150 in all, 250 are told that the cap is reached."""
    command = handlers.cap_key(
        ACCOUNT, builders.key_of(ACCOUNT), Cap(150, "lifetime"), actor="customer"
    )

    outcomes, log = _fire(migrated, command)

    (capped_at,) = [r.position for r in log if isinstance(r.event, KeyCapped)]
    before = _debits(log, accept=lambda r: r.position < capped_at)
    assert outcomes.count(type(None)) == _debits(log, accept=lambda r: True) == max(150, before)
    assert outcomes.count(KeySpendLimitReached) == 400 - max(150, before)
    state = _account(migrated)
    assert state.cap_groups[state.keys[builders.key_of(ACCOUNT)].cap_group].spent_lifetime == max(
        150, before
    )


def _account(database_url: str) -> Account:
    with PostgresLedger(database_url, role="xavira_api") as ledger:
        state = ledger.load([ACCOUNT]).result()[ACCOUNT].state
    assert isinstance(state, Account)
    return state


def test_one_payment_delivered_to_four_processes_opens_one_lot(migrated: str) -> None:
    """Forty deliveries of one reference at once: one payment, one grant, every answer the same."""
    notice = PaymentNotice(
        provider="btcpay",
        reference="Qx7",
        kind="paid",
        price_minor=4900,
        currency="EUR",
        account_id=ACCOUNT,
    )
    offer = Offer(credits=Credits(600), price_minor=4900, currency="EUR")
    command = buying.top_up(ACCOUNT, notice, offer, actor="operator")
    ledgers = [PostgresLedger(migrated, role="xavira_api").start() for _ in range(PROCESSES)]
    ledgers[0].append(builders.opened(ACCOUNT)).result()

    futures = [ledgers[n % PROCESSES].append(command) for n in range(40)]
    answers = [future.result().answer for future in futures]
    log = ledgers[0].read(0, 1_000)
    for ledger in ledgers:
        ledger.close()

    assert [answer.replayed for answer in answers].count(False) == 1
    assert {(answer.status, answer.credits) for answer in answers} == {("granted", 600)}
    paid = [r for r in log if isinstance(r.event, CreditsGranted) and r.event.kind == "paid"]
    assert len(paid) == 1
    assert [r.event.TOPIC for r in log].count("payment.received.v1") == 1
