"""A balance becomes low at one event: the one that takes it over the threshold."""

import pytest

from domain.ledger import CreditsExpired, CreditsRevoked
from domain.low_balance import crossed, movement
from tests.domain.checking import debited, granted, lot


@pytest.mark.parametrize(
    ("before", "after", "low"),
    [(11, 10, False), (10, 9, True), (25, 3, True), (9, 8, False), (9, 11, False), (11, 0, True)],
)
def test_a_crossing_is_from_the_threshold_to_below_it(before: int, after: int, low: bool) -> None:
    """Ten is not low; what was low already does not become so."""
    assert crossed(before, after, 10) is low


def test_every_movement_of_credits_counts() -> None:
    """With the sign that it has for the holder."""
    assert movement(granted(1, 25)) == 25
    assert movement(debited((1, 5))) == -5
    assert movement(CreditsExpired(lot_id=lot(1), amount=granted(1, 3).amount)) == -3
    revoked = CreditsRevoked(lot_id=lot(1), amount=4, loss=6, actor="operator")
    assert movement(revoked) == -4
