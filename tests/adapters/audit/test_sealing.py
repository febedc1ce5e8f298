"""The sealer: the tree over the stored bytes, the checkpoints, and what it refuses."""

import hashlib
import struct
from datetime import UTC, datetime

import psycopg
import pytest
from pymerkle import InmemoryTree

from adapters.audit.keys import SigningKey
from adapters.audit.origins import listed_keys
from adapters.audit.raw_log import read_rows
from adapters.audit.sealer import Sealer
from adapters.verifier.signatures import is_signed_by
from domain.audit.merkle import leaf_hashes
from domain.audit.signed_note import parse_note
from projections.audit_tree import load_tree
from tests.adapters.audit.rig import Rig


def _leaf(row: tuple) -> bytes:
    position, stream, version, at, topic, state = row
    return (
        struct.pack(">Q", position)
        + stream
        + struct.pack(">Qq", version, at)
        + struct.pack(">I", len(topic))
        + topic
        + state
    )


def test_the_root_is_that_of_another_implementation(rig: Rig) -> None:
    """The signed root over the stored bytes equals the one that pymerkle computes."""
    checkpoint = rig.fill().seal().checkpoint
    tree = InmemoryTree(algorithm="sha256")
    rows = read_rows(rig.work, 0, checkpoint.size)
    for row in rows:
        tree.append_entry(_leaf(row))
    assert checkpoint.size == len(rows) == 26
    assert checkpoint.root == tree.get_root()


def test_what_is_hashed_is_what_postgresql_holds(rig: Rig) -> None:
    """The bytes that are read are those that an ordinary query gives, to the microsecond."""
    rig.fill(2)
    rows = read_rows(rig.work, 0, 100)
    queried = rig.work.execute(
        "SELECT notification_id, originator_id, originator_version,"
        " (extract(epoch FROM recorded_at) * 1000000)::bigint, topic, state"
        " FROM stored_events ORDER BY notification_id"
    ).fetchall()
    assert rows == [(p, s.bytes, v, at, t.encode(), st) for p, s, v, at, t, st in queried]


def test_no_column_of_the_log_is_outside_the_leaf(rig: Rig) -> None:
    """What an event is, is what is hashed: there is no further column that could be edited, and an
    edit of any of them is another leaf.
    """
    rows = rig.work.execute(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_schema = 'xavira_live' AND table_name = 'stored_events'"
    ).fetchall()
    hashed = {"notification_id", "originator_id", "originator_version", "recorded_at"}
    assert {name for (name,) in rows} == hashed | {"topic", "state"}
    (event, *_) = read_rows(rig.fill(1).work, 0, 1)
    place, stream, version, at, topic, state = event
    others = [
        (place + 1, stream, version, at, topic, state),
        (place, b"\x99" * 16, version, at, topic, state),
        (place, stream, version + 1, at, topic, state),
        (place, stream, version, at + 1, topic, state),
        (place, stream, version, at, topic + b".v2", state),
        (place, stream, version, at, topic, state + b" "),
        (place, stream, version, at, topic + state[:1], state[1:]),
    ]
    assert len(set(leaf_hashes([event, *others]))) == 8


def test_a_checkpoint_is_signed_and_on_the_shelf(rig: Rig) -> None:
    """The newest checkpoint verifies with the public key and was published as it was stored."""
    signed = rig.fill().seal()
    assert is_signed_by(signed, rig.keys())
    assert (rig.shelf.newest_checkpoint() or b"").decode() == signed.note


def test_one_checkpoint_a_day_stays_on_the_shelf(rig: Rig) -> None:
    """The first of each day, under its own name; all of them are in the database."""
    now = datetime(2026, 3, 1, 23, 59, tzinfo=UTC)
    rig.sealer = Sealer(rig.work, lambda: rig.key, rig.shelf, clock=lambda: now)
    sizes = [rig.fill(1).seal().checkpoint.size, rig.draw(1).seal().checkpoint.size]
    now = datetime(2026, 3, 2, tzinfo=UTC)
    sizes += [rig.draw(1).seal().checkpoint.size for _ in range(3)]
    folder = rig.folder / "objects" / "checkpoints"
    kept = sorted(int(path.name) for path in folder.glob("*/*"))
    assert kept == [sizes[0], sizes[2]]
    assert (rig.shelf.newest_checkpoint() or b"").decode() == rig.newest().note
    stored = rig.work.execute("SELECT tree_size FROM audit_checkpoints ORDER BY 1").fetchall()
    assert [size for (size,) in stored] == [0, *sizes]


def test_nothing_new_signs_nothing(rig: Rig) -> None:
    """A second cycle over the same log makes no checkpoint."""
    rig.fill().seal()
    assert rig.sealer.seal() is None


@pytest.mark.parametrize("restarted", [False, True])
def test_what_was_hashed_but_not_signed_is_signed_next(rig: Rig, restarted: bool) -> None:
    """Whatever came between the two, and though nothing new was recorded since."""
    rig.fill(1).seal()
    head = rig.draw(1).ledger.head()
    key, rig.key = rig.key, None  # type: ignore[assignment]
    with pytest.raises(AttributeError):
        rig.sealer.seal()
    rig.key = key
    if restarted:
        rig.restart()
    assert load_tree(rig.work, 1).size == head
    assert rig.newest().checkpoint.size < head
    assert rig.seal().checkpoint.size == head


def test_the_tree_grows_over_many_cycles(rig: Rig) -> None:
    """Sealing bit by bit comes to the same tree as sealing at once, also after a restart."""
    rig.fill(1).seal()
    for _ in range(3):
        rig.draw(33).seal()
        rig.restart()
    tree = InmemoryTree(algorithm="sha256")
    for row in read_rows(rig.work, 0, 10_000):
        tree.append_entry(_leaf(row))
    assert rig.newest().checkpoint.size > 256
    assert load_tree(rig.work, 1).root() == tree.get_root()


def test_a_rotated_key_signs_and_the_old_one_stays_listed(rig: Rig) -> None:
    """Old checkpoints verify with the old key, new ones with the new one; both are listed."""
    old = rig.fill(1).seal()
    old_keys = rig.keys()
    rig.key = SigningKey(b"\x22" * 32)
    new = rig.draw(1).seal()
    assert is_signed_by(old, old_keys)
    assert not is_signed_by(new, old_keys)
    assert is_signed_by(new, rig.keys())
    assert listed_keys(rig.work) == [*old_keys, *rig.keys()]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_checkpoints SET note = 'x'",
        "DELETE FROM audit_checkpoints",
        "TRUNCATE audit_checkpoints",
        "UPDATE audit_origins SET origin = 'x'",
        "DELETE FROM audit_keys",
        "DELETE FROM audit_tiles",
        "UPDATE audit_tiles SET hashes = decode(repeat('00', length(hashes)), 'hex')",
        "UPDATE audit_tiles SET hashes = substring(hashes FOR 32) WHERE length(hashes) > 32",
        "DELETE FROM ledger_forks",
        "TRUNCATE ledger_forks",
    ],
)
def test_what_was_signed_only_grows(rig: Rig, statement: str) -> None:
    """Not even the owner's slip changes the tree, its keys or its checkpoints."""
    rig.fill(2).seal()
    options = "-c search_path=xavira_live"
    with (
        psycopg.connect(rig.url, autocommit=True, options=options) as owner,
        pytest.raises(psycopg.errors.RestrictViolation),
    ):
        owner.execute(statement)


def test_a_note_survives_its_text(rig: Rig) -> None:
    """Parsing the stored note and printing its checkpoint gives the signed text again."""
    signed = rig.fill(1).seal()
    assert parse_note(signed.note).checkpoint.text() == signed.text
    assert hashlib.sha256(signed.text.encode()).digest() != signed.checkpoint.root
