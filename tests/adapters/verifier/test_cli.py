"""What `xavira-verify` says where it cannot begin: one sentence that names the file; status 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.verifier.cli import run
from tests.adapters.verifier.logs import ORIGIN, OWN, exported, honest_rows, signed


def _told(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert run([str(argument) for argument in arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The trusted keys are read before the export is looked at."""
    missing = tmp_path / "key.txt"
    told = _told(capsys, tmp_path, "--public-key", missing)
    assert told == f"xavira-verify: {missing} cannot be read: No such file or directory.\n"


def test_a_folder_without_an_export_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder where it is missing, the manifest where that is; no number of an error."""
    absent = tmp_path / "absent"
    for folder, named in ((absent, absent), (tmp_path, tmp_path / "manifest.json")):
        told = _told(capsys, folder)
        assert told == f"xavira-verify: {named} cannot be read: No such file or directory.\n"


def test_a_key_file_that_is_no_text_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A picture, say."""
    picture = tmp_path / "key.png"
    picture.write_bytes(b"\x89PNG\r\n")
    told = _told(capsys, tmp_path, "--public-key", picture)
    assert told == f"xavira-verify: {picture} is no text.\n"


def test_a_verdict_that_finds_no_room_is_no_fault_found(tmp_path: Path) -> None:
    """Status 1 would say that the export is wrong."""
    rows = honest_rows(commands=10)
    folder = exported(tmp_path / "export", rows, signed(rows))
    command = [sys.executable, "-c", "from adapters.verifier.cli import main; main()", folder]
    environment = os.environ | {"PYTHONPATH": os.getcwd(), "PYTHONUNBUFFERED": "1"}
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            command, env=environment, stdout=full, stderr=subprocess.PIPE, timeout=120
        )
    told = b"xavira-verify: The verdict cannot be written: No space left on device.\n"
    assert (ended.returncode, ended.stderr) == (2, told)


@pytest.mark.parametrize(
    ("redirected", "status"), [(">/dev/full 2>&1", 2), (">&-", 2), (">/dev/null 2>&-", 0)]
)
def test_what_cannot_be_written_is_no_fault(redirected: str, status: int, tmp_path: Path) -> None:
    """Of a ledger that is well; 1 would say that it is not."""
    rows = honest_rows(commands=10)
    folder = exported(tmp_path / "export", rows, signed(rows))
    key = tmp_path / "key"
    key.write_text(f"{OWN.public(ORIGIN).line()}\n")
    code = "from adapters.verifier.cli import main; main()"
    line = f"{sys.executable} -c '{code}' {folder} --public-key {key} {redirected}"
    environment = os.environ | {"PYTHONPATH": os.getcwd()}
    ended = subprocess.run(["sh", "-c", line], env=environment, timeout=120, check=False)
    assert ended.returncode == status
