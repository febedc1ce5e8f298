"""The fork rule: a log that does not continue its newest published checkpoint takes no appends."""

from __future__ import annotations

import pytest
from psycopg.errors import InsufficientPrivilege
from structlog.testing import capture_logs

from adapters.audit.forks import NothingToFork, check_at_start, close_gate, fork, gate
from adapters.audit.keys import SigningKey
from adapters.audit.origins import current_origin, known_origins
from adapters.postgres.connections import connect
from domain.audit.merkle import EMPTY_ROOT
from domain.audit.signed_note import parse_note
from domain.errors import AppendsRefused
from domain.objects import CheckpointShelf, StoreUnavailable
from projections.audit_tree import load_tree
from tests import builders
from tests.adapters.audit.rig import ACCOUNT, Rig

SAVED = ("audit_tiles", "audit_checkpoints")


class Away:
    """A shelf that nobody reaches."""

    def publish_checkpoint(self, origin: str, size: int, note: bytes, *, keep: bool) -> None:
        raise StoreUnavailable("away")

    def newest_checkpoint(self) -> bytes | None:
        raise StoreUnavailable("away")


class Returning(Away):
    """A shelf that nobody reaches until it is back."""

    def __init__(self, shelf: CheckpointShelf) -> None:
        self.shelf = shelf
        self.back = False

    def publish_checkpoint(self, origin: str, size: int, note: bytes, *, keep: bool) -> None:
        (self.shelf if self.back else super()).publish_checkpoint(origin, size, note, keep=keep)

    def newest_checkpoint(self) -> bytes | None:
        return (self.shelf if self.back else super()).newest_checkpoint()


def _back_up(rig: Rig) -> int:
    """Remembers the database as it is; the position of its end."""
    for table in SAVED:
        rig.tamper(f"CREATE TABLE saved_{table} AS TABLE {table}")
    return rig.ledger.head()


def _restore(rig: Rig, end: int) -> None:
    """The database as it was; the shelf, elsewhere, is newer."""
    rig.tamper(f"DELETE FROM stored_events WHERE notification_id > {end}")
    for table in SAVED:
        rig.tamper(f"DELETE FROM {table}")
        rig.tamper(f"INSERT INTO {table} TABLE saved_{table}")
    rig.ledger.close()
    rig.reopen()


def _restored(rig: Rig) -> Rig:
    rig.fill(3).seal()
    end = _back_up(rig)
    rig.draw(3).seal()
    _restore(rig, end)
    return rig


def test_an_older_backup_takes_no_appends(rig: Rig) -> None:
    """Restored behind a published checkpoint: the first seal closes the gate, with the reason."""
    _restored(rig)
    assert rig.sealer.seal() is None
    assert "an older state" in (gate(rig.work) or "")
    with pytest.raises(AppendsRefused):
        rig.run(builders.granted(ACCOUNT, 5))


def test_the_sealer_says_once_why_appends_are_refused(rig: Rig) -> None:
    """With the two sizes, however often it looks; a fork lets it say the next reason."""
    end = rig.fill(3).seal().checkpoint.size
    rig.tamper("DELETE FROM stored_events WHERE notification_id = %s", end)
    with capture_logs() as lines:
        assert [rig.sealer.seal() for _ in range(3)] == [None] * 3
        reason = gate(rig.work) or ""
        with rig.owner() as owner:
            fork(owner, rig.shelf, rig.key, "the newer disk is lost")
        assert rig.sealer.seal() is not None
        close_gate(rig.work, reason)
        assert rig.sealer.seal() is None
    assert [(line["event"], line["reason"]) for line in lines] == [
        ("appends are refused", reason)
    ] * 2
    assert f"ends at {end - 1}" in reason
    assert str(end) in reason


def test_a_process_that_appends_looks_before_it_starts(rig: Rig) -> None:
    """The start check closes the gate too, before any sealer ran; it leaves a good log alone."""
    rig.fill(3).seal()
    assert check_at_start(rig.work, rig.shelf) is None
    end = _back_up(rig)
    rig.draw(3).seal()
    _restore(rig, end)
    assert "an older state" in (check_at_start(rig.work, rig.shelf) or "")
    with pytest.raises(AppendsRefused):
        rig.run(builders.granted(ACCOUNT, 5))


def test_a_second_history_is_not_signed_once_it_is_longer(rig: Rig) -> None:
    """A restored log that has already grown past the published checkpoint differs in its root."""
    _restored(rig)
    rig.draw(9)
    assert (
        rig.ledger.head()
        > parse_note((rig.shelf.newest_checkpoint() or b"").decode()).checkpoint.size
    )
    assert rig.sealer.seal() is None
    assert "not those that were signed" in (gate(rig.work) or "")


def test_a_fork_goes_on_under_a_new_name(rig: Rig) -> None:
    """After the operator's fork appends are taken again, and the whole log is sealed anew."""
    _restored(rig)
    rig.sealer.seal()
    before = rig.newest().checkpoint.origin
    with rig.owner() as owner:
        started = fork(owner, rig.shelf, rig.key, "the newer disk is lost")
    assert parse_note(started.note or "").checkpoint.root == EMPTY_ROOT
    rig.draw(1)
    checkpoint = rig.seal().checkpoint
    assert checkpoint.origin == started.origin != before
    assert checkpoint.size == rig.ledger.head()
    assert sorted(known_origins(rig.work).values()) == [1, 2]
    rig.project()
    assert rig.verify().faults == ()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO audit_origins VALUES (2, 'xavira-ledger/000000000000', 'first start')",
        "UPDATE ledger_forks SET closed_at = now()",
        "INSERT INTO ledger_forks (message, closed_at) VALUES ('nothing', now())",
    ],
)
def test_the_login_of_work_does_not_fork(rig: Rig, statement: str) -> None:
    """Neither by hand nor by the operator's function: the gate stays closed under the old name."""
    _restored(rig)
    assert rig.sealer.seal() is None
    with pytest.raises(InsufficientPrivilege):
        rig.work.execute(statement)
    with pytest.raises(InsufficientPrivilege):
        fork(rig.work, rig.shelf, rig.key, "stolen")
    assert rig.work.execute("SELECT begin_origin('stolen', 'x')").fetchone() == (None,)
    assert rig.sealer.seal() is None
    assert gate(rig.work) is not None
    assert list(known_origins(rig.work).values()) == [1]


@pytest.mark.parametrize("role", ["xavira_api", "xavira_vault"])
def test_the_first_origin_is_for_the_sealer_to_name(rig: Rig, role: str) -> None:
    """No other role may call the function, and what its caller puts before names means nothing."""
    with connect(rig.url, role=role) as other, pytest.raises(InsufficientPrivilege):
        other.execute("SELECT begin_origin('other', 'x')")
    with rig.owner() as owner:
        owner.execute(
            "CREATE SCHEMA lure CREATE TABLE audit_origins (LIKE xavira_live.audit_origins)"
        )
        owner.execute("GRANT USAGE ON SCHEMA lure TO xavira_work")
    rig.work.execute("SET search_path = lure, xavira_live")
    query = "SELECT xavira_live.begin_origin('mine', 'first')"
    assert [rig.work.execute(query).fetchone() for _ in range(2)] == [(1,), (None,)]
    rig.work.execute("RESET search_path")
    assert known_origins(rig.work) == {"mine": 1}


def test_a_log_that_agrees_is_not_forked(rig: Rig) -> None:
    """Without a reason there is no second history."""
    rig.fill(1).seal()
    with rig.owner() as owner, pytest.raises(NothingToFork):
        fork(owner, rig.shelf, rig.key, "because")


def test_a_fork_that_cannot_be_published_does_not_happen(rig: Rig) -> None:
    """The gate stays closed when the new origin cannot be told to the outside."""
    _restored(rig)
    rig.sealer.seal()
    with rig.owner() as owner, pytest.raises(StoreUnavailable):
        fork(owner, Away(), rig.key, "the newer disk is lost")
    assert gate(rig.work) is not None
    assert list(known_origins(rig.work).values()) == [1]


def test_a_shelf_of_another_log_closes_the_gate(rig: Rig) -> None:
    """A new database in front of a used bucket is a restore to before its first event."""
    rig.fill(1).seal()
    for table in ("audit_keys", "audit_checkpoints", "audit_origins", "audit_tiles"):
        rig.tamper(f"DELETE FROM {table}")
    rig.restart()
    assert rig.sealer.seal() is None
    assert current_origin(rig.work) is None
    assert "unknown to this log" in (gate(rig.work) or "")


@pytest.mark.parametrize("note", [b"nonsense", None])
def test_a_checkpoint_that_no_key_signed_closes_the_gate(rig: Rig, note: bytes | None) -> None:
    """Fail closed: what lies on the shelf must be ours, whole and signed."""
    newest = rig.fill(1).seal()
    forged = note or newest.note.replace(f"\n{newest.checkpoint.size}\n", "\n3\n").encode()
    (rig.folder / "objects" / "checkpoints" / "newest").write_bytes(forged)
    assert rig.sealer.seal() is None
    assert gate(rig.work) is not None


def test_a_right_checkpoint_of_a_strange_key_closes_the_gate(rig: Rig) -> None:
    """Size and root are those of this log; who signed it is not."""
    newest = rig.fill(1).seal()
    strange = SigningKey(b"\x66" * 32).sign(newest.checkpoint)
    (rig.folder / "objects" / "checkpoints" / "newest").write_text(strange)
    rig.restart()
    assert rig.sealer.seal() is None
    assert "not signed by a key of this log" in (gate(rig.work) or "")


def test_one_missing_entry_is_enough(rig: Rig) -> None:
    """A process that appends looks before it starts: the log ends one entry too early."""
    end = rig.fill(3).seal().checkpoint.size
    rig.tamper(f"DELETE FROM stored_events WHERE notification_id = {end}")
    assert f"ends at {end - 1}" in (check_at_start(rig.work, rig.shelf) or "")


def test_entries_that_vanish_close_the_gate(rig: Rig) -> None:
    """The end of the log is cut off under a running sealer."""
    rig.fill(2).seal()
    rig.tamper("DELETE FROM stored_events WHERE notification_id > 10")
    assert rig.sealer.seal() is None
    assert "ends at 10" in (gate(rig.work) or "")


def test_a_gap_closes_the_gate(rig: Rig) -> None:
    """An entry that was never sealed is gone: what follows it is not sealed in its place."""
    sealed = rig.fill(2).seal().checkpoint.size
    rig.draw(2)
    rig.tamper(f"DELETE FROM stored_events WHERE notification_id = {sealed + 3}")
    rig.sealer.seal()
    assert gate(rig.work) == f"The log has a gap after position {sealed}."
    assert rig.newest().checkpoint.size == sealed


def test_a_closed_gate_is_opened_by_nobody_but_the_operator(rig: Rig) -> None:
    """The reason may be gone by now: nothing is signed until somebody has looked."""
    rig.fill(1).seal()
    rig.draw(1)
    close_gate(rig.work, "somebody has to look")
    assert rig.sealer.seal() is None
    rig.restart()
    assert rig.sealer.seal() is None
    assert gate(rig.work) == "somebody has to look"


def test_the_databases_own_checkpoint_holds_it_too(rig: Rig) -> None:
    """While the published ones are out of reach, a log and a tree that were rewritten together
    still differ from what was signed last.
    """
    rig.fill(2).seal()
    rig.tamper(
        "UPDATE stored_events SET recorded_at = recorded_at - interval '1 microsecond'"
        " WHERE notification_id = 5"
    )
    rig.tamper("DELETE FROM audit_tiles")
    rig.shelf = Away()  # type: ignore[assignment]
    rig.restart()
    assert rig.sealer.seal() is None
    assert "not those that were signed" in (gate(rig.work) or "")


@pytest.mark.parametrize("restarted", [False, True])
def test_a_store_that_goes_away_delays_publication_only(rig: Rig, restarted: bool) -> None:
    """Sealing goes on; what could not be published is published when the store is back, also by
    another process, and though nothing new was recorded.
    """
    rig.fill(1)
    shelf = Returning(rig.shelf)
    shelf.back = True
    rig.shelf = shelf  # type: ignore[assignment]
    rig.restart()
    before = rig.seal().note
    shelf.back = False
    rig.draw(1)
    assert rig.sealer.seal() is not None
    assert rig.sealer.seal() is None
    if restarted:
        rig.restart()
    shelf.back = True
    assert (shelf.newest_checkpoint() or b"").decode() == before
    assert rig.sealer.seal() is None
    assert (shelf.newest_checkpoint() or b"").decode() == rig.newest().note != before


def test_a_restored_log_is_not_signed_while_the_store_is_away(rig: Rig) -> None:
    """It grows to the size that was signed before: there is no second checkpoint of that size, and
    the gate closes when the store is back. Only the tree grows meanwhile.
    """
    _restored(rig)
    shelf = Returning(rig.shelf)
    rig.shelf = shelf  # type: ignore[assignment]
    rig.restart()
    signed = rig.newest().checkpoint
    rig.draw(5)
    with capture_logs() as lines:
        assert rig.sealer.seal() is None
        assert rig.sealer.seal() is None
    assert {line["event"] for line in lines} == {
        "nothing is signed before published checkpoints are read"
    }
    assert rig.newest().checkpoint == signed
    assert load_tree(rig.work, 1).size == rig.ledger.head() > signed.size
    assert gate(rig.work) is None
    shelf.back = True
    assert rig.sealer.seal() is None
    assert "not those that were signed" in (gate(rig.work) or "")


def test_the_first_start_waits_for_the_store(rig: Rig) -> None:
    """An origin is a promise, too: none begins before it is known that nothing was published."""
    rig.fill(1)
    shelf = Returning(rig.shelf)
    rig.shelf = shelf  # type: ignore[assignment]
    rig.restart()
    assert rig.sealer.seal() is None
    assert current_origin(rig.work) is None
    shelf.back = True
    assert rig.seal().checkpoint.size == rig.ledger.head()
