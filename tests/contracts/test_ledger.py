"""One contract for the Ledger port, run on the in-memory twin and on PostgreSQL."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from adapters.eventstore import PostgresLedger
from adapters.memory.ledger import MemoryLedger
from domain.errors import IdempotencyKeyReused, InsufficientCredits, InvalidState, NotFound
from domain.generation import Generation
from domain.ids import AccountId, CharacterId, GenerationId
from domain.ledger import Account
from domain.ports import Ledger
from tests import builders

ACCOUNT = AccountId(uuid4())
CHARACTER = CharacterId(uuid4())


@pytest.fixture(params=["memory", "postgres"])
def ledger(request: pytest.FixtureRequest) -> Iterator[Ledger]:
    """The port, with one account of 25 credits and one character."""
    if request.param == "memory":
        yield _furnished(MemoryLedger())
    else:
        with PostgresLedger(request.getfixturevalue("migrated"), role="xavira_api") as ledger:
            yield _furnished(ledger)


def _furnished(ledger: Ledger) -> Ledger:
    ledger.append(builders.opened(ACCOUNT)).result()
    ledger.append(builders.created(ACCOUNT, CHARACTER)).result()
    return ledger


def _available(ledger: Ledger) -> int:
    account = ledger.load([ACCOUNT]).result()[ACCOUNT].state
    assert isinstance(account, Account)
    return account.available(datetime.now(UTC))


def test_claim_and_debit_are_one(ledger: Ledger) -> None:
    """A request records its claim and its debit next to each other and says where."""
    generation_id = GenerationId(uuid4())

    appended = ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()

    topics = [event.event.TOPIC for event in appended.recorded]
    assert topics == ["generation.requested.v1", "credits.debited.v1"]
    assert appended.position == ledger.head() == 7
    assert _available(ledger) == 24


def test_a_second_claim_joins_the_first(ledger: Ledger) -> None:
    """The same claim twice debits once; the second answer says that it is a replay."""
    generation_id = GenerationId(uuid4())

    first = ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()
    second = ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()

    assert (first.answer.replayed, second.answer.replayed) == (False, True)
    assert second.recorded == []
    assert second.position == 0
    assert _available(ledger) == 24


def test_a_claim_with_another_request_is_refused(ledger: Ledger) -> None:
    """One claim stands for one request: another fingerprint is refused and costs nothing."""
    generation_id = GenerationId(uuid4())
    ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()

    other = builders.requested(ACCOUNT, CHARACTER, generation_id, fingerprint=b"other")
    with pytest.raises(IdempotencyKeyReused):
        ledger.append(other).result()

    assert _available(ledger) == 24


def test_one_id_serves_one_route(ledger: Ledger) -> None:
    """An id that a character claimed cannot become a generation."""
    with pytest.raises(IdempotencyKeyReused):
        ledger.append(builders.requested(ACCOUNT, CHARACTER, GenerationId(CHARACTER))).result()

    assert _available(ledger) == 25


def test_a_refusal_records_nothing(ledger: Ledger) -> None:
    """A price above the balance is refused with both figures and leaves the log as it was."""
    head = ledger.head()

    with pytest.raises(InsufficientCredits) as refused:
        ledger.append(
            builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()), price=26)
        ).result()

    assert refused.value.details == {"required": 26, "available": 25}
    assert ledger.head() == head


def test_foreign_and_unknown_are_the_same(ledger: Ledger) -> None:
    """Another account's character is refused exactly like one that does not exist."""
    other = AccountId(uuid4())
    ledger.append(builders.opened(other)).result()

    for character_id in (CHARACTER, CharacterId(uuid4())):
        with pytest.raises(NotFound):
            ledger.append(builders.requested(other, character_id, GenerationId(uuid4()))).result()


def test_an_ending_refunds_once(ledger: Ledger) -> None:
    """A failure refunds in its own transaction; late and repeated results change nothing."""
    generation_id = GenerationId(uuid4())
    ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()

    first = ledger.append(builders.failed(ACCOUNT, generation_id)).result()
    again = ledger.append(builders.failed(ACCOUNT, generation_id)).result()
    late = ledger.append(builders.completed(generation_id)).result()

    topics = [event.event.TOPIC for event in first.recorded]
    assert topics == ["generation.failed.v1", "credits.refunded.v1"]
    assert (first.answer, again.answer, late.answer) == (True, False, False)
    assert _available(ledger) == 25


def test_an_account_opens_once(ledger: Ledger) -> None:
    """A second opening of the same account is refused."""
    with pytest.raises(InvalidState):
        ledger.append(builders.opened(ACCOUNT)).result()


def test_load_folds_streams_with_their_places(ledger: Ledger) -> None:
    """A loaded stream has its version, last position and the first time of each topic."""
    generation_id = GenerationId(uuid4())
    ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()
    ledger.append(builders.completed(generation_id)).result()
    unknown = uuid4()

    streams = ledger.load([generation_id, unknown]).result()

    stream = streams[generation_id]
    assert isinstance(stream.state, Generation)
    assert stream.state.status == "completed"
    assert (stream.version, stream.position) == (2, 8)
    assert set(stream.times) == {"generation.requested.v1", "generation.completed.v1"}
    assert streams[unknown].state is None
    assert streams[unknown].version == 0


def test_the_log_reads_in_order(ledger: Ledger) -> None:
    """Positions start at 1 without gaps, times never decrease, pages join."""
    for _ in range(5):
        ledger.append(builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4()))).result()

    log = [*ledger.read(0, 4), *ledger.read(4, 100)]

    assert [event.position for event in log] == list(range(1, 16))
    assert [event.recorded_at for event in log] == sorted(event.recorded_at for event in log)


def test_a_history_is_one_stream_from_its_first_event_on(ledger: Ledger) -> None:
    """Only the events of that stream, in order, as many as were asked for."""
    generation_id = GenerationId(uuid4())
    ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()
    ledger.append(builders.completed(generation_id)).result()

    history = ledger.history(generation_id, 10)

    assert [(event.version, event.event.TOPIC) for event in history] == [
        (1, "generation.requested.v1"),
        (2, "generation.completed.v1"),
    ]
    assert history == [e for e in ledger.read(0, 100) if e.stream_id == generation_id]
    assert ledger.history(generation_id, 1) == history[:1]
    assert ledger.history(uuid4(), 10) == []


def test_many_callers_never_overdraw(ledger: Ledger) -> None:
    """100 requests at once on 25 credits: exactly 25 are accepted."""
    start = threading.Barrier(10)
    outcomes: list[str] = []

    def submit() -> None:
        start.wait()
        futures = [
            ledger.append(builders.requested(ACCOUNT, CHARACTER, GenerationId(uuid4())))
            for _ in range(10)
        ]
        for future in futures:
            error = future.exception()
            outcomes.append("accepted" if error is None else type(error).__name__)

    threads = [threading.Thread(target=submit) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert outcomes.count("accepted") == 25
    assert outcomes.count("InsufficientCredits") == 75
    assert _available(ledger) == 0


def test_a_caller_that_goes_away_cancels_nothing(ledger: Ledger) -> None:
    """Giving up a wait leaves the command alone, and everybody else's answers too."""
    generation_id = GenerationId(uuid4())
    appending = ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id))
    loading = ledger.load([ACCOUNT])

    assert not appending.cancel()
    assert not loading.cancel()

    assert appending.result().answer.replayed is False
    assert _available(ledger) == 24
