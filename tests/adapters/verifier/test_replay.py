"""The third set of books: silent on whatever the rules make, in as many parts as you like."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from adapters.verifier.faults import Faults
from adapters.verifier.replay import Replay
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
def test_batches_and_parts_do_not_change_the_books(seed: int) -> None:
    """Any batch size and any number of parts give the same lots and the same credits in flight."""
    rows = honest_rows(seed, 300)
    whole = Replay(Faults())
    whole.post(rows)
    lots = {
        (stream, lot_id): lot.remaining
        for stream, account in whole.accounts.items()
        for lot_id, lot in account.lots.items()
    }
    found: dict[tuple[bytes, str], int] = {}
    flying: Counter[bytes] = Counter()
    faults = Faults()
    for part in range(3):
        replay = Replay(faults, part=part, parts=3)
        at = 0
        while at < len(rows):
            size = random.Random(seed + at).randrange(1, 50)
            replay.post(rows[at : at + size])
            at += size
        replay.finish()
        for stream, account in replay.accounts.items():
            lots_found = account.lots.items()
            found |= {(stream, lot_id): lot.remaining for lot_id, lot in lots_found}
        flying.update(replay.flying())
    assert found == lots
    assert dict(flying) == whole.flying()
    assert faults.listed == []
