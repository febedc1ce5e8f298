"""The pages of other ledgers' mistakes, and of faults and attacks, name tests that exist."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

PAGES = {"audit-traps.md": 25, "faults.md": 26}
"""How many rows each table has."""


@pytest.mark.parametrize(("page", "count"), PAGES.items())
def test_every_row_names_tests_that_exist(page: str, count: int) -> None:
    """Each row points to a file of tests, and to a function in it where it names one."""
    text = (ROOT / "docs" / "howto" / page).read_text()
    rows = [line for line in text.splitlines() if line.startswith("| ")][2:]
    named = [re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", row) for row in rows]
    assert len(rows) == count
    assert all(named), "a row without a test"
    for file, function in [test for row in named for test in row]:
        assert f"def {function or 'test_'}" in Path(ROOT, file).read_text(), (file, function)
