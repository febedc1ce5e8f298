"""The page of other ledgers' mistakes names tests that exist."""

import re
from pathlib import Path

from tests.architecture.tree import ROOT

PAGE = ROOT / "docs" / "howto" / "audit-traps.md"


def test_every_mistake_names_tests_that_exist() -> None:
    """Each row points to a file of tests, and to a function in it where it names one."""
    rows = [line for line in PAGE.read_text().splitlines() if line.startswith("| ")][2:]
    named = [re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", row) for row in rows]
    assert len(rows) == 24
    assert all(named), "a row without a test"
    for file, function in [test for row in named for test in row]:
        text = Path(ROOT, file).read_text()
        assert f"def {function or 'test_'}" in text, (file, function)
