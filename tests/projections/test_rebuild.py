"""Rebuilding: the same rows from the log alone, beside the live ones, without losing anything."""

import threading
from contextlib import closing
from typing import Any

import psycopg
import pytest

from adapters.eventstore.log_reader import LogReader
from projections import runner
from projections.balances import balance
from projections.query import fetch_one
from projections.rebuild import RebuildRefused, Rebuilt, rebuild
from projections.registry import CACHE_TABLES, GROUND_TABLES, PROJECTIONS, REACTION_TABLES
from tests.projections.driving import dump, project, refuse, store
from tests.projections.histories import History
from tests.stack import wait_for

Database = psycopg.Connection[Any]


def silent(position: int, target: int) -> None:
    """A progress bar that nobody looks at."""


def run(connection: Database, history: History, name: str, **options: Any) -> Rebuilt:
    stop = threading.Event()
    return rebuild(name, connection, history.ledger.read, stop=stop, progress=silent, **options)


@pytest.mark.parametrize("name", list(PROJECTIONS))
def test_rebuilt_equals_live(name: str, owner: Database, worker: Database) -> None:
    """A rebuild of a random history finds no difference and leaves every row as it was; no table
    of it is empty.
    """
    history = History(seed=31).grow(400).write_the_rest()
    project(worker, history, size=37)
    for table in PROJECTIONS[name].tables:
        assert owner.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone(), table
    before = dump(worker)
    rebuilt = run(owner, history, name)
    assert rebuilt == Rebuilt(
        name=name, position=history.ledger.head(), differences=0, swapped=True
    )
    assert dump(worker) == before


@pytest.mark.parametrize("name", list(PROJECTIONS))
def test_a_rebuild_that_leaves_out_topics_equals_live(
    name: str, owner: Database, worker: Database, migrated: str
) -> None:
    """Reading only the topics, and the fields, that a projection names finds no difference."""
    history = History(seed=35).grow(400).write_the_rest()
    project(worker, history, size=37)

    store(owner, history.ledger.log)
    with closing(LogReader(migrated, role="xavira_work")) as log:
        read = log.read
        rebuilt = run(owner, history, name, read_topics=read, batch_events=50)
    assert rebuilt == Rebuilt(
        name=name, position=history.ledger.head(), differences=0, swapped=True
    )


def test_a_rebuild_mends_rows_that_were_changed_by_hand(owner: Database, worker: Database) -> None:
    """Rows that the log does not say are counted and replaced."""
    history = History(seed=32).grow(200)
    project(worker, history)
    before = dump(worker)
    worker.execute("UPDATE balances SET booked = booked + 1")
    rebuilt = run(owner, history, "balances")
    assert (rebuilt.differences, rebuilt.swapped) == (5, True)
    assert dump(worker) == before


def test_values_that_changed_places_are_differences(owner: Database, worker: Database) -> None:
    """Two accounts that hold each other's credits are two wrong rows, though the columns add up."""
    history = History(seed=41).grow(200)
    project(worker, history)
    rows = worker.execute("SELECT account_id, booked FROM balances ORDER BY booked").fetchall()
    for (account_id, _), (_, booked) in zip((rows[0], rows[-1]), (rows[-1], rows[0]), strict=True):
        values = (booked, account_id)
        worker.execute("UPDATE balances SET booked = %s WHERE account_id = %s", values)
    assert rows[0][1] < rows[-1][1]
    rebuilt = run(owner, history, "balances")
    assert rebuilt.differences == 2


def test_a_row_that_differs_is_counted_once(owner: Database, worker: Database) -> None:
    """Changed, gone and made up, in tables of one column as key and of several."""
    history = History(seed=42).grow(200)
    project(worker, history)
    worker.execute("UPDATE balance_lots SET priority = priority + 1")
    changed = worker.execute("SELECT FROM balance_lots").rowcount
    gone = worker.execute("DELETE FROM balances WHERE booked > 0").rowcount
    worker.execute("INSERT INTO open_debits VALUES (gen_random_uuid(), gen_random_uuid(), 1, 1)")
    assert min(changed, gone) > 1
    assert run(owner, history, "balances").differences == changed + gone + 1


@pytest.mark.parametrize("table", [t for p in PROJECTIONS.values() for t in p.tables])
def test_every_table_has_a_key(table: str, owner: Database) -> None:
    """Without one nobody could say how many of its rows differ."""
    keys = "SELECT FROM pg_index WHERE indrelid = %s::regclass AND indisprimary"
    assert owner.execute(keys, (table,)).rowcount == 1


@pytest.mark.parametrize("name", list(PROJECTIONS))
def test_a_rebuilt_table_is_kept_as_the_one_before(name: str, owner: Database) -> None:
    """How full its pages are written, how soon it is vacuumed, its keys and checks, and what its
    indexes are called.
    """

    def kept() -> list[tuple[Any, ...]]:
        tables = (list(PROJECTIONS[name].tables),)
        options = "SELECT relname, reloptions FROM pg_class WHERE oid::regclass::text = ANY(%s)"
        indexes = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s)"
        rules = (
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)"
            " FROM pg_constraint WHERE conrelid::regclass::text = ANY(%s)"
        )
        return [
            row
            for query in (options, indexes, rules)
            for row in sorted(owner.execute(query, tables), key=str)
        ]

    before = kept()
    assert run(owner, History(seed=36), name).swapped
    assert kept() == before


def test_a_comparison_alone_swaps_nothing(owner: Database, worker: Database) -> None:
    """With swap off the difference is told, the live rows stay, and the shadow is gone."""
    history = History(seed=33).grow(100)
    project(worker, history)
    worker.execute("DELETE FROM characters")
    rebuilt = run(owner, history, "characters", swap=False)
    assert rebuilt.differences > 10
    assert rebuilt.swapped is False
    assert dump(worker)["characters"] == []
    row = owner.execute("SELECT to_regclass('xavira_live_rebuild.characters')").fetchone()
    assert row == (None,)


def test_projecting_and_reading_go_on_after_the_swap(
    owner: Database, worker: Database, reader: Database
) -> None:
    """The roles keep their rights on the new tables, and the runner follows on."""
    history = History(seed=34).grow(100)
    project(worker, history)
    for name in PROJECTIONS:
        run(owner, history, name)
    history.grow(100)
    project(worker, history)
    expected = dump(worker)
    account_id = history.accounts[0]
    row = fetch_one(reader, balance(account_id))
    assert row is not None
    assert row.booked == _booked(history, account_id)
    for name in PROJECTIONS:
        assert run(owner, history, name).differences == 0
    assert dump(worker) == expected


def _booked(history: History, account_id: Any) -> int:
    state = history.ledger.load([account_id]).result()[account_id].state
    return sum(lot.remaining for lot in state.lots.values())  # type: ignore[union-attr]


def test_a_canceled_rebuild_goes_on_where_it_was(owner: Database, worker: Database) -> None:
    """A cancel keeps the shadow; the next rebuild starts behind it and ends with the same rows."""
    history = History(seed=35).grow(2_600)
    project(worker, history, size=1_000)
    before = dump(worker)
    stop = threading.Event()
    seen: list[int] = []

    def cancel_after_two(position: int, target: int) -> None:
        seen.append(position)
        if len(seen) == 3:
            stop.set()

    read = history.ledger.read
    canceled = rebuild(
        "statements", owner, read, stop=stop, progress=cancel_after_two, batch_events=100
    )
    assert (canceled.position, canceled.swapped) == (300, False)
    resumed: list[int] = []

    def note(position: int, target: int) -> None:
        resumed.append(position)

    done = rebuild(
        "statements", owner, read, stop=threading.Event(), progress=note, batch_events=100
    )
    assert resumed[0] == 300
    assert (done.differences, done.swapped) == (0, True)
    assert dump(worker) == before


def test_a_rebuild_that_was_canceled_before_its_swap_goes_on(
    owner: Database, worker: Database
) -> None:
    """Tables that only grow are indexed last, by keys and by mere indexes; what is indexed already
    is not begun anew.
    """
    history = History(seed=42).grow(300)
    owner.execute("CREATE INDEX journal_entries_later ON journal_entries (recorded_at)")
    project(worker, history)
    before = dump(worker)
    read = history.ledger.read
    stop = threading.Event()
    seen: list[bool] = []

    def indexed() -> bool:
        keys = "SELECT 1 FROM pg_indexes WHERE schemaname = %s AND tablename = 'journal_entries'"
        return bool(owner.execute(keys, ("xavira_live_rebuild",)).fetchone())

    def cancel_when_indexed(position: int, target: int) -> None:
        seen.append(indexed())
        if seen[-1]:
            stop.set()

    canceled = rebuild("journal", owner, read, stop=stop, progress=cancel_when_indexed)
    assert (canceled.position, canceled.swapped) == (0, False)
    assert seen == [False, True]
    assert run(owner, history, "journal") == Rebuilt(
        name="journal", position=history.ledger.head(), differences=0, swapped=True
    )
    assert dump(worker) == before
    named = (
        "SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid"
        " WHERE indrelid = 'xavira_live.journal_entries'::regclass ORDER BY 1"
    )
    found = [name for (name,) in owner.execute(named)]
    assert found == ["journal_entries_later", "journal_entries_pkey"]


def test_nothing_is_left_of_a_shadow_but_what_another_rebuild_goes_on_with(
    owner: Database, worker: Database
) -> None:
    """The shadows' schema is gone after a swap and after a comparison, unless one was canceled."""

    def shadows() -> list[str] | None:
        there = owner.execute("SELECT to_regnamespace('xavira_live_rebuild')").fetchone()
        if there == (None,):
            return None
        rows = owner.execute("SELECT name FROM xavira_live_rebuild.projection_checkpoints")
        return [name for (name,) in rows]

    history = cut_off(owner, worker)
    assert run(owner, history, "characters").swapped
    assert shadows() == ["balances"]
    assert run(owner, history, "balances").swapped
    assert shadows() is None
    assert not run(owner, history, "journal", swap=False).swapped
    assert shadows() is None


def test_two_rebuilds_that_end_together_both_end_well(
    owner: Database, worker: Database, migrated: str
) -> None:
    """The last of them takes the schema away, and the other finds it gone."""
    history = History(seed=43).grow(50)
    project(worker, history)
    both_began = threading.Barrier(3)
    results: list[Rebuilt] = []

    def go(name: str, connection: Database) -> None:
        def begun(position: int, target: int) -> None:
            both_began.wait(timeout=30)

        read = history.ledger.read
        stop = threading.Event()
        results.append(rebuild(name, connection, read, stop=stop, progress=begun))

    options = "-c search_path=xavira_live,xavira_ground"
    with psycopg.connect(migrated, autocommit=True, options=options) as second:
        threads = [
            threading.Thread(target=go, args=pair, daemon=True)
            for pair in (("appeals", owner), ("operator_acts", second))
        ]
        for thread in threads:
            thread.start()
        key = "hashtextextended('rebuild/xavira_live', 0)"
        with worker.transaction():
            both_began.wait(timeout=30)
            worker.execute(f"SELECT pg_advisory_xact_lock({key})")
            wait_for(lambda: _waiting(worker) == 2)
        for thread in threads:
            thread.join(timeout=30)
    assert [result.swapped for result in results] == [True, True]
    gone = owner.execute("SELECT to_regnamespace('xavira_live_rebuild')").fetchone()
    assert gone == (None,)


def cut_off(owner: Database, worker: Database) -> History:
    """A rebuild of the balances is canceled after its first piece."""
    history = History(seed=36).grow(2_600)
    project(worker, history, size=1_000)
    stop = threading.Event()

    def cancel(position: int, target: int) -> None:
        if position:
            stop.set()

    read = history.ledger.read
    rebuild("balances", owner, read, stop=stop, progress=cancel, batch_events=100)
    return history


def test_a_fresh_rebuild_forgets_what_an_earlier_one_kept(
    owner: Database, worker: Database
) -> None:
    """`fresh` begins at the first event, whatever shadow a canceled rebuild left."""
    history = cut_off(owner, worker)
    seen: list[int] = []

    def note(position: int, target: int) -> None:
        seen.append(position)

    read = history.ledger.read
    rebuild("balances", owner, read, stop=threading.Event(), progress=note, fresh=True)
    assert seen[0] == 0


def test_a_rebuild_that_was_cut_off_takes_no_migration_back(
    owner: Database, worker: Database
) -> None:
    """It begins anew where a table has another column or index now, and swaps in what has both."""
    history = cut_off(owner, worker)
    owner.execute("CREATE INDEX balances_later ON balances (position)")
    owner.execute("ALTER TABLE balance_lots ADD COLUMN later text NOT NULL DEFAULT ''")
    assert run(owner, history, "balances").swapped
    assert owner.execute("SELECT later FROM balance_lots LIMIT 1").fetchone() == ("",)
    indexed = "SELECT count(*) FROM pg_indexes WHERE tablename = 'balances' AND schemaname = %s"
    assert owner.execute(indexed, ("xavira_live",)).fetchone() == (2,)


def test_a_swap_waits_for_readers_and_then_succeeds(
    owner: Database, worker: Database, reader: Database
) -> None:
    """A reader in a transaction delays the swap; when it ends, the swap goes through."""
    history = History(seed=37).grow(50)
    project(worker, history)
    reader.autocommit = False
    reader.execute("SELECT count(*) FROM characters")
    results: list[Rebuilt] = []
    thread = threading.Thread(
        target=lambda: results.append(run(owner, history, "characters")), daemon=True
    )
    thread.start()
    wait_for(lambda: _waiting(worker))
    assert thread.is_alive()
    reader.rollback()
    thread.join(timeout=120)
    assert [result.swapped for result in results] == [True]


def _waiting(connection: Database) -> int:
    row = connection.execute("SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone()
    assert row is not None
    return int(row[0])


def test_a_stopped_projection_is_running_again_after_a_rebuild(
    owner: Database, worker: Database
) -> None:
    """A rebuild with mended code takes the place of the stopped projection and lets it go on."""
    history = History(seed=38).grow(50)
    project(worker, history)
    worker.execute(
        "UPDATE projection_checkpoints SET state = 'stopped', error = 'x', error_position = 9"
        " WHERE name = 'generations'"
    )
    run(owner, history, "generations")
    history.grow(50)
    read = history.ledger.read
    projections = tuple(PROJECTIONS.values())
    runner.run(projections, history.batches(10), worker, book="live", read=read, report=refuse)
    row = worker.execute(
        "SELECT state, position FROM projection_checkpoints WHERE name = 'generations'"
    ).fetchone()
    assert row == ("running", history.ledger.head())


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("dispatch_queue", "is a reaction"),
        ("lot_expiries", "is a reaction"),
        ("stored_events", "is ground"),
        ("data_keys", "is ground"),
        ("nonsense", "There is no projection nonsense"),
    ],
)
def test_what_is_no_projection_is_refused(name: str, message: str, owner: Database) -> None:
    """Reactions would do their work again, ground tables cannot be derived: both are refused."""
    with pytest.raises(RebuildRefused, match=message):
        run(owner, History(seed=39), name)


def test_rebuilding_everything_does_nothing_again(owner: Database, worker: Database) -> None:
    """What reactions have to do (work, notices, expiries) is the same before and after."""
    history = History(seed=40).grow(120)
    project(worker, history)
    owner.execute("INSERT INTO lot_expiries SELECT gen_random_uuid(), gen_random_uuid(), now()")

    def to_do() -> dict[str, int]:
        counts = {}
        for table in sorted(REACTION_TABLES):
            row = owner.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert row is not None
            counts[table] = row[0]
        return counts

    before = to_do()
    for name in PROJECTIONS:
        assert run(owner, history, name).swapped
    assert to_do() == before
    assert before["lot_expiries"] == 1


def test_every_table_is_a_projection_a_reaction_or_ground(owner: Database) -> None:
    """Each table of the database is said to be exactly one of the three kinds."""
    found = owner.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname IN ('xavira_live', 'xavira_ground')"
    )
    tables = sorted(row[0] for row in found)
    projected = [table for projection in PROJECTIONS.values() for table in projection.tables]
    assert sorted([*projected, *REACTION_TABLES, *GROUND_TABLES, *CACHE_TABLES]) == tables


def test_two_rebuilds_of_one_projection_are_refused(owner: Database, migrated: str) -> None:
    """The second one is told that the first still runs."""
    history = History(seed=40)
    options = "-c search_path=xavira_live,xavira_ground"
    with psycopg.connect(migrated, autocommit=True, options=options) as second:

        def rebuild_again(position: int, target: int) -> None:
            with pytest.raises(RebuildRefused, match="already"):
                run(second, history, "balances")

        stop = threading.Event()
        rebuild("balances", owner, history.ledger.read, stop=stop, progress=rebuild_again)
