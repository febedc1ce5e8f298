"""Snapshots never change an answer: with them, without them, pruned, foreign and tampered."""

from collections.abc import Callable
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.rows import tuple_row

from adapters.eventstore import PostgresLedger
from adapters.eventstore.arrays import register_arrays
from adapters.eventstore.loading import StreamLoader
from adapters.eventstore.mapper import EventMapper
from adapters.eventstore.recorder import LedgerDatastore, LedgerRecorder
from adapters.eventstore.snapshots import encoded, fold_version, sample, sources, version_of
from adapters.eventstore.streams import StreamCache
from adapters.postgres.connections import connect
from domain import handlers
from domain.ids import AccountId, CharacterId, GenerationId
from domain.keys.caps import Cap
from domain.ledger import Account
from domain.ports import Command, Stream
from tests import builders

KEPT_EVERY = 5
CHANGES: dict[str, Callable[[AccountId], Command]] = {
    "grant": lambda account_id: builders.granted(account_id, 3),
    "grant shortly": lambda account_id: builders.granted(account_id, 3, expires_at=LONG_AGO),
    "expire": handlers.expire_lots,
    "cap": lambda account_id: handlers.cap_key(
        account_id, builders.key_of(account_id), Cap(1_000, "week"), actor="test"
    ),
    "tier": lambda account_id: handlers.set_tier(account_id, "scale", actor="test"),
    "verify": handlers.verify_email,
}
"""What may happen to an account besides its work."""

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
STEPS = st.lists(st.sampled_from(["request", "fail", "complete", *CHANGES]), max_size=25)


class Customer:
    """An account with a character, and what was asked for it."""

    def __init__(self) -> None:
        self.account_id = AccountId(uuid4())
        self.character_id = CharacterId(uuid4())
        self.open: list[GenerationId] = []

    def live(self, ledger: PostgresLedger, steps: list[str]) -> None:
        ledger.append(builders.opened(self.account_id)).result()
        ledger.append(builders.created(self.account_id, self.character_id)).result()
        for step in steps:
            self._step(ledger, step)

    def _step(self, ledger: PostgresLedger, step: str) -> None:
        if step in CHANGES:
            ledger.append(CHANGES[step](self.account_id)).result()
        elif step == "request":
            generation_id = GenerationId(uuid4())
            command = builders.requested(self.account_id, self.character_id, generation_id)
            ledger.append(command).result()
            self.open.append(generation_id)
        elif self.open:
            generation_id = self.open.pop()
            failed = builders.failed(self.account_id, generation_id)
            command = failed if step == "fail" else builders.completed(generation_id)
            ledger.append(command).result()


def _loaded(migrated: str, account_id: UUID, events: int | None) -> Stream:
    """The account as a process that has just started sees it."""
    with PostgresLedger(migrated, role="xavira_api", snapshot_events=events) as cold:
        return cold.load([account_id]).result()[account_id]


def _kept(migrated: str) -> list[tuple[UUID, int]]:
    with connect(migrated, role="xavira_work") as connection:
        query = "SELECT stream_id, version FROM snapshots ORDER BY stream_id"
        return connection.cursor(row_factory=tuple_row).execute(query).fetchall()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS, more=STEPS)
def test_on_off_and_pruned_give_the_same_answers(
    migrated: str, steps: list[str], more: list[str]
) -> None:
    """Whatever happened, a cold load answers alike with snapshots, without, and after pruning."""
    customer = Customer()
    with PostgresLedger(migrated, role="xavira_api", snapshot_events=KEPT_EVERY) as ledger:
        customer.live(ledger, steps)
    with PostgresLedger(migrated, role="xavira_api", snapshot_events=KEPT_EVERY) as ledger:
        for step in more:
            customer._step(ledger, step)
        live = ledger.load([customer.account_id]).result()[customer.account_id]

    on = _loaded(migrated, customer.account_id, KEPT_EVERY)
    off = _loaded(migrated, customer.account_id, None)
    with connect(migrated, role="xavira_work") as connection:
        connection.execute("DELETE FROM snapshots")
    pruned = _loaded(migrated, customer.account_id, KEPT_EVERY)

    assert on == live
    assert off == live
    assert pruned == live


@pytest.fixture
def long_lived(migrated: str) -> Customer:
    """An account of eleven events, kept at its tenth."""
    customer = Customer()
    with PostgresLedger(migrated, role="xavira_api", snapshot_events=KEPT_EVERY) as ledger:
        customer.live(ledger, ["request"] * 7)
    assert _kept(migrated) == [(customer.account_id, 10)]
    return customer


def _available(stream: Stream) -> int:
    assert isinstance(stream.state, Account)
    return stream.state.available(datetime.now(UTC))


def test_a_snapshot_is_really_read(migrated: str, long_lived: Customer) -> None:
    """Credits written into a snapshot show up in a load, so the other tests here show something."""
    honest = _loaded(migrated, long_lived.account_id, None)
    assert isinstance(honest.state, Account)
    _tamper(migrated, long_lived.account_id)

    assert _available(honest) == 18
    assert _available(_loaded(migrated, long_lived.account_id, KEPT_EVERY)) != 18
    assert _available(_loaded(migrated, long_lived.account_id, None)) == 18


def test_other_code_ignores_a_snapshot(migrated: str, long_lived: Customer) -> None:
    """A snapshot of another fold version is not read, and is replaced by this version's own."""
    _tamper(migrated, long_lived.account_id)
    with connect(migrated, role="xavira_work") as connection:
        connection.execute("UPDATE snapshots SET fold = 'another'")

    assert _available(_loaded(migrated, long_lived.account_id, KEPT_EVERY)) == 18
    with connect(migrated, role="xavira_work") as connection:
        row = connection.execute("SELECT fold, version FROM snapshots").fetchone()
    assert row == (fold_version(), 11)


def test_every_rule_counts_for_the_fold_version(tmp_path: Path) -> None:
    """The source of a rule is part of the version wherever in the domain it stands."""
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "ledger.py").write_bytes(b"1")
    (tmp_path / "deep" / "deeper" / "keys.py").write_bytes(b"2")
    (tmp_path / "notes.txt").write_bytes(b"3")
    assert sorted(sources(tmp_path)) == [("deep/deeper/keys.py", b"2"), ("ledger.py", b"1")]
    assert "ledger.py" in dict(sources(resources.files("domain")))


def test_every_change_of_a_module_is_another_fold_version(tmp_path: Path) -> None:
    """A rule that changed in one letter is another rule; what is no module makes no difference."""
    folder = tmp_path / "domain"
    folder.mkdir()
    (folder / "ledger.py").write_text("LIFE_DAYS = 7")
    version = version_of(folder)
    (folder / "notes.txt").write_text("no rule")
    assert version_of(folder) == version
    (folder / "ledger.py").write_text("LIFE_DAYS = 8")
    changed = version_of(folder)
    (folder / "ledger.py").rename(folder / "lapsed.py")
    assert len({version, changed, version_of(folder)}) == 3


def test_a_sample_finds_what_differs_from_the_log(migrated: str, long_lived: Customer) -> None:
    """Comparing with the log finds a changed snapshot and only that."""
    assert _sampled(migrated) == []

    _tamper(migrated, long_lived.account_id)

    assert _sampled(migrated) == [long_lived.account_id]


def test_an_older_snapshot_never_replaces_a_newer(migrated: str, long_lived: Customer) -> None:
    """Two processes may keep the same stream in any order; the newer snapshot stays."""
    with connect(migrated, role="xavira_work") as connection:
        connection.execute("UPDATE snapshots SET version = 11, position = 99")
    with PostgresLedger(migrated, role="xavira_api", snapshot_events=2) as ledger:
        ledger._keeper.keep(
            [(long_lived.account_id, _loaded(migrated, long_lived.account_id, None))]
        )

    assert _kept(migrated) == [(long_lived.account_id, 11)]


def test_snapshots_are_no_condition(migrated: str) -> None:
    """A ledger that may not write snapshots appends and loads as ever."""
    with psycopg.connect(migrated, autocommit=True) as owner:
        owner.execute("REVOKE INSERT, UPDATE ON xavira_live.snapshots FROM xavira_api")
    customer = Customer()
    with PostgresLedger(migrated, role="xavira_api", snapshot_events=1) as ledger:
        customer.live(ledger, ["request"] * 3)
        account = ledger.load([customer.account_id]).result()[customer.account_id]

    assert _available(account) == 22
    assert _kept(migrated) == []


def _sampled(migrated: str) -> list[UUID]:
    datastore = LedgerDatastore(migrated, role="xavira_work", book="live")
    recorder = LedgerRecorder(datastore, book="live")
    loader = StreamLoader(
        recorder, EventMapper(), StreamCache(), offer=lambda *_: None, snapshots=False
    )
    with connect(migrated, role="xavira_work") as connection:
        register_arrays(connection)
        found = sample(connection, loader.replay, snapshots=10)
    datastore.close()
    return found


def _tamper(migrated: str, account_id: UUID) -> None:
    """Gives the account in its snapshot what it never bought."""
    stream = _loaded(migrated, account_id, None)
    assert isinstance(stream.state, Account)
    (lot_id, lot), *_ = stream.state.lots.items()
    rich = type(lot)(**{**{f: getattr(lot, f) for f in lot.__struct_fields__}, "remaining": 20})
    fields = {f: getattr(stream.state, f) for f in stream.state.__struct_fields__}
    account = Account(**{**fields, "lots": {lot_id: rich}})
    state, _ = encoded(Stream(version=10, position=1, state=account, times=dict(stream.times)))
    with connect(migrated, role="xavira_work") as connection:
        connection.execute("UPDATE snapshots SET state = %s", (state,))
