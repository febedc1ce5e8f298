"""The tamper corpus for the live database: what someone past every trigger did is named."""

from __future__ import annotations

from uuid import UUID

import msgspec
import pytest

from adapters.audit.keys import SigningKey
from adapters.verifier.faults import CODES
from domain.ids import AccountId, GenerationId, LotId
from tests import builders
from tests.adapters.audit.rig import ACCOUNT, CHARACTER, Rig, codes

LEAF: dict[str, str] = {
    "edited state": (
        "UPDATE stored_events SET state = convert_to(replace(convert_from(state, 'UTF8'),"
        " '\"amount\":500', '\"amount\":900'), 'UTF8') WHERE notification_id = 5"
    ),
    "edited topic": (
        "UPDATE stored_events SET topic = 'account.suspended.v1' WHERE notification_id = 5"
    ),
    "edited stream id": (
        "UPDATE stored_events SET originator_id = gen_random_uuid() WHERE notification_id = 5"
    ),
    "edited version": (
        "UPDATE stored_events SET originator_version = 500 WHERE notification_id = 5"
    ),
    "edited time": (
        "UPDATE stored_events SET recorded_at = recorded_at - interval '1 microsecond'"
        " WHERE notification_id = 5"
    ),
    "last of all times": (
        "UPDATE stored_events SET recorded_at = '294276-12-31 23:59:59.999999+00'"
        " WHERE notification_id = 5"
    ),
    "no time": "UPDATE stored_events SET recorded_at = '-infinity' WHERE notification_id = 5",
    "time without end": (
        "UPDATE stored_events SET recorded_at = 'infinity' WHERE notification_id = 5"
    ),
}

PROJECTED: dict[str, tuple[str, ...]] = {
    "edited balance": ("UPDATE balances SET booked = booked + 1", "balance_differs"),
    "edited flight": ("UPDATE balances SET in_flight = in_flight + 1", "balance_differs"),
    "edited lot": ("UPDATE balance_lots SET remaining = remaining - 1", "lot_differs"),
    "dropped lot": ("DELETE FROM balance_lots", "lot_differs"),
    "larger lot": ("UPDATE balance_lots SET granted = granted + 1", "lot_differs"),
    "debit that never was": (
        "INSERT INTO open_debits SELECT gen_random_uuid(), account_id, 1, 1 FROM balances",
        "balance_differs",
    ),
    "debit of nobody": (
        "INSERT INTO open_debits VALUES (gen_random_uuid(), gen_random_uuid(), 1, 1)",
        "balance_differs",
    ),
    "edited statement": ("UPDATE statement_entries SET amount = amount + 1", "statement_differs"),
    "entries edited against each other": (
        "UPDATE statement_entries SET amount = amount + CASE position WHEN first THEN 9 ELSE -9 END"
        " FROM (SELECT min(position) AS first, max(position) AS last"
        " FROM statement_entries) AS ends"
        " WHERE position IN (first, last)",
        "statement_differs",
    ),
    "balance in the middle of a statement": (
        "UPDATE statement_entries SET balance = balance + 1 WHERE position = 4",
        "statement_differs",
    ),
    "last balance of a statement": (
        "UPDATE statement_entries SET balance = balance + 1"
        " WHERE position = (SELECT max(position) FROM statement_entries)",
        "statement_differs",
    ),
    "dropped entry": (
        "DELETE FROM statement_entries WHERE kind = 'refunded'",
        "statement_differs",
    ),
    "edited journal lot": (
        "UPDATE journal_lots SET used = used - 1, expired = expired + 1 WHERE used > 0",
        "journal_lot_differs",
        "journal_entries_differ",
    ),
    "dropped journal lot": (
        "DELETE FROM journal_lots WHERE granted = 500",
        "journal_lot_differs",
        "journal_entries_differ",
    ),
    "edited journal entry": (
        "UPDATE journal_entries SET amount = amount + 1 WHERE fact = 'completed'",
        "journal_entries_differ",
        "journal_days_differ",
    ),
    "dropped journal entry": (
        "DELETE FROM journal_entries WHERE fact = 'returned'",
        "journal_entries_differ",
        "journal_days_differ",
    ),
    "edited journal money": (
        "UPDATE journal_lots SET price_minor = price_minor + 1 WHERE granted = 500",
        "journal_money_differs",
    ),
    "edited day of the journal": (
        "UPDATE journal_days SET amount = amount + 1",
        "journal_days_differ",
    ),
}


MADE_ANEW: dict[str, tuple[str, str]] = {
    "work of an entry": (
        "UPDATE journal_entries SET generation_id = gen_random_uuid() WHERE fact = 'completed'",
        "journal",
    ),
    "payment that never was": (
        "INSERT INTO journal_payments (payment_id, provider, reference)"
        " VALUES (gen_random_uuid(), 'bank', 'r1')",
        "journal",
    ),
    "usage": ("UPDATE usage_days SET generations = 7 * generations", "journal"),
    "usage by key": ("DELETE FROM usage_slices", "usage"),
    "kind of a statement": (
        "UPDATE statement_entries SET kind = 'refunded' WHERE kind = 'debited'",
        "statements",
    ),
    "end of a lot": ("UPDATE balance_lots SET expires_at = NULL, priority = 7", "balances"),
    "picture": ("DELETE FROM generations WHERE status = 'completed'", "generations"),
}
"""What only a second making of every row finds, and the projection that it names."""


@pytest.fixture
def sealed(rig: Rig) -> Rig:
    """A sealed, projected log of 26 events."""
    rig.fill().seal()
    rig.project()
    return rig


@pytest.mark.parametrize("kind", LEAF)
def test_an_edited_event_is_named_by_its_position(kind: str, sealed: Rig) -> None:
    """The stored tree tells which event is not the one that was sealed, with no trusted input."""
    sealed.tamper(LEAF[kind])
    verdict = sealed.verify(keys=[])
    assert verdict.exit_status == 1
    assert [f.position for f in verdict.faults if f.code == "leaf_differs"] == [5]
    assert "root_differs" in codes(verdict)
    assert CODES["leaf_differs"] == ("linkage", ())


@pytest.mark.parametrize("held_max", [10, 10**9])
def test_what_is_left_open_at_the_end_is_named(rig: Rig, held_max: int) -> None:
    """Honestly sealed and signed: work that failed and never gave its credits back."""
    rig.fill().seal()
    rig.run(builders.requested(ACCOUNT, CHARACTER, GenerationId(UUID(int=77))))
    rig.tamper(
        "INSERT INTO stored_events SELECT %s, 2, topic, state,"
        " (SELECT max(notification_id) + 1 FROM stored_events),"
        " (SELECT max(recorded_at) FROM stored_events)"
        " FROM stored_events WHERE topic = 'generation.failed.v1' LIMIT 1",
        UUID(int=77),
    )
    rig.seal()
    verdict = rig.verify(held_max=held_max)
    assert codes(verdict) == {"refund_and_ending_differ"}
    assert [fault.subject for fault in verdict.faults] == [str(UUID(int=77))]


@pytest.mark.parametrize("held_max", [1, 10**9])
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({}, "lot_on_two_accounts"),
        ({"payment_reference": "bank/r1", "lot_id": str(UUID(int=9))}, "payment_on_two_accounts"),
    ],
)
def test_what_was_granted_on_two_accounts_is_named(
    facts: dict[str, str], code: str, held_max: int, rig: Rig
) -> None:
    """Honestly sealed and signed: one lot, or one payment, that two accounts were given."""
    rig.fill(1)
    other = AccountId(UUID(int=99))
    rig.run(builders.opened(other))
    paid = builders.granted(ACCOUNT, 5, lot_id=LotId(UUID(int=8)), payment_reference="bank/r1")
    at = rig.run(paid)
    rig.tamper(
        "INSERT INTO stored_events SELECT %s, 1 + (SELECT max(originator_version)"
        " FROM stored_events WHERE originator_id = %s), topic, convert_to("
        "(convert_from(state, 'UTF8')::jsonb || %s::jsonb)::text, 'UTF8'),"
        " notification_id + 1, recorded_at FROM stored_events WHERE notification_id = %s",
        *(other, other, msgspec.json.encode({"payment_reference": None} | facts).decode(), at),
    )
    rig.seal()
    for verdict in (rig.verify(held_max=held_max), rig.verify_export(rig.export())):
        assert [(fault.code, fault.position) for fault in verdict.faults] == [(code, at + 1)]
        assert CODES[code] == ("content", ())


def test_a_dropped_event_is_a_gap(sealed: Rig) -> None:
    """One row gone: its place is named, and the signed root is missed."""
    sealed.tamper("DELETE FROM stored_events WHERE notification_id = 7")
    verdict = sealed.verify(keys=[])
    assert {"position_gap", "root_differs"} <= codes(verdict)
    assert [f.position for f in verdict.faults if f.code == "position_gap"] == [8]


def test_swapped_events_are_both_named(sealed: Rig) -> None:
    """Two positions exchanged."""
    sealed.tamper("UPDATE stored_events SET notification_id = 900 WHERE notification_id = 8")
    sealed.tamper("UPDATE stored_events SET notification_id = 8 WHERE notification_id = 9")
    sealed.tamper("UPDATE stored_events SET notification_id = 9 WHERE notification_id = 900")
    verdict = sealed.verify(keys=[])
    assert [f.position for f in verdict.faults if f.code == "leaf_differs"] == [8, 9]


def test_a_cut_log_is_shorter_than_its_checkpoint(sealed: Rig) -> None:
    """The newest events are gone, the checkpoint over them is not."""
    sealed.tamper("DELETE FROM stored_events WHERE notification_id > 20")
    assert "size_differs" in codes(sealed.verify(keys=[]))


def test_a_rewritten_head_needs_the_published_checkpoint(sealed: Rig) -> None:
    """Log, tree and checkpoints rewritten and signed by an insider: only what lies outside the
    database contradicts them.
    """
    published = sealed.newest()
    sealed.tamper(LEAF["edited time"])
    sealed.tamper("DELETE FROM audit_tiles")
    sealed.tamper("DELETE FROM audit_checkpoints")
    shelf = sealed.folder / "objects" / "checkpoints" / "newest"
    kept = shelf.read_bytes()
    shelf.unlink()
    sealed.restart()
    sealed.seal()
    assert sealed.verify().faults == ()
    verdict = sealed.verify(since=published)
    assert codes(verdict) == {"history_rewritten"}
    shelf.write_bytes(kept)
    sealed.restart()
    assert sealed.sealer.seal() is None


def test_a_forged_signature_needs_the_public_key(sealed: Rig) -> None:
    """A checkpoint that somebody else signed passes only where no key is given."""
    keys, newest = sealed.keys(), sealed.newest()
    note = SigningKey(b"\x66" * 32).sign(newest.checkpoint)
    sealed.tamper("UPDATE audit_checkpoints SET note = %s WHERE tree_size = 26", note)
    without = sealed.verify(keys=[])
    assert (without.exit_status, without.faults) == (3, ())
    assert codes(sealed.verify(keys=keys)) == {"signature_invalid"}


def test_a_rewritten_checkpoint_differs_from_the_log(sealed: Rig) -> None:
    """Every stored checkpoint is held against the log, not only the newest."""
    sealed.draw(3).seal()
    sealed.tamper(
        "UPDATE audit_checkpoints SET root = decode(repeat('00', 32), 'hex') WHERE tree_size = 26"
    )
    assert [f.subject for f in sealed.verify().faults] == ["checkpoint 26"]


@pytest.mark.parametrize("kind", PROJECTED)
def test_an_edited_projection_needs_the_database(kind: str, sealed: Rig) -> None:
    """Content: the log is whole, a balance somebody sees is not. An export cannot show it."""
    statement, *expected = PROJECTED[kind]
    sealed.tamper(statement)
    verdict = sealed.verify()
    assert codes(verdict) == set(expected)
    assert all(CODES[code] == ("content", ("database",)) for code in expected)
    assert sealed.verify_export(sealed.export(), keys=sealed.keys()).faults == ()


@pytest.mark.parametrize("kind", MADE_ANEW)
def test_every_row_can_be_made_anew_and_compared(kind: str, sealed: Rig) -> None:
    """What a replay of the credits does not know, and nothing else differs; nothing is left."""
    statement, projection = MADE_ANEW[kind]
    assert sealed.verify_rows().faults == ()
    sealed.tamper(statement)
    assert sealed.verify().faults == ()
    faults = sealed.verify_rows().faults
    assert [(fault.code, fault.subject) for fault in faults] == [("rows_differ", projection)]
    assert CODES["rows_differ"] == ("content", ("database",))
    left = sealed.work.execute("SELECT FROM pg_namespace WHERE nspname = 'xavira_live_rebuild'")
    assert left.rowcount == 0


def test_a_clean_database_exports_clean(sealed: Rig) -> None:
    """The export of an honest log is verified, and continues the older checkpoint."""
    older = sealed.newest()
    sealed.draw(4).seal()
    verdict = sealed.verify_export(sealed.export(), keys=sealed.keys(), since=older)
    assert (verdict.exit_status, verdict.faults) == (0, ())


def test_an_export_of_an_edited_database_shows_it(sealed: Rig) -> None:
    """Exporting does not launder: the checkpoint in the export is over the honest log."""
    sealed.tamper(LEAF["edited time"])
    verdict = sealed.verify_export(sealed.export(), keys=sealed.keys())
    assert codes(verdict) == {"root_differs"}


@pytest.mark.parametrize(
    "state",
    [
        b'{"x":' + b"[" * 5000 + b"]" * 5000 + b"}",
        b'{"lot_id":"%b","amount":1,"kind":"paid","priority":1,"expires_at":null}' % (b"0 " * 18),
        b'{"lot_id":"1-2-3-4-%b","amount":1,"kind":"paid","priority":1,"expires_at":null}'
        % (b"0" * 28),
    ],
    ids=["too deep", "lot with spaces", "lot with dashes elsewhere"],
)
def test_an_event_that_cannot_be_read_is_named(rig: Rig, state: bytes) -> None:
    """Honestly sealed and signed: in the database, and in an export of it in every format."""
    rig.fill()
    rig.project()
    granted = rig.work.execute(
        "SELECT notification_id FROM stored_events WHERE topic = 'credits.granted.v1'"
    ).fetchone()
    assert granted is not None
    rig.tamper("UPDATE stored_events SET state = %s WHERE notification_id = %s", state, *granted)
    rig.seal()
    for verdict in (rig.verify(), rig.verify_export(rig.export(), keys=rig.keys())):
        unreadable = [fault for fault in verdict.faults if fault.code == "state_unreadable"]
        assert [fault.position for fault in unreadable] == [*granted]
