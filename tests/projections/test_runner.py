"""The runner: rows and checkpoint together, once, forward, and loud about what it cannot apply."""

from collections.abc import Sequence
from typing import Any

import msgspec
import psycopg
import pytest

from domain.event import Recorded
from domain.ledger import CreditsRefunded
from projections import checkpoints, runner
from projections.balances import BALANCES
from projections.projection import Projection
from projections.registry import PROJECTIONS
from projections.runner import Stopped, WentBackwards
from projections.statements import STATEMENTS
from tests.projections.driving import dump, project, refuse, store
from tests.projections.histories import History

Database = psycopg.Connection[Any]
ALL = tuple(PROJECTIONS.values())


def at(connection: Database, name: str) -> int:
    """The checkpoint of a projection."""
    row = connection.execute(
        "SELECT position FROM projection_checkpoints WHERE name = %s", (name,)
    ).fetchone()
    assert row is not None
    return int(row[0])


def empty(connection: Database) -> None:
    """Back to before the first event."""
    for projection in ALL:
        connection.execute(f"DELETE FROM {projection.tables[0]}")
        for table in projection.tables[1:]:
            connection.execute(f"DELETE FROM {table}")
    connection.execute("DELETE FROM projection_checkpoints")


def test_batches_of_any_size_make_the_same_rows(worker: Database) -> None:
    """A log applied event by event, by sevens or all at once leaves the very same rows."""
    history = History(seed=11).grow(250)
    dumps = []
    for size in (1, 7, 10_000):
        empty(worker)
        project(worker, history, size=size)
        dumps.append(dump(worker))
    assert dumps[0] == dumps[1] == dumps[2]
    assert len(dumps[0]["characters"]) > 10


def test_a_batch_that_comes_twice_changes_nothing(worker: Database) -> None:
    """Batches that were applied before, in whole or in part, are trimmed to what is new."""
    history = History(seed=12).grow(150)
    log = history.ledger.log
    project(worker, history)
    before = dump(worker)
    read = history.ledger.read
    for batch in (log, log[:5], log[20:40]):
        runner.step(ALL, batch, worker, book="live", read=read, report=refuse)
    assert dump(worker) == before
    assert at(worker, "balances") == len(log)


def test_a_failed_commit_keeps_neither_rows_nor_checkpoint(worker: Database) -> None:
    """What a projection wrote before a crash of its transaction is gone, and comes again."""
    history = History(seed=13).grow(60)
    runner.start(worker, ALL, head=history.ledger.head())

    def lose_connection(batch: Sequence[Recorded], connection: Database) -> None:
        raise psycopg.OperationalError("the connection is lost")

    losing = Projection(name="characters", tables=("characters",), apply=lose_connection)
    with pytest.raises(psycopg.OperationalError):
        runner.step(
            (BALANCES, losing),
            history.ledger.log,
            worker,
            book="live",
            read=history.ledger.read,
            report=refuse,
        )
    assert at(worker, "balances") == 0
    assert dump(worker)["balances"] == []
    project(worker, history)
    assert at(worker, "balances") == len(history.ledger.log)


def test_poison_stops_one_projection_at_its_event(worker: Database, reader: Database) -> None:
    """The poisoned projection keeps what came before, names the event, and the others go on."""
    history = History(seed=14).grow(80)
    log = history.ledger.log
    poison = log[50]

    def apply(batch: Sequence[Recorded], connection: Database) -> None:
        STATEMENTS.apply(batch, connection)
        if any(recorded.position == poison.position for recorded in batch):
            raise ValueError("cannot read this")

    poisoned = Projection(name="statements", tables=("statement_entries",), apply=apply)
    runner.start(worker, ALL, head=len(log))
    stops: list[Stopped] = []
    for batch in (log[:20], log[20:]):
        runner.step(
            (BALANCES, poisoned),
            batch,
            worker,
            book="live",
            read=history.ledger.read,
            report=stops.append,
        )
    assert stops == [Stopped(name="statements", position=51, error="ValueError: cannot read this")]
    assert at(worker, "statements") == 50
    assert at(worker, "balances") == len(log)
    store(worker, log)
    lag = {lag.name: lag for lag in checkpoints.lags(reader)}
    assert (lag["statements"].state, lag["statements"].stopped) == ("stopped", True)
    assert lag["statements"].error_position == 51
    assert lag["statements"].lag == len(log) - 50
    assert (lag["statements"].position, lag["statements"].head) == (50, len(log))
    assert lag["statements"].lag_seconds > 0
    assert (lag["balances"].lag, lag["balances"].lag_seconds) == (0, 0.0)
    assert not lag["balances"].stopped


def test_a_mended_projection_goes_on_where_it_stopped(worker: Database) -> None:
    """After a restart the event that was poison is applied once, and nothing is skipped."""
    history = History(seed=15).grow(80)
    log = history.ledger.log
    project(worker, history)
    expected = dump(worker)
    empty(worker)
    runner.start(worker, ALL, head=len(log))

    def apply(batch: Sequence[Recorded], connection: Database) -> None:
        assert batch[-1].position <= 30

    broken = Projection(name="balances", tables=BALANCES.tables, apply=apply)
    stops: list[Stopped] = []
    rest = [projection for projection in ALL if projection.name != "balances"]
    read = history.ledger.read
    runner.step((broken, *rest), log, worker, book="live", read=read, report=stops.append)
    assert [stop.position for stop in stops] == [31]
    worker.execute("UPDATE projection_checkpoints SET position = 0 WHERE name = 'balances'")
    assert checkpoints.restart(worker, "balances") is True
    assert checkpoints.restart(worker, "balances") is False
    runner.run(ALL, [log[-1:]], worker, book="live", read=read, report=refuse)
    assert dump(worker) == expected


def test_an_ending_without_a_debit_is_poison(worker: Database) -> None:
    """A refund of a debit that never was stops the balances instead of being ignored."""
    history = History(seed=16).grow(100)
    log = list(history.ledger.log)
    index = next(i for i, recorded in enumerate(log) if type(recorded.event) is CreditsRefunded)
    again = msgspec.structs.replace(log[index], position=len(log) + 1)
    runner.start(worker, ALL, head=len(log) + 1)
    stops: list[Stopped] = []
    runner.step(
        [BALANCES],
        [*log, again],
        worker,
        book="live",
        read=history.ledger.read,
        report=stops.append,
    )
    assert [stop.position for stop in stops] == [len(log) + 1]
    assert at(worker, "balances") == len(log)


def test_a_log_that_ends_before_a_checkpoint_is_refused(worker: Database) -> None:
    """A runner never starts on another or an older log than the one its rows came from."""
    history = History(seed=17).grow(20)
    project(worker, history)
    with pytest.raises(WentBackwards):
        runner.start(worker, ALL, head=history.ledger.head() - 1)


def test_a_checkpoint_never_moves_backwards(worker: Database) -> None:
    """Neither an equal nor an earlier position is written over a checkpoint."""
    project(worker, History(seed=18))
    position = at(worker, "balances")
    for earlier in (position, position - 1):
        with pytest.raises(WentBackwards):
            runner.advance_checkpoint(worker, "balances", earlier)
    assert at(worker, "balances") == position


def test_a_resting_projection_catches_up_when_idle(worker: Database, owner: Database) -> None:
    """While its checkpoint is held a projection rests and the others go on; then it follows."""
    history = History(seed=19).grow(100)
    log = history.ledger.log
    read = history.ledger.read
    runner.start(worker, ALL, head=len(log))
    with owner.transaction():
        owner.execute("SELECT 1 FROM projection_checkpoints WHERE name = 'balances' FOR UPDATE")
        runner.run(ALL, [log[:40], log[40:]], worker, book="live", read=read, report=refuse)
        assert at(worker, "balances") == 0
        assert at(worker, "statements") == len(log)
    runner.run(ALL, [log[-1:], []], worker, book="live", read=read, report=refuse)
    assert at(worker, "balances") == len(log)


def test_every_commit_is_announced(worker: Database, reader: Database) -> None:
    """A listener hears the position after each transaction."""
    reader.execute("LISTEN xavira_projections_live")
    history = History(seed=20)
    project(worker, history, size=10_000)
    heard = [note.payload for note in reader.notifies(timeout=120, stop_after=1)]
    assert heard == [str(len(history.ledger.log))]


def test_the_api_may_read_but_not_write_projections(reader: Database, worker: Database) -> None:
    """The role that serves requests cannot change a balance."""
    project(worker, History(seed=22))
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        reader.execute("UPDATE balances SET booked = 1000000")
