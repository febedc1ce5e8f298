"""The third set of books: silent on whatever the rules make, however little it may hold."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise

import pytest

from adapters.verifier.faults import Faults
from adapters.verifier.replay import Replay, Share
from domain.audit.merkle import Row
from tests.adapters.verifier.logs import honest_rows


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_rules_made_is_clean(seed: int) -> None:
    """Random histories with expiry, revocation, failure and refund have no fault."""
    faults = Faults()
    replay = Replay(faults)
    replay.post(honest_rows(seed, 400))
    replay.finish()
    assert faults.listed == []


@pytest.mark.parametrize("seed", range(3))
def test_what_a_replay_leaves_aside_does_not_change_the_books(seed: int) -> None:
    """However little it may hold: the same lots, the same credits in flight, and no fault."""
    rows = honest_rows(seed, 300)
    whole = Replay(Faults())
    whole.post(rows)
    faults = Faults()
    found: dict[tuple[bytes, str], int] = {}
    flying: Counter[bytes] = Counter()
    replays = _replayed(rows, faults, seed=seed, held_max=20)
    for replay in replays:
        found |= _remaining(replay)
        flying.update(replay.flying())
    assert len(replays) > 2
    assert found == _remaining(whole)
    assert dict(flying) == whole.flying()
    assert faults.listed == []


@pytest.mark.parametrize("seed", range(3))
def test_what_a_replay_leaves_aside_hides_no_fault_and_repeats_none(seed: int) -> None:
    """Every third event is gone: in many shares the very faults are found that one replay finds."""
    rows = [row for number, row in enumerate(honest_rows(seed, 300)) if number % 3]
    whole, shared = Faults(), Faults()
    _replayed(rows, whole, seed=seed, held_max=10**9)
    assert len(_replayed(rows, shared, seed=seed, held_max=20)) > 2
    assert whole.total > 50
    assert _sorted(shared) == _sorted(whole)


def _replayed(rows: list[Row], faults: Faults, *, seed: int, held_max: int) -> list[Replay]:
    """One replay and one for each share that is left, all in the same batches."""
    chance = random.Random(seed)
    ends = sorted({*chance.sample(range(len(rows)), 20), len(rows)})
    done: list[Replay] = []
    left = [Share()]
    while left:
        replay = Replay(faults, left.pop(), held_max=held_max)
        for start, end in pairwise([0, *ends]):
            replay.post(rows[start:end])
        replay.finish()
        left += replay.left
        done.append(replay)
    return done


def _remaining(replay: Replay) -> dict[tuple[bytes, str], int]:
    return {
        (stream, lot_id): lot.remaining
        for stream, account in replay.accounts.items()
        for lot_id, lot in account.lots.items()
    }


def _sorted(faults: Faults) -> list[tuple[str, str, str, int | None]]:
    assert faults.total == len(faults.listed)
    return sorted(
        ((f.code, f.subject, f.message, f.position) for f in faults.listed),
        key=lambda fault: str(fault),
    )
