"""Appends of an event loop: what the ledger's thread promises, decided ahead of the commit."""

import asyncio
import select
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from adapters.eventstore import PostgresLedger
from adapters.eventstore.append_call import APPEND_LOCK
from adapters.eventstore.group_commit import BATCH_COMMANDS_MAX, WAITING_COMMANDS_MAX
from adapters.eventstore.loop_appends import DECIDED_TOGETHER, LoopAppends
from adapters.eventstore.mapper import EventMapper
from domain import handlers
from domain.errors import InsufficientCredits, TemporarilyUnavailable, Unauthorized
from domain.ids import AccountId, CharacterId, GenerationId
from domain.ledger import Account, KeyRevoked
from domain.ports import Appended, Command, Decision, Stream
from tests import builders
from tests.adapters.eventstore.whole import assert_gap_free
from tests.faults.byte_proxy import ByteProxy, Cut

SECONDS_MAX = 120.0

Asked = list["asyncio.Future[Appended]"]


@pytest.fixture
def ledger(migrated: str) -> Iterator[PostgresLedger]:
    """What another process does, and what an auditor would look at afterwards."""
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        yield ledger


def _customer(ledger: PostgresLedger, credits_bought: int = 0) -> tuple[AccountId, CharacterId]:
    """With the 25 free credits and more."""
    account_id, character_id = AccountId(uuid4()), CharacterId(uuid4())
    ledger.append(builders.opened(account_id)).result()
    ledger.append(builders.created(account_id, character_id)).result()
    if credits_bought:
        ledger.append(builders.granted(account_id, credits_bought)).result()
    return account_id, character_id


def _asking(customer: tuple[AccountId, CharacterId]) -> Command:
    return builders.requested(*customer, GenerationId(uuid4()))


def _on_a_loop(
    database_url: str,
    told: Callable[[LoopAppends, PostgresLedger], Awaitable[Any]],
    **options: Any,
) -> Any:
    """What is told of the appends of a process of its own, whose connection is made."""

    async def scenario() -> Any:
        with PostgresLedger(database_url, role="xavira_api", **options) as own:
            appends = own.loop_appends()
            customer = await asyncio.to_thread(_customer, own)
            async with asyncio.timeout(SECONDS_MAX):
                await appends.append(_asking(customer))
                await _until(lambda: appends.connected)
                found = await told(appends, own)
                await appends.close()
                return found

    return asyncio.run(scenario())


async def _outcomes(asked: Asked) -> list[str]:
    """How each ended, by the name of its error."""
    found = await asyncio.gather(*asked, return_exceptions=True)
    return [type(each).__name__ for each in found]


@contextmanager
def _held(database_url: str) -> Iterator[psycopg.Connection[Any]]:
    """The append lock, until the connection commits."""
    with psycopg.connect(database_url) as holder:
        holder.execute("SELECT pg_advisory_xact_lock(%s, 1)", (APPEND_LOCK,))
        yield holder


def _somebody_waits(holder: psycopg.Connection[Any]) -> bool:
    """Whether a batch is with the server, which cannot record it before the holder is done."""
    asked = "SELECT bool_or(pg_backend_pid() = ANY (pg_blocking_pids(pid))) FROM pg_stat_activity"
    row = holder.execute(asked).fetchone()
    assert row is not None
    return row[0] is True


def _available(stream: Stream) -> int:
    assert isinstance(stream.state, Account)
    return stream.state.available(datetime.now(UTC))


async def _until(holds: Callable[[], bool]) -> None:
    while True:
        if holds():
            return
        await asyncio.sleep(0.001)


def test_many_at_once_are_decided_on_each_other(migrated: str, ledger: PostgresLedger) -> None:
    """25 credits and 1,000 requests on a loop: 25 are accepted, and what the loop remembers of
    every stream, times and positions too, is what the log says.
    """
    customer = _customer(ledger)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        outcomes = await _outcomes([appends.append(_asking(customer)) for _ in range(1_000)])
        return outcomes, own.load(customer).result()

    outcomes, remembered = _on_a_loop(migrated, told)
    assert outcomes.count("Appended") == 25
    assert outcomes.count("InsufficientCredits") == 975
    assert remembered == ledger.load(customer).result()
    assert _available(remembered[customer[0]]) == 0
    assert_gap_free(ledger)


def test_a_batch_is_decided_while_another_is_recorded(
    migrated: str, ledger: PostgresLedger
) -> None:
    """Three batches that each follow on the one before, none of them recorded yet when decided."""
    customer = _customer(ledger, 1_000)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        with _held(migrated) as holder:
            asked = [appends.append(_asking(customer))]
            await _until(lambda: _somebody_waits(holder))
            asked += [appends.append(_asking(customer)) for _ in range(BATCH_COMMANDS_MAX + 5)]
            await asyncio.sleep(0)
            silent = not any(each.done() for each in asked)
            holder.commit()
        found = await asyncio.gather(*asked)
        return silent, [each.position for each in found], own.load(customer).result()

    silent, positions, remembered = _on_a_loop(migrated, told)
    assert silent, "somebody heard of what was not recorded"
    assert positions == sorted(positions)
    assert len(set(positions)) == BATCH_COMMANDS_MAX + 6
    assert remembered == ledger.load(customer).result()
    assert_gap_free(ledger)


def test_closing_waits_for_those_who_have_just_come(migrated: str, ledger: PostgresLedger) -> None:
    """Some are decided, some wait for that, none was sent: all of them are recorded."""
    customer = _customer(ledger, 100)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        asked = [appends.append(_asking(customer)) for _ in range(DECIDED_TOGETHER * 2 + 3)]
        await appends.close()
        return [each.result().position for each in asked]

    positions = _on_a_loop(migrated, told)
    assert positions == sorted(positions)
    assert len(set(positions)) == DECIDED_TOGETHER * 2 + 3
    assert_gap_free(ledger)


def test_what_was_decided_on_a_lost_race_is_decided_again(
    migrated: str, ledger: PostgresLedger
) -> None:
    """While a batch waits for the log, the account's key is revoked elsewhere: neither the batch
    nor the one that was decided on top of it is recorded.
    """
    customer = _customer(ledger)
    account_id = customer[0]
    revoked = KeyRevoked(key_id=builders.key_of(account_id), actor="test")
    version = ledger.load([account_id]).result()[account_id].version

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        with _held(migrated) as holder:
            asked = [appends.append(_asking(customer))]
            await _until(lambda: _somebody_waits(holder))
            asked += [appends.append(_asking(customer)) for _ in range(3)]
            head = ledger.head()
            holder.execute("SET search_path TO xavira_live")
            holder.execute(
                "INSERT INTO stored_events VALUES (%s, %s, %s, %s, %s, now())",
                (
                    account_id,
                    version + 1,
                    revoked.TOPIC,
                    EventMapper().transcoder.encode(revoked),
                    head + 1,
                ),
            )
            holder.commit()
        return await _outcomes(asked), await _outcomes([appends.append(_asking(customer))])

    assert _on_a_loop(migrated, told) == ([Unauthorized.__name__] * 4, [Unauthorized.__name__])
    assert _available(ledger.load([account_id]).result()[account_id]) == 25
    assert_gap_free(ledger)


def test_loops_and_threads_share_one_balance(migrated: str, ledger: PostgresLedger) -> None:
    """Two loops and a thread, each with its own cache, race for 225 credits: exactly 225 go."""
    customer = _customer(ledger, 200)

    async def spend(appends: LoopAppends) -> list[str]:
        outcomes: list[str] = []
        for _ in range(10):
            outcomes += await _outcomes([appends.append(_asking(customer)) for _ in range(20)])
        return outcomes

    async def told(appends: LoopAppends, own: PostgresLedger) -> list[str]:
        with PostgresLedger(migrated, role="xavira_api") as second:
            other = second.loop_appends()
            threads = [asyncio.wrap_future(ledger.append(_asking(customer))) for _ in range(100)]
            mine, theirs, thread = await asyncio.gather(
                spend(appends), spend(other), _outcomes(threads)
            )
            await other.close()
        return [*mine, *theirs, *thread]

    outcomes = _on_a_loop(migrated, told)
    assert len(outcomes) == 500
    assert outcomes.count("Appended") == 225
    assert outcomes.count("InsufficientCredits") == 275
    assert _available(ledger.load([customer[0]]).result()[customer[0]]) == 0
    assert_gap_free(ledger)


def test_a_claim_is_recorded_once(migrated: str, ledger: PostgresLedger) -> None:
    """Twenty times the same wish, at once and later: one debit, everybody gets the answer."""
    customer = _customer(ledger)
    command = _asking(customer)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        at_once = await asyncio.gather(*[appends.append(command) for _ in range(20)])
        return [each.answer.replayed for each in [*at_once, await appends.append(command)]]

    assert _on_a_loop(migrated, told) == [False, *[True] * 20]
    assert _available(ledger.load([customer[0]]).result()[customer[0]]) == 24


def test_credits_of_another_process_are_spendable_at_once(
    migrated: str, ledger: PostgresLedger
) -> None:
    """What is cached here is too old to refuse anybody."""
    customer = _customer(ledger)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        spent = await _outcomes([appends.append(_asking(customer)) for _ in range(26)])
        ledger.append(builders.granted(customer[0], 1)).result()
        return spent, await _outcomes([appends.append(_asking(customer))])

    spent, then = _on_a_loop(migrated, told)
    assert spent == ["Appended"] * 25 + [InsufficientCredits.__name__]
    assert then == ["Appended"]


def test_what_changes_nothing_is_so_by_the_log(migrated: str, ledger: PostgresLedger) -> None:
    """An account that is remembered from before another process granted a lot is looked at anew."""
    account_id, _ = _customer(ledger)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        await asyncio.to_thread(own.append(builders.granted(account_id, 1)).result)
        soon = datetime.now(UTC) + timedelta(milliseconds=200)
        lot = builders.granted(account_id, 7, expires_at=soon)
        await asyncio.to_thread(ledger.append(lot).result)
        await _until(lambda: datetime.now(UTC) > soon)
        return await appends.append(handlers.expire_lots(account_id))

    booked = _on_a_loop(migrated, told)
    assert [recorded.event.TOPIC for recorded in booked.recorded] == ["credits.expired.v1"]


def test_a_refusal_leaves_the_others_alone(migrated: str, ledger: PostgresLedger) -> None:
    """One of them is refused and one breaks: the other three are recorded."""
    customer = _customer(ledger)

    def broken(states: object, now: object) -> Decision:
        raise AssertionError("no")

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        dear = builders.requested(*customer, GenerationId(uuid4()), price=99)
        wishes = [dear, Command(streams=customer, decide=broken)]
        wishes += [_asking(customer) for _ in range(3)]
        return await _outcomes([appends.append(wish) for wish in wishes])

    outcomes = _on_a_loop(migrated, told)
    assert outcomes == ["InsufficientCredits", "AssertionError", *["Appended"] * 3]
    assert_gap_free(ledger)


def test_what_waits_for_a_batch_is_not_forgotten_when_more_comes_with_its_answer(
    migrated: str, ledger: PostgresLedger
) -> None:
    """One is refused while a batch is recorded, another in the turn of the loop that reads that it
    is: all three are answered.
    """
    customer = _customer(ledger)

    async def told(appends: LoopAppends, own: PostgresLedger) -> list[str]:
        own.load(customer).result()
        refused = builders.requested(AccountId(uuid4()), customer[1], GenerationId(uuid4()))
        with _held(migrated) as holder:
            asked = [appends.append(_asking(customer))]
            await _until(lambda: _somebody_waits(holder))
            asked.append(appends.append(refused))
            await asyncio.sleep(0)
            holder.commit()
            answered, _, _ = select.select([appends._socket], [], [], SECONDS_MAX)
            assert answered, "the batch was not recorded"
            await asyncio.sleep(0)
            asked.append(appends.append(refused))
            return await _outcomes(asked)

    assert _on_a_loop(migrated, told) == ["Appended", "NotFound", "NotFound"]


@pytest.mark.parametrize("cut", ["reply_lost", "never_sent"])
def test_a_lost_commit_reply_never_charges_twice(
    proxied: tuple[ByteProxy, str], ledger: PostgresLedger, cut: Cut
) -> None:
    """The connection dies around a commit, with more decided on top: each is recorded once."""
    proxy, through = proxied
    customer = _customer(ledger, 500)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        proxy.arm(cut)
        found = await asyncio.gather(*[appends.append(_asking(customer)) for _ in range(200)])
        later = await appends.append(_asking(customer))
        return [each.position for each in [*found, later]]

    positions = _on_a_loop(through, told)
    assert proxy.cuts == 1
    assert len(set(positions)) == 201
    assert _available(ledger.load([customer[0]]).result()[customer[0]]) == 324
    assert_gap_free(ledger)


def test_a_connection_that_ends_in_peace_is_made_again(
    migrated: str, ledger: PostgresLedger
) -> None:
    """The server ends it while nothing is under way; the loop soon has another."""
    customer = _customer(ledger)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        with psycopg.connect(migrated, autocommit=True) as owner:
            owner.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE query LIKE '%append_events%' AND pid <> pg_backend_pid()"
            )
        await _until(lambda: not appends.connected)
        outcomes: list[str] = []
        while not appends.connected:
            outcomes += await _outcomes([appends.append(builders.granted(customer[0], 1))])
        return set(outcomes)

    assert _on_a_loop(migrated, told) == {"Appended"}


def test_a_stuck_log_costs_a_clear_answer(migrated: str, ledger: PostgresLedger) -> None:
    """Whoever waits for the log, and whoever was decided on top, is told to come back in time."""
    customer = _customer(ledger)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        with _held(migrated) as holder:
            asked = [appends.append(_asking(customer))]
            await _until(lambda: _somebody_waits(holder))
            asked += [appends.append(_asking(customer)) for _ in range(3)]
            outcomes = await _outcomes(asked)
        return outcomes, await _outcomes([appends.append(_asking(customer))])

    stuck, then = _on_a_loop(migrated, told)
    assert stuck == [TemporarilyUnavailable.__name__] * 4
    assert then == ["Appended"]


def test_a_server_that_says_nothing_is_given_up(migrated: str, ledger: PostgresLedger) -> None:
    """What was sent is looked for by the thread, and is there once, whatever the silent server did
    with it later.
    """
    customer = _customer(ledger)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        with _held(migrated) as holder:
            asked = [appends.append(_asking(customer))]
            await _until(lambda: _somebody_waits(holder))
            asked += [appends.append(_asking(customer)) for _ in range(3)]
            await _until(lambda: not appends.connected)
            holder.commit()
        outcomes = await _outcomes(asked)
        return outcomes + await _outcomes([appends.append(_asking(customer))])

    assert _on_a_loop(migrated, told, patience_seconds=0.2) == ["Appended"] * 5
    assert _available(ledger.load([customer[0]]).result()[customer[0]]) == 20
    assert_gap_free(ledger)


def test_an_error_of_the_server_is_answered(migrated: str, ledger: PostgresLedger) -> None:
    """The role may not append for a while: nobody waits for ever, and later it works again."""
    customer = _customer(ledger)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        with psycopg.connect(migrated, autocommit=True) as owner:
            owner.execute("SET search_path TO xavira_live")
            owner.execute("REVOKE EXECUTE ON FUNCTION append_events FROM PUBLIC, xavira_api")
            refused = await _outcomes([appends.append(_asking(customer)) for _ in range(40)])
            owner.execute("GRANT EXECUTE ON FUNCTION append_events TO xavira_api")
        return refused, await _outcomes([appends.append(_asking(customer))])

    refused, then = _on_a_loop(migrated, told)
    assert refused == [TemporarilyUnavailable.__name__] * 40
    assert then == ["Appended"]
    assert _available(ledger.load([customer[0]]).result()[customer[0]]) == 24


def test_a_full_queue_says_so_before_memory_grows(migrated: str, ledger: PostgresLedger) -> None:
    """While the log is held, a bounded number of commands waits; the next hears 503 at once."""
    customer = _customer(ledger)
    nothing = Command(streams=customer, decide=lambda states, now: Decision(answer=len(states)))

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        with _held(migrated) as holder:
            asked = [appends.append(_asking(customer))]
            await _until(lambda: _somebody_waits(holder))
            room = BATCH_COMMANDS_MAX + WAITING_COMMANDS_MAX
            asked += [appends.append(nothing) for _ in range(room + 500)]
            refused = [each for each in asked if each.done()]
            holder.commit()
        return len(refused), await _outcomes(asked)

    refused, outcomes = _on_a_loop(migrated, told)
    assert refused == 500
    assert outcomes.count(TemporarilyUnavailable.__name__) == 500
    assert outcomes.count("Appended") == len(outcomes) - 500


def test_who_goes_away_cancels_nothing(migrated: str, ledger: PostgresLedger) -> None:
    """Everybody of a batch gives up while it is recorded; closing waits for it all the same."""
    customer = _customer(ledger)

    async def told(appends: LoopAppends, own: PostgresLedger) -> Any:
        own.load(customer).result()
        with _held(migrated) as holder:
            asked = [appends.append(_asking(customer))]
            await _until(lambda: _somebody_waits(holder))
            asked.append(appends.append(_asking(customer)))
            for each in asked:
                each.cancel()
            closing = asyncio.ensure_future(appends.close())
            await asyncio.sleep(0)
            was_closed = closing.done()
            holder.commit()
        await closing
        return was_closed

    assert _on_a_loop(migrated, told) is False
    assert _available(ledger.load([customer[0]]).result()[customer[0]]) == 23
    assert_gap_free(ledger)
