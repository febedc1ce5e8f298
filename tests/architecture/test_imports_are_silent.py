"""Importing our modules does nothing but define names."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGES, ROOT, module_name, python_files

PROGRAM = Path(__file__).with_name("import_everything.py")
IMPORT_SECONDS = 300.0


def _notes(modules: list[str], *, folder: Path) -> list[str]:
    outcome = subprocess.run(
        [sys.executable, "-B", str(PROGRAM), *modules],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "XAVIRA_HOST": "127.0.0.1"},
        capture_output=True,
        text=True,
        timeout=IMPORT_SECONDS,
        check=False,
    )
    if outcome.returncode != 0:
        pytest.fail(outcome.stderr, pytrace=False)
    notes: list[str] = json.loads(outcome.stdout)
    return notes


def test_importing_every_module_does_nothing() -> None:
    """No module opens a socket, writes a file, starts anything, reads a setting or loads torch."""
    modules = [module_name(path) for path in python_files(*PACKAGES) if path.name != "__main__.py"]
    assert _notes(modules, folder=ROOT) == []


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("import socket; socket.socket().bind(('127.0.0.1', 0))", "loud: socket.bind"),
        ("open('left', 'w').close()", "loud: open for writing 'left'"),
        ("import subprocess; subprocess.run(['true'])", "loud: subprocess.Popen"),
        ("import os; os.environ.get('XAVIRA_DATA')", "loud: read the setting XAVIRA_DATA"),
        ("import os; dict(os.environ)", "loud: read the setting XAVIRA_HOST"),
        (
            "import threading\n"
            "threading.Thread(target=threading.Event().wait, name='left', daemon=True).start()",
            "loud: started the thread left",
        ),
    ],
)
def test_a_module_that_does_something_is_noticed(tmp_path: Path, source: str, note: str) -> None:
    """The witness hears each thing that importing must not do."""
    (tmp_path / "loud.py").write_text(source)
    assert any(heard.startswith(note) for heard in _notes(["loud"], folder=tmp_path))
