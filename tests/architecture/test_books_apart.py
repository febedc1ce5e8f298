"""No route picks a book by itself: what a book has its own of is asked for by request."""

import re

from tests.architecture.tree import ROOT

OWN = re.compile(r'app\.state\[\s*"(?:web|live|rate_limits|open_work)"\s*\]')


def test_parts_of_a_book_are_taken_by_request() -> None:
    """`part_of(request, name)` and `dependencies(request)` know the book of the key."""
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / "adapters" / "web").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if OWN.search(line)
    ]
    assert found == [
        "adapters/web/dependencies.py: "
        'return state["parts"][name] if "parts" in state else request.app.state["live"][name]'
    ]
