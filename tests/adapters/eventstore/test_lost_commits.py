"""A batch whose connection ends around its COMMIT: recorded once, and told so."""

import threading
from concurrent.futures import Future
from datetime import datetime
from uuid import uuid4

import pytest

from adapters.eventstore import PostgresLedger, group_commit
from domain.errors import InsufficientCredits, TemporarilyUnavailable
from domain.ids import AccountId, GenerationId
from domain.ports import Appended, Command, Decision, States
from tests import builders
from tests.adapters.eventstore.customer import ACCOUNT, CHARACTER, available
from tests.adapters.eventstore.whole import assert_gap_free
from tests.faults.byte_proxy import ByteProxy, Cut

_COMMIT = {"asked": b"COMMIT", "answered": b"COMMIT\x00"}


@pytest.mark.parametrize("cut", ["reply_lost", "never_sent"])
def test_a_lost_commit_reply_never_charges_twice(
    proxied: tuple[ByteProxy, str], ledger: PostgresLedger, cut: Cut
) -> None:
    """The connection dies around the commit of a batch of 200: each request is recorded once."""
    proxy, through = proxied
    ledger.append(builders.granted(ACCOUNT, 500)).result()
    generations = [GenerationId(uuid4()) for _ in range(200)]
    with PostgresLedger(through, role="xavira_api") as cut_off:
        cut_off.load([ACCOUNT, CHARACTER, *generations]).result()
        proxy.arm(cut)

        futures = [cut_off.append(builders.requested(ACCOUNT, CHARACTER, g)) for g in generations]
        told = [recorded for future in futures for recorded in future.result().recorded]
        positions = [future.result().position for future in futures]

    assert proxy.cuts == 1
    assert positions == list(range(8, 408, 2))
    assert told == list(ledger.read(6, 10_000))
    debits = [e for e in ledger.read(0, 10_000) if e.event.TOPIC == "credits.debited.v1"]
    assert len(debits) == 200
    assert available(ledger) == 325
    assert_gap_free(ledger)


def test_a_commit_that_is_lost_under_the_append_lock_is_looked_for_as_well(
    proxied: tuple[ByteProxy, str], ledger: PostgresLedger
) -> None:
    """The stream had moved on, so the request is decided again under the lock; the reply to that
    commit never comes.
    """
    proxy, through = proxied
    generation_id = GenerationId(uuid4())
    with PostgresLedger(through, role="xavira_api") as cut_off:
        cut_off.load([ACCOUNT, CHARACTER, generation_id]).result()
        ledger.append(builders.granted(ACCOUNT, 100)).result()
        proxy.arm("reply_lost", **_COMMIT)
        told = cut_off.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()

    assert proxy.cuts == 1
    assert told.recorded == list(ledger.read(ledger.head() - len(told.recorded), 10))
    assert available(ledger) == 124
    assert_gap_free(ledger)


def test_a_server_that_falls_silent_under_the_append_lock_is_looked_at_again(
    proxied: tuple[ByteProxy, str], ledger: PostgresLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its silence lasted longer than callers wait for the truth: that time begins with the loss."""
    monkeypatch.setattr(group_commit, "LOST_REPLY_SECONDS_MAX", 0.5)
    proxy, through = proxied
    with PostgresLedger(through, role="xavira_api", patience_seconds=1.0) as cut_off:
        cut_off.load([ACCOUNT]).result()
        ledger.append(builders.granted(ACCOUNT, 100)).result()
        proxy.arm("silent", **_COMMIT)
        told = cut_off.append(builders.granted(ACCOUNT, 1_000)).result()

    assert proxy.cuts == 1
    assert told.recorded == list(ledger.read(ledger.head() - 1, 10))
    assert available(ledger) == 1_125
    assert_gap_free(ledger)


def test_what_is_lost_twice_is_recorded_once(
    proxied: tuple[ByteProxy, str], ledger: PostgresLedger
) -> None:
    """The first commit never reached the server; the second did, elsewhere in the stream, and its
    reply is lost: what is looked for then is the second.
    """
    proxy, through = proxied
    with PostgresLedger(through, role="xavira_api") as cut_off:
        cut_off.load([ACCOUNT]).result()
        ledger.append(builders.granted(ACCOUNT, 100)).result()
        proxy.arm("never_sent", asked=b"credits.granted.v1")
        proxy.arm("reply_lost", **_COMMIT)
        told = cut_off.append(builders.granted(ACCOUNT, 1_000)).result()

    assert proxy.cuts == 2
    assert told.recorded == list(ledger.read(ledger.head() - 1, 10))
    assert available(ledger) == 1_125
    assert_gap_free(ledger)


def test_what_arrives_late_is_looked_for_too(
    proxied: tuple[ByteProxy, str], ledger: PostgresLedger
) -> None:
    """The first message is still on its way when it is looked for; the second never arrives, and
    then the first does: each decision grants another lot, and one is recorded.
    """

    def decide(states: States, now: datetime) -> Decision:
        return builders.granted(ACCOUNT, 1_000).decide(states, now)

    proxy, through = proxied
    with PostgresLedger(through, role="xavira_api") as cut_off:
        cut_off.load([ACCOUNT]).result()
        proxy.arm("late", asked=b"credits.granted.v1")
        proxy.arm("never_sent", **_COMMIT)
        told = cut_off.append(Command(streams=(ACCOUNT,), decide=decide)).result()

    assert proxy.cuts == 2
    assert told.recorded == list(ledger.read(ledger.head() - 1, 10))
    assert available(ledger) == 1_025
    assert_gap_free(ledger)


def _refused_later(account_id: AccountId) -> Command:
    """A lot that is granted where it is decided first, and refused from then on."""
    grant, decided = builders.granted(account_id, 77), []

    def decide(states: States, now: datetime) -> Decision:
        decided.append(now)
        if len(decided) > 1:
            raise InsufficientCredits(required=1, available=0)
        return grant.decide(states, now)

    return Command(streams=(account_id,), decide=decide)


def test_what_arrives_late_is_told_whole(
    proxied: tuple[ByteProxy, str], ledger: PostgresLedger
) -> None:
    """The second decision of a batch is a part of the first, which arrives late: whoever was
    refused in the second hears what was recorded, and all hear where.
    """
    proxy, through = proxied
    other = AccountId(uuid4())
    ledger.append(builders.opened(other)).result()
    wished = [
        builders.granted(ACCOUNT, 1_000),
        _refused_later(other),
        builders.granted(ACCOUNT, 3_000),
    ]
    with PostgresLedger(through, role="xavira_api") as cut_off:
        cut_off.load([ACCOUNT, other]).result()
        proxy.arm("late", asked=b"credits.granted.v1")
        proxy.arm("never_sent", **_COMMIT)
        futures = _at_once(cut_off, wished)
        told = [recorded for future in futures for recorded in future.result().recorded]

    assert proxy.cuts == 2
    assert told == list(ledger.read(ledger.head() - 3, 10))
    assert_gap_free(ledger)


def test_nobody_is_refused_while_what_was_sent_may_arrive(
    proxied: tuple[ByteProxy, str], ledger: PostgresLedger
) -> None:
    """The caller hears that it is not known; the message arrives afterwards."""
    proxy, through = proxied
    with PostgresLedger(through, role="xavira_api") as cut_off:
        cut_off.load([ACCOUNT]).result()
        proxy.arm("late", asked=b"credits.granted.v1")
        told = cut_off.append(_refused_later(ACCOUNT)).exception()
        proxy.deliver()

    assert isinstance(told, TemporarilyUnavailable)
    assert available(ledger) == 102


def _at_once(ledger: PostgresLedger, commands: list[Command]) -> list[Future[Appended]]:
    """As one batch: they wait behind a command that is being decided."""
    deciding, go_on = threading.Event(), threading.Event()

    def decide(states: States, now: datetime) -> Decision:
        deciding.set()
        assert go_on.wait(60)
        return Decision(answer=None)

    before = ledger.append(Command(streams=(ACCOUNT,), decide=decide))
    assert deciding.wait(60)
    futures = [ledger.append(command) for command in commands]
    go_on.set()
    before.result()
    return futures


def _completed_and_granted(generation_id: GenerationId, amount: int) -> Command:
    """A completion, where the generation is open, and a lot; on two streams, in one batch."""
    complete = builders.completed(generation_id)
    grant = builders.granted(ACCOUNT, amount)

    def decide(states: States, now: datetime) -> Decision:
        done, given = (command.decide(states, now).events for command in (complete, grant))
        return Decision(events={**done, **given})

    return Command(streams=(generation_id, ACCOUNT), decide=decide)


@pytest.mark.parametrize("same", [False, True])
def test_what_stands_where_a_lost_batch_would_is_not_taken_for_it(
    proxied: tuple[ByteProxy, str], ledger: PostgresLedger, same: bool
) -> None:
    """Another process wrote its own events where the lost batch meant to, one of them the very
    same: the batch is decided again, and nobody's credits are gone.
    """
    proxy, through = proxied
    proxy.asked = b"credits.granted.v1"
    generation_id = GenerationId(uuid4())
    ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()
    with PostgresLedger(through, role="xavira_api") as cut_off:
        cut_off.load([ACCOUNT, generation_id]).result()
        if same:
            ledger.append(builders.completed(generation_id)).result()
        ledger.append(builders.granted(ACCOUNT, 100)).result()
        proxy.arm("never_sent")
        appended = cut_off.append(_completed_and_granted(generation_id, 1_000)).result()

    assert proxy.cuts == 1
    topics = [recorded.event.TOPIC for recorded in appended.recorded]
    assert topics == [*["generation.completed.v1"][same:], "credits.granted.v1"]
    assert appended.recorded == list(ledger.read(ledger.head() - len(topics), 10))
    assert available(ledger) == 1_124
    assert_gap_free(ledger)
