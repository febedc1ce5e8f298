"""Files of anybody's are read in a process that has little: what it does there harms nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.provenance.reading import FileReader
from inference.provenance.manifests import Finding
from tests.inference.provenance.files import OURS, drawn, marked

UNRULY = "tests.adapters.provenance.unruly"
PATIENT = 120.0
"""Seconds: what is read is read, however long a busy machine takes to start a process."""


def test_a_file_is_read_in_a_process_of_its_own() -> None:
    """It finds there what it would find here, of our certificates and of nobody else's."""
    data = marked("png").data
    found = FileReader(OURS, watermark=None, seconds_max=PATIENT).find(data, "image/png")
    assert found is not None
    assert found.found_by == "manifest"
    assert found.issued_at is not None
    nobodys = FileReader([], watermark=None, seconds_max=PATIENT).find(data, "image/png")
    assert nobodys == Finding(found_by="none")


@pytest.mark.parametrize("name", ["Endless", "Greedy", "Crashing", "Writing"])
def test_what_is_too_much_ends_with_its_process(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without end, 3 GiB of memory, a crash, a file on the disk: not read, and we go on."""
    monkeypatch.chdir(tmp_path)
    reader = FileReader(OURS, watermark=f"{UNRULY}:{name}", seconds_max=3.0)
    assert reader.find(drawn("png").data, "image/png") is None
    assert all(path.stat().st_size == 0 for path in tmp_path.iterdir())


def test_the_process_is_told_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of ours do not reach it."""
    monkeypatch.setenv("XAVIRA_MASTER_KEY", "11" * 32)
    reader = FileReader(OURS, watermark=f"{UNRULY}:Curious", seconds_max=PATIENT)
    assert reader.find(drawn("png").data, "image/png") == Finding(found_by="none")


def test_a_watermark_is_asked_where_no_manifest_holds() -> None:
    """It knows stripped and altered files as ours; an intact manifest says more than it does."""
    reader = FileReader(OURS, watermark=f"{UNRULY}:Everywhere", seconds_max=PATIENT)
    altered = marked("png").data + b"more"
    for data in (drawn("png").data, altered):
        assert reader.find(data, "image/png") == Finding(found_by="watermark")
    found = reader.find(marked("png").data, "image/png")
    assert found is not None
    assert found.found_by == "manifest"
