"""The real log, followed: what commands record as the API arrives in the rows that lists read."""

import threading
from collections.abc import Iterator, Sequence
from typing import Any

import psycopg

from adapters.eventstore.follower import Follower
from adapters.eventstore.store import PostgresLedger
from domain import handlers
from domain.event import Recorded
from domain.generation import GenerationCanceled
from domain.ids import AccountId, CharacterId, GenerationId, LotId
from projections import checkpoints, runner
from projections.balances import balance
from projections.generations import generation_row, list_generations
from projections.query import fetch_all, fetch_one
from projections.rebuild import rebuild
from projections.reconcile import reconcile
from projections.registry import PROJECTIONS
from tests.projections.driving import refuse, shown
from tests.projections.histories import KEY, History, character, claim, opening

Database = psycopg.Connection[Any]
ALL = tuple(PROJECTIONS.values())


def follow(database: str, worker: Database, ledger: PostgresLedger) -> None:
    """Runs all projections on a real follower until they are at the head."""
    stop = threading.Event()
    head = ledger.head()
    after = runner.start(worker, ALL, head=head)

    def until_head() -> Iterator[Sequence[Recorded]]:
        for batch in Follower(database, role="xavira_work").batches(after, stop=stop, limit=3):
            yield batch
            if not batch or batch[-1].position >= head:
                stop.set()

    runner.run(ALL, until_head(), worker, book="live", read=ledger.read, report=refuse)


def test_recorded_commands_reach_the_lists(
    migrated: str, worker: Database, reader: Database, owner: Database
) -> None:
    """Two requests, one canceled: lists, balances, audit and a rebuild all tell the same story."""
    ids = History(seed=71, accounts=0)
    account_id, character_id = AccountId(ids.uuid()), CharacterId(ids.uuid())
    kept, canceled = GenerationId(ids.uuid()), GenerationId(ids.uuid())
    with PostgresLedger(migrated, role="xavira_api") as ledger:
        for command in (
            opening(account_id, LotId(ids.uuid())),
            handlers.create_character(character_id, character(account_id), key_id=KEY),
            handlers.request_generation(kept, claim(account_id, character_id, price=1)),
            handlers.request_generation(canceled, claim(account_id, character_id, price=5)),
            handlers.end_generation(account_id, canceled, GenerationCanceled(by="customer")),
        ):
            ledger.append(command).result(timeout=120)
        follow(migrated, worker, ledger)
        assert {lag.lag for lag in checkpoints.lags(reader)} == {0}
        rows = fetch_all(reader, list_generations(account_id, limit=10))
        assert [(row.generation_id, row.status, row.refunded) for row in rows] == [
            (canceled, "canceled", 5),
            (kept, "queued", 0),
        ]
        stream = ledger.load([canceled]).result(timeout=120)[canceled]
        folded = generation_row(canceled, stream)
        folded.position = rows[0].position
        assert shown(folded) == rows[0]
        booked = fetch_one(reader, balance(account_id))
        assert booked is not None
        assert (booked.booked, booked.in_flight) == (24, 1)
        assert reconcile(reader, ledger.read) == []
        stop = threading.Event()
        rebuilt = rebuild("generations", owner, ledger.read, stop=stop, progress=lambda *_: None)
        assert (rebuilt.differences, rebuilt.swapped) == (0, True)
