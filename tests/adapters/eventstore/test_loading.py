"""Streams that a process knows because it heard of them."""

from uuid import uuid4

from adapters.eventstore import PostgresLedger
from adapters.eventstore.loading import StreamLoader
from adapters.eventstore.mapper import EventMapper
from adapters.eventstore.recorder import LedgerDatastore, LedgerRecorder
from adapters.eventstore.streams import StreamCache
from domain.handlers import start_generation
from domain.ids import GenerationId
from domain.ports import EMPTY
from tests import builders
from tests.adapters.eventstore.customer import ACCOUNT, CHARACTER


def _loader(migrated: str) -> StreamLoader:
    datastore = LedgerDatastore(migrated, role="xavira_work", book="live")
    recorder = LedgerRecorder(datastore, book="live")
    return StreamLoader(
        recorder, EventMapper(), StreamCache(), offer=lambda *_: None, snapshots=False
    )


def test_a_generation_is_known_from_what_passed(migrated: str, ledger: PostgresLedger) -> None:
    """As the log has it, from its first event on; what began earlier is not, nor is an account."""
    early, late = GenerationId(uuid4()), GenerationId(uuid4())
    ledger.append(builders.requested(ACCOUNT, CHARACTER, early)).result()
    head = ledger.head()
    ledger.append(builders.requested(ACCOUNT, CHARACTER, late)).result()
    for generation_id in (early, late):
        ledger.append(start_generation(generation_id, 1)).result()
        ledger.append(builders.completed(generation_id)).result()
    passed = ledger.read(head, 100)
    loader = _loader(migrated)
    for some in (passed[:3], passed[3:], passed[:1]):
        loader.heard(some)
    known = loader.known([early, late, ACCOUNT])
    assert known == {
        early: EMPTY,
        late: ledger.load([late]).result()[late],
        ACCOUNT: EMPTY,
    }


def test_what_was_heard_is_old_by_the_time_of_a_decision(
    migrated: str, ledger: PostgresLedger
) -> None:
    """A second ending is refused by the log, though this process heard of none."""
    generation_id = GenerationId(uuid4())
    ledger.append(builders.requested(ACCOUNT, CHARACTER, generation_id)).result()
    with PostgresLedger(migrated, role="xavira_work") as late:
        late.heard(ledger.read(0, 100))
        assert ledger.append(builders.completed(generation_id)).result().answer is True
        assert late.append(builders.completed(generation_id)).result().answer is False
    topics = [recorded.event.TOPIC for recorded in ledger.read(0, 100)]
    assert topics.count("generation.completed.v1") == 1
