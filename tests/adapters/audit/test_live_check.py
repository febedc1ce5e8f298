"""Live verification: clean on an untouched log, and what it finds on a changed one."""

from adapters.audit.live_check import verify_live
from adapters.verifier.export_check import Inputs
from tests.adapters.audit.rig import Rig, codes
from tests.projections.swapping import read_during_a_swap


def test_an_untouched_log_is_verified(rig: Rig) -> None:
    """No fault, authenticated by the key, and consistent with what was published."""
    older = rig.fill().seal()
    rig.draw(90).seal()
    rig.draw(1)
    rig.project()
    verdict = rig.verify(since=older)
    assert verdict.faults == ()
    assert (verdict.exit_status, verdict.conclusion) == (0, "verified")
    assert (verdict.sealed, verdict.events) == (326, 329)
    assert verdict.consistent_with == 26


def test_a_rebuild_that_ends_meanwhile_is_no_fault(rig: Rig) -> None:
    """Tables that are swapped while it begins to look are seen whole, before or after."""
    rig.fill(3).seal()
    rig.project()
    verdict = read_during_a_swap(rig.url, "journal", rig.verify)
    assert verdict.faults == ()


def test_an_empty_database_is_consistent_but_not_authenticated(rig: Rig) -> None:
    """Before anything was signed the answer is 3: self-consistent, not authenticated."""
    verdict = verify_live(rig.connect, Inputs())
    assert (verdict.exit_status, verdict.events) == (3, 0)


def test_projections_at_different_positions_are_compared_where_they_stand(rig: Rig) -> None:
    """A projection that is behind is no fault."""
    rig.fill(3)
    rig.project()
    rig.draw(3).seal()
    assert rig.verify().faults == ()


def test_little_memory_compares_every_projection_once(rig: Rig) -> None:
    """A replay that goes through the log again for what it left aside finds the same as one that
    did not have to: nothing where nothing is wrong, and each of the differences otherwise.
    """
    rig.fill(90)
    rig.project()
    rig.draw(90).seal()
    assert rig.verify(held_max=60).faults == ()
    rig.tamper("UPDATE balances SET booked = booked + 1")
    rig.tamper("UPDATE journal_lots SET used = used - 1 WHERE used > 0")
    whole, little = rig.verify(), rig.verify(held_max=60)
    assert sorted(little.faults, key=repr) == sorted(whole.faults, key=repr)
    assert codes(whole) == {"balance_differs", "journal_lot_differs", "journal_entries_differ"}
    rig.tamper("UPDATE projection_checkpoints SET position = 9000 WHERE name = 'statements'")
    ahead = [fault.code for fault in rig.verify(held_max=60).faults]
    assert ahead.count("size_differs") == 1
