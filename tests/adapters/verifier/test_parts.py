"""Exports of many parts, and older checkpoints that end anywhere in them.

Parts are 16 events here, not 65,536; everything else is as it is.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from adapters.audit import export
from adapters.verifier import export_check
from adapters.verifier.export_check import Inputs, verify_export
from adapters.verifier.export_files import MANIFEST
from adapters.verifier.faults import CODES
from domain.audit.merkle import Row
from domain.audit.signed_note import parse_note
from tests.adapters.verifier.logs import (
    FORGED,
    ORIGIN,
    OWN,
    codes,
    edited,
    exported,
    honest_rows,
    signed,
)

KEYS = [OWN.public(ORIGIN)]
LEVEL = 4
EVENTS = 1 << LEVEL
COMMANDS = 50

ABOUT_HISTORY = {"history_rewritten", "log_shorter_than_checkpoint"}


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """An honest log that ends within its fifth part."""
    rows = honest_rows(commands=COMMANDS)
    assert 4 * EVENTS + 4 < len(rows) < 5 * EVENTS
    return rows


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "PART_EVENTS", EVENTS)
    monkeypatch.setattr(export_check, "PART_EVENTS", EVENTS)
    monkeypatch.setattr(export_check, "PART_LEVEL", LEVEL)


def _sizes(rows: list[Row]) -> list[int]:
    """Nothing, one, around the edge of every part, and all."""
    edges = range(EVENTS, len(rows), EVENTS)
    return [0, 1, *(at + off for at in edges for off in (-1, 0, 1)), len(rows) - 1, len(rows)]


def _read_with(folder: Path, rows: list[Row], size: int) -> set[str]:
    """What of history a reader finds who kept the checkpoint over the first `size` of these."""
    inputs = Inputs(keys=KEYS, since=parse_note(signed(rows[:size])))
    verdict = verify_export(folder, inputs)
    assert verdict.consistent_with == size
    return codes(verdict) & ABOUT_HISTORY


def test_a_log_continues_each_of_its_checkpoints(rows: list[Row], tmp_path: Path) -> None:
    """From the one over nothing to the newest, at the edges of parts and between them."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    assert len(list(folder.glob("events-*.jsonl"))) == 5
    assert verify_export(folder, Inputs(keys=KEYS)).faults == ()
    assert [size for size in _sizes(rows) if _read_with(folder, rows, size)] == []


@pytest.mark.parametrize("at", [0, EVENTS - 1, EVENTS, 4 * EVENTS + 4])
def test_every_checkpoint_behind_a_forgery_tells_of_it(
    at: int, rows: list[Row], tmp_path: Path
) -> None:
    """And none before it can: what it is over is what it was."""
    forged = edited(rows, at, at=rows[at][3] + 1)
    folder = exported(tmp_path / "export", forged, signed(forged), ("jsonl",))
    told = {size: _read_with(folder, rows, size) for size in _sizes(rows)}
    assert [size for size in told if told[size]] == [size for size in told if size > at]
    assert set().union(*told.values()) == {"history_rewritten"}


@pytest.mark.parametrize("missing", [1, EVENTS, EVENTS + 1])
def test_a_log_that_lost_its_end_is_shorter_and_not_rewritten(
    missing: int, rows: list[Row], tmp_path: Path
) -> None:
    """Whether a part went with it or not; the checkpoint over what is left is continued."""
    left = rows[:-missing]
    folder = exported(tmp_path / "export", left, signed(left))
    assert _read_with(folder, rows, len(rows)) == {"log_shorter_than_checkpoint"}
    assert _read_with(folder, rows, len(left)) == set()
    assert _read_with(folder, rows, len(left) + 1) == {"log_shorter_than_checkpoint"}


def test_an_older_checkpoint_of_a_stranger_is_none(rows: list[Row], tmp_path: Path) -> None:
    """It says what the log says, but nobody who is trusted said so; without keys nobody is."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    since = parse_note(signed(rows[:40], FORGED))
    faults = verify_export(folder, Inputs(keys=KEYS, since=since)).faults
    assert [(fault.code, fault.subject) for fault in faults] == [("signature_invalid", "since")]
    assert verify_export(folder, Inputs(since=since)).faults == ()


@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_part_that_the_manifest_leaves_out_is_missed(
    number: int, rows: list[Row], tmp_path: Path
) -> None:
    """The first, one between or the last: its files may lie there, the log has a hole."""
    folder = exported(tmp_path / "export", rows, signed(rows))
    manifest = msgspec.json.decode((folder / MANIFEST).read_bytes())
    del manifest["parts"][number - 1]
    (folder / MANIFEST).write_bytes(msgspec.json.encode(manifest))
    found = codes(verify_export(folder, Inputs()))
    assert "size_differs" in found
    assert ("file_missing" in found) == (number < 5)


def test_two_parts_that_changed_places_are_both_named(rows: list[Row], tmp_path: Path) -> None:
    """Though each is a part of this log, and whole."""
    folder = exported(tmp_path / "export", rows, signed(rows), ("jsonl",))
    second, third = (folder / f"events-00000{number}.jsonl" for number in (2, 3))
    kept = second.read_bytes()
    second.write_bytes(third.read_bytes())
    third.write_bytes(kept)
    verdict = verify_export(folder, Inputs())
    named = {fault.subject for fault in verdict.faults if fault.code == "part_differs"}
    assert named == {second.name, third.name}
    assert CODES["part_differs"][0] == "linkage"
    assert "root_differs" in codes(verdict)
