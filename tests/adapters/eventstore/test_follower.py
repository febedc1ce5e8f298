"""How often the log is read."""

import pytest

from adapters.eventstore.follower import Pace


def test_one_caller_alone_is_never_rested_for() -> None:
    """Three events in twenty milliseconds, again and again: each is read at once."""
    pace = Pace(0.02)
    for number in range(1000):
        pace.read(3, number / 50)
        assert pace.rest(number / 50) == 0.0


def test_between_reads_of_a_busy_log_lies_a_rest() -> None:
    """Sixty events came at once: the rest of the twenty milliseconds is rested, and no more."""
    pace = Pace(0.02)
    pace.read(60, 1.0)
    assert pace.rest(1.0) == pytest.approx(0.02)
    assert pace.rest(1.015) == pytest.approx(0.005)
    assert pace.rest(1.5) == 0.0


def test_a_log_that_became_quiet_is_read_at_once_again() -> None:
    """Sixty events half a second ago are no reason to rest after one more."""
    pace = Pace(0.02)
    pace.read(60, 1.0)
    pace.read(1, 1.5)
    assert pace.rest(1.5) == 0.0
