"""The guide promises nothing that no test holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, project_files, source

GUIDE = Path("docs/guide")
PAGES = sorted(path for path in project_files() if path.parent == GUIDE and path.suffix == ".md")
PROMISE = re.compile(r"^- .+$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")


def test_there_is_a_guide() -> None:
    """The pages that the README leads to."""
    assert [page.name for page in PAGES] == [
        "costs.md",
        "faq.md",
        "free.md",
        "production-checklist.md",
        "unhappy-paths.md",
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_promise_names_its_test(page: Path) -> None:
    """Each line of a list is a promise and ends with a test that is there."""
    promises = PROMISE.findall(source(page))
    assert promises != []
    for promise in promises:
        named = TEST.findall(promise)
        assert named, promise
        for file, function in named:
            assert (ROOT / file).is_file(), promise
            assert f"def {function}(" in source(Path(file)) or not function, promise
