"""The manifest of an export is held to the files that it covers, and they to it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from adapters.verifier.cli import run
from adapters.verifier.export_check import Inputs, verify_export
from adapters.verifier.export_files import MANIFEST, ExportUnreadable
from adapters.verifier.faults import CODES
from domain.audit.merkle import Row
from tests.adapters.verifier.logs import ORIGIN, OWN, codes, exported, honest_rows, signed

KEYS = [OWN.public(ORIGIN)]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """An honest log."""
    return honest_rows(commands=40)


@pytest.fixture
def folder(rows: list[Row], tmp_path: Path) -> Path:
    """Its export in both formats."""
    return exported(tmp_path / "export", rows, signed(rows))


def _claim(folder: Path, **claims: object) -> None:
    manifest = msgspec.json.decode((folder / MANIFEST).read_bytes())
    (folder / MANIFEST).write_bytes(msgspec.json.encode(manifest | claims))


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ({"size": 5}, "size_differs"),
        ({"size": 10**18}, "size_differs"),
        ({"root": "00" * 32}, "root_differs"),
    ],
)
def test_what_it_says_of_the_whole_is_compared(
    claims: dict[str, object], code: str, folder: Path
) -> None:
    """Size and root are a fault of linkage where the files have others."""
    _claim(folder, **claims)
    verdict = verify_export(folder, Inputs(keys=KEYS))
    assert [(f.code, f.kind, f.subject) for f in verdict.faults] == [(code, "linkage", "manifest")]


@pytest.mark.parametrize("as_document", [False, True])
def test_an_export_in_no_format_lacks_its_files(
    as_document: bool, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 1 and a list of faults, to a person and to a program."""
    _claim(folder, formats=[])
    assert run([str(folder), *(["--json"] if as_document else [])]) == 1
    told = capsys.readouterr().out
    if not as_document:
        assert "the export holds no events in any format" in told
        assert "0 files read: no format" in told
        return
    found = {fault["code"] for fault in json.loads(told)["faults"]}
    assert found == {"file_missing", "file_stray", "size_differs"}


def test_a_file_that_it_does_not_name_is_a_fault(folder: Path) -> None:
    """A part too many, or one in a format that was struck out: nobody may take it for checked."""
    (folder / "events-000002.jsonl").write_text('{"a":1}\n')
    _claim(folder, formats=["parquet"])
    (folder / "books.journal").write_text("; of the same folder\n")
    verdict = verify_export(folder, Inputs(keys=KEYS))
    strays = ["events-000001.jsonl", "events-000002.jsonl"]
    assert [(f.code, f.subject) for f in verdict.faults] == [("file_stray", s) for s in strays]
    assert CODES["file_stray"] == ("linkage", ())
    assert (verdict.formats, verdict.files) == (("parquet",), 1)


def test_a_format_named_twice_is_no_manifest(folder: Path) -> None:
    """No export has one, and a count of files would be a lie."""
    _claim(folder, formats=["parquet", "jsonl", "parquet"])
    with pytest.raises(ExportUnreadable, match=r"^manifest\.json names a format twice\.$"):
        verify_export(folder, Inputs(keys=KEYS))


def test_the_verdict_tells_what_was_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Formats and files, of which a broken one is not counted."""
    assert run([str(folder)]) == 3
    assert "\n2 files read: parquet, jsonl\n" in capsys.readouterr().out
    (folder / "events-000001.parquet").write_bytes(b"PAR1")
    assert run([str(folder), "--json"]) == 1
    verdict = json.loads(capsys.readouterr().out)
    run([str(folder)])
    assert "\n1 file read: parquet, jsonl\n" in capsys.readouterr().out
    assert (verdict["formats"], verdict["files"]) == (["parquet", "jsonl"], 1)
    assert "file_unreadable" in codes(verify_export(folder, Inputs(keys=KEYS)))
