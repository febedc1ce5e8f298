"""The Prefer header."""

import pytest

from adapters.web.requests.prefer import preference


@pytest.mark.parametrize(
    ("header", "seconds", "applied"),
    [
        ("", 60, None),
        ("respond-async", 0, "respond-async"),
        ("Respond-Async", 0, "respond-async"),
        ("wait=10", 10, "wait=10"),
        ('wait="10"', 10, "wait=10"),
        ("wait = 10", 10, "wait=10"),
        ("wait=0", 0, "wait=0"),
        ("wait=121", 120, "wait=120"),
        ("wait=999999999", 120, "wait=120"),
        ("respond-async, wait=10", 10, "respond-async, wait=10"),
        ("return=minimal, wait=5;foo=bar", 5, "wait=5"),
        ("wait=-1", 60, None),
        ("wait=1.5", 60, None),
        ("wait=", 60, None),
        ("wait=1000000000000", 60, None),
        ("wait=5, wait=9", 5, "wait=5"),
        ("x" * 5000 + ",wait=5", 60, None),
    ],
)
def test_a_wait_is_read_from_prefer(header: str, seconds: float, applied: str | None) -> None:
    """`wait` up to 120 seconds, `respond-async` at once, everything else is ignored."""
    wanted = preference(header, 60)
    assert (wanted.seconds, wanted.applied) == (seconds, applied)
