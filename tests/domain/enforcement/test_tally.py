"""The tally of strikes: many at once are the same as one by one, and cost little more than one."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.enforcement import strikes
from domain.enforcement.refusals import BlockCount, BlocksCounted, Moderation, due_holds, evolve
from domain.enforcement.strikes import NOBODY, Strike, Tally
from tests.domain.checking import ACCOUNT, NOW

DAY = timedelta(days=1)
END_USERS_MAX = 4
MINORS_MAX = 3

STRIKES = st.builds(
    Strike,
    end_user=st.sampled_from([NOBODY, *(b"user %d" % number for number in range(8))]),
    at=st.integers(0, 40).map(lambda days: NOW + days * DAY),
    category=st.sampled_from(["minor", "incest"]),
    strikes=st.integers(1, 30),
)


def plainly(tally: Tally, strike: Strike) -> Tally:
    """The rule as it reads: who was quiet for longest goes first, and of several the first."""
    whose, at = strike.end_user, strike.at
    known = dict(tally.strikes)
    recent = [old for old in known.pop(whose, ()) if old > at - 30 * DAY]
    if len(known) >= END_USERS_MAX:
        del known[min(known, key=lambda name: known[name][-1])]
    most = 25 if whose == NOBODY else 5
    known[whose] = tuple([*recent, *[at] * strike.strikes][-most:])
    minors = dict(tally.minors)
    if strike.category == "minor" and whose != NOBODY:
        minors[whose] = max(at, minors.get(whose, at))
        if len(minors) > MINORS_MAX:
            del minors[min(minors, key=lambda name: minors[name])]
    return Tally(strikes=known, minors=minors)


@given(st.lists(st.lists(STRIKES, max_size=12), max_size=4))
def test_strikes_at_once_are_those_one_by_one(batches: list[list[Strike]]) -> None:
    """Also where a tally is full, whatever their order: the same is kept, in the same order."""
    together = one_by_one = Tally()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(strikes, "STRUCK_END_USERS_MAX", END_USERS_MAX)
        patched.setattr(strikes, "ACCOUNT_END_USERS_STRUCK_AS_MINOR", MINORS_MAX)
        for batch in batches:
            together = strikes.struck(together, batch)
            for strike in batch:
                one_by_one = plainly(one_by_one, strike)
            assert together == one_by_one
            assert list(together.strikes) == list(one_by_one.strikes)
            assert list(together.minors) == list(one_by_one.minors)


def test_a_tally_is_not_changed_by_what_follows_on_it() -> None:
    """Whoever holds the one before, as a cache does, holds what it was."""
    before = strikes.struck(Tally(), [Strike(b"mia", NOW, "minor")])
    strikes.struck(before, [Strike(b"mia", NOW, "minor"), Strike(b"max", NOW, "minor")])
    strikes.held(before, [b"mia"], NOW)
    strikes.released(before, b"mia")
    assert before == Tally(strikes={b"mia": (NOW,)}, minors={b"mia": NOW})


def work_of(call: Callable[[], object]) -> int:
    """Instructions of Python that a call takes, and entries that it copies: no load changes it."""
    work = 0

    def traced(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal work
        frame.f_trace_opcodes = True
        work += event == "opcode"
        return traced

    def profiled(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal work
        if event == "c_call" and arg.__name__ == "copy":
            work += len(arg.__self__)

    before = sys.gettrace(), sys.getprofile()
    gc.disable()  # whoever listens to the collector would be counted
    sys.settrace(traced)
    sys.setprofile(profiled)
    try:
        call()
    finally:
        sys.settrace(before[0])
        sys.setprofile(before[1])
        gc.enable()
    return work


def names(count: int, *, of: bytes) -> Sequence[bytes]:
    return [of + b" %d" % number for number in range(count)]


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("blocks", [1, 5])
def test_a_summary_costs_its_rows_and_the_tally_once(
    blocks: int, monkeypatch: pytest.MonkeyPatch, *, full: bool
) -> None:
    """Not the tally for each row, neither where it is decided nor where it is read, also where each
    row is somebody's hold.
    """

    def work(tallied: int, rows: int) -> int:
        monkeypatch.setattr(strikes, "STRUCK_END_USERS_MAX", tallied if full else 10_000)
        tally = Tally(strikes=dict.fromkeys(names(tallied, of=b"known"), (NOW - DAY,)))
        moderation = Moderation(account_id=ACCOUNT, tally=tally)
        new = [BlockCount("real_person", name, blocks) for name in names(rows, of=b"new")]
        summary = BlocksCounted(account_id=ACCOUNT, livemode=True, hour=NOW, counts=tuple(new))
        return work_of(lambda: (due_holds(moderation, [summary], NOW), evolve(moderation, summary)))

    assert work(2_000, 100) <= work(2_000, 1) + work(100, 100)
