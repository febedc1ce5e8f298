"""Sealed events hashed again while `work` runs: an edit is found without anybody asking."""

from __future__ import annotations

import threading

import pytest

from adapters.audit.sealed_events import SealedEvents
from adapters.audit.selfcheck import SelfCheck, newest
from adapters.postgres.connections import connect
from projections.audit_tree import TILE_HASHES, load_tree
from projections.running_books import RunningBooks
from tests.adapters.audit.rig import Rig
from tests.stack import wait_for

EDIT = "UPDATE stored_events SET state = state || convert_to(' ', 'UTF8') WHERE notification_id = 5"
MEND = (
    "UPDATE stored_events SET state = substring(state FOR length(state) - 1)"
    " WHERE notification_id = 5"
)
LEAF = ("leaf_differs", "5")


def looked(sealed: SealedEvents, rig: Rig) -> list[tuple[str, str]]:
    """Code and subject of what one look finds."""
    plan = sealed.plan(rig.work)
    found = [each for span in plan.spans for each in sealed.compare(rig.work, plan, span)]
    return [(each.code, each.subject) for each in found]


def test_the_running_check_finds_an_edited_event(rig: Rig) -> None:
    """The sealer signs on; the self-check names the position, tells it in every look and is silent
    again once the event is what it was.
    """
    rig.fill(6).seal()
    rig.project()
    halted = threading.Event()
    check = SelfCheck(
        database_url=rig.url, read=rig.ledger.read, interval_seconds=0.1, share_max=0.9
    )
    thread = threading.Thread(target=check.run, args=(halted,))
    with connect(rig.url, role="xavira_work") as reader:
        thread.start()
        try:
            wait_for(lambda: newest(reader))
            assert newest(reader)[0].findings == []
            rig.tamper(EDIT)
            assert rig.draw(1).sealer.seal() is not None
            result = wait_for(lambda: [r for r in newest(reader, limit=100) if r.findings])[0]
            assert [(each["code"], each["subject"]) for each in result.findings] == [LEAF]
            rig.tamper(MEND)
            wait_for(lambda: newest(reader)[0].findings == [])
        finally:
            halted.set()
            thread.join(30)


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE stored_events SET topic = 'x' WHERE notification_id = 5", [LEAF]),
        ("DELETE FROM stored_events WHERE notification_id = 5", [("position_gap", "5")]),
        (
            "UPDATE audit_tiles SET hashes = substring(hashes FOR 32 * 4) WHERE level = 0",
            [],
        ),
        (
            "UPDATE audit_tiles SET hashes = substring(hashes FOR 32 * 4) ||"
            " decode(repeat('00', 32), 'hex') || substring(hashes FROM 32 * 5 + 1) WHERE level = 0",
            [LEAF],
        ),
    ],
)
def test_each_difference_is_named(rig: Rig, statement: str, found: list[tuple[str, str]]) -> None:
    """With the codes of `xavira ledger verify`. A tree cut off at its end is no event's matter."""
    rig.fill(2).seal()
    sealed = SealedEvents()
    assert looked(sealed, rig) == []
    rig.tamper(statement)
    assert looked(sealed, rig) == found


def test_a_tile_that_is_gone_is_found(rig: Rig) -> None:
    """Its events have nothing to be compared with, and that is a finding for each."""
    rig.fill(2).draw(200).seal()
    rig.tamper("DELETE FROM audit_tiles WHERE level = 0 AND index = 0")
    found = looked(SealedEvents(), rig)
    assert found == [("leaf_differs", str(at)) for at in range(1, TILE_HASHES + 1)]


def test_the_whole_log_is_hashed_again_in_turn(rig: Rig) -> None:
    """Two tiles a look: the newest one and the next in turn. What differs is looked at each time;
    what is not sealed yet is not looked at.
    """
    rig.fill(2)
    rig.draw(400).seal()
    tiles = -(-load_tree(rig.work, 1).size // TILE_HASHES)
    assert tiles >= 4
    sealed = SealedEvents(tiles_per_span=1, spans_per_look=2)
    plans = [sealed.plan(rig.work).spans for _ in range(2 * tiles)]
    assert all(spans[0] == tiles - 1 and len(spans) <= 2 for spans in plans)
    assert {span for spans in plans[: tiles + 1] for span in spans} == set(range(tiles))
    rig.tamper(EDIT)
    results = [looked(sealed, rig) for _ in range(tiles + 1)]
    assert results[-2:] == [[LEAF], [LEAF]]
    rig.tamper(MEND)
    assert looked(sealed, rig) == []
    rig.draw(1)
    rig.tamper(f"DELETE FROM stored_events WHERE notification_id = {rig.ledger.head()}")
    assert looked(sealed, rig) == []


def test_nothing_sealed_is_nothing_to_look_at(rig: Rig) -> None:
    """Before the first origin, and under one without leaves."""
    rig.fill(1)
    assert looked(SealedEvents(), rig) == []
    check = SelfCheck(
        database_url=rig.url, read=rig.ledger.read, interval_seconds=0.0, share_max=0.9
    )
    assert check.look(rig.work, RunningBooks(), threading.Event()) == []
