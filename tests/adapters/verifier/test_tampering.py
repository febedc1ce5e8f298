"""The tamper corpus for exports: every forgery, by whom, and the trusted input that exposes it.

Three forgers: one who can write files, one who also signs with a key of his own, and an insider who
holds the log's own signing key.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from adapters.verifier.export_check import Inputs, verify_export
from adapters.verifier.export_files import MANIFEST
from adapters.verifier.faults import CODES
from domain.audit.merkle import Row
from domain.audit.signed_note import parse_note
from tests.adapters.verifier.logs import (
    FORGED,
    ORIGIN,
    OWN,
    Tamper,
    codes,
    edited,
    exported,
    honest_rows,
    index_of,
    renumbered,
    signed,
)

KEYS = [OWN.public(ORIGIN)]


def _state(rows: list[Row]) -> list[Row]:
    """A grant becomes ten times as large."""
    at = index_of(rows, "credits.granted.v1")
    state = rows[at][5].replace(b'"amount":', b'"amount":1')
    return edited(rows, at, state=state)


def _topic(rows: list[Row]) -> list[Row]:
    """A failure becomes a completion."""
    return edited(rows, index_of(rows, "generation.failed.v1"), topic=b"generation.completed.v1")


def _stream(rows: list[Row]) -> list[Row]:
    """A grant goes to somebody else."""
    return edited(rows, index_of(rows, "credits.granted.v1"), stream=b"\x99" * 16)


def _version(rows: list[Row]) -> list[Row]:
    at = index_of(rows, "generation.completed.v1")
    return edited(rows, at, version=rows[at][2] + 1)


def _time(rows: list[Row]) -> list[Row]:
    """A later month, seen from the event before it."""
    at = index_of(rows, "credits.granted.v1")
    return edited(rows, at, at=rows[at - 1][3] + 1)


def _drop(rows: list[Row]) -> list[Row]:
    at = index_of(rows, "generation.completed.v1")
    return rows[:at] + rows[at + 1 :]


def _swap(rows: list[Row]) -> list[Row]:
    at = len(rows) // 2
    return [*rows[:at], rows[at + 1], rows[at], *rows[at + 2 :]]


def _insert(rows: list[Row]) -> list[Row]:
    """A grant that nobody made, at the end of the log."""
    row = rows[index_of(rows, "credits.granted.v1")]
    state = row[5].replace(b'"lot_id":"', b'"lot_id":"f', 1)
    new = (len(rows) + 1, row[1], _last_version(rows, row[1]) + 1, rows[-1][3], row[4], state)
    return [*rows, new]


def _duplicate(rows: list[Row]) -> list[Row]:
    return [*rows, rows[-1]]


def _truncate(rows: list[Row]) -> list[Row]:
    return rows[:-5]


def _last_version(rows: list[Row], stream: bytes) -> int:
    return max(row[2] for row in rows if row[1] == stream)


CORPUS: dict[str, Tamper] = {
    "edited state": _state,
    "edited topic": _topic,
    "edited stream id": _stream,
    "edited version": _version,
    "edited time": _time,
    "dropped event": _drop,
    "swapped events": _swap,
    "inserted event": _insert,
    "duplicated event": _duplicate,
    "truncated log": _truncate,
}


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """An honest log."""
    return honest_rows()


def test_an_untouched_export_is_verified(rows: list[Row], tmp_path: Path) -> None:
    """No fault; authenticated with the key, self-consistent without it."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    older = parse_note(signed(rows[:40]))
    verdict = verify_export(folder, Inputs(keys=KEYS, since=older))
    assert verdict.faults == ()
    assert (verdict.exit_status, verdict.consistent_with) == (0, 40)
    assert verify_export(folder, Inputs()).exit_status == 3


@pytest.mark.parametrize("kind", CORPUS)
def test_files_that_were_changed_contradict_their_checkpoint(
    kind: str, rows: list[Row], tmp_path: Path
) -> None:
    """Whoever cannot sign is found with no trusted input at all, as a fault of linkage."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    forged = CORPUS[kind](list(rows))
    (folder / MANIFEST).unlink()
    for path in folder.iterdir():
        path.unlink()
    _export_under(folder, forged, signed(rows))
    verdict = verify_export(folder, Inputs())
    assert verdict.exit_status == 1
    assert {"root_differs", "size_differs"} & codes(verdict)
    linkage = [f for f in verdict.faults if f.code in {"root_differs", "size_differs"}]
    assert [(f.kind, f.needs) for f in linkage] == [("linkage", ())]


@pytest.mark.parametrize("kind", CORPUS)
def test_a_log_that_a_forger_signed_needs_the_public_key(
    kind: str, rows: list[Row], tmp_path: Path
) -> None:
    """The tree is rebuilt and signed with another key: only the real public key exposes it."""
    forged = CORPUS[kind](list(rows))
    folder = exported(tmp_path / "export", forged, signed(forged, FORGED))
    without = codes(verify_export(folder, Inputs()))
    assert not without & {"signature_invalid", "root_differs", "size_differs", "part_differs"}
    verdict = verify_export(folder, Inputs(keys=KEYS))
    fault = next(f for f in verdict.faults if f.code == "signature_invalid")
    assert (fault.kind, fault.needs) == ("linkage", ("public_key",))
    assert not verdict.authenticated


@pytest.mark.parametrize("kind", CORPUS)
def test_a_log_that_an_insider_signed_needs_an_older_checkpoint(
    kind: str, rows: list[Row], tmp_path: Path
) -> None:
    """Even the log's own key cannot rewrite what an older checkpoint in other hands holds fast."""
    older = parse_note(signed(rows))
    forged = CORPUS[kind](list(rows))
    if kind in {"inserted event", "duplicated event"}:
        forged = [forged[-1], *forged[:-1]]
    folder = exported(tmp_path / "export", forged, signed(forged))
    without = codes(verify_export(folder, Inputs(keys=KEYS)))
    assert not without & {"signature_invalid", "history_rewritten", "log_shorter_than_checkpoint"}
    verdict = verify_export(folder, Inputs(keys=KEYS, since=older))
    found = codes(verdict) & {"history_rewritten", "log_shorter_than_checkpoint"}
    assert len(found) == 1
    assert CODES[found.pop()] == ("linkage", ("older_checkpoint",))


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("edited topic", "refund_without_debit"),
        ("edited stream id", "account_not_opened"),
        ("edited version", "version_gap"),
        ("dropped event", "position_gap"),
        ("swapped events", "position_gap"),
        ("duplicated event", "position_gap"),
    ],
)
def test_carelessness_shows_without_any_trust(
    kind: str, code: str, rows: list[Row], tmp_path: Path
) -> None:
    """A careless insider's log breaks the rules of order or of money by itself."""
    forged = CORPUS[kind](list(rows))
    folder = exported(tmp_path / "export", forged, signed(forged))
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert code in codes(verdict)


def _again(rows: list[Row], topic: str) -> list[Row]:
    """The last event of a topic once more, at the end, in a well-formed log."""
    return renumbered([*rows, (*rows[index_of(rows, topic)][:3], rows[-1][3], *_tail(rows, topic))])


def _tail(rows: list[Row], topic: str) -> tuple[bytes, bytes]:
    row = rows[index_of(rows, topic)]
    return row[4], row[5]


def _without(rows: list[Row], topic: str) -> list[Row]:
    at = index_of(rows, topic)
    return renumbered(rows[:at] + rows[at + 1 :])


def _said(rows: list[Row], at: int, **facts: object) -> list[Row]:
    """One event says something else."""
    state = msgspec.json.decode(rows[at][5]) | facts
    return edited(rows, at, state=msgspec.json.encode(state))


def _kept_alive(rows: list[Row]) -> list[Row]:
    """A refund gives a lot that is not over another seventy years."""
    at = index_of(rows, "credits.refunded.v1")
    ((lot_id, _),) = msgspec.json.decode(rows[at][5])["draws"]
    return _said(rows, at, reopened=[[lot_id, "2099-01-01T00:00:00Z"]])


def _for_nothing(rows: list[Row]) -> list[Row]:
    """The last claim and its debit are of no credits."""
    at = index_of(rows, "credits.debited.v1")
    claim = max(n for n in range(at) if rows[n][4] == b"generation.requested.v1")
    return _said(_said(rows, at, amount=0, draws=[]), claim, price=0, draws=[])


def _elsewhere(rows: list[Row], **facts: object) -> list[Row]:
    """The last grant once more with other facts, on another account, in a well-formed log."""
    at = index_of(rows, "credits.granted.v1")
    rows = _said(rows, at, payment_reference="bank/r1")
    opened = (row[1] for row in rows if row[4] == b"account.opened.v1")
    other = next(stream for stream in opened if stream != rows[at][1])
    state = msgspec.json.encode(msgspec.json.decode(rows[at][5]) | facts)
    return renumbered([*rows, (0, other, 0, rows[-1][3], rows[at][4], state)])


def _after_erasure(rows: list[Row]) -> list[Row]:
    """The account of the last grant is erased, and then given a new lot."""
    _, stream, _, _, topic, state = rows[index_of(rows, "credits.granted.v1")]
    at = rows[-1][3]
    erased = (0, stream, 0, at, b"account.erased.v1", b'{"actor":"holder"}')
    new = msgspec.json.encode(msgspec.json.decode(state) | {"lot_id": NEW_LOT})
    return renumbered([*rows, erased, (0, stream, 0, at, topic, new)])


NEW_LOT = "00000000-0000-4000-8000-000000000000"
DEEP = b'{"x":' + b"[" * 5000 + b"]" * 5000 + b"}"

CONTENT: dict[str, tuple[Tamper, str]] = {
    "lot kept alive": (_kept_alive, "reopening_unequal"),
    "loss hidden": (lambda r: _said(r, index_of(r, "credits.revoked.v1"), loss=0), "loss_unequal"),
    "debit of nothing": (_for_nothing, "amount_invalid"),
    "refund paid twice": (lambda r: _again(r, "credits.refunded.v1"), "refund_without_debit"),
    "debit taken twice": (lambda r: _again(r, "credits.debited.v1"), "debited_twice"),
    "ended twice": (lambda r: _again(r, "generation.completed.v1"), "ended_twice"),
    "lot granted twice": (lambda r: _again(r, "credits.granted.v1"), "lot_granted_twice"),
    "lot on two accounts": (
        lambda r: _elsewhere(r, payment_reference=None),
        "lot_on_two_accounts",
    ),
    "payment on two accounts": (
        lambda r: _elsewhere(r, lot_id=NEW_LOT),
        "payment_on_two_accounts",
    ),
    "account opened twice": (lambda r: _again(r, "account.opened.v1"), "account_opened_twice"),
    "grant to an erased account": (_after_erasure, "granted_after_erasure"),
    "refund left out": (lambda r: _without(r, "credits.refunded.v1"), "refund_and_ending_differ"),
    "debit left out": (lambda r: _without(r, "credits.debited.v1"), "claim_without_debit"),
    "claim left out": (lambda r: _without(r, "generation.requested.v1"), "debit_without_claim"),
    "unreadable event": (
        lambda r: edited(r, index_of(r, "credits.debited.v1"), state=b"{}"),
        "state_unreadable",
    ),
    "event too deep to be read": (
        lambda r: edited(r, index_of(r, "credits.debited.v1"), state=DEEP),
        "state_unreadable",
    ),
    "lot whose id is none": (
        lambda r: _said(r, index_of(r, "credits.granted.v1"), lot_id="0" * 8 + " " + "0" * 24),
        "state_unreadable",
    ),
    "event of another program": (
        lambda r: edited(r, len(r) - 1, topic=b"credits.invented.v1"),
        "unknown_topic",
    ),
}


@pytest.mark.parametrize("kind", CONTENT)
def test_money_that_does_not_add_up_is_a_fault_of_content(
    kind: str, rows: list[Row], tmp_path: Path
) -> None:
    """A perfectly linked and signed log with wrong books is found by replay, with no trust."""
    tamper, code = CONTENT[kind]
    forged = tamper(list(rows))
    folder = exported(tmp_path / "export", forged, signed(forged))
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert code in codes(verdict)
    assert (CODES[code][0], CODES[code][1]) == ("content", ())
    assert {"root_differs", "part_differs", "position_gap"} & codes(verdict) == set()


@pytest.mark.parametrize("kind", [*CORPUS, *CONTENT])
def test_both_formats_tell_the_same_faults(kind: str, rows: list[Row], tmp_path: Path) -> None:
    """Whatever was forged, Parquet and JSONL lead to one report, fault by fault."""
    tamper = CORPUS[kind] if kind in CORPUS else CONTENT[kind][0]
    forged = tamper(list(rows))
    verdicts = []
    for number, form in enumerate(("parquet", "jsonl")):
        folder = exported(tmp_path / str(number), forged, signed(forged), (form,))
        verdicts.append(verify_export(folder, Inputs(keys=KEYS, since=parse_note(signed(rows)))))
    parquet, jsonl = verdicts
    assert parquet.faults == jsonl.faults
    assert parquet.faults_total == len(parquet.faults) > 0


@pytest.mark.parametrize("kind", [*CORPUS, *CONTENT])
def test_little_memory_hides_no_fault(kind: str, rows: list[Row], tmp_path: Path) -> None:
    """A replay that leaves most streams aside and comes back to them tells every fault, once."""
    tamper = CORPUS[kind] if kind in CORPUS else CONTENT[kind][0]
    forged = tamper(list(rows))
    folder = exported(tmp_path / "export", forged, signed(forged), ("jsonl",))
    inputs = Inputs(keys=KEYS, since=parse_note(signed(rows)))
    whole, little = verify_export(folder, inputs), verify_export(folder, inputs, held_max=10)
    assert sorted(little.faults, key=repr) == sorted(whole.faults, key=repr)


def test_little_memory_tells_of_a_cut_file_once(tmp_path: Path) -> None:
    """A file is read again for what a replay left aside; that it is broken is no second fault."""
    rows = honest_rows(commands=700)
    folder = exported(tmp_path / "export", rows, signed(rows), ("jsonl",))
    path = folder / "events-000001.jsonl"
    path.write_bytes(path.read_bytes()[:-5])
    inputs = Inputs(keys=KEYS)
    whole, little = verify_export(folder, inputs), verify_export(folder, inputs, held_max=10)
    assert sorted(little.faults, key=repr) == sorted(whole.faults, key=repr)
    assert "file_unreadable" in codes(whole)
    assert 0 < whole.events < len(rows)


def test_a_manifest_of_endless_events_costs_nothing(rows: list[Row], tmp_path: Path) -> None:
    """How often the parts are read depends on how many there are, not on what the manifest says."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    manifest = msgspec.json.decode((folder / MANIFEST).read_bytes())
    (folder / MANIFEST).write_bytes(msgspec.json.encode(manifest | {"size": 10**18}))
    assert codes(verify_export(folder, Inputs(keys=KEYS))) == {"size_differs"}


def test_another_signature_on_an_honest_log(rows: list[Row], tmp_path: Path) -> None:
    """Wrong key: exit 3 without the key, a fault with it."""
    folder = exported(tmp_path / "export", rows, signed(rows, FORGED))
    assert verify_export(folder, Inputs()).exit_status == 3
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert codes(verdict) == {"signature_invalid"}


def test_a_genuine_but_older_export_needs_the_newer_checkpoint(
    rows: list[Row], tmp_path: Path
) -> None:
    """Rolled back: everything is authentic, only somebody who saw more knows."""
    folder = exported(tmp_path / "export", rows[:60], signed(rows[:60]))
    seen = parse_note(signed(rows))
    assert "log_shorter_than_checkpoint" not in codes(verify_export(folder, Inputs(keys=KEYS)))
    verdict = verify_export(folder, Inputs(keys=KEYS, since=seen))
    assert "log_shorter_than_checkpoint" in codes(verdict)


def test_another_origin_does_not_continue_a_checkpoint(rows: list[Row], tmp_path: Path) -> None:
    """A forked log is not the log that the older checkpoint is of."""
    other = "xavira-ledger/ffffffffffff"
    folder = exported(tmp_path / "export", rows, signed(rows, OWN, other))
    keys = [*KEYS, OWN.public(other)]
    assert verify_export(folder, Inputs(keys=keys)).exit_status == 0
    verdict = verify_export(folder, Inputs(keys=keys, since=parse_note(signed(rows[:9]))))
    assert codes(verdict) == {"origin_differs"}


def _export_under(folder: Path, rows: list[Row], note: str) -> None:
    """Files of these rows beside a checkpoint over other ones."""
    exported(folder, rows, signed(rows, FORGED))
    (folder / "checkpoint").write_text(note)
